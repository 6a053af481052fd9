/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Inside src/model only: what a person may have meant. */

#include <glib.h>

G_BEGIN_DECLS

#define NTM_NEAREST_MAX 3

/**
 * NtmNearest:
 *
 * The names nearest to a folded text: those that begin with it first, then those with the fewest wrong
 * letters. To be zero-initialised; the things found are borrowed.
 */
typedef struct
{
  gconstpointer found[NTM_NEAREST_MAX];
  guint         distance[NTM_NEAREST_MAX];
  guint         n;
} NtmNearest;

void ntm_nearest_offer (NtmNearest *self, const char *wanted, const char *folded_name, gconstpointer thing);

G_END_DECLS
