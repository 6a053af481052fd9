/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The figures of a unit: those with a target first, the targets somebody has confirmed before the others, and
 * whether there is a figure or not; then the others the file has for it; then those it should have, because
 * others of its kind do, and which are missing.
 */

#include "config.h"

#include "ntm-unit-facts-private.h"

#include <glib/gi18n.h>

#include "ntm-view-words.h"

#define MAX_FIGURES 12
#define MAX_MISSING 4

typedef struct
{
  const NtmViewContext *context;
  const NtmUnit        *unit;
  NtmSources           *sources;
  GPtrArray            *figures;
  GPtrArray            *missing;
  GPtrArray            *siblings;       /* (element-type NtmUnit), NULL until asked for */
  guint                 n_confirmed;    /* of the figures, those with a confirmed target */
  guint                 n_with_target;
  guint                 n_left_out;     /* of the figures, beyond those that are told */
} Builder;

static void
figure_free (NtmUnitFigure *figure)
{
  g_free (figure->name);
  g_free (figure->value);
  g_free (figure->detail);
  g_free (figure->code);
  g_array_unref (figure->points);
  g_free (figure);
}

/* Those that were moved to the figures have left %NULL behind. */
static void
missing_free (gpointer figure)
{
  if (figure != NULL)
    figure_free (figure);
}

static const NtmTarget *
find_target (const Builder      *self,
             const NtmIndicator *indicator)
{
  const NtmTarget *target = ntm_atlas_target_for (self->context->atlas, indicator->code, self->unit, self->context->at);

  return target == NULL || target->value == NTM_NONE ? NULL : target;
}

static gboolean
is_unverified (const NtmTarget *target)
{
  return g_str_equal (target->certainty, "unverified");
}

/* What is to be reached, when, and whose it is. */
static char *
describe_target (const Builder      *self,
                 const NtmIndicator *indicator,
                 const NtmTarget    *target)
{
  g_autofree char *wanted = ntm_view_target (self->context, indicator, target);
  g_autofree char *period = target->has_period ? ntm_period_format (&target->period, self->context->lang) : NULL;
  g_autofree char *owner = ntm_view_agency (self->context, target->owner);
  g_autofree char *words = period == NULL ? g_strdup_printf (_("target %s"), wanted)
                                          : g_strdup_printf (_("target %1$s in %2$s"), wanted, period);
  g_autoptr (GString) text = g_string_new (words);

  if (is_unverified (target))
    _ntm_unit_facts_append (text, _("to be verified"));
  _ntm_unit_facts_append (text, owner);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* How far the figure has come towards a target that is to be reached from below, 0 to 1; -1 does not apply. */
static double
share_of_target (const NtmIndicator   *indicator,
                 const NtmObservation *observation,
                 const NtmTarget      *target)
{
  if (target == NULL || target->value <= 0 || observation->state != NTM_STATE_VALUE
      || observation->shown == NTM_NONE || observation->shown < 0 || indicator->direction != NTM_DIRECTION_UP)
    return -1;
  return MIN (1., (double) observation->shown / (double) target->value);
}

/* The last values by the day, oldest first; a plan is none, and a break in the series starts anew. */
static void
add_history (Builder              *self,
             NtmUnitFigure        *figure,
             const NtmSeries      *series)
{
  const GPtrArray *breaks = ntm_atlas_records (self->context->atlas, NTM_TABLE_SERIES_BREAK);

  for (guint i = 0; i < series->n_periods; i++)
    {
      const NtmObservation *one = ntm_series_get (series, self->unit, i);
      NtmUnitPoint point;

      if (one == NULL || one->state != NTM_STATE_VALUE || one->shown == NTM_NONE || one->kind == NTM_KIND_PLAN
          || ntm_period_last_day (&one->period) > self->context->at)
        continue;
      point = (NtmUnitPoint) { .day = ntm_period_last_day (&one->period), .value = (double) one->shown / NTM_DECIMAL_ONE };
      for (guint j = 0; j < breaks->len; j++)
        {
          const NtmSeriesBreak *at = g_ptr_array_index (breaks, j);
          const NtmUnitPoint *last = figure->points->len == 0 ? NULL : &g_array_index (figure->points, NtmUnitPoint, figure->points->len - 1);

          if (last != NULL && g_str_equal (at->indicator, series->indicator) && last->day < at->date && at->date <= point.day)
            g_array_set_size (figure->points, 0);
        }
      g_array_append_val (figure->points, point);
    }
}

/* @series: (nullable): holds @observation */
static NtmUnitFigure *
new_figure (Builder              *self,
            const NtmIndicator   *indicator,
            const NtmSeries      *series,
            const NtmObservation *observation,
            const NtmTarget      *target)
{
  NtmUnitFigure *figure = g_new0 (NtmUnitFigure, 1);
  g_autofree char *wanted = target == NULL ? NULL : describe_target (self, indicator, target);
  g_autoptr (GString) detail = g_string_new (NULL);

  figure->name = g_strdup (ntm_view_indicator_name (self->context, indicator));
  figure->value = ntm_view_observation (self->context, indicator, observation);
  figure->code = g_strdup (indicator->code);
  figure->is_missing = observation == NULL || observation->state == NTM_STATE_NO_DATA;
  figure->points = g_array_new (FALSE, FALSE, sizeof (NtmUnitPoint));
  figure->share = -1;
  if (observation != NULL)
    {
      g_autofree char *period = ntm_view_period_words (self->context, indicator, &observation->period);
      g_autofree char *source = ntm_view_document_short (self->context, observation->source);

      _ntm_unit_facts_append (detail, period);
      _ntm_unit_facts_append (detail, source);
      ntm_sources_add (self->sources, observation->source, observation->place);
      figure->share = share_of_target (indicator, observation, target);
      add_history (self, figure, series);
    }
  _ntm_unit_facts_append (detail, wanted);
  figure->detail = g_string_free (g_steal_pointer (&detail), FALSE);
  return figure;
}

/* The units of its kind in the unit it belongs to. */
static const GPtrArray *
get_siblings (Builder *self)
{
  const NtmUnitState *state = ntm_unit_state_at (self->unit, self->context->at);

  if (self->siblings == NULL)
    self->siblings = state == NULL || state->parent_unit == NULL
                       ? g_ptr_array_new ()
                       : ntm_atlas_children (self->context->atlas, state->parent_unit, self->context->at);
  return self->siblings;
}

/*
 * Whether a unit beside it has a figure by this day: then its absence here is worth saying. Asked row by row: the
 * whole series would be read for nothing else.
 */
static gboolean
is_expected (Builder            *self,
             const NtmIndicator *indicator)
{
  const GPtrArray *siblings = get_siblings (self);

  for (guint i = 0; i < siblings->len; i++)
    {
      const NtmUnit *unit = g_ptr_array_index (siblings, i);
      g_autoptr (NtmSeries) series = unit->level == self->unit->level
                                       ? ntm_atlas_dup_row (self->context->atlas, indicator->code, unit, NULL) : NULL;

      if (series != NULL && ntm_series_latest (series, unit, self->context->at) != NULL)
        return TRUE;
    }
  return FALSE;
}

/* The figure takes its place among those with a target. */
static void
add_targeted (Builder         *self,
              NtmUnitFigure   *figure,
              const NtmTarget *target)
{
  guint place = is_unverified (target) ? self->n_with_target : self->n_confirmed++;

  g_ptr_array_insert (self->figures, (int) place, figure);
  self->n_with_target++;
}

static void
add_indicator (Builder            *self,
               const NtmIndicator *indicator)
{
  g_autoptr (NtmSeries) series = ntm_atlas_dup_row (self->context->atlas, indicator->code, self->unit, NULL);
  const NtmTarget *target = find_target (self, indicator);
  const NtmObservation *observation = series == NULL ? NULL : ntm_series_latest (series, self->unit, self->context->at);
  gboolean is_own = target != NULL && g_str_equal (target->unit, self->unit->id);

  if (target != NULL && (observation != NULL || is_own))
    add_targeted (self, new_figure (self, indicator, series, observation, target), target);
  else if (observation != NULL)
    g_ptr_array_add (self->figures, new_figure (self, indicator, series, observation, NULL));
  else if (self->missing->len < MAX_MISSING && is_expected (self, indicator))
    g_ptr_array_add (self->missing, new_figure (self, indicator, NULL, NULL, target));
}

/* Where a person looks for the figures of a commune and there is not one: it is said, not left out. */
static void
add_silence (Builder *self)
{
  NtmUnitFigure *figure = g_new0 (NtmUnitFigure, 1);

  figure->code = g_strdup ("");
  figure->name = g_strdup (_("Figures by commune"));
  figure->value = g_strdup (ntm_view_no_data ());
  figure->detail = g_strdup (_("so nobody can tell how near it is to falling below the standard"));
  figure->is_missing = TRUE;
  figure->share = -1;
  figure->points = g_array_new (FALSE, FALSE, sizeof (NtmUnitPoint));
  g_ptr_array_add (self->figures, figure);
}

static void
add_figures (Builder *self)
{
  const GPtrArray *indicators = ntm_atlas_records (self->context->atlas, NTM_TABLE_INDICATOR);
  guint n;

  for (guint i = 0; i < indicators->len; i++)
    add_indicator (self, g_ptr_array_index (indicators, i));
  self->n_left_out = self->figures->len - MIN (self->figures->len, MAX_FIGURES);
  if (self->figures->len > MAX_FIGURES)
    g_ptr_array_set_size (self->figures, MAX_FIGURES);
  n = MIN (MIN (MAX_MISSING, self->missing->len), MAX_FIGURES - self->figures->len);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (self->figures, g_steal_pointer (&g_ptr_array_index (self->missing, i)));
  if (self->unit->level == NTM_LEVEL_COMMUNE && self->figures->len == 0)
    add_silence (self);
}

void
_ntm_unit_facts_add_figures (NtmUnitFacts         *self,
                             const NtmViewContext *context,
                             const NtmUnit        *unit,
                             NtmSources           *sources)
{
  g_autoptr (GPtrArray) missing = g_ptr_array_new_with_free_func (missing_free);
  Builder builder = { .context = context, .unit = unit, .sources = sources, .missing = missing };

  self->figures = g_ptr_array_new_with_free_func ((GDestroyNotify) figure_free);
  builder.figures = self->figures;
  add_figures (&builder);
  self->n_figures = self->figures->len + builder.n_left_out;
  g_clear_pointer (&builder.siblings, g_ptr_array_unref);
}
