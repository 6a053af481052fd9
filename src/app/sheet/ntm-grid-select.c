/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The active cell and the selection in the widget. GTK cannot tell a screen reader of cells that are no
 * widgets; so one empty child lies over the active cell, holds the focus and is named after it.
 */

#include "config.h"

#include "ntm-grid-private.h"

#include <glib/gi18n.h>

/* The child that stands for the active cell. */
#define NTM_TYPE_GRID_MARK (ntm_grid_mark_get_type ())
G_DECLARE_FINAL_TYPE (NtmGridMark, ntm_grid_mark, NTM, GRID_MARK, GtkWidget)

struct _NtmGridMark
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (NtmGridMark, ntm_grid_mark, GTK_TYPE_WIDGET)

static void
ntm_grid_mark_class_init (NtmGridMarkClass *klass)
{
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GRID_CELL);
}

static void
ntm_grid_mark_init (NtmGridMark *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

GtkWidget *
_ntm_grid_new_mark (void)
{
  return g_object_new (NTM_TYPE_GRID_MARK, NULL);
}

/* Tells of the active cell anew: its place or what it says may be another. */
void
_ntm_grid_name_mark (NtmGrid *self)
{
  NtmGridRange range = ntm_grid_cursor_get_range (&self->cursor);
  guint n = range.n_rows * range.n_columns;
  g_autofree char *spoken = NULL;

  if (n == 0)
    return;
  spoken = ntm_grid_model_dup_spoken (self->model, self->cursor.row, self->cursor.column);
  if (n > 1)
    {
      g_autofree char *single = g_steal_pointer (&spoken);
      g_autofree char *count = g_strdup_printf (ngettext ("%u cell selected", "%u cells selected", n), n);

      spoken = g_strdup_printf ("%s, %s", single, count);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->mark), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->mark),
                                  GTK_ACCESSIBLE_RELATION_ROW_INDEX, (int) self->cursor.row + 1,
                                  GTK_ACCESSIBLE_RELATION_COL_INDEX, (int) self->cursor.column + 1, -1);
}

/* After the selection changed: names it and tells, without scrolling. */
void
_ntm_grid_selected (NtmGrid *self)
{
  _ntm_grid_name_mark (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit_by_name (self, "cursor-moved");
}

/* After the cursor moved: brings it into view, too. */
void
_ntm_grid_moved (NtmGrid *self)
{
  _ntm_grid_scroll_to (self, self->cursor.end_row, self->cursor.end_column);
  _ntm_grid_selected (self);
}

static gboolean
is_filled_cb (guint    row,
              guint    column,
              gpointer user_data)
{
  NtmGrid *self = user_data;
  g_auto (NtmGridCell) cell = { 0 };

  ntm_grid_model_get_cell (self->model, row, column, &cell);
  return cell.state != NTM_GRID_NO_DATA;
}

void
_ntm_grid_move (NtmGrid     *self,
                NtmGridMove  move,
                gboolean     extend)
{
  if (self->model == NULL)
    return;
  ntm_grid_cursor_move (&self->cursor, move, extend, _ntm_grid_rows_per_page (self), is_filled_cb, self);
  _ntm_grid_moved (self);
}

/**
 * ntm_grid_get_active:
 * @self: a grid
 * @row: (out): the active cell's row
 * @column: (out): and its column; both 0 in an empty table
 */
void
ntm_grid_get_active (NtmGrid *self,
                     guint   *row,
                     guint   *column)
{
  g_return_if_fail (NTM_IS_GRID (self));

  *row = self->cursor.row;
  *column = self->cursor.column;
}

/**
 * ntm_grid_get_range:
 * @self: a grid
 *
 * Returns: the selected cells; none in an empty table
 */
NtmGridRange
ntm_grid_get_range (NtmGrid *self)
{
  return ntm_grid_cursor_get_range (&self->cursor);
}

/**
 * ntm_grid_place:
 * @self: a grid
 * @row: from 0
 * @column: from 0
 *
 * Makes a cell active and brings it into view.
 */
void
ntm_grid_place (NtmGrid *self,
                guint    row,
                guint    column)
{
  g_return_if_fail (NTM_IS_GRID (self));

  ntm_grid_cursor_place (&self->cursor, row, column);
  _ntm_grid_moved (self);
}

/**
 * ntm_grid_extend_to:
 * @self: a grid
 * @row: from 0
 * @column: from 0
 *
 * Selects from the active cell to another.
 */
void
ntm_grid_extend_to (NtmGrid *self,
                    guint    row,
                    guint    column)
{
  g_return_if_fail (NTM_IS_GRID (self));

  ntm_grid_cursor_extend_to (&self->cursor, row, column);
  _ntm_grid_moved (self);
}
