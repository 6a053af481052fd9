/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ntm-number.h"
#include "ntm-period.h"

G_BEGIN_DECLS

/* Between what a person types into a form and what the file holds. */

gboolean ntm_form_read_when   (const char *text, NtmLang lang, char **iso, GError **error);
char    *ntm_form_show_when   (const char *iso, NtmLang lang) G_GNUC_WARN_UNUSED_RESULT;
gboolean ntm_form_read_period (const char *text, NtmLang lang, char **iso, GError **error);
char    *ntm_form_show_period (const char *iso, NtmLang lang) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
