/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What draws the windows. GTK takes OpenGL also where nothing but the processor can do it: Mesa then draws in software,
 * which takes longer than GTK's own cairo renderer and three times the memory (LLVM is loaded to compile shaders).
 * Office machines, virtual ones and remote desktops are often such.
 */

#include "config.h"

#include "ntm-renderer.h"

#include <glib/gstdio.h>
#include <gtk/gtk.h>
#include <unistd.h>

static const char * const gpu_nodes[] = { "nvidiactl", "dxg" };   /* those of drivers that have no node in dri */

static gboolean
is_usable (const char *folder,
           const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  return g_access (path, R_OK | W_OK) == 0;
}

/**
 * ntm_renderer_finds_gpu:
 * @dev: the folder of device nodes, /dev
 *
 * Tells whether there is a device that draws and that may be used.
 *
 * Returns: %TRUE if there is one
 */
gboolean
ntm_renderer_finds_gpu (const char *dev)
{
  g_autofree char *dri = g_build_filename (dev, "dri", NULL);
  g_autoptr (GDir) dir = g_dir_open (dri, 0, NULL);
  const char *name;

  for (guint i = 0; i < G_N_ELEMENTS (gpu_nodes); i++)
    if (is_usable (dev, gpu_nodes[i]))
      return TRUE;
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, "renderD") && is_usable (dri, name))
      return TRUE;
  return FALSE;
}

/**
 * ntm_renderer_choose:
 *
 * Has GTK draw with cairo, and leave OpenGL alone, where no device would draw for it. To be called before GTK is
 * initialised. What the user asked for in the environment stays as it is.
 */
void
ntm_renderer_choose (void)
{
  if (g_getenv ("GSK_RENDERER") != NULL || ntm_renderer_finds_gpu ("/dev"))
    return;
  g_setenv ("GSK_RENDERER", "cairo", TRUE);
  /* GDK loads the drivers even for a renderer that does not need them. */
  if (gtk_get_minor_version () < 16)
    g_setenv ("GDK_DEBUG", "gl-disable", FALSE);
  else
    g_setenv ("GDK_DISABLE", "gl,vulkan", FALSE);
}
