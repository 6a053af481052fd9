/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Closing: nothing that was typed and nothing that was stored may go with the window. */

#include "config.h"

#include "fixture.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "ntm-meeting-window.h"

static NtmGrid *
show_table (NtmWindow *window)
{
  fixture_act (window, "win.show-view", "table");
  fixture_settle (window);
  return ntm_sheet_page_get_grid (window->sheet_page);
}

static char *
dup_last_change (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NtmStore) store = ntm_store_open (path, NTM_STORE_READ_ONLY, &error);

  g_assert_no_error (error);
  return ntm_store_dup_undo_label (store);
}

/* The cell that is being typed is finished, as by clicking elsewhere. */
static void
test_cell (void)
{
  g_autofree char *path = fixture_new_file ("cell.ntm");
  NtmWindow *window = fixture_open (path);
  gpointer gone = window;
  g_autofree char *label = NULL;

  g_object_add_weak_pointer (G_OBJECT (window), &gone);
  ntm_grid_start_edit (show_table (window), "7");
  gtk_window_close (GTK_WINDOW (window));
  fixture_spin (50);
  g_assert_null (gone);
  label = dup_last_change (path);
  g_assert_nonnull (label);
  g_assert_true (g_str_has_suffix (label, ": 7"));
}

/* What the table does not take keeps the window, on whatever view it is; Escape is the way out. */
static void
test_refused_cell (void)
{
  g_autofree char *path = fixture_new_file ("refused.ntm");
  NtmWindow *window = fixture_open (path);
  NtmGrid *grid = show_table (window);

  ntm_grid_start_edit (grid, "abc");
  fixture_act (window, "win.show-view", "map");
  gtk_window_close (GTK_WINDOW (window));
  fixture_spin (50);
  g_assert_true (ntm_grid_is_editing (grid));
  g_assert_cmpstr (adw_view_stack_get_visible_child_name (window->views), ==, "table");
  fixture_act (window, "win.save", NULL);
  g_assert_null (window->toast);
  ntm_grid_cancel_edit (grid);
  gtk_window_close (GTK_WINDOW (window));
  fixture_spin (50);
  g_assert_null (gtk_application_get_windows (GTK_APPLICATION (fixture_get_app ())));
}

static GtkWindow *
find_message (NtmWindow *window)
{
  GListModel *all = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (GtkWindow) each = g_list_model_get_item (all, i);

      if (ADW_IS_MESSAGE_DIALOG (each) && gtk_window_get_transient_for (each) == GTK_WINDOW (window))
        return each;
    }
  return NULL;
}

/* A file deleted under the window lives as long as the window: that is said once. */
static void
test_deleted (void)
{
  g_autofree char *path = fixture_new_file ("deleted.ntm");
  NtmWindow *window = fixture_open (path);
  gpointer gone = window;
  GtkWindow *message;

  g_object_add_weak_pointer (G_OBJECT (window), &gone);
  g_assert_cmpint (g_unlink (path), ==, 0);
  gtk_window_close (GTK_WINDOW (window));
  fixture_spin (50);
  g_assert_nonnull (gone);
  message = find_message (window);
  g_assert_nonnull (message);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (message)), "deleted.ntm"));
  gtk_window_destroy (message);
  gtk_window_close (GTK_WINDOW (window));
  fixture_spin (50);
  g_assert_null (gone);
}

/* The event of the key that quits still holds the window it was pressed in when the other one is gone. */
static void
test_outlived (void)
{
  g_autofree char *path = fixture_new_file ("outlived.ntm");
  NtmWindow *window = fixture_open (path);
  GtkWindow *meeting = g_object_ref (GTK_WINDOW (ntm_meeting_window_new (GTK_WINDOW (window), window->desk)));
  gpointer gone = window;

  g_object_add_weak_pointer (G_OBJECT (window), &gone);
  gtk_window_present (meeting);
  fixture_spin (50);
  gtk_window_close (meeting);
  gtk_window_close (GTK_WINDOW (window));
  fixture_spin (50);
  g_assert_null (gone);
  g_assert_null (gtk_window_get_transient_for (meeting));
  g_object_unref (meeting);
}

/* By whatever name it is asked for, a file has one window. */
static void
test_link (void)
{
  g_autofree char *path = fixture_new_file ("target.ntm");
  g_autofree char *link_path = fixture_dup_path ("link.ntm");
  g_autoptr (GFile) link_file = g_file_new_for_path (link_path);
  NtmWindow *window = fixture_open (path);

  g_assert_cmpint (symlink (path, link_path), ==, 0);
  ntm_application_show_file (fixture_get_app (), link_file);
  fixture_settle (window);
  g_assert_cmpuint (g_list_length (gtk_application_get_windows (GTK_APPLICATION (fixture_get_app ()))), ==, 1);
  g_assert_false (ntm_store_is_read_only (ntm_desk_get_store (window->desk)));
  fixture_close (window);
}

/* GTK holds a window that closes under the pointer; its file is free all the same. */
static void
test_reopened (void)
{
  g_autofree char *path = fixture_new_file ("again.ntm");
  g_autoptr (NtmWindow) held = g_object_ref (fixture_open (path));
  NtmWindow *window;

  fixture_act (held, "win.show-view", "table");
  gtk_window_close (GTK_WINDOW (held));
  window = fixture_open (path);
  g_assert_true (window != held);
  g_assert_false (ntm_store_is_read_only (ntm_desk_get_store (window->desk)));
  fixture_close (window);
}

/* A window that closes while its file opens never takes it. */
static void
test_closed_opening (void)
{
  g_autofree char *path = fixture_new_file ("opening.ntm");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (NtmWindow) held = g_object_ref (ntm_window_new (fixture_get_app ()));

  ntm_window_open (held, file);
  gtk_window_present (GTK_WINDOW (held));
  gtk_window_close (GTK_WINDOW (held));
  fixture_spin (300);
  g_assert_null (ntm_desk_get_store (held->desk));
}

/* A file that nobody holds but that may not be written says so. */
static void
test_no_permission (void)
{
  g_autofree char *path = fixture_new_file ("mine.ntm");
  NtmWindow *window;

  g_assert_cmpint (g_chmod (path, 0400), ==, 0);
  if (g_access (path, W_OK) == 0)
    {
      g_test_skip ("this user may write everything");
      return;
    }
  window = fixture_open (path);
  g_assert_true (gtk_widget_get_visible (window->strip));
  g_assert_cmpuint (strlen (gtk_label_get_text (window->strip_label)), >, 20);
  fixture_close (window);
}

int
main (int    argc,
      char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/app/close/cell", test_cell);
  g_test_add_func ("/app/close/refused-cell", test_refused_cell);
  g_test_add_func ("/app/close/deleted", test_deleted);
  g_test_add_func ("/app/close/outlived", test_outlived);
  g_test_add_func ("/app/close/link", test_link);
  g_test_add_func ("/app/close/reopened", test_reopened);
  g_test_add_func ("/app/close/closed-opening", test_closed_opening);
  g_test_add_func ("/app/close/no-permission", test_no_permission);
  return fixture_run ();
}
