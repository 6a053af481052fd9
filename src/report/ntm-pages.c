/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Pages filled from the top. Everything is laid out when it is added and kept as a piece of a page, so
 * that any page can be drawn any number of times. Texts break between lines, tables and task lists
 * between rows; a figure never parts from its caption.
 */

#include "config.h"

#include "ntm-brief.h"
#include "ntm-pages.h"

#define MM           (72 / 25.4)
#define MARGIN_LEFT  (30 * MM)
#define MARGIN_RIGHT (15 * MM)
#define MARGIN_Y     (20 * MM)
#define TABLE_ROOM   110.0    /* a table or task list does not begin with less of the page left */
#define EPSILON      0.01

typedef enum
{
  PIECE_TEXT,
  PIECE_RULE,
  PIECE_FIGURE,
  PIECE_TABLE,
  PIECE_TASKS,
} PieceKind;

typedef struct
{
  PieceKind      kind;
  guint          page;
  double         x, y, width, height;
  PangoLayout   *text;         /* of a text: lines [first, end) of it */
  int            first, end;
  NtmFigure     *figure;
  NtmDrawStyle  *style;
  gpointer       layout;       /* shared by the pieces of one table or task list */
  guint          layout_page;
} Piece;

struct _NtmPages
{
  NtmDrawStyle *style;
  GPtrArray    *pieces;        /* of Piece */
  GPtrArray    *tables;        /* of NtmTableLayout */
  GPtrArray    *task_lists;    /* of NtmTaskListLayout */
  guint         page;
  double        y;             /* from the top of the text area */
  char         *mark;
};

static void
piece_free (gpointer data)
{
  Piece *piece = data;

  g_clear_object (&piece->text);
  ntm_figure_unref (piece->figure);
  ntm_draw_style_free (piece->style);
  g_free (piece);
}

/**
 * ntm_pages_new:
 * @style: of the texts; a copy is kept
 *
 * Returns: (transfer full): one empty page
 */
NtmPages *
ntm_pages_new (const NtmDrawStyle *style)
{
  NtmPages *self = g_new0 (NtmPages, 1);

  self->style = ntm_draw_style_copy (style);
  self->pieces = g_ptr_array_new_with_free_func (piece_free);
  self->tables = g_ptr_array_new_with_free_func ((GDestroyNotify) ntm_table_layout_free);
  self->task_lists = g_ptr_array_new_with_free_func ((GDestroyNotify) ntm_task_list_layout_free);
  return self;
}

/**
 * ntm_pages_free:
 * @self: (transfer full) (nullable): the pages
 *
 * Frees them.
 */
void
ntm_pages_free (NtmPages *self)
{
  if (!self)
    return;
  g_ptr_array_unref (self->pieces);
  g_ptr_array_unref (self->tables);
  g_ptr_array_unref (self->task_lists);
  ntm_draw_style_free (self->style);
  g_free (self->mark);
  g_free (self);
}

/**
 * ntm_pages_get_width:
 * @self: the pages
 *
 * Returns: the width between the margins
 */
double
ntm_pages_get_width (const NtmPages *self)
{
  return NTM_A4_WIDTH - MARGIN_LEFT - MARGIN_RIGHT;
}

static double
page_height (void)
{
  return NTM_A4_HEIGHT - 2 * MARGIN_Y;
}

static double
room (const NtmPages *self)
{
  return page_height () - self->y;
}

static void
break_page (NtmPages *self)
{
  self->page++;
  self->y = 0;
}

/* Space above, unless at the top; then a new page unless @height fits, which a fresh page always takes. */
static void
make_room (NtmPages *self, double before, double height)
{
  if (self->y > 0)
    self->y += before;
  if (self->y > 0 && height > room (self) + EPSILON)
    break_page (self);
}

static Piece *
add_piece (NtmPages *self, PieceKind kind, double width, double height)
{
  Piece *piece = g_new0 (Piece, 1);

  piece->kind = kind;
  piece->page = self->page;
  piece->x = MARGIN_LEFT;
  piece->y = MARGIN_Y + self->y;
  piece->width = width;
  piece->height = height;
  g_ptr_array_add (self->pieces, piece);
  self->y += height;
  return piece;
}

/**
 * ntm_pages_set_mark:
 * @self: the pages
 * @mark: (nullable): a text in the lower margin of every page
 *
 * Marks every page, such as those of generated data.
 */
void
ntm_pages_set_mark (NtmPages *self, const char *mark)
{
  ntm_spec_set (&self->mark, mark);
}

static PangoLayout *
set_paragraph (const NtmPages *self, const char *text, const NtmParagraph *how)
{
  double width = ntm_pages_get_width (self);
  g_autoptr (NtmTextBox) box = ntm_text_box_new (self->style, how->font, how->flags | NTM_TEXT_WRAP, text, width);
  PangoLayout *layout = g_object_ref (box->pango);

  /* The box is tight around its lines; paragraphs are as wide as the page. */
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_indent (layout, (int) (how->indent * PANGO_SCALE));
  pango_layout_set_justify (layout, how->justified);
  return layout;
}

static double
line_height (PangoLayoutIter *iter)
{
  PangoRectangle logical;

  pango_layout_iter_get_line_extents (iter, NULL, &logical);
  return logical.height / (double) PANGO_SCALE;
}

static void
add_lines (NtmPages *self, PangoLayout *text, int first, int end, double height)
{
  Piece *piece = add_piece (self, PIECE_TEXT, ntm_pages_get_width (self), height);

  piece->text = g_object_ref (text);
  piece->first = first;
  piece->end = end;
}

static void
flow_lines (NtmPages *self, PangoLayout *text)
{
  PangoLayoutIter *iter = pango_layout_get_iter (text);
  double height = 0;
  int first = 0, line = 0;

  do
    {
      double next = line_height (iter);

      if (height + next > room (self) + EPSILON && (self->y > 0 || height > 0))
        {
          if (line > first)
            add_lines (self, text, first, line, height);
          break_page (self);
          first = line;
          height = 0;
        }
      height += next;
      line++;
    }
  while (pango_layout_iter_next_line (iter));
  add_lines (self, text, first, line, height);
  pango_layout_iter_free (iter);
}

/**
 * ntm_pages_add_text:
 * @self: the pages
 * @text: a paragraph; may hold line breaks
 * @how: how to set it
 *
 * Adds a paragraph, broken between lines where the page ends.
 */
void
ntm_pages_add_text (NtmPages *self, const char *text, const NtmParagraph *how)
{
  g_autoptr (PangoLayout) layout = set_paragraph (self, text, how);
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);
  if (how->keep > 0)
    make_room (self, how->before, logical.height / (double) PANGO_SCALE + how->keep);
  else if (self->y > 0)
    self->y += how->before;
  flow_lines (self, layout);
}

/**
 * ntm_pages_add_rule:
 * @self: the pages
 * @before: space above
 * @width: length of the line, which is centred
 *
 * Adds a thin line.
 */
void
ntm_pages_add_rule (NtmPages *self, double before, double width)
{
  Piece *piece;

  make_room (self, before, 1);
  piece = add_piece (self, PIECE_RULE, width, 1);
  piece->x += (ntm_pages_get_width (self) - width) / 2;
}

static double
text_height (PangoLayout *layout)
{
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);
  return logical.height / (double) PANGO_SCALE;
}

/**
 * ntm_pages_add_figure:
 * @self: the pages
 * @figure: a map, trend or ranking
 * @style: its style, which may be smaller than that of the texts
 * @min_height: with less than this left of the page it goes to the next
 * @max_height: how high it may be where there is room
 * @caption: under it
 * @source: (nullable): under the caption
 *
 * Adds a figure with its caption and source, which stay together on one page.
 */
void
ntm_pages_add_figure (NtmPages *self, NtmFigure *figure, const NtmDrawStyle *style, double min_height,
                      double max_height, const char *caption, const char *source)
{
  const NtmParagraph caption_how = { .font = NTM_FONT_CAPTION, .flags = NTM_TEXT_BOLD | NTM_TEXT_CENTER, .before = 3 };
  const NtmParagraph source_how = { .font = NTM_FONT_CAPTION, .flags = NTM_TEXT_ITALIC | NTM_TEXT_CENTER, .before = 1 };
  g_autoptr (PangoLayout) caption_text = set_paragraph (self, caption, &caption_how);
  g_autoptr (PangoLayout) source_text = source ? set_paragraph (self, source, &source_how) : NULL;
  double below = 4 + text_height (caption_text) + (source_text ? text_height (source_text) : 0);
  Piece *piece;
  double height;

  make_room (self, 8, MIN (min_height, page_height () - below) + below);
  height = MIN (max_height, room (self) - below);
  piece = add_piece (self, PIECE_FIGURE, ntm_pages_get_width (self), height);
  piece->figure = ntm_figure_ref (figure);
  piece->style = ntm_draw_style_copy (style);
  ntm_pages_add_text (self, caption, &caption_how);
  if (source)
    ntm_pages_add_text (self, source, &source_how);
}

static void
add_paged (NtmPages *self, PieceKind kind, gpointer layout, guint layout_page, double height)
{
  Piece *piece;

  if (layout_page > 0)
    break_page (self);
  piece = add_piece (self, kind, ntm_pages_get_width (self), height);
  piece->layout = layout;
  piece->layout_page = layout_page;
}

/**
 * ntm_pages_add_table:
 * @self: the pages
 * @spec: a table
 * @style: its style
 * @before: space above
 *
 * Adds a table over as many pages as it needs, its header on each.
 */
void
ntm_pages_add_table (NtmPages *self, NtmTableSpec *spec, const NtmDrawStyle *style, double before)
{
  NtmTableLayout *layout;

  make_room (self, before, TABLE_ROOM);
  layout = ntm_table_layout_new (spec, style, ntm_pages_get_width (self), page_height (), room (self));
  g_ptr_array_add (self->tables, layout);
  for (guint page = 0; page < ntm_table_layout_get_n_pages (layout); page++)
    add_paged (self, PIECE_TABLE, layout, page, ntm_table_layout_get_height (layout, page));
}

/**
 * ntm_pages_add_tasks:
 * @self: the pages
 * @spec: a task list
 * @style: its style
 * @before: space above
 *
 * Adds a task list over as many pages as it needs, its header on each.
 */
void
ntm_pages_add_tasks (NtmPages *self, NtmTaskListSpec *spec, const NtmDrawStyle *style, double before)
{
  NtmTaskListLayout *layout;

  make_room (self, before, TABLE_ROOM);
  layout = ntm_task_list_layout_new (spec, style, ntm_pages_get_width (self), page_height (), room (self));
  g_ptr_array_add (self->task_lists, layout);
  for (guint page = 0; page < ntm_task_list_layout_get_n_pages (layout); page++)
    add_paged (self, PIECE_TASKS, layout, page, ntm_task_list_layout_get_height (layout, page));
}

/**
 * ntm_pages_get_n:
 * @self: the pages
 *
 * Returns: how many there are, at least 1
 */
guint
ntm_pages_get_n (const NtmPages *self)
{
  return self->page + 1;
}

static void
draw_lines (const Piece *piece, cairo_t *cr)
{
  PangoLayoutIter *iter = pango_layout_get_iter (piece->text);
  double top = 0;
  int line = 0;

  do
    {
      PangoRectangle logical;
      double baseline = pango_layout_iter_get_baseline (iter) / (double) PANGO_SCALE;

      pango_layout_iter_get_line_extents (iter, NULL, &logical);
      if (line == piece->first)
        top = logical.y / (double) PANGO_SCALE;
      if (line >= piece->first && line < piece->end)
        {
          cairo_move_to (cr, piece->x + logical.x / (double) PANGO_SCALE, piece->y + baseline - top);
          pango_cairo_show_layout_line (cr, pango_layout_iter_get_line_readonly (iter));
        }
      line++;
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

static void
draw_piece (const NtmPages *self, const Piece *piece, cairo_t *cr)
{
  cairo_save (cr);
  ntm_color_set (ntm_palette_get_color (self->style->palette, NTM_ROLE_TEXT), cr);
  if (piece->kind == PIECE_TEXT)
    draw_lines (piece, cr);
  else if (piece->kind == PIECE_RULE)
    {
      cairo_rectangle (cr, piece->x, piece->y, piece->width, 0.75);
      cairo_fill (cr);
    }
  else
    {
      cairo_translate (cr, piece->x, piece->y);
      if (piece->kind == PIECE_FIGURE)
        ntm_figure_draw (piece->figure, cr, piece->style, piece->width, piece->height);
      else if (piece->kind == PIECE_TABLE)
        ntm_table_layout_draw (piece->layout, cr, piece->layout_page);
      else
        ntm_task_list_layout_draw (piece->layout, cr, piece->layout_page);
    }
  cairo_restore (cr);
}

/* @y is the middle of a margin. */
static void
draw_in_margin (const NtmPages *self, cairo_t *cr, NtmFont font, const char *text, double y)
{
  g_autoptr (NtmTextBox) box = ntm_text_box_new (self->style, font, NTM_TEXT_PLAIN, text, ntm_pages_get_width (self));
  double x = MARGIN_LEFT + (ntm_pages_get_width (self) - box->width) / 2;

  ntm_text_box_draw (box, cr, x, y - box->height / 2, ntm_palette_get_color (self->style->palette, NTM_ROLE_TEXT));
}

/**
 * ntm_pages_draw:
 * @self: the pages
 * @cr: where to draw, in points, origin at the upper left of the paper
 * @page: from 0; nothing is drawn for a page that there is not
 *
 * Draws a page, with its number in the upper margin from the second on. The paper is the caller's.
 */
void
ntm_pages_draw (const NtmPages *self, cairo_t *cr, guint page)
{
  g_autofree char *number = g_strdup_printf ("%u", page + 1);

  if (page > 0 && page <= self->page)
    draw_in_margin (self, cr, NTM_FONT_BODY, number, MARGIN_Y / 2);
  if (self->mark && page <= self->page)
    draw_in_margin (self, cr, NTM_FONT_CAPTION, self->mark, NTM_A4_HEIGHT - MARGIN_Y / 2);
  for (guint i = 0; i < self->pieces->len; i++)
    {
      const Piece *piece = g_ptr_array_index (self->pieces, i);

      if (piece->page == page)
        draw_piece (self, piece, cr);
    }
}
