/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *ntm_help_page_new       (GPtrArray *blocks, const char *pictures);
GtkWidget *ntm_help_page_get_block (GtkWidget *page, GPtrArray *blocks, guint n);

G_END_DECLS
