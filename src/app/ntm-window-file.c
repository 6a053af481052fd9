/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * How a file comes onto the desk of a window: opened for writing, else for reading with a strip that says
 * why, else refused with a message in place of the content. A file with the built-in data is made first
 * where there is none.
 */

#include "config.h"

#include "ntm-window-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ntm-builtin.h"
#include "ntm-dialogs.h"
#include "ntm-error.h"
#include "ntm-errors.h"
#include "ntm-preferences.h"

#define N_RECENT 6

static void
show_message (NtmWindow    *self,
              const GError *error)
{
  g_autofree char *body = ntm_error_dup_body (error);
  g_autofree char *markup = g_markup_escape_text (body, -1);
  g_autofree char *title = g_markup_escape_text (ntm_error_heading (error), -1);

  ntm_desk_take_store (self->desk, NULL);
  adw_status_page_set_title (self->message, title);
  adw_status_page_set_description (self->message, markup);
  _ntm_window_watch_writer (self, NULL);
  gtk_stack_set_visible_child_name (self->stack, "message");
  gtk_widget_grab_focus (self->message_open);
}

/* The list of recent files is the desktop's; it takes a file access, so not before the first frame. */
static gboolean
remember_cb (gpointer uri)
{
  static const GtkRecentData data = {
    .mime_type = (char *) "application/x-ntm-atlas",
    .app_name = (char *) "NTM Atlas",
    .app_exec = (char *) "ntm-atlas %u",
  };

  gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
  return G_SOURCE_REMOVE;
}

/* A copy to go on with leaves everything as it stands; any other file is shown from its beginning. */
static void
take_store (NtmWindow *self,
            NtmStore  *store)
{
  const NtmUnit *unit = self->is_moving ? ntm_desk_get_selected (self->desk) : NULL;
  g_autofree char *selected = unit == NULL ? NULL : g_strdup (unit->id);

  ntm_preferences_apply_author (self->settings, store);
  ntm_desk_take_store (self->desk, store);
  self->backup_failed = FALSE;
  self->loss_told = FALSE;
  _ntm_window_watch_writer (self, ntm_opening_get_refused (self->opening));
  gtk_stack_set_visible_child_name (self->stack, "content");
  if (self->is_moving)
    ntm_desk_select (self->desk, selected);
  else
    _ntm_window_focus_view (self);
}

static void
end_opening (NtmWindow *self)
{
  g_clear_object (&self->opening);
  _ntm_window_trim_later (self);
  g_clear_object (&self->previous);
  self->is_moving = FALSE;
  ntm_loading_follow (self->loading, NULL);
}

/* What is shown already is worth more than the page of a message. */
static void
refuse (NtmWindow    *self,
        const GError *error)
{
  if (ntm_desk_get_store (self->desk) == NULL)
    {
      show_message (self, error);
      return;
    }
  g_set_object (&self->file, self->previous);
  ntm_dialogs_error (GTK_WINDOW (self), error);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (NtmWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (NtmStore) store = ntm_opening_finish (NTM_OPENING (source), result, &error);

  /* Given up meanwhile, for another file or with the window. */
  if (self->opening != NTM_OPENING (source))
    return;
  if (store != NULL)
    {
      take_store (self, g_steal_pointer (&store));
      if (self->file != NULL)
        g_idle_add_full (G_PRIORITY_LOW, remember_cb, g_file_get_uri (self->file), g_free);
    }
  else
    refuse (self, error);
  end_opening (self);
}

/* What is on the desk stays there until the file is. */
static void
load (NtmWindow *self)
{
  g_autofree char *path = g_file_get_path (self->file);
  g_autoptr (GError) error = NULL;

  if (path == NULL)
    {
      g_set_error (&error, NTM_ERROR, NTM_ERROR_SYSTEM, "%s",
                   _("This file is not on this computer. Copy it to a folder here and open the copy."));
      refuse (self, error);
      end_opening (self);
      return;
    }
  self->opening = ntm_opening_new (path);
  ntm_opening_start (self->opening, opened_cb, g_object_ref (self));
  ntm_loading_follow (self->loading, self->opening);
}

/* The person need not wait until the disk has answered; what comes of it is thrown away. */
void
_ntm_window_stop_opening (NtmWindow *self)
{
  g_autoptr (GError) error = NULL;

  if (self->opening == NULL)
    return;
  ntm_opening_cancel (self->opening);
  g_set_object (&self->file, self->previous);
  if (ntm_desk_get_store (self->desk) == NULL)
    {
      g_set_error (&error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "%s", "");
      show_message (self, error);
    }
  end_opening (self);
  _ntm_window_update_notices (self);
}

static void
created_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  NtmWindow *self = NTM_WINDOW (source);
  g_autoptr (GError) error = NULL;

  /* Closed meanwhile, or asked for another file. */
  if (self->desk == NULL || self->file == NULL || self->opening != NULL)
    return;
  if (ntm_builtin_create_finish (result, &error))
    load (self);
  else
    show_message (self, error);
}

static void
take_file (NtmWindow *self,
           GFile     *file)
{
  _ntm_window_stop_opening (self);
  if (ntm_desk_get_store (self->desk) != NULL)
    g_set_object (&self->previous, self->file);
  g_set_object (&self->file, file);
}

static gboolean
is_missing_builtin (GFile *file)
{
  g_autofree char *path = ntm_builtin_dup_path ();
  g_autoptr (GFile) builtin = g_file_new_for_path (path);

  return g_file_equal (file, builtin) && !g_file_query_exists (file, NULL);
}

/**
 * ntm_window_open:
 * @self: a window
 * @file: the file to show
 *
 * Shows @file in place of what the window showed, which stays until then, or a message why it cannot. The
 * built-in file is made if it is the one asked for and does not exist. Goes on after the call.
 */
void
ntm_window_open (NtmWindow *self,
                 GFile     *file)
{
  g_return_if_fail (NTM_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  if (is_missing_builtin (file))
    {
      ntm_window_create (self, file);
      return;
    }
  if (self->file != NULL && g_file_equal (self->file, file)
      && (ntm_desk_get_store (self->desk) != NULL || self->opening != NULL))
    return;
  take_file (self, file);
  load (self);
}

/**
 * ntm_window_create:
 * @self: a window
 * @file: where the new file shall be
 *
 * Makes a file with the built-in data and shows it. A file that is there already is not overwritten but
 * shown. Goes on after the call.
 */
void
ntm_window_create (NtmWindow *self,
                   GFile     *file)
{
  g_autofree char *path = NULL;

  g_return_if_fail (NTM_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  take_file (self, file);
  ntm_desk_take_store (self->desk, NULL);
  path = g_file_get_path (file);
  if (path == NULL)
    {
      load (self);
      return;
    }
  gtk_stack_set_visible_child_name (self->stack, "loading");
  ntm_builtin_create_async (path, self, created_cb, NULL);
}

static gboolean
drop_cb (NtmWindow    *self,
         const GValue *value)
{
  GSList *files = g_value_get_boxed (value);

  for (GSList *l = files; l != NULL; l = l->next)
    ntm_application_show_file (NTM_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))), l->data);
  return files != NULL;
}

/* Files dropped anywhere on the window are opened. */
void
_ntm_window_add_drop (NtmWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/* Looks whether the file may be written by now; it is read either way. */
void
_ntm_window_reopen (NtmWindow *self)
{
  if (self->file == NULL || self->opening != NULL)
    return;
  g_set_object (&self->previous, self->file);
  self->is_moving = TRUE;
  load (self);
}

/* Goes on with @file, a copy of the file of the window. */
void
_ntm_window_move_to (NtmWindow *self,
                     GFile     *file)
{
  take_file (self, file);
  self->is_moving = TRUE;
  load (self);
}

static int
compare_visited (gconstpointer a,
                 gconstpointer b)
{
  return g_date_time_compare (gtk_recent_info_get_visited (*(gpointer *) b), gtk_recent_info_get_visited (*(gpointer *) a));
}

static GPtrArray *
list_recent (void)
{
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_recent_info_unref);
  GList *all = gtk_recent_manager_get_items (gtk_recent_manager_get_default ());

  for (GList *l = all; l != NULL; l = l->next)
    if (gtk_recent_info_has_application (l->data, "NTM Atlas") && gtk_recent_info_is_local (l->data)
        && gtk_recent_info_exists (l->data))
      g_ptr_array_add (found, gtk_recent_info_ref (l->data));
  g_list_free_full (all, (GDestroyNotify) gtk_recent_info_unref);
  g_ptr_array_sort (found, compare_visited);
  return found;
}

/* "hatinh.ntm (ntm-atlas)": the folder tells files of one name apart. */
static char *
dup_recent_label (GtkRecentInfo *info)
{
  g_autoptr (GFile) file = g_file_new_for_uri (gtk_recent_info_get_uri (info));
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *name = folder == NULL ? g_strdup ("/") : g_file_get_basename (folder);
  g_autofree char *text = g_strdup_printf ("%s (%s)", gtk_recent_info_get_display_name (info), name);
  g_auto (GStrv) parts = g_strsplit (text, "_", -1);

  /* An underscore would be read as a mnemonic. */
  return g_strjoinv ("__", parts);
}

/* Called each time the menu opens. */
void
_ntm_window_fill_recent (NtmWindow *self)
{
  g_autoptr (GPtrArray) found = list_recent ();

  g_menu_remove_all (self->recent_menu);
  for (guint i = 0; i < MIN (found->len, N_RECENT); i++)
    {
      GtkRecentInfo *info = g_ptr_array_index (found, i);
      g_autofree char *label = dup_recent_label (info);
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "win.open-uri", "s", gtk_recent_info_get_uri (info));
      g_menu_append_item (self->recent_menu, item);
    }
}
