/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ntm-palette.h"

G_BEGIN_DECLS

/**
 * NtmStatusGlyph:
 *
 * The sign of a status: a shape in its colour, in lists and legends. Its accessible label is the name of
 * the status.
 */
#define NTM_TYPE_STATUS_GLYPH (ntm_status_glyph_get_type ())
G_DECLARE_FINAL_TYPE (NtmStatusGlyph, ntm_status_glyph, NTM, STATUS_GLYPH, GtkWidget)

GtkWidget *ntm_status_glyph_new        (void);
void       ntm_status_glyph_set_mark   (NtmStatusGlyph *self, NtmMark mark, const char *name);
void       ntm_status_glyph_set_swatch (NtmStatusGlyph *self, gboolean swatch);

G_END_DECLS
