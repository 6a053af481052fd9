/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The strips below the header bar that say what a file is: generated, damaged in parts, or the built-in one;
 * and that it did not take the last change.
 * That it cannot be written is said by another strip, in ntm-window-reader.c.
 */

#include "config.h"

#include "ntm-window-private.h"

#include <glib/gi18n.h>

#include "ntm-builtin.h"
#include "ntm-errors.h"
#include "ntm-issues-dialog.h"

static gboolean
is_builtin (NtmWindow *self)
{
  g_autofree char *path = ntm_builtin_dup_path ();
  g_autoptr (GFile) builtin = g_file_new_for_path (path);

  return self->file != NULL && g_file_equal (self->file, builtin);
}

static void
tell_welcome (NtmWindow *self)
{
  ntm_notice_tell (self->welcome_notice, "help-about-symbolic",
                   _("This file holds what the notice of 21/02/2024 and published pages say about Hà Tĩnh, each figure with "
                     "its source. It is not the register of the office: most figures of single communes are not in it, and "
                     "what is not known is shown as not known. You may change it, everything can be undone, and a copy of "
                     "your own is made with New File."));
}

static void
welcome_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       self)
{
  tell_welcome (self);
}

static void
welcome_dismissed_cb (NtmWindow *self)
{
  g_settings_set_boolean (self->settings, "welcome-seen", TRUE);
}

static void
issues_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  NtmWindow *self = user_data;
  NtmAtlas *atlas = ntm_desk_get_atlas (self->desk);

  if (atlas != NULL)
    ntm_issues_dialog_show (GTK_WINDOW (self), self->desk);
}

static void
update_sample (NtmWindow *self,
               NtmAtlas  *atlas)
{
  gboolean sample = atlas != NULL && ntm_atlas_is_sample (atlas);

  ntm_notice_tell (self->sample_notice, "dialog-information-symbolic",
                   sample ? _("Sample data: every unit and figure in this file is made up.") : NULL);
}

static void
update_issues (NtmWindow *self,
               NtmAtlas  *atlas)
{
  const GPtrArray *issues = atlas == NULL ? NULL : ntm_atlas_issues (atlas);
  guint n = issues == NULL ? 0 : issues->len;
  g_autofree char *text = NULL;

  if (n > 0)
    text = g_strdup_printf (ngettext ("%u row of this file is damaged. It is kept as it is, but not used.",
                                      "%u rows of this file are damaged. They are kept as they are, but not used.", n), n);
  ntm_notice_tell (self->issues_notice, "dialog-warning-symbolic", text);
}

/* Stays until the file takes a change again: what was typed waits in its editor or dialog. */
static void
update_write (NtmWindow *self)
{
  const GError *error = ntm_desk_get_write_error (self->desk);
  NtmStore *store = ntm_desk_get_store (self->desk);
  g_autofree char *path = store == NULL ? NULL : g_filename_display_name (ntm_store_get_path (store));
  g_autofree char *body = error == NULL ? NULL : ntm_error_dup_body (error);
  g_autofree char *text = NULL;

  if (error != NULL && path != NULL)
    /* Translators: the first %s is the path of a file, the second whole sentences that say why. */
    text = g_strdup_printf (_("Not stored in %s: %s"), path, body);
  ntm_notice_tell (self->write_notice, "dialog-error-symbolic", text);
}

/* Called after every change of what is on the desk. */
void
_ntm_window_update_notices (NtmWindow *self)
{
  NtmAtlas *atlas = ntm_desk_get_atlas (self->desk);
  GAction *welcome = g_action_map_lookup_action (G_ACTION_MAP (self), "welcome");
  gboolean builtin = atlas != NULL && is_builtin (self);

  update_write (self);
  update_sample (self, atlas);
  update_issues (self, atlas);
  if (welcome != NULL)
    g_simple_action_set_enabled (G_SIMPLE_ACTION (welcome), builtin);
  if (!builtin)
    ntm_notice_tell (self->welcome_notice, NULL, NULL);
  else if (!g_settings_get_boolean (self->settings, "welcome-seen"))
    tell_welcome (self);
}

void
_ntm_window_init_notices (NtmWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "issues", .activate = issues_cb },
    { .name = "welcome", .activate = welcome_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_add_css_class (GTK_WIDGET (self->write_notice), "error");
  ntm_notice_set_button (self->write_notice, _("Save As…"), "app.save-as");
  g_signal_connect_object (self->desk, "written", G_CALLBACK (update_write), self, G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (GTK_WIDGET (self->welcome_notice), "info");
  ntm_notice_set_closing (self->welcome_notice, TRUE);
  ntm_notice_set_button (self->issues_notice, _("Show the Rows"), "win.issues");
  _ntm_window_update_notices (self);
  g_signal_connect_object (self->welcome_notice, "dismissed", G_CALLBACK (welcome_dismissed_cb), self, G_CONNECT_SWAPPED);
}
