/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where things are on the map: units, neighbours, names between the cards; and moving the view. */

#include "ntm-map-layer-private.h"

#include <math.h>
#include <string.h>

#include "ntm-mercator.h"

#define PADDING 56.0
#define SAMPLES 8
#define MIN_SHRINK 0.75     /* a map may become that much smaller to get out of the way of the legend */
#define CARD_SLACK 24.0   /* a card that grows by less does not move the map */
#define REST_MS 150   /* without moving, after which names look for better places */

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

static guint
list_cards (NtmMapLayer *self,
            NtmBox      *boxes)
{
  guint n = 0;

  for (guint i = 0; i < self->cards->len && n < NTM_MAP_MAX_CARDS; i++)
    {
      GtkWidget *card = g_ptr_array_index (self->cards, i);
      graphene_rect_t bounds;

      if (gtk_widget_get_mapped (card) && gtk_widget_compute_bounds (card, GTK_WIDGET (self), &bounds))
        boxes[n++] = (NtmBox) { bounds.origin.x, bounds.origin.y, bounds.origin.x + bounds.size.width,
                                bounds.origin.y + bounds.size.height };
    }
  return n;
}

/* How much of the cards would lie over units, in samples. */
static guint
count_covered (NtmMapLayer        *self,
               const NtmTransform *view)
{
  guint n = 0;

  for (guint i = 0; i < NTM_MAP_MAX_CARDS * SAMPLES * SAMPLES; i++)
    {
      const NtmBox *card = &self->fit_cards[i / (SAMPLES * SAMPLES)];
      double x = card->x_min + (card->x_max - card->x_min) * (i % SAMPLES) / (SAMPLES - 1);
      double y = card->y_min + (card->y_max - card->y_min) * (i / SAMPLES % SAMPLES) / (SAMPLES - 1);

      n += card->x_max > card->x_min
           && ntm_shapes_pick (self->spec->shapes, (x - view->x) / view->scale, (y - view->y) / view->scale) != NTM_SHAPES_NONE;
    }
  return n;
}

/* @extent in @area as large as can be, @x and @y of the spare room left of and above it. */
static NtmTransform
fit_in (const NtmBox *extent,
        const NtmBox *area,
        double        x,
        double        y)
{
  NtmTransform view = ntm_shapes_fit (extent, area->x_min, area->y_min, area->x_max - area->x_min, area->y_max - area->y_min);

  view.x = area->x_min - extent->x_min * view.scale
           + x * (area->x_max - area->x_min - (extent->x_max - extent->x_min) * view.scale);
  view.y = area->y_min - extent->y_min * view.scale
           + y * (area->y_max - area->y_min - (extent->y_max - extent->y_min) * view.scale);
  return view;
}

/* In the middle, or where the cards hide fewer units: higher, to the right, or smaller beside the legend. */
static NtmTransform
find_fit (NtmMapLayer  *self,
          const NtmBox *extent,
          double        width,
          double        height)
{
  static const struct { double x, y; } places[] = { { 0.5, 0.5 }, { 0.5, 0.2 }, { 0.8, 0.3 }, { 1, 0 } };
  NtmBox area = { PADDING, PADDING, MAX (width - PADDING, PADDING + 50), MAX (height - PADDING, PADDING + 50) };
  NtmTransform best = fit_in (extent, &area, 0.5, 0.5), full = best;
  guint least = count_covered (self, &best);

  for (guint i = 1; i < G_N_ELEMENTS (places) && least > 0; i++)
    {
      NtmTransform view = fit_in (extent, &area, places[i].x, places[i].y);
      guint n = count_covered (self, &view);

      if (n >= least)
        continue;
      best = view;
      least = n;
    }
  if (least > 0 && self->fit_cards[0].x_max < width / 2)
    {
      NtmTransform view;

      area.x_min = MAX (area.x_min, self->fit_cards[0].x_max + PADDING / 2);
      view = fit_in (extent, &area, 0.5, 0.5);
      if (view.scale > MIN_SHRINK * full.scale && count_covered (self, &view) < least)
        best = view;
    }
  return best;
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
  NtmTransform view;

  g_return_if_fail (NTM_IS_MAP_LAYER (self));

  self->is_fitted = TRUE;
  if (self->spec == NULL || width <= 0 || height <= 0)
    return;
  extent = ntm_shapes_get_extent (self->spec->shapes);
  memset (self->fit_cards, 0, sizeof self->fit_cards);
  list_cards (self, self->fit_cards);
  view = find_fit (self, &extent, width, height);
  self->is_fitting = TRUE;
  self->fit_width = width;
  self->fit_height = height;
  shumate_viewport_set_zoom_level (viewport, log2 (view.scale / 256));
  go_to (self, (NtmPoint) { (width / 2. - view.x) / view.scale, (height / 2. - view.y) / view.scale });
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

static void
settle (NtmMapLayer        *self,
        const NtmTransform *view)
{
  ntm_map_names_settle (self->names, view, gtk_widget_get_width (GTK_WIDGET (self)), gtk_widget_get_height (GTK_WIDGET (self)));
}

static gboolean
fit_cb (gpointer user_data)
{
  NtmMapLayer *self = user_data;

  self->fit_id = 0;
  if (self->is_fitted)
    ntm_map_layer_fit (self);
  return G_SOURCE_REMOVE;
}

static gboolean
are_other_cards (const NtmBox *a,
                 const NtmBox *b)
{
  for (guint i = 0; i < NTM_MAP_MAX_CARDS; i++)
    if (fabs (a[i].x_min - b[i].x_min) > CARD_SLACK || fabs (a[i].x_max - b[i].x_max) > CARD_SLACK
        || fabs (a[i].y_min - b[i].y_min) > CARD_SLACK || fabs (a[i].y_max - b[i].y_max) > CARD_SLACK)
      return TRUE;
  return FALSE;
}

static gboolean
settle_cb (gpointer user_data)
{
  NtmMapLayer *self = user_data;
  NtmTransform view = ntm_map_layer_get_view (self);

  self->settle_id = 0;
  if (self->names != NULL)
    settle (self, &view);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return G_SOURCE_REMOVE;
}

/* At another scale all places are others; on the way of a pan they only come to be looked for at its end. */
void
_ntm_map_layer_place_names (NtmMapLayer        *self,
                            const NtmTransform *view)
{
  NtmBox cards[NTM_MAP_MAX_CARDS] = { 0 };
  guint n_cards = list_cards (self, cards);

  if (self->is_fitted && self->fit_id == 0 && are_other_cards (cards, self->fit_cards))
    self->fit_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, fit_cb, self, NULL);
  ntm_map_names_set_cards (self->names, cards, n_cards);
  if (ntm_map_names_is_settled (self->names, view))
    return;
  if (!ntm_map_names_is_placed (self->names, view->scale))
    {
      settle (self, view);
      return;
    }
  g_clear_handle_id (&self->settle_id, g_source_remove);
  self->settle_id = g_timeout_add (REST_MS, settle_cb, self);
}
