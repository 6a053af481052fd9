/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The two small drawings beside a figure: a line of its past values and a bar of how far it has come towards
 * its target. Both only repeat what the words say, so the accessibility tree passes over them.
 */

#include "config.h"

#include "ntm-sparkline.h"

#include "ntm-look.h"
#include "ntm-mark.h"

#define HEIGHT 22
#define WIDTH  84
#define MARGIN 3.5

typedef struct
{
  GArray *points;
  double  low, high;
} Line;

static void
line_free (gpointer data)
{
  Line *line = data;

  g_array_unref (line->points);
  g_free (line);
}

static void
place (const Line *line,
       guint       i,
       int         width,
       int         height,
       double     *x,
       double     *y)
{
  const NtmUnitPoint *point = &g_array_index (line->points, NtmUnitPoint, i);
  const NtmUnitPoint *first = &g_array_index (line->points, NtmUnitPoint, 0);
  const NtmUnitPoint *last = &g_array_index (line->points, NtmUnitPoint, line->points->len - 1);
  double across = (double) (point->day - first->day) / MAX (1, last->day - first->day);
  double up = line->high > line->low ? (point->value - line->low) / (line->high - line->low) : 0.5;

  *x = MARGIN + across * (width - 2 * MARGIN);
  *y = height - MARGIN - up * (height - 2 * MARGIN);
}

static void
draw_line_cb (GtkDrawingArea *area,
              cairo_t        *cr,
              int             width,
              int             height,
              gpointer        data)
{
  const Line *line = data;
  const NtmColor *color = ntm_palette_get_color (ntm_look_get_palette (), NTM_ROLE_BAR_STRONG);
  double x = 0, y = 0;

  ntm_color_set (color, cr);
  cairo_set_line_width (cr, 1.5);
  for (guint i = 0; i < line->points->len; i++)
    {
      place (line, i, width, height, &x, &y);
      cairo_line_to (cr, x, y);
    }
  cairo_stroke (cr);
  cairo_arc (cr, x, y, 3, 0, 2 * G_PI);
  cairo_fill (cr);
}

static void
draw_bar_cb (GtkDrawingArea *area,
             cairo_t        *cr,
             int             width,
             int             height,
             gpointer        data)
{
  const NtmPalette *palette = ntm_look_get_palette ();
  double share = *(double *) data;

  ntm_rounded_rectangle (cr, 0, 0, width, height, height / 2.);
  ntm_color_set (ntm_palette_get_color (palette, NTM_ROLE_NEUTRAL_BG), cr);
  cairo_fill (cr);
  if (share <= 0)
    return;
  ntm_rounded_rectangle (cr, 0, 0, MAX (height, share * width), height, height / 2.);
  ntm_color_set (ntm_palette_get_color (palette, share < 1 ? NTM_ROLE_BAR_STRONG : NTM_ROLE_TARGET), cr);
  cairo_fill (cr);
}

/**
 * ntm_sparkline_new:
 * @points: (element-type NtmUnitPoint): at least two values, oldest first; copied
 *
 * Returns: (transfer floating): a small line of the values
 */
GtkWidget *
ntm_sparkline_new (const GArray *points)
{
  GtkWidget *widget = g_object_new (GTK_TYPE_DRAWING_AREA, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                    "content-width", WIDTH, "content-height", HEIGHT, "valign", GTK_ALIGN_END, NULL);
  Line *line = g_new0 (Line, 1);

  line->points = g_array_copy ((GArray *) points);
  for (guint i = 0; i < points->len; i++)
    {
      double value = g_array_index (points, NtmUnitPoint, i).value;

      line->low = i == 0 ? value : MIN (line->low, value);
      line->high = i == 0 ? value : MAX (line->high, value);
    }
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (widget), draw_line_cb, line, line_free);
  ntm_look_watch (widget);
  return widget;
}

/**
 * ntm_target_bar_new:
 * @share: of the target that is reached, 0 to 1
 *
 * Returns: (transfer floating): a bar of it
 */
GtkWidget *
ntm_target_bar_new (double share)
{
  GtkWidget *widget = g_object_new (GTK_TYPE_DRAWING_AREA, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                    "content-height", 6, "hexpand", TRUE, NULL);

  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (widget), draw_bar_cb, g_memdup2 (&share, sizeof share), g_free);
  ntm_look_watch (widget);
  return widget;
}
