/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Copies of the file of a window. All work is stored as it is done, so there is nothing else to save: a copy
 * to keep or give away, and a copy to go on with where the file itself no longer takes what is typed.
 */

#include "config.h"

#include "ntm-window-private.h"

#include <glib/gi18n.h>

#include "ntm-dialogs.h"
#include "ntm-error.h"

static gboolean
write_copy (NtmWindow *self,
            GtkWindow *parent,
            GFile     *file)
{
  NtmStore *store = ntm_desk_get_store (self->desk);
  g_autofree char *path = g_file_get_path (file);
  g_autoptr (GError) error = NULL;

  if (store == NULL)
    return FALSE;
  if (path == NULL)
    g_set_error (&error, NTM_ERROR, NTM_ERROR_SYSTEM, "%s", _("This folder is not on this computer. Choose a folder here."));
  if (error == NULL && ntm_store_backup (store, path, &error))
    return TRUE;
  ntm_dialogs_error (parent, error);
  return FALSE;
}

static char *
dup_name (GFile *file)
{
  g_autofree char *path = g_file_get_path (file);

  return g_filename_display_basename (path);
}

static void
copy_chosen (GtkWindow *parent,
             GFile     *file,
             gpointer   self)
{
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  if (!write_copy (self, parent, file))
    return;
  name = dup_name (file);
  text = g_strdup_printf (_("Saved a copy as %s"), name);
  _ntm_window_toast (self, text, FALSE);
}

static void
move_chosen (GtkWindow *parent,
             GFile     *file,
             gpointer   self)
{
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  if (!write_copy (self, parent, file))
    return;
  _ntm_window_move_to (self, file);
  name = dup_name (file);
  text = g_strdup_printf (_("Working in %s from now on"), name);
  _ntm_window_toast (self, text, FALSE);
}

static void
choose_copy (NtmWindow    *self,
             GtkWindow    *parent,
             const char   *title,
             NtmFileChosen chosen)
{
  g_autofree char *name = self->file == NULL ? NULL : g_file_get_basename (self->file);
  g_autofree char *stem = name == NULL ? g_strdup ("ntm") : g_strndup (name, strcspn (name, "."));
  /* Translators: the name of a file: %s is the name of the one that is copied, without its ending. */
  g_autofree char *proposed = g_strdup_printf (_("%s copy.ntm"), stem);

  ntm_dialogs_save_file (parent, title, proposed, chosen, self);
}

/* A copy of the whole file, its history included; the window stays with the original. */
void
_ntm_window_save_copy (NtmWindow *self)
{
  choose_copy (self, GTK_WINDOW (self), _("Save a copy"), copy_chosen);
}

/**
 * ntm_window_save_as:
 * @self: a window with a file
 * @parent: @self, or a dialog of it in which something was typed that is not stored yet
 *
 * Asks for a name, copies the file with its whole history, and goes on with the copy. What is being typed
 * stays as it is.
 */
void
ntm_window_save_as (NtmWindow *self,
                    GtkWindow *parent)
{
  g_return_if_fail (NTM_IS_WINDOW (self));
  g_return_if_fail (GTK_IS_WINDOW (parent));

  if (ntm_desk_get_store (self->desk) != NULL)
    choose_copy (self, parent, _("Save the file under another name"), move_chosen);
}
