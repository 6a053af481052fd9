/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * NtmSeriesLegend:
 *
 * The series of a chart by name and colour; a click on one hides or shows it. The last one shown stays.
 * Signal: "changed".
 */
#define NTM_TYPE_SERIES_LEGEND (ntm_series_legend_get_type ())
G_DECLARE_FINAL_TYPE (NtmSeriesLegend, ntm_series_legend, NTM, SERIES_LEGEND, GtkWidget)

void  ntm_series_legend_set_series (NtmSeriesLegend *self, const char * const *names, guint shown);
guint ntm_series_legend_get_shown  (NtmSeriesLegend *self);

G_END_DECLS
