/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void       ntm_settings_find_schema (void);
GSettings *ntm_settings_new         (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
