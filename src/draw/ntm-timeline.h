/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ntm-date.h"
#include "ntm-draw-style.h"
#include "ntm-placed.h"

G_BEGIN_DECLS

/**
 * NtmTimelineRow:
 * @key: of the task
 * @label: what it is called
 * @tip: (nullable): all there is to say of it
 * @given: the day it was given, %NTM_DATE_MIN if not known
 * @due: the first day it is late
 * @done: the day it was done, %NTM_DATE_MAX if not by the day of the timeline
 *
 * One task with a deadline.
 */
typedef struct
{
  char   *key, *label, *tip;
  NtmDate given, due, done;
} NtmTimelineRow;

typedef struct
{
  NtmDate day;
  char   *text;
} NtmTimelineTick;

/**
 * NtmTimelineSpec:
 * @at: the day it is seen on
 * @from: its first day
 * @to: its last day
 * @at_text: that day in words
 * @due_text: word of the legend for a deadline
 * @done_text: for the day a task was done
 * @overdue_text: for the time after the deadline of what is not done
 * @late_text: for that of what was done late
 * @more: (nullable): that tasks were left out, in words
 *
 * Tasks as lines from the day they were given to the day they were done, or to @at. Reference-counted.
 */
typedef struct
{
  NtmDate    at, from, to;
  char      *at_text, *due_text, *done_text, *overdue_text, *late_text, *more;
  GPtrArray *ticks;   /* of NtmTimelineTick */
  GPtrArray *rows;    /* of NtmTimelineRow */
} NtmTimelineSpec;

NtmTimelineSpec *ntm_timeline_spec_new      (void) G_GNUC_WARN_UNUSED_RESULT;
NtmTimelineSpec *ntm_timeline_spec_ref      (NtmTimelineSpec *self);
void             ntm_timeline_spec_unref    (NtmTimelineSpec *self);
NtmTimelineRow  *ntm_timeline_spec_add_row  (NtmTimelineSpec *self, const char *key, const char *label);
void             ntm_timeline_spec_add_tick (NtmTimelineSpec *self, NtmDate day, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NtmTimelineSpec, ntm_timeline_spec_unref)

typedef struct _NtmTimelineLayout NtmTimelineLayout;

double             ntm_timeline_natural_height    (const NtmTimelineSpec *spec, const NtmDrawStyle *style);
NtmTimelineLayout *ntm_timeline_layout_new        (NtmTimelineSpec *spec, const NtmDrawStyle *style, double width, double height)
                                                   G_GNUC_WARN_UNUSED_RESULT;
void               ntm_timeline_layout_free       (NtmTimelineLayout *self);
void               ntm_timeline_layout_draw       (const NtmTimelineLayout *self, cairo_t *cr);
const NtmPlaced   *ntm_timeline_layout_get_placed (const NtmTimelineLayout *self, guint *n_placed);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NtmTimelineLayout, ntm_timeline_layout_free)

G_END_DECLS
