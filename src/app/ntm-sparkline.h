/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ntm-unit-facts.h"

G_BEGIN_DECLS

GtkWidget *ntm_sparkline_new  (const GArray *points) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *ntm_target_bar_new (double share) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
