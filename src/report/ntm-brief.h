/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ntm-figure.h"

G_BEGIN_DECLS

/* A4 portrait in points. */
#define NTM_A4_WIDTH  595.275590551
#define NTM_A4_HEIGHT 841.889763780

/**
 * NtmBrief:
 *
 * The short report on where the province stands: summary, status map, trends, titles, tasks, sources,
 * composed on A4 pages. Made once, then any page can be drawn any number of times: print preview,
 * printer and files share it.
 */
typedef struct _NtmBrief NtmBrief;

NtmBrief   *ntm_brief_new         (const NtmViewContext *ctx, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void        ntm_brief_free        (NtmBrief *self);
guint       ntm_brief_get_n_pages (const NtmBrief *self);
const char *ntm_brief_get_title   (const NtmBrief *self);
void        ntm_brief_draw_page   (const NtmBrief *self, cairo_t *cr, guint page);

gboolean    ntm_brief_write           (const NtmViewContext *ctx, const char *path, GError **error);
gboolean    ntm_brief_write_pages_png (const NtmViewContext *ctx, const char *dir, double dpi, GPtrArray **paths,
                                       GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NtmBrief, ntm_brief_free)

G_END_DECLS
