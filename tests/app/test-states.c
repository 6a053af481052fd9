/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file that is slow to open, one that does not take what is typed, and commands that go by the page in front. */

#include "config.h"

#include "fixture.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "ntm-csv.h"
#include "ntm-form.h"
#include "ntm-grid-editor.h"
#include "ntm-grid.h"
#include "ntm-meeting-window.h"
#include "ntm-sheet.h"
#include "ntm-task-form.h"

static GtkWidget *
find_part (GtkWidget *widget,
           GType      type)
{
  GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (widget, type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_part (child, type);
  return found;
}

static GtkWidget *
find_command (GtkWidget  *widget,
              const char *action)
{
  const char *own = GTK_IS_ACTIONABLE (widget) ? gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)) : NULL;
  GtkWidget *found = g_strcmp0 (own, action) == 0 ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_command (child, action);
  return found;
}

static gpointer
find_window (GType type)
{
  GListModel *all = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (all, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (window, type) && gtk_widget_get_visible (window))
        return window;
    }
  return NULL;
}

/* --- opening ----------------------------------------------------------------------------------- */

/* Nothing for a moment, then a spinner, and only what takes long has a bar that counts and can be cancelled. */
static void
test_stages (void)
{
  static const struct { gint64 ms; gboolean shown, bar; } cases[] = {
    { 0, FALSE, FALSE }, { 299, FALSE, FALSE }, { 300, TRUE, FALSE }, { 1999, TRUE, FALSE }, { 2000, TRUE, TRUE },
  };
  NtmWindow *window = ntm_window_new (fixture_get_app ());
  GtkWidget *loading = GTK_WIDGET (window->loading);
  GtkWidget *bar = find_part (loading, GTK_TYPE_PROGRESS_BAR);
  GtkWidget *count = gtk_widget_get_next_sibling (bar);
  const char *text = ntm_lang_current () == NTM_LANG_VI ? "1.200" : "1,200";

  gtk_window_present (GTK_WINDOW (window));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ntm_loading_tell (window->loading, cases[i].ms * 1000, 1200, 10700);
      g_assert_cmpint (gtk_widget_get_visible (loading), ==, cases[i].shown);
      g_assert_cmpint (gtk_widget_get_mapped (find_part (loading, GTK_TYPE_SPINNER)), ==, cases[i].shown && !cases[i].bar);
      g_assert_cmpint (gtk_widget_get_mapped (bar), ==, cases[i].bar);
      g_assert_cmpint (gtk_widget_get_mapped (find_part (loading, GTK_TYPE_BUTTON)), ==, cases[i].bar);
    }
  g_assert_cmpfloat_with_epsilon (gtk_progress_bar_get_fraction (GTK_PROGRESS_BAR (bar)), 1200.0 / 10700, 1e-6);
  g_assert_nonnull (strstr (gtk_label_get_text (GTK_LABEL (count)), text));
  fixture_spin (100);
  fixture_save_picture (GTK_WIDGET (window), ntm_lang_current () == NTM_LANG_VI ? "loading-vi.png" : "loading-en.png");
  fixture_close (window);
}

static const char *
shown_path (NtmWindow *window)
{
  return ntm_store_get_path (ntm_desk_get_store (window->desk));
}

/* What is shown stays until the next file is there. */
static void
test_old_stays (void)
{
  g_autofree char *one = fixture_new_file ("one.ntm");
  g_autofree char *two = fixture_new_file ("two.ntm");
  g_autoptr (GFile) file = g_file_new_for_path (two);
  NtmWindow *window = fixture_open (one);

  ntm_window_open (window, file);
  g_assert_cmpstr (shown_path (window), ==, one);
  g_assert_cmpstr (fixture_get_page (window), ==, "content");
  fixture_settle (window);
  g_assert_cmpstr (shown_path (window), ==, two);
  fixture_close (window);
}

/* A file that is refused costs nobody what is on screen. */
static void
test_refused_stays (void)
{
  g_autofree char *path = fixture_new_file ("kept.ntm");
  g_autofree char *missing = fixture_dup_path ("missing.ntm");
  g_autoptr (GFile) file = g_file_new_for_path (missing);
  NtmWindow *window = fixture_open (path);

  ntm_window_open (window, file);
  fixture_settle (window);
  g_assert_cmpstr (fixture_get_page (window), ==, "content");
  g_assert_cmpstr (shown_path (window), ==, path);
  g_assert_false (g_file_equal (ntm_window_get_file (window), file));
  gtk_window_destroy (find_window (ADW_TYPE_MESSAGE_DIALOG));
  fixture_close (window);
}

/* Returns: a connection that lets nobody read @path until it is closed */
static sqlite3 *
hold (const char *path)
{
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "BEGIN EXCLUSIVE", NULL, NULL, NULL), ==, SQLITE_OK);
  return db;
}

/* The window goes on while the disk does not answer, and what is cancelled leaves everything as it was. */
static void
test_cancel (void)
{
  g_autofree char *one = fixture_new_file ("one.ntm");
  g_autofree char *slow = fixture_new_file ("slow.ntm");
  g_autoptr (GFile) file = g_file_new_for_path (slow);
  sqlite3 *db = hold (slow);
  NtmWindow *window = fixture_open (one);
  gint64 start = g_get_monotonic_time ();

  ntm_window_open (window, file);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 200 * 1000);
  fixture_spin (450);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (window->loading)));
  g_assert_true (g_file_equal (ntm_window_get_file (window), file));
  g_signal_emit_by_name (window->loading, "cancelled");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (window->loading)));
  g_assert_cmpstr (shown_path (window), ==, one);
  g_assert_false (g_file_equal (ntm_window_get_file (window), file));
  sqlite3_close (db);
  fixture_spin (1200);
  g_assert_cmpstr (shown_path (window), ==, one);
  ntm_window_open (window, file);
  fixture_settle (window);
  g_assert_cmpstr (shown_path (window), ==, slow);
  fixture_close (window);
}

/* Without a file before, a window says that it was cancelled; one that is closed forgets what it waited for. */
static void
test_cancel_first (void)
{
  g_autofree char *slow = fixture_new_file ("slow.ntm");
  g_autoptr (GFile) file = g_file_new_for_path (slow);
  sqlite3 *db = hold (slow);
  NtmWindow *window = ntm_window_new (fixture_get_app ());

  gtk_window_present (GTK_WINDOW (window));
  ntm_window_open (window, file);
  g_signal_emit_by_name (window->loading, "cancelled");
  g_assert_cmpstr (fixture_get_page (window), ==, "message");
  ntm_window_open (window, file);
  fixture_close (window);
  sqlite3_close (db);
  fixture_spin (1200);
  g_assert_null (gtk_application_get_windows (GTK_APPLICATION (fixture_get_app ())));
}

/* --- writing ----------------------------------------------------------------------------------- */

typedef struct
{
  NtmWindow *window;
  char      *path;
  char      *away;
} Broken;

/* The file is gone from its place: nothing may be written from now on. */
static void
break_file (Broken *self)
{
  self->path = fixture_new_file ("broken.ntm");
  self->away = fixture_dup_path ("away.ntm");
  self->window = fixture_open (self->path);
  g_assert_cmpint (g_rename (self->path, self->away), ==, 0);
}

static void
mend_file (Broken *self)
{
  g_assert_cmpint (g_rename (self->away, self->path), ==, 0);
}

static void
end_broken (Broken *self)
{
  fixture_close (self->window);
  g_free (self->path);
  g_free (self->away);
}

static void
assert_strip (Broken  *self,
              gboolean shown)
{
  const char *text = ntm_notice_get_text (self->window->write_notice);

  g_assert_cmpint (gtk_widget_get_visible (GTK_WIDGET (self->window->write_notice)), ==, shown);
  g_assert_cmpint (strstr (text, self->path) != NULL, ==, shown);
  g_assert_null (find_window (ADW_TYPE_MESSAGE_DIALOG));
}

static void
test_strip (void)
{
  Broken self;

  break_file (&self);
  assert_strip (&self, FALSE);
  fixture_act (self.window, "win.set-date", "2020-05-06");
  assert_strip (&self, TRUE);
  fixture_save_picture (GTK_WIDGET (self.window), ntm_lang_current () == NTM_LANG_VI ? "unwritten-vi.png" : "unwritten-en.png");
  /* What is wrong with the change and not with the file is said as ever, and the strip stays. */
  fixture_act (self.window, "win.set-date", "nonsense");
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (self.window->write_notice)));
  gtk_window_destroy (find_window (ADW_TYPE_MESSAGE_DIALOG));
  mend_file (&self);
  fixture_act (self.window, "win.set-date", "2020-05-06");
  assert_strip (&self, FALSE);
  g_assert_cmpint (ntm_desk_get_date (self.window->desk), ==, ntm_date_new (2020, 5, 6));
  end_broken (&self);
}

static void
test_locked (void)
{
  g_autofree char *path = fixture_new_file ("held.ntm");
  Broken self = { fixture_open (path), path, NULL };
  sqlite3 *other;

  /* Another program is writing. */
  g_assert_cmpint (sqlite3_open (path, &other), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (other, "BEGIN EXCLUSIVE", NULL, NULL, NULL), ==, SQLITE_OK);
  fixture_act (self.window, "win.set-date", "2020-05-06");
  assert_strip (&self, TRUE);
  g_assert_cmpint (ntm_desk_get_date (self.window->desk), !=, ntm_date_new (2020, 5, 6));
  sqlite3_close (other);
  fixture_act (self.window, "win.set-date", "2020-05-06");
  assert_strip (&self, FALSE);
  fixture_close (self.window);
}

/* Gives the chooser that a command opened a name for the new file. */
static void
answer_chooser (const char *path)
{
  GtkFileChooser *chooser;
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autoptr (GFile) file = g_file_new_for_path (folder);

  fixture_spin (100);
  chooser = find_window (GTK_TYPE_FILE_CHOOSER);
  g_assert_nonnull (chooser);
  gtk_file_chooser_set_current_folder (chooser, file, NULL);
  gtk_file_chooser_set_current_name (chooser, name);
  fixture_spin (300);
  g_signal_emit_by_name (chooser, "response", GTK_RESPONSE_ACCEPT);
  for (int i = 0; i < 100 && find_window (GTK_TYPE_FILE_CHOOSER) != NULL; i++)
    fixture_spin (20);
}

/* A number waits in its editor; after the file was saved under another name it goes there. */
static void
test_sheet_keeps (void)
{
  g_autofree char *saved = fixture_dup_path ("saved.ntm");
  Broken self;
  NtmGrid *grid;
  NtmGridEditor *editor;

  break_file (&self);
  fixture_act (self.window, "win.show-view", "table");
  fixture_act (self.window, "win.show-indicator", "income_per_capita");
  grid = ntm_sheet_page_get_grid (self.window->sheet_page);
  editor = NTM_GRID_EDITOR (ntm_grid_get_editor (grid));
  ntm_grid_start_edit (grid, "");
  gtk_editable_set_text (GTK_EDITABLE (ntm_grid_editor_get_entry (editor)), "41");
  g_assert_false (ntm_grid_finish_edit (grid));
  assert_strip (&self, TRUE);
  g_assert_true (ntm_grid_is_editing (grid));

  g_action_group_activate_action (G_ACTION_GROUP (fixture_get_app ()), "save-as", NULL);
  answer_chooser (saved);
  fixture_settle (self.window);
  g_assert_cmpstr (shown_path (self.window), ==, saved);
  assert_strip (&self, FALSE);
  g_assert_true (ntm_grid_is_editing (grid));
  g_assert_cmpstr (ntm_grid_editor_get_text (editor), ==, "41");
  g_assert_true (ntm_grid_finish_edit (grid));
  g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (self.window), "undo"));
  end_broken (&self);
  g_unlink (saved);
}

/* A dialog stays open with all that was typed, offers another file, and saves once that is possible. */
static void
test_dialog_keeps (void)
{
  Broken self;
  NtmFormPage *page;
  NtmForm *dialog;
  GtkWidget *save_as;
  GtkEditable *title;
  g_autofree char *id = NULL;

  break_file (&self);
  id = g_strdup (((const NtmTask *) ntm_atlas_records (ntm_desk_get_atlas (self.window->desk), NTM_TABLE_TASK)->pdata[0])->id);
  page = ntm_task_form_new (self.window->desk, id, ntm_date_new (2024, 3, 1));
  dialog = ntm_form_new (GTK_WINDOW (self.window), page);
  gtk_window_present (GTK_WINDOW (dialog));
  fixture_spin (200);
  title = GTK_EDITABLE (ntm_form_page_get_field (page, "title_vi"));
  gtk_editable_set_text (title, "Rà soát");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "form.save", NULL);
  g_assert_true (find_window (NTM_TYPE_FORM) == dialog);
  save_as = find_command (GTK_WIDGET (dialog), "app.save-as");
  g_assert_true (gtk_widget_get_mapped (save_as));
  g_assert_true (gtk_widget_is_sensitive (save_as));   /* the command is found from the dialog */
  g_assert_cmpstr (gtk_editable_get_text (title), ==, "Rà soát");
  assert_strip (&self, TRUE);
  mend_file (&self);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "form.save", NULL);
  fixture_spin (50);
  g_assert_null (find_window (NTM_TYPE_FORM));
  assert_strip (&self, FALSE);
  g_assert_cmpstr (((const NtmTask *) ntm_atlas_lookup (ntm_desk_get_atlas (self.window->desk), NTM_TABLE_TASK, id))->title_vi,
                   ==, "Rà soát");
  end_broken (&self);
}

/* --- keys -------------------------------------------------------------------------------------- */

static char *
export (NtmWindow  *window,
        const char *view,
        const char *name)
{
  g_autofree char *path = fixture_dup_path (name);
  g_autofree char *with_ending = g_strconcat (path, ".csv", NULL);
  char *text = NULL;

  fixture_act (window, "win.show-view", view);
  fixture_act (window, "win.export", NULL);
  answer_chooser (path);
  fixture_spin (100);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL) || g_file_get_contents (with_ending, &text, NULL, NULL));
  return text;
}

/* The table comes out as it stands, with numbers as machines read them; the other pages in their own way. */
static void
test_export (void)
{
  g_autofree char *path = fixture_new_file ("export.ntm");
  NtmWindow *window = fixture_open (path);
  NtmGridModel *model;
  const char *typed = ntm_lang_current () == NTM_LANG_VI ? "1.234,5" : "1,234.5";
  g_autoptr (GError) error = NULL;
  g_autoptr (NtmCsv) csv = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *table = NULL;
  g_autofree char *tasks = NULL;
  g_autofree char *map = NULL;
  guint n = 0;

  fixture_act (window, "win.show-view", "table");
  model = NTM_GRID_MODEL (ntm_sheet_page_get_sheet (window->sheet_page));
  fixture_act (window, "win.show-indicator", "income_per_capita");
  ntm_grid_model_set_text (model, 1, 2, typed, TRUE, &error);
  g_assert_no_error (error);
  table = export (window, "table", "table.csv");
  g_assert_true (g_str_has_prefix (table, "\xef\xbb\xbf"));
  bytes = g_bytes_new (table, strlen (table));
  csv = ntm_csv_new (bytes, "table.csv", &error);
  g_assert_no_error (error);
  while (ntm_csv_next (csv, &error))
    if (++n == 2)
      g_assert_cmpstr (ntm_csv_get (csv, 3), ==, "1234.5");
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, ntm_grid_model_get_shape (model).n_rows);
  g_assert_cmpuint (g_strv_length ((char **) ntm_csv_get_header (csv)), ==, ntm_grid_model_get_shape (model).n_columns + 1);
  tasks = export (window, "tasks", "tasks");   /* the ending is added */
  g_assert_nonnull (strstr (tasks, "Hồng Lĩnh"));
  map = export (window, "map", "map.png");
  g_assert_true (g_str_has_prefix (map, "\x89PNG"));
  fixture_close (window);
}

static const char *
shown_kind (NtmWindow  *window,
            const char *view)
{
  static const char * const kinds[] = { "map", "trend", "rank", "table", "tasks" };
  NtmMeetingWindow *meeting;
  NtmFigureKind kind;

  fixture_act (window, "win.show-view", view);
  fixture_act (window, "win.present-here", NULL);
  fixture_spin (600);
  meeting = find_window (NTM_TYPE_MEETING_WINDOW);
  g_assert_nonnull (meeting);
  kind = ntm_slide_deck_get_kind (ntm_meeting_window_get_deck (meeting), ntm_meeting_window_get_slide (meeting));
  gtk_window_destroy (GTK_WINDOW (meeting));
  return kinds[kind];
}

static void
test_present_here (void)
{
  g_autofree char *path = fixture_new_file ("here.ntm");
  NtmWindow *window = fixture_open (path);

  g_assert_cmpstr (shown_kind (window, "tasks"), ==, "tasks");
  g_assert_cmpstr (shown_kind (window, "charts"), ==, "trend");
  g_assert_cmpstr (shown_kind (window, "table"), ==, "table");
  g_assert_cmpstr (shown_kind (window, "map"), ==, "map");
  fixture_close (window);
}

int
main (int   argc,
      char *argv[])
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/app/states/stages", test_stages);
  g_test_add_func ("/app/states/old-stays", test_old_stays);
  g_test_add_func ("/app/states/refused-stays", test_refused_stays);
  g_test_add_func ("/app/states/cancel", test_cancel);
  g_test_add_func ("/app/states/cancel-first", test_cancel_first);
  g_test_add_func ("/app/states/strip", test_strip);
  g_test_add_func ("/app/states/locked", test_locked);
  g_test_add_func ("/app/states/sheet-keeps", test_sheet_keeps);
  g_test_add_func ("/app/states/dialog-keeps", test_dialog_keeps);
  g_test_add_func ("/app/states/export", test_export);
  g_test_add_func ("/app/states/present-here", test_present_here);
  return fixture_run ();
}
