/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "ntm-shapes.h"

G_BEGIN_DECLS

/**
 * NtmMapPicture:
 *
 * A painted piece of the map: a cairo surface, and where it lies. @transform leads from Web-Mercator to
 * pixels of the picture, not device pixels.
 */
typedef struct
{
  cairo_surface_t *surface;
  NtmTransform     transform;
  double           width, height;
  guint            serial;      /* of the paints it was made with */
} NtmMapPicture;

/**
 * NtmMapJob:
 *
 * What to paint. Owns all it needs, so that any thread may paint it.
 */
typedef struct
{
  NtmShapes    *shapes;
  NtmPaint     *paints;
  NtmPalette   *palette;
  NtmTransform  transform;
  int           width, height;  /* pixels */
  int           device_scale;
  guint         serial;
} NtmMapJob;

NtmMapJob     *ntm_map_job_new       (NtmShapes *shapes, const NtmPaint *paints, NtmPalette *palette) G_GNUC_WARN_UNUSED_RESULT;
void           ntm_map_job_free      (NtmMapJob *self);
NtmMapPicture *ntm_map_job_paint     (const NtmMapJob *self) G_GNUC_WARN_UNUSED_RESULT;
void           ntm_map_picture_free  (NtmMapPicture *self);
void           ntm_map_picture_blit  (const NtmMapPicture *self, cairo_t *cr, const NtmTransform *view, int device_scale);
gboolean       ntm_map_picture_covers (const NtmMapPicture *self, const NtmTransform *view, double width, double height, double margin);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NtmMapJob, ntm_map_job_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NtmMapPicture, ntm_map_picture_free)

G_END_DECLS
