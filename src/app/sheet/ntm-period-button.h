/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ntm-desk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * NtmPeriodButton:
 *
 * A button that asks for a month, a quarter or a half of a year. "chosen" is emitted with the period as files write it.
 */
#define NTM_TYPE_PERIOD_BUTTON (ntm_period_button_get_type ())
G_DECLARE_FINAL_TYPE (NtmPeriodButton, ntm_period_button, NTM, PERIOD_BUTTON, GtkWidget)

void ntm_period_button_set_desk (NtmPeriodButton *self, NtmDesk *desk);

G_END_DECLS
