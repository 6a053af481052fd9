/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Free and owned places of a map, as a grid of cells: where labels and cards can go. */

#include "ntm-map-private.h"

#include <math.h>
#include <string.h>

#include "ntm-shapes-private.h"

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return x < y ? -1 : x > y;
}

/* Notes where the edges of an arc cross the middles of the rows. */
static void
scan_arc (const NtmMapGrid *self, const NtmTopology *topology, guint arc, guint first_row, guint n_rows, GArray **crossings)
{
  for (guint p = topology->arc_start[arc]; p + 1 < topology->arc_start[arc + 1]; p++)
    {
      const NtmPoint *a = &topology->points[p], *b = &topology->points[p + 1];
      double low = (MIN (a->y, b->y) - self->extent.y_min) / self->cell - 0.5;
      double high = (MAX (a->y, b->y) - self->extent.y_min) / self->cell - 0.5;

      /* Rows whose middle is in [low, high): half-open, so that a vertex counts once. */
      for (double row = MAX (ceil (low), first_row); row < high && row < first_row + n_rows; row++)
        {
          double y = self->extent.y_min + (row + 0.5) * self->cell;
          double x = a->x + (b->x - a->x) * (y - a->y) / (b->y - a->y);

          g_array_append_val (crossings[(guint) row - first_row], x);
        }
    }
}

static void
widen (NtmCellRange *range, guint column, guint row)
{
  range->x1 = MIN (range->x1, column);
  range->x2 = MAX (range->x2, column + 1);
  range->y1 = MIN (range->y1, row);
  range->y2 = MAX (range->y2, row + 1);
}

static void
fill_row (NtmMapGrid *self, guint shape, guint row, GArray *crossings)
{
  g_array_sort (crossings, compare_doubles);
  for (guint i = 0; i + 1 < crossings->len; i += 2)
    {
      double left = (g_array_index (crossings, double, i) - self->extent.x_min) / self->cell - 0.5;
      double right = (g_array_index (crossings, double, i + 1) - self->extent.x_min) / self->cell - 0.5;

      for (double column = MAX (ceil (left), 0); column < right && column < self->columns; column++)
        {
          self->owner[row * self->columns + (guint) column] = shape;
          widen (&self->ranges[shape], (guint) column, row);
        }
    }
}

static void
scan_shape (NtmMapGrid *self, const NtmShapes *shapes, guint shape)
{
  const NtmTopology *topology = shapes->topology;
  const NtmBox *box = &shapes->item_boxes[shape];
  guint first_row, n_rows;
  GArray **crossings;

  if (topology->item_ring[shape] == topology->item_ring[shape + 1])
    return;

  first_row = (guint) CLAMP (floor ((box->y_min - self->extent.y_min) / self->cell), 0, (double) self->rows - 1);
  n_rows = (guint) CLAMP (ceil ((box->y_max - self->extent.y_min) / self->cell) - first_row, 1, (double) self->rows - first_row);
  crossings = g_new (GArray *, n_rows);
  for (guint i = 0; i < n_rows; i++)
    crossings[i] = g_array_new (FALSE, FALSE, sizeof (double));
  for (guint r = topology->ring_start[topology->item_ring[shape]]; r < topology->ring_start[topology->item_ring[shape + 1]]; r++)
    scan_arc (self, topology, topology->refs[r] / 2, first_row, n_rows, crossings);
  for (guint i = 0; i < n_rows; i++)
    {
      fill_row (self, shape, first_row + i, crossings[i]);
      g_array_unref (crossings[i]);
    }
  g_free (crossings);
}

/* Marks the cells that a border runs through: a sliver of land between two middles is land, too. */
static void
mark_edge (const NtmMapGrid *self, const NtmPoint *a, const NtmPoint *b, guint8 *coast)
{
  double steps = ceil (MAX (fabs (b->x - a->x), fabs (b->y - a->y)) / self->cell * 2) + 1;

  for (double i = 0; i <= steps; i++)
    {
      double x = a->x + (b->x - a->x) * i / steps, y = a->y + (b->y - a->y) * i / steps;
      guint column = (guint) CLAMP ((x - self->extent.x_min) / self->cell, 0, (double) self->columns - 1);
      guint row = (guint) CLAMP ((y - self->extent.y_min) / self->cell, 0, (double) self->rows - 1);

      coast[row * self->columns + column] = 1;
    }
}

static guint8 *
mark_borders (const NtmMapGrid *self, const NtmShapes *shapes, const NtmPaint *paints)
{
  const NtmTopology *topology = shapes->topology;
  guint8 *coast = g_new0 (guint8, (gsize) self->columns * self->rows);

  for (guint a = 0; a < topology->n_arcs; a++)
    {
      guint left = topology->arc_left[a], right = topology->arc_right[a];

      if (paints[left].kind == NTM_PAINT_NONE && (right == NTM_TOPOLOGY_OUTSIDE || paints[right].kind == NTM_PAINT_NONE))
        continue;
      for (guint p = topology->arc_start[a]; p + 1 < topology->arc_start[a + 1]; p++)
        mark_edge (self, &topology->points[p], &topology->points[p + 1], coast);
    }

  return coast;
}

static void
sum_land (NtmMapGrid *self, const guint8 *coast)
{
  guint stride = self->columns + 1;

  self->land = g_new0 (guint32, (gsize) stride * (self->rows + 1));
  for (guint row = 0; row < self->rows; row++)
    for (guint column = 0; column < self->columns; column++)
      {
        guint32 here = self->owner[row * self->columns + column] != NTM_SHAPES_NONE || coast[row * self->columns + column];

        self->land[(row + 1) * stride + column + 1] = here + self->land[row * stride + column + 1]
                                                      + self->land[(row + 1) * stride + column]
                                                      - self->land[row * stride + column];
      }
}

/* Cells of a grid over all shapes that are painted, at most max_cells on the longer side. */
NtmMapGrid *
ntm_map_grid_new (const NtmShapes *shapes, const NtmPaint *paints, guint max_cells)
{
  NtmMapGrid *self = g_new0 (NtmMapGrid, 1);
  NtmBox extent = ntm_shapes_get_extent (shapes);
  double width = extent.x_max - extent.x_min, height = extent.y_max - extent.y_min;
  g_autofree guint8 *coast = NULL;

  if (!(width > 0) || !(height > 0))
    {
      width = height = 1e-6;
      extent = (NtmBox) { 0, 0, width, height };
    }
  self->extent = extent;
  self->cell = MAX (width, height) / max_cells;
  self->columns = MAX (1, (guint) ceil (width / self->cell));
  self->rows = MAX (1, (guint) ceil (height / self->cell));
  self->owner = g_new (guint, (gsize) self->columns * self->rows);
  memset (self->owner, 0xff, sizeof (guint) * self->columns * self->rows);
  self->ranges = g_new (NtmCellRange, MAX (ntm_shapes_get_n_items (shapes), 1));
  for (guint i = 0; i < ntm_shapes_get_n_items (shapes); i++)
    self->ranges[i] = (NtmCellRange) { self->columns, self->rows, 0, 0 };
  for (guint i = 0; i < ntm_shapes_get_n_items (shapes); i++)
    if (paints[i].kind != NTM_PAINT_NONE)
      scan_shape (self, shapes, i);
  coast = mark_borders (self, shapes, paints);
  sum_land (self, coast);
  return self;
}

void
ntm_map_grid_free (NtmMapGrid *self)
{
  if (self == NULL)
    return;

  g_free (self->owner);
  g_free (self->land);
  g_free (self->ranges);
  g_free (self);
}

/* How many owned cells a rectangle of the drawing touches. */
guint
ntm_map_grid_count_land (const NtmMapGrid *self, const NtmTransform *transform, const NtmRect *rect)
{
  double size = self->cell * transform->scale;
  double left = self->extent.x_min * transform->scale + transform->x;
  double top = self->extent.y_min * transform->scale + transform->y;
  guint stride = self->columns + 1;
  guint x1 = (guint) CLAMP (floor ((rect->x - left) / size), 0, (double) self->columns);
  guint y1 = (guint) CLAMP (floor ((rect->y - top) / size), 0, (double) self->rows);
  guint x2 = (guint) CLAMP (ceil ((rect->x + rect->width - left) / size), 0, (double) self->columns);
  guint y2 = (guint) CLAMP (ceil ((rect->y + rect->height - top) / size), 0, (double) self->rows);

  if (x2 <= x1 || y2 <= y1)
    return 0;

  return self->land[y2 * stride + x2] - self->land[y1 * stride + x2] - self->land[y2 * stride + x1] + self->land[y1 * stride + x1];
}

/* Sums of the cells of one shape, over its range widened by a window on each side. */
static guint32 *
sum_shape (const NtmMapGrid *self, guint shape, const NtmCellRange *range, guint margin_x, guint margin_y, guint *width,
           guint *height)
{
  guint32 *sums;
  guint stride;

  *width = range->x2 - range->x1 + 2 * margin_x;
  *height = range->y2 - range->y1 + 2 * margin_y;
  stride = *width + 1;
  sums = g_new0 (guint32, (gsize) stride * (*height + 1));
  for (guint y = 0; y < *height; y++)
    for (guint x = 0; x < *width; x++)
      {
        guint column = range->x1 + x - margin_x, row = range->y1 + y - margin_y;
        guint32 here = x >= margin_x && y >= margin_y && column < range->x2 && row < range->y2
                       && self->owner[row * self->columns + column] == shape;

        sums[(y + 1) * stride + x + 1] = here + sums[y * stride + x + 1] + sums[(y + 1) * stride + x] - sums[y * stride + x];
      }

  return sums;
}

typedef struct { double sum_x, sum_y, n; double best_x, best_y, best; } Search;

static void
search_windows (const guint32 *sums, guint width, guint height, guint w, guint h, double needed, Search *search, gboolean choose)
{
  guint stride = width + 1;

  for (guint y = 0; y + h <= height; y++)
    for (guint x = 0; x + w <= width; x++)
      {
        guint32 inside = sums[(y + h) * stride + x + w] - sums[y * stride + x + w] - sums[(y + h) * stride + x] + sums[y * stride + x];
        double dx, dy;

        if (inside < needed)
          continue;
        if (!choose)
          {
            search->sum_x += x;
            search->sum_y += y;
            search->n++;
            continue;
          }
        dx = x - search->sum_x / search->n;
        dy = y - search->sum_y / search->n;
        if (dx * dx + dy * dy >= search->best)
          continue;
        search->best = dx * dx + dy * dy;
        search->best_x = x;
        search->best_y = y;
      }
}

/**
 * ntm_map_grid_find_inside:
 * @self: a grid
 * @transform: from Web-Mercator to the drawing
 * @shape: whose label it is
 * @width: of the label
 * @height: of the label
 * @share: how much of the label must lie on @shape, 0 to 1
 * @x: (out): its left
 * @y: (out): its top
 *
 * Finds the most central place: of all places that are good enough the one nearest to their mean.
 *
 * Returns: whether there is one
 */
gboolean
ntm_map_grid_find_inside (const NtmMapGrid *self, const NtmTransform *transform, guint shape, double width, double height,
                          double share, double *x, double *y)
{
  double size = self->cell * transform->scale;
  guint w = MAX (1, (guint) ceil (width / size));
  guint h = MAX (1, (guint) ceil (height / size));
  Search search = { .best = G_MAXDOUBLE };
  g_autofree guint32 *sums = NULL;
  const NtmCellRange range = self->ranges[shape];
  guint sum_width, sum_height, margin_x, margin_y;

  if (w > self->columns || h > self->rows || range.x2 <= range.x1)
    return FALSE;
  margin_x = share < 1 ? w / 3 : 0;
  margin_y = share < 1 ? h / 3 : 0;
  sums = sum_shape (self, shape, &range, margin_x, margin_y, &sum_width, &sum_height);
  search_windows (sums, sum_width, sum_height, w, h, share * w * h, &search, FALSE);
  if (search.n == 0)
    return FALSE;

  search_windows (sums, sum_width, sum_height, w, h, share * w * h, &search, TRUE);
  *x = (self->extent.x_min + (range.x1 + search.best_x - margin_x + w / 2.0) * self->cell) * transform->scale + transform->x - width / 2;
  *y = (self->extent.y_min + (range.y1 + search.best_y - margin_y + h / 2.0) * self->cell) * transform->scale + transform->y - height / 2;
  return TRUE;
}
