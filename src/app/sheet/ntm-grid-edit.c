/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Editing a cell: the editor is laid over it, its text goes to the model, and what the model refuses stays
 * in the editor with the reason. Nothing is lost by clicking elsewhere: that ends editing too.
 */

#include "config.h"

#include "ntm-grid-private.h"

#include "ntm-error.h"

#define NO_MOVE -1

/* Returns: (transfer full) (nullable): the active cell as the model calls it; %NULL where there is none any more */
static char *
dup_place (NtmGrid *self)
{
  g_auto (NtmGridRow) row = { 0 };
  g_auto (NtmGridColumn) column = { 0 };

  if (self->cursor.row >= self->shape.n_rows || self->cursor.column >= self->shape.n_columns)
    return NULL;
  ntm_grid_model_get_row (self->model, self->cursor.row, &row);
  ntm_grid_model_get_column (self->model, self->cursor.column, &column);
  return g_strdup_printf ("%s\n%s", row.key, column.key);
}

/* From now on a text is written for the active cell. */
void
_ntm_grid_start_writing (NtmGrid *self)
{
  g_free (self->written);
  self->written = dup_place (self);
}

/* An editor or a note left over a cell that is another one now would write to the wrong place. */
void
_ntm_grid_stop_misplaced (NtmGrid *self)
{
  g_autofree char *place = NULL;

  if (!self->is_editing && !_ntm_grid_has_popover (self))
    return;
  place = dup_place (self);
  if (g_strcmp0 (place, self->written) == 0)
    return;
  if (!self->is_storing)
    ntm_grid_cancel_edit (self);
  if (self->note != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->note));
}

static void
close_editor (NtmGrid *self)
{
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) == GTK_WIDGET (self->editor);

  self->is_editing = FALSE;
  ntm_grid_editor_stop (self->editor);
  /* The mark takes the focus first, or GTK would look for another widget while the editor is hidden. */
  if (had_focus)
    gtk_widget_grab_focus (self->mark);
  gtk_widget_set_visible (GTK_WIDGET (self->editor), FALSE);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
store (NtmGrid  *self,
       gboolean  is_confirmed,
       GError  **error)
{
  const char *text = ntm_grid_editor_get_text (self->editor);
  guint row = self->cursor.row, column = self->cursor.column;
  g_autofree char *before = ntm_grid_model_dup_edit_text (self->model, row, column);
  gboolean done;

  if (g_str_equal (text, before))
    return TRUE;
  self->is_storing = TRUE;
  done = ntm_grid_model_set_text (self->model, row, column, text, is_confirmed, error);
  self->is_storing = FALSE;
  return done;
}

static gboolean
finish_edit (NtmGrid  *self,
             int       move,
             gboolean  is_confirmed)
{
  g_autoptr (GError) error = NULL;

  /* Storing may end in here again: the editor that is hidden leaves its focus. */
  if (!self->is_editing || self->is_storing)
    return TRUE;
  if (!store (self, is_confirmed, &error))
    {
      g_autofree char *fix = ntm_grid_model_dup_fix (self->model, self->cursor.row, self->cursor.column,
                                                     ntm_grid_editor_get_text (self->editor));

      ntm_grid_editor_refuse (self->editor, error, fix, g_error_matches (error, NTM_ERROR, NTM_ERROR_AMBIGUOUS));
      return FALSE;
    }
  close_editor (self);
  if (move != NO_MOVE)
    _ntm_grid_move (self, (NtmGridMove) move, FALSE);
  return TRUE;
}

static void
finish_cb (NtmGrid *self,
           int      move,
           gboolean is_confirmed)
{
  finish_edit (self, move, is_confirmed);
}

static void
leave_cb (NtmGrid *self)
{
  finish_edit (self, NO_MOVE, FALSE);
}

void
_ntm_grid_init_editor (NtmGrid *self)
{
  self->editor = ntm_grid_editor_new ();
  gtk_widget_set_visible (GTK_WIDGET (self->editor), FALSE);
  gtk_widget_set_parent (GTK_WIDGET (self->editor), GTK_WIDGET (self));
  g_signal_connect_swapped (self->editor, "finish", G_CALLBACK (finish_cb), self);
  g_signal_connect_swapped (self->editor, "cancel", G_CALLBACK (ntm_grid_cancel_edit), self);
  g_signal_connect_swapped (self->editor, "leave", G_CALLBACK (leave_cb), self);
}

/* Lays the editor over its cell; a narrow cell is covered to its left as far as the text asks for. */
void
_ntm_grid_allocate_editor (NtmGrid *self)
{
  GdkRectangle area;
  int width, height;

  if (!self->is_editing)
    return;
  _ntm_grid_get_area (self, self->cursor.row, self->cursor.column, &area);
  gtk_widget_measure (GTK_WIDGET (self->editor), GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  gtk_widget_measure (GTK_WIDGET (self->editor), GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL, NULL);
  area.x -= 1;
  area.y -= 1;
  area.width += 1;
  area.height = MAX (area.height + 1, height);
  width = MAX (width, 12 * self->metrics.digit_width);
  if (area.width < width)
    {
      area.x -= width - area.width;
      area.width = width;
    }
  gtk_widget_size_allocate (GTK_WIDGET (self->editor), &area, -1);
}

/**
 * ntm_grid_start_edit:
 * @self: a grid
 * @text: (nullable): what the editor begins with; %NULL for what is in the cell
 *
 * Edits the active cell. One that may not be edited makes the grid emit "failed" with the reason.
 */
void
ntm_grid_start_edit (NtmGrid    *self,
                     const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *present = NULL;

  g_return_if_fail (NTM_IS_GRID (self));

  if (self->is_editing || self->model == NULL || self->shape.n_rows == 0 || self->shape.n_columns == 0)
    return;
  if (!ntm_grid_model_can_edit (self->model, self->cursor.row, self->cursor.column, &error))
    {
      _ntm_grid_fail (self, error);
      return;
    }
  ntm_grid_cursor_place (&self->cursor, self->cursor.row, self->cursor.column);
  _ntm_grid_moved (self);
  if (text == NULL)
    present = ntm_grid_model_dup_edit_text (self->model, self->cursor.row, self->cursor.column);
  _ntm_grid_start_writing (self);
  self->is_editing = TRUE;
  gtk_widget_set_visible (GTK_WIDGET (self->editor), TRUE);
  ntm_grid_editor_start (self->editor, text == NULL ? present : text, text != NULL);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/**
 * ntm_grid_is_editing:
 * @self: a grid
 *
 * Returns: whether a cell is being edited
 */
gboolean
ntm_grid_is_editing (NtmGrid *self)
{
  g_return_val_if_fail (NTM_IS_GRID (self), FALSE);

  return self->is_editing;
}

/**
 * ntm_grid_finish_edit:
 * @self: a grid
 *
 * Ends editing, if a cell is edited, by storing its text.
 *
 * Returns: %FALSE if the text was refused: the editor is still open and shows why
 */
gboolean
ntm_grid_finish_edit (NtmGrid *self)
{
  g_return_val_if_fail (NTM_IS_GRID (self), TRUE);

  return finish_edit (self, NO_MOVE, FALSE);
}

/**
 * ntm_grid_cancel_edit:
 * @self: a grid
 *
 * Ends editing, if a cell is edited, without storing anything.
 */
void
ntm_grid_cancel_edit (NtmGrid *self)
{
  g_return_if_fail (NTM_IS_GRID (self));

  if (self->is_editing)
    close_editor (self);
}
