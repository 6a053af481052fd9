/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A figure on pages. Tables and task lists are laid out once for the paper and drawn page by page; any other
 * figure takes one page. Where a ranking has more rows than fit, the pages after it hold all of them as a
 * table, so that paper never shows less than the file.
 */

#include "config.h"

#include "ntm-print-job-private.h"

#include <glib/gi18n.h>

#include "ntm-text-box.h"

#define MARGIN_LEFT  (30 * NTM_PRINT_MM)   /* of upright paper, which is bound at the left */
#define MARGIN_RIGHT (15 * NTM_PRINT_MM)
#define MARGIN       (20 * NTM_PRINT_MM)
#define FOOT_GAP     (5 * NTM_PRINT_MM)    /* between the text area and the foot */
#define CHART_AIR    14.0        /* around a chart, in pixels of the desk */
#define CHAR_WIDTH    0.52        /* of a column given in characters, in font sizes */
#define MAP_PROPORTION 1.02      /* height of a map with its legend below, as part of its width */

/* --- laying out ------------------------------------------------------------------------------- */

static double
left_margin (const NtmPrintJob *self)
{
  return self->width <= self->height ? MIN (MARGIN_LEFT, self->width / 6) : MIN (MARGIN, self->width / 6);
}

static double
text_width (const NtmPrintJob *self)
{
  double right = self->width <= self->height ? MARGIN_RIGHT : MARGIN;

  return self->width - left_margin (self) - MIN (right, self->width / 6);
}

static double
top_margin (const NtmPrintJob *self)
{
  return MIN (MARGIN, self->height / 6);
}

static double
text_height (const NtmPrintJob *self)
{
  return self->height - 2 * top_margin (self);
}

static void
add_part (NtmPrintJob      *self,
          NtmPrintPartKind  kind,
          gpointer          layout,
          guint             page)
{
  NtmPrintPart part = { kind, layout, page };

  g_array_append_val (self->parts, part);
}

static void
add_pages_of_table (NtmPrintJob  *self,
                    NtmTableSpec *spec)
{
  NtmTableLayout *layout = ntm_table_layout_new (spec, self->style, text_width (self), text_height (self), text_height (self));

  g_ptr_array_add (self->tables, layout);
  for (guint i = 0; i < ntm_table_layout_get_n_pages (layout); i++)
    add_part (self, NTM_PRINT_TABLE, layout, i);
}

/* How many columns from @first stand beside that of the headings; at least one. */
static guint
count_fitting (const NtmPrintJob  *self,
               const NtmTableSpec *spec,
               guint               first)
{
  double room = text_width (self) / (CHAR_WIDTH * ntm_draw_style_font_size (self->style, NTM_FONT_CELL));
  guint n = 0;

  room -= ((const NtmTableColumn *) g_ptr_array_index (spec->columns, 0))->width;
  for (guint c = first; c < spec->columns->len; c++, n++)
    {
      room -= ((const NtmTableColumn *) g_ptr_array_index (spec->columns, c))->width;
      if (room < 0)
        break;
    }
  return MAX (n, 1);
}

/* A table that is wider than the paper goes on, with its headings of rows, below. */
static void
add_table (NtmPrintJob  *self,
           NtmTableSpec *spec)
{
  guint n;

  if (spec->columns->len < 2 || count_fitting (self, spec, 1) == spec->columns->len - 1)
    {
      add_pages_of_table (self, spec);
      return;
    }
  for (guint first = 1; first < spec->columns->len; first += n)
    {
      g_autoptr (NtmTableSpec) slice = NULL;

      n = count_fitting (self, spec, first);
      slice = ntm_table_spec_slice (spec, first, n);
      if (first + n < spec->columns->len)
        ntm_spec_set (&slice->note, NULL);   /* what is said of the whole table stands at its end */
      add_pages_of_table (self, slice);
    }
}

static void
add_tasks (NtmPrintJob     *self,
           NtmTaskListSpec *spec)
{
  NtmTaskListLayout *layout = ntm_task_list_layout_new (spec, self->style, text_width (self), text_height (self),
                                                        text_height (self));

  g_ptr_array_add (self->task_lists, layout);
  for (guint i = 0; i < ntm_task_list_layout_get_n_pages (layout); i++)
    add_part (self, NTM_PRINT_TASKS, layout, i);
}

/* Wide enough for what stands in it, within reason. */
static double
column_width (const GPtrArray *rows,
              guint            column)
{
  glong longest = 4;

  for (guint i = 0; i < rows->len; i++)
    longest = MAX (longest, g_utf8_strlen (((char **) g_ptr_array_index (rows, i))[column], -1));
  return (double) MIN (longest, 36);
}

static NtmTableSpec *
new_twin (NtmFigure *figure)
{
  g_autoptr (GPtrArray) rows = ntm_figure_to_rows (figure);
  NtmTableSpec *spec = ntm_table_spec_new ();
  char **head = g_ptr_array_index (rows, 0);

  ntm_spec_set (&spec->title, ntm_figure_get_title (figure));
  ntm_spec_set (&spec->note, ntm_figure_get_source (figure));
  spec->boxed = TRUE;
  for (guint c = 0; head[c] != NULL; c++)
    ntm_table_spec_add_column (spec, head[c], NTM_ALIGN_LEFT, column_width (rows, c));
  for (guint i = 1; i < rows->len; i++)
    {
      char **cells = g_ptr_array_index (rows, i);
      NtmTableRow *row = ntm_table_spec_add_row (spec, NULL);

      for (guint c = 0; cells[c] != NULL; c++)
        ntm_table_row_set (row, c, cells[c]);
    }
  return spec;
}

static gboolean
is_chart (const NtmPrintJob *self)
{
  NtmFigureKind kind = ntm_figure_get_kind (self->figure);

  return kind == NTM_FIGURE_TREND || kind == NTM_FIGURE_RANK;
}

/* Charts keep air around them, for cards; on paper their texts stand at the margins of the page. */
static double
outdent (const NtmPrintJob *self)
{
  return is_chart (self) ? CHART_AIR * ntm_draw_style_unit (self->style) : 0;
}

static double
figure_width (const NtmPrintJob *self)
{
  return text_width (self) + 2 * outdent (self);
}

static double
figure_height (const NtmPrintJob *self)
{
  double wanted = is_chart (self) ? ntm_figure_get_height (self->figure, self->style, figure_width (self))
                                  : figure_width (self) * MAP_PROPORTION;

  return MIN (wanted, text_height (self));
}

static gboolean
leaves_rows_out (const NtmPrintJob *self)
{
  g_autoptr (NtmRankLayout) layout = NULL;

  if (ntm_figure_get_kind (self->figure) != NTM_FIGURE_RANK)
    return FALSE;
  layout = ntm_rank_layout_new (ntm_figure_get_spec (self->figure), self->style, figure_width (self), figure_height (self));
  return ntm_rank_layout_get_n_left_out (layout) > 0;
}

static void
add_figure (NtmPrintJob *self)
{
  add_part (self, NTM_PRINT_FIGURE, NULL, 0);
  if (self->with_table || leaves_rows_out (self))
    {
      g_autoptr (NtmTableSpec) twin = new_twin (self->figure);
      add_table (self, twin);
    }
}

static void
ensure_layout (NtmPrintJob *self)
{
  if (self->parts != NULL || self->figure == NULL)
    return;
  self->parts = g_array_new (FALSE, FALSE, sizeof (NtmPrintPart));
  self->tables = g_ptr_array_new_with_free_func ((GDestroyNotify) ntm_table_layout_free);
  self->task_lists = g_ptr_array_new_with_free_func ((GDestroyNotify) ntm_task_list_layout_free);
  if (ntm_figure_get_kind (self->figure) == NTM_FIGURE_TABLE)
    add_table (self, ntm_figure_get_spec (self->figure));
  else if (ntm_figure_get_kind (self->figure) == NTM_FIGURE_TASKS)
    add_tasks (self, ntm_figure_get_spec (self->figure));
  else
    add_figure (self);
}

/**
 * ntm_print_job_get_n_pages:
 * @self: pages
 *
 * Returns: how many there are on the present paper
 */
guint
ntm_print_job_get_n_pages (NtmPrintJob *self)
{
  ensure_layout (self);
  return self->figure == NULL ? self->n_composed : self->parts->len;
}

/* --- drawing ---------------------------------------------------------------------------------- */

static void
draw_text (const NtmPrintJob *self,
           cairo_t           *cr,
           const char        *text,
           double             y,
           gboolean           at_right,
           double             room)
{
  g_autoptr (NtmTextBox) box = ntm_text_box_new (self->style, NTM_FONT_CAPTION, NTM_TEXT_PLAIN, text, room);
  double x = left_margin (self) + (at_right ? text_width (self) - box->width : 0);

  ntm_text_box_draw (box, cr, x, y, ntm_palette_get_color (self->style->palette, NTM_ROLE_SECONDARY));
}

/* From the second page on the title runs along above. */
static void
draw_furniture (NtmPrintJob *self,
                cairo_t     *cr,
                guint        page)
{
  g_autofree char *number = g_strdup_printf (_("Page %1$u of %2$u"), page + 1, ntm_print_job_get_n_pages (self));
  double size = ntm_draw_style_font_size (self->style, NTM_FONT_CAPTION);
  double foot = self->height - top_margin (self) + MIN (FOOT_GAP, top_margin (self) / 4);

  if (page > 0)
    draw_text (self, cr, self->title, top_margin (self) - FOOT_GAP - size, FALSE, text_width (self));
  draw_text (self, cr, self->foot, foot, FALSE, text_width (self) * 0.78);
  draw_text (self, cr, number, foot, TRUE, text_width (self) * 0.22);
}

static void
draw_part (NtmPrintJob        *self,
           cairo_t            *cr,
           const NtmPrintPart *part)
{
  if (part->kind == NTM_PRINT_TABLE)
    ntm_table_layout_draw (part->layout, cr, part->page);
  else if (part->kind == NTM_PRINT_TASKS)
    ntm_task_list_layout_draw (part->layout, cr, part->page);
  else
    {
      cairo_translate (cr, -outdent (self), 0);
      ntm_figure_draw (self->figure, cr, self->style, figure_width (self), figure_height (self));
    }
}

/**
 * ntm_print_job_draw_page:
 * @self: pages
 * @cr: where to draw, in points, origin at the upper left of the paper
 * @page: from 0; nothing is drawn for a page that there is not
 *
 * Draws a page at its exact size. The paper is the caller's.
 */
void
ntm_print_job_draw_page (NtmPrintJob *self,
                         cairo_t     *cr,
                         guint        page)
{
  if (page >= ntm_print_job_get_n_pages (self))
    return;
  cairo_save (cr);
  if (self->figure == NULL)
    self->draw (cr, page, self->data);
  else
    {
      draw_furniture (self, cr, page);
      cairo_translate (cr, left_margin (self), top_margin (self));
      draw_part (self, cr, &g_array_index (self->parts, NtmPrintPart, page));
    }
  cairo_restore (cr);
}

static void
draw_page_cb (cairo_t  *cr,
              guint     page,
              gpointer  data)
{
  ntm_print_job_draw_page (data, cr, page);
}

/**
 * ntm_print_job_write:
 * @self: pages
 * @path: where to; ends in .pdf
 * @error: return location for a #GError
 *
 * Writes the pages as they are printed.
 *
 * Returns: %FALSE with the error of ntm_output_write(), or %NTM_ERROR_INPUT for another ending; an older
 *   file of that name is then kept
 */
gboolean
ntm_print_job_write (NtmPrintJob  *self,
                     const char   *path,
                     GError      **error)
{
  NtmOutputSpec spec = { .width = self->width, .height = self->height, .title = self->title };
  NtmOutputFormat format;

  if (!ntm_output_format_from_name (path, &format, error))
    return FALSE;
  if (format != NTM_OUTPUT_PDF)
    {
      g_set_error (error, NTM_ERROR, NTM_ERROR_INPUT, "%s", _("Pages are written as PDF. Give the file a name that ends in .pdf."));
      return FALSE;
    }
  spec.n_pages = ntm_print_job_get_n_pages (self);
  return ntm_output_write (path, &spec, draw_page_cb, self, error);
}
