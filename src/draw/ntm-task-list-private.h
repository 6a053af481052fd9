/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Inside src/draw only: what the files ntm-task-list-*.c share. */

#include "ntm-map-private.h"
#include "ntm-page-flow.h"
#include "ntm-task-list.h"
#include "ntm-text-box.h"

G_BEGIN_DECLS

/* Left edges of title, deadline, state, result and place, and the right edge of all. */
enum { NTM_TASK_COLUMN_TITLE, NTM_TASK_COLUMN_DEADLINE, NTM_TASK_COLUMN_STATE, NTM_TASK_COLUMN_RESULT, NTM_TASK_COLUMN_PLACE,
       NTM_TASK_N_COLUMNS };

/* A line of the list: the heading of a group when row is NULL. */
typedef struct
{
  const NtmTaskGroup *group;
  const NtmTaskRow   *row;
  NtmTextBox         *texts[NTM_TASK_N_COLUMNS];  /* of a heading: name, -, badge, -, count */
  guint               index;                      /* of the row in its group, of the group in the list */
} NtmTaskLine;

struct _NtmTaskListLayout
{
  NtmTaskListSpec *spec;
  NtmDrawStyle    *style;
  double           width, unit;
  double           column_x[NTM_TASK_N_COLUMNS + 1];
  NtmTextBox      *title, *subtitle, *source, *empty, *continued;
  NtmTextBox      *heads[NTM_TASK_N_COLUMNS];
  GArray          *lines;         /* of NtmTaskLine */
  NtmFlowBlock    *blocks;        /* lines, then what is said under them */
  guint            n_blocks;
  NtmFlow          flow;
  guint            n_pages;
  double          *page_height;
  GPtrArray       *placed;        /* of GArray of NtmPlaced, by page */
};

/* In desk pixels. */
#define NTM_TASK_ICON_COLUMN  34.0
#define NTM_TASK_PAD_Y        8.0
#define NTM_TASK_GAP          12.0
#define NTM_TASK_CHIP_PAD     10.0
#define NTM_TASK_PROGRESS     84.0

G_END_DECLS
