/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Commands that change a file. Each is one edit of its journal, and says on standard error what it did. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ntm-cli.h"
#include "ntm-error.h"

typedef struct
{
  const char *word;
  NtmState    state;
} StateWord;

static gboolean
find_state (const char *text,
            NtmState   *out)
{
  static const StateWord words[] = {
    { "none", NTM_STATE_NO_DATA },
    { "n/a", NTM_STATE_NOT_APPLICABLE },
    { "unverified", NTM_STATE_NOT_VERIFIED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i].word, text))
      {
        *out = words[i].state;
        return TRUE;
      }
  return FALSE;
}

/*
 * A point before exactly three digits is how Vietnamese groups thousands. Here it is the decimal point;
 * whoever meant a thousand should hear of it.
 */
static gboolean
looks_grouped (const char *text)
{
  for (const char *point = strchr (text, '.'); point != NULL; point = strchr (point + 1, '.'))
    if (point > text && g_ascii_isdigit (point[-1]) && strspn (point + 1, "0123456789") == 3)
      return TRUE;
  return FALSE;
}

static gboolean
read_value (const char *text,
            NtmEntry   *entry,
            GError    **error)
{
  g_autofree char *value = NULL;

  if (find_state (text, &entry->state))
    return TRUE;
  entry->state = NTM_STATE_VALUE;
  if (!ntm_number_parse (text, NTM_NUMBER_SCRIPT, &entry->number, error))
    return FALSE;
  if (looks_grouped (text))
    {
      value = ntm_decimal_to_string (entry->number.value);
      ntm_call_say (_("“%s” is read as %s: the point comes before decimals. For thousands write no point."), text, value);
    }
  return TRUE;
}

static gboolean
read_entry (NtmCall   *call,
            NtmEntry  *entry,
            GError   **error)
{
  static const char *const kinds[] = { "reported", "plan", "estimate", "verified", NULL };
  static const NtmKind values[] = { NTM_KIND_REPORTED, NTM_KIND_PLAN, NTM_KIND_ESTIMATE, NTM_KIND_VERIFIED };
  guint kind;

  if (!ntm_args_get_choice (call->args, "kind", kinds, &kind, error))
    return FALSE;
  entry->kind = values[kind];
  entry->source = ntm_args_get (call->args, "source");
  entry->note = ntm_args_get (call->args, "note");
  entry->indicator = ntm_atlas_resolve_indicator (call->atlas, ntm_call_operand (call, 1), error);
  if (entry->indicator == NULL)
    return FALSE;
  entry->unit = ntm_atlas_resolve_unit (call->atlas, ntm_call_operand (call, 2), error);
  return entry->unit != NULL && ntm_period_parse (ntm_call_operand (call, 3), &entry->period, error) &&
         read_value (ntm_call_operand (call, 4), entry, error);
}

/* What a cell says, as it could be typed. */
static char *
describe_observation (const NtmObservation *observation)
{
  g_autofree char *numerator = NULL;
  g_autofree char *denominator = NULL;
  g_autofree char *shown = NULL;

  if (observation == NULL)
    return g_strdup (C_("value of a cell", "nothing"));
  if (observation->state != NTM_STATE_VALUE)
    return g_strdup (ntm_state_code (observation->state));
  shown = ntm_qualified (observation->qualifier, observation->shown);
  if (observation->numerator == NTM_NONE || observation->denominator == NTM_NONE)
    return g_steal_pointer (&shown);
  numerator = ntm_decimal_to_string (observation->numerator);
  denominator = ntm_decimal_to_string (observation->denominator);
  return g_strdup_printf ("%s (%s/%s)", shown, numerator, denominator);
}

static const NtmObservation *
find_observation (const NtmSeries *series,
                  const NtmEntry  *entry,
                  const NtmUnit   *unit)
{
  int period = ntm_series_find_period (series, &entry->period);
  const NtmObservation *observation;

  if (period < 0)
    return NULL;
  for (guint n = 0; (observation = ntm_series_get_nth (series, unit, period, n)) != NULL; n++)
    if (observation->kind == entry->kind && g_str_equal (observation->source, entry->source != NULL ? entry->source : ""))
      return observation;
  return NULL;
}

/* Applies @edit and tells old → new. The Atlas hands out new records then, so that ids are kept, not pointers. */
static gboolean
apply_entry (NtmCall        *call,
             const NtmEntry *entry,
             const NtmEdit  *edit,
             GError        **error)
{
  g_autofree char *code = g_strdup (entry->indicator->code);
  g_autofree char *unit = g_strdup (entry->unit->id);
  g_autofree char *period = ntm_period_to_string (&entry->period);
  const NtmSeries *series = ntm_atlas_series (call->atlas, code, error);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  if (series == NULL)
    return FALSE;
  before = describe_observation (find_observation (series, entry, entry->unit));
  if (!ntm_store_apply (call->store, edit, error))
    return FALSE;
  series = ntm_atlas_series (call->atlas, code, error);
  if (series == NULL)
    return FALSE;
  after = describe_observation (find_observation (series, entry, ntm_atlas_find_unit (call->atlas, unit)));
  ntm_call_say ("%s, %s, %s, %s: %s → %s", code, unit, period, ntm_kind_code (entry->kind), before, after);
  return TRUE;
}

/**
 * ntm_run_set:
 * @call: `ntm set`
 * @error: return location
 *
 * Enters one value, or one of the states without a value.
 *
 * Returns: the exit status
 */
NtmExit
ntm_run_set (NtmCall  *call,
             GError  **error)
{
  g_autoptr (NtmEdit) edit = NULL;
  NtmEntry entry = { 0 };

  if (!read_entry (call, &entry, error))
    return NTM_EXIT_ERROR;
  edit = ntm_edit_new_observation (call->atlas, &entry, error);
  if (edit == NULL || !apply_entry (call, &entry, edit, error))
    return NTM_EXIT_ERROR;
  return NTM_EXIT_DONE;
}

/**
 * ntm_run_set_date:
 * @call: `ntm set-date`
 * @error: return location
 *
 * Sets the day that every view and command looks at.
 *
 * Returns: the exit status
 */
NtmExit
ntm_run_set_date (NtmCall  *call,
                  GError  **error)
{
  g_autofree char *before = ntm_iso_or_nothing (ntm_atlas_reference_date (call->atlas));
  g_autofree char *after = NULL;
  g_autoptr (NtmEdit) edit = NULL;
  NtmDate date;

  if (!ntm_date_parse (ntm_call_operand (call, 1), &date, error))
    return NTM_EXIT_ERROR;
  edit = ntm_edit_new_reference_date (call->atlas, date, error);
  if (edit == NULL || !ntm_store_apply (call->store, edit, error))
    return NTM_EXIT_ERROR;
  after = ntm_iso_or_nothing (ntm_atlas_reference_date (call->atlas));
  ntm_call_say (_("Reference date: %s → %s"), before, after);
  return NTM_EXIT_DONE;
}

/**
 * ntm_run_undo:
 * @call: `ntm undo`
 * @error: return location
 *
 * Takes the last edit back and says which it was.
 *
 * Returns: the exit status
 */
NtmExit
ntm_run_undo (NtmCall  *call,
              GError  **error)
{
  g_autofree char *label = NULL;

  if (!ntm_store_undo (call->store, &label, error))
    return NTM_EXIT_ERROR;
  ntm_call_say (_("Taken back: %s"), label);
  return NTM_EXIT_DONE;
}

/**
 * ntm_run_redo:
 * @call: `ntm redo`
 * @error: return location
 *
 * Makes the edit that was taken back last again and says which it was.
 *
 * Returns: the exit status
 */
NtmExit
ntm_run_redo (NtmCall  *call,
              GError  **error)
{
  g_autofree char *label = NULL;

  if (!ntm_store_redo (call->store, &label, error))
    return NTM_EXIT_ERROR;
  ntm_call_say (_("Made again: %s"), label);
  return NTM_EXIT_DONE;
}
