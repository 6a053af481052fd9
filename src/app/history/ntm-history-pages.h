/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ntm-desk.h"
#include "ntm-history-item.h"

G_BEGIN_DECLS

/**
 * NtmHistoryPages:
 *
 * The rows of the history, loaded from the journal a page at a time: the edits of a query, newest first, below
 * the heading of their day. Emits "loaded" whenever rows were added or there are no more.
 */
#define NTM_TYPE_HISTORY_PAGES (ntm_history_pages_get_type ())
G_DECLARE_FINAL_TYPE (NtmHistoryPages, ntm_history_pages, NTM, HISTORY_PAGES, GObject)

NtmHistoryPages *ntm_history_pages_new         (NtmDesk *desk) G_GNUC_WARN_UNUSED_RESULT;
void             ntm_history_pages_ask         (NtmHistoryPages *self, const NtmJournalQuery *query, const char *needle);
void             ntm_history_pages_load_more   (NtmHistoryPages *self);
void             ntm_history_pages_refresh     (NtmHistoryPages *self);
GListModel      *ntm_history_pages_get_items   (NtmHistoryPages *self);
GListModel      *ntm_history_pages_new_values  (NtmHistoryPages *self, NtmHistoryItem *edit) G_GNUC_WARN_UNUSED_RESULT;
guint            ntm_history_pages_get_n_edits (NtmHistoryPages *self);
gboolean         ntm_history_pages_is_complete (NtmHistoryPages *self);
gboolean         ntm_history_pages_is_pristine (NtmHistoryPages *self);

G_END_DECLS
