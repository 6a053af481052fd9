/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ntm-view-context.h"

G_BEGIN_DECLS

/**
 * NtmChangedValue:
 *
 * One value an edit changed, as the journal keeps it: names of tables and columns without `_e6`, the parts of
 * the key joined by a space, decimals with a point; @old or @new_value is %NULL where there was or is none;
 * @unit and @indicator are those of the row or "".
 */
typedef struct
{
  const char *table, *key, *column, *old, *new_value, *unit, *indicator;
} NtmChangedValue;

/**
 * NtmChangeLine:
 * @subject: what the value belongs to: "Huyện Kỳ Anh · Tỷ lệ hộ nghèo · cuối năm 2023"
 * @field: which value of it: "Value"
 * @change: from what to what: "3,79 % → 3,01 %"
 * @spoken: all of it as a sentence
 * @is_first: whether the line before is of another subject
 * @unit: (nullable): id of the unit it is about
 * @indicator: (nullable): code of the indicator it is about
 * @task: (nullable): id of the task it is about
 *
 * One changed value in words.
 */
typedef struct
{
  char    *subject, *field, *change, *spoken;
  gboolean is_first;
  char    *unit, *indicator, *task;
} NtmChangeLine;

/**
 * NtmChangeSummary:
 * @what: what was done: "Figure changed"
 * @subject: what to, may be ""
 * @change: from what to what where one line can say it, else ""
 *
 * An edit in one line.
 */
typedef struct
{
  char *what, *subject, *change;
} NtmChangeSummary;

void              ntm_change_line_free    (NtmChangeLine *self);
void              ntm_change_summary_free (NtmChangeSummary *self);
GPtrArray        *ntm_change_new_lines    (const NtmViewContext *ctx, const NtmChangedValue *values, guint n)
                                           G_GNUC_WARN_UNUSED_RESULT;
char             *ntm_change_dup_place    (const NtmViewContext *ctx, const char *table, const char *key, const char *column)
                                           G_GNUC_WARN_UNUSED_RESULT;
NtmChangeSummary *ntm_change_new_summary  (const NtmViewContext *ctx, const char *label, const NtmChangedValue *values,
                                           guint n, gint64 n_all) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NtmChangeLine, ntm_change_line_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NtmChangeSummary, ntm_change_summary_free)

G_END_DECLS
