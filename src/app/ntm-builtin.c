/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * New files with the built-in data of the province. A file is made under another name and takes its own
 * only when it is complete, so that neither a crash nor a full disk leaves half a file behind.
 */

#include "config.h"

#include "ntm-builtin.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "ntm-bundle.h"
#include "ntm-error.h"
#include "ntm-store.h"

/**
 * ntm_builtin_dup_path:
 *
 * Returns: (transfer full): where the file lives that opens when no other is asked for
 */
char *
ntm_builtin_dup_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "ntm-atlas", "hatinh.ntm", NULL);
}

static gboolean
fail_system (GError    **error,
             const char *path)
{
  int saved = errno;

  g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (saved), "%s: %s", path, ntm_error_tell_system (saved));
  return FALSE;
}

static gboolean
fail_folder (GError    **error,
             const char *folder)
{
  int saved = errno;
  g_autofree char *name = g_filename_display_name (folder);

  if (saved == ENOSPC || saved == EDQUOT)
    g_set_error (error, NTM_ERROR, NTM_ERROR_NO_SPACE,
                 _("The folder “%s” for the built-in data cannot be made because the disk is full. Free some space."), name);
  else
    g_set_error (error, NTM_ERROR, NTM_ERROR_READ_ONLY,
                 _("The folder “%s” for the built-in data cannot be made: %s. Choose New File in the menu to keep it elsewhere."),
                 name, ntm_error_tell_system (saved));
  return FALSE;
}

static gboolean
write_bundle (const char *path,
              GError    **error)
{
  g_autoptr (NtmStore) store = NULL;
  g_autoptr (NtmEdit) edit = ntm_bundle_new_edit (error);

  if (edit == NULL)
    return FALSE;
  store = ntm_store_create (path, error);
  return store != NULL && ntm_store_fill (store, edit, error);
}

/* link() and not rename(): it refuses where a file has appeared meanwhile. */
static gboolean
give_name (const char *part,
           const char *path,
           GError    **error)
{
  if (link (part, path) == 0)
    return TRUE;
  if (errno == EEXIST)
    return TRUE;
  if (errno != EPERM && errno != ENOTSUP && errno != ENOSYS)
    return fail_system (error, path);
  if (g_file_test (path, G_FILE_TEST_EXISTS) || g_rename (part, path) == 0)
    return TRUE;
  return fail_system (error, path);
}

static void
remove_part (const char *part)
{
  static const char * const suffixes[] = { "", "-wal", "-shm", "-journal", "-lock" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *name = g_strconcat (part, suffixes[i], NULL);
      g_unlink (name);
    }
}

/**
 * ntm_builtin_create:
 * @path: where the file shall be
 *
 * Makes a file with the built-in data, and the folders above it. A file that exists is left as it is. A
 * failed call leaves nothing behind. Takes some tenths of a second; any thread.
 *
 * Returns: %FALSE with @error set (%NTM_ERROR, %G_FILE_ERROR) if it cannot be made
 */
gboolean
ntm_builtin_create (const char *path,
                    GError    **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *part = g_strdup_printf ("%s.%d.part", path, (int) getpid ());
  gboolean done;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  if (g_mkdir_with_parents (folder, 0700) != 0)
    return fail_folder (error, folder);
  remove_part (part);
  done = write_bundle (part, error) && give_name (part, path, error);
  remove_part (part);
  return done;
}

static void
create_thread (GTask        *task,
               gpointer      source,
               gpointer      task_data,
               GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;

  if (ntm_builtin_create (task_data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * ntm_builtin_create_async:
 * @path: where the file shall be
 * @source: (type GObject): who asks
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * ntm_builtin_create() on another thread.
 */
void
ntm_builtin_create_async (const char         *path,
                          gpointer            source,
                          GAsyncReadyCallback callback,
                          gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (source, NULL, callback, user_data);

  g_task_set_source_tag (task, ntm_builtin_create_async);
  g_task_set_task_data (task, g_strdup (path), g_free);
  g_task_run_in_thread (task, create_thread);
}

/**
 * ntm_builtin_create_finish:
 * @result: what the callback was given
 *
 * Returns: as ntm_builtin_create()
 */
gboolean
ntm_builtin_create_finish (GAsyncResult *result,
                           GError      **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
