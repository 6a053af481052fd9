/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the rows are called that an edit changed. A row may be gone since, because the edit was undone or a later
 * one removed it: then it is told by the values the edit itself has of it.
 */

#include "config.h"

#include "ntm-change-private.h"

#include <string.h>
#include <glib/gi18n-lib.h>

#include "ntm-edit-point.h"
#include "ntm-view-words.h"

gboolean
_ntm_change_same_row (const NtmChangedValue *a, const NtmChangedValue *b)
{
  return g_str_equal (a->table, b->table) && g_str_equal (a->key, b->key);
}

/* The values of one row stand together. */
static const NtmChangedValue *
find_sibling (const NtmChangedValue *values, guint n, guint i, const char *column)
{
  guint first = i;

  while (first > 0 && _ntm_change_same_row (&values[first - 1], &values[i]))
    first--;
  for (; first < n && _ntm_change_same_row (&values[first], &values[i]); first++)
    if (g_str_equal (values[first].column, column))
      return &values[first];
  return NULL;
}

/* Returns: a text of the row of value @i: of the edit, else of the file as it is now; "" if it is not known */
const char *
_ntm_change_row_text (const NtmViewContext *ctx, const NtmChangedValue *values, guint n, guint i, const char *column)
{
  const NtmChangedValue *sibling = find_sibling (values, n, i, column);
  const NtmTable *table;
  const NtmField *field;
  gconstpointer record;
  NtmTableId id;

  if (sibling && ((sibling->new_value && *sibling->new_value) || sibling->old))
    return sibling->new_value && *sibling->new_value ? sibling->new_value : sibling->old;
  if (!ntm_table_find (values[i].table, &id) || ntm_table_is_lazy (id))
    return "";
  table = ntm_table_get (id);
  field = ntm_table_find_field (table, column);
  record = ntm_atlas_lookup (ctx->atlas, id, values[i].key);
  if (!record || !field || field->type != NTM_FIELD_TEXT)
    return "";
  return ntm_record_get_text (table, record, (guint) (field - table->fields));
}

static const char *
pick (const NtmViewContext *ctx, const NtmChangedValue *values, guint n, guint i, const char *vi, const char *en)
{
  return ntm_lang_pick (ctx->lang, _ntm_change_row_text (ctx, values, n, i, vi), _ntm_change_row_text (ctx, values, n, i, en));
}

static void
add_part (GString *text, const char *part)
{
  if (part && *part)
    g_string_append_printf (text, "%s%s", text->len ? " · " : "", part);
}

static void
add_unit (GString *text, const NtmViewContext *ctx, const char *id)
{
  const NtmUnit *unit = *id ? ntm_atlas_find_unit (ctx->atlas, id) : NULL;
  g_autofree char *name = unit ? ntm_view_unit_name (ctx, unit) : NULL;

  add_part (text, name);
}

static void
add_indicator (GString *text, const NtmViewContext *ctx, const char *code)
{
  const NtmIndicator *indicator = *code ? ntm_atlas_lookup (ctx->atlas, NTM_TABLE_INDICATOR, code) : NULL;

  add_part (text, indicator ? ntm_view_indicator_name (ctx, indicator) : NULL);
}

static const char *
kind_words (const char *kind)
{
  if (g_str_equal (kind, "plan"))
    return _("planned");
  if (g_str_equal (kind, "estimate"))
    return _("estimated");
  return g_str_equal (kind, "verified") ? _("verified") : NULL;
}

/* The key of an observation: indicator, unit, period, kind, source. */
static void
add_observation (GString *text, const NtmViewContext *ctx, const NtmChangedValue *value)
{
  g_auto (GStrv) parts = g_strsplit (value->key, " ", 5);
  const NtmIndicator *indicator = ntm_atlas_lookup (ctx->atlas, NTM_TABLE_INDICATOR, value->indicator);
  g_autofree char *words = NULL;
  NtmPeriod period;

  add_unit (text, ctx, value->unit);
  add_indicator (text, ctx, value->indicator);
  if (g_strv_length (parts) < 4)
    return;
  if (indicator && ntm_period_parse (parts[2], &period, NULL))
    words = ntm_view_period_words (ctx, indicator, &period);
  add_part (text, words ? words : parts[2]);
  add_part (text, kind_words (parts[3]));
}

static void
add_title (GString *text, const NtmViewContext *ctx, const NtmChangedValue *values, guint n, guint i)
{
  const char *code = _ntm_change_row_text (ctx, values, n, i, "kind");
  const NtmTitleKind *kind = ntm_atlas_lookup (ctx->atlas, NTM_TABLE_TITLE_KIND, code);

  add_unit (text, ctx, values[i].unit);
  add_part (text, kind ? ntm_lang_pick (ctx->lang, kind->name_vi, kind->name_en) : NULL);
}

static void
add_task (GString *text, const NtmViewContext *ctx, const char *id)
{
  const NtmTask *task = ntm_atlas_lookup (ctx->atlas, NTM_TABLE_TASK, id);

  add_part (text, task ? ntm_lang_pick (ctx->lang, task->title_vi, task->title_en) : NULL);
}

static void
add_document (GString *text, const NtmViewContext *ctx, const NtmChangedValue *values, guint n, guint i)
{
  const char *number = _ntm_change_row_text (ctx, values, n, i, "number");

  add_part (text, *number ? number : pick (ctx, values, n, i, "title_vi", "title_en"));
}

/* The first part of a key that has several. */
static void
add_first_of_key (GString *text, const NtmViewContext *ctx, const NtmChangedValue *value, NtmTableId table)
{
  g_autofree char *first = g_strndup (value->key, strcspn (value->key, " "));

  if (table == NTM_TABLE_TASK)
    add_task (text, ctx, first);
  else if (table == NTM_TABLE_DOCUMENT)
    {
      g_autofree char *words = ntm_atlas_lookup (ctx->atlas, table, first) ? ntm_view_document_short (ctx, first) : NULL;

      add_part (text, words);
    }
  else
    add_unit (text, ctx, first);
}

static void
add_meta (GString *text, const NtmViewContext *ctx, const NtmChangedValue *values, guint n, guint i)
{
  if (g_str_has_prefix (values[i].key, NTM_NAMED_POINT_PREFIX))
    add_part (text, _ntm_change_row_text (ctx, values, n, i, "value"));
}

/* A row of any other table: its unit and indicator, and its name or what it says, whatever it has. */
static void
add_other (GString *text, const NtmViewContext *ctx, const NtmChangedValue *values, guint n, guint i)
{
  static const char *const names[][2] = {
    { "name_vi", "name_en" }, { "title_vi", "title_en" }, { "goal_vi", "goal_en" }, { "text_vi", "text_en" },
    { "purpose_vi", "purpose_en" }, { "scope_vi", "scope_en" },
  };
  const char *name = "";

  add_unit (text, ctx, values[i].unit);
  add_indicator (text, ctx, values[i].indicator);
  for (gsize k = 0; k < G_N_ELEMENTS (names) && !*name; k++)
    name = pick (ctx, values, n, i, names[k][0], names[k][1]);
  if (!text->len || !g_str_equal (values[i].table, "indicator"))
    add_part (text, name);
}

/* Returns: what the row of value @i is called, "" if nothing is known */
char *
_ntm_change_subject (const NtmViewContext *ctx, const NtmChangedValue *values, guint n, guint i)
{
  g_autoptr (GString) text = g_string_new (NULL);
  NtmTableId table = NTM_N_TABLES;

  ntm_table_find (values[i].table, &table);
  if (table == NTM_TABLE_OBSERVATION)
    add_observation (text, ctx, &values[i]);
  else if (table == NTM_TABLE_TITLE)
    add_title (text, ctx, values, n, i);
  else if (table == NTM_TABLE_TASK)
    add_part (text, pick (ctx, values, n, i, "title_vi", "title_en"));
  else if (table == NTM_TABLE_TASK_PROGRESS)
    add_task (text, ctx, _ntm_change_row_text (ctx, values, n, i, "task"));
  else if (table == NTM_TABLE_TASK_PARTNER)
    add_first_of_key (text, ctx, &values[i], NTM_TABLE_TASK);
  else if (table == NTM_TABLE_DOCUMENT)
    add_document (text, ctx, values, n, i);
  else if (table == NTM_TABLE_DOCUMENT_RECIPIENT)
    add_first_of_key (text, ctx, &values[i], NTM_TABLE_DOCUMENT);
  else if (table == NTM_TABLE_META)
    add_meta (text, ctx, values, n, i);
  else if (table == NTM_TABLE_UNIT_STATE || table == NTM_TABLE_UNIT || table == NTM_TABLE_BOUNDARY || table == NTM_TABLE_TRANSFER)
    add_first_of_key (text, ctx, &values[i], NTM_TABLE_UNIT);
  else
    add_other (text, ctx, values, n, i);
  return g_string_free (g_steal_pointer (&text), FALSE);
}
