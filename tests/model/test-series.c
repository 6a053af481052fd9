/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The matrix against a naive search of the rows, preference, conflicts, the latest value, targets. */

#include "config.h"

#include <string.h>

#include "csv-loader.h"
#include "ntm-error.h"

static const char units[] =
  "id,code,level,valid_from,valid_to\n1-0,1,province,,\n2-0,2,district,,\n3-0,3,district,,\n";
static const char states[] =
  "unit,valid_from,valid_to,type,name,short_name,parent\n"
  "1-0,,,tỉnh,Tỉnh A,A,\n2-0,,,huyện,Huyện B,B,1-0\n3-0,,,huyện,Huyện C,C,1-0\n";
static const char documents[] =
  "id,kind,date\nold,page,2023\nmid,page,2024-01\nnew,page,2024-02-01\nnone,page,\n";
static const char indicators[] =
  "code,name_vi,name_en,direction,kind,minimum,maximum\n"
  "w,Nước sạch,Clean water,up,stock,0,100\n"
  "p,Hộ nghèo,Poor households,down,stock,0,100\n"
  "q,Hộ nghèo,Poor people,down,stock,0,100\n"
  "none,Trống,Empty,none,flow,,\n";

static CsvStore *
new_store (const char *observations)
{
  CsvStore *store = csv_store_new ();

  csv_store_set (store, NTM_TABLE_UNIT, units);
  csv_store_set (store, NTM_TABLE_UNIT_STATE, states);
  csv_store_set (store, NTM_TABLE_DOCUMENT, documents);
  csv_store_set (store, NTM_TABLE_INDICATOR, indicators);
  if (observations)
    csv_store_set (store, NTM_TABLE_OBSERVATION, observations);
  return store;
}

static const NtmSeries *
get_series (NtmAtlas *atlas, const char *indicator)
{
  g_autoptr (GError) error = NULL;
  const NtmSeries *series = ntm_atlas_series (atlas, indicator, &error);

  g_assert_no_error (error);
  return series;
}

static guint
column (const NtmSeries *series, const char *text)
{
  NtmPeriod period;
  int found;

  g_assert_true (ntm_period_parse (text, &period, NULL));
  found = ntm_series_find_period (series, &period);
  g_assert_cmpint (found, >=, 0);
  return (guint) found;
}

#define HEADER "indicator,unit,period,kind,source,value,numerator,denominator,state,preferred\n"

static void
test_cells (void)
{
  g_autoptr (CsvStore) store = new_store (HEADER
    "w,2-0,2023,reported,old,10,,,value,\n"
    "w,2-0,2023,reported,new,11,,,,\n"
    "w,2-0,2023,estimate,new,12,,,value,\n"
    "w,2-0,2023,plan,new,99,,,value,\n"
    "w,3-0,2023,reported,old,,81462,293534,value,0\n"
    "w,3-0,2022,verified,old,,,,not_verified,0\n"
    "w,3-0,2021,reported,old,,,,not_applicable,0\n"
    "p,3-0,2021,reported,old,1,,,value,0\n");
  g_autoptr (NtmAtlas) atlas = csv_store_new_atlas (store);
  const NtmSeries *series = get_series (atlas, "w");
  const NtmUnit *two = ntm_atlas_find_unit (atlas, "2-0");
  const NtmUnit *three = ntm_atlas_find_unit (atlas, "3-0");
  gsize cell = two->index * series->n_periods + column (series, "2023");
  NtmPeriod absent;

  g_assert_cmpint (series->n_units, ==, 3);
  g_assert_cmpint (series->n_periods, ==, 3);
  g_assert_cmpint (series->all->len, ==, 7);
  g_assert_cmpint (series->values[cell], ==, 11 * NTM_DECIMAL_ONE);
  g_assert_cmpint (series->count[cell], ==, 4);
  g_assert_cmpstr (ntm_series_get_nth (series, two, column (series, "2023"), 1)->source, ==, "old");
  g_assert_cmpint (ntm_series_get_nth (series, two, column (series, "2023"), 3)->kind, ==, NTM_KIND_PLAN);
  g_assert_null (ntm_series_get_nth (series, two, column (series, "2023"), 4));
  g_assert_null (ntm_series_get (series, two, column (series, "2022")));
  g_assert_null (ntm_series_get (series, two, 3));
  /* 81462 / 293534, six decimals */
  g_assert_cmpint (ntm_series_get (series, three, column (series, "2023"))->shown, ==, 27752151);
  cell = three->index * series->n_periods + column (series, "2022");
  g_assert_true (series->values[cell] == NTM_NONE);
  g_assert_cmpint (series->states[cell], ==, NTM_STATE_NOT_VERIFIED);
  g_assert_true (ntm_period_parse ("2020", &absent, NULL));
  g_assert_cmpint (ntm_series_find_period (series, &absent), ==, -1);
  g_assert_cmpint (ntm_atlas_issues (atlas)->len, ==, 0);
}

static const struct
{
  const char *rows;     /* rows of cell w, 2-0, 2023 */
  const char *source;   /* of the preferred one */
  gboolean    conflict;
} cells[] = {
  { "w,2-0,2023,reported,old,1,,,value,\n", "old", FALSE },
  { "w,2-0,2023,reported,old,1,,,value,\nw,2-0,2023,reported,new,1,,,value,\n", "new", FALSE },
  { "w,2-0,2023,reported,old,1,,,value,\nw,2-0,2023,reported,new,2,,,value,\n", "new", TRUE },
  { "w,2-0,2023,reported,old,1,,,value,1\nw,2-0,2023,reported,new,2,,,value,0\n", "old", TRUE },
  { "w,2-0,2023,estimate,new,1,,,value,\nw,2-0,2023,reported,old,1,,,value,\n", "old", FALSE },
  { "w,2-0,2023,verified,old,1,,,value,\nw,2-0,2023,reported,new,1,,,value,\n", "old", FALSE },
  { "w,2-0,2023,plan,new,5,,,value,\nw,2-0,2023,estimate,old,1,,,value,\n", "old", FALSE },
  { "w,2-0,2023,plan,new,5,,,value,\nw,2-0,2023,plan,old,6,,,value,\n", "new", TRUE },
  { "w,2-0,2023,reported,none,1,,,value,\nw,2-0,2023,reported,old,1,,,value,\n", "old", FALSE },
  /* month 2024-01 ends before 2024-02-01 and after year 2023 */
  { "w,2-0,2023,reported,mid,1,,,value,\nw,2-0,2023,reported,old,1,,,value,\n", "mid", FALSE },
  { "w,2-0,2023,reported,new,1,,,value,\nw,2-0,2023,reported,old,,,,no_data,\n", "new", TRUE },
  { "w,2-0,2023,reported,new,50,,,value,\nw,2-0,2023,reported,old,,1,2,value,\n", "new", FALSE },
  { "w,2-0,2023,reported,zz,1,,,value,\nw,2-0,2023,reported,aa,1,,,value,\n", "aa", FALSE },
};

static void
test_preference (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_autofree char *csv = g_strconcat (HEADER, cells[i].rows, NULL);
      g_autoptr (CsvStore) store = new_store (csv);
      g_autoptr (NtmAtlas) atlas = csv_store_new_atlas (store);
      const NtmSeries *series = get_series (atlas, "w");
      const NtmUnit *unit = ntm_atlas_find_unit (atlas, "2-0");

      g_test_message ("case %u", i);
      g_assert_cmpstr (ntm_series_get (series, unit, 0)->source, ==, cells[i].source);
      g_assert_cmpint (ntm_series_conflicts (series, unit, 0), ==, cells[i].conflict);
      g_assert_false (ntm_series_conflicts (series, ntm_atlas_find_unit (atlas, "3-0"), 0));
    }
}

/* Random rows; every cell of the matrix is looked up again in the rows one by one. */
static void
test_matrix (void)
{
  static const char *const unit_ids[] = { "1-0", "2-0", "3-0" };
  static const char *const periods[] = { "2021", "2022", "2022-H1", "2022-Q2", "2022-06-30", "2022-06", "2021/2025" };
  static const char *const kinds[] = { "plan", "estimate", "reported", "verified" };
  g_autoptr (GString) csv = g_string_new (HEADER);
  g_autoptr (GHashTable) values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (CsvStore) store = NULL;
  g_autoptr (NtmAtlas) atlas = NULL;
  const NtmSeries *series;
  guint total = 0;

  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *key = g_strdup_printf ("%s,%s,%s", unit_ids[g_test_rand_int_range (0, 3)],
                                              periods[g_test_rand_int_range (0, 7)],
                                              kinds[g_test_rand_int_range (0, 4)]);

      if (g_hash_table_contains (values, key))
        continue;
      g_string_append_printf (csv, "w,%s,old,%u,,,value,\n", key, i + 1);
      g_hash_table_insert (values, g_steal_pointer (&key), GUINT_TO_POINTER (i + 1));
    }
  store = new_store (csv->str);
  atlas = csv_store_new_atlas (store);
  series = get_series (atlas, "w");
  for (guint p = 1; p < series->n_periods; p++)
    g_assert_cmpint (ntm_period_compare (&series->periods[p - 1], &series->periods[p]), <, 0);
  for (guint u = 0; u < 3; u++)
    for (guint p = 0; p < series->n_periods; p++)
      {
        g_autofree char *period = ntm_period_to_string (&series->periods[p]);
        gsize cell = u * series->n_periods + p;
        guint n = 0, best = 0;

        for (guint k = 0; k < 4; k++)
          {
            g_autofree char *key = g_strjoin (",", unit_ids[u], period, kinds[k], NULL);
            guint value = GPOINTER_TO_UINT (g_hash_table_lookup (values, key));

            n += value > 0;
            best = value ? value : best;
          }
        g_assert_cmpint (series->count[cell], ==, n);
        g_assert_cmpint (series->states[cell], ==, n ? NTM_STATE_VALUE : NTM_STATE_NO_DATA);
        if (n > 0)
          g_assert_cmpint (series->values[cell], ==, best * NTM_DECIMAL_ONE);
        else
          g_assert_true (series->values[cell] == NTM_NONE && series->first[cell] == G_MAXUINT);
        total += n;
      }
  g_assert_cmpint (total, ==, g_hash_table_size (values));
  g_assert_cmpint (series->all->len, ==, total);
}

static const struct
{
  const char *at, *period; /* NULL = nothing is known */
} latests[] = {
  { "2021-12-30", NULL },      { "2021-12-31", "2021" },       { "2022-06-29", "2021" },
  { "2022-06-30", "2022-H1" }, { "2022-12-30", "2022-H1" },    { "2022-12-31", "2022-H1" },
  { "2024-01-01", "2023" },    { "2024-02-16", "2023" },       { "2024-02-17", "2024-02-17" },
  { "2030-01-01", "2024-02-17" },
};

static void
test_latest (void)
{
  g_autoptr (CsvStore) store = new_store (HEADER
    "w,2-0,2021,reported,,1,,,value,\n"
    "w,2-0,2022-06-30,reported,,2,,,value,\n"
    "w,2-0,2022-H1,estimate,,3,,,value,\n"
    "w,2-0,2022-Q2,verified,,4,,,value,\n"
    "w,2-0,2022,plan,,5,,,value,\n"      /* a plan is no news */
    "w,2-0,2023,plan,,6,,,value,1\n"     /* nor is one the office prefers */
    "w,2-0,2023,reported,,7,,,value,\n"
    "w,2-0,2024-02-17,reported,,,,,not_applicable,\n"
    "w,2-0,2024-03,reported,,,,,no_data,\n"
    "w,2-0,2021/2025,reported,,8,,,value,\n");
  g_autoptr (NtmAtlas) atlas = csv_store_new_atlas (store);
  const NtmSeries *series = get_series (atlas, "w");

  for (guint i = 0; i < G_N_ELEMENTS (latests); i++)
    {
      NtmDate at;
      const NtmObservation *observation;

      g_assert_true (ntm_date_parse (latests[i].at, &at, NULL));
      observation = ntm_series_latest (series, ntm_atlas_find_unit (atlas, "2-0"), at);
      g_test_message ("%s", latests[i].at);
      g_assert_cmpstr (observation ? observation->period_text : NULL, ==, latests[i].period);
      if (observation)
        g_assert_cmpint (observation->kind, !=, NTM_KIND_PLAN);
    }
  g_assert_null (ntm_series_latest (series, ntm_atlas_find_unit (atlas, "3-0"), NTM_DATE_MAX));
}

/* Rows that fit no cell stay, are told, and disturb nothing. */
static void
test_bad_rows (void)
{
  g_autoptr (CsvStore) store = new_store (HEADER
    "w,9-0,2023,reported,,1,,,value,\n"
    "w,2-0,mười,reported,,2,,,value,\n"
    "w,2-0,2023,reported,,3,,,value,\n"
    "w,2-0,2022,guess,,4,,,maybe,\n"
    "w,2-0,2021,reported,,,1,0,value,\n"
    "w,2-0,2020,reported,,,,,value,\n");
  g_autoptr (NtmAtlas) atlas = csv_store_new_atlas (store);
  const NtmSeries *series = get_series (atlas, "w");
  const NtmUnit *unit = ntm_atlas_find_unit (atlas, "2-0");
  const NtmIssue *issue = ntm_atlas_issues (atlas)->pdata[0];

  g_assert_cmpint (series->n_periods, ==, 4);
  g_assert_cmpint (series->all->len, ==, 6);
  g_assert_cmpint (ntm_series_get (series, unit, column (series, "2023"))->shown, ==, 3000000);
  g_assert_cmpint (ntm_series_get (series, unit, column (series, "2022"))->state, ==, NTM_STATE_NO_DATA);
  g_assert_cmpint (ntm_series_get (series, unit, column (series, "2021"))->state, ==, NTM_STATE_NO_DATA);
  g_assert_cmpint (ntm_atlas_issues (atlas)->len, ==, 6);
  g_assert_cmpstr (issue->file, ==, "observation");
  g_assert_cmpstr (issue->value, ==, "w 9-0 2023 reported ");
  g_assert_cmpstr (issue->column, ==, "unit");
}

static void
test_empty (void)
{
  g_autoptr (CsvStore) store = new_store (NULL);
  g_autoptr (NtmAtlas) atlas = csv_store_new_atlas (store);
  g_autoptr (GError) error = NULL;
  const NtmSeries *series = get_series (atlas, "none");

  g_assert_cmpint (series->n_periods, ==, 0);
  g_assert_null (ntm_series_latest (series, ntm_atlas_find_unit (atlas, "2-0"), 738000));
  g_assert_null (ntm_atlas_series (atlas, "no_such", &error));
  g_assert_error (error, NTM_ERROR, NTM_ERROR_NOT_FOUND);
}

static const struct
{
  const char *text, *code;
  int         error;
} questions[] = {
  { "w", "w", 0 },           { " w ", "w", 0 },          { "Nước sạch", "w", 0 },
  { "nuoc sach", "w", 0 },   { "clean WATER", "w", 0 },  { "Poor people", "q", 0 },
  { "Hộ nghèo", NULL, NTM_ERROR_AMBIGUOUS },             { "Nước sach1", NULL, NTM_ERROR_NOT_FOUND },
  { "", NULL, NTM_ERROR_INPUT },                         { "\xff", NULL, NTM_ERROR_INPUT },
};

static void
test_resolve (void)
{
  g_autoptr (CsvStore) store = new_store (NULL);
  g_autoptr (NtmAtlas) atlas = csv_store_new_atlas (store);

  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    {
      g_autoptr (GError) error = NULL;
      const NtmIndicator *indicator = ntm_atlas_resolve_indicator (atlas, questions[i].text, &error);

      g_test_message ("%u: %s", i, error ? error->message : "found");
      g_assert_cmpstr (indicator ? indicator->code : NULL, ==, questions[i].code);
      if (!questions[i].code)
        g_assert_error (error, NTM_ERROR, questions[i].error);
    }
}

static const struct
{
  const char *unit, *at, *id;
} targets[] = {
  { "2-0", "2022-01-01", "b23" }, { "2-0", "2023-12-31", "b23" }, { "2-0", "2024-01-01", "b25" },
  { "2-0", "2025-12-31", "b25" }, { "2-0", "2026-01-01", "b25" }, { "3-0", "2023-06-01", "all24" },
  { "3-0", "2025-06-01", "all24" }, { NULL, "2023-06-01", "all24" }, { "1-0", "2023-06-01", "late" },
};

static void
test_targets (void)
{
  g_autoptr (CsvStore) store = new_store (NULL);
  g_autoptr (NtmAtlas) atlas = NULL;

  csv_store_set (store, NTM_TABLE_TARGET,
                 "id,unit,indicator,value,qualifier,period,certainty\n"
                 "b25,2-0,w,50,>=,2025,confirmed\n"
                 "b23,2-0,w,40,>=,2023,confirmed\n"
                 "b24,2-0,w,,>=,2024,confirmed\n" /* no number */
                 "open,2-0,w,70,>=,,confirmed\n"  /* no day: only the last resort */
                 "guess,,w,60,>=,2024,unverified\n"
                 "all24,,w,61,>=,2024,confirmed\n"
                 "other,2-0,p,5,<=,2024,confirmed\n"
                 "late,1-0,w,70,>=,,confirmed\n");
  atlas = csv_store_new_atlas (store);
  for (guint i = 0; i < G_N_ELEMENTS (targets); i++)
    {
      const NtmUnit *unit = targets[i].unit ? ntm_atlas_find_unit (atlas, targets[i].unit) : NULL;
      NtmDate at;

      g_assert_true (ntm_date_parse (targets[i].at, &at, NULL));
      g_test_message ("%s %s", targets[i].unit, targets[i].at);
      g_assert_cmpstr (ntm_atlas_target_for (atlas, "w", unit, at)->id, ==, targets[i].id);
    }
  g_assert_null (ntm_atlas_target_for (atlas, "q", ntm_atlas_find_unit (atlas, "2-0"), 738000));
}

/* The row of one unit is what the whole series has for it, also what is wrong with it, told once. */
static void
test_row (void)
{
  static const char observations[] = HEADER
    "w,1-0,2021,reported,old,1,,,value,\nw,3-0,2021,reported,old,5,,,value,\nw,3-0,2023,plan,old,9,,,value,\n"
    "w,3-0,2022,reported,old,6,,,value,\nw,3-0,2022,reported,new,7,,,value,\nw,3-0,worse,reported,new,7,,,value,\n"
    "w,2-0,2024,reported,new,7,,,value,\n";
  g_autoptr (CsvStore) store = new_store (observations);
  g_autoptr (NtmAtlas) atlas = csv_store_new_atlas (store);
  const NtmUnit *three = ntm_atlas_find_unit (atlas, "3-0");
  g_autoptr (NtmSeries) row = ntm_atlas_dup_row (atlas, "w", three, NULL);
  g_autoptr (NtmSeries) again = ntm_atlas_dup_row (atlas, "w", three, NULL);
  g_autoptr (NtmSeries) shared = NULL;
  g_autoptr (GError) error = NULL;
  const NtmSeries *whole;
  NtmDate at = ntm_date_new (2024, 12, 31);

  g_assert_cmpuint (row->all->len, ==, 5);
  g_assert_cmpuint (again->all->len, ==, 5);
  g_assert_cmpuint (row->n_units, ==, 1);
  g_assert_cmpuint (ntm_atlas_issues (atlas)->len, ==, 1);
  g_assert_null (ntm_series_get (row, ntm_atlas_find_unit (atlas, "1-0"), 0));
  g_assert_null (ntm_series_get (row, ntm_atlas_find_unit (atlas, "2-0"), 0));
  whole = get_series (atlas, "w");
  g_assert_cmpuint (ntm_atlas_issues (atlas)->len, ==, 1);
  g_assert_cmpstr (ntm_series_latest (row, three, at)->source, ==, "new");
  for (guint i = 0; i < whole->n_periods; i++)
    {
      const NtmObservation *wanted = ntm_series_get (whole, three, i);
      int column = ntm_series_find_period (row, &whole->periods[i]);
      const NtmObservation *found = column < 0 ? NULL : ntm_series_get (row, three, (guint) column);

      g_assert_true ((wanted == NULL) == (found == NULL));
      if (wanted == NULL || found == NULL)
        continue;
      g_assert_true (wanted->shown == found->shown && row->values[column] == found->shown);
      g_assert_cmpstr (wanted->source, ==, found->source);
    }
  shared = ntm_atlas_dup_row (atlas, "w", three, NULL);
  g_assert_true (shared == whole);
  g_assert_null (ntm_atlas_dup_row (atlas, "nothing", three, &error));
  g_assert_error (error, NTM_ERROR, NTM_ERROR_NOT_FOUND);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/series/cells", test_cells);
  g_test_add_func ("/series/row", test_row);
  g_test_add_func ("/series/preference", test_preference);
  g_test_add_func ("/series/matrix", test_matrix);
  g_test_add_func ("/series/latest", test_latest);
  g_test_add_func ("/series/bad-rows", test_bad_rows);
  g_test_add_func ("/series/empty", test_empty);
  g_test_add_func ("/series/resolve", test_resolve);
  g_test_add_func ("/series/targets", test_targets);
  return g_test_run ();
}
