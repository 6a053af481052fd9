/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char    *ntm_text_nfc      (const char *text, gssize len, GError **error) G_GNUC_WARN_UNUSED_RESULT;
char    *ntm_text_fold     (const char *text) G_GNUC_WARN_UNUSED_RESULT;
gboolean ntm_text_matches  (const char *folded_text, const char *folded_needle);
char    *ntm_text_sort_key (const char *text) G_GNUC_WARN_UNUSED_RESULT;
int      ntm_text_compare  (const char *a, const char *b);

G_END_DECLS
