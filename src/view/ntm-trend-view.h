/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ntm-sources.h"
#include "ntm-trend-chart.h"
#include "ntm-view-context.h"

G_BEGIN_DECLS

/**
 * NtmTrendQuestion:
 * @indicator: code
 * @units: (nullable) (array zero-terminated=1): ids; %NULL is the province
 * @no_target: leave out the target, and with it pace and projection
 * @no_pace: leave out the required pace
 * @no_projection: leave out where the observed pace leads
 * @cited: (nullable): the documents the picture rests on are added to it
 *
 * What a trend shall show. With several units the target is that of the province or none.
 */
typedef struct
{
  const char         *indicator;
  const char * const *units;
  gboolean            no_target;
  gboolean            no_pace;
  gboolean            no_projection;
  NtmSources         *cited;
} NtmTrendQuestion;

NtmTrendSpec *ntm_trend_view_new (const NtmViewContext *ctx, const NtmTrendQuestion *question, GError **error)
                                  G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
