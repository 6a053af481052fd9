/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ntm-figure.h"

G_BEGIN_DECLS

/**
 * NtmFigureMark:
 *
 * Something of a figure that can be pointed at: the point of a trend, the row of a ranking. Lengths are
 * units of the style. @rect is where the pointer finds it, (@x, @y) where its value is.
 */
typedef struct
{
  double x, y;
  double left, top, width, height;
  char  *text;   /* what it says: one or more lines */
} NtmFigureMark;

/**
 * NtmFigureProbe:
 *
 * A figure laid out for one size: it draws itself and says what is where. Maps, tables and task lists
 * have no marks; they are only drawn.
 */
typedef struct _NtmFigureProbe NtmFigureProbe;

NtmFigureProbe      *ntm_figure_probe_new      (NtmFigure *figure, const NtmDrawStyle *style, double width, double height)
                                                G_GNUC_WARN_UNUSED_RESULT;
void                 ntm_figure_probe_free     (NtmFigureProbe *self);
void                 ntm_figure_probe_draw     (const NtmFigureProbe *self, cairo_t *cr);
guint                ntm_figure_probe_get_n    (const NtmFigureProbe *self);
const NtmFigureMark *ntm_figure_probe_get      (const NtmFigureProbe *self, guint index);
int                  ntm_figure_probe_find     (const NtmFigureProbe *self, double x, double y);
void                 ntm_figure_probe_draw_hint (const NtmFigureProbe *self, cairo_t *cr, guint index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NtmFigureProbe, ntm_figure_probe_free)

G_END_DECLS
