/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ntm-desk.h"

G_BEGIN_DECLS

/**
 * NtmIndicatorButton:
 *
 * A button with the name of an indicator; its list is searched without accents, by name or code.
 *
 * Signals: "chosen" (code).
 */
#define NTM_TYPE_INDICATOR_BUTTON (ntm_indicator_button_get_type ())
G_DECLARE_FINAL_TYPE (NtmIndicatorButton, ntm_indicator_button, NTM, INDICATOR_BUTTON, GtkWidget)

void ntm_indicator_button_fill       (NtmIndicatorButton *self, NtmDesk *desk);
void ntm_indicator_button_set_chosen (NtmIndicatorButton *self, const char *code);
void ntm_indicator_button_search     (NtmIndicatorButton *self, const char *needle);
void ntm_indicator_button_take_first (NtmIndicatorButton *self);

G_END_DECLS
