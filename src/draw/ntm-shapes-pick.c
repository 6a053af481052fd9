/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which item is here, which is next to it, where its name goes. */

#include "ntm-shapes-private.h"

#include <math.h>

static guint
bin_of (double value, double min, double max, guint n_bins)
{
  double part = max > min ? (value - min) / (max - min) : 0;

  return (guint) CLAMP (part * n_bins, 0, (double) n_bins - 1);
}

typedef struct { guint x1, y1, x2, y2; } BinRange;

static BinRange
bins_of_item (const NtmShapes *self, guint item)
{
  const NtmBox *box = &self->item_boxes[item];
  const NtmBox *all = &self->extent;

  return (BinRange) {
    bin_of (box->x_min, all->x_min, all->x_max, self->n_bins), bin_of (box->y_min, all->y_min, all->y_max, self->n_bins),
    bin_of (box->x_max, all->x_min, all->x_max, self->n_bins), bin_of (box->y_max, all->y_min, all->y_max, self->n_bins),
  };
}

static gboolean
has_boundary (const NtmShapes *self, guint item)
{
  return self->topology->item_ring[item + 1] > self->topology->item_ring[item];
}

/* Counts on the first pass, fills on the second. */
static void
visit_bins (NtmShapes *self, guint *cursor, gboolean fill)
{
  for (guint i = 0; i < self->topology->n_items; i++)
    {
      BinRange range;

      if (!has_boundary (self, i))
        continue;
      range = bins_of_item (self, i);
      for (guint y = range.y1; y <= range.y2; y++)
        for (guint x = range.x1; x <= range.x2; x++)
          {
            guint bin = y * self->n_bins + x;

            if (fill)
              self->bin_items[cursor[bin]] = i;
            cursor[bin]++;
          }
    }
}

/* Sorts the items into a square grid of bins by their boxes. */
void
ntm_shapes_build_bins (NtmShapes *self)
{
  guint n;
  g_autofree guint *cursor = NULL;

  self->n_bins = self->topology->n_items > 1000 ? 128 : 32;
  n = self->n_bins * self->n_bins;
  cursor = g_new0 (guint, n);
  self->bin_start = g_new0 (guint, n + 1);
  visit_bins (self, cursor, FALSE);
  for (guint i = 0; i < n; i++)
    {
      self->bin_start[i + 1] = self->bin_start[i] + cursor[i];
      cursor[i] = self->bin_start[i];
    }
  self->bin_items = g_new (guint, MAX (self->bin_start[n], 1));
  visit_bins (self, cursor, TRUE);
}

/* How often a ray from the place to the right crosses an arc. Half-open in y: a vertex counts once. */
static guint
count_crossings (const NtmShapes *self, guint arc, double x, double y)
{
  const NtmTopology *topology = self->topology;
  const NtmBox *box = &self->arc_boxes[arc];
  guint n = 0;

  if (y < box->y_min || y > box->y_max || x > box->x_max)
    return 0;

  for (guint p = topology->arc_start[arc]; p + 1 < topology->arc_start[arc + 1]; p++)
    {
      const NtmPoint *a = &topology->points[p];
      const NtmPoint *b = &topology->points[p + 1];

      if ((a->y > y) != (b->y > y) && x < a->x + (b->x - a->x) * (y - a->y) / (b->y - a->y))
        n++;
    }

  return n;
}

/**
 * ntm_shapes_contains:
 * @self: shapes
 * @item: an item
 * @x: Web-Mercator
 * @y: Web-Mercator
 *
 * Returns: whether the place is inside the item by the even-odd rule, at full detail
 */
gboolean
ntm_shapes_contains (const NtmShapes *self, guint item, double x, double y)
{
  const NtmTopology *topology = self->topology;
  const NtmBox *box;
  guint n = 0;

  g_return_val_if_fail (item < topology->n_items, FALSE);

  box = &self->item_boxes[item];
  if (!(x >= box->x_min && x <= box->x_max && y >= box->y_min && y <= box->y_max))
    return FALSE;

  for (guint r = topology->ring_start[topology->item_ring[item]]; r < topology->ring_start[topology->item_ring[item + 1]]; r++)
    n += count_crossings (self, topology->refs[r] / 2, x, y);

  return n % 2 == 1;
}

/**
 * ntm_shapes_pick:
 * @self: shapes
 * @x: Web-Mercator
 * @y: Web-Mercator
 *
 * Returns: the item at the place (the last one where items overlap), or %NTM_SHAPES_NONE
 */
guint
ntm_shapes_pick (const NtmShapes *self, double x, double y)
{
  const NtmBox *all = &self->extent;
  guint bin;

  if (!(x >= all->x_min && x <= all->x_max && y >= all->y_min && y <= all->y_max))
    return NTM_SHAPES_NONE;

  bin = bin_of (y, all->y_min, all->y_max, self->n_bins) * self->n_bins
        + bin_of (x, all->x_min, all->x_max, self->n_bins);
  for (guint i = self->bin_start[bin + 1]; i > self->bin_start[bin]; i--)
    if (ntm_shapes_contains (self, self->bin_items[i - 1], x, y))
      return self->bin_items[i - 1];

  return NTM_SHAPES_NONE;
}

/* Distance along the direction plus twice the way aside; negative: not in that direction. */
static double
cost_towards (NtmPoint from, NtmPoint to, NtmTowards towards)
{
  double dx = to.x - from.x, dy = to.y - from.y;
  double along, aside;

  switch (towards)
    {
    case NTM_TOWARDS_LEFT:  along = -dx; aside = dy; break;
    case NTM_TOWARDS_RIGHT: along = dx; aside = dy; break;
    case NTM_TOWARDS_UP:    along = -dy; aside = dx; break;
    case NTM_TOWARDS_DOWN:
    default:                along = dy; aside = dx; break;
    }
  if (!(along > 0) || fabs (aside) > 2 * along)
    return -1;

  return along + 2 * fabs (aside);
}

/**
 * ntm_shapes_neighbour:
 * @self: shapes
 * @item: where to start; %NTM_SHAPES_NONE gives the first item with a boundary
 * @towards: a direction
 *
 * For the arrow keys: the nearest item in a direction, rather one straight ahead than one aside, and
 * one with a common border at half its distance.
 *
 * Returns: an item, or %NTM_SHAPES_NONE at the edge
 */
guint
ntm_shapes_neighbour (const NtmShapes *self, guint item, NtmTowards towards)
{
  guint best = NTM_SHAPES_NONE;
  double best_cost = G_MAXDOUBLE;

  for (guint i = 0; i < self->topology->n_items; i++)
    {
      double cost;

      if (i == item || !has_boundary (self, i))
        continue;
      if (item >= self->topology->n_items)
        return i;
      cost = cost_towards (self->label_points[item], self->label_points[i], towards);
      if (cost < 0 || cost / 2 >= best_cost)
        continue;
      if (ntm_shapes_are_adjacent (self, item, i))
        cost /= 2;
      if (cost < best_cost)
        {
          best = i;
          best_cost = cost;
        }
    }

  return best;
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return x < y ? -1 : x > y;
}

static void
collect_crossings (const NtmShapes *self, guint item, double y, GArray *crossings)
{
  const NtmTopology *topology = self->topology;

  g_array_set_size (crossings, 0);
  for (guint r = topology->ring_start[topology->item_ring[item]]; r < topology->ring_start[topology->item_ring[item + 1]]; r++)
    {
      guint arc = topology->refs[r] / 2;

      if (y < self->arc_boxes[arc].y_min || y > self->arc_boxes[arc].y_max)
        continue;
      for (guint p = topology->arc_start[arc]; p + 1 < topology->arc_start[arc + 1]; p++)
        {
          const NtmPoint *a = &topology->points[p];
          const NtmPoint *b = &topology->points[p + 1];
          double x;

          if ((a->y > y) == (b->y > y))
            continue;
          x = a->x + (b->x - a->x) * (y - a->y) / (b->y - a->y);
          g_array_append_val (crossings, x);
        }
    }
  g_array_sort (crossings, compare_doubles);
}

/* The middle of the longest stretch inside on a few horizontal lines, those near the middle first. */
NtmPoint
ntm_shapes_find_label_point (const NtmShapes *self, guint item)
{
  static const double places[] = { 0.5, 0.42, 0.58, 0.34, 0.66, 0.25, 0.75, 0.15, 0.85 };
  const NtmBox *box = &self->item_boxes[item];
  g_autoptr(GArray) crossings = g_array_new (FALSE, FALSE, sizeof (double));
  NtmPoint best = { NAN, NAN };
  double best_score = 0;

  for (guint i = 0; has_boundary (self, item) && i < G_N_ELEMENTS (places); i++)
    {
      double y = box->y_min + (box->y_max - box->y_min) * places[i];
      double centrality = 1 - 0.9 * fabs (places[i] - 0.5);

      collect_crossings (self, item, y, crossings);
      for (guint c = 0; c + 1 < crossings->len; c += 2)
        {
          double left = g_array_index (crossings, double, c), right = g_array_index (crossings, double, c + 1);

          if ((right - left) * centrality <= best_score)
            continue;
          best_score = (right - left) * centrality;
          best = (NtmPoint) { (left + right) / 2, y };
        }
    }

  return best;
}
