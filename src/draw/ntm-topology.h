/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Inside src/draw only. */

#include "ntm-geometry.h"

G_BEGIN_DECLS

#define NTM_TOPOLOGY_OUTSIDE G_MAXUINT

/**
 * NtmTopology:
 *
 * Rings cut into arcs at every vertex where not exactly two edges meet. An edge belongs to exactly one
 * arc, whoever uses it. Arc a is the points [arc_start[a], arc_start[a+1]), both ends included (a closed
 * arc repeats its first point). Ring r is the references [ring_start[r], ring_start[r+1]): arc × 2 +
 * reversed. Item i is the rings [item_ring[i], item_ring[i+1]).
 */
typedef struct
{
  NtmPoint *points;
  guint    *arc_start;
  guint    *arc_left;   /* item that met the arc first */
  guint    *arc_right;  /* the next, or NTM_TOPOLOGY_OUTSIDE */
  guint     n_arcs;
  guint     n_points;
  guint    *refs;
  guint    *ring_start;
  guint    *ring_part;
  guint    *item_ring;
  guint     n_rings;
  guint     n_items;
} NtmTopology;

NtmTopology *ntm_topology_new  (const NtmGeometry * const *geometries, guint n_items) G_GNUC_WARN_UNUSED_RESULT;
void         ntm_topology_free (NtmTopology *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NtmTopology, ntm_topology_free)

G_END_DECLS
