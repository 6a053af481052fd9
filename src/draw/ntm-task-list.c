/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A task list over pages: the header on each, a group's heading never last on one. */

#include "ntm-task-list-private.h"

/* What a column takes at the most, on a screen and on a page; the title takes the rest. */
static const double wide_parts[NTM_TASK_N_COLUMNS] = { 1, 0.17, 0.26, 0.215, 0.06 };
static const double narrow_parts[NTM_TASK_N_COLUMNS] = { 1, 0.16, 0.24, 0.195, 0.09 };

static const char *
get_head (const NtmTaskListLayout *self, guint column)
{
  const char *texts[] = { self->spec->head_title, self->spec->head_deadline, self->spec->head_state, self->spec->head_result, self->spec->head_place };

  return texts[column];
}

static double
measure_text (const NtmTaskListLayout *self, NtmFont font, NtmTextFlags flags, const char *text)
{
  g_autoptr(NtmTextBox) box = ntm_text_box_new (self->style, font, flags, text, 0);

  return box->width;
}

static const char *
get_cell (const NtmTaskRow *row, guint column)
{
  const char *texts[] = { row->title, row->deadline, row->state, row->result, row->place };

  return texts[column];
}

/* What a cell beside the title needs on one line. */
static double
measure_cell (const NtmTaskListLayout *self, const NtmTaskRow *row, guint column)
{
  double chip = 2 * NTM_TASK_CHIP_PAD * self->unit;
  const char *text = get_cell (row, column);

  if (column == NTM_TASK_COLUMN_DEADLINE)
    return measure_text (self, NTM_FONT_CELL, row->no_deadline ? NTM_TEXT_PLAIN : NTM_TEXT_BOLD, text);
  if (column == NTM_TASK_COLUMN_STATE)
    return measure_text (self, NTM_FONT_CAPTION, NTM_TEXT_BOLD, text) + chip;
  if (column == NTM_TASK_COLUMN_PLACE)
    return measure_text (self, NTM_FONT_CAPTION, NTM_TEXT_PLAIN, text);
  if (row->no_result)
    return measure_text (self, NTM_FONT_CAPTION, NTM_TEXT_PLAIN, text) + chip;
  return measure_text (self, NTM_FONT_CELL, NTM_TEXT_PLAIN, text)
         + (row->has_progress ? (NTM_TASK_PROGRESS + 8) * self->unit : 0);
}

/* Room for the longest text of a column on one line, but not above @most: each different text is measured once. */
static double
measure_column (const NtmTaskListLayout *self, guint column, double most)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  const char *head = get_head (self, column);
  double gap = NTM_TASK_GAP * self->unit + 1;
  double widest = gap + (head != NULL ? measure_text (self, NTM_FONT_CAPTION, NTM_TEXT_PLAIN, head) : 0);

  for (guint g = 0; g < self->spec->groups->len; g++)
    {
      const NtmTaskGroup *group = g_ptr_array_index (self->spec->groups, g);

      for (guint i = 0; i < group->rows->len && widest < most; i++)
        {
          const NtmTaskRow *row = g_ptr_array_index (group->rows, i);
          const char *text = get_cell (row, column);

          if (text != NULL && g_hash_table_add (seen, (char *) text))
            widest = MAX (widest, gap + measure_cell (self, row, column));
        }
    }
  return MIN (widest, most);
}

/* What the other columns do not need goes to the titles. */
static void
set_columns (NtmTaskListLayout *self)
{
  double room = MAX (self->width - NTM_TASK_ICON_COLUMN * self->unit, 1);
  const double *most = self->width < 800 * self->unit ? narrow_parts : wide_parts;
  double x = self->width;

  self->column_x[NTM_TASK_N_COLUMNS] = x;
  for (guint i = NTM_TASK_N_COLUMNS - 1; i > NTM_TASK_COLUMN_TITLE; i--)
    {
      x -= measure_column (self, i, most[i] * room);
      self->column_x[i] = x;
    }
  self->column_x[NTM_TASK_COLUMN_TITLE] = self->width - room;
}

static double
column_width (const NtmTaskListLayout *self, guint column)
{
  return MAX (self->column_x[column + 1] - self->column_x[column] - NTM_TASK_GAP * self->unit, 1);
}

static NtmTextBox *
set_text (const NtmTaskListLayout *self, NtmFont font, NtmTextFlags flags, const char *text, double width)
{
  return text != NULL ? ntm_text_box_new (self->style, font, flags, text, MAX (width, 1)) : NULL;
}

static void
add_heading (NtmTaskListLayout *self, guint index)
{
  NtmTaskLine line = { .group = g_ptr_array_index (self->spec->groups, index), .index = index };

  line.texts[NTM_TASK_COLUMN_TITLE] = set_text (self, NTM_FONT_BODY, NTM_TEXT_BOLD | NTM_TEXT_WRAP, line.group->name, self->width * 0.6);
  line.texts[NTM_TASK_COLUMN_PLACE] = set_text (self, NTM_FONT_CAPTION, NTM_TEXT_PLAIN, line.group->count, self->width * 0.18);
  line.texts[NTM_TASK_COLUMN_STATE] = set_text (self, NTM_FONT_CAPTION, NTM_TEXT_BOLD, line.group->badge, self->width * 0.18);
  g_array_append_val (self->lines, line);
}

static void
add_row (NtmTaskListLayout *self, const NtmTaskGroup *group, guint index)
{
  const NtmTaskRow *row = g_ptr_array_index (group->rows, index);
  NtmTaskLine line = { .group = group, .row = row, .index = index };
  double chip = 2 * NTM_TASK_CHIP_PAD * self->unit;
  double bar = row->has_progress ? (NTM_TASK_PROGRESS + 8) * self->unit : row->no_result ? chip / 2 : 0;

  /* A bar stands above its words where the column is narrow. */
  if (bar > column_width (self, NTM_TASK_COLUMN_RESULT) * 0.5)
    bar = 0;
  line.texts[NTM_TASK_COLUMN_TITLE] = set_text (self, NTM_FONT_CELL, NTM_TEXT_WRAP, row->title, column_width (self, NTM_TASK_COLUMN_TITLE));
  line.texts[NTM_TASK_COLUMN_DEADLINE] = set_text (self, NTM_FONT_CELL, NTM_TEXT_WRAP | (row->no_deadline ? 0 : NTM_TEXT_BOLD), row->deadline,
                                                   column_width (self, NTM_TASK_COLUMN_DEADLINE));
  line.texts[NTM_TASK_COLUMN_STATE] = set_text (self, NTM_FONT_CAPTION, NTM_TEXT_BOLD | NTM_TEXT_WRAP, row->state,
                                                column_width (self, NTM_TASK_COLUMN_STATE) - chip);
  line.texts[NTM_TASK_COLUMN_RESULT] = set_text (self, row->no_result ? NTM_FONT_CAPTION : NTM_FONT_CELL, NTM_TEXT_WRAP, row->result,
                                                 column_width (self, NTM_TASK_COLUMN_RESULT) - bar);
  line.texts[NTM_TASK_COLUMN_PLACE] = set_text (self, NTM_FONT_CAPTION, NTM_TEXT_WRAP, row->place, column_width (self, NTM_TASK_COLUMN_PLACE));
  g_array_append_val (self->lines, line);
}

static void
set_lines (NtmTaskListLayout *self)
{
  for (guint g = 0; g < self->spec->groups->len; g++)
    {
      const NtmTaskGroup *group = g_ptr_array_index (self->spec->groups, g);

      add_heading (self, g);
      for (guint i = 0; i < group->rows->len; i++)
        add_row (self, group, i);
    }
}

static double
measure_line (const NtmTaskListLayout *self, const NtmTaskLine *line)
{
  double height = ntm_draw_style_font_size (self->style, NTM_FONT_CELL) * 1.3;
  gboolean stacked = line->row != NULL && line->row->has_progress
                     && (NTM_TASK_PROGRESS + 8) * self->unit > column_width (self, NTM_TASK_COLUMN_RESULT) * 0.5;

  for (guint i = 0; i < NTM_TASK_N_COLUMNS; i++)
    if (line->texts[i] != NULL)
      height = MAX (height, line->texts[i]->height + (i == NTM_TASK_COLUMN_STATE ? 4 * self->unit : 0)
                              + (i == NTM_TASK_COLUMN_RESULT && stacked ? 10 * self->unit : 0));

  return height + 2 * NTM_TASK_PAD_Y * self->unit + (line->row == NULL ? 6 * self->unit : 0);
}

static void
set_tail (NtmTaskListLayout *self)
{
  if (self->lines->len == 0 && self->spec->empty != NULL)
    {
      self->empty = set_text (self, NTM_FONT_BODY, NTM_TEXT_WRAP, self->spec->empty, self->width);
      self->blocks[self->n_blocks++].height = self->empty->height + 4 * NTM_TASK_PAD_Y * self->unit;
    }
  if (self->spec->source == NULL)
    return;

  self->source = set_text (self, NTM_FONT_CAPTION, NTM_TEXT_WRAP, self->spec->source, self->width);
  if (self->n_blocks > 0)
    self->blocks[self->n_blocks - 1].keep = TRUE;
  self->blocks[self->n_blocks++].height = self->source->height + 2 * NTM_TASK_PAD_Y * self->unit;
}

static void
set_blocks (NtmTaskListLayout *self)
{
  self->blocks = g_new0 (NtmFlowBlock, self->lines->len + 2);
  for (guint i = 0; i < self->lines->len; i++)
    {
      const NtmTaskLine *line = &g_array_index (self->lines, NtmTaskLine, i);

      self->blocks[i].height = measure_line (self, line);
      self->blocks[i].keep = line->row == NULL && line->group->rows->len > 0;
    }
  self->n_blocks = self->lines->len;
  set_tail (self);
}

static void
set_heads (NtmTaskListLayout *self)
{
  self->title = set_text (self, NTM_FONT_SECTION, NTM_TEXT_WRAP, self->spec->title, self->width);
  self->subtitle = set_text (self, NTM_FONT_CAPTION, NTM_TEXT_WRAP, self->spec->subtitle, self->width);
  for (guint i = 0; i < NTM_TASK_N_COLUMNS; i++)
    {
      self->heads[i] = set_text (self, NTM_FONT_CAPTION, NTM_TEXT_PLAIN, get_head (self, i), column_width (self, i));
      if (self->heads[i] != NULL)
        self->flow.head = MAX (self->flow.head, self->heads[i]->height + NTM_TASK_PAD_Y * self->unit);
    }
  self->flow.lead = (self->title != NULL ? self->title->height : 0) + (self->subtitle != NULL ? self->subtitle->height : 0);
  if (self->flow.lead > 0)
    self->flow.lead += NTM_TASK_PAD_Y * self->unit;
}

/* The reminder of the group that goes on stands in the header line's place on later pages. */
static void
reserve_continued (NtmTaskListLayout *self)
{
  if (self->spec->continued == NULL)
    return;

  self->continued = set_text (self, NTM_FONT_CAPTION, NTM_TEXT_PLAIN, self->spec->continued, self->width / 3);
  self->flow.head = MAX (self->flow.head, self->continued->height + NTM_TASK_PAD_Y * self->unit);
}

static void
break_pages (NtmTaskListLayout *self, double page_height, double first_page_height)
{
  self->flow.page = page_height > 0 ? page_height : G_MAXDOUBLE;
  self->flow.first_page = first_page_height > 0 ? first_page_height : self->flow.page;
  self->n_pages = ntm_page_flow (&self->flow, self->blocks, self->n_blocks);
  self->page_height = g_new0 (double, self->n_pages);
  self->page_height[0] = self->flow.lead + self->flow.head;
  for (guint i = 0; i < self->n_blocks; i++)
    {
      double *height = &self->page_height[self->blocks[i].page];

      *height = MAX (*height, self->blocks[i].y + self->blocks[i].height);
    }
}

static void
add_placed (NtmTaskListLayout *self, guint page, NtmPlacedKind kind, const NtmRect *rect, const char *key, const char *text, guint index)
{
  NtmPlaced placed = { kind, rect->x, rect->y, rect->width, rect->height, key, text, index, 0 };

  g_array_append_val (g_ptr_array_index (self->placed, page), placed);
}

static void
list_placed (NtmTaskListLayout *self)
{
  self->placed = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  for (guint page = 0; page < self->n_pages; page++)
    {
      double top = page == 0 ? self->flow.lead : 0;

      g_ptr_array_add (self->placed, g_array_new (FALSE, FALSE, sizeof (NtmPlaced)));
      add_placed (self, page, NTM_PLACED_HEADER, &(NtmRect) { 0, top, self->width, self->flow.head }, NULL, self->spec->head_title, 0);
    }
  if (self->title != NULL)
    add_placed (self, 0, NTM_PLACED_TITLE, &(NtmRect) { 0, 0, self->title->width, self->title->height }, NULL, self->spec->title, 0);
  for (guint i = 0; i < self->lines->len; i++)
    {
      const NtmTaskLine *line = &g_array_index (self->lines, NtmTaskLine, i);
      const NtmRect rect = { 0, self->blocks[i].y, self->width, self->blocks[i].height };

      if (line->row == NULL)
        add_placed (self, self->blocks[i].page, NTM_PLACED_HEADER, &rect, line->group->key, line->group->name, line->index);
      else
        add_placed (self, self->blocks[i].page, NTM_PLACED_ROW, &rect, line->row->key, line->row->title, line->index);
    }
  if (self->source != NULL)
    add_placed (self, self->blocks[self->n_blocks - 1].page, NTM_PLACED_SOURCE,
                &(NtmRect) { 0, self->blocks[self->n_blocks - 1].y, self->source->width, self->source->height }, NULL, self->spec->source, 0);
}

/**
 * ntm_task_list_layout_new:
 * @spec: the list; the layout takes a reference
 * @style: colours, faces, sizes
 * @width: of the list in units of @style
 * @page_height: room on a page; 0: one endless page
 * @first_page_height: room on the first page; 0: as the others
 *
 * Lays out a task list over pages. Every text is drawn in full: rows grow.
 *
 * Returns: (transfer full): the layout
 */
NtmTaskListLayout *
ntm_task_list_layout_new (NtmTaskListSpec *spec, const NtmDrawStyle *style, double width, double page_height, double first_page_height)
{
  NtmTaskListLayout *self = g_new0 (NtmTaskListLayout, 1);

  self->spec = ntm_task_list_spec_ref (spec);
  self->style = ntm_draw_style_copy (style);
  self->unit = ntm_draw_style_unit (style);
  self->width = MAX (width, 1);
  self->lines = g_array_new (FALSE, TRUE, sizeof (NtmTaskLine));
  set_columns (self);
  set_heads (self);
  reserve_continued (self);
  set_lines (self);
  set_blocks (self);
  break_pages (self, page_height, first_page_height);
  list_placed (self);
  return self;
}

/**
 * ntm_task_list_layout_free:
 * @self: (transfer full) (nullable): a layout
 */
void
ntm_task_list_layout_free (NtmTaskListLayout *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < self->lines->len; i++)
    for (guint c = 0; c < NTM_TASK_N_COLUMNS; c++)
      ntm_text_box_free (g_array_index (self->lines, NtmTaskLine, i).texts[c]);
  for (guint c = 0; c < NTM_TASK_N_COLUMNS; c++)
    ntm_text_box_free (self->heads[c]);
  ntm_text_box_free (self->title);
  ntm_text_box_free (self->subtitle);
  ntm_text_box_free (self->source);
  ntm_text_box_free (self->empty);
  ntm_text_box_free (self->continued);
  g_array_unref (self->lines);
  g_free (self->blocks);
  g_free (self->page_height);
  g_ptr_array_unref (self->placed);
  ntm_draw_style_free (self->style);
  ntm_task_list_spec_unref (self->spec);
  g_free (self);
}

/**
 * ntm_task_list_layout_get_n_pages:
 * @self: a layout
 *
 * Returns: how many pages it needs, at least 1
 */
guint
ntm_task_list_layout_get_n_pages (const NtmTaskListLayout *self)
{
  return self->n_pages;
}

/**
 * ntm_task_list_layout_get_height:
 * @self: a layout
 * @page: from 0
 *
 * Returns: how much of the page is used
 */
double
ntm_task_list_layout_get_height (const NtmTaskListLayout *self, guint page)
{
  g_return_val_if_fail (page < self->n_pages, 0);

  return self->page_height[page];
}

/**
 * ntm_task_list_layout_get_placed:
 * @self: a layout
 * @page: from 0
 * @n_placed: (out): how many
 *
 * Returns: (transfer none) (array length=n_placed): header, headings and rows of a page
 */
const NtmPlaced *
ntm_task_list_layout_get_placed (const NtmTaskListLayout *self, guint page, guint *n_placed)
{
  GArray *placed;

  g_return_val_if_fail (page < self->n_pages, NULL);

  placed = g_ptr_array_index (self->placed, page);
  *n_placed = placed->len;
  return (const NtmPlaced *) (gconstpointer) placed->data;
}
