/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * pictures FOLDER WIDTHxHEIGHT STYLE views|all: a picture of every view of the window with the built-in data, or
 * also of every dialog and state (pictures-states.c), in the language of NTM_LANG. STYLE is light or dark, or one of
 * them with -contrast (high contrast) or -large (texts half as large again) behind it. For the eyes; started by
 * build-aux/pictures.
 */

#include "config.h"

#include "pictures.h"

#include <stdio.h>
#include <string.h>

#include "ntm-history-window.h"

/* @widget: what is shown now and needs no more waiting */
void
pictures_save (GtkWidget  *widget,
               const char *name,
               const char *suffix)
{
  g_autofree char *file = g_strdup_printf ("%s-%s.png", name, suffix);

  fixture_save_picture (widget, file);
}

static void
save (NtmWindow  *window,
      const char *name,
      const char *suffix)
{
  fixture_settle (window);
  fixture_spin (400);
  fixture_settle (window);
  pictures_save (GTK_WIDGET (window), name, suffix);
}

static void
save_views (NtmWindow  *window,
            const char *suffix)
{
  static const char * const views[] = { "map", "table", "charts", "tasks" };

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      gtk_widget_activate_action (GTK_WIDGET (window), "win.show-view", "s", views[i]);
      save (window, views[i], suffix);
    }
}

static void
save_selected (NtmWindow  *window,
               const char *suffix)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-view", "s", "map");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.select", "s", "444-0");
  save (window, "unit", suffix);
}

static void
save_task (NtmWindow  *window,
           const char *suffix)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-task", "s", "t21-ho-so-huong-khe");
  save (window, "task", suffix);
}

/* What an office leaves in the journal in an hour, one edit of it undone and one open. */
static void
save_history (NtmWindow  *window,
              const char *suffix)
{
  static const char * const figures[][2] = { { "2021", "5.11" }, { "2022", "4.2" }, { "2022", "3.79" }, { "2023", "3.01" } };
  g_autofree char *name = g_strdup_printf ("history-%s.png", suffix);
  NtmHistoryWindow *history;
  g_autoptr (GtkTreeListRow) row = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      NtmAtlas *atlas = ntm_desk_get_atlas (window->desk);
      NtmEntry entry = { .state = NTM_STATE_VALUE, .kind = NTM_KIND_REPORTED, .note = "Báo cáo của huyện" };
      g_autoptr (NtmEdit) edit = NULL;

      entry.indicator = ntm_atlas_lookup (atlas, NTM_TABLE_INDICATOR, "poverty_rate");
      entry.unit = ntm_atlas_find_unit (atlas, "444-0");
      ntm_period_parse (figures[i][0], &entry.period, NULL);
      ntm_number_parse (figures[i][1], NTM_NUMBER_SCRIPT, &entry.number, NULL);
      edit = ntm_edit_new_observation (atlas, &entry, NULL);
      ntm_desk_apply (window->desk, edit, NULL);
    }
  ntm_desk_undo (window->desk, NULL, NULL);
  history = ntm_history_window_show (GTK_WINDOW (window), window->desk, NULL, NULL);
  row = g_list_model_get_item (ntm_history_list_get_rows (ntm_history_window_get_list (history)), 3);
  gtk_tree_list_row_set_expanded (row, TRUE);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (history));
  fixture_spin (400);
  fixture_save_picture (GTK_WIDGET (history), name);
}

/* Without a compositor a window has a frame of its own, which is no part of the picture. */
static void
drop_frame (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_data (provider, "window.csd, window.solid-csd { margin: 0; padding: 0; border: none; "
                                             "box-shadow: none; border-radius: 0; }", -1);
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1);
}

/* What a person sets in the desktop, before and after GTK has started. */
static void
ask_for_contrast (const char *style)
{
  if (strstr (style, "-contrast") != NULL)
    g_setenv ("ADW_DEBUG_HIGH_CONTRAST", "1", TRUE);
}

static void
apply_style (const char *style)
{
  GtkSettings *settings = gtk_settings_get_default ();
  int dpi;

  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  g_object_set (settings, "gtk-enable-animations", FALSE, NULL);
  if (strstr (style, "-large") != NULL)
    g_object_set (settings, "gtk-xft-dpi", (dpi <= 0 ? 96 * 1024 : dpi) * 3 / 2, NULL);
  g_settings_set_string (ntm_application_get_settings (fixture_get_app ()), "style",
                         g_str_has_prefix (style, "dark") ? "dark" : "light");
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *path = NULL, *suffix = NULL;
  NtmWindow *window;
  int width = 1600, height = 1000;

  if (argc != 5 || sscanf (argv[2], "%dx%d", &width, &height) != 2)
    {
      g_printerr ("usage: pictures FOLDER WIDTHxHEIGHT light|dark[-contrast|-large] views|all\n");
      return 1;
    }
  suffix = g_strdup_printf ("%s-%s-%s", argv[2], argv[3], g_getenv ("NTM_LANG"));
  g_setenv ("NTM_TEST_PICTURES", argv[1], TRUE);
  ask_for_contrast (argv[3]);
  fixture_init (&(int) { 1 }, &(char **) { argv });
  apply_style (argv[3]);
  drop_frame ();
  path = fixture_new_file ("hatinh.ntm");
  window = fixture_open_sized (path, width, height);
  save_views (window, suffix);
  save_task (window, suffix);
  save_selected (window, suffix);
  if (g_str_equal (argv[4], "all"))
    pictures_save_states (window, suffix);
  save_history (window, suffix);
  fixture_close (window);
  return 0;
}
