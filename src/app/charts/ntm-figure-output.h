/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ntm-figure.h"
#include "ntm-output.h"

G_BEGIN_DECLS

/* A figure leaves the window: as a file, over the clipboard. Always on a light ground, also in the dark style. */

gboolean            ntm_figure_output_write       (NtmFigure *figure, const char *path, GError **error);
GBytes             *ntm_figure_output_render      (NtmFigure *figure, NtmOutputFormat format, GError **error)
                                                   G_GNUC_WARN_UNUSED_RESULT;
GdkContentProvider *ntm_figure_output_new_content (NtmFigure *figure, GError **error) G_GNUC_WARN_UNUSED_RESULT;
char               *ntm_figure_output_dup_path    (const char *path, const char *ending) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
