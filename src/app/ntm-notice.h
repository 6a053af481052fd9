/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * NtmNotice:
 *
 * A strip across the window that says something about the file: with an icon, a sentence, and perhaps a
 * button for a command. One that may be closed emits "dismissed" when it is.
 */
#define NTM_TYPE_NOTICE (ntm_notice_get_type ())
G_DECLARE_FINAL_TYPE (NtmNotice, ntm_notice, NTM, NOTICE, GtkWidget)

void        ntm_notice_set_button  (NtmNotice *self, const char *label, const char *action);
void        ntm_notice_set_closing (NtmNotice *self, gboolean closing);
void        ntm_notice_tell        (NtmNotice *self, const char *icon, const char *text);
const char *ntm_notice_get_text    (NtmNotice *self);

G_END_DECLS
