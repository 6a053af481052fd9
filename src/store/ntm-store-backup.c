/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A copy of an open file, whole and at one moment. */

#include "config.h"

#include <sys/stat.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "ntm-sql.h"
#include "ntm-store-private.h"

static gboolean
copy_pages (sqlite3 *from, sqlite3 *to, GError **error)
{
  sqlite3_backup *backup = sqlite3_backup_init (to, "main", from, "main");
  int rc;

  if (!backup)
    return ntm_sql_fail (to, sqlite3_errcode (to), error);
  rc = sqlite3_backup_step (backup, -1);
  sqlite3_backup_finish (backup);
  return rc == SQLITE_DONE || ntm_sql_fail (to, rc, error);
}

static gboolean
copy_into (sqlite3 *from, const char *temporary, GError **error)
{
  g_autoptr (sqlite3) to = NULL;
  int rc = sqlite3_open_v2 (temporary, &to, SQLITE_OPEN_READWRITE, NULL);

  if (rc != SQLITE_OK)
    return ntm_sql_fail (to, rc, error);
  sqlite3_extended_result_codes (to, 1);
  /* The copy says of itself that it has a log beside it, as its original has. */
  return copy_pages (from, to, error) && ntm_sql_exec (to, "PRAGMA journal_mode = DELETE", error);
}

/**
 * ntm_store_copy_to:
 * @db: a connection
 * @path: where the copy goes
 * @replace: whether a file of that name gives way
 * @error: return location for an error
 *
 * Copies a whole database into a file, which appears at once or not at all.
 *
 * Returns: %TRUE, or %FALSE with @error set
 */
gboolean
ntm_store_copy_to (sqlite3 *db, const char *path, gboolean replace, GError **error)
{
  g_autofree char *temporary = ntm_file_new_beside (path, error);

  if (!temporary)
    return FALSE;
  if (copy_into (db, temporary, error) && ntm_file_publish (temporary, path, replace, error))
    return TRUE;
  g_unlink (temporary);
  return FALSE;
}

static gboolean
is_same_file (const char *a, const char *b)
{
  GStatBuf x, y;

  return g_stat (a, &x) == 0 && g_stat (b, &y) == 0 && x.st_dev == y.st_dev && x.st_ino == y.st_ino;
}

/**
 * ntm_store_backup:
 * @self: a store
 * @path: where the copy goes; a file of that name gives way to it once it is complete
 * @error: return location for an error
 *
 * Copies the file with its whole history. Also works while it is open for reading only.
 *
 * Returns: %TRUE, or %FALSE with @error set and @path as it was: %NTM_ERROR_INPUT if @path is the file
 *   itself, %NTM_ERROR_LOCKED if someone is writing to @path
 */
gboolean
ntm_store_backup (NtmStore *self, const char *path, GError **error)
{
  g_autoptr (NtmStoreLock) lock = NULL;

  g_return_val_if_fail (self != NULL && path != NULL, FALSE);

  if (is_same_file (self->path, path))
    return ntm_sql_refuse (error, NTM_ERROR_INPUT,
                           _("A backup cannot replace the file itself. Choose another name."));
  if (g_file_test (path, G_FILE_TEST_EXISTS) && !(lock = ntm_store_lock_take (path, self->author, error)))
    return FALSE;
  return ntm_store_copy_to (self->db, path, TRUE, error);
}
