/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ntm-application.h"
#include "ntm-desk.h"

G_BEGIN_DECLS

/**
 * NtmWindow:
 *
 * A window with one file: list of units, map, inspector, or a message where the file cannot be shown.
 */
#define NTM_TYPE_WINDOW (ntm_window_get_type ())
G_DECLARE_FINAL_TYPE (NtmWindow, ntm_window, NTM, WINDOW, AdwApplicationWindow)

NtmWindow *ntm_window_new      (NtmApplication *app);
void       ntm_window_open     (NtmWindow *self, GFile *file);
void       ntm_window_create   (NtmWindow *self, GFile *file);
void       ntm_window_save_as  (NtmWindow *self, GtkWindow *parent);
GFile     *ntm_window_get_file (NtmWindow *self);
NtmDesk   *ntm_window_get_desk (NtmWindow *self);

G_END_DECLS
