/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A figure as a file or on the clipboard. Pixels are twice those of the screen, so that they also do for
 * print; a PDF is as wide as the text of an A4 page and in the colours of paper.
 */

#include "config.h"

#include "ntm-figure-output.h"

#define PIXEL_SCALE 2.0

typedef struct
{
  NtmFigure          *figure;
  const NtmDrawStyle *style;
  double              width, height;
} Page;

static NtmDrawStyle *
new_style (NtmOutputFormat format)
{
  if (format == NTM_OUTPUT_PDF)
    return ntm_draw_style_new (NTM_STYLE_PRINT, NTM_MEDIUM_PRINT, ntm_lang_current ());
  return ntm_draw_style_new (NTM_STYLE_LIGHT, NTM_MEDIUM_DESK, ntm_lang_current ());
}

static void
draw_page (cairo_t *cr,
           guint    page,
           gpointer data)
{
  const Page *self = data;

  ntm_figure_draw (self->figure, cr, self->style, self->width, self->height);
}

/**
 * ntm_figure_output_render:
 * @figure: a figure
 * @format: the format
 * @error: return location for a #GError
 *
 * Draws @figure in its preferred size on a light ground.
 *
 * Returns: (transfer full): the contents of a file, or %NULL with the error of ntm_output_render()
 */
GBytes *
ntm_figure_output_render (NtmFigure      *figure,
                          NtmOutputFormat format,
                          GError        **error)
{
  g_autoptr (NtmDrawStyle) style = new_style (format);
  Page page = { .figure = figure, .style = style };
  NtmOutputSpec spec = { .pixel_scale = PIXEL_SCALE, .title = ntm_figure_get_title (figure) };

  ntm_figure_get_preferred_size (figure, style, &page.width, &page.height);
  spec.width = page.width;
  spec.height = page.height;
  spec.background = ntm_palette_get_color (style->palette, NTM_ROLE_CARD);
  return ntm_output_render (format, &spec, draw_page, &page, error);
}

/**
 * ntm_figure_output_write:
 * @figure: a figure
 * @path: where to; ends in .png, .svg or .pdf
 * @error: return location for a #GError
 *
 * Writes @figure in its preferred size. Tables and task lists take as many pages of a PDF as they need.
 *
 * Returns: as ntm_figure_write()
 */
gboolean
ntm_figure_output_write (NtmFigure  *figure,
                         const char *path,
                         GError    **error)
{
  g_autoptr (NtmDrawStyle) style = NULL;
  NtmOutputFormat format;

  if (!ntm_output_format_from_name (path, &format, error))
    return FALSE;
  style = new_style (format);
  if (format == NTM_OUTPUT_PNG)
    style->scale = PIXEL_SCALE;
  return ntm_figure_write (figure, path, 0, 0, style, error);
}

/**
 * ntm_figure_output_new_content:
 * @figure: a figure
 * @error: return location for a #GError
 *
 * Makes what the clipboard gets: a picture in points and one in lines for documents, the rows separated by
 * tabs for sheets and texts.
 *
 * Returns: (transfer full): `image/png`, `image/svg+xml` and text, or %NULL with @error set
 */
GdkContentProvider *
ntm_figure_output_new_content (NtmFigure *figure,
                               GError   **error)
{
  g_autoptr (GBytes) png = ntm_figure_output_render (figure, NTM_OUTPUT_PNG, error);
  g_autoptr (GBytes) svg = png == NULL ? NULL : ntm_figure_output_render (figure, NTM_OUTPUT_SVG, error);
  g_autofree char *tsv = ntm_figure_to_tsv (figure);
  GdkContentProvider *parts[3];

  if (svg == NULL)
    return NULL;
  parts[0] = gdk_content_provider_new_for_bytes ("image/png", png);
  parts[1] = gdk_content_provider_new_for_bytes ("image/svg+xml", svg);
  parts[2] = gdk_content_provider_new_typed (G_TYPE_STRING, tsv);
  return gdk_content_provider_new_union (parts, G_N_ELEMENTS (parts));
}

/**
 * ntm_figure_output_dup_path:
 * @path: what a person named
 * @ending: what was asked for: "png", "svg" or "pdf"
 *
 * Adds @ending to a name without one, unless that would be another file that exists already and nobody
 * asked whether to replace.
 *
 * Returns: (transfer full): the path to write
 */
char *
ntm_figure_output_dup_path (const char *path,
                            const char *ending)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *longer = g_strdup_printf ("%s.%s", path, ending);

  if (strrchr (name, '.') != NULL || g_file_test (longer, G_FILE_TEST_EXISTS))
    return g_strdup (path);
  return g_steal_pointer (&longer);
}
