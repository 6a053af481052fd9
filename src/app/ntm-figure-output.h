/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ntm-figure.h"
#include "ntm-output.h"

G_BEGIN_DECLS

/* A figure leaves the window: as a file, over the clipboard. Always on a light ground, also in the dark style. */

void                ntm_figure_output_copy        (NtmFigure *figure, GtkWidget *widget);
void                ntm_figure_output_export      (NtmFigure *figure, GtkWidget *widget, const char *stem, const char *ending);
gboolean            ntm_figure_output_write       (NtmFigure *figure, const char *path, GError **error);
GBytes             *ntm_figure_output_render      (NtmFigure *figure, NtmOutputFormat format, GError **error)
                                                   G_GNUC_WARN_UNUSED_RESULT;
GdkContentProvider *ntm_figure_output_new_content (NtmFigure *figure, GError **error) G_GNUC_WARN_UNUSED_RESULT;
char               *ntm_figure_output_dup_path    (GFile *file, const char *ending, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
