/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where everything of a timeline of deadlines is: axis above, a row for each task, the legend below. */

#include "ntm-timeline-private.h"

#define ROW      20.
#define AXIS     24.
#define LEGEND   22.
#define EDGE     12.
#define GAP      10.
#define NAMES    0.34   /* part of the width that the names may take */
#define MARK     20.    /* room of a mark in the legend */

/**
 * ntm_timeline_natural_height:
 * @spec: a timeline
 * @style: how it will be drawn
 *
 * Returns: the height that its rows need
 */
double
ntm_timeline_natural_height (const NtmTimelineSpec *spec, const NtmDrawStyle *style)
{
  return (AXIS + ROW * spec->rows->len + LEGEND) * ntm_draw_style_unit (style);
}

static void
add_placed (NtmTimelineLayout *self, NtmPlacedKind kind, double x, double y, double width, double height, const char *key,
            const char *text, guint index)
{
  NtmPlaced placed = { kind, x, y, width, height, key, text, index, 0 };

  g_array_append_val (self->placed, placed);
}

static double
x_of (const NtmTimelineLayout *self, NtmDate day)
{
  double part = (double) (CLAMP (day, self->spec->from, self->spec->to) - self->spec->from)
                / MAX (1, self->spec->to - self->spec->from);

  return self->plot.x + part * self->plot.width;
}

/* The names take what the longest needs, up to a part of the width. */
static void
place_names (NtmTimelineLayout *self)
{
  const NtmTimelineSpec *spec = self->spec;
  double widest = 0, u = self->unit;

  for (guint i = 0; i < spec->rows->len; i++)
    {
      NtmTimelineLine line = { .row = g_ptr_array_index (spec->rows, i) };

      line.label = ntm_text_box_new (self->style, NTM_FONT_CAPTION, NTM_TEXT_PLAIN, line.row->label, self->width * NAMES);
      widest = MAX (widest, line.label->width);
      g_array_append_val (self->lines, line);
    }
  self->plot.x = EDGE * u + widest + GAP * u;
  self->plot.y = AXIS * u;
  self->plot.width = MAX (1, self->width - EDGE * u - self->plot.x);
  self->plot.height = ROW * u * spec->rows->len;
}

static void
place_lines (NtmTimelineLayout *self)
{
  double row = ROW * self->unit;

  for (guint i = 0; i < self->lines->len; i++)
    {
      NtmTimelineLine *line = &g_array_index (self->lines, NtmTimelineLine, i);
      const NtmTimelineRow *task = line->row;
      NtmDate end = MIN (task->done, self->spec->at);

      line->y = self->plot.y + (i + 0.5) * row;
      line->is_done = task->done <= self->spec->at;
      line->is_late = end >= task->due;
      line->x_given = x_of (self, task->given);
      line->x_due = x_of (self, task->due);
      line->x_end = MAX (x_of (self, end), line->x_given);
      add_placed (self, NTM_PLACED_ROW, 0, line->y - row / 2, self->width, row, task->key, task->tip, i);
      add_placed (self, NTM_PLACED_POINT, line->x_due, line->y, 0, 0, NULL, NULL, i);
      add_placed (self, NTM_PLACED_BAR, line->x_given, line->y, line->x_end - line->x_given, 0, NULL, NULL, i);
      add_placed (self, NTM_PLACED_LABEL, self->plot.x - GAP * self->unit - line->label->width,
                  line->y - line->label->height / 2, line->label->width, line->label->height, NULL, task->label, i);
    }
}

/* The day stands at the top of its line and gives way only to the edges. */
static void
place_at (NtmTimelineLayout *self)
{
  double half;

  self->x_at = x_of (self, self->spec->at);
  self->at = ntm_text_box_new (self->style, NTM_FONT_CAPTION, NTM_TEXT_BOLD, self->spec->at_text, self->width);
  half = self->at->width / 2 + 8 * self->unit;
  self->at_x = CLAMP (self->x_at, half, MAX (half, self->width - half)) - self->at->width / 2;
  add_placed (self, NTM_PLACED_NOTE, self->at_x, 3 * self->unit, self->at->width, self->at->height, NULL, self->spec->at_text, 0);
}

/* Names of days that meet one another, or the day of the timeline, are left out. */
static void
place_ticks (NtmTimelineLayout *self)
{
  double after = 0, left = self->at_x - 12 * self->unit, right = self->at_x + self->at->width + 12 * self->unit;

  for (guint i = 0; i < self->spec->ticks->len; i++)
    {
      const NtmTimelineTick *tick = g_ptr_array_index (self->spec->ticks, i);
      NtmTimelineText text = { .text = ntm_text_box_new (self->style, NTM_FONT_CAPTION, NTM_TEXT_PLAIN, tick->text, self->width) };
      double width = text.text->width;

      text.x = x_of (self, tick->day);
      text.y = 3 * self->unit;
      if (text.x < after || text.x + width > self->width - EDGE * self->unit || (text.x < right && text.x + width > left))
        g_clear_pointer (&text.text, ntm_text_box_free);
      else
        {
          after = text.x + width + GAP * self->unit;
          add_placed (self, NTM_PLACED_AXIS_LABEL, text.x, text.y, width, text.text->height, NULL, tick->text, i);
        }
      g_array_append_val (self->ticks, text);
    }
}

static void
place_legend (NtmTimelineLayout *self)
{
  const NtmTimelineSpec *spec = self->spec;
  const char *texts[] = { spec->due_text, spec->done_text, spec->overdue_text, spec->late_text };
  double u = self->unit, x = EDGE * u, y = self->plot.y + self->plot.height + 3 * u;

  for (guint i = 0; i < NTM_N_TIMELINE_MARKS; i++)
    {
      NtmTextBox *text = ntm_text_box_new (self->style, NTM_FONT_CAPTION, NTM_TEXT_PLAIN, texts[i], self->width);

      self->legend[i] = (NtmTimelineText) { text, x + MARK * u, y };
      add_placed (self, NTM_PLACED_LEGEND_ENTRY, x, y, MARK * u + text->width, text->height, NULL, texts[i], i);
      x += MARK * u + text->width + 2 * GAP * u;
    }
  if (spec->more == NULL || self->width - EDGE * u - x < 40 * u)
    return;
  self->more.text = ntm_text_box_new (self->style, NTM_FONT_CAPTION, NTM_TEXT_PLAIN, spec->more, self->width - EDGE * u - x);
  self->more.x = self->width - EDGE * u - self->more.text->width;
  self->more.y = y;
  add_placed (self, NTM_PLACED_NOTE, self->more.x, y, self->more.text->width, self->more.text->height, NULL, spec->more, 0);
}

/**
 * ntm_timeline_layout_new:
 * @spec: a timeline; a reference is taken
 * @style: how to draw it
 * @width: in units of the surface
 * @height: what ntm_timeline_natural_height() says, or more
 *
 * Returns: (transfer full): the layout
 */
NtmTimelineLayout *
ntm_timeline_layout_new (NtmTimelineSpec *spec, const NtmDrawStyle *style, double width, double height)
{
  NtmTimelineLayout *self = g_new0 (NtmTimelineLayout, 1);

  self->spec = ntm_timeline_spec_ref (spec);
  self->style = ntm_draw_style_copy (style);
  self->width = width;
  self->height = height;
  self->unit = ntm_draw_style_unit (style);
  self->ticks = g_array_new (FALSE, FALSE, sizeof (NtmTimelineText));
  self->lines = g_array_new (FALSE, FALSE, sizeof (NtmTimelineLine));
  self->placed = g_array_new (FALSE, FALSE, sizeof (NtmPlaced));
  place_names (self);
  place_lines (self);
  place_at (self);
  place_ticks (self);
  place_legend (self);
  return self;
}

/**
 * ntm_timeline_layout_free:
 * @self: (transfer full) (nullable): a layout
 */
void
ntm_timeline_layout_free (NtmTimelineLayout *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->lines->len; i++)
    ntm_text_box_free (g_array_index (self->lines, NtmTimelineLine, i).label);
  for (guint i = 0; i < self->ticks->len; i++)
    g_clear_pointer (&g_array_index (self->ticks, NtmTimelineText, i).text, ntm_text_box_free);
  for (guint i = 0; i < NTM_N_TIMELINE_MARKS; i++)
    ntm_text_box_free (self->legend[i].text);
  g_clear_pointer (&self->more.text, ntm_text_box_free);
  ntm_text_box_free (self->at);
  g_array_unref (self->ticks);
  g_array_unref (self->lines);
  g_array_unref (self->placed);
  ntm_draw_style_free (self->style);
  ntm_timeline_spec_unref (self->spec);
  g_free (self);
}

/**
 * ntm_timeline_layout_get_placed:
 * @self: a layout
 * @n_placed: (out): how many
 *
 * Returns: (transfer none) (array length=n_placed): where its rows, names and words are; of each row the point of
 *   the deadline and the bar from the day it was given to its end, both without a height
 */
const NtmPlaced *
ntm_timeline_layout_get_placed (const NtmTimelineLayout *self, guint *n_placed)
{
  *n_placed = self->placed->len;
  return (const NtmPlaced *) (gpointer) self->placed->data;
}
