/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What there is to say about one unit. The figures are those the file has for it, those with a target
 * first; then those it should have, because others of its kind do, and which are missing. No widget here.
 */

#include "config.h"

#include "ntm-unit-facts.h"

#include <glib/gi18n.h>

#include "ntm-sources.h"
#include "ntm-view-words.h"

#define MAX_FIGURES 12
#define MAX_MISSING 4
#define MAX_SOURCES 8
#define NBSP "\302\240"

typedef struct
{
  const NtmViewContext *context;
  const NtmUnit        *unit;
  NtmSources           *sources;
  GPtrArray            *figures;
  GPtrArray            *missing;
} Builder;

static void
figure_free (NtmUnitFigure *figure)
{
  g_free (figure->name);
  g_free (figure->value);
  g_free (figure->detail);
  g_free (figure);
}

/* --- name, area, title ------------------------------------------------------------------------ */

/* As stated, or measured on the boundary, which is generalised; a sketch measures nothing. */
static char *
describe_area (const NtmViewContext *context,
               const NtmUnit        *unit)
{
  const NtmBoundary *boundary = ntm_atlas_boundary_at (context->atlas, unit, context->at);
  g_autofree char *number = NULL;

  if (unit->area != NTM_NONE)
    return ntm_number_format_unit (unit->area, -1, "km²", context->lang);
  if (boundary == NULL || boundary->shape == NULL || g_str_equal (boundary->kind, "schematic"))
    return NULL;
  number = ntm_number_format_unit ((NtmDecimal) ntm_geometry_area_km2 (boundary->shape) * NTM_DECIMAL_ONE, 0, "km²",
                                   context->lang);
  if (g_str_equal (boundary->kind, "imported"))
    return g_steal_pointer (&number);
  return g_strdup_printf ("≈" NBSP "%s", number);
}

static char *
summarise (const NtmViewContext *context,
           const NtmUnit        *unit)
{
  g_autoptr (GPtrArray) children = ntm_atlas_children (context->atlas, unit, context->at);
  g_autofree char *count = children->len == 0 ? NULL : ntm_view_count_units (context, children);
  g_autofree char *area = describe_area (context, unit);
  g_autofree char *code = g_strdup_printf (_("Code %s"), unit->code);
  g_autoptr (GString) text = g_string_new (code);

  if (count != NULL)
    g_string_append_printf (text, " · %s", count);
  if (area != NULL)
    g_string_append_printf (text, " · %s", area);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
describe_since (const NtmViewContext *context,
                const NtmStanding    *standing)
{
  g_autofree char *day = NULL;

  if (standing->title == NULL || !ntm_date_is_known (standing->since))
    {
      day = ntm_view_date_words (context, context->at);
      return g_strdup_printf (_("as of %s"), day);
    }
  day = ntm_view_date_words (context, standing->since);
  return g_strdup_printf (standing->uncertain ? _("since %s, to be verified") : _("since %s"), day);
}

static char *
describe_decision (const NtmViewContext *context,
                   const NtmTitle       *title)
{
  g_autofree char *signed_on = ntm_view_part_date (context, title->signed_on);
  g_autofree char *recognised = ntm_view_part_date (context, title->recognised_by);

  if (*title->decision != '\0' && *signed_on != '\0')
    return g_strdup_printf (_("Decision %1$s, signed %2$s."), title->decision, signed_on);
  if (*title->decision != '\0')
    return g_strdup_printf (_("Decision %s; the file does not say when it was signed."), title->decision);
  if (*signed_on != '\0')
    return g_strdup_printf (_("Recognised %s; the number of the decision is not in the file."), signed_on);
  if (*recognised != '\0')
    return g_strdup_printf (_("A document of %s calls it recognised; the decision is not in the file."), recognised);
  return g_strdup (_("The decision is not in the file."));
}

static char *
describe_title (const NtmViewContext *context,
                const NtmStanding    *standing)
{
  g_autofree char *decision = NULL;

  if (standing->status == NTM_STATUS_NOT_APPLICABLE)
    return g_strdup ("");
  if (standing->title == NULL)
    return g_strdup (_("The file holds no decision that recognises it by this day."));
  decision = describe_decision (context, standing->title);
  if (*standing->title->for_year == '\0')
    return g_steal_pointer (&decision);
  return g_strdup_printf (_("%1$s Awarded for %2$s."), decision, standing->title->for_year);
}

/* --- figures ---------------------------------------------------------------------------------- */

static void
append (GString    *text,
        const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append (text, part);
}

static char *
describe_target (const Builder      *self,
                 const NtmIndicator *indicator)
{
  const NtmTarget *target = ntm_atlas_target_for (self->context->atlas, indicator->code, self->unit, self->context->at);
  g_autofree char *wanted = NULL;
  g_autofree char *period = NULL;

  if (target == NULL || target->value == NTM_NONE)
    return NULL;
  wanted = ntm_view_target (self->context, indicator, target);
  if (!target->has_period)
    return g_strdup_printf (_("target %s"), wanted);
  period = ntm_period_format (&target->period, self->context->lang);
  return g_strdup_printf (_("target %1$s in %2$s"), wanted, period);
}

static NtmUnitFigure *
new_figure (Builder              *self,
            const NtmIndicator   *indicator,
            const NtmObservation *observation,
            const char           *target)
{
  NtmUnitFigure *figure = g_new0 (NtmUnitFigure, 1);
  g_autoptr (GString) detail = g_string_new (NULL);

  figure->name = g_strdup (ntm_view_indicator_name (self->context, indicator));
  figure->value = ntm_view_observation (self->context, indicator, observation);
  figure->is_missing = observation == NULL || observation->state == NTM_STATE_NO_DATA;
  if (observation != NULL)
    {
      g_autofree char *period = ntm_view_period_words (self->context, indicator, &observation->period);
      g_autofree char *source = ntm_view_document_short (self->context, observation->source);

      append (detail, period);
      append (detail, source);
      ntm_sources_add (self->sources, observation->source, observation->place);
    }
  append (detail, target);
  figure->detail = g_string_free (g_steal_pointer (&detail), FALSE);
  return figure;
}

/* Whether a unit of the same level has a figure by this day: then its absence here is worth saying. */
static gboolean
is_expected (const Builder   *self,
             const NtmSeries *series)
{
  const GPtrArray *units = ntm_atlas_units (self->context->atlas);

  for (guint i = 0; i < series->all->len; i++)
    {
      const NtmObservation *observation = g_ptr_array_index (series->all, i);
      const NtmUnit *unit = ntm_atlas_find_unit (self->context->atlas, observation->unit);

      if (unit != NULL && unit->level == self->unit->level && units->len > 0
          && ntm_period_last_day (&observation->period) <= self->context->at)
        return TRUE;
    }
  return FALSE;
}

static void
add_indicator (Builder            *self,
               const NtmIndicator *indicator,
               guint              *n_with_target)
{
  const NtmSeries *series = ntm_atlas_series (self->context->atlas, indicator->code, NULL);
  const NtmObservation *observation;
  g_autofree char *target = NULL;

  if (series == NULL)
    return;
  observation = ntm_series_latest (series, self->unit, self->context->at);
  if (observation == NULL && !is_expected (self, series))
    return;
  target = describe_target (self, indicator);
  if (observation == NULL)
    g_ptr_array_add (self->missing, new_figure (self, indicator, NULL, target));
  else if (target == NULL)
    g_ptr_array_add (self->figures, new_figure (self, indicator, observation, NULL));
  else
    g_ptr_array_insert (self->figures, (int) (*n_with_target)++, new_figure (self, indicator, observation, target));
}

static void
add_figures (Builder *self)
{
  const GPtrArray *indicators = ntm_atlas_records (self->context->atlas, NTM_TABLE_INDICATOR);
  guint n_with_target = 0, n;

  for (guint i = 0; i < indicators->len; i++)
    add_indicator (self, g_ptr_array_index (indicators, i), &n_with_target);
  if (self->figures->len > MAX_FIGURES)
    g_ptr_array_set_size (self->figures, MAX_FIGURES);
  n = MIN (MIN (MAX_MISSING, self->missing->len), MAX_FIGURES - self->figures->len);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (self->figures, g_steal_pointer (&g_ptr_array_index (self->missing, i)));
}

static char *
list_sources (const Builder *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < MIN (ntm_sources_get_n (self->sources), MAX_SOURCES); i++)
    {
      g_autofree char *document = ntm_view_document (self->context, ntm_sources_get (self->sources, i));
      g_string_append_printf (text, "%s%s", i == 0 ? "" : "\n", document);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Those that were moved to the figures have left %NULL behind. */
static void
missing_free (gpointer figure)
{
  if (figure != NULL)
    figure_free (figure);
}

/**
 * ntm_unit_facts_new:
 * @context: the file, the day, the basis and the language
 * @unit: a unit of the file
 *
 * Collects what there is to say about @unit.
 *
 * Returns: (transfer full): the facts
 */
NtmUnitFacts *
ntm_unit_facts_new (const NtmViewContext *context,
                    const NtmUnit        *unit)
{
  NtmUnitFacts *self = g_new0 (NtmUnitFacts, 1);
  g_autoptr (NtmSources) sources = ntm_sources_new ();
  g_autoptr (GPtrArray) missing = g_ptr_array_new_with_free_func (missing_free);
  Builder builder = { .context = context, .unit = unit, .sources = sources, .missing = missing };

  self->standing = ntm_atlas_standing (context->atlas, unit, context->at, context->basis);
  self->name = ntm_view_unit_name (context, unit);
  self->summary = summarise (context, unit);
  self->since = describe_since (context, &self->standing);
  self->decision = describe_title (context, &self->standing);
  self->figures = g_ptr_array_new_with_free_func ((GDestroyNotify) figure_free);
  builder.figures = self->figures;
  if (self->standing.title != NULL)
    ntm_sources_add (sources, self->standing.title->source, NULL);
  add_figures (&builder);
  self->sources = list_sources (&builder);
  return self;
}

/**
 * ntm_unit_facts_free:
 * @self: (nullable): facts
 *
 * Frees @self.
 */
void
ntm_unit_facts_free (NtmUnitFacts *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->summary);
  g_free (self->since);
  g_free (self->decision);
  g_free (self->sources);
  g_ptr_array_unref (self->figures);
  g_free (self);
}
