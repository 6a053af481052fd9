/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The few calls of GEOS we need, with its errors turned into ours and its geometries into WKB. */

#include "ntm-geos.h"

#include "ntm-error.h"

static void
remember_message (const char *message,
                  void       *data)
{
  NtmGeos *self = data;

  g_free (self->message);
  self->message = g_strdup (message);
}

/**
 * ntm_geos_new:
 *
 * Returns: (transfer full): a context for one thread
 */
NtmGeos *
ntm_geos_new (void)
{
  NtmGeos *self = g_new0 (NtmGeos, 1);

  self->handle = GEOS_init_r ();
  GEOSContext_setErrorMessageHandler_r (self->handle, remember_message, self);
  return self;
}

/**
 * ntm_geos_free:
 * @self: (nullable) (transfer full): a context
 */
void
ntm_geos_free (NtmGeos *self)
{
  if (self == NULL)
    return;
  GEOS_finish_r (self->handle);
  g_free (self->message);
  g_free (self);
}

/**
 * ntm_geos_fail:
 * @self: a context whose last call failed
 * @doing: what was being done
 * @error: return location
 *
 * Returns: always %FALSE, with %NTM_ERROR_FORMAT set
 */
gboolean
ntm_geos_fail (NtmGeos    *self,
               const char *doing,
               GError    **error)
{
  g_set_error (error, NTM_ERROR, NTM_ERROR_FORMAT, "%s: %s", doing, self->message != NULL ? self->message : "no geometry");
  return FALSE;
}

static GEOSCoordSequence *
make_sequence (NtmGeos *self,
               GArray  *points)
{
  GEOSCoordSequence *sequence = GEOSCoordSeq_create_r (self->handle, points->len, 2);

  for (guint i = 0; sequence != NULL && i < points->len; i++)
    {
      NtmPoint point = g_array_index (points, NtmPoint, i);
      GEOSCoordSeq_setXY_r (self->handle, sequence, i, point.x, point.y);
    }
  return sequence;
}

/**
 * ntm_geos_ring:
 * @self: a context
 * @points: (element-type NtmPoint): a closed ring, the last point equal to the first
 *
 * Returns: (transfer full) (nullable): a polygon without holes
 */
GEOSGeometry *
ntm_geos_ring (NtmGeos *self,
               GArray  *points)
{
  GEOSCoordSequence *sequence = make_sequence (self, points);
  GEOSGeometry *ring = sequence == NULL ? NULL : GEOSGeom_createLinearRing_r (self->handle, sequence);

  return ring == NULL ? NULL : GEOSGeom_createPolygon_r (self->handle, ring, NULL, 0);
}

/**
 * ntm_geos_points:
 * @self: a context
 * @points: (element-type NtmPoint): places
 *
 * Returns: (transfer full) (nullable): a multi-point
 */
GEOSGeometry *
ntm_geos_points (NtmGeos *self,
                 GArray  *points)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();

  for (guint i = 0; i < points->len; i++)
    {
      NtmPoint point = g_array_index (points, NtmPoint, i);
      g_ptr_array_add (parts, GEOSGeom_createPointFromXY_r (self->handle, point.x, point.y));
    }
  return ntm_geos_collect (self, GEOS_MULTIPOINT, parts);
}

/**
 * ntm_geos_collect:
 * @self: a context
 * @type: a GEOS collection type
 * @parts: (element-type GEOSGeometry): taken over; left empty
 *
 * Returns: (transfer full) (nullable): the collection
 */
GEOSGeometry *
ntm_geos_collect (NtmGeos   *self,
                  int        type,
                  GPtrArray *parts)
{
  GEOSGeometry *collection = GEOSGeom_createCollection_r (self->handle, type, (GEOSGeometry **) parts->pdata, parts->len);

  g_ptr_array_set_size (parts, 0);
  return collection;
}

/**
 * ntm_geos_union:
 * @self: a context
 * @parts: (element-type GEOSGeometry): polygons that share exact vertices; not taken over
 *
 * Returns: (transfer full) (nullable): their union
 */
GEOSGeometry *
ntm_geos_union (NtmGeos   *self,
                GPtrArray *parts)
{
  g_autoptr (GPtrArray) copies = g_ptr_array_new ();
  GEOSGeometry *collection, *result;

  for (guint i = 0; i < parts->len; i++)
    g_ptr_array_add (copies, GEOSGeom_clone_r (self->handle, g_ptr_array_index (parts, i)));
  collection = ntm_geos_collect (self, GEOS_GEOMETRYCOLLECTION, copies);
  result = collection == NULL ? NULL : GEOSUnaryUnion_r (self->handle, collection);
  if (collection != NULL)
    GEOSGeom_destroy_r (self->handle, collection);
  return result;
}

/**
 * ntm_geos_inner_point:
 * @self: a context
 * @geometry: a polygon
 * @out: (out): a point inside it
 *
 * Returns: %FALSE if GEOS found none
 */
gboolean
ntm_geos_inner_point (NtmGeos            *self,
                      const GEOSGeometry *geometry,
                      NtmPoint           *out)
{
  GEOSGeometry *point = GEOSPointOnSurface_r (self->handle, geometry);
  gboolean found = point != NULL && GEOSGeomGetX_r (self->handle, point, &out->x) == 1 &&
                   GEOSGeomGetY_r (self->handle, point, &out->y) == 1;

  if (point != NULL)
    GEOSGeom_destroy_r (self->handle, point);
  return found;
}

/**
 * ntm_geos_to_wkb:
 * @self: a context
 * @geometry: a polygon or multi-polygon
 *
 * Returns: (transfer full) (nullable): little-endian WKB of two dimensions
 */
GBytes *
ntm_geos_to_wkb (NtmGeos            *self,
                 const GEOSGeometry *geometry)
{
  GEOSWKBWriter *writer = GEOSWKBWriter_create_r (self->handle);
  GBytes *bytes = NULL;
  unsigned char *data;
  size_t size;

  GEOSWKBWriter_setOutputDimension_r (self->handle, writer, 2);
  GEOSWKBWriter_setByteOrder_r (self->handle, writer, GEOS_WKB_NDR);
  data = GEOSWKBWriter_write_r (self->handle, writer, geometry, &size);
  if (data != NULL)
    bytes = g_bytes_new (data, size);
  GEOSFree_r (self->handle, data);
  GEOSWKBWriter_destroy_r (self->handle, writer);
  return bytes;
}
