/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Preferences and backups: what is chosen is in the settings, what is copied can be opened. */

#include "config.h"

#include "fixture.h"

#include <glib/gstdio.h>
#include <string.h>

#include "ntm-backup.h"
#include "ntm-error.h"
#include "ntm-preferences.h"

static GSettings *
get_settings (void)
{
  return ntm_application_get_settings (fixture_get_app ());
}

static char *
new_folder (const char *name)
{
  char *folder = fixture_dup_path (name);

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  return folder;
}

static guint
count_files (const char *folder,
             const char *prefix)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    n += g_str_has_prefix (name, prefix);
  return n;
}

/* --- backups ---------------------------------------------------------------------------------- */

static void
test_write (void)
{
  g_autofree char *path = fixture_new_file ("backed.ntm");
  g_autofree char *folder = new_folder ("write");
  g_autoptr (GDateTime) now = g_date_time_new_utc (2024, 2, 21, 17, 30, 5);
  g_autoptr (NtmStore) store = ntm_store_open (path, NTM_STORE_WRITE, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *copy = NULL;
  g_autoptr (NtmStore) opened = NULL;

  copy = ntm_backup_write (store, folder, now, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_suffix (copy, "/write/backed-20240221-173005.ntm"));
  opened = ntm_store_open (copy, NTM_STORE_READ_ONLY, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ntm_atlas_units (ntm_store_get_atlas (opened))->len, ==, ntm_atlas_units (ntm_store_get_atlas (store))->len);
}

/* The ten newest stay, of this file only; other files of the folder are not ours. */
static void
test_kept (void)
{
  static const char *const others[] = {
    "kept-2-20200101-000000.ntm", "kept-20200101-000000.ntm.part", "kept-2020.ntm", "kept-20200101_000000.ntm", "kept.ntm", "x",
  };
  g_autofree char *path = fixture_new_file ("kept.ntm");
  g_autofree char *folder = new_folder ("keep");
  g_autoptr (NtmStore) store = ntm_store_open (path, NTM_STORE_WRITE, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autofree char *other = g_build_filename (folder, others[i], NULL);
      fixture_write (other, "x", 1);
    }
  for (int day = 1; day <= 13; day++)
    {
      g_autoptr (GDateTime) now = g_date_time_new_utc (2024, 2, day, 12, 0, 0);
      g_autofree char *copy = ntm_backup_write (store, folder, now, NULL);

      g_assert_nonnull (copy);
    }
  g_assert_cmpuint (count_files (folder, "kept-202402"), ==, NTM_BACKUP_KEPT);
  g_assert_cmpuint (count_files (folder, "kept-20240203"), ==, 0);
  g_assert_cmpuint (count_files (folder, "kept-20240204"), ==, 1);
  g_assert_cmpuint (count_files (folder, ""), ==, NTM_BACKUP_KEPT + G_N_ELEMENTS (others));
}

static void
test_no_folder (void)
{
  g_autofree char *path = fixture_new_file ("no-folder.ntm");
  g_autofree char *folder = fixture_dup_path ("not there");
  g_autoptr (NtmStore) store = ntm_store_open (path, NTM_STORE_WRITE, NULL);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GError) error = NULL;

  g_assert_null (ntm_backup_write (store, folder, now, &error));
  g_assert_error (error, NTM_ERROR, NTM_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "not there"));
}

/* Only a file that was changed is copied, once; a change of the view is none, an undo is one. */
static void
test_on_close (void)
{
  g_autofree char *path = fixture_new_file ("closing.ntm");
  g_autofree char *folder = new_folder ("close");
  g_autoptr (NtmDesk) desk = ntm_desk_new ();
  g_autoptr (NtmBackup) backup = ntm_backup_new (desk, get_settings ());
  g_autoptr (GError) error = NULL;

  ntm_desk_take_store (desk, ntm_store_open (path, NTM_STORE_WRITE, NULL));
  g_assert_true (ntm_desk_set_date (desk, ntm_date_new (2023, 6, 1), NULL));
  g_assert_false (ntm_backup_is_due (backup));      /* no folder is chosen */
  g_settings_set_string (get_settings (), "backup-folder", folder);
  g_assert_true (ntm_backup_is_due (backup));
  g_assert_true (ntm_backup_on_close (backup, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_files (folder, "closing-"), ==, 1);
  g_assert_false (ntm_backup_is_due (backup));
  ntm_desk_set_basis (desk, NTM_BASIS_YEAR);
  g_assert_false (ntm_backup_is_due (backup));
  g_assert_true (ntm_desk_undo (desk, NULL, NULL));
  g_assert_true (ntm_backup_is_due (backup));
  ntm_desk_take_store (desk, NULL);
  g_assert_false (ntm_backup_is_due (backup));
  ntm_desk_take_store (desk, ntm_store_open (path, NTM_STORE_WRITE, NULL));
  g_assert_false (ntm_backup_is_due (backup));
  g_settings_set_string (get_settings (), "backup-folder", "/nowhere at all");
  g_assert_true (ntm_desk_redo (desk, NULL, NULL));
  g_assert_false (ntm_backup_on_close (backup, &error));
  g_assert_nonnull (error);
  g_assert_true (ntm_backup_is_due (backup));
  g_settings_reset (get_settings (), "backup-folder");
  ntm_desk_take_store (desk, NULL);
}

/* --- the window ------------------------------------------------------------------------------- */

static GtkWidget *
find (GtkWidget  *widget,
      const char *id)
{
  return GTK_WIDGET (gtk_widget_get_template_child (widget, NTM_TYPE_PREFERENCES, id));
}

static void
picture (GtkWidget  *widget,
         const char *name)
{
  g_autofree char *file = g_strdup_printf ("%s-%s.png", name, ntm_lang_code (ntm_lang_current ()));

  gtk_test_widget_wait_for_draw (widget);
  fixture_spin (50);
  fixture_save_picture (widget, file);
}

static void
test_rows (void)
{
  g_autofree char *path = fixture_new_file ("rows.ntm");
  NtmWindow *window = fixture_open (path);
  GtkWidget *preferences = GTK_WIDGET (ntm_preferences_new (GTK_WINDOW (window), get_settings (), ntm_window_get_desk (window)));
  g_auto (NtmJournalEdit) last = { 0 };

  gtk_window_present (GTK_WINDOW (preferences));
  picture (preferences, "preferences");
  g_assert_false (gtk_widget_get_visible (find (preferences, "language_note")));
  adw_combo_row_set_selected (ADW_COMBO_ROW (find (preferences, "language_row")), 2);
  g_assert_cmpint (g_settings_get_enum (get_settings (), "language"), ==, 2);
  g_assert_true (gtk_widget_get_visible (find (preferences, "language_note")));
  picture (preferences, "preferences-language");
  adw_combo_row_set_selected (ADW_COMBO_ROW (find (preferences, "language_row")), 0);
  g_assert_false (gtk_widget_get_visible (find (preferences, "language_note")));
  adw_combo_row_set_selected (ADW_COMBO_ROW (find (preferences, "basis_row")), 1);
  g_assert_cmpint (g_settings_get_enum (get_settings (), "basis"), ==, 1);
  g_settings_set_enum (get_settings (), "style", 2);
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (find (preferences, "style_row"))), ==, 2);
  g_settings_reset (get_settings (), "style");
  g_settings_reset (get_settings (), "basis");

  gtk_editable_set_text (GTK_EDITABLE (find (preferences, "author_row")), "  Nguyễn Thị Lan ");
  g_assert_true (ntm_desk_set_date (ntm_window_get_desk (window), ntm_date_new (2023, 6, 1), NULL));
  g_assert_true (ntm_store_last_edit (ntm_desk_get_store (ntm_window_get_desk (window)), &last, NULL));
  g_assert_cmpstr (last.author, ==, "Nguyễn Thị Lan");
  g_settings_reset (get_settings (), "author");
  gtk_window_destroy (GTK_WINDOW (preferences));
  fixture_close (window);
}

static void
test_now (void)
{
  g_autofree char *path = fixture_new_file ("now.ntm");
  g_autofree char *folder = new_folder ("now");
  g_autoptr (GFile) file = g_file_new_for_path (folder);
  NtmWindow *window = fixture_open (path);
  NtmPreferences *preferences = ntm_preferences_new (GTK_WINDOW (window), get_settings (), ntm_window_get_desk (window));
  GtkWidget *button = find (GTK_WIDGET (preferences), "backup_button");
  gint64 end = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;

  gtk_window_present (GTK_WINDOW (preferences));
  g_assert_false (gtk_widget_get_sensitive (button));
  ntm_preferences_set_folder (preferences, file);
  g_assert_true (gtk_widget_get_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
  g_assert_true (ntm_preferences_is_busy (preferences));
  g_assert_false (gtk_widget_get_sensitive (button));
  while (ntm_preferences_is_busy (preferences) && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_test_message ("%s", ntm_preferences_get_backup_words (preferences));
  g_assert_cmpuint (count_files (folder, "now-"), ==, 1);
  g_assert_nonnull (strstr (ntm_preferences_get_backup_words (preferences), "now-20"));
  picture (GTK_WIDGET (preferences), "preferences-backup");
  g_settings_reset (get_settings (), "backup-folder");
  g_assert_false (gtk_widget_get_sensitive (button));
  gtk_window_destroy (GTK_WINDOW (preferences));
  fixture_close (window);
}

int
main (int   argc,
      char *argv[])
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/app/preferences/write", test_write);
  g_test_add_func ("/app/preferences/kept", test_kept);
  g_test_add_func ("/app/preferences/no-folder", test_no_folder);
  g_test_add_func ("/app/preferences/on-close", test_on_close);
  g_test_add_func ("/app/preferences/rows", test_rows);
  g_test_add_func ("/app/preferences/now", test_now);
  return fixture_run ();
}
