/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where things are on the map, and moving the view: the whole extent, one unit, a neighbour. */

#include "ntm-map-layer-private.h"

#include <math.h>

#include "ntm-mercator.h"

#define PADDING 56.0

static NtmPoint
get_centre (NtmMapLayer *self)
{
  ShumateLocation *location = SHUMATE_LOCATION (shumate_layer_get_viewport (SHUMATE_LAYER (self)));

  return ntm_mercator_from_degrees (shumate_location_get_longitude (location), shumate_location_get_latitude (location));
}

/**
 * ntm_map_layer_get_view:
 * @self: a layer
 *
 * Returns: from Web-Mercator to the widget; the scale is 256 × 2^zoom
 */
NtmTransform
ntm_map_layer_get_view (NtmMapLayer *self)
{
  ShumateViewport *viewport = shumate_layer_get_viewport (SHUMATE_LAYER (self));
  NtmPoint centre = get_centre (self);
  double scale = 256 * exp2 (shumate_viewport_get_zoom_level (viewport));

  return (NtmTransform) {
    .scale = scale,
    .x = gtk_widget_get_width (GTK_WIDGET (self)) / 2. - centre.x * scale,
    .y = gtk_widget_get_height (GTK_WIDGET (self)) / 2. - centre.y * scale,
  };
}

/**
 * ntm_map_layer_pick:
 * @self: a layer
 * @x: in the widget
 * @y: in the widget
 *
 * Returns: (transfer none) (nullable): key of the unit at that place
 */
const char *
ntm_map_layer_pick (NtmMapLayer *self,
                    double       x,
                    double       y)
{
  NtmTransform view;
  guint item;

  g_return_val_if_fail (NTM_IS_MAP_LAYER (self), NULL);

  if (self->spec == NULL)
    return NULL;
  view = ntm_map_layer_get_view (self);
  item = ntm_shapes_pick (self->spec->shapes, (x - view.x) / view.scale, (y - view.y) / view.scale);
  return item == NTM_SHAPES_NONE ? NULL : ntm_shapes_get_key (self->spec->shapes, item);
}

/**
 * ntm_map_layer_neighbour:
 * @self: a layer
 * @key: (nullable): key of a unit, %NULL for what is in the middle of the view
 * @towards: a direction
 *
 * Returns: (transfer none) (nullable): key of the next unit in that direction, or of one to start from
 */
const char *
ntm_map_layer_neighbour (NtmMapLayer *self,
                         const char  *key,
                         NtmTowards   towards)
{
  guint item = NTM_SHAPES_NONE;

  g_return_val_if_fail (NTM_IS_MAP_LAYER (self), NULL);

  if (self->spec == NULL || ntm_shapes_get_n_items (self->spec->shapes) == 0)
    return NULL;
  if (key != NULL)
    item = ntm_shapes_find (self->spec->shapes, key);
  if (item != NTM_SHAPES_NONE)
    item = ntm_shapes_neighbour (self->spec->shapes, item, towards);
  else
    {
      NtmPoint centre = get_centre (self);
      item = ntm_shapes_pick (self->spec->shapes, centre.x, centre.y);
      if (item == NTM_SHAPES_NONE)
        item = 0;
    }
  return item == NTM_SHAPES_NONE ? NULL : ntm_shapes_get_key (self->spec->shapes, item);
}

static void
go_to (NtmMapLayer *self,
       NtmPoint     centre)
{
  ShumateLocation *location = SHUMATE_LOCATION (shumate_layer_get_viewport (SHUMATE_LAYER (self)));
  NtmPoint degrees = ntm_mercator_to_degrees (centre.x, centre.y);

  shumate_location_set_location (location, degrees.y, degrees.x);
}

/**
 * ntm_map_layer_fit:
 * @self: a layer
 *
 * Shows the whole extent, now and after each resize until the map is moved.
 */
void
ntm_map_layer_fit (NtmMapLayer *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self)), height = gtk_widget_get_height (GTK_WIDGET (self));
  ShumateViewport *viewport = shumate_layer_get_viewport (SHUMATE_LAYER (self));
  NtmBox extent;
  double scale;

  g_return_if_fail (NTM_IS_MAP_LAYER (self));

  self->is_fitted = TRUE;
  if (self->spec == NULL || width <= 0 || height <= 0)
    return;
  extent = ntm_shapes_get_extent (self->spec->shapes);
  scale = MIN (MAX (width - 2 * PADDING, 50) / (extent.x_max - extent.x_min),
               MAX (height - 2 * PADDING, 50) / (extent.y_max - extent.y_min));
  self->is_fitting = TRUE;
  self->fit_width = width;
  self->fit_height = height;
  shumate_viewport_set_zoom_level (viewport, log2 (scale / 256));
  go_to (self, (NtmPoint) { (extent.x_min + extent.x_max) / 2, (extent.y_min + extent.y_max) / 2 });
  self->is_fitting = FALSE;
}

/**
 * ntm_map_layer_reveal:
 * @self: a layer
 * @key: key of a unit
 *
 * Moves the map so that the middle of the unit can be seen; does nothing if it can.
 */
void
ntm_map_layer_reveal (NtmMapLayer *self,
                      const char  *key)
{
  NtmTransform view;
  NtmPoint middle;
  double x, y;
  guint item;

  g_return_if_fail (NTM_IS_MAP_LAYER (self));

  item = self->spec == NULL ? NTM_SHAPES_NONE : ntm_shapes_find (self->spec->shapes, key);
  if (item == NTM_SHAPES_NONE || gtk_widget_get_width (GTK_WIDGET (self)) <= 0)
    return;
  view = ntm_map_layer_get_view (self);
  middle = ntm_shapes_get_label_point (self->spec->shapes, item);
  x = middle.x * view.scale + view.x;
  y = middle.y * view.scale + view.y;
  if (x < 0 || y < 0 || x > gtk_widget_get_width (GTK_WIDGET (self)) || y > gtk_widget_get_height (GTK_WIDGET (self)))
    go_to (self, middle);
}
