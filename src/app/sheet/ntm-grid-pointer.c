/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The pointer: select cells, rows and columns, open rows, drag the edges of columns. */

#include "config.h"

#include "ntm-grid-private.h"

#include <glib/gi18n.h>

static void
select_column (NtmGrid *self,
               guint    column,
               gboolean extend)
{
  if (!extend)
    ntm_grid_cursor_place (&self->cursor, 0, column);
  self->cursor.row = 0;
  ntm_grid_cursor_extend_to (&self->cursor, G_MAXUINT, column);
  _ntm_grid_selected (self);
}

static void
select_row (NtmGrid *self,
            guint    row,
            gboolean extend)
{
  if (!extend)
    ntm_grid_cursor_place (&self->cursor, row, 0);
  self->cursor.column = 0;
  ntm_grid_cursor_extend_to (&self->cursor, row, G_MAXUINT);
  _ntm_grid_selected (self);
}

static void
press_cell (NtmGrid            *self,
            const NtmGridPlace *place,
            int                 n_press,
            gboolean            extend)
{
  if (extend)
    ntm_grid_extend_to (self, place->row, (guint) place->column);
  else
    ntm_grid_place (self, place->row, (guint) place->column);
  if (n_press == 2 && !extend)
    ntm_grid_start_edit (self, NULL);
}

static void
press_part (NtmGrid            *self,
            const NtmGridPlace *place,
            int                 n_press,
            gboolean            extend)
{
  switch (place->part)
    {
    case NTM_GRID_AT_CELL: press_cell (self, place, n_press, extend); break;
    case NTM_GRID_AT_EXPANDER: ntm_grid_model_toggle_row (self->model, place->row); break;
    case NTM_GRID_AT_COLUMN_HEADING: select_column (self, (guint) place->column, extend); break;
    case NTM_GRID_AT_SORT: ntm_grid_sort (self, place->column); break;
    case NTM_GRID_AT_CORNER: gtk_widget_activate_action (GTK_WIDGET (self), "grid.select-all", NULL); break;
    case NTM_GRID_AT_ROW_HEADING:
      select_row (self, place->row, extend);
      if (n_press == 2)
        ntm_grid_model_toggle_row (self->model, place->row);
      break;
    case NTM_GRID_AT_COLUMN_EDGE:
      if (n_press == 2)
        _ntm_grid_fit_column (self, place->column);
      break;
    case NTM_GRID_AT_NOTHING:
    default: break;
    }
}

/* Whether the event is for the editor: a press in its popover comes up to us as well. */
static gboolean
is_for_editor (NtmGrid            *self,
               GtkEventController *controller,
               double              x,
               double              y)
{
  GdkEvent *event = gtk_event_controller_get_current_event (controller);
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));
  graphene_rect_t bounds;

  if (!self->is_editing)
    return FALSE;
  if (event != NULL && native != NULL && gdk_event_get_surface (event) != gtk_native_get_surface (native))
    return TRUE;
  return gtk_widget_compute_bounds (GTK_WIDGET (self->editor), GTK_WIDGET (self), &bounds)
         && graphene_rect_contains_point (&bounds, &GRAPHENE_POINT_INIT ((float) x, (float) y));
}

static void
pressed_cb (NtmGrid         *self,
            int              n_press,
            double           x,
            double           y,
            GtkGestureClick *click)
{
  GtkEventController *controller = GTK_EVENT_CONTROLLER (click);
  gboolean extend = (gtk_event_controller_get_current_event_state (controller) & GDK_SHIFT_MASK) != 0;
  NtmGridPlace place;

  self->drag_part = NTM_GRID_AT_NOTHING;
  if (self->model == NULL || is_for_editor (self, controller, x, y))
    return;
  if (!ntm_grid_finish_edit (self))
    {
      gtk_widget_grab_focus (GTK_WIDGET (self));
      return;
    }
  place = _ntm_grid_place_at (self, x, y);
  self->drag_part = place.part;
  self->drag_column = place.column;
  if (place.part == NTM_GRID_AT_COLUMN_EDGE)
    self->drag_width = _ntm_grid_column_width (self, place.column);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  press_part (self, &place, n_press, extend);
}

static void
drag_update_cb (NtmGrid        *self,
                double          dx,
                double          dy,
                GtkGestureDrag *drag)
{
  double x, y;

  if (self->drag_part == NTM_GRID_AT_NOTHING || self->is_editing || !gtk_gesture_drag_get_start_point (drag, &x, &y))
    return;
  if (self->drag_part == NTM_GRID_AT_COLUMN_EDGE)
    _ntm_grid_set_column_width (self, self->drag_column, self->drag_width + (int) dx);
  else if (self->drag_part == NTM_GRID_AT_CELL && (ABS (dx) > 3 || ABS (dy) > 3))
    ntm_grid_extend_to (self, _ntm_grid_row_near (self, y + dy), _ntm_grid_column_near (self, x + dx));
  else if (self->drag_part == NTM_GRID_AT_COLUMN_HEADING && ABS (dx) > 3)
    select_column (self, _ntm_grid_column_near (self, x + dx), TRUE);
  else if (self->drag_part == NTM_GRID_AT_ROW_HEADING && ABS (dy) > 3)
    select_row (self, _ntm_grid_row_near (self, y + dy), TRUE);
}

static void
motion_cb (NtmGrid *self,
           double   x,
           double   y)
{
  NtmGridPart part = self->model == NULL ? NTM_GRID_AT_NOTHING : _ntm_grid_place_at (self, x, y).part;
  const char *cursor = NULL;

  if (part == NTM_GRID_AT_COLUMN_EDGE)
    cursor = "col-resize";
  else if (part == NTM_GRID_AT_CELL)
    cursor = "cell";
  else if (part == NTM_GRID_AT_SORT)
    cursor = "pointer";
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), cursor);
}

static gboolean
query_tooltip_cb (NtmGrid    *self,
                  int         x,
                  int         y,
                  gboolean    by_keyboard,
                  GtkTooltip *tooltip)
{
  NtmGridPlace place = { NTM_GRID_AT_CELL, self->cursor.row, (int) self->cursor.column };
  g_autofree char *text = NULL;
  GdkRectangle area;

  if (self->model == NULL || self->is_editing || self->shape.n_rows == 0 || _ntm_grid_has_popover (self))
    return FALSE;
  if (!by_keyboard)
    place = _ntm_grid_place_at (self, x, y);
  if (place.part == NTM_GRID_AT_COLUMN_HEADING)
    {
      gtk_tooltip_set_text (tooltip, _ntm_grid_get_drawn_column (self, (guint) place.column)->column.title);
      return TRUE;
    }
  if (place.part == NTM_GRID_AT_SORT)
    {
      gtk_tooltip_set_text (tooltip, _("Sort the units by this column"));
      return TRUE;
    }
  if (place.part != NTM_GRID_AT_CELL)
    return FALSE;
  text = ntm_grid_model_dup_tooltip (self->model, place.row, (guint) place.column);
  if (text == NULL)
    return FALSE;
  _ntm_grid_get_area (self, place.row, (guint) place.column, &area);
  gtk_tooltip_set_text (tooltip, text);
  gtk_tooltip_set_tip_area (tooltip, &area);
  return TRUE;
}

void
_ntm_grid_init_pointer (NtmGrid *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_gesture_group (click, drag);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
}
