/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ntm-series.h"
#include "ntm-palette.h"

G_BEGIN_DECLS

/**
 * NtmClasses:
 *
 * Classes of a graduated map: class c holds the values in [edges[c], edges[c + 1]], the upper edge
 * itself only in the last class. The same for all periods of an indicator, so that maps of different
 * years compare.
 */
typedef struct
{
  guint      n_classes;                              /* 0: there is no value */
  NtmDecimal edges[NTM_PALETTE_MAX_CLASSES + 1];
} NtmClasses;

NtmClasses ntm_classes_of_series (const NtmSeries *series, const GPtrArray *units);
NtmClasses ntm_classes_of_values (NtmDecimal *values, guint n_values);
guint      ntm_classes_find      (const NtmClasses *self, NtmDecimal value);

G_END_DECLS
