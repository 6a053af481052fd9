/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ntm-application.h"
#include "ntm-renderer.h"
#include "ntm-settings.h"

int
main (int   argc,
      char *argv[])
{
  g_autoptr (NtmApplication) app = NULL;

  ntm_renderer_choose ();
  ntm_settings_find_schema ();
  ntm_application_init_language ();
  app = ntm_application_new (G_APPLICATION_HANDLES_OPEN);
  return g_application_run (G_APPLICATION (app), argc, argv);
}
