/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Pictures of what comes before a view: forms, dialogs, popovers, slides, the paper, and the states of a file.
 * Each is opened by its command, as a person does it.
 */

#include "config.h"

#include "pictures.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

#include "ntm-builtin.h"
#include "ntm-help.h"
#include "ntm-meeting-window.h"
#include "ntm-preview.h"
#include "ntm-sample.h"

#define TASK "t42-so-ket-do-thi"

/* What a command opens is taken, else the whole window. */
typedef struct
{
  const char *name;
  const char *view;
  const char *action;
  const char *target;   /* of the action, or NULL */
} Shot;

static const Shot shots[] = {
  { "form-title", "map", "win.add-title", NULL },
  { "form-revoke", "map", "win.revoke-title", NULL },
  { "form-unit", "map", "win.edit-unit", NULL },
  { "form-indicator", "table", "win.edit-indicator", "income_per_capita" },
  { "form-task-new", "tasks", "tasks.add", NULL },
  { "form-task", "tasks", "tasks.edit", NULL },
  { "form-progress", "tasks", "tasks.report", NULL },
  { "form-finish", "tasks", "tasks.close", NULL },
  { "preferences", "map", "app.preferences", NULL },
  { "about", "map", "app.about", NULL },
  { "shortcuts", "map", "app.shortcuts", NULL },
  { "open", "map", "win.open", NULL },
  { "error", "map", "win.set-date", "nonsense" },
  { "print-map", "map", "win.print", NULL },
  { "print-table", "table", "win.print", NULL },
  { "print-charts", "charts", "win.print", NULL },
  { "print-tasks", "tasks", "win.print", NULL },
};

static GtkWidget *
get_page (NtmWindow *window)
{
  GtkWidget *page = adw_view_stack_get_visible_child (window->views);

  return ADW_IS_BIN (page) ? adw_bin_get_child (ADW_BIN (page)) : page;
}

static GtkWidget *
find_popover (GtkWidget *widget)
{
  GtkWidget *found = GTK_IS_POPOVER (widget) && gtk_widget_get_mapped (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_popover (child);
  return found;
}

/* Returns: (transfer none) (nullable): a window that is none with a file */
static GtkWidget *
find_dialog (void)
{
  GListModel *all = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (GtkWidget) other = g_list_model_get_item (all, i);

      if (!NTM_IS_WINDOW (other) && gtk_widget_get_mapped (other))
        return other;
    }
  return NULL;
}

static void
save_state (NtmWindow  *window,
            const char *name,
            const char *suffix)
{
  GtkWidget *dialog = find_dialog ();
  GtkWidget *popover = find_popover (GTK_WIDGET (window));

  fixture_spin (300);
  pictures_save (dialog != NULL ? dialog : popover != NULL ? popover : GTK_WIDGET (window), name, suffix);
}

/* What the preview of a print shows, as the file it prints. */
static void
save_paper (const char *name,
            const char *suffix)
{
  GtkWidget *dialog = find_dialog ();
  g_autofree char *file = g_strdup_printf ("%s-%s.pdf", name, suffix);
  g_autofree char *path = g_build_filename (g_getenv ("NTM_TEST_PICTURES"), file, NULL);
  g_autoptr (GError) error = NULL;

  if (NTM_IS_PREVIEW (dialog) && !ntm_print_job_write (ntm_preview_get_job (NTM_PREVIEW (dialog)), path, &error))
    g_error ("%s", error->message);
}

static void
close_all (NtmWindow *window)
{
  GtkWidget *dialog, *popover;

  while ((dialog = find_dialog ()) != NULL)
    {
      gtk_window_close (GTK_WINDOW (dialog));
      fixture_spin (50);
    }
  if ((popover = find_popover (GTK_WIDGET (window))) != NULL)
    gtk_popover_popdown (GTK_POPOVER (popover));
}

static void
save_shots (NtmWindow  *window,
            const char *suffix)
{
  for (guint i = 0; i < G_N_ELEMENTS (shots); i++)
    {
      GVariant *target = shots[i].target == NULL ? NULL : g_variant_new_string (shots[i].target);

      gtk_widget_activate_action (GTK_WIDGET (window), "win.show-view", "s", shots[i].view);
      if (window->tasks_page != NULL)
        ntm_tasks_page_select (window->tasks_page, TASK);
      fixture_settle (window);
      gtk_widget_activate_action_variant (get_page (window), shots[i].action, target);
      fixture_spin (200);
      save_state (window, shots[i].name, suffix);
      save_paper (shots[i].name, suffix);
      close_all (window);
    }
}

static void
save_button (NtmWindow     *window,
             GtkMenuButton *button,
             const char    *name,
             const char    *suffix)
{
  gtk_menu_button_popup (button);
  fixture_spin (200);
  save_state (window, name, suffix);
}

static void
save_popovers (NtmWindow  *window,
               const char *suffix)
{
  GtkWidget *date = gtk_widget_get_first_child (GTK_WIDGET (window->date_button));

  save_button (window, window->find_button, "finder", suffix);
  ntm_finder_search (window->finder, "huong");
  save_state (window, "finder-found", suffix);
  ntm_finder_search (window->finder, "khong co ten nay");
  save_state (window, "finder-nothing", suffix);
  close_all (window);
  save_button (window, window->menu_button, "menu", suffix);
  close_all (window);
  save_button (window, GTK_MENU_BUTTON (date), "date", suffix);
  close_all (window);
}

static void
save_maps (NtmWindow  *window,
           const char *suffix)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-view", "s", "map");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.select", "s", "");
  ntm_desk_set_filter (window->desk, 1 << NTM_STATUS_STANDARD);
  save_state (window, "map-filter", suffix);
  ntm_desk_set_filter (window->desk, 0);
  ntm_map_page_set_theme (window->map_page, "income_per_capita");
  save_state (window, "map-indicator", suffix);
  ntm_map_page_set_theme (window->map_page, NULL);
  ntm_map_page_drill (window->map_page, "444-0");
  save_state (window, "map-communes", suffix);
  ntm_map_page_set_level (window->map_page, NTM_LEVEL_COMMUNE);
  save_state (window, "map-all-communes", suffix);
  ntm_map_page_set_level (window->map_page, NTM_LEVEL_DISTRICT);
}

static void
save_meeting (NtmWindow  *window,
              const char *suffix)
{
  NtmMeetingWindow *meeting = ntm_meeting_window_new (GTK_WINDOW (window), window->desk);
  guint n;

  gtk_window_set_default_size (GTK_WINDOW (meeting), gtk_widget_get_width (GTK_WIDGET (window)),
                               gtk_widget_get_height (GTK_WIDGET (window)));
  gtk_window_present (GTK_WINDOW (meeting));
  fixture_spin (300);
  n = ntm_slide_deck_get_n (ntm_meeting_window_get_deck (meeting));
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("slide-%u", i + 1);

      save_state (window, name, suffix);
      ntm_meeting_window_press (meeting, GDK_KEY_Page_Down, 0);
    }
  ntm_meeting_window_press (meeting, GDK_KEY_1, 0);
  save_state (window, "slide-jump", suffix);
  ntm_meeting_window_press (meeting, GDK_KEY_g, 0);
  save_state (window, "slide-overview", suffix);
  gtk_window_destroy (GTK_WINDOW (meeting));
}

static void
save_help (NtmWindow  *window,
           const char *suffix)
{
  static const char * const pages[] = {
    "about", "map", "table", "charts", "tasks", "titles", "history", "output", "keyboard", "command",
  };
  NtmHelp *help = ntm_help_show (GTK_WINDOW (window), NULL);

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autofree char *name = g_strdup_printf ("help-%s", pages[i]);

      if (ntm_help_open (help, pages[i]))
        save_state (window, name, suffix);
    }
  close_all (window);
}

/* --- files ------------------------------------------------------------------------------------- */

static NtmWindow *
open_as (NtmWindow  *like,
         const char *path)
{
  return fixture_open_sized (path, gtk_widget_get_width (GTK_WIDGET (like)), gtk_widget_get_height (GTK_WIDGET (like)));
}

/* The window with the file at @path, and closed again. */
static void
save_file (NtmWindow  *window,
           const char *path,
           const char *name,
           const char *suffix)
{
  NtmWindow *other = open_as (window, path);

  fixture_spin (400);
  fixture_settle (other);
  pictures_save (GTK_WIDGET (other), name, suffix);
  fixture_close (other);
}

static void
save_sample (NtmWindow  *window,
             const char *suffix)
{
  NtmSampleSpec spec = { .units = 40, .indicators = 1, .years = 4, .vertices = 20 };
  g_autofree char *path = fixture_dup_path ("sample.ntm");
  g_autoptr (NtmStore) store = ntm_store_create (path, NULL);
  g_autoptr (NtmEdit) registers = ntm_sample_new_registers (&spec, NULL);
  g_autoptr (NtmEdit) observations = ntm_sample_new_observations (&spec, 0, NULL);

  ntm_store_fill (store, registers, NULL);
  ntm_store_fill (store, observations, NULL);
  g_clear_pointer (&store, ntm_store_free);
  save_file (window, path, "file-sample", suffix);
}

static void
save_damaged (NtmWindow  *window,
              const char *suffix)
{
  g_autofree char *path = fixture_new_file ("damaged.ntm");
  NtmWindow *other;
  sqlite3 *db;

  sqlite3_open (path, &db);
  sqlite3_exec (db, "PRAGMA foreign_keys=OFF; UPDATE task SET due='ngày mai' WHERE id IN (SELECT id FROM task LIMIT 3)",
                NULL, NULL, NULL);
  sqlite3_close (db);
  other = open_as (window, path);
  pictures_save (GTK_WIDGET (other), "file-damaged", suffix);
  gtk_widget_activate_action (GTK_WIDGET (other), "win.issues", NULL);
  fixture_spin (200);
  save_state (other, "issues", suffix);
  fixture_close (other);
}

static void
save_locked (NtmWindow  *window,
             const char *suffix)
{
  g_autofree char *path = fixture_new_file ("locked.ntm");
  g_autoptr (NtmStore) holder = ntm_store_open (path, NTM_STORE_WRITE, NULL);

  ntm_store_set_author (holder, "Nguyễn Thị Lan");
  save_file (window, path, "file-locked", suffix);
}

static void
save_unwritten (NtmWindow  *window,
                const char *suffix)
{
  g_autofree char *path = fixture_new_file ("unwritten.ntm");
  NtmWindow *other = open_as (window, path);

  g_unlink (path);
  gtk_widget_activate_action (GTK_WIDGET (other), "win.set-date", "s", "2020-05-06");
  fixture_settle (other);
  pictures_save (GTK_WIDGET (other), "file-unwritten", suffix);
  fixture_close (other);
}

static void
save_messages (NtmWindow  *window,
               const char *suffix)
{
  g_autofree char *missing = fixture_dup_path ("missing.ntm");
  g_autofree char *foreign = fixture_dup_path ("foreign.ntm");
  g_autofree char *empty = fixture_dup_path ("empty.ntm");
  g_autofree char *builtin = ntm_builtin_dup_path ();
  g_autoptr (NtmStore) store = ntm_store_create (empty, NULL);

  g_clear_pointer (&store, ntm_store_free);
  fixture_write (foreign, "not a file of ours", 18);
  save_file (window, missing, "file-missing", suffix);
  save_file (window, foreign, "file-foreign", suffix);
  save_file (window, empty, "file-empty", suffix);
  save_file (window, builtin, "welcome", suffix);
}

static void
save_loading (NtmWindow  *window,
              const char *suffix)
{
  ntm_loading_tell (window->loading, 400 * 1000, 0, 0);
  save_state (window, "loading-spinner", suffix);
  ntm_loading_tell (window->loading, 2500 * 1000, 1200, 10700);
  save_state (window, "loading-bar", suffix);
  ntm_loading_follow (window->loading, NULL);
}

void
pictures_save_states (NtmWindow  *window,
                      const char *suffix)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.select", "s", "442-0");
  save_shots (window, suffix);
  save_popovers (window, suffix);
  save_maps (window, suffix);
  save_meeting (window, suffix);
  save_help (window, suffix);
  save_loading (window, suffix);
  save_sample (window, suffix);
  save_damaged (window, suffix);
  save_locked (window, suffix);
  save_unwritten (window, suffix);
  save_messages (window, suffix);
}
