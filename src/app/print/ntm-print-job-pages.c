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
#define BLOCK_GAP    (6 * NTM_PRINT_MM)    /* between blocks of columns on one page */
#define MAX_TRIED    60      /* rows of a table that is tried in smaller letters */
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

static guint
count_sheets (const NtmPrintJob *self)
{
  return self->parts->len == 0 ? 0 : g_array_index (self->parts, NtmPrintPart, self->parts->len - 1).sheet + 1;
}

/* On a page of its own. */
static void
add_part (NtmPrintJob      *self,
          NtmPrintPartKind  kind,
          gpointer          layout,
          guint             page)
{
  NtmPrintPart part = { kind, layout, page, count_sheets (self), 0 };

  g_array_append_val (self->parts, part);
}

/* Where on the last page a block of @height can stand below what is there; 0 if it cannot. */
static double
find_room (const NtmPrintJob *self,
           double             height)
{
  const NtmPrintPart *last = self->parts->len == 0 ? NULL : &g_array_index (self->parts, NtmPrintPart, self->parts->len - 1);
  double y;

  if (last == NULL || last->kind != NTM_PRINT_TABLE)
    return 0;
  y = last->y + ntm_table_layout_get_height (last->layout, last->page) + BLOCK_GAP;
  return y + height <= text_height (self) ? y : 0;
}

/* A block that fits below the one before it stands there; one that does not begins a page, and is not torn apart
 * for the sake of the rest of a page. */
static void
add_block (NtmPrintJob        *self,
           NtmTableSpec       *spec,
           const NtmDrawStyle *style)
{
  NtmTableLayout *layout = ntm_table_layout_new (spec, style, text_width (self), text_height (self), text_height (self));
  guint n = ntm_table_layout_get_n_pages (layout);
  double y = n == 1 ? find_room (self, ntm_table_layout_get_height (layout, 0)) : 0;

  g_ptr_array_add (self->tables, layout);
  for (guint i = 0; i < n; i++)
    add_part (self, NTM_PRINT_TABLE, layout, i);
  if (y > 0)
    {
      NtmPrintPart *part = &g_array_index (self->parts, NtmPrintPart, self->parts->len - 1);

      part->sheet--;
      part->y = y;
    }
}

/* Returns: how many blocks of columns the table takes */
static guint
add_blocks (NtmPrintJob  *self,
            NtmTableSpec *spec,
            double        scale)
{
  g_autoptr (NtmDrawStyle) style = ntm_draw_style_copy (self->style);
  g_autoptr (GPtrArray) blocks = NULL;

  style->scale *= scale;
  blocks = ntm_table_spec_split (spec, text_width (self) / (CHAR_WIDTH * ntm_draw_style_font_size (style, NTM_FONT_CELL)));
  for (guint i = 0; i < blocks->len; i++)
    add_block (self, g_ptr_array_index (blocks, i), style);
  return blocks->len;
}

/*
 * A table that is wider than the paper goes on, with its headings of rows, in blocks of columns: in somewhat smaller
 * letters where that saves pages. Only short tables are tried: of long ones whole pages are filled anyway.
 */
static void
add_table (NtmPrintJob  *self,
           NtmTableSpec *spec)
{
  static const double scales[] = { 1, 0.92, 0.85 };   /* cells of 11.5, 10.6 and 9.8 points */
  guint n_parts = self->parts->len, n_tables = self->tables->len, fewest = G_MAXUINT, best = 0;
  guint n_scales = spec->rows->len > MAX_TRIED ? 1 : G_N_ELEMENTS (scales);

  for (guint i = 0; i < n_scales; i++)
    {
      guint n_blocks = add_blocks (self, spec, scales[i]);

      if (i == 0 && (n_blocks == 1 || n_scales == 1))
        return;
      if (count_sheets (self) < fewest)
        {
          fewest = count_sheets (self);
          best = i;
        }
      g_array_set_size (self->parts, n_parts);
      g_ptr_array_set_size (self->tables, (int) n_tables);
    }
  add_blocks (self, spec, scales[best]);
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
      g_autoptr (NtmTableSpec) twin = _ntm_print_job_new_twin (self);
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
  return self->figure == NULL ? self->n_composed : count_sheets (self);
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
  cairo_save (cr);
  cairo_translate (cr, 0, part->y);
  if (part->kind == NTM_PRINT_TABLE)
    ntm_table_layout_draw (part->layout, cr, part->page);
  else if (part->kind == NTM_PRINT_TASKS)
    ntm_task_list_layout_draw (part->layout, cr, part->page);
  else
    {
      cairo_translate (cr, -outdent (self), 0);
      ntm_figure_draw (self->figure, cr, self->style, figure_width (self), figure_height (self));
    }
  cairo_restore (cr);
}

static void
draw_parts (NtmPrintJob *self,
            cairo_t     *cr,
            guint        page)
{
  for (guint i = 0; i < self->parts->len; i++)
    {
      const NtmPrintPart *part = &g_array_index (self->parts, NtmPrintPart, i);

      if (part->sheet == page)
        draw_part (self, cr, part);
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
      draw_parts (self, cr, page);
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
