/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Inside src/view only: what a trend is built from. */

#include "ntm-pace.h"
#include "ntm-sources.h"
#include "ntm-trend-view.h"

G_BEGIN_DECLS

typedef struct
{
  const NtmViewContext   *ctx;
  const NtmTrendQuestion *question;
  const NtmIndicator     *indicator;
  const NtmSeries        *series;
  GPtrArray              *units;      /* of NtmUnit, at least one */
  GPtrArray              *observed;   /* of NtmObservation: the first unit's, by day; in the frame */
  NtmTrendSpec           *spec;
  NtmSources             *sources;
  const NtmTarget        *target;     /* nullable */
  gboolean                has_pace;   /* @pace is filled */
  NtmPace                 pace;
} NtmTrendBuilder;

void  ntm_trend_builder_add_goal  (NtmTrendBuilder *self);
char *ntm_trend_builder_dup_title (const NtmTrendBuilder *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
