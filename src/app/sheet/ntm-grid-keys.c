/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The keys of the grid while no cell is edited. A key that begins a text opens the editor and is handed on
 * to it as it came, so that dead keys and input methods make of it what they would in any text field.
 */

#include "config.h"

#include "ntm-grid-private.h"

typedef struct
{
  guint       keyval, keypad;
  NtmGridMove plain, with_control;
} MoveKey;

static const MoveKey move_keys[] = {
  { GDK_KEY_Left, GDK_KEY_KP_Left, NTM_GRID_MOVE_LEFT, NTM_GRID_MOVE_BLOCK_LEFT },
  { GDK_KEY_Right, GDK_KEY_KP_Right, NTM_GRID_MOVE_RIGHT, NTM_GRID_MOVE_BLOCK_RIGHT },
  { GDK_KEY_Up, GDK_KEY_KP_Up, NTM_GRID_MOVE_UP, NTM_GRID_MOVE_BLOCK_UP },
  { GDK_KEY_Down, GDK_KEY_KP_Down, NTM_GRID_MOVE_DOWN, NTM_GRID_MOVE_BLOCK_DOWN },
  { GDK_KEY_Home, GDK_KEY_KP_Home, NTM_GRID_MOVE_ROW_START, NTM_GRID_MOVE_TABLE_START },
  { GDK_KEY_End, GDK_KEY_KP_End, NTM_GRID_MOVE_ROW_END, NTM_GRID_MOVE_TABLE_END },
  { GDK_KEY_Page_Up, GDK_KEY_KP_Page_Up, NTM_GRID_MOVE_PAGE_UP, NTM_GRID_MOVE_PAGE_UP },
  { GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down, NTM_GRID_MOVE_PAGE_DOWN, NTM_GRID_MOVE_PAGE_DOWN },
};

static gboolean
move_by_key (NtmGrid        *self,
             guint           keyval,
             GdkModifierType state)
{
  gboolean control = (state & GDK_CONTROL_MASK) != 0;

  if (state & GDK_ALT_MASK)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (move_keys); i++)
    if (keyval == move_keys[i].keyval || keyval == move_keys[i].keypad)
      {
        _ntm_grid_move (self, control ? move_keys[i].with_control : move_keys[i].plain, (state & GDK_SHIFT_MASK) != 0);
        return TRUE;
      }
  return FALSE;
}

/* Tab goes on to the next widget only from the last cell, so that one can leave without F6. */
static gboolean
move_by_tab (NtmGrid *self,
             gboolean back)
{
  guint row = self->cursor.row, column = self->cursor.column;

  ntm_grid_cursor_place (&self->cursor, row, column);
  _ntm_grid_move (self, back ? NTM_GRID_MOVE_PREVIOUS : NTM_GRID_MOVE_NEXT, FALSE);
  return self->cursor.row != row || self->cursor.column != column;
}

static gboolean
expand_by_key (NtmGrid *self,
               gboolean open)
{
  const NtmGridRow *row = self->shape.n_rows == 0 ? NULL : &_ntm_grid_get_drawn_row (self, self->cursor.row)->row;

  if (row == NULL || !row->can_expand || row->is_expanded == open)
    return FALSE;
  ntm_grid_model_toggle_row (self->model, self->cursor.row);
  return TRUE;
}

static gboolean
act_by_key (NtmGrid        *self,
            guint           keyval,
            GdkModifierType state)
{
  gboolean shift = (state & GDK_SHIFT_MASK) != 0;

  if (state & GDK_ALT_MASK)
    return (keyval == GDK_KEY_Left || keyval == GDK_KEY_Right) && expand_by_key (self, keyval == GDK_KEY_Right);
  if (state & GDK_CONTROL_MASK)
    return FALSE;
  switch (keyval)
    {
    case GDK_KEY_Tab: case GDK_KEY_KP_Tab: return move_by_tab (self, shift);
    case GDK_KEY_ISO_Left_Tab: return move_by_tab (self, TRUE);
    case GDK_KEY_Return: case GDK_KEY_KP_Enter: case GDK_KEY_ISO_Enter:
      _ntm_grid_move (self, shift ? NTM_GRID_MOVE_UP : NTM_GRID_MOVE_DOWN, FALSE);
      return TRUE;
    case GDK_KEY_F2:
      if (shift)
        return FALSE;
      ntm_grid_start_edit (self, NULL);
      return TRUE;
    case GDK_KEY_Delete: case GDK_KEY_KP_Delete: case GDK_KEY_BackSpace:
      _ntm_grid_delete (self);
      return TRUE;
    default: return FALSE;
    }
}

static gboolean
begins_text (guint           keyval,
             GdkModifierType state)
{
  gunichar letter = gdk_keyval_to_unicode (keyval);

  if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK))
    return FALSE;
  if (letter != 0)
    return !g_unichar_iscntrl (letter);
  return keyval == GDK_KEY_Multi_key || (keyval >= GDK_KEY_dead_grave && keyval <= GDK_KEY_dead_greek);
}

static gboolean
key_pressed_cb (NtmGrid               *self,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                GtkEventControllerKey *controller)
{
  if (self->is_editing || self->model == NULL)
    return FALSE;
  if (act_by_key (self, keyval, state) || move_by_key (self, keyval, state))
    return TRUE;
  if (!begins_text (keyval, state))
    return FALSE;
  ntm_grid_start_edit (self, "");
  if (self->is_editing)
    gtk_event_controller_key_forward (controller, GTK_WIDGET (ntm_grid_editor_get_entry (self->editor)));
  return TRUE;
}

void
_ntm_grid_init_keys (NtmGrid *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}
