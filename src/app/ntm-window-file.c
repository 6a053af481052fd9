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
  gtk_widget_set_visible (self->strip, FALSE);
  gtk_stack_set_visible_child_name (self->stack, "message");
  gtk_widget_grab_focus (self->message_open);
}

/* @why: (nullable): the error that kept the file from being opened for writing */
static void
show_strip (NtmWindow    *self,
            const GError *why)
{
  g_autofree char *text = NULL;

  if (why != NULL)
    /* Translators: %s is a whole sentence that says who or what keeps the file from being written. */
    text = g_strdup_printf (_("Read only. %s"), why->message);
  gtk_label_set_text (self->strip_label, text == NULL ? "" : text);
  gtk_widget_set_visible (self->strip, text != NULL);
}

/* The list of recent files is the desktop's; it takes a file access, so not before the first frame. */
static gboolean
remember_cb (gpointer user_data)
{
  NtmWindow *self = user_data;
  g_autofree char *uri = self->file == NULL ? NULL : g_file_get_uri (self->file);
  GtkRecentData data = {
    .mime_type = (char *) "application/x-ntm-atlas",
    .app_name = (char *) "NTM Atlas",
    .app_exec = (char *) "ntm-atlas %u",
  };

  if (uri != NULL && ntm_desk_get_store (self->desk) != NULL)
    gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
  return G_SOURCE_REMOVE;
}

/* Only what may yet open for reading is tried again: a file that is damaged would only be refused twice. */
static gboolean
may_be_read (const GError *error)
{
  return g_error_matches (error, NTM_ERROR, NTM_ERROR_LOCKED) || g_error_matches (error, NTM_ERROR, NTM_ERROR_READ_ONLY)
         || g_error_matches (error, NTM_ERROR, NTM_ERROR_NO_SPACE) || g_error_matches (error, NTM_ERROR, NTM_ERROR_SYSTEM);
}

static void
load (NtmWindow *self)
{
  g_autofree char *path = g_file_get_path (self->file);
  g_autoptr (GError) refused = NULL;
  g_autoptr (GError) error = NULL;
  NtmStore *store;

  if (path == NULL)
    {
      g_set_error (&error, NTM_ERROR, NTM_ERROR_SYSTEM, "%s",
                   _("This file is not on this computer. Copy it to a folder here and open the copy."));
      show_message (self, error);
      return;
    }
  store = ntm_store_open (path, NTM_STORE_WRITE, &refused);
  if (store == NULL && may_be_read (refused))
    store = ntm_store_open (path, NTM_STORE_READ_ONLY, &error);
  if (store == NULL)
    {
      show_message (self, error != NULL ? error : refused);
      return;
    }
  ntm_preferences_apply_author (self->settings, store);
  ntm_desk_take_store (self->desk, store);
  self->backup_failed = FALSE;
  show_strip (self, refused);
  gtk_stack_set_visible_child_name (self->stack, "content");
  _ntm_window_focus_view (self);
  g_idle_add_full (G_PRIORITY_LOW, remember_cb, g_object_ref (self), g_object_unref);
}

static void
created_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  NtmWindow *self = NTM_WINDOW (source);
  g_autoptr (GError) error = NULL;

  if (self->desk == NULL || self->file == NULL)
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
  g_set_object (&self->file, file);
  ntm_desk_take_store (self->desk, NULL);
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
 * Shows @file in place of what the window showed, or a message why it cannot. The built-in file is made
 * if it is the one asked for and does not exist; this goes on after the call.
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
  if (self->file != NULL && g_file_equal (self->file, file) && ntm_desk_get_store (self->desk) != NULL)
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
  path = g_file_get_path (file);
  if (path == NULL)
    {
      load (self);
      return;
    }
  gtk_stack_set_visible_child_name (self->stack, "loading");
  ntm_builtin_create_async (path, self, created_cb, NULL);
}

static void
copy_chosen (GtkWindow *parent,
             GFile     *file,
             gpointer   user_data)
{
  NtmWindow *self = NTM_WINDOW (parent);
  NtmStore *store = ntm_desk_get_store (self->desk);
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (store == NULL)
    return;
  if (path == NULL)
    g_set_error (&error, NTM_ERROR, NTM_ERROR_SYSTEM, "%s", _("This folder is not on this computer. Choose a folder here."));
  if (error != NULL || !ntm_store_backup (store, path, &error))
    {
      ntm_dialogs_error (parent, error);
      return;
    }
  text = g_strdup_printf (_("Saved a copy as %s"), name);
  _ntm_window_toast (self, text, FALSE);
}

/* A copy of the whole file, its history included; the window stays with the original. */
void
_ntm_window_save_copy (NtmWindow *self)
{
  g_autofree char *name = self->file == NULL ? NULL : g_file_get_basename (self->file);
  g_autofree char *stem = name == NULL ? g_strdup ("ntm") : g_strndup (name, strcspn (name, "."));
  /* Translators: the name of a file: %s is the name of the one that is copied, without its ending. */
  g_autofree char *proposed = g_strdup_printf (_("%s copy.ntm"), stem);

  ntm_dialogs_save_file (GTK_WINDOW (self), _("Save a copy"), proposed, copy_chosen, NULL);
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

/* Looks whether the file may be written by now; it is closed for a moment, as it is read either way. */
void
_ntm_window_reopen (NtmWindow *self)
{
  if (self->file == NULL)
    return;
  ntm_desk_take_store (self->desk, NULL);
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
