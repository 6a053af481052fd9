/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files that appear at once and whole: written beside their place, brought to the disk, then named. */

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "ntm-sql.h"
#include "ntm-store-private.h"
#include "ntm-write.h"

static gboolean
refuse (int number, const char *path, GError **error)
{
  g_autofree char *name = NULL;

  if (number != EEXIST)
    return ntm_write_refuse (number, path, error);
  name = g_filename_display_name (path);
  return ntm_sql_refuse (error, NTM_ERROR_INPUT,
                         _("“%s” exists already and was left as it is. Choose another name."), name);
}

/**
 * ntm_file_absolute:
 * @path: (type filename): a file that is to be written
 * @error: return location for an error
 *
 * Makes a path absolute.
 *
 * Returns: (transfer full) (type filename): the path, or %NULL with %NTM_ERROR_NOT_FOUND if it starts from
 *   a current folder that does not exist any more, for which GLib would put the root
 */
char *
ntm_file_absolute (const char *path, GError **error)
{
  if (!g_path_is_absolute (path))
    {
      char *here = realpath (".", NULL);
      int number = errno;

      free (here);
      if (!here)
        {
          refuse (number, path, error);
          return NULL;
        }
    }
  return g_canonicalize_filename (path, NULL);
}

/**
 * ntm_file_new_beside:
 * @path: the file that is to appear
 * @error: return location for an error
 *
 * Makes an empty hidden file in the same folder, with the permissions that a new file gets.
 *
 * Returns: (transfer full) (type filename): its path, or %NULL with @error set
 */
char *
ntm_file_new_beside (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *name = g_strdup_printf (".%.200s.XXXXXX", base);
  g_autofree char *temporary = g_build_filename (folder, name, NULL);
  int fd = g_mkstemp_full (temporary, O_RDWR | O_CLOEXEC, 0666);

  if (fd < 0)
    {
      refuse (errno, path, error);
      return NULL;
    }
  close (fd);
  return g_steal_pointer (&temporary);
}

static gboolean
sync_path (const char *path, int flags)
{
  int fd = open (path, flags | O_CLOEXEC);
  gboolean ok = fd >= 0 && fsync (fd) == 0;
  int number = errno;

  if (fd >= 0)
    close (fd);
  errno = number;
  return ok;
}

/* A hard link never replaces a file. File systems of memory sticks have none: there we look first. */
static gboolean
name_new (const char *temporary, const char *path)
{
  if (link (temporary, path) == 0)
    {
      g_unlink (temporary);
      return TRUE;
    }
  if (errno == EEXIST)
    return FALSE;
  if (g_file_test (path, G_FILE_TEST_EXISTS | G_FILE_TEST_IS_SYMLINK))
    {
      errno = EEXIST;
      return FALSE;
    }
  return g_rename (temporary, path) == 0;
}

/* What an earlier file of that name left behind would be taken for changes of the new one. */
static gboolean
check_remains (const char *path, GError **error)
{
  static const char *const suffixes[] = { "-wal", "-journal" };

  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *remains = g_strconcat (path, suffixes[i], NULL);
      g_autofree char *name = g_filename_display_basename (remains);
      GStatBuf info;

      if (g_stat (remains, &info) == 0 && info.st_size > 0)
        return ntm_sql_refuse (error, NTM_ERROR_INPUT,
                               _("“%s” of another file of that name is in the folder, so nothing was written. "
                                 "Choose another name."), name);
    }
  return TRUE;
}

/**
 * ntm_file_publish:
 * @temporary: a finished file of [func@Ntm.file_new_beside]
 * @path: its name to be
 * @replace: whether a file of that name gives way
 * @error: return location for an error
 *
 * Brings a file to the disk and gives it its name, both or neither. On failure @temporary is still there.
 *
 * Returns: %TRUE, or %FALSE with %NTM_ERROR_INPUT if @path exists and is not to be replaced, or what the
 *   disk refused
 */
gboolean
ntm_file_publish (const char *temporary, const char *path, gboolean replace, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (!check_remains (path, error))
    return FALSE;
  if (!sync_path (temporary, O_RDWR))
    return refuse (errno, path, error);
  if (replace ? g_rename (temporary, path) != 0 : !name_new (temporary, path))
    return refuse (errno, path, error);
  sync_path (folder, O_RDONLY | O_DIRECTORY);  /* not every file system can; the file itself is safe */
  return TRUE;
}

/**
 * ntm_file_can_write:
 * @path: an existing file
 *
 * Returns: whether the file can be written and other files can be made beside it, as writing needs
 */
gboolean
ntm_file_can_write (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return g_access (path, W_OK) == 0 && g_access (folder, W_OK | X_OK) == 0;
}

/**
 * ntm_file_identify:
 * @path: a path
 * @device: (out): where its file lives
 * @inode: (out): which of the files there it is
 *
 * Two paths lead to one file if both numbers are the same.
 *
 * Returns: %FALSE if nothing can be found there
 */
gboolean
ntm_file_identify (const char *path, guint64 *device, guint64 *inode)
{
  GStatBuf info;

  if (g_stat (path, &info) != 0)
    return FALSE;
  *device = (guint64) info.st_dev;
  *inode = (guint64) info.st_ino;
  return TRUE;
}
