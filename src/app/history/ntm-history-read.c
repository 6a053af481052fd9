/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From what the journal keeps of an edit to the rows that tell it. */

#include "config.h"

#include "ntm-history-read.h"

#include <glib/gi18n.h>

#include "ntm-text.h"

#define MAX_SUMMARY 100    /* values looked at to tell what an edit did */
#define MAX_VALUES 500     /* values listed of an edit */

/* Borrows from @entries. */
static NtmChangedValue *
new_values_of (const GPtrArray *entries)
{
  NtmChangedValue *values = g_new (NtmChangedValue, MAX (1, entries->len));

  for (guint i = 0; i < entries->len; i++)
    {
      const NtmHistoryEntry *entry = g_ptr_array_index (entries, i);

      values[i] = (NtmChangedValue) { entry->table, entry->key, entry->column, entry->old, entry->new_value, entry->unit, entry->indicator };
    }
  return values;
}

static gboolean
holds (const char *text,
       const char *needle)
{
  g_autofree char *folded = ntm_text_fold (text);

  return ntm_text_matches (folded, needle);
}

/* Whether the words searched for stand in the line of an edit or in one of its values. */
static gboolean
is_found (const NtmViewContext  *context,
          NtmHistoryItem        *item,
          const NtmChangedValue *values,
          guint                  n,
          const char            *needle)
{
  g_autoptr (GPtrArray) lines = NULL;
  g_autofree char *spoken = NULL;

  if (*needle == '\0')
    return TRUE;
  spoken = ntm_history_item_dup_spoken (item);
  if (holds (spoken, needle))
    return TRUE;
  lines = ntm_change_new_lines (context, values, n);
  for (guint i = 0; i < lines->len; i++)
    if (holds (((NtmChangeLine *) g_ptr_array_index (lines, i))->spoken, needle))
      return TRUE;
  return FALSE;
}

/**
 * ntm_history_read_edit:
 * @desk: what the window works on, with a file
 * @query: what was asked for
 * @edit: an edit found
 * @needle: folded words that must stand in it, "" for none
 *
 * Returns: (transfer full) (nullable): the row of @edit, %NULL if the words do not stand in it
 */
NtmHistoryItem *
ntm_history_read_edit (NtmDesk               *desk,
                       const NtmJournalQuery *query,
                       const NtmJournalEdit  *edit,
                       const char            *needle)
{
  NtmViewContext context = ntm_desk_get_context (desk);
  g_autoptr (GPtrArray) entries = ntm_store_list_values (ntm_desk_get_store (desk), edit->edit, query, MAX_SUMMARY, NULL);
  g_autofree NtmChangedValue *values = entries == NULL ? NULL : new_values_of (entries);
  guint n = entries == NULL ? 0 : entries->len;
  g_autoptr (NtmChangeSummary) summary = ntm_change_new_summary (&context, edit->label, values, n, edit->n_values);
  g_autoptr (NtmHistoryItem) item = ntm_history_item_new_edit (edit, summary);

  return is_found (&context, item, values, n, needle) ? g_steal_pointer (&item) : NULL;
}

/**
 * ntm_history_dup_title:
 * @desk: what the window works on, with a file
 * @edit: an edit of its journal
 *
 * What undoing it takes back is called as in the history: labels of edits are made of codes.
 *
 * Returns: (transfer full) (nullable): what it did, in words; %NULL if the file has no such edit
 */
char *
ntm_history_dup_title (NtmDesk *desk,
                       gint64   edit)
{
  NtmJournalQuery query = { .after = edit - 1, .before = edit + 1 };
  g_autoptr (GPtrArray) edits = edit == 0 ? NULL : ntm_store_list_edits (ntm_desk_get_store (desk), &query, 1, NULL);
  g_autoptr (NtmHistoryItem) item = NULL;

  if (edits == NULL || edits->len == 0)
    return NULL;
  item = ntm_history_read_edit (desk, &query, g_ptr_array_index (edits, 0), "");
  return g_strdup (ntm_history_item_get_facts (item)->title);
}

static void
add_rest (GListStore *items,
          gint64      n)
{
  g_autofree char *text = g_strdup_printf (_("And %d more. The command “ntm history” lists them all."), (int) n);
  g_autoptr (NtmHistoryItem) note = ntm_history_item_new_note (text);

  g_list_store_append (items, note);
}

/**
 * ntm_history_read_values:
 * @desk: what the window works on
 * @query: what was asked for
 * @edit: the row of an edit, or another
 *
 * Returns: (transfer full) (nullable) (element-type NtmHistoryItem): the values the edit changed, %NULL for rows
 *   that have none
 */
GListModel *
ntm_history_read_values (NtmDesk               *desk,
                         const NtmJournalQuery *query,
                         NtmHistoryItem        *edit)
{
  const NtmHistoryFacts *facts = ntm_history_item_get_facts (edit);
  g_autoptr (GListStore) items = g_list_store_new (NTM_TYPE_HISTORY_ITEM);
  g_autoptr (GPtrArray) entries = NULL, lines = NULL;
  g_autofree NtmChangedValue *values = NULL;
  NtmViewContext context;

  if (facts->kind != NTM_HISTORY_EDIT || facts->n_values == 0 || ntm_desk_get_store (desk) == NULL)
    return NULL;
  context = ntm_desk_get_context (desk);
  entries = ntm_store_list_values (ntm_desk_get_store (desk), facts->edit, query, MAX_VALUES, NULL);
  values = entries == NULL ? NULL : new_values_of (entries);
  lines = entries == NULL ? NULL : ntm_change_new_lines (&context, values, entries->len);
  for (guint i = 0; lines != NULL && i < lines->len; i++)
    {
      g_autoptr (NtmHistoryItem) item = ntm_history_item_new_value (g_ptr_array_index (lines, i));

      g_list_store_append (items, item);
    }
  if (facts->n_values > MAX_VALUES)
    add_rest (items, facts->n_values - MAX_VALUES);
  return G_LIST_MODEL (g_steal_pointer (&items));
}
