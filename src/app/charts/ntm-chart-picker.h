/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ntm-chart.h"
#include "ntm-indicator-list.h"

G_BEGIN_DECLS

/**
 * NtmChartPicker:
 *
 * Chooses a chart: its kind and one of the indicators of the file, by topic, found without marks. Emits
 * "picked" and closes when one was chosen.
 */
#define NTM_TYPE_CHART_PICKER (ntm_chart_picker_get_type ())
G_DECLARE_FINAL_TYPE (NtmChartPicker, ntm_chart_picker, NTM, CHART_PICKER, GtkPopover)

void              ntm_chart_picker_set_desk       (NtmChartPicker *self, NtmDesk *desk);
void              ntm_chart_picker_set_kind       (NtmChartPicker *self, NtmChartKind kind);
NtmIndicatorList *ntm_chart_picker_get_indicators (NtmChartPicker *self);
const NtmChart   *ntm_chart_picker_get_picked     (NtmChartPicker *self);

G_END_DECLS
