/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Observed and required pace, on the province's water figures and around their edges. */

#include "config.h"

#include <math.h>

#include "fixture.h"
#include "ntm-pace.h"

#define HEADER "indicator,unit,period,kind,source,value,numerator,denominator,state\n"

static const char targets[] =
  "id,unit,indicator,value,qualifier,period\n"
  "t,1-0,w,50,>=,2025\n"
  "bare,1-0,w,50,=,2025\n"
  "past,1-0,w,20,>=,2023\n"
  "open,1-0,w,50,>=,\n"
  "down,1-0,p,2,=,2025\n";

static NtmAtlas *
new_atlas (CsvStore *store, const char *observations, const char *breaks)
{
  g_autofree char *csv = g_strconcat (HEADER, observations, NULL);

  csv_store_set (store, NTM_TABLE_UNIT, "id,code,level\n1-0,1,province\n");
  csv_store_set (store, NTM_TABLE_UNIT_STATE, "unit,type,name,short_name\n1-0,tỉnh,Tỉnh A,A\n");
  csv_store_set (store, NTM_TABLE_INDICATOR,
                 "code,name_vi,name_en,direction,kind\nw,a,a,up,stock\np,b,b,down,stock\nf,c,c,up,flow\n");
  csv_store_set (store, NTM_TABLE_TARGET, targets);
  csv_store_set (store, NTM_TABLE_OBSERVATION, csv);
  if (breaks)
    csv_store_set (store, NTM_TABLE_SERIES_BREAK, breaks);
  return csv_store_new_atlas (store);
}

static gboolean
compute (NtmAtlas *atlas, const char *indicator, const char *target, const char *at, NtmPace *pace)
{
  const NtmSeries *series = ntm_atlas_series (atlas, indicator, NULL);

  return ntm_pace_compute (atlas, series, ntm_atlas_find_unit (atlas, "1-0"),
                           target ? ntm_atlas_lookup (atlas, NTM_TABLE_TARGET, target) : NULL, day (at), pace);
}

#define WATER "w,1-0,2023,reported,,24.5,,,value\nw,1-0,2024-06-30,reported,,,81462,293534,value\n"

static void
test_worked (void)
{
  g_autoptr (CsvStore) store = csv_store_new ();
  g_autoptr (NtmAtlas) atlas = new_atlas (store, WATER, NULL);
  double last = 100.0 * 81462 / 293534;
  NtmPace pace;

  g_assert_true (compute (atlas, "w", "t", "2024-10-01", &pace));
  g_assert_true (pace.has_observed && pace.has_required);
  g_assert_cmpint (pace.from, ==, day ("2024-06-30"));
  g_assert_cmpint (pace.to, ==, day ("2025-12-31"));
  g_assert_cmpfloat_with_epsilon (pace.last, last, 1e-5);
  /* 182 and 549 days */
  g_assert_cmpfloat_with_epsilon (pace.observed, (last - 24.5) / 182 * 365.25, 1e-4);
  g_assert_cmpfloat_with_epsilon (pace.required, (50 - last) / 549 * 365.25, 1e-4);
  g_assert_cmpfloat_with_epsilon (pace.observed, 6.53, 0.01);
  g_assert_cmpfloat_with_epsilon (pace.required, 14.80, 0.01);
  g_assert_cmpfloat_with_epsilon (pace.projected, 37.56, 0.01);
  g_assert_false (pace.reaches);
  g_assert_false (pace.met);
}

/* Before the half-year figure one value is known: nothing observed, something required. */
static void
test_single (void)
{
  g_autoptr (CsvStore) store = csv_store_new ();
  g_autoptr (NtmAtlas) atlas = new_atlas (store, WATER, NULL);
  NtmPace pace;

  g_assert_true (compute (atlas, "w", "t", "2024-02-21", &pace));
  g_assert_false (pace.has_observed);
  g_assert_true (pace.has_required);
  g_assert_cmpfloat_with_epsilon (pace.required, 25.5 / 731 * 365.25, 1e-6);
  g_assert_cmpfloat_with_epsilon (pace.projected, 24.5, 1e-9);
  g_assert_false (pace.reaches);
  g_assert_false (compute (atlas, "w", "t", "2023-12-30", &pace));
  g_assert_false (pace.has_observed || pace.has_required || pace.met);
}

static const struct
{
  const char *breaks;
  gboolean    observed;
} breaks[] = {
  { "indicator,date,note_vi\nw,2023-12-31,x\n", TRUE },  /* the older value is the first of the new definition */
  { "indicator,date,note_vi\nw,2024-01-01,x\n", FALSE },
  { "indicator,date,note_vi\nw,2024-06-30,x\n", FALSE },
  { "indicator,date,note_vi\nw,2024-07-01,x\n", TRUE },
  { "indicator,date,note_vi\np,2024-02-01,x\n", TRUE },
  { "indicator,date,note_vi\nw,sau,x\n", TRUE },
};

static void
test_breaks (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (breaks); i++)
    {
      g_autoptr (CsvStore) store = csv_store_new ();
      g_autoptr (NtmAtlas) atlas = new_atlas (store, WATER, breaks[i].breaks);
      NtmPace pace;

      g_test_message ("case %u", i);
      g_assert_true (compute (atlas, "w", "t", "2024-10-01", &pace));
      g_assert_cmpint (pace.has_observed, ==, breaks[i].observed);
      g_assert_true (pace.has_required);
    }
}

/* Plans, ranges, empty cells and later values are no steps. */
static void
test_steps (void)
{
  g_autoptr (CsvStore) store = csv_store_new ();
  g_autoptr (NtmAtlas) atlas = new_atlas (store,
    "w,1-0,2021,reported,,10,,,value\n"
    "w,1-0,2022,plan,,90,,,value\n"
    "w,1-0,2022/2023,reported,,80,,,value\n"
    "w,1-0,2022-H1,reported,,,,,no_data\n"
    "w,1-0,2023,verified,,20,,,value\n"
    "w,1-0,2023-12,verified,,19,,,value\n" /* the same day as the year */
    "w,1-0,2024,reported,,99,,,value\n",
    NULL);
  NtmPace pace;

  g_assert_true (compute (atlas, "w", NULL, "2024-06-01", &pace));
  g_assert_true (pace.has_observed);
  g_assert_false (pace.has_required);
  g_assert_cmpfloat_with_epsilon (pace.observed, 10.0 / 730 * 365.25, 1e-9);
  g_assert_cmpint (pace.to, ==, pace.from);
  g_assert_cmpfloat_with_epsilon (pace.projected, 20, 1e-9);
}

/* A half-year's sum does not compare with a year's. */
static void
test_flow (void)
{
  g_autoptr (CsvStore) store = csv_store_new ();
  g_autoptr (NtmAtlas) atlas = new_atlas (store,
    "f,1-0,2021,reported,,10,,,value\n"
    "f,1-0,2022-H1,reported,,6,,,value\n"
    "f,1-0,2022,reported,,14,,,value\n"
    "f,1-0,2023-H1,reported,,9,,,value\n",
    NULL);
  NtmPace pace;

  g_assert_true (compute (atlas, "f", NULL, "2023-12-31", &pace));
  g_assert_cmpfloat_with_epsilon (pace.observed, 3.0 / 365 * 365.25, 1e-9);
  g_assert_true (compute (atlas, "f", NULL, "2023-01-01", &pace));
  g_assert_cmpfloat_with_epsilon (pace.observed, 4.0 / 365 * 365.25, 1e-9);
}

static void
test_targets (void)
{
  g_autoptr (CsvStore) store = csv_store_new ();
  g_autoptr (NtmAtlas) atlas = new_atlas (store,
    "w,1-0,2022,reported,,20,,,value\nw,1-0,2023,reported,,40,,,value\n"
    "p,1-0,2022,reported,,4,,,value\np,1-0,2023,reported,,3.5,,,value\np,1-0,2024,reported,,1.99,,,value\n",
    NULL);
  NtmPace pace;

  /* 40 and 20 a year more: beyond 50 well before the end of 2025 */
  g_assert_true (compute (atlas, "w", "t", "2024-02-01", &pace));
  g_assert_true (pace.reaches && !pace.met);
  g_assert_true (compute (atlas, "w", "bare", "2024-02-01", &pace));
  g_assert_true (pace.reaches && !pace.met);
  /* a target whose day is past requires nothing */
  g_assert_true (compute (atlas, "w", "past", "2024-02-01", &pace));
  g_assert_true (pace.met && pace.reaches && !pace.has_required);
  g_assert_true (compute (atlas, "w", "open", "2024-02-01", &pace));
  g_assert_true (!pace.met && !pace.reaches && !pace.has_required);
  /* downwards: half a point a year does not bring 3.5 below 2 in two years */
  g_assert_true (compute (atlas, "p", "down", "2024-02-01", &pace));
  g_assert_true (!pace.met && !pace.reaches);
  g_assert_cmpfloat (pace.required, <, pace.observed);
  g_assert_true (compute (atlas, "p", "down", "2025-02-01", &pace));
  g_assert_true (pace.met && pace.reaches);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pace/worked", test_worked);
  g_test_add_func ("/pace/single", test_single);
  g_test_add_func ("/pace/breaks", test_breaks);
  g_test_add_func ("/pace/steps", test_steps);
  g_test_add_func ("/pace/flow", test_flow);
  g_test_add_func ("/pace/targets", test_targets);
  return g_test_run ();
}
