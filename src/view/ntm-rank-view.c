/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * From an indicator and a level to ranked bars of one period. Units without a figure are listed too:
 * a gap is not the last place.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ntm-rank-view.h"
#include "ntm-sources.h"
#include "ntm-text-box.h"
#include "ntm-view-periods.h"
#include "ntm-view-words.h"

#define MAX_SOURCES 3

typedef struct
{
  const NtmViewContext  *ctx;
  const NtmRankQuestion *question;
  const NtmIndicator    *indicator;
  const NtmSeries       *series;
  GPtrArray             *units;
  NtmRankSpec           *spec;
  NtmSources            *sources;
  const NtmUnit         *best;        /* nullable */
  const NtmObservation  *best_value;
  guint                  n_best, n_values;
} Builder;

static void
builder_clear (Builder *self)
{
  g_clear_pointer (&self->units, g_ptr_array_unref);
  g_clear_pointer (&self->spec, ntm_rank_spec_unref);
  g_clear_pointer (&self->sources, ntm_sources_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Builder, builder_clear)

/* The most of what should grow, the least of what should shrink. */
static gboolean
is_better (const Builder *self, NtmDecimal a, NtmDecimal b)
{
  return self->indicator->direction == NTM_DIRECTION_DOWN ? a < b : a > b;
}

static void
note_best (Builder *self, const NtmUnit *unit, const NtmObservation *observation)
{
  self->n_values++;
  if (!self->best_value || is_better (self, observation->shown, self->best_value->shown))
    {
      self->best = unit;
      self->best_value = observation;
      self->n_best = 1;
    }
  else if (observation->shown == self->best_value->shown)
    self->n_best++;
}

static void
add_rows (Builder *self, int column)
{
  for (guint i = 0; i < self->units->len; i++)
    {
      const NtmUnit *unit = g_ptr_array_index (self->units, i);
      const NtmObservation *observation = column >= 0 ? ntm_view_observed (self->series, unit, (guint) column) : NULL;
      NtmState state = column >= 0 ? ntm_view_state (self->series, unit, (guint) column) : NTM_STATE_NO_DATA;
      g_autofree char *name = ntm_view_unit_name (self->ctx, unit);
      g_autofree char *value = observation ? ntm_view_figure (self->ctx, self->indicator, observation) : NULL;
      NtmRankRow *row;

      if (!observation)
        row = ntm_rank_spec_add_no_data (self->spec, unit->id, name, ntm_view_gap_name (state));
      else
        {
          row = ntm_rank_spec_add_value (self->spec, unit->id, name, ntm_decimal_to_double (observation->shown), value);
          row->hollow = observation->is_derived == 1 || observation->kind == NTM_KIND_ESTIMATE;
          note_best (self, unit, observation);
          ntm_sources_add (self->sources, observation->source, observation->place);
        }
      row->highlighted = self->question->highlighted && g_str_equal (self->question->highlighted, unit->id);
    }
}

/* The best is named only where there is one and something to compare it with. */
static char *
build_title (const Builder *self)
{
  g_autofree char *subject = ntm_view_indicator_subject (self->ctx, self->indicator);
  g_autofree char *name = NULL;
  g_autofree char *value = NULL;

  if (self->n_values == 0)
    return g_strdup_printf (_("%s: no data"), subject);
  value = ntm_view_observation (self->ctx, self->indicator, self->best_value);
  name = ntm_view_unit_name (self->ctx, self->best);
  if (self->n_values == 1)
    return g_strdup_printf (_("%1$s: only %2$s has a figure, %3$s"), subject, name, value);
  if (self->n_best > 1 && self->indicator->direction == NTM_DIRECTION_DOWN)
    return g_strdup_printf (ngettext ("%1$s: lowest in %2$u unit, %3$s", "%1$s: lowest in %2$u units, %3$s each",
                                      self->n_best), subject, self->n_best, value);
  if (self->n_best > 1)
    return g_strdup_printf (ngettext ("%1$s: highest in %2$u unit, %3$s", "%1$s: highest in %2$u units, %3$s each",
                                      self->n_best), subject, self->n_best, value);
  if (self->indicator->direction == NTM_DIRECTION_DOWN)
    return g_strdup_printf (_("%1$s: lowest in %2$s, %3$s"), subject, name, value);
  return g_strdup_printf (_("%1$s: highest in %2$s, %3$s"), subject, name, value);
}

static char *
build_subtitle (const Builder *self, const NtmPeriod *period)
{
  g_autofree char *measure = ntm_view_indicator_measure (self->ctx, self->indicator);
  g_autofree char *when = period ? ntm_view_period_words (self->ctx, self->indicator, period) : NULL;
  g_autofree char *sample = ntm_view_sample_note (self->ctx);
  g_autofree char *count = g_strdup_printf (_("%1$u of %2$u units have a figure"), self->n_values, self->units->len);
  GString *text = g_string_new (measure);

  if (when)
    g_string_append_printf (text, " · %s", when);
  g_string_append_printf (text, " · %s", count);
  if (sample)
    g_string_append_printf (text, " · %s", sample);
  return g_string_free (text, FALSE);
}

static void
add_target (Builder *self, const NtmPeriod *period)
{
  const NtmUnit *province = ntm_atlas_province (self->ctx->atlas, self->ctx->at);
  const NtmTarget *target = province ? ntm_atlas_target_for (self->ctx->atlas, self->indicator->code, province,
                                                             self->ctx->at) : NULL;
  g_autofree char *value = NULL;
  g_autofree char *label = NULL;

  /* A sum for the province says nothing about one district; a rate does. */
  if (!target || target->value == NTM_NONE || !period || !g_str_equal (self->indicator->unit_vi, "%"))
    return;
  value = ntm_view_target (self->ctx, self->indicator, target);
  label = g_strdup_printf (_("Target of the province: %s"), value);
  ntm_rank_spec_set_target (self->spec, ntm_decimal_to_double (target->value), label);
}

static void
build (Builder *self)
{
  NtmPeriod newest;
  const NtmPeriod *period = self->question->period;
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;
  g_autofree char *source = NULL;

  if (!period && ntm_view_newest_period (self->ctx, self->series, self->units, &newest))
    period = &newest;
  add_rows (self, period ? ntm_series_find_period (self->series, period) : -1);
  add_target (self, period);
  title = build_title (self);
  subtitle = build_subtitle (self, period);
  ntm_sources_add_all (self->question->cited, self->sources);
  source = ntm_sources_to_line (self->sources, self->ctx, MAX_SOURCES);
  self->spec->ascending = self->indicator->direction == NTM_DIRECTION_DOWN;
  ntm_spec_set (&self->spec->title, title);
  ntm_spec_set (&self->spec->subtitle, subtitle);
  ntm_spec_set (&self->spec->source, source);
  ntm_spec_set (&self->spec->empty, _("There is no unit to compare"));
  ntm_spec_set (&self->spec->more, _("… and others that do not fit here"));
}

/**
 * ntm_rank_view_new:
 * @ctx: the context
 * @question: what to compare
 * @error: return location for a #GError
 *
 * Makes a ranking of one period, the best first: the largest, or the smallest of what should shrink.
 *
 * Returns: (transfer full): the spec; %NULL with %NTM_ERROR_NOT_FOUND for an unknown indicator or where
 *   the day has no units of the level, or with the error of reading the file
 */
NtmRankSpec *
ntm_rank_view_new (const NtmViewContext *ctx, const NtmRankQuestion *question, GError **error)
{
  g_auto (Builder) self = { .ctx = ctx, .question = question };

  self.indicator = ntm_atlas_resolve_indicator (ctx->atlas, question->indicator, error);
  if (!self.indicator)
    return NULL;
  self.units = ntm_view_units (ctx, question->level, question->parent, error);
  if (!self.units)
    return NULL;
  self.series = ntm_atlas_series (ctx->atlas, self.indicator->code, error);
  if (!self.series)
    return NULL;
  self.spec = ntm_rank_spec_new ();
  self.sources = ntm_sources_new ();
  build (&self);
  return g_steal_pointer (&self.spec);
}
