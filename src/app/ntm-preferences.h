/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ntm-desk.h"

G_BEGIN_DECLS

/**
 * NtmPreferences:
 *
 * The settings of the program: language, style, how titles count, who writes, where backups go.
 */
#define NTM_TYPE_PREFERENCES (ntm_preferences_get_type ())
G_DECLARE_FINAL_TYPE (NtmPreferences, ntm_preferences, NTM, PREFERENCES, AdwWindow)

NtmPreferences *ntm_preferences_new          (GtkWindow *parent, GSettings *settings, NtmDesk *desk);
void            ntm_preferences_set_folder   (NtmPreferences *self, GFile *folder);
const char     *ntm_preferences_get_backup_words (NtmPreferences *self);
gboolean        ntm_preferences_is_busy      (NtmPreferences *self);

void            ntm_preferences_apply_author (GSettings *settings, NtmStore *store);

G_END_DECLS
