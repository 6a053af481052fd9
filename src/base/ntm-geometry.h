/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct { double x, y; } NtmPoint;                       /* longitude, latitude in degrees, or projected */
typedef struct { double x_min, y_min, x_max, y_max; } NtmBox;   /* empty when x_min > x_max */

/**
 * NtmGeometry:
 *
 * A multi-polygon, immutable after it is built. Ring r is the points [ring_start[r], ring_start[r+1]),
 * closed implicitly (the last point is not repeated). Ring r begins a new part when part_of_ring
 * differs from ring r-1's; a part's first ring is its shell, the others are holes.
 */
typedef struct
{
  NtmPoint *points;
  guint     n_points;
  guint    *ring_start;     /* n_rings + 1 entries */
  guint    *part_of_ring;   /* n_rings entries */
  guint     n_rings;
  NtmBox    box;
} NtmGeometry;

NtmGeometry *ntm_geometry_new       (const NtmPoint *points, const guint *ring_start, const guint *part_of_ring, guint n_rings);
void         ntm_geometry_free      (NtmGeometry *self);
NtmGeometry *ntm_geometry_from_wkb  (GBytes *wkb, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GBytes      *ntm_geometry_to_wkb    (const NtmGeometry *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean     ntm_geometry_contains  (const NtmGeometry *self, double x, double y);
double       ntm_geometry_area      (const NtmGeometry *self);
double       ntm_geometry_area_km2  (const NtmGeometry *self);
NtmPoint     ntm_geometry_label_point (const NtmGeometry *self);

void         ntm_box_clear          (NtmBox *box);
void         ntm_box_add            (NtmBox *box, double x, double y);
void         ntm_box_union          (NtmBox *box, const NtmBox *other);
gboolean     ntm_box_overlaps       (const NtmBox *a, const NtmBox *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NtmGeometry, ntm_geometry_free)

G_END_DECLS
