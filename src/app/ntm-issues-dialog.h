/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWindow *ntm_issues_dialog_show (GtkWindow *parent, const GPtrArray *issues);

G_END_DECLS
