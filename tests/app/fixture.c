/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "fixture.h"

#include <glib/gstdio.h>
#include <string.h>

#include "ntm-builtin.h"
#include "ntm-settings.h"

static char *folder;
static NtmApplication *app;

static void
remove_folder (void)
{
  const char *argv[] = { "rm", "-rf", "--", folder, NULL };

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);
}

/* A home of its own, and the program started as by the desktop, but with no file open. */
void
fixture_init (int    *argc,
              char ***argv)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *data = NULL;

  folder = g_dir_make_tmp ("ntm-app-XXXXXX", &error);
  g_assert_no_error (error);
  data = g_build_filename (folder, "data", NULL);
  g_setenv ("XDG_DATA_HOME", data, TRUE);
  g_setenv ("XDG_CONFIG_HOME", folder, TRUE);
  g_setenv ("XDG_CACHE_HOME", folder, TRUE);
  g_test_init (argc, argv, NULL);
  ntm_settings_find_schema ();
  ntm_application_init_language ();
  gtk_init ();
  app = ntm_application_new (G_APPLICATION_NON_UNIQUE | G_APPLICATION_HANDLES_OPEN);
  g_application_register (G_APPLICATION (app), NULL, &error);
  g_assert_no_error (error);
}

int
fixture_run (void)
{
  int result = g_test_run ();

  g_clear_object (&app);
  remove_folder ();
  g_free (folder);
  return result;
}

NtmApplication *
fixture_get_app (void)
{
  return app;
}

char *
fixture_dup_path (const char *name)
{
  return g_build_filename (folder, name, NULL);
}

/* A new file with the built-in data. It is made once and copied. */
char *
fixture_new_file (const char *name)
{
  g_autofree char *made = fixture_dup_path ("made-once.ntm");
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  char *path = fixture_dup_path (name);
  gsize n;

  ntm_builtin_create (made, &error);
  g_assert_no_error (error);
  g_file_get_contents (made, &bytes, &n, &error);
  g_assert_no_error (error);
  fixture_write (path, bytes, n);
  return path;
}

void
fixture_write (const char *path,
               const void *bytes,
               gsize       n)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, bytes, n, &error);
  g_assert_no_error (error);
}

void
fixture_spin (guint milliseconds)
{
  gint64 end = g_get_monotonic_time () + milliseconds * 1000;

  while (g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
}

/* Until the file is open and the window is drawn as it was last asked for. */
void
fixture_settle (NtmWindow *window)
{
  gint64 end = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;

  while (window->opening != NULL)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, TRUE);
    }
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  while (!ntm_map_layer_is_settled (ntm_map_page_get_layer (window->map_page)))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, FALSE);
    }
  gtk_widget_queue_draw (GTK_WIDGET (window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
}

NtmWindow *
fixture_open (const char *path)
{
  return fixture_open_sized (path, 1366, 768);
}

NtmWindow *
fixture_open_sized (const char *path,
                    int         width,
                    int         height)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  NtmWindow *window = ntm_window_new (app);

  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  ntm_window_open (window, file);
  gtk_window_present (GTK_WINDOW (window));
  fixture_settle (window);
  return window;
}

void
fixture_close (NtmWindow *window)
{
  gtk_window_destroy (GTK_WINDOW (window));
  fixture_spin (50);
}

void
fixture_act (NtmWindow  *window,
             const char *action,
             const char *parameter)
{
  gboolean done = parameter == NULL ? gtk_widget_activate_action (GTK_WIDGET (window), action, NULL)
                                    : gtk_widget_activate_action (GTK_WIDGET (window), action, "s", parameter);

  g_assert_true (done);
  fixture_settle (window);
}

const char *
fixture_get_page (NtmWindow *window)
{
  return gtk_stack_get_visible_child_name (window->stack);
}

/* The picture of a widget is empty while it waits for its next frame. */
static GskRenderNode *
snapshot_node (GtkWidget *widget)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  GskRenderNode *node = NULL;

  for (int i = 0; i < 250 && node == NULL; i++)
    {
      GtkSnapshot *snapshot = gtk_snapshot_new ();

      gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
      node = gtk_snapshot_free_to_node (snapshot);
      if (node == NULL)
        fixture_spin (20);
    }
  g_assert_nonnull (node);
  return node;
}

static GdkTexture *
render (GtkWidget *widget)
{
  g_autoptr (GskRenderNode) node = snapshot_node (widget);

  return gsk_renderer_render_texture (gtk_native_get_renderer (gtk_widget_get_native (widget)), node,
                                      &GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget)));
}

/* Returns: 0xRRGGBB of what @widget shows at a place */
guint32
fixture_get_pixel (GtkWidget *widget,
                   int        x,
                   int        y)
{
  g_autoptr (GdkTexture) texture = render (widget);
  gsize stride = (gsize) gdk_texture_get_width (texture) * 4;
  g_autofree guchar *bytes = g_malloc (stride * gdk_texture_get_height (texture));
  guint32 pixel;

  g_assert_cmpint (x, <, gdk_texture_get_width (texture));
  g_assert_cmpint (y, <, gdk_texture_get_height (texture));
  gdk_texture_download (texture, bytes, stride);
  memcpy (&pixel, bytes + y * stride + x * 4, 4);
  return pixel & 0xffffff;
}

/* For the eyes: into the folder named by NTM_TEST_PICTURES, if there is one. */
void
fixture_save_picture (GtkWidget  *widget,
                      const char *name)
{
  const char *to = g_getenv ("NTM_TEST_PICTURES");
  g_autofree char *path = to == NULL ? NULL : g_build_filename (to, name, NULL);
  g_autoptr (GdkTexture) texture = path == NULL ? NULL : render (widget);

  if (texture != NULL)
    gdk_texture_save_to_png (texture, path);
}

/* Shown, drawn and kept as a picture of the language. */
void
fixture_keep (GtkWidget  *widget,
              const char *kind,
              const char *name)
{
  g_autofree char *file = g_strdup_printf ("%s-%s-%s.png", kind, name, ntm_lang_code (ntm_lang_current ()));

  gtk_test_widget_wait_for_draw (widget);
  fixture_spin (80);
  fixture_save_picture (widget, file);
}
