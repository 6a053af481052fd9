/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Each row is bound to its setting: what is chosen holds at once, there is nothing to save. */

#include "config.h"

#include "ntm-preferences.h"

#include <glib/gi18n.h>

#include "ntm-backup.h"
#include "ntm-dialogs.h"
#include "ntm-errors.h"

struct _NtmPreferences
{
  AdwWindow parent_instance;

  GSettings *settings;
  NtmDesk   *desk;      /* NULL where no window has a file */
  gboolean   is_busy;   /* a backup is being made */
  char      *language;  /* as it was when the program started */

  AdwComboRow  *language_row;
  GtkWidget    *language_note;
  AdwComboRow  *style_row;
  AdwComboRow  *basis_row;
  GtkEditable  *author_row;
  AdwActionRow *folder_row;
  AdwActionRow *backup_row;
  GtkWidget    *backup_button;
  GtkWidget    *forget_button;
};

G_DEFINE_FINAL_TYPE (NtmPreferences, ntm_preferences, ADW_TYPE_WINDOW)

/* --- settings that are one of a few ------------------------------------------------------------ */

static gboolean
enum_to_selected (GValue   *value,
                  GVariant *variant,
                  gpointer  user_data)
{
  const char *const *nicks = user_data;

  for (guint i = 0; nicks[i] != NULL; i++)
    if (g_str_equal (nicks[i], g_variant_get_string (variant, NULL)))
      g_value_set_uint (value, i);
  return TRUE;
}

static GVariant *
selected_to_enum (const GValue       *value,
                  const GVariantType *type,
                  gpointer            user_data)
{
  const char *const *nicks = user_data;
  guint selected = g_value_get_uint (value);

  return selected < g_strv_length ((char **) nicks) ? g_variant_new_string (nicks[selected]) : NULL;
}

static void
bind_choice (NtmPreferences    *self,
             const char        *key,
             AdwComboRow       *row,
             const char *const *nicks)
{
  g_settings_bind_with_mapping (self->settings, key, row, "selected", G_SETTINGS_BIND_DEFAULT, enum_to_selected,
                                selected_to_enum, (gpointer) nicks, NULL);
}

static void
bind_settings (NtmPreferences *self)
{
  static const char *const languages[] = { "system", "vi", "en", NULL };
  static const char *const styles[] = { "system", "light", "dark", NULL };
  static const char *const bases[] = { "signed", "year", NULL };

  bind_choice (self, "language", self->language_row, languages);
  bind_choice (self, "style", self->style_row, styles);
  bind_choice (self, "basis", self->basis_row, bases);
  g_settings_bind (self->settings, "author", self->author_row, "text", G_SETTINGS_BIND_DEFAULT);
}

/* The language is that of the start; a word says so as soon as another is chosen. */
static void
language_changed_cb (NtmPreferences *self)
{
  g_autofree char *language = g_settings_get_string (self->settings, "language");

  gtk_widget_set_visible (self->language_note, !g_str_equal (language, self->language));
}

static void
author_changed_cb (NtmPreferences *self)
{
  if (self->desk != NULL)
    ntm_preferences_apply_author (self->settings, ntm_desk_get_store (self->desk));
}

/* --- backups ---------------------------------------------------------------------------------- */

static void
update_backup (NtmPreferences *self)
{
  g_autofree char *folder = g_settings_get_string (self->settings, "backup-folder");
  g_autofree char *shown = *folder == '\0' ? g_strdup (_("No folder is chosen: no backups are made")) : g_filename_display_name (folder);
  gboolean has_file = self->desk != NULL && ntm_desk_get_store (self->desk) != NULL;

  adw_action_row_set_subtitle (self->folder_row, shown);
  gtk_widget_set_visible (self->forget_button, *folder != '\0');
  gtk_widget_set_sensitive (self->backup_button, *folder != '\0' && has_file && !self->is_busy);
}

static void
folder_chosen (GtkWindow *window,
               GFile     *folder,
               gpointer   user_data)
{
  ntm_preferences_set_folder (NTM_PREFERENCES (window), folder);
}

static void
choose_folder_cb (NtmPreferences *self)
{
  ntm_dialogs_choose_folder (GTK_WINDOW (self), _("Folder for backups"), folder_chosen, NULL);
}

static void
forget_folder_cb (NtmPreferences *self)
{
  g_settings_set_string (self->settings, "backup-folder", "");
}

static void
backed_up_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  NtmPreferences *self = NTM_PREFERENCES (source);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = ntm_backup_finish (result, &error);
  g_autofree char *name = path == NULL ? NULL : g_filename_display_basename (path);
  g_autofree char *text = NULL;

  self->is_busy = FALSE;
  if (self->settings == NULL)   /* closed meanwhile */
    return;
  if (name != NULL)
    text = g_strdup_printf (_("Written: %s"), name);
  else
    text = g_strdup_printf ("%s. %s", ntm_error_heading (error), error->message);
  adw_action_row_set_subtitle (self->backup_row, text);
  if (name == NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->backup_row), "error");
  update_backup (self);
}

static void
back_up_cb (NtmPreferences *self)
{
  g_autofree char *folder = g_settings_get_string (self->settings, "backup-folder");

  self->is_busy = TRUE;
  update_backup (self);
  gtk_widget_remove_css_class (GTK_WIDGET (self->backup_row), "error");
  adw_action_row_set_subtitle (self->backup_row, _("Being written…"));
  ntm_backup_async (ntm_desk_get_store (self->desk), folder, self, backed_up_cb, NULL);
}

/* --- class ------------------------------------------------------------------------------------ */

static void
ntm_preferences_dispose (GObject *object)
{
  NtmPreferences *self = NTM_PREFERENCES (object);

  if (self->settings != NULL)
    g_signal_handlers_disconnect_by_data (self->settings, self);
  g_clear_object (&self->settings);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->language, g_free);
  G_OBJECT_CLASS (ntm_preferences_parent_class)->dispose (object);
}

static void
ntm_preferences_class_init (NtmPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ntm_preferences_dispose;
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/ntmatlas/NtmAtlas/ui/ntm-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, NtmPreferences, language_row);
  gtk_widget_class_bind_template_child (widget_class, NtmPreferences, language_note);
  gtk_widget_class_bind_template_child (widget_class, NtmPreferences, style_row);
  gtk_widget_class_bind_template_child (widget_class, NtmPreferences, basis_row);
  gtk_widget_class_bind_template_child (widget_class, NtmPreferences, author_row);
  gtk_widget_class_bind_template_child (widget_class, NtmPreferences, folder_row);
  gtk_widget_class_bind_template_child (widget_class, NtmPreferences, backup_row);
  gtk_widget_class_bind_template_child (widget_class, NtmPreferences, backup_button);
  gtk_widget_class_bind_template_child (widget_class, NtmPreferences, forget_button);
  gtk_widget_class_bind_template_callback (widget_class, choose_folder_cb);
  gtk_widget_class_bind_template_callback (widget_class, forget_folder_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_up_cb);
}

static void
ntm_preferences_init (NtmPreferences *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* What the program started with, kept with the settings it shares: the window may be opened again. */
static char *
language_of_start (GSettings *settings)
{
  const char *known = g_object_get_data (G_OBJECT (settings), "ntm-language-of-start");

  if (known == NULL)
    {
      known = g_settings_get_string (settings, "language");
      g_object_set_data_full (G_OBJECT (settings), "ntm-language-of-start", (gpointer) known, g_free);
    }
  return g_strdup (known);
}

/**
 * ntm_preferences_new:
 * @parent: (nullable): the window in front of which it opens
 * @settings: the settings of the program
 * @desk: (nullable): the desk of @parent, whose file is backed up
 *
 * Returns: (transfer none): the window, not yet shown, owned by GTK until it is closed
 */
NtmPreferences *
ntm_preferences_new (GtkWindow *parent,
                     GSettings *settings,
                     NtmDesk   *desk)
{
  NtmPreferences *self = g_object_new (NTM_TYPE_PREFERENCES, NULL);

  ntm_dialogs_attach (GTK_WINDOW (self), parent);
  self->settings = g_object_ref (settings);
  self->desk = desk == NULL ? NULL : g_object_ref (desk);
  self->language = language_of_start (settings);
  bind_settings (self);
  g_signal_connect_object (settings, "changed::language", G_CALLBACK (language_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed::author", G_CALLBACK (author_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed::backup-folder", G_CALLBACK (update_backup), self, G_CONNECT_SWAPPED);
  language_changed_cb (self);
  update_backup (self);
  return self;
}

/**
 * ntm_preferences_set_folder:
 * @self: the window
 * @folder: a folder on this computer
 *
 * Makes @folder the folder for backups; one that is not on this computer is refused with a message.
 */
void
ntm_preferences_set_folder (NtmPreferences *self,
                            GFile          *folder)
{
  g_autofree char *path = NULL;

  g_return_if_fail (NTM_IS_PREFERENCES (self) && G_IS_FILE (folder));

  path = g_file_get_path (folder);
  if (path != NULL)
    g_settings_set_string (self->settings, "backup-folder", path);
  else
    ntm_dialogs_message (GTK_WINDOW (self), _("This folder cannot be used"),
                         _("It is not on this computer. Choose a folder on a disk of this computer."));
}

/**
 * ntm_preferences_get_backup_words:
 * @self: the window
 *
 * Returns: (transfer none): what came of the last backup
 */
const char *
ntm_preferences_get_backup_words (NtmPreferences *self)
{
  g_return_val_if_fail (NTM_IS_PREFERENCES (self), NULL);

  return adw_action_row_get_subtitle (self->backup_row);
}

/**
 * ntm_preferences_is_busy:
 * @self: the window
 *
 * Returns: whether a backup is being made
 */
gboolean
ntm_preferences_is_busy (NtmPreferences *self)
{
  g_return_val_if_fail (NTM_IS_PREFERENCES (self), FALSE);

  return self->is_busy;
}

/**
 * ntm_preferences_apply_author:
 * @settings: the settings of the program
 * @store: (nullable): an open file
 *
 * Makes the name in the settings the author of what is changed from now on; without one it is that of the
 * account.
 */
void
ntm_preferences_apply_author (GSettings *settings,
                              NtmStore  *store)
{
  g_autofree char *author = g_strstrip (g_settings_get_string (settings, "author"));

  if (store != NULL)
    ntm_store_set_author (store, author);
}
