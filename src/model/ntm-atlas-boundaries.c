/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which shape a unit has on a day. Boundaries are loaded when first asked for. */

#include "config.h"

#include "ntm-atlas-private.h"

/**
 * ntm_atlas_boundary_at:
 * @self: an Atlas
 * @unit: a unit of it
 * @at: a day
 *
 * Returns: (transfer none) (nullable): the boundary of the unit on that day; its shape is %NULL if the file
 *   is damaged there
 */
const NtmBoundary *
ntm_atlas_boundary_at (NtmAtlas *self, const NtmUnit *unit, NtmDate at)
{
  const GPtrArray *boundaries;

  g_return_val_if_fail (NTM_IS_ATLAS (self) && unit != NULL, NULL);

  if (!ntm_atlas_ensure_boundaries (self) || !ntm_interval_contains (&unit->life, at))
    return NULL;
  boundaries = g_hash_table_lookup (self->boundaries_of, unit->id);
  for (guint i = 0; boundaries && i < boundaries->len; i++)
    {
      const NtmBoundary *boundary = boundaries->pdata[i];

      if (ntm_interval_contains (&boundary->valid, at))
        return boundary;
    }
  return NULL;
}

/**
 * ntm_atlas_has_boundaries:
 * @self: an Atlas
 * @level: a level
 * @at: a day
 *
 * Returns: %TRUE if some unit of that level can be drawn on that day
 */
gboolean
ntm_atlas_has_boundaries (NtmAtlas *self, NtmLevel level, NtmDate at)
{
  const GPtrArray *units = ntm_atlas_units (self);

  for (guint i = 0; units && i < units->len; i++)
    {
      const NtmUnit *unit = units->pdata[i];
      const NtmBoundary *boundary = unit->level == level ? ntm_atlas_boundary_at (self, unit, at) : NULL;

      if (boundary && boundary->shape)
        return TRUE;
    }
  return FALSE;
}
