/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "ntm-change-view.h"
#include "ntm-store.h"

G_BEGIN_DECLS

typedef enum
{
  NTM_HISTORY_DAY,     /* a heading */
  NTM_HISTORY_EDIT,
  NTM_HISTORY_VALUE,   /* below its edit */
  NTM_HISTORY_NOTE,    /* what is said below an edit */
} NtmHistoryKind;

/**
 * NtmHistoryItem:
 *
 * A row of the history: the heading of a day, an edit, or a value that it changed. Holds texts, so that it
 * outlives a change of the file; only whether an edit is undone changes.
 */
#define NTM_TYPE_HISTORY_ITEM (ntm_history_item_get_type ())
G_DECLARE_FINAL_TYPE (NtmHistoryItem, ntm_history_item, NTM, HISTORY_ITEM, GObject)

/**
 * NtmHistoryFacts:
 *
 * What a row says. Texts are never %NULL; the three ids are %NULL where there is nothing to go to.
 */
typedef struct
{
  NtmHistoryKind kind;
  gint64         edit, n_values;
  char          *day, *time, *title, *change, *detail;
  gboolean       is_first;   /* of the values of its subject */
  char          *unit, *indicator, *task;
} NtmHistoryFacts;

NtmHistoryItem        *ntm_history_item_new_day    (const char *day) G_GNUC_WARN_UNUSED_RESULT;
NtmHistoryItem        *ntm_history_item_new_edit   (const NtmJournalEdit *edit, const NtmChangeSummary *summary) G_GNUC_WARN_UNUSED_RESULT;
NtmHistoryItem        *ntm_history_item_new_value  (const NtmChangeLine *line) G_GNUC_WARN_UNUSED_RESULT;
NtmHistoryItem        *ntm_history_item_new_note   (const char *text) G_GNUC_WARN_UNUSED_RESULT;
const NtmHistoryFacts *ntm_history_item_get_facts  (NtmHistoryItem *self);
gboolean               ntm_history_item_is_undone  (NtmHistoryItem *self);
void                   ntm_history_item_set_undone (NtmHistoryItem *self, gboolean undone);
gboolean               ntm_history_item_leads      (NtmHistoryItem *self);
char                  *ntm_history_item_dup_spoken (NtmHistoryItem *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
