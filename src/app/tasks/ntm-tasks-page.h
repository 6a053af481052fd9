/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ntm-desk.h"
#include "ntm-figure.h"
#include "ntm-tasks-list.h"

G_BEGIN_DECLS

/**
 * NtmTasksPage:
 *
 * The tasks of the file by agency, deadline or unit, and one of them in full. Its actions are in the group
 * "tasks". Signal: "announced" (text) after a change that can be undone.
 */
#define NTM_TYPE_TASKS_PAGE (ntm_tasks_page_get_type ())
G_DECLARE_FINAL_TYPE (NtmTasksPage, ntm_tasks_page, NTM, TASKS_PAGE, GtkWidget)

void          ntm_tasks_page_set_desk      (NtmTasksPage *self, NtmDesk *desk);
void          ntm_tasks_page_focus         (NtmTasksPage *self);
void          ntm_tasks_page_start_search  (NtmTasksPage *self);
void          ntm_tasks_page_search        (NtmTasksPage *self, const char *text);
gboolean      ntm_tasks_page_select        (NtmTasksPage *self, const char *id);
void          ntm_tasks_page_show_unit     (NtmTasksPage *self, const char *unit);
NtmFigure    *ntm_tasks_page_new_figure    (NtmTasksPage *self) G_GNUC_WARN_UNUSED_RESULT;
NtmFigure    *ntm_tasks_page_new_listed    (NtmTasksPage *self) G_GNUC_WARN_UNUSED_RESULT;
NtmTasksList *ntm_tasks_page_get_list      (NtmTasksPage *self);

G_END_DECLS
