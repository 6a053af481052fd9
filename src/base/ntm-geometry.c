/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Multi-polygons: boundaries of communes (some hundred points) up to the province (some ten thousand).
 * A geometry never changes after it is built, so threads may share it.
 */

#include <math.h>
#include <string.h>

#include "ntm-geometry.h"

#define EARTH_RADIUS_KM 6371.0088 /* mean radius (2a + b) / 3 of WGS 84, as IUGG defines it */

/**
 * ntm_box_clear:
 * @box: (out caller-allocates): a box
 *
 * Makes a box empty.
 */
void
ntm_box_clear (NtmBox *box)
{
  *box = (NtmBox) { INFINITY, INFINITY, -INFINITY, -INFINITY };
}

/**
 * ntm_box_add:
 * @box: a box
 * @x: x of a point
 * @y: y of the point
 *
 * Extends a box to a point.
 */
void
ntm_box_add (NtmBox *box, double x, double y)
{
  box->x_min = MIN (box->x_min, x);
  box->y_min = MIN (box->y_min, y);
  box->x_max = MAX (box->x_max, x);
  box->y_max = MAX (box->y_max, y);
}

static gboolean
is_empty (const NtmBox *box)
{
  return box->x_min > box->x_max || box->y_min > box->y_max;
}

/**
 * ntm_box_union:
 * @box: a box
 * @other: another one; if empty, nothing changes
 *
 * Extends a box to hold another one.
 */
void
ntm_box_union (NtmBox *box, const NtmBox *other)
{
  if (is_empty (other))
    return;
  ntm_box_add (box, other->x_min, other->y_min);
  ntm_box_add (box, other->x_max, other->y_max);
}

/**
 * ntm_box_overlaps:
 * @a: a box
 * @b: another one
 *
 * Returns: %TRUE if they share a point, be it of their edges; an empty box shares none
 */
gboolean
ntm_box_overlaps (const NtmBox *a, const NtmBox *b)
{
  return !is_empty (a) && !is_empty (b) && a->x_min <= b->x_max && b->x_min <= a->x_max &&
         a->y_min <= b->y_max && b->y_min <= a->y_max;
}

/**
 * ntm_geometry_new:
 * @points: the points of all rings, one ring behind the other, none repeated at the end of a ring
 * @ring_start: (array): the index of each ring's first point, then the number of all points
 * @part_of_ring: (array length=n_rings): the part of each ring, never less than that of the ring before
 * @n_rings: the number of rings
 *
 * Builds a geometry from copies of the three arrays.
 *
 * Returns: (transfer full): the geometry
 */
NtmGeometry *
ntm_geometry_new (const NtmPoint *points, const guint *ring_start, const guint *part_of_ring, guint n_rings)
{
  NtmGeometry *self;

  g_return_val_if_fail (ring_start != NULL, NULL);

  self = g_new0 (NtmGeometry, 1);
  self->n_rings = n_rings;
  self->n_points = ring_start[n_rings];
  self->points = g_memdup2 (points, self->n_points * sizeof *points);
  self->ring_start = g_memdup2 (ring_start, (n_rings + (gsize) 1) * sizeof *ring_start);
  self->part_of_ring = g_memdup2 (part_of_ring, n_rings * sizeof *part_of_ring);
  ntm_box_clear (&self->box);
  for (guint i = 0; i < self->n_points; i++)
    ntm_box_add (&self->box, points[i].x, points[i].y);
  return self;
}

/**
 * ntm_geometry_free:
 * @self: (nullable) (transfer full): a geometry
 *
 * Frees a geometry.
 */
void
ntm_geometry_free (NtmGeometry *self)
{
  if (!self)
    return;
  g_free (self->points);
  g_free (self->ring_start);
  g_free (self->part_of_ring);
  g_free (self);
}

/* How often the ray from (x, y) to the right crosses the ring, modulo 2. */
static gboolean
is_odd_in_ring (const NtmPoint *ring, guint n, double x, double y)
{
  gboolean odd = FALSE;

  for (guint i = 0, j = n - 1; i < n; j = i++)
    {
      const NtmPoint *a = &ring[i], *b = &ring[j];

      /* Half-open in y, so that a vertex on the ray counts once. */
      if ((a->y > y) != (b->y > y) && x < (b->x - a->x) * (y - a->y) / (b->y - a->y) + a->x)
        odd = !odd;
    }
  return odd;
}

/**
 * ntm_geometry_contains:
 * @self: a geometry
 * @x: x of a point
 * @y: y of the point
 *
 * Tells whether a point is inside by the even-odd rule over all rings, so that holes are outside. A point
 * exactly on a border is in at most one of two neighbours that share it.
 *
 * Returns: %TRUE if it is
 */
gboolean
ntm_geometry_contains (const NtmGeometry *self, double x, double y)
{
  const NtmBox *box = &self->box;
  gboolean odd = FALSE;

  /* Written so that NaN is outside. */
  if (!(x >= box->x_min && x <= box->x_max && y >= box->y_min && y <= box->y_max))
    return FALSE;
  for (guint r = 0; r < self->n_rings; r++)
    odd ^= is_odd_in_ring (self->points + self->ring_start[r], self->ring_start[r + 1] - self->ring_start[r], x, y);
  return odd;
}

/* Twice the signed area would lose digits far from the origin: measure from the first point. */
static double
planar_ring_area (const NtmPoint *ring, guint n)
{
  double twice = 0;

  for (guint i = 2; i < n; i++)
    twice += (ring[i - 1].x - ring[0].x) * (ring[i].y - ring[0].y) -
             (ring[i].x - ring[0].x) * (ring[i - 1].y - ring[0].y);
  return twice / 2;
}

/*
 * The spherical excess of a ring of great-circle arcs between longitudes and latitudes in degrees: each arc
 * adds the signed excess E of the quadrangle between it and the equator,
 *
 *   tan (E / 2) = tan (Δλ / 2) (tan (φ1 / 2) + tan (φ2 / 2)) / (1 + tan (φ1 / 2) tan (φ2 / 2)),
 *
 * which is exact on the sphere (C. F. F. Karney, "Algorithms for geodesics", Journal of Geodesy 87 (2013),
 * in the section on the area of a geodesic polygon; it follows from Napier's analogies). The ring must
 * hold no pole and no arc across the antimeridian.
 */
static double
spherical_ring_excess (const NtmPoint *ring, guint n)
{
  const double half = G_PI / 360; /* degrees to radians, halved */
  double excess = 0;

  for (guint i = 0, j = n - 1; i < n; j = i++)
    {
      double t1 = tan (ring[j].y * half), t2 = tan (ring[i].y * half);

      excess += 2 * atan2 (tan ((ring[i].x - ring[j].x) * half) * (t1 + t2), 1 + t1 * t2);
    }
  return excess;
}

static double
sum_rings (const NtmGeometry *self, double (*measure) (const NtmPoint *ring, guint n))
{
  double sum = 0;

  for (guint r = 0; r < self->n_rings; r++)
    {
      gboolean is_shell = r == 0 || self->part_of_ring[r] != self->part_of_ring[r - 1];
      double size = fabs (measure (self->points + self->ring_start[r], self->ring_start[r + 1] - self->ring_start[r]));

      sum += is_shell ? size : -size;
    }
  return sum;
}

/**
 * ntm_geometry_area:
 * @self: a geometry in a plane
 *
 * Returns: the area of the shells less that of the holes, whichever way they turn, in squared units of
 *   the coordinates
 */
double
ntm_geometry_area (const NtmGeometry *self)
{
  return sum_rings (self, planar_ring_area);
}

/**
 * ntm_geometry_area_km2:
 * @self: a geometry in longitude and latitude, without a pole or the antimeridian
 *
 * Returns: the area in km² on a sphere of radius 6371.0088 km, within 0.4 % of that on WGS 84 at 18° N
 */
double
ntm_geometry_area_km2 (const NtmGeometry *self)
{
  return sum_rings (self, spherical_ring_excess) * EARTH_RADIUS_KM * EARTH_RADIUS_KM;
}
