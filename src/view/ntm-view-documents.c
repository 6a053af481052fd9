/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Documents, agencies and tasks as people read them. */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "ntm-view-words.h"

static const char *
title_of (const NtmViewContext *ctx, const NtmDocument *document)
{
  return ntm_lang_pick (ctx->lang, document->title_vi, document->title_en);
}

/**
 * ntm_view_document:
 * @ctx: the context
 * @id: id of a document, or "" or an unknown one
 *
 * Returns: (transfer full): its full citation: number, date, issuer and title, whichever are known; @id
 *   itself for a document that the file does not have
 */
char *
ntm_view_document (const NtmViewContext *ctx, const char *id)
{
  const NtmDocument *document = ntm_atlas_lookup (ctx->atlas, NTM_TABLE_DOCUMENT, id);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *date = NULL;

  if (!document)
    return g_strdup (id);
  date = ntm_view_part_date (ctx, document->date);
  if (*document->number)
    g_string_append (text, document->number);
  if (*date)
    g_string_append_printf (text, "%s%s", text->len ? ", " : "", date);
  if (*document->number && *document->issuer)
    g_string_append_printf (text, ", %s", document->issuer);
  g_string_append_printf (text, "%s%s", text->len ? ": " : "", title_of (ctx, document));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * ntm_view_document_short:
 * @ctx: the context
 * @id: id of a document, or "" or an unknown one
 *
 * Returns: (transfer full): its short citation for source lines: "189/QĐ-UBND", "Notice of 21 Feb 2024",
 *   or its title without what stands in brackets
 */
char *
ntm_view_document_short (const NtmViewContext *ctx, const char *id)
{
  const NtmDocument *document = ntm_atlas_lookup (ctx->atlas, NTM_TABLE_DOCUMENT, id);
  g_autofree char *date = NULL;
  const char *title, *bracket;

  if (!document)
    return g_strdup (id);
  if (*document->number)
    return g_strdup (document->number);
  if (g_str_equal (document->kind, "notice") && *document->date)
    {
      date = ntm_view_part_date (ctx, document->date);
      return g_strdup_printf (_("Notice of %s"), date);
    }
  title = title_of (ctx, document);
  bracket = strstr (title, " (");
  return bracket ? g_strndup (title, (gsize) (bracket - title)) : g_strdup (title);
}

/**
 * ntm_view_section:
 * @place: the paragraph cited, as in the file
 *
 * Returns: (transfer none) (nullable): the number of a numbered section: "II.2"; %NULL of any other place
 */
const char *
ntm_view_section (const char *place)
{
  const char *section = "mục ";

  return g_str_has_prefix (place, section) ? place + strlen (section) : NULL;
}

/**
 * ntm_view_place:
 * @place: the paragraph cited, as in the file: "mục II.2", "phần kết"
 *
 * Returns: (transfer full): it in the language of the process where it is a numbered section or the closing
 *   part, else as it is
 */
char *
ntm_view_place (const char *place)
{
  const char *section = ntm_view_section (place);

  if (section != NULL)
    return g_strdup_printf (C_("part of a document", "section %s"), section);
  return g_strdup (g_str_equal (place, "phần kết") ? C_("part of a document", "closing part") : place);
}

/**
 * ntm_view_agency:
 * @ctx: the context
 * @id: id of an agency
 *
 * Returns: (transfer full): its name, or @id where the file does not have it
 */
char *
ntm_view_agency (const NtmViewContext *ctx, const char *id)
{
  const NtmAgency *agency = ntm_atlas_lookup (ctx->atlas, NTM_TABLE_AGENCY, id);

  return g_strdup (agency ? ntm_lang_pick (ctx->lang, agency->name_vi, agency->name_en) : id);
}

/* A dossier is handed in; anything else is finished. */
static gboolean
is_handed_in (const NtmViewContext *ctx, const NtmTask *task)
{
  const NtmDocument *document = ntm_atlas_lookup (ctx->atlas, NTM_TABLE_DOCUMENT, task->done_by);

  return document && g_str_equal (document->kind, "submission");
}

static char *
late_words (gboolean handed_in, int days)
{
  if (handed_in)
    return g_strdup_printf (ngettext ("submitted %d day late", "submitted %d days late", (gulong) days), days);
  return g_strdup_printf (ngettext ("finished %d day late", "finished %d days late", (gulong) days), days);
}

/**
 * ntm_view_task_state:
 * @ctx: the context
 * @task: a task
 * @standing: where it stands
 *
 * Returns: (transfer full): its state in words with days: "overdue by 93 days", "49 days left"
 */
char *
ntm_view_task_state (const NtmViewContext *ctx, const NtmTask *task, const NtmTaskStanding *standing)
{
  int days = standing->days;

  switch (standing->state)
    {
    case NTM_TASK_OVERDUE:
      return g_strdup_printf (ngettext ("overdue by %d day", "overdue by %d days", (gulong) days), days);
    case NTM_TASK_LATE:
      return late_words (is_handed_in (ctx, task), days);
    case NTM_TASK_DONE:
      return g_strdup (is_handed_in (ctx, task) ? _("submitted") : _("finished"));
    case NTM_TASK_OPEN:
    default:
      break;
    }
  if (days == NTM_DAYS_NONE)
    return g_strdup (_("in progress"));
  if (days == 0)
    return g_strdup (_("last day today"));
  return g_strdup_printf (ngettext ("%d day left", "%d days left", (gulong) days), days);
}

/**
 * ntm_view_task_due:
 * @ctx: the context
 * @task: a task
 *
 * Returns: (transfer full): its deadline as worded, else its day, else that none is stated
 */
char *
ntm_view_task_due (const NtmViewContext *ctx, const NtmTask *task)
{
  const char *words = ntm_lang_pick (ctx->lang, task->due_vi, task->due_en);
  g_autofree char *day = NULL;

  if (words && *words)
    return g_strdup (words);
  if (!*task->due_text)
    return g_strdup (_("no deadline stated"));
  day = ntm_view_part_date (ctx, task->due_text);
  return g_str_equal (task->due_kind, "before") ? g_strdup_printf (_("before %s"), day) : g_steal_pointer (&day);
}
