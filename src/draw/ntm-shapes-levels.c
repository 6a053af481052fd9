/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Simplification by Douglas and Peucker, once for all scales: each vertex gets the largest tolerance at
 * which it is still kept (never more than the vertex that split the line above it), and a level keeps
 * those above its own. So levels are nested, and an arc is the same for both its neighbours.
 */

#include "ntm-shapes-private.h"

#include <math.h>

/* Half a pixel at zoom level 0 of a tile map: the level-0 tolerance. */
#define TOLERANCE_0 (0.5 / 256)
#define MAX_LEVEL   20

typedef struct { guint from, to; double cap; } Span;

static double
distance2_to_segment (const NtmPoint *p, const NtmPoint *a, const NtmPoint *b)
{
  double dx = b->x - a->x, dy = b->y - a->y;
  double length2 = dx * dx + dy * dy;
  double t = length2 > 0 ? ((p->x - a->x) * dx + (p->y - a->y) * dy) / length2 : 0;
  double ex, ey;

  t = CLAMP (t, 0, 1);
  ex = p->x - a->x - t * dx;
  ey = p->y - a->y - t * dy;
  return ex * ex + ey * ey;
}

static guint
find_farthest (const NtmPoint *points, guint from, guint to, double *distance2)
{
  guint farthest = from + 1;

  *distance2 = -1;
  for (guint i = from + 1; i < to; i++)
    {
      double d = distance2_to_segment (&points[i], &points[from], &points[to]);

      if (d > *distance2)
        {
          *distance2 = d;
          farthest = i;
        }
    }

  return farthest;
}

static void
weigh_arc (const NtmPoint *points, guint from, guint to, double *weights, GArray *stack)
{
  Span whole = { from, to, INFINITY };

  weights[from] = weights[to] = INFINITY;
  g_array_set_size (stack, 0);
  g_array_append_val (stack, whole);
  while (stack->len > 0)
    {
      Span span = g_array_index (stack, Span, stack->len - 1);
      double distance2, weight;
      guint middle;

      g_array_set_size (stack, stack->len - 1);
      if (span.to - span.from < 2)
        continue;
      middle = find_farthest (points, span.from, span.to, &distance2);
      weight = MIN (span.cap, sqrt (distance2));
      weights[middle] = weight;
      g_array_append_val (stack, ((Span) { span.from, middle, weight }));
      g_array_append_val (stack, ((Span) { middle, span.to, weight }));
    }
}

static double *
weigh_vertices (const NtmTopology *topology)
{
  double *weights = g_new0 (double, MAX (topology->n_points, 1));
  g_autoptr(GArray) stack = g_array_new (FALSE, FALSE, sizeof (Span));

  for (guint a = 0; a < topology->n_arcs; a++)
    weigh_arc (topology->points, topology->arc_start[a], topology->arc_start[a + 1] - 1, weights, stack);

  return weights;
}

/* Returns whether every vertex was kept. */
static gboolean
build_level (const NtmTopology *topology, const double *weights, double tolerance, NtmShapesLevel *level)
{
  guint32 n = 0;

  level->start = g_new (guint32, topology->n_arcs + 1);
  level->index = g_new (guint32, MAX (topology->n_points, 1));
  for (guint a = 0; a < topology->n_arcs; a++)
    {
      level->start[a] = n;
      for (guint p = topology->arc_start[a]; p < topology->arc_start[a + 1]; p++)
        /* Written so that a weight that is no number keeps its vertex: the last level has all of them. */
        if (!(weights[p] <= tolerance))
          level->index[n++] = p;
    }
  level->start[topology->n_arcs] = n;
  level->index = g_renew (guint32, level->index, MAX (n, 1));
  return n == topology->n_points;
}

/* Builds the levels of a topology: level z serves 256 × 2^z units for the world, the last is complete. */
void
ntm_shapes_build_levels (NtmShapes *self)
{
  g_autofree double *weights = weigh_vertices (self->topology);
  double tolerance = TOLERANCE_0;
  gboolean complete = FALSE;

  self->levels = g_new0 (NtmShapesLevel, MAX_LEVEL + 1);
  while (!complete && self->n_levels <= MAX_LEVEL)
    {
      gboolean last = self->n_levels == MAX_LEVEL;

      complete = build_level (self->topology, weights, last ? -1 : tolerance, &self->levels[self->n_levels]);
      self->n_levels++;
      tolerance /= 2;
    }
}

/**
 * ntm_shapes_get_n_levels:
 * @self: shapes
 *
 * Returns: how many levels there are; the last has every vertex
 */
guint
ntm_shapes_get_n_levels (const NtmShapes *self)
{
  return self->n_levels;
}

/**
 * ntm_shapes_get_level:
 * @self: shapes
 * @scale: units of the drawing for the width of the world
 *
 * Returns: the coarsest level that is right to half a unit
 */
guint
ntm_shapes_get_level (const NtmShapes *self, double scale)
{
  double zoom = scale > 0 ? ceil (log2 (scale / 256) - 1e-9) : 0;

  return (guint) CLAMP (zoom, 0, (double) self->n_levels - 1);
}

/**
 * ntm_shapes_get_arc:
 * @self: shapes
 * @arc: number of an arc
 * @level: a level
 * @points: (out caller-allocates) (array length=max_points): its vertices
 * @max_points: room in @points
 * @left: (out) (optional): an item it borders
 * @right: (out) (optional): the other, or %NTM_SHAPES_NONE on a coast
 *
 * Returns: how many vertices it has at @level, more than @max_points where room was short
 */
guint
ntm_shapes_get_arc (const NtmShapes *self, guint arc, guint level, NtmPoint *points, guint max_points, guint *left,
                    guint *right)
{
  const NtmShapesLevel *kept;
  guint n;

  g_return_val_if_fail (arc < self->topology->n_arcs && level < self->n_levels, 0);

  kept = &self->levels[level];
  n = kept->start[arc + 1] - kept->start[arc];
  for (guint i = 0; i < MIN (n, max_points); i++)
    points[i] = self->topology->points[kept->index[kept->start[arc] + i]];
  if (left != NULL)
    *left = self->topology->arc_left[arc];
  if (right != NULL)
    *right = self->topology->arc_right[arc];
  return n;
}

static void
append_arc (const NtmShapes *self, guint reference, const NtmShapesLevel *level, GArray *points)
{
  guint arc = reference / 2;
  guint begin = level->start[arc];
  guint n = level->start[arc + 1] - begin;

  /* Without the last point: the next arc begins with it. */
  for (guint i = 0; i + 1 < n; i++)
    {
      guint at = reference % 2 == 0 ? begin + i : begin + n - 1 - i;

      g_array_append_val (points, self->topology->points[level->index[at]]);
    }
}

/**
 * ntm_shapes_simplify:
 * @self: shapes
 * @item: an item
 * @level: a level
 *
 * Returns: (transfer full) (nullable): the item's rings at @level in Web-Mercator, those that shrank to a line
 *   included; %NULL when it has none
 */
NtmGeometry *
ntm_shapes_simplify (const NtmShapes *self, guint item, guint level)
{
  const NtmTopology *topology = self->topology;
  g_autoptr(GArray) points = g_array_new (FALSE, FALSE, sizeof (NtmPoint));
  g_autoptr(GArray) starts = g_array_new (FALSE, FALSE, sizeof (guint));
  guint first, n_rings;

  g_return_val_if_fail (item < topology->n_items && level < self->n_levels, NULL);

  first = topology->item_ring[item];
  n_rings = topology->item_ring[item + 1] - first;
  if (n_rings == 0)
    return NULL;

  for (guint r = first; r < first + n_rings; r++)
    {
      g_array_append_val (starts, points->len);
      for (guint i = topology->ring_start[r]; i < topology->ring_start[r + 1]; i++)
        append_arc (self, topology->refs[i], &self->levels[level], points);
    }
  g_array_append_val (starts, points->len);
  return ntm_geometry_new ((NtmPoint *) (gpointer) points->data, (guint *) (gpointer) starts->data,
                           topology->ring_part + first, n_rings);
}
