/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Inside src/exchange only: the land that generated data lies on. */

#include "ntm-geometry.h"

G_BEGIN_DECLS

/**
 * NtmSampleGrid:
 *
 * @n_cells six-sided cells without gaps, numbered so that consecutive cells touch: any run of them is in one
 * piece and without holes. Each side is a wiggly line of @segments, the same points for both neighbours.
 */
typedef struct
{
  guint   n_cells;
  guint   rows;       /* odd */
  guint   strip;      /* columns of a strip, which the numbering goes down and up */
  guint   columns;
  guint   segments;
  guint64 seed;
} NtmSampleGrid;

void         ntm_sample_grid_init   (NtmSampleGrid *self, guint n_cells, guint vertices, guint64 seed);
NtmGeometry *ntm_sample_grid_region (const NtmSampleGrid *self, guint first, guint n) G_GNUC_WARN_UNUSED_RESULT;
guint64      ntm_sample_hash        (guint64 seed, guint a, guint b, guint c);

G_END_DECLS
