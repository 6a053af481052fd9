/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * One job is in flight at a time and the newest view wins: a job asked for while one is painting is only
 * remembered as "something changed", and is made up from the view of the moment when the painter is free.
 * A picture of the whole extent, small and made once for each colouring, fills what the last picture does
 * not cover. Main thread only; the painter gets copies.
 */

#include "config.h"

#include "ntm-map-layer-private.h"

#include <math.h>

#define OVERSCAN 1.5
#define MARGIN 0.08          /* of the view: nearer to the edge of the picture, a new one is asked for */
#define BACKDROP_SIZE 900    /* pixels */
#define MAX_DEVICE_SIZE 8192

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

gboolean
_ntm_map_layer_needs_picture (NtmMapLayer *self)
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
  _ntm_map_layer_start_painting (self);
}

void
_ntm_map_layer_start_painting (NtmMapLayer *self)
{
  g_autoptr (GTask) task = NULL;
  Trip *trip;

  if (self->is_painting || !_ntm_map_layer_needs_picture (self))
    return;
  self->is_painting = TRUE;
  trip = g_new0 (Trip, 1);
  trip->jobs[VIEW] = new_view_job (self);
  if (self->backdrop == NULL || self->backdrop->serial != self->serial)
    trip->jobs[BACKDROP] = new_backdrop_job (self);
  task = g_task_new (self, NULL, painted_cb, NULL);
  g_task_set_source_tag (task, _ntm_map_layer_start_painting);
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

void
_ntm_map_layer_set_paints (NtmMapLayer *self)
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
