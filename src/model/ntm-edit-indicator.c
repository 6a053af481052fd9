/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How an indicator is named, shown and aimed at. Its figures are not touched. */

#include "config.h"

#include <string.h>
#include <glib/gi18n-lib.h>

#include "ntm-atlas-private.h"
#include "ntm-edit-form-private.h"
#include "ntm-edit-indicator.h"
#include "ntm-text.h"

#define UNIT_MAX 40 /* characters */

/**
 * ntm_indicator_entry_read:
 * @indicator: an indicator of the Atlas
 * @out: set to what is there; its texts are those of @indicator
 *
 * Starts a change of an indicator.
 */
void
ntm_indicator_entry_read (const NtmIndicator *indicator, NtmIndicatorEntry *out)
{
  g_return_if_fail (indicator != NULL && out != NULL);

  *out = (NtmIndicatorEntry) {
    .name_vi = indicator->name_vi, .name_en = indicator->name_en, .unit_vi = indicator->unit_vi,
    .unit_en = indicator->unit_en, .direction = indicator->direction, .decimals = (int) indicator->decimals,
  };
}

/**
 * ntm_target_entry_read:
 * @target: a target of the Atlas
 * @out: set to what is there; its texts are those of @target
 *
 * Starts a change of a target.
 */
void
ntm_target_entry_read (const NtmTarget *target, NtmTargetEntry *out)
{
  g_return_if_fail (target != NULL && out != NULL);

  *out = (NtmTargetEntry) {
    .target = target->id, .unit = target->unit, .value = target->value, .qualifier = target->qualifier,
    .period = target->period_text, .owner = target->owner, .source = target->source,
  };
}

/* --- the indicator ----------------------------------------------------------------------------- */

static gboolean
is_named (const NtmIndicator *indicator, const char *folded)
{
  g_autofree char *name = ntm_text_fold (indicator->name_vi);

  return g_str_equal (name, folded);
}

/* Two indicators of one name could not be told apart in lists nor found by it in imported files. */
static gboolean
check_name (const NtmFormCheck *check, const NtmIndicator *self, const char *name)
{
  const GPtrArray *indicators = ntm_atlas_records (check->atlas, NTM_TABLE_INDICATOR);
  g_autofree char *stripped = NULL;
  g_autofree char *folded = NULL;

  if (ntm_form_is_blank (name))
    return ntm_form_refuse (check, "name_vi", NTM_ERROR_INPUT, g_strdup (_("Write the name in Vietnamese.")));
  stripped = g_strstrip (g_strdup (name));
  folded = ntm_text_fold (stripped);
  for (guint i = 0; i < indicators->len; i++)
    if (indicators->pdata[i] != self && is_named (indicators->pdata[i], folded))
      return ntm_form_refuse (check, "name_vi", NTM_ERROR_INPUT,
                              g_strdup (_("Another indicator has this name. Make the two differ.")));
  return TRUE;
}

static gboolean
check_indicator (const NtmFormCheck *check, const NtmIndicator *self, const NtmIndicatorEntry *entry)
{
  if (!ntm_form_check_line (check, "name_vi", entry->name_vi, NTM_FORM_LINE_MAX)
      || !ntm_form_check_line (check, "name_en", entry->name_en, NTM_FORM_LINE_MAX)
      || !ntm_form_check_line (check, "unit_vi", entry->unit_vi, UNIT_MAX)
      || !ntm_form_check_line (check, "unit_en", entry->unit_en, UNIT_MAX) || !check_name (check, self, entry->name_vi))
    return FALSE;
  if ((guint) entry->direction > NTM_DIRECTION_DOWN)
    return ntm_form_refuse (check, "direction", NTM_ERROR_INPUT, g_strdup (_("Choose which way is better.")));
  if (entry->decimals >= 0 && entry->decimals <= NTM_INDICATOR_MAX_DECIMALS)
    return TRUE;
  return ntm_form_refuse (check, "decimals", NTM_ERROR_RANGE,
                          g_strdup_printf (_("Between 0 and %d decimals can be shown."), NTM_INDICATOR_MAX_DECIMALS));
}

static const char *
direction_code (NtmDirection direction)
{
  static const char *const codes[] = {
    [NTM_DIRECTION_NONE] = "none", [NTM_DIRECTION_UP] = "up", [NTM_DIRECTION_DOWN] = "down",
  };

  return codes[direction];
}

static gboolean
write_indicator (const NtmFormCheck *check, NtmEdit *edit, const NtmIndicator *old, const NtmIndicatorEntry *entry)
{
  NtmRow *row = ntm_edit_write (edit, NTM_TABLE_INDICATOR, old->code, NULL);
  const char *const fields[][2] = {
    { "name_vi", entry->name_vi }, { "name_en", entry->name_en }, { "unit_vi", entry->unit_vi },
    { "unit_en", entry->unit_en }, { "direction", direction_code (entry->direction) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (!ntm_form_set_text (row, old, fields[i][0], fields[i][1], check->error))
      return FALSE;
  ntm_form_set_number (row, old, "decimals", entry->decimals);
  return TRUE;
}

/* --- the target -------------------------------------------------------------------------------- */

static gboolean
check_range (const NtmFormCheck *check, const NtmIndicator *indicator, NtmDecimal value)
{
  g_autofree char *minimum = NULL;
  g_autofree char *maximum = NULL;
  NtmLang lang = ntm_lang_current ();

  if (indicator->minimum != NTM_NONE && value < indicator->minimum)
    {
      minimum = ntm_number_format (indicator->minimum, -1, lang);
      return ntm_form_refuse (check, "target.value", NTM_ERROR_RANGE,
                              g_strdup_printf (_("The figures of this indicator are %s or more."), minimum));
    }
  if (indicator->maximum != NTM_NONE && value > indicator->maximum)
    {
      maximum = ntm_number_format (indicator->maximum, -1, lang);
      return ntm_form_refuse (check, "target.value", NTM_ERROR_RANGE,
                              g_strdup_printf (_("The figures of this indicator are %s or less."), maximum));
    }
  return TRUE;
}

static gboolean
check_period (const NtmFormCheck *check, const char *text)
{
  NtmPeriod period;

  if (ntm_form_is_blank (text))
    return TRUE;
  if (!ntm_period_parse (text, &period, NULL))
    return ntm_form_refuse (check, "target.period", NTM_ERROR_INPUT,
                            g_strdup (_("Write the period like 2025, 2021/2025 or 2025-06-30.")));
  return ntm_form_check_year (check, "target.period", period.days.from);
}

static gboolean
check_target_source (const NtmFormCheck *check, const NtmTargetEntry *entry)
{
  if (entry->new_source)
    return ntm_form_check_document (check, entry->new_source);
  return ntm_form_check_known (check, "target.source", NTM_TABLE_DOCUMENT, entry->source);
}

static gboolean
check_target (const NtmFormCheck *check, const NtmIndicator *indicator, const NtmTarget *old, const NtmTargetEntry *entry)
{
  if ((guint) entry->qualifier > NTM_QUALIFIER_AT_LEAST)
    return ntm_form_refuse (check, "target.qualifier", NTM_ERROR_INPUT, g_strdup (_("Choose how the target is meant.")));
  if (!old && !ntm_atlas_find_unit (check->atlas, ntm_form_or_empty (entry->unit)))
    return ntm_form_refuse (check, "target.unit", NTM_ERROR_NOT_FOUND, g_strdup (_("Choose the unit the target is for.")));
  return check_range (check, indicator, entry->value) && check_period (check, entry->period)
         && ntm_form_check_known (check, "target.owner", NTM_TABLE_AGENCY, entry->owner)
         && check_target_source (check, entry);
}

static gboolean
fill_target (const NtmFormCheck *check, NtmRow *row, const NtmTarget *old, const NtmTargetEntry *entry, const char *source)
{
  const char *const fields[][2] = {
    { "qualifier", ntm_qualifier_code (entry->qualifier) }, { "period", entry->period }, { "owner", entry->owner },
    { "source", source },
  };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (!ntm_form_set_text (row, old, fields[i][0], fields[i][1], check->error))
      return FALSE;
  ntm_form_set_number (row, old, "value_e6", entry->value);
  return TRUE;
}

static gboolean
add_target (const NtmFormCheck *check, NtmEdit *edit, const NtmIndicator *indicator, const NtmTargetEntry *entry,
            const char *source)
{
  g_autofree char *stem = g_strdup_printf ("%s-%s", indicator->code, ntm_form_or_empty (entry->period));
  g_autofree char *id = ntm_form_make_id (check->atlas, NTM_TABLE_TARGET, stem);
  NtmRow *row = ntm_edit_write (edit, NTM_TABLE_TARGET, id, NULL);

  return ntm_row_set (row, "unit", entry->unit, check->error) && ntm_row_set (row, "indicator", indicator->code, check->error)
         && fill_target (check, row, NULL, entry, source);
}

static gboolean
write_target (const NtmFormCheck *check, NtmEdit *edit, const NtmIndicator *indicator, const NtmTarget *old,
              const NtmTargetEntry *entry)
{
  g_autofree char *added = NULL;
  const char *source = entry->source;

  if (entry->value == NTM_NONE)
    {
      if (old)
        ntm_edit_delete (edit, NTM_TABLE_TARGET, old->id, NULL);
      return TRUE;
    }
  if (!check_target (check, indicator, old, entry))
    return FALSE;
  if (entry->new_source && !(source = added = ntm_form_add_document (check, edit, entry->new_source)))
    return FALSE;
  if (!old)
    return add_target (check, edit, indicator, entry, source);
  return fill_target (check, ntm_edit_write (edit, NTM_TABLE_TARGET, old->id, NULL), old, entry, source);
}

/* @old: (out): the target to change, %NULL where there is none yet */
static gboolean
find_target (const NtmFormCheck *check, const NtmIndicator *indicator, const NtmTargetEntry *entry, const NtmTarget **old)
{
  const char *id = ntm_form_or_empty (entry->target);

  *old = *id ? ntm_atlas_lookup (check->atlas, NTM_TABLE_TARGET, id) : NULL;
  if (!*id || (*old && g_str_equal ((*old)->indicator, indicator->code)))
    return TRUE;
  return ntm_form_refuse (check, "target.value", NTM_ERROR_NOT_FOUND,
                          g_strdup (_("The target is no longer in the file. Close this window and open it again.")));
}

/**
 * ntm_edit_new_indicator_change:
 * @atlas: the Atlas
 * @indicator: code of an indicator
 * @entry: how it shall read
 * @target: (nullable): its target; %NULL leaves targets alone
 * @field: (out) (optional): the field that was refused: a column of the table, or `target.` or `document.`
 *   and a column
 * @error: return location for an error
 *
 * Checks a change and makes the edit that writes what differs: there is a Vietnamese name that no other
 * indicator has; the value of the target lies within the range of the indicator; period, owner and source
 * are understood. The range is compared exactly.
 *
 * Returns: (transfer full): the edit, which changes nothing where nothing differs, or %NULL with
 *   %NTM_ERROR_INPUT, %NTM_ERROR_RANGE or %NTM_ERROR_NOT_FOUND
 */
NtmEdit *
ntm_edit_new_indicator_change (NtmAtlas *atlas, const char *indicator, const NtmIndicatorEntry *entry,
                               const NtmTargetEntry *target, const char **field, GError **error)
{
  NtmFormCheck check = { atlas, field, error };
  g_autoptr (NtmEdit) edit = NULL;
  g_autofree char *label = NULL;
  const NtmIndicator *old;
  const NtmTarget *old_target = NULL;

  g_return_val_if_fail (NTM_IS_ATLAS (atlas) && indicator != NULL && entry != NULL, NULL);

  old = ntm_atlas_lookup (atlas, NTM_TABLE_INDICATOR, indicator);
  if (!old)
    {
      ntm_form_refuse (&check, "name_vi", NTM_ERROR_NOT_FOUND,
                       g_strdup_printf (_("There is no indicator “%s” in the file."), indicator));
      return NULL;
    }
  if (!check_indicator (&check, old, entry) || (target && !find_target (&check, old, target, &old_target)))
    return NULL;
  label = g_strdup_printf ("%s: changed", old->code);
  edit = ntm_edit_new (label);
  if (!write_indicator (&check, edit, old, entry) || (target && !write_target (&check, edit, old, old_target, target)))
    return NULL;
  return g_steal_pointer (&edit);
}
