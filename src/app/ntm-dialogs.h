/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ntm-errors.h"

G_BEGIN_DECLS

/**
 * NtmFileChosen:
 *
 * What to do with the file a person chose; not called when the dialog was cancelled.
 */
typedef void (*NtmFileChosen) (GtkWindow *parent, GFile *file, gpointer user_data);

void ntm_dialogs_attach    (GtkWindow *dialog, GtkWindow *parent);
void ntm_dialogs_open_file (GtkWindow *parent, NtmFileChosen chosen, gpointer user_data);
void ntm_dialogs_new_file  (GtkWindow *parent, NtmFileChosen chosen, gpointer user_data);
void ntm_dialogs_save_file (GtkWindow *parent, const char *title, const char *name, NtmFileChosen chosen, gpointer user_data);
void ntm_dialogs_choose_folder (GtkWindow *parent, const char *title, NtmFileChosen chosen, gpointer user_data);
void ntm_dialogs_message   (GtkWindow *parent, const char *heading, const char *body);
void ntm_dialogs_error     (GtkWindow *parent, const GError *error);
void ntm_dialogs_about     (GtkWindow *parent);
void ntm_dialogs_shortcuts (GtkWindow *parent);

G_END_DECLS
