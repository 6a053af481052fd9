/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * One job is in flight at a time and the newest view wins: a job asked for while one is painting is only
 * remembered as "something changed", and is made up from the view of the moment when the painter is free.
 * A picture of the whole extent, small and made once for each colouring, fills what the last picture does
 * not cover. Main thread only; the painter gets copies. Finding places and moving the view is in
 * ntm-map-layer-view.c.
 */

#include "config.h"

#include "ntm-map-layer-private.h"

#include <math.h>

#define OVERSCAN 1.5
#define MARGIN 0.08          /* of the view: nearer to the edge of the picture, a new one is asked for */
#define BACKDROP_SIZE 900    /* pixels */
#define MAX_DEVICE_SIZE 8192

G_DEFINE_FINAL_TYPE (NtmMapLayer, ntm_map_layer, SHUMATE_TYPE_LAYER)

static guint resized_signal;

/* What one trip to the painter brings back. */
typedef struct
{
  NtmMapJob     *jobs[2];
  NtmMapPicture *pictures[2];
} Trip;

enum
{
  VIEW,
  BACKDROP,
};

static void
trip_free (Trip *trip)
{
  for (guint i = 0; i < 2; i++)
    {
      ntm_map_job_free (trip->jobs[i]);
      ntm_map_picture_free (trip->pictures[i]);
    }
  g_free (trip);
}

static NtmMapJob *
new_job (NtmMapLayer *self)
{
  NtmMapJob *job = ntm_map_job_new (self->spec->shapes, self->paints, self->style->palette);

  job->serial = self->serial;
  return job;
}

static NtmMapJob *
new_view_job (NtmMapLayer *self)
{
  NtmTransform view = ntm_map_layer_get_view (self);
  int width = gtk_widget_get_width (GTK_WIDGET (self)), height = gtk_widget_get_height (GTK_WIDGET (self));
  NtmMapJob *job = new_job (self);

  job->device_scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  job->width = MIN ((int) ceil (width * OVERSCAN), MAX_DEVICE_SIZE / job->device_scale);
  job->height = MIN ((int) ceil (height * OVERSCAN), MAX_DEVICE_SIZE / job->device_scale);
  job->transform = view;
  job->transform.x += (job->width - width) / 2;
  job->transform.y += (job->height - height) / 2;
  return job;
}

static NtmMapJob *
new_backdrop_job (NtmMapLayer *self)
{
  NtmBox extent = ntm_shapes_get_extent (self->spec->shapes);
  double w = extent.x_max - extent.x_min, h = extent.y_max - extent.y_min;
  NtmMapJob *job = new_job (self);

  job->width = MAX (16, (int) (BACKDROP_SIZE * (w >= h ? 1 : w / h)));
  job->height = MAX (16, (int) (BACKDROP_SIZE * (h >= w ? 1 : h / w)));
  job->transform = ntm_shapes_fit (&extent, 2, 2, job->width - 4, job->height - 4);
  return job;
}

static gboolean
needs_picture (NtmMapLayer *self)
{
  NtmTransform view = ntm_map_layer_get_view (self);
  double width = gtk_widget_get_width (GTK_WIDGET (self)), height = gtk_widget_get_height (GTK_WIDGET (self));

  if (self->spec == NULL || width <= 0 || height <= 0 || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return FALSE;
  return self->picture == NULL || self->picture->serial != self->serial
         || !ntm_map_picture_covers (self->picture, &view, width, height, MARGIN * MIN (width, height));
}

static void
paint_thread (GTask        *task,
              gpointer      source,
              gpointer      task_data,
              GCancellable *cancellable)
{
  Trip *trip = task_data;

  for (guint i = 0; i < 2; i++)
    if (trip->jobs[i] != NULL)
      trip->pictures[i] = ntm_map_job_paint (trip->jobs[i]);
  g_task_return_boolean (task, TRUE);
}

static void start_painting (NtmMapLayer *self);

static void
take_picture (NtmMapPicture **slot,
              NtmMapPicture **brought)
{
  if (*brought == NULL)
    return;
  ntm_map_picture_free (*slot);
  *slot = g_steal_pointer (brought);
}

static void
painted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  NtmMapLayer *self = NTM_MAP_LAYER (source);
  Trip *trip = g_task_get_task_data (G_TASK (result));

  self->is_painting = FALSE;
  if (self->spec == NULL)
    return;
  take_picture (&self->picture, &trip->pictures[VIEW]);
  take_picture (&self->backdrop, &trip->pictures[BACKDROP]);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  start_painting (self);
}

static void
start_painting (NtmMapLayer *self)
{
  g_autoptr (GTask) task = NULL;
  Trip *trip;

  if (self->is_painting || !needs_picture (self))
    return;
  self->is_painting = TRUE;
  trip = g_new0 (Trip, 1);
  trip->jobs[VIEW] = new_view_job (self);
  if (self->backdrop == NULL || self->backdrop->serial != self->serial)
    trip->jobs[BACKDROP] = new_backdrop_job (self);
  task = g_task_new (self, NULL, painted_cb, NULL);
  g_task_set_source_tag (task, start_painting);
  g_task_set_task_data (task, trip, (GDestroyNotify) trip_free);
  g_task_run_in_thread (task, paint_thread);
}

static NtmPaint
paint_for (const NtmMapItem *item,
           const NtmMapSpec *spec,
           const NtmPalette *palette)
{
  NtmPaint paint = { .kind = NTM_PAINT_COLOR, .dimmed = item->dimmed, .uncertain = item->uncertain };

  if (item->fill == NTM_MAP_FILL_MARK)
    paint.kind = NTM_PAINT_MARK;
  paint.mark = item->mark;
  paint.color = item->fill == NTM_MAP_FILL_CLASS ? ntm_palette_get_class (palette, item->class_index, spec->n_classes)
                                                 : item->color;
  return paint;
}

static void
set_paints (NtmMapLayer *self)
{
  g_clear_pointer (&self->paints, g_free);
  self->paints = g_new0 (NtmPaint, ntm_shapes_get_n_items (self->spec->shapes));
  for (guint i = 0; i < self->spec->items->len; i++)
    {
      const NtmMapItem *item = g_ptr_array_index (self->spec->items, i);
      if (item->shape != NTM_SHAPES_NONE)
        self->paints[item->shape] = paint_for (item, self->spec, self->style->palette);
    }
}

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
  start_painting (self);
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
      set_paints (self);
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

  return !self->is_painting && self->settle_id == 0 && self->fit_id == 0 && !needs_picture (self);
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
