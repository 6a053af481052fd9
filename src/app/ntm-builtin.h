/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

char    *ntm_builtin_dup_path     (void) G_GNUC_WARN_UNUSED_RESULT;
gboolean ntm_builtin_create       (const char *path, GError **error);
void     ntm_builtin_create_async (const char *path, gpointer source, GAsyncReadyCallback callback, gpointer user_data);
gboolean ntm_builtin_create_finish (GAsyncResult *result, GError **error);

G_END_DECLS
