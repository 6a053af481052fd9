/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ntm-history-pages.h"

G_BEGIN_DECLS

/**
 * NtmHistoryList:
 *
 * The list of edits. A click or Enter opens an edit and shows its values; on a value it emits "chosen" with the
 * row. More edits are asked for when the end comes near.
 */
#define NTM_TYPE_HISTORY_LIST (ntm_history_list_get_type ())
G_DECLARE_FINAL_TYPE (NtmHistoryList, ntm_history_list, NTM, HISTORY_LIST, GtkWidget)

void        ntm_history_list_set_pages (NtmHistoryList *self, NtmHistoryPages *pages);
GListModel *ntm_history_list_get_rows  (NtmHistoryList *self);
void        ntm_history_list_to_top    (NtmHistoryList *self);

G_END_DECLS
