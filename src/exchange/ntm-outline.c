/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The district outline: arcs, each border once, put together to closed rings. */

#include "ntm-outline.h"

#include "ntm-error.h"

static NtmPoint
read_point (NtmCsv *csv,
            int     x_column,
            int     y_column)
{
  return (NtmPoint) { g_ascii_strtod (ntm_csv_get (csv, x_column), NULL), g_ascii_strtod (ntm_csv_get (csv, y_column), NULL) };
}

static GHashTable *
read_arcs (NtmCsv  *csv,
           GError **error)
{
  g_autoptr (GHashTable) arcs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  int name = ntm_csv_column (csv, "arc"), lon = ntm_csv_column (csv, "lon"), lat = ntm_csv_column (csv, "lat");

  while (ntm_csv_next (csv, error))
    {
      GArray *points = g_hash_table_lookup (arcs, ntm_csv_get (csv, name));
      NtmPoint point = read_point (csv, lon, lat);

      if (points == NULL)
        {
          points = g_array_new (FALSE, FALSE, sizeof (NtmPoint));
          g_hash_table_insert (arcs, g_strdup (ntm_csv_get (csv, name)), points);
        }
      g_array_append_val (points, point);
    }
  return *error != NULL ? NULL : g_steal_pointer (&arcs);
}

/* Each arc but the last point of the one before, which is its first. */
static void
append_arc (GArray       *ring,
            const GArray *arc,
            gboolean      reversed)
{
  for (guint i = ring->len > 0 ? 1 : 0; i < arc->len; i++)
    g_array_append_val (ring, g_array_index (arc, NtmPoint, reversed ? arc->len - 1 - i : i));
}

static gboolean
add_ring (NtmGeos    *geos,
          GHashTable *districts,
          const char *code,
          GArray     *points,
          GError    **error)
{
  GEOSGeometry *polygon = ntm_geos_ring (geos, points);
  g_autofree char *key = NULL;
  gpointer before = NULL;

  if (polygon == NULL)
    {
      g_prefix_error (error, "outline of %s: ", code);
      return ntm_geos_fail (geos, "ring", error);
    }
  if (g_hash_table_steal_extended (districts, code, (gpointer *) &key, &before))
    {
      g_autoptr (GPtrArray) parts = g_ptr_array_new ();

      g_ptr_array_add (parts, before);
      g_ptr_array_add (parts, polygon);
      polygon = ntm_geos_collect (geos, GEOS_MULTIPOLYGON, parts);
    }
  g_hash_table_replace (districts, g_strdup (code), polygon);
  return polygon != NULL;
}

static gboolean
read_rings (NtmGeos    *geos,
            GHashTable *districts,
            GHashTable *arcs,
            NtmCsv     *csv,
            GError    **error)
{
  int unit = ntm_csv_column (csv, "unit"), ring = ntm_csv_column (csv, "ring");
  int name = ntm_csv_column (csv, "arc"), reversed = ntm_csv_column (csv, "reversed");
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (NtmPoint));
  g_autofree char *code = NULL, *number = NULL;
  GError *end = NULL;

  while (ntm_csv_next (csv, &end))
    {
      const GArray *arc = g_hash_table_lookup (arcs, ntm_csv_get (csv, name));
      gboolean same = g_strcmp0 (code, ntm_csv_get (csv, unit)) == 0 && g_strcmp0 (number, ntm_csv_get (csv, ring)) == 0;

      if (arc == NULL)
        {
          g_set_error (error, NTM_ERROR, NTM_ERROR_FORMAT, "there is no arc “%s”", ntm_csv_get (csv, name));
          return FALSE;
        }
      if (!same && code != NULL && !add_ring (geos, districts, code, points, error))
        return FALSE;
      if (!same)
        g_array_set_size (points, 0);
      append_arc (points, arc, *ntm_csv_get (csv, reversed) == '1');
      g_free (code);
      g_free (number);
      code = g_strdup (ntm_csv_get (csv, unit));
      number = g_strdup (ntm_csv_get (csv, ring));
    }
  if (end != NULL)
    {
      g_propagate_error (error, end);
      return FALSE;
    }
  return code == NULL || add_ring (geos, districts, code, points, error);
}

/**
 * ntm_outline_read:
 * @geos: a context
 * @arcs_csv: outline-arcs.csv: arc, seq, lon, lat in order
 * @rings_csv: outline-rings.csv: unit, ring, seq, arc, reversed in order
 * @districts: (element-type utf8 GEOSGeometry): filled: unit code → polygon or multi-polygon, to be destroyed
 *   by the caller also on failure
 * @error: return location
 *
 * Returns: %FALSE with %NTM_ERROR_FORMAT if a file is damaged or a ring does not close
 */
gboolean
ntm_outline_read (NtmGeos    *geos,
                  NtmCsv     *arcs_csv,
                  NtmCsv     *rings_csv,
                  GHashTable *districts,
                  GError    **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (GHashTable) arcs = read_arcs (arcs_csv, &failure);

  if (arcs != NULL)
    return read_rings (geos, districts, arcs, rings_csv, error);
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}
