/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ntm-rank-chart.h"
#include "ntm-sources.h"
#include "ntm-view-context.h"

G_BEGIN_DECLS

/**
 * NtmRankQuestion:
 * @indicator: code
 * @level: of the units compared
 * @parent: (nullable): id of a unit; only its descendants are compared
 * @period: (nullable): the period; %NULL takes the newest period up to the context's day in which any
 *   of the units has a value, the same for all
 * @highlighted: (nullable): id of a unit to bring out
 * @cited: (nullable): the documents the picture rests on are added to it
 *
 * What a ranking shall show.
 */
typedef struct
{
  const char      *indicator;
  NtmLevel         level;
  const char      *parent;
  const NtmPeriod *period;
  const char      *highlighted;
  NtmSources      *cited;
} NtmRankQuestion;

NtmRankSpec *ntm_rank_view_new (const NtmViewContext *ctx, const NtmRankQuestion *question, GError **error)
                                G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
