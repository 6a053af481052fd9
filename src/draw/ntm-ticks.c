/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Round numbers for an axis: steps of 1, 2, 2.5 and 5 times a power of ten. */

#include "ntm-ticks.h"

#include <math.h>

static const double steps[] = { 1, 2, 2.5, 5, 10 };

static int
count_decimals (double step)
{
  for (int decimals = 0; decimals < 6; decimals++)
    {
      double scaled = step * pow (10, decimals);

      if (fabs (scaled - round (scaled)) < 1e-6 * scaled)
        return decimals;
    }

  return 6;
}

static gboolean
try_step (double min, double max, double step, guint max_ticks, NtmTicks *out)
{
  /* A millionth of a step forgives 0.1 + 0.2. */
  double low = floor (min / step + 1e-6);
  double high = ceil (max / step - 1e-6);

  if (high - low + 1 > max_ticks)
    return FALSE;

  out->first = low * step;
  out->last = high * step;
  out->step = step;
  out->n = (guint) (high - low) + 1;
  out->decimals = count_decimals (step);
  return TRUE;
}

/**
 * ntm_ticks_new:
 * @min: least value to show
 * @max: greatest; where it is not above @min a range around it is made
 * @max_ticks: at most so many, at least 2
 *
 * Returns: the finest axis of round numbers that covers the range with so many ticks
 */
NtmTicks
ntm_ticks_new (double min, double max, guint max_ticks)
{
  NtmTicks ticks = { 0, 1, 1, 2, 0 };
  double magnitude;

  if (!isfinite (min) || !isfinite (max))
    return ticks;
  if (max <= min)
    max = min + (min != 0 ? fabs (min) * 0.1 : 1);

  max_ticks = MAX (max_ticks, 3);
  magnitude = pow (10, floor (log10 ((max - min) / max_ticks)));
  for (guint decade = 0; decade < 4; decade++, magnitude *= 10)
    for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
      if (try_step (min, max, steps[i] * magnitude, max_ticks, &ticks))
        return ticks;

  return ticks;
}

/**
 * ntm_ticks_at:
 * @self: an axis
 * @index: from 0
 *
 * Returns: the value of a tick
 */
double
ntm_ticks_at (const NtmTicks *self, guint index)
{
  /* Multiplied, not added up, so that 0 is 0. */
  return (round (self->first / self->step) + index) * self->step;
}
