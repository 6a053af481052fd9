/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * From the rows of an indicator to its matrix. Rows that fit no cell (unknown unit, no period) stay in
 * `all`, behind the cells, so that they can be shown and corrected.
 */

#include "config.h"

#include <string.h>
#include <glib/gi18n-lib.h>

#include "ntm-atlas-private.h"

#define NO_CELL G_MAXSIZE

typedef struct
{
  NtmObservation *observation;
  gsize           cell;
  NtmDate         source_day;
} Place;

static int
find_code (const char *text, const char *(*code_of) (guint), guint n)
{
  for (guint i = 0; i < n; i++)
    if (g_str_equal (text, code_of (i)))
      return (int) i;
  return -1;
}

static const char *
kind_code_at (guint i)
{
  return ntm_kind_code ((NtmKind) i);
}

static const char *
state_code_at (guint i)
{
  return ntm_state_code ((NtmState) i);
}

static void
add_issue (NtmAtlas *atlas, const NtmObservation *observation, const char *column, const char *problem)
{
  ntm_atlas_add_issue (atlas, NTM_TABLE_OBSERVATION, observation, column, problem,
                       _("Enter the figure again, or remove the row."));
}

/* Text left out has the default of its column. */
static void
derive_codes (NtmAtlas *atlas, NtmObservation *observation)
{
  int kind = find_code (observation->kind_name, kind_code_at, NTM_KIND_VERIFIED + 1);
  int state = find_code (observation->state_name, state_code_at, NTM_STATE_NOT_VERIFIED + 1);

  observation->kind = kind >= 0 ? (NtmKind) kind : NTM_KIND_ESTIMATE;
  if (kind < 0)
    add_issue (atlas, observation, "kind", _("There is no such kind of figure; it is taken for an estimate."));
  observation->state = state >= 0 ? (NtmState) state : NTM_STATE_VALUE;
  if (state < 0 && *observation->state_name)
    {
      observation->state = NTM_STATE_NO_DATA;
      add_issue (atlas, observation, "state", _("There is no such state; the cell counts as without data."));
    }
  observation->qualifier = NTM_QUALIFIER_EQUAL;
  if (*observation->qualifier_code && !ntm_qualifier_parse (observation->qualifier_code, &observation->qualifier))
    add_issue (atlas, observation, "qualifier", _("There is no such qualifier; the figure counts as exact."));
}

static void
derive_shown (NtmAtlas *atlas, NtmObservation *observation)
{
  NtmDecimal percent;

  observation->shown = observation->value;
  if (observation->value == NTM_NONE && observation->numerator != NTM_NONE && observation->denominator != NTM_NONE &&
      ntm_decimal_percent (observation->numerator, observation->denominator, &percent))
    observation->shown = percent;
  if (observation->state != NTM_STATE_VALUE || observation->shown != NTM_NONE)
    return;
  observation->state = NTM_STATE_NO_DATA;
  add_issue (atlas, observation, "value_e6", _("The row has neither a value nor a share that can be computed."));
}

/* Returns whether the observation has a place in the matrix. */
static gboolean
derive (NtmAtlas *atlas, NtmObservation *observation)
{
  g_autoptr (GError) error = NULL;

  derive_codes (atlas, observation);
  derive_shown (atlas, observation);
  memset (&observation->period, 0, sizeof observation->period);
  if (!ntm_period_parse (observation->period_text, &observation->period, &error))
    {
      add_issue (atlas, observation, "period", error->message);
      return FALSE;
    }
  if (ntm_atlas_find_unit (atlas, observation->unit))
    return TRUE;
  add_issue (atlas, observation, "unit", _("There is no such unit in the file."));
  return FALSE;
}

/* When a source is of; one without a date is older than all. */
static NtmDate
day_of_source (NtmAtlas *atlas, const char *source)
{
  const NtmDocument *document = ntm_atlas_lookup (atlas, NTM_TABLE_DOCUMENT, source);
  NtmPeriod period;

  if (!document || !*document->date || !ntm_period_parse (document->date, &period, NULL))
    return NTM_DATE_MIN;
  return ntm_period_last_day (&period);
}

static int
compare_periods (gconstpointer a, gconstpointer b)
{
  return ntm_period_compare (a, b);
}

static void
collect_periods (NtmSeries *self, const GArray *places)
{
  GArray *periods = g_array_new (FALSE, FALSE, sizeof (NtmPeriod));
  guint n = 0, n_all;

  for (guint i = 0; i < places->len; i++)
    if (g_array_index (places, Place, i).cell != NO_CELL)
      g_array_append_val (periods, g_array_index (places, Place, i).observation->period);
  g_array_sort (periods, compare_periods);
  n_all = periods->len;
  self->periods = (NtmPeriod *) (gpointer) g_array_free (periods, FALSE);
  for (guint i = 0; i < n_all; i++)
    if (n == 0 || !ntm_period_equal (&self->periods[n - 1], &self->periods[i]))
      self->periods[n++] = self->periods[i];
  self->n_periods = n;
}

/* The office's choice, else verified > reported > estimate > plan, then the newest source, then its id. */
static int
compare_preference (const Place *a, const Place *b)
{
  const NtmObservation *one = a->observation;
  const NtmObservation *other = b->observation;
  gboolean chosen = one->is_preferred > 0, other_chosen = other->is_preferred > 0;

  if (chosen != other_chosen)
    return chosen ? -1 : 1;
  if (one->kind != other->kind)
    return one->kind > other->kind ? -1 : 1;
  if (a->source_day != b->source_day)
    return a->source_day > b->source_day ? -1 : 1;
  return strcmp (one->source, other->source);
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const Place *one = a;
  const Place *other = b;

  if (one->cell != other->cell)
    return one->cell < other->cell ? -1 : 1;
  return compare_preference (one, other);
}

static GArray *
derive_all (NtmAtlas *atlas, const GPtrArray *observations)
{
  GArray *places = g_array_sized_new (FALSE, FALSE, sizeof (Place), observations->len);

  for (guint i = 0; i < observations->len; i++)
    {
      Place place = { observations->pdata[i], 0, NTM_DATE_MIN };

      place.cell = derive (atlas, place.observation) ? 0 : NO_CELL;
      place.source_day = day_of_source (atlas, place.observation->source);
      g_array_append_val (places, place);
    }
  return places;
}

static void
locate (NtmAtlas *atlas, const NtmSeries *self, GArray *places)
{
  for (guint i = 0; i < places->len; i++)
    {
      Place *place = &g_array_index (places, Place, i);
      int period;

      if (place->cell == NO_CELL)
        continue;
      period = ntm_series_find_period (self, &place->observation->period);
      place->cell = (gsize) (ntm_atlas_find_unit (atlas, place->observation->unit)->index - self->first_unit)
                    * self->n_periods + (gsize) period;
    }
}

static void
allocate_cells (NtmSeries *self)
{
  gsize n = (gsize) self->n_units * self->n_periods;

  self->values = g_new (NtmDecimal, n);
  self->states = g_new0 (guint8, n);
  self->first = g_new (guint, n);
  self->count = g_new0 (guint, n);
  for (gsize i = 0; i < n; i++)
    {
      self->values[i] = NTM_NONE;
      self->first[i] = G_MAXUINT;
    }
}

static void
fill_cells (NtmSeries *self, const GArray *places)
{
  for (guint i = 0; i < places->len; i++)
    {
      const Place *place = &g_array_index (places, Place, i);

      g_ptr_array_add (self->all, place->observation);
      if (place->cell == NO_CELL || self->count[place->cell]++ > 0)
        continue;
      self->first[place->cell] = i;
      self->states[place->cell] = (guint8) place->observation->state;
      if (place->observation->state == NTM_STATE_VALUE)
        self->values[place->cell] = place->observation->shown;
    }
}

static void
free_observation (gpointer observation)
{
  ntm_record_free (ntm_table_get (NTM_TABLE_OBSERVATION), observation);
}

/* Takes @observations over; of one @unit only, unless that is NULL. */
NtmSeries *
ntm_series_build (NtmAtlas *atlas, const char *indicator, const NtmUnit *unit, GPtrArray *observations)
{
  NtmSeries *self = g_new0 (NtmSeries, 1);
  g_autoptr (GArray) places = derive_all (atlas, observations);

  self->indicator = g_strdup (indicator);
  self->ref_count = 1;
  self->first_unit = unit ? unit->index : 0;
  self->n_units = unit ? 1 : ntm_atlas_units (atlas)->len;
  self->all = g_ptr_array_new_full (observations->len, free_observation);
  collect_periods (self, places);
  locate (atlas, self, places);
  g_array_sort (places, compare_places);
  allocate_cells (self);
  fill_cells (self, places);
  g_ptr_array_unref (observations);
  return self;
}
