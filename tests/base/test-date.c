/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days, as files and people write them, and intervals. */

#include <locale.h>
#include <string.h>

#include "ntm-date.h"
#include "ntm-error.h"

static int
days_in (int year, int month)
{
  static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
  gboolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

  return days[month - 1] + (month == 2 && leap);
}

/* Counts the days of all years one by one, and looks closely at those that are used. */
static void
test_calendar (void)
{
  NtmDate expected = 1;

  for (int year = 1; year <= 9999; year++)
    for (int month = 1; month <= 12; month++)
      {
        gboolean close = year >= 1890 && year <= 2210;

        g_assert_cmpint (ntm_date_new (year, month, 1), ==, expected);
        g_assert_cmpint (ntm_date_new (year, month, 0), ==, NTM_DATE_MIN);
        g_assert_cmpint (ntm_date_new (year, month, days_in (year, month) + 1), ==, NTM_DATE_MIN);
        for (int day = 1; day <= days_in (year, month); day++, expected++)
          {
            g_autofree char *iso = NULL;
            int y, m, d;
            NtmDate back = 0;

            if (!close)
              continue;
            ntm_date_split (expected, &y, &m, &d);
            g_assert_true (y == year && m == month && d == day);
            iso = ntm_date_to_iso (expected);
            g_assert_true (ntm_date_parse (iso, &back, NULL));
            g_assert_cmpint (back, ==, expected);
          }
      }
  g_assert_false (ntm_date_is_known (expected));
  g_assert_true (ntm_date_is_known (expected - 1));
  g_assert_false (ntm_date_is_known (0));
}

static void
test_unknown (void)
{
  static const NtmDate dates[] = { NTM_DATE_MIN, NTM_DATE_MAX, 0 };

  for (gsize i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autofree char *iso = ntm_date_to_iso (dates[i]);
      g_autofree char *vi = ntm_date_format (dates[i], NTM_LANG_VI);
      g_autofree char *en = ntm_date_format (dates[i], NTM_LANG_EN);

      g_assert_cmpstr (iso, ==, "");
      g_assert_cmpstr (vi, ==, "");
      g_assert_cmpstr (en, ==, "");
      g_assert_false (ntm_date_is_known (dates[i]));
      g_assert_cmpint (ntm_date_year (dates[i]), ==, 0);
    }
  g_assert_cmpint (ntm_date_new (0, 1, 1), ==, NTM_DATE_MIN);
  g_assert_cmpint (ntm_date_new (10000, 1, 1), ==, NTM_DATE_MIN);
  g_assert_cmpint (ntm_date_new (2024, 13, 1), ==, NTM_DATE_MIN);
  g_assert_cmpint (ntm_date_new (2024, -1, 300), ==, NTM_DATE_MIN);
  g_assert_cmpint (ntm_date_new (2024, 1, 257), ==, NTM_DATE_MIN);
  g_assert_cmpint (ntm_date_new (2024 + 65536, 1, 1), ==, NTM_DATE_MIN);
}

static void
test_iso_bad (void)
{
  static const char *const cases[] = { "", "2024", "2024-02", "2024-2-21", "2024-02-30", "2023-02-29", "1900-02-29",
                                       "2024-00-10", "2024-13-10", "2024-01-00", "0000-01-01", "24-02-21",
                                       " 2024-02-21", "2024-02-21 ", "2024-02-21T00:00", "02024-02-21", "2024/02/21",
                                       "-024-02-21", "2024-+2-21", "21/02/2024", "२०२४-०२-२१", "\xff" };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      NtmDate date = 42;

      if (ntm_date_parse (cases[i], &date, &error))
        g_error ("“%s” was read", cases[i]);
      g_assert_error (error, NTM_ERROR, NTM_ERROR_INPUT);
      g_assert_cmpint (date, ==, 42);
    }
}

static void
test_people (void)
{
  static const struct
  {
    const char *in;
    int         year, month, day; /* year 0 = refused */
    gboolean    only_en;
  } cases[] = {
    { "21/2/2024", 2024, 2, 21, FALSE },
    { "21/02/2024", 2024, 2, 21, FALSE },
    { " 1/1/2025\n", 2025, 1, 1, FALSE },
    { "30-6-2024", 2024, 6, 30, FALSE },
    { "30-06-2024", 2024, 6, 30, FALSE },
    { "30.6.2024", 2024, 6, 30, FALSE },
    { "2024-02-29", 2024, 2, 29, FALSE },
    { "08/3/2022", 2022, 3, 8, FALSE },
    { "21 Feb 2024", 2024, 2, 21, TRUE },
    { "1 dec 2200", 2200, 12, 1, TRUE },
    { "29/2/2023", 0, 0, 0, FALSE },
    { "2/21/2024", 0, 0, 0, FALSE },
    { "21/2-2024", 0, 0, 0, FALSE },
    { "21/2/24", 0, 0, 0, FALSE },
    { "21/2/02024", 0, 0, 0, FALSE },
    { "21/2/1899", 0, 0, 0, FALSE },
    { "21/2/2201", 0, 0, 0, FALSE },
    { "0/2/2024", 0, 0, 0, FALSE },
    { "021/2/2024", 0, 0, 0, FALSE },
    { "21 /2/2024", 0, 0, 0, FALSE },
    { "21/2", 0, 0, 0, FALSE },
    { "21/2/2024 x", 0, 0, 0, FALSE },
    { "21 Feb", 0, 0, 0, FALSE },
    { "31 Feb 2024", 0, 0, 0, FALSE },
    { "21 F", 0, 0, 0, FALSE },
    { "hôm nay", 0, 0, 0, FALSE },
    { "", 0, 0, 0, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (NtmLang lang = NTM_LANG_VI; lang <= NTM_LANG_EN; lang++)
      {
        g_autoptr (GError) error = NULL;
        gboolean good = cases[i].year && (lang == NTM_LANG_EN || !cases[i].only_en);
        NtmDate date = 42;

        if (ntm_date_parse_people (cases[i].in, lang, &date, &error) != good)
          g_error ("“%s” in %s: expected %d", cases[i].in, ntm_lang_code (lang), good);
        if (good)
          g_assert_cmpint (date, ==, ntm_date_new (cases[i].year, cases[i].month, cases[i].day));
        else
          g_assert_true (error && error->domain == NTM_ERROR && date == 42);
      }
}

static void
test_format (void)
{
  static const struct
  {
    const char *iso, *vi, *en;
  } cases[] = {
    { "2022-03-08", "08/3/2022", "8 Mar 2022" },   { "2024-02-21", "21/02/2024", "21 Feb 2024" },
    { "2024-06-30", "30/6/2024", "30 Jun 2024" },  { "2023-04-20", "20/4/2023", "20 Apr 2023" },
    { "2025-01-01", "01/01/2025", "1 Jan 2025" },  { "2018-12-10", "10/12/2018", "10 Dec 2018" },
    { "2023-10-09", "09/10/2023", "9 Oct 2023" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      NtmDate date = 0, from_vi = 0, from_en = 0;
      g_autofree char *vi = NULL, *en = NULL;

      g_assert_true (ntm_date_parse (cases[i].iso, &date, NULL));
      vi = ntm_date_format (date, NTM_LANG_VI);
      en = ntm_date_format (date, NTM_LANG_EN);
      g_assert_cmpstr (vi, ==, cases[i].vi);
      g_assert_cmpstr (en, ==, cases[i].en);
      g_assert_true (ntm_date_parse_people (vi, NTM_LANG_VI, &from_vi, NULL) && from_vi == date);
      g_assert_true (ntm_date_parse_people (en, NTM_LANG_EN, &from_en, NULL) && from_en == date);
    }
}

static void
test_interval_parse (void)
{
  static const struct
  {
    const char *from, *to;
    int         error;
  } cases[] = {
    { "", "", -1 },
    { "2015-04-11", "", -1 },
    { "", "2025-07-01", -1 },
    { "2024-02-21", "2024-02-22", -1 },
    { "2024-02-21", "2024-02-21", NTM_ERROR_RANGE },
    { "2024-02-22", "2024-02-21", NTM_ERROR_RANGE },
    { "2024-02-30", "", NTM_ERROR_INPUT },
    { "", "still", NTM_ERROR_INPUT },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *from = NULL, *to = NULL;
      NtmInterval interval = { 1, 2 };

      ntm_interval_parse (cases[i].from, cases[i].to, &interval, &error);
      if (cases[i].error >= 0)
        {
          g_assert_error (error, NTM_ERROR, cases[i].error);
          g_assert_true (interval.from == 1 && interval.to == 2);
          continue;
        }
      g_assert_no_error (error);
      from = ntm_date_to_iso (interval.from);
      to = ntm_date_to_iso (interval.to);
      g_assert_cmpstr (from, ==, cases[i].from);
      g_assert_cmpstr (to, ==, cases[i].to);
    }
}

/* All intervals of a week against a look at each of its days. */
static void
test_interval_days (void)
{
  static const NtmDate ends[] = { NTM_DATE_MIN, 1, 2, 3, 4, 5, NTM_DATE_MAX };
  const gsize n = G_N_ELEMENTS (ends);

  for (gsize code = 0; code < n * n * n * n; code++)
    {
      NtmInterval a = { ends[code % n], ends[code / n % n] };
      NtmInterval b = { ends[code / n / n % n], ends[code / n / n / n] };
      gboolean meet = FALSE;

      if (a.from >= a.to || b.from >= b.to)
        continue;
      for (NtmDate day = 0; day <= 6; day++)
        {
          g_assert_cmpint (ntm_interval_contains (&a, day), ==, day >= a.from && day <= a.to - 1);
          meet |= ntm_interval_contains (&a, day) && ntm_interval_contains (&b, day);
        }
      g_assert_cmpint (ntm_interval_overlaps (&a, &b), ==, meet);
    }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date/calendar", test_calendar);
  g_test_add_func ("/date/unknown", test_unknown);
  g_test_add_func ("/date/iso-bad", test_iso_bad);
  g_test_add_func ("/date/people", test_people);
  g_test_add_func ("/date/format", test_format);
  g_test_add_func ("/interval/parse", test_interval_parse);
  g_test_add_func ("/interval/days", test_interval_days);
  return g_test_run ();
}
