/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

GPtrArray *ntm_grid_text_parse   (const char *tsv) G_GNUC_WARN_UNUSED_RESULT;
char      *ntm_grid_text_to_tsv  (const GPtrArray *rows) G_GNUC_WARN_UNUSED_RESULT;
char      *ntm_grid_text_to_html (const GPtrArray *rows) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
