/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the disk refuses is told in a sentence that names the file, and leaves nothing behind. */

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

#include "ntm-write.h"

static void
test_refuse (void)
{
  static const struct { int number; NtmErrorCode code; const char *words; } cases[] = {
    { ENOSPC, NTM_ERROR_NO_SPACE, "disk is full" }, { EFBIG, NTM_ERROR_NO_SPACE, "disk is full" },
    { EROFS, NTM_ERROR_READ_ONLY, "another folder" }, { EACCES, NTM_ERROR_READ_ONLY, "another folder" },
    { ENOENT, NTM_ERROR_NOT_FOUND, "another folder" }, { EIO, NTM_ERROR_SYSTEM, "another folder" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (ntm_write_refuse (cases[i].number, "/a/map.png", &error));
      g_assert_error (error, NTM_ERROR, (int) cases[i].code);
      g_assert_nonnull (strstr (error->message, "“/a/map.png”"));
      g_assert_nonnull (strstr (error->message, cases[i].words));
    }
}

/* The name GLib writes under first is no concern of the person. */
static void
test_file (void)
{
  g_autofree char *folder = g_dir_make_tmp ("ntm-write-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.csv", NULL);
  g_autofree char *astray = g_build_filename (folder, "no", "a.csv", NULL);
  g_autofree char *quoted = g_strdup_printf ("“%s”", astray);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (ntm_write_file (path, "a;b", 3, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "a;b");
  g_assert_false (ntm_write_file (astray, "a;b", 3, &error));
  g_assert_error (error, NTM_ERROR, NTM_ERROR_NOT_FOUND);
  g_assert_true (g_str_has_prefix (error->message, quoted));
  g_assert_null (strstr (error->message, "a.csv."));
  /* A database is never replaced, whatever it is called. */
  g_assert_true (g_file_set_contents (path, "SQLite format 3", 16, NULL));
  g_clear_error (&error);
  g_assert_false (ntm_write_file (path, "a;b", 3, &error));
  g_assert_error (error, NTM_ERROR, NTM_ERROR_INPUT);
  g_clear_pointer (&text, g_free);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "SQLite format 3");
  g_unlink (path);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/write/refuse", test_refuse);
  g_test_add_func ("/base/write/file", test_file);
  return g_test_run ();
}
