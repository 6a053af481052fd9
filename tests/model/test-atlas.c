/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Loading, reloading and what happens when something cannot be read. */

#include "config.h"

#include <string.h>

#include "csv-loader.h"
#include "ntm-error.h"

#define BIT(table) (1u << (table))

typedef struct
{
  CsvStore *store;
  NtmAtlas *atlas;
  guint     n_changed;
} Fixture;

static void
changed_cb (NtmAtlas *atlas, const NtmChange *change, Fixture *fixture)
{
  fixture->n_changed++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->store = csv_store_new ();
  fixture->n_changed = 0;
  csv_store_set (fixture->store, NTM_TABLE_META, "key,value\nreference_date,2024-02-21\n");
  csv_store_set (fixture->store, NTM_TABLE_UNIT, "id,code,level\n1-0,1,province\n2-0,2,district\n");
  csv_store_set (fixture->store, NTM_TABLE_UNIT_STATE,
                 "unit,type,name,short_name,parent\n1-0,tỉnh,Tỉnh A,A,\n2-0,huyện,Huyện B,B,1-0\n");
  csv_store_set (fixture->store, NTM_TABLE_INDICATOR, "code,name_vi,name_en,kind\nw,a,a,stock\np,b,b,stock\n");
  csv_store_set (fixture->store, NTM_TABLE_OBSERVATION,
                 "indicator,unit,period,kind,source,value\nw,2-0,2023,reported,,1\np,2-0,2023,reported,,2\n");
  fixture->atlas = csv_store_new_atlas (fixture->store);
  g_signal_connect (fixture->atlas, "changed", G_CALLBACK (changed_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->atlas);
  csv_store_free (fixture->store);
}

static gint64
value_of (NtmAtlas *atlas, const char *indicator)
{
  return ntm_series_get (ntm_atlas_series (atlas, indicator, NULL), ntm_atlas_find_unit (atlas, "2-0"), 0)->shown;
}

/* Each table is asked for once, observations and boundaries only when they are needed. */
static void
test_lazy (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < NTM_N_TABLES; i++)
    g_assert_cmpint (fixture->store->loads[i], ==, i == NTM_TABLE_OBSERVATION || i == NTM_TABLE_BOUNDARY ? 0 : 1);
  value_of (fixture->atlas, "w");
  value_of (fixture->atlas, "w");
  g_assert_cmpint (fixture->store->loads[NTM_TABLE_OBSERVATION], ==, 1);
  g_assert_false (ntm_atlas_has_boundaries (fixture->atlas, NTM_LEVEL_DISTRICT, 738000));
  g_assert_false (ntm_atlas_has_boundaries (fixture->atlas, NTM_LEVEL_COMMUNE, 738000));
  g_assert_cmpint (fixture->store->loads[NTM_TABLE_BOUNDARY], ==, 1);
  g_assert_null (ntm_atlas_records (fixture->atlas, NTM_TABLE_OBSERVATION));
}

static void
test_lookup (Fixture *fixture, gconstpointer data)
{
  const NtmObservation *observation = ntm_atlas_lookup (fixture->atlas, NTM_TABLE_OBSERVATION, "p 2-0 2023 reported ");

  g_assert_cmpint (observation->shown, ==, 2000000);
  g_assert_null (ntm_atlas_lookup (fixture->atlas, NTM_TABLE_OBSERVATION, "p 2-0 2023 reported x"));
  g_assert_null (ntm_atlas_lookup (fixture->atlas, NTM_TABLE_OBSERVATION, "p"));
  g_assert_null (ntm_atlas_lookup (fixture->atlas, NTM_TABLE_OBSERVATION, "none 2-0 2023 reported "));
  g_assert_nonnull (ntm_atlas_lookup (fixture->atlas, NTM_TABLE_UNIT_STATE, "2-0 "));
  g_assert_null (ntm_atlas_lookup (fixture->atlas, NTM_TABLE_UNIT, "9-0"));
  g_assert_cmpstr (ntm_atlas_meta (fixture->atlas, "reference_date"), ==, "2024-02-21");
  g_assert_null (ntm_atlas_meta (fixture->atlas, "title_vi"));
  g_assert_false (ntm_atlas_is_sample (fixture->atlas));
}

static void
test_reload_series (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) touched = g_ptr_array_new ();
  NtmChange change = { BIT (NTM_TABLE_OBSERVATION), touched };
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (touched, (gpointer) "w");
  value_of (fixture->atlas, "w");
  value_of (fixture->atlas, "p");
  csv_store_set (fixture->store, NTM_TABLE_OBSERVATION,
                 "indicator,unit,period,kind,source,value\nw,2-0,2023,reported,,10\np,2-0,2023,reported,,20\n");
  g_assert_true (ntm_atlas_reload (fixture->atlas, &change, &error));
  g_assert_cmpint (fixture->n_changed, ==, 1);
  g_assert_cmpint (value_of (fixture->atlas, "w"), ==, 10000000);
  g_assert_cmpint (value_of (fixture->atlas, "p"), ==, 2000000); /* not named, so not asked for again */
  change.indicators = NULL;
  g_assert_true (ntm_atlas_reload (fixture->atlas, &change, &error));
  g_assert_cmpint (value_of (fixture->atlas, "p"), ==, 20000000);
  g_assert_cmpint (fixture->store->loads[NTM_TABLE_UNIT], ==, 1);
}

static void
test_reload_units (Fixture *fixture, gconstpointer data)
{
  NtmChange change = { BIT (NTM_TABLE_UNIT) | BIT (NTM_TABLE_UNIT_STATE) | BIT (NTM_TABLE_META), NULL };
  const NtmUnit *unit;

  g_assert_nonnull (ntm_atlas_resolve_unit (fixture->atlas, "Huyện B", NULL));
  value_of (fixture->atlas, "w");
  csv_store_set (fixture->store, NTM_TABLE_META, "key,value\nreference_date,2025-01-01\nsample,1\n");
  csv_store_set (fixture->store, NTM_TABLE_UNIT, "id,code,level\n0-0,0,district\n1-0,1,province\n2-0,2,district\n");
  csv_store_set (fixture->store, NTM_TABLE_UNIT_STATE,
                 "unit,type,name,short_name,parent\n1-0,tỉnh,Tỉnh A,A,\n0-0,huyện,Huyện O,O,1-0\n"
                 "2-0,huyện,Huyện Mới,Mới,1-0\n");
  g_assert_true (ntm_atlas_reload (fixture->atlas, &change, NULL));
  unit = ntm_atlas_resolve_unit (fixture->atlas, "huyen moi", NULL);
  g_assert_cmpstr (unit->id, ==, "2-0");
  g_assert_cmpint (unit->index, ==, 2);
  g_assert_null (ntm_atlas_resolve_unit (fixture->atlas, "Huyện B", NULL));
  g_assert_cmpint (value_of (fixture->atlas, "w"), ==, 1000000); /* in the row of its new place */
  g_assert_cmpint (ntm_atlas_series (fixture->atlas, "w", NULL)->n_units, ==, 3);
  g_assert_cmpint (ntm_atlas_reference_date (fixture->atlas), ==, ntm_date_new (2025, 1, 1));
  g_assert_true (ntm_atlas_is_sample (fixture->atlas));
}

/* A failed reload changes nothing, also of the tables read before the one that failed. */
static void
test_failure (Fixture *fixture, gconstpointer data)
{
  NtmChange change = { BIT (NTM_TABLE_META) | BIT (NTM_TABLE_UNIT), NULL };
  const NtmUnit *unit = ntm_atlas_find_unit (fixture->atlas, "2-0");
  const NtmSeries *series = ntm_atlas_series (fixture->atlas, "w", NULL);
  g_autoptr (GError) error = NULL;

  csv_store_set (fixture->store, NTM_TABLE_META, "key,value\nreference_date,2025-01-01\n");
  fixture->store->failing = NTM_TABLE_UNIT;
  g_assert_false (ntm_atlas_reload (fixture->atlas, &change, &error));
  g_assert_error (error, NTM_ERROR, NTM_ERROR_SYSTEM);
  g_clear_error (&error);
  g_assert_cmpint (fixture->n_changed, ==, 0);
  g_assert_true (ntm_atlas_find_unit (fixture->atlas, "2-0") == unit);
  g_assert_true (ntm_atlas_series (fixture->atlas, "w", NULL) == series);
  g_assert_cmpint (ntm_atlas_reference_date (fixture->atlas), ==, ntm_date_new (2024, 2, 21));
  g_assert_false (ntm_atlas_load (fixture->atlas, &error));
  g_clear_error (&error);
  fixture->store->failing = NTM_TABLE_OBSERVATION;
  g_assert_null (ntm_atlas_series (fixture->atlas, "p", &error));
  g_assert_error (error, NTM_ERROR, NTM_ERROR_SYSTEM);
  fixture->store->failing = NTM_TABLE_BOUNDARY;
  g_assert_null (ntm_atlas_boundary_at (fixture->atlas, unit, 738000));
  g_assert_cmpint (ntm_atlas_issues (fixture->atlas)->len, ==, 1);
}

typedef struct
{
  NtmTableId  table;
  const char *csv, *column, *key;
  const char *file;   /* where it is told, NULL = in that table */
} BadRow;

static const BadRow bad_rows[] = {
  { NTM_TABLE_META, "key,value\nreference_date,nay\n", "value", "reference_date" },
  { NTM_TABLE_UNIT, "id,code,level\n1-0,1,province\n2-0,2,huyện\n", "level", "2-0" },
  { NTM_TABLE_UNIT, "id,code,level,valid_from\n1-0,1,province,\n2-0,2,district,2024-02-30\n", "valid_from", "2-0" },
  { NTM_TABLE_AGENCY, "id,name_vi\na,Sở A\nb,Sở B\na,Sở C\n", "", "a" },
  { NTM_TABLE_UNIT, "id,code,level\n1-0,1,province\n2-0,2,district\n3-0,3,district\n", "", "3-0" },
  { NTM_TABLE_UNIT_STATE, "unit,type,name,short_name,parent\n1-0,tỉnh,A,A,\n2-0,huyện,B,B,9-0\n", "parent", "2-0 " },
  { NTM_TABLE_UNIT_STATE, "unit,type,name,short_name,parent\n1-0,tỉnh,A,A,\n2-0,huyện,B,B,2-0\n", "parent", "2-0 " },
  { NTM_TABLE_UNIT_STATE, "unit,type,name,short_name,parent\n1-0,tỉnh,A,A,2-0\n2-0,huyện,B,B,1-0\n", "parent", "1-0 " },
  { NTM_TABLE_UNIT_STATE,
    "unit,valid_from,valid_to,type,name,short_name\n1-0,,,tỉnh,A,A\n2-0,,2020-01-01,huyện,B,B\n2-0,2020-01-02,,huyện,B,B\n",
    "", "2-0", "unit" },
  { NTM_TABLE_UNIT_STATE,
    "unit,valid_from,valid_to,type,name,short_name\n1-0,,,tỉnh,A,A\n2-0,,2020-01-02,huyện,B,B\n2-0,2020-01-01,,huyện,B,B\n",
    "", "2-0", "unit" },
  { NTM_TABLE_TITLE_KIND, "code,name_vi,name_en,level,status,ladder,rank\nc,a,a,commune,gold,l,1\n", "status", "c" },
  { NTM_TABLE_TITLE_KIND, "code,name_vi,name_en,level,status,ladder,rank\nc,a,a,xã,model,l,1\n", "level", "c" },
  { NTM_TABLE_SERIES_BREAK, "indicator,date,note_vi\nw,2022,x\n", "date", "w 2022" },
  { NTM_TABLE_TARGET, "id,indicator,qualifier\nt,w,about so\n", "qualifier", "t" },
  { NTM_TABLE_TARGET, "id,indicator,period\nt,w,mai\n", "period", "t" },
  { NTM_TABLE_TARGET, "id,indicator\nt,none\n", "indicator", "t" },
  { NTM_TABLE_FINDING, "id,unit,tone,text_vi\nf,9-0,good,x\n", "unit", "f" },
};

/* Each bad row is kept and told with its place; the Atlas stays usable. */
static void
test_issues (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (bad_rows); i++)
    {
      const BadRow *bad = &bad_rows[i];
      g_autoptr (GBytes) good = NULL;
      NtmChange change = { BIT (bad->table), NULL };
      const NtmIssue *issue;

      if (fixture->store->texts[bad->table]->len > 0)
        good = g_bytes_ref (fixture->store->texts[bad->table]->pdata[0]);
      csv_store_set (fixture->store, bad->table, bad->csv);
      g_assert_true (ntm_atlas_reload (fixture->atlas, &change, NULL));
      g_test_message ("case %u", i);
      g_assert_cmpint (ntm_atlas_issues (fixture->atlas)->len, ==, 1);
      issue = ntm_atlas_issues (fixture->atlas)->pdata[0];
      g_assert_cmpstr (issue->file, ==, bad->file ? bad->file : ntm_table_get (bad->table)->name);
      g_assert_cmpstr (issue->column, ==, bad->column);
      g_assert_cmpstr (issue->value, ==, bad->key);
      g_assert_cmpint (strlen (issue->problem), >, 0);
      g_ptr_array_unref (ntm_atlas_units_at (fixture->atlas, NTM_LEVEL_DISTRICT, 738000));
      g_ptr_array_set_size (fixture->store->texts[bad->table], 0);
      if (good)
        g_ptr_array_add (fixture->store->texts[bad->table], g_bytes_ref (good));
      g_assert_true (ntm_atlas_reload (fixture->atlas, &change, NULL));
      g_assert_cmpint (ntm_atlas_issues (fixture->atlas)->len, ==, 0);
    }
}

/* Issues of a series go with it and come with it. */
static void
test_series_issues (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) touched = g_ptr_array_new ();
  NtmChange change = { BIT (NTM_TABLE_OBSERVATION), touched };

  csv_store_set (fixture->store, NTM_TABLE_OBSERVATION,
                 "indicator,unit,period,kind,source,value\nw,2-0,x,reported,,10\np,2-0,y,reported,,20\n");
  ntm_atlas_series (fixture->atlas, "w", NULL);
  ntm_atlas_series (fixture->atlas, "p", NULL);
  g_assert_cmpint (ntm_atlas_issues (fixture->atlas)->len, ==, 2);
  g_ptr_array_add (touched, (gpointer) "w");
  g_assert_true (ntm_atlas_reload (fixture->atlas, &change, NULL));
  g_assert_cmpint (ntm_atlas_issues (fixture->atlas)->len, ==, 1);
  ntm_atlas_series (fixture->atlas, "w", NULL);
  g_assert_cmpint (ntm_atlas_issues (fixture->atlas)->len, ==, 2);
}

static GBytes *
square (void)
{
  static const NtmPoint points[] = { { 0, 0 }, { 1, 0 }, { 1, 1 }, { 0, 1 } };
  static const guint starts[] = { 0, 4 };
  static const guint parts[] = { 0 };
  g_autoptr (NtmGeometry) geometry = ntm_geometry_new (points, starts, parts, 1);

  return ntm_geometry_to_wkb (geometry);
}

/* Boundaries in time: one ends when the next begins; damaged bytes have no shape. */
static GPtrArray *
load_boundaries (gpointer store, NtmTableId id, const char *indicator, const char *unit, GError **error)
{
  static const char *const rows[][3] = {
    { "2-0", "", "2020-01-01" }, { "2-0", "2020-01-01", "" }, { "1-0", "", "" },
  };
  const NtmTable *table = ntm_table_get (id);
  GPtrArray *records;

  if (id != NTM_TABLE_BOUNDARY)
    return csv_store_load (store, id, indicator, unit, error);
  records = g_ptr_array_new ();
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gpointer record = ntm_record_new (table);
      g_autoptr (GBytes) shape = i < 2 ? square () : g_bytes_new_static ("damaged", 7);

      for (guint j = 0; j < 3; j++)
        ntm_record_set_text (table, record, j, rows[i][j]);
      ntm_record_set_bytes (table, record, 5, shape);
      g_ptr_array_add (records, record);
    }
  return records;
}

static void
test_boundaries (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NtmAtlas) atlas = ntm_atlas_new (load_boundaries, fixture->store);
  const NtmUnit *unit, *province;
  NtmDate turn = ntm_date_new (2020, 1, 1);

  g_assert_true (ntm_atlas_load (atlas, NULL));
  g_assert_cmpint (ntm_atlas_issues (atlas)->len, ==, 0);
  unit = ntm_atlas_find_unit (atlas, "2-0");
  province = ntm_atlas_find_unit (atlas, "1-0");
  g_assert_cmpstr (ntm_atlas_boundary_at (atlas, unit, turn - 1)->valid_from, ==, "");
  g_assert_cmpstr (ntm_atlas_boundary_at (atlas, unit, turn)->valid_from, ==, "2020-01-01");
  g_assert_cmpint (ntm_atlas_boundary_at (atlas, unit, turn)->shape->n_points, ==, 4);
  g_assert_null (ntm_atlas_boundary_at (atlas, province, turn)->shape);
  g_assert_true (ntm_atlas_has_boundaries (atlas, NTM_LEVEL_DISTRICT, turn));
  g_assert_false (ntm_atlas_has_boundaries (atlas, NTM_LEVEL_PROVINCE, turn));
  g_assert_cmpint (ntm_atlas_issues (atlas)->len, ==, 1);
  g_assert_nonnull (ntm_atlas_lookup (atlas, NTM_TABLE_BOUNDARY, "2-0 2020-01-01"));
}

/* Before anything is loaded every question has an answer. */
static void
test_unloaded (void)
{
  g_autoptr (CsvStore) store = csv_store_new ();
  g_autoptr (NtmAtlas) atlas = ntm_atlas_new (csv_store_load, store);
  g_autoptr (GPtrArray) none = ntm_atlas_units_at (atlas, NTM_LEVEL_PROVINCE, 738000);

  g_assert_cmpint (none->len, ==, 0);
  g_assert_null (ntm_atlas_province (atlas, 738000));
  g_assert_null (ntm_atlas_resolve_unit (atlas, "x", NULL));
  g_assert_null (ntm_atlas_target_for (atlas, "w", NULL, 738000));
  g_assert_cmpint (ntm_atlas_reference_date (atlas), ==, ntm_date_new (2000, 1, 1));
  g_assert_cmpint (ntm_atlas_issues (atlas)->len, ==, 0);
}

static void
add_test (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add_test ("/atlas/lazy", test_lazy);
  add_test ("/atlas/lookup", test_lookup);
  add_test ("/atlas/reload-series", test_reload_series);
  add_test ("/atlas/reload-units", test_reload_units);
  add_test ("/atlas/failure", test_failure);
  add_test ("/atlas/issues", test_issues);
  add_test ("/atlas/series-issues", test_series_issues);
  add_test ("/atlas/boundaries", test_boundaries);
  g_test_add_func ("/atlas/unloaded", test_unloaded);
  return g_test_run ();
}
