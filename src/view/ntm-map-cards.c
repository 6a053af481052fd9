/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Legends of maps: statuses with counts, published totals, classes; and the names of what lies around, as the file has them. */

#include "config.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "ntm-map-cards.h"
#include "ntm-mercator.h"
#include "ntm-standings.h"
#include "ntm-text-box.h"
#include "ntm-view-words.h"

#define PLACE_KEY "map_place_"

/* Silence is listed only where it occurs; the rungs of the ladder always. */
static gboolean
is_listed (guint ladder, const NtmStandingCounts *counts, NtmStatus status)
{
  return counts->by_status[status] > 0 || (ladder & (1u << status));
}

/**
 * ntm_map_cards_add_statuses:
 * @spec: the map
 * @ctx: the context
 * @units: (element-type NtmUnit): its units
 * @only: statuses that are not dimmed, a bit each; 0 = all
 *
 * Adds the statuses in their order with the number of units of each.
 */
void
ntm_map_cards_add_statuses (NtmMapSpec *spec, const NtmViewContext *ctx, const GPtrArray *units, guint only)
{
  NtmStandingCounts counts = ntm_standings_count (ctx, units);
  guint ladder = ntm_ladder_statuses (ctx, units);
  NtmLegend *legend = ntm_map_spec_add_legend (spec, _("Legend"));

  for (NtmStatus status = 0; status < NTM_N_STATUSES; status++)
    {
      g_autofree char *count = g_strdup_printf ("%u", counts.by_status[status]);
      NtmLegendEntry *entry;

      if (!is_listed (ladder, &counts, status))
        continue;
      entry = ntm_legend_add_mark (legend, ntm_status_code (status), (NtmMark) status, ntm_view_status_name (status),
                                   count);
      entry->dimmed = only != 0 && !(only & (1u << status));
    }
  if (counts.n_uncertain > 0)
    ntm_spec_set (&legend->note, _("? = decision to be verified"));
}

static char *
published_note (const NtmViewContext *ctx, const GArray *counts)
{
  g_autoptr (GString) counted = g_string_new (NULL);
  const NtmPublishedCount *first = &g_array_index (counts, NtmPublishedCount, 0);
  g_autofree char *source = ntm_view_document_short (ctx, first->observation->source);
  gboolean differs = FALSE;

  for (guint i = 0; i < counts->len; i++)
    {
      const NtmPublishedCount *count = &g_array_index (counts, NtmPublishedCount, i);

      differs = differs || count->differs;
      g_string_append_printf (counted, "%s%u", i ? " · " : "", count->counted);
    }
  if (!differs)
    return g_strdup (source);
  return g_strdup_printf (_("%1$s. Decisions in this file: %2$s"), source, counted->str);
}

/**
 * ntm_map_cards_add_published:
 * @spec: the map
 * @ctx: the context
 *
 * Adds a card with the published totals of communes by title, and beside them what the file has
 * decisions for where that differs. Nothing is added where nothing is published.
 */
void
ntm_map_cards_add_published (NtmMapSpec *spec, const NtmViewContext *ctx)
{
  g_autoptr (GArray) counts = ntm_published_counts (ctx);
  g_autofree char *when = NULL;
  g_autofree char *title = NULL;
  g_autofree char *note = NULL;
  const NtmPublishedCount *first;
  NtmLegend *legend;

  if (counts->len == 0)
    return;
  first = &g_array_index (counts, NtmPublishedCount, 0);
  when = ntm_view_period_words (ctx, first->indicator, &first->observation->period);
  title = g_strdup_printf (_("Communes, published (%s)"), when);
  legend = ntm_map_spec_add_legend (spec, title);
  legend->no_swatches = TRUE;
  for (guint i = 0; i < counts->len; i++)
    {
      const NtmPublishedCount *count = &g_array_index (counts, NtmPublishedCount, i);
      g_autofree char *value = ntm_number_format (count->observation->shown, -1, ctx->lang);

      ntm_legend_add_mark (legend, NULL, (NtmMark) count->status, ntm_view_status_name (count->status), value);
    }
  note = published_note (ctx, counts);
  ntm_spec_set (&legend->note, note);
}

/* "5 – 7.5"; the last class holds its upper edge too, and one class may be a single value. */
static char *
class_label (const NtmViewContext *ctx, const NtmIndicator *indicator, const NtmClasses *classes, guint c)
{
  g_autofree char *lower = ntm_number_format (classes->edges[c], -1, ctx->lang);
  g_autofree char *upper = ntm_view_value (ctx, indicator, classes->edges[c + 1]);

  if (classes->edges[c] == classes->edges[c + 1])
    return g_steal_pointer (&upper);
  if (c + 1 < classes->n_classes)
    return g_strdup_printf (_("%1$s to below %2$s"), lower, upper);
  return g_strdup_printf (_("%1$s to %2$s"), lower, upper);
}

/**
 * ntm_map_cards_gap_mark:
 * @state: why a unit has no figure
 *
 * Returns: how it is drawn: hatched, plain or dotted
 */
NtmMark
ntm_map_cards_gap_mark (NtmState state)
{
  switch (state)
    {
    case NTM_STATE_NOT_APPLICABLE:
      return NTM_MARK_NOT_APPLICABLE;
    case NTM_STATE_NOT_VERIFIED:
      return NTM_MARK_NOT_VERIFIED;
    case NTM_STATE_NO_DATA:
    case NTM_STATE_VALUE:
    default:
      return NTM_MARK_NO_DATA;
    }
}

static void
add_gap (NtmLegend *legend, const char *key, NtmState state, const guint *gaps)
{
  g_autofree char *count = g_strdup_printf ("%u", gaps[state]);

  if (gaps[state] > 0)
    ntm_legend_add_mark (legend, key, ntm_map_cards_gap_mark (state), ntm_view_gap_name (state), count);
}

/**
 * ntm_map_cards_add_classes:
 * @spec: the map
 * @ctx: the context
 * @indicator: what is shown
 * @classes: its classes
 * @counts: (array): units in each class
 * @gaps: (array): units without a figure, by #NtmState
 *
 * Adds the classes from the largest down, then each kind of gap there is.
 */
void
ntm_map_cards_add_classes (NtmMapSpec *spec, const NtmViewContext *ctx, const NtmIndicator *indicator,
                           const NtmClasses *classes, const guint *counts, const guint *gaps)
{
  NtmLegend *legend = ntm_map_spec_add_legend (spec, _("Legend"));

  for (guint c = classes->n_classes; c-- > 0;)
    {
      g_autofree char *key = g_strdup_printf ("class-%u", c);
      g_autofree char *label = class_label (ctx, indicator, classes, c);
      g_autofree char *count = g_strdup_printf ("%u", counts[c]);

      ntm_legend_add_class (legend, key, c, label, count);
    }
  add_gap (legend, "no-data", NTM_STATE_NO_DATA, gaps);
  add_gap (legend, "not-applicable", NTM_STATE_NOT_APPLICABLE, gaps);
  add_gap (legend, "not-verified", NTM_STATE_NOT_VERIFIED, gaps);
}

static gboolean
is_near (const NtmBox *extent, double longitude, double latitude)
{
  NtmPoint at = ntm_mercator_from_degrees (longitude, latitude);
  double margin = 0.25 * MAX (extent->x_max - extent->x_min, extent->y_max - extent->y_min);

  return at.x > extent->x_min - margin && at.x < extent->x_max + margin
         && at.y > extent->y_min - margin && at.y < extent->y_max + margin;
}

/* "longitude;latitude;from;to;Vietnamese;English": a place and the days on which it has this name. */
static gboolean
read_place (const NtmViewContext *ctx, const char *text, NtmPoint *at, char **name)
{
  g_auto (GStrv) fields = g_strsplit (text, ";", -1);
  NtmDate from = NTM_DATE_MIN;
  NtmDate to = NTM_DATE_MAX;

  if (g_strv_length (fields) != 6)
    return FALSE;
  if ((*fields[2] && !ntm_date_parse (fields[2], &from, NULL)) || (*fields[3] && !ntm_date_parse (fields[3], &to, NULL)))
    return FALSE;
  at->x = g_ascii_strtod (fields[0], NULL);
  at->y = g_ascii_strtod (fields[1], NULL);
  *name = g_strdup (ntm_lang_pick (ctx->lang, fields[4], fields[5]));
  return **name && fabs (at->x) <= 180 && fabs (at->y) <= 85 && ctx->at >= from && ctx->at < to;
}

/**
 * ntm_map_cards_add_places:
 * @spec: the map
 * @ctx: the context
 *
 * Adds the names of the sea and the neighbours that lie close by: what the file has under the keys
 * `map_place_1`, `map_place_2` and so on. An entry that is not understood is left out.
 */
void
ntm_map_cards_add_places (NtmMapSpec *spec, const NtmViewContext *ctx)
{
  NtmBox extent = ntm_shapes_get_extent (spec->shapes);
  const GPtrArray *meta = ntm_atlas_records (ctx->atlas, NTM_TABLE_META);

  if (extent.x_min > extent.x_max)
    return;
  for (guint i = 0; i < meta->len; i++)
    {
      const NtmMeta *entry = g_ptr_array_index (meta, i);
      g_autofree char *name = NULL;
      NtmPoint at;

      if (g_str_has_prefix (entry->key, PLACE_KEY) && read_place (ctx, entry->value, &at, &name)
          && is_near (&extent, at.x, at.y))
        ntm_map_spec_add_place (spec, name, at.x, at.y);
    }
}
