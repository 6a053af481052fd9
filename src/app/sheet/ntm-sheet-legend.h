/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * NtmSheetLegend:
 *
 * What the looks of cells mean, in one line: as many as there is room for.
 */
#define NTM_TYPE_SHEET_LEGEND (ntm_sheet_legend_get_type ())
G_DECLARE_FINAL_TYPE (NtmSheetLegend, ntm_sheet_legend, NTM, SHEET_LEGEND, GtkWidget)

G_END_DECLS
