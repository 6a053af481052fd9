/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ntm-desk.h"

G_BEGIN_DECLS

/**
 * NtmFoundGroup:
 *
 * What kind of thing was found.
 */
typedef enum
{
  NTM_FOUND_UNIT,
  NTM_FOUND_INDICATOR,
  NTM_FOUND_TASK,
  NTM_FOUND_SECTION,
  NTM_FOUND_COMMAND,
  NTM_N_FOUND_GROUPS,
} NtmFoundGroup;

/**
 * NtmFound:
 *
 * Something a person may look for, and the command that leads to it: @action with the text @target, or
 * without where that is %NULL.
 */
typedef struct
{
  NtmFoundGroup group;
  char         *title;
  char         *detail;   /* may be "" */
  const char   *action;
  char         *target;
  int           rank;     /* the smaller, the better it fits */
} NtmFound;

GPtrArray  *ntm_find            (NtmDesk *desk, const char *text, guint max) G_GNUC_WARN_UNUSED_RESULT;
const char *ntm_find_group_name (NtmFoundGroup group);

G_END_DECLS
