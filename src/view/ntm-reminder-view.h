/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ntm-view-context.h"

G_BEGIN_DECLS

char *ntm_reminder_view_new (const NtmViewContext *ctx, const char *agency, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
