/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ntm-atlas.h"

G_BEGIN_DECLS

/**
 * NtmPace:
 *
 * How fast an indicator moves against how fast it must, in units of the indicator a year
 * (percentage points for rates). Observed between the last two comparable values, no break of the
 * series between them; required from the last value to the target's day; projected at the observed
 * pace to that day. For display: doubles, no status is decided by them.
 */
typedef struct
{
  gboolean has_observed;
  double   observed;
  gboolean has_required;
  double   required;
  double   projected;     /* value at the target's day */
  gboolean reaches;       /* the projection meets the target */
  gboolean met;           /* the last value meets it already */
  NtmDate  from, to;      /* days of the last value and of the target */
  double   last;
} NtmPace;

gboolean ntm_pace_compute (NtmAtlas *atlas, const NtmSeries *series, const NtmUnit *unit, const NtmTarget *target,
                           NtmDate at, NtmPace *out);

G_END_DECLS
