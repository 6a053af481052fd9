/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ntm-date.h"

G_BEGIN_DECLS

/**
 * NtmPeriodKind:
 *
 * From the shortest to the longest; %NTM_PERIOD_DAY is a state on a day.
 */
typedef enum
{
  NTM_PERIOD_DAY,
  NTM_PERIOD_MONTH,
  NTM_PERIOD_QUARTER,
  NTM_PERIOD_HALF,
  NTM_PERIOD_YEAR,
  NTM_PERIOD_RANGE,
} NtmPeriodKind;

/**
 * NtmPeriod:
 *
 * What a figure is about: `2023`, `2023-H1`, `2023-Q1`, `2023-06`, `2024-02-17`, `2021/2025`.
 * Years 1900 to 2200. @days is half-open; equal text means equal struct.
 */
typedef struct
{
  NtmPeriodKind kind;
  NtmInterval   days;
} NtmPeriod;

gboolean ntm_period_parse    (const char *text, NtmPeriod *out, GError **error);
char    *ntm_period_to_string (const NtmPeriod *period) G_GNUC_WARN_UNUSED_RESULT;
char    *ntm_period_format   (const NtmPeriod *period, NtmLang lang) G_GNUC_WARN_UNUSED_RESULT;
int      ntm_period_compare  (const NtmPeriod *a, const NtmPeriod *b);
gboolean ntm_period_equal    (const NtmPeriod *a, const NtmPeriod *b);
guint    ntm_period_hash     (const NtmPeriod *period);
NtmDate  ntm_period_last_day (const NtmPeriod *period);

G_END_DECLS
