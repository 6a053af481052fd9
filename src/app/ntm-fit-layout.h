/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * NtmFitLayout:
 *
 * Lets its only child be given less width than it needs, so that a window with panes side by side can be put on a
 * half of the screen in one step: what does not fit is cut for the one frame until the window has adapted itself.
 *
 * The signal `allocating` (int width, gboolean fits) is emitted before the child gets its size. Nothing may be
 * changed then.
 */
#define NTM_TYPE_FIT_LAYOUT (ntm_fit_layout_get_type ())
G_DECLARE_FINAL_TYPE (NtmFitLayout, ntm_fit_layout, NTM, FIT_LAYOUT, GtkLayoutManager)

void ntm_fit_layout_insist (NtmFitLayout *self, gboolean insists);

G_END_DECLS
