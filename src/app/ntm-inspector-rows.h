/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ntm-unit-facts.h"

G_BEGIN_DECLS

/* Inside the inspector only. */

GtkWidget *_ntm_inspector_new_figure_row  (const NtmUnitFigure *figure) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *_ntm_inspector_new_goal_row    (const NtmUnitGoal *goal) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *_ntm_inspector_new_task_row    (const NtmUnitTask *task) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *_ntm_inspector_new_more_row    (guint n_left_out) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *_ntm_inspector_new_all_row     (guint n_tasks, const char *unit) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *_ntm_inspector_new_entry_row   (const NtmUnitEntry *entry) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *_ntm_inspector_new_rest_row    (guint n_left_out) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *_ntm_inspector_new_finding_row (const NtmUnitFinding *finding) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *_ntm_inspector_new_paper_row   (const NtmUnitPaper *paper) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
