/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tasks as a person enters, changes and opens them again. */

#include "config.h"

#include <string.h>
#include <glib/gi18n-lib.h>

#include "ntm-atlas-private.h"
#include "ntm-edit-task-private.h"
#include "ntm-error.h"
#include "ntm-text.h"

#define EXACT_MAX 20000

static gboolean
check_texts (const NtmTaskEntry *entry, const char **field, GError **error)
{
  const struct { const char *name, *text; int max; } texts[] = {
    { "title_vi", entry->title_vi, NTM_TASK_TITLE_MAX }, { "title_en", entry->title_en, NTM_TASK_TITLE_MAX },
    { "detail_vi", entry->detail_vi, NTM_TASK_TEXT_MAX }, { "detail_en", entry->detail_en, NTM_TASK_TEXT_MAX },
    { "exact", entry->exact, EXACT_MAX }, { "due_vi", entry->due_vi, NTM_TASK_LINE_MAX },
    { "due_en", entry->due_en, NTM_TASK_LINE_MAX }, { "place", entry->place, NTM_TASK_LINE_MAX },
    { "note", entry->note, NTM_TASK_TEXT_MAX },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (!ntm_task_name_field (field, texts[i].name, ntm_task_check_text (texts[i].text, texts[i].name, texts[i].max, error)))
      return FALSE;
  return TRUE;
}

/* Refuses what @name holds. */
static gboolean
refuse (const char **field, const char *name, GError **error, NtmErrorCode code, char *message)
{
  return ntm_task_name_field (field, name, ntm_task_refuse (error, code, message));
}

static gboolean
check_known (NtmAtlas *atlas, const NtmTaskEntry *entry, const char **field, GError **error)
{
  const char *agency = ntm_task_or_empty (entry->agency);
  const char *unit = ntm_task_or_empty (entry->unit);
  const char *source = ntm_task_or_empty (entry->source);

  if (!*agency)
    return refuse (field, "agency", error, NTM_ERROR_INPUT, g_strdup (_("Choose the agency that has to do the task.")));
  if (!ntm_atlas_lookup (atlas, NTM_TABLE_AGENCY, agency))
    return refuse (field, "agency", error, NTM_ERROR_NOT_FOUND,
                   g_strdup_printf (_("There is no agency “%s” in the file."), agency));
  if (*unit && !ntm_atlas_find_unit (atlas, unit))
    return refuse (field, "unit", error, NTM_ERROR_NOT_FOUND,
                   g_strdup_printf (_("There is no unit “%s” in the file."), unit));
  if (*source && !ntm_atlas_lookup (atlas, NTM_TABLE_DOCUMENT, source))
    return refuse (field, "source", error, NTM_ERROR_NOT_FOUND,
                   g_strdup_printf (_("There is no document “%s” in the file."), source));
  return TRUE;
}

static gboolean
check_days (const NtmTaskEntry *entry, const char **field, GError **error)
{
  gboolean is_assigned = entry->assigned != NTM_DATE_MIN;

  if ((guint) entry->due_kind > NTM_DUE_BY)
    return refuse (field, "due_kind", error, NTM_ERROR_INPUT, g_strdup (_("This is no kind of deadline that the file knows.")));
  if (is_assigned && !ntm_task_name_field (field, "assigned", ntm_task_check_day (entry->assigned, error)))
    return FALSE;
  if (entry->due_kind == NTM_DUE_NONE)
    return TRUE;
  if (!ntm_task_name_field (field, "due", ntm_task_check_day (entry->due, error)))
    return FALSE;
  return !is_assigned || entry->due >= entry->assigned
         || ntm_task_name_field (field, "due", ntm_task_refuse_before (entry->assigned, error));
}

static gboolean
check_entry (NtmAtlas *atlas, const NtmTaskEntry *entry, const char **field, GError **error)
{
  if (!check_texts (entry, field, error))
    return FALSE;
  if (ntm_task_is_blank (entry->title_vi))
    return refuse (field, "title_vi", error, NTM_ERROR_INPUT, g_strdup (_("Write what is to be done.")));
  return check_known (atlas, entry, field, error) && check_days (entry, field, error);
}

/* --- the row ----------------------------------------------------------------------------------- */

static const char *
due_code (NtmDueKind kind)
{
  static const char *const codes[] = { "", "before", "by" };

  return codes[kind];
}

static char *
day_or_empty (NtmDate date)
{
  return ntm_date_is_known (date) ? ntm_date_to_iso (date) : g_strdup ("");
}

/* Sets a field that differs from what is there; a merge then meets only what was really changed. */
static gboolean
set_if_new (NtmRow *row, const NtmTask *old, const char *column, const char *text, GError **error)
{
  const NtmTable *table = ntm_table_get (NTM_TABLE_TASK);
  guint field = (guint) (ntm_table_find_field (table, column) - table->fields);
  g_autofree char *stripped = g_strstrip (g_strdup (ntm_task_or_empty (text)));
  const char *before = old ? ntm_record_get_text (table, old, field) : "";

  return g_str_equal (before, stripped) || ntm_row_set (row, column, stripped, error);
}

static gboolean
fill_task (NtmRow *row, const NtmTask *old, const NtmTaskEntry *entry, const char **field, GError **error)
{
  gboolean has_due = entry->due_kind != NTM_DUE_NONE;
  g_autofree char *assigned = day_or_empty (entry->assigned);
  g_autofree char *due = has_due ? ntm_date_to_iso (entry->due) : g_strdup ("");
  const char *const fields[][2] = {
    { "title_vi", entry->title_vi }, { "title_en", entry->title_en }, { "detail_vi", entry->detail_vi },
    { "detail_en", entry->detail_en }, { "exact", entry->exact }, { "agency", entry->agency }, { "unit", entry->unit },
    { "assigned", assigned }, { "due", due }, { "due_kind", due_code (entry->due_kind) }, { "due_vi", entry->due_vi },
    { "due_en", entry->due_en }, { "source", entry->source }, { "place", entry->place }, { "note", entry->note },
  };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (!ntm_task_name_field (field, fields[i][0], set_if_new (row, old, fields[i][0], fields[i][1], error)))
      return FALSE;
  return TRUE;
}

/**
 * ntm_task_entry_read:
 * @task: a task of the Atlas
 * @out: set to what is there; its texts are those of @task
 *
 * Starts a change of a task.
 */
void
ntm_task_entry_read (const NtmTask *task, NtmTaskEntry *out)
{
  g_return_if_fail (task != NULL && out != NULL);

  *out = (NtmTaskEntry) {
    .title_vi = task->title_vi, .title_en = task->title_en, .detail_vi = task->detail_vi, .detail_en = task->detail_en,
    .exact = task->exact, .agency = task->agency, .unit = task->unit, .due_vi = task->due_vi, .due_en = task->due_en,
    .source = task->source, .place = task->place, .note = task->note,
    .assigned = ntm_task_read_day (task->assigned, NTM_DATE_MIN), .due = ntm_task_read_day (task->due_text, NTM_DATE_MAX),
  };
  if (*task->due_text)
    out->due_kind = g_str_equal (task->due_kind, "before") ? NTM_DUE_BEFORE : NTM_DUE_BY;
}

/**
 * ntm_edit_new_task:
 * @atlas: the Atlas
 * @entry: what was entered
 * @id: (out) (optional) (transfer full): id of the task to be
 * @field: (out) (optional): the field that was refused, named like its column
 * @error: return location for an error
 *
 * Checks a new task and makes the edit that adds it: there is a title of at most 300 characters on one
 * line; agency, unit and source are in the file; days lie within 1945 to 2100 and the deadline not before
 * the day the task was given.
 *
 * Returns: (transfer full): the edit, or %NULL with %NTM_ERROR_INPUT, %NTM_ERROR_RANGE or
 *   %NTM_ERROR_NOT_FOUND
 */
NtmEdit *
ntm_edit_new_task (NtmAtlas *atlas, const NtmTaskEntry *entry, char **id, const char **field, GError **error)
{
  g_autoptr (NtmEdit) edit = NULL;
  g_autofree char *slug = NULL;
  g_autofree char *new_id = NULL;
  g_autofree char *label = NULL;

  g_return_val_if_fail (NTM_IS_ATLAS (atlas) && entry != NULL, NULL);

  if (!check_entry (atlas, entry, field, error))
    return NULL;
  slug = ntm_task_new_slug (entry->title_vi);
  new_id = ntm_task_new_id (atlas, NTM_TABLE_TASK, slug);
  label = ntm_task_new_label (entry->title_vi, "new");
  edit = ntm_edit_new (label);
  if (!fill_task (ntm_edit_write (edit, NTM_TABLE_TASK, new_id, NULL), NULL, entry, field, error))
    return NULL;
  if (id)
    *id = g_steal_pointer (&new_id);
  return g_steal_pointer (&edit);
}

/* Closing it later must not be undermined by giving it later still. */
static gboolean
check_done (const NtmTask *task, const NtmTaskEntry *entry, GError **error)
{
  NtmDate before = ntm_task_read_day (task->assigned, NTM_DATE_MIN);
  g_autofree char *day = NULL;

  if (task->done == NTM_DATE_MAX || entry->assigned <= task->done || entry->assigned == before)
    return TRUE;
  day = ntm_date_format (task->done, ntm_lang_current ());
  return ntm_task_refuse (error, NTM_ERROR_RANGE,
                          g_strdup_printf (_("The task was done on %s, before this day. Choose an earlier day."), day));
}

/**
 * ntm_edit_new_task_change:
 * @atlas: the Atlas
 * @task: id of a task
 * @entry: how it shall read
 * @field: (out) (optional): the field that was refused
 * @error: return location for an error
 *
 * Checks a change like [func@Ntm.edit_new_task] and makes the edit that writes the fields that differ. A task
 * that is done cannot be given on a later day than that.
 *
 * Returns: (transfer full): the edit, which changes nothing where nothing differs, or %NULL with
 *   %NTM_ERROR_INPUT, %NTM_ERROR_RANGE or %NTM_ERROR_NOT_FOUND
 */
NtmEdit *
ntm_edit_new_task_change (NtmAtlas *atlas, const char *task, const NtmTaskEntry *entry, const char **field,
                          GError **error)
{
  g_autoptr (NtmEdit) edit = NULL;
  g_autofree char *label = NULL;
  const NtmTask *old;

  g_return_val_if_fail (NTM_IS_ATLAS (atlas) && task != NULL && entry != NULL, NULL);

  old = ntm_task_find (atlas, task, error);
  if (!old || !check_entry (atlas, entry, field, error)
      || !ntm_task_name_field (field, "assigned", check_done (old, entry, error)))
    return NULL;
  label = ntm_task_new_label (entry->title_vi, "changed");
  edit = ntm_edit_new (label);
  if (!fill_task (ntm_edit_write (edit, NTM_TABLE_TASK, old->id, NULL), old, entry, field, error))
    return NULL;
  return g_steal_pointer (&edit);
}
