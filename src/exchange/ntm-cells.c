/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The boundaries of the built-in file.
 *
 * What is known is the outline of the 13 districts of 2024, as shared arcs, and a point in each
 * commune. From these: for each frame of dates the plane is cut by the district borders and by the
 * Voronoi edges of the communes inside each district into faces; each face belongs to the nearest
 * centre of its district. Everything else (districts, the province, the communes and districts of the
 * first half of 2025) is a union of such faces, so that all borders of a frame share their vertices.
 * A commune cell is a diagram ("sơ đồ"), not a boundary. Runs once, when a file is made.
 */

#include "ntm-cells.h"

#include "ntm-error.h"
#include "ntm-outline.h"

#define GRID_DEGREES 1e-6   /* about 0.1 m: what coordinates are rounded to while noding */

#define DISTRICTS_FROM "2015-04-11"   /* thị xã Kỳ Anh came into being: the 13 districts of the outline */
#define REORGANISED_2020 "2020-01-01"
#define REORGANISED_2025 "2025-01-01"
#define DISTRICTS_END "2025-07-01"

typedef struct
{
  const NtmUnit *unit;      /* commune */
  const NtmUnit *district;  /* NULL in the frame without districts */
  NtmPoint       centre;
  GPtrArray     *faces;     /* (element-type GEOSGeometry), borrowed from Builder */
} Cell;

typedef struct
{
  NtmGeos    *geos;
  NtmAtlas   *atlas;
  GHashTable *districts;   /* code → GEOSGeometry */
  GPtrArray  *faces;       /* every face ever made, owned */
  NtmEdit    *edit;        /* where rows go */
} Builder;

static void
cell_free (gpointer data)
{
  Cell *self = data;

  g_ptr_array_unref (self->faces);
  g_free (self);
}

static void
builder_clear (Builder *self)
{
  GHashTableIter iter;
  gpointer geometry;

  g_hash_table_iter_init (&iter, self->districts);
  while (g_hash_table_iter_next (&iter, NULL, &geometry))
    GEOSGeom_destroy_r (self->geos->handle, geometry);
  for (guint i = 0; i < self->faces->len; i++)
    GEOSGeom_destroy_r (self->geos->handle, g_ptr_array_index (self->faces, i));
  g_hash_table_unref (self->districts);
  g_ptr_array_unref (self->faces);
  ntm_geos_free (self->geos);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Builder, builder_clear)

static NtmDate
date_of (const char *iso)
{
  NtmDate date = NTM_DATE_MIN;

  ntm_date_parse (iso, &date, NULL);
  return date;
}

/* --- faces of a frame --- */

static GPtrArray *
read_cells (Builder    *self,
            GPtrArray  *centres,
            const char *frame,
            NtmDate     at,
            gboolean    in_districts,
            GError    **error)
{
  g_autoptr (GPtrArray) units = ntm_atlas_units_at (self->atlas, NTM_LEVEL_COMMUNE, at);
  g_autoptr (GHashTable) by_code = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (cell_free);

  for (guint i = 0; i < units->len; i++)
    {
      NtmUnit *unit = g_ptr_array_index (units, i);
      g_hash_table_insert (by_code, unit->code, unit);
    }
  for (guint i = 0; i < centres->len; i++)
    {
      char **row = g_ptr_array_index (centres, i);
      const NtmUnit *unit = g_hash_table_lookup (by_code, row[1]);
      Cell *cell;

      if (!g_str_equal (row[0], frame))
        continue;
      if (unit == NULL)
        {
          g_set_error (error, NTM_ERROR, NTM_ERROR_FORMAT, "commune-centres.csv: no commune %s in %s", row[1], frame);
          return NULL;
        }
      cell = g_new0 (Cell, 1);
      cell->unit = unit;
      cell->district = in_districts ? ntm_unit_state_at (unit, at)->parent_unit : NULL;
      cell->centre = (NtmPoint) { g_ascii_strtod (row[2], NULL), g_ascii_strtod (row[3], NULL) };
      cell->faces = g_ptr_array_new ();
      g_ptr_array_add (cells, cell);
    }
  return g_steal_pointer (&cells);
}

/* The Voronoi edges of the cells of one region, cut to it, and its own border. */
static gboolean
add_lines (Builder            *self,
           GPtrArray          *cells,
           const NtmUnit      *district,
           const GEOSGeometry *region,
           GPtrArray          *lines,
           GError            **error)
{
  GEOSContextHandle_t handle = self->geos->handle;
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (NtmPoint));
  GEOSGeometry *sites, *edges, *inside;

  for (guint i = 0; i < cells->len; i++)
    {
      Cell *cell = g_ptr_array_index (cells, i);
      if (cell->district == district)
        g_array_append_val (points, cell->centre);
    }
  g_ptr_array_add (lines, GEOSBoundary_r (handle, region));
  if (points->len < 2)
    return TRUE;

  sites = ntm_geos_points (self->geos, points);
  edges = GEOSVoronoiDiagram_r (handle, sites, region, 0, 1);
  inside = edges == NULL ? NULL : GEOSIntersection_r (handle, edges, region);
  GEOSGeom_destroy_r (handle, sites);
  GEOSGeom_destroy_r (handle, edges);
  if (inside == NULL)
    return ntm_geos_fail (self->geos, "Voronoi diagram", error);
  g_ptr_array_add (lines, inside);
  return TRUE;
}

static Cell *
nearest_cell (GPtrArray     *cells,
              const NtmUnit *district,
              NtmPoint       point)
{
  Cell *best = NULL;
  double best_distance = G_MAXDOUBLE;

  for (guint i = 0; i < cells->len; i++)
    {
      Cell *cell = g_ptr_array_index (cells, i);
      double dx = cell->centre.x - point.x, dy = cell->centre.y - point.y;

      if (cell->district == district && dx * dx + dy * dy < best_distance)
        {
          best = cell;
          best_distance = dx * dx + dy * dy;
        }
    }
  return best;
}

static gboolean
covers (Builder            *self,
        const GEOSGeometry *region,
        NtmPoint            point)
{
  GEOSGeometry *geometry = GEOSGeom_createPointFromXY_r (self->geos->handle, point.x, point.y);
  char inside = GEOSContains_r (self->geos->handle, region, geometry);

  GEOSGeom_destroy_r (self->geos->handle, geometry);
  return inside == 1;
}

/* @regions: district → its region; NULL key for the frame without districts. */
static void
give_face (Builder            *self,
           GPtrArray          *cells,
           GHashTable         *regions,
           const GEOSGeometry *face)
{
  GHashTableIter iter;
  gpointer district, region;
  NtmPoint point;

  if (!ntm_geos_inner_point (self->geos, face, &point))
    return;
  g_hash_table_iter_init (&iter, regions);
  while (g_hash_table_iter_next (&iter, &district, &region))
    if (covers (self, region, point))
      {
        GEOSGeometry *copy = GEOSGeom_clone_r (self->geos->handle, face);
        Cell *cell = nearest_cell (cells, district, point);

        g_ptr_array_add (self->faces, copy);
        if (cell != NULL)
          g_ptr_array_add (cell->faces, copy);
        return;
      }
}

static gboolean
cut_faces (Builder    *self,
           GPtrArray  *cells,
           GHashTable *regions,
           GError    **error)
{
  GEOSContextHandle_t handle = self->geos->handle;
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();
  GEOSGeometry *all, *noded, *faces;
  GHashTableIter iter;
  gpointer district, region;

  g_hash_table_iter_init (&iter, regions);
  while (g_hash_table_iter_next (&iter, &district, &region))
    if (!add_lines (self, cells, district, region, lines, error))
      return FALSE;

  all = ntm_geos_collect (self->geos, GEOS_GEOMETRYCOLLECTION, lines);
  noded = GEOSUnaryUnionPrec_r (handle, all, GRID_DEGREES);
  faces = noded == NULL ? NULL : GEOSPolygonize_r (handle, (const GEOSGeometry *const *) &noded, 1);
  GEOSGeom_destroy_r (handle, all);
  GEOSGeom_destroy_r (handle, noded);
  if (faces == NULL)
    return ntm_geos_fail (self->geos, "cutting the plane into cells", error);
  for (int i = 0; i < GEOSGetNumGeometries_r (handle, faces); i++)
    give_face (self, cells, regions, GEOSGetGeometryN_r (handle, faces, i));
  GEOSGeom_destroy_r (handle, faces);
  return TRUE;
}

/* --- records --- */

static gboolean
add_boundary (Builder       *self,
              const NtmUnit *unit,
              GPtrArray     *faces,
              const char    *from,
              const char    *to,
              const char    *kind,
              GError       **error)
{
  GEOSGeometry *shape = faces->len == 0 ? NULL : ntm_geos_union (self->geos, faces);
  g_autoptr (GBytes) wkb = shape == NULL ? NULL : ntm_geos_to_wkb (self->geos, shape);
  NtmRow *row;

  GEOSGeom_destroy_r (self->geos->handle, shape);
  if (wkb == NULL)
    {
      g_prefix_error (error, "%s: ", unit->id);
      return ntm_geos_fail (self->geos, "boundary", error);
    }
  row = ntm_edit_write (self->edit, NTM_TABLE_BOUNDARY, unit->id, from, NULL);
  ntm_row_set_bytes (row, "geometry", wkb);
  return ntm_row_set (row, "valid_to", to, error) && ntm_row_set (row, "kind", kind, error);
}

static void
add_faces (GHashTable    *groups,
           const NtmUnit *unit,
           GPtrArray     *faces)
{
  GPtrArray *group = g_hash_table_lookup (groups, unit);

  if (group == NULL)
    {
      group = g_ptr_array_new ();
      g_hash_table_insert (groups, (gpointer) unit, group);
    }
  g_ptr_array_extend (group, faces, NULL, NULL);
}

static gboolean
add_groups (Builder    *self,
            GHashTable *groups,
            const char *from,
            const char *to,
            const char *kind,
            GError    **error)
{
  GHashTableIter iter;
  gpointer unit, faces;

  g_hash_table_iter_init (&iter, groups);
  while (g_hash_table_iter_next (&iter, &unit, &faces))
    if (!add_boundary (self, unit, faces, from, to, kind, error))
      return FALSE;
  return TRUE;
}

/*
 * The unit that holds the land of @unit from @date on: itself while it lives, else the successor with
 * the largest known share of its area, else the first one listed; NULL where no successor is known.
 */
static const NtmUnit *
holder_at (Builder       *self,
           const NtmUnit *unit,
           NtmDate        date)
{
  const GPtrArray *transfers = ntm_atlas_records (self->atlas, NTM_TABLE_TRANSFER);
  const NtmTransfer *best = NULL;

  if (ntm_interval_contains (&unit->life, date))
    return unit;
  for (guint i = 0; i < transfers->len; i++)
    {
      const NtmTransfer *transfer = g_ptr_array_index (transfers, i);

      if (g_str_equal (transfer->from_unit, unit->id) && (best == NULL || transfer->area_share > best->area_share))
        best = transfer;
    }
  return best == NULL ? NULL : ntm_atlas_find_unit (self->atlas, best->to_unit);
}

static GHashTable *
new_groups (void)
{
  return g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
}

/* Units and districts of the half-year in 2025, by joining the cells of 2020-2024 by successor. */
static gboolean
join_successors (Builder   *self,
                 GPtrArray *cells,
                 GError   **error)
{
  g_autoptr (GHashTable) communes = new_groups ();
  g_autoptr (GHashTable) districts = new_groups ();
  NtmDate date = date_of (REORGANISED_2025);

  for (guint i = 0; i < cells->len; i++)
    {
      Cell *cell = g_ptr_array_index (cells, i);
      const NtmUnit *holder = holder_at (self, cell->unit, date);
      const NtmUnitState *state = holder == NULL ? NULL : ntm_unit_state_at (holder, date);
      const NtmUnit *district = state == NULL ? holder_at (self, cell->district, date) : state->parent_unit;

      if (holder != NULL)
        add_faces (communes, holder, cell->faces);
      if (district != NULL)
        add_faces (districts, district, cell->faces);
    }
  return add_groups (self, communes, REORGANISED_2025, DISTRICTS_END, "schematic", error) &&
         add_groups (self, districts, REORGANISED_2025, DISTRICTS_END, "schematic", error);
}

static gboolean
build_with_districts (Builder   *self,
                      GPtrArray *centres,
                      GError   **error)
{
  g_autoptr (GPtrArray) districts = ntm_atlas_units_at (self->atlas, NTM_LEVEL_DISTRICT, date_of (REORGANISED_2020));
  g_autoptr (GHashTable) regions = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) by_district = new_groups ();
  g_autoptr (GHashTable) by_commune = new_groups ();
  g_autoptr (GPtrArray) cells = NULL;

  for (guint i = 0; i < districts->len; i++)
    {
      const NtmUnit *unit = g_ptr_array_index (districts, i);
      gpointer region = g_hash_table_lookup (self->districts, unit->code);

      if (region == NULL)
        {
          g_set_error (error, NTM_ERROR, NTM_ERROR_FORMAT, "the outline has no district %s", unit->code);
          return FALSE;
        }
      g_hash_table_insert (regions, (gpointer) unit, region);
    }
  cells = read_cells (self, centres, "2020-01-01/2025-01-01", date_of (REORGANISED_2020), TRUE, error);
  if (cells == NULL || !cut_faces (self, cells, regions, error))
    return FALSE;
  for (guint i = 0; i < cells->len; i++)
    {
      Cell *cell = g_ptr_array_index (cells, i);
      add_faces (by_commune, cell->unit, cell->faces);
      add_faces (by_district, cell->district, cell->faces);
    }
  return add_groups (self, by_district, DISTRICTS_FROM, REORGANISED_2025, "outline", error) &&
         add_groups (self, by_commune, REORGANISED_2020, REORGANISED_2025, "schematic", error) &&
         join_successors (self, cells, error);
}

static gboolean
build_without_districts (Builder   *self,
                         GPtrArray *centres,
                         GError   **error)
{
  g_autoptr (GHashTable) regions = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) by_commune = new_groups ();
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();
  g_autoptr (GPtrArray) whole = g_ptr_array_new ();
  g_autoptr (GPtrArray) cells = NULL;
  NtmDate date = date_of (DISTRICTS_END);
  GHashTableIter iter;
  gpointer district;
  GEOSGeometry *province;

  g_hash_table_iter_init (&iter, self->districts);
  while (g_hash_table_iter_next (&iter, NULL, &district))
    g_ptr_array_add (parts, district);
  province = ntm_geos_union (self->geos, parts);
  if (province == NULL)
    return ntm_geos_fail (self->geos, "province", error);
  g_ptr_array_add (self->faces, province);
  g_ptr_array_add (whole, province);
  g_hash_table_insert (regions, NULL, province);
  cells = read_cells (self, centres, "2025-07-01/", date, FALSE, error);
  if (cells == NULL || !cut_faces (self, cells, regions, error))
    return FALSE;
  for (guint i = 0; i < cells->len; i++)
    {
      Cell *cell = g_ptr_array_index (cells, i);
      add_faces (by_commune, cell->unit, cell->faces);
    }
  return add_groups (self, by_commune, DISTRICTS_END, "", "schematic", error) &&
         add_boundary (self, ntm_atlas_province (self->atlas, date), whole, DISTRICTS_FROM, "", "outline", error);
}

static GPtrArray *
read_centres (NtmCsv  *csv,
              GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  const char *names[] = { "frame", "code", "lon", "lat" };

  while (ntm_csv_next (csv, error))
    {
      char **row = g_new0 (char *, G_N_ELEMENTS (names) + 1);

      for (guint i = 0; i < G_N_ELEMENTS (names); i++)
        row[i] = g_strdup (ntm_csv_get (csv, ntm_csv_column (csv, names[i])));
      g_ptr_array_add (rows, row);
    }
  return *error != NULL ? NULL : g_steal_pointer (&rows);
}

/**
 * ntm_cells_build:
 * @atlas: the units and transfers of the built-in file
 * @arcs: outline-arcs.csv
 * @rings: outline-rings.csv
 * @centres: commune-centres.csv
 * @edit: where the rows are added
 * @error: return location
 *
 * Draws the boundaries of the built-in file: 13 districts from 2015-04-11, commune
 * cells of 2020-2024, communes and districts of the first half of 2025 by successor, commune cells since
 * 2025-07-01, and the province.
 *
 * Returns: %FALSE with %NTM_ERROR_FORMAT if the outline is not closed or a unit has no place in it
 */
gboolean
ntm_cells_build (NtmAtlas  *atlas,
                 NtmCsv    *arcs,
                 NtmCsv    *rings,
                 NtmCsv    *centres,
                 NtmEdit   *edit,
                 GError   **error)
{
  g_auto (Builder) self = { ntm_geos_new (), atlas, NULL, g_ptr_array_new (), edit };
  g_autoptr (GError) failure = NULL;
  g_autoptr (GPtrArray) rows = read_centres (centres, &failure);

  self.districts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (rows == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  return ntm_outline_read (self.geos, arcs, rings, self.districts, error) && build_with_districts (&self, rows, error) &&
         build_without_districts (&self, rows, error);
}
