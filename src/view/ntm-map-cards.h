/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Inside src/view only: what stands around the units of a map. */

#include "ntm-classes.h"
#include "ntm-map.h"
#include "ntm-view-context.h"

G_BEGIN_DECLS

void ntm_map_cards_add_statuses  (NtmMapSpec *spec, const NtmViewContext *ctx, const GPtrArray *units, guint only);
void ntm_map_cards_add_published (NtmMapSpec *spec, const NtmViewContext *ctx);
void ntm_map_cards_add_classes   (NtmMapSpec *spec, const NtmViewContext *ctx, const NtmIndicator *indicator,
                                   const NtmClasses *classes, const guint *counts, const guint *gaps);
void ntm_map_cards_add_places    (NtmMapSpec *spec, const NtmViewContext *ctx);
NtmMark ntm_map_cards_gap_mark   (NtmState state);

G_END_DECLS
