/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Figures as people read them. A stated figure keeps the digits it was stated with; a computed one is
 * rounded. A difference of rates is in percentage points and never written as a per cent.
 */

#include "config.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "ntm-view-words.h"

/**
 * ntm_view_indicator_name:
 * @ctx: the context
 * @indicator: an indicator
 *
 * Returns: its name
 */
const char *
ntm_view_indicator_name (const NtmViewContext *ctx, const NtmIndicator *indicator)
{
  return ntm_lang_pick (ctx->lang, indicator->name_vi, indicator->name_en);
}

/**
 * ntm_view_indicator_unit:
 * @ctx: the context
 * @indicator: an indicator
 *
 * Returns: its unit of measure, "" without
 */
const char *
ntm_view_indicator_unit (const NtmViewContext *ctx, const NtmIndicator *indicator)
{
  return ntm_lang_pick (ctx->lang, indicator->unit_vi, indicator->unit_en);
}

/**
 * ntm_view_indicator_subject:
 * @ctx: the context
 * @indicator: an indicator
 *
 * Finds the short subject of a headline: "Poor households" where the full name would not fit.
 *
 * Returns: (transfer full): it, or the name of an indicator that has no short one
 */
char *
ntm_view_indicator_subject (const NtmViewContext *ctx, const NtmIndicator *indicator)
{
  static const struct { const char *code, *subject; } subjects[] = {
    { "poverty_rate", NC_("headline", "Poverty") },
    { "near_poverty_rate", NC_("headline", "Near-poverty") },
    { "central_water_rate", NC_("headline", "Centralised clean water") },
    { "wastewater_rate", NC_("headline", "Household wastewater treatment") },
    { "sipas_index", NC_("headline", "Satisfaction (SIPAS)") },
    { "consolidated_land_area", NC_("headline", "Consolidated farmland") },
    { "civilised_urban_rate", NC_("headline", "Civilised urban areas") },
    { "income_per_capita", NC_("headline", "Income per capita") },
    { "sponsorship_total", NC_("headline", "Sponsorship") },
    { "sponsorship_locality", NC_("headline", "Sponsorship raised by localities") },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (subjects); i++)
    if (g_str_equal (subjects[i].code, indicator->code))
      return g_strdup (g_dpgettext2 (GETTEXT_PACKAGE, "headline", subjects[i].subject));
  return g_strdup (ntm_view_indicator_name (ctx, indicator));
}

/**
 * ntm_view_indicator_measure:
 * @ctx: the context
 * @indicator: an indicator
 *
 * Returns: (transfer full): its name and unit: "Poverty rate (%)"
 */
char *
ntm_view_indicator_measure (const NtmViewContext *ctx, const NtmIndicator *indicator)
{
  const char *unit = ntm_view_indicator_unit (ctx, indicator);
  const char *name = ntm_view_indicator_name (ctx, indicator);

  return *unit ? g_strdup_printf ("%s (%s)", name, unit) : g_strdup (name);
}

/**
 * ntm_view_value:
 * @ctx: the context
 * @indicator: what it is a value of
 * @value: a stated value
 *
 * Returns: (transfer full): it with all its digits and its unit
 */
char *
ntm_view_value (const NtmViewContext *ctx, const NtmIndicator *indicator, NtmDecimal value)
{
  return ntm_number_format_unit (value, -1, ntm_view_indicator_unit (ctx, indicator), ctx->lang);
}

/* The word a source used, "gần", where it is one; the column also keeps words such as "giữa năm". */
static char *
qualifier_words (const NtmViewContext *ctx, const NtmObservation *observation)
{
  NtmQualifier meant;

  if (observation->qualifier == NTM_QUALIFIER_EQUAL)
    return g_strdup ("");
  if (ctx->lang == NTM_LANG_VI && *observation->words && ntm_qualifier_parse (observation->words, &meant))
    return g_strdup_printf ("%s\u00a0", observation->words);
  return g_strdup (ntm_qualifier_sign (observation->qualifier));
}

static char *
format_observation (const NtmViewContext *ctx, const NtmIndicator *indicator, const NtmObservation *observation,
                    const char *unit)
{
  g_autofree char *qualifier = NULL;
  g_autofree char *number = NULL;
  int decimals = -1;

  if (!observation || observation->state == NTM_STATE_NO_DATA)
    return g_strdup (ntm_view_no_data ());
  if (observation->state == NTM_STATE_NOT_APPLICABLE || observation->shown == NTM_NONE)
    return g_strdup (ntm_view_gap_name (observation->state));
  /* A quotient has endless digits; a stated value has those it was stated with. */
  if (observation->value == NTM_NONE)
    decimals = (int) CLAMP (indicator->decimals, 0, 1);
  qualifier = qualifier_words (ctx, observation);
  number = ntm_number_format_unit (observation->shown, decimals, unit, ctx->lang);
  return g_strconcat (qualifier, number, observation->state == NTM_STATE_NOT_VERIFIED ? " ?" : "", NULL);
}

/**
 * ntm_view_observation:
 * @ctx: the context
 * @indicator: what is observed
 * @observation: (nullable): an observation
 *
 * Returns: (transfer full): its figure with qualifier and unit; for other states their words, so that
 *   missing, not applicable and not verified read differently and never as 0
 */
char *
ntm_view_observation (const NtmViewContext *ctx, const NtmIndicator *indicator, const NtmObservation *observation)
{
  return format_observation (ctx, indicator, observation, ntm_view_indicator_unit (ctx, indicator));
}

/**
 * ntm_view_figure:
 * @ctx: the context
 * @indicator: what is observed
 * @observation: (nullable): an observation
 *
 * Writes an observation as ntm_view_observation() does, for labels of drawings that name the unit once
 * for all: only "%" is kept.
 *
 * Returns: (transfer full): the figure
 */
char *
ntm_view_figure (const NtmViewContext *ctx, const NtmIndicator *indicator, const NtmObservation *observation)
{
  gboolean is_rate = g_str_equal (ntm_view_indicator_unit (ctx, indicator), "%");

  return format_observation (ctx, indicator, observation, is_rate ? "%" : "");
}

static const char *
difference_unit (const NtmViewContext *ctx, const NtmIndicator *indicator)
{
  const char *unit = ntm_view_indicator_unit (ctx, indicator);

  return g_str_equal (unit, "%") ? _("percentage points") : unit;
}

/**
 * ntm_view_difference:
 * @ctx: the context
 * @indicator: what the two values are of
 * @difference: the difference, its sign is not written
 *
 * Returns: (transfer full): its size: "0.78 percentage points" for rates
 */
char *
ntm_view_difference (const NtmViewContext *ctx, const NtmIndicator *indicator, NtmDecimal difference)
{
  return ntm_number_format_unit (ABS (difference), -1, difference_unit (ctx, indicator), ctx->lang);
}

/**
 * ntm_view_pace:
 * @ctx: the context
 * @indicator: what moves
 * @per_year: how fast, in units of the indicator a year; its sign is not written
 *
 * Returns: (transfer full): the pace to one decimal: "7.0 percentage points a year"
 */
char *
ntm_view_pace (const NtmViewContext *ctx, const NtmIndicator *indicator, double per_year)
{
  double size = fmin (fabs (per_year), 1e12);
  /* One decimal, but never "0.0" for what does move. */
  int decimals = size >= 0.05 ? 1 : 3;
  g_autofree char *number = ntm_number_format_unit ((NtmDecimal) llround (size * NTM_DECIMAL_ONE), decimals,
                                                    difference_unit (ctx, indicator), ctx->lang);

  return g_strdup_printf (_("%s a year"), number);
}

/**
 * ntm_view_target:
 * @ctx: the context
 * @indicator: what the target is for
 * @target: a target with a value
 *
 * Returns: (transfer full): what is to be reached: "≥ 50 %"
 */
char *
ntm_view_target (const NtmViewContext *ctx, const NtmIndicator *indicator, const NtmTarget *target)
{
  g_autofree char *value = ntm_view_value (ctx, indicator, target->value);

  return g_strconcat (ntm_qualifier_sign (target->qualifier), value, NULL);
}
