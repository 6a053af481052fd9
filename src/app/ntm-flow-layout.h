/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * NtmFlowLayout:
 *
 * A row of controls that goes on in a second line where its width does not hold them all, as with large text or on a
 * half of the screen. In a line, what can be cut (the label of a button) gives way first, and what expands gets what
 * is left.
 */
#define NTM_TYPE_FLOW_LAYOUT (ntm_flow_layout_get_type ())
G_DECLARE_FINAL_TYPE (NtmFlowLayout, ntm_flow_layout, NTM, FLOW_LAYOUT, GtkLayoutManager)

G_END_DECLS
