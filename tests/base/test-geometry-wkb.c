/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Well-known binary: all its dialects, and nothing that is damaged. */

#include <math.h>
#include <string.h>

#include "ntm-error.h"
#include "ntm-geometry.h"

/* What GEOS writes for MULTIPOLYGON (((0 0, 4 0, 4 4, 0 4, 0 0), (1 1, 1 2, 2 2, 1 1))), little-endian. */
static const char known[] =
  "010600000001000000" "010300000002000000"
  "05000000" "00000000000000000000000000000000" "00000000000010400000000000000000"
  "00000000000010400000000000001040" "00000000000000000000000000001040" "00000000000000000000000000000000"
  "04000000" "000000000000f03f000000000000f03f" "000000000000f03f0000000000000040"
  "00000000000000400000000000000040" "000000000000f03f000000000000f03f";

static GBytes *
from_hex (const char *hex)
{
  GByteArray *out = g_byte_array_new ();

  for (; hex[0] && hex[1]; hex += 2)
    {
      guint8 byte = (guint8) (g_ascii_xdigit_value (hex[0]) * 16 + g_ascii_xdigit_value (hex[1]));

      g_byte_array_append (out, &byte, 1);
    }
  return g_byte_array_free_to_bytes (out);
}

static void
put (GByteArray *out, const void *data, gsize n, gboolean little)
{
  guint8 bytes[8];

  memcpy (bytes, data, n);
  if (little != (G_BYTE_ORDER == G_LITTLE_ENDIAN))
    for (gsize i = 0; i < n / 2; i++)
      {
        guint8 swap = bytes[i];

        bytes[i] = bytes[n - 1 - i];
        bytes[n - 1 - i] = swap;
      }
  g_byte_array_append (out, bytes, (guint) n);
}

static void
put_uint (GByteArray *out, guint32 value, gboolean little)
{
  put (out, &value, sizeof value, little);
}

static void
put_head (GByteArray *out, guint32 type, gboolean little, gboolean srid)
{
  guint8 order = (guint8) little;

  g_byte_array_append (out, &order, 1);
  put_uint (out, type, little);
  if (srid)
    put_uint (out, 4326, little);
}

/* A triangle (x, 0), (x + 1, 0), (x, 1) with @extra more ordinates per point. */
static void
put_triangle (GByteArray *out, guint32 type, double x, guint extra, gboolean little, gboolean srid)
{
  const double corners[][2] = { { x, 0 }, { x + 1, 0 }, { x, 1 }, { x, 0 } };
  const double other = NAN; /* as GEOS writes a height that is not known */

  put_head (out, type, little, srid);
  put_uint (out, 1, little);
  put_uint (out, 4, little);
  for (gsize i = 0; i < 4; i++)
    {
      put (out, &corners[i][0], 8, little);
      put (out, &corners[i][1], 8, little);
      for (guint j = 0; j < extra; j++)
        put (out, &other, 8, little);
    }
}

static void
check_triangles (GByteArray *wkb, guint n)
{
  g_autoptr (GBytes) bytes = g_bytes_new (wkb->data, wkb->len);
  g_autoptr (GError) error = NULL;
  g_autoptr (NtmGeometry) g = ntm_geometry_from_wkb (bytes, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (g->n_rings, ==, n);
  g_assert_cmpuint (g->n_points, ==, 3 * n);
  for (guint i = 0; i < n; i++)
    {
      const NtmPoint *ring = g->points + g->ring_start[i];

      g_assert_cmpuint (g->part_of_ring[i], ==, i);
      g_assert_true (ring[0].x == 10 * i && ring[0].y == 0 && ring[1].x == 10 * i + 1 && ring[1].y == 0 &&
                     ring[2].x == 10 * i && ring[2].y == 1);
    }
}

/* Metres of a projection, and numbers that overflow when squared, are no degrees. */
static void
test_not_degrees (void)
{
  const double lefts[] = { 179, 179.5, 530000, -1e308, 1e308 };

  for (gsize i = 0; i < G_N_ELEMENTS (lefts); i++)
    {
      g_autoptr (GByteArray) wkb = g_byte_array_new ();
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (NtmGeometry) g = NULL;

      put_triangle (wkb, 3, lefts[i], 0, TRUE, FALSE);
      bytes = g_bytes_new (wkb->data, wkb->len);
      g = ntm_geometry_from_wkb (bytes, &error);
      if (i == 0)
        g_assert_no_error (error);
      else
        g_assert_error (error, NTM_ERROR, NTM_ERROR_FORMAT);
    }
}

/* Polygon and MultiPolygon, in both byte orders, plain, ISO and EWKB, with and without Z, M and SRID. */
static void
test_dialects (void)
{
  static const struct
  {
    guint32  more; /* on the type */
    guint    extra;
    gboolean srid;
  } dialects[] = { { 0, 0, FALSE },           { 1000, 1, FALSE },          { 2000, 1, FALSE },
                   { 3000, 2, FALSE },        { 0x80000000u, 1, FALSE },   { 0x40000000u, 1, FALSE },
                   { 0xc0000000u, 2, FALSE }, { 0x20000000u, 0, TRUE },    { 0xe0000000u, 2, TRUE } };

  for (gsize d = 0; d < G_N_ELEMENTS (dialects); d++)
    for (gboolean little = FALSE; little <= TRUE; little++)
      {
        g_autoptr (GByteArray) one = g_byte_array_new ();
        g_autoptr (GByteArray) many = g_byte_array_new ();
        guint32 inner = dialects[d].more & ~0x20000000u; /* the SRID stands at the outside only */

        put_triangle (one, dialects[d].more + 3, 0, dialects[d].extra, little, dialects[d].srid);
        check_triangles (one, 1);

        put_head (many, dialects[d].more + 6, little, dialects[d].srid);
        put_uint (many, 3, little);
        for (int i = 0; i < 3; i++) /* each part may have its own byte order */
          put_triangle (many, inner + 3, 10 * i, dialects[d].extra, i == 1 ? !little : little, FALSE);
        check_triangles (many, 3);
      }
}

static void
test_known (void)
{
  g_autoptr (GBytes) wkb = from_hex (known);
  g_autoptr (GError) error = NULL;
  g_autoptr (NtmGeometry) g = ntm_geometry_from_wkb (wkb, &error);
  g_autoptr (GBytes) back = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (g->n_rings, ==, 2);
  g_assert_cmpuint (g->n_points, ==, 7);
  g_assert_cmpuint (g->part_of_ring[1], ==, 0);
  g_assert_cmpfloat (ntm_geometry_area (g), ==, 15.5);
  back = ntm_geometry_to_wkb (g);
  g_assert_true (g_bytes_equal (wkb, back));
}

static void
refuse (const guint8 *data, gsize n)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, n);
  g_autoptr (GError) error = NULL;

  g_assert_null (ntm_geometry_from_wkb (bytes, &error));
  g_assert_error (error, NTM_ERROR, NTM_ERROR_FORMAT);
}

/* Cut anywhere, or with anything behind it. */
static void
test_truncated (void)
{
  g_autoptr (GBytes) wkb = from_hex (known);
  g_autofree guint8 *longer = NULL;
  gsize n;
  const guint8 *data = g_bytes_get_data (wkb, &n);

  for (gsize i = 0; i < n; i++)
    refuse (data, i);
  longer = g_malloc0 (n + 1);
  memcpy (longer, data, n);
  refuse (longer, n + 1);
}

static void
test_bad (void)
{
  static const char *const cases[] = {
    "0101000000" "00000000000000000000000000000000",                      /* a point */
    "010200000000000000",                                                 /* a line */
    "010700000000000000",                                                 /* a collection */
    "010300000000000000",                                                 /* an empty polygon */
    "010600000000000000",                                                 /* no polygon */
    "0106000000ffffffff",                                                 /* four milliard parts */
    "0103000000ffffffff",                                                 /* rings */
    "010300000001000000ffffffff",                                         /* points */
    "01030000000100000000000010",                                         /* points × 16 overflows 32 bits */
    "010300000001000000" "00000000",                                      /* a ring without points */
    "020300000001000000",                                                 /* byte order 2 */
    "01a00f0000" "01000000",                                              /* ISO 4000 */
    "01eb030080" "01000000",                                              /* ISO Z and EWKB Z */
    "010600000001000000" "010600000001000000" "010300000000000000",       /* several polygons inside such */
    "010300000001000000" "03000000"                                       /* two corners */
    "00000000000000000000000000000000" "00000000000010400000000000000000" "00000000000000000000000000000000",
    "010300000001000000" "04000000"                                       /* not closed */
    "00000000000000000000000000000000" "00000000000010400000000000000000"
    "00000000000010400000000000001040" "00000000000000000000000000001040",
    "010300000001000000" "04000000"                                       /* NaN */
    "00000000000000000000000000000000" "000000000000f87f0000000000000000"
    "00000000000010400000000000001040" "00000000000000000000000000000000",
    "010300000001000000" "04000000"                                       /* infinite */
    "00000000000000000000000000000000" "0000000000001040000000000000f0ff"
    "00000000000010400000000000001040" "00000000000000000000000000000000",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) wkb = from_hex (cases[i]);
      gsize n;
      const guint8 *data = g_bytes_get_data (wkb, &n);

      refuse (data, n);
    }
  refuse (NULL, 0);
}

static void
test_round_trip (void)
{
  GRand *rand = g_rand_new_with_seed (15);

  for (int i = 0; i < 300; i++)
    {
      NtmPoint points[200];
      guint starts[11] = { 0 }, parts[10] = { 0 };
      guint n_rings = (guint) g_rand_int_range (rand, 1, 11);
      g_autoptr (NtmGeometry) g = NULL, back = NULL;
      g_autoptr (GBytes) wkb = NULL;

      for (guint r = 0; r < n_rings; r++)
        {
          starts[r + 1] = starts[r] + (guint) g_rand_int_range (rand, 3, 21);
          parts[r] = r == 0 ? 0 : parts[r - 1] + (guint) g_rand_boolean (rand);
        }
      for (guint p = 0; p < starts[n_rings]; p++)
        points[p] = (NtmPoint) { g_rand_double_range (rand, 105, 107), g_rand_double_range (rand, 17, 19) };
      g = ntm_geometry_new (points, starts, parts, n_rings);
      wkb = ntm_geometry_to_wkb (g);
      back = ntm_geometry_from_wkb (wkb, NULL);
      g_assert_cmpmem (back->points, back->n_points * sizeof *points, points, starts[n_rings] * sizeof *points);
      g_assert_cmpmem (back->ring_start, (back->n_rings + 1) * sizeof (guint), starts, (n_rings + 1) * sizeof (guint));
      g_assert_cmpmem (back->part_of_ring, back->n_rings * sizeof (guint), parts, n_rings * sizeof (guint));
    }
  g_rand_free (rand);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/wkb/not-degrees", test_not_degrees);
  g_test_add_func ("/wkb/known", test_known);
  g_test_add_func ("/wkb/dialects", test_dialects);
  g_test_add_func ("/wkb/truncated", test_truncated);
  g_test_add_func ("/wkb/bad", test_bad);
  g_test_add_func ("/wkb/round-trip", test_round_trip);
  return g_test_run ();
}
