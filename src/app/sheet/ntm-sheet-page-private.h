/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the files of the page share: ntm-sheet-page.c (what is shown) and -bars.c (what is said around the table). */

#include "ntm-indicator-list.h"
#include "ntm-period-button.h"
#include "ntm-sheet-page.h"

G_BEGIN_DECLS

struct _NtmSheetPage
{
  GtkWidget parent_instance;

  NtmDesk   *desk;
  NtmSheet  *sheet;
  gboolean   is_syncing;   /* the unit is being set from the desk or to it */
  gboolean   is_filling;   /* choices are being listed, not chosen */
  NtmStore  *known_store;  /* not owned, only compared: of which file the cursor was placed */

  GtkWidget          *empty;           /* in place of all the rest where the file has nothing to show */
  GtkWidget          *content;
  GtkToggleButton    *years_button;
  GtkToggleButton    *indicators_button;
  GtkMenuButton      *indicator_button;
  GtkLabel           *indicator_label;
  NtmIndicatorList   *indicators;
  GtkDropDown        *level_choice;
  GtkDropDown        *period_choice;
  NtmPeriodButton    *period_button;
  GtkLabel           *address;
  GtkLabel           *value;
  GtkLabel           *origin;
  GtkMenuButton      *sources_button;
  GtkPopover         *sources;
  GtkWidget          *history;
  GtkWidget          *notice;
  GtkLabel           *notice_heading;
  GtkLabel           *notice_body;
  GtkWidget          *notice_close;
  NtmGrid            *grid;
  GtkLabel           *nothing;         /* over the grid: no figure in the whole table */
  GtkWidget          *sum;
  GtkWidget          *mean;
  GtkWidget          *count;
  GtkWidget          *extent;
};

void _ntm_sheet_page_update_notice (NtmSheetPage *self);
void _ntm_sheet_page_show_error    (NtmSheetPage *self, const GError *error);
void _ntm_sheet_page_update_bars   (NtmSheetPage *self);
void _ntm_sheet_page_update_empty  (NtmSheetPage *self);

G_END_DECLS
