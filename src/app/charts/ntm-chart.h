/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ntm-desk.h"
#include "ntm-figure.h"

G_BEGIN_DECLS

typedef enum
{
  NTM_CHART_TREND,
  NTM_CHART_RANK,
  NTM_N_CHART_KINDS,
} NtmChartKind;

/**
 * NtmChartSeries:
 *
 * What a trend of a unit inside a province may show; a set of them, at least one.
 */
typedef enum
{
  NTM_CHART_UNIT     = 1 << 0,
  NTM_CHART_PROVINCE = 1 << 1,
} NtmChartSeries;

/**
 * NtmChart:
 * @shown: a set of #NtmChartSeries; not kept with the board
 *
 * A chart on the board: what kind, of which indicator. The unit, the day and the file are those of the
 * desk.
 */
typedef struct
{
  NtmChartKind kind;
  char        *indicator;
  guint        shown;
} NtmChart;

NtmChart   *ntm_chart_new         (NtmChartKind kind, const char *indicator) G_GNUC_WARN_UNUSED_RESULT;
NtmChart   *ntm_chart_copy        (const NtmChart *self) G_GNUC_WARN_UNUSED_RESULT;
void        ntm_chart_free        (NtmChart *self);
const char *ntm_chart_kind_code   (NtmChartKind kind);
gboolean    ntm_chart_kind_parse  (const char *code, NtmChartKind *out);
GPtrArray  *ntm_charts_parse      (GVariant *variant) G_GNUC_WARN_UNUSED_RESULT;
GVariant   *ntm_charts_to_variant (const GPtrArray *charts);
GStrv       ntm_chart_dup_series  (const NtmChart *self, NtmDesk *desk) G_GNUC_WARN_UNUSED_RESULT;
NtmFigure  *ntm_chart_new_figure  (const NtmChart *self, NtmDesk *desk, NtmFigure **plain, GError **error)
                                   G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NtmChart, ntm_chart_free)

G_END_DECLS
