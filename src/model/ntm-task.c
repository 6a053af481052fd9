/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When a task is late, as the office counts it: in whole days from the deadline as it was worded. */

#include "config.h"

#include "ntm-task.h"

/**
 * ntm_task_standing:
 * @task: a task of the Atlas
 * @at: the day on which it is looked at, a known one
 *
 * Tells how a task stands. "Before D": done on D or later is late, "by D": from D + 1; both count days
 * from D, so that a task due before 30/9 and done on 28/10 is 28 days late and one not done on 30/9 itself
 * is overdue by 0 days. Days left run to D as well. What was done after @at was not done yet.
 *
 * Returns: the standing
 */
NtmTaskStanding
ntm_task_standing (const NtmTask *task, NtmDate at)
{
  NtmTaskStanding standing = { NTM_TASK_OPEN, NTM_DAYS_NONE };
  gboolean is_done;
  NtmDate day;

  g_return_val_if_fail (task != NULL && ntm_date_is_known (at), standing);

  is_done = task->done <= at;
  day = is_done ? task->done : at;
  if (task->due == NTM_DATE_MAX)
    {
      standing.state = is_done ? NTM_TASK_DONE : NTM_TASK_OPEN;
      return standing;
    }
  if (day >= task->due)
    {
      standing.state = is_done ? NTM_TASK_LATE : NTM_TASK_OVERDUE;
      standing.days = day - task->counted_from;
    }
  else if (is_done)
    standing.state = NTM_TASK_DONE;
  else
    standing.days = task->counted_from - at;
  return standing;
}

/**
 * ntm_task_state_code:
 * @state: a state
 *
 * Returns: how commands write it: `open`, `done`, `late` or `overdue`
 */
const char *
ntm_task_state_code (NtmTaskState state)
{
  static const char *const codes[] = { "open", "done", "late", "overdue" };

  g_return_val_if_fail ((gsize) state < G_N_ELEMENTS (codes), "open");

  return codes[state];
}
