/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a person enters, checked before it becomes an edit: is the unit there in that period, is the number
 * possible. Labels are made of codes and names only, so that the history reads the same in every language.
 */

#include "config.h"

#include <string.h>
#include <glib/gi18n-lib.h>

#include "ntm-atlas-private.h"
#include "ntm-edit.h"
#include "ntm-error.h"

#define NOTE_MAX   2000 /* characters */
#define SOURCE_MAX 200
#define FIRST_YEAR 1945
#define LAST_YEAR  2100

static gboolean
refuse (GError **error, NtmErrorCode code, char *message)
{
  g_set_error_literal (error, NTM_ERROR, (int) code, message);
  g_free (message);
  return FALSE;
}

static gboolean
check_known (NtmAtlas *atlas, const NtmEntry *entry, GError **error)
{
  if (!ntm_atlas_lookup (atlas, NTM_TABLE_INDICATOR, entry->indicator->code))
    return refuse (error, NTM_ERROR_NOT_FOUND,
                   g_strdup_printf (_("There is no indicator “%s” in the file."), entry->indicator->code));
  if (!ntm_atlas_find_unit (atlas, entry->unit->id))
    return refuse (error, NTM_ERROR_NOT_FOUND,
                   g_strdup_printf (_("There is no unit “%s” in the file."), entry->unit->id));
  return TRUE;
}

static gboolean
check_life (const NtmEntry *entry, GError **error)
{
  const NtmInterval *life = &entry->unit->life;
  const NtmUnitState *state = ntm_unit_last_state (entry->unit);
  g_autofree char *period = NULL;
  g_autofree char *day = NULL;

  if (ntm_interval_overlaps (life, &entry->period.days))
    return TRUE;
  period = ntm_period_to_string (&entry->period);
  if (entry->period.days.to <= life->from)
    {
      day = ntm_date_to_iso (life->from);
      return refuse (error, NTM_ERROR_RANGE,
                     g_strdup_printf (_("%s did not exist in %s: it began on %s. Choose another period or unit."),
                                      state ? state->name : entry->unit->id, period, day));
    }
  day = ntm_date_to_iso (life->to);
  return refuse (error, NTM_ERROR_RANGE,
                 g_strdup_printf (_("%s no longer existed in %s: it ended on %s. Choose another period or unit."),
                                  state ? state->name : entry->unit->id, period, day));
}

/* -1, 0 or 1 as the entered figure is below, at or above @limit; a share is not rounded for it. */
static int
compare_with (const NtmNumber *number, NtmDecimal limit)
{
  if (number->is_ratio)
    return ntm_decimal_compare_ratio (number->numerator, number->denominator, limit);
  return (number->value > limit) - (number->value < limit);
}

static char *
dup_range (const NtmIndicator *indicator)
{
  g_autofree char *minimum = ntm_decimal_to_string (indicator->minimum);
  g_autofree char *maximum = ntm_decimal_to_string (indicator->maximum);

  if (indicator->maximum == NTM_NONE)
    return g_strdup_printf (_("%s or more"), minimum);
  if (indicator->minimum == NTM_NONE)
    return g_strdup_printf (_("%s or less"), maximum);
  return g_strdup_printf (_("%s to %s"), minimum, maximum);
}

static gboolean
check_number (const NtmEntry *entry, GError **error)
{
  const NtmIndicator *indicator = entry->indicator;
  const NtmNumber *number = &entry->number;
  g_autofree char *value = NULL;
  g_autofree char *range = NULL;

  if (number->is_ratio && number->denominator <= 0)
    return refuse (error, NTM_ERROR_RANGE, g_strdup (_("The number below the line must be more than 0.")));
  if ((indicator->minimum == NTM_NONE || compare_with (number, indicator->minimum) >= 0) &&
      (indicator->maximum == NTM_NONE || compare_with (number, indicator->maximum) <= 0))
    return TRUE;
  value = ntm_decimal_to_string (number->value);
  range = dup_range (indicator);
  return refuse (error, NTM_ERROR_RANGE,
                 g_strdup_printf (_("%s is not possible for %s: the range is %s. Check the figure."), value,
                                  indicator->code, range));
}

static gboolean
check_length (const char *text, const char *column, int max, GError **error)
{
  if (!text || g_utf8_strlen (text, -1) <= max)
    return TRUE;
  return refuse (error, NTM_ERROR_RANGE,
                 g_strdup_printf (_("The text for %s has more than %d characters. Shorten it."), column, max));
}

static gboolean
check_entry (NtmAtlas *atlas, const NtmEntry *entry, GError **error)
{
  /* Lengths are counted in characters, which only valid text has. */
  if ((entry->note && !g_utf8_validate (entry->note, -1, NULL)) ||
      (entry->source && !g_utf8_validate (entry->source, -1, NULL)))
    return refuse (error, NTM_ERROR_INPUT, g_strdup (_("The note or the source is not UTF-8 text.")));
  return check_known (atlas, entry, error) && check_life (entry, error) &&
         (entry->state != NTM_STATE_VALUE || check_number (entry, error)) &&
         check_length (entry->source, "source", SOURCE_MAX, error) &&
         check_length (entry->note, "note", NOTE_MAX, error);
}

/* "water_rate, Huyện Kỳ Anh, 2024-06-30: 81462/293534" */
static char *
make_label (const NtmEntry *entry, const char *period)
{
  const NtmUnitState *state = ntm_unit_last_state (entry->unit);
  const NtmNumber *number = &entry->number;
  g_autofree char *what = NULL;

  if (entry->state != NTM_STATE_VALUE)
    what = g_strdup (ntm_state_code (entry->state));
  else if (number->is_ratio)
    {
      g_autofree char *numerator = ntm_decimal_to_string (number->numerator);
      g_autofree char *denominator = ntm_decimal_to_string (number->denominator);

      what = g_strconcat (numerator, "/", denominator, NULL);
    }
  else
    {
      g_autofree char *value = ntm_decimal_to_string (number->value);
      const char *sign = number->qualifier == NTM_QUALIFIER_EQUAL ? "" : ntm_qualifier_code (number->qualifier);

      what = g_strconcat (sign, value, NULL);
    }
  return g_strdup_printf ("%s, %s, %s: %s", entry->indicator->code, state ? state->name : entry->unit->id, period,
                          what);
}

static gboolean
set_number (NtmRow *row, const NtmNumber *number, GError **error)
{
  ntm_row_set_int64 (row, "value_e6", number->is_ratio ? NTM_NONE : number->value);
  ntm_row_set_int64 (row, "numerator_e6", number->is_ratio ? number->numerator : NTM_NONE);
  ntm_row_set_int64 (row, "denominator_e6", number->is_ratio ? number->denominator : NTM_NONE);
  return ntm_row_set (row, "qualifier", ntm_qualifier_code (number->qualifier), error) &&
         ntm_row_set (row, "words", number->word, error);
}

static gboolean
fill_row (NtmRow *row, const NtmEntry *entry, GError **error)
{
  static const NtmNumber nothing = { .value = NTM_NONE, .qualifier = NTM_QUALIFIER_EQUAL };
  const NtmNumber *number = entry->state == NTM_STATE_VALUE ? &entry->number : &nothing;

  ntm_row_set_int64 (row, "derived", 0);
  return set_number (row, number, error) && ntm_row_set (row, "state", ntm_state_code (entry->state), error) &&
         (!entry->note || ntm_row_set (row, "note", entry->note, error));
}

/**
 * ntm_edit_new_observation:
 * @atlas: the Atlas
 * @entry: what was entered; indicator and unit are records of @atlas
 * @error: return location for an error
 *
 * Checks a figure and makes the edit that writes it: the unit exists on some day of the period; the value
 * is within the indicator's range, shares compared exactly; a denominator is more than 0; the note has at
 * most 2000 characters and the source 200. Numerator and denominator are stored instead of a value, not
 * beside it. Without a note, the one that is there stays.
 *
 * Returns: (transfer full): the edit, or %NULL with %NTM_ERROR_RANGE, %NTM_ERROR_NOT_FOUND or
 *   %NTM_ERROR_INPUT
 */
NtmEdit *
ntm_edit_new_observation (NtmAtlas *atlas, const NtmEntry *entry, GError **error)
{
  g_autoptr (NtmEdit) edit = NULL;
  g_autofree char *period = NULL;
  g_autofree char *label = NULL;
  NtmRow *row;

  g_return_val_if_fail (NTM_IS_ATLAS (atlas) && entry != NULL, NULL);
  g_return_val_if_fail (entry->indicator != NULL && entry->unit != NULL, NULL);

  if (!check_entry (atlas, entry, error))
    return NULL;
  period = ntm_period_to_string (&entry->period);
  label = make_label (entry, period);
  edit = ntm_edit_new (label);
  row = ntm_edit_write (edit, NTM_TABLE_OBSERVATION, entry->indicator->code, entry->unit->id, period,
                        ntm_kind_code (entry->kind), entry->source ? entry->source : "", NULL);
  return fill_row (row, entry, error) ? g_steal_pointer (&edit) : NULL;
}

/**
 * ntm_edit_new_reference_date:
 * @atlas: the Atlas
 * @date: a day within 1945 to 2100
 * @error: return location for an error
 *
 * Makes the edit that changes the day the whole file is looked at.
 *
 * Returns: (transfer full): the edit, or %NULL with %NTM_ERROR_RANGE
 */
NtmEdit *
ntm_edit_new_reference_date (NtmAtlas *atlas, NtmDate date, GError **error)
{
  g_autoptr (NtmEdit) edit = NULL;
  g_autofree char *iso = ntm_date_to_iso (date);
  g_autofree char *label = g_strconcat ("reference_date: ", iso, NULL);
  int year = ntm_date_year (date);

  g_return_val_if_fail (NTM_IS_ATLAS (atlas), NULL);

  if (year < FIRST_YEAR || year > LAST_YEAR)
    {
      g_set_error (error, NTM_ERROR, NTM_ERROR_RANGE,
                   _("The reference date must be a day of the years %d to %d. Choose another."), FIRST_YEAR, LAST_YEAR);
      return NULL;
    }
  edit = ntm_edit_new (label);
  if (!ntm_row_set (ntm_edit_write (edit, NTM_TABLE_META, "reference_date", NULL), "value", iso, error))
    return NULL;
  return g_steal_pointer (&edit);
}
