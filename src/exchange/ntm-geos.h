/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <geos_c.h>

#include "ntm-geometry.h"

G_BEGIN_DECLS

/**
 * NtmGeos:
 *
 * A GEOS context that remembers its last message, for errors.
 */
typedef struct
{
  GEOSContextHandle_t handle;
  char               *message;
} NtmGeos;

NtmGeos      *ntm_geos_new        (void);
void          ntm_geos_free       (NtmGeos *self);
gboolean      ntm_geos_fail       (NtmGeos *self, const char *doing, GError **error);
GEOSGeometry *ntm_geos_ring       (NtmGeos *self, GArray *points);
GEOSGeometry *ntm_geos_points     (NtmGeos *self, GArray *points);
GEOSGeometry *ntm_geos_collect    (NtmGeos *self, int type, GPtrArray *parts);
GEOSGeometry *ntm_geos_union      (NtmGeos *self, GPtrArray *parts);
gboolean      ntm_geos_inner_point (NtmGeos *self, const GEOSGeometry *geometry, NtmPoint *out);
GBytes       *ntm_geos_to_wkb     (NtmGeos *self, const GEOSGeometry *geometry);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NtmGeos, ntm_geos_free)

G_END_DECLS
