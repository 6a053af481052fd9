/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ntm-desk.h"

G_BEGIN_DECLS

/**
 * NtmIndicatorList:
 *
 * The indicators of the file by topic, with a search that needs no accents; the inside of a popover.
 *
 * Signals: "chosen" (code of an indicator, %NULL for what stands before them).
 */
#define NTM_TYPE_INDICATOR_LIST (ntm_indicator_list_get_type ())
G_DECLARE_FINAL_TYPE (NtmIndicatorList, ntm_indicator_list, NTM, INDICATOR_LIST, GtkWidget)

void     ntm_indicator_list_set_desk    (NtmIndicatorList *self, NtmDesk *desk);
void     ntm_indicator_list_set_first   (NtmIndicatorList *self, const char *name);
void     ntm_indicator_list_set_chosen  (NtmIndicatorList *self, const char *code);
void     ntm_indicator_list_search      (NtmIndicatorList *self, const char *needle);
guint    ntm_indicator_list_get_n_found (NtmIndicatorList *self);
gboolean ntm_indicator_list_take_first  (NtmIndicatorList *self);

G_END_DECLS
