/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Undo and redo: change-sets of the journal, applied backwards and forwards. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ntm-sql.h"
#include "ntm-store-private.h"

typedef enum
{
  DIRECTION_UNDO,
  DIRECTION_REDO,
} Direction;

/* An edit of the journal. */
typedef struct
{
  char   *id, *label;
  gint64  edit;
  GBytes *changeset;
} Entry;

static void
entry_clear (Entry *self)
{
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->label, g_free);
  g_clear_pointer (&self->changeset, g_bytes_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Entry, entry_clear)

static gboolean
refuse_nothing (Direction direction, GError **error)
{
  if (direction == DIRECTION_UNDO)
    return ntm_sql_refuse (error, NTM_ERROR_NOTHING, _("There is nothing to undo."));
  return ntm_sql_refuse (error, NTM_ERROR_NOTHING, _("There is nothing to redo."));
}

/* The last edit done must be undoable itself: what came before one that is not stays as well. */
static gboolean
find_entry (NtmStore *self, Direction direction, gboolean with_changeset, Entry *out, GError **error)
{
  const char *sql = direction == DIRECTION_UNDO
    ? "SELECT id, label, undoable, changeset, seq FROM edit WHERE state = 'done' ORDER BY seq DESC LIMIT 1"
    : "SELECT id, label, undoable, changeset, seq FROM edit WHERE state = 'undone' ORDER BY seq LIMIT 1";
  g_autoptr (sqlite3_stmt) statement = ntm_sql_prepare (self->db, sql, error);
  int rc;

  if (!statement)
    return FALSE;
  rc = sqlite3_step (statement);
  if (rc == SQLITE_DONE || (rc == SQLITE_ROW && !sqlite3_column_int (statement, 2)))
    return refuse_nothing (direction, error);
  if (rc != SQLITE_ROW)
    return ntm_sql_fail (self->db, rc, error);
  out->id = ntm_sql_dup_text (statement, 0);
  out->label = ntm_sql_dup_text (statement, 1);
  out->edit = sqlite3_column_int64 (statement, 4);
  if (with_changeset)
    {
      gconstpointer bytes = sqlite3_column_blob (statement, 3);

      out->changeset = g_bytes_new (bytes, (gsize) sqlite3_column_bytes (statement, 3));
    }
  return TRUE;
}

/* A change-set of a file from outside reaches the tables of facts and no others. */
static int
filter_cb (void *data, const char *table)
{
  NtmTableId id;

  return ntm_table_find (table, &id);
}

static int
conflict_cb (void *data, int kind, sqlite3_changeset_iter *iter)
{
  return SQLITE_CHANGESET_ABORT;
}

static gboolean
apply_changeset (NtmStore *self, Direction direction, const Entry *entry, GError **error)
{
  gsize size;
  gconstpointer bytes = g_bytes_get_data (entry->changeset, &size);
  int flags = direction == DIRECTION_UNDO ? SQLITE_CHANGESETAPPLY_INVERT : 0;
  int rc = sqlite3changeset_apply_v2 (self->db, (int) size, (void *) bytes, filter_cb, conflict_cb, NULL,
                                      NULL, NULL, flags);

  if (rc == SQLITE_OK)
    return TRUE;
  if (rc != SQLITE_ABORT && (rc & 0xff) != SQLITE_CONSTRAINT)
    return ntm_sql_fail (self->db, rc, error);
  if (direction == DIRECTION_UNDO)
    return ntm_sql_refuse (error, NTM_ERROR_INPUT,
                           _("“%s” cannot be undone because its rows were changed by another program since. "
                             "Nothing was changed; correct the values by hand."), entry->label);
  return ntm_sql_refuse (error, NTM_ERROR_INPUT,
                         _("“%s” cannot be redone because its rows were changed by another program since. "
                           "Nothing was changed; enter the values again."), entry->label);
}

static gboolean
set_state (NtmStore *self, const char *id, const char *state, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = ntm_sql_prepare (self->db, "UPDATE edit SET state = ?2 WHERE id = ?1", error);

  if (!statement)
    return FALSE;
  sqlite3_bind_text (statement, 1, id, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 2, state, -1, SQLITE_STATIC);
  return ntm_sql_done (self->db, sqlite3_step (statement), error);
}

static gboolean
move (NtmStore *self, Direction direction, char **label, GError **error)
{
  g_autoptr (NtmChange) change = ntm_change_new ();
  g_auto (Entry) entry = { NULL };

  if (!ntm_store_begin (self, error))
    return FALSE;
  if (!find_entry (self, direction, TRUE, &entry, error)
      || !apply_changeset (self, direction, &entry, error)
      || !set_state (self, entry.id, direction == DIRECTION_UNDO ? "undone" : "done", error)
      || !ntm_change_add_changeset (change, self, entry.changeset, error)
      || !ntm_store_commit (self, error))
    {
      ntm_store_rollback (self);
      return FALSE;
    }
  if (label)
    *label = g_steal_pointer (&entry.label);
  return ntm_store_reload (self, change, error);
}

/**
 * ntm_store_undo:
 * @self: a store
 * @label: (out) (optional) (transfer full): what was undone
 * @error: return location for an error
 *
 * Undoes the last edit that is done, also one of an earlier session.
 *
 * Returns: %TRUE, or %FALSE with nothing changed: %NTM_ERROR_NOTHING, %NTM_ERROR_INPUT if another program
 *   has changed the rows since, or as [method@Ntm.Store.apply]
 */
gboolean
ntm_store_undo (NtmStore *self, char **label, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return move (self, DIRECTION_UNDO, label, error);
}

/**
 * ntm_store_redo:
 * @self: a store
 * @label: (out) (optional) (transfer full): what was done again
 * @error: return location for an error
 *
 * Does again what was undone last. A new edit ends that possibility.
 *
 * Returns: %TRUE, or %FALSE with @error as [method@Ntm.Store.undo] and nothing changed
 */
gboolean
ntm_store_redo (NtmStore *self, char **label, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return move (self, DIRECTION_REDO, label, error);
}

static char *
dup_label (NtmStore *self, Direction direction)
{
  g_auto (Entry) entry = { NULL };

  return find_entry (self, direction, FALSE, &entry, NULL) ? g_steal_pointer (&entry.label) : NULL;
}

/**
 * ntm_store_dup_undo_label:
 * @self: a store
 *
 * Returns: (transfer full) (nullable): what [method@Ntm.Store.undo] would undo, %NULL for nothing
 */
char *
ntm_store_dup_undo_label (NtmStore *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return dup_label (self, DIRECTION_UNDO);
}

/**
 * ntm_store_dup_redo_label:
 * @self: a store
 *
 * Returns: (transfer full) (nullable): what [method@Ntm.Store.redo] would do again, %NULL for nothing
 */
char *
ntm_store_dup_redo_label (NtmStore *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return dup_label (self, DIRECTION_REDO);
}

/**
 * ntm_store_find_step:
 * @self: a store
 * @forward: whether the step is to do again what was undone
 *
 * Returns: the edit that [method@Ntm.Store.undo] or [method@Ntm.Store.redo] would move next, as
 *   [method@Ntm.Store.list_edits] numbers them, 0 for none
 */
gint64
ntm_store_find_step (NtmStore *self, gboolean forward)
{
  g_auto (Entry) entry = { NULL };

  g_return_val_if_fail (self != NULL, 0);

  return find_entry (self, forward ? DIRECTION_REDO : DIRECTION_UNDO, FALSE, &entry, NULL) ? entry.edit : 0;
}
