/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drawing a laid-out timeline. A deadline is a diamond, an end a dot: neither depends on colour. */

#include "ntm-mark.h"
#include "ntm-timeline-private.h"

#define STROKE 4.

static void
set (const NtmTimelineLayout *self, cairo_t *cr, NtmRole role)
{
  ntm_color_set (ntm_palette_get_color (self->style->palette, role), cr);
}

static void
draw_text (const NtmTimelineLayout *self, cairo_t *cr, const NtmTextBox *text, double x, double y, NtmRole role)
{
  if (text != NULL)
    ntm_text_box_draw (text, cr, x, y, ntm_palette_get_color (self->style->palette, role));
}

static void
draw_stretch (const NtmTimelineLayout *self, cairo_t *cr, double from, double to, double y, NtmRole role)
{
  double width = STROKE * self->unit;

  if (to <= from)
    return;
  ntm_rounded_rectangle (cr, from, y - width / 2, to - from, width, MIN (width, to - from) / 2);
  set (self, cr, role);
  cairo_fill (cr);
}

/* With a rim of the ground, so that it stands out from its line. */
static void
draw_diamond (const NtmTimelineLayout *self, cairo_t *cr, double x, double y, NtmRole role)
{
  double half = 5.5 * self->unit;

  cairo_move_to (cr, x, y - half);
  cairo_line_to (cr, x + half, y);
  cairo_line_to (cr, x, y + half);
  cairo_line_to (cr, x - half, y);
  cairo_close_path (cr);
  set (self, cr, role);
  cairo_fill_preserve (cr);
  set (self, cr, NTM_ROLE_PAGE);
  cairo_set_line_width (cr, self->unit);
  cairo_stroke (cr);
}

static void
draw_dot (const NtmTimelineLayout *self, cairo_t *cr, double x, double y)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, x, y, 5 * self->unit, 0, 2 * G_PI);
  set (self, cr, NTM_ROLE_SUCCESS);
  cairo_fill_preserve (cr);
  set (self, cr, NTM_ROLE_PAGE);
  cairo_set_line_width (cr, self->unit);
  cairo_stroke (cr);
}

static void
draw_line (const NtmTimelineLayout *self, cairo_t *cr, const NtmTimelineLine *line)
{
  gboolean is_overdue = line->is_late && !line->is_done;

  draw_stretch (self, cr, line->x_given, MIN (line->x_end, line->x_due), line->y, NTM_ROLE_INFO);
  if (line->is_late)
    draw_stretch (self, cr, line->x_due, line->x_end, line->y, is_overdue ? NTM_ROLE_ERROR : NTM_ROLE_WARNING);
  draw_diamond (self, cr, line->x_due, line->y, is_overdue ? NTM_ROLE_ERROR : NTM_ROLE_TEXT);
  if (line->is_done)
    draw_dot (self, cr, line->x_end, line->y);
  draw_text (self, cr, line->label, self->plot.x - 10 * self->unit - line->label->width, line->y - line->label->height / 2,
             NTM_ROLE_TEXT);
}

static void
draw_axis (const NtmTimelineLayout *self, cairo_t *cr)
{
  for (guint i = 0; i < self->ticks->len; i++)
    {
      const NtmTimelineText *tick = &g_array_index (self->ticks, NtmTimelineText, i);

      cairo_rectangle (cr, tick->x, self->plot.y - 2 * self->unit, self->unit, self->plot.height + 2 * self->unit);
      set (self, cr, NTM_ROLE_GRID);
      cairo_fill (cr);
      draw_text (self, cr, tick->text, tick->x, tick->y, NTM_ROLE_SECONDARY);
    }
}

static void
draw_at (const NtmTimelineLayout *self, cairo_t *cr)
{
  double u = self->unit;

  cairo_rectangle (cr, self->x_at - u, 4 * u, 2 * u, self->plot.y + self->plot.height - 4 * u);
  set (self, cr, NTM_ROLE_ACCENT);
  cairo_fill (cr);
  ntm_rounded_rectangle (cr, self->at_x - 8 * u, 2 * u, self->at->width + 16 * u, self->at->height + 2 * u,
                         (self->at->height + 2 * u) / 2);
  cairo_fill (cr);
  draw_text (self, cr, self->at, self->at_x, 3 * u, NTM_ROLE_PAGE);
}

static void
draw_legend (const NtmTimelineLayout *self, cairo_t *cr)
{
  double u = self->unit;

  for (guint i = 0; i < NTM_N_TIMELINE_MARKS; i++)
    {
      const NtmTimelineText *entry = &self->legend[i];
      double y = entry->y + entry->text->height / 2, x = entry->x - 12 * u;

      if (i == NTM_TIMELINE_DUE)
        draw_diamond (self, cr, x, y, NTM_ROLE_TEXT);
      else if (i == NTM_TIMELINE_DONE)
        draw_dot (self, cr, x, y);
      else
        draw_stretch (self, cr, x - 7 * u, x + 7 * u, y, i == NTM_TIMELINE_OVERDUE ? NTM_ROLE_ERROR : NTM_ROLE_WARNING);
      draw_text (self, cr, entry->text, entry->x, entry->y, NTM_ROLE_SECONDARY);
    }
  draw_text (self, cr, self->more.text, self->more.x, self->more.y, NTM_ROLE_SECONDARY);
}

/**
 * ntm_timeline_layout_draw:
 * @self: a layout
 * @cr: where, from 0, 0 to the size of the layout; its ground is the caller's
 */
void
ntm_timeline_layout_draw (const NtmTimelineLayout *self, cairo_t *cr)
{
  cairo_save (cr);
  cairo_new_path (cr);
  draw_axis (self, cr);
  draw_at (self, cr);
  for (guint i = 0; i < self->lines->len; i++)
    draw_line (self, cr, &g_array_index (self->lines, NtmTimelineLine, i));
  draw_legend (self, cr);
  cairo_restore (cr);
}
