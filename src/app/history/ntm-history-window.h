/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ntm-desk.h"
#include "ntm-history-list.h"

G_BEGIN_DECLS

/**
 * NtmHistoryWindow:
 *
 * What changed in the file of a window, since when, by whom: beside the window, which may be worked in.
 */
#define NTM_TYPE_HISTORY_WINDOW (ntm_history_window_get_type ())
G_DECLARE_FINAL_TYPE (NtmHistoryWindow, ntm_history_window, NTM, HISTORY_WINDOW, AdwWindow)

NtmHistoryWindow *ntm_history_window_show      (GtkWindow *parent, NtmDesk *desk, const char *unit, const char *indicator);
NtmHistoryPages  *ntm_history_window_get_pages (NtmHistoryWindow *self);
NtmHistoryList   *ntm_history_window_get_list  (NtmHistoryWindow *self);

G_END_DECLS
