/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ntm-map.h"

G_BEGIN_DECLS

/* The bit of an entry in a filter: its mark, or its class after the marks. */
#define NTM_LEGEND_CLASS(c) (16 + (c))

/**
 * NtmLegendCard:
 *
 * A legend over the map: signs, names, counts. On a clickable card a click on an entry keeps only the
 * units of that entry bright, a click with Ctrl adds or takes away, a double click shows all again.
 *
 * Signals: "filtered" (the filter a person asks for, a bit an entry, 0 = all); the card itself shows what
 * ntm_legend_card_set_filter() says.
 */
#define NTM_TYPE_LEGEND_CARD (ntm_legend_card_get_type ())
G_DECLARE_FINAL_TYPE (NtmLegendCard, ntm_legend_card, NTM, LEGEND_CARD, GtkWidget)

void        ntm_legend_card_set_clickable (NtmLegendCard *self, gboolean clickable);
void        ntm_legend_card_set_filter    (NtmLegendCard *self, guint filter);
void        ntm_legend_card_set_low       (NtmLegendCard *self, gboolean low, int max_width);
void        ntm_legend_card_show          (NtmLegendCard *self, const NtmLegend *legend, guint n_classes);
guint       ntm_legend_card_get_n_entries (NtmLegendCard *self);
const char *ntm_legend_card_get_count     (NtmLegendCard *self, guint bit);
void        ntm_legend_card_click         (NtmLegendCard *self, guint bit, gboolean add);

G_END_DECLS
