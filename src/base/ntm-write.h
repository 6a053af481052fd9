/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ntm-error.h"

G_BEGIN_DECLS

gboolean ntm_write_file   (const char *path, const void *bytes, gsize size, GError **error);
gboolean ntm_write_refuse (int number, const char *path, GError **error);

G_END_DECLS
