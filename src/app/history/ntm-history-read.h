/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ntm-desk.h"
#include "ntm-history-item.h"

G_BEGIN_DECLS

NtmHistoryItem *ntm_history_read_edit   (NtmDesk *desk, const NtmJournalQuery *query, const NtmJournalEdit *edit,
                                         const char *needle) G_GNUC_WARN_UNUSED_RESULT;
char           *ntm_history_dup_title   (NtmDesk *desk, gint64 edit) G_GNUC_WARN_UNUSED_RESULT;
GListModel     *ntm_history_read_values (NtmDesk *desk, const NtmJournalQuery *query, NtmHistoryItem *edit)
                                         G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
