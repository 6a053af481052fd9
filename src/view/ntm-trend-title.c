/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The headline of a trend: one sentence that says what the figures show and nothing they do not. No
 * difference is claimed over a break of the series or from a figure that is only about or at least.
 */

#include "config.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "ntm-trend-builder.h"
#include "ntm-view-words.h"

static const NtmObservation *
newest (const NtmTrendBuilder *self, guint nth)
{
  guint n = self->observed->len;

  return nth < n ? g_ptr_array_index (self->observed, n - 1 - nth) : NULL;
}

static gboolean
is_broken (const NtmTrendBuilder *self, NtmDate from, NtmDate to)
{
  const GPtrArray *breaks = ntm_atlas_records (self->ctx->atlas, NTM_TABLE_SERIES_BREAK);

  for (guint i = 0; i < breaks->len; i++)
    {
      const NtmSeriesBreak *point = g_ptr_array_index (breaks, i);

      if (g_str_equal (point->indicator, self->indicator->code) && from < point->date && point->date <= to)
        return TRUE;
    }
  return FALSE;
}

static gboolean
are_comparable (const NtmTrendBuilder *self, const NtmObservation *before, const NtmObservation *last)
{
  return before->qualifier == NTM_QUALIFIER_EQUAL && last->qualifier == NTM_QUALIFIER_EQUAL
         && !is_broken (self, ntm_period_last_day (&before->period), ntm_period_last_day (&last->period));
}

/* What is compared with: a year is named without "end of", as people do. */
static char *
compared_words (const NtmTrendBuilder *self, const NtmPeriod *period)
{
  if (period->kind == NTM_PERIOD_YEAR)
    return g_strdup_printf (C_("compared with", "%d"), ntm_date_year (period->days.from));
  return ntm_period_format (period, self->ctx->lang);
}

/* Differences of quotients are rounded as the quotients are shown; of stated values they are exact. */
static NtmDecimal
difference_of (const NtmTrendBuilder *self, const NtmObservation *before, const NtmObservation *last)
{
  NtmDecimal difference = last->shown - before->shown;

  if (before->value != NTM_NONE && last->value != NTM_NONE)
    return difference;
  return ntm_decimal_round (difference, (int) CLAMP (self->indicator->decimals, 0, 1));
}

static char *
change_title (const NtmTrendBuilder *self, const char *subject, const NtmObservation *before,
              const NtmObservation *last)
{
  NtmDecimal difference = difference_of (self, before, last);
  g_autofree char *value = ntm_view_observation (self->ctx, self->indicator, last);
  g_autofree char *size = ntm_view_difference (self->ctx, self->indicator, difference);
  g_autofree char *when = compared_words (self, &before->period);

  if (difference < 0)
    return g_strdup_printf (_("%1$s: down to %2$s, %3$s less than in %4$s"), subject, value, size, when);
  if (difference > 0)
    return g_strdup_printf (_("%1$s: up to %2$s, %3$s more than in %4$s"), subject, value, size, when);
  return g_strdup_printf (_("%1$s: still %2$s, as in %3$s"), subject, value, when);
}

static char *
value_title (const NtmTrendBuilder *self, const char *subject, const NtmObservation *last)
{
  g_autofree char *value = ntm_view_observation (self->ctx, self->indicator, last);
  g_autofree char *when = ntm_view_period_words (self->ctx, self->indicator, &last->period);

  return g_strdup_printf (_("%1$s: %2$s (%3$s)"), subject, value, when);
}

/* How many times as fast; never rounded down to "1.0", which would say that the pace is right. */
static char *
factor_words (const NtmTrendBuilder *self, double factor)
{
  int decimals = factor < 1.05 ? 2 : 1;
  double shown = factor < 1.01 ? 1.01 : fmin (factor, 1e6);

  return ntm_number_format ((NtmDecimal) llround (shown * NTM_DECIMAL_ONE), decimals, self->ctx->lang);
}

static char *
required_title (const NtmTrendBuilder *self, const char *subject, const char *goal)
{
  const NtmPace *pace = &self->pace;
  g_autofree char *required = ntm_view_pace (self->ctx, self->indicator, pace->required);
  g_autofree char *factor = NULL;

  if (pace->has_observed && pace->observed * pace->required > 0)
    {
      factor = factor_words (self, pace->required / pace->observed);
      if (pace->required > 0)
        return g_strdup_printf (_("%1$s must rise %2$s times as fast to reach %3$s"), subject, factor, goal);
      return g_strdup_printf (_("%1$s must fall %2$s times as fast to reach %3$s"), subject, factor, goal);
    }
  if (pace->required > 0)
    return g_strdup_printf (_("%1$s must rise by %2$s to reach %3$s"), subject, required, goal);
  return g_strdup_printf (_("%1$s must fall by %2$s to reach %3$s"), subject, required, goal);
}

/* NULL where nothing can be said about the target. */
static char *
pace_title (const NtmTrendBuilder *self, const char *subject)
{
  const NtmObservation *last = newest (self, 0);
  const NtmPace *pace = &self->pace;
  g_autofree char *value = ntm_view_observation (self->ctx, self->indicator, last);
  g_autofree char *goal = NULL;

  if (!self->has_pace || !self->target || self->question->no_pace)
    return NULL;
  if (pace->met)
    {
      goal = ntm_view_target (self->ctx, self->indicator, self->target);
      return g_strdup_printf (_("%1$s: %2$s, which meets the target %3$s"), subject, value, goal);
    }
  goal = ntm_view_value (self->ctx, self->indicator, self->target->value);
  if (!pace->has_required)
    return NULL;
  if (pace->has_observed && pace->reaches)
    return g_strdup_printf (_("%1$s will reach %2$s in time at the present pace"), subject, goal);
  return required_title (self, subject, goal);
}

/**
 * ntm_trend_builder_dup_title:
 * @self: the builder, its figures gathered
 *
 * Returns: (transfer full): the headline
 */
char *
ntm_trend_builder_dup_title (const NtmTrendBuilder *self)
{
  g_autofree char *subject = ntm_view_indicator_subject (self->ctx, self->indicator);
  const NtmObservation *last = newest (self, 0);
  const NtmObservation *before = newest (self, 1);
  char *title = NULL;

  if (self->units->len > 1)
    return g_strdup (ntm_view_indicator_name (self->ctx, self->indicator));
  if (!last)
    return g_strdup_printf (_("%s: no data"), subject);
  title = pace_title (self, subject);
  if (title)
    return title;
  if (before && are_comparable (self, before, last))
    return change_title (self, subject, before, last);
  return value_title (self, subject, last);
}
