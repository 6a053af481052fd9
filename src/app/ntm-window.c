/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The frame of the window: its parts, what it remembers, its title. Commands are in
 * ntm-window-actions.c, opening and making files in ntm-window-file.c.
 */

#include "config.h"

#include "ntm-window-private.h"

#include <glib/gi18n.h>

#include "ntm-dialogs.h"
#include "ntm-preferences.h"
#include "ntm-status-glyph.h"
#include "ntm-tasks-view.h"

#define TOAST_SETTLES G_USEC_PER_SEC   /* after that a toast neither waits nor slides in */

G_DEFINE_FINAL_TYPE (NtmWindow, ntm_window, ADW_TYPE_APPLICATION_WINDOW)

static char *
dup_file_name (NtmWindow *self)
{
  g_autofree char *path = self->file == NULL ? NULL : g_file_get_path (self->file);

  return path == NULL ? g_strdup ("") : g_filename_display_basename (path);
}

/* The file is named in the title for the task bar, in the header bar where there is room. */
static void
update_title (NtmWindow *self)
{
  g_autofree char *name = dup_file_name (self);
  g_autofree char *path = self->file == NULL ? NULL : g_file_get_parse_name (self->file);

  gtk_label_set_text (self->file_label, name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->file_label), path);
  gtk_window_set_title (GTK_WINDOW (self), *name == '\0' ? "NTM Atlas" : name);
}

/* The switcher says how many tasks are overdue. */
static void
update_overdue (NtmWindow *self)
{
  NtmViewContext context = ntm_desk_get_task_context (self->desk);
  guint n = context.atlas == NULL ? 0 : ntm_tasks_view_count_overdue (&context);

  adw_view_stack_page_set_badge_number (self->tasks_view, n);
  adw_view_stack_page_set_needs_attention (self->tasks_view, n > 0);
}

static void
desk_changed_cb (NtmWindow *self)
{
  update_title (self);
  update_overdue (self);
  _ntm_window_update_actions (self);
  _ntm_window_update_notices (self);
}

static void
basis_changed_cb (NtmWindow *self)
{
  ntm_desk_set_basis (self->desk, g_settings_get_enum (self->settings, "basis"));
}

static void
language_changed_cb (NtmWindow *self)
{
  _ntm_window_toast (self, _("The language changes when NTM Atlas is started again"), FALSE);
}

static void
restore_size (NtmWindow *self)
{
  int width, height;

  g_settings_get (self->settings, "window-size", "(ii)", &width, &height);
  gtk_window_set_default_size (GTK_WINDOW (self), MAX (width, 640), MAX (height, 480));
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
}

static void
keep_size (NtmWindow *self)
{
  int width, height;
  gboolean maximized = gtk_window_is_maximized (GTK_WINDOW (self));

  g_settings_set_boolean (self->settings, "window-maximized", maximized);
  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  if (!maximized && width > 0 && height > 0)
    g_settings_set (self->settings, "window-size", "(ii)", width, height);
  _ntm_window_keep_widths (self);
}

static void
author_changed_cb (NtmWindow *self)
{
  ntm_preferences_apply_author (self->settings, ntm_desk_get_store (self->desk));
}

/* A copy that fails keeps the window: nobody would see the message of a window that is gone. */
static gboolean
keep_backup (NtmWindow *self)
{
  g_autoptr (GError) error = NULL;

  if (self->backup == NULL || self->backup_failed || ntm_backup_on_close (self->backup, &error))
    return TRUE;
  self->backup_failed = TRUE;
  ntm_dialogs_error (GTK_WINDOW (self), error);
  return FALSE;
}

static gboolean
ntm_window_close_request (GtkWindow *window)
{
  keep_size (NTM_WINDOW (window));
  if (!_ntm_window_may_close (NTM_WINDOW (window)) || !keep_backup (NTM_WINDOW (window)))
    return TRUE;
  return GTK_WINDOW_CLASS (ntm_window_parent_class)->close_request (window);
}

/*
 * The file is closed with its window and not with the last reference to it: GTK keeps a window under the pointer until
 * the pointer moves, and who opened the file again would find it locked by a window that is gone.
 */
static void
ntm_window_unrealize (GtkWidget *widget)
{
  NtmWindow *self = NTM_WINDOW (widget);

  g_signal_handlers_disconnect_by_data (self->desk, self);
  if (self->opening != NULL)
    ntm_opening_cancel (self->opening);
  /* What comes of it, or of a file being made, is thrown away. */
  g_clear_object (&self->opening);
  g_clear_object (&self->file);
  ntm_desk_take_store (self->desk, NULL);
  GTK_WIDGET_CLASS (ntm_window_parent_class)->unrealize (widget);
}

static void
ntm_window_dispose (GObject *object)
{
  NtmWindow *self = NTM_WINDOW (object);

  g_clear_handle_id (&self->adapt_id, g_source_remove);
  g_clear_handle_id (&self->insist_id, g_source_remove);
  g_clear_handle_id (&self->release_id, g_source_remove);
  g_clear_handle_id (&self->prepare_id, g_source_remove);
  g_clear_handle_id (&self->trim_id, g_source_remove);
  g_clear_handle_id (&self->reader_id, g_source_remove);
  g_clear_error (&self->refused);
  g_clear_weak_pointer (&self->toast);
  g_clear_object (&self->backup);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->export_text, g_free);
  g_clear_object (&self->previous);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (ntm_window_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *klass)
{
  gtk_widget_class_bind_template_child (klass, NtmWindow, fit);
  gtk_widget_class_bind_template_child (klass, NtmWindow, header);
  gtk_widget_class_bind_template_child (klass, NtmWindow, present_button);
  gtk_widget_class_bind_template_child (klass, NtmWindow, switcher);
  gtk_widget_class_bind_template_child (klass, NtmWindow, switcher_bar);
  gtk_widget_class_bind_template_child (klass, NtmWindow, file_label);
  gtk_widget_class_bind_template_child (klass, NtmWindow, date_button);
  gtk_widget_class_bind_template_child (klass, NtmWindow, date_place);
  gtk_widget_class_bind_template_child (klass, NtmWindow, undo_button);
  gtk_widget_class_bind_template_child (klass, NtmWindow, redo_button);
  gtk_widget_class_bind_template_child (klass, NtmWindow, find_button);
  gtk_widget_class_bind_template_child (klass, NtmWindow, menu_button);
  gtk_widget_class_bind_template_child (klass, NtmWindow, strip);
  gtk_widget_class_bind_template_child (klass, NtmWindow, strip_label);
  gtk_widget_class_bind_template_child (klass, NtmWindow, write_notice);
  gtk_widget_class_bind_template_child (klass, NtmWindow, sample_notice);
  gtk_widget_class_bind_template_child (klass, NtmWindow, issues_notice);
  gtk_widget_class_bind_template_child (klass, NtmWindow, welcome_notice);
  gtk_widget_class_bind_template_child (klass, NtmWindow, toasts);
  gtk_widget_class_bind_template_child (klass, NtmWindow, loading);
  gtk_widget_class_bind_template_child (klass, NtmWindow, stack);
  gtk_widget_class_bind_template_child (klass, NtmWindow, message);
  gtk_widget_class_bind_template_child (klass, NtmWindow, message_open);
  gtk_widget_class_bind_template_child (klass, NtmWindow, sidebar_float);
  gtk_widget_class_bind_template_child (klass, NtmWindow, inspector_float);
  gtk_widget_class_bind_template_child (klass, NtmWindow, outer_paned);
  gtk_widget_class_bind_template_child (klass, NtmWindow, inner_paned);
  gtk_widget_class_bind_template_child (klass, NtmWindow, tree);
  gtk_widget_class_bind_template_child (klass, NtmWindow, views);
  gtk_widget_class_bind_template_child (klass, NtmWindow, tasks_view);
  gtk_widget_class_bind_template_child (klass, NtmWindow, map_page);
  gtk_widget_class_bind_template_child (klass, NtmWindow, sheet_place);
  gtk_widget_class_bind_template_child (klass, NtmWindow, charts_place);
  gtk_widget_class_bind_template_child (klass, NtmWindow, tasks_place);
  gtk_widget_class_bind_template_child (klass, NtmWindow, inspector);
  gtk_widget_class_bind_template_child (klass, NtmWindow, recent_menu);
}

static void
ntm_window_class_init (NtmWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ntm_window_dispose;
  widget_class->unrealize = ntm_window_unrealize;
  GTK_WINDOW_CLASS (klass)->close_request = ntm_window_close_request;

  g_type_ensure (NTM_TYPE_DATE_BUTTON);
  g_type_ensure (NTM_TYPE_FIT_LAYOUT);
  g_type_ensure (NTM_TYPE_INSPECTOR);
  g_type_ensure (NTM_TYPE_LOADING);
  g_type_ensure (NTM_TYPE_MAP_PAGE);
  g_type_ensure (NTM_TYPE_NOTICE);
  g_type_ensure (NTM_TYPE_STATUS_GLYPH);
  g_type_ensure (NTM_TYPE_UNIT_TREE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/ntmatlas/NtmAtlas/ui/ntm-window.ui");
  bind_children (widget_class);
}

static void
ntm_window_init (NtmWindow *self)
{
  self->desk = ntm_desk_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->desk, "changed", G_CALLBACK (desk_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->desk, "dated", G_CALLBACK (update_overdue), self, G_CONNECT_SWAPPED);
  ntm_unit_tree_set_desk (self->tree, self->desk);
  ntm_map_page_set_desk (self->map_page, self->desk);
  ntm_inspector_set_desk (self->inspector, self->desk);
  ntm_date_button_set_desk (self->date_button, self->desk);
  g_signal_connect_object (self->loading, "cancelled", G_CALLBACK (_ntm_window_stop_opening), self, G_CONNECT_SWAPPED);
  _ntm_window_add_drop (self);
  _ntm_window_init_reader (self);
}

/**
 * ntm_window_new:
 * @app: the program
 *
 * Makes a window without a file.
 *
 * Returns: (transfer none): the window, owned by GTK until it is closed
 */
NtmWindow *
ntm_window_new (NtmApplication *app)
{
  NtmWindow *self = g_object_new (NTM_TYPE_WINDOW, "application", app, NULL);

  self->settings = g_object_ref (ntm_application_get_settings (app));
  g_signal_connect_object (self->settings, "changed::basis", G_CALLBACK (basis_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::language", G_CALLBACK (language_changed_cb), self, G_CONNECT_SWAPPED);
  self->backup = ntm_backup_new (self->desk, self->settings);
  g_signal_connect_object (self->settings, "changed::author", G_CALLBACK (author_changed_cb), self, G_CONNECT_SWAPPED);
  basis_changed_cb (self);
  restore_size (self);
  _ntm_window_init_actions (self);
  update_title (self);
  return self;
}

/**
 * ntm_window_get_file:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): the file it shows or makes
 */
GFile *
ntm_window_get_file (NtmWindow *self)
{
  g_return_val_if_fail (NTM_IS_WINDOW (self), NULL);

  return self->file;
}

/**
 * ntm_window_get_desk:
 * @self: a window
 *
 * Returns: (transfer none): what the window works on
 */
NtmDesk *
ntm_window_get_desk (NtmWindow *self)
{
  g_return_val_if_fail (NTM_IS_WINDOW (self), NULL);

  return self->desk;
}

static void
dismissed_cb (NtmWindow *self,
              AdwToast  *toast)
{
  if (self->toast == toast)
    g_clear_weak_pointer (&self->toast);
}

/*
 * Only the last message counts: toasts would queue, each with an Undo that means the latest change. libadwaita 1.2
 * does not survive that a toast is dismissed while it comes in, so a fresh one gets the new words instead.
 */
static AdwToast *
renew_toast (NtmWindow *self)
{
  gint64 now = g_get_monotonic_time ();

  if (self->toast != NULL && now - self->toast_time < TOAST_SETTLES)
    return self->toast;
  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
  g_set_weak_pointer (&self->toast, adw_toast_new (""));
  self->toast_time = now;
  adw_toast_set_timeout (self->toast, 5);
  g_signal_connect_object (self->toast, "dismissed", G_CALLBACK (dismissed_cb), self, G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (self->toasts, self->toast);
  return self->toast;
}

void
_ntm_window_toast (NtmWindow  *self,
                   const char *text,
                   gboolean    with_undo)
{
  g_autofree char *markup = g_markup_escape_text (text, -1);
  AdwToast *toast = renew_toast (self);

  adw_toast_set_title (toast, markup);
  adw_toast_set_button_label (toast, with_undo ? _("Undo") : NULL);
  adw_toast_set_action_name (toast, with_undo ? "win.undo" : NULL);
}
