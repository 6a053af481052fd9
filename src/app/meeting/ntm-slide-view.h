/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ntm-slide-deck.h"

G_BEGIN_DECLS

/**
 * NtmSlideView:
 *
 * One slide of a deck, as large as the widget. What it shows is its accessible description.
 */
#define NTM_TYPE_SLIDE_VIEW (ntm_slide_view_get_type ())
G_DECLARE_FINAL_TYPE (NtmSlideView, ntm_slide_view, NTM, SLIDE_VIEW, GtkWidget)

GtkWidget *ntm_slide_view_new (void);
void       ntm_slide_view_set (NtmSlideView *self, NtmSlideDeck *deck, guint slide);

G_END_DECLS
