/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Inside src/base only: the one way in which its readers and parsers refuse something. */

#include "ntm-error.h"

G_BEGIN_DECLS

gboolean ntm_fail       (GError **error, NtmErrorCode code, const char *format, ...) G_GNUC_PRINTF (3, 4);
char    *ntm_fail_quote (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
