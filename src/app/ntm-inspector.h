/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ntm-desk.h"
#include "ntm-unit-facts.h"

G_BEGIN_DECLS

/**
 * NtmInspector:
 *
 * What the file says about the selected unit, or about the province while none is selected: title,
 * decision, key figures with their past and target, open tasks, what the registers hold, findings, sources. A figure leads to its
 * indicator, a task to the list of tasks, a source to the page of the web it is.
 */
#define NTM_TYPE_INSPECTOR (ntm_inspector_get_type ())
G_DECLARE_FINAL_TYPE (NtmInspector, ntm_inspector, NTM, INSPECTOR, GtkWidget)

void        ntm_inspector_set_desk   (NtmInspector *self, NtmDesk *desk);
const char *ntm_inspector_get_name   (NtmInspector *self);
const char *ntm_inspector_get_status (NtmInspector *self);
const char *ntm_inspector_get_decision (NtmInspector *self);
guint       ntm_inspector_get_n_figures (NtmInspector *self);
guint       ntm_inspector_get_n_tasks (NtmInspector *self);
guint       ntm_inspector_get_n_entries (NtmInspector *self, NtmUnitSection section);
void        ntm_inspector_show_section (NtmInspector *self, NtmUnitSection section);

G_END_DECLS
