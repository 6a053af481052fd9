/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ntm-desk.h"
#include "ntm-legend-card.h"
#include "ntm-map-layer.h"
#include "ntm-map-scope.h"
#include "ntm-indicator-list.h"
#include "ntm-year-strip.h"

G_BEGIN_DECLS

/**
 * NtmMapPage:
 *
 * The map: districts or communes by title or by an indicator, the communes of one district, and the years
 * below.
 *
 * The day shown is the reference date of the desk until a person moves the slider; then it is the page's
 * own, nothing is written, and the other views stay where they are. The button beside the year makes it the
 * reference date for all, through the journal. Whenever the reference date changes, the page follows it.
 */
#define NTM_TYPE_MAP_PAGE (ntm_map_page_get_type ())
G_DECLARE_FINAL_TYPE (NtmMapPage, ntm_map_page, NTM, MAP_PAGE, GtkWidget)

void           ntm_map_page_set_desk    (NtmMapPage *self, NtmDesk *desk);
void           ntm_map_page_focus       (NtmMapPage *self);
void           ntm_map_page_set_theme   (NtmMapPage *self, const char *indicator);
const char    *ntm_map_page_get_theme   (NtmMapPage *self);
void           ntm_map_page_set_level   (NtmMapPage *self, NtmLevel level);
NtmLevel       ntm_map_page_get_level   (NtmMapPage *self);
gboolean       ntm_map_page_drill       (NtmMapPage *self, const char *id);
void           ntm_map_page_go_up       (NtmMapPage *self);
const char    *ntm_map_page_get_parent  (NtmMapPage *self);
NtmDate        ntm_map_page_get_date    (NtmMapPage *self);
void           ntm_map_page_show_year   (NtmMapPage *self, int year);
gboolean       ntm_map_page_is_playing  (NtmMapPage *self);
void           ntm_map_page_stop_playing (NtmMapPage *self);
gboolean       ntm_map_page_write       (NtmMapPage *self, const char *path, GError **error);

NtmMapLayer    *ntm_map_page_get_layer   (NtmMapPage *self);
NtmMapSpec     *ntm_map_page_get_spec    (NtmMapPage *self);
NtmLegendCard  *ntm_map_page_get_legend  (NtmMapPage *self);
NtmYearStrip   *ntm_map_page_get_strip   (NtmMapPage *self);
NtmIndicatorList *ntm_map_page_get_themes (NtmMapPage *self);
GtkWidget      *ntm_map_page_get_map     (NtmMapPage *self);
const char     *ntm_map_page_get_message (NtmMapPage *self);
const char     *ntm_map_page_get_tip     (NtmMapPage *self);

G_END_DECLS
