/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sentences of the brief, each computed from the Atlas at the context's day. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ntm-brief-text.h"
#include "ntm-standings.h"
#include "ntm-task.h"
#include "ntm-view-words.h"

#define MAX_NAMES 8 /* more names make no sentence */

/**
 * ntm_brief_text_date:
 * @ctx: the context
 *
 * Returns: (transfer full): "As of 21 Feb 2024; titles counted by day signed"
 */
char *
ntm_brief_text_date (const NtmViewContext *ctx)
{
  g_autofree char *day = ntm_date_format (ctx->at, ctx->lang);

  return g_strdup_printf (_("As of %1$s; titles counted by %2$s"), day, ntm_view_basis_name (ctx->basis));
}

/**
 * ntm_brief_text_province:
 * @ctx: the context
 *
 * Returns: (transfer full): the province in capitals, "" in a file without one
 */
char *
ntm_brief_text_province (const NtmViewContext *ctx)
{
  const NtmUnit *province = ntm_atlas_province (ctx->atlas, ctx->at);
  g_autofree char *name = province ? ntm_view_unit_name (ctx, province) : g_strdup ("");

  return g_utf8_strup (name, -1);
}

/**
 * ntm_brief_text_subject:
 * @ctx: the context
 *
 * Returns: (transfer full): what the report is about: the title of the file, or the programme
 */
char *
ntm_brief_text_subject (const NtmViewContext *ctx)
{
  const char *vi = ntm_atlas_meta (ctx->atlas, "title_vi");
  const char *en = ntm_atlas_meta (ctx->atlas, "title_en");
  const char *title = ntm_lang_pick (ctx->lang, vi ? vi : "", en ? en : "");

  return g_strdup (title && *title ? title : _("New rural development"));
}

/* "Not yet NTM: A, B and C." */
static char *
list_units (const NtmViewContext *ctx, const GPtrArray *units, NtmStatus status)
{
  g_autoptr (GString) names = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < units->len; i++)
    {
      const NtmUnit *unit = g_ptr_array_index (units, i);
      g_autofree char *name = NULL;

      if (ntm_atlas_standing (ctx->atlas, unit, ctx->at, ctx->basis).status != status)
        continue;
      name = ntm_view_unit_name (ctx, unit);
      g_string_append_printf (names, "%s%s", n++ ? ", " : "", name);
    }
  if (n == 0 || n > MAX_NAMES)
    return NULL;
  return g_strdup_printf (C_("status and units", "%1$s: %2$s."), ntm_view_status_name (status), names->str);
}

/**
 * ntm_brief_text_status:
 * @ctx: the context
 * @level: the level of the map
 *
 * Returns: (transfer full) (element-type utf8): sentences on titles: counts, names of those not there
 *   yet, published totals beside what the file holds
 */
GPtrArray *
ntm_brief_text_status (const NtmViewContext *ctx, NtmLevel level)
{
  GPtrArray *sentences = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) units = ntm_atlas_units_at (ctx->atlas, level, ctx->at);
  g_autoptr (GArray) published = ntm_published_counts (ctx);
  NtmStandingCounts counts = ntm_standings_count (ctx, units);
  char *names = list_units (ctx, units, NTM_STATUS_NOT_YET);

  if (units->len > 0)
    g_ptr_array_add (sentences, ntm_standings_sentence (ctx, units, &counts));
  if (names)
    g_ptr_array_add (sentences, names);
  for (guint i = 0; i < published->len; i++)
    g_ptr_array_add (sentences, ntm_published_sentence (ctx, &g_array_index (published, NtmPublishedCount, i)));
  return sentences;
}

/**
 * ntm_brief_text_tasks:
 * @ctx: the context
 *
 * Returns: (transfer full): one sentence that counts the tasks by state
 */
char *
ntm_brief_text_tasks (const NtmViewContext *ctx)
{
  const GPtrArray *tasks = ntm_atlas_records (ctx->atlas, NTM_TABLE_TASK);
  guint n = 0;
  guint by_state[NTM_TASK_OVERDUE + 1] = { 0 };

  for (guint i = 0; i < tasks->len; i++)
    {
      const NtmTask *task = g_ptr_array_index (tasks, i);
      NtmDate assigned;

      if (!g_str_equal (task->kind, "task"))
        continue;
      if (ntm_date_parse (task->assigned, &assigned, NULL) && assigned > ctx->at)
        continue;
      by_state[ntm_task_standing (task, ctx->at).state]++;
      n++;
    }
  return g_strdup_printf (ngettext ("%1$u task: %2$u in progress, %3$u finished, %4$u finished late, %5$u overdue.",
                                    "%1$u tasks: %2$u in progress, %3$u finished, %4$u finished late, %5$u overdue.",
                                    n),
                          n, by_state[NTM_TASK_OPEN], by_state[NTM_TASK_DONE], by_state[NTM_TASK_LATE],
                          by_state[NTM_TASK_OVERDUE]);
}
