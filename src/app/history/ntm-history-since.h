/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "ntm-atlas.h"

G_BEGIN_DECLS

/**
 * NtmHistorySince:
 * @name: what to call it in a list of choices
 * @time: (nullable): the time in UTC, ISO 8601; %NULL is the beginning of the file
 *
 * A time from which on changes can be asked for.
 */
typedef struct
{
  char *name, *time;
} NtmHistorySince;

GPtrArray *ntm_history_list_since (NtmAtlas *atlas, GDateTime *now) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
