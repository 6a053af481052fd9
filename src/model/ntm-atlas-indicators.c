/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Indicators found by what a person typed, and the target that is meant at a day. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ntm-atlas-private.h"
#include "ntm-error.h"
#include "ntm-nearest.h"
#include "ntm-text.h"

#define CANDIDATES_SHOWN 8

/**
 * ntm_kind_code:
 * @kind: a kind of observation
 *
 * Returns: how files and commands write it
 */
const char *
ntm_kind_code (NtmKind kind)
{
  static const char *const codes[] = { "plan", "estimate", "reported", "verified" };

  g_return_val_if_fail ((gsize) kind < G_N_ELEMENTS (codes), "");

  return codes[kind];
}

/**
 * ntm_state_code:
 * @state: what a cell says
 *
 * Returns: how files and commands write it
 */
const char *
ntm_state_code (NtmState state)
{
  static const char *const codes[] = { "no_data", "value", "not_applicable", "not_verified" };

  g_return_val_if_fail ((gsize) state < G_N_ELEMENTS (codes), "");

  return codes[state];
}

static gboolean
fits (const NtmIndicator *indicator, const char *name, gboolean is_folded)
{
  g_autofree char *vi = is_folded ? ntm_text_fold (indicator->name_vi) : ntm_text_nfc (indicator->name_vi, -1, NULL);
  g_autofree char *en = is_folded ? ntm_text_fold (indicator->name_en) : ntm_text_nfc (indicator->name_en, -1, NULL);

  return g_strcmp0 (vi, name) == 0 || g_strcmp0 (en, name) == 0;
}

static GPtrArray *
find_named (const GPtrArray *indicators, const char *name, gboolean is_folded)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < indicators->len; i++)
    if (fits (indicators->pdata[i], name, is_folded))
      g_ptr_array_add (found, indicators->pdata[i]);
  return found;
}

static char *
list_indicators (const gconstpointer *indicators, guint n)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      const NtmIndicator *indicator = indicators[i];

      g_string_append_printf (list, "%s%s (%s)", i > 0 ? "; " : "", indicator->code, indicator->name_vi);
    }
  return g_string_free (list, FALSE);
}

static const NtmIndicator *
refuse_ambiguous (const char *name, const GPtrArray *found, GError **error)
{
  g_autofree char *quote = ntm_model_quote (name);
  g_autofree char *list = list_indicators ((const gconstpointer *) found->pdata, MIN (found->len, CANDIDATES_SHOWN));

  g_set_error (error, NTM_ERROR, NTM_ERROR_AMBIGUOUS, _("“%s” fits %u indicators: %s. Type the code."), quote,
               found->len, list);
  return NULL;
}

static const NtmIndicator *
refuse_unknown (const GPtrArray *indicators, const char *name, const char *folded, GError **error)
{
  g_autofree char *quote = ntm_model_quote (name);
  g_autofree char *list = NULL;
  NtmNearest nearest = { { NULL }, { 0 }, 0 };

  for (guint i = 0; i < indicators->len; i++)
    {
      const NtmIndicator *indicator = indicators->pdata[i];
      g_autofree char *vi = ntm_text_fold (indicator->name_vi);
      g_autofree char *en = ntm_text_fold (indicator->name_en);

      ntm_nearest_offer (&nearest, folded, indicator->code, indicator);
      ntm_nearest_offer (&nearest, folded, vi, indicator);
      ntm_nearest_offer (&nearest, folded, en, indicator);
    }
  list = list_indicators (nearest.found, nearest.n);
  if (*list)
    g_set_error (error, NTM_ERROR, NTM_ERROR_NOT_FOUND, _("There is no indicator “%s”. The nearest: %s."), quote, list);
  else
    g_set_error (error, NTM_ERROR, NTM_ERROR_NOT_FOUND, _("There is no indicator “%s”. Type its code."), quote);
  return NULL;
}

/**
 * ntm_atlas_resolve_indicator:
 * @self: an Atlas
 * @text: what a person typed: a code, or a name in either language
 * @error: return location for an error
 *
 * Finds the one indicator that is meant; exact spelling goes before letters without marks or capitals.
 *
 * Returns: (transfer none): the indicator, or %NULL with %NTM_ERROR_AMBIGUOUS, %NTM_ERROR_NOT_FOUND or
 *   %NTM_ERROR_INPUT
 */
const NtmIndicator *
ntm_atlas_resolve_indicator (NtmAtlas *self, const char *text, GError **error)
{
  const GPtrArray *indicators = ntm_atlas_records (self, NTM_TABLE_INDICATOR);
  g_autoptr (GPtrArray) found = NULL;
  g_autofree char *name = NULL;
  g_autofree char *folded = NULL;
  const NtmIndicator *coded;

  g_return_val_if_fail (indicators != NULL && text != NULL, NULL);

  name = ntm_text_nfc (text, -1, error);
  if (!name)
    return NULL;
  coded = ntm_atlas_lookup (self, NTM_TABLE_INDICATOR, g_strstrip (name));
  if (coded)
    return coded;
  folded = ntm_text_fold (name);
  if (!*folded)
    {
      g_set_error_literal (error, NTM_ERROR, NTM_ERROR_INPUT, _("No indicator is given. Type its code."));
      return NULL;
    }
  found = find_named (indicators, name, FALSE);
  if (found->len == 0)
    {
      g_ptr_array_unref (found);
      found = find_named (indicators, folded, TRUE);
    }
  if (found->len > 1)
    return refuse_ambiguous (name, found, error);
  return found->len == 1 ? found->pdata[0] : refuse_unknown (indicators, name, folded, error);
}

/* The last day of its period; a target without one is the last resort. */
static NtmDate
end_of (const NtmTarget *target)
{
  return target->has_period ? ntm_period_last_day (&target->period) : NTM_DATE_MIN;
}

/* The nearest end not before @at, else the last end; a confirmed one before one to be checked. */
static gboolean
is_better (const NtmTarget *best, const NtmTarget *target, NtmDate at)
{
  NtmDate one = best ? end_of (best) : NTM_DATE_MIN;
  NtmDate other = end_of (target);

  if (!best)
    return TRUE;
  if (one == other)
    return g_str_equal (best->certainty, "unverified") && !g_str_equal (target->certainty, "unverified");
  if ((one >= at) != (other >= at))
    return other >= at;
  return one >= at ? other < one : other > one;
}

static const NtmTarget *
best_target (NtmAtlas *self, const char *indicator, const char *unit, NtmDate at)
{
  const GPtrArray *targets = g_hash_table_lookup (self->targets_of, unit);
  const NtmTarget *best = NULL;

  for (guint i = 0; targets && i < targets->len; i++)
    {
      const NtmTarget *target = targets->pdata[i];

      if (target->value != NTM_NONE && g_str_equal (target->indicator, indicator) && is_better (best, target, at))
        best = target;
    }
  return best;
}

/**
 * ntm_atlas_target_for:
 * @self: an Atlas
 * @indicator: the code of an indicator
 * @unit: (nullable): a unit
 * @at: a day
 *
 * Finds the target that counts on a day: of those with a number, the one of the unit, or if it has none the
 * one that names no unit, whose period ends next; when all have ended, the last.
 *
 * Returns: (transfer none) (nullable): the target
 */
const NtmTarget *
ntm_atlas_target_for (NtmAtlas *self, const char *indicator, const NtmUnit *unit, NtmDate at)
{
  const NtmTarget *own;

  g_return_val_if_fail (NTM_IS_ATLAS (self) && indicator != NULL, NULL);

  own = unit ? best_target (self, indicator, unit->id, at) : NULL;
  return own ? own : best_target (self, indicator, "", at);
}
