/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ntm-palette.h"

G_BEGIN_DECLS

void ntm_glyph_draw        (cairo_t *cr, NtmMark mark, gboolean uncertain, double x, double y, double size,
                            const NtmPalette *palette);
void ntm_mark_fill_path    (cairo_t *cr, NtmMark mark, double unit, const NtmPalette *palette);
void ntm_mark_texture_path (cairo_t *cr, NtmTexture texture, const NtmColor *ink, double unit);
void ntm_mark_dotted_path  (cairo_t *cr, const NtmColor *color, double unit);
void ntm_mark_inset_dotted_path (cairo_t *cr, const NtmColor *color, const NtmColor *ground, double unit);
void ntm_mark_swatch       (cairo_t *cr, NtmMark mark, gboolean uncertain, double x, double y, double width,
                            double height, double unit, const NtmPalette *palette);
void ntm_hatch_rectangle   (cairo_t *cr, double x, double y, double width, double height, double radius, double unit,
                            const NtmPalette *palette);
void ntm_rounded_rectangle (cairo_t *cr, double x, double y, double width, double height, double radius);

G_END_DECLS
