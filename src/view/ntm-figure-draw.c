/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Sizes and drawing of a figure. Maps, trends and rankings fill the size they are given; tables and task
 * lists have pages: a drawing gets one, a PDF as many as it needs, a PNG or SVG grows.
 */

#include "config.h"

#include <math.h>

#include "ntm-figure.h"

#define ENDLESS 1e6 /* a page that never ends */

static gboolean
is_paged (const NtmFigure *self)
{
  return ntm_figure_get_kind (self) == NTM_FIGURE_TABLE || ntm_figure_get_kind (self) == NTM_FIGURE_TASKS;
}

static double
paged_height (const NtmFigure *self, const NtmDrawStyle *style, double width)
{
  gpointer spec = ntm_figure_get_spec (self);

  if (ntm_figure_get_kind (self) == NTM_FIGURE_TABLE)
    {
      g_autoptr (NtmTableLayout) layout = ntm_table_layout_new (spec, style, width, ENDLESS, ENDLESS);

      return ntm_table_layout_get_height (layout, 0);
    }
  else
    {
      g_autoptr (NtmTaskListLayout) layout = ntm_task_list_layout_new (spec, style, width, ENDLESS, ENDLESS);

      return ntm_task_list_layout_get_height (layout, 0);
    }
}

/**
 * ntm_figure_get_height:
 * @self: a figure
 * @style: the style
 * @width: the width it will have, in units of the style
 *
 * Returns: the height at which all of it is shown on one page and in good proportions
 */
double
ntm_figure_get_height (const NtmFigure *self, const NtmDrawStyle *style, double width)
{
  gpointer spec = ntm_figure_get_spec (self);

  if (is_paged (self))
    return ceil (paged_height (self, style, width));
  if (ntm_figure_get_kind (self) == NTM_FIGURE_RANK)
    return ceil (ntm_rank_natural_height (spec, style, width));
  return ceil (width * (ntm_figure_get_kind (self) == NTM_FIGURE_MAP ? 0.78 : 0.56));
}

/**
 * ntm_figure_get_preferred_size:
 * @self: a figure
 * @style: the style
 * @width: (out): in units of the style
 * @height: (out): in units of the style
 *
 * Says how large it likes to be: as wide as the text of a page in print, else as a card or a window.
 */
void
ntm_figure_get_preferred_size (const NtmFigure *self, const NtmDrawStyle *style, double *width, double *height)
{
  static const double widths[NTM_N_MEDIA] = { 1000, 1840, 468 };
  NtmFigureKind kind = ntm_figure_get_kind (self);
  double wanted = widths[style->medium] * style->scale;

  if (style->medium == NTM_MEDIUM_DESK && (kind == NTM_FIGURE_TREND || kind == NTM_FIGURE_RANK))
    wanted *= 0.72;
  *width = wanted;
  *height = ntm_figure_get_height (self, style, wanted);
}

/**
 * ntm_figure_get_n_pages:
 * @self: a figure
 * @style: the style
 * @width: width of a page, in units of the style
 * @height: height of a page
 *
 * Returns: how many pages of that size it takes; 1 for all but tables and task lists
 */
guint
ntm_figure_get_n_pages (const NtmFigure *self, const NtmDrawStyle *style, double width, double height)
{
  gpointer spec = ntm_figure_get_spec (self);

  if (ntm_figure_get_kind (self) == NTM_FIGURE_TABLE)
    {
      g_autoptr (NtmTableLayout) layout = ntm_table_layout_new (spec, style, width, height, height);

      return ntm_table_layout_get_n_pages (layout);
    }
  if (ntm_figure_get_kind (self) == NTM_FIGURE_TASKS)
    {
      g_autoptr (NtmTaskListLayout) layout = ntm_task_list_layout_new (spec, style, width, height, height);

      return ntm_task_list_layout_get_n_pages (layout);
    }
  return 1;
}

static void
draw_map (const NtmFigure *self, cairo_t *cr, const NtmDrawStyle *style, double width, double height)
{
  gpointer spec = ntm_figure_get_spec (self);
  g_autoptr (NtmMapLayout) layout = ntm_map_layout_new (spec, style, width, height);

  ntm_map_layout_draw (layout, cr);
}

static void
draw_trend (const NtmFigure *self, cairo_t *cr, const NtmDrawStyle *style, double width, double height)
{
  gpointer spec = ntm_figure_get_spec (self);
  g_autoptr (NtmTrendLayout) layout = ntm_trend_layout_new (spec, style, width, height);

  ntm_trend_layout_draw (layout, cr);
}

static void
draw_rank (const NtmFigure *self, cairo_t *cr, const NtmDrawStyle *style, double width, double height)
{
  gpointer spec = ntm_figure_get_spec (self);
  g_autoptr (NtmRankLayout) layout = ntm_rank_layout_new (spec, style, width, height);

  ntm_rank_layout_draw (layout, cr);
}

static void
draw_table (const NtmFigure *self, cairo_t *cr, const NtmDrawStyle *style, double width, double height, guint page)
{
  gpointer spec = ntm_figure_get_spec (self);
  g_autoptr (NtmTableLayout) layout = ntm_table_layout_new (spec, style, width, height, height);

  if (page < ntm_table_layout_get_n_pages (layout))
    ntm_table_layout_draw (layout, cr, page);
}

static void
draw_tasks (const NtmFigure *self, cairo_t *cr, const NtmDrawStyle *style, double width, double height, guint page)
{
  gpointer spec = ntm_figure_get_spec (self);
  g_autoptr (NtmTaskListLayout) layout = ntm_task_list_layout_new (spec, style, width, height, height);

  if (page < ntm_task_list_layout_get_n_pages (layout))
    ntm_task_list_layout_draw (layout, cr, page);
}

/**
 * ntm_figure_draw_page:
 * @self: a figure
 * @cr: where to draw, in units of the style, origin at the upper left
 * @style: the style
 * @width: width of a page
 * @height: height of a page
 * @page: from 0; nothing is drawn for a page that there is not
 *
 * Lays one page out and draws it. The background is the caller's.
 */
void
ntm_figure_draw_page (const NtmFigure *self, cairo_t *cr, const NtmDrawStyle *style, double width, double height,
                      guint page)
{
  cairo_save (cr);
  switch (ntm_figure_get_kind (self))
    {
    case NTM_FIGURE_TABLE:
      draw_table (self, cr, style, width, height, page);
      break;
    case NTM_FIGURE_TASKS:
      draw_tasks (self, cr, style, width, height, page);
      break;
    case NTM_FIGURE_MAP:
      if (page == 0)
        draw_map (self, cr, style, width, height);
      break;
    case NTM_FIGURE_TREND:
      if (page == 0)
        draw_trend (self, cr, style, width, height);
      break;
    case NTM_FIGURE_RANK:
    default:
      if (page == 0)
        draw_rank (self, cr, style, width, height);
    }
  cairo_restore (cr);
}

/**
 * ntm_figure_draw:
 * @self: a figure
 * @cr: where to draw, in units of the style, origin at the upper left
 * @style: the style
 * @width: the width to fill
 * @height: the height to fill
 *
 * Draws it; of tables and task lists the first page.
 */
void
ntm_figure_draw (const NtmFigure *self, cairo_t *cr, const NtmDrawStyle *style, double width, double height)
{
  ntm_figure_draw_page (self, cr, style, width, height, 0);
}
