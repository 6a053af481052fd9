/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Colours and what WCAG 2 and CIE say about them. Pure functions. */

#include "ntm-color.h"

#include <math.h>
#include <string.h>

static gboolean
read_channel (const char *hex, double *out)
{
  int high = g_ascii_xdigit_value (hex[0]);
  int low = g_ascii_xdigit_value (hex[1]);

  if (high < 0 || low < 0)
    return FALSE;

  *out = (high * 16 + low) / 255.0;
  return TRUE;
}

static double
to_linear (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

/**
 * ntm_color_parse:
 * @hex: `#RRGGBB` or `#RRGGBBAA`
 * @out: (out): the colour; unchanged when %FALSE is returned
 *
 * Returns: whether @hex is a colour
 */
gboolean
ntm_color_parse (const char *hex, NtmColor *out)
{
  NtmColor color = { 0, 0, 0, 1 };
  gsize length;

  g_return_val_if_fail (hex != NULL && out != NULL, FALSE);

  length = strlen (hex);
  if (hex[0] != '#' || (length != 7 && length != 9))
    return FALSE;
  if (!read_channel (hex + 1, &color.r) || !read_channel (hex + 3, &color.g) || !read_channel (hex + 5, &color.b))
    return FALSE;
  if (length == 9 && !read_channel (hex + 7, &color.a))
    return FALSE;

  *out = color;
  return TRUE;
}

/**
 * ntm_color_to_hex:
 * @color: a colour
 *
 * Returns: (transfer full): `#RRGGBB`, or `#RRGGBBAA` when it is not opaque
 */
char *
ntm_color_to_hex (const NtmColor *color)
{
  guint r = (guint) lround (color->r * 255);
  guint g = (guint) lround (color->g * 255);
  guint b = (guint) lround (color->b * 255);

  if (color->a >= 1)
    return g_strdup_printf ("#%02X%02X%02X", r, g, b);

  return g_strdup_printf ("#%02X%02X%02X%02X", r, g, b, (guint) lround (color->a * 255));
}

/**
 * ntm_color_mix:
 * @a: the colour at 0
 * @b: the colour at 1
 * @t: 0 to 1
 *
 * Returns: the colour between, mixed as sRGB values
 */
NtmColor
ntm_color_mix (const NtmColor *a, const NtmColor *b, double t)
{
  return (NtmColor) {
    a->r + (b->r - a->r) * t,
    a->g + (b->g - a->g) * t,
    a->b + (b->b - a->b) * t,
    a->a + (b->a - a->a) * t,
  };
}

/**
 * ntm_color_with_alpha:
 * @color: a colour
 * @alpha: factor of its opacity
 *
 * Returns: @color with its opacity multiplied
 */
NtmColor
ntm_color_with_alpha (const NtmColor *color, double alpha)
{
  return (NtmColor) { color->r, color->g, color->b, color->a * alpha };
}

/**
 * ntm_color_luminance:
 * @color: a colour; its alpha does not count
 *
 * Returns: the relative luminance of WCAG 2, 0 (black) to 1 (white)
 */
double
ntm_color_luminance (const NtmColor *color)
{
  return 0.2126 * to_linear (color->r) + 0.7152 * to_linear (color->g) + 0.0722 * to_linear (color->b);
}

/**
 * ntm_color_contrast:
 * @a: a colour
 * @b: another
 *
 * Returns: the contrast ratio of WCAG 2, 1 to 21
 */
double
ntm_color_contrast (const NtmColor *a, const NtmColor *b)
{
  double la = ntm_color_luminance (a);
  double lb = ntm_color_luminance (b);

  return (MAX (la, lb) + 0.05) / (MIN (la, lb) + 0.05);
}

/**
 * ntm_color_lightness:
 * @color: a colour; its alpha does not count
 *
 * Returns: CIE L*, 0 to 100
 */
double
ntm_color_lightness (const NtmColor *color)
{
  double y = ntm_color_luminance (color);

  return y > 216.0 / 24389.0 ? 116 * cbrt (y) - 16 : y * 24389.0 / 27.0;
}

/**
 * ntm_color_set:
 * @color: a colour
 * @cr: takes it as its source
 */
void
ntm_color_set (const NtmColor *color, cairo_t *cr)
{
  cairo_set_source_rgba (cr, color->r, color->g, color->b, color->a);
}
