/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ntm-opening.h"

G_BEGIN_DECLS

/**
 * NtmLoading:
 *
 * A card over the window that says that a file is being opened: nothing at first, after a moment a spinner,
 * and if it takes long a bar with a count. Emits "cancelled" when the person lets go of it.
 */
#define NTM_TYPE_LOADING (ntm_loading_get_type ())
G_DECLARE_FINAL_TYPE (NtmLoading, ntm_loading, NTM, LOADING, GtkWidget)

void ntm_loading_follow (NtmLoading *self, NtmOpening *opening);
void ntm_loading_tell   (NtmLoading *self, gint64 elapsed, guint done, guint total);

G_END_DECLS
