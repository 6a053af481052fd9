/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ntm-task-item.h"

G_BEGIN_DECLS

/**
 * NtmTaskGrouping:
 *
 * What tasks are put together by.
 */
typedef enum
{
  NTM_TASKS_BY_AGENCY,
  NTM_TASKS_BY_DUE,
  NTM_TASKS_BY_UNIT,
  NTM_N_TASK_GROUPINGS,
} NtmTaskGrouping;

#define NTM_TASK_ANY ((NtmTaskState) -1)

/**
 * NtmTaskSet:
 *
 * The tasks of a file as they stand on a day, counted by state; lists are made of it. @rules tells whether
 * standing rules and reporting regimes are among them.
 */
typedef struct
{
  GPtrArray *items;       /* (element-type NtmTaskItem), agency by agency in the order of the file */
  GPtrArray *agencies;    /* (element-type utf8): id of the agency of each */
  guint      n_by_state[NTM_TASK_OVERDUE + 1];
} NtmTaskSet;

NtmTaskSet *ntm_task_set_new    (const NtmViewContext *ctx, const char *unit, gboolean rules) G_GNUC_WARN_UNUSED_RESULT;
void        ntm_task_set_free   (NtmTaskSet *self);
guint       ntm_task_set_count  (const NtmTaskSet *self, NtmTaskState state);
GListModel *ntm_task_set_group  (const NtmTaskSet *self, const NtmViewContext *ctx, NtmTaskGrouping grouping,
                                 NtmTaskState state, const char *needle) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NtmTaskSet, ntm_task_set_free)

G_END_DECLS
