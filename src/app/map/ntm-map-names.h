/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ntm-map.h"

G_BEGIN_DECLS

#define NTM_MAP_MAX_CARDS 6

/**
 * NtmMapNames:
 *
 * The names on the interactive map, set in type once and placed for a scale. Panning only moves them: what
 * comes under a card is left out until ntm_map_names_settle() finds other places.
 */
typedef struct _NtmMapNames NtmMapNames;

NtmMapNames *ntm_map_names_new      (NtmMapSpec *spec, const NtmDrawStyle *style) G_GNUC_WARN_UNUSED_RESULT;
void         ntm_map_names_free     (NtmMapNames *self);
void         ntm_map_names_set_cards (NtmMapNames *self, const NtmBox *cards, guint n_cards);
void         ntm_map_names_place    (NtmMapNames *self, double scale);
gboolean     ntm_map_names_is_placed (NtmMapNames *self, double scale);
gboolean     ntm_map_names_is_settled (NtmMapNames *self, const NtmTransform *view);
void         ntm_map_names_settle   (NtmMapNames *self, const NtmTransform *view, double width, double height);
void         ntm_map_names_draw     (NtmMapNames *self, cairo_t *cr, const NtmTransform *view, double width, double height);
guint        ntm_map_names_get_n_placed (NtmMapNames *self);
gboolean     ntm_map_names_get_box  (NtmMapNames *self, const char *key, NtmBox *box);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NtmMapNames, ntm_map_names_free)

G_END_DECLS
