/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Where to write a unit's name: the point inside that is farthest from every border (the pole of
 * inaccessibility), within about one hundredth of the shape's size. Squares are tried from coarse to
 * fine; one whose best point cannot beat what is known by that much is dropped with all it holds.
 */

#include <math.h>
#include <stdlib.h>

#include "ntm-geometry.h"

#define SQUARES_MAX 20000 /* a bound for shapes no unit has */

typedef struct
{
  NtmPoint centre;
  double   half; /* of the side */
  double   bound; /* no point inside the square is farther from the border */
} Square;

typedef struct
{
  NtmPoint point;
  double   distance;
} Best;

static double
squared_distance_to_segment (NtmPoint p, NtmPoint a, NtmPoint b)
{
  double dx = b.x - a.x, dy = b.y - a.y;
  double length = dx * dx + dy * dy;
  double t = length > 0 ? ((p.x - a.x) * dx + (p.y - a.y) * dy) / length : 0;

  t = CLAMP (t, 0, 1);
  dx = a.x + t * dx - p.x;
  dy = a.y + t * dy - p.y;
  return dx * dx + dy * dy;
}

/* The distance from the border, negative outside. */
static double
signed_distance (const NtmGeometry *self, NtmPoint p)
{
  double least = INFINITY;

  for (guint r = 0; r < self->n_rings; r++)
    {
      guint start = self->ring_start[r], end = self->ring_start[r + 1];

      for (guint i = start, j = end - 1; i < end; j = i++)
        least = MIN (least, squared_distance_to_segment (p, self->points[j], self->points[i]));
    }
  return ntm_geometry_contains (self, p.x, p.y) ? sqrt (least) : -sqrt (least);
}

static int
compare_doubles (const void *a, const void *b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

/* Where the horizontal at @y crosses the rings, from left to right. */
static GArray *
find_crossings (const NtmGeometry *self, double y)
{
  GArray *crossings = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint r = 0; r < self->n_rings; r++)
    {
      guint start = self->ring_start[r], end = self->ring_start[r + 1];

      for (guint i = start, j = end - 1; i < end; j = i++)
        {
          NtmPoint a = self->points[j], b = self->points[i];
          double x = a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x);

          if ((a.y > y) != (b.y > y))
            g_array_append_val (crossings, x);
        }
    }
  if (crossings->len > 0)
    qsort (crossings->data, crossings->len, sizeof (double), compare_doubles);
  return crossings;
}

/* The middle of the widest stretch inside on the horizontal at @y. */
static gboolean
find_on_horizontal (const NtmGeometry *self, double y, NtmPoint *out)
{
  g_autoptr (GArray) x = find_crossings (self, y);
  double widest = 0;

  for (guint i = 0; i + 1 < x->len; i += 2)
    {
      double left = g_array_index (x, double, i), right = g_array_index (x, double, i + 1);

      if (right - left > widest)
        {
          widest = right - left;
          *out = (NtmPoint) { left + widest / 2, y };
        }
    }
  return widest > 0 && ntm_geometry_contains (self, out->x, out->y);
}

/* Some point inside, however thin the shape; FALSE if it has no inside. */
static gboolean
find_any (const NtmGeometry *self, NtmPoint *out)
{
  const NtmBox *box = &self->box;

  for (int parts = 2; parts <= 64; parts *= 2)
    for (int i = 1; i < parts; i += 2)
      if (find_on_horizontal (self, box->y_min + (box->y_max - box->y_min) * i / parts, out))
        return TRUE;
  return FALSE;
}

static void
append_square (GArray *squares, const NtmGeometry *self, double x, double y, double half, Best *best)
{
  Square square = { { x, y }, half, 0 };
  double distance = signed_distance (self, square.centre);

  square.bound = distance + half * G_SQRT2;
  g_array_append_val (squares, square);
  if (distance > best->distance)
    *best = (Best) { square.centre, distance };
}

static void
search (const NtmGeometry *self, Best *best)
{
  g_autoptr (GArray) squares = g_array_new (FALSE, FALSE, sizeof (Square));
  const NtmBox *box = &self->box;
  double width = box->x_max - box->x_min, height = box->y_max - box->y_min;
  double precision = MAX (MIN (width, height) / 100, MAX (width, height) / 500);

  append_square (squares, self, box->x_min + width / 2, box->y_min + height / 2, MAX (width, height) / 2, best);
  for (guint i = 0; i < squares->len && squares->len < SQUARES_MAX; i++)
    {
      Square s = g_array_index (squares, Square, i);
      double h = s.half / 2;

      if (!(s.bound > best->distance + precision))
        continue;
      append_square (squares, self, s.centre.x - h, s.centre.y - h, h, best);
      append_square (squares, self, s.centre.x + h, s.centre.y - h, h, best);
      append_square (squares, self, s.centre.x - h, s.centre.y + h, h, best);
      append_square (squares, self, s.centre.x + h, s.centre.y + h, h, best);
    }
}

/**
 * ntm_geometry_label_point:
 * @self: a geometry
 *
 * Finds a point inside and far from the border, for a name or a mark. Takes some hundred passes over the
 * points: keep the result.
 *
 * Returns: the point; a corner if the geometry has no inside, the origin if it has no point
 */
NtmPoint
ntm_geometry_label_point (const NtmGeometry *self)
{
  Best best = { { 0, 0 }, 0 };

  if (self->n_points == 0)
    return best.point;
  if (!find_any (self, &best.point))
    return self->points[0];
  best.distance = signed_distance (self, best.point);
  search (self, &best);
  return best.point;
}
