/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Shared borders, found from identical vertices. Typical load: 10 700 items, 2 million vertices.
 *
 * Vertices get a number by a hash of their coordinates; each undirected edge is kept once, in a list at
 * its lower vertex. A vertex with two edges is inside an arc, any other is an end of one: where borders
 * branch, where only part of a border is shared, and at the vertex that only one of two neighbours has
 * (a T-junction: their edges differ there, so both keep their own, and neither moves the vertex).
 */

#include "ntm-topology.h"

#include <string.h>

#include "ntm-mercator.h"

#define NONE G_MAXUINT32

typedef struct
{
  const NtmGeometry * const *geometries;
  guint     n_items;
  guint32  *slots;        /* hash of vertices, open addressing */
  guint     mask;
  NtmPoint *vertices;
  guint     n_vertices;
  guint32  *ring_vertices;  /* all rings behind one another, repeated vertices left out */
  guint32  *ring_offset;
  guint32  *edge_head;      /* by lower vertex */
  guint32  *edge_next;
  guint32  *edge_other;
  guint32  *edge_arc;
  guint     n_edges;
  guint8   *degree;
  guint32  *arc_second;     /* second vertex of each arc, tells its direction */
  guint32  *arc_first;
  GArray   *points, *arc_start, *arc_left, *arc_right, *refs, *ring_start, *ring_part, *item_ring;
} Builder;

static guint
hash_point (const NtmPoint *point)
{
  guint64 bits[2];

  memcpy (bits, point, sizeof bits);
  bits[0] ^= bits[1] * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15);
  bits[0] ^= bits[0] >> 32;
  bits[0] *= G_GUINT64_CONSTANT (0xD6E8FEB86659FD93);
  return (guint) (bits[0] >> 32);
}

static guint32
number_vertex (Builder *self, const NtmPoint *point)
{
  guint slot = hash_point (point) & self->mask;

  while (self->slots[slot] != NONE)
    {
      const NtmPoint *other = &self->vertices[self->slots[slot]];

      if (other->x == point->x && other->y == point->y)
        return self->slots[slot];
      slot = (slot + 1) & self->mask;
    }

  self->slots[slot] = self->n_vertices;
  self->vertices[self->n_vertices] = *point;
  return self->n_vertices++;
}

static guint32
find_edge (const Builder *self, guint32 u, guint32 v)
{
  guint32 low = MIN (u, v);
  guint32 high = MAX (u, v);
  guint32 edge = self->edge_head[low];

  while (edge != NONE && self->edge_other[edge] != high)
    edge = self->edge_next[edge];

  return edge;
}

static void
add_edge (Builder *self, guint32 u, guint32 v)
{
  guint32 low = MIN (u, v);

  if (find_edge (self, u, v) != NONE)
    return;

  self->edge_other[self->n_edges] = MAX (u, v);
  self->edge_next[self->n_edges] = self->edge_head[low];
  self->edge_arc[self->n_edges] = NONE;
  self->edge_head[low] = self->n_edges++;
  if (self->degree[u] < G_MAXUINT8)
    self->degree[u]++;
  if (self->degree[v] < G_MAXUINT8)
    self->degree[v]++;
}

static guint
count_points (const Builder *self, guint *n_rings)
{
  guint n_points = 0;

  *n_rings = 0;
  for (guint i = 0; i < self->n_items; i++)
    if (self->geometries[i] != NULL)
      {
        n_points += self->geometries[i]->n_points;
        *n_rings += self->geometries[i]->n_rings;
      }

  return n_points;
}

/* Returns the end of the ring in ring_vertices. */
static guint
number_ring (Builder *self, const NtmGeometry *geometry, guint ring, guint begin)
{
  guint end = begin;

  for (guint p = geometry->ring_start[ring]; p < geometry->ring_start[ring + 1]; p++)
    {
      NtmPoint point = ntm_mercator_from_degrees (geometry->points[p].x, geometry->points[p].y);
      guint32 vertex = number_vertex (self, &point);

      if (end == begin || self->ring_vertices[end - 1] != vertex)
        self->ring_vertices[end++] = vertex;
    }
  while (end - begin > 1 && self->ring_vertices[end - 1] == self->ring_vertices[begin])
    end--;

  return end;
}

static void
number_vertices (Builder *self)
{
  guint end = 0, r = 0;

  self->ring_offset[0] = 0;
  for (guint i = 0; i < self->n_items; i++)
    {
      const NtmGeometry *geometry = self->geometries[i];

      for (guint ring = 0; geometry != NULL && ring < geometry->n_rings; ring++)
        {
          end = number_ring (self, geometry, ring, end);
          self->ring_offset[++r] = end;
        }
    }
}

static void
collect_edges (Builder *self, guint n_rings)
{
  for (guint r = 0; r < n_rings; r++)
    {
      guint begin = self->ring_offset[r];
      guint n = self->ring_offset[r + 1] - begin;

      for (guint i = 0; n > 1 && i < n; i++)
        add_edge (self, self->ring_vertices[begin + i], self->ring_vertices[begin + (i + 1) % n]);
    }
}

static guint
find_start (const Builder *self, const guint32 *ring, guint n)
{
  guint lowest = 0;

  for (guint i = 0; i < n; i++)
    {
      if (self->degree[ring[i]] != 2)
        return i;
      if (ring[i] < ring[lowest])
        lowest = i;
    }

  /* A ring without branches is one closed arc: an island, or a hole and what fills it. Both rings
   * start at the same vertex. */
  return lowest;
}

static guint32
create_arc (Builder *self, const guint32 *ring, guint n, guint from, guint n_edges, guint item)
{
  guint32 arc = self->arc_left->len;
  guint outside = NTM_TOPOLOGY_OUTSIDE;
  guint start = self->points->len;

  for (guint i = 0; i <= n_edges; i++)
    g_array_append_val (self->points, self->vertices[ring[(from + i) % n]]);
  g_array_append_val (self->arc_start, start);
  g_array_append_val (self->arc_left, item);
  g_array_append_val (self->arc_right, outside);
  self->arc_first[arc] = ring[from];
  self->arc_second[arc] = ring[(from + 1) % n];
  /* Whoever comes along this arc enters it by its first or by its last edge. */
  self->edge_arc[find_edge (self, ring[from], ring[(from + 1) % n])] = arc;
  self->edge_arc[find_edge (self, ring[(from + n_edges - 1) % n], ring[(from + n_edges) % n])] = arc;
  return arc;
}

static void
use_arc (Builder *self, const guint32 *ring, guint n, guint from, guint n_edges, guint item)
{
  guint32 first = ring[from];
  guint32 second = ring[(from + 1) % n];
  guint32 arc = self->edge_arc[find_edge (self, first, second)];
  guint reference;

  if (arc == NONE)
    arc = create_arc (self, ring, n, from, n_edges, item);
  else if (g_array_index (self->arc_right, guint, arc) == NTM_TOPOLOGY_OUTSIDE)
    g_array_index (self->arc_right, guint, arc) = item;

  reference = arc * 2 + (self->arc_first[arc] != first || self->arc_second[arc] != second);
  g_array_append_val (self->refs, reference);
}

static void
cut_ring (Builder *self, const guint32 *ring, guint n, guint item)
{
  guint start = find_start (self, ring, n);
  guint done = 0;

  while (done < n)
    {
      guint n_edges = 1;

      while (done + n_edges < n && self->degree[ring[(start + done + n_edges) % n]] == 2)
        n_edges++;
      use_arc (self, ring, n, (start + done) % n, n_edges, item);
      done += n_edges;
    }
}

static void
cut_rings (Builder *self)
{
  guint r = 0;

  for (guint i = 0; i < self->n_items; i++)
    {
      const NtmGeometry *geometry = self->geometries[i];

      g_array_append_val (self->item_ring, self->ring_part->len);
      for (guint ring = 0; geometry != NULL && ring < geometry->n_rings; ring++, r++)
        {
          guint n = self->ring_offset[r + 1] - self->ring_offset[r];

          /* Fewer than three different points in a row enclose nothing. */
          if (n < 3)
            continue;
          g_array_append_val (self->ring_start, self->refs->len);
          g_array_append_val (self->ring_part, geometry->part_of_ring[ring]);
          cut_ring (self, self->ring_vertices + self->ring_offset[r], n, i);
        }
    }
  g_array_append_val (self->item_ring, self->ring_part->len);
  g_array_append_val (self->ring_start, self->refs->len);
  g_array_append_val (self->arc_start, self->points->len);
}

static guint32 *
new_filled (guint n)
{
  guint32 *array = g_new (guint32, MAX (n, 1));

  memset (array, 0xff, sizeof (guint32) * MAX (n, 1));
  return array;
}

static void
allocate (Builder *self, guint n_points, guint n_rings)
{
  guint n_slots = 16;

  while (n_slots < n_points * 2)
    n_slots *= 2;
  self->mask = n_slots - 1;
  self->slots = new_filled (n_slots);
  self->vertices = g_new (NtmPoint, MAX (n_points, 1));
  self->ring_vertices = g_new (guint32, MAX (n_points, 1));
  self->ring_offset = g_new0 (guint32, n_rings + 1);
}

static void
allocate_edges (Builder *self, guint n_points)
{
  self->edge_head = new_filled (self->n_vertices);
  self->edge_next = g_new (guint32, MAX (n_points, 1));
  self->edge_other = g_new (guint32, MAX (n_points, 1));
  self->edge_arc = g_new (guint32, MAX (n_points, 1));
  self->degree = g_new0 (guint8, MAX (self->n_vertices, 1));
  /* Each arc has an edge of its own. */
  self->arc_first = g_new (guint32, MAX (n_points, 1));
  self->arc_second = g_new (guint32, MAX (n_points, 1));
  self->points = g_array_sized_new (FALSE, FALSE, sizeof (NtmPoint), self->n_vertices + 16);
  self->arc_start = g_array_new (FALSE, FALSE, sizeof (guint));
  self->arc_left = g_array_new (FALSE, FALSE, sizeof (guint));
  self->arc_right = g_array_new (FALSE, FALSE, sizeof (guint));
  self->refs = g_array_new (FALSE, FALSE, sizeof (guint));
  self->ring_start = g_array_new (FALSE, FALSE, sizeof (guint));
  self->ring_part = g_array_new (FALSE, FALSE, sizeof (guint));
  self->item_ring = g_array_new (FALSE, FALSE, sizeof (guint));
}

static void
release (Builder *self)
{
  g_free (self->slots);
  g_free (self->vertices);
  g_free (self->ring_vertices);
  g_free (self->ring_offset);
  g_free (self->edge_head);
  g_free (self->edge_next);
  g_free (self->edge_other);
  g_free (self->edge_arc);
  g_free (self->degree);
  g_free (self->arc_first);
  g_free (self->arc_second);
}

static gpointer
take_data (GArray *array)
{
  return g_array_free (array, FALSE);
}

static NtmTopology *
finish (Builder *self)
{
  NtmTopology *topology = g_new0 (NtmTopology, 1);

  topology->n_items = self->n_items;
  topology->n_arcs = self->arc_left->len;
  topology->n_points = self->points->len;
  topology->n_rings = self->ring_part->len;
  topology->points = take_data (self->points);
  topology->arc_start = take_data (self->arc_start);
  topology->arc_left = take_data (self->arc_left);
  topology->arc_right = take_data (self->arc_right);
  topology->refs = take_data (self->refs);
  topology->ring_start = take_data (self->ring_start);
  topology->ring_part = take_data (self->ring_part);
  topology->item_ring = take_data (self->item_ring);
  return topology;
}

/**
 * ntm_topology_new:
 * @geometries: (array length=n_items) (element-type NtmGeometry): in degrees; an element may be %NULL
 * @n_items: how many
 *
 * Returns: (transfer full): their arcs, in Web-Mercator
 */
NtmTopology *
ntm_topology_new (const NtmGeometry * const *geometries, guint n_items)
{
  Builder builder = { .geometries = geometries, .n_items = n_items };
  guint n_rings;
  guint n_points = count_points (&builder, &n_rings);

  allocate (&builder, n_points, n_rings);
  number_vertices (&builder);
  allocate_edges (&builder, n_points);
  collect_edges (&builder, n_rings);
  cut_rings (&builder);
  release (&builder);
  return finish (&builder);
}

/**
 * ntm_topology_free:
 * @self: (transfer full) (nullable): a topology
 */
void
ntm_topology_free (NtmTopology *self)
{
  if (self == NULL)
    return;

  g_free (self->points);
  g_free (self->arc_start);
  g_free (self->arc_left);
  g_free (self->arc_right);
  g_free (self->refs);
  g_free (self->ring_start);
  g_free (self->ring_part);
  g_free (self->item_ring);
  g_free (self);
}
