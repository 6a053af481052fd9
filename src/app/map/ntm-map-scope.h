/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ntm-view-context.h"

G_BEGIN_DECLS

/**
 * NtmMapScope:
 * @theme: (nullable): code of an indicator, %NULL for the titles
 * @level: the level asked for at the top: %NTM_LEVEL_DISTRICT or %NTM_LEVEL_COMMUNE
 * @parent: (nullable): id of the district that was entered, %NULL for the whole province
 *
 * What the map is about, whatever the day. A day decides what can be shown of it: ntm_map_scope_at().
 */
typedef struct
{
  char     *theme;
  NtmLevel  level;
  char     *parent;
} NtmMapScope;

/**
 * NtmMapScopeAt:
 * @level: the level that is shown
 * @parent: (nullable): the unit whose parts are shown
 * @is_ended: the district that was entered is no more, or not yet, on that day
 *
 * A scope on a day. @parent belongs to the Atlas.
 */
typedef struct
{
  NtmLevel       level;
  const NtmUnit *parent;
  gboolean       is_ended;
} NtmMapScopeAt;

void          ntm_map_scope_clear        (NtmMapScope *self);
NtmMapScopeAt ntm_map_scope_at           (const NtmMapScope *self, NtmAtlas *atlas, NtmDate at);
GPtrArray    *ntm_map_scope_dup_units    (const NtmMapScope *self, NtmAtlas *atlas, NtmDate at) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NtmMapScope, ntm_map_scope_clear)

G_END_DECLS
