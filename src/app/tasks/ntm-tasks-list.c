/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The list view of the page. The groups are made anew after every change; what is folded, selected, focused
 * and scrolled to is carried over by key. A list view knows headings only since GTK 4.12, so they are rows.
 */

#include "config.h"

#include "ntm-tasks-list-private.h"

#include "ntm-look.h"
#include "ntm-task-line.h"

G_DEFINE_FINAL_TYPE (NtmTasksList, ntm_tasks_list, GTK_TYPE_WIDGET)

enum
{
  SELECTED,
  OPENED,
  TOGGLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* --- rows -------------------------------------------------------------------------------------- */

GtkTreeListRow *
_ntm_tasks_list_row_at (NtmTasksList *self,
                        guint         position)
{
  return self->rows == NULL ? NULL : g_list_model_get_item (G_LIST_MODEL (self->rows), position);
}

static GListModel *
create_children_cb (gpointer item,
                    gpointer user_data)
{
  GListModel *tasks = ntm_task_item_get_tasks (item);

  return tasks == NULL ? NULL : g_object_ref (tasks);
}

static gboolean
has_key (GtkTreeListRow *row,
         const char     *key)
{
  g_autoptr (NtmTaskItem) item = gtk_tree_list_row_get_item (row);

  return g_str_equal (ntm_task_item_get_key (item), key);
}

static guint
find_position (NtmTasksList *self,
               const char   *key)
{
  guint n = self->rows == NULL ? 0 : g_list_model_get_n_items (G_LIST_MODEL (self->rows));

  for (guint i = 0; key != NULL && i < n; i++)
    {
      g_autoptr (GtkTreeListRow) row = _ntm_tasks_list_row_at (self, i);

      if (has_key (row, key))
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

/* Rows go away below the one that is folded, so the count shrinks while we walk. */
static void
fold_again (NtmTasksList *self)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->rows)); i++)
    {
      g_autoptr (GtkTreeListRow) row = _ntm_tasks_list_row_at (self, i);
      g_autoptr (NtmTaskItem) item = gtk_tree_list_row_get_item (row);

      if (ntm_task_item_is_group (item) && g_hash_table_contains (self->folded, ntm_task_item_get_key (item)))
        gtk_tree_list_row_set_expanded (row, FALSE);
    }
}

/* The widget of the list around the line that shows @item; rows far outside of what is seen have none. */
static GtkWidget *
find_widget (NtmTasksList *self,
             guint         position)
{
  g_autoptr (GtkTreeListRow) row = _ntm_tasks_list_row_at (self, position);

  for (GtkWidget *child = gtk_widget_get_first_child (self->list); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *line = gtk_widget_get_first_child (child);

      if (row != NULL && line != NULL && g_object_get_data (G_OBJECT (line), "row") == row)
        return child;
    }
  return NULL;
}

void
_ntm_tasks_list_select_position (NtmTasksList *self,
                                 guint         position)
{
  GtkWidget *widget;

  _ntm_tasks_list_select_row (self, position);
  if (position == GTK_INVALID_LIST_POSITION || !gtk_widget_get_mapped (self->list))
    return;
  gtk_widget_activate_action (self->list, "list.scroll-to-item", "u", position);
  widget = find_widget (self, position);
  if (widget != NULL && self->wants_focus)
    gtk_widget_grab_focus (widget);
}

static void
selection_changed_cb (NtmTasksList *self)
{
  NtmTaskItem *item = ntm_tasks_list_get_selected (self);

  if (self->is_syncing)
    return;
  g_free (self->selected);
  self->selected = item == NULL ? NULL : g_strdup (ntm_task_item_get_key (item));
  g_signal_emit (self, signals[SELECTED], 0);
}

static gboolean
has_focus (NtmTasksList *self)
{
  GtkRoot *root = gtk_widget_get_root (self->list);
  GtkWidget *focus = root == NULL ? NULL : gtk_root_get_focus (root);

  return focus != NULL && (focus == self->list || gtk_widget_is_ancestor (focus, self->list));
}

static void
activate_cb (NtmTasksList *self,
             guint         position)
{
  g_autoptr (GtkTreeListRow) row = _ntm_tasks_list_row_at (self, position);

  if (row != NULL && !gtk_tree_list_row_is_expandable (row))
    g_signal_emit (self, signals[OPENED], 0);
}

/* --- the list view ----------------------------------------------------------------------------- */

static void
show_row (GtkTreeListRow *row,
          GParamSpec     *pspec,
          GtkWidget      *line)
{
  g_autoptr (NtmTaskItem) item = gtk_tree_list_row_get_item (row);

  if (item != NULL)
    ntm_task_line_set_item (NTM_TASK_LINE (line), item, gtk_tree_list_row_get_expanded (row));
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *list_item,
          NtmTasksList             *self)
{
  GtkWidget *line = ntm_task_line_new ();

  _ntm_tasks_list_watch_line (self, line);
  gtk_list_item_set_child (list_item, line);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *list_item,
         NtmTasksList             *self)
{
  GtkTreeListRow *row = gtk_list_item_get_item (list_item);
  GtkWidget *line = gtk_list_item_get_child (list_item);

  g_object_set_data (G_OBJECT (line), "row", row);
  g_signal_connect (row, "notify::expanded", G_CALLBACK (show_row), line);
  show_row (row, NULL, line);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *list_item,
           NtmTasksList             *self)
{
  GtkWidget *line = gtk_list_item_get_child (list_item);

  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (list_item), show_row, line);
  g_object_set_data (G_OBJECT (line), "row", NULL);
}

static void
init_list (NtmTasksList *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), self);
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (GTK_LIST_VIEW (self->list), factory);
  gtk_list_view_set_model (GTK_LIST_VIEW (self->list), GTK_SELECTION_MODEL (self->selection));
  ntm_look_keep_place (self->list);
  _ntm_tasks_list_watch_keys (self);
}

/* Only after the list has laid out its new rows can it be scrolled to where it was. */
static gboolean
restore_cb (gpointer user_data)
{
  NtmTasksList *self = user_data;
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled));
  guint position = gtk_single_selection_get_selected (self->selection);
  GtkWidget *widget = position == GTK_INVALID_LIST_POSITION ? NULL : find_widget (self, position);

  self->restore_id = 0;
  gtk_adjustment_set_value (adjustment, self->scroll);
  if (self->wants_focus && widget != NULL)
    gtk_widget_grab_focus (widget);
  self->wants_focus = FALSE;
  return G_SOURCE_REMOVE;
}

static void
ntm_tasks_list_dispose (GObject *object)
{
  NtmTasksList *self = NTM_TASKS_LIST (object);
  GtkWidget *child;

  g_clear_handle_id (&self->restore_id, g_source_remove);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->shown);
  g_clear_object (&self->rows);
  g_clear_object (&self->selection);
  g_clear_pointer (&self->folded, g_hash_table_unref);
  g_clear_pointer (&self->selected, g_free);
  G_OBJECT_CLASS (ntm_tasks_list_parent_class)->dispose (object);
}

/* Before GTK 4.12 a list view leads Tab through all its rows. */
static gboolean
ntm_tasks_list_focus (GtkWidget        *widget,
                      GtkDirectionType  direction)
{
  NtmTasksList *self = NTM_TASKS_LIST (widget);
  gboolean by_tab = direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD;

  if (by_tab && has_focus (self))
    return FALSE;
  return GTK_WIDGET_CLASS (ntm_tasks_list_parent_class)->focus (widget, direction);
}

static void
ntm_tasks_list_class_init (NtmTasksListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ntm_tasks_list_dispose;
  widget_class->focus = ntm_tasks_list_focus;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/ntmatlas/NtmAtlas/ui/ntm-tasks-list.ui");
  gtk_widget_class_bind_template_child (widget_class, NtmTasksList, scrolled);
  gtk_widget_class_bind_template_child (widget_class, NtmTasksList, list);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  signals[SELECTED] = g_signal_new ("selected", NTM_TYPE_TASKS_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[OPENED] = g_signal_new ("opened", NTM_TYPE_TASKS_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[TOGGLED] = g_signal_new ("toggled", NTM_TYPE_TASKS_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ntm_tasks_list_init (NtmTasksList *self)
{
  self->folded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  init_list (self);
}

/**
 * ntm_tasks_list_set_groups:
 * @self: a list
 * @groups: (transfer none) (element-type NtmTaskItem): groups with their tasks
 *
 * Shows @groups in place of those that were there. What was folded stays folded; the row that was selected
 * stays so if it is still there.
 */
void
ntm_tasks_list_set_groups (NtmTasksList *self,
                           GListModel   *groups)
{
  g_autoptr (GtkTreeListModel) rows = gtk_tree_list_model_new (g_object_ref (groups), FALSE, TRUE, create_children_cb,
                                                               NULL, NULL);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled));

  g_return_if_fail (NTM_IS_TASKS_LIST (self));

  if (self->restore_id == 0)
    {
      self->scroll = gtk_adjustment_get_value (adjustment);
      self->wants_focus = has_focus (self);
    }
  g_set_object (&self->rows, rows);
  fold_again (self);
  self->is_syncing = TRUE;
  _ntm_tasks_list_show_rows (self);
  _ntm_tasks_list_select_row (self, find_position (self, self->selected));
  self->is_syncing = FALSE;
  selection_changed_cb (self);
  if (self->restore_id == 0)
    self->restore_id = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, restore_cb, self, NULL);
}

/**
 * ntm_tasks_list_get_selected:
 * @self: a list
 *
 * Returns: (transfer none) (nullable): the selected task or group
 */
NtmTaskItem *
ntm_tasks_list_get_selected (NtmTasksList *self)
{
  g_autoptr (GtkTreeListRow) row = NULL;
  g_autoptr (NtmTaskItem) item = NULL;

  g_return_val_if_fail (NTM_IS_TASKS_LIST (self), NULL);

  row = _ntm_tasks_list_row_at (self, gtk_single_selection_get_selected (self->selection));
  item = row == NULL ? NULL : gtk_tree_list_row_get_item (row);
  return item;  /* the model holds it */
}

/**
 * ntm_tasks_list_select:
 * @self: a list
 * @key: (nullable): id of a task or key of a group, %NULL for none
 *
 * Selects a row and brings it into view.
 *
 * Returns: whether there is such a row
 */
gboolean
ntm_tasks_list_select (NtmTasksList *self,
                       const char   *key)
{
  guint position;

  g_return_val_if_fail (NTM_IS_TASKS_LIST (self), FALSE);

  position = find_position (self, key);
  _ntm_tasks_list_select_position (self, position);
  return position != GTK_INVALID_LIST_POSITION;
}

/**
 * ntm_tasks_list_unselect:
 * @self: a list
 *
 * Selects nothing and leaves the keyboard where the selection was.
 */
void
ntm_tasks_list_unselect (NtmTasksList *self)
{
  guint position;
  GtkWidget *widget;

  g_return_if_fail (NTM_IS_TASKS_LIST (self));

  position = gtk_single_selection_get_selected (self->selection);
  widget = position == GTK_INVALID_LIST_POSITION ? NULL : find_widget (self, position);
  if (widget != NULL)
    gtk_widget_grab_focus (widget);
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
}

/**
 * ntm_tasks_list_get_rows:
 * @self: a list
 *
 * Returns: (transfer none) (nullable) (element-type GtkTreeListRow): the rows that are not folded away
 */
GListModel *
ntm_tasks_list_get_rows (NtmTasksList *self)
{
  g_return_val_if_fail (NTM_IS_TASKS_LIST (self), NULL);

  return G_LIST_MODEL (self->rows);
}

/**
 * ntm_tasks_list_find_row:
 * @self: a list
 * @out: (out): set to where the selected row is, in coordinates of @self
 *
 * Returns: whether a row is selected and in view
 */
gboolean
ntm_tasks_list_find_row (NtmTasksList *self,
                         GdkRectangle *out)
{
  guint position = gtk_single_selection_get_selected (self->selection);
  GtkWidget *widget = position == GTK_INVALID_LIST_POSITION ? NULL : find_widget (self, position);
  graphene_rect_t bounds;

  if (widget == NULL || !gtk_widget_compute_bounds (widget, GTK_WIDGET (self), &bounds))
    return FALSE;
  *out = (GdkRectangle) { bounds.origin.x, bounds.origin.y, bounds.size.width, bounds.size.height };
  return TRUE;
}
