/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Migration, backup, check. */

#include <glib/gstdio.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "fixture.h"
#include "ntm-store-private.h"
#include "store-test-resource.h"

static const NtmMigration steps[] = {
  { 0, "/org/ntmatlas/store-test/migrate-0.sql" },
};

static const NtmMigration wrong_steps[] = {
  { 0, "/org/ntmatlas/store-test/migrate-wrong.sql" },
};

/* An edit made in the days of version 0, on top of the small data; the fixture's file is then of version 0. */
static void
make_old_file (Fixture *f)
{
  g_autoptr (GBytes) sql = g_resource_lookup_data (store_test_get_resource (), "/org/ntmatlas/store-test/downgrade.sql", 0, NULL);

  fixture_make_file (f);
  {
    g_autoptr (NtmStore) store = fixture_open (f);

    g_assert_true (fixture_apply_value (store, "440-0", "2023", "3.01", NULL));
  }
  fixture_sql (f->path, g_bytes_get_data (sql, NULL));
}

static void
test_migrate (Fixture *f, gconstpointer data)
{
  g_autofree char *backup = fixture_path (f, "Hà Tĩnh #1?.before-v1.ntm"), *second = fixture_path (f, "Hà Tĩnh #1?.before-v1-2.ntm");
  g_autofree char *state = NULL, *versions = NULL, *backed = NULL, *label = NULL, *names = NULL, *views = NULL;
  g_autoptr (NtmStore) store = NULL;
  g_autoptr (GPtrArray) history = NULL, issues = NULL;
  g_autoptr (GError) error = NULL;

  make_old_file (f);
  g_file_set_contents (backup, "older", -1, NULL);
  g_assert_null (ntm_store_open_full (f->path, NTM_STORE_READ_ONLY, steps, 1, NULL, &error));
  g_assert_error (error, NTM_ERROR, NTM_ERROR_READ_ONLY);
  g_clear_error (&error);

  store = ntm_store_open_full (f->path, NTM_STORE_WRITE, steps, 1, NULL, &error);
  g_assert_no_error (error);
  versions = fixture_ask (f->path, "PRAGMA user_version");
  g_assert_cmpstr (versions, ==, "1");
  names = fixture_ask (f->path, "SELECT name_vi, short_vi, kind FROM agency");
  g_assert_cmpstr (names, ==, "Sở Nông nghiệp||");
  views = fixture_ask (f->path, "SELECT count (*) FROM v_observation");
  g_assert_cmpstr (views, ==, "1");

  backed = fixture_read (backup, NULL);
  g_assert_cmpstr (backed, ==, "older");
  state = fixture_ask (second, "SELECT user_version, (SELECT name FROM agency) FROM pragma_user_version");
  g_assert_cmpstr (state, ==, "0|Sở Nông nghiệp");

  /* undo stops here, history does not */
  label = ntm_store_dup_undo_label (store);
  g_assert_null (label);
  g_assert_false (ntm_store_undo (store, NULL, &error));
  g_assert_error (error, NTM_ERROR, NTM_ERROR_NOTHING);
  history = ntm_store_history (store, "440-0", NULL, NULL);
  g_assert_cmpuint (history->len, ==, 1);
  issues = ntm_store_check (store, NULL);
  g_assert_cmpuint (issues->len, ==, 0);
  g_assert_true (fixture_apply_value (store, "440-0", "2024", "2", NULL));
  g_assert_true (ntm_store_undo (store, NULL, NULL));
}

static void
test_migration_fails (Fixture *f, gconstpointer data)
{
  g_autofree char *before = NULL, *after = NULL;
  const struct { const NtmMigration *steps; guint n; } cases[] = { { NULL, 0 }, { wrong_steps, 1 } };
  gsize n, m;

  make_old_file (f);
  before = fixture_read (f->path, &n);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) list = NULL;

      g_assert_null (ntm_store_open_full (f->path, NTM_STORE_WRITE, cases[i].steps, cases[i].n, NULL, &error));
      g_assert_error (error, NTM_ERROR, NTM_ERROR_FORMAT);
      g_clear_pointer (&after, g_free);
      after = fixture_read (f->path, &m);
      g_assert_cmpmem (before, n, after, m);
      list = fixture_list (f);
      g_assert_cmpuint (list->len, ==, 1);  /* no backup, no lock */
    }
}

/* Killed in the middle of bringing the file up to date: the next opening does it again, from the old file. */
static void
test_migration_killed (Fixture *f, gconstpointer data)
{
  for (guint round = 0; round < 12; round++)
    {
      g_autoptr (NtmStore) store = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *names = NULL;
      pid_t child;
      int status;

      make_old_file (f);
      child = fork ();
      if (child == 0)
        {
          store = ntm_store_open_full (f->path, NTM_STORE_WRITE, steps, 1, NULL, NULL);
          _exit (store ? 0 : 1);
        }
      g_usleep (round * 2500);
      kill (child, SIGKILL);
      g_assert_cmpint (waitpid (child, &status, 0), ==, child);
      g_assert_true (WIFSIGNALED (status) || WEXITSTATUS (status) == 0);
      store = ntm_store_open_full (f->path, NTM_STORE_WRITE, steps, 1, NULL, &error);
      g_assert_no_error (error);
      names = fixture_ask (f->path, "SELECT name_vi FROM agency");
      g_assert_cmpstr (names, ==, "Sở Nông nghiệp");
      g_clear_pointer (&store, ntm_store_free);
      g_assert_cmpint (g_remove (f->path), ==, 0);
    }
}

static void
test_backup (Fixture *f, gconstpointer data)
{
  g_autofree char *copy = fixture_path (f, "copy.ntm"), *absent = fixture_path (f, "no/copy.ntm"), *log = g_strconcat (copy, "-wal", NULL);
  g_autofree char *a = NULL, *b = NULL, *old = NULL;
  g_autoptr (NtmStore) store = NULL, other = NULL;
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;

  fixture_make_file (f);
  store = fixture_open (f);
  g_assert_true (fixture_apply_value (store, "440-0", "2023", "3.01", NULL));
  g_file_set_contents (copy, "old", 3, NULL);
  g_assert_true (ntm_store_backup (store, copy, &error));
  g_assert_no_error (error);
  a = fixture_dump (f->path);
  b = fixture_dump (copy);
  g_assert_cmpstr (a, ==, b);

  other = ntm_store_open (copy, NTM_STORE_WRITE, &error);
  g_assert_no_error (error);
  g_assert_true (ntm_store_undo (other, NULL, NULL));
  g_assert_false (ntm_store_backup (store, copy, &error));  /* it is being written */
  g_assert_error (error, NTM_ERROR, NTM_ERROR_LOCKED);
  g_clear_error (&error);
  g_clear_pointer (&other, ntm_store_free);

  g_assert_false (ntm_store_backup (store, f->path, &error));
  g_assert_error (error, NTM_ERROR, NTM_ERROR_INPUT);
  g_clear_error (&error);
  g_assert_false (ntm_store_backup (store, absent, &error));
  g_assert_error (error, NTM_ERROR, NTM_ERROR_NOT_FOUND);
  g_clear_error (&error);

  /* a log would be taken for the new file's */
  g_file_set_contents (log, "log", 3, NULL);
  g_file_set_contents (copy, "old", 3, NULL);
  g_assert_false (ntm_store_backup (store, copy, &error));
  g_assert_error (error, NTM_ERROR, NTM_ERROR_INPUT);
  old = fixture_read (copy, NULL);
  g_assert_cmpstr (old, ==, "old");
  g_clear_pointer (&store, ntm_store_free);
  list = fixture_list (f);
  g_assert_cmpuint (list->len, ==, 3);
}

static void
assert_issue (GPtrArray *issues, const char *table, const char *column, const char *value, const char *told)
{
  for (guint i = 0; i < issues->len; i++)
    {
      const NtmIssue *issue = issues->pdata[i];

      if (g_str_equal (issue->file, table) && g_str_equal (issue->column, column) && g_str_equal (issue->value, value)
          && strstr (issue->problem, told))
        {
          g_assert_cmpstr (issue->advice, !=, "");
          return;
        }
    }
  for (guint i = 0; i < issues->len; i++)
    {
      const NtmIssue *issue = issues->pdata[i];

      g_printerr ("%s.%s [%s]: %s\n", issue->file, issue->column, issue->value, issue->problem);
    }
  g_error ("no issue for %s.%s [%s]", table, column, value);
}

static void
test_check (Fixture *f, gconstpointer data)
{
  g_autoptr (NtmStore) store = NULL;
  g_autoptr (GPtrArray) issues = NULL;
  g_autoptr (GError) error = NULL;

  fixture_make_file (f);
  fixture_sql (f->path, "INSERT INTO unit_state VALUES ('440-0', '2020-01-01', '', 'huyện', 'Huyện Khác', 'Khác', '42-0', '');"
               "INSERT INTO observation (unit, indicator, period, kind, source) VALUES ('440-0', 'poverty_rate', '2023', 'plan', 'lost');"
               "INSERT INTO observation (unit, indicator, period, kind) VALUES ('440-0', 'poverty_rate', '20x3', 'plan');"
               "INSERT INTO observation (unit, indicator, period, kind) VALUES ('nowhere', 'poverty_rate', '2023', 'plan');"
               "INSERT INTO boundary VALUES ('440-0', '', '2021-01-01', 'outline', '', x'00');"
               "INSERT INTO boundary VALUES ('440-0', '2020-01-01', '', 'outline', '', x'00');"
               "INSERT INTO boundary VALUES ('443-0', '', '2021-01-01', 'outline', '', x'00');"
               "INSERT INTO boundary VALUES ('443-0', '2021-01-01', '', 'outline', '', x'00');"
               "UPDATE task SET done_by = 'lost', unit = '1-0'");
  store = fixture_open (f);
  issues = ntm_store_check (store, &error);
  g_assert_no_error (error);
  assert_issue (issues, "unit", "", "440-0", "two");
  assert_issue (issues, "observation", "source", "poverty_rate 440-0 2023 plan lost", "lost");
  assert_issue (issues, "observation", "period", "poverty_rate 440-0 20x3 plan ", "");
  assert_issue (issues, "observation", "unit", "", "1 row");
  assert_issue (issues, "boundary", "valid_from", "440-0 2020-01-01", "another one");
  assert_issue (issues, "task", "done_by", "t1", "lost");
  assert_issue (issues, "task", "unit", "t1", "1-0");
  for (guint i = 0; i < issues->len; i++)
    g_assert_false (g_str_equal (((NtmIssue *) issues->pdata[i])->column, "valid_from")
                    && g_str_has_prefix (((NtmIssue *) issues->pdata[i])->value, "443-0"));
}

/* Text that is none, and values of other types, as another program may leave them. */
static void
test_odd_values (Fixture *f, gconstpointer data)
{
  g_autoptr (NtmStore) store = NULL;
  g_autoptr (GPtrArray) issues = NULL;
  g_autoptr (GError) error = NULL;
  const NtmAgency *agency;

  fixture_make_file (f);
  fixture_sql (f->path, "UPDATE agency SET name_vi = CAST (x'41ff42' AS TEXT), note = CAST (x'410042' AS TEXT);"
               "INSERT INTO agency (id, name_vi) VALUES (CAST (x'c3' AS TEXT), '')");
  store = fixture_open (f);
  agency = ntm_atlas_lookup (ntm_store_get_atlas (store), NTM_TABLE_AGENCY, "so");
  g_assert_cmpstr (agency->name_vi, ==, "A\357\277\275B");
  g_assert_cmpstr (agency->note, ==, "A");
  issues = ntm_store_check (store, &error);
  g_assert_no_error (error);
  {
    g_autoptr (NtmEdit) edit = ntm_edit_new ("name");

    ntm_row_set (ntm_edit_write (edit, NTM_TABLE_AGENCY, "so", NULL), "name_vi", "Sở", NULL);
    g_assert_true (ntm_store_apply (store, edit, &error));
    g_assert_true (ntm_store_undo (store, NULL, &error));
  }
}

/* People open the file with other programs: every view works and shows what is there. */
static void
test_views (Fixture *f, gconstpointer data)
{
  g_autofree char *list = NULL, *unit = NULL, *observation = NULL, *task = NULL;
  g_auto (GStrv) names = NULL;

  fixture_make_file (f);
  {
    g_autoptr (NtmStore) store = fixture_open (f);

    g_assert_true (fixture_apply_value (store, "440-0", "2023", "3.01", NULL));
  }
  fixture_sql (f->path, "INSERT INTO observation (unit, indicator, period, kind, numerator_e6, denominator_e6) "
               "VALUES ('443-0', 'poverty_rate', '2023', 'plan', 1000000, 8000000)");
  list = fixture_ask (f->path, "SELECT name FROM sqlite_schema WHERE type = 'view'");
  names = g_strsplit (list, "\n", -1);
  g_assert_cmpuint (g_strv_length (names), >=, 12);
  for (guint i = 0; names[i]; i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM (SELECT * FROM %s)", names[i]);
      g_autofree char *count = fixture_ask (f->path, sql);

      g_assert_cmpstr (count, !=, "");
    }
  unit = fixture_ask (f->path, "SELECT name, parent FROM v_unit WHERE id = '440-0'");
  g_assert_cmpstr (unit, ==, "Huyện Đức Thọ|Tỉnh Hà Tĩnh");
  observation = fixture_ask (f->path, "SELECT name, indicator_vi, value FROM v_observation ORDER BY unit");
  g_assert_cmpstr (observation, ==, "Huyện Đức Thọ|Tỷ lệ hộ nghèo|3.01\nHuyện Can Lộc|Tỷ lệ hộ nghèo|12.5");
  task = fixture_ask (f->path, "SELECT title_vi, agency_vi, name FROM v_task");
  g_assert_cmpstr (task, ==, "Trình hồ sơ|Sở Nông nghiệp|Huyện Đức Thọ");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_test ("/store/migrate", test_migrate);
  fixture_test ("/store/migration-fails", test_migration_fails);
  fixture_test ("/store/migration-killed", test_migration_killed);
  fixture_test ("/store/backup", test_backup);
  fixture_test ("/store/check", test_check);
  fixture_test ("/store/odd-values", test_odd_values);
  fixture_test ("/store/views", test_views);
  return g_test_run ();
}
