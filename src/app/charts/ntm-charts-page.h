/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ntm-chart-card.h"
#include "ntm-chart-picker.h"
#include "ntm-desk.h"

G_BEGIN_DECLS

/**
 * NtmChartsPage:
 *
 * The board of charts, in two columns where there is room, and one of them enlarged.
 */
#define NTM_TYPE_CHARTS_PAGE (ntm_charts_page_get_type ())
G_DECLARE_FINAL_TYPE (NtmChartsPage, ntm_charts_page, NTM, CHARTS_PAGE, GtkWidget)

void            ntm_charts_page_set_desk     (NtmChartsPage *self, NtmDesk *desk, GSettings *settings);
void            ntm_charts_page_prepare      (NtmChartsPage *self);
void            ntm_charts_page_focus        (NtmChartsPage *self);
NtmFigure      *ntm_charts_page_get_figure   (NtmChartsPage *self);
guint           ntm_charts_page_get_n_cards  (NtmChartsPage *self);
NtmChartCard   *ntm_charts_page_get_card     (NtmChartsPage *self, guint index);
NtmChartCard   *ntm_charts_page_get_selected (NtmChartsPage *self);
NtmChartCard   *ntm_charts_page_get_enlarged (NtmChartsPage *self);
void            ntm_charts_page_select       (NtmChartsPage *self, guint index);
NtmChartPicker *ntm_charts_page_get_picker   (NtmChartsPage *self);
gboolean        ntm_charts_page_export       (NtmChartsPage *self, const char *path, GError **error);

G_END_DECLS
