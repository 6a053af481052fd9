/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One write at a time, whole or not at all. A closed file is in rollback mode, so that it is one file
 * that can be read anywhere; the first write of a store turns it to write-ahead logging, in which readers
 * are not held up, and closing turns it back.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ntm-sql.h"
#include "ntm-store-private.h"

/**
 * ntm_store_check_place:
 * @self: a store
 * @error: return location for an error
 *
 * Looks whether the file is still where it was opened. One that is not is gone once it is closed, with all that
 * was written to it since.
 *
 * Returns: %TRUE, or %FALSE with %NTM_ERROR_SYSTEM if it was deleted, moved or replaced
 */
gboolean
ntm_store_check_place (NtmStore *self, GError **error)
{
  g_autofree char *name = NULL;
  guint64 device, inode;

  g_return_val_if_fail (self != NULL, FALSE);

  name = g_filename_display_basename (self->path);
  if (!ntm_file_identify (self->path, &device, &inode))
    return ntm_sql_refuse (error, NTM_ERROR_SYSTEM,
                           _("“%s” is no longer there: it was moved, renamed or deleted. Nothing was changed; "
                             "save a copy and work there."), name);
  if (device != self->device || inode != self->inode)
    return ntm_sql_refuse (error, NTM_ERROR_SYSTEM,
                           _("Another file has taken the place of “%s”. Nothing was changed in either; "
                             "save a copy and work there."), name);
  return TRUE;
}

/*
 * SQLite writes on happily into a file that has lost its name, and into one that may no longer be written;
 * all of it would be gone once the file is closed, or come as a surprise to whoever took the permission away.
 */
static gboolean
check_writable (NtmStore *self, GError **error)
{
  g_autofree char *name = g_filename_display_basename (self->path);

  if (self->read_only)
    return ntm_sql_refuse (error, NTM_ERROR_READ_ONLY,
                           _("“%s” is open for reading only. Nothing was changed; save a copy and work there."), name);
  if (!ntm_store_check_place (self, error))
    return FALSE;
  if (!ntm_file_can_write (sqlite3_db_filename (self->db, "main")))
    return ntm_sql_refuse (error, NTM_ERROR_READ_ONLY,
                           _("“%s” or its folder may no longer be written. Nothing was changed; save a copy and work there."),
                           name);
  return TRUE;
}

/**
 * ntm_store_begin:
 * @self: a store
 * @error: return location for an error
 *
 * Begins a transaction that may write. References between rows are checked at its end.
 *
 * Returns: %TRUE, or %FALSE with %NTM_ERROR_READ_ONLY, %NTM_ERROR_LOCKED, %NTM_ERROR_SYSTEM if the file has
 *   lost its place, or what the disk refused
 */
gboolean
ntm_store_begin (NtmStore *self, GError **error)
{
  if (!check_writable (self, error))
    return FALSE;
  if (!ntm_sql_exec (self->db, "PRAGMA journal_mode = WAL", error)
      || !ntm_sql_exec (self->db, "BEGIN IMMEDIATE", error))
    return FALSE;
  if (ntm_sql_exec (self->db, "PRAGMA defer_foreign_keys = ON", error))
    return TRUE;
  ntm_store_rollback (self);
  return FALSE;
}

/* Names the first row that refers to nothing: the table it is in and the one it refers to. */
static gboolean
refuse_reference (NtmStore *self, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = ntm_sql_prepare (self->db,
    "SELECT \"table\", parent FROM pragma_foreign_key_check", error);
  g_autofree char *table = NULL, *parent = NULL;

  if (!statement)
    return FALSE;
  if (sqlite3_step (statement) != SQLITE_ROW)
    return ntm_sql_fail (self->db, SQLITE_CONSTRAINT, error);
  table = ntm_sql_dup_text (statement, 0);
  parent = ntm_sql_dup_text (statement, 1);
  return ntm_sql_refuse (error, NTM_ERROR_INPUT,
                         _("After this change, “%s” would refer to something that “%s” does not hold. Nothing was "
                           "changed; write what is referred to first, or delete what refers to it."), table, parent);
}

/**
 * ntm_store_commit:
 * @self: a store in a transaction
 * @error: return location for an error
 *
 * Ends a transaction. On failure it is rolled back.
 *
 * Returns: %TRUE once everything is on the disk, or %FALSE with @error set and nothing changed
 */
gboolean
ntm_store_commit (NtmStore *self, GError **error)
{
  int rc = sqlite3_exec (self->db, "COMMIT", NULL, NULL, NULL);

  if (rc == SQLITE_OK)
    return TRUE;
  if (rc == SQLITE_CONSTRAINT_FOREIGNKEY)
    refuse_reference (self, error);
  else
    ntm_sql_fail (self->db, rc, error);
  ntm_store_rollback (self);
  return FALSE;
}

/**
 * ntm_store_rollback:
 * @self: a store
 *
 * Takes a transaction back, if one is going on. SQLite ends some itself when the disk fails.
 */
void
ntm_store_rollback (NtmStore *self)
{
  if (!sqlite3_get_autocommit (self->db))
    sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);
}
