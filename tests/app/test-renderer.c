/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is taken for a device that draws, and that a choice of the user stands. */

#include "config.h"

#include <glib/gstdio.h>

#include "ntm-renderer.h"

static void
write_node (const char *dev,
            const char *name)
{
  g_autofree char *path = g_build_filename (dev, name, NULL);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;

  g_assert_no_errno (g_mkdir_with_parents (folder, 0700));
  g_file_set_contents (path, "", 0, &error);
  g_assert_no_error (error);
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_remove (path);
}

static void
test_devices (void)
{
  static const struct { const char *node; gboolean found; } cases[] = {
    { "null", FALSE }, { "dri/card0", FALSE }, { "dri/renderD128", TRUE }, { "dri/renderD129", TRUE },
    { "nvidiactl", TRUE }, { "dxg", TRUE }, { "renderD128", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *dev = g_dir_make_tmp ("ntm-dev-XXXXXX", NULL);

      g_test_message ("%s", cases[i].node);
      g_assert_false (ntm_renderer_finds_gpu (dev));
      write_node (dev, cases[i].node);
      g_assert_true (ntm_renderer_finds_gpu (dev) == cases[i].found);
      remove_tree (dev);
    }
}

static void
test_choice (void)
{
  g_setenv ("GSK_RENDERER", "gl", TRUE);
  g_unsetenv ("GDK_DEBUG");
  g_unsetenv ("GDK_DISABLE");
  ntm_renderer_choose ();
  g_assert_cmpstr (g_getenv ("GSK_RENDERER"), ==, "gl");
  g_assert_null (g_getenv ("GDK_DEBUG"));
  g_assert_null (g_getenv ("GDK_DISABLE"));

  g_unsetenv ("GSK_RENDERER");
  ntm_renderer_choose ();
  g_assert_cmpstr (g_getenv ("GSK_RENDERER"), ==, ntm_renderer_finds_gpu ("/dev") ? NULL : "cairo");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/renderer/devices", test_devices);
  g_test_add_func ("/app/renderer/choice", test_choice);
  return g_test_run ();
}
