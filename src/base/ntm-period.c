/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a figure is about: a day, a month, a quarter, a half-year, a year or a range of years. The kind and
 * the first and last day say all; the text of files is made from them, so equal text is an equal struct.
 */

#include "config.h"

#include <string.h>
#include <glib/gi18n-lib.h>

#include "ntm-fail.h"
#include "ntm-period.h"

#define YEAR_MIN 1900
#define YEAR_MAX 2200

static gboolean
fail_not_a_period (const char *text, GError **error)
{
  g_autofree char *quote = ntm_fail_quote (text);

  return ntm_fail (error, NTM_ERROR_INPUT,
                   _("“%s” is not a period. Write it like 2023, 2023-H1, 2023-Q1, 2023-06, 2024-02-17 or 2021/2025."),
                   quote);
}

/* Whether @text looks like @pattern, where 0 stands for a digit. */
static gboolean
looks_like (const char *text, const char *pattern)
{
  for (; *pattern; text++, pattern++)
    if (*pattern == '0' ? !g_ascii_isdigit (*text) : *text != *pattern)
      return FALSE;
  return *text == '\0';
}

static int
number_at (const char *text, int n)
{
  int value = 0;

  for (int i = 0; i < n; i++)
    value = value * 10 + (text[i] - '0');
  return value;
}

/* @n months from the first day of @month. */
static gboolean
set_months (NtmPeriod *period, NtmPeriodKind kind, int year, int month, int n)
{
  int end = month + n;

  if (month < 1 || end > 13)
    return FALSE;
  period->kind = kind;
  period->days.from = ntm_date_new (year, month, 1);
  period->days.to = end == 13 ? ntm_date_new (year + 1, 1, 1) : ntm_date_new (year, end, 1);
  return TRUE;
}

static gboolean
set_day (NtmPeriod *period, int year, int month, int day)
{
  NtmDate date = ntm_date_new (year, month, day);

  period->kind = NTM_PERIOD_DAY;
  period->days.from = date;
  period->days.to = date + 1;
  return ntm_date_is_known (date);
}

static gboolean
set_range (NtmPeriod *period, int first, int last)
{
  period->kind = NTM_PERIOD_RANGE;
  period->days.from = ntm_date_new (first, 1, 1);
  period->days.to = ntm_date_new (last + 1, 1, 1);
  return first < last;
}

static gboolean
read_period (const char *text, NtmPeriod *period)
{
  int year = strlen (text) >= 4 ? number_at (text, 4) : 0; /* if one of the patterns fits */

  if (looks_like (text, "0000"))
    return set_months (period, NTM_PERIOD_YEAR, year, 1, 12);
  if (looks_like (text, "0000-H0"))
    return set_months (period, NTM_PERIOD_HALF, year, 6 * number_at (text + 6, 1) - 5, 6);
  if (looks_like (text, "0000-Q0"))
    return set_months (period, NTM_PERIOD_QUARTER, year, 3 * number_at (text + 6, 1) - 2, 3);
  if (looks_like (text, "0000-00"))
    return set_months (period, NTM_PERIOD_MONTH, year, number_at (text + 5, 2), 1);
  if (looks_like (text, "0000-00-00"))
    return set_day (period, year, number_at (text + 5, 2), number_at (text + 8, 2));
  if (looks_like (text, "0000/0000"))
    return set_range (period, year, number_at (text + 5, 4));
  return FALSE;
}

static gboolean
is_within_years (const NtmPeriod *period)
{
  return ntm_date_is_known (period->days.to) && ntm_date_year (period->days.from) >= YEAR_MIN &&
         ntm_date_year (period->days.to - 1) <= YEAR_MAX;
}

/**
 * ntm_period_parse:
 * @text: a period as files write it, see [struct@Ntm.Period]
 * @out: (out caller-allocates): the period
 * @error: return location for an error
 *
 * Reads a period strictly. A range has at least two years.
 *
 * Returns: %TRUE, or %FALSE with %NTM_ERROR_INPUT, %NTM_ERROR_RANGE if a year is not within 1900 to
 *   2200; @out is then untouched
 */
gboolean
ntm_period_parse (const char *text, NtmPeriod *out, GError **error)
{
  NtmPeriod period;

  g_return_val_if_fail (text != NULL && out != NULL, FALSE);

  /* All bytes are set, for those who hash or compare the struct as bytes. */
  memset (&period, 0, sizeof period);
  if (!read_period (text, &period))
    return fail_not_a_period (text, error);
  if (!is_within_years (&period))
    return ntm_fail (error, NTM_ERROR_RANGE, _("The period “%s” is not within the years %d to %d."),
                     text, YEAR_MIN, YEAR_MAX);
  *out = period;
  return TRUE;
}

/**
 * ntm_period_to_string:
 * @period: a period
 *
 * Returns: (transfer full): the period as files write it
 */
char *
ntm_period_to_string (const NtmPeriod *period)
{
  int year, month;

  ntm_date_split (period->days.from, &year, &month, NULL);
  switch (period->kind)
    {
    case NTM_PERIOD_DAY:
      return ntm_date_to_iso (period->days.from);
    case NTM_PERIOD_MONTH:
      return g_strdup_printf ("%04d-%02d", year, month);
    case NTM_PERIOD_QUARTER:
      return g_strdup_printf ("%04d-Q%d", year, (month + 2) / 3);
    case NTM_PERIOD_HALF:
      return g_strdup_printf ("%04d-H%d", year, month < 7 ? 1 : 2);
    case NTM_PERIOD_YEAR:
      return g_strdup_printf ("%04d", year);
    case NTM_PERIOD_RANGE:
      return g_strdup_printf ("%04d/%04d", year, ntm_date_year (period->days.to - 1));
    default:
      g_return_val_if_reached (g_strdup (""));
    }
}

static char *
format_vi (NtmPeriodKind kind, int year, int month)
{
  static const char *const quarters[] = { "I", "II", "III", "IV" };

  if (kind == NTM_PERIOD_MONTH)
    return g_strdup_printf ("%s%d/%d", month < 3 ? "0" : "", month, year);
  if (kind == NTM_PERIOD_QUARTER)
    return g_strdup_printf ("quý %s/%d", quarters[(month - 1) / 3], year);
  return g_strdup_printf ("6 tháng %s %d", month < 7 ? "đầu" : "cuối", year);
}

static char *
format_en (NtmPeriodKind kind, int year, int month)
{
  if (kind == NTM_PERIOD_MONTH)
    return g_strdup_printf ("%s %d", ntm_date_english_month (month), year);
  if (kind == NTM_PERIOD_QUARTER)
    return g_strdup_printf ("Q%d %d", (month + 2) / 3, year);
  return g_strdup_printf ("H%d %d", month < 7 ? 1 : 2, year);
}

/**
 * ntm_period_format:
 * @period: a period
 * @lang: the language
 *
 * Writes a period in the short form of axes and cells. Vietnamese: 2023, 6 tháng đầu 2024, quý I/2023,
 * 6/2023, 17/02/2024, 2021–2025. English: 2023, H1 2024, Q1 2023, Jun 2023, 17 Feb 2024, 2021–2025.
 *
 * Returns: (transfer full): the text
 */
char *
ntm_period_format (const NtmPeriod *period, NtmLang lang)
{
  int year, month;

  ntm_date_split (period->days.from, &year, &month, NULL);
  g_return_val_if_fail (month >= 1, g_strdup (""));

  if (period->kind == NTM_PERIOD_DAY)
    return ntm_date_format (period->days.from, lang);
  if (period->kind == NTM_PERIOD_YEAR)
    return g_strdup_printf ("%d", year);
  if (period->kind == NTM_PERIOD_RANGE)
    return g_strdup_printf ("%d–%d", year, ntm_date_year (period->days.to - 1));
  return lang == NTM_LANG_EN ? format_en (period->kind, year, month) : format_vi (period->kind, year, month);
}

/**
 * ntm_period_compare:
 * @a: a period
 * @b: another one
 *
 * Compares by the last day, then the shorter kind first, then the first day: so a year's value stands
 * behind those of its quarters.
 *
 * Returns: negative, 0 or positive, as @a stands before, with or after @b; 0 only if they are equal
 */
int
ntm_period_compare (const NtmPeriod *a, const NtmPeriod *b)
{
  if (a->days.to != b->days.to)
    return a->days.to < b->days.to ? -1 : 1;
  if (a->kind != b->kind)
    return a->kind < b->kind ? -1 : 1;
  return (a->days.from > b->days.from) - (a->days.from < b->days.from);
}

/**
 * ntm_period_equal:
 * @a: a period
 * @b: another one
 *
 * Returns: %TRUE if they are the same
 */
gboolean
ntm_period_equal (const NtmPeriod *a, const NtmPeriod *b)
{
  return ntm_period_compare (a, b) == 0;
}

/**
 * ntm_period_hash:
 * @period: a period
 *
 * Returns: a hash that equal periods share
 */
guint
ntm_period_hash (const NtmPeriod *period)
{
  return ((guint) period->days.from * 31 + (guint) period->days.to) * 31 + (guint) period->kind;
}

/**
 * ntm_period_last_day:
 * @period: a period
 *
 * Returns: its last day, on which a stock of that period is measured
 */
NtmDate
ntm_period_last_day (const NtmPeriod *period)
{
  return period->days.to - 1;
}
