/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ntm-desk.h"
#include "ntm-grid.h"
#include "ntm-sheet.h"

G_BEGIN_DECLS

/**
 * NtmSheetPage:
 *
 * The view "Figures": what is shown is chosen above the table, the active cell explained between them,
 * the selection counted below. The row of the active cell is the unit selected in the window.
 */
#define NTM_TYPE_SHEET_PAGE (ntm_sheet_page_get_type ())
G_DECLARE_FINAL_TYPE (NtmSheetPage, ntm_sheet_page, NTM, SHEET_PAGE, GtkWidget)

void      ntm_sheet_page_set_desk       (NtmSheetPage *self, NtmDesk *desk);
void      ntm_sheet_page_show_indicator (NtmSheetPage *self, const char *code);
NtmGrid  *ntm_sheet_page_get_grid       (NtmSheetPage *self);
NtmSheet *ntm_sheet_page_get_sheet      (NtmSheetPage *self);

G_END_DECLS
