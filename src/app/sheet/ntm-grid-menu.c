/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What else can be done with a cell: the menu of the second button, of the Menu key and of Shift+F10, and the note. */

#include "config.h"

#include "ntm-grid-private.h"

#include <glib/gi18n.h>

#include "ntm-error.h"

static GtkWidget *
new_menu (void)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/org/ntmatlas/NtmAtlas/ui/ntm-sheet-menu.ui");
  GtkWidget *menu = gtk_popover_menu_new_from_model (G_MENU_MODEL (gtk_builder_get_object (builder, "menu")));

  gtk_popover_set_has_arrow (GTK_POPOVER (menu), FALSE);
  gtk_widget_set_halign (menu, GTK_ALIGN_START);
  return menu;
}

/* What the file or the cell does not allow is seen before it is tried. */
static void
update_actions (NtmGrid *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  guint row = self->cursor.row, column = self->cursor.column;
  NtmGridRange range = ntm_grid_cursor_get_range (&self->cursor);
  gboolean can_edit = ntm_grid_model_can_edit (self->model, row, column, NULL);
  g_autofree char *note = ntm_grid_model_dup_note (self->model, row, column);
  static const char * const writing[] = { "grid.edit", "grid.cut", "grid.paste", "grid.delete" };

  for (guint i = 0; i < G_N_ELEMENTS (writing); i++)
    gtk_widget_action_set_enabled (widget, writing[i], can_edit);
  gtk_widget_action_set_enabled (widget, "grid.fill-down", can_edit && (range.n_rows > 1 || row > 0));
  gtk_widget_action_set_enabled (widget, "grid.note", can_edit && note != NULL);
  gtk_widget_action_set_enabled (widget, "grid.sources", note != NULL);
  gtk_widget_action_set_enabled (widget, "grid.sort", self->shape.can_sort);
}

/* Keys say why they do nothing, so the actions are only greyed while the menu is open. */
static void
enable_actions (NtmGrid *self)
{
  static const char * const all[] = { "grid.edit", "grid.cut", "grid.paste", "grid.delete", "grid.fill-down", "grid.note",
                                      "grid.sources", "grid.sort" };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), all[i], TRUE);
}

static gboolean
enable_later_cb (gpointer user_data)
{
  enable_actions (user_data);
  return G_SOURCE_REMOVE;
}

/* The chosen item is activated after the menu closed. */
static void
menu_closed_cb (NtmGrid *self)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, enable_later_cb, g_object_ref (self), g_object_unref);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
popup_menu (NtmGrid            *self,
            const GdkRectangle *at)
{
  if (self->model == NULL || self->shape.n_rows == 0 || self->shape.n_columns == 0 || !ntm_grid_finish_edit (self))
    return;
  if (self->menu == NULL)
    {
      self->menu = new_menu ();
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
      g_signal_connect_swapped (self->menu, "closed", G_CALLBACK (menu_closed_cb), self);
    }
  update_actions (self);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), at);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

/* A cell outside the selection becomes the active one, so that the menu is always about what is marked. */
static void
pressed_cb (NtmGrid         *self,
            int              n_press,
            double           x,
            double           y,
            GtkGestureClick *click)
{
  NtmGridRange range = ntm_grid_cursor_get_range (&self->cursor);
  NtmGridPlace place;

  if (self->model == NULL || !ntm_grid_finish_edit (self))
    return;
  place = _ntm_grid_place_at (self, x, y);
  if (place.part != NTM_GRID_AT_CELL)
    return;
  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (place.row - range.row >= range.n_rows || (guint) place.column - range.column >= range.n_columns)
    ntm_grid_place (self, place.row, (guint) place.column);
  popup_menu (self, &(GdkRectangle) { (int) x, (int) y, 1, 1 });
}

static void
menu_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  NtmGrid *self = NTM_GRID (widget);
  GdkRectangle area;

  if (self->model == NULL)
    return;
  _ntm_grid_scroll_to (self, self->cursor.row, self->cursor.column);
  _ntm_grid_get_area (self, self->cursor.row, self->cursor.column, &area);
  popup_menu (self, &area);
}

static void
note_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  NtmGrid *self = NTM_GRID (widget);
  g_autoptr (GError) error = NULL;
  g_autofree char *note = NULL;
  GdkRectangle area;

  if (self->model == NULL || self->shape.n_rows == 0 || self->shape.n_columns == 0 || !ntm_grid_finish_edit (self))
    return;
  note = ntm_grid_model_dup_note (self->model, self->cursor.row, self->cursor.column);
  if (ntm_grid_model_can_edit (self->model, self->cursor.row, self->cursor.column, &error) && note == NULL)
    g_set_error_literal (&error, NTM_ERROR, NTM_ERROR_NOT_FOUND,
                         _("There is no figure in this cell yet. Enter one, then note something of it."));
  if (error != NULL)
    {
      _ntm_grid_fail (self, error);
      return;
    }
  if (self->note == NULL)
    {
      self->note = ntm_grid_note_new ();
      gtk_widget_set_parent (self->note, widget);
      g_signal_connect_swapped (self->note, "closed", G_CALLBACK (gtk_widget_grab_focus), self);
    }
  _ntm_grid_scroll_to (self, self->cursor.row, self->cursor.column);
  _ntm_grid_get_area (self, self->cursor.row, self->cursor.column, &area);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->note), &area);
  _ntm_grid_start_writing (self);
  ntm_grid_note_start (NTM_GRID_NOTE (self->note), self->model, self->cursor.row, self->cursor.column);
}

static void
sources_cb (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  g_signal_emit_by_name (widget, "sources-wanted");
}

static void
sort_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  ntm_grid_sort (NTM_GRID (widget), (int) NTM_GRID (widget)->cursor.column);
}

void
_ntm_grid_install_menu_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "grid.menu", NULL, menu_cb);
  gtk_widget_class_install_action (klass, "grid.note", NULL, note_cb);
  gtk_widget_class_install_action (klass, "grid.sources", NULL, sources_cb);
  gtk_widget_class_install_action (klass, "grid.sort", NULL, sort_cb);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Menu, 0, "grid.menu", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_F10, GDK_SHIFT_MASK, "grid.menu", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_F2, GDK_SHIFT_MASK, "grid.note", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Down, GDK_ALT_MASK, "grid.sources", NULL);
}

void
_ntm_grid_init_menu (NtmGrid *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

/* A tooltip would lie over it. */
gboolean
_ntm_grid_has_popover (NtmGrid *self)
{
  return (self->menu != NULL && gtk_widget_get_visible (self->menu)) || (self->note != NULL && gtk_widget_get_visible (self->note));
}

/* Where the popovers stand follows the grid. */
void
_ntm_grid_present_popovers (NtmGrid *self)
{
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
  if (self->note != NULL)
    gtk_popover_present (GTK_POPOVER (self->note));
}
