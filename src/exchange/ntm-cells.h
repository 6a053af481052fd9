/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ntm-atlas.h"
#include "ntm-csv.h"
#include "ntm-edit.h"

G_BEGIN_DECLS

gboolean ntm_cells_build (NtmAtlas *atlas, NtmCsv *arcs, NtmCsv *rings, NtmCsv *centres, NtmEdit *edit, GError **error);

G_END_DECLS
