/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ntm-history-item.h"

G_BEGIN_DECLS

/**
 * NtmHistoryLine:
 *
 * What the list shows of a row: a heading, an edit or one of its values.
 */
#define NTM_TYPE_HISTORY_LINE (ntm_history_line_get_type ())
G_DECLARE_FINAL_TYPE (NtmHistoryLine, ntm_history_line, NTM, HISTORY_LINE, GtkWidget)

GtkWidget *ntm_history_line_new      (void) G_GNUC_WARN_UNUSED_RESULT;
void       ntm_history_line_set_row  (NtmHistoryLine *self, GtkTreeListRow *row);
GtkTreeListRow *ntm_history_line_get_row (NtmHistoryLine *self);

G_END_DECLS
