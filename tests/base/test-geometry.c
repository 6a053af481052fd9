/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Polygons: what is inside, how large they are, where their names go. */

#include <math.h>

#include "ntm-geometry.h"

#define RADIUS 6371.0088

static const NtmPoint square_with_hole[] = { { 0, 0 }, { 10, 0 }, { 10, 10 }, { 0, 10 },      /* shell */
                                             { 2, 2 }, { 2, 8 }, { 8, 8 }, { 8, 2 },          /* hole */
                                             { 20, 0 }, { 24, 0 }, { 24, 4 }, { 20, 4 } };    /* another part */

static NtmGeometry *
new_square_with_hole (void)
{
  const guint starts[] = { 0, 4, 8, 12 }, parts[] = { 0, 0, 1 };

  return ntm_geometry_new (square_with_hole, starts, parts, 3);
}

static NtmGeometry *
new_ring (const NtmPoint *points, guint n)
{
  const guint starts[] = { 0, n }, parts[] = { 0 };

  return ntm_geometry_new (points, starts, parts, 1);
}

/* A star-shaped ring of @n corners around (x, y). */
static void
fill_star (GRand *rand, NtmPoint *points, guint n, double x, double y, double size)
{
  for (guint i = 0; i < n; i++)
    {
      double angle = 2 * G_PI * (i + 0.8 * g_rand_double (rand)) / n;
      double r = size * g_rand_double_range (rand, 0.2, 1);

      points[i] = (NtmPoint) { x + r * cos (angle), y + r * sin (angle) };
    }
}

static void
test_box (void)
{
  NtmBox empty, a, b;

  ntm_box_clear (&empty);
  g_assert_cmpfloat (empty.x_min, >, empty.x_max);
  a = b = empty;
  ntm_box_add (&a, 1, 2);
  ntm_box_add (&a, 3, -4);
  g_assert_true (a.x_min == 1 && a.x_max == 3 && a.y_min == -4 && a.y_max == 2);
  ntm_box_union (&a, &empty);
  g_assert_true (a.x_min == 1 && a.x_max == 3);
  ntm_box_union (&b, &a);
  g_assert_true (b.x_min == 1 && b.x_max == 3 && b.y_min == -4 && b.y_max == 2);

  b = (NtmBox) { 3, 2, 5, 5 };
  g_assert_true (ntm_box_overlaps (&a, &b) && ntm_box_overlaps (&b, &a));   /* a corner */
  b = (NtmBox) { 3.1, -4, 5, 5 };
  g_assert_false (ntm_box_overlaps (&a, &b) || ntm_box_overlaps (&b, &a));
  b = (NtmBox) { 1.5, -1, 2, 1 };
  g_assert_true (ntm_box_overlaps (&a, &b) && ntm_box_overlaps (&b, &a));   /* inside */
  g_assert_false (ntm_box_overlaps (&a, &empty) || ntm_box_overlaps (&empty, &a) || ntm_box_overlaps (&empty, &empty));
}

static void
test_known (void)
{
  static const struct
  {
    double   x, y;
    gboolean inside;
  } cases[] = { { 1, 1, TRUE }, { 5, 5, FALSE }, { 9, 5, TRUE }, { 11, 5, FALSE }, { 22, 2, TRUE }, { 15, 2, FALSE },
                { -1, 0, FALSE }, { NAN, 1, FALSE }, { 1, NAN, FALSE }, { INFINITY, 1, FALSE }, { 1, -INFINITY, FALSE } };
  g_autoptr (NtmGeometry) g = new_square_with_hole ();

  g_assert_cmpuint (g->n_points, ==, 12);
  g_assert_true (g->box.x_min == 0 && g->box.x_max == 24 && g->box.y_min == 0 && g->box.y_max == 10);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (ntm_geometry_contains (g, cases[i].x, cases[i].y), ==, cases[i].inside);
  g_assert_cmpfloat_with_epsilon (ntm_geometry_area (g), 100 - 36 + 16, 1e-9);
}

/* The winding number, by the angles under which the edges are seen. */
static gboolean
winds_around (const NtmPoint *points, guint n, double x, double y)
{
  double sum = 0;

  for (guint i = 0; i < n; i++)
    {
      NtmPoint a = points[i], b = points[(i + 1) % n];

      sum += atan2 ((a.x - x) * (b.y - y) - (b.x - x) * (a.y - y), (a.x - x) * (b.x - x) + (a.y - y) * (b.y - y));
    }
  return fabs (sum) > G_PI;
}

static void
test_contains_random (void)
{
  GRand *rand = g_rand_new_with_seed (11);

  for (int i = 0; i < 200; i++)
    {
      NtmPoint points[30];
      guint n = (guint) g_rand_int_range (rand, 3, 31);
      g_autoptr (NtmGeometry) g = NULL;

      fill_star (rand, points, n, 105.9, 18.3, 0.2);
      g = new_ring (points, n);
      for (int j = 0; j < 200; j++)
        {
          double x = g_rand_double_range (rand, 105.7, 106.1), y = g_rand_double_range (rand, 18.1, 18.5);

          /* Every fourth at the height of a corner. */
          y = j % 4 == 0 ? points[(guint) j % n].y : y;
          g_assert_cmpint (ntm_geometry_contains (g, x, y), ==, winds_around (points, n, x, y));
        }
    }
  g_rand_free (rand);
}

/* A raster of points lies in exactly one of the triangles that share all their sides. */
static void
test_neighbours (void)
{
  const NtmPoint c[] = { { 0, 0 }, { 8, 0 }, { 8, 8 }, { 0, 8 }, { 4, 4 } };
  NtmGeometry *t[4];

  for (guint i = 0; i < 4; i++)
    {
      const NtmPoint ring[] = { c[i], c[(i + 1) % 4], c[4] };

      t[i] = new_ring (ring, 3);
    }
  for (int x = 1; x < 8; x++)
    for (int y = 1; y < 8; y++)
      {
        int n = 0;

        for (int i = 0; i < 4; i++)
          n += ntm_geometry_contains (t[i], x, y);
        g_assert_cmpint (n, ==, 1);
      }
  for (guint i = 0; i < 4; i++)
    g_clear_pointer (&t[i], ntm_geometry_free);
}

static void
test_area_random (void)
{
  GRand *rand = g_rand_new_with_seed (12);

  for (int i = 0; i < 500; i++)
    {
      NtmPoint points[20], reversed[20];
      double sum = 0;
      g_autoptr (NtmGeometry) g = NULL, r = NULL;

      fill_star (rand, points, 20, 540000, 2030000, 9000);
      for (guint j = 0; j < 20; j++)
        {
          NtmPoint a = points[j], b = points[(j + 1) % 20];

          /* The triangles from the centre of the star, by their sides. */
          sum += 0.5 * hypot (a.x - 540000, a.y - 2030000) * hypot (b.x - 540000, b.y - 2030000) *
                 sin (atan2 (b.y - 2030000, b.x - 540000) - atan2 (a.y - 2030000, a.x - 540000));
          reversed[19 - j] = a;
        }
      g = new_ring (points, 20);
      r = new_ring (reversed, 20);
      g_assert_cmpfloat_with_epsilon (ntm_geometry_area (g), sum, sum * 1e-8);
      g_assert_cmpfloat_with_epsilon (ntm_geometry_area (r), sum, sum * 1e-8);
    }
  g_rand_free (rand);
}

typedef struct { double v[3]; } Vector;

static Vector
to_vector (NtmPoint p)
{
  double lon = p.x * G_PI / 180, lat = p.y * G_PI / 180;

  return (Vector) { { cos (lat) * cos (lon), cos (lat) * sin (lon), sin (lat) } };
}

/* The solid angle of a triangle from its corners as vectors (van Oosterom and Strackee). */
static double
solid_angle (Vector a, Vector b, Vector c)
{
  double det = a.v[0] * (b.v[1] * c.v[2] - b.v[2] * c.v[1]) - a.v[1] * (b.v[0] * c.v[2] - b.v[2] * c.v[0]) +
               a.v[2] * (b.v[0] * c.v[1] - b.v[1] * c.v[0]);
  double ab = a.v[0] * b.v[0] + a.v[1] * b.v[1] + a.v[2] * b.v[2];
  double bc = b.v[0] * c.v[0] + b.v[1] * c.v[1] + b.v[2] * c.v[2];
  double ca = c.v[0] * a.v[0] + c.v[1] * a.v[1] + c.v[2] * a.v[2];

  return fabs (2 * atan2 (det, 1 + ab + bc + ca));
}

static void
test_area_km2 (void)
{
  const NtmPoint octant[] = { { 0, 0 }, { 90, 0 }, { 90, 90 } };
  g_autoptr (NtmGeometry) eighth = new_ring (octant, 3);
  g_autoptr (NtmGeometry) holed = new_square_with_hole ();
  g_autoptr (NtmGeometry) shell = new_ring (square_with_hole, 4);
  g_autoptr (NtmGeometry) hole = new_ring (square_with_hole + 4, 4);
  g_autoptr (NtmGeometry) part = new_ring (square_with_hole + 8, 4);
  GRand *rand = g_rand_new_with_seed (13);

  g_assert_cmpfloat_with_epsilon (ntm_geometry_area_km2 (eighth), G_PI / 2 * RADIUS * RADIUS, 1);
  g_assert_cmpfloat_with_epsilon (ntm_geometry_area_km2 (holed),
                                  ntm_geometry_area_km2 (shell) - ntm_geometry_area_km2 (hole) +
                                    ntm_geometry_area_km2 (part), 1e-3);
  for (int i = 0; i < 2000; i++)
    {
      double size = i % 2 ? 20 : 0.1;
      NtmPoint t[3];
      double expected;
      g_autoptr (NtmGeometry) g = NULL;

      for (int j = 0; j < 3; j++)
        t[j] = (NtmPoint) { 105.5 + size * g_rand_double (rand), (i % 3 ? 18 : -10) + size * g_rand_double (rand) };
      g = new_ring (t, 3);
      expected = solid_angle (to_vector (t[0]), to_vector (t[1]), to_vector (t[2])) * RADIUS * RADIUS;
      g_assert_cmpfloat_with_epsilon (ntm_geometry_area_km2 (g), expected, 1e-6 + expected * 1e-7);
    }
  g_rand_free (rand);
}

static double
distance_to_border (const NtmGeometry *g, double x, double y)
{
  double least = INFINITY;

  for (guint r = 0; r < g->n_rings; r++)
    for (guint i = g->ring_start[r]; i < g->ring_start[r + 1]; i++)
      {
        NtmPoint a = g->points[i], b = g->points[i + 1 < g->ring_start[r + 1] ? i + 1 : g->ring_start[r]];

        /* By steps along the side: slow and simple. */
        for (int k = 0; k <= 100; k++)
          least = MIN (least, hypot (a.x + (b.x - a.x) * k / 100 - x, a.y + (b.y - a.y) * k / 100 - y));
      }
  return least;
}

/* No point of a raster is farther from the border than the label by more than a hundredth of the size. */
static void
check_label (const NtmGeometry *g)
{
  NtmPoint label = ntm_geometry_label_point (g);
  double width = g->box.x_max - g->box.x_min, height = g->box.y_max - g->box.y_min;
  double distance = distance_to_border (g, label.x, label.y);

  g_assert_true (ntm_geometry_contains (g, label.x, label.y));
  for (int i = 0; i <= 24; i++)
    for (int j = 0; j <= 24; j++)
      {
        double x = g->box.x_min + width * i / 24, y = g->box.y_min + height * j / 24;

        if (ntm_geometry_contains (g, x, y))
          g_assert_cmpfloat (distance_to_border (g, x, y), <, distance + 0.015 * MAX (width, height));
      }
}

static void
test_label (void)
{
  g_autoptr (NtmGeometry) holed = new_square_with_hole ();
  GRand *rand = g_rand_new_with_seed (14);
  NtmPoint label = ntm_geometry_label_point (holed);

  g_assert_cmpfloat_with_epsilon (label.x, 22, 0.3);   /* the small part is the fattest */
  g_assert_cmpfloat_with_epsilon (label.y, 2, 0.3);
  for (int i = 0; i < 20; i++)
    {
      NtmPoint points[20];
      guint n = (guint) g_rand_int_range (rand, 3, 21);
      g_autoptr (NtmGeometry) g = NULL;

      fill_star (rand, points, n, 105.9, 18.3, 0.1);
      g = new_ring (points, n);
      check_label (g);
    }
  g_rand_free (rand);
}

static void
test_label_odd (void)
{
  const NtmPoint sliver[] = { { 0, 0 }, { 1000, 1000.001 }, { 1000, 1000 } };
  const NtmPoint bow[] = { { 0, 0 }, { 4, 4 }, { 4, 0 }, { 0, 4 } };
  const NtmPoint line[] = { { 1, 1 }, { 2, 2 }, { 3, 3 } };
  const NtmPoint huge[] = { { -1e308, -1e308 }, { 1e308, -1e308 }, { 0, 1e308 } };
  const guint none[] = { 0 };
  g_autoptr (NtmGeometry) thin = new_ring (sliver, 3);
  g_autoptr (NtmGeometry) crossed = new_ring (bow, 4);
  g_autoptr (NtmGeometry) flat = new_ring (line, 3);
  g_autoptr (NtmGeometry) wide = new_ring (huge, 3);
  g_autoptr (NtmGeometry) empty = ntm_geometry_new (NULL, none, NULL, 0);
  NtmPoint p = ntm_geometry_label_point (thin);

  g_assert_true (ntm_geometry_contains (thin, p.x, p.y));
  p = ntm_geometry_label_point (crossed);
  g_assert_true (ntm_geometry_contains (crossed, p.x, p.y));
  p = ntm_geometry_label_point (flat);
  g_assert_true (p.x == 1 && p.y == 1);
  ntm_geometry_label_point (wide);
  p = ntm_geometry_label_point (empty);
  g_assert_true (p.x == 0 && p.y == 0);
  g_assert_cmpfloat (ntm_geometry_area (empty), ==, 0);
  g_assert_false (ntm_geometry_contains (empty, 0, 0));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/geometry/box", test_box);
  g_test_add_func ("/geometry/known", test_known);
  g_test_add_func ("/geometry/contains-random", test_contains_random);
  g_test_add_func ("/geometry/neighbours", test_neighbours);
  g_test_add_func ("/geometry/area-random", test_area_random);
  g_test_add_func ("/geometry/area-km2", test_area_km2);
  g_test_add_func ("/geometry/label", test_label);
  g_test_add_func ("/geometry/label-odd", test_label_odd);
  return g_test_run ();
}
