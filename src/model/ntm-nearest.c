/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person may have meant: the three names with the smallest edit distance to what was typed. */

#include "config.h"

#include <string.h>

#include "ntm-nearest.h"

#define LENGTH_MAX 64 /* longer than any name of a unit or indicator worth guessing */
#define FAR        G_MAXUINT

/* Levenshtein distance by bytes: folded names are nearly all ASCII. */
static guint
edit_distance (const char *a, const char *b)
{
  gsize n = strlen (a), m = strlen (b);
  guint row[LENGTH_MAX + 1];

  if (n > LENGTH_MAX || m > LENGTH_MAX)
    return FAR;
  for (gsize j = 0; j <= m; j++)
    row[j] = (guint) j;
  for (gsize i = 1; i <= n; i++)
    {
      guint diagonal = row[0];

      row[0] = (guint) i;
      for (gsize j = 1; j <= m; j++)
        {
          guint change = diagonal + (a[i - 1] != b[j - 1]);

          diagonal = row[j];
          row[j] = MIN (change, MIN (row[j], row[j - 1]) + 1);
        }
    }
  return row[m];
}

/* 0 for a name that begins with what was typed; FAR for one that nobody would mean. */
static guint
distance_of (const char *wanted, const char *name)
{
  gsize length = strlen (wanted);
  guint distance;

  if (length >= 2 && g_str_has_prefix (name, wanted))
    return 0;
  distance = edit_distance (wanted, name);
  return distance <= MAX (1, length / 3) ? distance : FAR;
}

static guint
place_of (const NtmNearest *self, gconstpointer thing)
{
  guint i = 0;

  while (i < self->n && self->found[i] != thing)
    i++;
  return i;
}

/**
 * ntm_nearest_offer:
 * @self: what was found so far
 * @wanted: what was typed, folded
 * @folded_name: a name, folded
 * @thing: what has that name; may be offered under several
 *
 * Keeps @thing if it is among the nearest; of equally near ones those offered first.
 */
void
ntm_nearest_offer (NtmNearest *self, const char *wanted, const char *folded_name, gconstpointer thing)
{
  guint distance = distance_of (wanted, folded_name);
  guint i = place_of (self, thing);

  if (distance == FAR || (i < self->n && self->distance[i] <= distance))
    return;
  if (i == NTM_NEAREST_MAX)
    {
      if (self->distance[--i] <= distance)
        return;
    }
  else if (i == self->n)
    self->n++;
  for (; i > 0 && self->distance[i - 1] > distance; i--)
    {
      self->found[i] = self->found[i - 1];
      self->distance[i] = self->distance[i - 1];
    }
  self->found[i] = thing;
  self->distance[i] = distance;
}
