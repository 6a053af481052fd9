/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * NtmLang:
 *
 * The two languages of the program. Formatting and parsing for people take it as a parameter, so that
 * a document can be in another language than the window.
 */
typedef enum
{
  NTM_LANG_VI,
  NTM_LANG_EN,
} NtmLang;

NtmLang     ntm_lang_init    (const char *wanted, const char *domain);
NtmLang     ntm_lang_current (void);
const char *ntm_lang_code    (NtmLang lang);
char       *ntm_lang_data_dir (void);
const char *ntm_lang_pick    (NtmLang lang, const char *vi, const char *en);

G_END_DECLS
