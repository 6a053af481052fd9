/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Days of the Gregorian calendar, and half-open intervals of them. Files hold ISO dates; "" stands for
 * an unbounded end, which is NTM_DATE_MIN or NTM_DATE_MAX here.
 */

#include "config.h"

#include <string.h>
#include <glib/gi18n-lib.h>

#include "ntm-date.h"
#include "ntm-fail.h"

#define PEOPLE_YEAR_MIN 1900
#define PEOPLE_YEAR_MAX 2200

/**
 * ntm_date_new:
 * @year: 1 to 9999
 * @month: 1 to 12
 * @day: a day of that month
 *
 * Returns: the day; %NTM_DATE_MIN if there is no such day
 */
NtmDate
ntm_date_new (int year, int month, int day)
{
  GDate date;

  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31 ||
      !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return NTM_DATE_MIN;
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return (NtmDate) g_date_get_julian (&date);
}

/**
 * ntm_date_is_known:
 * @date: a date
 *
 * Returns: %TRUE if it is a day of years 1 to 9999, and not "before the records" or "still"
 */
gboolean
ntm_date_is_known (NtmDate date)
{
  return date >= 1 && date <= 3652059; /* 9999-12-31 */
}

/**
 * ntm_date_split:
 * @date: a known date
 * @year: (out) (optional): its year
 * @month: (out) (optional): its month, 1 to 12
 * @day: (out) (optional): its day, 1 to 31
 *
 * Takes a date apart. All three are 0 for a date that is not known.
 */
void
ntm_date_split (NtmDate date, int *year, int *month, int *day)
{
  gboolean known = ntm_date_is_known (date);
  GDate split;

  g_date_clear (&split, 1);
  if (known)
    g_date_set_julian (&split, (guint32) date);
  if (year)
    *year = known ? g_date_get_year (&split) : 0;
  if (month)
    *month = known ? (int) g_date_get_month (&split) : 0;
  if (day)
    *day = known ? g_date_get_day (&split) : 0;
}

/**
 * ntm_date_year:
 * @date: a date
 *
 * Returns: its year, or 0 if it is not known
 */
int
ntm_date_year (NtmDate date)
{
  int year;

  ntm_date_split (date, &year, NULL, NULL);
  return year;
}

/**
 * ntm_date_english_month:
 * @month: 1 to 12
 *
 * Returns: the month's name in three letters, "Jan"
 */
const char *
ntm_date_english_month (int month)
{
  static const char names[][4] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                   "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };

  g_return_val_if_fail (month >= 1 && month <= 12, "");

  return names[month - 1];
}

/* Reads @min to @max digits, no sign or space; -1 if they are not there. */
static int
read_digits (const char **p, int min, int max)
{
  int n = (int) strspn (*p, "0123456789");
  int value = 0;

  if (n < min || n > max)
    return -1;
  for (int i = 0; i < n; i++)
    value = value * 10 + ((*p)[i] - '0');
  *p += n;
  return value;
}

static gboolean
skip (const char **p, char c)
{
  if (**p != c)
    return FALSE;
  (*p)++;
  return TRUE;
}

static gboolean
fail_no_such_day (const char *text, GError **error)
{
  g_autofree char *quote = ntm_fail_quote (text);

  return ntm_fail (error, NTM_ERROR_INPUT, _("There is no day “%s” in the calendar."), quote);
}

/* Takes the three numbers over if all of @text is read and the day exists. */
static gboolean
read_iso (const char *text, int *year, int *month, int *day)
{
  const char *p = text;

  return (*year = read_digits (&p, 4, 4)) >= 0 && skip (&p, '-') &&
         (*month = read_digits (&p, 2, 2)) >= 0 && skip (&p, '-') &&
         (*day = read_digits (&p, 2, 2)) >= 0 && *p == '\0';
}

/**
 * ntm_date_parse:
 * @iso: a date as files write it, 2024-02-21, and nothing else
 * @out: (out): the day
 * @error: return location for an error
 *
 * Reads an ISO date strictly.
 *
 * Returns: %TRUE, or %FALSE with %NTM_ERROR_INPUT and @out untouched
 */
gboolean
ntm_date_parse (const char *iso, NtmDate *out, GError **error)
{
  int year, month, day;
  NtmDate date;

  g_return_val_if_fail (iso != NULL && out != NULL, FALSE);

  if (!read_iso (iso, &year, &month, &day))
    {
      g_autofree char *quote = ntm_fail_quote (iso);

      return ntm_fail (error, NTM_ERROR_INPUT, _("“%s” is not a date. Write it like 2024-02-21."), quote);
    }
  date = ntm_date_new (year, month, day);
  if (date == NTM_DATE_MIN)
    return fail_no_such_day (iso, error);
  *out = date;
  return TRUE;
}

/* d/m/yyyy with /, - or . twice. */
static gboolean
read_day_first (const char *text, int *year, int *month, int *day)
{
  const char *p = text;
  char mark;

  if ((*day = read_digits (&p, 1, 2)) < 0)
    return FALSE;
  mark = *p;
  return (mark == '/' || mark == '-' || mark == '.') && skip (&p, mark) &&
         (*month = read_digits (&p, 1, 2)) >= 0 && skip (&p, mark) &&
         (*year = read_digits (&p, 4, 4)) >= 0 && *p == '\0';
}

/* 21 Feb 2024, as ntm_date_format() writes it in English. */
static gboolean
read_month_name (const char *text, int *year, int *month, int *day)
{
  const char *p = text;

  if ((*day = read_digits (&p, 1, 2)) < 0 || !skip (&p, ' '))
    return FALSE;
  for (*month = 1; *month <= 12; (*month)++)
    if (g_ascii_strncasecmp (p, ntm_date_english_month (*month), 3) == 0)
      break;
  if (*month > 12)
    return FALSE;
  p += 3;
  return skip (&p, ' ') && (*year = read_digits (&p, 4, 4)) >= 0 && *p == '\0';
}

/**
 * ntm_date_parse_people:
 * @text: a date as people write it
 * @lang: the language
 * @out: (out): the day
 * @error: return location for an error
 *
 * Reads a date, day first: 21/2/2024, 21-02-2024, 21.2.2024; an ISO date; in English "21 Feb 2024" too.
 * White space around it is allowed, years have four digits.
 *
 * Returns: %TRUE, or %FALSE with %NTM_ERROR_INPUT, %NTM_ERROR_RANGE if the year is not within 1900 to
 *   2200; @out is then untouched
 */
gboolean
ntm_date_parse_people (const char *text, NtmLang lang, NtmDate *out, GError **error)
{
  g_autofree char *clean = NULL;
  int year, month, day;
  NtmDate date;

  g_return_val_if_fail (text != NULL && out != NULL, FALSE);

  clean = g_strstrip (g_strdup (text));
  if (*clean == '\0')
    return ntm_fail (error, NTM_ERROR_INPUT, _("There is no date. Write day, month and year like 21/02/2024."));
  if (!read_iso (clean, &year, &month, &day) && !read_day_first (clean, &year, &month, &day) &&
      !(lang == NTM_LANG_EN && read_month_name (clean, &year, &month, &day)))
    {
      g_autofree char *quote = ntm_fail_quote (clean);

      return ntm_fail (error, NTM_ERROR_INPUT,
                       _("“%s” is not a date. Write day, month and year like 21/02/2024."), quote);
    }
  date = ntm_date_new (year, month, day);
  if (date == NTM_DATE_MIN)
    return fail_no_such_day (clean, error);
  if (year < PEOPLE_YEAR_MIN || year > PEOPLE_YEAR_MAX)
    return ntm_fail (error, NTM_ERROR_RANGE, _("The year %d is not within %d to %d."),
                     year, PEOPLE_YEAR_MIN, PEOPLE_YEAR_MAX);
  *out = date;
  return TRUE;
}

/**
 * ntm_date_to_iso:
 * @date: a date
 *
 * Returns: (transfer full): the date as files write it, 2024-02-21, or "" if it is not known
 */
char *
ntm_date_to_iso (NtmDate date)
{
  int year, month, day;

  if (!ntm_date_is_known (date))
    return g_strdup ("");
  ntm_date_split (date, &year, &month, &day);
  return g_strdup_printf ("%04d-%02d-%02d", year, month, day);
}

/**
 * ntm_date_format:
 * @date: a date
 * @lang: the language
 *
 * Writes a date for people. In Vietnamese as official papers do: days below 10 and the months 1 and 2
 * take a zero, so that no digit can be put before them, the other months none: 08/3/2022, 21/02/2024,
 * 30/6/2024. In English 21 Feb 2024.
 *
 * Returns: (transfer full): the text, or "" if the date is not known
 */
char *
ntm_date_format (NtmDate date, NtmLang lang)
{
  int year, month, day;

  if (!ntm_date_is_known (date))
    return g_strdup ("");
  ntm_date_split (date, &year, &month, &day);
  if (lang == NTM_LANG_EN)
    return g_strdup_printf ("%d %s %d", day, ntm_date_english_month (month), year);
  return g_strdup_printf ("%02d/%s%d/%d", day, month < 3 ? "0" : "", month, year);
}

/**
 * ntm_interval_parse:
 * @from_iso: the first day, or "" for since before the records
 * @to_iso: the day after the last, or "" for still
 * @out: (out caller-allocates): the interval
 * @error: return location for an error
 *
 * Reads the two dates between which something holds.
 *
 * Returns: %TRUE, or %FALSE with %NTM_ERROR_INPUT if one is no date, %NTM_ERROR_RANGE if no day is
 *   between them; @out is then untouched
 */
gboolean
ntm_interval_parse (const char *from_iso, const char *to_iso, NtmInterval *out, GError **error)
{
  NtmInterval interval = { NTM_DATE_MIN, NTM_DATE_MAX };

  g_return_val_if_fail (from_iso != NULL && to_iso != NULL && out != NULL, FALSE);

  if ((*from_iso && !ntm_date_parse (from_iso, &interval.from, error)) ||
      (*to_iso && !ntm_date_parse (to_iso, &interval.to, error)))
    return FALSE;
  if (interval.from >= interval.to)
    return ntm_fail (error, NTM_ERROR_RANGE,
                     _("The interval ends on %s, which is not after its first day %s."), to_iso, from_iso);
  *out = interval;
  return TRUE;
}

/**
 * ntm_interval_contains:
 * @interval: an interval
 * @date: a day
 *
 * Returns: %TRUE if what the interval is about holds on @date
 */
gboolean
ntm_interval_contains (const NtmInterval *interval, NtmDate date)
{
  return interval->from <= date && date < interval->to;
}

/**
 * ntm_interval_overlaps:
 * @a: an interval
 * @b: another one
 *
 * Returns: %TRUE if both hold on some day; %FALSE if one merely begins when the other ends
 */
gboolean
ntm_interval_overlaps (const NtmInterval *a, const NtmInterval *b)
{
  return MAX (a->from, b->from) < MIN (a->to, b->to);
}
