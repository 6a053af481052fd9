/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A window whose file cannot be written here: a strip says why. Meanwhile somebody else may write it: what they
 * write is shown soon after, the strip says who they are, and that they have gone. The file is looked at every
 * other second, which costs some microseconds; a monitor of the folder would not work on a shared drive.
 */

#include "config.h"

#include "ntm-window-private.h"

#include <glib/gi18n.h>

#include "ntm-error.h"

#define LOOK_EVERY 2   /* seconds */

static void
tell (NtmWindow    *self,
      const GError *why)
{
  g_autofree char *text = NULL;

  if (why != NULL)
    /* Translators: %s is a whole sentence that says who or what keeps the file from being written. */
    text = g_strdup_printf (_("Read only. %s"), why->message);
  else if (g_error_matches (self->refused, NTM_ERROR, NTM_ERROR_LOCKED))
    text = g_strdup (_("Read only. Nobody else is changing this file any more; it can be opened for writing."));
  else
    text = g_strdup (_("Read only. You may not write this file or its folder; save a copy to work on."));
  if (g_strcmp0 (gtk_label_get_text (self->strip_label), text) != 0)
    gtk_label_set_text (self->strip_label, text);
}

/* Another file in its place is opened, once: a refusal would come again every time. Returns: whether there is more to do */
static gboolean
check_place (NtmWindow *self,
             NtmStore  *store)
{
  g_autoptr (GError) error = NULL;

  if (ntm_store_check_place (store, &error))
    {
      self->loss_told = FALSE;
      return TRUE;
    }
  tell (self, error);
  if (!self->loss_told && g_file_query_exists (self->file, NULL))
    {
      self->loss_told = TRUE;
      _ntm_window_reopen (self);
    }
  return FALSE;
}

void
_ntm_window_look (NtmWindow *self)
{
  NtmStore *store = ntm_desk_get_store (self->desk);
  g_autoptr (GError) error = NULL;
  gboolean changed;

  if (store == NULL || self->opening != NULL || !check_place (self, store))
    return;
  if (!ntm_store_refresh (store, &changed, &error))
    tell (self, error);
  else if (!g_error_matches (self->refused, NTM_ERROR, NTM_ERROR_LOCKED))
    tell (self, self->refused);
  else
    {
      ntm_store_check_writer (store, &error);
      tell (self, error);
    }
}

static gboolean
look_cb (gpointer user_data)
{
  _ntm_window_look (user_data);
  return G_SOURCE_CONTINUE;
}

/* Who comes back to the window sees at once what is new. */
static void
active_cb (NtmWindow *self)
{
  if (self->reader_id != 0 && gtk_window_is_active (GTK_WINDOW (self)))
    _ntm_window_look (self);
}

void
_ntm_window_init_reader (NtmWindow *self)
{
  g_signal_connect (self, "notify::is-active", G_CALLBACK (active_cb), NULL);
}

/* @why: (nullable): the error that kept the file on the desk from being opened for writing */
void
_ntm_window_watch_writer (NtmWindow    *self,
                          const GError *why)
{
  NtmStore *store = ntm_desk_get_store (self->desk);
  gboolean is_reader = store != NULL && ntm_store_is_read_only (store);

  g_clear_handle_id (&self->reader_id, g_source_remove);
  g_clear_error (&self->refused);
  self->refused = why == NULL ? NULL : g_error_copy (why);
  tell (self, why);
  gtk_widget_set_visible (self->strip, is_reader);
  if (is_reader)
    self->reader_id = g_timeout_add_seconds (LOOK_EVERY, look_cb, self);
}
