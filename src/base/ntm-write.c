/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files for others: drawings, tables. What the disk refuses is told in a sentence that names the file and says what to do. */

#include "ntm-write.h"

#include "config.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "ntm-fail.h"

/**
 * ntm_write_refuse:
 * @number: of the system's error
 * @path: (type filename): a file that was to be written
 * @error: (out) (optional): where to put the error
 *
 * Says why a file was not written.
 *
 * Returns: always %FALSE, with %NTM_ERROR_NO_SPACE, %NTM_ERROR_READ_ONLY, %NTM_ERROR_NOT_FOUND or %NTM_ERROR_SYSTEM
 */
gboolean
ntm_write_refuse (int number, const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  if (number == ENOSPC || number == EDQUOT || number == EFBIG)
    return ntm_fail (error, NTM_ERROR_NO_SPACE,
                     _("“%s” was not written because the disk is full. Free some space and try again."), name);
  if (number == EROFS || number == EACCES || number == EPERM)
    return ntm_fail (error, NTM_ERROR_READ_ONLY,
                     _("“%s” was not written because its folder cannot be written to. Choose another folder."), name);
  return ntm_fail (error, number == ENOENT ? NTM_ERROR_NOT_FOUND : NTM_ERROR_SYSTEM,
                   _("“%s” was not written: %s. Choose another folder."), name, ntm_error_tell_system (number));
}

/* GLib keeps no number of the system, and what it knows no name for is some failure of the disk. */
static int
number_of (const GError *error)
{
  static const int numbers[][2] = {
    { G_FILE_ERROR_NOSPC, ENOSPC }, { G_FILE_ERROR_ROFS, EROFS }, { G_FILE_ERROR_ACCES, EACCES },
    { G_FILE_ERROR_PERM, EPERM }, { G_FILE_ERROR_NOENT, ENOENT }, { G_FILE_ERROR_NOTDIR, ENOTDIR },
    { G_FILE_ERROR_ISDIR, EISDIR }, { G_FILE_ERROR_NAMETOOLONG, ENAMETOOLONG }, { G_FILE_ERROR_LOOP, ELOOP },
    { G_FILE_ERROR_MFILE, EMFILE }, { G_FILE_ERROR_NFILE, ENFILE }, { G_FILE_ERROR_NOMEM, ENOMEM },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (g_error_matches (error, G_FILE_ERROR, numbers[i][0]))
      return numbers[i][1];
  return EIO;
}

/* What is made for others may replace what was made before, never the data it is made from, whatever their file is
 * called. */
static gboolean
check_not_data (const char *path, GError **error)
{
  static const char magic[] = "SQLite format 3";
  char start[sizeof magic] = "";
  g_autofree char *name = NULL;
  FILE *file;

  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR) || (file = g_fopen (path, "rb")) == NULL)
    return TRUE;
  if (fread (start, 1, sizeof start, file) != sizeof start || memcmp (start, magic, sizeof magic) != 0)
    {
      fclose (file);
      return TRUE;
    }
  fclose (file);
  name = g_filename_display_name (path);
  return ntm_fail (error, NTM_ERROR_INPUT, _("“%s” holds data and was left as it is. Choose another name."), name);
}

/**
 * ntm_write_file:
 * @path: (type filename): a file; an older one of that name gives way once the new one is complete
 * @bytes: what it shall hold
 * @size: how many
 * @error: (out) (optional): where to put the error
 *
 * Writes a file, at once or not at all.
 *
 * Returns: %TRUE, or %FALSE with @path as it was and %NTM_ERROR_INPUT if it is a database, or the error of
 *   ntm_write_refuse()
 */
gboolean
ntm_write_file (const char *path, const void *bytes, gsize size, GError **error)
{
  g_autoptr (GError) own = NULL;

  if (!check_not_data (path, error))
    return FALSE;
  if (g_file_set_contents (path, bytes, (gssize) size, &own))
    return TRUE;
  g_debug ("%s", own->message);
  return ntm_write_refuse (number_of (own), path, error);
}
