/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Generated boundaries: valid, without gap or overlap, and the same points on both sides (by GEOS). */

#include <glib.h>

#include "ntm-atlas.h"
#include "ntm-error.h"
#include "ntm-geos.h"
#include "ntm-sample.h"

static GEOSGeometry *
read_shape (NtmGeos      *geos,
            const NtmRow *row)
{
  GBytes *bytes = ((const NtmBoundary *) row->record)->geometry;
  gsize size;
  const unsigned char *data = g_bytes_get_data (bytes, &size);

  return GEOSGeomFromWKB_buf_r (geos->handle, data, size);
}

static double
area_of (NtmGeos            *geos,
         const GEOSGeometry *shape)
{
  double area;

  g_assert_cmpint (GEOSArea_r (geos->handle, shape, &area), ==, 1);
  return area;
}

static GEOSGeometry *
join (NtmGeos   *geos,
      GPtrArray *shapes)
{
  GEOSGeometry *joined = ntm_geos_union (geos, shapes);

  g_assert_nonnull (joined);
  g_assert_cmpint (GEOSisValid_r (geos->handle, joined), ==, 1);
  return joined;
}

static void
assert_same_shape (NtmGeos            *geos,
                   const GEOSGeometry *a,
                   const GEOSGeometry *b)
{
  GEOSGeometry *rest = GEOSSymDifference_r (geos->handle, a, b);

  g_assert_cmpfloat (area_of (geos, rest), <, 1e-12);
  GEOSGeom_destroy_r (geos->handle, rest);
}

static char
level_of (const char *id,
          guint       n_districts)
{
  guint unit = g_ascii_strtoull (id + 1, NULL, 10);

  return unit == 0 ? 'p' : unit <= n_districts ? 'd' : 'c';
}

static void
check_land (const NtmSampleSpec *spec,
            guint                n_districts)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NtmEdit) edit = ntm_sample_new_registers (spec, &error);
  g_autoptr (NtmGeos) geos = ntm_geos_new ();
  g_autoptr (GPtrArray) communes = g_ptr_array_new ();
  g_autoptr (GPtrArray) districts = g_ptr_array_new ();
  GEOSGeometry *province = NULL, *all_communes, *all_districts;
  double sum = 0;
  int n_points = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < ntm_edit_get_n_rows (edit); i++)
    {
      const NtmRow *row = ntm_edit_get_row (edit, i);
      GEOSGeometry *shape;

      if (row->table != NTM_TABLE_BOUNDARY)
        continue;
      shape = read_shape (geos, row);
      g_assert_nonnull (shape);
      g_assert_cmpint (GEOSisValid_r (geos->handle, shape), ==, 1);
      g_assert_cmpint (GEOSGetNumGeometries_r (geos->handle, shape), ==, 1);
      switch (level_of (((const NtmBoundary *) row->record)->unit, n_districts))
        {
        case 'p':
          province = shape;
          break;
        case 'd':
          g_ptr_array_add (districts, shape);
          break;
        default:
          g_ptr_array_add (communes, shape);
          sum += area_of (geos, shape);
          n_points += GEOSGetNumCoordinates_r (geos->handle, shape) - 1;
        }
    }
  g_assert_cmpuint (districts->len, ==, n_districts);
  g_assert_cmpuint (communes->len, ==, spec->units - 1 - n_districts);
  g_assert_cmpfloat_with_epsilon (n_points / (double) communes->len, spec->vertices, 3.01);

  all_communes = join (geos, communes);
  all_districts = join (geos, districts);
  g_assert_cmpfloat_with_epsilon (area_of (geos, all_communes), sum, 1e-9);   /* no overlap */
  assert_same_shape (geos, all_communes, province);                          /* no gap */
  assert_same_shape (geos, all_districts, province);
  GEOSGeom_destroy_r (geos->handle, all_communes);
  GEOSGeom_destroy_r (geos->handle, all_districts);
  GEOSGeom_destroy_r (geos->handle, province);
  for (guint i = 0; i < communes->len; i++)
    GEOSGeom_destroy_r (geos->handle, communes->pdata[i]);
  for (guint i = 0; i < districts->len; i++)
    GEOSGeom_destroy_r (geos->handle, districts->pdata[i]);
}

static void
test_land (void)
{
  for (guint64 seed = 0; seed < 4; seed++)
    {
      check_land (&(NtmSampleSpec) { 230, 1, 1, 60, seed }, 13);
      check_land (&(NtmSampleSpec) { 70, 1, 1, 6, seed }, 4);
      check_land (&(NtmSampleSpec) { 40, 1, 1, 600, seed }, 2);
    }
  for (guint units = 3; units < 60; units++)
    check_land (&(NtmSampleSpec) { units, 1, 1, 12, units }, MAX (1, (units - 1) / 17));
}

static void
test_limits (void)
{
  const NtmSampleSpec bad[] = {
    { 0, 1, 1, 60, 1 }, { 1, 0, 1, 60, 1 }, { 1, 1, 0, 60, 1 }, { 20001, 1, 1, 60, 1 }, { 1, 1001, 1, 60, 1 }, { 1, 1, 51, 60, 1 },
    { 1, 1, 1, 5, 1 }, { 1, 1, 1, 5001, 1 }, { 20000, 1000, 50, 60, 1 }, { 20000, 1, 1, 5000, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (ntm_sample_new_registers (&bad[i], &error));
      g_assert_error (error, NTM_ERROR, NTM_ERROR_RANGE);
    }
  g_assert_true (ntm_sample_check (&(NtmSampleSpec) { 10700, 200, 15, 60, 1 }, NULL));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sample/land", test_land);
  g_test_add_func ("/sample/limits", test_limits);
  return g_test_run ();
}
