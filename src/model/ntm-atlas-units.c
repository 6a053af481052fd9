/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Units in time: what there is on a day, what it is called then and what it belongs to. */

#include "config.h"

#include <string.h>

#include "ntm-atlas-private.h"
#include "ntm-text.h"

static const char *const level_codes[NTM_N_LEVELS] = { "province", "district", "commune", "village" };

typedef struct
{
  const NtmUnit *unit;
  int            rank;
  char          *name_key;
} Place;

/**
 * ntm_level_parse:
 * @text: `province`, `district`, `commune` or `village`
 * @out: (out): the level
 *
 * Returns: %FALSE, with @out untouched, if it is none of them
 */
gboolean
ntm_level_parse (const char *text, NtmLevel *out)
{
  g_return_val_if_fail (text != NULL && out != NULL, FALSE);

  for (guint i = 0; i < NTM_N_LEVELS; i++)
    if (g_str_equal (level_codes[i], text))
      {
        *out = (NtmLevel) i;
        return TRUE;
      }
  return FALSE;
}

/**
 * ntm_level_code:
 * @level: a level
 *
 * Returns: how files and commands write it
 */
const char *
ntm_level_code (NtmLevel level)
{
  g_return_val_if_fail ((guint) level < NTM_N_LEVELS, "");

  return level_codes[level];
}

/**
 * ntm_unit_state_at:
 * @unit: a unit
 * @at: a day
 *
 * Returns: (transfer none) (nullable): type, name and parent of the unit on that day; %NULL if it did not
 *   exist then
 */
const NtmUnitState *
ntm_unit_state_at (const NtmUnit *unit, NtmDate at)
{
  g_return_val_if_fail (unit != NULL, NULL);

  if (!ntm_interval_contains (&unit->life, at))
    return NULL;
  for (guint i = 0; i < unit->states->len; i++)
    {
      const NtmUnitState *state = unit->states->pdata[i];

      if (ntm_interval_contains (&state->valid, at))
        return state;
    }
  return NULL;
}

/**
 * ntm_unit_last_state:
 * @unit: a unit
 *
 * Returns: (transfer none) (nullable): its newest state, so that a unit that has ended can be named; %NULL
 *   only if the file has none
 */
const NtmUnitState *
ntm_unit_last_state (const NtmUnit *unit)
{
  g_return_val_if_fail (unit != NULL, NULL);

  return unit->states->len > 0 ? unit->states->pdata[unit->states->len - 1] : NULL;
}

static gboolean
is_one_of (const char *type, const char *const *types)
{
  return g_strv_contains (types, type);
}

/**
 * ntm_unit_is_urban:
 * @state: a state of a unit
 *
 * Returns: %TRUE for phường, thị trấn, thị xã and thành phố
 */
gboolean
ntm_unit_is_urban (const NtmUnitState *state)
{
  static const char *const urban[] = { "phường", "thị trấn", "thị xã", "thành phố", NULL };

  g_return_val_if_fail (state != NULL, FALSE);

  return is_one_of (state->type, urban);
}

/**
 * ntm_atlas_units:
 * @self: an Atlas
 *
 * Returns: (transfer none) (element-type NtmUnit): all units of all times; #NtmUnit.index is the place in it
 */
const GPtrArray *
ntm_atlas_units (NtmAtlas *self)
{
  return ntm_atlas_records (self, NTM_TABLE_UNIT);
}

/**
 * ntm_atlas_find_unit:
 * @self: an Atlas
 * @id: the id of a unit
 *
 * Returns: (transfer none) (nullable): the unit
 */
const NtmUnit *
ntm_atlas_find_unit (NtmAtlas *self, const char *id)
{
  return ntm_atlas_lookup (self, NTM_TABLE_UNIT, id);
}

/* Cities, towns, then districts; wards and townships, then rural communes: as the office lists them. */
static int
rank_of_type (const char *type)
{
  static const char *const first[] = { "thành phố", "phường", "thị trấn", NULL };

  if (is_one_of (type, first))
    return 0;
  return g_str_equal (type, "thị xã") ? 1 : 2;
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const Place *one = a;
  const Place *other = b;
  int by_name;

  if (one->rank != other->rank)
    return one->rank - other->rank;
  by_name = strcmp (one->name_key, other->name_key);
  return by_name ? by_name : strcmp (one->unit->id, other->unit->id);
}

static void
clear_place (gpointer data)
{
  g_free (((Place *) data)->name_key);
}

static GArray *
new_places (void)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (Place));

  g_array_set_clear_func (places, clear_place);
  return places;
}

static void
add_place (GArray *places, const NtmUnit *unit, const NtmUnitState *state)
{
  Place place = { unit, rank_of_type (state->type), ntm_text_sort_key (state->short_name) };

  g_array_append_val (places, place);
}

/* The units of @places in the order of lists. */
static GPtrArray *
list_places (GArray *places)
{
  GPtrArray *list = g_ptr_array_sized_new (places->len);

  g_array_sort (places, compare_places);
  for (guint i = 0; i < places->len; i++)
    g_ptr_array_add (list, (gpointer) g_array_index (places, Place, i).unit);
  return list;
}

/**
 * ntm_atlas_units_at:
 * @self: an Atlas
 * @level: a level
 * @at: a day
 *
 * Lists the units of a level on a day: cities, towns, then districts; wards and townships, then rural
 * communes; each in Vietnamese order of the short name. All have a state on that day.
 *
 * Returns: (transfer container) (element-type NtmUnit): the units
 */
GPtrArray *
ntm_atlas_units_at (NtmAtlas *self, NtmLevel level, NtmDate at)
{
  const GPtrArray *units;
  g_autoptr (GArray) places = NULL;

  g_return_val_if_fail (NTM_IS_ATLAS (self), NULL);

  units = ntm_atlas_units (self);
  places = new_places ();
  for (guint i = 0; i < units->len; i++)
    {
      const NtmUnit *unit = units->pdata[i];
      const NtmUnitState *state = unit->level == level ? ntm_unit_state_at (unit, at) : NULL;

      if (state)
        add_place (places, unit, state);
    }
  return list_places (places);
}

/**
 * ntm_atlas_children:
 * @self: an Atlas
 * @parent: a unit of it
 * @at: a day
 *
 * Lists the units right below another on a day, ordered as by [method@Ntm.Atlas.units_at].
 *
 * Returns: (transfer container) (element-type NtmUnit): the units
 */
GPtrArray *
ntm_atlas_children (NtmAtlas *self, const NtmUnit *parent, NtmDate at)
{
  const GPtrArray *states;
  g_autoptr (GArray) places = NULL;

  g_return_val_if_fail (NTM_IS_ATLAS (self) && parent != NULL, NULL);

  states = g_hash_table_lookup (self->states_below, parent->id);
  places = new_places ();
  for (guint i = 0; states && i < states->len; i++)
    {
      const NtmUnitState *state = states->pdata[i];
      const NtmUnit *unit = ntm_atlas_find_unit (self, state->unit);

      if (unit && state->parent_unit == parent && ntm_unit_state_at (unit, at) == state)
        add_place (places, unit, state);
    }
  return list_places (places);
}

/**
 * ntm_atlas_province:
 * @self: an Atlas
 * @at: a day
 *
 * Returns: (transfer none) (nullable): the province, the first by name if the file has several
 */
const NtmUnit *
ntm_atlas_province (NtmAtlas *self, NtmDate at)
{
  g_autoptr (GPtrArray) provinces = ntm_atlas_units_at (self, NTM_LEVEL_PROVINCE, at);

  return provinces && provinces->len > 0 ? provinces->pdata[0] : NULL;
}
