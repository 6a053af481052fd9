/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Periods: what files and people write, which days they cover, and their order. */

#include <locale.h>

#include "ntm-error.h"
#include "ntm-period.h"

static NtmPeriod
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  NtmPeriod period = { 0 };

  ntm_period_parse (text, &period, &error);
  g_assert_no_error (error);
  return period;
}

static void
test_good (void)
{
  static const struct
  {
    const char   *text;
    NtmPeriodKind kind;
    const char   *first, *last, *vi, *en;
  } cases[] = {
    { "2023", NTM_PERIOD_YEAR, "2023-01-01", "2023-12-31", "2023", "2023" },
    { "2024-H1", NTM_PERIOD_HALF, "2024-01-01", "2024-06-30", "6 tháng đầu 2024", "H1 2024" },
    { "2024-H2", NTM_PERIOD_HALF, "2024-07-01", "2024-12-31", "6 tháng cuối 2024", "H2 2024" },
    { "2023-Q1", NTM_PERIOD_QUARTER, "2023-01-01", "2023-03-31", "quý I/2023", "Q1 2023" },
    { "2023-Q2", NTM_PERIOD_QUARTER, "2023-04-01", "2023-06-30", "quý II/2023", "Q2 2023" },
    { "2023-Q3", NTM_PERIOD_QUARTER, "2023-07-01", "2023-09-30", "quý III/2023", "Q3 2023" },
    { "2023-Q4", NTM_PERIOD_QUARTER, "2023-10-01", "2023-12-31", "quý IV/2023", "Q4 2023" },
    { "2023-06", NTM_PERIOD_MONTH, "2023-06-01", "2023-06-30", "6/2023", "Jun 2023" },
    { "2024-02", NTM_PERIOD_MONTH, "2024-02-01", "2024-02-29", "02/2024", "Feb 2024" },
    { "2024-12", NTM_PERIOD_MONTH, "2024-12-01", "2024-12-31", "12/2024", "Dec 2024" },
    { "2024-02-17", NTM_PERIOD_DAY, "2024-02-17", "2024-02-17", "17/02/2024", "17 Feb 2024" },
    { "2021/2025", NTM_PERIOD_RANGE, "2021-01-01", "2025-12-31", "2021–2025", "2021–2025" },
    { "1900", NTM_PERIOD_YEAR, "1900-01-01", "1900-12-31", "1900", "1900" },
    { "1900/2200", NTM_PERIOD_RANGE, "1900-01-01", "2200-12-31", "1900–2200", "1900–2200" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      NtmPeriod period = parse (cases[i].text);
      g_autofree char *first = ntm_date_to_iso (period.days.from);
      g_autofree char *last = ntm_date_to_iso (ntm_period_last_day (&period));
      g_autofree char *text = ntm_period_to_string (&period);
      g_autofree char *vi = ntm_period_format (&period, NTM_LANG_VI);
      g_autofree char *en = ntm_period_format (&period, NTM_LANG_EN);

      g_assert_cmpint (period.kind, ==, cases[i].kind);
      g_assert_cmpstr (first, ==, cases[i].first);
      g_assert_cmpstr (last, ==, cases[i].last);
      g_assert_cmpstr (text, ==, cases[i].text);
      g_assert_cmpstr (vi, ==, cases[i].vi);
      g_assert_cmpstr (en, ==, cases[i].en);
      g_assert_cmpint (period.days.to, ==, ntm_period_last_day (&period) + 1);
    }
}

static void
test_bad (void)
{
  static const struct
  {
    const char *text;
    int         error;
  } cases[] = {
    { "", NTM_ERROR_INPUT },           { "23", NTM_ERROR_INPUT },          { "02023", NTM_ERROR_INPUT },
    { "2023 ", NTM_ERROR_INPUT },      { "2023-H0", NTM_ERROR_INPUT },     { "2023-H3", NTM_ERROR_INPUT },
    { "2023-Q0", NTM_ERROR_INPUT },    { "2023-Q5", NTM_ERROR_INPUT },     { "2023-q1", NTM_ERROR_INPUT },
    { "2023-00", NTM_ERROR_INPUT },    { "2023-13", NTM_ERROR_INPUT },     { "2023-6", NTM_ERROR_INPUT },
    { "2023-02-29", NTM_ERROR_INPUT }, { "2023-02-00", NTM_ERROR_INPUT },  { "2025/2021", NTM_ERROR_INPUT },
    { "2021/2021", NTM_ERROR_INPUT },  { "2021-2025", NTM_ERROR_INPUT },   { "2021/25", NTM_ERROR_INPUT },
    { "2023-Q", NTM_ERROR_INPUT },     { "abcd", NTM_ERROR_INPUT },        { "\xff\xff\xff\xff", NTM_ERROR_INPUT },
    { "0000-00-00", NTM_ERROR_INPUT }, { "1899", NTM_ERROR_RANGE },        { "2201", NTM_ERROR_RANGE },
    { "9999", NTM_ERROR_RANGE },       { "0000", NTM_ERROR_RANGE },        { "9999-12-31", NTM_ERROR_RANGE },
    { "9999-12", NTM_ERROR_RANGE },    { "2021/9999", NTM_ERROR_RANGE },   { "1899/2000", NTM_ERROR_RANGE },
    { "2200/2201", NTM_ERROR_RANGE },  { "1899-12-31", NTM_ERROR_RANGE },  { "0001-01", NTM_ERROR_RANGE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      NtmPeriod period = { NTM_PERIOD_DAY, { 1, 2 } };

      if (ntm_period_parse (cases[i].text, &period, &error))
        g_error ("“%s” was read", cases[i].text);
      g_assert_error (error, NTM_ERROR, cases[i].error);
      g_assert_true (period.kind == NTM_PERIOD_DAY && period.days.from == 1 && period.days.to == 2);
    }
}

/* Checks that @n periods of a year follow each other from @from on; returns the day after them. */
static NtmDate
check_chain (const char *prefix, int width, int year, int n, NtmDate from)
{
  for (int i = 1; i <= n; i++)
    {
      g_autofree char *text = g_strdup_printf ("%d%s%0*d", year, prefix, width, i);
      g_autofree char *back = NULL;
      NtmPeriod period = parse (text);

      back = ntm_period_to_string (&period);
      g_assert_cmpstr (back, ==, text);
      g_assert_cmpint (period.days.from, ==, from);
      from = period.days.to;
    }
  return from;
}

/* Halves, quarters and months tile every year, and every day is one. */
static void
test_tiling (void)
{
  for (int year = 1900; year <= 2200; year++)
    {
      g_autofree char *text = g_strdup_printf ("%d", year);
      NtmPeriod whole = parse (text);

      g_assert_cmpint (whole.days.from, ==, ntm_date_new (year, 1, 1));
      g_assert_cmpint (check_chain ("-H", 1, year, 2, whole.days.from), ==, whole.days.to);
      g_assert_cmpint (check_chain ("-Q", 1, year, 4, whole.days.from), ==, whole.days.to);
      g_assert_cmpint (check_chain ("-", 2, year, 12, whole.days.from), ==, whole.days.to);
      for (NtmDate day = whole.days.from; day < whole.days.to; day += 5)
        {
          g_autofree char *iso = ntm_date_to_iso (day);
          NtmPeriod one = parse (iso);

          g_assert_true (one.days.from == day && one.days.to == day + 1 && one.kind == NTM_PERIOD_DAY);
        }
    }
}

static void
test_order (void)
{
  static const char *const sorted[] = { "2022",       "2023-03-30", "2023-03-31", "2023-03", "2023-Q1",   "2023-06-30",
                                        "2023-06",    "2023-Q2",    "2023-H1",    "2023-07", "2023-12-31", "2023-12",
                                        "2023-Q4",    "2023-H2",    "2023",       "2016/2023", "2021/2023", "2024-01-01",
                                        "2021/2025" };
  const gsize n = G_N_ELEMENTS (sorted);

  for (gsize i = 0; i < n; i++)
    for (gsize j = 0; j < n; j++)
      {
        NtmPeriod a = parse (sorted[i]), b = parse (sorted[j]);
        int order = ntm_period_compare (&a, &b);

        g_assert_cmpint ((order > 0) - (order < 0), ==, (i > j) - (i < j));
        g_assert_cmpint (ntm_period_equal (&a, &b), ==, i == j);
        g_assert_cmpint (ntm_period_hash (&a) == ntm_period_hash (&b), ==, i == j);
      }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/period/good", test_good);
  g_test_add_func ("/period/bad", test_bad);
  g_test_add_func ("/period/tiling", test_tiling);
  g_test_add_func ("/period/order", test_order);
  return g_test_run ();
}
