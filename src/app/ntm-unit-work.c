/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The goals, tasks, findings and sources of a unit. */

#include "config.h"

#include "ntm-unit-facts-private.h"

#include <glib/gi18n.h>

#include "ntm-task.h"
#include "ntm-view-words.h"

#define MAX_TASKS    6
#define MAX_FINDINGS 6
#define MAX_PAPERS   16

typedef struct
{
  const NtmTask  *task;
  NtmTaskStanding standing;
} Open;

static void
goal_free (NtmUnitGoal *goal)
{
  g_free (goal->text);
  g_free (goal->detail);
  g_free (goal);
}

static void
task_free (NtmUnitTask *task)
{
  g_free (task->id);
  g_free (task->title);
  g_free (task->due);
  g_free (task->state);
  g_free (task);
}

static void
finding_free (NtmUnitFinding *finding)
{
  g_free (finding->text);
  g_free (finding->judgement);
  g_free (finding->place);
  g_free (finding->tone);
  g_free (finding);
}

static void
paper_free (NtmUnitPaper *paper)
{
  g_free (paper->text);
  g_free (paper->url);
  g_free (paper);
}

/* Nothing that was not yet said on the day: what a document says is as old as the document, one dated to a month or
 * year as the end of it. */
gboolean
_ntm_unit_facts_is_said (const NtmViewContext *context,
                         const char           *source)
{
  const NtmDocument *document = ntm_atlas_lookup (context->atlas, NTM_TABLE_DOCUMENT, source);
  NtmPeriod period;

  return document == NULL || !ntm_period_parse (document->date, &period, NULL)
         || ntm_period_last_day (&period) <= context->at;
}

/* --- goals ------------------------------------------------------------------------------------ */

/* A title to be held or a goal in words; a target of a figure is told with it. */
static const char *
name_goal (const NtmViewContext *context,
           const NtmTarget      *target)
{
  const NtmTitleKind *kind = ntm_atlas_lookup (context->atlas, NTM_TABLE_TITLE_KIND, target->title_kind);

  if (kind != NULL)
    return ntm_lang_pick (context->lang, kind->name_vi, kind->name_en);
  return *target->indicator == '\0' ? ntm_lang_pick (context->lang, target->goal_vi, target->goal_en) : "";
}

static char *
describe_goal (const NtmViewContext *context,
               const NtmTarget      *target)
{
  g_autofree char *period = target->has_period ? ntm_period_format (&target->period, context->lang) : g_strdup ("");
  g_autofree char *owner = ntm_view_agency (context, target->owner);
  const char *gap = *period != '\0' && *owner != '\0' ? " · " : "";

  return g_strconcat (period, gap, owner, NULL);
}

/* Two documents may set the same goal. */
static gboolean
has_goal (const NtmUnitFacts *self,
          const char         *text,
          const char         *detail)
{
  for (guint i = 0; i < self->goals->len; i++)
    {
      const NtmUnitGoal *goal = g_ptr_array_index (self->goals, i);

      if (g_str_equal (goal->text, text) && g_str_equal (goal->detail, detail))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_reached (const NtmUnitFacts *self,
            const NtmTarget    *target)
{
  return self->standing.title != NULL && g_str_equal (self->standing.title->kind, target->title_kind);
}

void
_ntm_unit_facts_add_goals (NtmUnitFacts         *self,
                           const NtmViewContext *context,
                           const NtmUnit        *unit,
                           NtmSources           *sources)
{
  const GPtrArray *targets = ntm_atlas_records (context->atlas, NTM_TABLE_TARGET);

  self->goals = g_ptr_array_new_with_free_func ((GDestroyNotify) goal_free);
  for (guint i = 0; i < targets->len; i++)
    {
      const NtmTarget *target = g_ptr_array_index (targets, i);
      const char *text = name_goal (context, target);
      g_autofree char *detail = NULL;
      NtmUnitGoal *goal;

      if (*text == '\0' || !g_str_equal (target->unit, unit->id) || is_reached (self, target)
          || !_ntm_unit_facts_is_said (context, target->source))
        continue;
      ntm_sources_add (sources, target->source, target->place);
      detail = describe_goal (context, target);
      if (has_goal (self, text, detail))
        continue;
      goal = g_new0 (NtmUnitGoal, 1);
      goal->text = g_strdup (text);
      goal->detail = g_steal_pointer (&detail);
      g_ptr_array_add (self->goals, goal);
    }
}

/* --- tasks, findings, sources ----------------------------------------------------------------- */

/* By the day they are late from; those without a deadline come last, in the order of the file. */
static int
compare_open (gconstpointer a,
              gconstpointer b)
{
  const NtmTask *one = ((const Open *) a)->task, *other = ((const Open *) b)->task;

  if (one->due != other->due)
    return one->due < other->due ? -1 : 1;
  return g_strcmp0 (one->id, other->id);
}

static gboolean
is_given (const NtmTask *task,
          NtmDate        at)
{
  NtmDate assigned;

  return *task->assigned == '\0' || !ntm_date_parse (task->assigned, &assigned, NULL) || assigned <= at;
}

static GArray *
list_open (const NtmViewContext *context,
           const NtmUnit        *unit)
{
  GArray *open = g_array_new (FALSE, FALSE, sizeof (Open));
  const GPtrArray *tasks = ntm_atlas_records (context->atlas, NTM_TABLE_TASK);

  for (guint i = 0; i < tasks->len; i++)
    {
      const NtmTask *task = g_ptr_array_index (tasks, i);
      Open one = { .task = task, .standing = ntm_task_standing (task, context->at) };

      if (g_str_equal (task->unit, unit->id) && g_str_equal (task->kind, "task") && is_given (task, context->at)
          && (one.standing.state == NTM_TASK_OPEN || one.standing.state == NTM_TASK_OVERDUE))
        g_array_append_val (open, one);
    }
  g_array_sort (open, compare_open);
  return open;
}

void
_ntm_unit_facts_add_tasks (NtmUnitFacts         *self,
                           const NtmViewContext *context,
                           const NtmUnit        *unit,
                           NtmDate               day)
{
  NtmViewContext then = *context;
  g_autoptr (GArray) open = NULL;
  g_autofree char *words = ntm_date_format (day, context->lang);

  then.at = day;
  open = list_open (&then, unit);
  self->tasks_day = g_strdup_printf (_("as of %s"), words);
  self->tasks = g_ptr_array_new_with_free_func ((GDestroyNotify) task_free);
  self->n_tasks = open->len;
  for (guint i = 0; i < MIN (open->len, MAX_TASKS); i++)
    {
      const Open *one = &g_array_index (open, Open, i);
      NtmUnitTask *task = g_new0 (NtmUnitTask, 1);

      task->id = g_strdup (one->task->id);
      task->title = g_strdup (ntm_lang_pick (context->lang, one->task->title_vi, one->task->title_en));
      task->due = ntm_view_task_due (&then, one->task);
      task->state = ntm_view_task_state (&then, one->task, &one->standing);
      task->is_overdue = one->standing.state == NTM_TASK_OVERDUE;
      g_ptr_array_add (self->tasks, task);
    }
}

void
_ntm_unit_facts_add_findings (NtmUnitFacts         *self,
                              const NtmViewContext *context,
                              const NtmUnit        *unit,
                              NtmSources           *sources)
{
  const GPtrArray *findings = ntm_atlas_records (context->atlas, NTM_TABLE_FINDING);

  self->findings = g_ptr_array_new_with_free_func ((GDestroyNotify) finding_free);
  for (guint i = 0; i < findings->len; i++)
    {
      const NtmFinding *finding = g_ptr_array_index (findings, i);
      NtmUnitFinding *one;

      if (!g_str_equal (finding->unit, unit->id) || !_ntm_unit_facts_is_said (context, finding->source))
        continue;
      if (self->n_findings++ >= MAX_FINDINGS)
        continue;
      one = g_new0 (NtmUnitFinding, 1);
      one->text = g_strdup (ntm_lang_pick (context->lang, finding->text_vi, finding->text_en));
      one->judgement = g_strdup (ntm_lang_pick (context->lang, finding->judgement_vi, finding->judgement_en));
      one->place = ntm_view_place (finding->place);
      one->tone = g_strdup (finding->tone);
      ntm_sources_add (sources, finding->source, finding->place);
      g_ptr_array_add (self->findings, one);
    }
}

void
_ntm_unit_facts_add_papers (NtmUnitFacts         *self,
                            const NtmViewContext *context,
                            const NtmSources     *sources)
{
  self->papers = g_ptr_array_new_with_free_func ((GDestroyNotify) paper_free);
  self->n_papers = ntm_sources_get_n (sources);
  for (guint i = 0; i < MIN (self->n_papers, MAX_PAPERS); i++)
    {
      const char *id = ntm_sources_get (sources, i);
      const NtmDocument *document = ntm_atlas_lookup (context->atlas, NTM_TABLE_DOCUMENT, id);
      NtmUnitPaper *paper = g_new0 (NtmUnitPaper, 1);

      paper->text = ntm_view_document (context, id);
      paper->url = g_strdup (document == NULL ? "" : document->url);
      g_ptr_array_add (self->papers, paper);
    }
}
