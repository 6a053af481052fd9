/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Topology, simplification, picking: against areas, naive edge counts and ntm_geometry_contains(). */

#include <math.h>

#include "draw-fixture.h"
#include "ntm-mercator.h"

static double
ring_area (const NtmPoint *points, guint n)
{
  double sum = 0;

  for (guint i = 0; i < n; i++)
    sum += points[i].x * points[(i + 1) % n].y - points[(i + 1) % n].x * points[i].y;

  return sum / 2;
}

/* Signed: rings that shrank to a line count nothing, neighbours cancel along their border. */
static double
geometry_area (const NtmGeometry *geometry)
{
  double sum = 0;

  for (guint r = 0; r < geometry->n_rings; r++)
    sum += ring_area (geometry->points + geometry->ring_start[r], geometry->ring_start[r + 1] - geometry->ring_start[r]);

  return sum;
}

static double
projected_area (const NtmGeometry *geometry)
{
  double sum = 0;

  for (guint r = 0; r < geometry->n_rings; r++)
    {
      guint n = geometry->ring_start[r + 1] - geometry->ring_start[r];
      g_autofree NtmPoint *points = g_new (NtmPoint, n);

      for (guint i = 0; i < n; i++)
        points[i] = ntm_mercator_from_degrees (geometry->points[geometry->ring_start[r] + i].x, geometry->points[geometry->ring_start[r] + i].y);
      sum += ring_area (points, n);
    }

  return sum;
}

/* Twice the area on the left of an arc as seen from the origin: outlines are made of arcs without a neighbour. */
static double
coast_area (const NtmShapes *shapes, guint level, gboolean coast_only)
{
  double sum = 0;

  for (guint a = 0; a < ntm_shapes_get_n_arcs (shapes); a++)
    {
      guint left, right;
      guint n = ntm_shapes_get_arc (shapes, a, level, NULL, 0, &left, &right);
      g_autofree NtmPoint *points = g_new (NtmPoint, n);

      ntm_shapes_get_arc (shapes, a, level, points, n, NULL, NULL);
      if (coast_only && right != NTM_SHAPES_NONE)
        continue;
      for (guint i = 0; i + 1 < n; i++)
        sum += points[i].x * points[i + 1].y - points[i + 1].x * points[i].y;
    }

  return sum / 2;
}

static guint
count_unique_edges (const FixtureArea *area)
{
  g_autoptr(GHashTable) edges = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint g = 0; g < area->geometries->len; g++)
    {
      const NtmGeometry *geometry = g_ptr_array_index (area->geometries, g);

      for (guint r = 0; r < geometry->n_rings; r++)
        for (guint i = geometry->ring_start[r]; i < geometry->ring_start[r + 1]; i++)
          {
            const NtmPoint *a = &geometry->points[i];
            const NtmPoint *b = &geometry->points[i + 1 == geometry->ring_start[r + 1] ? geometry->ring_start[r] : i + 1];
            gboolean turned = a->x > b->x || (a->x == b->x && a->y > b->y);

            if (turned)
              {
                const NtmPoint *c = a;

                a = b;
                b = c;
              }
            g_hash_table_add (edges, g_strdup_printf ("%a %a %a %a", a->x, a->y, b->x, b->y));
          }
    }

  return g_hash_table_size (edges);
}

static guint
count_arc_edges (const NtmShapes *shapes)
{
  guint n = 0;

  for (guint a = 0; a < ntm_shapes_get_n_arcs (shapes); a++)
    n += ntm_shapes_get_arc (shapes, a, ntm_shapes_get_n_levels (shapes) - 1, NULL, 0, NULL, NULL) - 1;

  return n;
}

static void
check_area (const FixtureArea *area)
{
  g_autoptr(NtmShapes) shapes = fixture_area_make_shapes (area);
  guint full = ntm_shapes_get_n_levels (shapes) - 1;

  /* Each piece of border is there once. */
  g_assert_cmpuint (count_arc_edges (shapes), ==, count_unique_edges (area));
  /* Full detail keeps every area. */
  for (guint i = 0; i < area->keys->len; i++)
    {
      g_autoptr(NtmGeometry) geometry = ntm_shapes_simplify (shapes, i, full);
      double expected = projected_area (g_ptr_array_index (area->geometries, i));

      g_assert_cmpfloat_with_epsilon (geometry_area (geometry), expected, fabs (expected) * 1e-9);
    }
  /* Simplified neighbours still share their borders: the items together are the simplified outline. */
  for (guint level = 0; level <= full; level++)
    {
      double sum = 0;

      for (guint i = 0; i < area->keys->len; i++)
        {
          g_autoptr(NtmGeometry) geometry = ntm_shapes_simplify (shapes, i, level);

          sum += geometry_area (geometry);
        }
      g_assert_cmpfloat_with_epsilon (sum, coast_area (shapes, level, TRUE), 1e-13);
    }
}

static void
test_grid (void)
{
  g_autoptr(FixtureArea) area = fixture_area_new_grid (7, 5, 24, 1);
  g_autoptr(NtmShapes) shapes = fixture_area_make_shapes (area);
  guint n_inner = 0, n_coast = 0;

  check_area (area);
  for (guint a = 0; a < ntm_shapes_get_n_arcs (shapes); a++)
    {
      guint left, right;

      ntm_shapes_get_arc (shapes, a, 0, NULL, 0, &left, &right);
      n_inner += right != NTM_SHAPES_NONE;
      n_coast += right == NTM_SHAPES_NONE;
      if (right != NTM_SHAPES_NONE)
        g_assert_true (ntm_shapes_are_adjacent (shapes, left, right));
    }
  g_assert_cmpuint (n_inner, ==, 6 * 5 + 7 * 4);
  /* The corner cells own two sides of the outline, which have no branch between them. */
  g_assert_cmpuint (n_coast, ==, 2 * (7 + 5) - 4);
  g_assert_true (ntm_shapes_are_adjacent (shapes, 0, 1));
  g_assert_true (ntm_shapes_are_adjacent (shapes, 0, 7));
  g_assert_false (ntm_shapes_are_adjacent (shapes, 0, 8));
  g_assert_false (ntm_shapes_are_adjacent (shapes, 0, 0));
}

static void
test_hexes (void)
{
  g_autoptr(FixtureArea) area = fixture_area_new_hexes (9, 8);

  check_area (area);
}

static void
test_outline (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "..", "..", "data", "hatinh", NULL);
  g_autoptr(FixtureArea) area = fixture_area_new_csv (folder);

  if (area == NULL)
    {
      g_test_skip ("no outline beside the tests");
      return;
    }
  g_assert_cmpuint (area->keys->len, ==, 13);
  check_area (area);
}

static NtmGeometry *
make_geometry (const double *xy, const guint *starts, const guint *parts, guint n_rings)
{
  return ntm_geometry_new ((const NtmPoint *) (gconstpointer) xy, starts, parts, n_rings);
}

/* A hole and the island that fills it share a closed border, although they begin it elsewhere. */
static void
test_enclave (void)
{
  static const double outer[] = { 0, 0, 10, 0, 10, 10, 0, 10, /* hole */ 4, 4, 4, 6, 6, 6, 6, 4 };
  static const double inner[] = { 6, 6, 6, 4, 4, 4, 4, 6 };
  static const guint outer_starts[] = { 0, 4, 8 }, inner_starts[] = { 0, 4 }, parts[] = { 0, 0 };
  g_autoptr(NtmGeometry) a = make_geometry (outer, outer_starts, parts, 2), b = make_geometry (inner, inner_starts, parts, 1);
  const char * const keys[] = { "a", "b" };
  const NtmGeometry * const geometries[] = { a, b };
  g_autoptr(NtmShapes) shapes = ntm_shapes_new (keys, geometries, 2);
  NtmPoint middle = ntm_mercator_from_degrees (5, 5), aside = ntm_mercator_from_degrees (2, 5);

  g_assert_cmpuint (ntm_shapes_get_n_arcs (shapes), ==, 2);
  g_assert_true (ntm_shapes_are_adjacent (shapes, 0, 1));
  g_assert_cmpuint (ntm_shapes_pick (shapes, middle.x, middle.y), ==, 1);
  g_assert_cmpuint (ntm_shapes_pick (shapes, aside.x, aside.y), ==, 0);
  g_assert_cmpuint (ntm_shapes_find (shapes, "b"), ==, 1);
  g_assert_cmpuint (ntm_shapes_find (shapes, "c"), ==, NTM_SHAPES_NONE);
}

/* One neighbour has a vertex that the other lacks: nobody's border moves, nothing is shared that is not. */
static void
test_t_junction (void)
{
  static const double left[] = { 0, 0, 4, 0, 4, 8, 0, 8 };
  static const double upper[] = { 4, 4, 8, 4, 8, 8, 4, 8 }, lower[] = { 4, 0, 8, 0, 8, 4, 4, 4 };
  static const guint starts[] = { 0, 4 }, parts[] = { 0 };
  g_autoptr(NtmGeometry) a = make_geometry (left, starts, parts, 1), b = make_geometry (upper, starts, parts, 1), c = make_geometry (lower, starts, parts, 1);
  const char * const keys[] = { "a", "b", "c" };
  const NtmGeometry * const geometries[] = { a, b, c };
  g_autoptr(NtmShapes) shapes = ntm_shapes_new (keys, geometries, 3);

  g_assert_true (ntm_shapes_are_adjacent (shapes, 1, 2));
  g_assert_false (ntm_shapes_are_adjacent (shapes, 0, 1));
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr(NtmGeometry) simple = ntm_shapes_simplify (shapes, i, ntm_shapes_get_n_levels (shapes) - 1);
      double expected = projected_area (geometries[i]);

      g_assert_cmpfloat_with_epsilon (geometry_area (simple), expected, fabs (expected) * 1e-9);
    }
}

/* Repeated vertices, spikes, rings of two points, items without a boundary. */
static void
test_degenerate (void)
{
  static const double odd[] = { 0, 0, 0, 0, 4, 0, 4, 4, 6, 6, 4, 4, 0, 4, 0, 0, /* ring */ 9, 9, 9.5, 9.5 };
  static const guint starts[] = { 0, 8, 10 }, parts[] = { 0, 1 };
  g_autoptr(NtmGeometry) a = make_geometry (odd, starts, parts, 2);
  const char * const keys[] = { "a", "none", NULL };
  const NtmGeometry * const geometries[] = { a, NULL, NULL };
  g_autoptr(NtmShapes) shapes = ntm_shapes_new (keys, geometries, 3);
  g_autoptr(NtmShapes) empty = ntm_shapes_new (NULL, NULL, 0);
  NtmPoint inside = ntm_mercator_from_degrees (2, 2);
  NtmPoint label = ntm_shapes_get_label_point (shapes, 1);

  g_assert_cmpuint (ntm_shapes_pick (shapes, inside.x, inside.y), ==, 0);
  g_assert_true (isnan (label.x));
  g_assert_null (ntm_shapes_simplify (shapes, 1, 0));
  g_assert_cmpuint (ntm_shapes_pick (empty, 0.5, 0.5), ==, NTM_SHAPES_NONE);
  g_assert_cmpuint (ntm_shapes_neighbour (empty, NTM_SHAPES_NONE, NTM_TOWARDS_UP), ==, NTM_SHAPES_NONE);
  g_assert_cmpuint (ntm_shapes_neighbour (shapes, NTM_SHAPES_NONE, NTM_TOWARDS_UP), ==, 0);
}

static void
test_pick (void)
{
  g_autoptr(FixtureArea) area = fixture_area_new_grid (9, 9, 12, 5);
  g_autoptr(NtmShapes) shapes = fixture_area_make_shapes (area);
  NtmBox extent = ntm_shapes_get_extent (shapes);
  g_autoptr(GRand) rand = g_rand_new_with_seed (11);
  guint n_hits = 0, n_differ = 0;

  for (guint i = 0; i < 20000; i++)
    {
      double x = g_rand_double_range (rand, extent.x_min - 1e-4, extent.x_max + 1e-4);
      double y = g_rand_double_range (rand, extent.y_min - 1e-4, extent.y_max + 1e-4);
      NtmPoint degrees = ntm_mercator_to_degrees (x, y);
      guint expected = NTM_SHAPES_NONE, found = ntm_shapes_pick (shapes, x, y);

      for (guint k = 0; k < area->keys->len; k++)
        if (ntm_geometry_contains (g_ptr_array_index (area->geometries, k), degrees.x, degrees.y))
          expected = k;
      n_hits += found != NTM_SHAPES_NONE;
      /* A straight edge in degrees is a hair from straight in Mercator: a point in the hair may differ. */
      n_differ += found != expected;
    }
  g_assert_cmpuint (n_hits, >, 10000);
  g_assert_cmpuint (n_differ, <=, 2);
}

static void
test_label_points (void)
{
  g_autoptr(FixtureArea) area = fixture_area_new_grid (6, 6, 20, 9);
  g_autoptr(NtmShapes) shapes = fixture_area_make_shapes (area);

  for (guint i = 0; i < area->keys->len; i++)
    {
      NtmPoint point = ntm_shapes_get_label_point (shapes, i);

      g_assert_true (ntm_shapes_contains (shapes, i, point.x, point.y));
      g_assert_cmpuint (ntm_shapes_pick (shapes, point.x, point.y), ==, i);
      g_assert_cmpstr (ntm_shapes_get_key (shapes, i), ==, g_ptr_array_index (area->keys, i));
    }
}

static void
test_neighbours (void)
{
  g_autoptr(FixtureArea) area = fixture_area_new_grid (5, 4, 4, 2);
  g_autoptr(NtmShapes) shapes = fixture_area_make_shapes (area);

  for (guint r = 0; r < 4; r++)
    for (guint c = 0; c < 5; c++)
      {
        guint item = r * 5 + c;

        g_assert_cmpuint (ntm_shapes_neighbour (shapes, item, NTM_TOWARDS_LEFT), ==, c > 0 ? item - 1 : NTM_SHAPES_NONE);
        g_assert_cmpuint (ntm_shapes_neighbour (shapes, item, NTM_TOWARDS_RIGHT), ==, c < 4 ? item + 1 : NTM_SHAPES_NONE);
        g_assert_cmpuint (ntm_shapes_neighbour (shapes, item, NTM_TOWARDS_UP), ==, r > 0 ? item - 5 : NTM_SHAPES_NONE);
        g_assert_cmpuint (ntm_shapes_neighbour (shapes, item, NTM_TOWARDS_DOWN), ==, r < 3 ? item + 5 : NTM_SHAPES_NONE);
      }
}

static double
distance_to_line (const NtmPoint *p, const NtmPoint *points, guint n)
{
  double best = G_MAXDOUBLE;

  for (guint i = 0; i + 1 < n; i++)
    {
      double dx = points[i + 1].x - points[i].x, dy = points[i + 1].y - points[i].y, l = dx * dx + dy * dy;
      double t = l > 0 ? CLAMP (((p->x - points[i].x) * dx + (p->y - points[i].y) * dy) / l, 0, 1) : 0;

      best = MIN (best, hypot (p->x - points[i].x - t * dx, p->y - points[i].y - t * dy));
    }

  return best;
}

/* No vertex is farther than half a unit from its simplified border, and coarse levels have fewer vertices. */
static void
test_levels (void)
{
  g_autoptr(FixtureArea) area = fixture_area_new_grid (3, 3, 200, 4);
  g_autoptr(NtmShapes) shapes = fixture_area_make_shapes (area);
  guint full = ntm_shapes_get_n_levels (shapes) - 1;
  guint before = 0;

  for (guint level = 0; level <= full; level++)
    {
      double tolerance = 0.5 / (256 * pow (2, level));
      guint total = 0;

      for (guint a = 0; a < ntm_shapes_get_n_arcs (shapes); a++)
        {
          NtmPoint all[1000], kept[1000];
          guint n_all = ntm_shapes_get_arc (shapes, a, full, all, 1000, NULL, NULL);
          guint n_kept = ntm_shapes_get_arc (shapes, a, level, kept, 1000, NULL, NULL);

          total += n_kept;
          for (guint i = 0; i < n_all && level > 5; i++)
            g_assert_cmpfloat (distance_to_line (&all[i], kept, n_kept), <=, tolerance * (1 + 1e-9));
        }
      g_assert_cmpuint (total, >=, before);
      before = total;
      g_assert_cmpuint (ntm_shapes_get_level (shapes, 256 * pow (2, level)), ==, level);
    }
  g_assert_cmpuint (ntm_shapes_get_level (shapes, 256 * pow (2, 5) * 1.01), ==, 6);
  g_assert_cmpuint (ntm_shapes_get_level (shapes, 1e30), ==, full);
  g_assert_cmpuint (ntm_shapes_get_level (shapes, 0), ==, 0);
}

static guint32
pixel (cairo_surface_t *surface, int x, int y)
{
  cairo_surface_flush (surface);
  return *(guint32 *) (gpointer) (cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface) + 4 * x);
}

static void
test_draw (void)
{
  g_autoptr(FixtureArea) area = fixture_area_new_grid (4, 4, 8, 6);
  g_autoptr(NtmShapes) shapes = fixture_area_make_shapes (area);
  g_autoptr(NtmPalette) palette = ntm_palette_new (NTM_STYLE_LIGHT);
  NtmBox extent = ntm_shapes_get_extent (shapes);
  NtmTransform transform = ntm_shapes_fit (&extent, 10, 10, 380, 380);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 400, 400);
  cairo_t *cr = cairo_create (surface);
  const NtmShapesView view = { { 0, 0, 400, 400 }, 1.5, 2, 1 };
  NtmPaint paints[16] = { { NTM_PAINT_NONE } };

  for (guint i = 0; i < 15; i++)
    {
      paints[i].kind = i % 2 ? NTM_PAINT_MARK : NTM_PAINT_COLOR;
      paints[i].mark = (NtmMark) (i % NTM_N_MARKS);
      paints[i].color = (NtmColor) { i / 15.0, 0.5, 0, 1 };
      paints[i].uncertain = i == 3;
      paints[i].dimmed = i == 4;
    }
  ntm_shapes_draw (shapes, cr, &transform, paints, &view, palette);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  for (guint i = 0; i < 16; i += 2)
    {
      NtmPoint point = ntm_shapes_get_label_point (shapes, i);
      guint32 value = pixel (surface, (int) (point.x * transform.scale + transform.x), (int) (point.y * transform.scale + transform.y));
      guint32 expected = 0xff000000u | (guint32) lround (i / 15.0 * 255) << 16 | 0x8000u;

      if (i != 4)
        g_assert_cmphex (value & 0xfffefeffu, ==, expected & 0xfffefeffu);
      else
        g_assert_cmpuint (value >> 24, <, 0x70);
    }
  g_assert_cmphex (pixel (surface, 1, 1), ==, 0);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* Coordinates whose distances overflow have levels, too, and the last has every vertex. */
static void
test_overflow (void)
{
  const NtmPoint corners[] = { { 1e308, 80 }, { -1e308, 1 }, { 1, -80 }, { 2e307, 3 } };
  const guint starts[] = { 0, 4 }, parts[] = { 0 };
  g_autoptr(NtmGeometry) geometry = ntm_geometry_new (corners, starts, parts, 1);
  const NtmGeometry * const geometries[] = { geometry };
  const char * const keys[] = { "a" };
  g_autoptr(NtmShapes) shapes = ntm_shapes_new (keys, geometries, 1);
  NtmPoint points[8];

  g_assert_cmpuint (ntm_shapes_get_n_levels (shapes), <=, 21);
  g_assert_cmpuint (ntm_shapes_get_arc (shapes, 0, ntm_shapes_get_n_levels (shapes) - 1, points, 8, NULL, NULL), ==, 5);
}

static void
test_mercator (void)
{
  NtmPoint origin = ntm_mercator_from_degrees (0, 0), pole = ntm_mercator_from_degrees (180, 89.9);

  g_assert_cmpfloat_with_epsilon (origin.x, 0.5, 1e-12);
  g_assert_cmpfloat_with_epsilon (origin.y, 0.5, 1e-12);
  g_assert_cmpfloat_with_epsilon (pole.x, 1, 1e-12);
  g_assert_cmpfloat_with_epsilon (pole.y, 0, 1e-9);
  for (double latitude = -84; latitude <= 84; latitude += 7)
    {
      NtmPoint there = ntm_mercator_from_degrees (latitude * 2, latitude), back = ntm_mercator_to_degrees (there.x, there.y);

      g_assert_cmpfloat_with_epsilon (back.x, latitude * 2, 1e-9);
      g_assert_cmpfloat_with_epsilon (back.y, latitude, 1e-9);
    }
  g_assert_cmpfloat_with_epsilon (ntm_mercator_metres (0.5), 40075016.686, 0.01);
  g_assert_cmpfloat_with_epsilon (ntm_mercator_metres (ntm_mercator_from_degrees (0, 60).y), 40075016.686 / 2, 0.01);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/draw/mercator", test_mercator);
  g_test_add_func ("/draw/shapes/grid", test_grid);
  g_test_add_func ("/draw/shapes/hexes", test_hexes);
  g_test_add_func ("/draw/shapes/outline", test_outline);
  g_test_add_func ("/draw/shapes/enclave", test_enclave);
  g_test_add_func ("/draw/shapes/t-junction", test_t_junction);
  g_test_add_func ("/draw/shapes/degenerate", test_degenerate);
  g_test_add_func ("/draw/shapes/pick", test_pick);
  g_test_add_func ("/draw/shapes/label-points", test_label_points);
  g_test_add_func ("/draw/shapes/neighbours", test_neighbours);
  g_test_add_func ("/draw/shapes/overflow", test_overflow);
  g_test_add_func ("/draw/shapes/levels", test_levels);
  g_test_add_func ("/draw/shapes/draw", test_draw);
  return g_test_run ();
}
