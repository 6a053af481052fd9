/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Labels on a trend chart. Each has a list of places in order of liking; the cheapest that is free wins.
 * Running over a line costs, running over another label or a point is not allowed.
 */

#include "ntm-trend-private.h"

#include <math.h>
#include <string.h>

/* In desk pixels. */
#define DOT_RADIUS 6.0
#define NEAR       9.0

/* A place for a label: its upper left corner, and how its lines stand to one another. */
typedef struct { double x, y, align; } Spot;

/* Finds the cheapest of some places in order of liking. Returns its cost, NTM_TREND_FORBIDDEN when none is free. */
static double
find_spot (const NtmTrendLayout *self, const NtmTrendLabel *label, const Spot *spots, guint n_spots, Spot *best)
{
  double best_cost = NTM_TREND_FORBIDDEN;

  for (guint i = 0; i < n_spots; i++)
    {
      const NtmRect rect = { spots[i].x, spots[i].y, label->rect.width, label->rect.height };
      double cost = i + ntm_trend_cost_of_place (self, &rect);

      if (cost >= best_cost)
        continue;
      best_cost = cost;
      *best = spots[i];
    }

  return best_cost;
}

static void
take_spot (NtmTrendLayout *self, NtmTrendLabel *label, const Spot *spot)
{
  NtmTextFlags flags = spot->align == 0.5 ? NTM_TEXT_CENTER : spot->align == 1 ? NTM_TEXT_RIGHT : NTM_TEXT_PLAIN;

  label->rect.x = spot->x;
  label->rect.y = spot->y;
  label->align = spot->align;
  if (label->subtext != NULL)
    ntm_text_box_align (label->subtext, flags);
  g_array_append_val (self->labels, *label);
}

static void
drop_label (NtmTrendLabel *label)
{
  ntm_text_box_free (label->text);
  ntm_text_box_free (label->subtext);
}

/* Places a label, or drops it. */
static void
place_label (NtmTrendLayout *self, NtmTrendLabel *label, const Spot *spots, guint n_spots)
{
  Spot best = { 0 };

  if (find_spot (self, label, spots, n_spots, &best) < NTM_TREND_FORBIDDEN)
    take_spot (self, label, &best);
  else
    drop_label (label);
}

static NtmTrendLabel
make_label (const NtmTrendLayout *self, gboolean bold, const char *text, const NtmColor *color)
{
  NtmTrendLabel label = { .kind = NTM_PLACED_LABEL, .string = text, .color = *color };

  label.text = ntm_text_box_new (self->style, bold ? NTM_FONT_CELL : NTM_FONT_CAPTION, bold ? NTM_TEXT_BOLD : NTM_TEXT_PLAIN, text, 0);
  label.rect.width = label.text->width;
  label.rect.height = label.text->height;
  label.subcolor = *ntm_palette_get_color (self->style->palette, NTM_ROLE_SECONDARY);
  return label;
}

static void
add_subtext (const NtmTrendLayout *self, NtmTrendLabel *label, const char *text, double max_width)
{
  label->subtext = ntm_text_box_new (self->style, NTM_FONT_CAPTION, NTM_TEXT_WRAP, text, max_width);
  label->rect.width = MAX (label->rect.width, label->subtext->width);
  label->rect.height += label->subtext->height;
}

typedef guint (*SpotFunc) (const NtmTrendLayout *self, const NtmTrendLabel *label, double x, double y, gboolean below, Spot *spots);

#define MAX_SPOTS 16

/* What is placed at a point of the chart. */
typedef struct
{
  const char     *text;
  const char     *subtext;  /* nullable */
  const NtmColor *color;
  const char     *key;
  guint           index;
  double          x, y;
  gboolean        below;
  SpotFunc        list_spots;
} PointLabel;

/* Tries the words below the figure in one line, broken, and not at all. */
static void
place_at_point (NtmTrendLayout *self, const PointLabel *what)
{
  static const double widths[] = { 1e5, 118, 0 }, penalties[] = { 0, 1.5, 20 };
  NtmTrendLabel best_label = { 0 };
  double best_cost = NTM_TREND_FORBIDDEN;
  Spot best = { 0 };

  for (guint i = what->subtext != NULL ? 0 : 2; i < G_N_ELEMENTS (widths); i++)
    {
      NtmTrendLabel label = make_label (self, TRUE, what->text, what->color);
      Spot spots[MAX_SPOTS], spot = { 0 };
      double cost;

      label.key = what->key;
      label.index = what->index;
      if (widths[i] > 0)
        add_subtext (self, &label, what->subtext, widths[i] * self->unit);
      cost = penalties[i] + find_spot (self, &label, spots, what->list_spots (self, &label, what->x, what->y, what->below, spots), &spot);
      if (cost >= best_cost)
        {
          drop_label (&label);
          continue;
        }
      drop_label (&best_label);
      best_label = label;
      best_cost = cost;
      best = spot;
    }
  if (best_cost < NTM_TREND_FORBIDDEN)
    take_spot (self, &best_label, &best);
}

/* Around a point: above, below, then aside and at the corners. */
static guint
list_around (const NtmTrendLayout *self, const NtmTrendLabel *label, double x, double y, gboolean below_first, Spot *spots)
{
  double w = label->rect.width, h = label->rect.height, near = NEAR * self->unit, out = DOT_RADIUS * self->unit;
  double above = y - near - h, below = y + near * 0.8;
  double liked = below_first ? below : above, other = below_first ? above : below;
  const Spot list[] = {
    { x - w / 2, liked, 0.5 }, { x + out, liked, 0 }, { x - out - w, liked, 1 },
    { x - w / 2, other, 0.5 }, { x + out, other, 0 }, { x - out - w, other, 1 },
    { x + near, y - h / 2, 0 }, { x - near - w, y - h / 2, 1 },
    { x + near * 2, above - h * 0.6, 0 }, { x - near * 2 - w, above - h * 0.6, 1 },
    { x + near * 2, below + h * 0.6, 0 }, { x - near * 2 - w, below + h * 0.6, 1 },
  };

  memcpy (spots, list, sizeof list);
  return G_N_ELEMENTS (list);
}

/* At the end of the projection: right-aligned with it, below and above. */
static guint
list_at_end (const NtmTrendLayout *self, const NtmTrendLabel *label, double x, double y, gboolean below, Spot *spots)
{
  double w = label->rect.width, h = label->rect.height, near = NEAR * self->unit * 1.3;
  const Spot list[] = {
    { x - w + near, y + near, 1 }, { x - w + near, y + near * 2.2, 1 }, { x - w - near, y + near, 1 }, { x - w / 2, y + near, 0.5 },
    { x - w + near, y + near * 3.4, 1 }, { x - w + near, y - near - h, 1 }, { x - w - near, y - near - h, 1 },
    { x - w - near * 3, y + near * 2.5, 1 }, { x + near, y - h / 2, 0 }, { x - w + near, y - near * 2.5 - h, 1 },
  };

  memcpy (spots, list, sizeof list);
  return G_N_ELEMENTS (list);
}

static void
place_point_label (NtmTrendLayout *self, const NtmTrendDot *dot)
{
  NtmColor series = ntm_palette_get_series (self->style->palette, dot->series);
  gboolean plans = self->last == dot && (self->pace_line || self->projection_line);
  const NtmTrendDot *next = dot + 1 < &g_array_index (self->dots, NtmTrendDot, 0) + self->dots->len ? dot + 1 : NULL;
  /* Before a rise the line goes up: below is clear. */
  gboolean rise = next != NULL && next->series == dot->series && next->y < dot->y;
  const PointLabel what = {
    .text = dot->point->label, .subtext = dot->point->sublabel, .key = dot->point->key, .index = dot->index,
    .color = self->spec->series->len > 1 ? &series : ntm_palette_get_color (self->style->palette, NTM_ROLE_TEXT),
    .x = dot->x, .y = dot->y, .below = plans || (rise && (self->pace_line || self->projection_line)), .list_spots = list_around,
  };

  place_at_point (self, &what);
}

/* The last figure of each series first, then the first, then from right to left. */
static void
place_point_labels (NtmTrendLayout *self)
{
  for (guint pass = 0; pass < 3; pass++)
    for (guint i = self->dots->len; i > 0; i--)
      {
        const NtmTrendDot *dot = &g_array_index (self->dots, NtmTrendDot, i - 1);
        gboolean last = i == self->dots->len || dot[1].series != dot->series;
        gboolean first = i == 1 || dot[-1].series != dot->series;
        guint its_pass = last ? 0 : first ? 1 : 2;

        if (its_pass == pass && dot->point->label != NULL && isfinite (dot->y))
          place_point_label (self, dot);
      }
}

static void
place_gap_labels (NtmTrendLayout *self)
{
  for (guint i = 0; i < self->spec->gaps->len; i++)
    {
      const NtmTrendMark *gap = g_ptr_array_index (self->spec->gaps, i);
      double x1 = ntm_trend_layout_x (self, MAX (gap->day, self->from)), x2 = ntm_trend_layout_x (self, MIN (gap->to, self->to));
      const NtmColor *color = ntm_palette_get_color (self->style->palette, NTM_ROLE_SECONDARY);
      NtmTrendLabel label;
      Spot places[3];

      if (gap->label == NULL || x2 <= x1)
        continue;
      label = make_label (self, FALSE, gap->label, color);
      label.pill = TRUE;
      label.kind = NTM_PLACED_NOTE;
      label.index = i;
      for (guint p = 0; p < 3; p++)
        places[p] = (Spot) { (x1 + x2 - label.rect.width) / 2, self->plot.y + self->plot.height * (0.5 + 0.17 * (p == 1) - 0.17 * (p == 2)), 0.5 };
      place_label (self, &label, places, label.rect.width + 12 * self->unit > x2 - x1 ? 0 : 3);
    }
}

static void
place_break_labels (NtmTrendLayout *self)
{
  for (guint i = 0; i < self->spec->breaks->len; i++)
    {
      const NtmTrendMark *item = g_ptr_array_index (self->spec->breaks, i);
      double x = ntm_trend_layout_x (self, item->day);
      double gap = 6 * self->unit;
      NtmTrendLabel label;

      if (item->label == NULL || item->day < self->from || item->day > self->to)
        continue;
      label = make_label (self, FALSE, item->label, ntm_palette_get_color (self->style->palette, NTM_ROLE_SECONDARY));
      label.kind = NTM_PLACED_NOTE;
      label.index = i;
      {
        double top = self->plot.y - 2 * self->unit, h = label.rect.height, w = label.rect.width;
        const Spot places[] = { { x + gap, top, 0 }, { x - gap - w, top, 1 }, { x + gap, top + h, 0 }, { x - gap - w, top + h, 1 },
                                { x + gap, self->plot.y + self->plot.height - h - gap, 0 },
                                { x - gap - w, self->plot.y + self->plot.height - h - gap, 1 } };

        place_label (self, &label, places, G_N_ELEMENTS (places));
      }
    }
}

static void
place_target_label (NtmTrendLayout *self)
{
  const NtmTrendSpec *spec = self->spec;
  gboolean above = spec->target_qualifier == NTM_QUALIFIER_AT_MOST || spec->target_qualifier == NTM_QUALIFIER_LESS;
  static const double parts[] = { 0.45, 0.3, 0.6, 0.15, 0.75, 0.02, 0.98 };
  double y = ntm_trend_layout_y (self, spec->target_value);
  Spot places[14];
  NtmTrendLabel label;

  if (!spec->has_target || spec->target_label == NULL)
    return;

  label = make_label (self, TRUE, spec->target_label, ntm_palette_get_color (self->style->palette, NTM_ROLE_TARGET));
  for (guint i = 0; i < 7; i++)
    {
      double x = self->plot.x + 4 * self->unit + (self->plot.width - label.rect.width - 8 * self->unit) * parts[i];

      places[i] = (Spot) { x, above ? y - 3 * self->unit - label.rect.height : y + 3 * self->unit, 0 };
      places[i + 7] = (Spot) { x, above ? y + 3 * self->unit : y - 3 * self->unit - label.rect.height, 0 };
    }
  place_label (self, &label, places, 14);
}

/* Beside the middle of the dotted line, on the side away from the projection. */
static void
place_pace_label (NtmTrendLayout *self)
{
  const NtmTrendSpec *spec = self->spec;
  static const double parts[] = { 0.5, 0.4, 0.6, 0.3, 0.7 };
  double x1, y1, x2, y2;
  Spot places[20];
  NtmTrendLabel label;
  gboolean rising;

  if (!self->pace_line || spec->pace_label == NULL)
    return;

  x1 = ntm_trend_layout_x (self, spec->pace_from);
  y1 = ntm_trend_layout_y (self, spec->pace_from_value);
  x2 = ntm_trend_layout_x (self, spec->pace_to);
  y2 = ntm_trend_layout_y (self, spec->pace_to_value);
  rising = y2 < y1;
  label = make_label (self, TRUE, spec->pace_label, ntm_palette_get_color (self->style->palette, NTM_ROLE_TARGET));
  for (guint i = 0; i < 5; i++)
    {
      double x = x1 + (x2 - x1) * parts[i], y = y1 + (y2 - y1) * parts[i], gap = 6 * self->unit;
      double w = label.rect.width, h = label.rect.height;

      places[i] = (Spot) { rising ? x - gap - w : x + gap, y - h - gap * 0.3, 0 };
      places[i + 5] = (Spot) { x - w / 2, y - h - gap * 3, 0 };
      places[i + 10] = (Spot) { rising ? x + gap : x - gap - w, y + gap * 0.3, 0 };
      places[i + 15] = (Spot) { x - w / 2, y + gap * 3, 0 };
    }
  place_label (self, &label, places, 20);
}

static void
place_projection_label (NtmTrendLayout *self)
{
  const NtmTrendSpec *spec = self->spec;
  const PointLabel what = {
    .text = spec->projection_label, .subtext = spec->projection_sublabel,
    .color = ntm_palette_get_color (self->style->palette, NTM_ROLE_RISK_TEXT),
    .x = ntm_trend_layout_x (self, spec->projection_day), .y = ntm_trend_layout_y (self, spec->projection_value), .list_spots = list_at_end,
  };

  if (spec->has_projection && spec->projection_label != NULL)
    place_at_point (self, &what);
}

static void
place_reference_labels (NtmTrendLayout *self)
{
  for (guint i = 0; i < self->spec->references->len; i++)
    {
      const NtmTrendMark *reference = g_ptr_array_index (self->spec->references, i);
      double x = ntm_trend_layout_x (self, reference->day), y = ntm_trend_layout_y (self, reference->value);
      double near = NEAR * self->unit * 1.2;
      NtmTrendLabel label;

      if (reference->label == NULL || reference->day < self->from || reference->day > self->to)
        continue;
      label = make_label (self, FALSE, reference->label, ntm_palette_get_color (self->style->palette, NTM_ROLE_TEXT));
      {
        double w = label.rect.width, h = label.rect.height;
        const Spot places[] = { { x + near, y - h / 2, 0 }, { x - near - w, y - h / 2, 1 }, { x - w / 2, y - near - h, 0.5 },
                                { x - w / 2, y + near, 0.5 } };

        place_label (self, &label, places, G_N_ELEMENTS (places));
      }
    }
}

/* Places all labels, the most important first. */
void
ntm_trend_place_labels (NtmTrendLayout *self)
{
  /* Of the last figures one must find its place before longer texts take it. */
  place_target_label (self);
  place_break_labels (self);
  place_point_labels (self);
  place_projection_label (self);
  place_pace_label (self);
  place_reference_labels (self);
  place_gap_labels (self);
}
