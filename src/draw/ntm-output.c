/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Drawings as files. Rendered in memory and then written in one step, so a full disk never leaves half
 * a picture. The same drawing gives the same bytes unless a date is asked for.
 */

#include "ntm-output.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <math.h>
#include <string.h>


#include "ntm-write.h"

/* More pixels than this are a slip of the pen, not a picture. */
#define MAX_SIDE 20000

static cairo_status_t
append_cb (void *closure, const unsigned char *data, unsigned int length)
{
  GByteArray *bytes = closure;

  if (length > G_MAXUINT - bytes->len)
    return CAIRO_STATUS_WRITE_ERROR;

  g_byte_array_append (bytes, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static gboolean
check_status (cairo_status_t status, GError **error)
{
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;

  g_set_error (error, NTM_ERROR, NTM_ERROR_SYSTEM, "the drawing failed: %s", cairo_status_to_string (status));
  return FALSE;
}

static void
draw_page (cairo_t *cr, const NtmOutputSpec *spec, guint page, NtmDrawFunc draw, gpointer data)
{
  cairo_save (cr);
  if (spec->background != NULL)
    {
      ntm_color_set (spec->background, cr);
      /* Painted, not filled: a page may end within a pixel. */
      cairo_paint (cr);
    }
  draw (cr, page, data);
  cairo_restore (cr);
}

static void
set_metadata (cairo_surface_t *surface, const NtmOutputSpec *spec)
{
  /* Read by every viewer, and without compressed object streams, so that files can be compared. */
  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_4);
  if (spec->title != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, spec->title);
  if (spec->author != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, spec->author);
  /* Cairo would write the time of day. */
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, spec->created != NULL ? spec->created : "");
}

/* Cairo numbers surfaces through the life of the program and writes the number: take it out, nothing refers to it. */
static void
forget_surface_number (GByteArray *bytes)
{
  static const char mark[] = "<g id=\"surface";
  const guint length = sizeof mark - 1;

  for (guint i = 0; i + length < bytes->len; i++)
    if (memcmp (bytes->data + i, mark, length) == 0)
      {
        guint end = i + length;

        while (end < bytes->len && g_ascii_isdigit (bytes->data[end]))
          end++;
        g_byte_array_remove_range (bytes, i + length, end - i - length);
        return;
      }
}

static gboolean
render_vector (NtmOutputFormat format, const NtmOutputSpec *spec, NtmDrawFunc draw, gpointer data, GByteArray *bytes,
               GError **error)
{
  cairo_surface_t *surface;
  cairo_t *cr;
  cairo_status_t status;

  if (format == NTM_OUTPUT_PDF)
    surface = cairo_pdf_surface_create_for_stream (append_cb, bytes, spec->width, spec->height);
  else
    surface = cairo_svg_surface_create_for_stream (append_cb, bytes, spec->width, spec->height);
  if (format == NTM_OUTPUT_PDF && cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS)
    set_metadata (surface, spec);
  if (format == NTM_OUTPUT_SVG && cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS)
    cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PX);

  cr = cairo_create (surface);
  for (guint page = 0; page < MAX (spec->n_pages, 1) && cairo_status (cr) == CAIRO_STATUS_SUCCESS; page++)
    {
      draw_page (cr, spec, page, draw, data);
      cairo_show_page (cr);
    }
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (format == NTM_OUTPUT_SVG)
    forget_surface_number (bytes);
  return check_status (status, error);
}

static gboolean
render_png (const NtmOutputSpec *spec, NtmDrawFunc draw, gpointer data, GByteArray *bytes, GError **error)
{
  double scale = spec->pixel_scale > 0 ? spec->pixel_scale : 1;
  double width = MAX (1, round (spec->width * scale));
  double height = MAX (1, round (spec->height * scale));
  /* Without an alpha channel there is a quarter less to compress. */
  gboolean opaque = spec->background != NULL && spec->background->a >= 1;
  cairo_surface_t *surface;
  cairo_t *cr;
  cairo_status_t status;

  if (width > MAX_SIDE || height > MAX_SIDE)
    {
      g_set_error (error, NTM_ERROR, NTM_ERROR_RANGE, "a picture of %.0f × %.0f pixels is too large; at most %d a side", width,
                   height, MAX_SIDE);
      return FALSE;
    }

  surface = cairo_image_surface_create (opaque ? CAIRO_FORMAT_RGB24 : CAIRO_FORMAT_ARGB32, (int) width, (int) height);
  cairo_surface_set_device_scale (surface, scale, scale);
  cr = cairo_create (surface);
  draw_page (cr, spec, 0, draw, data);
  status = cairo_status (cr);
  cairo_destroy (cr);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_write_to_png_stream (surface, append_cb, bytes);
  cairo_surface_destroy (surface);
  return check_status (status, error);
}

static gboolean
check_spec (NtmOutputFormat format, const NtmOutputSpec *spec, GError **error)
{
  if (!(spec->width > 0) || !(spec->height > 0) || !isfinite (spec->width) || !isfinite (spec->height))
    {
      g_set_error (error, NTM_ERROR, NTM_ERROR_RANGE, "a drawing of %g × %g has no area", spec->width, spec->height);
      return FALSE;
    }
  if (spec->n_pages > 1 && format != NTM_OUTPUT_PDF)
    {
      g_set_error (error, NTM_ERROR, NTM_ERROR_INPUT, "%u pages need a .pdf file; a picture has only one", spec->n_pages);
      return FALSE;
    }

  return TRUE;
}

/**
 * ntm_output_format_from_name:
 * @path: a file name
 * @out: (out): its format; unchanged on error
 * @error: return location, %NTM_ERROR_INPUT when the ending is none of .png, .svg, .pdf (any case)
 *
 * Returns: whether the name tells a format
 */
gboolean
ntm_output_format_from_name (const char *path, NtmOutputFormat *out, GError **error)
{
  static const char * const endings[] = { ".png", ".svg", ".pdf" };
  gsize length;

  g_return_val_if_fail (path != NULL && out != NULL, FALSE);

  length = strlen (path);
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (length > 4 && g_ascii_strcasecmp (path + length - 4, endings[i]) == 0)
      {
        *out = (NtmOutputFormat) i;
        return TRUE;
      }

  g_set_error (error, NTM_ERROR, NTM_ERROR_INPUT, "\"%s\" does not end in .png, .svg or .pdf", path);
  return FALSE;
}

/**
 * ntm_output_render:
 * @format: of the file
 * @spec: its size and description
 * @draw: (scope call): draws each page
 * @data: for @draw
 * @error: return location: %NTM_ERROR_RANGE for an impossible size, %NTM_ERROR_INPUT for several pages in a
 *   picture, %NTM_ERROR_SYSTEM when cairo fails
 *
 * Returns: (transfer full) (nullable): the file's contents
 */
GBytes *
ntm_output_render (NtmOutputFormat format, const NtmOutputSpec *spec, NtmDrawFunc draw, gpointer data, GError **error)
{
  g_autoptr(GByteArray) bytes = g_byte_array_new ();
  gboolean done;

  g_return_val_if_fail (spec != NULL && draw != NULL, NULL);

  if (!check_spec (format, spec, error))
    return NULL;
  if (format == NTM_OUTPUT_PNG)
    done = render_png (spec, draw, data, bytes, error);
  else
    done = render_vector (format, spec, draw, data, bytes, error);
  if (!done)
    return NULL;

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/**
 * ntm_output_write:
 * @path: file to write; its ending tells the format
 * @spec: its size and description
 * @draw: (scope call): draws each page
 * @data: for @draw
 * @error: return location: as ntm_output_render(), and what ntm_write_file() refuses; an older file of that name is then kept
 *
 * Returns: whether the file was written
 */
gboolean
ntm_output_write (const char *path, const NtmOutputSpec *spec, NtmDrawFunc draw, gpointer data, GError **error)
{
  g_autoptr(GBytes) bytes = NULL;
  NtmOutputFormat format;
  gconstpointer contents;
  gsize size;

  if (!ntm_output_format_from_name (path, &format, error))
    return FALSE;
  bytes = ntm_output_render (format, spec, draw, data, error);
  if (bytes == NULL)
    return FALSE;

  contents = g_bytes_get_data (bytes, &size);
  return ntm_write_file (path, contents, size, error);
}
