/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A figure laid out for one size, with what the pointer or the arrow keys can find on it. What is found
 * comes from the layout that is drawn, so the hint is always about what is seen.
 */

#include "config.h"

#include "ntm-figure-probe.h"

#include <math.h>

#include "ntm-number.h"
#include "ntm-text-box.h"

#define AXIS_GAP 6.0   /* between the plot of a trend and the labels under it */
#define PADDING  8.0
#define AWAY     12.0  /* of the hint from its mark */

struct _NtmFigureProbe
{
  NtmFigure       *figure;
  NtmDrawStyle    *style;
  double           width, height;
  double           top, bottom;   /* of the plot of a trend */
  NtmTrendLayout  *trend;         /* one of them, or neither */
  NtmRankLayout   *rank;
  GArray          *marks;         /* of NtmFigureMark, a trend's by day */
};

static void
clear_mark (gpointer data)
{
  g_free (((NtmFigureMark *) data)->text);
}

static char *
format_value (const NtmFigureProbe *self,
              const NtmTrendPoint  *point)
{
  const NtmTrendSpec *spec = ntm_figure_get_spec (self->figure);

  if (point->label != NULL)
    return g_strdup (point->label);
  if (!isfinite (point->value) || fabs (point->value) > 9e12)
    return g_strdup ("");
  return ntm_number_format ((NtmDecimal) llround (point->value * NTM_DECIMAL_ONE), MAX (spec->decimals, 0), self->style->lang);
}

static char *
describe_point (const NtmFigureProbe *self,
                const NtmTrendSeries *series,
                const NtmTrendPoint  *point)
{
  const NtmTrendSpec *spec = ntm_figure_get_spec (self->figure);
  g_autofree char *day = ntm_date_format (point->day, self->style->lang);
  g_autofree char *value = format_value (self, point);
  GString *text = g_string_new (value);

  g_string_append_printf (text, "\n%s", day);
  if (point->sublabel != NULL)
    g_string_append_printf (text, " · %s", point->sublabel);
  if (spec->series->len > 1 && series->name != NULL)
    g_string_append_printf (text, "\n%s", series->name);
  return g_string_free (text, FALSE);
}

static int
compare_marks (gconstpointer a,
               gconstpointer b)
{
  const NtmFigureMark *x = a, *y = b;

  return (x->x > y->x) - (x->x < y->x);
}

static void
add_point (NtmFigureProbe  *self,
           const NtmPlaced *placed)
{
  const NtmTrendSpec *spec = ntm_figure_get_spec (self->figure);
  const NtmTrendSeries *series = g_ptr_array_index (spec->series, placed->column);
  NtmFigureMark mark = {
    .x = placed->x + placed->width / 2,
    .y = placed->y + placed->height / 2,
    .left = placed->x,
    .top = placed->y,
    .width = placed->width,
    .height = placed->height,
  };

  mark.text = describe_point (self, series, g_ptr_array_index (series->points, placed->index));
  g_array_append_val (self->marks, mark);
}

/* The labels of the axes tell where the plot is: those at the left stand beside its lines, the others below it. */
static void
add_points (NtmFigureProbe *self)
{
  guint n;
  const NtmPlaced *placed = ntm_trend_layout_get_placed (self->trend, &n);

  self->top = self->height;
  for (guint i = 0; i < n; i++)
    {
      if (placed[i].kind == NTM_PLACED_POINT)
        add_point (self, &placed[i]);
      if (placed[i].kind != NTM_PLACED_AXIS_LABEL)
        continue;
      self->top = MIN (self->top, placed[i].y + placed[i].height / 2);
      self->bottom = MAX (self->bottom, placed[i].y - AXIS_GAP * ntm_draw_style_unit (self->style));
    }
  g_array_sort (self->marks, compare_marks);
}

static void
add_rows (NtmFigureProbe *self)
{
  const NtmRankSpec *spec = ntm_figure_get_spec (self->figure);
  guint n;
  const NtmPlaced *placed = ntm_rank_layout_get_placed (self->rank, &n);

  for (guint i = 0; i < n; i++)
    {
      NtmFigureMark mark = { .left = placed[i].x, .top = placed[i].y, .width = placed[i].width, .height = placed[i].height };
      const NtmRankRow *row;

      /* The bar of a row is listed right after it. */
      if (placed[i].kind != NTM_PLACED_ROW || i + 1 == n || placed[i + 1].kind != NTM_PLACED_BAR)
        continue;
      row = g_ptr_array_index (spec->rows, placed[i].index);
      mark.x = placed[i + 1].x + placed[i + 1].width;
      mark.y = placed[i].y + placed[i].height / 2;
      mark.text = g_strdup_printf ("%s\n%s", row->value_text == NULL ? "" : row->value_text, row->label);
      g_array_append_val (self->marks, mark);
    }
}

/**
 * ntm_figure_probe_new:
 * @figure: a figure; a reference is taken
 * @style: its style; a copy is kept
 * @width: in units of @style
 * @height: in units of @style
 *
 * Returns: (transfer full): it, laid out
 */
NtmFigureProbe *
ntm_figure_probe_new (NtmFigure          *figure,
                      const NtmDrawStyle *style,
                      double              width,
                      double              height)
{
  NtmFigureProbe *self = g_new0 (NtmFigureProbe, 1);

  self->figure = ntm_figure_ref (figure);
  self->style = ntm_draw_style_copy (style);
  self->width = width;
  self->height = height;
  self->marks = g_array_new (FALSE, FALSE, sizeof (NtmFigureMark));
  g_array_set_clear_func (self->marks, clear_mark);
  if (ntm_figure_get_kind (figure) == NTM_FIGURE_TREND)
    {
      self->trend = ntm_trend_layout_new (ntm_figure_get_spec (figure), style, width, height);
      add_points (self);
    }
  else if (ntm_figure_get_kind (figure) == NTM_FIGURE_RANK)
    {
      self->rank = ntm_rank_layout_new (ntm_figure_get_spec (figure), style, width, height);
      add_rows (self);
    }
  return self;
}

/**
 * ntm_figure_probe_free:
 * @self: (transfer full) (nullable): a probe
 */
void
ntm_figure_probe_free (NtmFigureProbe *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->trend, ntm_trend_layout_free);
  g_clear_pointer (&self->rank, ntm_rank_layout_free);
  g_array_unref (self->marks);
  ntm_figure_unref (self->figure);
  ntm_draw_style_free (self->style);
  g_free (self);
}

/**
 * ntm_figure_probe_draw:
 * @self: a probe
 * @cr: where to draw, in units of the style
 *
 * Draws the figure; the ground is the caller's.
 */
void
ntm_figure_probe_draw (const NtmFigureProbe *self,
                       cairo_t              *cr)
{
  if (self->trend != NULL)
    ntm_trend_layout_draw (self->trend, cr);
  else if (self->rank != NULL)
    ntm_rank_layout_draw (self->rank, cr);
  else
    ntm_figure_draw (self->figure, cr, self->style, self->width, self->height);
}

/**
 * ntm_figure_probe_get_n:
 * @self: a probe
 *
 * Returns: how many marks there are
 */
guint
ntm_figure_probe_get_n (const NtmFigureProbe *self)
{
  return self->marks->len;
}

/**
 * ntm_figure_probe_get:
 * @self: a probe
 * @index: of a mark: a trend's from left to right, a ranking's from top to bottom
 *
 * Returns: (transfer none): the mark
 */
const NtmFigureMark *
ntm_figure_probe_get (const NtmFigureProbe *self,
                      guint                 index)
{
  g_return_val_if_fail (index < self->marks->len, NULL);

  return &g_array_index (self->marks, NtmFigureMark, index);
}

/* On a trend the nearest day, of its points the nearest; on a ranking the row. */
static double
distance_to (const NtmFigureProbe *self,
             const NtmFigureMark  *mark,
             double                x,
             double                y)
{
  if (self->trend != NULL)
    return fabs (mark->x - x) + fabs (mark->y - y) / 1000;
  return y >= mark->top && y < mark->top + mark->height ? 0 : G_MAXDOUBLE;
}

/**
 * ntm_figure_probe_find:
 * @self: a probe
 * @x: in units of the style
 * @y: in units of the style
 *
 * Finds what the crosshair at a place shows.
 *
 * Returns: the index of a mark, -1 where there is none
 */
int
ntm_figure_probe_find (const NtmFigureProbe *self,
                       double                x,
                       double                y)
{
  double best = G_MAXDOUBLE;
  int found = -1;

  if (self->trend != NULL && (y < self->top - AWAY || y > self->bottom + AWAY))
    return -1;
  for (guint i = 0; i < self->marks->len; i++)
    {
      double distance = distance_to (self, ntm_figure_probe_get (self, i), x, y);

      if (distance < best)
        {
          best = distance;
          found = (int) i;
        }
    }
  return found;
}

static void
draw_cross (const NtmFigureProbe *self,
            cairo_t              *cr,
            const NtmFigureMark  *mark)
{
  const double dashes[] = { 3, 3 };
  double x = floor (mark->x) + 0.5;

  ntm_color_set (ntm_palette_get_color (self->style->palette, NTM_ROLE_SECONDARY), cr);
  cairo_set_line_width (cr, 1);
  cairo_set_dash (cr, dashes, 2, 0);
  cairo_move_to (cr, x, self->top);
  cairo_line_to (cr, x, self->bottom);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_arc (cr, mark->x, mark->y, 8, 0, 2 * G_PI);
  ntm_color_set (ntm_palette_get_color (self->style->palette, NTM_ROLE_ACCENT), cr);
  cairo_set_line_width (cr, 2);
  cairo_stroke (cr);
}

static void
draw_row (const NtmFigureProbe *self,
          cairo_t              *cr,
          const NtmFigureMark  *mark)
{
  NtmColor tint = ntm_color_with_alpha (ntm_palette_get_color (self->style->palette, NTM_ROLE_ACCENT), 0.12);

  ntm_color_set (&tint, cr);
  cairo_rectangle (cr, mark->left, mark->top, mark->width, mark->height);
  cairo_fill (cr);
}

static void
fill_bubble (const NtmFigureProbe *self,
             cairo_t              *cr,
             double                x,
             double                y,
             double                width,
             double                height)
{
  double r = 6;

  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - r, y + r, r, -G_PI / 2, 0);
  cairo_arc (cr, x + width - r, y + height - r, r, 0, G_PI / 2);
  cairo_arc (cr, x + r, y + height - r, r, G_PI / 2, G_PI);
  cairo_arc (cr, x + r, y + r, r, G_PI, 3 * G_PI / 2);
  cairo_close_path (cr);
  ntm_color_set (ntm_palette_get_color (self->style->palette, NTM_ROLE_TEXT), cr);
  cairo_fill (cr);
}

/* Right of the mark, or left of it where there is no room. */
static void
draw_bubble (const NtmFigureProbe *self,
             cairo_t              *cr,
             const NtmFigureMark  *mark)
{
  g_autoptr (NtmTextBox) box = ntm_text_box_new (self->style, NTM_FONT_BODY, NTM_TEXT_WRAP | NTM_TEXT_TABULAR, mark->text,
                                                 MIN (260, MAX (self->width - 2 * PADDING, 1)));
  double width = box->width + 2 * PADDING, height = box->height + 1.5 * PADDING;
  double x = mark->x + AWAY, y = mark->y - height - AWAY;

  if (x + width > self->width)
    x = mark->x - AWAY - width;
  if (y < 0)
    y = mark->y + AWAY;
  x = CLAMP (x, 0, MAX (self->width - width, 0));
  y = CLAMP (y, 0, MAX (self->height - height, 0));
  fill_bubble (self, cr, x, y, width, height);
  ntm_text_box_draw (box, cr, x + PADDING, y + PADDING * 0.75,
                     ntm_palette_get_color (self->style->palette, NTM_ROLE_CARD));
}

/**
 * ntm_figure_probe_draw_hint:
 * @self: a probe
 * @cr: where to draw, in units of the style
 * @index: of a mark
 *
 * Draws the crosshair at the mark and what it says, over the figure.
 */
void
ntm_figure_probe_draw_hint (const NtmFigureProbe *self,
                            cairo_t              *cr,
                            guint                 index)
{
  const NtmFigureMark *mark = ntm_figure_probe_get (self, index);

  g_return_if_fail (mark != NULL);

  cairo_save (cr);
  if (self->trend != NULL)
    draw_cross (self, cr, mark);
  else
    draw_row (self, cr, mark);
  draw_bubble (self, cr, mark);
  cairo_restore (cr);
}
