/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ntm-view-context.h"

G_BEGIN_DECLS

/**
 * NtmThemeButton:
 *
 * What the map is coloured by: the titles or an indicator, from a list that is searched without accents.
 *
 * Signals: "chosen" (code of an indicator, %NULL for the titles).
 */
#define NTM_TYPE_THEME_BUTTON (ntm_theme_button_get_type ())
G_DECLARE_FINAL_TYPE (NtmThemeButton, ntm_theme_button, NTM, THEME_BUTTON, GtkWidget)

void     ntm_theme_button_set_atlas  (NtmThemeButton *self, NtmAtlas *atlas);
void     ntm_theme_button_set_chosen (NtmThemeButton *self, const char *code);
void     ntm_theme_button_search     (NtmThemeButton *self, const char *needle);
guint    ntm_theme_button_get_n_found (NtmThemeButton *self);
gboolean ntm_theme_button_take_first (NtmThemeButton *self);

G_END_DECLS
