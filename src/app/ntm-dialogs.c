/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Every dialog whose class depends on the version of GTK or libadwaita: to rise with them is to change
 * this file. The dialogs keep themselves alive until they are answered.
 */

#include "config.h"

#include "ntm-dialogs.h"

#include <adwaita.h>
#include <glib/gi18n.h>

typedef struct
{
  NtmFileChosen         chosen;
  gpointer              user_data;
  GtkFileChooserNative *dialog;
} FileRequest;

/* GTK does not own a native dialog: the request holds the only reference. */
static void
file_response_cb (FileRequest *request,
                  int          response)
{
  GtkWindow *parent = gtk_native_dialog_get_transient_for (GTK_NATIVE_DIALOG (request->dialog));
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (request->dialog));
  if (file != NULL && parent != NULL)
    request->chosen (parent, file, request->user_data);
  g_object_unref (request->dialog);
  g_free (request);
}

static void
add_filters (GtkFileChooser *chooser)
{
  g_autoptr (GtkFileFilter) ours = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) any = gtk_file_filter_new ();

  gtk_file_filter_set_name (ours, _("NTM Atlas files"));
  gtk_file_filter_add_pattern (ours, "*.ntm");
  gtk_file_chooser_add_filter (chooser, ours);
  gtk_file_filter_set_name (any, _("All files"));
  gtk_file_filter_add_pattern (any, "*");
  gtk_file_chooser_add_filter (chooser, any);
}

/* @name: (nullable): of a new file; one of ours gets the filter for ours */
static void
show_chooser (GtkWindow           *parent,
              const char          *title,
              GtkFileChooserAction action,
              const char          *accept,
              const char          *name,
              NtmFileChosen        chosen,
              gpointer             user_data)
{
  FileRequest *request = g_new0 (FileRequest, 1);

  request->chosen = chosen;
  request->user_data = user_data;
  request->dialog = gtk_file_chooser_native_new (title, parent, action, accept, _("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (request->dialog), TRUE);
  if (action != GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER && (name == NULL || g_str_has_suffix (name, ".ntm")))
    add_filters (GTK_FILE_CHOOSER (request->dialog));
  if (name != NULL)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (request->dialog), name);
  g_signal_connect_swapped (request->dialog, "response", G_CALLBACK (file_response_cb), request);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (request->dialog));
}

/*
 * A window that is closed keeps the pointer to its parent; where something, such as the event of the key that
 * quits, holds it longer than the parent lives, GTK would let go of a parent that is gone.
 */
static void
detach_cb (GtkWindow *dialog)
{
  gtk_window_set_transient_for (dialog, NULL);
}

/**
 * ntm_dialogs_attach:
 * @dialog: a window of ours
 * @parent: (nullable): the window it belongs to
 *
 * Opens @dialog in front of @parent, closes it with it, and lets the keys of the program, such as F1, work in it.
 */
void
ntm_dialogs_attach (GtkWindow *dialog,
                    GtkWindow *parent)
{
  gtk_window_set_destroy_with_parent (dialog, TRUE);
  gtk_window_set_transient_for (dialog, parent);
  if (parent != NULL)
    g_signal_connect_object (parent, "destroy", G_CALLBACK (detach_cb), dialog, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  gtk_window_set_application (dialog, parent == NULL ? NULL : gtk_window_get_application (parent));
}

/**
 * ntm_dialogs_open_file:
 * @parent: the window that asks
 * @chosen: what to do with the file
 * @user_data: for @chosen; must live as long as @parent
 *
 * Asks for a file to open.
 */
void
ntm_dialogs_open_file (GtkWindow    *parent,
                       NtmFileChosen chosen,
                       gpointer      user_data)
{
  show_chooser (parent, _("Open a file"), GTK_FILE_CHOOSER_ACTION_OPEN, _("_Open"), NULL, chosen, user_data);
}

/**
 * ntm_dialogs_new_file:
 * @parent: the window that asks
 * @chosen: what to do with the name
 * @user_data: for @chosen; must live as long as @parent
 *
 * Asks for the name of a new file.
 */
void
ntm_dialogs_new_file (GtkWindow    *parent,
                      NtmFileChosen chosen,
                      gpointer      user_data)
{
  show_chooser (parent, _("New file with the built-in data"), GTK_FILE_CHOOSER_ACTION_SAVE, _("_Create"), "hatinh.ntm",
                chosen, user_data);
}

/**
 * ntm_dialogs_save_file:
 * @parent: the window that asks
 * @title: what is saved
 * @name: the name proposed
 * @chosen: what to do with the name
 * @user_data: for @chosen; must live as long as @parent
 *
 * Asks for the name of a file to write; a name that exists was confirmed.
 */
void
ntm_dialogs_save_file (GtkWindow    *parent,
                       const char   *title,
                       const char   *name,
                       NtmFileChosen chosen,
                       gpointer      user_data)
{
  show_chooser (parent, title, GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), name, chosen, user_data);
}

/**
 * ntm_dialogs_choose_folder:
 * @parent: the window that asks
 * @title: what the folder is for
 * @chosen: what to do with the folder
 * @user_data: for @chosen; must live as long as @parent
 *
 * Asks for a folder.
 */
void
ntm_dialogs_choose_folder (GtkWindow    *parent,
                           const char   *title,
                           NtmFileChosen chosen,
                           gpointer      user_data)
{
  show_chooser (parent, title, GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, _("_Choose"), NULL, chosen, user_data);
}

/**
 * ntm_dialogs_message:
 * @parent: (nullable): the window it is about
 * @heading: what happened
 * @body: why and what to do
 *
 * Shows a message with a button to close it.
 */
void
ntm_dialogs_message (GtkWindow  *parent,
                     const char *heading,
                     const char *body)
{
  /* The heading stands in the body: libadwaita 1.7 measures its own in less room than it needs, and warns. */
  g_autofree char *text = g_markup_printf_escaped ("<span size=\"x-large\" weight=\"heavy\">%s</span>\n\n%s", heading, body);
  GtkWidget *dialog = adw_message_dialog_new (parent, NULL, NULL);

  gtk_window_set_title (GTK_WINDOW (dialog), heading);
  adw_message_dialog_set_body_use_markup (ADW_MESSAGE_DIALOG (dialog), TRUE);
  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (dialog), text);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "close");
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * ntm_dialogs_error:
 * @parent: (nullable): the window it is about
 * @error: an error of any folder
 *
 * Shows @error as a message.
 */
void
ntm_dialogs_error (GtkWindow    *parent,
                   const GError *error)
{
  g_autofree char *body = ntm_error_dup_body (error);

  ntm_dialogs_message (parent, ntm_error_heading (error), body);
}

/**
 * ntm_dialogs_about:
 * @parent: the window it belongs to
 *
 * Shows version and licence.
 */
void
ntm_dialogs_about (GtkWindow *parent)
{
  const char *authors[] = { _("The NTM Atlas authors"), NULL };

  /* Of GTK: that of libadwaita 1.2 has no Vietnamese. */
  gtk_show_about_dialog (parent,
                         "program-name", "NTM Atlas",
                         "logo-icon-name", APP_ID,
                         "version", VERSION,
                         "authors", authors,
                         "license-type", GTK_LICENSE_GPL_3_0,
                         "comments", _("Map, figures and tasks of the New Rural Development programme"),
                         /* Translators: your name and address, one translator a line. */
                         "translator-credits", _("translator-credits"),
                         NULL);
}

/**
 * ntm_dialogs_shortcuts:
 * @parent: the window it belongs to
 *
 * Shows the keys that work in the window. Built only when asked for: it costs a tenth of a second.
 */
void
ntm_dialogs_shortcuts (GtkWindow *parent)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/org/ntmatlas/NtmAtlas/ui/ntm-shortcuts.ui");
  GtkWindow *window = GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts"));

  ntm_dialogs_attach (window, parent);
  gtk_window_present (window);
}
