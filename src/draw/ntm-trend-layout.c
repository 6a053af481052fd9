/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Laying out a trend chart: texts, points and lines. Axes and labels are beside this file. */

#include "ntm-trend-private.h"

#include <math.h>

/* In desk pixels. */
#define MARGIN     14.0
#define AXIS_GAP   8.0
#define RULE_GAP   8.0
#define NAME_LINE  18.0
#define LEAST_PLOT 70.0

/* Whether a gap or a break lies between two days. */
gboolean
ntm_trend_is_parted (const NtmTrendSpec *spec, NtmDate a, NtmDate b)
{
  for (guint i = 0; i < spec->breaks->len; i++)
    {
      NtmDate day = ((NtmTrendMark *) g_ptr_array_index (spec->breaks, i))->day;

      if (day > a && day <= b)
        return TRUE;
    }
  for (guint i = 0; i < spec->gaps->len; i++)
    {
      const NtmTrendMark *gap = g_ptr_array_index (spec->gaps, i);

      if (gap->day < b && gap->to > a && gap->to > gap->day)
        return TRUE;
    }

  return FALSE;
}

/**
 * ntm_trend_layout_x:
 * @self: a layout
 * @day: a day
 *
 * Returns: where it is across the drawing
 */
double
ntm_trend_layout_x (const NtmTrendLayout *self, NtmDate day)
{
  return self->plot.x + self->plot.width * ((double) day - self->from) / MAX ((double) self->to - self->from, 1);
}

/**
 * ntm_trend_layout_y:
 * @self: a layout
 * @value: a value
 *
 * Returns: where it is down the drawing
 */
double
ntm_trend_layout_y (const NtmTrendLayout *self, double value)
{
  double part = (value - self->y_axis.first) / (self->y_axis.last - self->y_axis.first);

  return self->plot.y + self->plot.height * (1 - part);
}

static double
stack_text (NtmTrendLayout *self, NtmTextBox **box, NtmRect *rect, NtmFont font, const char *text, double y)
{
  double margin = MARGIN * self->unit;

  if (text == NULL)
    return y;

  *box = ntm_text_box_new (self->style, font, NTM_TEXT_WRAP, text, MAX (self->width - 2 * margin, 1));
  *rect = (NtmRect) { margin, y, (*box)->width, (*box)->height };
  return y + (*box)->height;
}

static void
drop_text (NtmTextBox **box, NtmRect *rect)
{
  g_clear_pointer (box, ntm_text_box_free);
  *rect = (NtmRect) { 0, 0, 0, 0 };
}

/* Gives the plot what title, subtitle and source leave. */
static void
set_plot (NtmTrendLayout *self)
{
  double margin = MARGIN * self->unit;
  double top = margin * 0.8 + self->title_rect.height + self->subtitle_rect.height + 10 * self->unit;
  double bottom = self->source != NULL ? self->source_rect.y - 2 * RULE_GAP * self->unit : self->height - margin;

  self->plot = (NtmRect) { margin, top, MAX (self->width - 2 * margin, 1), bottom - top };
}

/* Texts above and below. A drawing too small for them and a plot goes without, the least needed first. */
static void
set_texts (NtmTrendLayout *self)
{
  double least = LEAST_PLOT * self->unit;
  double y = stack_text (self, &self->title, &self->title_rect, NTM_FONT_SECTION, self->spec->title, MARGIN * 0.8 * self->unit);

  stack_text (self, &self->subtitle, &self->subtitle_rect, NTM_FONT_CAPTION, self->spec->subtitle, y);
  stack_text (self, &self->source, &self->source_rect, NTM_FONT_CAPTION, self->spec->source, 0);
  self->source_rect.y = self->height - MARGIN * 0.7 * self->unit - self->source_rect.height;
  set_plot (self);
  if (self->plot.height < least)
    drop_text (&self->source, &self->source_rect);
  set_plot (self);
  if (self->plot.height < least)
    drop_text (&self->subtitle, &self->subtitle_rect);
  set_plot (self);
  if (self->plot.height < least)
    drop_text (&self->title, &self->title_rect);
  set_plot (self);
}

/* Names of several series in lines above the plot. */
static void
set_names (NtmTrendLayout *self)
{
  double x = self->plot.x, y = self->plot.y - 4 * self->unit, height = 0;

  for (guint i = 0; self->spec->series->len > 1 && !self->spec->names_outside && i < self->spec->series->len; i++)
    {
      const NtmTrendSeries *series = g_ptr_array_index (self->spec->series, i);
      NtmTrendName name = { NULL, x, y, i };

      if (series->name == NULL)
        continue;
      name.text = ntm_text_box_new (self->style, NTM_FONT_CAPTION, NTM_TEXT_PLAIN, series->name,
                                    MAX (self->plot.width - 2 * NAME_LINE * self->unit, 1));
      if (x > self->plot.x && x + NAME_LINE * self->unit + name.text->width > self->plot.x + self->plot.width)
        {
          x = self->plot.x;
          y += height;
        }
      name.x = x;
      name.y = y;
      height = name.text->height;
      x += NAME_LINE * self->unit * 2 + name.text->width;
      g_array_append_val (self->names, name);
    }
  if (self->names->len == 0)
    return;

  self->plot.height -= y + height + 6 * self->unit - self->plot.y;
  self->plot.y = y + height + 6 * self->unit;
}

static gboolean
is_day (NtmDate day)
{
  return day != NTM_DATE_MIN && day != NTM_DATE_MAX;
}

static int
compare_dots (gconstpointer a, gconstpointer b)
{
  const NtmTrendDot *x = a, *y = b;

  if (x->series != y->series)
    return x->series < y->series ? -1 : 1;
  if (x->point->day != y->point->day)
    return x->point->day < y->point->day ? -1 : 1;

  return x->index < y->index ? -1 : x->index > y->index;
}

static void
set_dots (NtmTrendLayout *self)
{
  for (guint s = 0; s < self->spec->series->len; s++)
    {
      const NtmTrendSeries *series = g_ptr_array_index (self->spec->series, s);

      for (guint i = 0; i < series->points->len; i++)
        {
          const NtmTrendPoint *point = g_ptr_array_index (series->points, i);
          NtmTrendDot dot = { point, ntm_trend_layout_x (self, point->day), 0, s, i };

          if (!is_day (point->day) || point->day < self->from || point->day > self->to)
            continue;
          dot.y = isfinite (point->value) ? ntm_trend_layout_y (self, point->value) : NAN;
          g_array_append_val (self->dots, dot);
        }
    }
  g_array_sort (self->dots, compare_dots);
}

static void
set_segments (NtmTrendLayout *self)
{
  for (guint i = 0; i + 1 < self->dots->len; i++)
    {
      const NtmTrendDot *a = &g_array_index (self->dots, NtmTrendDot, i);
      const NtmTrendDot *b = &g_array_index (self->dots, NtmTrendDot, i + 1);
      NtmTrendSegment segment = { a->x, a->y, b->x, b->y, a->series };

      if (a->series == b->series && isfinite (a->y) && isfinite (b->y) && !ntm_trend_is_parted (self->spec, a->point->day, b->point->day))
        g_array_append_val (self->segments, segment);
    }
  for (guint i = self->dots->len; i > 0 && self->last == NULL; i--)
    {
      const NtmTrendDot *dot = &g_array_index (self->dots, NtmTrendDot, i - 1);

      if (dot->series == 0 && isfinite (dot->y))
        self->last = dot;
    }
  self->pace_line = self->spec->has_pace && !ntm_trend_is_parted (self->spec, self->spec->pace_from, self->spec->pace_to);
  self->projection_line = self->spec->has_projection && self->last != NULL
                          && !ntm_trend_is_parted (self->spec, self->last->point->day, self->spec->projection_day);
}

static void
add_placed (NtmTrendLayout *self, NtmPlacedKind kind, const NtmRect *rect, const char *key, const char *text, guint index, guint column)
{
  NtmPlaced placed = { kind, rect->x, rect->y, rect->width, rect->height, key, text, index, column };

  if (rect->width > 0 && rect->height > 0)
    g_array_append_val (self->placed, placed);
}

static void
list_labels (NtmTrendLayout *self, GArray *labels)
{
  for (guint i = 0; i < labels->len; i++)
    {
      const NtmTrendLabel *label = &g_array_index (labels, NtmTrendLabel, i);

      add_placed (self, label->kind, &label->rect, label->key, label->string, label->index, 0);
    }
}

static void
list_placed (NtmTrendLayout *self)
{
  double radius = 6 * self->unit;

  for (guint i = 0; i < self->spec->gaps->len; i++)
    {
      const NtmTrendMark *gap = g_ptr_array_index (self->spec->gaps, i);
      double x1 = ntm_trend_layout_x (self, MAX (gap->day, self->from));
      double x2 = ntm_trend_layout_x (self, MIN (gap->to, self->to));

      add_placed (self, NTM_PLACED_GAP, &(NtmRect) { x1, self->plot.y, x2 - x1, self->plot.height }, NULL, gap->label, i, 0);
    }
  for (guint i = 0; i < self->dots->len; i++)
    {
      const NtmTrendDot *dot = &g_array_index (self->dots, NtmTrendDot, i);

      if (isfinite (dot->y))
        add_placed (self, NTM_PLACED_POINT, &(NtmRect) { dot->x - radius, dot->y - radius, 2 * radius, 2 * radius },
                    dot->point->key, dot->point->label, dot->index, dot->series);
    }
  list_labels (self, self->labels);
  list_labels (self, self->y_labels);
  list_labels (self, self->x_labels);
  add_placed (self, NTM_PLACED_TITLE, &self->title_rect, NULL, self->spec->title, 0, 0);
  add_placed (self, NTM_PLACED_SUBTITLE, &self->subtitle_rect, NULL, self->spec->subtitle, 0, 0);
  add_placed (self, NTM_PLACED_SOURCE, &self->source_rect, NULL, self->spec->source, 0, 0);
}

static void
allocate (NtmTrendLayout *self)
{
  self->y_labels = g_array_new (FALSE, TRUE, sizeof (NtmTrendLabel));
  self->x_labels = g_array_new (FALSE, TRUE, sizeof (NtmTrendLabel));
  self->labels = g_array_new (FALSE, TRUE, sizeof (NtmTrendLabel));
  self->x_ticks = g_array_new (FALSE, FALSE, sizeof (double));
  self->names = g_array_new (FALSE, FALSE, sizeof (NtmTrendName));
  self->dots = g_array_new (FALSE, FALSE, sizeof (NtmTrendDot));
  self->segments = g_array_new (FALSE, FALSE, sizeof (NtmTrendSegment));
  self->placed = g_array_new (FALSE, FALSE, sizeof (NtmPlaced));
}

/**
 * ntm_trend_layout_new:
 * @spec: the chart; the layout takes a reference
 * @style: colours, faces, sizes
 * @width: of the drawing in units of @style
 * @height: of the drawing
 *
 * Lays out a chart. Labels keep clear of one another, of points and, where they can, of lines; a label
 * without any room is left out.
 *
 * Returns: (transfer full): the layout
 */
NtmTrendLayout *
ntm_trend_layout_new (NtmTrendSpec *spec, const NtmDrawStyle *style, double width, double height)
{
  NtmTrendLayout *self = g_new0 (NtmTrendLayout, 1);
  double caption = ntm_draw_style_font_size (style, NTM_FONT_CAPTION);

  self->spec = ntm_trend_spec_ref (spec);
  self->style = ntm_draw_style_copy (style);
  self->unit = ntm_draw_style_unit (style);
  self->width = MAX (width, 1);
  self->height = MAX (height, 1);
  allocate (self);
  set_texts (self);
  set_names (self);
  self->plot.height = MAX (self->plot.height - caption * 1.3 - AXIS_GAP * self->unit, 1);
  ntm_trend_find_ranges (self);
  ntm_trend_set_y_labels (self);
  ntm_trend_set_x_labels (self);
  set_dots (self);
  set_segments (self);
  if (self->dots->len == 0 && spec->empty != NULL)
    self->empty = ntm_text_box_new (self->style, NTM_FONT_BODY, NTM_TEXT_WRAP | NTM_TEXT_CENTER, spec->empty, self->plot.width * 0.8);
  ntm_trend_place_labels (self);
  list_placed (self);
  return self;
}

static void
free_labels (GArray *labels)
{
  for (guint i = 0; i < labels->len; i++)
    {
      ntm_text_box_free (g_array_index (labels, NtmTrendLabel, i).text);
      ntm_text_box_free (g_array_index (labels, NtmTrendLabel, i).subtext);
    }
  g_array_unref (labels);
}

/**
 * ntm_trend_layout_free:
 * @self: (transfer full) (nullable): a layout
 */
void
ntm_trend_layout_free (NtmTrendLayout *self)
{
  if (self == NULL)
    return;

  free_labels (self->y_labels);
  free_labels (self->x_labels);
  free_labels (self->labels);
  for (guint i = 0; i < self->names->len; i++)
    ntm_text_box_free (g_array_index (self->names, NtmTrendName, i).text);
  g_array_unref (self->names);
  g_array_unref (self->x_ticks);
  g_array_unref (self->dots);
  g_array_unref (self->segments);
  g_array_unref (self->placed);
  ntm_text_box_free (self->title);
  ntm_text_box_free (self->subtitle);
  ntm_text_box_free (self->source);
  ntm_text_box_free (self->empty);
  ntm_draw_style_free (self->style);
  ntm_trend_spec_unref (self->spec);
  g_free (self);
}

/**
 * ntm_trend_layout_get_placed:
 * @self: a layout
 * @n_placed: (out): how many
 *
 * Returns: (transfer none) (array length=n_placed): points (index in the series, column = series), labels, gaps, texts
 */
const NtmPlaced *
ntm_trend_layout_get_placed (const NtmTrendLayout *self, guint *n_placed)
{
  *n_placed = self->placed->len;
  return (const NtmPlaced *) (gconstpointer) self->placed->data;
}

/**
 * ntm_trend_layout_get_n_segments:
 * @self: a layout
 * @series: which, from 0
 *
 * Returns: how many stretches of line join two of its points
 */
guint
ntm_trend_layout_get_n_segments (const NtmTrendLayout *self, guint series)
{
  guint n = 0;

  for (guint i = 0; i < self->segments->len; i++)
    n += g_array_index (self->segments, NtmTrendSegment, i).series == series;

  return n;
}
