/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ntm-history-list.h"

#include "ntm-history-line.h"
#include "ntm-look.h"

struct _NtmHistoryList
{
  GtkWidget parent_instance;

  NtmHistoryPages  *pages;
  GtkTreeListModel *rows;

  GtkScrolledWindow *scrolled;
  GtkListView       *list;
};

G_DEFINE_FINAL_TYPE (NtmHistoryList, ntm_history_list, GTK_TYPE_WIDGET)

static guint chosen_signal;

static GListModel *
create_values_cb (gpointer item,
                  gpointer user_data)
{
  return ntm_history_pages_new_values (NTM_HISTORY_LIST (user_data)->pages, item);
}

/* --- keys and pointer -------------------------------------------------------------------------- */

static void
activate_cb (NtmHistoryList *self,
             guint           position)
{
  g_autoptr (GtkTreeListRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), position);
  g_autoptr (NtmHistoryItem) item = row == NULL ? NULL : gtk_tree_list_row_get_item (row);

  if (row == NULL)
    return;
  if (gtk_tree_list_row_is_expandable (row))
    gtk_tree_list_row_set_expanded (row, !gtk_tree_list_row_get_expanded (row));
  else if (ntm_history_item_leads (item))
    g_signal_emit (self, chosen_signal, 0, item);
}

static GtkTreeListRow *
find_focused (NtmHistoryList *self)
{
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (self->list));
  GtkWidget *line = row == NULL ? NULL : gtk_widget_get_first_child (row);

  return line == NULL ? NULL : ntm_history_line_get_row (NTM_HISTORY_LINE (line));
}

/* → opens an edit, ← folds it, also from one of its values. */
static gboolean
key_pressed_cb (NtmHistoryList  *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  gboolean opens = keyval == GDK_KEY_Right || keyval == GDK_KEY_KP_Right;
  gboolean folds = keyval == GDK_KEY_Left || keyval == GDK_KEY_KP_Left;
  GtkTreeListRow *focused = find_focused (self);
  g_autoptr (GtkTreeListRow) parent = focused == NULL ? NULL : gtk_tree_list_row_get_parent (focused);
  GtkTreeListRow *row = parent == NULL || !folds ? focused : parent;

  if (row == NULL || (!opens && !folds) || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return FALSE;
  if (parent != NULL && folds)
    gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", gtk_tree_list_row_get_position (parent));
  if (gtk_tree_list_row_is_expandable (row))
    gtk_tree_list_row_set_expanded (row, opens);
  return TRUE;
}

/* Half a page before the end. */
static void
scrolled_cb (NtmHistoryList *self)
{
  GtkAdjustment *place = gtk_scrolled_window_get_vadjustment (self->scrolled);
  double left = gtk_adjustment_get_upper (place) - gtk_adjustment_get_value (place) - gtk_adjustment_get_page_size (place);

  if (self->pages != NULL && gtk_adjustment_get_page_size (place) > 0 && left < gtk_adjustment_get_page_size (place) / 2)
    ntm_history_pages_load_more (self->pages);
}

/* --- the list view ----------------------------------------------------------------------------- */

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *list_item)
{
  gtk_list_item_set_child (list_item, ntm_history_line_new ());
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *list_item)
{
  GtkTreeListRow *row = gtk_list_item_get_item (list_item);
  g_autoptr (NtmHistoryItem) item = gtk_tree_list_row_get_item (row);

  gtk_list_item_set_activatable (list_item, gtk_tree_list_row_is_expandable (row) || ntm_history_item_leads (item));
  ntm_history_line_set_row (NTM_HISTORY_LINE (gtk_list_item_get_child (list_item)), row);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *list_item)
{
  ntm_history_line_set_row (NTM_HISTORY_LINE (gtk_list_item_get_child (list_item)), NULL);
}

static void
init_list (NtmHistoryList *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  gtk_list_view_set_factory (self->list, factory);
  ntm_look_keep_place (GTK_WIDGET (self->list));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->list), keys);
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (self->scrolled), "value-changed", G_CALLBACK (scrolled_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (self->scrolled), "changed", G_CALLBACK (scrolled_cb),
                           self, G_CONNECT_SWAPPED);
}

/* Before GTK 4.12 a list view leads Tab through all its rows. */
static gboolean
ntm_history_list_focus (GtkWidget        *widget,
                        GtkDirectionType  direction)
{
  gboolean by_tab = direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD;

  if (by_tab && gtk_widget_get_focus_child (widget) != NULL)
    return FALSE;
  return GTK_WIDGET_CLASS (ntm_history_list_parent_class)->focus (widget, direction);
}

static void
ntm_history_list_dispose (GObject *object)
{
  NtmHistoryList *self = NTM_HISTORY_LIST (object);
  GtkWidget *child;

  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  self->list = NULL;
  g_clear_object (&self->rows);
  g_clear_object (&self->pages);
  G_OBJECT_CLASS (ntm_history_list_parent_class)->dispose (object);
}

static void
ntm_history_list_class_init (NtmHistoryListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ntm_history_list_dispose;
  widget_class->focus = ntm_history_list_focus;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/ntmatlas/NtmAtlas/ui/ntm-history-list.ui");
  gtk_widget_class_bind_template_child (widget_class, NtmHistoryList, scrolled);
  gtk_widget_class_bind_template_child (widget_class, NtmHistoryList, list);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  chosen_signal = g_signal_new ("chosen", NTM_TYPE_HISTORY_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                NTM_TYPE_HISTORY_ITEM);
}

static void
ntm_history_list_init (NtmHistoryList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  init_list (self);
}

/**
 * ntm_history_list_set_pages:
 * @self: a list
 * @pages: the rows to show
 *
 * Shows @pages and asks them for more when its end comes near. To be called once.
 */
void
ntm_history_list_set_pages (NtmHistoryList  *self,
                            NtmHistoryPages *pages)
{
  g_autoptr (GtkNoSelection) selection = NULL;

  g_return_if_fail (NTM_IS_HISTORY_LIST (self));
  g_return_if_fail (self->pages == NULL);

  self->pages = g_object_ref (pages);
  self->rows = gtk_tree_list_model_new (g_object_ref (ntm_history_pages_get_items (pages)), FALSE, FALSE, create_values_cb, self, NULL);
  selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->rows)));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
}

/**
 * ntm_history_list_get_rows:
 * @self: a list
 *
 * Returns: (transfer none) (element-type GtkTreeListRow): the rows, with those of edits that are open
 */
GListModel *
ntm_history_list_get_rows (NtmHistoryList *self)
{
  g_return_val_if_fail (NTM_IS_HISTORY_LIST (self), NULL);

  return G_LIST_MODEL (self->rows);
}

/**
 * ntm_history_list_to_top:
 * @self: a list
 *
 * Brings the newest edit into view.
 */
void
ntm_history_list_to_top (NtmHistoryList *self)
{
  g_return_if_fail (NTM_IS_HISTORY_LIST (self));

  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
}
