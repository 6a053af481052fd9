/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What there is to say about one unit: name, area and title here; its figures are added by
 * ntm-unit-figures.c, what it shall meet by -lines.c, capital, sponsors and projects by -registers.c, its goals,
 * tasks, findings and sources by -work.c. No widget here.
 */

#include "config.h"

#include "ntm-unit-facts-private.h"

#include <glib/gi18n.h>

#include "ntm-sources.h"
#include "ntm-view-words.h"

#define NBSP "\302\240"

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

static void
add_sections (NtmUnitFacts         *self,
              const NtmViewContext *context,
              const NtmUnit        *unit,
              NtmSources           *sources)
{
  NtmUnitTelling telling = { self, context, unit, sources };

  _ntm_unit_facts_add_lines (&telling);
  _ntm_unit_facts_add_registers (&telling);
}

/**
 * ntm_unit_facts_new:
 * @context: the file, the day, the basis and the language
 * @unit: a unit of the file
 * @task_day: the day its tasks are told of
 *
 * Collects what there is to say about @unit.
 *
 * Returns: (transfer full): the facts
 */
NtmUnitFacts *
ntm_unit_facts_new (const NtmViewContext *context,
                    const NtmUnit        *unit,
                    NtmDate               task_day)
{
  NtmUnitFacts *self = g_new0 (NtmUnitFacts, 1);
  g_autoptr (NtmSources) sources = ntm_sources_new ();

  self->standing = ntm_atlas_standing (context->atlas, unit, context->at, context->basis);
  self->unit = g_strdup (unit->id);
  self->name = ntm_view_unit_name (context, unit);
  self->summary = summarise (context, unit);
  self->since = describe_since (context, &self->standing);
  self->decision = describe_title (context, &self->standing);
  if (self->standing.title != NULL)
    ntm_sources_add (sources, self->standing.title->source, NULL);
  _ntm_unit_facts_add_goals (self, context, unit, sources);
  _ntm_unit_facts_add_figures (self, context, unit, sources);
  _ntm_unit_facts_add_tasks (self, context, unit, task_day);
  add_sections (self, context, unit, sources);
  _ntm_unit_facts_add_findings (self, context, unit, sources);
  _ntm_unit_facts_add_papers (self, context, sources);
  return self;
}

/**
 * ntm_unit_facts_new_sections:
 * @context: the file, the day, the basis and the language
 * @unit: a unit of the file
 *
 * Collects only what stands in the sections, to look for something in it.
 *
 * Returns: (transfer full): facts without name, figures and all the rest
 */
NtmUnitFacts *
ntm_unit_facts_new_sections (const NtmViewContext *context,
                             const NtmUnit        *unit)
{
  NtmUnitFacts *self = g_new0 (NtmUnitFacts, 1);
  g_autoptr (NtmSources) sources = ntm_sources_new ();

  add_sections (self, context, unit, sources);
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
  g_free (self->unit);
  g_free (self->name);
  g_free (self->summary);
  g_free (self->since);
  g_free (self->decision);
  g_clear_pointer (&self->goals, g_ptr_array_unref);
  g_clear_pointer (&self->figures, g_ptr_array_unref);
  g_clear_pointer (&self->tasks, g_ptr_array_unref);
  g_free (self->tasks_day);
  for (guint i = 0; i < NTM_UNIT_N_SECTIONS; i++)
    g_clear_pointer (&self->sections[i], g_ptr_array_unref);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_clear_pointer (&self->papers, g_ptr_array_unref);
  g_free (self);
}

/**
 * ntm_unit_section_name:
 * @section: a section
 *
 * Returns: its heading, in the language of the window
 */
const char *
ntm_unit_section_name (NtmUnitSection section)
{
  static const char * const names[] = {
    N_("Requirements"), N_("Civilised urban areas"), N_("Capital and disbursement"), N_("Sponsors"), N_("Projects"),
  };

  return section < G_N_ELEMENTS (names) ? _(names[section]) : "";
}
