/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tasks: words of state and deadline day by day, what was reported by then, groups, filters. */

#include "config.h"

#include <string.h>

#include "ntm-task.h"
#include "ntm-tasks-view.h"
#include "ntm-timeline-view.h"
#include "view-fixture.h"

static const NtmTaskRow *
find_row (const NtmTaskListSpec *spec, const char *key)
{
  for (guint i = 0; i < spec->groups->len; i++)
    {
      const NtmTaskGroup *group = g_ptr_array_index (spec->groups, i);

      for (guint j = 0; j < group->rows->len; j++)
        if (g_str_equal (((NtmTaskRow *) g_ptr_array_index (group->rows, j))->key, key))
          return g_ptr_array_index (group->rows, j);
    }
  g_error ("%s is not listed", key);
}

static guint
count_rows (const NtmTaskListSpec *spec)
{
  guint n = 0;

  for (guint i = 0; i < spec->groups->len; i++)
    n += ((NtmTaskGroup *) g_ptr_array_index (spec->groups, i))->rows->len;
  return n;
}

static NtmTaskListSpec *
make_tasks (ViewFixture *self, const char *at, const char *agency, gboolean only_overdue)
{
  g_autoptr (GError) error = NULL;
  NtmTasksQuestion question = { .agency = agency, .only_overdue = only_overdue };
  NtmTaskListSpec *spec;

  self->ctx.at = view_day (at);
  spec = ntm_tasks_view_new (&self->ctx, &question, &error);
  g_assert_no_error (error);
  return spec;
}

static const struct
{
  const char  *at, *task, *en, *vi;
  NtmTaskShape shape;
} states[] = {
  { "2024-02-21", "t20-ho-so-tx-hong-linh", "130 days left", "còn 130 ngày", NTM_TASK_SHAPE_OPEN },
  { "2024-10-01", "t20-ho-so-tx-hong-linh", "overdue by 93 days", "quá hạn 93 ngày", NTM_TASK_SHAPE_OVERDUE },
  { "2024-11-12", "t20-ho-so-tx-hong-linh", "overdue by 135 days", "quá hạn 135 ngày", NTM_TASK_SHAPE_OVERDUE },
  { "2024-09-22", "t18-ho-so-tx-ky-anh", "overdue by 84 days", "quá hạn 84 ngày", NTM_TASK_SHAPE_OVERDUE },
  { "2024-09-23", "t18-ho-so-tx-ky-anh", "submitted 85 days late", "trình muộn 85 ngày", NTM_TASK_SHAPE_LATE },
  { "2024-11-12", "t21-ho-so-huong-khe", "submitted 28 days late", "trình muộn 28 ngày", NTM_TASK_SHAPE_LATE },
  { "2024-11-12", "t15-nghi-xuan-nang-cao", "49 days left", "còn 49 ngày", NTM_TASK_SHAPE_OPEN },
  { "2024-12-31", "t15-nghi-xuan-nang-cao", "last day today", "hôm nay là hạn", NTM_TASK_SHAPE_OPEN },
  { "2025-01-01", "t15-nghi-xuan-nang-cao", "overdue by 1 day", "quá hạn 1 ngày", NTM_TASK_SHAPE_OVERDUE },
  { "2024-11-12", "t38-ho-so-trung-uong-ky-anh", "finished", "hoàn thành", NTM_TASK_SHAPE_DONE },
  { "2024-08-14", "t38-ho-so-trung-uong-ky-anh", "in progress", "đang làm", NTM_TASK_SHAPE_OPEN },
};

static void
test_states (ViewFixture *self, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      g_autoptr (NtmTaskListSpec) spec = make_tasks (self, states[i].at, NULL, FALSE);
      const NtmTaskRow *row = find_row (spec, states[i].task);

      view_assert_words (self, row->state, states[i].en, states[i].vi);
      g_assert_cmpint (row->shape, ==, states[i].shape);
    }
}

/* The result of a task is the newest paper known on the day, never a later one. */
static void
test_results (ViewFixture *self, gconstpointer data)
{
  g_autoptr (NtmTaskListSpec) early = make_tasks (self, "2024-09-22", NULL, FALSE);
  g_autoptr (NtmTaskListSpec) submitted = make_tasks (self, "2024-11-12", NULL, FALSE);
  g_autoptr (NtmTaskListSpec) appraised = make_tasks (self, "2024-11-29", NULL, FALSE);
  const NtmTaskRow *water = find_row (submitted, "t36-nuoc-sach-tap-trung");

  view_assert_words (self, find_row (early, "t18-ho-so-tx-ky-anh")->result, "no report yet", "chưa có báo cáo");
  g_assert_true (find_row (early, "t18-ho-so-tx-ky-anh")->no_result);
  view_assert_words (self, find_row (submitted, "t18-ho-so-tx-ky-anh")->result, "155/TTr-UBND, 23 Sep 2024",
                     "155/TTr-UBND, 23/9/2024");
  view_assert_words (self, find_row (appraised, "t18-ho-so-tx-ky-anh")->result, "3941/SNN-PTNT1, 29 Nov 2024",
                     "3941/SNN-PTNT1, 29/11/2024");
  view_assert_words (self, water->result, "27.8\u00a0% (30 Jun 2024)", "27,8\u00a0% (30/6/2024)");
  g_assert_true (water->has_progress);
  g_assert_cmpfloat_with_epsilon (water->progress, 100.0 * 81462 / 293534 / 50, 1e-6);
}

static void
test_deadlines (ViewFixture *self, gconstpointer data)
{
  g_autoptr (NtmTaskListSpec) spec = make_tasks (self, "2024-10-01", NULL, FALSE);
  const NtmTaskRow *none = find_row (spec, "t45-sipas");
  const NtmTaskRow *dossier = find_row (spec, "t20-ho-so-tx-hong-linh");

  view_assert_words (self, dossier->deadline, "before 30 June 2024", "trước 30/6/2024");
  g_assert_false (dossier->no_deadline);
  g_assert_cmpstr (dossier->place, ==, "II.2");
  view_assert_words (self, none->deadline, "no deadline stated", "không nêu hạn");
  g_assert_true (none->no_deadline);
  /* The unit is named where the words of the task do not. */
  g_assert_nonnull (strstr (dossier->title, "Hồng Lĩnh"));
  g_assert_null (strstr (find_row (spec, "t19-chinh-trang-tx-hong-linh")->title, ":"));
}

/* A district that has ended (1 July 2025) is still what its task is about. */
static void
test_ended_unit (ViewFixture *self, gconstpointer data)
{
  g_autoptr (NtmTaskListSpec) before = make_tasks (self, "2025-06-30", NULL, FALSE);
  g_autoptr (NtmTaskListSpec) after = make_tasks (self, "2025-07-01", NULL, FALSE);

  g_assert_true (g_str_has_prefix (find_row (after, "t20-ho-so-tx-hong-linh")->title,
                                   self->ctx.lang == NTM_LANG_VI ? "Thị xã Hồng Lĩnh: " : "Hồng Lĩnh "));
  g_assert_cmpstr (find_row (after, "t20-ho-so-tx-hong-linh")->title, ==, find_row (before, "t20-ho-so-tx-hong-linh")->title);
}

/* Rules and regimes are no tasks; every task of the file is in one group, under its agency. */
static void
test_groups (ViewFixture *self, gconstpointer data)
{
  const GPtrArray *tasks = ntm_atlas_records (self->atlas, NTM_TABLE_TASK);
  g_autoptr (NtmTaskListSpec) spec = make_tasks (self, "2024-10-01", NULL, FALSE);
  g_autoptr (NtmTaskListSpec) overdue = make_tasks (self, "2024-10-01", NULL, TRUE);
  guint n = 0, late = 0, badges = 0;

  for (guint i = 0; i < tasks->len; i++)
    {
      const NtmTask *task = g_ptr_array_index (tasks, i);
      gboolean counts = g_str_equal (task->kind, "task");

      if (counts)
        g_assert_nonnull (find_row (spec, task->id));
      n += counts;
      late += counts && ntm_task_standing (task, self->ctx.at).state == NTM_TASK_OVERDUE;
    }
  for (guint i = 0; i < spec->groups->len; i++)
    {
      const NtmTaskGroup *group = g_ptr_array_index (spec->groups, i);

      badges += group->badge ? (guint) g_ascii_strtoull (group->badge, NULL, 10) : 0;
    }
  g_assert_cmpuint (count_rows (spec), ==, n);
  g_assert_cmpuint (count_rows (overdue), ==, late);
  g_assert_cmpuint (ntm_tasks_view_count_overdue (&self->ctx), ==, late);
  g_assert_cmpuint (badges, ==, late);
  g_assert_cmpuint (late, >, 0);
}

static void
test_filters (ViewFixture *self, gconstpointer data)
{
  g_autoptr (NtmTaskListSpec) agency = make_tasks (self, "2024-10-01", "so_noi_vu", FALSE);
  g_autoptr (NtmTaskListSpec) before = make_tasks (self, "2024-02-20", NULL, FALSE);
  g_autoptr (NtmTaskListSpec) unit = NULL;
  g_autoptr (GError) error = NULL;
  NtmTasksQuestion question = { .agency = "nobody" };

  g_assert_cmpuint (agency->groups->len, ==, 1);
  g_assert_cmpuint (count_rows (agency), ==, 2);
  /* Nothing was given before the conference. */
  g_assert_cmpuint (count_rows (before), ==, 0);
  g_assert_nonnull (before->empty);
  g_assert_null (ntm_tasks_view_new (&self->ctx, &question, &error));
  g_assert_error (error, NTM_ERROR, NTM_ERROR_NOT_FOUND);
  self->ctx.at = view_day ("2024-10-01");
  question = (NtmTasksQuestion) { .unit = "444-0" };
  unit = ntm_tasks_view_new (&self->ctx, &question, NULL);
  g_assert_cmpuint (count_rows (unit), ==, 2);
}

/* Deadlines in order of time, those that matter most where there is no room for all; nothing later than the day. */
static void
test_timeline (ViewFixture *self, gconstpointer data)
{
  const char *at[] = { "2024-02-21", "2024-09-22", "2024-11-12", "2026-11-23", "2026-12-31", "9999-12-31" };

  for (guint i = 0; i < G_N_ELEMENTS (at); i++)
    for (guint max = 1; max <= 100; max += 33)
      {
        g_autoptr (NtmTaskListSpec) tasks = make_tasks (self, at[i], NULL, FALSE);
        g_autoptr (NtmTimelineSpec) spec = ntm_timeline_view_new (&self->ctx, tasks, max);
        const GPtrArray *all = ntm_atlas_records (self->ctx.atlas, NTM_TABLE_TASK);
        guint n_overdue = 0, n_dated = 0, n_red = 0;
        NtmDate before = NTM_DATE_MIN, last = view_day (at[i]);

        for (guint k = 0; k < all->len; k++)
          {
            const NtmTask *task = g_ptr_array_index (all, k);

            if (!g_str_equal (task->kind, "task") || task->due == NTM_DATE_MAX || strcmp (task->assigned, at[i]) > 0)
              continue;
            n_dated++;
            n_overdue += ntm_task_standing (task, self->ctx.at).state == NTM_TASK_OVERDUE;
          }
        g_assert_cmpuint (spec->rows->len, ==, MIN (n_dated, max));
        g_assert_cmpint (spec->more != NULL, ==, n_dated > max);
        for (guint k = 0; k < spec->rows->len; k++)
          {
            const NtmTimelineRow *row = g_ptr_array_index (spec->rows, k);

            g_assert_cmpint (before, <=, row->due);
            g_assert_true (row->done == NTM_DATE_MAX || row->done <= self->ctx.at);
            g_assert_true (spec->from <= row->given && row->due <= spec->to && self->ctx.at <= spec->to);
            n_red += row->due <= self->ctx.at && row->done == NTM_DATE_MAX;
            before = row->due;
            last = MAX (last, row->due);
          }
        /* Whole months, none more than is needed. */
        g_assert_cmpint (spec->to - last, <=, 31);
        g_assert_true (ntm_date_is_known (spec->to));
        g_assert_cmpuint (n_red, ==, MIN (n_overdue, max));
        g_assert_cmpuint (spec->ticks->len, >, 0);
        g_assert_cmpuint (spec->ticks->len, <=, 15);
      }
}

int
main (int argc, char **argv)
{
  view_test_init (&argc, &argv);
  view_add ("/tasks-view/states", NULL, test_states);
  view_add ("/tasks-view/results", NULL, test_results);
  view_add ("/tasks-view/deadlines", NULL, test_deadlines);
  view_add ("/tasks-view/ended-unit", NULL, test_ended_unit);
  view_add ("/tasks-view/groups", NULL, test_groups);
  view_add ("/tasks-view/filters", NULL, test_filters);
  view_add ("/tasks-view/timeline", NULL, test_timeline);
  return g_test_run ();
}
