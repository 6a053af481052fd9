/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What cells and headings show. The unit of measure stands in the heading, not in every cell. */

#include "config.h"

#include "ntm-sheet-private.h"

#include <glib/gi18n.h>

#include "ntm-topics.h"

static char *
format_figure (const NtmIndicator   *indicator,
               const NtmObservation *observation,
               NtmLang               lang)
{
  const char *sign = observation->qualifier == NTM_QUALIFIER_EQUAL ? "" : ntm_qualifier_sign (observation->qualifier);
  /* A quotient has endless digits; a stated value has those it was stated with. */
  int decimals = observation->value == NTM_NONE ? (int) CLAMP (indicator->decimals, 0, 1) : -1;
  g_autofree char *number = ntm_number_format (observation->shown, decimals, lang);

  return g_strconcat (sign, number, NULL);
}

static char *
format_state (const NtmSheetFacts *facts,
              NtmLang              lang)
{
  const NtmObservation *observation = facts->observation;

  if (observation->state == NTM_STATE_NOT_APPLICABLE)
    return g_strdup ("–");
  if (observation->shown == NTM_NONE)
    return g_strdup (observation->state == NTM_STATE_NOT_VERIFIED ? "?" : "");
  if (observation->state == NTM_STATE_NOT_VERIFIED)
    {
      g_autofree char *figure = format_figure (facts->indicator, observation, lang);

      return g_strconcat (figure, " ?", NULL);
    }
  return format_figure (facts->indicator, observation, lang);
}

/* The period where it is not that of the column, and the kind where it is not a fact. */
static char *
make_tag (NtmSheet             *self,
          const NtmSheetColumn *column,
          const NtmSheetFacts  *facts)
{
  const char *kind = "";
  g_autofree char *period = NULL;

  if (facts->observation->kind == NTM_KIND_PLAN)
    kind = C_("kind of a figure, short", "plan");
  else if (facts->observation->kind == NTM_KIND_ESTIMATE)
    kind = C_("kind of a figure, short", "est.");
  if (column->is_latest && !ntm_period_equal (&column->period, &facts->period))
    period = ntm_period_format (&facts->period, ntm_lang_current ());
  if (period == NULL)
    return *kind == '\0' ? NULL : g_strdup (kind);
  return *kind == '\0' ? g_steal_pointer (&period) : g_strdup_printf ("%s %s", period, kind);
}

static guint
flags_of (NtmSheet            *self,
          const NtmSheetFacts *facts)
{
  const NtmObservation *observation = facts->observation;
  guint flags = 0;

  if (observation->is_derived == 1 || observation->kind == NTM_KIND_ESTIMATE || observation->kind == NTM_KIND_PLAN)
    flags |= NTM_GRID_DERIVED;
  if (ntm_series_conflicts (facts->series, facts->unit, (guint) facts->index))
    flags |= NTM_GRID_CONFLICT;
  flags |= *observation->source != '\0' ? NTM_GRID_HAS_SOURCE : NTM_GRID_EDITED;
  if (*observation->note != '\0')
    flags |= NTM_GRID_HAS_NOTE;
  if (facts->unit->level == NTM_LEVEL_PROVINCE)
    flags |= NTM_GRID_BOLD;
  if (ntm_period_last_day (&facts->period) > ntm_desk_get_date (self->desk))
    flags |= NTM_GRID_LATER;
  return flags;
}

void
_ntm_sheet_get_cell (NtmSheet    *self,
                     guint        row,
                     guint        column,
                     NtmGridCell *out)
{
  static const NtmGridState states[] = {
    [NTM_STATE_NO_DATA] = NTM_GRID_NO_DATA,
    [NTM_STATE_VALUE] = NTM_GRID_VALUE,
    [NTM_STATE_NOT_APPLICABLE] = NTM_GRID_NOT_APPLICABLE,
    [NTM_STATE_NOT_VERIFIED] = NTM_GRID_NOT_VERIFIED,
  };
  NtmSheetFacts facts;

  out->state = NTM_GRID_NO_DATA;
  if (!ntm_sheet_look (self, row, column, &facts))
    return;
  /* What could not be read is not missing: say so. */
  if (facts.series == NULL)
    {
      out->state = NTM_GRID_NOT_VERIFIED;
      out->text = g_strdup (_("unreadable"));
    }
  if (facts.observation == NULL)
    return;
  out->state = states[facts.observation->state];
  out->flags = flags_of (self, &facts);
  out->text = format_state (&facts, ntm_lang_current ());
  out->tag = make_tag (self, &g_array_index (self->columns, NtmSheetColumn, column), &facts);
}

static guint
count_chars (const char *text)
{
  return text == NULL ? 0 : (guint) g_utf8_strlen (text, -1);
}

/* What a column is called while others come and go. */
char *
_ntm_sheet_dup_column_key (NtmSheet             *self,
                           const NtmSheetColumn *column)
{
  g_autofree char *period = NULL;

  if (self->mode == NTM_SHEET_INDICATORS)
    return g_strconcat ("indicator:", column->indicator->code, NULL);
  period = ntm_period_to_string (&column->period);
  return g_strconcat ("period:", period, NULL);
}

static void
head_period (NtmSheet             *self,
             const NtmSheetColumn *column,
             NtmGridColumn        *out)
{
  out->title = ntm_period_format (&column->period, ntm_lang_current ());
  out->is_later = ntm_period_last_day (&column->period) > ntm_desk_get_date (self->desk);
  if (out->is_later && column->period.days.from <= ntm_desk_get_date (self->desk))
    out->subtitle = g_strdup (C_("a period", "not over"));
  else if (column->period.kind == NTM_PERIOD_YEAR)
    out->subtitle = g_strdup (column->indicator->is_flow ? C_("a period", "whole year") : C_("a period", "end of year"));
  out->chars = MAX (8, MAX (count_chars (out->title), count_chars (out->subtitle)) + 3);   /* the arrow is beside them */
}

static void
head_indicator (NtmSheet             *self,
                const NtmSheetColumn *column,
                NtmGridColumn        *out)
{
  NtmViewContext context = ntm_desk_get_context (self->desk);

  out->title = g_strdup (ntm_view_indicator_name (&context, column->indicator));
  out->subtitle = g_strdup (ntm_view_indicator_unit (&context, column->indicator));
  out->group = g_strdup (ntm_topic_name (column->indicator->topic));
  out->chars = 17;
}

void
_ntm_sheet_get_column (NtmSheet      *self,
                       guint          column,
                       NtmGridColumn *out)
{
  const NtmSheetColumn *at = &g_array_index (self->columns, NtmSheetColumn, column);

  out->key = _ntm_sheet_dup_column_key (self, at);
  out->sort = _ntm_sheet_get_order (self, out->key);
  if (self->mode == NTM_SHEET_YEARS)
    head_period (self, at, out);
  else
    head_indicator (self, at, out);
}

void
_ntm_sheet_get_row (NtmSheet   *self,
                    guint       row,
                    NtmGridRow *out)
{
  const NtmSheetRow *at = &g_array_index (self->rows, NtmSheetRow, row);
  NtmViewContext context = ntm_desk_get_context (self->desk);

  out->key = g_strdup (at->unit->id);
  out->title = ntm_view_unit_name (&context, at->unit);
  out->depth = at->depth;
  out->is_bold = at->unit->level <= NTM_LEVEL_DISTRICT;
  out->can_expand = at->can_expand;
  out->is_expanded = at->is_expanded;
  if (at->unit->level != NTM_LEVEL_PROVINCE)
    {
      NtmStanding standing = ntm_desk_get_standing (self->desk, at->unit);

      out->mark = (int) standing.status;
      out->is_uncertain = standing.uncertain;
    }
}

static char *
format_ratio (const NtmObservation *observation,
              NtmLang               lang)
{
  g_autofree char *numerator = ntm_number_format (observation->numerator, -1, lang);
  g_autofree char *denominator = ntm_number_format (observation->denominator, -1, lang);

  return g_strconcat (numerator, "/", denominator, NULL);
}

/* What was entered, in a form that is read back as the same. */
char *
_ntm_sheet_dup_edit_text (NtmSheet *self,
                          guint     row,
                          guint     column)
{
  NtmSheetFacts facts;
  const NtmObservation *observation;
  g_autofree char *number = NULL;

  if (!ntm_sheet_look (self, row, column, &facts) || facts.observation == NULL)
    return g_strdup ("");
  observation = facts.observation;
  if (observation->state == NTM_STATE_NOT_APPLICABLE)
    return g_strdup (_("not applicable"));
  if (observation->state == NTM_STATE_NO_DATA || observation->shown == NTM_NONE)
    return g_strdup (observation->state == NTM_STATE_NOT_VERIFIED ? _("not verified") : "");
  if (observation->value == NTM_NONE)
    number = format_ratio (observation, ntm_lang_current ());
  else
    number = ntm_number_format (observation->value, -1, ntm_lang_current ());
  if (observation->qualifier == NTM_QUALIFIER_EQUAL)
    return g_steal_pointer (&number);
  return g_strconcat (ntm_qualifier_sign (observation->qualifier), number, NULL);
}
