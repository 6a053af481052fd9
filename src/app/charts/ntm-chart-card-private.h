/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the files of the card share: ntm-chart-card.c and -show.c (what stands on it). */

#include "ntm-chart-card.h"

G_BEGIN_DECLS

struct _NtmChartCard
{
  GtkWidget parent_instance;

  NtmDesk  *desk;
  NtmChart *chart;
  gboolean  show_table;

  GtkLabel       *title;
  GtkLabel       *subtitle;
  NtmSeriesLegend *legend;
  GtkWidget      *enlarge;
  GtkWidget      *export_button;
  GtkMenuButton  *menu_button;
  GMenuModel     *export_menu;
  GMenuModel     *card_menu;
  GtkStack       *stack;
  GtkScrolledWindow *scroller;
  NtmFigureView  *view;
  NtmDataTable *table;
  GtkLabel       *message;
  GtkWidget      *foot;
  GtkLabel       *source;
};

void _ntm_chart_card_show_figure  (NtmChartCard *self, NtmFigure *figure, NtmFigure *plain);
void _ntm_chart_card_show_error   (NtmChartCard *self, const GError *error);
void _ntm_chart_card_show_legend  (NtmChartCard *self);
void _ntm_chart_card_show_content (NtmChartCard *self);

G_END_DECLS
