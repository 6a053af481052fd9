/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The layer itself: what it shows, and what lies over the pictures. Painting them is in ntm-map-layer-paint.c,
 * finding places and moving the view in ntm-map-layer-view.c.
 */

#include "config.h"

#include "ntm-map-layer-private.h"

G_DEFINE_FINAL_TYPE (NtmMapLayer, ntm_map_layer, SHUMATE_TYPE_LAYER)

static guint resized_signal;

static void
outline (NtmMapLayer        *self,
         cairo_t            *cr,
         const NtmTransform *view,
         const char         *key,
         double              width,
         NtmRole             role)
{
  guint item = key == NULL ? NTM_SHAPES_NONE : ntm_shapes_find (self->spec->shapes, key);

  if (item == NTM_SHAPES_NONE)
    return;
  cairo_new_path (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  ntm_shapes_add_path (self->spec->shapes, cr, view, item);
  ntm_color_set (ntm_palette_get_color (self->style->palette, NTM_ROLE_BORDER), cr);
  cairo_set_line_width (cr, width + 2.5);
  cairo_stroke_preserve (cr);
  ntm_color_set (ntm_palette_get_color (self->style->palette, role), cr);
  cairo_set_line_width (cr, width);
  cairo_stroke (cr);
}

static void
draw (NtmMapLayer *self,
      cairo_t     *cr,
      double       width,
      double       height)
{
  NtmTransform view = ntm_map_layer_get_view (self);
  int device_scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  gboolean covered = self->picture != NULL && ntm_map_picture_covers (self->picture, &view, width, height, 0);

  ntm_color_set (ntm_palette_get_color (self->style->palette, NTM_ROLE_SEA), cr);
  cairo_paint (cr);
  if (self->backdrop != NULL && !covered)
    ntm_map_picture_blit (self->backdrop, cr, &view, device_scale);
  if (self->picture != NULL)
    ntm_map_picture_blit (self->picture, cr, &view, device_scale);
  if (g_strcmp0 (self->hovered, self->selected) != 0)
    outline (self, cr, &view, self->hovered, 1.5, NTM_ROLE_TEXT);
  outline (self, cr, &view, self->selected, 3, NTM_ROLE_ACCENT);
  _ntm_map_layer_place_names (self, &view);
  ntm_map_names_draw (self->names, cr, &view, width, height);
}

static void
ntm_map_layer_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  NtmMapLayer *self = NTM_MAP_LAYER (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  cairo_t *cr;

  if (self->spec == NULL || width <= 0 || height <= 0)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  draw (self, cr, width, height);
  cairo_destroy (cr);
  _ntm_map_layer_start_painting (self);
}

static void
ntm_map_layer_size_allocate (GtkWidget *widget,
                             int        width,
                             int        height,
                             int        baseline)
{
  NtmMapLayer *self = NTM_MAP_LAYER (widget);

  GTK_WIDGET_CLASS (ntm_map_layer_parent_class)->size_allocate (widget, width, height, baseline);
  if (self->is_fitted && (width != self->fit_width || height != self->fit_height))
    ntm_map_layer_fit (self);
  g_signal_emit (self, resized_signal, 0);
}

static void
viewport_changed_cb (NtmMapLayer *self)
{
  /* Whoever moves the map does not want it fitted again by the next resize. */
  if (!self->is_fitting)
    self->is_fitted = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
ntm_map_layer_constructed (GObject *object)
{
  NtmMapLayer *self = NTM_MAP_LAYER (object);

  G_OBJECT_CLASS (ntm_map_layer_parent_class)->constructed (object);
  g_signal_connect_object (shumate_layer_get_viewport (SHUMATE_LAYER (self)), "notify",
                           G_CALLBACK (viewport_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
forget (NtmMapLayer *self)
{
  g_clear_pointer (&self->names, ntm_map_names_free);
  g_clear_pointer (&self->paints, g_free);
  g_clear_pointer (&self->spec, ntm_map_spec_unref);
  g_clear_pointer (&self->style, ntm_draw_style_free);
}

static void
ntm_map_layer_dispose (GObject *object)
{
  NtmMapLayer *self = NTM_MAP_LAYER (object);

  forget (self);
  g_clear_handle_id (&self->settle_id, g_source_remove);
  g_clear_handle_id (&self->fit_id, g_source_remove);
  g_clear_pointer (&self->cards, g_ptr_array_unref);
  g_clear_pointer (&self->picture, ntm_map_picture_free);
  g_clear_pointer (&self->backdrop, ntm_map_picture_free);
  g_clear_pointer (&self->selected, g_free);
  g_clear_pointer (&self->hovered, g_free);
  G_OBJECT_CLASS (ntm_map_layer_parent_class)->dispose (object);
}

static void
ntm_map_layer_class_init (NtmMapLayerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = ntm_map_layer_constructed;
  object_class->dispose = ntm_map_layer_dispose;
  widget_class->snapshot = ntm_map_layer_snapshot;
  widget_class->size_allocate = ntm_map_layer_size_allocate;

  /**
   * NtmMapLayer::resized:
   *
   * The layer was given its place. Emitted while sizes are given: change no size in a handler.
   */
  resized_signal = g_signal_new ("resized", NTM_TYPE_MAP_LAYER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ntm_map_layer_init (NtmMapLayer *self)
{
  self->is_fitted = TRUE;
  self->cards = g_ptr_array_new ();
}

/**
 * ntm_map_layer_new:
 * @viewport: of the map it will be added to; its reference map source must be set
 *
 * Returns: (transfer floating): a layer without units
 */
NtmMapLayer *
ntm_map_layer_new (ShumateViewport *viewport)
{
  return g_object_new (NTM_TYPE_MAP_LAYER, "viewport", viewport, NULL);
}

/**
 * ntm_map_layer_add_card:
 * @self: a layer
 * @card: a widget that may lie over the map; must live as long as the layer is drawn
 *
 * Keeps names away from @card while it can be seen.
 */
void
ntm_map_layer_add_card (NtmMapLayer *self,
                        GtkWidget   *card)
{
  g_return_if_fail (NTM_IS_MAP_LAYER (self));
  g_return_if_fail (self->cards->len < NTM_MAP_MAX_CARDS);

  g_ptr_array_add (self->cards, card);
}

/**
 * ntm_map_layer_set_spec:
 * @self: a layer
 * @spec: (nullable): the units and how they are coloured, %NULL for none
 * @style: faces and colours
 *
 * Shows @spec. The former picture stays until the new one is painted, unless the boundaries are others.
 */
void
ntm_map_layer_set_spec (NtmMapLayer        *self,
                        NtmMapSpec         *spec,
                        const NtmDrawStyle *style)
{
  gboolean same_shapes;

  g_return_if_fail (NTM_IS_MAP_LAYER (self));

  same_shapes = self->spec != NULL && spec != NULL && self->spec->shapes == spec->shapes;
  forget (self);
  self->serial++;
  if (!same_shapes)
    {
      g_clear_pointer (&self->picture, ntm_map_picture_free);
      g_clear_pointer (&self->backdrop, ntm_map_picture_free);
    }
  if (spec != NULL)
    {
      self->spec = ntm_map_spec_ref (spec);
      self->style = ntm_draw_style_copy (style);
      _ntm_map_layer_set_paints (self);
      self->names = ntm_map_names_new (spec, style);
      if (!same_shapes && self->is_fitted)
        ntm_map_layer_fit (self);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * ntm_map_layer_set_selected:
 * @self: a layer
 * @key: (nullable): key of a unit
 *
 * Outlines the selected unit.
 */
void
ntm_map_layer_set_selected (NtmMapLayer *self,
                            const char  *key)
{
  g_autofree char *old = NULL;

  g_return_if_fail (NTM_IS_MAP_LAYER (self));

  old = g_steal_pointer (&self->selected);
  self->selected = g_strdup (key);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * ntm_map_layer_set_hovered:
 * @self: a layer
 * @key: (nullable): key of a unit
 *
 * Outlines the unit under the pointer.
 */
void
ntm_map_layer_set_hovered (NtmMapLayer *self,
                           const char  *key)
{
  g_autofree char *old = NULL;

  g_return_if_fail (NTM_IS_MAP_LAYER (self));

  if (g_strcmp0 (self->hovered, key) == 0)
    return;
  old = g_steal_pointer (&self->hovered);
  self->hovered = g_strdup (key);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * ntm_map_layer_is_settled:
 * @self: a layer
 *
 * Returns: whether what is on the screen is what was last asked for
 */
gboolean
ntm_map_layer_is_settled (NtmMapLayer *self)
{
  g_return_val_if_fail (NTM_IS_MAP_LAYER (self), TRUE);

  return !self->is_painting && self->settle_id == 0 && self->fit_id == 0 && !_ntm_map_layer_needs_picture (self);
}

/**
 * ntm_map_layer_get_names:
 * @self: a layer
 *
 * Returns: (transfer none) (nullable): the names on the map
 */
NtmMapNames *
ntm_map_layer_get_names (NtmMapLayer *self)
{
  g_return_val_if_fail (NTM_IS_MAP_LAYER (self), NULL);

  return self->names;
}
