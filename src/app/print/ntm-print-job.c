/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is to be printed, and on which paper. The pages themselves are in ntm-print-job-pages.c. */

#include "config.h"

#include "ntm-print-job-private.h"

#include <glib/gi18n.h>

#include "ntm-view-words.h"

#define A4_WIDTH  (210 * NTM_PRINT_MM)
#define A4_HEIGHT (297 * NTM_PRINT_MM)

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
build_foot (NtmDesk      *desk,
            NtmFigureKind kind)
{
  NtmViewContext context = ntm_desk_get_context (desk);
  NtmDate at = kind == NTM_FIGURE_TASKS ? ntm_desk_get_task_day (desk) : context.at;
  g_autofree char *day = ntm_date_format (at, context.lang);
  g_autofree char *sample = ntm_view_sample_note (&context);
  const char *name = ntm_lang_pick (context.lang, ntm_atlas_meta (context.atlas, "title_vi"),
                                    ntm_atlas_meta (context.atlas, "title_en"));
  g_autoptr (GString) text = g_string_new (name == NULL || *name == '\0' ? "NTM Atlas" : name);

  /* A map may be of another year than the desk, and says below its title which. */
  if (kind != NTM_FIGURE_MAP)
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
  self->foot = build_foot (desk, ntm_figure_get_kind (figure));
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
 * ntm_print_job_gains_across:
 * @self: pages
 *
 * Returns: whether they are a table on upright paper that takes fewer pages across
 */
gboolean
ntm_print_job_gains_across (NtmPrintJob *self)
{
  double width = self->width, height = self->height;
  guint upright, across;

  if (self->figure == NULL || ntm_figure_get_kind (self->figure) != NTM_FIGURE_TABLE || width > height)
    return FALSE;
  upright = ntm_print_job_get_n_pages (self);
  ntm_print_job_set_paper (self, height, width);
  across = ntm_print_job_get_n_pages (self);
  ntm_print_job_set_paper (self, width, height);
  return across < upright;
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
