/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Inside src/report only: A4 pages filled from the top. */

#include "ntm-figure.h"
#include "ntm-text-box.h"

G_BEGIN_DECLS

/**
 * NtmPages:
 *
 * A4 pages in portrait with the margins of official documents, filled from the top: what does not fit
 * goes on to the next page. Lengths are points.
 */
typedef struct _NtmPages NtmPages;

/**
 * NtmParagraph:
 *
 * How a text is set. Zero-initialised: body text, to the left.
 */
typedef struct
{
  NtmFont      font;
  NtmTextFlags flags;       /* NTM_TEXT_WRAP is implied */
  double       before;      /* space above, not at the top of a page */
  double       indent;      /* of the first line */
  gboolean     justified;
  double       keep;        /* room wanted for what follows: a heading does not end a page */
} NtmParagraph;

NtmPages *ntm_pages_new         (const NtmDrawStyle *style) G_GNUC_WARN_UNUSED_RESULT;
void      ntm_pages_free        (NtmPages *self);
double    ntm_pages_get_width   (const NtmPages *self);
void      ntm_pages_set_mark    (NtmPages *self, const char *mark);
void      ntm_pages_add_text    (NtmPages *self, const char *text, const NtmParagraph *how);
void      ntm_pages_add_rule    (NtmPages *self, double before, double width);
void      ntm_pages_add_figure  (NtmPages *self, NtmFigure *figure, const NtmDrawStyle *style, double min_height,
                                 double max_height, const char *caption, const char *source);
void      ntm_pages_add_table   (NtmPages *self, NtmTableSpec *spec, const NtmDrawStyle *style, double before);
void      ntm_pages_add_tasks   (NtmPages *self, NtmTaskListSpec *spec, const NtmDrawStyle *style, double before);
guint     ntm_pages_get_n       (const NtmPages *self);
void      ntm_pages_draw        (const NtmPages *self, cairo_t *cr, guint page);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NtmPages, ntm_pages_free)

G_END_DECLS
