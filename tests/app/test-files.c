/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opening, refusing, making: no file may bring the window down, and none that is refused may change. */

#include "config.h"

#include "fixture.h"

#include <glib/gstdio.h>
#include <string.h>

#include "ntm-builtin.h"

static void
assert_message (NtmWindow  *window,
                const char *name)
{
  const char *title = adw_status_page_get_title (window->message);
  const char *body = adw_status_page_get_description (window->message);

  g_test_message ("%s: %s: %s", name, title, body);
  g_assert_cmpstr (fixture_get_page (window), ==, "message");
  g_assert_cmpuint (strlen (title), >, 10);
  g_assert_cmpuint (strlen (body), >, 20);
  g_assert_null (ntm_desk_get_store (window->desk));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (window->date_button)));
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "set-date"));
}

static void
refuse (const char *name,
        const void *bytes,
        gsize       n)
{
  g_autofree char *path = fixture_dup_path (name);
  g_autofree char *after = NULL;
  NtmWindow *window;
  gsize n_after;

  fixture_write (path, bytes, n);
  window = fixture_open (path);
  assert_message (window, name);
  fixture_close (window);
  g_assert_true (g_file_get_contents (path, &after, &n_after, NULL));
  g_assert_cmpmem (after, n_after, bytes, n);
}

static void
test_refused (void)
{
  g_autofree char *good = fixture_new_file ("good.ntm");
  g_autofree char *bytes = NULL;
  gsize n;

  g_assert_true (g_file_get_contents (good, &bytes, &n, NULL));
  refuse ("text.ntm", "tên,giá trị\n1,2\n", strlen ("tên,giá trị\n1,2\n"));
  refuse ("empty.ntm", "", 0);
  refuse ("cut.ntm", bytes, n / 2);
  refuse ("header-only.ntm", bytes, 100);
  memcpy (bytes + 68, "\0\0\0\0", 4);
  refuse ("other-program.ntm", bytes, n);
}

static void
test_damaged_inside (void)
{
  g_autofree char *good = fixture_new_file ("good.ntm");
  g_autofree char *bytes = NULL;
  gsize n;

  g_assert_true (g_file_get_contents (good, &bytes, &n, NULL));
  memset (bytes + 8192, 0xff, 8192);
  refuse ("damaged.ntm", bytes, n);
}

static void
test_missing (void)
{
  g_autofree char *path = fixture_dup_path ("no such folder/nor file.ntm");
  NtmWindow *window = fixture_open (path);

  assert_message (window, "missing");
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  fixture_close (window);
}

static void
test_folder (void)
{
  g_autofree char *path = fixture_dup_path ("folder.ntm");
  NtmWindow *window;

  g_mkdir (path, 0700);
  window = fixture_open (path);
  assert_message (window, "folder");
  fixture_close (window);
}

static void
test_not_local (void)
{
  g_autoptr (GFile) file = g_file_new_for_uri ("https://example.invalid/hatinh.ntm");
  NtmWindow *window = ntm_window_new (fixture_get_app ());

  ntm_window_open (window, file);
  gtk_window_present (GTK_WINDOW (window));
  assert_message (window, "not local");
  fixture_close (window);
}

/* The window that refused one file takes the next. */
static void
test_recovers (void)
{
  g_autofree char *bad = fixture_dup_path ("bad.ntm");
  g_autofree char *good = fixture_new_file ("good.ntm");
  g_autoptr (GFile) file = g_file_new_for_path (good);
  NtmWindow *window;

  fixture_write (bad, "x", 1);
  window = fixture_open (bad);
  ntm_window_open (window, file);
  fixture_settle (window);
  g_assert_cmpstr (fixture_get_page (window), ==, "content");
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (window->date_button)));
  fixture_close (window);
}

/* Started without a file: the built-in one is made once and never written over. */
static void
test_first_start (void)
{
  g_autofree char *path = ntm_builtin_dup_path ();
  gint64 end = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;
  g_autoptr (GError) error = NULL;
  NtmWindow *window;

  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_application_activate (G_APPLICATION (fixture_get_app ()));
  window = NTM_WINDOW (gtk_application_get_active_window (GTK_APPLICATION (fixture_get_app ())));
  g_assert_cmpstr (fixture_get_page (window), ==, "loading");
  while (g_strcmp0 (fixture_get_page (window), "content") != 0)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, FALSE);
    }
  fixture_settle (window);
  g_assert_true (ntm_desk_set_date (window->desk, ntm_date_new (2020, 1, 2), &error));
  fixture_close (window);

  g_application_activate (G_APPLICATION (fixture_get_app ()));
  window = NTM_WINDOW (gtk_application_get_active_window (GTK_APPLICATION (fixture_get_app ())));
  fixture_settle (window);
  g_assert_cmpint (ntm_desk_get_date (window->desk), ==, ntm_date_new (2020, 1, 2));
  fixture_close (window);
}

static guint
count_windows (void)
{
  return g_list_length (gtk_application_get_windows (GTK_APPLICATION (fixture_get_app ())));
}

static void
test_one_window_a_file (void)
{
  g_autofree char *one = fixture_new_file ("one.ntm");
  g_autofree char *two = fixture_new_file ("two.ntm");
  g_autoptr (GFile) first = g_file_new_for_path (one);
  g_autoptr (GFile) second = g_file_new_for_path (two);
  NtmWindow *window = fixture_open (one);

  ntm_application_show_file (fixture_get_app (), first);
  g_assert_cmpuint (count_windows (), ==, 1);
  ntm_application_show_file (fixture_get_app (), second);
  g_assert_cmpuint (count_windows (), ==, 2);
  fixture_close (NTM_WINDOW (gtk_application_get_windows (GTK_APPLICATION (fixture_get_app ()))->data));
  if (count_windows () > 0 && gtk_application_get_windows (GTK_APPLICATION (fixture_get_app ()))->data == window)
    fixture_close (window);
  g_assert_cmpuint (count_windows (), ==, 0);
}

/* What the writer writes is shown; who looks on keeps the unit and the view. */
static void
follow_writer (NtmWindow *window,
               NtmStore  *writer)
{
  NtmAtlas *atlas = ntm_desk_get_atlas (window->desk);
  g_autofree char *id = g_strdup (((const NtmUnit *) ntm_atlas_units (atlas)->pdata[3])->id);
  g_autoptr (NtmEdit) edit = ntm_edit_new_reference_date (ntm_store_get_atlas (writer), ntm_date_new (2023, 5, 6), NULL);

  fixture_act (window, "win.show-view", "charts");
  ntm_desk_select (window->desk, id);
  _ntm_window_look (window);
  g_assert_cmpint (ntm_desk_get_date (window->desk), !=, ntm_date_new (2023, 5, 6));
  g_assert_true (ntm_store_apply (writer, edit, NULL));
  _ntm_window_look (window);
  g_assert_cmpint (ntm_desk_get_date (window->desk), ==, ntm_date_new (2023, 5, 6));
  g_assert_cmpstr (ntm_desk_get_selected (window->desk)->id, ==, id);
  g_assert_cmpstr (adw_view_stack_get_visible_child_name (window->views), ==, "charts");
  g_assert_nonnull (strstr (gtk_label_get_text (window->strip_label), "Nguyễn Thị Lan"));
}

/* Another file takes the place of the one that is read: it is shown. One that is gone is told. */
static void
test_replaced (void)
{
  g_autofree char *path = fixture_new_file ("replaced.ntm");
  g_autofree char *next = fixture_dup_path ("next.ntm");
  g_autoptr (NtmStore) other = ntm_store_open (path, NTM_STORE_WRITE, NULL);
  g_autoptr (NtmEdit) edit = ntm_edit_new_reference_date (ntm_store_get_atlas (other), ntm_date_new (2022, 5, 6), NULL);
  NtmWindow *window = fixture_open (path);

  g_assert_true (ntm_store_backup (other, next, NULL));
  g_assert_cmpint (g_rename (path, next), ==, 0);
  _ntm_window_look (window);
  g_assert_null (window->opening);
  g_assert_nonnull (strstr (gtk_label_get_text (window->strip_label), "replaced.ntm"));
  g_assert_cmpint (g_rename (next, path), ==, 0);
  g_assert_true (ntm_store_apply (other, edit, NULL));
  g_assert_true (ntm_store_backup (other, next, NULL));
  g_clear_pointer (&other, ntm_store_free);
  g_assert_cmpint (g_rename (next, path), ==, 0);
  g_assert_cmpint (ntm_desk_get_date (window->desk), !=, ntm_date_new (2022, 5, 6));
  _ntm_window_look (window);
  fixture_settle (window);
  g_assert_cmpint (ntm_desk_get_date (window->desk), ==, ntm_date_new (2022, 5, 6));
  fixture_close (window);
}

/* Somebody else has it open: it can be read, a strip says who, and nothing can be written. */
static void
test_locked (void)
{
  g_autofree char *path = fixture_new_file ("locked.ntm");
  g_autoptr (GError) error = NULL;
  g_autoptr (NtmStore) other = ntm_store_open (path, NTM_STORE_WRITE, &error);
  NtmWindow *window;

  g_assert_no_error (error);
  ntm_store_set_author (other, "Nguyễn Thị Lan");
  window = fixture_open (path);
  g_assert_cmpstr (fixture_get_page (window), ==, "content");
  g_assert_true (ntm_store_is_read_only (ntm_desk_get_store (window->desk)));
  g_assert_true (gtk_widget_get_visible (window->strip));
  g_assert_nonnull (strstr (gtk_label_get_text (window->strip_label), "Nguyễn Thị Lan"));
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "set-date"));
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "undo"));

  follow_writer (window, other);
  g_clear_pointer (&other, ntm_store_free);
  _ntm_window_look (window);
  g_assert_null (strstr (gtk_label_get_text (window->strip_label), "Nguyễn Thị Lan"));
  g_assert_true (gtk_widget_get_visible (window->strip));
  fixture_act (window, "win.reopen", NULL);
  g_assert_false (ntm_store_is_read_only (ntm_desk_get_store (window->desk)));
  g_assert_false (gtk_widget_get_visible (window->strip));
  g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "set-date"));
  fixture_close (window);
}

/* A closed window has given its file back. */
static void
test_closed (void)
{
  g_autofree char *path = fixture_new_file ("closed.ntm");
  g_autoptr (GError) error = NULL;
  g_autoptr (NtmStore) store = NULL;

  fixture_close (fixture_open (path));
  store = ntm_store_open (path, NTM_STORE_WRITE, &error);
  g_assert_no_error (error);
}

/* A new file where there is one already shows that one and leaves it as it is. */
static void
test_create_over (void)
{
  g_autofree char *path = fixture_dup_path ("mine.ntm");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *after = NULL;
  NtmWindow *window = ntm_window_new (fixture_get_app ());

  fixture_write (path, "mine", 4);
  ntm_window_create (window, file);
  gtk_window_present (GTK_WINDOW (window));
  while (g_strcmp0 (fixture_get_page (window), "message") != 0)
    g_main_context_iteration (NULL, TRUE);
  assert_message (window, "create over");
  g_assert_true (g_file_get_contents (path, &after, NULL, NULL));
  g_assert_cmpstr (after, ==, "mine");
  fixture_close (window);
}

/* Nothing is left behind where a file cannot be made. */
static void
test_create_fails (void)
{
  g_autofree char *blocker = fixture_dup_path ("blocker");
  g_autofree char *path = fixture_dup_path ("blocker/new.ntm");
  g_autoptr (GError) error = NULL;

  fixture_write (blocker, "", 0);
  g_assert_false (ntm_builtin_create (path, &error));
  g_assert_nonnull (error);
}

static void
drop (NtmWindow  *window,
      const char *paths[],
      guint       n)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (window));
  g_auto (GValue) value = G_VALUE_INIT;
  GSList *files = NULL;
  gboolean taken = FALSE;

  for (guint i = 0; i < n; i++)
    files = g_slist_append (files, g_file_new_for_path (paths[i]));
  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, gdk_file_list_new_from_list (files));
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        g_signal_emit_by_name (controller, "drop", &value, 0.0, 0.0, &taken);
    }
  g_slist_free_full (files, g_object_unref);
  g_assert_true (taken);
}

static NtmWindow *
find_shown (const char *path)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (fixture_get_app ())); l != NULL; l = l->next)
    if (NTM_IS_WINDOW (l->data) && NTM_WINDOW (l->data)->file != NULL
        && g_strcmp0 (g_file_peek_path (NTM_WINDOW (l->data)->file), path) == 0)
      return l->data;
  return NULL;
}

/* Files dropped on a window that shows one: each in its own, what cannot be opened said there, the window as it was. */
static void
test_dropped (void)
{
  g_autofree char *first = fixture_new_file ("first.ntm");
  g_autofree char *second = fixture_new_file ("second.ntm");
  g_autofree char *table = fixture_dup_path ("table.csv");
  g_autofree char *gone = fixture_dup_path ("gone.ntm");
  g_autofree char *folder = g_path_get_dirname (first);
  const char *paths[] = { second, table, gone, folder, first };
  NtmWindow *window = fixture_open (first), *other;
  NtmStore *store = ntm_desk_get_store (window->desk);

  fixture_write (table, "a;b", 3);
  drop (window, paths, G_N_ELEMENTS (paths));
  g_assert_true (find_shown (first) == window);
  g_assert_true (ntm_desk_get_store (window->desk) == store);
  other = find_shown (second);
  fixture_settle (other);
  g_assert_nonnull (ntm_desk_get_atlas (other->desk));
  fixture_close (other);
  for (guint i = 1; i < 4; i++)
    {
      other = find_shown (paths[i]);
      g_assert_nonnull (other);
      fixture_settle (other);
      assert_message (other, paths[i]);
      fixture_close (other);
    }
  fixture_close (window);
}

int
main (int   argc,
      char *argv[])
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/app/files/first-start", test_first_start);
  g_test_add_func ("/app/files/refused", test_refused);
  g_test_add_func ("/app/files/damaged-inside", test_damaged_inside);
  g_test_add_func ("/app/files/missing", test_missing);
  g_test_add_func ("/app/files/folder", test_folder);
  g_test_add_func ("/app/files/not-local", test_not_local);
  g_test_add_func ("/app/files/recovers", test_recovers);
  g_test_add_func ("/app/files/one-window-a-file", test_one_window_a_file);
  g_test_add_func ("/app/files/dropped", test_dropped);
  g_test_add_func ("/app/files/locked", test_locked);
  g_test_add_func ("/app/files/replaced", test_replaced);
  g_test_add_func ("/app/files/closed", test_closed);
  g_test_add_func ("/app/files/create-over", test_create_over);
  g_test_add_func ("/app/files/create-fails", test_create_fails);
  return fixture_run ();
}
