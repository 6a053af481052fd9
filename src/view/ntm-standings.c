/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Counts of titles: from the events in the file, and as published. The ladders come from the title
 * kinds of the file, so that a title added there appears in every legend.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ntm-standings.h"
#include "ntm-view-words.h"

/* Whether units of @type may get titles of @kind; its list is "thị xã;thành phố", "" for any type. */
static gboolean
kind_fits (const NtmTitleKind *kind, const char *type)
{
  g_auto (GStrv) types = g_strsplit (kind->types, ";", -1);

  return !*kind->types || g_strv_contains ((const char *const *) types, type);
}

static gboolean
kind_fits_any (const NtmTitleKind *kind, const GPtrArray *units, NtmDate at)
{
  for (guint i = 0; i < units->len; i++)
    {
      const NtmUnit *unit = g_ptr_array_index (units, i);
      const NtmUnitState *state = ntm_unit_state_at (unit, at);

      if (unit->level == kind->level && state && kind_fits (kind, state->type))
        return TRUE;
    }
  return FALSE;
}

/**
 * ntm_ladder_statuses:
 * @ctx: the context
 * @units: (element-type NtmUnit): units of a picture
 *
 * Finds what the units can become by the title kinds of the file: what a legend lists even where the
 * count is zero. "Not yet" is the foot of every ladder.
 *
 * Returns: a bit per #NtmStatus
 */
guint
ntm_ladder_statuses (const NtmViewContext *ctx, const GPtrArray *units)
{
  const GPtrArray *kinds = ntm_atlas_records (ctx->atlas, NTM_TABLE_TITLE_KIND);
  guint statuses = 1u << NTM_STATUS_NOT_YET;

  for (guint i = 0; i < kinds->len; i++)
    {
      const NtmTitleKind *kind = g_ptr_array_index (kinds, i);

      if (kind_fits_any (kind, units, ctx->at))
        statuses |= 1u << kind->status;
    }
  return statuses;
}

/**
 * ntm_standings_count:
 * @ctx: the context
 * @units: (element-type NtmUnit): the units to count
 *
 * Returns: how many of them have which status at the context's day
 */
NtmStandingCounts
ntm_standings_count (const NtmViewContext *ctx, const GPtrArray *units)
{
  NtmStandingCounts counts = { .n_units = units->len };

  for (guint i = 0; i < units->len; i++)
    {
      NtmStanding standing = ntm_atlas_standing (ctx->atlas, g_ptr_array_index (units, i), ctx->at, ctx->basis);

      counts.by_status[standing.status]++;
      if (standing.uncertain)
        counts.n_uncertain++;
    }
  return counts;
}

/**
 * ntm_standings_sentence:
 * @ctx: the context
 * @units: (element-type NtmUnit): the units counted
 * @counts: their counts
 *
 * Writes the counts as one sentence, statuses without a unit left out: "Of 13 districts, towns and
 * cities: NTM standard 8, Not yet NTM 4; 3 to be verified."
 *
 * Returns: (transfer full): the sentence
 */
char *
ntm_standings_sentence (const NtmViewContext *ctx, const GPtrArray *units, const NtmStandingCounts *counts)
{
  static const NtmStatus order[] = {
    NTM_STATUS_SMART, NTM_STATUS_MODEL, NTM_STATUS_ADVANCED, NTM_STATUS_STANDARD, NTM_STATUS_COMPLETED,
    NTM_STATUS_URBAN, NTM_STATUS_NOT_YET, NTM_STATUS_NO_DECISION, NTM_STATUS_NOT_APPLICABLE,
  };
  g_autofree char *who = ntm_view_count_units (ctx, units);
  g_autoptr (GString) list = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (order); i++)
    if (counts->by_status[order[i]] > 0)
      g_string_append_printf (list, "%s%s %u", list->len ? ", " : "", ntm_view_status_name (order[i]),
                              counts->by_status[order[i]]);
  if (counts->n_uncertain > 0)
    g_string_append_printf (list, ngettext ("; %u of these to be verified", "; %u of these to be verified",
                                            counts->n_uncertain), counts->n_uncertain);
  return g_strdup_printf (_("Of %1$s: %2$s."), who, list->str);
}

/* Communes whose title is @kind or stands above it on the same ladder. */
static guint
count_from (const NtmViewContext *ctx, const NtmTitleKind *kind)
{
  g_autoptr (GPtrArray) units = ntm_atlas_units_at (ctx->atlas, kind->level, ctx->at);
  guint n = 0;

  for (guint i = 0; i < units->len; i++)
    {
      NtmStanding standing = ntm_atlas_standing (ctx->atlas, g_ptr_array_index (units, i), ctx->at, ctx->basis);
      const NtmTitleKind *own = standing.title ? standing.title->title_kind : NULL;

      if (own && g_str_equal (own->ladder, kind->ladder) && own->rank >= kind->rank)
        n++;
    }
  return n;
}

static gboolean
find_published (const NtmViewContext *ctx, const char *code, const char *kind_code, NtmPublishedCount *out)
{
  const NtmTitleKind *kind = ntm_atlas_lookup (ctx->atlas, NTM_TABLE_TITLE_KIND, kind_code);
  const NtmUnit *province = ntm_atlas_province (ctx->atlas, ctx->at);
  const NtmSeries *series;

  out->indicator = ntm_atlas_lookup (ctx->atlas, NTM_TABLE_INDICATOR, code);
  if (!kind || !out->indicator || !province)
    return FALSE;
  series = ntm_atlas_series (ctx->atlas, code, NULL);
  out->observation = series ? ntm_series_latest (series, province, ctx->at) : NULL;
  if (!out->observation || out->observation->state != NTM_STATE_VALUE)
    return FALSE;
  out->status = kind->status;
  out->counted = count_from (ctx, kind);
  out->differs = out->observation->shown != (NtmDecimal) out->counted * NTM_DECIMAL_ONE;
  return TRUE;
}

/**
 * ntm_published_counts:
 * @ctx: the context
 *
 * Finds the newest published totals of communes by title up to the context's day, and counts what the
 * file has decisions for.
 *
 * Returns: (transfer full) (element-type NtmPublishedCount): from the lowest title up; empty where
 *   nothing is published
 */
GArray *
ntm_published_counts (const NtmViewContext *ctx)
{
  static const struct { const char *indicator, *kind; } totals[] = {
    { "ntm_communes", "commune_ntm" },
    { "advanced_communes", "commune_advanced" },
    { "model_communes", "commune_model" },
  };
  GArray *counts = g_array_new (FALSE, TRUE, sizeof (NtmPublishedCount));

  for (gsize i = 0; i < G_N_ELEMENTS (totals); i++)
    {
      NtmPublishedCount count = { 0 };

      if (find_published (ctx, totals[i].indicator, totals[i].kind, &count))
        g_array_append_val (counts, count);
    }
  return counts;
}

/**
 * ntm_published_sentence:
 * @ctx: the context
 * @count: a published total
 *
 * Returns: (transfer full): one sentence with the total, its day and, where it differs, what the file
 *   has decisions for
 */
char *
ntm_published_sentence (const NtmViewContext *ctx, const NtmPublishedCount *count)
{
  const char *name = ntm_lang_pick (ctx->lang, count->indicator->name_vi, count->indicator->name_en);
  g_autofree char *when = ntm_view_period_words (ctx, count->indicator, &count->observation->period);
  g_autofree char *value = ntm_number_format (count->observation->shown, -1, ctx->lang);

  if (!count->differs)
    return g_strdup_printf (_("%1$s: %2$s published (%3$s), as many decisions in this file."), name, value, when);
  return g_strdup_printf (ngettext ("%1$s: %2$s published (%3$s), a decision in this file for %4$u.",
                                    "%1$s: %2$s published (%3$s), decisions in this file for %4$u.", count->counted),
                          name, value, when, count->counted);
}
