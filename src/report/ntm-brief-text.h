/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Inside src/report only: the sentences of the brief. */

#include "ntm-view-context.h"

G_BEGIN_DECLS

char      *ntm_brief_text_date     (const NtmViewContext *ctx) G_GNUC_WARN_UNUSED_RESULT;
char      *ntm_brief_text_province (const NtmViewContext *ctx) G_GNUC_WARN_UNUSED_RESULT;
char      *ntm_brief_text_subject  (const NtmViewContext *ctx) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *ntm_brief_text_status   (const NtmViewContext *ctx, NtmLevel level) G_GNUC_WARN_UNUSED_RESULT;
char      *ntm_brief_text_tasks    (const NtmViewContext *ctx) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
