/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days late and left, from the rule as worded: before D late from D, by E late from E + 1. */

#include "config.h"

#include "fixture.h"
#include "ntm-task.h"

static const struct
{
  const char  *due, *kind, *done, *at;
  NtmTaskState state;
  int          days;
} cases[] = {
  /* the worked case: before 30/9/2024, done on 28/10/2024 */
  { "2024-09-30", "before", "2024-10-28", "2024-11-01", NTM_TASK_LATE, 28 },
  { "2024-09-30", "before", "2024-10-28", "2024-10-28", NTM_TASK_LATE, 28 },
  { "2024-09-30", "before", "2024-10-28", "2024-10-27", NTM_TASK_OVERDUE, 27 },
  { "2024-09-30", "before", "2024-09-29", "2024-10-27", NTM_TASK_DONE, NTM_DAYS_NONE },
  { "2024-09-30", "before", "2024-09-30", "2024-10-27", NTM_TASK_LATE, 0 },
  { "2024-09-30", "before", "", "2024-09-29", NTM_TASK_OPEN, 1 },
  { "2024-09-30", "before", "", "2024-09-30", NTM_TASK_OVERDUE, 0 },
  { "2024-09-30", "before", "", "2024-10-01", NTM_TASK_OVERDUE, 1 },
  /* within 2024: the last day is in time, the next is one day late */
  { "2024-12-31", "by", "", "2024-02-21", NTM_TASK_OPEN, 314 },
  { "2024-12-31", "by", "", "2024-12-31", NTM_TASK_OPEN, 0 },
  { "2024-12-31", "by", "", "2025-01-01", NTM_TASK_OVERDUE, 1 },
  { "2024-12-31", "by", "2024-12-31", "2025-01-01", NTM_TASK_DONE, NTM_DAYS_NONE },
  { "2024-12-31", "by", "2025-01-02", "2025-01-02", NTM_TASK_LATE, 2 },
  { "2024-12-31", "", "2025-01-02", "2025-01-02", NTM_TASK_LATE, 2 },
  /* no deadline, and a deadline nobody can read */
  { "", "", "", "2030-01-01", NTM_TASK_OPEN, NTM_DAYS_NONE },
  { "", "", "2024-08-15", "2024-08-14", NTM_TASK_OPEN, NTM_DAYS_NONE },
  { "", "", "2024-08-15", "2024-08-15", NTM_TASK_DONE, NTM_DAYS_NONE },
  { "2024-02-30", "by", "", "2030-01-01", NTM_TASK_OPEN, NTM_DAYS_NONE },
};

static void
test_standing (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CsvStore) store = csv_store_new ();
      g_autoptr (NtmAtlas) atlas = NULL;
      g_autofree char *csv = g_strdup_printf ("id,title_vi,agency,due,due_kind,done\nt,Việc,,%s,%s,%s\n",
                                              cases[i].due, cases[i].kind, cases[i].done);
      NtmTaskStanding standing;

      csv_store_set (store, NTM_TABLE_TASK, csv);
      atlas = csv_store_new_atlas (store);
      standing = ntm_task_standing (ntm_atlas_lookup (atlas, NTM_TABLE_TASK, "t"), day (cases[i].at));
      g_test_message ("case %u", i);
      g_assert_cmpint (standing.state, ==, cases[i].state);
      g_assert_cmpint (standing.days, ==, cases[i].days);
    }
}

static void
test_bad_day (void)
{
  g_autoptr (CsvStore) store = csv_store_new ();
  g_autoptr (NtmAtlas) atlas = NULL;
  const NtmIssue *issue;

  csv_store_set (store, NTM_TABLE_TASK, "id,title_vi,agency,due,done\nt,Việc,,2024-02-30,\nu,Việc,,,hôm qua\n");
  atlas = csv_store_new_atlas (store);
  g_assert_cmpint (ntm_atlas_issues (atlas)->len, ==, 2);
  issue = ntm_atlas_issues (atlas)->pdata[1];
  g_assert_cmpstr (issue->file, ==, "task");
  g_assert_cmpstr (issue->value, ==, "u");
  g_assert_cmpstr (issue->column, ==, "done");
}

static void
test_codes (void)
{
  g_assert_cmpstr (ntm_task_state_code (NTM_TASK_OPEN), ==, "open");
  g_assert_cmpstr (ntm_task_state_code (NTM_TASK_DONE), ==, "done");
  g_assert_cmpstr (ntm_task_state_code (NTM_TASK_LATE), ==, "late");
  g_assert_cmpstr (ntm_task_state_code (NTM_TASK_OVERDUE), ==, "overdue");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/task/standing", test_standing);
  g_test_add_func ("/task/bad-day", test_bad_day);
  g_test_add_func ("/task/codes", test_codes);
  return g_test_run ();
}
