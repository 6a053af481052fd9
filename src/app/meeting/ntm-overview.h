/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ntm-slide-deck.h"

G_BEGIN_DECLS

/**
 * NtmOverview:
 *
 * All slides small, to choose one. Emits "chosen" with its number from 0.
 */
#define NTM_TYPE_OVERVIEW (ntm_overview_get_type ())
G_DECLARE_FINAL_TYPE (NtmOverview, ntm_overview, NTM, OVERVIEW, GtkWidget)

GtkWidget *ntm_overview_new   (void);
void       ntm_overview_fill  (NtmOverview *self, NtmSlideDeck *deck, guint current);
void       ntm_overview_clear (NtmOverview *self);
void       ntm_overview_move  (NtmOverview *self, int step);
guint      ntm_overview_get_current (NtmOverview *self);

G_END_DECLS
