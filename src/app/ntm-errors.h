/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *ntm_error_heading  (const GError *error);
gboolean    ntm_error_is_of_file (const GError *error);
char       *ntm_error_dup_body (const GError *error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
