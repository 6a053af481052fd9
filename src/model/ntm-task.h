/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ntm-records.h"

G_BEGIN_DECLS

typedef enum
{
  NTM_TASK_OPEN,
  NTM_TASK_DONE,
  NTM_TASK_LATE,      /* done, but late */
  NTM_TASK_OVERDUE,   /* not done and past its deadline */
} NtmTaskState;

/**
 * NtmTaskStanding:
 *
 * A task seen on a day. @days is days late for late and overdue tasks, days left (0 or more) for open
 * ones with a deadline, and %NTM_DAYS_NONE otherwise.
 */
typedef struct
{
  NtmTaskState state;
  int          days;
} NtmTaskStanding;

#define NTM_DAYS_NONE G_MININT

NtmTaskStanding ntm_task_standing   (const NtmTask *task, NtmDate at);
const char     *ntm_task_state_code (NtmTaskState state);

G_END_DECLS
