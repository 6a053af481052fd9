/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Land for generated data: a honeycomb, its corners moved and its sides made wiggly.
 *
 * Rows of cells are shifted against each other like bricks. Line j of corners lies above row j; on it the
 * corners k stand half a cell apart, alternately a little up and down. Cell (row, column) has corners
 * k0, k0 + 1, k0 + 2 of lines row and row + 1, with k0 = 2 column + row % 2. At most three cells meet in a
 * corner, so that on the border of any set of cells each corner has one way on.
 *
 * All chance is a hash of where it is used: a corner and a side are the same for all cells that share them.
 */

#include "ntm-sample-grid.h"

#include <math.h>

#define HALF_WIDTH  0.025   /* degrees: half a cell from west to east, */
#define ROW_HEIGHT  0.05    /* and from one line to the next: cells of about 29 km2 */
#define CENTRE_X    105.9
#define CENTRE_Y    18.3
#define JITTER      0.3     /* of the distance between two corners, at most half of it each way */
#define PRECISION   1e7

/**
 * ntm_sample_hash:
 * @seed: of the sample
 * @a: what
 * @b: the number is
 * @c: for
 *
 * Returns: a number that depends on all four and looks like chance (splitmix64)
 */
guint64
ntm_sample_hash (guint64 seed,
                 guint   a,
                 guint   b,
                 guint   c)
{
  guint64 x = seed * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  guint parts[] = { a, b, c };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      x += parts[i] + G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
      x = (x ^ (x >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
      x = (x ^ (x >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
      x ^= x >> 31;
    }
  return x;
}

/* From -1 to 1. */
static double
chance (const NtmSampleGrid *self,
        guint                a,
        guint                b,
        guint                c)
{
  return (ntm_sample_hash (self->seed, a, b, c) >> 11) / 4503599627370496.0 - 1.0;
}

/**
 * ntm_sample_grid_init:
 * @self: a grid
 * @n_cells: how many cells, at least 1
 * @vertices: about how many points the boundary of a cell shall have
 * @seed: of the sample
 *
 * Lays the cells out as nearly square as rows of an odd number allow. Odd, because the numbering then leaves
 * each strip beside the next.
 */
void
ntm_sample_grid_init (NtmSampleGrid *self,
                      guint          n_cells,
                      guint          vertices,
                      guint64        seed)
{
  guint side = ceil (sqrt (n_cells));

  self->n_cells = n_cells;
  self->rows = side | 1;
  self->strip = MAX (1, (guint) lround (sqrt (side)));
  self->columns = (n_cells / (self->rows * self->strip) + 1) * self->strip;
  self->segments = MAX (1, (vertices + 3) / 6);
  self->seed = seed;
}

static void
find_cell (const NtmSampleGrid *self,
           guint                cell,
           guint               *row,
           guint               *column)
{
  guint strip = cell / (self->rows * self->strip);
  guint rest = cell % (self->rows * self->strip);
  guint y = rest / self->strip;
  guint x = rest % self->strip;

  *row = strip % 2 == 0 ? y : self->rows - 1 - y;
  *column = strip * self->strip + (y % 2 == 0 ? x : self->strip - 1 - x);
}

static guint
corner_at (const NtmSampleGrid *self,
           guint                line,
           guint                k)
{
  return line * (2 * self->columns + 2) + k;
}

static NtmPoint
place_corner (const NtmSampleGrid *self,
              guint                corner)
{
  guint line = corner / (2 * self->columns + 2);
  guint k = corner % (2 * self->columns + 2);
  double zigzag = (k + line) % 2 == 1 ? -1.0 / 6 : 1.0 / 6;
  NtmPoint point;

  point.x = CENTRE_X + HALF_WIDTH * (k - (double) self->columns + JITTER * chance (self, 1, corner, 0));
  point.y = CENTRE_Y - ROW_HEIGHT * (line - self->rows / 2.0 + zigzag + JITTER / 2 * chance (self, 1, corner, 1));
  return point;
}

/* The corners of a cell, clockwise. */
static void
find_corners (const NtmSampleGrid *self,
              guint                cell,
              guint                corners[6])
{
  guint row, column, k;

  find_cell (self, cell, &row, &column);
  k = 2 * column + row % 2;
  for (guint i = 0; i < 3; i++)
    {
      corners[i] = corner_at (self, row, k + i);
      corners[3 + i] = corner_at (self, row + 1, k + 2 - i);
    }
}

/*
 * How far a side strays from the straight line at @t, as a share of its length. Flat enough at its ends that
 * the sides of a corner never cross.
 */
static double
stray (const NtmSampleGrid *self,
       guint                a,
       guint                b,
       guint                step,
       double               t)
{
  double sum = 0.006 * sin (G_PI * t) * chance (self, 2 + step, a, b);

  for (guint m = 1; m <= 3; m++)
    sum += 0.06 / m * chance (self, 0, a, b * 4 + m) * sin (m * G_PI * t);
  return sum;
}

static double
round_coordinate (double x)
{
  return round (x * PRECISION) / PRECISION;
}

/* The points from @from to @to without the last. Computed from the lower corner, whichever way it is walked. */
static void
add_side (const NtmSampleGrid *self,
          guint                from,
          guint                to,
          GArray              *points)
{
  guint low = MIN (from, to);
  guint high = MAX (from, to);
  NtmPoint a = place_corner (self, low);
  NtmPoint b = place_corner (self, high);

  for (guint i = 0; i < self->segments; i++)
    {
      guint step = from == low ? i : self->segments - i;
      double t = step / (double) self->segments;
      double off = step == 0 || step == self->segments ? 0 : stray (self, low, high, step, t);
      NtmPoint point = { round_coordinate (a.x + t * (b.x - a.x) - off * (b.y - a.y)),
                         round_coordinate (a.y + t * (b.y - a.y) + off * (b.x - a.x)) };

      g_array_append_val (points, point);
    }
}

/* The sides around a set of cells, as from corner → to corner: those that no other cell of the set walks back. */
static GHashTable *
find_border (const NtmSampleGrid *self,
             guint                first,
             guint                n)
{
  g_autoptr (GHashTable) walked = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  GHashTable *border = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gint64 *side;

  for (guint cell = first; cell < first + n; cell++)
    {
      guint corners[6];

      find_corners (self, cell, corners);
      for (guint i = 0; i < 6; i++)
        {
          gint64 key = (gint64) corners[i] << 32 | corners[(i + 1) % 6];
          g_hash_table_add (walked, g_memdup2 (&key, sizeof key));
        }
    }
  g_hash_table_iter_init (&iter, walked);
  while (g_hash_table_iter_next (&iter, (gpointer *) &side, NULL))
    {
      guint from = *side >> 32;
      guint to = *side & G_MAXUINT32;
      gint64 back = (gint64) to << 32 | from;

      if (!g_hash_table_contains (walked, &back))
        g_hash_table_insert (border, GUINT_TO_POINTER (from + 1), GUINT_TO_POINTER (to + 1));
    }
  return border;
}

/**
 * ntm_sample_grid_region:
 * @self: a grid
 * @first: a cell
 * @n: how many cells from there on, at least 1
 *
 * Joins consecutive cells. They touch and surround nothing, so that one ring is their whole border.
 *
 * Returns: (transfer full): the polygon, longitude and latitude
 */
NtmGeometry *
ntm_sample_grid_region (const NtmSampleGrid *self,
                        guint                first,
                        guint                n)
{
  g_autoptr (GHashTable) border = find_border (self, first, n);
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (NtmPoint));
  guint corners[6], start, corner, ring_start[2] = { 0, 0 }, part_of_ring[1] = { 0 };

  /* The walk has to begin on the border, where not all corners of a cell need be. */
  for (guint cell = first;; cell++)
    {
      guint i = 0;

      find_corners (self, cell, corners);
      while (i < 6 && g_hash_table_lookup (border, GUINT_TO_POINTER (corners[i] + 1)) == NULL)
        i++;
      if (i == 6)
        continue;
      start = corner = corners[i];
      break;
    }
  do
    {
      guint next = GPOINTER_TO_UINT (g_hash_table_lookup (border, GUINT_TO_POINTER (corner + 1))) - 1;

      add_side (self, corner, next, points);
      corner = next;
    }
  while (corner != start);
  ring_start[1] = points->len;
  return ntm_geometry_new ((const NtmPoint *) (gconstpointer) points->data, ring_start, part_of_ring, 1);
}
