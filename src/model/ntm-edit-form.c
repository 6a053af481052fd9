/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the forms share: each check says which field it refuses, so that the reason can stand beside it.
 * Ids are made once: words for the reader and a random part, so that two copies of a file can be merged.
 */

#include "config.h"

#include <string.h>
#include <glib/gi18n-lib.h>

#include "ntm-atlas-private.h"
#include "ntm-edit-form-private.h"
#include "ntm-text.h"

#define SLUG_MAX   40
#define FIRST_YEAR 1945
#define LAST_YEAR  2100

/**
 * ntm_document_kinds:
 *
 * Returns: (transfer none) (array zero-terminated=1): the kinds of documents a person may enter
 */
const char *const *
ntm_document_kinds (void)
{
  static const char *const kinds[] = {
    "decision", "notice", "resolution", "official_letter", "submission", "report", "page", "legal", NULL,
  };

  return kinds;
}

const char *
ntm_form_or_empty (const char *text)
{
  return text ? text : "";
}

gboolean
ntm_form_is_blank (const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (ntm_form_or_empty (text)));

  return !*stripped;
}

/* Takes @message. Returns: %FALSE, for the caller to return */
gboolean
ntm_form_refuse (const NtmFormCheck *check, const char *field, NtmErrorCode code, char *message)
{
  if (check->field)
    *check->field = field;
  g_set_error_literal (check->error, NTM_ERROR, (int) code, message);
  g_free (message);
  return FALSE;
}

static gboolean
check_text (const NtmFormCheck *check, const char *field, const char *text, int max)
{
  if (!text)
    return TRUE;
  if (!g_utf8_validate (text, -1, NULL))
    return ntm_form_refuse (check, field, NTM_ERROR_INPUT, g_strdup (_("This is not UTF-8 text. Type it again.")));
  if (g_utf8_strlen (text, -1) > max)
    return ntm_form_refuse (check, field, NTM_ERROR_RANGE,
                            g_strdup_printf (_("This has more than %d characters. Shorten it."), max));
  return TRUE;
}

gboolean
ntm_form_check_line (const NtmFormCheck *check, const char *field, const char *text, int max)
{
  if (!check_text (check, field, text, max))
    return FALSE;
  for (const char *p = ntm_form_or_empty (text); *p; p++)
    if (g_ascii_iscntrl (*p))
      return ntm_form_refuse (check, field, NTM_ERROR_INPUT, g_strdup (_("This has more than one line. Put it on one line.")));
  return TRUE;
}

gboolean
ntm_form_check_note (const NtmFormCheck *check, const char *field, const char *text)
{
  return check_text (check, field, text, NTM_FORM_NOTE_MAX);
}

gboolean
ntm_form_check_year (const NtmFormCheck *check, const char *field, NtmDate day)
{
  int year = ntm_date_is_known (day) ? ntm_date_year (day) : 0;

  if (year >= FIRST_YEAR && year <= LAST_YEAR)
    return TRUE;
  return ntm_form_refuse (check, field, NTM_ERROR_RANGE,
                          g_strdup_printf (_("The day must lie within the years %d to %d. Choose another."), FIRST_YEAR, LAST_YEAR));
}

/* @text: an ISO day, month or year, not empty */
gboolean
ntm_form_check_when (const NtmFormCheck *check, const char *field, const char *text, NtmPeriod *out)
{
  if (!ntm_period_parse (text, out, NULL)
      || (out->kind != NTM_PERIOD_DAY && out->kind != NTM_PERIOD_MONTH && out->kind != NTM_PERIOD_YEAR))
    {
      g_autofree char *quote = ntm_model_quote (text);

      return ntm_form_refuse (check, field, NTM_ERROR_INPUT,
                              g_strdup_printf (_("“%s” is not a day, a month or a year."), quote));
    }
  return ntm_form_check_year (check, field, out->days.from);
}

/* @key: may be empty or %NULL, which is known */
gboolean
ntm_form_check_known (const NtmFormCheck *check, const char *field, NtmTableId table, const char *key)
{
  g_autofree char *quote = NULL;

  if (!key || !*key || ntm_atlas_lookup (check->atlas, table, key))
    return TRUE;
  quote = ntm_model_quote (key);
  return ntm_form_refuse (check, field, NTM_ERROR_NOT_FOUND,
                          g_strdup_printf (_("“%s” is not in the file. Choose another."), quote));
}

/* --- documents --------------------------------------------------------------------------------- */

static gboolean
is_known_already (const NtmDocument *document, const char *number, const char *date)
{
  g_autofree char *folded = NULL;

  if (!*document->number || !g_str_equal (document->date, date))
    return FALSE;
  folded = ntm_text_fold (document->number);
  return g_str_equal (folded, number);
}

/* The same number of the same day is the same document. */
static gboolean
check_new (const NtmFormCheck *check, const NtmDocumentEntry *document)
{
  const GPtrArray *documents = ntm_atlas_records (check->atlas, NTM_TABLE_DOCUMENT);
  g_autofree char *stripped = g_strstrip (g_strdup (ntm_form_or_empty (document->number)));
  g_autofree char *folded = ntm_text_fold (stripped);

  for (guint i = 0; *folded && i < documents->len; i++)
    if (is_known_already (documents->pdata[i], folded, ntm_form_or_empty (document->date)))
      return ntm_form_refuse (check, "document.number", NTM_ERROR_INPUT,
                              g_strdup (_("The file has a document of this number and day. Choose it instead.")));
  return TRUE;
}

gboolean
ntm_form_check_document (const NtmFormCheck *check, const NtmDocumentEntry *document)
{
  NtmPeriod when;

  if (!ntm_form_check_line (check, "document.number", document->number, NTM_FORM_LINE_MAX)
      || !ntm_form_check_line (check, "document.issuer", document->issuer, NTM_FORM_LINE_MAX)
      || !ntm_form_check_line (check, "document.title_vi", document->title_vi, 500)
      || !ntm_form_check_line (check, "document.url", document->url, 500))
    return FALSE;
  if (!document->kind || !g_strv_contains (ntm_document_kinds (), document->kind))
    return ntm_form_refuse (check, "document.kind", NTM_ERROR_INPUT, g_strdup (_("Choose what kind of document it is.")));
  if (ntm_form_is_blank (document->title_vi))
    return ntm_form_refuse (check, "document.title_vi", NTM_ERROR_INPUT, g_strdup (_("Write what the document is about.")));
  if (!ntm_form_is_blank (document->date) && !ntm_form_check_when (check, "document.date", document->date, &when))
    return FALSE;
  return check_new (check, document);
}

/* Adds a checked document. Returns: its id, or %NULL with the error set */
char *
ntm_form_add_document (const NtmFormCheck *check, NtmEdit *edit, const NtmDocumentEntry *document)
{
  g_autofree char *stem = g_strdup (ntm_form_is_blank (document->number) ? document->title_vi : document->number);
  g_autofree char *id = ntm_form_make_id (check->atlas, NTM_TABLE_DOCUMENT, stem);
  NtmRow *row = ntm_edit_write (edit, NTM_TABLE_DOCUMENT, id, NULL);
  const char *const fields[][2] = {
    { "kind", document->kind }, { "number", document->number }, { "date", document->date },
    { "issuer", document->issuer }, { "title_vi", document->title_vi }, { "url", document->url },
  };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (!ntm_form_set_text (row, NULL, fields[i][0], fields[i][1], check->error))
      return NULL;
  return g_steal_pointer (&id);
}

/* --- rows -------------------------------------------------------------------------------------- */

/* Only what differs is set: a merge then meets only what was really changed. @old may be %NULL. */
gboolean
ntm_form_set_text (NtmRow *row, gconstpointer old, const char *column, const char *text, GError **error)
{
  const NtmTable *table = ntm_table_get (row->table);
  guint field = (guint) (ntm_table_find_field (table, column) - table->fields);
  g_autofree char *stripped = g_strstrip (g_strdup (ntm_form_or_empty (text)));

  if (old && g_str_equal (ntm_record_get_text (table, old, field), stripped))
    return TRUE;
  return ntm_row_set (row, column, stripped, error);
}

void
ntm_form_set_number (NtmRow *row, gconstpointer old, const char *column, gint64 value)
{
  const NtmTable *table = ntm_table_get (row->table);
  guint field = (guint) (ntm_table_find_field (table, column) - table->fields);

  if (!old || ntm_record_get_int64 (table, old, field) != value)
    ntm_row_set_int64 (row, column, value);
}

/* "840/QĐ-TTg" → "840-qd-ttg", whole words of at most SLUG_MAX letters */
static char *
make_slug (const char *text)
{
  g_autofree char *folded = ntm_text_fold (text);
  GString *slug = g_string_new (NULL);

  for (const char *p = folded; *p && slug->len <= SLUG_MAX; p++)
    if (g_ascii_isalnum (*p) || *p == '_')
      g_string_append_c (slug, *p);
    else if (slug->len > 0 && slug->str[slug->len - 1] != '-')
      g_string_append_c (slug, '-');
  if (slug->len > SLUG_MAX && strrchr (slug->str, '-'))
    g_string_truncate (slug, (gsize) (strrchr (slug->str, '-') - slug->str));
  else if (slug->len > SLUG_MAX)
    g_string_truncate (slug, SLUG_MAX);
  if (slug->len > 0 && slug->str[slug->len - 1] == '-')
    g_string_truncate (slug, slug->len - 1);
  return g_string_free (slug, FALSE);
}

char *
ntm_form_make_id (NtmAtlas *atlas, NtmTableId table, const char *stem)
{
  g_autofree char *slug = make_slug (stem);

  for (;;)
    {
      g_autofree char *uuid = g_uuid_string_random ();
      g_autofree char *id = g_strdup_printf ("%s%s%.8s", slug, *slug ? "-" : "", uuid);

      if (!ntm_atlas_lookup (atlas, table, id))
        return g_steal_pointer (&id);
    }
}
