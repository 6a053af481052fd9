/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ntm-sheet.h"

G_BEGIN_DECLS

GtkWidget *ntm_sheet_new_sources (NtmSheet *self, guint row, guint column) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
