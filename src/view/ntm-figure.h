/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ntm-draw-style.h"
#include "ntm-map-view.h"
#include "ntm-rank-view.h"
#include "ntm-tasks-view.h"
#include "ntm-titles-view.h"
#include "ntm-trend-view.h"

G_BEGIN_DECLS

typedef enum
{
  NTM_FIGURE_MAP,
  NTM_FIGURE_TREND,
  NTM_FIGURE_RANK,
  NTM_FIGURE_TABLE,
  NTM_FIGURE_TASKS,
} NtmFigureKind;

/**
 * NtmFigure:
 *
 * Any of the pictures behind one face: the same two calls draw it on a screen, a printer, in a file.
 * Immutable; holds a reference on its spec.
 */
typedef struct _NtmFigure NtmFigure;

NtmFigure      *ntm_figure_new_map       (const NtmViewContext *ctx, const NtmMapQuestion *question, GError **error)
                                          G_GNUC_WARN_UNUSED_RESULT;
NtmFigure      *ntm_figure_new_trend     (const NtmViewContext *ctx, const NtmTrendQuestion *question, GError **error)
                                          G_GNUC_WARN_UNUSED_RESULT;
NtmFigure      *ntm_figure_new_rank      (const NtmViewContext *ctx, const NtmRankQuestion *question, GError **error)
                                          G_GNUC_WARN_UNUSED_RESULT;
NtmFigure      *ntm_figure_new_titles    (const NtmViewContext *ctx, const NtmTitlesQuestion *question, GError **error)
                                          G_GNUC_WARN_UNUSED_RESULT;
NtmFigure      *ntm_figure_new_tasks     (const NtmViewContext *ctx, const NtmTasksQuestion *question, GError **error)
                                          G_GNUC_WARN_UNUSED_RESULT;

NtmFigure      *ntm_figure_new_for_map   (NtmMapSpec *spec) G_GNUC_WARN_UNUSED_RESULT;
NtmFigure      *ntm_figure_new_for_trend (NtmTrendSpec *spec) G_GNUC_WARN_UNUSED_RESULT;
NtmFigure      *ntm_figure_new_for_rank  (NtmRankSpec *spec) G_GNUC_WARN_UNUSED_RESULT;
NtmFigure      *ntm_figure_new_for_table (NtmTableSpec *spec) G_GNUC_WARN_UNUSED_RESULT;
NtmFigure      *ntm_figure_new_for_tasks (NtmTaskListSpec *spec) G_GNUC_WARN_UNUSED_RESULT;
NtmFigure      *ntm_figure_ref           (NtmFigure *self);
void            ntm_figure_unref         (NtmFigure *self);

NtmFigureKind   ntm_figure_get_kind      (const NtmFigure *self);
gpointer        ntm_figure_get_spec      (const NtmFigure *self);
const char     *ntm_figure_get_title     (const NtmFigure *self);
const char     *ntm_figure_get_source    (const NtmFigure *self);

void            ntm_figure_get_preferred_size (const NtmFigure *self, const NtmDrawStyle *style, double *width, double *height);
double          ntm_figure_get_height    (const NtmFigure *self, const NtmDrawStyle *style, double width);
guint           ntm_figure_get_n_pages   (const NtmFigure *self, const NtmDrawStyle *style, double width, double height);
void            ntm_figure_draw          (const NtmFigure *self, cairo_t *cr, const NtmDrawStyle *style, double width,
                                          double height);
void            ntm_figure_draw_page     (const NtmFigure *self, cairo_t *cr, const NtmDrawStyle *style, double width,
                                          double height, guint page);
gboolean        ntm_figure_write         (const NtmFigure *self, const char *path, double width, double height,
                                          const NtmDrawStyle *style, GError **error);

GPtrArray      *ntm_figure_to_rows       (const NtmFigure *self) G_GNUC_WARN_UNUSED_RESULT;
char           *ntm_figure_to_tsv        (const NtmFigure *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NtmFigure, ntm_figure_unref)

G_END_DECLS
