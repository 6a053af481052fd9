/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rectangles of layouts. */

#include "ntm-placed.h"

/**
 * ntm_placed_at:
 * @placed: (array length=n_placed): rectangles in drawing order
 * @n_placed: how many
 * @x: a place
 * @y: a place
 *
 * Returns: (transfer none) (nullable): the topmost rectangle with a key that holds the place
 */
const NtmPlaced *
ntm_placed_at (const NtmPlaced *placed, guint n_placed, double x, double y)
{
  for (guint i = n_placed; i > 0; i--)
    {
      const NtmPlaced *it = &placed[i - 1];

      if (it->key != NULL && x >= it->x && y >= it->y && x < it->x + it->width && y < it->y + it->height)
        return it;
    }

  return NULL;
}

/**
 * ntm_placed_overlap:
 * @a: a rectangle
 * @b: another
 *
 * Returns: whether they have an area in common; touching is not enough
 */
gboolean
ntm_placed_overlap (const NtmPlaced *a, const NtmPlaced *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height && b->y < a->y + a->height;
}
