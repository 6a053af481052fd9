/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drawing a laid-out task list. */

#include "ntm-mark.h"
#include "ntm-task-list-private.h"

static const NtmColor *
find_color (const NtmTaskListLayout *self, NtmRole role)
{
  return ntm_palette_get_color (self->style->palette, role);
}

static void
draw_rule (const NtmTaskListLayout *self, cairo_t *cr, double y, double width)
{
  cairo_move_to (cr, 0, y);
  cairo_line_to (cr, self->width, y);
  cairo_set_line_width (cr, width * self->unit);
  ntm_color_set (find_color (self, NTM_ROLE_RULE), cr);
  cairo_stroke (cr);
}

static void
draw_chip (const NtmTaskListLayout *self, cairo_t *cr, const NtmTextBox *text, NtmTone tone, double x, double middle)
{
  static const NtmRole inks[] = { NTM_ROLE_NEUTRAL, NTM_ROLE_INFO, NTM_ROLE_SUCCESS, NTM_ROLE_WARNING, NTM_ROLE_ERROR };
  static const NtmRole grounds[] = { NTM_ROLE_NEUTRAL_BG, NTM_ROLE_INFO_BG, NTM_ROLE_SUCCESS_BG, NTM_ROLE_WARNING_BG, NTM_ROLE_ERROR_BG };
  guint index = MIN ((guint) tone, G_N_ELEMENTS (inks) - 1);
  double pad = NTM_TASK_CHIP_PAD * self->unit, above = 2.5 * self->unit;

  ntm_rounded_rectangle (cr, x, middle - text->height / 2 - above, text->width + 2 * pad, text->height + 2 * above, 12 * self->unit);
  ntm_color_set (find_color (self, grounds[index]), cr);
  cairo_fill (cr);
  ntm_text_box_draw (text, cr, x + pad, middle - text->height / 2, find_color (self, inks[index]));
}

static void
draw_text (const NtmTaskListLayout *self, cairo_t *cr, const NtmTextBox *text, double x, double middle, NtmRole role)
{
  if (text != NULL)
    ntm_text_box_draw (text, cr, x, middle - text->height / 2, find_color (self, role));
}

static void
draw_heading (const NtmTaskListLayout *self, cairo_t *cr, const NtmTaskLine *line, const NtmFlowBlock *block)
{
  double middle = block->y + block->height / 2 + 3 * self->unit;
  const NtmTextBox *name = line->texts[NTM_TASK_COLUMN_TITLE], *count = line->texts[NTM_TASK_COLUMN_PLACE];
  const NtmTextBox *badge = line->texts[NTM_TASK_COLUMN_STATE];
  double x = 2 * self->unit;

  draw_text (self, cr, name, x, middle, NTM_ROLE_TEXT);
  x += (name != NULL ? name->width : 0) + 9 * self->unit;
  draw_text (self, cr, count, x, middle, NTM_ROLE_SECONDARY);
  x += (count != NULL ? count->width : 0) + 9 * self->unit;
  if (badge != NULL)
    draw_chip (self, cr, badge, line->group->badge_tone, x, middle);
  draw_rule (self, cr, block->y + block->height, 0.9);
}

static void
draw_progress (const NtmTaskListLayout *self, cairo_t *cr, const NtmTaskRow *row, double x, double middle)
{
  double width = NTM_TASK_PROGRESS * self->unit, height = 6 * self->unit;
  double part = CLAMP (row->progress, 0, 1);

  ntm_rounded_rectangle (cr, x, middle - height / 2, width, height, height / 2);
  ntm_color_set (find_color (self, NTM_ROLE_NEUTRAL_BG), cr);
  cairo_fill (cr);
  if (part > 0)
    {
      ntm_rounded_rectangle (cr, x, middle - height / 2, MAX (width * part, height), height, height / 2);
      ntm_color_set (find_color (self, NTM_ROLE_BAR_STRONG), cr);
      cairo_fill (cr);
    }
  cairo_rectangle (cr, x + width - self->unit, middle - height, 2 * self->unit, 2 * height);
  ntm_color_set (find_color (self, NTM_ROLE_TEXT), cr);
  cairo_fill (cr);
}

static void
draw_result (const NtmTaskListLayout *self, cairo_t *cr, const NtmTaskLine *line, double middle)
{
  const NtmTextBox *text = line->texts[NTM_TASK_COLUMN_RESULT];
  double x = self->column_x[NTM_TASK_COLUMN_RESULT];
  double room = self->column_x[NTM_TASK_COLUMN_RESULT + 1] - x - NTM_TASK_GAP * self->unit;
  double pad = NTM_TASK_CHIP_PAD * self->unit / 2;

  if (line->row->has_progress)
    {
      gboolean stacked = (NTM_TASK_PROGRESS + 8) * self->unit > room * 0.5;

      draw_progress (self, cr, line->row, x, stacked && text != NULL ? middle - text->height / 2 - 1 * self->unit : middle);
      if (stacked)
        middle += 5 * self->unit;
      else
        x += (NTM_TASK_PROGRESS + 8) * self->unit;
    }
  if (text == NULL)
    return;
  if (!line->row->no_result)
    {
      draw_text (self, cr, text, x, middle, NTM_ROLE_TEXT);
      return;
    }

  ntm_hatch_rectangle (cr, x, middle - text->height / 2 - self->unit, text->width + 2 * pad, text->height + 2 * self->unit, 4 * self->unit,
                       0.8 * self->unit, self->style->palette);
  ntm_text_box_draw_halo (text, cr, x + pad, middle - text->height / 2, find_color (self, NTM_ROLE_SECONDARY),
                          find_color (self, NTM_ROLE_HATCH_BG), 2.5 * self->unit);
}

static void
draw_row (const NtmTaskListLayout *self, cairo_t *cr, const NtmTaskLine *line, const NtmFlowBlock *block)
{
  double middle = block->y + block->height / 2;

  ntm_task_shape_draw (cr, line->row->shape, line->row->tone, NTM_TASK_ICON_COLUMN * self->unit * 0.45, middle, 16 * self->unit, self->style->palette);
  draw_text (self, cr, line->texts[NTM_TASK_COLUMN_TITLE], self->column_x[NTM_TASK_COLUMN_TITLE], middle, NTM_ROLE_TEXT);
  draw_text (self, cr, line->texts[NTM_TASK_COLUMN_DEADLINE], self->column_x[NTM_TASK_COLUMN_DEADLINE], middle,
             line->row->no_deadline ? NTM_ROLE_SECONDARY : NTM_ROLE_TEXT);
  if (line->texts[NTM_TASK_COLUMN_STATE] != NULL)
    draw_chip (self, cr, line->texts[NTM_TASK_COLUMN_STATE], line->row->tone, self->column_x[NTM_TASK_COLUMN_STATE], middle);
  draw_result (self, cr, line, middle);
  draw_text (self, cr, line->texts[NTM_TASK_COLUMN_PLACE], self->column_x[NTM_TASK_COLUMN_PLACE], middle, NTM_ROLE_SECONDARY);
  draw_rule (self, cr, block->y + block->height, 0.9);
}

/* On a later page that begins within a group: that it goes on. */
static void
draw_continued (const NtmTaskListLayout *self, cairo_t *cr, guint page, double bottom)
{
  guint first = 0;
  double gap = 4 * self->unit;

  while (first < self->lines->len && self->blocks[first].page < page)
    first++;
  if (page == 0 || self->continued == NULL || first == self->lines->len || g_array_index (self->lines, NtmTaskLine, first).row == NULL)
    return;

  {
    const NtmTaskGroup *group = g_array_index (self->lines, NtmTaskLine, first).group;
    double room = self->column_x[NTM_TASK_COLUMN_DEADLINE] - self->continued->width - 2 * gap;
    g_autoptr(NtmTextBox) name = ntm_text_box_new (self->style, NTM_FONT_CAPTION, NTM_TEXT_BOLD, group->name, MAX (room, 1));

    ntm_text_box_draw (name, cr, 2 * self->unit, bottom - name->height - gap, find_color (self, NTM_ROLE_TEXT));
    ntm_text_box_draw (self->continued, cr, 2 * self->unit + name->width + gap, bottom - name->height - gap, find_color (self, NTM_ROLE_SECONDARY));
  }
}

static gboolean
begins_within_group (const NtmTaskListLayout *self, guint page)
{
  guint first = 0;

  while (first < self->lines->len && self->blocks[first].page < page)
    first++;

  return page > 0 && self->continued != NULL && first < self->lines->len && g_array_index (self->lines, NtmTaskLine, first).row != NULL;
}

static void
draw_header (const NtmTaskListLayout *self, cairo_t *cr, guint page)
{
  double top = page == 0 ? self->flow.lead : 0, bottom = top + self->flow.head;
  gboolean within = begins_within_group (self, page);

  for (guint c = 0; c < NTM_TASK_N_COLUMNS; c++)
    /* The name of the group takes the place of the first column's heading. */
    if (self->heads[c] != NULL && !(within && c == NTM_TASK_COLUMN_TITLE))
      ntm_text_box_draw (self->heads[c], cr, self->column_x[c], bottom - self->heads[c]->height - 4 * self->unit, find_color (self, NTM_ROLE_SECONDARY));
  draw_continued (self, cr, page, bottom);
  if (self->flow.head > 0)
    draw_rule (self, cr, bottom, 1.4);
}

static void
draw_ends (const NtmTaskListLayout *self, cairo_t *cr, guint page)
{
  if (page == 0 && self->title != NULL)
    ntm_text_box_draw (self->title, cr, 0, 0, find_color (self, NTM_ROLE_TEXT));
  if (page == 0 && self->subtitle != NULL)
    ntm_text_box_draw (self->subtitle, cr, 0, self->title != NULL ? self->title->height : 0, find_color (self, NTM_ROLE_SECONDARY));
  if (page + 1 != self->n_pages)
    return;

  if (self->empty != NULL)
    ntm_text_box_draw (self->empty, cr, 0, self->blocks[0].y + 2 * NTM_TASK_PAD_Y * self->unit, find_color (self, NTM_ROLE_SECONDARY));
  if (self->source != NULL)
    ntm_text_box_draw (self->source, cr, 0, self->blocks[self->n_blocks - 1].y + NTM_TASK_PAD_Y * self->unit, find_color (self, NTM_ROLE_SECONDARY));
}

/**
 * ntm_task_list_layout_draw:
 * @self: a layout
 * @cr: where, the upper left of the page's room at 0, 0; its ground is the caller's
 * @page: from 0
 */
void
ntm_task_list_layout_draw (const NtmTaskListLayout *self, cairo_t *cr, guint page)
{
  g_return_if_fail (page < self->n_pages);

  cairo_save (cr);
  cairo_new_path (cr);
  draw_ends (self, cr, page);
  draw_header (self, cr, page);
  for (guint i = 0; i < self->lines->len; i++)
    {
      const NtmTaskLine *line = &g_array_index (self->lines, NtmTaskLine, i);

      if (self->blocks[i].page != page)
        continue;
      if (line->row == NULL)
        draw_heading (self, cr, line, &self->blocks[i]);
      else
        draw_row (self, cr, line, &self->blocks[i]);
    }
  cairo_restore (cr);
}
