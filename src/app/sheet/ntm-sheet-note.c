/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is noted of a figure: it belongs to the figure that is shown, be it the office's own or of a document. */

#include "config.h"

#include "ntm-sheet-private.h"

#include <glib/gi18n.h>

#include "ntm-error.h"

#define NOTE_MAX 2000   /* characters */

char *
_ntm_sheet_dup_note (NtmSheet *self,
                     guint     row,
                     guint     column)
{
  NtmSheetFacts facts;

  if (!ntm_sheet_look (self, row, column, &facts) || facts.observation == NULL)
    return NULL;
  return g_strdup (facts.observation->note);
}

/* Made of codes and names only, like the other labels of the history. */
static char *
make_label (const NtmSheetFacts *facts)
{
  const NtmUnitState *state = ntm_unit_last_state (facts->unit);

  return g_strdup_printf ("%s, %s, %s: note", facts->indicator->code, state == NULL ? facts->unit->id : state->name,
                          facts->observation->period_text);
}

static NtmEdit *
new_edit (const NtmSheetFacts *facts,
          const char          *note,
          GError             **error)
{
  const NtmObservation *shown = facts->observation;
  g_autofree char *label = make_label (facts);
  g_autoptr (NtmEdit) edit = ntm_edit_new (label);
  NtmRow *row = ntm_edit_write (edit, NTM_TABLE_OBSERVATION, shown->indicator, shown->unit, shown->period_text,
                                shown->kind_name, shown->source, NULL);

  return ntm_row_set (row, "note", note, error) ? g_steal_pointer (&edit) : NULL;
}

gboolean
_ntm_sheet_set_note (NtmSheet   *self,
                     guint       row,
                     guint       column,
                     const char *note,
                     GError    **error)
{
  g_autofree char *text = g_strstrip (g_strdup (note));
  g_autoptr (NtmEdit) edit = NULL;
  NtmSheetFacts facts;

  if (!_ntm_sheet_can_edit (self, error))
    return FALSE;
  if (!ntm_sheet_look (self, row, column, &facts) || facts.observation == NULL)
    {
      g_set_error_literal (error, NTM_ERROR, NTM_ERROR_NOT_FOUND,
                           _("There is no figure in this cell yet. Enter one, then note something of it."));
      return FALSE;
    }
  if (g_str_equal (text, facts.observation->note))
    return TRUE;
  if (g_utf8_strlen (text, -1) > NOTE_MAX)
    {
      g_set_error (error, NTM_ERROR, NTM_ERROR_RANGE, _("The note is too long: at most %d characters fit."), NOTE_MAX);
      return FALSE;
    }
  edit = new_edit (&facts, text, error);
  return edit != NULL && ntm_desk_apply (self->desk, edit, error);
}
