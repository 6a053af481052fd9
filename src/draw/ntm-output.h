/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

#include "ntm-color.h"
#include "ntm-error.h"

G_BEGIN_DECLS

typedef enum
{
  NTM_OUTPUT_PNG,
  NTM_OUTPUT_SVG,
  NTM_OUTPUT_PDF,
} NtmOutputFormat;

/**
 * NtmDrawFunc:
 * @cr: where to draw, in units of the spec's size, origin at the upper left of the page
 * @page: from 0
 *
 * Draws one page.
 */
typedef void (*NtmDrawFunc) (cairo_t *cr, guint page, gpointer data);

/**
 * NtmOutputSpec:
 *
 * What a file needs beside its drawing. Zero-initialise it, then set @width and @height: units are
 * pixels in PNG and SVG, points (1/72 inch) in PDF.
 */
typedef struct
{
  double          width, height;
  guint           n_pages;      /* 0 means 1; more than one only in PDF */
  double          pixel_scale;  /* PNG: pixels for each unit; 0 means 1 */
  const char     *title;        /* PDF metadata; nullable, like all that follow */
  const char     *author;
  const char     *created;      /* ISO 8601; NULL: no date, so that equal input gives equal files */
  const NtmColor *background;   /* NULL: transparent (white in PDF viewers) */
} NtmOutputSpec;

gboolean ntm_output_format_from_name (const char *path, NtmOutputFormat *out, GError **error);
GBytes  *ntm_output_render           (NtmOutputFormat format, const NtmOutputSpec *spec, NtmDrawFunc draw, gpointer data,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean ntm_output_write            (const char *path, const NtmOutputSpec *spec, NtmDrawFunc draw, gpointer data,
                                      GError **error);

G_END_DECLS
