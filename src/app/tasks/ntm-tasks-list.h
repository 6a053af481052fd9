/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ntm-task-item.h"

G_BEGIN_DECLS

/**
 * NtmTasksList:
 *
 * Tasks under headings that fold. Signals: "selected" (another row, or none), "opened" (Enter or a double
 * click on a task), "toggled" (Space on a task).
 */
#define NTM_TYPE_TASKS_LIST (ntm_tasks_list_get_type ())
G_DECLARE_FINAL_TYPE (NtmTasksList, ntm_tasks_list, NTM, TASKS_LIST, GtkWidget)

void         ntm_tasks_list_set_groups   (NtmTasksList *self, GListModel *groups);
NtmTaskItem *ntm_tasks_list_get_selected (NtmTasksList *self);
gboolean     ntm_tasks_list_select       (NtmTasksList *self, const char *key);
void         ntm_tasks_list_unselect     (NtmTasksList *self);
GListModel  *ntm_tasks_list_get_rows     (NtmTasksList *self);
gboolean     ntm_tasks_list_find_row     (NtmTasksList *self, GdkRectangle *out);

G_END_DECLS
