/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/**
 * NtmColor:
 *
 * An sRGB colour, each channel 0 to 1, alpha not premultiplied.
 */
typedef struct { double r, g, b, a; } NtmColor;

gboolean ntm_color_parse     (const char *hex, NtmColor *out);
char    *ntm_color_to_hex    (const NtmColor *color) G_GNUC_WARN_UNUSED_RESULT;
NtmColor ntm_color_mix       (const NtmColor *a, const NtmColor *b, double t);
NtmColor ntm_color_with_alpha (const NtmColor *color, double alpha);
double   ntm_color_luminance (const NtmColor *color);
double   ntm_color_contrast  (const NtmColor *a, const NtmColor *b);
double   ntm_color_lightness (const NtmColor *color);
void     ntm_color_set       (const NtmColor *color, cairo_t *cr);

G_END_DECLS
