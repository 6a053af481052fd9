/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The target of a trend, the pace it asks for, where the present pace leads, and the country beside it. */

#include "config.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "ntm-trend-builder.h"
#include "ntm-view-periods.h"
#include "ntm-view-words.h"

static void
add_target (NtmTrendBuilder *self)
{
  const NtmTarget *target = self->target;
  g_autofree char *value = ntm_view_target (self->ctx, self->indicator, target);
  g_autofree char *period = NULL;
  g_autofree char *label = NULL;
  const char *mark = g_str_equal (target->certainty, "unverified") ? " ?" : "";
  NtmDate day = target->has_period ? ntm_period_last_day (&target->period) : NTM_DATE_MAX;

  if (target->has_period)
    {
      period = ntm_view_period_words (self->ctx, self->indicator, &target->period);
      label = g_strdup_printf (_("Target for %1$s: %2$s%3$s"), period, value, mark);
    }
  else
    label = g_strdup_printf (_("Target: %1$s%2$s"), value, mark);
  ntm_trend_spec_set_target (self->spec, ntm_decimal_to_double (target->value), target->qualifier, day, label);
  ntm_sources_add (self->sources, target->source, target->place);
}

static void
add_required (NtmTrendBuilder *self)
{
  const NtmPace *pace = &self->pace;
  g_autofree char *words = ntm_view_pace (self->ctx, self->indicator, pace->required);
  g_autofree char *label = g_strdup_printf (_("needs %s"), words);

  ntm_trend_spec_set_pace (self->spec, pace->from, pace->last, pace->to, ntm_decimal_to_double (self->target->value),
                           label);
}

/* No rate above 100 %: a projection stops where the indicator does. */
static double
bounded (const NtmIndicator *indicator, double value)
{
  if (indicator->minimum != NTM_NONE)
    value = fmax (value, ntm_decimal_to_double (indicator->minimum));
  if (indicator->maximum != NTM_NONE)
    value = fmin (value, ntm_decimal_to_double (indicator->maximum));
  return value;
}

static void
add_projection (NtmTrendBuilder *self)
{
  const NtmPace *pace = &self->pace;
  double value = bounded (self->indicator, pace->projected);
  int decimals = fabs (value) < 10 ? 1 : 0;
  gboolean is_rate = g_str_equal (ntm_view_indicator_unit (self->ctx, self->indicator), "%");
  g_autofree char *number = ntm_number_format_unit ((NtmDecimal) llround (value * NTM_DECIMAL_ONE), decimals,
                                                    is_rate ? "%" : "", self->ctx->lang);
  g_autofree char *label = g_strdup_printf (_("≈ %s at this pace"), number);
  g_autofree char *words = ntm_view_pace (self->ctx, self->indicator, pace->observed);
  g_autofree char *sublabel = g_strdup_printf (_("extrapolated from %s"), words);

  ntm_trend_spec_set_projection (self->spec, pace->to, value, label, sublabel);
}

static void
add_national (NtmTrendBuilder *self)
{
  g_autofree char *code = g_strconcat ("national_", self->indicator->code, NULL);
  const NtmIndicator *indicator = ntm_atlas_lookup (self->ctx->atlas, NTM_TABLE_INDICATOR, code);
  const NtmUnit *province = ntm_atlas_province (self->ctx->atlas, self->ctx->at);
  const NtmSeries *series = indicator ? ntm_atlas_series (self->ctx->atlas, code, NULL) : NULL;
  const NtmObservation *latest = series && province ? ntm_series_latest (series, province, self->ctx->at) : NULL;
  g_autofree char *value = NULL;
  g_autofree char *when = NULL;
  g_autofree char *label = NULL;

  if (!latest || latest->state != NTM_STATE_VALUE || latest->shown == NTM_NONE)
    return;
  value = ntm_view_figure (self->ctx, indicator, latest);
  when = ntm_view_period_words (self->ctx, indicator, &latest->period);
  label = g_strdup_printf (_("whole country %1$s (%2$s)"), value, when);
  ntm_trend_spec_add_reference (self->spec, ntm_period_last_day (&latest->period),
                                ntm_decimal_to_double (latest->shown), label);
  ntm_sources_add (self->sources, latest->source, latest->place);
}

/**
 * ntm_trend_builder_add_goal:
 * @self: the builder, its figures gathered
 *
 * Finds the target in force and, for one unit, its paces, and adds what of them the question wants.
 */
void
ntm_trend_builder_add_goal (NtmTrendBuilder *self)
{
  const NtmViewContext *ctx = self->ctx;
  const NtmUnit *unit = g_ptr_array_index (self->units, 0);
  gboolean single = self->units->len == 1;

  if (!single)
    unit = ntm_atlas_province (ctx->atlas, ctx->at);
  if (unit && unit->level == NTM_LEVEL_PROVINCE)
    add_national (self);
  if (self->question->no_target || !unit)
    return;
  self->target = ntm_atlas_target_for (ctx->atlas, self->indicator->code, unit, ctx->at);
  if (!self->target || self->target->value == NTM_NONE)
    {
      self->target = NULL;
      return;
    }
  add_target (self);
  if (!single || self->observed->len == 0)
    return;
  self->has_pace = ntm_pace_compute (ctx->atlas, self->series, unit, self->target, ctx->at, &self->pace);
  if (!self->has_pace || self->pace.met)
    return;
  if (self->pace.has_required && !self->question->no_pace)
    add_required (self);
  if (self->pace.has_observed && self->pace.to > self->pace.from && self->pace.to < NTM_DATE_MAX
      && !self->question->no_projection)
    add_projection (self);
}
