/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * An open file: made, opened, closed. What a file must stand before it is trusted is in
 * ntm-store-open-checks.c and ntm-store-schema.c; writing goes through ntm-journal.c.
 */

#include "config.h"

#include <stdlib.h>
#include <unistd.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "ntm-sql.h"
#include "ntm-store-private.h"
#include "ntm-text.h"

static char *
default_author (void)
{
  const char *name = g_get_real_name ();

  if (!name || !*name || g_str_equal (name, "Unknown"))
    name = g_get_user_name ();
  return g_utf8_make_valid (name, -1);
}

static NtmStore *
new_store (const char *path)
{
  NtmStore *self = g_new0 (NtmStore, 1);

  self->path = g_canonicalize_filename (path, NULL);
  self->author = default_author ();
  self->statements = ntm_statements_new ();
  return self;
}

static gboolean
build_file (const char *path, GError **error)
{
  g_autofree char *settings = g_strdup_printf ("BEGIN; PRAGMA application_id = %d; PRAGMA user_version = %d",
                                               NTM_STORE_APPLICATION_ID, NTM_STORE_SCHEMA_VERSION);
  g_autoptr (sqlite3) db = NULL;
  int rc = sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE, NULL);

  if (rc != SQLITE_OK)
    return ntm_sql_fail (db, rc, error);
  sqlite3_extended_result_codes (db, 1);
  return ntm_sql_exec (db, settings, error)
         && ntm_schema_create (db, error)
         && ntm_schema_create_views (db, error)
         && ntm_sql_exec (db, "COMMIT", error);
}

/**
 * ntm_store_create:
 * @path: (type filename): where the file is to be
 * @error: return location for an error
 *
 * Makes an empty file and opens it for writing. The file appears complete or not at all.
 *
 * Returns: (transfer full): the store, or %NULL with %NTM_ERROR_INPUT if @path exists already, which is then
 *   left as it is, or with what the disk refused
 */
NtmStore *
ntm_store_create (const char *path, GError **error)
{
  g_autofree char *absolute = NULL, *temporary = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  absolute = ntm_file_absolute (path, error);
  if (!absolute)
    return NULL;
  if (g_file_test (absolute, G_FILE_TEST_EXISTS | G_FILE_TEST_IS_SYMLINK))
    {
      g_autofree char *name = g_filename_display_name (absolute);

      ntm_sql_refuse (error, NTM_ERROR_INPUT, _("“%s” exists already and was left as it is. Choose another name."), name);
      return NULL;
    }
  temporary = ntm_file_new_beside (absolute, error);
  if (!temporary)
    return NULL;
  if (build_file (temporary, error) && ntm_file_publish (temporary, absolute, FALSE, error))
    return ntm_store_open (absolute, NTM_STORE_WRITE, error);
  g_unlink (temporary);
  return NULL;
}

/* The lock and SQLite's own files belong beside the file itself, not beside a link to it. */
static char *
resolve_links (const char *path)
{
  char *real = realpath (path, NULL);
  char *copy = g_strdup (real ? real : path);

  free (real);
  return copy;
}

static gboolean
connect_store (NtmStore *self, const char *path, NtmStoreFlags flags, GError **error)
{
  self->read_only = (flags & NTM_STORE_READ_ONLY) != 0 || !ntm_file_can_write (path);
  if (!self->read_only && !(self->lock = ntm_store_lock_take (path, self->author, error)))
    return FALSE;
  self->db = ntm_store_connect (path, self->read_only, error);
  return self->db != NULL && (ntm_file_identify (path, &self->device, &self->inode) || ntm_store_check_path (path, error));
}

static gboolean
bring_up_to_date (NtmStore *self, const char *path, guint version, const NtmMigration *steps, guint n_steps,
                  GError **error)
{
  g_autofree char *name = g_filename_display_basename (path);

  if (version == NTM_STORE_SCHEMA_VERSION)
    return TRUE;
  if (!self->read_only)
    return ntm_store_migrate (self->db, path, version, steps, n_steps, error);
  return ntm_sql_refuse (error, NTM_ERROR_READ_ONLY,
                         _("“%s” was written by an older version and must be opened for writing once. "
                           "Copy it to a folder of yours and open it there."), name);
}

static gboolean
load_atlas (NtmStore *self, GError **error)
{
  self->atlas = ntm_atlas_new (ntm_store_load, self);
  return ntm_atlas_load (self->atlas, error);
}

/* What cannot be read now is missing from its view, as if it had been asked for there. */
static void
load_everything (NtmStore *self, const NtmStoreWatch *watch)
{
  const GPtrArray *indicators = ntm_atlas_records (self->atlas, NTM_TABLE_INDICATOR);

  ntm_atlas_records (self->atlas, NTM_TABLE_BOUNDARY);
  for (guint i = 0; self->has_few_values && i < indicators->len && !g_cancellable_is_cancelled (watch->cancellable); i++)
    ntm_atlas_series (self->atlas, ((const NtmIndicator *) indicators->pdata[i])->code, NULL);
}

/**
 * ntm_store_open_full:
 * @path: (type filename): a file
 * @flags: how to open it
 * @steps: (array length=n_steps) (nullable): the steps by which older files are brought up to date
 * @n_steps: their number
 * @watch: (nullable): who looks on
 * @error: return location for an error
 *
 * Opens a file as [func@Ntm.store_open] does, with other steps than the program's own.
 *
 * Returns: (transfer full): the store, or %NULL with @error set
 */
NtmStore *
ntm_store_open_full (const char *path, NtmStoreFlags flags, const NtmMigration *steps, guint n_steps,
                     const NtmStoreWatch *watch, GError **error)
{
  g_autoptr (NtmStore) self = new_store (path);
  g_autofree char *real = resolve_links (self->path);
  g_autoptr (GError) own = NULL;
  guint version;
  gboolean done;

  /* In a folder that was deleted, GLib makes an absolute path out of thin air. */
  if (g_access (path, F_OK) != 0 && !ntm_store_check_path (path, error))
    return NULL;
  if (!ntm_store_check_path (real, error)
      || !connect_store (self, real, flags, error)
      || !ntm_store_check_identity (self->db, real, &version, error)
      || !bring_up_to_date (self, real, version, steps, n_steps, error)
      || !ntm_schema_matches (self->db, real, error))
    return NULL;
  done = ntm_store_watch_begin (self, watch, &own)
         && ntm_store_note_version (self, &own)
         && ntm_store_check_soundness (self->db, real, &own)
         && load_atlas (self, &own);
  if (done && watch && watch->everything)
    load_everything (self, watch);
  if (ntm_store_watch_end (self, done, &own))
    return g_steal_pointer (&self);
  g_propagate_error (error, g_steal_pointer (&own));
  return NULL;
}

/**
 * ntm_store_open:
 * @path: (type filename): a file
 * @flags: %NTM_STORE_WRITE, or %NTM_STORE_READ_ONLY to leave it and its folder untouched
 * @error: return location for an error
 *
 * Opens a file and loads its registers. What cannot be written, be it the file or its folder, is opened for
 * reading only even if writing was asked for: [method@Ntm.Store.is_read_only] tells. A file of an older
 * version is brought up to date, after a backup `NAME.before-vN.ntm` beside it.
 *
 * Returns: (transfer full): the store, or %NULL with %NTM_ERROR_NOT_FOUND, %NTM_ERROR_FORMAT if it is not one
 *   of our files or is damaged, %NTM_ERROR_NEWER, %NTM_ERROR_LOCKED if someone else is writing, who is then
 *   named, %NTM_ERROR_READ_ONLY, %NTM_ERROR_NO_SPACE or %NTM_ERROR_SYSTEM
 */
NtmStore *
ntm_store_open (const char *path, NtmStoreFlags flags, GError **error)
{
  return ntm_store_open_watched (path, flags, NULL, error);
}

/**
 * ntm_store_open_watched:
 * @path: (type filename): a file
 * @flags: how to open it
 * @watch: (nullable): who looks on, and may stop it
 * @error: return location for an error
 *
 * Opens a file as [func@Ntm.store_open] does. The store may be opened in one thread and handed on to another.
 *
 * Returns: (transfer full): the store, or %NULL with @error set: as ntm_store_open(), and %G_IO_ERROR_CANCELLED
 */
NtmStore *
ntm_store_open_watched (const char *path, NtmStoreFlags flags, const NtmStoreWatch *watch, GError **error)
{
  const NtmMigration *steps;
  guint n_steps;

  g_return_val_if_fail (path != NULL, NULL);

  steps = ntm_migrations_get (&n_steps);
  return ntm_store_open_full (path, flags, steps, n_steps, watch, error);
}

/* One file, readable anywhere. While someone else still reads, the log stays until the next time. */
static void
leave_tidy (NtmStore *self)
{
  sqlite3_busy_timeout (self->db, 0);
  sqlite3_exec (self->db, "PRAGMA journal_mode = DELETE", NULL, NULL, NULL);
}

/**
 * ntm_store_free:
 * @self: (nullable) (transfer full): a store
 *
 * Closes a file and gives up the lock. Its Atlas must not be used after that.
 */
void
ntm_store_free (NtmStore *self)
{
  if (!self)
    return;
  g_clear_object (&self->atlas);
  g_hash_table_unref (self->statements);
  sqlite3_finalize (self->row_query);
  for (guint i = 0; i < NTM_N_TABLES; i++)
    ntm_columns_free (self->columns[i]);
  if (self->db && !self->read_only && self->lock)
    leave_tidy (self);
  sqlite3_close (self->db);
  ntm_store_lock_free (self->lock);
  g_free (self->author);
  g_free (self->path);
  g_free (self);
}

/**
 * ntm_store_get_path:
 * @self: a store
 *
 * Returns: (transfer none) (type filename): the absolute path of the file
 */
const char *
ntm_store_get_path (NtmStore *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->path;
}

/**
 * ntm_store_get_atlas:
 * @self: a store
 *
 * Returns: (transfer none): the Atlas of the file
 */
NtmAtlas *
ntm_store_get_atlas (NtmStore *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->atlas;
}

/**
 * ntm_store_is_read_only:
 * @self: a store
 *
 * Returns: whether nothing can be written to the file
 */
gboolean
ntm_store_is_read_only (NtmStore *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return self->read_only;
}

/**
 * ntm_store_set_author:
 * @self: a store
 * @author: (nullable): who makes the edits from now on; the name of the computer's user if %NULL or ""
 *
 * Sets the name under which the history keeps edits, and others see who holds the file.
 */
void
ntm_store_set_author (NtmStore *self, const char *author)
{
  char *name;

  g_return_if_fail (self != NULL);

  name = author ? ntm_text_nfc (author, -1, NULL) : NULL;
  if (name)
    g_strdelimit (g_strstrip (name), "\n\r\t", ' ');
  if (!name || !*name)
    {
      g_free (name);
      name = default_author ();
    }
  g_free (self->author);
  self->author = name;
  if (self->lock)
    ntm_store_lock_name (self->lock, name);
}
