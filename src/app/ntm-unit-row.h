/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkListItemFactory *ntm_unit_row_new_factory (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
