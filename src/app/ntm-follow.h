/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ntm-desk.h"

G_BEGIN_DECLS

/**
 * NtmFollow:
 * @widget: what follows the desk
 *
 * Makes @widget show what is on the desk now.
 */
typedef void (*NtmFollow) (gpointer widget);

void ntm_follow_desk (NtmDesk *desk, const char *signal, gpointer widget, NtmFollow update);

G_END_DECLS
