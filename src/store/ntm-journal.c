/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Every write. An edit is one transaction that changes the tables, records the change-set of what it
 * changed, and says in edit_value what that was. Undo applies the inverse of the last change-set that is
 * done, redo the first that is undone; both only change the state of the edit in the journal. A new edit
 * drops what was undone: it stays in the history and can no longer be redone.
 *
 * The Atlas hears of a write after it is on the disk.
 */

#include "config.h"

#include <unistd.h>
#include <glib/gi18n-lib.h>

#include "ntm-sql.h"
#include "ntm-store-private.h"
#include "ntm-text.h"

static void
delete_session (sqlite3_session *session)
{
  sqlite3session_delete (session);
}

typedef sqlite3_session Session;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Session, delete_session)

static Session *
new_session (NtmStore *self, GError **error)
{
  g_autoptr (Session) session = NULL;
  int rc = sqlite3session_create (self->db, "main", &session);

  for (guint i = 0; rc == SQLITE_OK && i < NTM_N_TABLES; i++)
    rc = sqlite3session_attach (session, ntm_table_get ((NtmTableId) i)->name);
  if (rc == SQLITE_OK)
    return g_steal_pointer (&session);
  ntm_sql_fail (self->db, rc, error);
  return NULL;
}

static gboolean
write_rows (NtmStore *self, const NtmEdit *edit, GError **error)
{
  for (guint i = 0; i < ntm_edit_get_n_rows (edit); i++)
    if (!ntm_store_write_row (self, ntm_edit_get_row (edit, i), error))
      return FALSE;
  return TRUE;
}

/* Writes the rows of an edit and returns their change-set, which is empty if they change nothing. */
static GBytes *
record_rows (NtmStore *self, const NtmEdit *edit, GError **error)
{
  g_autoptr (Session) session = new_session (self, error);
  int rc, size = 0;
  void *bytes = NULL;

  if (!session || !write_rows (self, edit, error))
    return NULL;
  rc = sqlite3session_changeset (session, &size, &bytes);
  if (rc == SQLITE_OK)
    return g_bytes_new_with_free_func (bytes, (gsize) size, sqlite3_free, bytes);
  ntm_sql_fail (self->db, rc, error);
  return NULL;
}

static char *
now (void)
{
  g_autoptr (GDateTime) time = g_date_time_new_now_utc ();

  return g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ");
}

static gboolean
add_edit (NtmStore *self, const char *id, const char *label, gboolean undoable, GBytes *changeset, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = ntm_sql_prepare (self->db,
    "INSERT INTO edit (id, seq, time, author, label, state, undoable, changeset) "
    "VALUES (?1, (SELECT coalesce (max (seq), 0) + 1 FROM edit), ?2, ?3, ?4, 'done', ?5, ?6)", error);
  g_autofree char *time = now ();
  g_autofree char *nfc = ntm_text_nfc (label ? label : "", -1, error);
  gsize size = 0;
  gconstpointer bytes = changeset ? g_bytes_get_data (changeset, &size) : NULL;

  if (!statement || !nfc)
    return FALSE;
  sqlite3_bind_text (statement, 1, id, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 2, time, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 3, self->author, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 4, nfc, -1, SQLITE_STATIC);
  sqlite3_bind_int (statement, 5, undoable);
  sqlite3_bind_blob64 (statement, 6, bytes ? bytes : "", size, SQLITE_STATIC);
  return ntm_sql_done (self->db, sqlite3_step (statement), error);
}

/* GLib's generator repeats itself in two processes of one fork; two copies of a file must never agree. */
static char *
new_id (void)
{
  guint8 b[16];

  if (getentropy (b, sizeof b) != 0)
    return g_uuid_string_random ();
  b[6] = (guint8) ((b[6] & 0x0f) | 0x40);
  b[8] = (guint8) ((b[8] & 0x3f) | 0x80);
  return g_strdup_printf ("%02x%02x%02x%02x-%02x%02x-%02x%02x-%02x%02x-%02x%02x%02x%02x%02x%02x", b[0], b[1], b[2], b[3],
                          b[4], b[5], b[6], b[7], b[8], b[9], b[10], b[11], b[12], b[13], b[14], b[15]);
}

static gboolean
add_to_journal (NtmStore *self, const char *label, GBytes *changeset, GError **error)
{
  g_autofree char *id = new_id ();

  return ntm_sql_exec (self->db, "UPDATE edit SET state = 'dropped' WHERE state = 'undone'", error)
         && add_edit (self, id, label, TRUE, changeset, error)
         && ntm_journal_add_values (self, id, changeset, error);
}

/**
 * ntm_store_apply:
 * @self: a store
 * @edit: what to change
 * @error: return location for an error
 *
 * Carries out an edit as one transaction with its change-set; then the Atlas takes over what changed. When
 * this returns %TRUE, the edit survives a power cut. An edit that changes nothing is not kept and drops
 * nothing that can be redone.
 *
 * Returns: %TRUE, or %FALSE with nothing changed: %NTM_ERROR_INPUT if the tables do not take it,
 *   %NTM_ERROR_READ_ONLY, %NTM_ERROR_LOCKED, %NTM_ERROR_NO_SPACE, %NTM_ERROR_RANGE if it is too large, or
 *   %NTM_ERROR_SYSTEM
 */
gboolean
ntm_store_apply (NtmStore *self, const NtmEdit *edit, GError **error)
{
  g_autoptr (NtmChange) change = ntm_change_new ();
  g_autoptr (GBytes) changeset = NULL;

  g_return_val_if_fail (self != NULL && edit != NULL, FALSE);

  if (!ntm_store_begin (self, error))
    return FALSE;
  changeset = record_rows (self, edit, error);
  if (changeset && g_bytes_get_size (changeset) == 0)
    {
      ntm_store_rollback (self);
      return TRUE;
    }
  if (!changeset
      || !add_to_journal (self, ntm_edit_get_label (edit), changeset, error)
      || !ntm_change_add_changeset (change, self, changeset, error)
      || !ntm_store_commit (self, error))
    {
      ntm_store_rollback (self);
      return FALSE;
    }
  return ntm_store_reload (self, change, error);
}

static gboolean
check_new (NtmStore *self, GError **error)
{
  gint64 n_edits;

  if (!ntm_sql_int64 (self->db, "SELECT count (*) FROM edit WHERE length (changeset) > 0", &n_edits, error))
    return FALSE;
  return n_edits == 0
         || ntm_sql_refuse (error, NTM_ERROR_INPUT,
                            _("The file has been edited already, so it cannot be filled as a new one. "
                              "Nothing was changed; fill a new file instead."));
}

static gboolean
fill_rows (NtmStore *self, const NtmEdit *edit, GError **error)
{
  g_autofree char *id = new_id ();

  if (!ntm_store_begin (self, error))
    return FALSE;
  if (check_new (self, error)
      && write_rows (self, edit, error)
      && add_edit (self, id, ntm_edit_get_label (edit), FALSE, NULL, error)
      && ntm_store_commit (self, error))
    return TRUE;
  ntm_store_rollback (self);
  return FALSE;
}

/**
 * ntm_store_fill:
 * @self: a store of a file without edits
 * @edit: its initial data
 * @error: return location for an error
 *
 * Writes the initial data of a new file in one transaction. The journal keeps that it was done, not what:
 * it cannot be undone. May be called several times before the first edit.
 *
 * Returns: %TRUE, or %FALSE with @error as [method@Ntm.Store.apply] and nothing changed
 */
gboolean
ntm_store_fill (NtmStore *self, const NtmEdit *edit, GError **error)
{
  g_autoptr (NtmChange) change = ntm_change_new ();
  gboolean ok;

  g_return_val_if_fail (self != NULL && edit != NULL, FALSE);

  sqlite3_exec (self->db, "PRAGMA synchronous = NORMAL", NULL, NULL, NULL);
  ok = fill_rows (self, edit, error);
  if (ok)  /* now to the disk, all at once; what a full disk refuses here stays in the log */
    sqlite3_exec (self->db, "PRAGMA wal_checkpoint (TRUNCATE)", NULL, NULL, NULL);
  sqlite3_exec (self->db, "PRAGMA synchronous = FULL", NULL, NULL, NULL);
  if (!ok)
    return FALSE;
  ntm_change_add_edit (change, edit);
  return ntm_store_reload (self, change, error);
}
