/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is said of a cell: its address, where its figure is from, the tooltip, the words for screen readers. */

#include "config.h"

#include "ntm-sheet-private.h"

#include <glib/gi18n.h>

#include "ntm-sources.h"

/**
 * ntm_sheet_dup_address:
 * @self: a sheet
 * @row: from 0
 * @column: from 0
 *
 * Returns: (transfer full): what the cell is about: "Huyện Hương Khê · Poverty · 2023", "" for no cell
 */
char *
ntm_sheet_dup_address (NtmSheet *self,
                       guint     row,
                       guint     column)
{
  NtmViewContext context;
  NtmSheetFacts facts;
  g_autofree char *unit = NULL;
  g_autofree char *subject = NULL;
  g_autofree char *period = NULL;

  if (!ntm_sheet_look (self, row, column, &facts))
    return g_strdup ("");
  context = ntm_desk_get_context (self->desk);
  unit = ntm_view_unit_name (&context, facts.unit);
  subject = ntm_view_indicator_subject (&context, facts.indicator);
  period = ntm_period_format (&facts.period, context.lang);
  return g_strdup_printf ("%s · %s · %s", unit, subject, period);
}

char *
_ntm_sheet_describe_source (const NtmViewContext *context,
                            const NtmObservation *observation)
{
  g_autoptr (NtmSources) sources = ntm_sources_new ();
  char *line;

  ntm_sources_add (sources, observation->source, observation->place);
  line = ntm_sources_to_line (sources, context, 1);
  return line != NULL ? line : g_strdup (_("Source: not given yet"));
}

/**
 * ntm_sheet_dup_origin:
 * @self: a sheet
 * @row: from 0
 * @column: from 0
 *
 * Returns: (transfer full): in one line where the figure of the cell is from and what is noted of it;
 *   that the source is missing if it is; "" for a cell without a figure
 */
char *
ntm_sheet_dup_origin (NtmSheet *self,
                      guint     row,
                      guint     column)
{
  NtmViewContext context;
  NtmSheetFacts facts;
  g_autofree char *source = NULL;

  if (!ntm_sheet_look (self, row, column, &facts) || facts.observation == NULL)
    return g_strdup ("");
  context = ntm_desk_get_context (self->desk);
  source = _ntm_sheet_describe_source (&context, facts.observation);
  if (*facts.observation->note == '\0')
    return g_steal_pointer (&source);
  return g_strdup_printf ("%s · %s", source, facts.observation->note);
}

char *
_ntm_sheet_dup_spoken (NtmSheet *self,
                       guint     row,
                       guint     column)
{
  NtmViewContext context;
  NtmSheetFacts facts;
  g_autofree char *value = NULL;
  g_autofree char *unit = NULL;
  g_autofree char *period = NULL;
  g_autoptr (GString) spoken = NULL;

  if (!ntm_sheet_look (self, row, column, &facts))
    return g_strdup ("");
  context = ntm_desk_get_context (self->desk);
  value = ntm_view_observation (&context, facts.indicator, facts.observation);
  unit = ntm_view_unit_name (&context, facts.unit);
  period = ntm_period_format (&facts.period, context.lang);
  spoken = g_string_new (value);
  g_string_append_printf (spoken, ", %s", unit);
  if (self->mode != NTM_SHEET_YEARS)
    g_string_append_printf (spoken, ", %s", ntm_view_indicator_name (&context, facts.indicator));
  g_string_append_printf (spoken, ", %s", period);
  if (facts.observation != NULL && *facts.observation->note != '\0')
    g_string_append_printf (spoken, ", %s: %s", _("Note"), facts.observation->note);
  return g_string_free (g_steal_pointer (&spoken), FALSE);
}

static void
append_line (GString    *text,
             const char *line)
{
  if (*line != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", line);
}

const char *
_ntm_sheet_kind_words (NtmKind kind)
{
  switch (kind)
    {
    case NTM_KIND_PLAN: return _("planned");
    case NTM_KIND_ESTIMATE: return _("estimated");
    case NTM_KIND_VERIFIED: return _("verified");
    case NTM_KIND_REPORTED:
    default: return _("reported");
    }
}

/* All figures the file has for the cell, the shown one first. */
static void
append_figures (GString              *text,
                const NtmViewContext *context,
                const NtmSheetFacts  *facts)
{
  const NtmObservation *observation;

  for (guint i = 0; (observation = ntm_series_get_nth (facts->series, facts->unit, (guint) facts->index, i)) != NULL; i++)
    {
      g_autofree char *value = ntm_view_observation (context, facts->indicator, observation);
      g_autofree char *source = _ntm_sheet_describe_source (context, observation);
      g_autofree char *line = g_strdup_printf ("%s, %s. %s", value, _ntm_sheet_kind_words (observation->kind), source);

      append_line (text, line);
      append_line (text, observation->note);
      if (observation->is_derived == 1)
        append_line (text, _("Computed from other published figures."));
    }
}

char *
_ntm_sheet_dup_tooltip (NtmSheet *self,
                        guint     row,
                        guint     column)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *address = ntm_sheet_dup_address (self, row, column);
  NtmViewContext context;
  NtmSheetFacts facts;

  if (!ntm_sheet_look (self, row, column, &facts))
    return NULL;
  context = ntm_desk_get_context (self->desk);
  append_line (text, address);
  if (facts.observation == NULL || facts.index < 0)
    {
      append_line (text, facts.series == NULL ? _("The figures of this indicator could not be read from the file.")
                                              : ntm_view_no_data ());
      return g_string_free (g_steal_pointer (&text), FALSE);
    }
  append_figures (text, &context, &facts);
  if (ntm_series_conflicts (facts.series, facts.unit, (guint) facts.index))
    append_line (text, _("The sources contradict each other. The first figure is shown."));
  return g_string_free (g_steal_pointer (&text), FALSE);
}
