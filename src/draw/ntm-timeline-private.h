/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Inside src/draw only: what the files ntm-timeline*.c share. */

#include "ntm-map-private.h"
#include "ntm-text-box.h"
#include "ntm-timeline.h"

G_BEGIN_DECLS

/* Where a task is: from the day it was given over its deadline to its end. */
typedef struct
{
  const NtmTimelineRow *row;
  NtmTextBox           *label;
  double                y, x_given, x_due, x_end;
  gboolean              is_done, is_late;   /* not done in time: late if done, else overdue */
} NtmTimelineLine;

typedef struct
{
  NtmTextBox *text;
  double      x, y;
} NtmTimelineText;

typedef enum
{
  NTM_TIMELINE_DUE,
  NTM_TIMELINE_DONE,
  NTM_TIMELINE_OVERDUE,
  NTM_TIMELINE_LATE,
  NTM_N_TIMELINE_MARKS,
} NtmTimelineMark;

struct _NtmTimelineLayout
{
  NtmTimelineSpec *spec;
  NtmDrawStyle    *style;
  double           width, height, unit;
  NtmRect          plot;
  double           x_at;
  NtmTextBox      *at;
  double           at_x;                             /* left of its words */
  NtmTimelineText  legend[NTM_N_TIMELINE_MARKS];
  NtmTimelineText  more;
  GArray          *ticks;    /* of NtmTimelineText */
  GArray          *lines;    /* of NtmTimelineLine */
  GArray          *placed;
};

G_END_DECLS
