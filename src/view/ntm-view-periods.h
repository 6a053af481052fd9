/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ntm-view-context.h"

G_BEGIN_DECLS

gboolean              ntm_view_newest_period (const NtmViewContext *ctx, const NtmSeries *series, const GPtrArray *units,
                                              NtmPeriod *out);
const NtmObservation *ntm_view_observed      (const NtmSeries *series, const NtmUnit *unit, guint period);
NtmState              ntm_view_state         (const NtmSeries *series, const NtmUnit *unit, guint period);

G_END_DECLS
