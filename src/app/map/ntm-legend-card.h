/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ntm-desk.h"
#include "ntm-map.h"

G_BEGIN_DECLS

/**
 * NtmLegendCard:
 *
 * A legend over the map: signs, names, counts. On a card with a desk, a click on an entry shows only the
 * units of that status, a click with Ctrl adds or takes away.
 */
#define NTM_TYPE_LEGEND_CARD (ntm_legend_card_get_type ())
G_DECLARE_FINAL_TYPE (NtmLegendCard, ntm_legend_card, NTM, LEGEND_CARD, GtkWidget)

void        ntm_legend_card_set_desk  (NtmLegendCard *self, NtmDesk *desk);
void        ntm_legend_card_show      (NtmLegendCard *self, const NtmLegend *legend);
const char *ntm_legend_card_get_count (NtmLegendCard *self, NtmMark mark);
void        ntm_legend_card_click     (NtmLegendCard *self, NtmMark mark, gboolean add);

G_END_DECLS
