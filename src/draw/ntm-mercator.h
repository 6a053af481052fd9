/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ntm-geometry.h"

G_BEGIN_DECLS

/* Latitude at which the Web-Mercator square ends. */
#define NTM_MERCATOR_MAX_LATITUDE 85.05112877980659

NtmPoint ntm_mercator_from_degrees (double longitude, double latitude);
NtmPoint ntm_mercator_to_degrees   (double x, double y);
double   ntm_mercator_metres       (double y);

G_END_DECLS
