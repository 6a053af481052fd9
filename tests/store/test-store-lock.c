/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two processes and one file. */

#include <errno.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "fixture.h"
#include "ntm-store-lock.h"

/* Opens the file for writing as "Hoa", says so, and waits to be killed or for the pipe to close. */
static pid_t
start_holder (Fixture *f, int *to_child)
{
  int ready[2], wait[2];
  char byte;
  pid_t child;

  g_assert_cmpint (pipe (ready), ==, 0);
  g_assert_cmpint (pipe (wait), ==, 0);
  child = fork ();
  if (child == 0)
    {
      NtmStore *store = ntm_store_open (f->path, NTM_STORE_WRITE, NULL);

      close (wait[1]);
      if (!store)
        _exit (1);
      ntm_store_set_author (store, "Hoa");
      (void) (fixture_apply_value (store, "440-0", "2023", "1", NULL) && write (ready[1], "r", 1) && read (wait[0], &byte, 1));
      ntm_store_free (store);
      _exit (0);
    }
  close (ready[1]);
  close (wait[0]);
  g_assert_cmpint (read (ready[0], &byte, 1), ==, 1);
  close (ready[0]);
  *to_child = wait[1];
  return child;
}

static void
assert_held (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *host = g_strdup_printf ("Hoa (%s, ", g_get_host_name ());

  g_assert_null (ntm_store_open (f->path, NTM_STORE_WRITE, &error));
  g_assert_error (error, NTM_ERROR, NTM_ERROR_LOCKED);
  g_assert_nonnull (strstr (error->message, host));
  /* For a person: since when, and no number of a process. */
  g_assert_true (g_regex_match_simple (", since \\d\\d:\\d\\d on [^,]*\\)\\.", error->message, 0, 0));
}

static void
test_second_writer (Fixture *f, gconstpointer data)
{
  g_autofree char *lock = g_strconcat (f->path, "-lock", NULL);
  pid_t child;
  int to_child, status;

  fixture_make_file (f);
  child = start_holder (f, &to_child);
  assert_held (f);
  {
    /* reading goes on, and sees what the writer has finished */
    g_autoptr (NtmStore) reader = ntm_store_open (f->path, NTM_STORE_READ_ONLY, NULL);
    g_autofree char *label = ntm_store_dup_undo_label (reader);
    g_autofree char *backup = fixture_path (f, "backup.ntm");
    g_autoptr (GError) error = NULL;

    g_assert_cmpstr (label, ==, "440-0 2023 = 1");
    g_assert_true (ntm_store_backup (reader, backup, &error));
    g_assert_no_error (error);
  }
  assert_held (f);
  close (to_child);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_cmpint (status, ==, 0);
  g_assert_false (g_file_test (lock, G_FILE_TEST_EXISTS));
  ntm_store_free (fixture_open (f));
}

static void
test_killed_writer (Fixture *f, gconstpointer data)
{
  g_autofree char *lock = g_strconcat (f->path, "-lock", NULL);
  g_autoptr (NtmStore) store = NULL;
  g_autofree char *label = NULL;
  pid_t child;
  int to_child, status;

  fixture_make_file (f);
  child = start_holder (f, &to_child);
  g_assert_cmpint (kill (child, SIGKILL), ==, 0);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  close (to_child);
  g_assert_true (g_file_test (lock, G_FILE_TEST_EXISTS));  /* a file, but no lock */
  store = fixture_open (f);
  label = ntm_store_dup_undo_label (store);
  g_assert_cmpstr (label, ==, "440-0 2023 = 1");
}

/* Takes the lock over and over; making a folder shows whether someone else has it too. */
static int
take_many (const char *path, const char *mark)
{
  for (guint i = 0; i < 4000; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (NtmStoreLock) lock = ntm_store_lock_take (path, "x", &error);

      if (!lock && !g_error_matches (error, NTM_ERROR, NTM_ERROR_LOCKED))
        return 1;
      if (lock && (g_mkdir (mark, 0700) != 0 || g_rmdir (mark) != 0))
        return 2;
    }
  return 0;
}

/* Many processes want the same file at once: never do two have it. */
static void
test_race (Fixture *f, gconstpointer data)
{
  g_autofree char *mark = fixture_path (f, "mark");
  pid_t children[4];

  fixture_make_file (f);
  for (guint c = 0; c < G_N_ELEMENTS (children); c++)
    if ((children[c] = fork ()) == 0)
      _exit (take_many (f->path, mark));
  for (guint c = 0; c < G_N_ELEMENTS (children); c++)
    {
      int status;

      g_assert_cmpint (waitpid (children[c], &status, 0), ==, children[c]);
      g_assert_cmpint (status, ==, 0);
    }
}

/* Another program, which knows nothing of our lock, is writing. */
static void
test_busy (Fixture *f, gconstpointer data)
{
  g_autoptr (NtmStore) store = NULL;
  g_autoptr (GError) error = NULL;
  sqlite3 *db;

  fixture_make_file (f);
  store = fixture_open (f);
  g_assert_true (fixture_apply_value (store, "440-0", "2022", "1", NULL));
  g_assert_cmpint (sqlite3_open (f->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "BEGIN IMMEDIATE", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_false (fixture_apply_value (store, "440-0", "2023", "1", &error));
  g_assert_error (error, NTM_ERROR, NTM_ERROR_LOCKED);
  sqlite3_exec (db, "ROLLBACK", NULL, NULL, NULL);
  sqlite3_close (db);
  g_clear_error (&error);
  g_assert_true (fixture_apply_value (store, "440-0", "2023", "1", &error));
}

/* While someone reads, a writer writes and closes; the file is whole for the next. */
static void
test_reader_outlives_writer (Fixture *f, gconstpointer data)
{
  g_autoptr (NtmStore) reader = NULL;
  g_autofree char *label = NULL;

  fixture_make_file (f);
  reader = ntm_store_open (f->path, NTM_STORE_READ_ONLY, NULL);
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (NtmStore) writer = fixture_open (f);
      g_autofree char *period = g_strdup_printf ("%u", 2020 + i);

      g_assert_true (fixture_apply_value (writer, "440-0", period, "1", NULL));
      g_clear_pointer (&label, g_free);
      label = ntm_store_dup_undo_label (reader);
      g_assert_true (g_str_has_prefix (label, "440-0"));
      g_assert_nonnull (strstr (label, period));
    }
  g_clear_pointer (&reader, ntm_store_free);
  reader = ntm_store_open (f->path, NTM_STORE_READ_ONLY, NULL);
  g_assert_nonnull (reader);
  ntm_store_free (fixture_open (f));
}

static guint
count_periods (NtmStore *store)
{
  return ntm_atlas_series (ntm_store_get_atlas (store), "poverty_rate", NULL)->n_periods;
}

/* A reader takes over what the writer has finished, waits for nobody, and learns when the writer has gone. */
static void
test_reader_follows (Fixture *f, gconstpointer data)
{
  g_autoptr (NtmStore) reader = NULL, writer = NULL;
  g_autoptr (GError) error = NULL;
  gboolean changed;
  sqlite3 *db;

  fixture_make_file (f);
  reader = ntm_store_open (f->path, NTM_STORE_READ_ONLY, NULL);
  g_assert_cmpint (sqlite3_open (f->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "BEGIN EXCLUSIVE", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_true (ntm_store_refresh (reader, &changed, &error) && !changed);
  g_assert_no_error (error);
  sqlite3_close (db);

  g_assert_true (ntm_store_check_writer (reader, NULL));
  writer = fixture_open (f);
  g_assert_false (ntm_store_check_writer (reader, &error));
  g_assert_error (error, NTM_ERROR, NTM_ERROR_LOCKED);
  g_clear_error (&error);
  g_assert_true (ntm_store_refresh (reader, &changed, NULL) && !changed);
  g_assert_cmpuint (count_periods (reader), ==, 0);
  g_assert_true (fixture_apply_value (writer, "440-0", "2031", "7", NULL));
  g_assert_cmpuint (count_periods (reader), ==, 0);
  g_assert_true (ntm_store_refresh (reader, &changed, NULL) && changed);
  g_assert_cmpuint (count_periods (reader), ==, 1);
  g_assert_true (ntm_store_refresh (reader, &changed, NULL) && !changed);
  g_clear_pointer (&writer, ntm_store_free);
  g_assert_true (ntm_store_check_writer (reader, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_test ("/store/lock/second-writer", test_second_writer);
  fixture_test ("/store/lock/killed-writer", test_killed_writer);
  fixture_test ("/store/lock/race", test_race);
  fixture_test ("/store/lock/busy", test_busy);
  fixture_test ("/store/lock/reader-outlives-writer", test_reader_outlives_writer);
  fixture_test ("/store/lock/reader-follows", test_reader_follows);
  return g_test_run ();
}
