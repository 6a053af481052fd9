/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A figure as a file or on the clipboard. Pixels are twice those of the screen, so that they also do for
 * print; a PDF is as wide as the text of an A4 page and in the colours of paper.
 */

#include "config.h"

#include "ntm-figure-output.h"

#include <glib/gi18n.h>

#include "ntm-dialogs.h"
#include "ntm-error.h"

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
 * @file: what a person named
 * @ending: what was asked for: "png", "svg" or "pdf"
 * @error: return location for a #GError
 *
 * Adds @ending to a name without one, unless that would be another file that exists already and nobody
 * asked whether to replace.
 *
 * Returns: (transfer full): the path to write, or %NULL with %NTM_ERROR_SYSTEM for a place elsewhere
 */
char *
ntm_figure_output_dup_path (GFile      *file,
                            const char *ending,
                            GError    **error)
{
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *name = path == NULL ? NULL : g_path_get_basename (path);
  g_autofree char *longer = path == NULL ? NULL : g_strdup_printf ("%s.%s", path, ending);

  if (path == NULL)
    {
      g_set_error (error, NTM_ERROR, NTM_ERROR_SYSTEM, "%s", _("This place is not on this computer. Choose a folder here."));
      return NULL;
    }
  if (strrchr (name, '.') != NULL || g_file_test (longer, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&path);
  return g_steal_pointer (&longer);
}

/* --- with a person in front ------------------------------------------------------------------- */

static gboolean
is_map (NtmFigure *figure)
{
  return ntm_figure_get_kind (figure) == NTM_FIGURE_MAP;
}

static GtkWindow *
find_window (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

/**
 * ntm_figure_output_copy:
 * @figure: a figure
 * @widget: where it is shown
 *
 * Copies @figure to the clipboard of @widget and has the window say so, or shows why not.
 */
void
ntm_figure_output_copy (NtmFigure *figure,
                        GtkWidget *widget)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkContentProvider) content = ntm_figure_output_new_content (figure, &error);

  if (content == NULL)
    {
      ntm_dialogs_error (find_window (widget), error);
      return;
    }
  gdk_clipboard_set_content (gtk_widget_get_clipboard (widget), content);
  gtk_widget_activate_action (widget, "win.tell", "s",
                              is_map (figure) ? _("The map was copied as a picture and as a table")
                                              : _("The chart was copied as a picture and as a table"));
}

/* What a file dialog was opened for; owned by the widget, which keeps the last. */
typedef struct
{
  NtmFigure *figure;
  char      *ending;
} Export;

static void
export_free (Export *self)
{
  ntm_figure_unref (self->figure);
  g_free (self->ending);
  g_free (self);
}

static void
tell_written (GtkWidget    *widget,
              const Export *self,
              const char   *path)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *text = NULL;

  if (is_map (self->figure))
    /* Translators: %s is the name of a file. */
    text = g_strdup_printf (_("The map was written to %s"), name);
  else
    /* Translators: %s is the name of a file. */
    text = g_strdup_printf (_("The chart was written to %s"), name);
  gtk_widget_activate_action (widget, "win.tell", "s", text);
}

/* Asked of the widget and not handed over: a dialog may be answered after the next one was opened. */
static void
write_chosen (GtkWindow *parent,
              GFile     *file,
              gpointer   widget)
{
  const Export *self = g_object_get_data (widget, "export");
  g_autoptr (GError) error = NULL;
  g_autofree char *path = ntm_figure_output_dup_path (file, self->ending, &error);

  if (path == NULL || !ntm_figure_output_write (self->figure, path, &error))
    ntm_dialogs_error (parent, error);
  else
    tell_written (widget, self, path);
}

/**
 * ntm_figure_output_export:
 * @figure: a figure
 * @widget: where it is shown, in a window
 * @stem: the name proposed, without an ending
 * @ending: "png", "svg" or "pdf"
 *
 * Asks where to and writes @figure, and has the window say so, or shows why not.
 */
void
ntm_figure_output_export (NtmFigure  *figure,
                          GtkWidget  *widget,
                          const char *stem,
                          const char *ending)
{
  g_autofree char *name = g_strdup_printf ("%s.%s", stem, ending);
  Export *self = g_new0 (Export, 1);

  self->figure = ntm_figure_ref (figure);
  self->ending = g_strdup (ending);
  g_object_set_data_full (G_OBJECT (widget), "export", self, (GDestroyNotify) export_free);
  ntm_dialogs_save_file (find_window (widget), is_map (figure) ? _("Export the map") : _("Export the chart"), name,
                         write_chosen, widget);
}
