/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Copies of the file in a folder of the person's choice, named after the file and the time:
 * `hatinh-20240221-173005.ntm`. Only the newest of these names are kept; no other file is touched.
 */

#include "config.h"

#include "ntm-backup.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

#include "ntm-error.h"

#define STAMP_LENGTH 15   /* 20240221-173005 */

struct _NtmBackup
{
  GObject parent_instance;

  NtmDesk   *desk;
  GSettings *settings;
  NtmAtlas  *atlas;      /* weak: of the file that is watched */
  gulong     changed_id;
  gboolean   is_changed;
};

G_DEFINE_FINAL_TYPE (NtmBackup, ntm_backup, G_TYPE_OBJECT)

/* --- names ------------------------------------------------------------------------------------ */

/* "hatinh" of "FOLDER/hatinh.ntm" */
static char *
stem_of (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);

  if (g_str_has_suffix (name, ".ntm"))
    name[strlen (name) - strlen (".ntm")] = '\0';
  return g_steal_pointer (&name);
}

static gboolean
is_stamp (const char *text)
{
  for (guint i = 0; i < STAMP_LENGTH; i++)
    if (i == 8 ? text[i] != '-' : !g_ascii_isdigit (text[i]))
      return FALSE;
  return TRUE;
}

static gboolean
is_backup_of (const char *name,
              const char *stem)
{
  gsize n = strlen (stem);

  return g_str_has_prefix (name, stem) && name[n] == '-' && strlen (name) == n + 1 + STAMP_LENGTH + strlen (".ntm")
         && is_stamp (name + n + 1) && g_str_has_suffix (name, ".ntm");
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) b, *(const char *const *) a);
}

/* The stamp orders the names; what cannot be removed is removed next time. */
static void
prune (const char *folder,
       const char *stem)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (is_backup_of (name, stem))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  for (guint i = NTM_BACKUP_KEPT; i < names->len; i++)
    {
      g_autofree char *path = g_build_filename (folder, g_ptr_array_index (names, i), NULL);

      g_unlink (path);
    }
}

static char *
name_copy (const char *folder,
           const char *stem,
           GDateTime  *now)
{
  g_autofree char *stamp = g_date_time_format (now, "%Y%m%d-%H%M%S");
  g_autofree char *name = g_strdup_printf ("%s-%s.ntm", stem, stamp);

  return g_build_filename (folder, name, NULL);
}

static gboolean
check_folder (const char *folder,
              GError    **error)
{
  if (g_file_test (folder, G_FILE_TEST_IS_DIR))
    return TRUE;
  g_set_error (error, NTM_ERROR, NTM_ERROR_NOT_FOUND,
               _("The backup folder %s is not there. Connect its drive or choose another folder in the preferences."), folder);
  return FALSE;
}

/**
 * ntm_backup_write:
 * @store: an open file
 * @folder: the folder for backups
 * @now: the time that goes into the name
 * @error: return location for an error
 *
 * Copies the file into @folder and removes all but the newest ten copies of it there. A failed call removes
 * nothing.
 *
 * Returns: (transfer full): path of the copy, or %NULL with %NTM_ERROR_NOT_FOUND if there is no such folder,
 *   or the error of ntm_store_backup()
 */
char *
ntm_backup_write (NtmStore   *store,
                  const char *folder,
                  GDateTime  *now,
                  GError    **error)
{
  g_autofree char *stem = stem_of (ntm_store_get_path (store));
  g_autofree char *path = name_copy (folder, stem, now);

  if (!check_folder (folder, error) || !ntm_store_backup (store, path, error))
    return NULL;
  prune (folder, stem);
  return g_steal_pointer (&path);
}

/* --- on another thread ------------------------------------------------------------------------ */

typedef struct
{
  char *path, *folder;
} Copy;

static void
copy_free (gpointer data)
{
  Copy *self = data;

  g_free (self->path);
  g_free (self->folder);
  g_free (self);
}

/* A reader of its own: the window's connection stays with its thread. */
static void
copy_thread (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  const Copy *copy = task_data;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GError) error = NULL;
  g_autoptr (NtmStore) store = ntm_store_open (copy->path, NTM_STORE_READ_ONLY, &error);
  char *path = store == NULL ? NULL : ntm_backup_write (store, copy->folder, now, &error);

  if (path == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, path, g_free);
}

/**
 * ntm_backup_async:
 * @store: an open file
 * @folder: the folder for backups
 * @source: (type GObject): who asks
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Copies what is in the file on another thread.
 */
void
ntm_backup_async (NtmStore           *store,
                  const char         *folder,
                  gpointer            source,
                  GAsyncReadyCallback callback,
                  gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (source, NULL, callback, user_data);
  Copy *copy = g_new0 (Copy, 1);

  copy->path = g_strdup (ntm_store_get_path (store));
  copy->folder = g_strdup (folder);
  g_task_set_task_data (task, copy, copy_free);
  g_task_run_in_thread (task, copy_thread);
}

/**
 * ntm_backup_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: (transfer full): path of the copy, or %NULL with @error set
 */
char *
ntm_backup_finish (GAsyncResult *result,
                   GError      **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- on closing ------------------------------------------------------------------------------- */

static void
atlas_changed_cb (NtmBackup *self)
{
  self->is_changed = TRUE;
}

static void
watch (NtmBackup *self,
       NtmAtlas  *atlas)
{
  if (atlas == self->atlas)
    return;
  if (self->atlas != NULL)
    g_clear_signal_handler (&self->changed_id, self->atlas);
  self->changed_id = 0;
  self->is_changed = FALSE;
  g_set_weak_pointer (&self->atlas, atlas);
  if (atlas != NULL)
    self->changed_id = g_signal_connect_swapped (atlas, "changed", G_CALLBACK (atlas_changed_cb), self);
}

static void
desk_changed_cb (NtmBackup *self)
{
  watch (self, ntm_desk_get_atlas (self->desk));
}

static void
ntm_backup_dispose (GObject *object)
{
  NtmBackup *self = NTM_BACKUP (object);

  watch (self, NULL);
  if (self->desk != NULL)
    g_signal_handlers_disconnect_by_data (self->desk, self);
  g_clear_object (&self->desk);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (ntm_backup_parent_class)->dispose (object);
}

static void
ntm_backup_class_init (NtmBackupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ntm_backup_dispose;
}

static void
ntm_backup_init (NtmBackup *self)
{
}

/**
 * ntm_backup_new:
 * @desk: a desk
 * @settings: the settings of the program
 *
 * Returns: (transfer full): what watches the files that come onto @desk
 */
NtmBackup *
ntm_backup_new (NtmDesk   *desk,
                GSettings *settings)
{
  NtmBackup *self = g_object_new (NTM_TYPE_BACKUP, NULL);

  self->desk = g_object_ref (desk);
  self->settings = g_object_ref (settings);
  g_signal_connect_swapped (desk, "changed", G_CALLBACK (desk_changed_cb), self);
  desk_changed_cb (self);
  return self;
}

/**
 * ntm_backup_is_due:
 * @self: a watcher
 *
 * Returns: whether a folder is set and the open file was changed here since it was opened or copied
 */
gboolean
ntm_backup_is_due (NtmBackup *self)
{
  g_autofree char *folder = NULL;
  NtmStore *store;

  g_return_val_if_fail (NTM_IS_BACKUP (self), FALSE);

  store = ntm_desk_get_store (self->desk);
  folder = g_settings_get_string (self->settings, "backup-folder");
  return self->is_changed && *folder != '\0' && store != NULL && !ntm_store_is_read_only (store);
}

/**
 * ntm_backup_on_close:
 * @self: a watcher
 * @error: return location for an error
 *
 * Copies the open file where that is due. To be called before the file is closed.
 *
 * Returns: %FALSE with @error set if the copy could not be made; the file itself has every change
 */
gboolean
ntm_backup_on_close (NtmBackup *self,
                     GError   **error)
{
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GDateTime) now = NULL;

  g_return_val_if_fail (NTM_IS_BACKUP (self), TRUE);

  if (!ntm_backup_is_due (self))
    return TRUE;
  folder = g_settings_get_string (self->settings, "backup-folder");
  now = g_date_time_new_now_local ();
  path = ntm_backup_write (ntm_desk_get_store (self->desk), folder, now, error);
  if (path != NULL)
    self->is_changed = FALSE;
  return path != NULL;
}
