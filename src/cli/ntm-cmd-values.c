/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Commands that list values: the observations of an indicator, and what was changed when by whom. */

#include "config.h"

#include <string.h>

#include "ntm-cli.h"

static void
write_observation (NtmCall              *call,
                   const NtmObservation *observation,
                   gboolean              preferred)
{
  /* What is not verified may have a figure all the same; its state says what it is worth. */
  gboolean has_value = (observation->state == NTM_STATE_VALUE || observation->state == NTM_STATE_NOT_VERIFIED) &&
                       observation->shown != NTM_NONE;
  g_autofree char *value = ntm_decimal_or_nothing (has_value ? observation->shown : NTM_NONE);
  g_autofree char *numerator = ntm_decimal_or_nothing (observation->numerator);
  g_autofree char *denominator = ntm_decimal_or_nothing (observation->denominator);
  g_autofree char *note = observation->is_derived == 1
                              ? g_strconcat ("derived", *observation->note != '\0' ? ": " : "", observation->note, NULL)
                              : g_strdup (observation->note);

  ntm_call_cells (call, observation->unit, observation->period_text, value, has_value ? observation->qualifier_code : "",
                  numerator, denominator, ntm_kind_code (observation->kind), ntm_state_code (observation->state),
                  observation->source, note, preferred ? "1" : "0", observation->is_derived == 1 ? "1" : "0");
}

static void
write_series_of_unit (NtmCall         *call,
                      const NtmSeries *series,
                      const NtmUnit   *unit)
{
  for (guint p = 0; p < series->n_periods; p++)
    {
      const NtmObservation *observation;

      for (guint n = 0; (observation = ntm_series_get_nth (series, unit, p, n)) != NULL; n++)
        write_observation (call, observation, n == 0);
    }
}

static int
compare_units (gconstpointer a,
               gconstpointer b)
{
  const NtmUnit *one = *(NtmUnit *const *) a;
  const NtmUnit *other = *(NtmUnit *const *) b;

  if (one->level != other->level)
    return one->level < other->level ? -1 : 1;
  return strcmp (one->id, other->id);
}

/* The units of --unit, each once, or all; by level and id. */
static GPtrArray *
choose_units (NtmCall  *call,
              GError  **error)
{
  g_autoptr (GPtrArray) units = g_ptr_array_new ();
  guint n = ntm_args_get_n (call->args, "unit");

  if (n == 0)
    g_ptr_array_extend (units, (GPtrArray *) ntm_atlas_units (call->atlas), NULL, NULL);
  for (guint i = 0; i < n; i++)
    {
      const NtmUnit *unit = ntm_atlas_resolve_unit (call->atlas, ntm_args_get_nth (call->args, "unit", i), error);

      if (unit == NULL)
        return NULL;
      if (!g_ptr_array_find (units, unit, NULL))
        g_ptr_array_add (units, (gpointer) unit);
    }
  g_ptr_array_sort (units, compare_units);
  return g_steal_pointer (&units);
}

/**
 * ntm_run_series:
 * @call: `ntm series`
 * @error: return location
 *
 * Lists every observation of an indicator by unit and period, the preferred one of a cell first.
 *
 * Returns: the exit status
 */
NtmExit
ntm_run_series (NtmCall  *call,
                GError  **error)
{
  const NtmIndicator *indicator = ntm_atlas_resolve_indicator (call->atlas, ntm_call_operand (call, 1), error);
  g_autoptr (GPtrArray) units = indicator == NULL ? NULL : choose_units (call, error);
  const NtmSeries *series = units == NULL ? NULL : ntm_atlas_series (call->atlas, indicator->code, error);

  if (series == NULL)
    return NTM_EXIT_ERROR;
  ntm_call_cells (call, "unit", "period", "value", "qualifier", "numerator", "denominator", "kind", "state", "source", "note",
                  "preferred", "derived");
  for (guint i = 0; i < units->len; i++)
    write_series_of_unit (call, series, units->pdata[i]);
  return NTM_EXIT_DONE;
}

/**
 * ntm_run_history:
 * @call: `ntm history`
 * @error: return location
 *
 * Lists every value that was changed, with its edit.
 *
 * Returns: the exit status
 */
NtmExit
ntm_run_history (NtmCall  *call,
                 GError  **error)
{
  const char *text = ntm_args_get (call->args, "indicator");
  const NtmIndicator *indicator = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  const char *unit;

  if (!ntm_call_unit (call, &unit, error))
    return NTM_EXIT_ERROR;
  if (text != NULL && (indicator = ntm_atlas_resolve_indicator (call->atlas, text, error)) == NULL)
    return NTM_EXIT_ERROR;
  entries = ntm_store_history (call->store, unit, indicator != NULL ? indicator->code : NULL, error);
  if (entries == NULL)
    return NTM_EXIT_ERROR;
  ntm_call_cells (call, "edit", "time", "author", "label", "table", "key", "old", "new", "column", "state");
  for (guint i = 0; i < entries->len; i++)
    {
      const NtmHistoryEntry *entry = entries->pdata[i];
      const NtmJournalEdit *edit = &entry->edit;
      g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, edit->edit);

      ntm_call_cells (call, number, edit->time, edit->author, edit->label, entry->table, entry->key, entry->old,
                      entry->new_value, entry->column, edit->state);
    }
  return NTM_EXIT_DONE;
}
