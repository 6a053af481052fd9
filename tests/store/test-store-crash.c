/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A writer that is killed at any moment. Each of its edits sets many values to one number, so that half an
 * edit would show; each is reported through a pipe once it is finished. `--kills N` for the long run.
 */

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "fixture.h"

#define ROWS 40

static int n_kills = 20;

static gboolean
apply_number (NtmStore *store, guint number)
{
  g_autofree char *text = g_strdup_printf ("%u", number);
  g_autoptr (NtmEdit) edit = ntm_edit_new (text);

  for (guint i = 0; i < ROWS; i++)
    {
      g_autofree char *period = g_strdup_printf ("%u", 1980 + i);

      ntm_row_set (ntm_edit_write (edit, NTM_TABLE_OBSERVATION, "poverty_rate", "440-0", period, "reported", "notice",
                                   NULL), "value_e6", text, NULL);
    }
  return ntm_store_apply (store, edit, NULL);
}

/* Edits, takes back, does again, closes and opens, until it is killed. */
static void
work (const char *path, guint number, int report)
{
  for (;;)
    {
      NtmStore *store = ntm_store_open (path, NTM_STORE_WRITE, NULL);

      if (!store)
        _exit (1);
      for (guint i = 0; i < 8; i++, number++)
        {
          if (!apply_number (store, number) || write (report, &number, sizeof number) != sizeof number)
            _exit (2);
          if (i % 3 == 1 && !ntm_store_undo (store, NULL, NULL))
            _exit (3);
          if (i % 3 == 1 && number % 2 && !ntm_store_redo (store, NULL, NULL))
            _exit (4);
        }
      ntm_store_free (store);
    }
}

/* The numbers reported by a writer that is killed after some milliseconds. */
static GArray *
run_and_kill (const char *path, guint first, guint milliseconds)
{
  GArray *finished = g_array_new (FALSE, FALSE, sizeof (guint));
  int report[2], status;
  guint number;
  pid_t child;

  g_assert_cmpint (pipe (report), ==, 0);
  child = fork ();
  if (child == 0)
    {
      close (report[0]);
      work (path, first, report[1]);
    }
  close (report[1]);
  g_usleep (milliseconds * 1000 + (gulong) g_random_int_range (0, 1000));
  kill (child, SIGKILL);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  if (!WIFSIGNALED (status)) g_error ("exit %d", WEXITSTATUS (status));
  while (read (report[0], &number, sizeof number) == sizeof number)
    g_array_append_val (finished, number);
  close (report[0]);
  return finished;
}

/* The values in the file are those of the last edit that is done. */
static void
assert_consistent (const char *path)
{
  g_autofree char *values = fixture_ask (path, "SELECT DISTINCT value_e6 / 1000000 FROM observation");
  g_autofree char *count = fixture_ask (path, "SELECT count (*) FROM observation");
  g_autofree char *last = fixture_ask (path, "SELECT label FROM edit WHERE state = 'done' AND undoable ORDER BY seq DESC LIMIT 1");
  g_autofree char *holes = fixture_ask (path, "SELECT max (seq) - count (*) FROM edit");
  g_autofree char *unknown = fixture_ask (path, "SELECT count (*) FROM edit WHERE undoable AND (SELECT count (*) FROM "
                                                "edit_value WHERE edit = id) <> " G_STRINGIFY (ROWS));

  g_assert_cmpstr (values, ==, last);
  g_assert_cmpstr (count, ==, *last ? G_STRINGIFY (ROWS) : "0");
  g_assert_cmpstr (holes, ==, "0");
  g_assert_cmpstr (unknown, ==, "0");
}

static void
assert_finished (const char *path, GArray *finished, guint first)
{
  g_autofree char *sql = g_strdup_printf ("SELECT label FROM edit WHERE undoable AND CAST (label AS INTEGER) >= %u ORDER BY seq", first);
  g_autofree char *list = fixture_ask (path, sql);
  g_auto (GStrv) labels = g_strsplit (list, "\n", -1);
  guint n = g_strv_length (labels);

  /* all that were reported, in order, and at most one that was finished but not yet reported */
  g_assert_cmpuint (n, >=, finished->len);
  g_assert_cmpuint (n, <=, finished->len + 1);
  for (guint i = 0; i < n; i++)
    g_assert_cmpuint (g_ascii_strtoull (labels[i], NULL, 10), ==, first + i);
}

static void
test_kill (Fixture *f, gconstpointer data)
{
  guint next = 1;

  fixture_make_file (f);
  for (int i = 0; i < n_kills; i++)
    {
      g_autoptr (GArray) finished = run_and_kill (f->path, next, (guint) g_test_rand_int_range (0, 120));
      g_autoptr (NtmStore) store = fixture_open (f);
      g_autoptr (GPtrArray) issues = ntm_store_check (store, NULL);
      g_autofree char *label = NULL;

      g_assert_cmpuint (issues->len, ==, 0);
      assert_finished (f->path, finished, next);
      assert_consistent (f->path);
      if ((label = ntm_store_dup_undo_label (store)))
        {
          g_assert_true (ntm_store_undo (store, NULL, NULL));
          assert_consistent (f->path);
          g_assert_true (ntm_store_redo (store, NULL, NULL));
          assert_consistent (f->path);
        }
      next += finished->len + 2;
    }
  g_test_message ("%d kills, %u edits", n_kills, next);
  g_assert_cmpuint (next, >, (guint) n_kills * 2);
}

int
main (int argc, char **argv)
{
  for (int i = 1; i + 1 < argc; i++)
    if (g_str_equal (argv[i], "--kills"))
      {
        n_kills = atoi (argv[i + 1]);
        argc = i;
      }
  g_test_init (&argc, &argv, NULL);
  fixture_test ("/store/crash/kill", test_kill);
  return g_test_run ();
}
