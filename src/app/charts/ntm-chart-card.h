/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ntm-chart.h"
#include "ntm-data-table.h"
#include "ntm-figure-view.h"
#include "ntm-series-legend.h"

G_BEGIN_DECLS

/**
 * NtmChartCard:
 *
 * A chart with its finding, its measure and its sources, or the table of its figures in place of it. Its
 * buttons and menus use the actions `charts.*` of the page, which work on the selected card: the signal
 * "wanted" tells the page to select this one first.
 */
#define NTM_TYPE_CHART_CARD (ntm_chart_card_get_type ())
G_DECLARE_FINAL_TYPE (NtmChartCard, ntm_chart_card, NTM, CHART_CARD, GtkWidget)

NtmChartCard   *ntm_chart_card_new            (NtmDesk *desk, const NtmChart *chart) G_GNUC_WARN_UNUSED_RESULT;
const NtmChart *ntm_chart_card_get_chart      (NtmChartCard *self);
void            ntm_chart_card_set_chart      (NtmChartCard *self, const NtmChart *chart);
void            ntm_chart_card_update         (NtmChartCard *self);
void            ntm_chart_card_set_show_table (NtmChartCard *self, gboolean show_table);
void            ntm_chart_card_set_whole      (NtmChartCard *self, gboolean whole);
void            ntm_chart_card_popup_menu     (NtmChartCard *self);
NtmFigure      *ntm_chart_card_get_figure     (NtmChartCard *self);
NtmFigureView  *ntm_chart_card_get_view       (NtmChartCard *self);
NtmDataTable *ntm_chart_card_get_table      (NtmChartCard *self);
const char     *ntm_chart_card_get_title      (NtmChartCard *self);
const char     *ntm_chart_card_get_subtitle   (NtmChartCard *self);
const char     *ntm_chart_card_get_source     (NtmChartCard *self);
const char     *ntm_chart_card_get_message    (NtmChartCard *self);

G_END_DECLS
