/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Tasks under the agencies they were given to, as they stand on a day. What was reported later than the
 * day is not shown.
 */

#include "config.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "ntm-sources.h"
#include "ntm-task.h"
#include "ntm-tasks-view.h"
#include "ntm-text-box.h"
#include "ntm-view-words.h"

#define MAX_SOURCES 3

typedef struct
{
  const NtmViewContext   *ctx;
  const NtmTasksQuestion *question;
  NtmTaskListSpec        *spec;
  NtmSources             *sources;
  GHashTable             *groups;      /* agency id → NtmTaskGroup, owned by the spec */
  GHashTable             *n_overdue;   /* agency id → number */
  guint                   n_tasks, n_all_overdue;
} Builder;

static void
builder_clear (Builder *self)
{
  g_clear_pointer (&self->spec, ntm_task_list_spec_unref);
  g_clear_pointer (&self->sources, ntm_sources_free);
  g_clear_pointer (&self->groups, g_hash_table_unref);
  g_clear_pointer (&self->n_overdue, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Builder, builder_clear)

/* The last day of an ISO day, month or year; FALSE for "". */
static gboolean
last_day_of (const char *text, NtmDate *out)
{
  NtmPeriod period;

  if (!*text || !ntm_period_parse (text, &period, NULL))
    return FALSE;
  *out = ntm_period_last_day (&period);
  return TRUE;
}

/* The newest report on the task that is not later than the day; undated ones count as the oldest. */
static const NtmTaskProgress *
find_progress (const NtmViewContext *ctx, const NtmTask *task)
{
  const GPtrArray *all = ntm_atlas_records (ctx->atlas, NTM_TABLE_TASK_PROGRESS);
  const NtmTaskProgress *newest = NULL;
  NtmDate newest_day = NTM_DATE_MIN;

  for (guint i = 0; i < all->len; i++)
    {
      const NtmTaskProgress *progress = g_ptr_array_index (all, i);
      NtmDate day = NTM_DATE_MIN;

      if (!g_str_equal (progress->task, task->id))
        continue;
      if (last_day_of (progress->date, &day) && day > ctx->at)
        continue;
      if (!newest || day >= newest_day)
        {
          newest = progress;
          newest_day = day;
        }
    }
  return newest;
}

/* "155/TTr-UBND, 23/9/2024", or the report in words where there is no paper with a number. */
static char *
progress_words (const NtmViewContext *ctx, const NtmTaskProgress *progress)
{
  const NtmDocument *document = ntm_atlas_lookup (ctx->atlas, NTM_TABLE_DOCUMENT, progress->document);
  g_autofree char *day = ntm_view_part_date (ctx, progress->date);
  const char *text = ntm_lang_pick (ctx->lang, progress->text_vi, progress->text_en);

  if (document && *document->number && *day)
    return g_strdup_printf ("%s, %s", document->number, day);
  if (document && *document->number)
    return g_strdup (document->number);
  if (*day)
    return g_strdup_printf ("%s (%s)", text, day);
  return g_strdup (text);
}

/* The part of the target that is reached; %FALSE where it cannot be said, as for what should shrink. */
static gboolean
find_part (const NtmViewContext *ctx, const NtmTask *task, const NtmObservation *latest, double *part)
{
  const NtmUnit *unit = *task->unit ? ntm_atlas_find_unit (ctx->atlas, task->unit) : NULL;
  const NtmTarget *target = unit ? ntm_atlas_target_for (ctx->atlas, task->indicator, unit, ctx->at) : NULL;

  if (!target || target->value == NTM_NONE || target->value <= 0 || latest->shown == NTM_NONE)
    return FALSE;
  if (target->qualifier == NTM_QUALIFIER_LESS || target->qualifier == NTM_QUALIFIER_AT_MOST)
    return FALSE;
  *part = fmax (0, ntm_decimal_to_double (latest->shown) / ntm_decimal_to_double (target->value));
  return TRUE;
}

/* The newest figure of the indicator that the task is measured by, e.g. "24.5 % (end of 2023)". */
static gboolean
set_measured (const NtmViewContext *ctx, const NtmTask *task, NtmTaskRow *row)
{
  const NtmIndicator *indicator = *task->indicator ? ntm_atlas_lookup (ctx->atlas, NTM_TABLE_INDICATOR, task->indicator)
                                                   : NULL;
  const NtmUnit *unit = *task->unit ? ntm_atlas_find_unit (ctx->atlas, task->unit) : NULL;
  g_autoptr (NtmSeries) series = indicator && unit ? ntm_atlas_dup_row (ctx->atlas, task->indicator, unit, NULL) : NULL;
  const NtmObservation *latest = series ? ntm_series_latest (series, unit, ctx->at) : NULL;
  g_autofree char *value = NULL;
  g_autofree char *when = NULL;
  g_autofree char *text = NULL;

  if (!latest || latest->state != NTM_STATE_VALUE || latest->kind == NTM_KIND_PLAN)
    return FALSE;
  value = ntm_view_observation (ctx, indicator, latest);
  when = ntm_view_period_words (ctx, indicator, &latest->period);
  text = g_strdup_printf (C_("figure and when", "%1$s (%2$s)"), value, when);
  ntm_spec_set (&row->result, text);
  row->has_progress = find_part (ctx, task, latest, &row->progress);
  return TRUE;
}

static void
set_result (Builder *self, const NtmTask *task, const NtmTaskStanding *standing, NtmTaskRow *row)
{
  const NtmViewContext *ctx = self->ctx;
  const NtmTaskProgress *progress = find_progress (ctx, task);
  g_autofree char *words = NULL;

  if (progress)
    {
      words = progress_words (ctx, progress);
      ntm_spec_set (&row->result, words);
      ntm_sources_add (self->sources, progress->source, NULL);
      ntm_sources_add (self->sources, progress->document, NULL);
      return;
    }
  if (standing->state != NTM_TASK_OPEN && standing->state != NTM_TASK_OVERDUE && *task->done_by)
    {
      g_autofree char *paper = ntm_view_document_short (ctx, task->done_by);
      g_autofree char *day = ntm_view_part_date (ctx, task->done_text);

      words = g_strdup_printf ("%s, %s", paper, day);
      ntm_spec_set (&row->result, words);
      ntm_sources_add (self->sources, task->done_by, NULL);
      return;
    }
  if (set_measured (ctx, task, row))
    return;
  row->no_result = TRUE;
  ntm_spec_set (&row->result, _("no report yet"));
}

static void
set_state (const NtmViewContext *ctx, const NtmTask *task, const NtmTaskStanding *standing, NtmTaskRow *row)
{
  g_autofree char *state = ntm_view_task_state (ctx, task, standing);

  switch (standing->state)
    {
    case NTM_TASK_OVERDUE:
      row->shape = NTM_TASK_SHAPE_OVERDUE;
      row->tone = NTM_TONE_ERROR;
      break;
    case NTM_TASK_LATE:
      row->shape = NTM_TASK_SHAPE_LATE;
      row->tone = NTM_TONE_WARNING;
      break;
    case NTM_TASK_DONE:
      row->shape = NTM_TASK_SHAPE_DONE;
      row->tone = NTM_TONE_SUCCESS;
      break;
    case NTM_TASK_OPEN:
    default:
      row->shape = NTM_TASK_SHAPE_OPEN;
      row->tone = standing->days == NTM_DAYS_NONE ? NTM_TONE_NEUTRAL : NTM_TONE_INFO;
      break;
    }
  ntm_spec_set (&row->state, state);
}

static NtmTaskGroup *
find_group (Builder *self, const char *agency)
{
  NtmTaskGroup *group = g_hash_table_lookup (self->groups, agency);
  g_autofree char *name = NULL;

  if (group)
    return group;
  name = ntm_view_agency (self->ctx, agency);
  group = ntm_task_list_spec_add_group (self->spec, agency, name, NULL);
  g_hash_table_insert (self->groups, g_strdup (agency), group);
  return group;
}

static void
count_overdue (Builder *self, const char *agency)
{
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (self->n_overdue, agency));

  g_hash_table_insert (self->n_overdue, g_strdup (agency), GUINT_TO_POINTER (n + 1));
  self->n_all_overdue++;
}

/* "Hương Khê: …" only where the task is about a unit that its own words do not name; a unit that has ended keeps its
 * last name. */
static char *
row_title (const NtmViewContext *ctx, const NtmTask *task)
{
  const char *title = ntm_lang_pick (ctx->lang, task->title_vi, task->title_en);
  const NtmUnit *unit = *task->unit ? ntm_atlas_find_unit (ctx->atlas, task->unit) : NULL;
  const NtmUnitState *then = unit ? ntm_unit_state_at (unit, ctx->at) : NULL;
  const NtmUnitState *state = then || !unit ? then : ntm_unit_last_state (unit);
  const char *scope = ntm_lang_pick (ctx->lang, task->scope_vi, task->scope_en);

  if (state && unit->level != NTM_LEVEL_PROVINCE && !strstr (title, state->short_name))
    {
      g_autofree char *name = ntm_view_unit_name (ctx, unit);

      return g_strdup_printf ("%s: %s", name, title);
    }
  if (scope && *scope)
    return g_strdup_printf ("%s (%s)", title, scope);
  return g_strdup (title);
}

/* Under the heading "Section" the word is not repeated. */
static char *
dup_place (const char *place)
{
  const char *section = ntm_view_section (place);

  return section == NULL ? ntm_view_place (place) : g_strdup (section);
}

static void
add_task (Builder *self, const NtmTask *task)
{
  const NtmViewContext *ctx = self->ctx;
  NtmTaskStanding standing = ntm_task_standing (task, ctx->at);
  g_autofree char *title = row_title (ctx, task);
  g_autofree char *due = ntm_view_task_due (ctx, task);
  g_autofree char *place = dup_place (task->place);
  NtmTaskRow *row = ntm_task_group_add_row (find_group (self, task->agency), task->id, title);

  row->no_deadline = !*task->due_text && !*ntm_lang_pick (ctx->lang, task->due_vi, task->due_en);
  ntm_spec_set (&row->deadline, due);
  ntm_spec_set (&row->place, place);
  set_state (ctx, task, &standing, row);
  set_result (self, task, &standing, row);
  ntm_sources_add (self->sources, task->source, NULL);
  if (standing.state == NTM_TASK_OVERDUE)
    count_overdue (self, task->agency);
  self->n_tasks++;
}

static gboolean
is_in_state (const Builder *self, const NtmTask *task)
{
  NtmTaskState state = ntm_task_standing (task, self->ctx->at).state;

  if (self->question->only_overdue)
    return state == NTM_TASK_OVERDUE;
  return self->question->due_by == 0
         || (task->due <= self->question->due_by && (state == NTM_TASK_OPEN || state == NTM_TASK_OVERDUE));
}

static gboolean
is_wanted (const Builder *self, const NtmTask *task)
{
  const NtmTasksQuestion *question = self->question;
  NtmDate assigned;

  if (question->agency && !g_str_equal (question->agency, task->agency))
    return FALSE;
  if (question->unit && !g_str_equal (question->unit, task->unit))
    return FALSE;
  if (question->only && !g_hash_table_contains (question->only, task->id))
    return FALSE;
  if (!question->with_rules && !g_str_equal (task->kind, "task"))
    return FALSE;
  if (ntm_date_parse (task->assigned, &assigned, NULL) && assigned > self->ctx->at)
    return FALSE;
  return is_in_state (self, task);
}

static void
finish_groups (Builder *self)
{
  for (guint i = 0; i < self->spec->groups->len; i++)
    {
      NtmTaskGroup *group = g_ptr_array_index (self->spec->groups, i);
      guint n = group->rows->len;
      guint overdue = GPOINTER_TO_UINT (g_hash_table_lookup (self->n_overdue, group->key));
      g_autofree char *count = g_strdup_printf (ngettext ("%u task", "%u tasks", n), n);
      g_autofree char *badge = g_strdup_printf (ngettext ("%u overdue", "%u overdue", overdue), overdue);

      ntm_spec_set (&group->count, count);
      if (overdue > 0)
        {
          ntm_spec_set (&group->badge, badge);
          group->badge_tone = NTM_TONE_ERROR;
        }
    }
}

static void
set_words (Builder *self)
{
  NtmTaskListSpec *spec = self->spec;
  g_autofree char *day = ntm_date_format (self->ctx->at, self->ctx->lang);
  g_autofree char *count = g_strdup_printf (ngettext ("%u task", "%u tasks", self->n_tasks), self->n_tasks);
  g_autofree char *overdue = g_strdup_printf (ngettext ("%u overdue", "%u overdue", self->n_all_overdue),
                                              self->n_all_overdue);
  g_autofree char *sample = ntm_view_sample_note (self->ctx);
  g_autofree char *subtitle = g_strdup_printf (_("As of %1$s · %2$s, %3$s%4$s%5$s"), day, count, overdue,
                                               sample ? " · " : "", sample ? sample : "");
  g_autofree char *source = ntm_sources_to_line (self->sources, self->ctx, MAX_SOURCES);

  ntm_spec_set (&spec->title, _("Tasks by agency"));
  ntm_spec_set (&spec->subtitle, subtitle);
  ntm_spec_set (&spec->source, source);
  ntm_spec_set (&spec->empty, self->question->only_overdue ? _("No task is overdue") : _("There is no task"));
  ntm_spec_set (&spec->head_title, _("Task"));
  ntm_spec_set (&spec->head_deadline, _("Deadline"));
  ntm_spec_set (&spec->head_state, _("State"));
  ntm_spec_set (&spec->head_result, _("Latest result"));
  ntm_spec_set (&spec->head_place, C_("part of a document", "Section"));
  ntm_spec_set (&spec->continued, _("(continued)"));
}

/**
 * ntm_tasks_view_new:
 * @ctx: the context; its day decides what is overdue
 * @question: which tasks
 * @error: return location for a #GError
 *
 * Makes the list of tasks, each group and row in the order of the file. Tasks given later than the day
 * are left out.
 *
 * Returns: (transfer full): the spec, which says so where it is empty; %NULL with %NTM_ERROR_NOT_FOUND for
 *   an agency or unit that the file does not have
 */
NtmTaskListSpec *
ntm_tasks_view_new (const NtmViewContext *ctx, const NtmTasksQuestion *question, GError **error)
{
  const GPtrArray *tasks = ntm_atlas_records (ctx->atlas, NTM_TABLE_TASK);
  g_auto (Builder) self = { .ctx = ctx, .question = question };

  if (question->agency && !ntm_atlas_lookup (ctx->atlas, NTM_TABLE_AGENCY, question->agency))
    {
      g_set_error (error, NTM_ERROR, NTM_ERROR_NOT_FOUND, _("There is no agency “%s” in the file."), question->agency);
      return NULL;
    }
  if (question->unit && !ntm_atlas_find_unit (ctx->atlas, question->unit))
    {
      g_set_error (error, NTM_ERROR, NTM_ERROR_NOT_FOUND, _("There is no unit “%s” in the file."), question->unit);
      return NULL;
    }
  self.spec = ntm_task_list_spec_new ();
  self.sources = ntm_sources_new ();
  self.groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self.n_overdue = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < tasks->len; i++)
    if (is_wanted (&self, g_ptr_array_index (tasks, i)))
      add_task (&self, g_ptr_array_index (tasks, i));
  finish_groups (&self);
  set_words (&self);
  ntm_sources_add_all (question->cited, self.sources);
  return g_steal_pointer (&self.spec);
}

/**
 * ntm_tasks_view_count_overdue:
 * @ctx: the context; its day decides what is overdue
 *
 * Returns: how many tasks ntm_tasks_view_new() would list as overdue, without listing them
 */
guint
ntm_tasks_view_count_overdue (const NtmViewContext *ctx)
{
  const GPtrArray *tasks = ntm_atlas_records (ctx->atlas, NTM_TABLE_TASK);
  const NtmTasksQuestion question = { .only_overdue = TRUE };
  const Builder self = { .ctx = ctx, .question = &question };
  guint n = 0;

  for (guint i = 0; i < tasks->len; i++)
    n += is_wanted (&self, g_ptr_array_index (tasks, i));
  return n;
}
