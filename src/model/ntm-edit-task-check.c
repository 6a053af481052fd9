/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the edits of tasks and of reports on them share: ids are made once and never again, words for the reader
 * and a random part, so that two copies of a file that both add a task can be merged. Labels hold names,
 * numbers and ISO days only, so that the history reads the same in every language.
 */

#include "config.h"

#include <string.h>
#include <glib/gi18n-lib.h>

#include "ntm-atlas-private.h"
#include "ntm-edit-task-private.h"
#include "ntm-error.h"
#include "ntm-text.h"

#define SLUG_MAX   40
#define LABEL_MAX  60
#define FIRST_YEAR 1945
#define LAST_YEAR  2100

gboolean
ntm_task_refuse (GError **error, NtmErrorCode code, char *message)
{
  g_set_error_literal (error, NTM_ERROR, (int) code, message);
  g_free (message);
  return FALSE;
}

/* Says which field it was that did not pass. */
gboolean
ntm_task_name_field (const char **field, const char *name, gboolean passed)
{
  if (!passed && field)
    *field = name;
  return passed;
}

const char *
ntm_task_or_empty (const char *text)
{
  return text ? text : "";
}

/* --- ids and labels ---------------------------------------------------------------------------- */

/* "155/TTr-UBND" → "155-ttr-ubnd"; whole words of at most SLUG_MAX letters, or "" */
char *
ntm_task_new_slug (const char *text)
{
  g_autofree char *folded = ntm_text_fold (text);
  GString *slug = g_string_new (NULL);

  for (const char *p = folded; *p; p++)
    if (g_ascii_isalnum (*p))
      g_string_append_c (slug, *p);
    else if (slug->len > 0 && slug->str[slug->len - 1] != '-')
      g_string_append_c (slug, '-');
  if (slug->len > SLUG_MAX)
    {
      const char *end = g_strrstr_len (slug->str, SLUG_MAX + 1, "-");

      g_string_truncate (slug, end && end > slug->str ? (gsize) (end - slug->str) : SLUG_MAX);
    }
  if (slug->len > 0 && slug->str[slug->len - 1] == '-')
    g_string_truncate (slug, slug->len - 1);
  return g_string_free (slug, FALSE);
}

char *
ntm_task_new_id (NtmAtlas *atlas, NtmTableId table, const char *stem)
{
  for (;;)
    {
      g_autofree char *uuid = g_uuid_string_random ();
      g_autofree char *id = g_strdup_printf ("%s%s%.8s", stem, *stem ? "-" : "", uuid);

      if (!ntm_atlas_lookup (atlas, table, id))
        return g_steal_pointer (&id);
    }
}

char *
ntm_task_new_label (const char *title, const char *what)
{
  g_autofree char *line = g_strdelimit (g_strdup (title), "\n\t", ' ');
  g_autofree char *start = g_utf8_strlen (line, -1) > LABEL_MAX ? g_utf8_substring (line, 0, LABEL_MAX - 1) : NULL;

  return g_strdup_printf ("%s%s: %s", start ? start : line, start ? "…" : "", what);
}

NtmDate
ntm_task_read_day (const char *iso, NtmDate without)
{
  NtmDate date;

  return ntm_date_parse (iso, &date, NULL) ? date : without;
}

/* --- checks ------------------------------------------------------------------------------------ */

gboolean
ntm_task_check_day (NtmDate date, GError **error)
{
  int year = ntm_date_is_known (date) ? ntm_date_year (date) : 0;

  if (year >= FIRST_YEAR && year <= LAST_YEAR)
    return TRUE;
  return ntm_task_refuse (error, NTM_ERROR_RANGE,
                          g_strdup_printf (_("The day must lie within the years %d to %d. Choose another."), FIRST_YEAR,
                                           LAST_YEAR));
}

/* What is counted in characters must be text; a field of one line must be one. */
gboolean
ntm_task_check_text (const char *text, const char *column, int max, GError **error)
{
  if (!text)
    return TRUE;
  if (!g_utf8_validate (text, -1, NULL))
    return ntm_task_refuse (error, NTM_ERROR_INPUT,
                            g_strdup_printf (_("The text for %s is not UTF-8. Type it again."), column));
  if (g_utf8_strlen (text, -1) > max)
    return ntm_task_refuse (error, NTM_ERROR_RANGE,
                            g_strdup_printf (_("The text for %s has more than %d characters. Shorten it."), column, max));
  if (max <= NTM_TASK_TITLE_MAX && strpbrk (text, "\n\r"))
    return ntm_task_refuse (error, NTM_ERROR_INPUT,
                            g_strdup_printf (_("The text for %s has more than one line. Put it on one line."), column));
  return TRUE;
}

gboolean
ntm_task_is_blank (const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (ntm_task_or_empty (text)));

  return !*stripped;
}

gboolean
ntm_task_refuse_before (NtmDate assigned, GError **error)
{
  g_autofree char *day = ntm_date_format (assigned, ntm_lang_current ());

  return ntm_task_refuse (error, NTM_ERROR_RANGE,
                          g_strdup_printf (_("The task was given on %s, which is later. Correct one of the two days."),
                                           day));
}

const NtmTask *
ntm_task_find (NtmAtlas *atlas, const char *id, GError **error)
{
  const NtmTask *task = ntm_atlas_lookup (atlas, NTM_TABLE_TASK, id);

  if (!task)
    ntm_task_refuse (error, NTM_ERROR_NOT_FOUND, g_strdup_printf (_("There is no task “%s” in the file."), id));
  return task;
}

/**
 * ntm_task_is_before_assigned:
 * @task: a task
 * @date: a day
 *
 * Returns: whether @date lies before the day the task was given, where that is known
 */
gboolean
ntm_task_is_before_assigned (const NtmTask *task, NtmDate date)
{
  NtmDate assigned;

  g_return_val_if_fail (task != NULL, FALSE);

  return ntm_date_parse (task->assigned, &assigned, NULL) && date < assigned;
}
