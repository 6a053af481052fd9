/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ntm-task-item.h"

G_BEGIN_DECLS

/**
 * NtmTaskLine:
 *
 * One line of the list of tasks: the columns of a task, the heading of a group, or the heads of the columns.
 * Narrow lines leave columns out.
 */
#define NTM_TYPE_TASK_LINE (ntm_task_line_get_type ())
G_DECLARE_FINAL_TYPE (NtmTaskLine, ntm_task_line, NTM, TASK_LINE, GtkWidget)

GtkWidget  *ntm_task_line_new      (void) G_GNUC_WARN_UNUSED_RESULT;
void        ntm_task_line_set_item (NtmTaskLine *self, NtmTaskItem *item, gboolean expanded);
void        ntm_task_line_set_head (NtmTaskLine *self);

G_END_DECLS
