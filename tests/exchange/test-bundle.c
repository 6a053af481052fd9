/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The built-in file as it is made: units on four dates, and boundaries without gap or overlap (by GEOS). */

#include <glib/gstdio.h>

#include "ntm-bundle.h"
#include "ntm-geos.h"
#include "ntm-store.h"

typedef struct
{
  char     *dir;
  NtmStore *store;
  NtmAtlas *atlas;
  NtmGeos  *geos;
} Fixture;

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NtmEdit) edit = ntm_bundle_new_edit (&error);
  g_autofree char *path = NULL;

  g_assert_no_error (error);
  self->dir = g_dir_make_tmp ("ntm-bundle-XXXXXX", &error);
  path = g_build_filename (self->dir, "hatinh.ntm", NULL);
  self->store = ntm_store_create (path, &error);
  g_assert_no_error (error);
  g_assert_true (ntm_store_fill (self->store, edit, &error));
  g_assert_no_error (error);
  self->atlas = ntm_store_get_atlas (self->store);
  self->geos = ntm_geos_new ();
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (self->dir, 0, NULL);
  const char *name;

  g_clear_pointer (&self->store, ntm_store_free);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->dir, name, NULL);
      g_unlink (path);
    }
  g_rmdir (self->dir);
  g_free (self->dir);
  ntm_geos_free (self->geos);
}

static NtmDate
day (const char *iso)
{
  NtmDate date;

  g_assert_true (ntm_date_parse (iso, &date, NULL));
  return date;
}

static GEOSGeometry *
shape_of (Fixture       *self,
          const NtmUnit *unit,
          NtmDate        at)
{
  const NtmBoundary *boundary = ntm_atlas_boundary_at (self->atlas, unit, at);
  GEOSGeometry *shape;
  gsize size;
  const guint8 *data;

  g_assert_nonnull (boundary);
  data = g_bytes_get_data (boundary->geometry, &size);
  shape = GEOSGeomFromWKB_buf_r (self->geos->handle, data, size);
  g_assert_nonnull (shape);
  g_assert_cmpint (GEOSisValid_r (self->geos->handle, shape), ==, 1);
  return shape;
}

static double
area_of (Fixture            *self,
         const GEOSGeometry *shape)
{
  double area = 0;

  g_assert_cmpint (GEOSArea_r (self->geos->handle, shape, &area), ==, 1);
  return area;
}

/* Sum of areas = area of the union, and no two overlap: a coverage. */
static void
check_coverage (Fixture    *self,
                NtmLevel    level,
                const char *iso,
                guint       expected,
                guint       without_shape)
{
  NtmDate at = day (iso);
  g_autoptr (GPtrArray) units = ntm_atlas_units_at (self->atlas, level, at);
  g_autoptr (GPtrArray) shapes = g_ptr_array_new ();
  GEOSGeometry *whole, *province = shape_of (self, ntm_atlas_province (self->atlas, at), at);
  double sum = 0, missing = 0;

  for (guint i = 0; i < units->len; i++)
    {
      if (ntm_atlas_boundary_at (self->atlas, g_ptr_array_index (units, i), at) == NULL)
        {
          missing++;
          continue;
        }
      g_ptr_array_add (shapes, shape_of (self, g_ptr_array_index (units, i), at));
      sum += area_of (self, g_ptr_array_index (shapes, shapes->len - 1));
    }
  g_assert_cmpuint (units->len, ==, expected);
  g_assert_cmpfloat (missing, ==, 0);

  whole = ntm_geos_union (self->geos, shapes);
  g_assert_cmpfloat_with_epsilon (sum, area_of (self, whole), 1e-9);
  if (without_shape == 0)
    g_assert_cmpfloat_with_epsilon (sum, area_of (self, province), 1e-7);
  else
    g_assert_cmpfloat (sum, <, area_of (self, province));
  GEOSGeom_destroy_r (self->geos->handle, whole);
  GEOSGeom_destroy_r (self->geos->handle, province);
  for (guint i = 0; i < shapes->len; i++)
    GEOSGeom_destroy_r (self->geos->handle, g_ptr_array_index (shapes, i));
}

static void
test_coverages (Fixture      *self,
                gconstpointer data)
{
  check_coverage (self, NTM_LEVEL_DISTRICT, "2019-06-30", 13, 0);
  check_coverage (self, NTM_LEVEL_DISTRICT, "2024-06-30", 13, 0);
  check_coverage (self, NTM_LEVEL_COMMUNE, "2024-06-30", 216, 0);
  check_coverage (self, NTM_LEVEL_DISTRICT, "2025-03-01", 12, 0);
  /* Where Trung Lộc and Phú Phong went is not known: their land is left open. */
  check_coverage (self, NTM_LEVEL_COMMUNE, "2025-03-01", 209, 2);
  check_coverage (self, NTM_LEVEL_COMMUNE, "2025-08-01", 69, 0);
}

static void
test_no_communes_before_2020 (Fixture      *self,
                              gconstpointer data)
{
  g_assert_false (ntm_atlas_has_boundaries (self->atlas, NTM_LEVEL_COMMUNE, day ("2019-12-31")));
  g_assert_true (ntm_atlas_has_boundaries (self->atlas, NTM_LEVEL_COMMUNE, day ("2020-01-01")));
  g_assert_false (ntm_atlas_has_boundaries (self->atlas, NTM_LEVEL_DISTRICT, day ("2015-04-10")));
}

static void
test_cells_inside_district (Fixture      *self,
                            gconstpointer data)
{
  NtmDate at = day ("2024-06-30");
  g_autoptr (GPtrArray) communes = ntm_atlas_units_at (self->atlas, NTM_LEVEL_COMMUNE, at);

  for (guint i = 0; i < communes->len; i++)
    {
      const NtmUnit *unit = g_ptr_array_index (communes, i);
      const NtmUnit *district = ntm_unit_state_at (unit, at)->parent_unit;
      GEOSGeometry *cell = shape_of (self, unit, at), *outer = shape_of (self, district, at);
      GEOSGeometry *outside = GEOSDifference_r (self->geos->handle, cell, outer);

      g_assert_cmpstr (ntm_atlas_boundary_at (self->atlas, unit, at)->kind, ==, "schematic");
      g_assert_cmpfloat (area_of (self, cell), >, 0);
      g_assert_cmpfloat (area_of (self, outside), <, 1e-12);
      GEOSGeom_destroy_r (self->geos->handle, cell);
      GEOSGeom_destroy_r (self->geos->handle, outer);
      GEOSGeom_destroy_r (self->geos->handle, outside);
    }
}

/* Areas of the outline against the areas published for the districts, where the file holds them. */
static void
test_areas (Fixture      *self,
            gconstpointer data)
{
  NtmDate at = day ("2024-06-30");
  g_autoptr (GPtrArray) districts = ntm_atlas_units_at (self->atlas, NTM_LEVEL_DISTRICT, at);
  double sum = 0;

  for (guint i = 0; i < districts->len; i++)
    sum += ntm_geometry_area_km2 (ntm_atlas_boundary_at (self->atlas, g_ptr_array_index (districts, i), at)->shape);
  g_assert_cmpfloat (ABS (sum - 5994.45) / 5994.45, <, 0.02);
}

static void
test_clean (Fixture      *self,
            gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) issues = ntm_store_check (self->store, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < issues->len; i++)
    {
      NtmIssue *issue = g_ptr_array_index (issues, i);
      g_test_message ("%s %s %s: %s", issue->file, issue->column, issue->value, issue->problem);
    }
  g_assert_cmpuint (issues->len, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/exchange/bundle/coverages", Fixture, NULL, set_up, test_coverages, tear_down);
  g_test_add ("/exchange/bundle/no-communes-before-2020", Fixture, NULL, set_up, test_no_communes_before_2020, tear_down);
  g_test_add ("/exchange/bundle/cells-inside-district", Fixture, NULL, set_up, test_cells_inside_district, tear_down);
  g_test_add ("/exchange/bundle/areas", Fixture, NULL, set_up, test_areas, tear_down);
  g_test_add ("/exchange/bundle/clean", Fixture, NULL, set_up, test_clean, tear_down);
  return g_test_run ();
}
