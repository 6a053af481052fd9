/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A full disk, as a limit on the size of files, which needs no privilege: writing beyond it fails as it
 * does on a full disk. Each case runs in a child, because limits and ignored signals stay.
 */

#include <glib/gstdio.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "fixture.h"

static void
limit (rlim_t bytes)
{
  struct rlimit r;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &r), ==, 0);
  r.rlim_cur = bytes;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &r), ==, 0);
}

static void
in_child (Fixture *f, void (*func) (Fixture *f))
{
  pid_t child = fork ();
  int status;

  if (child == 0)
    {
      signal (SIGXFSZ, SIG_IGN);
      func (f);
      _exit (0);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_cmpint (status, ==, 0);
}

static NtmEdit *
new_large_edit (guint n, guint number)
{
  g_autofree char *text = g_strdup_printf ("%u", number);
  NtmEdit *edit = ntm_edit_new (text);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *period = g_strdup_printf ("%u-%02u", 1990 + i / 12 % 200, i % 12 + 1);

      ntm_row_set (ntm_edit_write (edit, NTM_TABLE_OBSERVATION, "poverty_rate", "440-0", period, "reported", "notice",
                                   NULL), "value_e6", text, NULL);
    }
  return edit;
}

static void
assert_no_space (gboolean ok, GError *error)
{
  if (!ok)
    g_assert_error (error, NTM_ERROR, NTM_ERROR_NO_SPACE);
}

/* From a disk with no room at all to one with enough: whole or not at all, and the file goes on working. */
static void
apply_all_sizes (Fixture *f)
{
  guint n_full = 0, n_fit = 0;

  for (guint size = 0; size < 700000; size = size < 60000 ? size + 4001 : size * 3 / 2)
    {
      g_autoptr (NtmStore) store = fixture_open (f);
      g_autoptr (NtmEdit) edit = new_large_edit (500, size + 1);
      g_autoptr (GError) error = NULL;
      g_autofree char *before = fixture_dump (f->path), *after = NULL, *again = NULL;
      gboolean ok;

      limit (size);
      ok = ntm_store_apply (store, edit, &error);
      limit (RLIM_INFINITY);
      assert_no_space (ok, error);
      n_full += !ok;
      n_fit += ok;
      after = fixture_dump (f->path);
      g_assert_cmpint (ok, ==, !g_str_equal (before, after));
      if (!ok)
        g_assert_true (ntm_store_apply (store, edit, NULL));
      limit (size);
      g_clear_error (&error);
      ok = ntm_store_undo (store, NULL, &error);
      assert_no_space (ok, error);
      g_clear_pointer (&store, ntm_store_free);  /* with no room to tidy up */
      limit (RLIM_INFINITY);
      store = fixture_open (f);
      if (!ok)
        g_assert_true (ntm_store_undo (store, NULL, NULL));
      again = fixture_dump (f->path);
      g_assert_cmpstr (before, ==, again);
    }
  g_assert_cmpuint (n_full, >, 5);
  g_assert_cmpuint (n_fit, >, 0);
}

static void
test_apply (Fixture *f, gconstpointer data)
{
  fixture_make_file (f);
  in_child (f, apply_all_sizes);
  {
    g_autoptr (NtmStore) store = fixture_open (f);
    g_autoptr (GPtrArray) issues = ntm_store_check (store, NULL);

    g_assert_cmpuint (issues->len, ==, 0);
  }
}

static void
create_all_sizes (Fixture *f)
{
  for (guint size = 0; size < 200000; size += 7001)
    {
      g_autoptr (GError) error = NULL;
      NtmStore *store;

      limit (size);
      store = ntm_store_create (f->path, &error);
      limit (RLIM_INFINITY);
      assert_no_space (store != NULL, error);
      if (store)
        {
          ntm_store_free (store);
          g_remove (f->path);
        }
      else
        {
          g_autoptr (GPtrArray) list = fixture_list (f);

          g_assert_cmpuint (list->len, ==, 0);
        }
    }
}

static void
test_create (Fixture *f, gconstpointer data)
{
  in_child (f, create_all_sizes);
}

static void
backup_and_fill (Fixture *f)
{
  g_autoptr (NtmStore) store = fixture_open (f);
  g_autoptr (NtmEdit) edit = new_large_edit (500, 1);
  g_autofree char *copy = fixture_path (f, "copy.ntm"), *kept = NULL, *before = fixture_dump (f->path), *after = NULL;
  g_autoptr (GError) error = NULL;

  g_file_set_contents (copy, "old", 3, NULL);
  limit (30000);
  g_assert_false (ntm_store_backup (store, copy, &error));
  g_assert_error (error, NTM_ERROR, NTM_ERROR_NO_SPACE);
  g_clear_error (&error);
  g_assert_false (ntm_store_fill (store, edit, &error));
  limit (RLIM_INFINITY);
  g_assert_error (error, NTM_ERROR, NTM_ERROR_NO_SPACE);
  kept = fixture_read (copy, NULL);
  g_assert_cmpstr (kept, ==, "old");
  after = fixture_dump (f->path);
  g_assert_cmpstr (before, ==, after);
  g_assert_true (ntm_store_fill (store, edit, NULL));
}

static void
test_backup_and_fill (Fixture *f, gconstpointer data)
{
  fixture_make_file (f);
  in_child (f, backup_and_fill);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_test ("/store/full/apply", test_apply);
  fixture_test ("/store/full/create", test_create);
  fixture_test ("/store/full/backup-and-fill", test_backup_and_fill);
  return g_test_run ();
}
