/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The commands of the page. Each opens a form or changes what is listed; the forms write through the
 * journal, so that everything can be undone.
 */

#include "config.h"

#include "ntm-tasks-page-private.h"

#include <glib/gi18n.h>

#include "ntm-dialogs.h"
#include "ntm-errors.h"
#include "ntm-edit-task.h"
#include "ntm-form.h"
#include "ntm-progress-form.h"
#include "ntm-reminder-view.h"
#include "ntm-task-form.h"

static const char * const groupings[] = { "agency", "due", "unit" };
static const char * const filters[] = { "overdue", "open", "late", "done" };
static const NtmTaskState filter_states[] = { NTM_TASK_OVERDUE, NTM_TASK_OPEN, NTM_TASK_LATE, NTM_TASK_DONE };

static GtkWindow *
window_of (NtmTasksPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

static const NtmTask *
find_task (NtmTasksPage *self,
           const char   *id)
{
  NtmAtlas *atlas = ntm_desk_get_atlas (self->desk);

  return atlas == NULL || id == NULL ? NULL : ntm_atlas_lookup (atlas, NTM_TABLE_TASK, id);
}

/* --- changing tasks ---------------------------------------------------------------------------- */

static NtmForm *
show_form (NtmTasksPage *self,
           NtmFormPage  *page,
           GCallback     saved)
{
  NtmForm *form = ntm_form_new (window_of (self), page);

  g_signal_connect_object (form, "saved", saved, self, 0);
  gtk_window_present (GTK_WINDOW (form));
  return form;
}

/* The filter or the day may hide what was just written: then it is said where it is. */
static void
saved_cb (NtmForm      *form,
          const char   *text,
          NtmTasksPage *self)
{
  if (ntm_tasks_list_select (self->list, ntm_task_form_get_id (NTM_TASK_FORM (ntm_form_get_page (form)))))
    _ntm_tasks_page_announce (self, text);
  else
    _ntm_tasks_page_announce (self, _("The task was saved; the list as it is filtered or its day leaves it out"));
}

static void
reported_cb (NtmForm      *form,
             const char   *text,
             NtmTasksPage *self)
{
  _ntm_tasks_page_announce (self, text);
}

static void
closed_cb (NtmForm      *form,
           const char   *text,
           NtmTasksPage *self)
{
  _ntm_tasks_page_announce (self, _("The task was finished"));
}

static void
add_cb (GSimpleAction *action,
        GVariant      *parameter,
        gpointer       user_data)
{
  NtmTasksPage *self = user_data;
  NtmFormPage *page = ntm_task_form_new (self->desk, NULL, ntm_desk_get_task_day (self->desk));
  NtmTaskItem *item = ntm_tasks_list_get_selected (self->list);
  const NtmTask *task = item == NULL ? NULL : find_task (self, ntm_task_item_get_key (item));
  const NtmUnit *unit = ntm_desk_get_selected (self->desk);

  if (task == NULL && item != NULL && self->grouping == NTM_TASKS_BY_AGENCY)
    ntm_task_form_preset (NTM_TASK_FORM (page), ntm_task_item_get_key (item), NULL);
  ntm_task_form_preset (NTM_TASK_FORM (page), task == NULL ? NULL : task->agency, unit == NULL ? NULL : unit->id);
  show_form (self, page, G_CALLBACK (saved_cb));
}

static void
edit_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  NtmTasksPage *self = user_data;
  const char *id = _ntm_tasks_page_get_task (self);

  if (id != NULL)
    show_form (self, ntm_task_form_new (self->desk, id, ntm_desk_get_task_day (self->desk)), G_CALLBACK (saved_cb));
}

static void
ask_progress (NtmTasksPage *self,
              gboolean      closes)
{
  const char *id = _ntm_tasks_page_get_task (self);
  NtmFormPage *page;
  NtmForm *form;

  if (id == NULL)
    return;
  page = ntm_progress_form_new (self->desk, id, ntm_desk_get_task_day (self->desk), closes);
  form = show_form (self, page, closes ? G_CALLBACK (closed_cb) : G_CALLBACK (reported_cb));
  if (closes)
    ntm_form_set_save_label (form, C_("task", "_Finish"));
}

static void
report_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       self)
{
  ask_progress (self, FALSE);
}

static void
close_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       self)
{
  ask_progress (self, TRUE);
}

static void
reopen_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  NtmTasksPage *self = user_data;
  const char *id = _ntm_tasks_page_get_task (self);
  g_autoptr (NtmEdit) edit = NULL;
  g_autoptr (GError) error = NULL;

  if (id == NULL)
    return;
  edit = ntm_edit_new_task_reopen (ntm_desk_get_atlas (self->desk), id, &error);
  if (edit == NULL || !ntm_desk_apply (self->desk, edit, &error))
    {
      if (!ntm_error_is_of_file (error))
        ntm_dialogs_error (window_of (self), error);
      return;
    }
  _ntm_tasks_page_announce (self, _("The task was opened again"));
}

/* Space: what is open is closed and the other way round; each only where it may be. */
static void
toggle_done_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  NtmTasksPage *self = user_data;
  const NtmTask *task = find_task (self, _ntm_tasks_page_get_task (self));

  if (task != NULL)
    g_action_group_activate_action (G_ACTION_GROUP (self->actions), task->done == NTM_DATE_MAX ? "close" : "reopen", NULL);
}

/* Of the selected task, or the heading of an agency. */
static const char *
find_agency (NtmTasksPage *self)
{
  NtmTaskItem *item = ntm_tasks_list_get_selected (self->list);
  const NtmTask *task = item == NULL ? NULL : find_task (self, ntm_task_item_get_key (item));

  if (task != NULL)
    return task->agency;
  return item != NULL && self->grouping == NTM_TASKS_BY_AGENCY ? ntm_task_item_get_key (item) : NULL;
}

static void
remind_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  NtmTasksPage *self = user_data;
  const char *agency = find_agency (self);
  NtmViewContext ctx = ntm_desk_get_task_context (self->desk);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (agency == NULL)
    return;
  text = ntm_reminder_view_new (&ctx, agency, &error);
  if (text == NULL)
    {
      _ntm_tasks_page_tell (self, error->message);
      return;
    }
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  _ntm_tasks_page_tell (self, _("The reminder was copied. Paste it into the letter"));
}

/* --- what is listed ---------------------------------------------------------------------------- */

static void
group_cb (GSimpleAction *action,
          GVariant      *state,
          gpointer       user_data)
{
  NtmTasksPage *self = user_data;
  const char *wanted = g_variant_get_string (state, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (groupings); i++)
    if (g_str_equal (groupings[i], wanted))
      {
        self->grouping = i;
        g_simple_action_set_state (action, state);
        _ntm_tasks_page_update_list (self);
      }
}

static void
filter_cb (GSimpleAction *action,
           GVariant      *state,
           gpointer       user_data)
{
  NtmTasksPage *self = user_data;
  const char *wanted = g_variant_get_string (state, NULL);

  self->filter = NTM_TASK_ANY;
  for (guint i = 0; i < G_N_ELEMENTS (filters); i++)
    if (g_str_equal (filters[i], wanted))
      self->filter = filter_states[i];
  g_simple_action_set_state (action, state);
  _ntm_tasks_page_update_list (self);
}

static void
rules_cb (GSimpleAction *action,
          GVariant      *state,
          gpointer       user_data)
{
  NtmTasksPage *self = user_data;

  self->with_rules = g_variant_get_boolean (state);
  g_simple_action_set_state (action, state);
  _ntm_tasks_page_update (self);
}

static void
timeline_cb (GSimpleAction *action,
             GVariant      *state,
             gpointer       user_data)
{
  NtmTasksPage *self = user_data;

  self->has_timeline = g_variant_get_boolean (state);
  g_simple_action_set_state (action, state);
  _ntm_tasks_page_update_timeline (self);
}

static void
search_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       self)
{
  ntm_tasks_page_start_search (self);
}

static void
clear_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       self)
{
  ntm_tasks_page_show_unit (self, NULL);
}

/* The keyboard stays on the row that was selected. */
static void
unselect_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  ntm_tasks_list_unselect (NTM_TASKS_PAGE (user_data)->list);
}

static void
show_detail_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       self)
{
  _ntm_tasks_page_show_detail (self);
}

void
_ntm_tasks_page_init_actions (NtmTasksPage *self)
{
  static const GActionEntry entries[] = {
    { .name = "add", .activate = add_cb },
    { .name = "edit", .activate = edit_cb },
    { .name = "report", .activate = report_cb },
    { .name = "close", .activate = close_cb },
    { .name = "reopen", .activate = reopen_cb },
    { .name = "remind", .activate = remind_cb },
    { .name = "toggle-done", .activate = toggle_done_cb },
    { .name = "group", .parameter_type = "s", .state = "'agency'", .change_state = group_cb },
    { .name = "filter", .parameter_type = "s", .state = "'all'", .change_state = filter_cb },
    { .name = "rules", .state = "false", .change_state = rules_cb },
    { .name = "timeline", .state = "true", .change_state = timeline_cb },
    { .name = "search", .activate = search_cb },
    { .name = "clear", .activate = clear_cb },
    { .name = "show-detail", .activate = show_detail_cb },
    { .name = "unselect", .activate = unselect_cb },
  };

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "tasks", G_ACTION_GROUP (self->actions));
}

static void
enable (NtmTasksPage *self,
        const char   *name,
        gboolean      enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

/* Called after every change and selection: what may be done, and if not, why. */
void
_ntm_tasks_page_update_actions (NtmTasksPage *self)
{
  g_autofree char *read_only = _ntm_tasks_page_dup_read_only (self);
  const NtmTask *task = find_task (self, _ntm_tasks_page_get_task (self));
  gboolean is_open = ntm_desk_get_store (self->desk) != NULL && read_only == NULL;
  gboolean has_task = is_open && task != NULL;

  enable (self, "add", is_open);
  enable (self, "edit", has_task);
  enable (self, "report", has_task);
  enable (self, "close", has_task && task->done == NTM_DATE_MAX);
  enable (self, "reopen", has_task && task->done != NTM_DATE_MAX);
  enable (self, "toggle-done", has_task);
  enable (self, "show-detail", task != NULL);
  enable (self, "unselect", task != NULL);
  enable (self, "remind", find_agency (self) != NULL);
  gtk_widget_set_tooltip_text (self->add_button, read_only == NULL ? _("Add a task (Ctrl+Shift+N)") : read_only);
  ntm_task_detail_set_read_only (self->detail, read_only);
}
