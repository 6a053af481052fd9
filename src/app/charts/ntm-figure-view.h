/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ntm-figure.h"

G_BEGIN_DECLS

/**
 * NtmFigureView:
 *
 * Shows a figure of any kind: drawn once per size and look, with a crosshair where the pointer is. To a
 * screen reader it is a picture whose name is the title and whose description are its rows.
 */
#define NTM_TYPE_FIGURE_VIEW (ntm_figure_view_get_type ())
G_DECLARE_FINAL_TYPE (NtmFigureView, ntm_figure_view, NTM, FIGURE_VIEW, GtkWidget)

GtkWidget  *ntm_figure_view_new         (void) G_GNUC_WARN_UNUSED_RESULT;
void        ntm_figure_view_set_figure  (NtmFigureView *self, NtmFigure *figure, NtmFigure *shown);
NtmFigure  *ntm_figure_view_get_figure  (NtmFigureView *self);
void        ntm_figure_view_set_whole   (NtmFigureView *self, gboolean whole);
gboolean    ntm_figure_view_step        (NtmFigureView *self, int step);
void        ntm_figure_view_point_at    (NtmFigureView *self, double x, double y);
const char *ntm_figure_view_get_hint    (NtmFigureView *self);

G_END_DECLS
