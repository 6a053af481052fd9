/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The body of a letter that reminds an agency of what is overdue; head and signature are the office's. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ntm-reminder-view.h"
#include "ntm-tasks-view.h"
#include "ntm-view-words.h"

static char *
cite (const NtmViewContext *ctx, const NtmTask *task)
{
  g_autofree char *document = ntm_view_document_short (ctx, task->source);
  g_autofree char *place = ntm_view_place (task->place);

  if (*document && *place)
    return g_strdup_printf ("%s, %s", document, place);
  return g_strdup (*document ? document : place);
}

static void
add_task (GString *text, const NtmViewContext *ctx, const NtmTaskRow *row, guint number)
{
  const NtmTask *task = ntm_atlas_lookup (ctx->atlas, NTM_TABLE_TASK, row->key);
  g_autofree char *cited = cite (ctx, task);

  /* Translators: in a letter: title, deadline and state of a task, such as “overdue by 12 days”. */
  g_string_append_printf (text, _("%1$u. %2$s. Deadline: %3$s; %4$s."), number, row->title, row->deadline, row->state);
  if (*cited)
    /* Translators: in a letter: the document and section a task is from. */
    g_string_append_printf (text, _(" Given in: %s."), cited);
  /* Translators: in a letter: what was reported last on a task. */
  g_string_append_printf (text, _(" Latest result: %s."), row->result);
  g_string_append (text, "\n");
}

/**
 * ntm_reminder_view_new:
 * @ctx: the context; its day decides what is overdue
 * @agency: id of an agency
 * @error: return location for a #GError
 *
 * Drafts a reminder to an agency: each of its overdue tasks with the deadline, the days late, where it was given
 * and what was reported last. That nothing was reported is said, not that nothing was done.
 *
 * Returns: (transfer full): plain text, or %NULL with %NTM_ERROR_NOT_FOUND where the file has no such agency or
 *   nothing of it is overdue
 */
char *
ntm_reminder_view_new (const NtmViewContext *ctx, const char *agency, GError **error)
{
  NtmTasksQuestion question = { .agency = agency, .only_overdue = TRUE };
  g_autoptr (NtmTaskListSpec) tasks = ntm_tasks_view_new (ctx, &question, error);
  g_autofree char *name = NULL;
  g_autofree char *day = NULL;
  GString *text;
  const NtmTaskGroup *group;

  if (!tasks)
    return NULL;
  name = ntm_view_agency (ctx, agency);
  day = ntm_date_format (ctx->at, ctx->lang);
  if (tasks->groups->len == 0)
    {
      g_set_error (error, NTM_ERROR, NTM_ERROR_NOT_FOUND, _("%1$s has no task that is overdue on %2$s."), name, day);
      return NULL;
    }
  text = g_string_new (NULL);
  g_string_append_printf (text, _("To: %s"), name);
  g_string_append (text, "\n\n");
  g_string_append_printf (text, _("As of %s, these tasks are past their deadline and not reported as done:"), day);
  g_string_append (text, "\n");
  group = g_ptr_array_index (tasks->groups, 0);
  for (guint i = 0; i < group->rows->len; i++)
    add_task (text, ctx, g_ptr_array_index (group->rows, i), i + 1);
  g_string_append (text, _("Please carry them out, report the results, or state the reason for the delay and the day they will be done, to the Coordination Office for its summary."));
  g_string_append (text, "\n");
  return g_string_free (text, FALSE);
}
