/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ntm-view-context.h"

G_BEGIN_DECLS

/**
 * NtmStandingCounts:
 *
 * How many of a set of units have which status at a date, and of how many of them that is uncertain.
 */
typedef struct
{
  guint n_units;
  guint by_status[NTM_N_STATUSES];
  guint n_uncertain;
} NtmStandingCounts;

guint             ntm_ladder_statuses    (const NtmViewContext *ctx, const GPtrArray *units);
NtmStandingCounts ntm_standings_count    (const NtmViewContext *ctx, const GPtrArray *units);
char             *ntm_standings_sentence (const NtmViewContext *ctx, const GPtrArray *units, const NtmStandingCounts *counts)
                                          G_GNUC_WARN_UNUSED_RESULT;

/**
 * NtmPublishedCount:
 *
 * A published total of communes with a title, beside the count of events in the file: both are shown
 * where they differ. The Atlas owns the records.
 */
typedef struct
{
  NtmStatus             status;
  const NtmIndicator   *indicator;
  const NtmObservation *observation;
  guint                 counted;     /* communes with this title or a higher one of its ladder */
  gboolean              differs;
} NtmPublishedCount;

GArray           *ntm_published_counts   (const NtmViewContext *ctx) G_GNUC_WARN_UNUSED_RESULT;
char             *ntm_published_sentence (const NtmViewContext *ctx, const NtmPublishedCount *count) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
