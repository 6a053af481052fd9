/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The brief as files: a PDF, or a picture of each page. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ntm-brief.h"
#include "ntm-output.h"

static void
draw_page (cairo_t *cr, guint page, gpointer data)
{
  ntm_brief_draw_page (data, cr, page);
}

/**
 * ntm_brief_write:
 * @ctx: the context
 * @path: where to; ends in .pdf
 * @error: return location for a #GError
 *
 * Writes the brief as a PDF of A4 pages, its text searchable. Equal data give equal files.
 *
 * Returns: %FALSE with @error set, and no file left behind, if the name does not end in .pdf
 *   (%NTM_ERROR_INPUT), for the reasons of ntm_brief_new(), or if the file cannot be written
 */
gboolean
ntm_brief_write (const NtmViewContext *ctx, const char *path, GError **error)
{
  g_autoptr (NtmBrief) brief = NULL;
  NtmOutputFormat format;
  NtmOutputSpec spec = { .width = NTM_A4_WIDTH, .height = NTM_A4_HEIGHT };

  if (!ntm_output_format_from_name (path, &format, error))
    return FALSE;
  if (format != NTM_OUTPUT_PDF)
    {
      g_set_error (error, NTM_ERROR, NTM_ERROR_INPUT, _("A report is a PDF file: let the name end in .pdf."));
      return FALSE;
    }
  brief = ntm_brief_new (ctx, error);
  if (!brief)
    return FALSE;
  spec.n_pages = ntm_brief_get_n_pages (brief);
  spec.title = ntm_brief_get_title (brief);
  return ntm_output_write (path, &spec, draw_page, brief, error);
}

typedef struct { const NtmBrief *brief; guint page; } OnePage;

static void
draw_one_page (cairo_t *cr, guint page, gpointer data)
{
  const OnePage *one = data;

  cairo_save (cr);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_restore (cr);
  ntm_brief_draw_page (one->brief, cr, one->page);
}

/**
 * ntm_brief_write_pages_png:
 * @ctx: the context
 * @dir: a folder that exists
 * @dpi: pixels per inch, 36 to 600
 * @paths: (out) (optional) (transfer full) (element-type filename): the files
 * @error: return location for a #GError
 *
 * Writes each page as brief-1.png, brief-2.png … in @dir, over files of these names.
 *
 * Returns: %FALSE with @error set; pages written before a failure stay
 */
gboolean
ntm_brief_write_pages_png (const NtmViewContext *ctx, const char *dir, double dpi, GPtrArray **paths, GError **error)
{
  g_autoptr (GPtrArray) written = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (NtmBrief) brief = NULL;
  NtmOutputSpec spec = { .width = NTM_A4_WIDTH, .height = NTM_A4_HEIGHT, .pixel_scale = CLAMP (dpi, 36, 600) / 72 };

  brief = ntm_brief_new (ctx, error);
  if (!brief)
    return FALSE;
  for (guint page = 0; page < ntm_brief_get_n_pages (brief); page++)
    {
      OnePage one = { brief, page };
      g_autofree char *name = g_strdup_printf ("brief-%u.png", page + 1);
      g_autofree char *path = g_build_filename (dir, name, NULL);

      if (!ntm_output_write (path, &spec, draw_one_page, &one, error))
        return FALSE;
      g_ptr_array_add (written, g_steal_pointer (&path));
    }
  if (paths)
    *paths = g_steal_pointer (&written);
  return TRUE;
}
