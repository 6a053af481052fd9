/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Boundaries with shared borders: making, keeping, asking. Drawing and picking are beside this file. */

#include "ntm-shapes-private.h"

#include <math.h>

static void
find_arc_boxes (NtmShapes *self)
{
  const NtmTopology *topology = self->topology;

  self->arc_boxes = g_new (NtmBox, MAX (topology->n_arcs, 1));
  for (guint a = 0; a < topology->n_arcs; a++)
    {
      ntm_box_clear (&self->arc_boxes[a]);
      for (guint p = topology->arc_start[a]; p < topology->arc_start[a + 1]; p++)
        ntm_box_add (&self->arc_boxes[a], topology->points[p].x, topology->points[p].y);
    }
}

static void
find_item_boxes (NtmShapes *self)
{
  const NtmTopology *topology = self->topology;

  self->item_boxes = g_new (NtmBox, MAX (topology->n_items, 1));
  ntm_box_clear (&self->extent);
  for (guint i = 0; i < topology->n_items; i++)
    {
      guint first = topology->ring_start[topology->item_ring[i]];
      guint end = topology->ring_start[topology->item_ring[i + 1]];

      ntm_box_clear (&self->item_boxes[i]);
      for (guint r = first; r < end; r++)
        ntm_box_union (&self->item_boxes[i], &self->arc_boxes[topology->refs[r] / 2]);
      if (end > first)
        ntm_box_union (&self->extent, &self->item_boxes[i]);
    }
}

static void
index_keys (NtmShapes *self, const char * const *keys, guint n_items)
{
  self->keys = g_new0 (char *, n_items + 1);
  self->item_of_key = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < n_items; i++)
    {
      self->keys[i] = g_strdup (keys[i] != NULL ? keys[i] : "");
      g_hash_table_insert (self->item_of_key, self->keys[i], GUINT_TO_POINTER (i));
    }
}

/**
 * ntm_shapes_new:
 * @keys: (array length=n_items): a key for each item
 * @geometries: (array length=n_items): their boundaries in degrees (WGS 84); %NULL: none known
 * @n_items: how many
 *
 * Finds the borders that items have in common (their vertices must be identical there) and prepares
 * all levels of detail. Everything is copied.
 *
 * Returns: (transfer full): the shapes
 */
NtmShapes *
ntm_shapes_new (const char * const *keys, const NtmGeometry * const *geometries, guint n_items)
{
  NtmShapes *self = g_atomic_rc_box_new0 (NtmShapes);

  self->topology = ntm_topology_new (geometries, n_items);
  index_keys (self, keys, n_items);
  find_arc_boxes (self);
  find_item_boxes (self);
  ntm_shapes_build_levels (self);
  ntm_shapes_build_bins (self);
  self->label_points = g_new (NtmPoint, MAX (n_items, 1));
  for (guint i = 0; i < n_items; i++)
    self->label_points[i] = ntm_shapes_find_label_point (self, i);

  return self;
}

/**
 * ntm_shapes_ref:
 * @self: shapes
 *
 * Returns: (transfer full): @self with one more reference
 */
NtmShapes *
ntm_shapes_ref (NtmShapes *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  NtmShapes *self = data;

  for (guint i = 0; i < self->n_levels; i++)
    {
      g_free (self->levels[i].index);
      g_free (self->levels[i].start);
    }
  g_free (self->levels);
  ntm_topology_free (self->topology);
  g_strfreev (self->keys);
  g_hash_table_unref (self->item_of_key);
  g_free (self->arc_boxes);
  g_free (self->item_boxes);
  g_free (self->label_points);
  g_free (self->bin_start);
  g_free (self->bin_items);
}

/**
 * ntm_shapes_unref:
 * @self: (transfer full): shapes
 */
void
ntm_shapes_unref (NtmShapes *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

/**
 * ntm_shapes_get_n_items:
 * @self: shapes
 *
 * Returns: how many items there are
 */
guint
ntm_shapes_get_n_items (const NtmShapes *self)
{
  return self->topology->n_items;
}

/**
 * ntm_shapes_get_n_arcs:
 * @self: shapes
 *
 * Returns: how many pieces of border there are
 */
guint
ntm_shapes_get_n_arcs (const NtmShapes *self)
{
  return self->topology->n_arcs;
}

/**
 * ntm_shapes_get_key:
 * @self: shapes
 * @item: an item
 *
 * Returns: (transfer none): its key
 */
const char *
ntm_shapes_get_key (const NtmShapes *self, guint item)
{
  g_return_val_if_fail (item < self->topology->n_items, NULL);

  return self->keys[item];
}

/**
 * ntm_shapes_find:
 * @self: shapes
 * @key: a key
 *
 * Returns: its item, or %NTM_SHAPES_NONE
 */
guint
ntm_shapes_find (const NtmShapes *self, const char *key)
{
  gpointer item;

  if (key == NULL || !g_hash_table_lookup_extended (self->item_of_key, key, NULL, &item))
    return NTM_SHAPES_NONE;

  return GPOINTER_TO_UINT (item);
}

/**
 * ntm_shapes_get_extent:
 * @self: shapes
 *
 * Returns: the box around all items in Web-Mercator; empty without any
 */
NtmBox
ntm_shapes_get_extent (const NtmShapes *self)
{
  return self->extent;
}

/**
 * ntm_shapes_get_box:
 * @self: shapes
 * @item: an item
 *
 * Returns: the box around it in Web-Mercator; empty when it has no boundary
 */
NtmBox
ntm_shapes_get_box (const NtmShapes *self, guint item)
{
  NtmBox empty;

  ntm_box_clear (&empty);
  g_return_val_if_fail (item < self->topology->n_items, empty);

  return self->item_boxes[item];
}

/**
 * ntm_shapes_get_label_point:
 * @self: shapes
 * @item: an item
 *
 * Returns: a place well inside the item, in Web-Mercator; not finite when it has no boundary
 */
NtmPoint
ntm_shapes_get_label_point (const NtmShapes *self, guint item)
{
  g_return_val_if_fail (item < self->topology->n_items, ((NtmPoint) { NAN, NAN }));

  return self->label_points[item];
}

/**
 * ntm_shapes_are_adjacent:
 * @self: shapes
 * @a: an item
 * @b: another
 *
 * Returns: whether they have a piece of border in common; a corner is not enough
 */
gboolean
ntm_shapes_are_adjacent (const NtmShapes *self, guint a, guint b)
{
  const NtmTopology *topology = self->topology;

  g_return_val_if_fail (a < topology->n_items && b < topology->n_items, FALSE);

  for (guint r = topology->ring_start[topology->item_ring[a]]; r < topology->ring_start[topology->item_ring[a + 1]]; r++)
    {
      guint arc = topology->refs[r] / 2;

      if (a != b && (topology->arc_left[arc] == b || topology->arc_right[arc] == b))
        return TRUE;
    }

  return FALSE;
}

/**
 * ntm_shapes_fit:
 * @extent: a box in Web-Mercator
 * @x: left of the room
 * @y: top
 * @width: width
 * @height: height
 *
 * Returns: the transform that shows @extent as large as it fits, in the middle of the room
 */
NtmTransform
ntm_shapes_fit (const NtmBox *extent, double x, double y, double width, double height)
{
  double w = extent->x_max - extent->x_min;
  double h = extent->y_max - extent->y_min;
  NtmTransform transform = { 256, x, y };

  if (!(w >= 0) || !(h >= 0) || (w <= 0 && h <= 0) || width <= 0 || height <= 0)
    return transform;

  transform.scale = MIN (w > 0 ? width / w : G_MAXDOUBLE, h > 0 ? height / h : G_MAXDOUBLE);
  transform.x = x + width / 2 - transform.scale * (extent->x_min + w / 2);
  transform.y = y + height / 2 - transform.scale * (extent->y_min + h / 2);
  return transform;
}
