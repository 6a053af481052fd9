/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The icons of a task's state, drawn in a square of side 16 around the origin. */

#include "ntm-task-list.h"

#include <math.h>

#include "ntm-mark.h"

static void
draw_clipboard (cairo_t *cr)
{
  ntm_rounded_rectangle (cr, -5.5, -6, 11, 13, 1.8);
  cairo_set_line_width (cr, 1.5);
  cairo_stroke (cr);
  ntm_rounded_rectangle (cr, -2.8, -7.8, 5.6, 3.4, 1.2);
  cairo_fill (cr);
}

static void
draw_rows (cairo_t *cr)
{
  cairo_set_line_width (cr, 1.4);
  for (int i = 0; i < 3; i++)
    {
      cairo_move_to (cr, -2.8, -1.6 + i * 2.7);
      cairo_line_to (cr, i == 2 ? 0.6 : 2.8, -1.6 + i * 2.7);
    }
  cairo_stroke (cr);
}

static void
draw_cross (cairo_t *cr, const NtmColor *ink, const NtmColor *page)
{
  cairo_arc (cr, 4.2, 4.4, 4.4, 0, 2 * G_PI);
  ntm_color_set (page, cr);
  cairo_fill (cr);
  cairo_arc (cr, 4.2, 4.4, 3.6, 0, 2 * G_PI);
  ntm_color_set (ink, cr);
  cairo_fill (cr);
  cairo_move_to (cr, 2.8, 3);
  cairo_line_to (cr, 5.6, 5.8);
  cairo_move_to (cr, 5.6, 3);
  cairo_line_to (cr, 2.8, 5.8);
  ntm_color_set (page, cr);
  cairo_set_line_width (cr, 1.2);
  cairo_stroke (cr);
}

static void
draw_clock (cairo_t *cr)
{
  cairo_arc (cr, 0, 0.8, 5.6, 0, 2 * G_PI);
  cairo_set_line_width (cr, 1.6);
  cairo_stroke (cr);
  cairo_move_to (cr, 0, -2.4);
  cairo_line_to (cr, 0, 1);
  cairo_line_to (cr, 2.4, 2.4);
  cairo_move_to (cr, -6.6, -4);
  cairo_line_to (cr, -3.8, -6.6);
  cairo_move_to (cr, 6.6, -4);
  cairo_line_to (cr, 3.8, -6.6);
  cairo_stroke (cr);
}

static void
draw_check (cairo_t *cr)
{
  cairo_move_to (cr, -5.2, 0.6);
  cairo_line_to (cr, -1.6, 4.2);
  cairo_line_to (cr, 5.6, -4);
  cairo_set_line_width (cr, 2.2);
  cairo_stroke (cr);
}

/**
 * ntm_task_shape_draw:
 * @cr: where
 * @shape: which icon
 * @tone: its colour
 * @x: centre
 * @y: centre
 * @size: side of its square
 * @palette: colours
 */
void
ntm_task_shape_draw (cairo_t *cr, NtmTaskShape shape, NtmTone tone, double x, double y, double size, const NtmPalette *palette)
{
  static const NtmRole roles[] = { NTM_ROLE_NEUTRAL, NTM_ROLE_INFO, NTM_ROLE_SUCCESS, NTM_ROLE_WARNING, NTM_ROLE_ERROR };
  const NtmColor *ink = ntm_palette_get_color (palette, roles[MIN ((guint) tone, G_N_ELEMENTS (roles) - 1)]);

  cairo_save (cr);
  cairo_new_path (cr);
  cairo_translate (cr, x, y);
  cairo_scale (cr, size / 16, size / 16);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  ntm_color_set (ink, cr);
  if (shape == NTM_TASK_SHAPE_LATE)
    draw_clock (cr);
  else if (shape == NTM_TASK_SHAPE_DONE)
    draw_check (cr);
  else
    {
      draw_clipboard (cr);
      if (shape == NTM_TASK_SHAPE_OPEN)
        draw_rows (cr);
      else
        draw_cross (cr, ink, ntm_palette_get_color (palette, NTM_ROLE_CARD));
    }
  cairo_restore (cr);
}
