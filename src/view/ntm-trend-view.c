/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * From an indicator and units to a trend. Points up to the context's day, gaps as gaps, breaks as
 * breaks; what the source did not state itself is hollow.
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "ntm-text-box.h"
#include "ntm-trend-builder.h"
#include "ntm-view-periods.h"
#include "ntm-view-words.h"

#define MAX_SOURCES  4
#define FRAME_YEARS  7   /* older points are told in the subtitle, or they would press the recent ones together */
#define TICK_YEARS  4    /* over more years there is only room for their numbers */
#define CLEAR_DAYS  75   /* a hatch keeps this far from the first point */

static void
builder_clear (NtmTrendBuilder *self)
{
  g_clear_pointer (&self->units, g_ptr_array_unref);
  g_clear_pointer (&self->observed, g_ptr_array_unref);
  g_clear_pointer (&self->spec, ntm_trend_spec_unref);
  g_clear_pointer (&self->sources, ntm_sources_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NtmTrendBuilder, builder_clear)

static NtmDate
day_of (const NtmObservation *observation)
{
  return ntm_period_last_day (&observation->period);
}

/*
 * Sums over a year and over half a year are not points of one line: of a flow only the longest kind
 * that the unit has figures of is shown.
 */
static NtmPeriodKind
find_flow_kind (const NtmTrendBuilder *self, const NtmUnit *unit)
{
  NtmPeriodKind kind = NTM_PERIOD_DAY;

  for (guint p = 0; p < self->series->n_periods; p++)
    {
      const NtmPeriod *period = &self->series->periods[p];

      if (period->kind > kind && period->kind != NTM_PERIOD_RANGE && ntm_period_last_day (period) <= self->ctx->at
          && ntm_view_observed (self->series, unit, p))
        kind = period->kind;
    }
  return kind;
}

/* The figures of @unit by day; of several on one day the one of the longest period. */
static GPtrArray *
gather (const NtmTrendBuilder *self, const NtmUnit *unit)
{
  GPtrArray *observed = g_ptr_array_new ();
  NtmPeriodKind kind = self->indicator->is_flow ? find_flow_kind (self, unit) : NTM_PERIOD_RANGE;

  for (guint p = 0; p < self->series->n_periods; p++)
    {
      const NtmPeriod *period = &self->series->periods[p];
      const NtmObservation *observation = ntm_view_observed (self->series, unit, p);
      const NtmObservation *before = observed->len ? g_ptr_array_index (observed, observed->len - 1) : NULL;

      if (!observation || period->kind == NTM_PERIOD_RANGE || ntm_period_last_day (period) > self->ctx->at)
        continue;
      if (self->indicator->is_flow && period->kind != kind)
        continue;
      if (before && day_of (before) == day_of (observation))
        g_ptr_array_set_size (observed, (int) observed->len - 1);
      g_ptr_array_add (observed, (gpointer) observation);
    }
  return observed;
}

/* Takes off what is too old for the frame, as long as two points stay, and tells it. */
static char *
trim (const NtmTrendBuilder *self, GPtrArray *observed)
{
  g_autoptr (GString) told = g_string_new (NULL);
  const NtmObservation *last = observed->len ? g_ptr_array_index (observed, observed->len - 1) : NULL;
  int oldest = last ? ntm_date_year (day_of (last)) - FRAME_YEARS : 0;

  while (observed->len > 2 && ntm_date_year (day_of (g_ptr_array_index (observed, 0))) < oldest)
    {
      const NtmObservation *old = g_ptr_array_index (observed, 0);
      g_autofree char *value = ntm_view_figure (self->ctx, self->indicator, old);
      g_autofree char *when = ntm_period_format (&old->period, self->ctx->lang);

      g_string_append_printf (told, "%s%s: %s", told->len ? "; " : "", when, value);
      g_ptr_array_remove_index (observed, 0);
    }
  return told->len ? g_string_free (g_steal_pointer (&told), FALSE) : NULL;
}

static char *
ratio_words (const NtmViewContext *ctx, const NtmObservation *observation)
{
  g_autofree char *numerator = NULL;
  g_autofree char *denominator = NULL;

  if (observation->numerator == NTM_NONE || observation->denominator == NTM_NONE)
    return NULL;
  numerator = ntm_number_format (observation->numerator, -1, ctx->lang);
  denominator = ntm_number_format (observation->denominator, -1, ctx->lang);
  return g_strdup_printf ("%s/%s", numerator, denominator);
}

/* The wording of the source, "giữa năm 2024", is more exact than the day it was entered as. */
static char *
when_words (const NtmViewContext *ctx, const NtmObservation *observation)
{
  NtmQualifier meant;

  if (observation->period.kind == NTM_PERIOD_YEAR)
    return NULL;
  if (ctx->lang == NTM_LANG_VI && *observation->words && !ntm_qualifier_parse (observation->words, &meant))
    return g_strdup (observation->words);
  return ntm_period_format (&observation->period, ctx->lang);
}

static char *
point_sublabel (const NtmViewContext *ctx, const NtmObservation *observation)
{
  g_autofree char *when = when_words (ctx, observation);
  g_autofree char *ratio = ratio_words (ctx, observation);
  const char *origin = NULL;
  GString *text = g_string_new (when);

  if (observation->is_derived == 1)
    origin = _("derived");
  else if (observation->kind == NTM_KIND_ESTIMATE)
    origin = _("estimate");
  if (ratio)
    g_string_append_printf (text, "%s%s", text->len ? " · " : "", ratio);
  if (origin)
    g_string_append_printf (text, "%s%s", text->len ? " · " : "", origin);
  return g_string_free (text, FALSE);
}

static void
add_points (NtmTrendBuilder *self, NtmTrendSeries *line, const GPtrArray *observed)
{
  for (guint i = 0; i < observed->len; i++)
    {
      const NtmObservation *observation = g_ptr_array_index (observed, i);
      g_autofree char *label = ntm_view_figure (self->ctx, self->indicator, observation);
      g_autofree char *sublabel = point_sublabel (self->ctx, observation);
      NtmTrendPoint *point = ntm_trend_series_add_point (line, day_of (observation),
                                                         ntm_decimal_to_double (observation->shown), label);

      point->hollow = observation->is_derived == 1 || observation->kind == NTM_KIND_ESTIMATE
                      || observation->value == NTM_NONE;
      ntm_spec_set (&point->key, observation->period_text);
      if (*sublabel)
        ntm_spec_set (&point->sublabel, sublabel);
      ntm_sources_add (self->sources, observation->source, observation->place);
    }
}

/* Years without any figure between the first and the last, and before @at. */
static void
add_gaps (NtmTrendBuilder *self)
{
  int previous = 0;
  int until = ntm_date_year (self->ctx->at);

  for (guint i = 0; i <= self->observed->len; i++)
    {
      int year = i < self->observed->len ? ntm_date_year (day_of (g_ptr_array_index (self->observed, i))) : until;

      /* The running year is no gap yet. */
      if (i > 0 && year > previous + 1)
        ntm_trend_spec_add_gap (self->spec, ntm_date_new (previous + 1, 1, 1), ntm_date_new (year - 1, 12, 31),
                                ntm_view_no_data ());
      previous = year;
    }
}

/* A lone figure has its year in the picture, hatched up to it: what was before is not known. */
static void
add_lead (NtmTrendBuilder *self)
{
  NtmDate first, from;

  if (self->observed->len == 0 || self->observed->len > 2)
    return;
  first = day_of (g_ptr_array_index (self->observed, 0));
  from = ntm_date_new (ntm_date_year (first) - 1, 12, 31);
  self->spec->from = from;
  self->spec->to = MAX (self->ctx->at, first + 1);
  if (self->spec->has_target && self->spec->target_day != NTM_DATE_MAX)
    self->spec->to = MAX (self->spec->to, self->spec->target_day);
  if (first - CLEAR_DAYS > from + CLEAR_DAYS)
    ntm_trend_spec_add_gap (self->spec, from, first - CLEAR_DAYS, ntm_view_no_data ());
}

/* A stock is measured at the end of a year, and so the ticks stand there and say so. */
static void
add_ticks (NtmTrendBuilder *self)
{
  NtmDate first = self->observed->len ? day_of (g_ptr_array_index (self->observed, 0)) : self->ctx->at;
  int from = ntm_date_year (first) - 1;
  int to = ntm_date_year (self->ctx->at);

  if (self->spec->has_target && self->spec->target_day != NTM_DATE_MAX)
    to = MAX (to, ntm_date_year (self->spec->target_day));
  if (self->indicator->is_flow || self->observed->len == 0 || to - from > TICK_YEARS)
    return;
  for (int year = from; year <= to; year++)
    {
      g_autofree char *label = g_strdup_printf (C_("axis", "end %d"), year);

      ntm_trend_spec_add_tick (self->spec, ntm_date_new (year, 12, 31), label);
    }
}

/* Of all points of all units: the first may have no figure; NTM_DATE_MAX without any. */
static NtmDate
first_day (const NtmTrendBuilder *self)
{
  NtmDate first = NTM_DATE_MAX;

  for (guint s = 0; s < self->spec->series->len; s++)
    {
      const GPtrArray *points = ((const NtmTrendSeries *) g_ptr_array_index (self->spec->series, s))->points;

      for (guint i = 0; i < points->len; i++)
        first = MIN (first, ((const NtmTrendPoint *) g_ptr_array_index (points, i))->day);
    }
  return first;
}

static void
add_breaks (NtmTrendBuilder *self)
{
  const GPtrArray *breaks = ntm_atlas_records (self->ctx->atlas, NTM_TABLE_SERIES_BREAK);
  NtmDate first = first_day (self);

  for (guint i = 0; i < breaks->len; i++)
    {
      const NtmSeriesBreak *point = g_ptr_array_index (breaks, i);
      const char *note = ntm_lang_pick (self->ctx->lang, point->note_vi, point->note_en);
      const char *colon = strchr (note, ':');
      g_autofree char *label = colon ? g_strndup (note, (gsize) (colon - note)) : g_strdup (note);

      if (g_str_equal (point->indicator, self->indicator->code) && point->date > first && point->date <= self->ctx->at)
        ntm_trend_spec_add_break (self->spec, point->date, label);
    }
}

/* Zero belongs in the picture unless all of it lies in the upper third: an index of 85 to 90. */
static gboolean
wants_zero (const NtmTrendBuilder *self)
{
  NtmDecimal low = G_MAXINT64, high = self->target ? self->target->value : G_MININT64;

  for (guint i = 0; i < self->observed->len; i++)
    {
      const NtmObservation *observation = g_ptr_array_index (self->observed, i);

      low = MIN (low, observation->shown);
      high = MAX (high, observation->shown);
    }
  return self->observed->len == 0 || self->units->len > 1 || low <= high / 3 * 2;
}

static void
set_words (NtmTrendBuilder *self, const char *outside)
{
  const NtmViewContext *ctx = self->ctx;
  const NtmUnit *unit = g_ptr_array_index (self->units, 0);
  g_autofree char *title = ntm_trend_builder_dup_title (self);
  g_autofree char *measure = ntm_view_indicator_measure (ctx, self->indicator);
  g_autofree char *name = ntm_view_unit_name (ctx, unit);
  g_autofree char *sample = ntm_view_sample_note (ctx);
  g_autofree char *source = ntm_sources_to_line (self->sources, ctx, MAX_SOURCES);
  g_autoptr (GString) subtitle = g_string_new (measure);

  if (self->units->len == 1)
    g_string_append_printf (subtitle, " · %s", name);
  if (outside)
    g_string_append_printf (subtitle, _(" · %s, outside the frame"), outside);
  if (sample)
    g_string_append_printf (subtitle, " · %s", sample);
  ntm_spec_set (&self->spec->title, title);
  ntm_spec_set (&self->spec->subtitle, subtitle->str);
  ntm_spec_set (&self->spec->unit, ntm_view_indicator_unit (ctx, self->indicator));
  ntm_spec_set (&self->spec->source, source);
  ntm_spec_set (&self->spec->empty, _("No figure up to this day"));
}

static void
build (NtmTrendBuilder *self)
{
  g_autofree char *outside = NULL;

  self->observed = gather (self, g_ptr_array_index (self->units, 0));
  if (self->units->len == 1)
    outside = trim (self, self->observed);
  for (guint i = 0; i < self->units->len; i++)
    {
      const NtmUnit *unit = g_ptr_array_index (self->units, i);
      g_autoptr (GPtrArray) observed = i == 0 ? g_ptr_array_ref (self->observed) : gather (self, unit);
      g_autofree char *name = ntm_view_unit_name (self->ctx, unit);

      add_points (self, ntm_trend_spec_add_series (self->spec, unit->id, name), observed);
    }
  ntm_trend_builder_add_goal (self);
  add_breaks (self);
  if (self->units->len == 1)
    {
      add_lead (self);
      add_gaps (self);
      add_ticks (self);
    }
  self->spec->y_from_zero = wants_zero (self);
  set_words (self, outside);
  ntm_sources_add_all (self->question->cited, self->sources);
}

static gboolean
find_units (NtmTrendBuilder *self, GError **error)
{
  const char *const *ids = self->question->units;
  const NtmUnit *province = ntm_atlas_province (self->ctx->atlas, self->ctx->at);

  self->units = g_ptr_array_new ();
  for (; ids && *ids; ids++)
    {
      const NtmUnit *unit = ntm_atlas_resolve_unit (self->ctx->atlas, *ids, error);

      if (!unit)
        return FALSE;
      g_ptr_array_add (self->units, (gpointer) unit);
    }
  if (self->units->len == 0 && province)
    g_ptr_array_add (self->units, (gpointer) province);
  if (self->units->len == 0)
    g_set_error (error, NTM_ERROR, NTM_ERROR_NOT_FOUND, _("The file has no province at this day. Name a unit."));
  return self->units->len > 0;
}

/**
 * ntm_trend_view_new:
 * @ctx: the context; later figures are left out
 * @question: what to show
 * @error: return location for a #GError
 *
 * Makes a trend. Plans are no points. Figures that are derived, estimated or quotients are hollow. Of a
 * flow only periods of one length are shown. The headline is about one unit; with several it is the
 * name of the indicator.
 *
 * Returns: (transfer full): the spec, which says so where there is no figure; %NULL with
 *   %NTM_ERROR_NOT_FOUND or %NTM_ERROR_AMBIGUOUS for an unknown indicator or unit, or with the error of
 *   reading the file
 */
NtmTrendSpec *
ntm_trend_view_new (const NtmViewContext *ctx, const NtmTrendQuestion *question, GError **error)
{
  g_auto (NtmTrendBuilder) self = { .ctx = ctx, .question = question };

  self.indicator = ntm_atlas_resolve_indicator (ctx->atlas, question->indicator, error);
  if (!self.indicator || !find_units (&self, error))
    return NULL;
  self.series = ntm_atlas_series (ctx->atlas, self.indicator->code, error);
  if (!self.series)
    return NULL;
  self.spec = ntm_trend_spec_new ();
  self.sources = ntm_sources_new ();
  build (&self);
  return g_steal_pointer (&self.spec);
}
