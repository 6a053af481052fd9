/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <stdio.h>

G_BEGIN_DECLS

void     ntm_tsv_row   (FILE *out, const char *const *cells, guint n_cells);
gboolean ntm_tsv_close (FILE *out, GError **error);

G_END_DECLS
