/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ntm-timeline.h"

G_BEGIN_DECLS

/**
 * NtmTaskTimeline:
 *
 * The deadlines above the list of tasks, which is its twin for who cannot see: its label says only how many there
 * are. Signal: "picked" (id of a task) after a click on its row.
 */
#define NTM_TYPE_TASK_TIMELINE (ntm_task_timeline_get_type ())
G_DECLARE_FINAL_TYPE (NtmTaskTimeline, ntm_task_timeline, NTM, TASK_TIMELINE, GtkWidget)

void ntm_task_timeline_set_spec (NtmTaskTimeline *self, NtmTimelineSpec *spec);

G_END_DECLS
