/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A figure as a file: PNG, SVG or PDF by the ending of its name. */

#include "config.h"

#include "ntm-figure.h"
#include "ntm-output.h"

/* Air around a table or task list, which fill their width; in units of the style. */
#define PADDING 16

typedef struct
{
  const NtmFigure    *figure;
  const NtmDrawStyle *style;
  double              width, height, padding;
} Page;

static void
draw_page (cairo_t *cr, guint page, gpointer data)
{
  const Page *self = data;

  cairo_translate (cr, self->padding, self->padding);
  ntm_figure_draw_page (self->figure, cr, self->style, self->width - 2 * self->padding,
                        self->height - 2 * self->padding, page);
}

static double
padding_of (const NtmFigure *self, const NtmDrawStyle *style)
{
  NtmFigureKind kind = ntm_figure_get_kind (self);

  return kind == NTM_FIGURE_TABLE || kind == NTM_FIGURE_TASKS ? PADDING * style->scale : 0;
}

/**
 * ntm_figure_write:
 * @self: a figure
 * @path: where to; ends in .png, .svg or .pdf
 * @width: in units of the style: pixels in PNG and SVG, points in PDF; 0 for the preferred one
 * @height: likewise; 0 for what the width asks for
 * @style: the style
 * @error: return location for a #GError
 *
 * Writes the file, on the background of the style's palette. A table or task list that does not fit
 * @height goes on over further pages of a PDF; PNG and SVG grow instead, so that nothing is lost.
 *
 * Returns: %FALSE with @error set, and no file left behind, if the ending is not known
 *   (%NTM_ERROR_INPUT) or the file cannot be written
 */
gboolean
ntm_figure_write (const NtmFigure *self, const char *path, double width, double height, const NtmDrawStyle *style,
                  GError **error)
{
  Page page = { .figure = self, .style = style, .padding = padding_of (self, style) };
  NtmOutputSpec spec = { .n_pages = 1 };
  NtmOutputFormat format;
  double preferred_width, preferred_height;

  if (!ntm_output_format_from_name (path, &format, error))
    return FALSE;
  ntm_figure_get_preferred_size (self, style, &preferred_width, &preferred_height);
  page.width = width > 0 ? width : preferred_width;
  page.height = height;
  if (height <= 0)
    page.height = ntm_figure_get_height (self, style, page.width - 2 * page.padding) + 2 * page.padding;
  spec.n_pages = ntm_figure_get_n_pages (self, style, page.width - 2 * page.padding, page.height - 2 * page.padding);
  if (spec.n_pages > 1 && format != NTM_OUTPUT_PDF)
    {
      page.height = ntm_figure_get_height (self, style, page.width - 2 * page.padding) + 2 * page.padding;
      spec.n_pages = 1;
    }
  spec.width = page.width;
  spec.height = page.height;
  spec.title = ntm_figure_get_title (self);
  spec.background = ntm_palette_get_color (style->palette, NTM_ROLE_PAGE);
  return ntm_output_write (path, &spec, draw_page, &page, error);
}
