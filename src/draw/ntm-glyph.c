/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The shapes of the marks. Each fits a circle of diameter 1 around the origin; drawn scaled. */

#include "ntm-mark.h"

#include <math.h>

static void
add_polygon (cairo_t *cr, guint n_corners, double radius, double inner)
{
  guint n = inner > 0 ? 2 * n_corners : n_corners;

  cairo_new_sub_path (cr);
  for (guint i = 0; i < n; i++)
    {
      double angle = -G_PI_2 + 2 * G_PI * i / n;
      double r = inner > 0 && i % 2 == 1 ? inner : radius;

      cairo_line_to (cr, r * cos (angle), r * sin (angle));
    }
  cairo_close_path (cr);
}

static void
add_circle (cairo_t *cr, double radius)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, 0, 0, radius, 0, 2 * G_PI);
}

static void
fill_and_outline (cairo_t *cr, const NtmMarkStyle *look)
{
  ntm_color_set (&look->fill, cr);
  cairo_fill_preserve (cr);
  ntm_color_set (&look->outline, cr);
  cairo_set_line_width (cr, 0.08);
  cairo_stroke (cr);
}

static void
draw_ring (cairo_t *cr, const NtmMarkStyle *look)
{
  add_circle (cr, 0.46);
  add_circle (cr, 0.19);
  fill_and_outline (cr, look);
}

static void
draw_square (cairo_t *cr, const NtmMarkStyle *look)
{
  ntm_rounded_rectangle (cr, -0.42, -0.42, 0.84, 0.84, 0.12);
  fill_and_outline (cr, look);
  for (int i = 0; i < 4; i++)
    {
      cairo_move_to (cr, i % 2 == 0 ? -0.18 : 0.18, i < 2 ? -0.18 : 0.18);
      cairo_close_path (cr);
    }
  ntm_color_set (&look->ink, cr);
  cairo_set_line_width (cr, 0.2);
  cairo_stroke (cr);
}

static void
draw_star_ring (cairo_t *cr, const NtmMarkStyle *look)
{
  add_circle (cr, 0.46);
  fill_and_outline (cr, look);
  add_circle (cr, 0.39);
  ntm_color_set (&look->on, cr);
  cairo_set_line_width (cr, 0.06);
  cairo_stroke (cr);
  add_polygon (cr, 5, 0.3, 0.125);
  cairo_fill (cr);
}

static void
draw_dashed_ring (cairo_t *cr, const NtmMarkStyle *look)
{
  const double dashes[] = { 0.16, 0.1135 };

  add_circle (cr, 0.42);
  ntm_color_set (&look->fill, cr);
  cairo_fill_preserve (cr);
  ntm_color_set (&look->text, cr);
  cairo_set_line_width (cr, 0.1);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_set_dash (cr, dashes, 2, 0);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_move_to (cr, -0.16, 0.16);
  cairo_line_to (cr, 0.16, -0.16);
  cairo_stroke (cr);
}

static void
stroke_sign (cairo_t *cr, NtmGlyph glyph)
{
  if (glyph == NTM_GLYPH_DASH)
    {
      cairo_move_to (cr, -0.25, 0);
      cairo_line_to (cr, 0.25, 0);
    }
  else if (glyph == NTM_GLYPH_CHECK)
    {
      cairo_move_to (cr, -0.34, 0.04);
      cairo_line_to (cr, -0.1, 0.28);
      cairo_line_to (cr, 0.36, -0.26);
    }
  else if (glyph == NTM_GLYPH_TILDE)
    {
      cairo_move_to (cr, -0.36, 0.1);
      cairo_curve_to (cr, -0.2, -0.34, 0.16, 0.34, 0.36, -0.1);
    }
  else
    {
      cairo_move_to (cr, -0.27, -0.27);
      cairo_line_to (cr, 0.27, 0.27);
      cairo_move_to (cr, 0.27, -0.27);
      cairo_line_to (cr, -0.27, 0.27);
    }
  cairo_set_line_width (cr, 0.16);
  cairo_stroke (cr);
}

static void
draw_triangle (cairo_t *cr, const NtmMarkStyle *look)
{
  cairo_move_to (cr, 0, -0.42);
  cairo_line_to (cr, 0.46, 0.38);
  cairo_line_to (cr, -0.46, 0.38);
  cairo_close_path (cr);
  fill_and_outline (cr, look);
}

static void
draw_shape (cairo_t *cr, const NtmMarkStyle *look)
{
  switch (look->glyph)
    {
    case NTM_GLYPH_RING:        draw_ring (cr, look); return;
    case NTM_GLYPH_SQUARE:      draw_square (cr, look); return;
    case NTM_GLYPH_STAR_RING:   draw_star_ring (cr, look); return;
    case NTM_GLYPH_DASHED_RING: draw_dashed_ring (cr, look); return;
    case NTM_GLYPH_TRIANGLE:    draw_triangle (cr, look); return;
    case NTM_GLYPH_DISC:        add_circle (cr, 0.44); break;
    case NTM_GLYPH_STAR:        add_polygon (cr, 5, 0.52, 0.22); break;
    case NTM_GLYPH_PENTAGON:    add_polygon (cr, 5, 0.48, 0); break;
    case NTM_GLYPH_NONE:        return;
    case NTM_GLYPH_DASH:
    case NTM_GLYPH_CHECK:
    case NTM_GLYPH_TILDE:
    case NTM_GLYPH_CROSS:
    default:
      ntm_color_set (&look->text, cr);
      stroke_sign (cr, look->glyph);
      return;
    }
  fill_and_outline (cr, look);
}

static void
draw_question (cairo_t *cr)
{
  cairo_move_to (cr, -0.16, -0.14);
  cairo_curve_to (cr, -0.16, -0.42, 0.2, -0.42, 0.18, -0.12);
  cairo_curve_to (cr, 0.16, 0.04, 0, 0.02, 0, 0.2);
  cairo_set_line_width (cr, 0.12);
  cairo_stroke (cr);
  cairo_move_to (cr, 0, 0.42);
  cairo_close_path (cr);
  cairo_set_line_width (cr, 0.17);
  cairo_stroke (cr);
}

/**
 * ntm_glyph_draw:
 * @cr: where
 * @mark: what the glyph stands for
 * @uncertain: add a small question mark at the upper right (it needs 0.6 × @size more to the right)
 * @x: centre
 * @y: centre
 * @size: diameter
 * @palette: colours
 *
 * Draws the glyph of a mark.
 */
void
ntm_glyph_draw (cairo_t *cr, NtmMark mark, gboolean uncertain, double x, double y, double size, const NtmPalette *palette)
{
  cairo_save (cr);
  cairo_new_path (cr);
  cairo_translate (cr, x, y);
  cairo_scale (cr, size, size);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  draw_shape (cr, ntm_palette_get_mark (palette, mark));
  if (uncertain)
    {
      cairo_translate (cr, 0.78, -0.22);
      cairo_scale (cr, 0.7, 0.7);
      ntm_color_set (ntm_palette_get_color (palette, NTM_ROLE_SECONDARY), cr);
      draw_question (cr);
    }
  cairo_restore (cr);
}
