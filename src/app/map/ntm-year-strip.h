/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ntm-map-years.h"

G_BEGIN_DECLS

/**
 * NtmYearStrip:
 *
 * The years below the map: a bar of counts for the end of each, a slider under them, and dashed lines
 * where units become others. Knows nothing of the file.
 *
 * Signals: "picked" (the year a person moved to); the strip itself shows what ntm_year_strip_set_date()
 * says.
 */
#define NTM_TYPE_YEAR_STRIP (ntm_year_strip_get_type ())
G_DECLARE_FINAL_TYPE (NtmYearStrip, ntm_year_strip, NTM, YEAR_STRIP, GtkWidget)

void                 ntm_year_strip_set_range  (NtmYearStrip *self, int first, int last);
int                  ntm_year_strip_get_first  (NtmYearStrip *self);
int                  ntm_year_strip_get_last   (NtmYearStrip *self);
void                 ntm_year_strip_set_date   (NtmYearStrip *self, NtmDate date, const char *words);
void                 ntm_year_strip_set_counts (NtmYearStrip *self, int year, const NtmYearCounts *counts);
const NtmYearCounts *ntm_year_strip_get_counts (NtmYearStrip *self, int year);
void                 ntm_year_strip_take_marks (NtmYearStrip *self, GArray *marks);
const GArray        *ntm_year_strip_get_marks  (NtmYearStrip *self);
void                 ntm_year_strip_set_low    (NtmYearStrip *self, gboolean low);
GtkWidget           *ntm_year_strip_get_scale  (NtmYearStrip *self);

G_END_DECLS
