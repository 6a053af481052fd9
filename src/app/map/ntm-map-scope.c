/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which units a map shows on a day: districts end, and a district may go on under another id. */

#include "ntm-map-scope.h"

#include "ntm-view-words.h"

/**
 * ntm_map_scope_clear:
 * @self: a scope
 *
 * Frees what @self holds and makes it the districts of the province by title.
 */
void
ntm_map_scope_clear (NtmMapScope *self)
{
  g_clear_pointer (&self->theme, g_free);
  g_clear_pointer (&self->parent, g_free);
  self->level = NTM_LEVEL_DISTRICT;
}

/* A district that was merged has a new id and keeps its code; codes are reused, but not by another district of the day. */
static const NtmUnit *
find_alive (NtmAtlas   *atlas,
            const char *id,
            NtmDate     at)
{
  const NtmUnit *unit = ntm_atlas_find_unit (atlas, id);
  g_autoptr (GPtrArray) units = NULL;

  if (unit == NULL || ntm_interval_contains (&unit->life, at))
    return unit;
  units = ntm_atlas_units_at (atlas, unit->level, at);
  for (guint i = 0; i < units->len; i++)
    {
      const NtmUnit *other = g_ptr_array_index (units, i);
      if (g_str_equal (other->code, unit->code))
        return other;
    }
  return NULL;
}

/**
 * ntm_map_scope_at:
 * @self: a scope
 * @atlas: the Atlas
 * @at: a day
 *
 * Finds what @self comes to on a day: below a district there are communes, and where there are no
 * districts any more the communes are shown.
 *
 * Returns: level and parent on that day
 */
NtmMapScopeAt
ntm_map_scope_at (const NtmMapScope *self,
                  NtmAtlas          *atlas,
                  NtmDate            at)
{
  NtmMapScopeAt result = { .level = NTM_LEVEL_COMMUNE };
  g_autoptr (GPtrArray) districts = NULL;

  if (self->parent != NULL)
    {
      result.parent = find_alive (atlas, self->parent, at);
      result.is_ended = result.parent == NULL;
      return result;
    }
  if (self->level == NTM_LEVEL_DISTRICT)
    {
      districts = ntm_atlas_units_at (atlas, NTM_LEVEL_DISTRICT, at);
      if (districts->len > 0)
        result.level = NTM_LEVEL_DISTRICT;
    }
  return result;
}

/**
 * ntm_map_scope_dup_units:
 * @self: a scope
 * @atlas: the Atlas
 * @at: a day
 *
 * Returns: (transfer container) (element-type NtmUnit): the units of the map on that day, perhaps none
 */
GPtrArray *
ntm_map_scope_dup_units (const NtmMapScope *self,
                         NtmAtlas          *atlas,
                         NtmDate            at)
{
  NtmMapScopeAt scope = ntm_map_scope_at (self, atlas, at);
  NtmViewContext context = { .atlas = atlas, .lang = ntm_lang_current (), .at = at };
  GPtrArray *units = NULL;

  if (!scope.is_ended)
    units = ntm_view_units (&context, scope.level, scope.parent == NULL ? NULL : scope.parent->id, NULL);
  return units == NULL ? g_ptr_array_new () : units;
}
