/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * NtmApplication:
 *
 * The program: its windows, one per file, the settings they share, and what is started from outside
 * (files on the command line, the desktop).
 */
#define NTM_TYPE_APPLICATION (ntm_application_get_type ())
G_DECLARE_FINAL_TYPE (NtmApplication, ntm_application, NTM, APPLICATION, AdwApplication)

void            ntm_application_init_language (void);
NtmApplication *ntm_application_new           (GApplicationFlags flags) G_GNUC_WARN_UNUSED_RESULT;
GSettings      *ntm_application_get_settings  (NtmApplication *self);
void            ntm_application_show_file     (NtmApplication *self, GFile *file);

G_END_DECLS
