/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "ntm-task-list.h"
#include "ntm-task.h"
#include "ntm-view-context.h"

G_BEGIN_DECLS

/**
 * NtmTaskItem:
 *
 * A row of the list of tasks: a task as it stands on a day, or the heading of a group of them. Holds texts,
 * not records, so it may outlive a change of the file.
 */
#define NTM_TYPE_TASK_ITEM (ntm_task_item_get_type ())
G_DECLARE_FINAL_TYPE (NtmTaskItem, ntm_task_item, NTM, TASK_ITEM, GObject)

NtmTaskItem      *ntm_task_item_new        (const NtmViewContext *ctx, const NtmTask *task, const NtmTaskRow *row)
                                            G_GNUC_WARN_UNUSED_RESULT;
NtmTaskItem      *ntm_task_item_new_group  (const char *key, const char *name) G_GNUC_WARN_UNUSED_RESULT;
void              ntm_task_item_add        (NtmTaskItem *self, NtmTaskItem *task);
gboolean          ntm_task_item_is_group   (NtmTaskItem *self);
const char       *ntm_task_item_get_key    (NtmTaskItem *self);
const char       *ntm_task_item_get_title  (NtmTaskItem *self);
GListModel       *ntm_task_item_get_tasks  (NtmTaskItem *self);
char             *ntm_task_item_dup_count  (NtmTaskItem *self) G_GNUC_WARN_UNUSED_RESULT;
char             *ntm_task_item_dup_badge  (NtmTaskItem *self) G_GNUC_WARN_UNUSED_RESULT;

const NtmTaskRow *ntm_task_item_get_row    (NtmTaskItem *self);
NtmTaskState      ntm_task_item_get_state  (NtmTaskItem *self);
NtmDate           ntm_task_item_get_due    (NtmTaskItem *self);
const char       *ntm_task_item_get_agency (NtmTaskItem *self);
gboolean          ntm_task_item_matches    (NtmTaskItem *self, const char *folded);
char             *ntm_task_item_dup_spoken (NtmTaskItem *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
