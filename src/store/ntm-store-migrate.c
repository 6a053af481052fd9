/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Bringing files of earlier versions up to date: a backup beside the file, then every step in one
 * transaction, at whose end the file must have exactly the schema of data/sql.
 *
 * To add a step: raise NTM_STORE_SCHEMA_VERSION, write data/sql/migrate-N.sql, which turns version N into
 * N + 1 (rename a table, create it anew as in schema.sql, copy, drop), name it in the resource, and add a
 * line below. Change-sets are of the schema they were made under, so that undo stops there.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "ntm-sql.h"
#include "ntm-store-private.h"

#define BACKUPS_MAX 1000

/**
 * ntm_migrations_get:
 * @n_steps: (out): their number
 *
 * Returns: (array length=n_steps) (transfer none) (nullable): the steps there are; version 1 is the first
 *   that files were made in, so that there is none yet
 */
const NtmMigration *
ntm_migrations_get (guint *n_steps)
{
  *n_steps = 0;
  return NULL;
}

static const NtmMigration *
find_step (const NtmMigration *steps, guint n_steps, guint from)
{
  for (guint i = 0; i < n_steps; i++)
    if (steps[i].from == from)
      return &steps[i];
  return NULL;
}

static gboolean
check_way (const char *name, guint version, const NtmMigration *steps, guint n_steps, GError **error)
{
  for (guint v = version; v < NTM_STORE_SCHEMA_VERSION; v++)
    if (!find_step (steps, n_steps, v))
      return ntm_sql_refuse (error, NTM_ERROR_FORMAT,
                             _("“%s” is of file version %u, which this program cannot read. It was not changed."),
                             name, version);
  return TRUE;
}

/* NAME.before-vN.ntm, then NAME.before-vN-2.ntm …: an earlier backup is never replaced. */
static char *
save_backup (sqlite3 *db, const char *path, GError **error)
{
  g_autofree char *stem = g_str_has_suffix (path, ".ntm") ? g_strndup (path, strlen (path) - 4) : g_strdup (path);

  for (guint i = 1; i <= BACKUPS_MAX; i++)
    {
      g_autofree char *number = i > 1 ? g_strdup_printf ("-%u", i) : g_strdup ("");
      g_autofree char *backup = g_strdup_printf ("%s.before-v%d%s.ntm", stem, NTM_STORE_SCHEMA_VERSION, number);

      if (g_file_test (backup, G_FILE_TEST_EXISTS | G_FILE_TEST_IS_SYMLINK))
        continue;
      return ntm_store_copy_to (db, backup, FALSE, error) ? g_steal_pointer (&backup) : NULL;
    }
  ntm_sql_refuse (error, NTM_ERROR_INPUT,
                  _("There are too many backups beside the file. Move some of them to another folder."));
  return NULL;
}

static gboolean
drop_views (sqlite3 *db, GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (sqlite3_stmt) statement = ntm_sql_prepare (db,
    "SELECT 'DROP VIEW \"' || replace (name, '\"', '\"\"') || '\"' FROM sqlite_schema "
    "WHERE type = 'view' AND name LIKE 'v~_%' ESCAPE '~'", error);

  if (!statement)
    return FALSE;
  while (sqlite3_step (statement) == SQLITE_ROW)
    g_ptr_array_add (names, ntm_sql_dup_text (statement, 0));
  sqlite3_reset (statement);
  for (guint i = 0; i < names->len; i++)
    if (!ntm_sql_exec (db, names->pdata[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
check_references (sqlite3 *db, const char *name, GError **error)
{
  gint64 n_broken;

  if (!ntm_sql_int64 (db, "SELECT count (*) FROM pragma_foreign_key_check", &n_broken, error))
    return FALSE;
  return n_broken == 0
         || ntm_sql_refuse (error, NTM_ERROR_FORMAT,
                            _("“%s” could not be brought up to date: %d of its rows refer to rows that do not exist. "
                              "It was not changed."), name, (int) n_broken);
}

static gboolean
run_steps (sqlite3 *db, const char *path, guint version, const NtmMigration *steps, guint n_steps, GError **error)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *finish = g_strdup_printf ("UPDATE edit SET undoable = 0; PRAGMA user_version = %d",
                                             NTM_STORE_SCHEMA_VERSION);

  if (!drop_views (db, error))
    return FALSE;
  for (guint v = version; v < NTM_STORE_SCHEMA_VERSION; v++)
    {
      const NtmMigration *step = find_step (steps, n_steps, v);

      if (!step || !ntm_sql_exec_resource (db, step->resource, error))
        return FALSE;
    }
  return ntm_sql_exec (db, finish, error)
         && ntm_schema_create_views (db, error)
         && ntm_schema_matches (db, path, error)
         && check_references (db, name, error)
         && ntm_sql_exec (db, "COMMIT", error);
}

/**
 * ntm_store_migrate:
 * @db: a connection that may write, by the holder of the lock
 * @path: its file
 * @version: its schema version, below %NTM_STORE_SCHEMA_VERSION
 * @steps: (array length=n_steps) (nullable): the steps there are
 * @n_steps: their number
 * @error: return location for an error
 *
 * Brings a file up to date, after a backup `NAME.before-vN.ntm` beside it. Earlier edits can no longer be
 * undone; their history stays.
 *
 * Returns: %TRUE, or %FALSE with @error set, the file as it was and no backup made
 */
gboolean
ntm_store_migrate (sqlite3 *db, const char *path, guint version, const NtmMigration *steps, guint n_steps,
                   GError **error)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *backup = NULL;
  gboolean ok;

  if (!check_way (name, version, steps, n_steps, error) || !(backup = save_backup (db, path, error)))
    return FALSE;
  /* Tables are made anew while others refer to them; the references are checked at the end instead. */
  ok = ntm_sql_exec (db, "PRAGMA foreign_keys = OFF; BEGIN IMMEDIATE", error)
       && run_steps (db, path, version, steps, n_steps, error);
  if (!sqlite3_get_autocommit (db))
    sqlite3_exec (db, "ROLLBACK", NULL, NULL, NULL);
  sqlite3_exec (db, "PRAGMA foreign_keys = ON", NULL, NULL, NULL);
  if (!ok)
    g_unlink (backup);
  return ok;
}
