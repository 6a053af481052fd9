/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <shumate/shumate.h>

#include "ntm-map.h"
#include "ntm-map-names.h"

G_BEGIN_DECLS

/**
 * NtmMapLayer:
 *
 * Units as areas on a shumate map: painted by a worker, put on the screen by every frame, with
 * selection, hover and names drawn live on top. Knows keys of units and nothing else of the data.
 */
#define NTM_TYPE_MAP_LAYER (ntm_map_layer_get_type ())
G_DECLARE_FINAL_TYPE (NtmMapLayer, ntm_map_layer, NTM, MAP_LAYER, ShumateLayer)

NtmMapLayer *ntm_map_layer_new          (ShumateViewport *viewport) G_GNUC_WARN_UNUSED_RESULT;
void         ntm_map_layer_add_card          (NtmMapLayer *self, GtkWidget *card);
void         ntm_map_layer_set_spec     (NtmMapLayer *self, NtmMapSpec *spec, const NtmDrawStyle *style);
void         ntm_map_layer_set_selected (NtmMapLayer *self, const char *key);
void         ntm_map_layer_set_hovered  (NtmMapLayer *self, const char *key);
const char  *ntm_map_layer_pick         (NtmMapLayer *self, double x, double y);
const char  *ntm_map_layer_neighbour    (NtmMapLayer *self, const char *key, NtmTowards towards);
void         ntm_map_layer_fit          (NtmMapLayer *self);
void         ntm_map_layer_reveal       (NtmMapLayer *self, const char *key);
NtmTransform ntm_map_layer_get_view     (NtmMapLayer *self);
gboolean     ntm_map_layer_is_settled   (NtmMapLayer *self);
NtmMapNames *ntm_map_layer_get_names    (NtmMapLayer *self);

G_END_DECLS
