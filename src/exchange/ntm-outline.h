/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ntm-csv.h"
#include "ntm-geos.h"

G_BEGIN_DECLS

gboolean ntm_outline_read (NtmGeos *geos, NtmCsv *arcs_csv, NtmCsv *rings_csv, GHashTable *districts, GError **error);

G_END_DECLS
