/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Generated data for tests of scale and demonstrations. Everything is called "mẫu" (sample), codes begin
 * with S, and the file says that it is a sample, so that nothing can be taken for real. Only the ladders of
 * titles are the real ones.
 *
 * Observations come indicator by indicator: 10 700 units × 200 indicators × 15 years are 32 million rows,
 * of which no more than 160 500 are then in memory at a time.
 */

#include "config.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "ntm-csv.h"
#include "ntm-error.h"
#include "ntm-exchange-resources.h"
#include "ntm-sample-grid.h"
#include "ntm-sample.h"

#define LAST_YEAR       2024
#define MAX_VALUES      60000000
#define MAX_POINTS      20000000
#define COMMUNES_EACH   16   /* communes of a district */
#define SOURCE          "sample"
#define TITLE_KINDS     "/org/ntmatlas/exchange/hatinh/title_kind.csv"

typedef struct
{
  NtmLevel level;
  guint    number;       /* from 1, among those of its level */
  guint    n_level;      /* how many there are of its level */
  guint    district;     /* of a commune: number of its district, 0 = none */
  guint    first_cell, n_cells;
} Place;

static guint
count_districts (const NtmSampleSpec *spec)
{
  return spec->units < 3 ? 0 : MAX (1, (spec->units - 1) / (COMMUNES_EACH + 1));
}

/* The first commune, from 0, of district @i, from 0. */
static guint
first_commune (guint i,
               guint n_districts,
               guint n_communes)
{
  return (guint64) i * n_communes / n_districts;
}

static Place
find_place (const NtmSampleSpec *spec,
            guint                unit)
{
  guint n_districts = count_districts (spec);
  guint n_communes = spec->units - 1 - n_districts;
  Place place = { NTM_LEVEL_PROVINCE, 1, 1, 0, 0, MAX (1, n_communes) };

  if (unit > n_districts)
    {
      guint commune = unit - n_districts - 1;
      guint district = 0;

      while (district < n_districts && first_commune (district, n_districts, n_communes) <= commune)
        district++;
      return (Place) { NTM_LEVEL_COMMUNE, commune + 1, n_communes, district, commune, 1 };
    }
  if (unit > 0)
    {
      guint first = first_commune (unit - 1, n_districts, n_communes);
      return (Place) { NTM_LEVEL_DISTRICT, unit, n_districts, 0, first, first_commune (unit, n_districts, n_communes) - first };
    }
  return place;
}

static char *
dup_id (guint unit)
{
  return g_strdup_printf ("S%05u-0", unit);
}

/* "Xã mẫu 012": as many digits as the largest number needs. */
static char *
dup_short_name (const Place *place)
{
  guint width = 2;

  for (guint n = place->n_level; n >= 100; n /= 10)
    width++;
  return place->level == NTM_LEVEL_PROVINCE ? g_strdup ("mẫu") : g_strdup_printf ("mẫu %0*u", width, place->number);
}

/* Rows are made of ASCII and of text in this file, which no column refuses. */
static void
set (NtmRow     *row,
     const char *column,
     const char *text)
{
  g_autoptr (GError) error = NULL;

  if (!ntm_row_set (row, column, text, &error))
    g_error ("%s: %s", column, error->message);
}

static void
add_meta (NtmEdit    *edit,
          const char *key,
          const char *value)
{
  set (ntm_edit_write (edit, NTM_TABLE_META, key, NULL), "value", value);
}

static void
add_head (NtmEdit *edit)
{
  g_autofree char *day = g_strdup_printf ("%d-12-31", LAST_YEAR);
  NtmRow *document = ntm_edit_write (edit, NTM_TABLE_DOCUMENT, SOURCE, NULL);

  add_meta (edit, "sample", "1");
  add_meta (edit, "reference_date", day);
  add_meta (edit, "title_vi", "Dữ liệu minh hoạ");
  add_meta (edit, "title_en", "Sample data");
  set (document, "kind", "report");
  set (document, "date", day);
  set (document, "title_vi", "Dữ liệu minh hoạ, không có thật");
  set (document, "title_en", "Sample data, not real");
  set (document, "certainty", "unverified");
}

static gboolean
add_title_kinds (NtmEdit *edit,
                 GError **error)
{
  g_autoptr (GBytes) bytes = g_resource_lookup_data (ntm_exchange_get_resource (), TITLE_KINDS, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  g_autoptr (NtmCsv) csv = bytes == NULL ? NULL : ntm_csv_new (bytes, "title_kind.csv", error);
  g_autoptr (GError) end = NULL;

  if (csv == NULL)
    return FALSE;
  while (ntm_csv_next (csv, &end))
    {
      NtmRow *row = ntm_edit_write (edit, NTM_TABLE_TITLE_KIND, ntm_csv_get (csv, ntm_csv_column (csv, "code")), NULL);
      const char *const *header = ntm_csv_get_header (csv);

      for (guint i = 0; header[i] != NULL; i++)
        if (!ntm_row_set (row, header[i], ntm_csv_get (csv, i), error))
          return FALSE;
    }
  if (end == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&end));
  return FALSE;
}

static void
add_unit (NtmEdit     *edit,
          const Place *place,
          guint        unit)
{
  static const char *const levels[] = { "province", "district", "commune" };
  static const char *const types[] = { "tỉnh", "huyện", "xã" };
  static const char *const heads[] = { "Tỉnh", "Huyện", "Xã" };
  g_autofree char *id = dup_id (unit);
  g_autofree char *code = g_strndup (id, 6);
  g_autofree char *parent = unit == 0 ? g_strdup ("") : dup_id (place->district);
  g_autofree char *short_name = dup_short_name (place);
  g_autofree char *name = g_strconcat (heads[place->level], " ", short_name, NULL);
  NtmRow *row = ntm_edit_write (edit, NTM_TABLE_UNIT, id, NULL);
  NtmRow *state = ntm_edit_write (edit, NTM_TABLE_UNIT_STATE, id, "", NULL);

  set (row, "code", code);
  set (row, "level", levels[place->level]);
  set (state, "type", types[place->level]);
  set (state, "name", name);
  set (state, "short_name", short_name);
  set (state, "parent", parent);
}

static void
add_boundary (NtmEdit             *edit,
              const NtmSampleGrid *grid,
              const Place         *place,
              guint                unit)
{
  g_autofree char *id = dup_id (unit);
  g_autoptr (NtmGeometry) shape = ntm_sample_grid_region (grid, place->first_cell, place->n_cells);
  g_autoptr (GBytes) wkb = ntm_geometry_to_wkb (shape);
  NtmRow *row = ntm_edit_write (edit, NTM_TABLE_BOUNDARY, id, "", NULL);

  set (row, "kind", "generated");
  set (row, "source", SOURCE);
  ntm_row_set_bytes (row, "geometry", wkb);
}

/* @rung makes the same unit's titles follow each other by at least a year. */
static void
add_title (NtmEdit             *edit,
           const NtmSampleSpec *spec,
           guint                unit,
           const char          *kind,
           guint                rung)
{
  guint64 hash = ntm_sample_hash (spec->seed, 11, unit, rung);
  guint year = 2012 + 6 * rung + hash % 6;
  g_autofree char *unit_id = dup_id (unit);
  g_autofree char *id = g_strdup_printf ("S%05u-%s-%u", unit, kind, year);
  g_autofree char *for_year = g_strdup_printf ("%u", year);
  g_autofree char *signed_on = g_strdup_printf ("%u-%02u-%02u", year + 1, (guint) (hash >> 8) % 12 + 1, (guint) (hash >> 16) % 28 + 1);
  g_autofree char *decision = g_strdup_printf ("%u/QĐ-mẫu", (guint) (hash >> 24) % 3000 + 1);
  NtmRow *row = ntm_edit_write (edit, NTM_TABLE_TITLE, id, NULL);

  set (row, "unit", unit_id);
  set (row, "kind", kind);
  set (row, "for_year", for_year);
  set (row, "signed", signed_on);
  set (row, "decision", decision);
  set (row, "source", SOURCE);
}

/* Most communes have a title, some of them a second one, and half of the districts. */
static void
add_titles (NtmEdit             *edit,
            const NtmSampleSpec *spec,
            const Place         *place,
            guint                unit)
{
  guint64 luck = ntm_sample_hash (spec->seed, 10, unit, 0) % 100;

  if (place->level == NTM_LEVEL_DISTRICT && luck < 50)
    add_title (edit, spec, unit, "district_ntm", 0);
  if (place->level == NTM_LEVEL_COMMUNE && luck < 85)
    add_title (edit, spec, unit, "commune_ntm", 0);
  if (place->level == NTM_LEVEL_COMMUNE && luck < 35)
    add_title (edit, spec, unit, "commune_advanced", 1);
}

static const char *
direction_of (guint indicator)
{
  static const char *const directions[] = { "up", "down", "none" };

  return directions[indicator % G_N_ELEMENTS (directions)];
}

static char *
dup_indicator (guint indicator)
{
  return g_strdup_printf ("sample_%03u", indicator + 1);
}

static void
add_indicator (NtmEdit *edit,
               guint    indicator)
{
  g_autofree char *code = dup_indicator (indicator);
  g_autofree char *name_vi = g_strdup_printf ("Chỉ tiêu mẫu %03u", indicator + 1);
  g_autofree char *name_en = g_strdup_printf ("Sample indicator %03u", indicator + 1);
  NtmRow *row = ntm_edit_write (edit, NTM_TABLE_INDICATOR, code, NULL);

  set (row, "name_vi", name_vi);
  set (row, "name_en", name_en);
  set (row, "unit_vi", "%");
  set (row, "unit_en", "%");
  set (row, "direction", direction_of (indicator));
  set (row, "kind", "stock");
  set (row, "decimals", "1");
  set (row, "topic", "sample");
  set (row, "minimum_e6", "0");
  set (row, "maximum_e6", "100");
}

/* Every indicator that has a direction has a target of the province for the year after the last. */
static void
add_target (NtmEdit *edit,
            guint    indicator)
{
  g_autofree char *code = dup_indicator (indicator);
  g_autofree char *id = g_strconcat (code, "-target", NULL);
  g_autofree char *period = g_strdup_printf ("%d", LAST_YEAR + 1);
  gboolean is_up = g_str_equal (direction_of (indicator), "up");
  NtmRow *row;

  if (g_str_equal (direction_of (indicator), "none"))
    return;
  row = ntm_edit_write (edit, NTM_TABLE_TARGET, id, NULL);
  set (row, "unit", "S00000-0");
  set (row, "indicator", code);
  set (row, "value_e6", is_up ? "80" : "20");
  set (row, "qualifier", is_up ? ">=" : "<=");
  set (row, "period", period);
  set (row, "source", SOURCE);
}

/* In tenths of a percent: a level of the indicator and the unit, a drift in the wanted direction, and noise. */
static gint64
make_value (const NtmSampleSpec *spec,
            guint                indicator,
            guint                unit,
            guint                year)
{
  gint64 level = 350 + ntm_sample_hash (spec->seed, 20, indicator, 0) % 300;
  gint64 own = (gint64) (ntm_sample_hash (spec->seed, 21, indicator, unit) % 400) - 200;
  gint64 drift = ntm_sample_hash (spec->seed, 22, indicator, unit) % 25;
  gint64 noise = (gint64) (ntm_sample_hash (spec->seed, 23, indicator * NTM_SAMPLE_MAX_YEARS + year, unit) % 31) - 15;

  if (!g_str_equal (direction_of (indicator), "up"))
    drift = g_str_equal (direction_of (indicator), "down") ? -drift : 0;
  return CLAMP (level + own + drift * year + noise, 0, 1000);
}

static void
add_observation (NtmEdit             *edit,
                 const NtmSampleSpec *spec,
                 const char          *code,
                 const char          *unit_id,
                 guint                indicator,
                 guint                unit,
                 guint                year)
{
  static const char *const states[] = { "no_data", "not_applicable", "not_verified" };
  guint64 luck = ntm_sample_hash (spec->seed, 24, indicator * NTM_SAMPLE_MAX_YEARS + year, unit) % 50;
  g_autofree char *period = g_strdup_printf ("%u", LAST_YEAR + 1 - spec->years + year);
  NtmRow *row = ntm_edit_write (edit, NTM_TABLE_OBSERVATION, code, unit_id, period, "reported", SOURCE, NULL);

  if (luck < G_N_ELEMENTS (states))
    set (row, "state", states[luck]);
  else
    ntm_row_set_int64 (row, "value_e6", make_value (spec, indicator, unit, year) * (NTM_DECIMAL_ONE / 10));
}

/**
 * ntm_sample_check:
 * @spec: how much is asked for
 * @error: return location
 *
 * Returns: %FALSE with %NTM_ERROR_RANGE if it is nothing, or more than a file should hold
 */
gboolean
ntm_sample_check (const NtmSampleSpec *spec,
                  GError             **error)
{
  if (spec->units < 1 || spec->indicators < 1 || spec->years < 1 || spec->units > NTM_SAMPLE_MAX_UNITS ||
      spec->indicators > NTM_SAMPLE_MAX_INDICATORS || spec->years > NTM_SAMPLE_MAX_YEARS ||
      spec->vertices < NTM_SAMPLE_MIN_VERTICES || spec->vertices > NTM_SAMPLE_MAX_VERTICES)
    {
      g_set_error (error, NTM_ERROR, NTM_ERROR_RANGE,
                   _("A sample has 1 to %d units, 1 to %d indicators, 1 to %d years, and %d to %d points a boundary."),
                   NTM_SAMPLE_MAX_UNITS, NTM_SAMPLE_MAX_INDICATORS, NTM_SAMPLE_MAX_YEARS, NTM_SAMPLE_MIN_VERTICES,
                   NTM_SAMPLE_MAX_VERTICES);
      return FALSE;
    }
  if ((guint64) spec->units * spec->indicators * spec->years > MAX_VALUES)
    {
      g_set_error (error, NTM_ERROR, NTM_ERROR_RANGE,
                   _("Units × indicators × years would be more than %d values. Ask for fewer."), MAX_VALUES);
      return FALSE;
    }
  if ((guint64) spec->units * spec->vertices > MAX_POINTS)
    {
      g_set_error (error, NTM_ERROR, NTM_ERROR_RANGE,
                   _("Units × vertices would be more than %d points. Ask for fewer."), MAX_POINTS);
      return FALSE;
    }
  return TRUE;
}

/**
 * ntm_sample_new_registers:
 * @spec: how much to generate
 * @error: return location
 *
 * Generates all but the observations: units with boundaries that share their points, titles, indicators and
 * targets. For ntm_store_fill() of an empty file.
 *
 * Returns: (transfer full): the rows, or %NULL with the error of ntm_sample_check()
 */
NtmEdit *
ntm_sample_new_registers (const NtmSampleSpec *spec,
                          GError             **error)
{
  g_autoptr (NtmEdit) edit = NULL;
  NtmSampleGrid grid;

  if (!ntm_sample_check (spec, error))
    return NULL;
  edit = ntm_edit_new ("Sample data");
  add_head (edit);
  if (!add_title_kinds (edit, error))
    return NULL;
  ntm_sample_grid_init (&grid, find_place (spec, 0).n_cells, spec->vertices, spec->seed);
  for (guint unit = 0; unit < spec->units; unit++)
    {
      Place place = find_place (spec, unit);

      add_unit (edit, &place, unit);
      add_boundary (edit, &grid, &place, unit);
      add_titles (edit, spec, &place, unit);
    }
  for (guint i = 0; i < spec->indicators; i++)
    {
      add_indicator (edit, i);
      add_target (edit, i);
    }
  return g_steal_pointer (&edit);
}

/**
 * ntm_sample_new_observations:
 * @spec: how much to generate
 * @indicator: from 0, less than the indicators of @spec
 * @error: return location
 *
 * Generates the values of one indicator: one for each unit and year, a few of them without data, not
 * applicable or not verified. For ntm_store_fill(), after the registers.
 *
 * Returns: (transfer full): the rows, or %NULL with the error of ntm_sample_check()
 */
NtmEdit *
ntm_sample_new_observations (const NtmSampleSpec *spec,
                             guint                indicator,
                             GError             **error)
{
  g_autofree char *code = dup_indicator (indicator);
  NtmEdit *edit;

  if (!ntm_sample_check (spec, error))
    return NULL;
  edit = ntm_edit_new ("Sample data");
  for (guint unit = 0; unit < spec->units; unit++)
    {
      g_autofree char *id = dup_id (unit);

      for (guint year = 0; year < spec->years; year++)
        add_observation (edit, spec, code, id, indicator, unit, year);
    }
  return edit;
}
