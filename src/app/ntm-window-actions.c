/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The commands of the window. Each is an action with a key (ntm-application.c) and a place in a menu or
 * the header bar; its callback does one thing and shows what came of it.
 */

#include "config.h"

#include "ntm-window-private.h"

#include <glib/gi18n.h>

#include "ntm-builtin.h"
#include "ntm-dialogs.h"
#include "ntm-errors.h"
#include "ntm-history-read.h"
#include "ntm-revoke-form.h"

/* What is wrong with the file is told by the strip, which stays; the rest by a message. */
void
_ntm_window_tell_error (NtmWindow    *self,
                        const GError *error)
{
  if (!ntm_error_is_of_file (error))
    ntm_dialogs_error (GTK_WINDOW (self), error);
}

static void
show_chosen (GtkWindow *parent,
             GFile     *file,
             gpointer   user_data)
{
  ntm_application_show_file (NTM_APPLICATION (gtk_window_get_application (parent)), file);
}

static void
create_chosen (GtkWindow *parent,
               GFile     *file,
               gpointer   user_data)
{
  NtmWindow *window = ntm_window_new (NTM_APPLICATION (gtk_window_get_application (parent)));

  ntm_window_create (window, file);
  gtk_window_present (GTK_WINDOW (window));
}

static void
new_cb (GSimpleAction *action,
        GVariant      *parameter,
        gpointer       self)
{
  ntm_dialogs_new_file (self, create_chosen, NULL);
}

static void
open_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       self)
{
  ntm_dialogs_open_file (self, show_chosen, NULL);
}

static void
open_uri_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       self)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  show_chosen (self, file, NULL);
}

static void
open_builtin_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       self)
{
  g_autofree char *path = ntm_builtin_dup_path ();
  g_autoptr (GFile) file = g_file_new_for_path (path);

  ntm_window_open (self, file);
}

static void
save_copy_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       self)
{
  _ntm_window_save_copy (self);
}

/* Everything is stored as it is done; who saves out of habit learns so, or where the file fails, what helps. */
static void
save_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  NtmWindow *self = user_data;

  if (!_ntm_window_finish_edit (self))
    return;
  if (ntm_desk_get_write_error (self->desk) != NULL)
    ntm_window_save_as (self, user_data);
  else
    _ntm_window_toast (self, _("Every change is in the file already"), FALSE);
}

static void
export_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       self)
{
  _ntm_window_export (self);
}

static void
fullscreen_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       self)
{
  if (gtk_window_is_fullscreen (self))
    gtk_window_unfullscreen (self);
  else
    gtk_window_fullscreen (self);
}

static void
reopen_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       self)
{
  _ntm_window_reopen (self);
}

/* What was undone is what would be done again next, and the other way round. */
static void
step (NtmWindow *self,
      gboolean   forward)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL;
  g_autofree char *text = NULL;

  if (!(forward ? ntm_desk_redo : ntm_desk_undo) (self->desk, NULL, &error))
    {
      _ntm_window_tell_error (self, error);
      return;
    }
  title = ntm_history_dup_title (self->desk, ntm_store_find_step (ntm_desk_get_store (self->desk), !forward));
  if (forward)
    /* Translators: %s is a change, such as “Reference date changed”. */
    text = g_strdup_printf (_("Redone: %s"), title);
  else
    /* Translators: %s is a change, such as “Reference date changed”. */
    text = g_strdup_printf (_("Undone: %s"), title);
  _ntm_window_toast (self, text, FALSE);
}

static void
undo_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       self)
{
  step (self, FALSE);
}

static void
redo_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       self)
{
  step (self, TRUE);
}

static void
set_date_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  NtmWindow *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *day = NULL;
  g_autofree char *text = NULL;
  NtmDate date;

  if (!ntm_date_parse (g_variant_get_string (parameter, NULL), &date, &error)
      || (date != ntm_desk_get_date (self->desk) && !ntm_desk_set_date (self->desk, date, &error)))
    {
      _ntm_window_tell_error (user_data, error);
      return;
    }
  day = ntm_date_format (date, ntm_lang_current ());
  text = g_strdup_printf (_("Shown as of %s"), day);
  _ntm_window_toast (self, text, TRUE);
}

static void
select_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  NtmWindow *self = user_data;
  const char *id = g_variant_get_string (parameter, NULL);

  ntm_desk_select (self->desk, *id == '\0' ? NULL : id);
}

static gboolean
is_over_view (NtmWindow *self,
              NtmPane    pane)
{
  return self->is_floating[pane] && _ntm_window_has_pane (self, pane);
}

/* Escape first takes away the list of units that lies over the view, then the selection and the inspector that came
 * with it, then the filter of the legend. */
static void
clear_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  NtmWindow *self = user_data;

  if (is_over_view (self, NTM_PANE_SIDEBAR))
    _ntm_window_show_pane (self, NTM_PANE_SIDEBAR, FALSE);
  else if (ntm_desk_get_selected (self->desk) != NULL)
    ntm_desk_select (self->desk, NULL);
  else if (is_over_view (self, NTM_PANE_INSPECTOR))
    _ntm_window_show_pane (self, NTM_PANE_INSPECTOR, FALSE);
  else
    ntm_desk_set_filter (self->desk, 0);
}

/* How what stands in the window says that something was done. */
static void
tell_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       self)
{
  _ntm_window_toast (self, g_variant_get_string (parameter, NULL), FALSE);
}

static void
search_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  NtmWindow *self = user_data;

  if (adw_view_stack_get_visible_child (self->views) == GTK_WIDGET (self->tasks_place))
    {
      ntm_tasks_page_start_search (self->tasks_page);
      return;
    }
  _ntm_window_show_pane (self, NTM_PANE_SIDEBAR, TRUE);
  ntm_unit_tree_start_search (self->tree);
}

static void
next_pane_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       self)
{
  _ntm_window_move_pane (self, 1);
}

static void
previous_pane_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       self)
{
  _ntm_window_move_pane (self, -1);
}

static void
add_keys (NtmWindow *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  /* In the bubble phase, so that a text field keeps its own "/" and Escape. */
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_slash, 0), gtk_named_action_new ("win.search")));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0), gtk_named_action_new ("win.clear")));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

void
_ntm_window_init_actions (NtmWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "new", .activate = new_cb },
    { .name = "open", .activate = open_cb },
    { .name = "open-uri", .activate = open_uri_cb, .parameter_type = "s" },
    { .name = "open-builtin", .activate = open_builtin_cb },
    { .name = "save-copy", .activate = save_copy_cb },
    { .name = "save", .activate = save_cb },
    { .name = "export", .activate = export_cb },
    { .name = "fullscreen", .activate = fullscreen_cb },
    { .name = "reopen", .activate = reopen_cb },
    { .name = "undo", .activate = undo_cb },
    { .name = "redo", .activate = redo_cb },
    { .name = "set-date", .activate = set_date_cb, .parameter_type = "s" },
    { .name = "select", .activate = select_cb, .parameter_type = "s" },
    { .name = "clear", .activate = clear_cb },
    { .name = "tell", .activate = tell_cb, .parameter_type = "s" },
    { .name = "search", .activate = search_cb },
    { .name = "next-pane", .activate = next_pane_cb },
    { .name = "previous-pane", .activate = previous_pane_cb },
  };
  g_autoptr (GAction) basis = g_settings_create_action (self->settings, "basis");

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_action_map_add_action (G_ACTION_MAP (self), basis);
  _ntm_window_init_pages (self);
  _ntm_window_init_panes (self);
  _ntm_window_init_width (self);
  _ntm_window_init_show (self);
  _ntm_window_init_forms (self);
  _ntm_window_init_notices (self);
  add_keys (self);
  g_signal_connect_object (self->desk, "selected", G_CALLBACK (_ntm_window_update_actions), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_menu_button_get_popover (self->menu_button), "show",
                           G_CALLBACK (_ntm_window_fill_recent), self, G_CONNECT_SWAPPED);
  _ntm_window_update_actions (self);
}

static void
enable (NtmWindow  *self,
        const char *name,
        gboolean    enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  if (action != NULL)
    g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

/* @title: (nullable): the change that would be undone, %NULL where there is none */
static char *
new_undo_tip (const char *title)
{
  if (title == NULL)
    return g_strdup (_("Nothing to undo"));
  /* Translators: %s is a change, such as “Reference date changed”. */
  return g_strdup_printf (_("Undo: %s (Ctrl+Z)"), title);
}

static char *
new_redo_tip (const char *title)
{
  if (title == NULL)
    return g_strdup (_("Nothing to redo"));
  /* Translators: %s is a change, such as “Reference date changed”. */
  return g_strdup_printf (_("Redo: %s (Ctrl+Shift+Z)"), title);
}

static void
update_history (NtmWindow *self,
                NtmStore  *store)
{
  gint64 undo = store == NULL ? 0 : ntm_store_find_step (store, FALSE);
  gint64 redo = store == NULL ? 0 : ntm_store_find_step (store, TRUE);
  g_autofree char *undone = ntm_history_dup_title (self->desk, undo);
  g_autofree char *redone = ntm_history_dup_title (self->desk, redo);
  g_autofree char *undo_tip = new_undo_tip (undone);
  g_autofree char *redo_tip = new_redo_tip (redone);

  enable (self, "undo", undo != 0);
  enable (self, "redo", redo != 0);
  gtk_widget_set_tooltip_text (self->undo_button, undo_tip);
  gtk_widget_set_tooltip_text (self->redo_button, redo_tip);
}

/* Called after every change and selection: what can be undone, and whether anything may be written at all. */
void
_ntm_window_update_actions (NtmWindow *self)
{
  NtmStore *store = ntm_desk_get_store (self->desk);
  NtmStore *writable = store != NULL && !ntm_store_is_read_only (store) ? store : NULL;
  const NtmUnit *unit = ntm_desk_get_selected (self->desk);
  gboolean revocable = unit != NULL && ntm_revoke_form_applies (self->desk, unit->id);

  enable (self, "set-date", writable != NULL);
  enable (self, "save-copy", store != NULL);
  enable (self, "save", writable != NULL);
  enable (self, "export", store != NULL);
  enable (self, "print", store != NULL);
  enable (self, "history", store != NULL);
  enable (self, "history-of", store != NULL);
  enable (self, "present", store != NULL);
  enable (self, "present-here", store != NULL);
  enable (self, "add-title", writable != NULL);
  enable (self, "revoke-title", writable != NULL && revocable);
  enable (self, "edit-title", writable != NULL);
  enable (self, "edit-unit", writable != NULL && unit != NULL);
  enable (self, "edit-indicator", writable != NULL);
  update_history (self, writable);
}
