/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Classes of a graduated map by quantile: each holds about as many values as the others. Equal values
 * are never parted, so few different values give fewer classes.
 */

#include "config.h"

#include "ntm-classes.h"

static int
compare_decimals (gconstpointer a, gconstpointer b)
{
  NtmDecimal x = *(const NtmDecimal *) a;
  NtmDecimal y = *(const NtmDecimal *) b;

  return (x > y) - (x < y);
}

/**
 * ntm_classes_of_values:
 * @values: (array length=n_values): values; sorted by the call
 * @n_values: how many
 *
 * Makes up to five classes. With one value, or all equal, there is one class.
 *
 * Returns: the classes
 */
NtmClasses
ntm_classes_of_values (NtmDecimal *values, guint n_values)
{
  NtmClasses self = { 0 };

  if (n_values == 0)
    return self;
  qsort (values, n_values, sizeof (NtmDecimal), compare_decimals);
  self.edges[0] = values[0];
  for (guint c = 1; c < NTM_PALETTE_MAX_CLASSES; c++)
    {
      NtmDecimal edge = values[(guint64) c * n_values / NTM_PALETTE_MAX_CLASSES];

      /* An edge at the largest value would leave a class with nothing above its lower edge. */
      if (edge > self.edges[self.n_classes] && edge < values[n_values - 1])
        self.edges[++self.n_classes] = edge;
    }
  self.edges[++self.n_classes] = values[n_values - 1];
  return self;
}

/**
 * ntm_classes_of_series:
 * @series: the observations
 * @units: (element-type NtmUnit): the units of the level that is shown
 *
 * Makes the classes from all periods of these units, so that every year is drawn with the same ones.
 *
 * Returns: the classes
 */
NtmClasses
ntm_classes_of_series (const NtmSeries *series, const GPtrArray *units)
{
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (NtmDecimal));

  for (guint i = 0; i < units->len; i++)
    for (guint p = 0; p < series->n_periods; p++)
      {
        const NtmObservation *observation = ntm_series_get (series, g_ptr_array_index (units, i), p);

        if (observation && observation->state == NTM_STATE_VALUE && observation->shown != NTM_NONE)
          g_array_append_val (values, observation->shown);
      }
  return ntm_classes_of_values ((NtmDecimal *) (gpointer) values->data, values->len);
}

/**
 * ntm_classes_find:
 * @self: the classes, at least one
 * @value: a value
 *
 * Returns: its class, from 0; values outside belong to the first or last
 */
guint
ntm_classes_find (const NtmClasses *self, NtmDecimal value)
{
  guint c = 0;

  g_return_val_if_fail (self->n_classes > 0, 0);

  while (c + 1 < self->n_classes && value >= self->edges[c + 1])
    c++;
  return c;
}
