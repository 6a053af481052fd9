/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The deadlines of a list of tasks on a line of time. Where there are more than fit, what is overdue comes first,
 * then what was done late, then what is due next.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ntm-task.h"
#include "ntm-text-box.h"
#include "ntm-timeline-view.h"

#define MONTHS_BY_ONE   14   /* up to so many months each has a name, then each third, then each twelfth */
#define MONTHS_BY_THREE 42
#define MAX_YEARS       14   /* ticks where there is one for a year or more */

typedef struct
{
  const NtmTask    *task;
  const NtmTaskRow *row;
  int               rank;
} Dated;

static int
rank_of (const NtmTask *task, NtmDate at)
{
  switch (ntm_task_standing (task, at).state)
    {
    case NTM_TASK_OVERDUE:
      return 0;
    case NTM_TASK_LATE:
      return 1;
    case NTM_TASK_OPEN:
      return 2;
    case NTM_TASK_DONE:
    default:
      return 3;
    }
}

static int
compare_due (const Dated *a, const Dated *b)
{
  if (a->task->due != b->task->due)
    return a->task->due < b->task->due ? -1 : 1;
  return g_strcmp0 (a->task->id, b->task->id);
}

static int
compare_urgency_cb (gconstpointer a, gconstpointer b)
{
  const Dated *one = a, *other = b;

  return one->rank != other->rank ? one->rank - other->rank : compare_due (one, other);
}

static int
compare_due_cb (gconstpointer a, gconstpointer b)
{
  return compare_due (a, b);
}

static GArray *
find_dated (const NtmViewContext *ctx, const NtmTaskListSpec *tasks)
{
  GArray *dated = g_array_new (FALSE, FALSE, sizeof (Dated));

  for (guint i = 0; i < tasks->groups->len; i++)
    {
      const NtmTaskGroup *group = g_ptr_array_index (tasks->groups, i);

      for (guint j = 0; j < group->rows->len; j++)
        {
          const NtmTaskRow *row = g_ptr_array_index (group->rows, j);
          const NtmTask *task = ntm_atlas_lookup (ctx->atlas, NTM_TABLE_TASK, row->key);
          Dated one = { task, row, task ? rank_of (task, ctx->at) : 0 };

          if (task && task->due != NTM_DATE_MAX)
            g_array_append_val (dated, one);
        }
    }
  return dated;
}

static void
add_row (NtmTimelineSpec *spec, const NtmViewContext *ctx, const Dated *dated)
{
  const NtmTask *task = dated->task;
  NtmTimelineRow *row = ntm_timeline_spec_add_row (spec, task->id, dated->row->title);
  NtmPeriod given;

  /* Translators: title, deadline and state of a task. */
  row->tip = g_strdup_printf (_("%1$s. Deadline: %2$s. State: %3$s."), dated->row->title, dated->row->deadline, dated->row->state);
  if (*task->assigned && ntm_period_parse (task->assigned, &given, NULL))
    row->given = ntm_period_last_day (&given);
  row->due = task->due;
  row->done = task->done <= ctx->at ? task->done : NTM_DATE_MAX;
}

/* Whole months around all that is shown. */
static void
set_span (NtmTimelineSpec *spec)
{
  NtmDate first = spec->at, last = spec->at;
  int year, month;

  for (guint i = 0; i < spec->rows->len; i++)
    {
      const NtmTimelineRow *row = g_ptr_array_index (spec->rows, i);

      first = MIN (first, row->due);
      if (row->given != NTM_DATE_MIN)
        first = MIN (first, row->given);
      last = MAX (last, row->due);
    }
  ntm_date_split (first, &year, &month, NULL);
  spec->from = ntm_date_new (year, month, 1);
  ntm_date_split (last, &year, &month, NULL);
  /* There is no day after the last one of the calendar. */
  if (month == 12)
    spec->to = year < 9999 ? ntm_date_new (year + 1, 1, 1) : ntm_date_new (year, 12, 31);
  else
    spec->to = ntm_date_new (year, month + 1, 1);
}

/* Months from tick to tick so that there are few enough of them: 1, 3, then 1, 2, 5, 10, 20 … years. */
static int
choose_step (int n_months)
{
  int factors[] = { 2, 5, 10 }, step = 12;

  if (n_months <= MONTHS_BY_THREE)
    return n_months <= MONTHS_BY_ONE ? 1 : 3;
  for (int decade = 12; n_months / step > MAX_YEARS; decade *= 10)
    for (guint i = 0; i < G_N_ELEMENTS (factors) && n_months / step > MAX_YEARS; i++)
      step = decade * factors[i];
  return step;
}

static void
add_ticks (NtmTimelineSpec *spec)
{
  int year, month, last_year, last_month, n, step;

  ntm_date_split (spec->from, &year, &month, NULL);
  ntm_date_split (spec->to, &last_year, &last_month, NULL);
  n = (last_year - year) * 12 + last_month - month;
  step = choose_step (n);
  for (int i = 0; i < n; i++, month++)
    {
      int this_year = year + (month - 1) / 12, this_month = (month - 1) % 12 + 1;
      g_autofree char *text = NULL;

      if ((this_year * 12 + this_month - 1) % step != 0)
        continue;
      text = step >= 12 ? g_strdup_printf ("%d", this_year) : g_strdup_printf ("%d/%d", this_month, this_year);
      ntm_timeline_spec_add_tick (spec, ntm_date_new (this_year, this_month, 1), text);
    }
}

static void
set_words (NtmTimelineSpec *spec, const NtmViewContext *ctx, guint n_left_out)
{
  g_autofree char *day = ntm_date_format (ctx->at, ctx->lang);
  g_autofree char *more = g_strdup_printf (ngettext ("and %u more task with a deadline", "and %u more tasks with a deadline",
                                                     n_left_out), n_left_out);

  ntm_spec_set (&spec->at_text, day);
  ntm_spec_set (&spec->due_text, C_("timeline", "deadline"));
  ntm_spec_set (&spec->done_text, C_("timeline", "done"));
  ntm_spec_set (&spec->overdue_text, C_("timeline", "overdue"));
  ntm_spec_set (&spec->late_text, C_("timeline", "late"));
  if (n_left_out > 0)
    ntm_spec_set (&spec->more, more);
}

/**
 * ntm_timeline_view_new:
 * @ctx: the context; what was done later than its day is not shown
 * @tasks: the list they are in
 * @max_rows: how many tasks there is room for
 *
 * Puts the tasks of a list that have a deadline on a line of time, by deadline.
 *
 * Returns: (transfer full) (nullable): the spec, %NULL where no task has a deadline
 */
NtmTimelineSpec *
ntm_timeline_view_new (const NtmViewContext *ctx, const NtmTaskListSpec *tasks, guint max_rows)
{
  g_autoptr (GArray) dated = find_dated (ctx, tasks);
  guint n = dated->len;
  NtmTimelineSpec *spec;

  if (n == 0)
    return NULL;
  g_array_sort (dated, compare_urgency_cb);
  g_array_set_size (dated, MIN (n, max_rows));
  g_array_sort (dated, compare_due_cb);
  spec = ntm_timeline_spec_new ();
  spec->at = ctx->at;
  for (guint i = 0; i < dated->len; i++)
    add_row (spec, ctx, &g_array_index (dated, Dated, i));
  set_span (spec);
  add_ticks (spec);
  set_words (spec, ctx, n - dated->len);
  return spec;
}
