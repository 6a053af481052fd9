/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ntm-desk.h"
#include "ntm-legend-card.h"
#include "ntm-map-layer.h"

G_BEGIN_DECLS

/**
 * NtmMapPage:
 *
 * The map of the units by title with its heading, legend and zoom buttons.
 */
#define NTM_TYPE_MAP_PAGE (ntm_map_page_get_type ())
G_DECLARE_FINAL_TYPE (NtmMapPage, ntm_map_page, NTM, MAP_PAGE, GtkWidget)

void           ntm_map_page_set_desk    (NtmMapPage *self, NtmDesk *desk);
void           ntm_map_page_focus       (NtmMapPage *self);
NtmMapLayer   *ntm_map_page_get_layer   (NtmMapPage *self);
NtmLegendCard *ntm_map_page_get_legend  (NtmMapPage *self);
GtkWidget     *ntm_map_page_get_map     (NtmMapPage *self);
const char    *ntm_map_page_get_message (NtmMapPage *self);

G_END_DECLS
