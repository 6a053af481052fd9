/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ntm-desk.h"
#include "ntm-task-item.h"

G_BEGIN_DECLS

/**
 * NtmTaskDetail:
 *
 * One task in full: the paragraph it is from, what happened on it, what it is about, and the buttons that
 * change it (actions "tasks.report", "tasks.edit", "tasks.close", "tasks.reopen" of the page around it).
 */
#define NTM_TYPE_TASK_DETAIL (ntm_task_detail_get_type ())
G_DECLARE_FINAL_TYPE (NtmTaskDetail, ntm_task_detail, NTM, TASK_DETAIL, GtkWidget)

void ntm_task_detail_show (NtmTaskDetail *self, NtmDesk *desk, NtmDate at, NtmTaskItem *item);
void ntm_task_detail_set_read_only (NtmTaskDetail *self, const char *reason);

G_END_DECLS
