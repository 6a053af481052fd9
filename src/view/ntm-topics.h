/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ntm-view-context.h"

G_BEGIN_DECLS

const char         *ntm_topic_name            (const char *topic);
GPtrArray          *ntm_topic_list_indicators (NtmAtlas *atlas) G_GNUC_WARN_UNUSED_RESULT;
const NtmIndicator *ntm_topic_find_first      (NtmAtlas *atlas);

G_END_DECLS
