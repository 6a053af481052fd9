/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Fills with textures. In PDF and SVG a texture is lines or dots under a clip: vectors, sharp at any
 * scale. On pictures it is a repeated tile of whole pixels, a hundred times faster over many areas. The
 * phase is the origin of the drawing, so the hatch runs on across a border.
 */

#include "ntm-mark.h"

#include <math.h>

/* Distances in desk pixels. */
#define HATCH_STEP  7.0
#define HATCH_WIDTH 1.4
#define LINES_STEP  6.0
#define LINES_WIDTH 1.3
#define DOTS_STEP   8.0
#define DOTS_WIDTH  2.7
#define DOTTED_ON    2.2
#define DOTTED_OFF   3.6
#define DOTTED_DEPTH 2.1
#define DOTTED_INSET 2.2

static void
stroke_diagonals (cairo_t *cr, double step, double width)
{
  double x1, y1, x2, y2;
  double period = step * G_SQRT2;

  cairo_clip_extents (cr, &x1, &y1, &x2, &y2);
  /* The line number k is x + y = k × period. */
  for (double k = floor ((x1 + y1) / period); k * period <= x2 + y2; k++)
    {
      cairo_move_to (cr, k * period - y1 + width, y1 - width);
      cairo_line_to (cr, k * period - y2 - width, y2 + width);
    }
  cairo_set_line_width (cr, width);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_stroke (cr);
}

static void
stroke_dots (cairo_t *cr, double step, double width)
{
  double x1, y1, x2, y2;

  cairo_clip_extents (cr, &x1, &y1, &x2, &y2);
  for (double row = floor (y1 * 2 / step); row * step / 2 <= y2 + width; row++)
    {
      double shift = fmod (fabs (row), 2) * step / 2;

      for (double column = floor ((x1 - shift) / step); column * step + shift <= x2 + width; column++)
        {
          cairo_move_to (cr, column * step + shift, row * step / 2);
          cairo_close_path (cr);
        }
    }
  cairo_set_line_width (cr, width);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_stroke (cr);
}

static gboolean
is_picture (cairo_t *cr)
{
  cairo_surface_type_t type = cairo_surface_get_type (cairo_get_group_target (cr));

  return type == CAIRO_SURFACE_TYPE_IMAGE;
}

/* Pixels of the picture for one unit of the drawing. */
static double
find_pixel_scale (cairo_t *cr)
{
  double dx = 1, dy = 0, x_scale, y_scale;

  cairo_user_to_device_distance (cr, &dx, &dy);
  cairo_surface_get_device_scale (cairo_get_group_target (cr), &x_scale, &y_scale);
  return MAX (hypot (dx, dy) * x_scale, 1e-3);
}

static void
draw_tile (cairo_t *cr, NtmTexture texture, double size, double width)
{
  if (texture == NTM_TEXTURE_DOTS)
    {
      const double places[][2] = { { 0, 0 }, { 1, 0 }, { 0, 1 }, { 1, 1 }, { 0.5, 0.5 } };

      for (guint i = 0; i < G_N_ELEMENTS (places); i++)
        {
          cairo_arc (cr, places[i][0] * size, places[i][1] * size, width / 2, 0, 2 * G_PI);
          cairo_fill (cr);
        }
      return;
    }

  for (int i = 0; i <= 2; i++)
    {
      cairo_move_to (cr, (i + 1) * size, -size);
      cairo_line_to (cr, (i - 2) * size, 2 * size);
    }
  cairo_set_line_width (cr, width);
  cairo_stroke (cr);
}

static void
fill_with_tile (cairo_t *cr, NtmTexture texture, const NtmColor *ink, double step, double width)
{
  double scale = find_pixel_scale (cr);
  double period = texture == NTM_TEXTURE_DOTS ? step : step * G_SQRT2;
  int size = (int) CLAMP (round (period * scale), 3, 512);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, size, size);
  cairo_t *tile = cairo_create (surface);
  cairo_pattern_t *pattern;
  cairo_matrix_t matrix;

  ntm_color_set (ink, tile);
  draw_tile (tile, texture, size, width * scale);
  cairo_destroy (tile);
  pattern = cairo_pattern_create_for_surface (surface);
  cairo_surface_destroy (surface);
  cairo_pattern_set_extend (pattern, CAIRO_EXTEND_REPEAT);
  cairo_pattern_set_filter (pattern, CAIRO_FILTER_NEAREST);
  cairo_matrix_init_scale (&matrix, scale, scale);
  cairo_pattern_set_matrix (pattern, &matrix);
  cairo_set_source (cr, pattern);
  cairo_pattern_destroy (pattern);
  cairo_fill (cr);
}

/**
 * ntm_mark_texture_path:
 * @cr: with a current path, which is consumed; its source changes
 * @texture: what to draw
 * @ink: its colour
 * @unit: size of a desk pixel in units of @cr
 *
 * Draws a texture inside the path.
 */
void
ntm_mark_texture_path (cairo_t *cr, NtmTexture texture, const NtmColor *ink, double unit)
{
  static const double steps[] = { 0, HATCH_STEP, LINES_STEP, DOTS_STEP }, widths[] = { 0, HATCH_WIDTH, LINES_WIDTH, DOTS_WIDTH };

  if (texture == NTM_TEXTURE_NONE)
    {
      cairo_new_path (cr);
      return;
    }
  if (is_picture (cr))
    {
      fill_with_tile (cr, texture, ink, steps[texture] * unit, widths[texture] * unit);
      return;
    }

  cairo_save (cr);
  cairo_clip (cr);
  ntm_color_set (ink, cr);
  if (texture == NTM_TEXTURE_DOTS)
    stroke_dots (cr, steps[texture] * unit, widths[texture] * unit);
  else
    stroke_diagonals (cr, steps[texture] * unit, widths[texture] * unit);
  cairo_restore (cr);
}

/**
 * ntm_mark_fill_path:
 * @cr: with a current path, which is consumed
 * @mark: what the area stands for
 * @unit: size of a desk pixel in units of @cr
 * @palette: colours
 *
 * Fills the path with the fill and the texture of @mark, by the fill rule of @cr.
 */
void
ntm_mark_fill_path (cairo_t *cr, NtmMark mark, double unit, const NtmPalette *palette)
{
  const NtmMarkStyle *look = ntm_palette_get_mark (palette, mark);

  ntm_color_set (&look->fill, cr);
  cairo_fill_preserve (cr);
  ntm_mark_texture_path (cr, look->texture, &look->ink, unit);
}

/**
 * ntm_mark_dotted_path:
 * @cr: with a current path, which is consumed
 * @color: of the dots
 * @unit: size of a desk pixel in units of @cr
 *
 * Draws the dotted border of what is uncertain along the inside of the path.
 */
void
ntm_mark_dotted_path (cairo_t *cr, const NtmColor *color, double unit)
{
  const double dashes[] = { DOTTED_ON * unit, DOTTED_OFF * unit };
  cairo_path_t *path = cairo_copy_path (cr);

  cairo_save (cr);
  cairo_clip (cr);
  cairo_append_path (cr, path);
  cairo_set_line_width (cr, 2 * DOTTED_DEPTH * unit);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_set_dash (cr, dashes, 2, 0);
  ntm_color_set (color, cr);
  cairo_stroke (cr);
  cairo_restore (cr);
  cairo_path_destroy (path);
}

/**
 * ntm_mark_inset_dotted_path:
 * @cr: with a current path, which is consumed
 * @color: of the dots
 * @ground: of the strip between border and dots
 * @unit: size of a desk pixel in units of @cr
 *
 * The same a little further inside, so that the dots do not run into a border drawn along the path.
 */
void
ntm_mark_inset_dotted_path (cairo_t *cr, const NtmColor *color, const NtmColor *ground, double unit)
{
  cairo_path_t *path = cairo_copy_path (cr);
  const double dashes[] = { DOTTED_ON * unit, DOTTED_OFF * unit };

  cairo_save (cr);
  cairo_clip (cr);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_append_path (cr, path);
  cairo_set_line_width (cr, 2 * (DOTTED_INSET + DOTTED_DEPTH) * unit);
  cairo_set_dash (cr, dashes, 2, 0);
  ntm_color_set (color, cr);
  cairo_stroke (cr);
  cairo_append_path (cr, path);
  cairo_set_line_width (cr, 2 * DOTTED_INSET * unit);
  cairo_set_dash (cr, NULL, 0, 0);
  ntm_color_set (ground, cr);
  cairo_stroke (cr);
  cairo_restore (cr);
  cairo_path_destroy (path);
}

/**
 * ntm_rounded_rectangle:
 * @cr: gets a new closed sub-path
 * @x: left
 * @y: top
 * @width: width
 * @height: height
 * @radius: of the corners; made smaller where the rectangle is
 */
void
ntm_rounded_rectangle (cairo_t *cr, double x, double y, double width, double height, double radius)
{
  double r = MAX (0, MIN (radius, MIN (width, height) / 2));

  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - r, y + r, r, -G_PI_2, 0);
  cairo_arc (cr, x + width - r, y + height - r, r, 0, G_PI_2);
  cairo_arc (cr, x + r, y + height - r, r, G_PI_2, G_PI);
  cairo_arc (cr, x + r, y + r, r, G_PI, 1.5 * G_PI);
  cairo_close_path (cr);
}

/**
 * ntm_mark_swatch:
 * @cr: where
 * @mark: what it stands for
 * @uncertain: with a dotted border
 * @x: left
 * @y: top
 * @width: width
 * @height: height
 * @unit: size of a desk pixel in units of @cr
 * @palette: colours
 *
 * Draws the rounded field of a legend.
 */
void
ntm_mark_swatch (cairo_t *cr, NtmMark mark, gboolean uncertain, double x, double y, double width, double height,
                 double unit, const NtmPalette *palette)
{
  const NtmMarkStyle *look = ntm_palette_get_mark (palette, mark);
  NtmColor edge = ntm_color_with_alpha (&look->outline, 0.55);
  double radius = ntm_palette_get_style (palette) == NTM_STYLE_PRINT ? 0 : 4 * unit;

  cairo_save (cr);
  cairo_translate (cr, x, y);
  ntm_rounded_rectangle (cr, 0, 0, width, height, radius);
  ntm_mark_fill_path (cr, mark, unit * 0.85, palette);
  ntm_rounded_rectangle (cr, unit / 2, unit / 2, width - unit, height - unit, radius - unit / 2);
  if (uncertain)
    {
      ntm_mark_dotted_path (cr, &look->on, unit * 0.8);
      cairo_restore (cr);
      return;
    }
  ntm_color_set (ntm_palette_get_style (palette) == NTM_STYLE_PRINT ? ntm_palette_get_color (palette, NTM_ROLE_BORDER) : &edge, cr);
  cairo_set_line_width (cr, unit);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/**
 * ntm_hatch_rectangle:
 * @cr: where
 * @x: left
 * @y: top
 * @width: width
 * @height: height
 * @radius: of the corners
 * @unit: size of a desk pixel in units of @cr
 * @palette: colours
 *
 * Draws the field of a missing figure.
 */
void
ntm_hatch_rectangle (cairo_t *cr, double x, double y, double width, double height, double radius, double unit,
                     const NtmPalette *palette)
{
  ntm_rounded_rectangle (cr, x, y, width, height, radius);
  ntm_color_set (ntm_palette_get_color (palette, NTM_ROLE_HATCH_BG), cr);
  cairo_fill_preserve (cr);
  ntm_mark_texture_path (cr, NTM_TEXTURE_HATCH, ntm_palette_get_color (palette, NTM_ROLE_HATCH), unit);
}
