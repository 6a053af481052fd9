/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ntm-lang.h"

G_BEGIN_DECLS

/**
 * NtmDate:
 *
 * A day, counted from 1 January of year 1 (proleptic Gregorian, as GDate's Julian day).
 * %NTM_DATE_MIN is "since before the records", %NTM_DATE_MAX "still".
 */
typedef gint32 NtmDate;

#define NTM_DATE_MIN G_MININT32
#define NTM_DATE_MAX G_MAXINT32

NtmDate  ntm_date_new      (int year, int month, int day);
gboolean ntm_date_parse    (const char *iso, NtmDate *out, GError **error);
gboolean ntm_date_parse_people (const char *text, NtmLang lang, NtmDate *out, GError **error);
char    *ntm_date_to_iso   (NtmDate date) G_GNUC_WARN_UNUSED_RESULT;
char    *ntm_date_format   (NtmDate date, NtmLang lang) G_GNUC_WARN_UNUSED_RESULT;
void     ntm_date_split    (NtmDate date, int *year, int *month, int *day);
int      ntm_date_year     (NtmDate date);
gboolean ntm_date_is_known (NtmDate date);
const char *ntm_date_english_month (int month);

/**
 * NtmInterval:
 *
 * A half-open interval of days: holds on @from, no longer on @to.
 */
typedef struct
{
  NtmDate from;
  NtmDate to;
} NtmInterval;

gboolean ntm_interval_parse    (const char *from_iso, const char *to_iso, NtmInterval *out, GError **error);
gboolean ntm_interval_contains (const NtmInterval *interval, NtmDate date);
gboolean ntm_interval_overlaps (const NtmInterval *a, const NtmInterval *b);

G_END_DECLS
