/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * From typed text to one edit of the journal. The office has at most one value of its own beside those of
 * documents: the one without source. Typing writes it and prefers it to what documents say, which stays in
 * the file; emptying the cell removes it, and what a document says shows again.
 */

#include "config.h"

#include "ntm-sheet-private.h"

#include <string.h>

#include <glib/gi18n.h>

#include "ntm-error.h"

gboolean
_ntm_sheet_can_edit (NtmSheet *self,
                     GError  **error)
{
  NtmStore *store = ntm_desk_get_store (self->desk);

  if (store != NULL && !ntm_store_is_read_only (store))
    return TRUE;
  g_set_error_literal (error, NTM_ERROR, NTM_ERROR_READ_ONLY,
                       _("This file is open for reading only, so nothing can be typed into the table. Open it for "
                         "writing, or work in a copy of it."));
  return FALSE;
}

static const NtmObservation *
nth_figure (const NtmSheetFacts *facts,
            guint                n)
{
  return facts->series == NULL || facts->index < 0 ? NULL
                                                   : ntm_series_get_nth (facts->series, facts->unit, (guint) facts->index, n);
}

/* The office's own figure of the cell: the shown one, else the first without source that is no plan. */
static const NtmObservation *
find_own (const NtmSheetFacts *facts)
{
  const NtmObservation *observation;

  if (facts->observation != NULL && *facts->observation->source == '\0')
    return facts->observation;
  for (guint i = 0; (observation = nth_figure (facts, i)) != NULL; i++)
    if (*observation->source == '\0' && observation->kind != NTM_KIND_PLAN)
      return observation;
  return NULL;
}

/* Whether the cell shows just this already: then nothing is written, so that a block copied and pasted back
 * changes nothing. */
static gboolean
is_shown (const NtmSheetFacts *facts,
          const NtmEntry      *entry)
{
  const NtmObservation *shown = facts->observation;

  if (shown == NULL || shown->state != entry->state)
    return shown == NULL && entry->state == NTM_STATE_NO_DATA;
  if (entry->state != NTM_STATE_VALUE)
    return TRUE;
  if (shown->qualifier != entry->number.qualifier)
    return FALSE;
  if (entry->number.is_ratio)
    return shown->numerator == entry->number.numerator && shown->denominator == entry->number.denominator;
  return shown->value == entry->number.value;
}

/* Edits cannot be joined; their rows can be written again into another. */
static void
copy_row (NtmEdit      *edit,
          const NtmRow *row)
{
  const NtmTable *table = ntm_table_get (row->table);
  NtmRow *copy = ntm_edit_write (edit, row->table, ntm_record_get_text (table, row->record, 0),
                                 ntm_record_get_text (table, row->record, 1), ntm_record_get_text (table, row->record, 2),
                                 ntm_record_get_text (table, row->record, 3), ntm_record_get_text (table, row->record, 4), NULL);

  for (guint i = table->n_keys; i < table->n_fields; i++)
    {
      if ((row->set & (G_GUINT64_CONSTANT (1) << i)) == 0)
        continue;
      /* The text was checked when it was set the first time. */
      if (table->fields[i].type == NTM_FIELD_TEXT)
        ntm_row_set (copy, table->fields[i].column, ntm_record_get_text (table, row->record, i), NULL);
      else
        ntm_row_set_int64 (copy, table->fields[i].column, ntm_record_get_int64 (table, row->record, i));
    }
}

/* Writes of one key come in order, so this adds to the row of before. */
static void
set_preferred (NtmEdit    *edit,
               const char *indicator,
               const char *unit,
               const char *period,
               NtmKind     kind,
               const char *source,
               gboolean    is_preferred)
{
  NtmRow *row = ntm_edit_write (edit, NTM_TABLE_OBSERVATION, indicator, unit, period, ntm_kind_code (kind), source, NULL);

  ntm_row_set_int64 (row, "preferred", is_preferred);
}

/* Puts the office's value before those of documents, if there are any. */
static void
prefer_own (NtmEdit             *edit,
            const NtmSheetFacts *facts,
            const NtmEntry      *entry)
{
  g_autofree char *period = ntm_period_to_string (&entry->period);
  const NtmObservation *other;
  gboolean has_others = FALSE;

  for (guint i = 0; (other = nth_figure (facts, i)) != NULL; i++)
    {
      if (*other->source == '\0' && other->kind == entry->kind)
        continue;
      has_others = TRUE;
      if (other->is_preferred == 1)
        set_preferred (edit, entry->indicator->code, entry->unit->id, period, other->kind, other->source, FALSE);
    }
  if (has_others)
    set_preferred (edit, entry->indicator->code, entry->unit->id, period, entry->kind, "", TRUE);
}

static gboolean
add_value (NtmSheet            *self,
           NtmEdit             *edit,
           const NtmSheetFacts *facts,
           const char          *text,
           gboolean             is_confirmed,
           GError             **error)
{
  const NtmObservation *own = find_own (facts);
  NtmEntry entry = { .indicator = facts->indicator, .unit = facts->unit, .period = facts->period };
  g_autoptr (NtmEdit) single = NULL;

  if (!_ntm_sheet_read_text (text, &entry, error))
    return FALSE;
  if (is_shown (facts, &entry))
    return TRUE;
  if (entry.state == NTM_STATE_VALUE && !_ntm_sheet_check_number (self, facts, text, &entry.number, error))
    return FALSE;
  entry.kind = own == NULL ? NTM_KIND_REPORTED : own->kind;
  single = ntm_edit_new_observation (ntm_desk_get_atlas (self->desk), &entry, error);
  if (single == NULL)
    return FALSE;
  if (!is_confirmed && entry.state == NTM_STATE_VALUE && !_ntm_sheet_check_marks (self, facts, text, &entry.number, error))
    return FALSE;
  copy_row (edit, ntm_edit_get_row (single, 0));
  prefer_own (edit, facts, &entry);
  return TRUE;
}

static gboolean
remove_own (NtmEdit             *edit,
            const NtmSheetFacts *facts,
            GError             **error)
{
  const NtmObservation *own = find_own (facts);

  if (own != NULL)
    ntm_edit_delete (edit, NTM_TABLE_OBSERVATION, own->indicator, own->unit, own->period_text, own->kind_name, own->source,
                     NULL);
  else if (facts->observation != NULL)
    {
      g_set_error_literal (error, NTM_ERROR, NTM_ERROR_INPUT,
                           _("This figure is from a document and stays in the file with its source. Type another figure: "
                             "it is shown in its place."));
      return FALSE;
    }
  return TRUE;
}

static gboolean
add_entry (NtmSheet           *self,
           NtmEdit            *edit,
           const NtmGridEntry *entry,
           gboolean            is_confirmed,
           GError            **error)
{
  g_autofree char *text = g_strstrip (g_strdup (entry->text));
  NtmSheetFacts facts;

  if (!ntm_sheet_look (self, entry->row, entry->column, &facts))
    {
      g_set_error_literal (error, NTM_ERROR, NTM_ERROR_RANGE, _("This cell is outside the table."));
      return FALSE;
    }
  if (*text == '\0')
    return remove_own (edit, &facts, error);
  return add_value (self, edit, &facts, text, is_confirmed, error);
}

/* Made of codes and names only, as the labels of the model: the history reads the same in every language. */
static char *
make_label (NtmSheet           *self,
            const NtmGridEntry *entries,
            guint               n_entries)
{
  NtmSheetFacts first, other;
  g_autofree char *period = NULL;
  const NtmUnitState *state;

  if (!ntm_sheet_look (self, entries[0].row, entries[0].column, &first))
    return g_strdup ("observation");
  for (guint i = 1; i < n_entries; i++)
    if (!ntm_sheet_look (self, entries[i].row, entries[i].column, &other) || other.indicator != first.indicator)
      return g_strdup_printf ("observation × %u", n_entries);
  if (n_entries > 1)
    return g_strdup_printf ("%s × %u", first.indicator->code, n_entries);
  period = ntm_period_to_string (&first.period);
  state = ntm_unit_last_state (first.unit);
  return g_strdup_printf ("%s, %s, %s: %s", first.indicator->code, state == NULL ? first.unit->id : state->name, period,
                          *entries[0].text == '\0' ? "×" : entries[0].text);
}

/* A block may hold figures of documents where it is to be emptied: those are passed over. */
static gboolean
is_passed_over (const NtmGridEntry *entry,
                guint               n_entries,
                GError             *error)
{
  return n_entries > 1 && error != NULL && strspn (entry->text, " \t") == strlen (entry->text)
         && g_error_matches (error, NTM_ERROR, NTM_ERROR_INPUT);
}

static NtmEdit *
new_edit (NtmSheet           *self,
          const NtmGridEntry *entries,
          guint               n_entries,
          gboolean            is_confirmed,
          guint              *bad,
          GError            **error)
{
  g_autofree char *label = make_label (self, entries, n_entries);
  g_autoptr (NtmEdit) edit = ntm_edit_new (label);
  g_autoptr (GError) passed = NULL;

  for (guint i = 0; i < n_entries; i++)
    {
      g_autoptr (GError) own = NULL;

      if (add_entry (self, edit, &entries[i], is_confirmed, &own))
        continue;
      *bad = i;
      if (!is_passed_over (&entries[i], n_entries, own))
        {
          g_propagate_error (error, g_steal_pointer (&own));
          return NULL;
        }
      if (passed == NULL)
        passed = g_steal_pointer (&own);
    }
  if (passed != NULL && ntm_edit_get_n_rows (edit) == 0)
    {
      g_propagate_error (error, g_steal_pointer (&passed));
      return NULL;
    }
  return g_steal_pointer (&edit);
}

gboolean
_ntm_sheet_set_texts (NtmSheet           *self,
                      const NtmGridEntry *entries,
                      guint               n_entries,
                      gboolean            is_confirmed,
                      guint              *bad,
                      GError            **error)
{
  g_autoptr (NtmEdit) edit = NULL;

  *bad = 0;
  if (n_entries == 0)
    return TRUE;
  if (!_ntm_sheet_can_edit (self, error))
    return FALSE;
  edit = new_edit (self, entries, n_entries, is_confirmed, bad, error);
  if (edit == NULL)
    return FALSE;
  return ntm_edit_get_n_rows (edit) == 0 || ntm_desk_apply (self->desk, edit, error);
}

char *
_ntm_sheet_dup_fix (NtmSheet   *self,
                    guint       row,
                    guint       column,
                    const char *text)
{
  g_autofree char *swapped = g_strstrip (_ntm_sheet_swap_marks (text));
  NtmGridEntry entry = { row, column, swapped };
  g_autoptr (NtmEdit) edit = NULL;
  guint bad;

  if (g_str_equal (swapped, text) || *swapped == '\0')
    return NULL;
  edit = new_edit (self, &entry, 1, FALSE, &bad, NULL);
  return edit == NULL ? NULL : g_steal_pointer (&swapped);
}
