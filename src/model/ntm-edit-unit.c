/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A unit keeps its identity when it is renamed or changes its type: only a new state begins. Mergers and
 * splits, which end units, are not made here.
 */

#include "config.h"

#include <string.h>
#include <glib/gi18n-lib.h>

#include "ntm-atlas-private.h"
#include "ntm-edit-form-private.h"
#include "ntm-edit-unit.h"
#include "ntm-text.h"

#define NAME_MAX_LENGTH 60 /* characters */

/**
 * ntm_unit_types_of:
 * @level: a level
 *
 * Returns: (transfer none) (array zero-terminated=1): the types a unit of @level may have, in Vietnamese as
 *   in the file
 */
const char *const *
ntm_unit_types_of (NtmLevel level)
{
  static const char *const types[NTM_N_LEVELS][4] = {
    [NTM_LEVEL_PROVINCE] = { "tỉnh", "thành phố", NULL },
    [NTM_LEVEL_DISTRICT] = { "huyện", "thị xã", "thành phố", NULL },
    [NTM_LEVEL_COMMUNE] = { "xã", "phường", "thị trấn", NULL },
    [NTM_LEVEL_VILLAGE] = { "thôn", NULL },
  };

  g_return_val_if_fail ((guint) level < NTM_N_LEVELS, types[NTM_LEVEL_VILLAGE]);

  return types[level];
}

/* "thị xã" and "Kỳ Anh" → "Thị xã Kỳ Anh" */
static char *
make_name (const char *type, const char *short_name)
{
  g_autofree char *stripped = g_strstrip (g_strdup (short_name));
  char first[6];
  int n = g_unichar_to_utf8 (g_unichar_toupper (g_utf8_get_char (type)), first);

  return g_strdup_printf ("%.*s%s %s", n, first, g_utf8_next_char (type), stripped);
}

/* --- checks ------------------------------------------------------------------------------------ */

static gboolean
starts_with (const char *short_name, const char *type)
{
  g_autofree char *stripped = g_strstrip (g_strdup (short_name));
  g_autofree char *folded = ntm_text_fold (stripped);
  g_autofree char *folded_type = ntm_text_fold (type);
  g_autofree char *start = g_strconcat (folded_type, " ", NULL);

  return g_str_has_prefix (folded, start);
}

/* "Huyện Hương Khê" typed as the name; but there is a Xã Phường Mỹ, whose name looks like a ward's. */
static gboolean
repeats_type (const NtmUnitState *state, const char *type, const char *short_name)
{
  return (starts_with (short_name, type) && !starts_with (state->short_name, type))
         || (starts_with (short_name, state->type) && !starts_with (state->short_name, state->type));
}

static gboolean
check_words (const NtmFormCheck *check, const NtmUnit *unit, const NtmUnitNameEntry *entry)
{
  if (!ntm_form_check_line (check, "short_name", entry->short_name, NAME_MAX_LENGTH)
      || !ntm_form_check_note (check, "note", entry->note))
    return FALSE;
  if (!entry->type || !g_strv_contains (ntm_unit_types_of (unit->level), entry->type))
    return ntm_form_refuse (check, "type", NTM_ERROR_INPUT, g_strdup (_("Choose a type that units of this level have.")));
  if (!ntm_form_is_blank (entry->short_name))
    return TRUE;
  return ntm_form_refuse (check, "short_name", NTM_ERROR_INPUT, g_strdup (_("Write the name.")));
}

static gboolean
check_day (const NtmFormCheck *check, const NtmUnit *unit, NtmDate from)
{
  g_autofree char *day = NULL;

  if (!ntm_form_check_year (check, "valid_from", from))
    return FALSE;
  if (ntm_interval_contains (&unit->life, from))
    return TRUE;
  if (from < unit->life.from)
    {
      day = ntm_date_format (unit->life.from, ntm_lang_current ());
      return ntm_form_refuse (check, "valid_from", NTM_ERROR_RANGE,
                              g_strdup_printf (_("The unit only began on %s. Choose a later day."), day));
    }
  day = ntm_date_format (unit->life.to, ntm_lang_current ());
  return ntm_form_refuse (check, "valid_from", NTM_ERROR_RANGE,
                          g_strdup_printf (_("The unit ended on %s. Choose an earlier day."), day));
}

/* Two units of one name in the same parent on the same day could not be told apart. */
static gboolean
is_taken (NtmAtlas *atlas, const NtmUnit *self, const NtmUnitState *state, const NtmInterval *days, const char *name)
{
  const GPtrArray *states = ntm_atlas_records (atlas, NTM_TABLE_UNIT_STATE);

  for (guint i = 0; i < states->len; i++)
    {
      const NtmUnitState *other = states->pdata[i];

      if (!g_str_equal (other->unit, self->id) && g_str_equal (other->parent, state->parent)
          && ntm_interval_overlaps (&other->valid, days) && ntm_text_compare (other->name, name) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
check_name (const NtmFormCheck *check, const NtmUnit *unit, const NtmUnitState *state, const NtmUnitNameEntry *entry,
            const char *name)
{
  NtmInterval days = { entry->from, state->valid.to };

  if (repeats_type (state, entry->type, entry->short_name))
    return ntm_form_refuse (check, "short_name", NTM_ERROR_INPUT,
                            g_strdup (_("Write the name without its type; the type is chosen above.")));
  if (g_str_equal (state->name, name))
    return ntm_form_refuse (check, "short_name", NTM_ERROR_INPUT,
                            g_strdup (_("This is what the unit is called on that day already.")));
  if (is_taken (check->atlas, unit, state, &days, name))
    return ntm_form_refuse (check, "short_name", NTM_ERROR_INPUT,
                            g_strdup (_("A neighbouring unit has this name and type in that time. Make the two differ.")));
  return TRUE;
}

/* --- the edit ---------------------------------------------------------------------------------- */

static gboolean
fill_state (NtmRow *row, const NtmUnitState *state, const NtmUnitNameEntry *entry, const char *name, GError **error)
{
  g_autofree char *short_name = g_strstrip (g_strdup (entry->short_name));
  gboolean is_same = state->valid.from == entry->from;
  /* A state that is put right keeps its note unless there is a new one. */
  const char *note = is_same && ntm_form_is_blank (entry->note) ? state->note : ntm_form_or_empty (entry->note);

  return ntm_row_set (row, "valid_to", state->valid_to, error) && ntm_row_set (row, "type", entry->type, error)
         && ntm_row_set (row, "name", name, error) && ntm_row_set (row, "short_name", short_name, error)
         && ntm_row_set (row, "parent", state->parent, error)
         && ntm_row_set (row, "note", note, error);
}

/* From the first day of a state on, the state itself is put right; else it ends and another begins. */
static gboolean
write_states (const NtmFormCheck *check, NtmEdit *edit, const NtmUnitState *state, const NtmUnitNameEntry *entry,
              const char *name)
{
  g_autofree char *day = ntm_date_to_iso (entry->from);

  if (state->valid.from == entry->from)
    return fill_state (ntm_edit_write (edit, NTM_TABLE_UNIT_STATE, state->unit, state->valid_from, NULL), state, entry, name,
                       check->error);
  if (!ntm_row_set (ntm_edit_write (edit, NTM_TABLE_UNIT_STATE, state->unit, state->valid_from, NULL), "valid_to", day,
                    check->error))
    return FALSE;
  return fill_state (ntm_edit_write (edit, NTM_TABLE_UNIT_STATE, state->unit, day, NULL), state, entry, name, check->error);
}

static NtmEdit *
make_edit (const NtmFormCheck *check, const NtmUnitState *state, const NtmUnitNameEntry *entry, const char *name)
{
  g_autofree char *day = ntm_date_to_iso (entry->from);
  g_autofree char *label = g_strdup_printf ("%s → %s %s", state->name, name, day);
  g_autoptr (NtmEdit) edit = ntm_edit_new (label);

  return write_states (check, edit, state, entry, name) ? g_steal_pointer (&edit) : NULL;
}

/**
 * ntm_edit_new_unit_name:
 * @atlas: the Atlas
 * @unit: id of a unit
 * @entry: its name from a day on
 * @field: (out) (optional): the field that was refused, a column of the table
 * @error: return location for an error
 *
 * Makes the edit that gives a unit another name or type from a day on, until the day its present state there
 * ends; the parent stays. On the first day of a state the state itself is corrected. The unit exists on that
 * day, the type is one of its level, and no other unit of the same parent has that name in that time.
 *
 * Returns: (transfer full): the edit, or %NULL with %NTM_ERROR_INPUT, %NTM_ERROR_RANGE or
 *   %NTM_ERROR_NOT_FOUND
 */
NtmEdit *
ntm_edit_new_unit_name (NtmAtlas *atlas, const char *unit, const NtmUnitNameEntry *entry, const char **field, GError **error)
{
  NtmFormCheck check = { atlas, field, error };
  const NtmUnit *record;
  const NtmUnitState *state;
  g_autofree char *typed = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (NTM_IS_ATLAS (atlas) && unit != NULL && entry != NULL, NULL);

  record = ntm_atlas_find_unit (atlas, unit);
  if (!record)
    {
      ntm_form_refuse (&check, "short_name", NTM_ERROR_NOT_FOUND, g_strdup_printf (_("There is no unit “%s” in the file."), unit));
      return NULL;
    }
  if (!check_words (&check, record, entry) || !check_day (&check, record, entry->from))
    return NULL;
  state = ntm_unit_state_at (record, entry->from);
  typed = make_name (entry->type, entry->short_name);
  name = ntm_text_nfc (typed, -1, error);
  if (!name)
    return NULL;
  if (!state)
    {
      ntm_form_refuse (&check, "valid_from", NTM_ERROR_NOT_FOUND, g_strdup (_("The file does not say what the unit was called on that day.")));
      return NULL;
    }
  return check_name (&check, record, state, entry, name) ? make_edit (&check, state, entry, name) : NULL;
}
