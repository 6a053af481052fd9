/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Inside src/view only: the words for columns, their values and the rows they belong to. */

#include "ntm-change-view.h"

G_BEGIN_DECLS

const char *_ntm_change_field_name  (const NtmChangedValue *value);
char       *_ntm_change_value_words (const NtmViewContext *ctx, const NtmChangedValue *value, const char *text)
                                     G_GNUC_WARN_UNUSED_RESULT;
char       *_ntm_change_words       (const NtmViewContext *ctx, const NtmChangedValue *value) G_GNUC_WARN_UNUSED_RESULT;
gboolean    _ntm_change_same_row    (const NtmChangedValue *a, const NtmChangedValue *b);
char       *_ntm_change_subject     (const NtmViewContext *ctx, const NtmChangedValue *values, guint n, guint i)
                                     G_GNUC_WARN_UNUSED_RESULT;
const char *_ntm_change_row_text    (const NtmViewContext *ctx, const NtmChangedValue *values, guint n, guint i,
                                     const char *column);

G_END_DECLS
