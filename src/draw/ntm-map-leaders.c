/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The line from a name on the sea to the dot of its unit: clear of other names, lines and dots, over little other land. */

#include "ntm-map-private.h"

#include <math.h>

/* In desk pixels. */
#define DOT_GAP      5.5
#define FOREIGN_COST 4.0   /* of a step over another unit */

#define N_STEPS      16

static double
distance_to_line (const NtmMapLabel *label, NtmPoint p)
{
  double dx = label->end_x - label->anchor_x, dy = label->end_y - label->anchor_y;
  double length = dx * dx + dy * dy;
  double along = length > 0 ? ((p.x - label->anchor_x) * dx + (p.y - label->anchor_y) * dy) / length : 0;

  along = CLAMP (along, 0, 1);
  return hypot (label->anchor_x + along * dx - p.x, label->anchor_y + along * dy - p.y);
}

/* A line through the dot of another unit would seem to begin there. */
static gboolean
misses_dots (const NtmMapLayout *self, const NtmMapLabel *label, const GArray *dots)
{
  for (guint i = 0; i < dots->len; i++)
    {
      NtmPoint dot = g_array_index (dots, NtmPoint, i);
      gboolean is_own = dot.x == label->anchor_x && dot.y == label->anchor_y;

      if (!is_own && distance_to_line (label, dot) < DOT_GAP * self->unit)
        return FALSE;
    }
  return TRUE;
}

/* How many steps of the line lie on other units. */
static guint
count_foreign (const NtmMapLayout *self, const NtmMapLabel *label)
{
  const NtmMapItem *own = g_ptr_array_index (self->spec->items, label->item);
  guint n = 0;

  for (guint k = 0; k <= N_STEPS; k++)
    {
      double x = label->anchor_x + (label->end_x - label->anchor_x) * k / N_STEPS;
      double y = label->anchor_y + (label->end_y - label->anchor_y) * k / N_STEPS;
      guint shape = ntm_shapes_pick (self->spec->shapes, (x - self->transform.x) / self->transform.scale,
                                     (y - self->transform.y) / self->transform.scale);

      n += shape != NTM_SHAPES_NONE && shape != own->shape;
    }
  return n;
}

static gboolean
is_free (const NtmMapLayout *self, const NtmMapLabel *label)
{
  const double line[] = { label->anchor_x, label->anchor_y, label->end_x, label->end_y };

  for (guint i = 0; i < self->labels->len; i++)
    {
      const NtmMapLabel *other = &g_array_index (self->labels, NtmMapLabel, i);
      const double other_line[] = { other->anchor_x, other->anchor_y, other->end_x, other->end_y };

      if (ntm_rect_crosses (&other->rect, line[0], line[1], line[2], line[3]))
        return FALSE;
      if (other->leader && ntm_segments_cross (line, other_line))
        return FALSE;
    }
  for (guint i = 0; i < self->legends->len; i++)
    if (ntm_rect_crosses (&((NtmMapLegend *) g_ptr_array_index (self->legends, i))->rect, line[0], line[1], line[2], line[3]))
      return FALSE;

  return TRUE;
}

/*
 * Whether the leader of @label may run as it does, past @dots of NtmPoint where other units have theirs. Adds to
 * @cost what the land of others costs that it runs over.
 */
gboolean
ntm_map_layout_rate_leader (const NtmMapLayout *self, const NtmMapLabel *label, const GArray *dots, double *cost)
{
  if (!is_free (self, label) || !misses_dots (self, label, dots))
    return FALSE;

  *cost += FOREIGN_COST * self->unit * count_foreign (self, label);
  return TRUE;
}
