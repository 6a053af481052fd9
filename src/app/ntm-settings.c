/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Where the settings of the program are described. Installed, GLib finds the schema by itself; run from
 * the build folder it lies in `data` beside the folder of the sources, two levels above the binary.
 */

#include "config.h"

#include "ntm-settings.h"

#include <stdlib.h>

static gboolean
is_described (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, APP_ID, TRUE);
  return schema != NULL;
}

static char *
build_data_dir (void)
{
  g_autofree char *exe = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *here = exe == NULL ? NULL : g_path_get_dirname (exe);
  g_autofree char *data = here == NULL ? NULL : g_build_filename (here, "..", "..", "data", NULL);
  g_autofree char *compiled = data == NULL ? NULL : g_build_filename (data, "gschemas.compiled", NULL);

  return compiled != NULL && g_file_test (compiled, G_FILE_TEST_IS_REGULAR) ? g_steal_pointer (&data) : NULL;
}

/**
 * ntm_settings_find_schema:
 *
 * Makes the settings schema of a build folder known to GLib. Call it first in main(): GLib reads the
 * place of the schemas only once. Ends the program with a sentence if the schema is not installed
 * either, because GLib would abort without one.
 */
void
ntm_settings_find_schema (void)
{
  g_autofree char *data = build_data_dir ();

  if (data != NULL)
    g_setenv ("GSETTINGS_SCHEMA_DIR", data, FALSE);
  if (is_described ())
    return;
  g_printerr ("ntm-atlas: the settings schema %s is not installed; run \"ninja install\" or glib-compile-schemas\n", APP_ID);
  exit (3);
}

/**
 * ntm_settings_new:
 *
 * Returns: (transfer full): the settings of the program
 */
GSettings *
ntm_settings_new (void)
{
  return g_settings_new (APP_ID);
}
