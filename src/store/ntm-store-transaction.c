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
 * ntm_store_begin:
 * @self: a store
 * @error: return location for an error
 *
 * Begins a transaction that may write. References between rows are checked at its end.
 *
 * Returns: %TRUE, or %FALSE with %NTM_ERROR_READ_ONLY, %NTM_ERROR_LOCKED or what the disk refused
 */
gboolean
ntm_store_begin (NtmStore *self, GError **error)
{
  if (self->read_only)
    {
      g_autofree char *name = g_filename_display_basename (self->path);

      return ntm_sql_refuse (error, NTM_ERROR_READ_ONLY,
                             _("“%s” is open for reading only. Nothing was changed; save a copy and work there."), name);
    }
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
