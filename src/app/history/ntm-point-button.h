/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ntm-desk.h"

G_BEGIN_DECLS

/**
 * NtmPointButton:
 *
 * Gives this point of the history a name, to ask later what changed since.
 */
#define NTM_TYPE_POINT_BUTTON (ntm_point_button_get_type ())
G_DECLARE_FINAL_TYPE (NtmPointButton, ntm_point_button, NTM, POINT_BUTTON, GtkWidget)

void ntm_point_button_set_desk (NtmPointButton *self, NtmDesk *desk);

G_END_DECLS
