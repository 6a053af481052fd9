/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Commands that list the registers of a file, one table each, with codes and ISO dates in every language. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ntm-cli.h"
#include "ntm-text.h"

typedef void (*UnitFunc) (NtmCall *call, const NtmUnit *unit, const NtmUnitState *state, gpointer data);

/* Units of a day in the order of lists: province, districts, communes, villages. */
static void
foreach_unit_at (NtmCall  *call,
                 NtmLevel  wanted,
                 NtmDate   at,
                 UnitFunc  func,
                 gpointer  data)
{
  for (guint level = 0; level < NTM_N_LEVELS; level++)
    {
      g_autoptr (GPtrArray) units = NULL;

      if (wanted != NTM_N_LEVELS && level != wanted)
        continue;
      units = ntm_atlas_units_at (call->atlas, level, at);
      for (guint i = 0; i < units->len; i++)
        func (call, units->pdata[i], ntm_unit_state_at (units->pdata[i], at), data);
    }
}

static void
write_unit (NtmCall            *call,
            const NtmUnit      *unit,
            const NtmUnitState *state,
            gpointer            data)
{
  g_autofree char *from = ntm_iso_or_nothing (unit->life.from);
  g_autofree char *to = ntm_iso_or_nothing (unit->life.to);

  ntm_call_cells (call, unit->id, unit->code, ntm_level_code (unit->level), state != NULL ? state->type : "",
                  state != NULL ? state->name : "", state != NULL ? state->parent : "", from, to);
}

typedef struct
{
  const NtmUnit *unit;
  char          *key;
} NamedUnit;

static void
clear_named_unit (gpointer data)
{
  g_free (((NamedUnit *) data)->key);
}

static int
compare_named_units (gconstpointer a,
                     gconstpointer b)
{
  const NamedUnit *one = a;
  const NamedUnit *other = b;
  int by_key;

  if (one->unit->level != other->unit->level)
    return one->unit->level < other->unit->level ? -1 : 1;
  by_key = strcmp (one->key, other->key);
  return by_key != 0 ? by_key : strcmp (one->unit->id, other->unit->id);
}

/* Units of all time by level and last name. */
static GArray *
sort_all_units (NtmAtlas *atlas,
                NtmLevel  wanted)
{
  const GPtrArray *units = ntm_atlas_units (atlas);
  GArray *sorted = g_array_new (FALSE, FALSE, sizeof (NamedUnit));

  g_array_set_clear_func (sorted, clear_named_unit);
  for (guint i = 0; i < units->len; i++)
    {
      const NtmUnit *unit = units->pdata[i];
      const NtmUnitState *state = ntm_unit_last_state (unit);
      NamedUnit named = { unit, NULL };

      if (wanted != NTM_N_LEVELS && unit->level != wanted)
        continue;
      named.key = ntm_text_sort_key (state != NULL ? state->short_name : "");
      g_array_append_val (sorted, named);
    }
  g_array_sort (sorted, compare_named_units);
  return sorted;
}

static void
write_all_units (NtmCall  *call,
                 NtmLevel  wanted)
{
  g_autoptr (GArray) sorted = sort_all_units (call->atlas, wanted);

  for (guint i = 0; i < sorted->len; i++)
    {
      const NtmUnit *unit = g_array_index (sorted, NamedUnit, i).unit;
      write_unit (call, unit, ntm_unit_last_state (unit), NULL);
    }
}

/**
 * ntm_run_units:
 * @call: `ntm units`
 * @error: return location
 *
 * Lists the units of a day with the name, type and parent they had then, or with --all of all time.
 *
 * Returns: the exit status
 */
NtmExit
ntm_run_units (NtmCall  *call,
               GError  **error)
{
  gboolean all = ntm_args_has (call->args, "all");
  NtmLevel level;
  NtmDate at;

  if (!ntm_call_date (call, &at, error) || !ntm_args_get_level (call->args, NTM_N_LEVELS, &level, error))
    return NTM_EXIT_ERROR;
  if (all && ntm_args_has (call->args, "at"))
    {
      ntm_usage_fail (error, _("Units of all time have no day: use either --all or --at."));
      return NTM_EXIT_ERROR;
    }
  ntm_call_cells (call, "id", "code", "level", "type", "name", "parent", "from", "to");
  if (all)
    write_all_units (call, level);
  else
    foreach_unit_at (call, level, at, write_unit, NULL);
  return NTM_EXIT_DONE;
}

typedef struct
{
  NtmDate  at;
  NtmBasis basis;
} TitlesQuestion;

static void
write_titles (NtmCall            *call,
              const NtmUnit      *unit,
              const NtmUnitState *state,
              gpointer            data)
{
  const TitlesQuestion *question = data;
  g_autoptr (GPtrArray) titles = ntm_atlas_titles_at (call->atlas, unit, question->at, question->basis);

  for (guint i = 0; i < titles->len; i++)
    {
      const NtmTitle *title = titles->pdata[i];
      g_autofree char *day = NULL;
      NtmDate since = NTM_DATE_MIN;
      gboolean uncertain = FALSE;

      ntm_title_since (title, question->basis, &since, &uncertain);
      day = ntm_iso_or_nothing (since);
      ntm_call_cells (call, unit->id, state->name, title->kind, day, title->decision, title->for_year, title->certainty,
                      title->source, uncertain ? "1" : "0");
    }
}

/**
 * ntm_run_titles:
 * @call: `ntm titles`
 * @error: return location
 *
 * Lists every title a unit holds on a day, the highest of a ladder first. The last column says whether the
 * title or the day from which it counts is still to be checked.
 *
 * Returns: the exit status
 */
NtmExit
ntm_run_titles (NtmCall  *call,
                GError  **error)
{
  TitlesQuestion question;
  NtmLevel level;

  if (!ntm_call_date (call, &question.at, error) || !ntm_call_basis (call, &question.basis, error) ||
      !ntm_args_get_level (call->args, NTM_N_LEVELS, &level, error))
    return NTM_EXIT_ERROR;
  ntm_call_cells (call, "unit", "name", "title", "since", "decision", "for_year", "certainty", "source", "uncertain");
  foreach_unit_at (call, level, question.at, write_titles, &question);
  return NTM_EXIT_DONE;
}

static int
compare_codes (gconstpointer a,
               gconstpointer b)
{
  return strcmp ((*(NtmIndicator *const *) a)->code, (*(NtmIndicator *const *) b)->code);
}

/**
 * ntm_run_indicators:
 * @call: `ntm indicators`
 * @error: return location
 *
 * Lists the indicators by code, with the province's target that comes next after the day.
 *
 * Returns: the exit status
 */
NtmExit
ntm_run_indicators (NtmCall  *call,
                    GError  **error)
{
  const GPtrArray *records = ntm_atlas_records (call->atlas, NTM_TABLE_INDICATOR);
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  NtmDate at;

  if (!ntm_call_date (call, &at, error))
    return NTM_EXIT_ERROR;
  ntm_call_cells (call, "code", "name", "unit", "direction", "kind", "target", "target_period", "owner");
  g_ptr_array_extend (sorted, (GPtrArray *) records, NULL, NULL);
  g_ptr_array_sort (sorted, compare_codes);
  for (guint i = 0; i < sorted->len; i++)
    {
      const NtmIndicator *indicator = sorted->pdata[i];
      const NtmTarget *target = ntm_atlas_target_for (call->atlas, indicator->code, ntm_atlas_province (call->atlas, at), at);
      g_autofree char *value = target != NULL ? ntm_qualified (target->qualifier, target->value) : NULL;

      ntm_call_cells (call, indicator->code, ntm_call_pick (indicator->name_vi, indicator->name_en),
                      ntm_call_pick (indicator->unit_vi, indicator->unit_en), indicator->direction_name, indicator->kind, value,
                      target != NULL ? target->period_text : "", indicator->owner);
    }
  return NTM_EXIT_DONE;
}
