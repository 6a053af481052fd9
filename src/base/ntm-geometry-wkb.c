/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Well-known binary (OGC 06-103r4, ISO 13249-3 and PostGIS's EWKB) of polygons. The bytes may come from
 * anywhere: every count is checked against the bytes that are left before anything is allocated.
 */

#include "config.h"

#include <math.h>
#include <string.h>
#include <glib/gi18n-lib.h>

#include "ntm-fail.h"
#include "ntm-geometry.h"

#define TYPE_POLYGON       3
#define TYPE_MULTI_POLYGON 6
#define FLAG_Z             0x80000000u
#define FLAG_M             0x40000000u
#define FLAG_SRID          0x20000000u
#define LITTLE_ENDIAN_MARK 1
#define LONGITUDE_MAX      180.0
#define LATITUDE_MAX       90.0
#define POLYGON_BYTES_MIN  9 /* byte order, type, number of rings */

typedef struct
{
  const guint8 *at;
  gsize         left;
  gboolean      little;
  GArray       *points;
  GArray       *ring_start;
  GArray       *part_of_ring;
  GError      **error;
} Reader;

static gboolean
fail_short (Reader *reader)
{
  return ntm_fail (reader->error, NTM_ERROR_FORMAT, _("The boundary is damaged: its data ends too early."));
}

static gboolean
read_byte (Reader *reader, guint8 *out)
{
  if (reader->left < 1)
    return fail_short (reader);
  *out = *reader->at++;
  reader->left--;
  return TRUE;
}

static gboolean
read_uint (Reader *reader, guint32 *out)
{
  guint32 raw;

  if (reader->left < sizeof raw)
    return fail_short (reader);
  memcpy (&raw, reader->at, sizeof raw);
  reader->at += sizeof raw;
  reader->left -= sizeof raw;
  *out = reader->little ? GUINT32_FROM_LE (raw) : GUINT32_FROM_BE (raw);
  return TRUE;
}

static double
double_at (const guint8 *at, gboolean little)
{
  guint64 raw;
  double value;

  memcpy (&raw, at, sizeof raw);
  raw = little ? GUINT64_FROM_LE (raw) : GUINT64_FROM_BE (raw);
  memcpy (&value, &raw, sizeof value);
  return value;
}

/* A count of things of at least @size bytes each; more than the bytes left could hold is damage. */
static gboolean
read_count (Reader *reader, gsize size, guint32 *out)
{
  return read_uint (reader, out) && (*out <= reader->left / size || fail_short (reader));
}

/* Reads byte order, type and SRID. @dimensions is 2 to 4. */
static gboolean
read_head (Reader *reader, guint32 *type, guint *dimensions)
{
  guint8 order = 0;
  guint32 code = 0, srid;

  if (!read_byte (reader, &order))
    return FALSE;
  if (order > LITTLE_ENDIAN_MARK)
    return ntm_fail (reader->error, NTM_ERROR_FORMAT, _("The boundary is damaged: its byte order is %u."), order);
  reader->little = order == LITTLE_ENDIAN_MARK;
  if (!read_uint (reader, &code) || ((code & FLAG_SRID) && !read_uint (reader, &srid)))
    return FALSE;

  *dimensions = 2 + !!(code & FLAG_Z) + !!(code & FLAG_M);
  code &= ~(FLAG_Z | FLAG_M | FLAG_SRID);
  /* ISO writes Z as 1000, M as 2000 and both as 3000 more; both ways at once is nonsense. */
  if (code / 1000 > 3 || (code >= 1000 && *dimensions > 2))
    return ntm_fail (reader->error, NTM_ERROR_FORMAT, _("The boundary is of the unknown type %u."), code);
  if (code >= 1000)
    *dimensions = code >= 3000 ? 4 : 3;
  *type = code % 1000;
  return TRUE;
}

static gboolean
is_closed (const GArray *points, guint start)
{
  const NtmPoint *first, *last;

  if (points->len - start < 4)
    return FALSE;
  first = &g_array_index (points, NtmPoint, start);
  last = &g_array_index (points, NtmPoint, points->len - 1);
  return first->x == last->x && first->y == last->y;
}

static gboolean
read_ring (Reader *reader, guint dimensions, guint part)
{
  gsize size = dimensions * sizeof (double);
  guint start = reader->points->len;
  guint32 n = 0;

  if (!read_count (reader, size, &n))
    return FALSE;
  for (guint32 i = 0; i < n; i++)
    {
      NtmPoint point = { double_at (reader->at, reader->little), double_at (reader->at + 8, reader->little) };

      if (!isfinite (point.x) || !isfinite (point.y))
        return ntm_fail (reader->error, NTM_ERROR_FORMAT, _("The boundary is damaged: a coordinate is not a number."));
      if (fabs (point.x) > LONGITUDE_MAX || fabs (point.y) > LATITUDE_MAX)
        return ntm_fail (reader->error, NTM_ERROR_FORMAT,
                         _("The boundary is not in degrees of longitude and latitude. Convert it to WGS 84."));
      g_array_append_val (reader->points, point);
      reader->at += size;
      reader->left -= size;
    }
  if (!is_closed (reader->points, start))
    return ntm_fail (reader->error, NTM_ERROR_FORMAT,
                     _("A ring of the boundary is not closed or has fewer than three corners."));
  g_array_set_size (reader->points, reader->points->len - 1);
  g_array_append_val (reader->part_of_ring, part);
  g_array_append_val (reader->ring_start, reader->points->len);
  return TRUE;
}

static gboolean
read_polygon (Reader *reader, guint dimensions, guint part)
{
  guint32 n_rings = 0;

  if (!read_count (reader, sizeof (guint32), &n_rings))
    return FALSE;
  for (guint32 i = 0; i < n_rings; i++)
    if (!read_ring (reader, dimensions, part))
      return FALSE;
  return TRUE;
}

static gboolean
read_multi_polygon (Reader *reader)
{
  guint32 n_parts = 0;

  if (!read_count (reader, POLYGON_BYTES_MIN, &n_parts))
    return FALSE;
  for (guint32 part = 0; part < n_parts; part++)
    {
      guint32 type = 0;
      guint dimensions = 0;

      if (!read_head (reader, &type, &dimensions))
        return FALSE;
      if (type != TYPE_POLYGON)
        return ntm_fail (reader->error, NTM_ERROR_FORMAT, _("A part of the boundary is no polygon."));
      if (!read_polygon (reader, dimensions, part))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_geometry (Reader *reader)
{
  guint32 type = 0;
  guint dimensions = 0;

  if (!read_head (reader, &type, &dimensions))
    return FALSE;
  if (type != TYPE_POLYGON && type != TYPE_MULTI_POLYGON)
    return ntm_fail (reader->error, NTM_ERROR_FORMAT, _("The boundary is not a polygon or several polygons."));
  if (type == TYPE_POLYGON ? !read_polygon (reader, dimensions, 0) : !read_multi_polygon (reader))
    return FALSE;
  if (reader->left > 0)
    return ntm_fail (reader->error, NTM_ERROR_FORMAT, _("The boundary is damaged: there is data behind its end."));
  if (reader->part_of_ring->len == 0)
    return ntm_fail (reader->error, NTM_ERROR_FORMAT, _("The boundary is empty."));
  return TRUE;
}

/**
 * ntm_geometry_from_wkb:
 * @wkb: well-known binary of a Polygon or MultiPolygon, of either byte order
 * @error: return location for an error
 *
 * Reads a boundary in degrees. Heights, measures and the SRID are dropped; parts without rings are left out.
 *
 * Returns: (transfer full): the geometry, or %NULL with %NTM_ERROR_FORMAT if it is something else, is
 *   damaged or empty or not in degrees
 */
NtmGeometry *
ntm_geometry_from_wkb (GBytes *wkb, GError **error)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (NtmPoint));
  g_autoptr (GArray) ring_start = g_array_new (FALSE, TRUE, sizeof (guint));
  g_autoptr (GArray) part_of_ring = g_array_new (FALSE, FALSE, sizeof (guint));
  Reader reader = { .points = points, .ring_start = ring_start, .part_of_ring = part_of_ring, .error = error };

  g_return_val_if_fail (wkb != NULL, NULL);

  g_array_set_size (ring_start, 1);
  reader.at = g_bytes_get_data (wkb, &reader.left);
  if (!read_geometry (&reader))
    return NULL;
  return ntm_geometry_new ((const NtmPoint *) (gpointer) points->data, (const guint *) (gpointer) ring_start->data,
                           (const guint *) (gpointer) part_of_ring->data, part_of_ring->len);
}

static void
append_uint (GByteArray *out, guint32 value)
{
  guint32 raw = GUINT32_TO_LE (value);

  g_byte_array_append (out, (const guint8 *) &raw, sizeof raw);
}

static void
append_point (GByteArray *out, NtmPoint point)
{
  const double values[] = { point.x, point.y };

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    {
      guint64 raw;

      memcpy (&raw, &values[i], sizeof raw);
      raw = GUINT64_TO_LE (raw);
      g_byte_array_append (out, (const guint8 *) &raw, sizeof raw);
    }
}

static void
append_head (GByteArray *out, guint32 type, guint32 count)
{
  const guint8 order = LITTLE_ENDIAN_MARK;

  g_byte_array_append (out, &order, 1);
  append_uint (out, type);
  append_uint (out, count);
}

static void
append_ring (GByteArray *out, const NtmPoint *ring, guint n)
{
  append_uint (out, n + 1);
  for (guint i = 0; i < n; i++)
    append_point (out, ring[i]);
  append_point (out, ring[0]);
}

static guint
part_end (const NtmGeometry *self, guint ring)
{
  guint end = ring + 1;

  while (end < self->n_rings && self->part_of_ring[end] == self->part_of_ring[ring])
    end++;
  return end;
}

/**
 * ntm_geometry_to_wkb:
 * @self: a geometry
 *
 * Writes a boundary as the file keeps it.
 *
 * Returns: (transfer full): well-known binary of a MultiPolygon, little-endian, with closed rings
 */
GBytes *
ntm_geometry_to_wkb (const NtmGeometry *self)
{
  GByteArray *out = g_byte_array_new ();
  guint n_parts = 0;

  for (guint r = 0; r < self->n_rings; r = part_end (self, r))
    n_parts++;
  append_head (out, TYPE_MULTI_POLYGON, n_parts);
  for (guint r = 0, end; r < self->n_rings; r = end)
    {
      end = part_end (self, r);
      append_head (out, TYPE_POLYGON, end - r);
      for (guint i = r; i < end; i++)
        append_ring (out, self->points + self->ring_start[i], self->ring_start[i + 1] - self->ring_start[i]);
    }
  return g_byte_array_free_to_bytes (out);
}
