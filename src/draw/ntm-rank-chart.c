/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ranked bars: names at the left, bars from a common zero, figures at their ends. */

#include "ntm-rank-private.h"

#include <math.h>

/* In desk pixels. */
#define MARGIN     14.0
#define ROW        24.0
#define MOST_ROW   40.0   /* where there is room */
#define LEAST_ROW  17.0
#define BAR_PART   0.7
#define STUB       84.0
#define GAP        8.0

static int
compare_bars (gconstpointer a, gconstpointer b, gpointer ascending)
{
  const NtmRankBar *x = a, *y = b;

  if (x->row->no_data != y->row->no_data)
    return x->row->no_data ? 1 : -1;
  if (!x->row->no_data && x->row->value != y->row->value)
    return (x->row->value > y->row->value) == !GPOINTER_TO_INT (ascending) ? -1 : 1;

  return x->index < y->index ? -1 : x->index > y->index;
}

static void
sort_rows (NtmRankLayout *self)
{
  for (guint i = 0; i < self->spec->rows->len; i++)
    {
      NtmRankBar bar = { .row = g_ptr_array_index (self->spec->rows, i), .index = i };

      g_array_append_val (self->bars, bar);
    }
  g_array_sort_with_data (self->bars, compare_bars, GINT_TO_POINTER (self->spec->ascending));
}

static double
stack_text (NtmRankLayout *self, NtmTextBox **box, NtmRect *rect, NtmFont font, const char *text, double y)
{
  double margin = MARGIN * self->unit;

  if (text == NULL)
    return y;

  *box = ntm_text_box_new (self->style, font, NTM_TEXT_WRAP, text, MAX (self->width - 2 * margin, 1));
  *rect = (NtmRect) { margin, y, (*box)->width, (*box)->height };
  return y + (*box)->height;
}

static void
set_texts (NtmRankLayout *self)
{
  double margin = MARGIN * self->unit;
  double bottom = self->height - margin;
  double y = stack_text (self, &self->title, &self->title_rect, NTM_FONT_SECTION, self->spec->title, margin * 0.8);

  y = stack_text (self, &self->subtitle, &self->subtitle_rect, NTM_FONT_CAPTION, self->spec->subtitle, y);
  if (self->spec->source != NULL)
    {
      stack_text (self, &self->source, &self->source_rect, NTM_FONT_CAPTION, self->spec->source, 0);
      self->source_rect.y = self->height - margin * 0.7 - self->source->height;
      bottom = self->source_rect.y - 16 * self->unit;
    }
  if (self->spec->has_target && self->spec->target_label != NULL)
    {
      self->target = ntm_text_box_new (self->style, NTM_FONT_CAPTION, NTM_TEXT_BOLD, self->spec->target_label, self->width - 2 * margin);
      self->target_rect = (NtmRect) { margin, y + 6 * self->unit, self->target->width, self->target->height };
      y += self->target->height;
    }
  y += 8 * self->unit;
  self->plot = (NtmRect) { margin, y, MAX (self->width - 2 * margin, 1), MAX (bottom - y, 1) };
}

/* Leaves out rows that would be too low to read; the last line says so. */
static double
fit_rows (NtmRankLayout *self)
{
  double row = self->bars->len > 0 ? self->plot.height / self->bars->len : ROW * self->unit;
  double least = MAX (LEAST_ROW * self->unit, ntm_draw_style_font_size (self->style, NTM_FONT_CELL) * 1.31);
  double room = self->plot.height;
  guint n;

  if (row >= least)
    return MIN (row, MOST_ROW * self->unit);

  if (self->spec->more != NULL)
    {
      self->more = ntm_text_box_new (self->style, NTM_FONT_CAPTION, NTM_TEXT_ITALIC, self->spec->more, self->plot.width);
      room -= self->more->height;
    }
  n = (guint) MAX (floor (room / least), 1);
  self->n_left_out = self->bars->len - MIN (n, self->bars->len);
  g_array_set_size (self->bars, self->bars->len - self->n_left_out);
  if (self->more != NULL)
    self->more_rect = (NtmRect) { self->plot.x, self->plot.y + n * least, self->more->width, self->more->height };
  return least;
}

static double
set_bar_texts (NtmRankLayout *self, double *widest_value)
{
  double widest = 0;
  const char *told = NULL; /* why the rows before this one have no bar */

  *widest_value = 0;
  for (guint i = 0; i < self->bars->len; i++)
    {
      NtmRankBar *bar = &g_array_index (self->bars, NtmRankBar, i);
      NtmTextFlags weight = bar->row->highlighted ? NTM_TEXT_BOLD : NTM_TEXT_PLAIN;

      bar->label = ntm_text_box_new (self->style, NTM_FONT_CELL, weight, bar->row->label, self->plot.width * 0.42);
      widest = MAX (widest, bar->label->width);
      if (bar->row->value_text == NULL || (bar->row->no_data && g_strcmp0 (bar->row->value_text, told) == 0))
        continue;
      told = bar->row->no_data ? bar->row->value_text : NULL;
      bar->value = ntm_text_box_new (self->style, bar->row->no_data ? NTM_FONT_CAPTION : NTM_FONT_CELL,
                                     bar->row->no_data ? NTM_TEXT_PLAIN : NTM_TEXT_BOLD | NTM_TEXT_TABULAR, bar->row->value_text, 0);
      if (!bar->row->no_data)
        *widest_value = MAX (*widest_value, bar->value->width);
    }

  return widest;
}

typedef struct { double low, high; } Range;

static Range
find_range (const NtmRankLayout *self)
{
  Range range = { 0, 0 };

  for (guint i = 0; i < self->bars->len; i++)
    {
      const NtmRankRow *row = g_array_index (self->bars, NtmRankBar, i).row;

      if (row->no_data)
        continue;
      range.low = MIN (range.low, row->value);
      range.high = MAX (range.high, row->value);
    }
  if (self->spec->has_target)
    {
      range.low = MIN (range.low, self->spec->target_value);
      range.high = MAX (range.high, self->spec->target_value);
    }
  if (range.high <= range.low)
    range.high = range.low + 1;
  return range;
}

static void
set_bar (const NtmRankLayout *self, NtmRankBar *bar, double y, double row, double scale)
{
  double height = row * BAR_PART;
  double length = bar->row->no_data ? MIN (STUB * self->unit, self->width - MARGIN * self->unit - self->zero_x) : fabs (bar->row->value) * scale;
  gboolean left = !bar->row->no_data && bar->row->value < 0;
  double gap = GAP * self->unit;

  bar->area = (NtmRect) { self->plot.x, y, self->plot.width, row };
  bar->bar = (NtmRect) { left ? self->zero_x - length : self->zero_x, y + (row - height) / 2, MAX (length, 0), height };
  if (bar->value != NULL)
    bar->value_x = left ? bar->bar.x - gap - bar->value->width : bar->bar.x + bar->bar.width + gap;
}

static void
set_bars (NtmRankLayout *self)
{
  double row = fit_rows (self);
  double widest_value;
  double names = set_bar_texts (self, &widest_value);
  double gap = GAP * self->unit;
  Range range = find_range (self);
  double left = self->plot.x + names + gap;
  double margins = (range.high > 0 ? widest_value + gap : 0) + (range.low < 0 ? widest_value + gap : 0);
  double scale = MAX (self->plot.x + self->plot.width - left - margins, 1) / (range.high - range.low);

  self->zero_x = left + (range.low < 0 ? widest_value + gap : 0) - range.low * scale;
  self->target_x = self->zero_x + self->spec->target_value * scale;
  for (guint i = 0; i < self->bars->len; i++)
    set_bar (self, &g_array_index (self->bars, NtmRankBar, i), self->plot.y + i * row, row, scale);
  self->plot.height = self->bars->len * row;
  if (self->target != NULL)
    self->target_rect.x = CLAMP (self->target_x - self->target->width / 2, MARGIN * self->unit,
                                 MAX (self->width - MARGIN * self->unit - self->target->width, MARGIN * self->unit));
}

static void
add_placed (NtmRankLayout *self, NtmPlacedKind kind, const NtmRect *rect, const char *key, const char *text, guint index)
{
  NtmPlaced placed = { kind, rect->x, rect->y, rect->width, rect->height, key, text, index, 0 };

  g_array_append_val (self->placed, placed);
}

static void
list_placed (NtmRankLayout *self)
{
  for (guint i = 0; i < self->bars->len; i++)
    {
      const NtmRankBar *bar = &g_array_index (self->bars, NtmRankBar, i);
      double middle = bar->area.y + bar->area.height / 2;

      add_placed (self, NTM_PLACED_ROW, &bar->area, bar->row->key, bar->row->label, bar->index);
      add_placed (self, NTM_PLACED_BAR, &bar->bar, bar->row->key, bar->row->value_text, bar->index);
      if (bar->value != NULL)
        add_placed (self, NTM_PLACED_LABEL, &(NtmRect) { bar->value_x, middle - bar->value->height / 2, bar->value->width, bar->value->height },
                    bar->row->key, bar->row->value_text, bar->index);
    }
  if (self->title != NULL)
    add_placed (self, NTM_PLACED_TITLE, &self->title_rect, NULL, self->spec->title, 0);
  if (self->subtitle != NULL)
    add_placed (self, NTM_PLACED_SUBTITLE, &self->subtitle_rect, NULL, self->spec->subtitle, 0);
  if (self->source != NULL)
    add_placed (self, NTM_PLACED_SOURCE, &self->source_rect, NULL, self->spec->source, 0);
  if (self->target != NULL)
    add_placed (self, NTM_PLACED_NOTE, &self->target_rect, NULL, self->spec->target_label, 0);
}

/**
 * ntm_rank_layout_new:
 * @spec: the chart; the layout takes a reference
 * @style: colours, faces, sizes
 * @width: of the drawing in units of @style
 * @height: of the drawing; rows get lower, then are left out, where it is too small
 *
 * Returns: (transfer full): the layout
 */
NtmRankLayout *
ntm_rank_layout_new (NtmRankSpec *spec, const NtmDrawStyle *style, double width, double height)
{
  NtmRankLayout *self = g_new0 (NtmRankLayout, 1);

  self->spec = ntm_rank_spec_ref (spec);
  self->style = ntm_draw_style_copy (style);
  self->unit = ntm_draw_style_unit (style);
  self->width = MAX (width, 1);
  self->height = MAX (height, 1);
  self->bars = g_array_new (FALSE, TRUE, sizeof (NtmRankBar));
  self->placed = g_array_new (FALSE, FALSE, sizeof (NtmPlaced));
  set_texts (self);
  sort_rows (self);
  set_bars (self);
  if (self->bars->len == 0 && spec->empty != NULL)
    self->empty = ntm_text_box_new (self->style, NTM_FONT_BODY, NTM_TEXT_WRAP, spec->empty, self->plot.width);
  list_placed (self);
  return self;
}

/**
 * ntm_rank_layout_free:
 * @self: (transfer full) (nullable): a layout
 */
void
ntm_rank_layout_free (NtmRankLayout *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < self->bars->len; i++)
    {
      ntm_text_box_free (g_array_index (self->bars, NtmRankBar, i).label);
      ntm_text_box_free (g_array_index (self->bars, NtmRankBar, i).value);
    }
  g_array_unref (self->bars);
  g_array_unref (self->placed);
  ntm_text_box_free (self->title);
  ntm_text_box_free (self->subtitle);
  ntm_text_box_free (self->source);
  ntm_text_box_free (self->target);
  ntm_text_box_free (self->more);
  ntm_text_box_free (self->empty);
  ntm_draw_style_free (self->style);
  ntm_rank_spec_unref (self->spec);
  g_free (self);
}

/**
 * ntm_rank_natural_height:
 * @spec: the chart
 * @style: faces and sizes
 * @width: of the drawing
 *
 * Returns: the height at which every row has its full height
 */
double
ntm_rank_natural_height (NtmRankSpec *spec, const NtmDrawStyle *style, double width)
{
  g_autoptr(NtmRankLayout) probe = ntm_rank_layout_new (spec, style, width, 1e5);
  double foot = MARGIN * probe->unit;

  if (probe->source != NULL)
    foot = probe->source->height + MARGIN * 0.7 * probe->unit + 16 * probe->unit;

  return probe->plot.y + MAX (probe->bars->len, 1) * ROW * probe->unit + foot;
}

/**
 * ntm_rank_layout_get_placed:
 * @self: a layout
 * @n_placed: (out): how many
 *
 * Returns: (transfer none) (array length=n_placed): rows from top to bottom, each with its bar and figure; texts
 */
const NtmPlaced *
ntm_rank_layout_get_placed (const NtmRankLayout *self, guint *n_placed)
{
  *n_placed = self->placed->len;
  return (const NtmPlaced *) (gconstpointer) self->placed->data;
}

/**
 * ntm_rank_layout_get_n_left_out:
 * @self: a layout
 *
 * Returns: how many rows had no room
 */
guint
ntm_rank_layout_get_n_left_out (const NtmRankLayout *self)
{
  return self->n_left_out;
}
