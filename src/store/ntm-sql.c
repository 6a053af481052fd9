/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * SQLite with GError. One place turns what SQLite and the disk report into a sentence of ours: what is
 * wrong, what was kept, what to do.
 */

#include "config.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "ntm-sql.h"
#include "ntm-store-resource.h"

/**
 * ntm_sql_refuse:
 * @error: (out) (optional): where to put the error
 * @code: what the caller may do about it
 * @format: a whole translated sentence, printf-style
 * @...: its parameters
 *
 * Reports a failure.
 *
 * Returns: always %FALSE
 */
gboolean
ntm_sql_refuse (GError **error, NtmErrorCode code, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  g_propagate_error (error, g_error_new_valist (NTM_ERROR, (int) code, format, args));
  va_end (args);
  return FALSE;
}

/*
 * A full disk, a quota and a limit of file size reach us as different errors of writing. The number of the
 * system's error may be overwritten by what SQLite does after it; a disk that fails says EIO.
 */
static gboolean
is_no_space (sqlite3 *db, int rc)
{
  int number = db ? sqlite3_system_errno (db) : 0;

  if ((rc & 0xff) == SQLITE_FULL || rc == SQLITE_IOERR_SHMSIZE)
    return TRUE;
  if (rc == SQLITE_IOERR_WRITE)
    return number != EIO;
  return (rc & 0xff) == SQLITE_IOERR && (number == ENOSPC || number == EDQUOT || number == EFBIG);
}

/* The causes a person may do something about; those that are left keep SQLite's English words. */
static const char *
describe_cause (sqlite3 *db, int rc)
{
  switch (rc & 0xff)
    {
    case SQLITE_CANTOPEN:
      return _("the file or its folder cannot be opened");
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return _("you do not have the permission");
    case SQLITE_IOERR:
      return _("the disk reports an error");
    case SQLITE_NOMEM:
      return _("there is not enough memory");
    case SQLITE_PROTOCOL:
      return _("the file is locked and the lock does not answer");
    default:
      return db ? sqlite3_errmsg (db) : sqlite3_errstr (rc);
    }
}

/**
 * ntm_sql_fail:
 * @db: (nullable): the connection that failed
 * @rc: what SQLite returned
 * @error: return location for an error
 *
 * Reports what SQLite refused, in a sentence and with the code that tells what can be done.
 *
 * Returns: always %FALSE
 */
gboolean
ntm_sql_fail (sqlite3 *db, int rc, GError **error)
{
  const char *detail = db ? sqlite3_errmsg (db) : sqlite3_errstr (rc);
  g_autofree char *valid = g_utf8_make_valid (detail, -1);

  /* Its own words are for whoever looks into it: G_MESSAGES_DEBUG=all shows them. */
  g_info ("SQLite: %s (%d)", valid, rc);
  if (is_no_space (db, rc))
    return ntm_sql_refuse (error, NTM_ERROR_NO_SPACE,
                           _("The disk is full. The file is as it was before; free some space and try again."));
  if (rc == SQLITE_READONLY_ROLLBACK || rc == SQLITE_READONLY_RECOVERY)
    return ntm_sql_refuse (error, NTM_ERROR_READ_ONLY,
                           _("The file was not closed properly and cannot be written, so it cannot be put in order. "
                             "Copy it together with the files beside it to another folder and open it there."));
  switch (rc & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return ntm_sql_refuse (error, NTM_ERROR_LOCKED,
                             _("Another program is using the file. Nothing was changed; close it there and try again."));
    case SQLITE_READONLY:
      return ntm_sql_refuse (error, NTM_ERROR_READ_ONLY,
                             _("The file cannot be written. Nothing was changed; save a copy elsewhere and work there."));
    case SQLITE_CORRUPT:
      return ntm_sql_refuse (error, NTM_ERROR_FORMAT,
                             _("The file is damaged: what is in it is not in order. Nothing was changed; "
                               "open a backup of it."));
    case SQLITE_NOTADB:
      return ntm_sql_refuse (error, NTM_ERROR_FORMAT,
                             _("The file is damaged: its beginning is not that of an NTM Atlas file. Nothing was changed; "
                               "open a backup of it."));
    case SQLITE_CONSTRAINT:
    case SQLITE_MISMATCH:
      return ntm_sql_refuse (error, NTM_ERROR_INPUT,
                             _("The file does not take this change (%s). Nothing was changed; correct it and try again."),
                             detail);
    case SQLITE_TOOBIG:
      return ntm_sql_refuse (error, NTM_ERROR_RANGE,
                             _("The change is too large. Nothing was changed; make it in several parts."));
    default:
      return ntm_sql_refuse (error, NTM_ERROR_SYSTEM,
                             _("The file could not be read or written (%s). Nothing was changed; "
                               "check the disk and try again."), describe_cause (db, rc));
    }
}

/**
 * ntm_sql_exec:
 * @db: a connection
 * @sql: one or several statements without results or whose results do not matter
 * @error: return location for an error
 *
 * Runs fixed SQL; values from outside never come this way.
 *
 * Returns: %TRUE, or %FALSE with @error as of [func@Ntm.sql_fail]
 */
gboolean
ntm_sql_exec (sqlite3 *db, const char *sql, GError **error)
{
  int rc = sqlite3_exec (db, sql, NULL, NULL, NULL);

  return rc == SQLITE_OK || ntm_sql_fail (db, rc, error);
}

/**
 * ntm_sql_prepare:
 * @db: a connection
 * @sql: one statement
 * @error: return location for an error
 *
 * Compiles a statement.
 *
 * Returns: (transfer full): the statement, or %NULL with @error set
 */
sqlite3_stmt *
ntm_sql_prepare (sqlite3 *db, const char *sql, GError **error)
{
  sqlite3_stmt *statement = NULL;
  int rc = sqlite3_prepare_v2 (db, sql, -1, &statement, NULL);

  if (rc != SQLITE_OK)
    ntm_sql_fail (db, rc, error);
  return statement;
}

/**
 * ntm_sql_done:
 * @db: a connection
 * @rc: what the last step of a statement returned
 * @error: return location for an error
 *
 * Tells the end of the rows from a failure on the way.
 *
 * Returns: %TRUE if @rc is `SQLITE_DONE`, else %FALSE with @error set
 */
gboolean
ntm_sql_done (sqlite3 *db, int rc, GError **error)
{
  return rc == SQLITE_DONE || ntm_sql_fail (db, rc, error);
}

/**
 * ntm_sql_int64:
 * @db: a connection
 * @sql: a statement with one number as its result
 * @out: (out): the number; 0 when there is no row
 * @error: return location for an error
 *
 * Asks for one number.
 *
 * Returns: %TRUE, or %FALSE with @error set
 */
gboolean
ntm_sql_int64 (sqlite3 *db, const char *sql, gint64 *out, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = ntm_sql_prepare (db, sql, error);
  int rc;

  *out = 0;
  if (!statement)
    return FALSE;
  rc = sqlite3_step (statement);
  if (rc != SQLITE_ROW)
    return ntm_sql_done (db, rc, error);
  *out = sqlite3_column_int64 (statement, 0);
  return TRUE;
}

/**
 * ntm_sql_dup_text:
 * @statement: a statement standing on a row
 * @column: a column of its result
 *
 * Returns: (transfer full) (nullable): the text, made valid UTF-8 whatever the file holds; %NULL for NULL
 */
char *
ntm_sql_dup_text (sqlite3_stmt *statement, int column)
{
  const char *text = (const char *) sqlite3_column_text (statement, column);

  return text ? g_utf8_make_valid (text, -1) : NULL;
}

/**
 * ntm_sql_exec_resource:
 * @db: a connection
 * @resource: path of a resource that holds SQL
 * @error: return location for an error
 *
 * Runs the SQL of a resource: one of this folder's, or one that the program has registered.
 *
 * Returns: %TRUE, or %FALSE with @error set
 */
gboolean
ntm_sql_exec_resource (sqlite3 *db, const char *resource, GError **error)
{
  /* Asking our own resource by name keeps the linker from dropping it out of a static library. */
  g_autoptr (GBytes) bytes = g_resource_lookup_data (ntm_store_get_resource (), resource,
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autofree char *sql = NULL;

  if (!bytes)
    bytes = g_resources_lookup_data (resource, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  if (!bytes)
    return FALSE;
  sql = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  return ntm_sql_exec (db, sql, error);
}

/**
 * ntm_sql_append_name:
 * @sql: the statement being built
 * @name: a name of the schema, never of a person
 *
 * Appends a quoted name.
 */
void
ntm_sql_append_name (GString *sql, const char *name)
{
  g_string_append_printf (sql, "\"%s\"", name);
}
