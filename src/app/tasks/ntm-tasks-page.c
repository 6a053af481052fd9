/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The page: what is listed, by what, as of which day, and the task beside it. Commands are in
 * ntm-tasks-actions.c. The set of tasks is made when the file or the day changes, the list of it also when
 * grouping, filter or search do.
 */

#include "config.h"

#include "ntm-tasks-page-private.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "ntm-flow-layout.h"
#include "ntm-follow.h"
#include "ntm-look.h"
#include "ntm-task-line.h"

G_DEFINE_FINAL_TYPE (NtmTasksPage, ntm_tasks_page, GTK_TYPE_WIDGET)

enum
{
  ANNOUNCED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* --- one task ---------------------------------------------------------------------------------- */

const char *
_ntm_tasks_page_get_task (NtmTasksPage *self)
{
  NtmTaskItem *item = ntm_tasks_list_get_selected (self->list);

  return item == NULL || ntm_task_item_is_group (item) ? NULL : ntm_task_item_get_key (item);
}

/* Why nothing can be changed, NULL if it can. */
char *
_ntm_tasks_page_dup_read_only (NtmTasksPage *self)
{
  NtmStore *store = ntm_desk_get_store (self->desk);

  if (store == NULL || !ntm_store_is_read_only (store))
    return NULL;
  return g_strdup (_("The file is open for reading only: tasks cannot be changed."));
}

void
_ntm_tasks_page_announce (NtmTasksPage *self,
                          const char   *text)
{
  g_signal_emit (self, signals[ANNOUNCED], 0, text);
}

void
_ntm_tasks_page_tell (NtmTasksPage *self,
                      const char   *text)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "s", text);
}

static void
selected_cb (NtmTasksPage *self)
{
  if (self->desk == NULL)
    return;
  if (_ntm_tasks_page_get_task (self) != NULL)
    ntm_task_detail_show (self->detail, self->desk, ntm_desk_get_task_day (self->desk),
                          ntm_tasks_list_get_selected (self->list));
  _ntm_tasks_page_update_room (self);
  _ntm_tasks_page_update_actions (self);
}

/* Enter and double click: change the task where that is possible, else only look at it. */
static void
opened_cb (NtmTasksPage *self)
{
  if (g_action_group_get_action_enabled (G_ACTION_GROUP (self->actions), "edit"))
    g_action_group_activate_action (G_ACTION_GROUP (self->actions), "edit", NULL);
  else
    _ntm_tasks_page_show_detail (self);
}

static void
picked_cb (NtmTasksPage *self,
           const char   *id)
{
  ntm_tasks_list_select (self->list, id);
  if (self->is_narrow)
    _ntm_tasks_page_show_detail (self);
}

static void
toggled_cb (NtmTasksPage *self)
{
  g_action_group_activate_action (G_ACTION_GROUP (self->actions), "toggle-done", NULL);
}

static void
list_clicked_cb (NtmTasksPage *self,
                 int           n_press)
{
  if (self->is_narrow && n_press == 1 && _ntm_tasks_page_get_task (self) != NULL)
    _ntm_tasks_page_show_detail (self);
}

/* --- making ------------------------------------------------------------------------------------ */

static void
search_changed_cb (NtmTasksPage *self)
{
  if (self->desk != NULL)
    _ntm_tasks_page_update_list (self);
}

static void
stop_search_cb (NtmTasksPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  ntm_tasks_page_focus (self);
}

static void
ntm_tasks_page_dispose (GObject *object)
{
  NtmTasksPage *self = NTM_TASKS_PAGE (object);

  g_clear_handle_id (&self->adapt_id, g_source_remove);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  if (self->paned != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->paned));
  self->paned = NULL;
  g_clear_pointer (&self->set, ntm_task_set_free);
  g_clear_pointer (&self->unit, g_free);
  g_clear_pointer (&self->listed, g_hash_table_unref);
  g_clear_object (&self->actions);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (ntm_tasks_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *klass)
{
  gtk_widget_class_set_template_from_resource (klass, "/org/ntmatlas/NtmAtlas/ui/ntm-tasks-page.ui");
  gtk_widget_class_bind_template_child (klass, NtmTasksPage, paned);
  gtk_widget_class_bind_template_child (klass, NtmTasksPage, search);
  gtk_widget_class_bind_template_child (klass, NtmTasksPage, add_button);
  gtk_widget_class_bind_template_child (klass, NtmTasksPage, more_button);
  gtk_widget_class_bind_template_child (klass, NtmTasksPage, more_menu);
  gtk_widget_class_bind_template_child (klass, NtmTasksPage, date);
  gtk_widget_class_bind_template_child (klass, NtmTasksPage, chips);
  gtk_widget_class_bind_template_child (klass, NtmTasksPage, timeline);
  gtk_widget_class_bind_template_child (klass, NtmTasksPage, head_box);
  gtk_widget_class_bind_template_child (klass, NtmTasksPage, stack);
  gtk_widget_class_bind_template_child (klass, NtmTasksPage, nothing);
  gtk_widget_class_bind_template_child (klass, NtmTasksPage, clear_button);
  gtk_widget_class_bind_template_child (klass, NtmTasksPage, list);
  gtk_widget_class_bind_template_child (klass, NtmTasksPage, detail);
  gtk_widget_class_bind_template_callback (klass, search_changed_cb);
  gtk_widget_class_bind_template_callback (klass, stop_search_cb);
  gtk_widget_class_bind_template_callback (klass, selected_cb);
  gtk_widget_class_bind_template_callback (klass, opened_cb);
  gtk_widget_class_bind_template_callback (klass, picked_cb);
  gtk_widget_class_bind_template_callback (klass, toggled_cb);
  gtk_widget_class_bind_template_callback (klass, list_clicked_cb);
}

/* In the bubble phase and only with the keyboard in the page: text fields keep their own keys. */
static void
bind_keys (GtkWidgetClass *klass)
{
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Insert, 0, "tasks.add", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_slash, 0, "tasks.search", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Return, GDK_ALT_MASK, "tasks.show-detail", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Escape, 0, "tasks.unselect", NULL);
}

static gboolean
act_if_shown_cb (GtkWidget *widget,
                 GVariant  *action,
                 gpointer   user_data)
{
  return gtk_widget_get_mapped (widget) && gtk_widget_activate_action (widget, g_variant_get_string (action, NULL), NULL);
}

/* Also with the keyboard in the header bar or another pane, as long as this is the view that is shown. */
static void
add_window_keys (NtmTasksPage *self)
{
  static const struct { guint key; GdkModifierType modifiers; const char *action; } keys[] = {
    { GDK_KEY_n, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "tasks.add" },
    { GDK_KEY_r, GDK_CONTROL_MASK, "tasks.report" },
    { GDK_KEY_F2, 0, "tasks.edit" },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller), GTK_SHORTCUT_SCOPE_GLOBAL);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (keys[i].key, keys[i].modifiers),
                                                gtk_callback_action_new (act_if_shown_cb, NULL, NULL));

      gtk_shortcut_set_arguments (shortcut, g_variant_new_string (keys[i].action));
      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
    }
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
ntm_tasks_page_class_init (NtmTasksPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ntm_tasks_page_dispose;
  widget_class->get_request_mode = _ntm_tasks_page_get_request_mode;
  widget_class->measure = _ntm_tasks_page_measure;
  widget_class->size_allocate = _ntm_tasks_page_size_allocate;
  g_type_ensure (NTM_TYPE_DATE_BUTTON);
  g_type_ensure (NTM_TYPE_FLOW_LAYOUT);
  g_type_ensure (NTM_TYPE_TASK_DETAIL);
  g_type_ensure (NTM_TYPE_TASKS_LIST);
  g_type_ensure (NTM_TYPE_TASK_TIMELINE);
  bind_template (widget_class);
  bind_keys (widget_class);
  signals[ANNOUNCED] = g_signal_new ("announced", NTM_TYPE_TASKS_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
ntm_tasks_page_init (NtmTasksPage *self)
{
  GtkWidget *head = ntm_task_line_new ();

  self->filter = NTM_TASK_ANY;
  self->has_timeline = TRUE;
  _ntm_tasks_page_init_actions (self);
  gtk_widget_init_template (GTK_WIDGET (self));
  ntm_look_limit_search (GTK_EDITABLE (self->search));
  ntm_look_set_menu (self->more_button, self->more_menu);
  ntm_task_line_set_head (NTM_TASK_LINE (head));
  gtk_widget_set_hexpand (head, TRUE);
  gtk_box_append (GTK_BOX (self->head_box), head);
  _ntm_tasks_page_add_chips (self);
  add_window_keys (self);
  _ntm_tasks_page_add_popover (self);
}

/**
 * ntm_tasks_page_set_desk:
 * @self: a page
 * @desk: what the window works on
 *
 * Lists the tasks of @desk. To be called once.
 */
void
ntm_tasks_page_set_desk (NtmTasksPage *self,
                         NtmDesk      *desk)
{
  g_return_if_fail (NTM_IS_TASKS_PAGE (self));
  g_return_if_fail (self->desk == NULL);

  self->desk = g_object_ref (desk);
  ntm_date_button_show_tasks (self->date, _("Day of the tasks"),
                              _("Tasks are as of this day everywhere: here, in the inspector and in a meeting. Map, figures and charts keep theirs."));
  ntm_date_button_set_desk (self->date, desk);
  ntm_follow_desk (desk, "changed", self, (NtmFollow) _ntm_tasks_page_update);
  ntm_follow_desk (desk, "dated", self, (NtmFollow) _ntm_tasks_page_update);
  _ntm_tasks_page_update (self);
}

/**
 * ntm_tasks_page_focus:
 * @self: a page
 *
 * Moves the keyboard to the list.
 */
void
ntm_tasks_page_focus (NtmTasksPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root == NULL ? NULL : gtk_root_get_focus (root);

  g_return_if_fail (NTM_IS_TASKS_PAGE (self));

  /* From a row Tab would lead to the next. */
  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list)))
    gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
}

/**
 * ntm_tasks_page_start_search:
 * @self: a page
 *
 * Moves the keyboard to the search.
 */
void
ntm_tasks_page_start_search (NtmTasksPage *self)
{
  g_return_if_fail (NTM_IS_TASKS_PAGE (self));

  gtk_widget_grab_focus (self->search);
}

/**
 * ntm_tasks_page_search:
 * @self: a page
 * @text: a part of a title, agency, unit or number, "" for all
 *
 * Searches for @text at once.
 */
void
ntm_tasks_page_search (NtmTasksPage *self,
                       const char   *text)
{
  g_return_if_fail (NTM_IS_TASKS_PAGE (self));

  gtk_editable_set_text (GTK_EDITABLE (self->search), text);
  search_changed_cb (self);
}

/**
 * ntm_tasks_page_select:
 * @self: a page
 * @id: (nullable): id of a task, %NULL for none
 *
 * Selects a task and brings it into view; filter and search are taken back where they hide it.
 *
 * Returns: whether the page has it on its day
 */
gboolean
ntm_tasks_page_select (NtmTasksPage *self,
                       const char   *id)
{
  g_return_val_if_fail (NTM_IS_TASKS_PAGE (self), FALSE);

  if (ntm_tasks_list_select (self->list, id) || id == NULL)
    return TRUE;
  g_action_group_activate_action (G_ACTION_GROUP (self->actions), "clear", NULL);
  search_changed_cb (self);
  return ntm_tasks_list_select (self->list, id);
}

/**
 * ntm_tasks_page_get_list:
 * @self: a page
 *
 * Returns: (transfer none): the list
 */
NtmTasksList *
ntm_tasks_page_get_list (NtmTasksPage *self)
{
  g_return_val_if_fail (NTM_IS_TASKS_PAGE (self), NULL);

  return self->list;
}
