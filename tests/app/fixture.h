/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A running program with one window on a file of its own, for the tests of the window. */

#include <adwaita.h>

#include "ntm-window.h"
#include "ntm-window-private.h"

G_BEGIN_DECLS

void            fixture_init        (int *argc, char ***argv);
int             fixture_run         (void);
NtmApplication *fixture_get_app     (void);
char           *fixture_dup_path    (const char *name) G_GNUC_WARN_UNUSED_RESULT;
char           *fixture_new_file    (const char *name) G_GNUC_WARN_UNUSED_RESULT;
void            fixture_write       (const char *path, const void *bytes, gsize n);
NtmWindow      *fixture_open        (const char *path);
NtmWindow      *fixture_open_sized  (const char *path, int width, int height);
void            fixture_settle      (NtmWindow *window);
void            fixture_spin        (guint milliseconds);
void            fixture_close       (NtmWindow *window);
void            fixture_act         (NtmWindow *window, const char *action, const char *parameter);
const char     *fixture_get_page    (NtmWindow *window);
guint32         fixture_get_pixel   (GtkWidget *widget, int x, int y);
void            fixture_save_picture (GtkWidget *widget, const char *name);
void            fixture_keep (GtkWidget *widget, const char *kind, const char *name);

G_END_DECLS
