/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Inside src/draw only: what the files ntm-shapes*.c share. */

#include "ntm-shapes.h"
#include "ntm-topology.h"

G_BEGIN_DECLS

/**
 * NtmShapesLevel:
 *
 * The vertices that matter at one scale. Arc a keeps the points index[start[a]] to
 * index[start[a+1]-1] of the topology.
 */
typedef struct
{
  guint32 *index;
  guint32 *start;
} NtmShapesLevel;

struct _NtmShapes
{
  NtmTopology    *topology;
  char          **keys;
  GHashTable     *item_of_key;
  NtmBox         *arc_boxes;
  NtmBox         *item_boxes;
  NtmPoint       *label_points;
  NtmBox          extent;
  NtmShapesLevel *levels;      /* from coarse to full */
  guint           n_levels;
  guint          *bin_start;   /* n_bins² + 1 */
  guint          *bin_items;
  guint           n_bins;
};

void     ntm_shapes_build_levels (NtmShapes *self);
void     ntm_shapes_build_bins   (NtmShapes *self);
NtmPoint ntm_shapes_find_label_point (const NtmShapes *self, guint item);

G_END_DECLS
