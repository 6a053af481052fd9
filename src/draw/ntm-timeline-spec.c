/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a timeline of deadlines shows. */

#include "ntm-timeline.h"

static void
free_row (gpointer data)
{
  NtmTimelineRow *row = data;

  g_free (row->key);
  g_free (row->label);
  g_free (row->tip);
  g_free (row);
}

static void
free_tick (gpointer data)
{
  g_free (((NtmTimelineTick *) data)->text);
  g_free (data);
}

/**
 * ntm_timeline_spec_new:
 *
 * Returns: (transfer full): an empty timeline
 */
NtmTimelineSpec *
ntm_timeline_spec_new (void)
{
  NtmTimelineSpec *self = g_atomic_rc_box_new0 (NtmTimelineSpec);

  self->ticks = g_ptr_array_new_with_free_func (free_tick);
  self->rows = g_ptr_array_new_with_free_func (free_row);
  return self;
}

/**
 * ntm_timeline_spec_ref:
 * @self: a timeline
 *
 * Returns: (transfer full): @self with one more reference
 */
NtmTimelineSpec *
ntm_timeline_spec_ref (NtmTimelineSpec *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  NtmTimelineSpec *self = data;
  char *texts[] = { self->at_text, self->due_text, self->done_text, self->overdue_text, self->late_text, self->more };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (texts[i]);
  g_ptr_array_unref (self->ticks);
  g_ptr_array_unref (self->rows);
}

/**
 * ntm_timeline_spec_unref:
 * @self: (transfer full): a timeline
 */
void
ntm_timeline_spec_unref (NtmTimelineSpec *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

/**
 * ntm_timeline_spec_add_row:
 * @self: a timeline
 * @key: of the task
 * @label: what it is called
 *
 * Returns: (transfer none): the new row, not done and without days
 */
NtmTimelineRow *
ntm_timeline_spec_add_row (NtmTimelineSpec *self, const char *key, const char *label)
{
  NtmTimelineRow *row = g_new0 (NtmTimelineRow, 1);

  row->key = g_strdup (key);
  row->label = g_strdup (label);
  row->given = NTM_DATE_MIN;
  row->due = row->done = NTM_DATE_MAX;
  g_ptr_array_add (self->rows, row);
  return row;
}

/**
 * ntm_timeline_spec_add_tick:
 * @self: a timeline
 * @day: a day from its first to its last
 * @text: its name
 *
 * Names a day on the axis; names that would meet the one before are left out. To be added in order.
 */
void
ntm_timeline_spec_add_tick (NtmTimelineSpec *self, NtmDate day, const char *text)
{
  NtmTimelineTick *tick = g_new0 (NtmTimelineTick, 1);

  tick->day = day;
  tick->text = g_strdup (text);
  g_ptr_array_add (self->ticks, tick);
}
