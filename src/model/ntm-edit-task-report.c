/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was reported on a task, the papers it was reported on, and the end of a task. */

#include "config.h"

#include <string.h>
#include <glib/gi18n-lib.h>

#include "ntm-atlas-private.h"
#include "ntm-edit-task-private.h"
#include "ntm-error.h"
#include "ntm-text.h"

static gboolean
check_texts (const NtmTaskReport *report, const char **field, GError **error)
{
  const struct { const char *name, *text; int max; } texts[] = {
    { "text_vi", report->text_vi, NTM_TASK_TEXT_MAX }, { "text_en", report->text_en, NTM_TASK_TEXT_MAX },
    { "number", report->number, NTM_TASK_LINE_MAX }, { "issuer", report->issuer, NTM_TASK_LINE_MAX },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (!ntm_task_name_field (field, texts[i].name, ntm_task_check_text (texts[i].text, texts[i].name, texts[i].max, error)))
      return FALSE;
  return TRUE;
}

static gboolean
check_number (const NtmTaskReport *report, GError **error)
{
  g_autofree char *quote = NULL;

  if (ntm_task_is_blank (report->number) || strpbrk (report->number, "0123456789"))
    return TRUE;
  quote = ntm_model_quote (report->number);
  return ntm_task_refuse (error, NTM_ERROR_INPUT,
                          g_strdup_printf (_("“%s” is not the number of a paper. Write it like 155/TTr-UBND."), quote));
}

static gboolean
check_day (const NtmTask *task, const NtmTaskReport *report, GError **error)
{
  if (!ntm_task_check_day (report->date, error))
    return FALSE;
  return report->even_before || !ntm_task_is_before_assigned (task, report->date)
         || ntm_task_refuse_before (ntm_task_read_day (task->assigned, NTM_DATE_MIN), error);
}

static gboolean
check_report (const NtmTask *task, const NtmTaskReport *report, const char **field, GError **error)
{
  return check_texts (report, field, error) && ntm_task_name_field (field, "number", check_number (report, error))
         && ntm_task_name_field (field, "date", check_day (task, report, error));
}

/* The same number is given again every year and by every office: the day must fit as well. */
static gboolean
is_paper (const NtmDocument *document, const char *folded, const NtmTaskReport *report)
{
  g_autofree char *number = ntm_text_fold (document->number);
  NtmPeriod period;

  if (!*document->number || !g_str_equal (number, folded))
    return FALSE;
  if (!ntm_period_parse (document->date, &period, NULL) || !ntm_interval_contains (&period.days, report->date))
    return FALSE;
  return ntm_task_is_blank (report->issuer) || !*document->issuer ||
         ntm_text_compare (report->issuer, document->issuer) == 0;
}

static const NtmDocument *
find_paper (NtmAtlas *atlas, const NtmTaskReport *report)
{
  const GPtrArray *documents = ntm_atlas_records (atlas, NTM_TABLE_DOCUMENT);
  g_autofree char *stripped = g_strstrip (g_strdup (report->number));
  g_autofree char *folded = ntm_text_fold (stripped);

  for (guint i = 0; i < documents->len; i++)
    if (is_paper (documents->pdata[i], folded, report))
      return documents->pdata[i];
  return NULL;
}

/* What kind of paper a number is of, by the abbreviation that decree 30/2020/NĐ-CP puts into it. */
static const char *
paper_kind (const char *number)
{
  static const char *const kinds[][2] = {
    { "ttr", "submission" }, { "qd", "decision" }, { "nq", "resolution" }, { "bc", "report" }, { "tb", "notice" },
  };
  g_autofree char *folded = ntm_text_fold (number);
  const char *slash = strrchr (folded, '/');
  gsize len = slash ? strcspn (slash + 1, "- ") : 0;

  for (guint i = 0; slash && i < G_N_ELEMENTS (kinds); i++)
    if (strlen (kinds[i][0]) == len && strncmp (slash + 1, kinds[i][0], len) == 0)
      return kinds[i][1];
  return "official_letter";
}

static gboolean
fill_paper (NtmRow *row, const NtmTask *task, const char *number, const NtmTaskReport *report, const char **field,
            GError **error)
{
  g_autofree char *date = ntm_date_to_iso (report->date);
  gboolean has_text = !ntm_task_is_blank (report->text_vi);

  return ntm_row_set (row, "kind", paper_kind (number), error) && ntm_task_name_field (field, "number", ntm_row_set (row, "number", number, error)) &&
         ntm_row_set (row, "date", date, error) &&
         ntm_task_name_field (field, "issuer", ntm_row_set (row, "issuer", ntm_task_or_empty (report->issuer), error)) &&
         ntm_task_name_field (field, "text_vi",
                              ntm_row_set (row, "title_vi", has_text ? report->text_vi : task->title_vi, error)) &&
         ntm_row_set (row, "title_en", has_text ? ntm_task_or_empty (report->text_en) : task->title_en, error);
}

/* The id of the paper of a report, "" without; one that is new to the file is added to the edit. */
static char *
add_paper (NtmEdit *edit, NtmAtlas *atlas, const NtmTask *task, const NtmTaskReport *report, const char **field,
           GError **error)
{
  g_autofree char *number = g_strstrip (g_strdup (ntm_task_or_empty (report->number)));
  const NtmDocument *known = *number ? find_paper (atlas, report) : NULL;
  g_autofree char *slug = NULL;
  g_autofree char *id = NULL;

  if (!*number || known)
    return g_strdup (known ? known->id : "");
  slug = ntm_task_new_slug (number);
  id = ntm_task_new_id (atlas, NTM_TABLE_DOCUMENT, slug);
  if (!fill_paper (ntm_edit_write (edit, NTM_TABLE_DOCUMENT, id, NULL), task, number, report, field, error))
    return NULL;
  return g_steal_pointer (&id);
}

static gboolean
add_progress (NtmEdit *edit, NtmAtlas *atlas, const NtmTask *task, const NtmTaskReport *report, const char *paper,
              const char **field, GError **error)
{
  g_autofree char *id = ntm_task_new_id (atlas, NTM_TABLE_TASK_PROGRESS, task->id);
  g_autofree char *date = ntm_date_to_iso (report->date);
  g_autofree char *text = g_strstrip (g_strdup (ntm_task_or_empty (report->text_vi)));
  NtmRow *row = ntm_edit_write (edit, NTM_TABLE_TASK_PROGRESS, id, NULL);

  return ntm_row_set (row, "task", task->id, error) && ntm_row_set (row, "date", date, error) &&
         ntm_task_name_field (field, "text_vi", ntm_row_set (row, "text_vi", text, error)) &&
         ntm_row_set (row, "text_en", ntm_task_or_empty (report->text_en), error) &&
         ntm_row_set (row, "document", paper, error);
}

/* @state: `progress` or `done`. */
static NtmEdit *
new_report_edit (const NtmTask *task, const NtmTaskReport *report, const char *state)
{
  g_autofree char *date = ntm_date_to_iso (report->date);
  g_autofree char *what = g_strdup_printf ("%s %s %s", state, date, ntm_task_or_empty (report->number));
  g_autofree char *label = ntm_task_new_label (task->title_vi, g_strstrip (what));

  return ntm_edit_new (label);
}

static gboolean
is_silent (const NtmTaskReport *report)
{
  return ntm_task_is_blank (report->text_vi) && ntm_task_is_blank (report->number);
}

/**
 * ntm_edit_new_task_report:
 * @atlas: the Atlas
 * @task: id of a task
 * @report: what was reported
 * @field: (out) (optional): the field that was refused, named like its column
 * @error: return location for an error
 *
 * Checks a report and makes the edit that adds it: it says something or has a paper; its day lies within
 * 1945 to 2100 and, unless said otherwise, not before the day the task was given. A paper of the same
 * number, day and issuer that is in the file is used, else one is added.
 *
 * Returns: (transfer full): the edit, or %NULL with %NTM_ERROR_INPUT, %NTM_ERROR_RANGE or
 *   %NTM_ERROR_NOT_FOUND
 */
NtmEdit *
ntm_edit_new_task_report (NtmAtlas *atlas, const char *task, const NtmTaskReport *report, const char **field,
                          GError **error)
{
  g_autoptr (NtmEdit) edit = NULL;
  g_autofree char *paper = NULL;
  const NtmTask *old;

  g_return_val_if_fail (NTM_IS_ATLAS (atlas) && task != NULL && report != NULL, NULL);

  old = ntm_task_find (atlas, task, error);
  if (!old || !check_report (old, report, field, error))
    return NULL;
  if (is_silent (report))
    {
      ntm_task_refuse (error, NTM_ERROR_INPUT,
                       g_strdup (_("Write what was done, or the number of the paper that reports it.")));
      ntm_task_name_field (field, "text_vi", FALSE);
      return NULL;
    }
  edit = new_report_edit (old, report, "progress");
  paper = add_paper (edit, atlas, old, report, field, error);
  if (!paper || !add_progress (edit, atlas, old, report, paper, field, error))
    return NULL;
  return g_steal_pointer (&edit);
}

static gboolean
set_done (NtmEdit *edit, const NtmTask *task, const char *day, const char *paper, GError **error)
{
  NtmRow *row = ntm_edit_write (edit, NTM_TABLE_TASK, task->id, NULL);

  return ntm_row_set (row, "done", day, error) && ntm_row_set (row, "done_by", paper, error);
}

/**
 * ntm_edit_new_task_done:
 * @atlas: the Atlas
 * @task: id of a task that is not done
 * @report: the day it was done, with words and paper where there are any
 * @field: (out) (optional): the field that was refused
 * @error: return location for an error
 *
 * Makes the edit that closes a task. Words or a paper become a report as well, as in
 * [func@Ntm.edit_new_task_report].
 *
 * Returns: (transfer full): the edit, or %NULL with %NTM_ERROR_INPUT, also where it is done already,
 *   %NTM_ERROR_RANGE or %NTM_ERROR_NOT_FOUND
 */
NtmEdit *
ntm_edit_new_task_done (NtmAtlas *atlas, const char *task, const NtmTaskReport *report, const char **field,
                        GError **error)
{
  g_autoptr (NtmEdit) edit = NULL;
  g_autofree char *paper = NULL;
  g_autofree char *day = NULL;
  const NtmTask *old;

  g_return_val_if_fail (NTM_IS_ATLAS (atlas) && task != NULL && report != NULL, NULL);

  old = ntm_task_find (atlas, task, error);
  if (!old || !check_report (old, report, field, error))
    return NULL;
  day = ntm_date_to_iso (report->date);
  if (old->done != NTM_DATE_MAX)
    {
      ntm_task_refuse (error, NTM_ERROR_INPUT, g_strdup (_("The task is finished already. Open it again first.")));
      return NULL;
    }
  edit = new_report_edit (old, report, "done");
  paper = add_paper (edit, atlas, old, report, field, error);
  if (!paper || !set_done (edit, old, day, paper, error))
    return NULL;
  if (!is_silent (report) && !add_progress (edit, atlas, old, report, paper, field, error))
    return NULL;
  return g_steal_pointer (&edit);
}

/**
 * ntm_edit_new_task_reopen:
 * @atlas: the Atlas
 * @task: id of a task that is done
 * @error: return location for an error
 *
 * Makes the edit that opens a task again. What was reported on it stays.
 *
 * Returns: (transfer full): the edit, or %NULL with %NTM_ERROR_INPUT where it is not done, or
 *   %NTM_ERROR_NOT_FOUND
 */
NtmEdit *
ntm_edit_new_task_reopen (NtmAtlas *atlas, const char *task, GError **error)
{
  g_autoptr (NtmEdit) edit = NULL;
  g_autofree char *label = NULL;
  const NtmTask *old;

  g_return_val_if_fail (NTM_IS_ATLAS (atlas) && task != NULL, NULL);

  old = ntm_task_find (atlas, task, error);
  if (!old)
    return NULL;
  if (old->done == NTM_DATE_MAX)
    {
      ntm_task_refuse (error, NTM_ERROR_INPUT, g_strdup (_("The task is not finished.")));
      return NULL;
    }
  label = ntm_task_new_label (old->title_vi, "open");
  edit = ntm_edit_new (label);
  return set_done (edit, old, "", "", error) ? g_steal_pointer (&edit) : NULL;
}
