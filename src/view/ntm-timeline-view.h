/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ntm-tasks-view.h"
#include "ntm-timeline.h"

G_BEGIN_DECLS

NtmTimelineSpec *ntm_timeline_view_new (const NtmViewContext *ctx, const NtmTaskListSpec *tasks, guint max_rows)
                                        G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
