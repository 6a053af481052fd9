/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the files of the page share: ntm-charts-page.c, -board.c (the cards) and -actions.c (commands). */

#include "ntm-charts-page.h"

G_BEGIN_DECLS

struct _NtmChartsPage
{
  GtkWidget parent_instance;

  NtmDesk   *desk;
  GSettings *settings;
  NtmStore  *shown_store;    /* not owned, only compared: whose board is shown */
  gboolean   is_stale;       /* to be drawn up when it is seen */
  gboolean   show_table;
  gboolean   is_replacing;   /* the picker replaces the selected chart */

  GtkLabel       *unit;
  GtkMenuButton  *add_button;
  NtmChartPicker *picker;
  GtkWidget      *back;
  GtkWidget      *export_button;
  GMenuModel     *export_menu;
  GtkStack       *stack;
  GtkFlowBox     *board;
  GtkBox         *single;
};

void _ntm_charts_page_install_actions (GtkWidgetClass *klass);
void _ntm_charts_page_update_actions  (NtmChartsPage *self);
void _ntm_charts_page_follow_settings (NtmChartsPage *self);
void _ntm_charts_page_put_chart       (NtmChartsPage *self, const NtmChart *picked);
void _ntm_charts_page_reset_board     (NtmChartsPage *self);
void _ntm_charts_page_change_board    (NtmChartsPage *self, int step);
void _ntm_charts_page_enlarge         (NtmChartsPage *self, NtmChartCard *card);
void _ntm_charts_page_shrink          (NtmChartsPage *self);

G_END_DECLS
