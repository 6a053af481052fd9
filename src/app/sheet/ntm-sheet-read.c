/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How typed text is read and what is asked about it, in the words and the number format of the window. */

#include "config.h"

#include "ntm-sheet-private.h"

#include <glib/gi18n.h>

#include "ntm-error.h"
#include "ntm-text.h"

static NtmNumberStyle
number_style (void)
{
  return ntm_lang_current () == NTM_LANG_VI ? NTM_NUMBER_VI : NTM_NUMBER_EN;
}

/* Words that stand for a state, in the language of the window and in English. */
static gboolean
read_state (const char *text,
            NtmState   *state)
{
  const struct { const char *words; NtmState state; } all[] = {
    { "not applicable", NTM_STATE_NOT_APPLICABLE }, { _("not applicable"), NTM_STATE_NOT_APPLICABLE },
    { "not verified", NTM_STATE_NOT_VERIFIED }, { _("not verified"), NTM_STATE_NOT_VERIFIED },
    { "no data", NTM_STATE_NO_DATA }, { ntm_view_no_data (), NTM_STATE_NO_DATA },
  };
  g_autofree char *folded = ntm_text_fold (text);

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      g_autofree char *words = ntm_text_fold (all[i].words);

      if (g_strcmp0 (folded, words) == 0)
        {
          *state = all[i].state;
          return TRUE;
        }
    }
  return FALSE;
}

/* Reads what was typed: a number, or words for a state. */
gboolean
_ntm_sheet_read_text (const char *text,
                      NtmEntry   *entry,
                      GError    **error)
{
  entry->state = NTM_STATE_VALUE;
  if (read_state (text, &entry->state))
    return TRUE;
  return ntm_number_parse (text, number_style (), &entry->number, error);
}

/* Points for commas and the reverse. */
char *
_ntm_sheet_swap_marks (const char *text)
{
  char *swapped = g_strdup (text);

  for (char *p = swapped; *p != '\0'; p++)
    *p = *p == '.' ? ',' : *p == ',' ? '.' : *p;
  return swapped;
}

static const NtmObservation *
latest_of_province (NtmSheet            *self,
                    const NtmSheetFacts *facts)
{
  const NtmUnit *province = ntm_atlas_province (ntm_desk_get_atlas (self->desk), ntm_desk_get_date (self->desk));
  const NtmObservation *latest = NULL;

  if (province != NULL && facts->series != NULL)
    latest = ntm_series_latest (facts->series, province, ntm_desk_get_date (self->desk));
  return latest != NULL && latest->state == NTM_STATE_VALUE && latest->shown > 0 ? latest : NULL;
}

/*
 * "5.952" is 5952 in Vietnamese and 5,952 to many who type it. It is asked about where the number is larger
 * than that of the whole province (for the province itself: 20 times its last one) and the other reading is
 * not.
 */
gboolean
_ntm_sheet_check_marks (NtmSheet            *self,
                        const NtmSheetFacts *facts,
                        const char          *text,
                        const NtmNumber     *number,
                        GError             **error)
{
  const NtmObservation *latest = latest_of_province (self, facts);
  NtmDecimal times = facts->unit->level == NTM_LEVEL_PROVINCE ? 20 : 1;
  g_autofree char *swapped = _ntm_sheet_swap_marks (text);
  g_autofree char *read = NULL;
  g_autofree char *whole = NULL;
  NtmViewContext context;
  NtmNumber other;

  if (latest == NULL || g_str_equal (swapped, text) || number->is_ratio
      || !ntm_number_parse (swapped, number_style (), &other, NULL)
      || number->value / times <= latest->shown || other.value / times > latest->shown)
    return TRUE;
  context = ntm_desk_get_context (self->desk);
  read = ntm_view_value (&context, facts->indicator, number->value);
  whole = ntm_view_observation (&context, facts->indicator, latest);
  g_set_error (error, NTM_ERROR, NTM_ERROR_AMBIGUOUS,
               _("“%s” reads as %s, far more than the whole province had last (%s). Points and commas may be swapped."),
               text, read, whole);
  return FALSE;
}

/* "1/2" is a half of something: of no use where metres or dong are counted. */
static gboolean
check_share (NtmSheet            *self,
             const NtmSheetFacts *facts,
             const char          *text,
             const NtmNumber     *number,
             GError             **error)
{
  NtmViewContext context = ntm_desk_get_context (self->desk);
  const char *unit = ntm_view_indicator_unit (&context, facts->indicator);

  if (!number->is_ratio || strchr (unit, '%') != NULL)
    return TRUE;
  g_set_error (error, NTM_ERROR, NTM_ERROR_INPUT,
               _("“%s” is a share, but “%s” is no percentage. Type the number itself."),
               text, ntm_view_indicator_name (&context, facts->indicator));
  return FALSE;
}

/* The model refuses such a figure too; here it is told in the words and number format of the window. */
gboolean
_ntm_sheet_check_number (NtmSheet            *self,
                        const NtmSheetFacts *facts,
                        const char          *text,
                        const NtmNumber     *number,
                        GError             **error)
{
  NtmViewContext context = ntm_desk_get_context (self->desk);
  const NtmIndicator *indicator = facts->indicator;
  NtmDecimal minimum = indicator->minimum, maximum = indicator->maximum;
  gboolean is_low = minimum != NTM_NONE && number->value < minimum;
  gboolean is_high = maximum != NTM_NONE && number->value > maximum;
  g_autofree char *read = NULL;
  g_autofree char *limit = NULL;

  if (!check_share (self, facts, text, number, error))
    return FALSE;
  if (!is_low && !is_high)
    return TRUE;
  read = ntm_view_value (&context, indicator, number->value);
  limit = ntm_view_value (&context, indicator, is_low ? minimum : maximum);
  g_set_error (error, NTM_ERROR, NTM_ERROR_RANGE,
               is_low ? _("“%1$s” reads as %2$s. “%3$s” cannot be less than %4$s.")
                      : _("“%1$s” reads as %2$s. “%3$s” cannot be more than %4$s."),
               text, read, ntm_view_indicator_name (&context, indicator), limit);
  return FALSE;
}
