/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Painting a piece of the map takes 10 to 130 ms, putting a painted piece on the screen takes a few. So
 * pieces larger than the view are painted in a worker and blitted in every frame: at a whole number of
 * device pixels and without filtering while the zoom is the same, stretched while it is not.
 */

#include "ntm-map-picture.h"

#include <math.h>

#define BORDER_WIDTH 1.3
#define COAST_WIDTH 1.6

/**
 * ntm_map_job_new:
 * @shapes: what to paint
 * @paints: (array): a paint for each item of @shapes; copied
 * @palette: colours
 *
 * Returns: (transfer full): a job whose view is still to be set
 */
NtmMapJob *
ntm_map_job_new (NtmShapes      *shapes,
                 const NtmPaint *paints,
                 NtmPalette     *palette)
{
  NtmMapJob *self = g_new0 (NtmMapJob, 1);

  self->shapes = ntm_shapes_ref (shapes);
  self->paints = g_memdup2 (paints, sizeof (NtmPaint) * ntm_shapes_get_n_items (shapes));
  self->palette = ntm_palette_ref (palette);
  self->device_scale = 1;
  return self;
}

/**
 * ntm_map_job_free:
 * @self: (nullable): a job
 *
 * Frees @self.
 */
void
ntm_map_job_free (NtmMapJob *self)
{
  if (self == NULL)
    return;
  ntm_shapes_unref (self->shapes);
  ntm_palette_unref (self->palette);
  g_free (self->paints);
  g_free (self);
}

/**
 * ntm_map_job_paint:
 * @self: a job
 *
 * Paints @self on a transparent ground. Any thread.
 *
 * Returns: (transfer full): the picture
 */
NtmMapPicture *
ntm_map_job_paint (const NtmMapJob *self)
{
  NtmMapPicture *picture = g_new0 (NtmMapPicture, 1);
  NtmShapesView view = {
    .clip = { 0, 0, self->width, self->height },
    .border_width = BORDER_WIDTH,
    .coast_width = COAST_WIDTH,
    .unit = 1,
  };
  cairo_t *cr;

  picture->surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, self->width * self->device_scale,
                                                 self->height * self->device_scale);
  cairo_surface_set_device_scale (picture->surface, self->device_scale, self->device_scale);
  picture->transform = self->transform;
  picture->width = self->width;
  picture->height = self->height;
  picture->serial = self->serial;
  cr = cairo_create (picture->surface);
  ntm_shapes_draw (self->shapes, cr, &self->transform, self->paints, &view, self->palette);
  cairo_destroy (cr);
  cairo_surface_flush (picture->surface);
  return picture;
}

/**
 * ntm_map_picture_free:
 * @self: (nullable): a picture
 *
 * Frees @self.
 */
void
ntm_map_picture_free (NtmMapPicture *self)
{
  if (self == NULL)
    return;
  cairo_surface_destroy (self->surface);
  g_free (self);
}

/* Where the picture lies in the view: its top left corner and how it is stretched. */
static NtmTransform
place (const NtmMapPicture *self,
       const NtmTransform  *view)
{
  double stretch = view->scale / self->transform.scale;

  return (NtmTransform) {
    .scale = stretch,
    .x = view->x - self->transform.x * stretch,
    .y = view->y - self->transform.y * stretch,
  };
}

/**
 * ntm_map_picture_blit:
 * @self: a picture
 * @cr: the widget
 * @view: from Web-Mercator to the widget
 * @device_scale: device pixels per pixel
 *
 * Puts the picture where it belongs in the view.
 */
void
ntm_map_picture_blit (const NtmMapPicture *self,
                      cairo_t             *cr,
                      const NtmTransform  *view,
                      int                  device_scale)
{
  NtmTransform at = place (self, view);
  gboolean same_zoom = fabs (at.scale - 1) < 1e-6;

  cairo_save (cr);
  if (same_zoom)
    {
      cairo_translate (cr, round (at.x * device_scale) / device_scale, round (at.y * device_scale) / device_scale);
    }
  else
    {
      cairo_translate (cr, at.x, at.y);
      cairo_scale (cr, at.scale, at.scale);
    }
  cairo_set_source_surface (cr, self->surface, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), same_zoom ? CAIRO_FILTER_NEAREST : CAIRO_FILTER_FAST);
  cairo_rectangle (cr, 0, 0, self->width, self->height);
  cairo_fill (cr);
  cairo_restore (cr);
}

/**
 * ntm_map_picture_covers:
 * @self: a picture
 * @view: from Web-Mercator to the widget
 * @width: of the widget
 * @height: of the widget
 * @margin: how far beyond the widget the picture shall reach, pixels
 *
 * Returns: whether the picture fills the widget and @margin around it, at the zoom of the view
 */
gboolean
ntm_map_picture_covers (const NtmMapPicture *self,
                        const NtmTransform  *view,
                        double               width,
                        double               height,
                        double               margin)
{
  NtmTransform at = place (self, view);

  return fabs (at.scale - 1) < 1e-6
         && at.x <= -margin && at.y <= -margin
         && at.x + self->width >= width + margin && at.y + self->height >= height + margin;
}
