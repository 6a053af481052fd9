/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ntm-application.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "ntm-app-resources.h"
#include "ntm-builtin.h"
#include "ntm-dialogs.h"
#include "ntm-form.h"
#include "ntm-help.h"
#include "ntm-lang.h"
#include "ntm-preferences.h"
#include "ntm-settings.h"
#include "ntm-window.h"

struct _NtmApplication
{
  AdwApplication parent_instance;

  GSettings *settings;
};

G_DEFINE_FINAL_TYPE (NtmApplication, ntm_application, ADW_TYPE_APPLICATION)

typedef struct
{
  const char *action;
  const char *accels[3];
} Accel;

static const Accel accels[] = {
  { "app.quit", { "<Primary>q" } },
  { "app.shortcuts", { "<Primary>question" } },
  { "app.help", { "F1" } },
  { "app.preferences", { "<Primary>comma" } },
  { "win.present", { "F5" } },
  { "win.present-here", { "<Shift>F5" } },
  { "win.fullscreen", { "F11" } },
  { "win.new", { "<Primary>n" } },
  { "win.open", { "<Primary>o" } },
  { "window.close", { "<Primary>w" } },
  { "win.undo", { "<Primary>z" } },
  { "win.redo", { "<Primary><Shift>z", "<Primary>y" } },
  { "win.history", { "<Primary>h" } },
  { "win.save", { "<Primary>s" } },
  { "win.save-copy", { "<Primary><Shift>s" } },
  { "win.export", { "<Primary>e" } },
  { "win.find", { "<Primary>k" } },
  { "win.print", { "<Primary>p" } },
  { "win.show-view::map", { "<Alt>1" } },
  { "win.show-view::table", { "<Alt>2" } },
  { "win.show-view::charts", { "<Alt>3" } },
  { "win.show-view::tasks", { "<Alt>4" } },
  { "win.show-sidebar", { "F9" } },
  { "win.show-inspector", { "<Shift>F9" } },
  { "win.search", { "<Primary>f" } },
  { "win.next-pane", { "F6" } },
  { "win.previous-pane", { "<Shift>F6" } },
};

static GtkWindow *
active_window (NtmApplication *self)
{
  return gtk_application_get_active_window (GTK_APPLICATION (self));
}

static void
about_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  ntm_dialogs_about (active_window (user_data));
}

static void
shortcuts_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  ntm_dialogs_shortcuts (active_window (user_data));
}

static void
help_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  GtkWindow *window = active_window (user_data);

  if (window != NULL)
    ntm_help_show (window, NULL);
}

/* Returns: (nullable): the window with a file to which the active window belongs */
static NtmWindow *
find_main_window (NtmApplication *self)
{
  GtkWindow *window = active_window (self);

  while (window != NULL && !NTM_IS_WINDOW (window))
    window = gtk_window_get_transient_for (window);
  return window == NULL ? NULL : NTM_WINDOW (window);
}

static void
save_as_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  NtmWindow *window = find_main_window (user_data);

  if (window != NULL)
    ntm_window_save_as (window, active_window (user_data));
}

static void
preferences_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  NtmWindow *window = find_main_window (user_data);

  if (window != NULL)
    gtk_window_present (GTK_WINDOW (ntm_preferences_new (GTK_WINDOW (window), NTM_APPLICATION (user_data)->settings,
                                                         ntm_window_get_desk (window))));
}

/* A dialog is answered first: what is typed in it would be lost. */
static gboolean
answer_dialog (GtkWindow *active)
{
  if (active == NULL || !gtk_window_get_modal (active))
    return TRUE;
  if (NTM_IS_FORM (active))
    return ntm_form_leave (NTM_FORM (active));
  gtk_widget_error_bell (GTK_WIDGET (active));
  return FALSE;
}

static void
quit_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  GtkWindow *active = active_window (user_data);
  GList *windows = g_list_copy_deep (gtk_application_get_windows (user_data), (GCopyFunc) (void *) g_object_ref, NULL);

  if (answer_dialog (active))
    for (GList *l = windows; l != NULL; l = l->next)
      gtk_window_close (l->data);
  g_list_free_full (windows, g_object_unref);
}

static void
apply_style (NtmApplication *self)
{
  static const AdwColorScheme schemes[] = {
    ADW_COLOR_SCHEME_DEFAULT,
    ADW_COLOR_SCHEME_FORCE_LIGHT,
    ADW_COLOR_SCHEME_FORCE_DARK,
  };
  guint style = g_settings_get_enum (self->settings, "style");

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), schemes[MIN (style, 2)]);
}

static void
add_actions (NtmApplication *self)
{
  static const GActionEntry entries[] = {
    { .name = "about", .activate = about_cb },
    { .name = "shortcuts", .activate = shortcuts_cb },
    { .name = "help", .activate = help_cb },
    { .name = "preferences", .activate = preferences_cb },
    { .name = "save-as", .activate = save_as_cb },
    { .name = "quit", .activate = quit_cb },
  };
  g_autoptr (GAction) style = g_settings_create_action (self->settings, "style");
  g_autoptr (GAction) language = g_settings_create_action (self->settings, "language");

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_action_map_add_action (G_ACTION_MAP (self), style);
  g_action_map_add_action (G_ACTION_MAP (self), language);
  for (guint i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), accels[i].action, accels[i].accels);
}

static void
ntm_application_startup (GApplication *application)
{
  NtmApplication *self = NTM_APPLICATION (application);

  ntm_app_register_resource ();
  G_APPLICATION_CLASS (ntm_application_parent_class)->startup (application);
  gtk_window_set_default_icon_name (APP_ID);
  g_signal_connect_object (self->settings, "changed::style", G_CALLBACK (apply_style), self, G_CONNECT_SWAPPED);
  apply_style (self);
  add_actions (self);
}

static void
ntm_application_activate (GApplication *application)
{
  NtmApplication *self = NTM_APPLICATION (application);
  GtkWindow *window = active_window (self);
  g_autofree char *path = NULL;
  g_autoptr (GFile) file = NULL;

  if (window != NULL)
    {
      gtk_window_present (window);
      return;
    }
  path = ntm_builtin_dup_path ();
  file = g_file_new_for_path (path);
  ntm_application_show_file (self, file);
}

static void
ntm_application_open (GApplication *application,
                      GFile       **files,
                      int           n_files,
                      const char   *hint)
{
  for (int i = 0; i < n_files; i++)
    ntm_application_show_file (NTM_APPLICATION (application), files[i]);
}

static int
ntm_application_handle_local_options (GApplication *application,
                                      GVariantDict *options)
{
  if (!g_variant_dict_contains (options, "version"))
    return -1;
  g_print ("ntm-atlas %s\n", VERSION);
  return 0;
}

static void
ntm_application_dispose (GObject *object)
{
  NtmApplication *self = NTM_APPLICATION (object);

  g_clear_object (&self->settings);
  G_OBJECT_CLASS (ntm_application_parent_class)->dispose (object);
}

static void
ntm_application_class_init (NtmApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ntm_application_dispose;
  application_class->startup = ntm_application_startup;
  application_class->activate = ntm_application_activate;
  application_class->open = ntm_application_open;
  application_class->handle_local_options = ntm_application_handle_local_options;
}

static void
ntm_application_init (NtmApplication *self)
{
  self->settings = ntm_settings_new ();
  g_application_add_main_option (G_APPLICATION (self), "version", 0, 0, G_OPTION_ARG_NONE,
                                 _("Show the version and exit"), NULL);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _("[FILE…]"));
}

/* By whatever name: opened a second time by a link, it would be locked by ourselves. */
static gboolean
is_same_file (GFile *a,
              GFile *b)
{
  const char *path_a = g_file_peek_path (a), *path_b = g_file_peek_path (b);
  GStatBuf info_a, info_b;

  if (g_file_equal (a, b))
    return TRUE;
  return path_a != NULL && path_b != NULL && g_stat (path_a, &info_a) == 0 && g_stat (path_b, &info_b) == 0
         && info_a.st_dev == info_b.st_dev && info_a.st_ino == info_b.st_ino;
}

/* A file already shown comes to the front; a window that shows none takes it. */
static NtmWindow *
find_window (NtmApplication *self,
             GFile          *file)
{
  NtmWindow *empty = NULL;

  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    {
      GFile *shown = NTM_IS_WINDOW (l->data) ? ntm_window_get_file (l->data) : NULL;

      if (shown != NULL && is_same_file (shown, file))
        return l->data;
      if (NTM_IS_WINDOW (l->data) && shown == NULL)
        empty = l->data;
    }
  return empty;
}

/**
 * ntm_application_init_language:
 *
 * Sets the language of the window: the one chosen in the settings, else that of the desktop. To be
 * called before GTK is initialised, which from then on leaves the locale alone.
 */
void
ntm_application_init_language (void)
{
  g_autoptr (GSettings) settings = ntm_settings_new ();
  g_autofree char *wanted = g_settings_get_string (settings, "language");

  ntm_lang_init (g_str_equal (wanted, "system") ? NULL : wanted, GETTEXT_PACKAGE);
  gtk_disable_setlocale ();
  g_set_application_name ("NTM Atlas");
}

/**
 * ntm_application_new:
 * @flags: %G_APPLICATION_HANDLES_OPEN, in tests also %G_APPLICATION_NON_UNIQUE
 *
 * Returns: (transfer full): the program, not yet started
 */
NtmApplication *
ntm_application_new (GApplicationFlags flags)
{
  return g_object_new (NTM_TYPE_APPLICATION,
                       "application-id", APP_ID,
                       "resource-base-path", "/org/ntmatlas/NtmAtlas",
                       "flags", flags,
                       NULL);
}

/**
 * ntm_application_get_settings:
 * @self: the program
 *
 * Returns: (transfer none): the settings its windows share
 */
GSettings *
ntm_application_get_settings (NtmApplication *self)
{
  g_return_val_if_fail (NTM_IS_APPLICATION (self), NULL);

  return self->settings;
}

/**
 * ntm_application_show_file:
 * @self: the program
 * @file: a file to show
 *
 * Shows @file: in the window that has it open already, in one that shows no file, or in a new one.
 */
void
ntm_application_show_file (NtmApplication *self,
                           GFile          *file)
{
  NtmWindow *window;
  GFile *shown;

  g_return_if_fail (NTM_IS_APPLICATION (self));
  g_return_if_fail (G_IS_FILE (file));

  window = find_window (self, file);
  if (window == NULL)
    window = ntm_window_new (self);
  shown = ntm_window_get_file (window);
  ntm_window_open (window, shown != NULL && is_same_file (shown, file) ? shown : file);
  gtk_window_present (GTK_WINDOW (window));
}
