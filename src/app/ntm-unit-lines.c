/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Where a unit stands on what it shall meet: the lines of the decision on its title, and the wards and townships in
 * it that no decision calls a civilised urban area.
 */

#include "config.h"

#include "ntm-unit-facts-private.h"

#include <glib/gi18n.h>

#include "ntm-view-words.h"

/* --- lines of a decision ---------------------------------------------------------------------- */

static gboolean
is_valid (const NtmCriteriaSet *set,
          NtmDate               at)
{
  NtmDate from, to;

  if (ntm_date_parse (set->valid_from, &from, NULL) && at < from)
    return FALSE;
  return !ntm_date_parse (set->valid_to, &to, NULL) || at < to;
}

/* What somebody has confirmed and the file can measure. */
static gboolean
can_decide (const NtmCriterion *line,
            NtmDecimal         *threshold)
{
  NtmQualifier wanted;

  return g_str_equal (line->certainty, "confirmed") && *line->indicator != '\0'
         && ntm_qualifier_parse (line->comparison, &wanted) && ntm_decimal_parse (line->threshold, threshold, NULL);
}

/* A set of which nobody has confirmed a line decides nothing. */
static gboolean
is_decisive (const NtmUnitTelling *self,
             const NtmCriteriaSet *set)
{
  const GPtrArray *lines = ntm_atlas_records (self->context->atlas, NTM_TABLE_CRITERION);
  NtmDecimal threshold;

  if (*set->title_kind == '\0' || !g_str_equal (set->level, ntm_level_code (self->unit->level))
      || !is_valid (set, self->context->at))
    return FALSE;
  for (guint i = 0; i < lines->len; i++)
    {
      const NtmCriterion *line = g_ptr_array_index (lines, i);

      if (g_str_equal (line->set_id, set->id) && *line->item == '\0' && can_decide (line, &threshold))
        return TRUE;
    }
  return FALSE;
}

static char *
describe_wanted (const NtmUnitTelling *self,
                 const NtmCriterion   *line)
{
  NtmQualifier wanted = NTM_QUALIFIER_EQUAL;
  NtmDecimal threshold;
  g_autofree char *value = NULL;

  if (!ntm_decimal_parse (line->threshold, &threshold, NULL))
    return g_strdup (_("threshold not entered"));
  ntm_qualifier_parse (line->comparison, &wanted);
  value = ntm_number_format_unit (threshold, -1, line->unit, self->context->lang);
  return g_strconcat (ntm_qualifier_sign (wanted), value, NULL);
}

static NtmUnitTone
judge (const NtmUnitTelling  *self,
       const NtmCriterion    *line,
       const NtmIndicator    *indicator,
       const NtmObservation  *observation,
       char                 **verdict)
{
  NtmQualifier wanted = NTM_QUALIFIER_EQUAL;
  NtmDecimal threshold;
  g_autofree char *gap = NULL;

  if (!g_str_equal (line->certainty, "confirmed"))
    {
      *verdict = g_strdup (_("to be verified"));
      return observation == NULL ? NTM_UNIT_TONE_MISSING : NTM_UNIT_TONE_NEUTRAL;
    }
  if (observation == NULL || observation->state != NTM_STATE_VALUE || !can_decide (line, &threshold))
    return NTM_UNIT_TONE_MISSING;
  ntm_qualifier_parse (line->comparison, &wanted);
  if (ntm_qualifier_meets (wanted, observation->shown, threshold))
    {
      *verdict = g_strdup (C_("line of a decision", "met"));
      return NTM_UNIT_TONE_GOOD;
    }
  gap = ntm_view_difference (self->context, indicator, ntm_decimal_round (threshold - observation->shown, 2));
  *verdict = g_strdup_printf (C_("line of a decision", "not met, %s away"), gap);
  return NTM_UNIT_TONE_WEAK;
}

static void
add_line (const NtmUnitTelling *self,
          const NtmCriterion   *line)
{
  NtmAtlas *atlas = self->context->atlas;
  const NtmIndicator *indicator = *line->indicator == '\0' ? NULL : ntm_atlas_lookup (atlas, NTM_TABLE_INDICATOR, line->indicator);
  g_autoptr (NtmSeries) row = indicator == NULL ? NULL : ntm_atlas_dup_row (atlas, line->indicator, self->unit, NULL);
  const NtmObservation *observation = row == NULL ? NULL : ntm_series_latest (row, self->unit, self->context->at);
  g_autofree char *wanted = describe_wanted (self, line);
  g_autofree char *owner = ntm_view_agency (self->context, line->owner);
  g_autofree char *verdict = NULL;
  g_autofree char *period = observation == NULL ? NULL : ntm_view_period_words (self->context, indicator, &observation->period);
  GString *detail = g_string_new (NULL);
  NtmUnitTone tone = judge (self, line, indicator, observation, &verdict);

  _ntm_unit_facts_append (detail, verdict);
  _ntm_unit_facts_append (detail, wanted);
  _ntm_unit_facts_append (detail, period);
  _ntm_unit_facts_append (detail, owner);
  _ntm_unit_facts_append (detail, line->decision);
  ntm_sources_add (self->sources, line->source, NULL);
  if (observation != NULL)
    ntm_sources_add (self->sources, observation->source, observation->place);
  _ntm_unit_facts_add_entry (self->facts, NTM_UNIT_SECTION_LINES, ntm_lang_pick (self->context->lang, line->name_vi, line->name_en),
                             observation == NULL ? g_strdup (ntm_view_no_data ())
                                                 : ntm_view_observation (self->context, indicator, observation),
                             detail, tone);
}

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  const NtmCriterion *one = *(NtmCriterion * const *) a, *other = *(NtmCriterion * const *) b;

  return (one->seq > other->seq) - (one->seq < other->seq);
}

/* The lines of a set in the order of its decision; the file has them by their numbers as text. */
static GPtrArray *
list_lines (const NtmUnitTelling *self,
            const NtmCriteriaSet *set)
{
  const GPtrArray *all = ntm_atlas_records (self->context->atlas, NTM_TABLE_CRITERION);
  GPtrArray *lines = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    {
      const NtmCriterion *line = g_ptr_array_index (all, i);

      if (g_str_equal (line->set_id, set->id) && *line->item == '\0')
        g_ptr_array_add (lines, (gpointer) line);
    }
  g_ptr_array_sort (lines, compare_lines);
  return lines;
}

static void
add_lines (const NtmUnitTelling *self)
{
  const GPtrArray *sets = ntm_atlas_records (self->context->atlas, NTM_TABLE_CRITERIA_SET);

  for (guint i = 0; i < sets->len; i++)
    {
      const NtmCriteriaSet *set = g_ptr_array_index (sets, i);
      g_autoptr (GPtrArray) lines = is_decisive (self, set) ? list_lines (self, set) : NULL;

      for (guint j = 0; lines != NULL && j < lines->len; j++)
        add_line (self, g_ptr_array_index (lines, j));
    }
}

/* --- wards and townships ---------------------------------------------------------------------- */

static gboolean
is_inside (const NtmUnitTelling *self,
           const NtmUnit        *unit)
{
  const NtmUnitState *state = ntm_unit_state_at (unit, self->context->at);

  while (state != NULL && state->parent_unit != NULL)
    {
      if (state->parent_unit == self->unit)
        return TRUE;
      state = ntm_unit_state_at (state->parent_unit, self->context->at);
    }
  return FALSE;
}

/* Those without a decision are named; of the whole province they are too many. */
static void
add_urban (const NtmUnitTelling *self)
{
  const GPtrArray *units = ntm_atlas_units (self->context->atlas);
  GString *names = g_string_new (NULL);
  g_autofree char *value = NULL;
  guint n = 0, n_without = 0;

  for (guint i = 0; i < units->len; i++)
    {
      const NtmUnit *unit = g_ptr_array_index (units, i);
      const NtmUnitState *state = unit->level == NTM_LEVEL_COMMUNE ? ntm_unit_state_at (unit, self->context->at) : NULL;

      if (state == NULL || !ntm_unit_is_urban (state) || !is_inside (self, unit))
        continue;
      n++;
      if (ntm_atlas_standing (self->context->atlas, unit, self->context->at, self->context->basis).status == NTM_STATUS_URBAN)
        continue;
      n_without++;
      if (self->unit->level == NTM_LEVEL_DISTRICT)
        g_string_append_printf (names, "%s%s", names->len == 0 ? "" : ", ", state->name);
    }
  if (n == 0)
    {
      g_string_free (names, TRUE);
      return;
    }
  value = g_strdup_printf (C_("count", "%1$u of %2$u"), n_without, n);
  _ntm_unit_facts_add_entry (self->facts, NTM_UNIT_SECTION_URBAN,
                             _("Wards and townships that no decision in the file calls a civilised urban area"),
                             g_steal_pointer (&value), names, n_without == 0 ? NTM_UNIT_TONE_GOOD : NTM_UNIT_TONE_NEUTRAL);
}

void
_ntm_unit_facts_add_lines (const NtmUnitTelling *self)
{
  add_lines (self);
  if (self->unit->level <= NTM_LEVEL_DISTRICT)
    add_urban (self);
}
