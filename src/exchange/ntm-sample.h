/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ntm-edit.h"

G_BEGIN_DECLS

#define NTM_SAMPLE_MAX_UNITS      20000
#define NTM_SAMPLE_MAX_INDICATORS 1000
#define NTM_SAMPLE_MAX_YEARS      50
#define NTM_SAMPLE_MIN_VERTICES   6
#define NTM_SAMPLE_MAX_VERTICES   5000

/**
 * NtmSampleSpec:
 * @units: how many units, the province and its districts included, from 1
 * @indicators: how many indicators, from 1
 * @years: how many years of values, the last being 2024, from 1
 * @vertices: about how many points the boundary of a commune has
 * @seed: equal specs make equal data
 *
 * How much data to generate.
 */
typedef struct
{
  guint   units;
  guint   indicators;
  guint   years;
  guint   vertices;
  guint64 seed;
} NtmSampleSpec;

gboolean ntm_sample_check            (const NtmSampleSpec *spec, GError **error);
NtmEdit *ntm_sample_new_registers    (const NtmSampleSpec *spec, GError **error) G_GNUC_WARN_UNUSED_RESULT;
NtmEdit *ntm_sample_new_observations (const NtmSampleSpec *spec, guint indicator, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
