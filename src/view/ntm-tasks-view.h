/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ntm-sources.h"
#include "ntm-task-list.h"
#include "ntm-view-context.h"

G_BEGIN_DECLS

/**
 * NtmTasksQuestion:
 * @agency: (nullable): id of an agency; only its tasks
 * @unit: (nullable): id of a unit; only tasks about it
 * @only_overdue: only tasks not done and past their deadline
 * @due_by: only tasks not done that are late, or will be on this day; 0 = also those without a deadline
 * @with_rules: also standing rules and reporting regimes, not only tasks
 * @only: (nullable) (element-type utf8): a set of ids; only these tasks
 * @cited: (nullable): the documents the picture rests on are added to it
 *
 * Which tasks shall be listed. The context's day decides their state.
 */
typedef struct
{
  const char *agency;
  const char *unit;
  gboolean    only_overdue;
  NtmDate     due_by;
  gboolean    with_rules;
  GHashTable *only;
  NtmSources *cited;
} NtmTasksQuestion;

NtmTaskListSpec *ntm_tasks_view_new (const NtmViewContext *ctx, const NtmTasksQuestion *question, GError **error)
                                     G_GNUC_WARN_UNUSED_RESULT;
guint            ntm_tasks_view_count_overdue (const NtmViewContext *ctx);

G_END_DECLS
