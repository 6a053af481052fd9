/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * NtmTicks:
 *
 * An axis: values from @first to @last, every @step; @decimals tells them apart.
 */
typedef struct
{
  double first;
  double last;
  double step;
  guint  n;
  int    decimals;
} NtmTicks;

NtmTicks ntm_ticks_new  (double min, double max, guint max_ticks);
double   ntm_ticks_at   (const NtmTicks *self, guint index);

G_END_DECLS
