/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The command that lists tasks and says which are late. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ntm-cli.h"
#include "ntm-error.h"
#include "ntm-task.h"
#include "ntm-text.h"

static gboolean
names_agency (const NtmAgency *agency,
              const char      *folded)
{
  const char *names[] = { agency->name_vi, agency->name_en, agency->short_vi, agency->short_en };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *name = ntm_text_fold (names[i]);
      if (*name != '\0' && g_str_equal (name, folded))
        return TRUE;
    }
  return FALSE;
}

static gboolean
fail_ambiguous (const char      *text,
                const GPtrArray *found,
                GError         **error)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", ((const NtmAgency *) found->pdata[i])->id);
  g_set_error (error, NTM_ERROR, NTM_ERROR_AMBIGUOUS, _("“%s” may be several agencies. Write one of: %s."), text, list->str);
  return FALSE;
}

/* @id is left NULL without --agency. */
static gboolean
choose_agency (NtmCall     *call,
               const char **id,
               GError     **error)
{
  const GPtrArray *agencies = ntm_atlas_records (call->atlas, NTM_TABLE_AGENCY);
  const char *text = ntm_args_get (call->args, "agency");
  g_autofree char *folded = text == NULL ? NULL : ntm_text_fold (text);
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  if (text == NULL)
    return TRUE;
  for (guint i = 0; i < agencies->len; i++)
    {
      const NtmAgency *agency = agencies->pdata[i];

      if (g_str_equal (agency->id, text))
        {
          *id = agency->id;
          return TRUE;
        }
      if (names_agency (agency, folded))
        g_ptr_array_add (found, agencies->pdata[i]);
    }
  if (found->len > 1)
    return fail_ambiguous (text, found, error);
  if (found->len == 0)
    {
      g_set_error (error, NTM_ERROR, NTM_ERROR_NOT_FOUND, _("There is no agency “%s” in the file."), text);
      return FALSE;
    }
  *id = ((const NtmAgency *) found->pdata[0])->id;
  return TRUE;
}

static int
compare_tasks (gconstpointer a,
               gconstpointer b)
{
  const NtmTask *one = *(NtmTask *const *) a;
  const NtmTask *other = *(NtmTask *const *) b;
  int by_agency = strcmp (one->agency, other->agency);

  if (by_agency != 0)
    return by_agency;
  if (one->due != other->due)
    return one->due < other->due ? -1 : 1;
  return strcmp (one->id, other->id);
}

static void
write_task (NtmCall               *call,
            const NtmTask         *task,
            const NtmTaskStanding *standing)
{
  gboolean is_late = standing->state == NTM_TASK_LATE || standing->state == NTM_TASK_OVERDUE;
  gboolean is_done = standing->state == NTM_TASK_LATE || standing->state == NTM_TASK_DONE;
  g_autofree char *days = is_late ? g_strdup_printf ("%d", standing->days) : NULL;

  ntm_call_cells (call, task->id, task->agency, task->unit, ntm_call_pick (task->title_vi, task->title_en), task->due_text,
                  ntm_call_pick (task->due_vi, task->due_en), is_done ? task->done_text : NULL, days, ntm_task_state_code (standing->state),
                  task->source, task->place);
}

/**
 * ntm_run_tasks:
 * @call: `ntm tasks`
 * @error: return location
 *
 * Lists tasks as they stand on a day, by agency and deadline; what has no deadline comes last.
 *
 * Returns: the exit status
 */
NtmExit
ntm_run_tasks (NtmCall  *call,
               GError  **error)
{
  g_autoptr (GPtrArray) tasks = g_ptr_array_new ();
  const char *agency = NULL;
  NtmDate at;

  if (!ntm_call_date (call, &at, error) || !choose_agency (call, &agency, error))
    return NTM_EXIT_ERROR;
  ntm_call_cells (call, "id", "agency", "unit", "title", "due", "due_words", "done", "days_late", "state", "source", "place");
  g_ptr_array_extend (tasks, (GPtrArray *) ntm_atlas_records (call->atlas, NTM_TABLE_TASK), NULL, NULL);
  g_ptr_array_sort (tasks, compare_tasks);
  for (guint i = 0; i < tasks->len; i++)
    {
      const NtmTask *task = tasks->pdata[i];
      NtmTaskStanding standing = ntm_task_standing (task, at);

      if ((agency == NULL || g_str_equal (task->agency, agency)) &&
          (standing.state == NTM_TASK_OVERDUE || !ntm_args_has (call->args, "overdue")))
        write_task (call, task, &standing);
    }
  return NTM_EXIT_DONE;
}
