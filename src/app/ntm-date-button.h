/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ntm-desk.h"

G_BEGIN_DECLS

/**
 * NtmDateButton:
 *
 * The reference date in the header bar, with a popover to change it.
 */
#define NTM_TYPE_DATE_BUTTON (ntm_date_button_get_type ())
G_DECLARE_FINAL_TYPE (NtmDateButton, ntm_date_button, NTM, DATE_BUTTON, GtkWidget)

void ntm_date_button_set_desk (NtmDateButton *self, NtmDesk *desk);

G_END_DECLS
