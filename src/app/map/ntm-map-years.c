/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What the strip below the map shows of the years: counts at the end of each, and the days on which units
 * come and go. A year of 13 districts takes microseconds, of 200 communes about a millisecond.
 */

#include "config.h"

#include "ntm-map-years.h"

#include <glib/gi18n.h>

#include "ntm-classes.h"
#include "ntm-standings.h"
#include "ntm-view-periods.h"
#include "ntm-view-words.h"

static void
note_year (int     *last,
           NtmDate  date)
{
  if (ntm_date_is_known (date))
    *last = MAX (*last, ntm_date_year (date));
}

/**
 * ntm_map_years_last:
 * @atlas: the Atlas
 *
 * Finds the last year of which the file knows something: its reference date, a title, a change of units.
 *
 * Returns: the year, %NTM_FIRST_YEAR or later
 */
int
ntm_map_years_last (NtmAtlas *atlas)
{
  const GPtrArray *units = ntm_atlas_units (atlas);
  const GPtrArray *titles = ntm_atlas_records (atlas, NTM_TABLE_TITLE);
  int last = NTM_FIRST_YEAR;

  note_year (&last, ntm_atlas_reference_date (atlas));
  for (guint i = 0; i < units->len; i++)
    {
      const NtmUnit *unit = g_ptr_array_index (units, i);
      note_year (&last, unit->life.from);
      note_year (&last, unit->life.to);
    }
  for (guint i = 0; titles != NULL && i < titles->len; i++)
    {
      gboolean uncertain;
      NtmDate since;
      if (ntm_title_since (g_ptr_array_index (titles, i), NTM_BASIS_SIGNED, &since, &uncertain))
        note_year (&last, since);
    }
  return MIN (last, NTM_FIRST_YEAR + NTM_MAX_YEARS - 1);
}

/**
 * ntm_map_years_end:
 * @year: a year
 *
 * Returns: its last day, the day that stands for it
 */
NtmDate
ntm_map_years_end (int year)
{
  return ntm_date_new (year, 12, 31);
}

/**
 * ntm_map_years_position:
 * @date: a known day
 *
 * Returns: its place on an axis on which the end of each year is that year's number
 */
double
ntm_map_years_position (NtmDate date)
{
  int year = ntm_date_year (date);
  NtmDate before = ntm_date_new (year - 1, 12, 31);

  return year - 1 + (date - before) / (double) (ntm_map_years_end (year) - before);
}

static void
count_statuses (NtmYearCounts        *self,
                const NtmViewContext *context,
                const GPtrArray      *units)
{
  NtmStandingCounts counts = ntm_standings_count (context, units);

  for (guint status = 0; status < NTM_N_STATUSES; status++)
    self->parts[status] = counts.by_status[status];
}

/* As on the map: the newest period of which any unit has a figure. */
static void
count_classes (NtmYearCounts        *self,
               const NtmViewContext *context,
               const NtmSeries      *series,
               const GPtrArray      *units)
{
  NtmClasses classes = ntm_classes_of_series (series, units);
  NtmPeriod period;
  gboolean found = ntm_view_newest_period (context, series, units, &period);
  int column = found ? ntm_series_find_period (series, &period) : -1;

  self->n_classes = classes.n_classes;
  for (guint i = 0; i < units->len; i++)
    {
      const NtmUnit *unit = g_ptr_array_index (units, i);
      const NtmObservation *observation = column < 0 ? NULL : ntm_view_observed (series, unit, (guint) column);
      self->parts[observation == NULL ? NTM_MARK_NO_DATA : NTM_YEAR_CLASS (ntm_classes_find (&classes, observation->shown))]++;
    }
}

/**
 * ntm_map_years_count:
 * @context: the context; its day does not matter
 * @scope: what the map is about
 * @year: a year
 *
 * Counts the units of the map at the end of @year by the way they are drawn.
 *
 * Returns: the counts; no units where there is nothing to show
 */
NtmYearCounts
ntm_map_years_count (const NtmViewContext *context,
                     const NtmMapScope    *scope,
                     int                   year)
{
  NtmYearCounts self = { .is_counted = TRUE };
  NtmViewContext then = *context;
  g_autoptr (GPtrArray) units = ntm_map_scope_dup_units (scope, context->atlas, ntm_map_years_end (year));
  const NtmSeries *series;

  then.at = ntm_map_years_end (year);
  self.n_units = units->len;
  if (scope->theme == NULL)
    {
      count_statuses (&self, &then, units);
      return self;
    }
  series = ntm_atlas_series (context->atlas, scope->theme, NULL);
  if (series != NULL)
    count_classes (&self, &then, series, units);
  return self;
}

/**
 * ntm_map_years_has_data:
 * @counts: a year
 *
 * Returns: whether anything is known of any unit
 */
gboolean
ntm_map_years_has_data (const NtmYearCounts *counts)
{
  for (guint i = 0; i < NTM_N_YEAR_PARTS; i++)
    if (counts->parts[i] > 0 && i != NTM_MARK_NO_DECISION && i != NTM_MARK_NO_DATA && i != NTM_MARK_NOT_APPLICABLE)
      return TRUE;
  return FALSE;
}

static void
clear_mark (gpointer data)
{
  g_free (((NtmYearMark *) data)->text);
}

/* Units that ended with the last of their level do not count: then the level below is shown. */
static gboolean
is_of_scope (const NtmUnit     *unit,
             const NtmMapScope *scope)
{
  return unit->level == (scope->parent == NULL ? scope->level : NTM_LEVEL_COMMUNE);
}

static int
compare_dates (gconstpointer a,
               gconstpointer b)
{
  NtmDate one = *(const NtmDate *) a, other = *(const NtmDate *) b;

  return (one > other) - (one < other);
}

/* Returns: (transfer full) (element-type NtmDate): the days, in order, each once */
static GArray *
list_days (NtmAtlas          *atlas,
           const NtmMapScope *scope,
           NtmDate            from,
           NtmDate            to)
{
  const GPtrArray *units = ntm_atlas_units (atlas);
  GArray *days = g_array_new (FALSE, FALSE, sizeof (NtmDate));

  for (guint i = 0; i < units->len; i++)
    {
      const NtmUnit *unit = g_ptr_array_index (units, i);
      if (!is_of_scope (unit, scope))
        continue;
      if (unit->life.from > from && unit->life.from <= to)
        g_array_append_val (days, unit->life.from);
      if (unit->life.to > from && unit->life.to <= to)
        g_array_append_val (days, unit->life.to);
    }
  g_array_sort (days, compare_dates);
  for (guint i = days->len; i-- > 1;)
    if (g_array_index (days, NtmDate, i) == g_array_index (days, NtmDate, i - 1))
      g_array_remove_index (days, i);
  return days;
}

static char *
describe_units (const NtmViewContext *context,
                const NtmMapScope    *scope,
                NtmDate               date)
{
  g_autoptr (GPtrArray) units = ntm_map_scope_dup_units (scope, context->atlas, date);
  g_autofree char *day = ntm_date_format (date, context->lang);
  g_autofree char *count = NULL;

  if (units->len == 0)
    return NULL;
  if (((const NtmUnit *) g_ptr_array_index (units, 0))->level == NTM_LEVEL_DISTRICT)
    count = g_strdup_printf (ngettext ("%u district", "%u districts", units->len), units->len);
  else
    count = g_strdup_printf (ngettext ("%u commune or ward", "%u communes and wards", units->len), units->len);
  /* Translators: a day and how many units there are from then on. */
  return g_strdup_printf (_("%1$s: %2$s"), day, count);
}

static gboolean
is_same_set (NtmAtlas          *atlas,
             const NtmMapScope *scope,
             NtmDate            date)
{
  g_autoptr (GPtrArray) before = ntm_map_scope_dup_units (scope, atlas, date - 1);
  g_autoptr (GPtrArray) after = ntm_map_scope_dup_units (scope, atlas, date);

  if (before->len != after->len)
    return FALSE;
  for (guint i = 0; i < after->len; i++)
    if (!g_ptr_array_find (before, g_ptr_array_index (after, i), NULL))
      return FALSE;
  return TRUE;
}

/**
 * ntm_map_years_new_marks:
 * @context: the context; its day does not matter
 * @scope: what the map is about
 * @first: the first year; its end is the first day looked at
 * @last: the last year
 *
 * Finds the days on which the units of the map become others.
 *
 * Returns: (transfer full) (element-type NtmYearMark): the days, in order
 */
GArray *
ntm_map_years_new_marks (const NtmViewContext *context,
                         const NtmMapScope    *scope,
                         int                   first,
                         int                   last)
{
  g_autoptr (GArray) days = list_days (context->atlas, scope, ntm_map_years_end (first), ntm_map_years_end (last));
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (NtmYearMark));

  g_array_set_clear_func (marks, clear_mark);
  for (guint i = 0; i < days->len; i++)
    {
      NtmDate date = g_array_index (days, NtmDate, i);
      NtmYearMark mark = { .date = date };

      if (is_same_set (context->atlas, scope, date))
        continue;
      mark.text = describe_units (context, scope, date);
      if (mark.text != NULL)
        g_array_append_val (marks, mark);
    }
  return marks;
}
