/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What keys and pointer do in the list of tasks: folding groups, opening and closing tasks. */

#include "config.h"

#include "ntm-tasks-list-private.h"

static void
fold (NtmTasksList   *self,
      GtkTreeListRow *row,
      gboolean        folded)
{
  g_autoptr (NtmTaskItem) item = gtk_tree_list_row_get_item (row);

  if (!ntm_task_item_is_group (item))
    return;
  if (folded)
    g_hash_table_add (self->folded, g_strdup (ntm_task_item_get_key (item)));
  else
    g_hash_table_remove (self->folded, ntm_task_item_get_key (item));
  gtk_tree_list_row_set_expanded (row, !folded);
}

static void
go_to_group (NtmTasksList   *self,
             GtkTreeListRow *row)
{
  g_autoptr (GtkTreeListRow) parent = gtk_tree_list_row_get_parent (row);

  if (parent == NULL)
    return;
  self->wants_focus = TRUE;
  _ntm_tasks_list_select_position (self, gtk_tree_list_row_get_position (parent));
  self->wants_focus = FALSE;
}

static gboolean
handle_group_key (NtmTasksList   *self,
                  GtkTreeListRow *row,
                  guint           keyval)
{
  gboolean expanded = gtk_tree_list_row_get_expanded (row);

  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      fold (self, row, TRUE);
      return TRUE;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      fold (self, row, FALSE);
      return TRUE;
    case GDK_KEY_space:
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      fold (self, row, expanded);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
handle_task_key (NtmTasksList   *self,
                 GtkTreeListRow *row,
                 guint           keyval)
{
  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      go_to_group (self, row);
      return TRUE;
    case GDK_KEY_space:
      g_signal_emit_by_name (self, "toggled");
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      g_signal_emit_by_name (self, "opened");
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
key_pressed_cb (NtmTasksList    *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  g_autoptr (GtkTreeListRow) row = _ntm_tasks_list_row_at (self, gtk_single_selection_get_selected (self->selection));

  if (row == NULL || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_SHIFT_MASK)) != 0)
    return FALSE;
  return gtk_tree_list_row_is_expandable (row) ? handle_group_key (self, row, keyval) : handle_task_key (self, row, keyval);
}

/* A click on a heading folds it; a double click on a task opens it. */
static void
line_released_cb (NtmTasksList    *self,
                  int              n_press,
                  double           x,
                  double           y,
                  GtkGestureClick *click)
{
  GtkWidget *line = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (click));
  GtkTreeListRow *row = g_object_get_data (G_OBJECT (line), "row");

  if (n_press == 1 && row != NULL && gtk_tree_list_row_is_expandable (row))
    fold (self, row, gtk_tree_list_row_get_expanded (row));
}

void
_ntm_tasks_list_watch_line (NtmTasksList *self,
                            GtkWidget    *line)
{
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_swapped (click, "released", G_CALLBACK (line_released_cb), self);
  gtk_widget_add_controller (line, GTK_EVENT_CONTROLLER (click));
}

void
_ntm_tasks_list_watch_keys (NtmTasksList *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  /* Before the list itself, which takes Space for selecting. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (self->list, keys);
}
