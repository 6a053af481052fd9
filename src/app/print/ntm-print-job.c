/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A figure on pages. Tables and task lists are laid out once for the paper and drawn page by page; any other
 * figure takes one page. Where a ranking has more rows than fit, the pages after it hold all of them as a
 * table, so that paper never shows less than the file.
 */

#include "config.h"

#include "ntm-print-job.h"

#include <glib/gi18n.h>

#include "ntm-text-box.h"
#include "ntm-view-words.h"

#define MM           (72 / 25.4)
#define A4_WIDTH     (210 * MM)
#define A4_HEIGHT    (297 * MM)
#define MARGIN_LEFT  (30 * MM)   /* of upright paper, which is bound at the left */
#define MARGIN_RIGHT (15 * MM)
#define MARGIN       (20 * MM)
#define FOOT_GAP     (5 * MM)    /* between the text area and the foot */
#define CHART_AIR    14.0        /* around a chart, in pixels of the desk */
#define MAP_PROPORTION 1.02      /* height of a map with its legend below, as part of its width */

typedef enum
{
  PART_FIGURE,
  PART_TABLE,
  PART_TASKS,
} PartKind;

/* What a page holds. */
typedef struct
{
  PartKind kind;
  gpointer layout;   /* of tables and task lists; borrowed */
  guint    page;     /* of the layout */
} Part;

struct _NtmPrintJob
{
  gatomicrefcount ref_count;

  char           *title;
  NtmFigure      *figure;      /* NULL: composed */
  char           *foot;        /* where from, of which day */
  NtmDrawStyle   *style;
  double          width, height;
  gboolean        with_table;
  GArray         *parts;       /* of Part, one for each page; NULL: to be laid out */
  GPtrArray      *tables;      /* of NtmTableLayout */
  GPtrArray      *task_lists;  /* of NtmTaskListLayout */

  guint           n_composed;
  NtmDrawFunc     draw;
  gpointer        data;
  GDestroyNotify  destroy;
};

static NtmPrintJob *
job_new (const char *title)
{
  NtmPrintJob *self = g_new0 (NtmPrintJob, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->title = g_strdup (title == NULL ? "NTM Atlas" : title);
  self->width = A4_WIDTH;
  self->height = A4_HEIGHT;
  return self;
}

/* The name of the file's contents and the day, on generated data also that they are generated. */
static char *
build_foot (NtmDesk *desk)
{
  NtmViewContext context = ntm_desk_get_context (desk);
  g_autofree char *day = ntm_date_format (context.at, context.lang);
  g_autofree char *sample = ntm_view_sample_note (&context);
  const char *name = ntm_lang_pick (context.lang, ntm_atlas_meta (context.atlas, "title_vi"),
                                    ntm_atlas_meta (context.atlas, "title_en"));
  g_autoptr (GString) text = g_string_new (name == NULL || *name == '\0' ? "NTM Atlas" : name);

  /* Translators: at the foot of a printed page, after the name of the file; %s is a day. */
  g_string_append_printf (text, _(" · figures as of %s"), day);
  if (sample != NULL)
    g_string_append_printf (text, " · %s", sample);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * ntm_print_job_new:
 * @figure: what to print; a reference is taken
 * @desk: a desk with the file it is of
 *
 * Makes pages of a figure, on A4 upright until ntm_print_job_set_paper() is called.
 *
 * Returns: (transfer full): the pages
 */
NtmPrintJob *
ntm_print_job_new (NtmFigure *figure,
                   NtmDesk   *desk)
{
  NtmPrintJob *self;

  g_return_val_if_fail (figure != NULL && ntm_desk_get_atlas (desk) != NULL, NULL);

  self = job_new (ntm_figure_get_title (figure));
  self->figure = ntm_figure_ref (figure);
  self->foot = build_foot (desk);
  self->style = ntm_draw_style_new (NTM_STYLE_PRINT, NTM_MEDIUM_PRINT, ntm_lang_current ());
  return self;
}

/**
 * ntm_print_job_new_composed:
 * @title: of the document
 * @n_pages: how many pages it has
 * @draw: draws one of them on A4 upright
 * @data: for @draw
 * @destroy: (nullable): frees @data
 *
 * Takes over pages that were composed for A4 upright, such as a report. Their paper cannot be changed.
 *
 * Returns: (transfer full): the pages
 */
NtmPrintJob *
ntm_print_job_new_composed (const char    *title,
                            guint          n_pages,
                            NtmDrawFunc    draw,
                            gpointer       data,
                            GDestroyNotify destroy)
{
  NtmPrintJob *self = job_new (title);

  self->n_composed = n_pages;
  self->draw = draw;
  self->data = data;
  self->destroy = destroy;
  return self;
}

static void
drop_layout (NtmPrintJob *self)
{
  g_clear_pointer (&self->parts, g_array_unref);
  g_clear_pointer (&self->tables, g_ptr_array_unref);
  g_clear_pointer (&self->task_lists, g_ptr_array_unref);
}

/**
 * ntm_print_job_ref:
 * @self: pages
 *
 * Returns: (transfer full): them, with one reference more
 */
NtmPrintJob *
ntm_print_job_ref (NtmPrintJob *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * ntm_print_job_unref:
 * @self: (transfer full) (nullable): pages
 *
 * Drops a reference.
 */
void
ntm_print_job_unref (NtmPrintJob *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;
  drop_layout (self);
  g_clear_pointer (&self->figure, ntm_figure_unref);
  g_clear_pointer (&self->style, ntm_draw_style_free);
  if (self->destroy != NULL)
    self->destroy (self->data);
  g_free (self->title);
  g_free (self->foot);
  g_free (self);
}

/**
 * ntm_print_job_get_title:
 * @self: pages
 *
 * Returns: (transfer none): what they are called in the queue of the printer
 */
const char *
ntm_print_job_get_title (NtmPrintJob *self)
{
  return self->title;
}

/**
 * ntm_print_job_is_composed:
 * @self: pages
 *
 * Returns: whether paper and contents are fixed
 */
gboolean
ntm_print_job_is_composed (NtmPrintJob *self)
{
  return self->figure == NULL;
}

/**
 * ntm_print_job_set_paper:
 * @self: pages
 * @width: of the paper
 * @height: of the paper
 *
 * Lays the figure out for another paper; composed pages stay as they are.
 */
void
ntm_print_job_set_paper (NtmPrintJob *self,
                         double       width,
                         double       height)
{
  g_return_if_fail (width > 0 && height > 0);

  if (self->figure == NULL)
    return;
  self->width = width;
  self->height = height;
  drop_layout (self);
}

/**
 * ntm_print_job_get_paper:
 * @self: pages
 * @width: (out): of the paper
 * @height: (out): of the paper
 */
void
ntm_print_job_get_paper (NtmPrintJob *self,
                         double      *width,
                         double      *height)
{
  *width = self->width;
  *height = self->height;
}

/**
 * ntm_print_job_set_with_table:
 * @self: pages
 * @with_table: whether the figures behind a chart or map follow it as a table
 */
void
ntm_print_job_set_with_table (NtmPrintJob *self,
                              gboolean     with_table)
{
  if (self->with_table == with_table)
    return;
  self->with_table = with_table;
  drop_layout (self);
}

/**
 * ntm_print_job_get_with_table:
 * @self: pages
 *
 * Returns: whether the figures follow as a table
 */
gboolean
ntm_print_job_get_with_table (NtmPrintJob *self)
{
  return self->with_table;
}

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
add_part (NtmPrintJob *self,
          PartKind     kind,
          gpointer     layout,
          guint        page)
{
  Part part = { kind, layout, page };

  g_array_append_val (self->parts, part);
}

static void
add_table (NtmPrintJob  *self,
           NtmTableSpec *spec)
{
  NtmTableLayout *layout = ntm_table_layout_new (spec, self->style, text_width (self), text_height (self), text_height (self));

  g_ptr_array_add (self->tables, layout);
  for (guint i = 0; i < ntm_table_layout_get_n_pages (layout); i++)
    add_part (self, PART_TABLE, layout, i);
}

static void
add_tasks (NtmPrintJob     *self,
           NtmTaskListSpec *spec)
{
  NtmTaskListLayout *layout = ntm_task_list_layout_new (spec, self->style, text_width (self), text_height (self),
                                                        text_height (self));

  g_ptr_array_add (self->task_lists, layout);
  for (guint i = 0; i < ntm_task_list_layout_get_n_pages (layout); i++)
    add_part (self, PART_TASKS, layout, i);
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
  add_part (self, PART_FIGURE, NULL, 0);
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
  self->parts = g_array_new (FALSE, FALSE, sizeof (Part));
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
draw_part (NtmPrintJob *self,
           cairo_t     *cr,
           const Part  *part)
{
  if (part->kind == PART_TABLE)
    ntm_table_layout_draw (part->layout, cr, part->page);
  else if (part->kind == PART_TASKS)
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
      draw_part (self, cr, &g_array_index (self->parts, Part, page));
    }
  cairo_restore (cr);
}

static void
draw_page_cb (cairo_t *cr,
              guint    page,
              gpointer data)
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
ntm_print_job_write (NtmPrintJob *self,
                     const char  *path,
                     GError     **error)
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
