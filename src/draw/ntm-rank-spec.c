/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a rank chart shows. */

#include "ntm-rank-chart.h"

static void
free_row (gpointer data)
{
  NtmRankRow *row = data;

  g_free (row->key);
  g_free (row->label);
  g_free (row->value_text);
  g_free (row);
}

/**
 * ntm_rank_spec_new:
 *
 * Returns: (transfer full): an empty chart
 */
NtmRankSpec *
ntm_rank_spec_new (void)
{
  NtmRankSpec *self = g_atomic_rc_box_new0 (NtmRankSpec);

  self->rows = g_ptr_array_new_with_free_func (free_row);
  return self;
}

/**
 * ntm_rank_spec_ref:
 * @self: a chart
 *
 * Returns: (transfer full): @self with one more reference
 */
NtmRankSpec *
ntm_rank_spec_ref (NtmRankSpec *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  NtmRankSpec *self = data;

  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->source);
  g_free (self->empty);
  g_free (self->more);
  g_free (self->target_label);
  g_ptr_array_unref (self->rows);
}

/**
 * ntm_rank_spec_unref:
 * @self: (transfer full): a chart
 */
void
ntm_rank_spec_unref (NtmRankSpec *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

static NtmRankRow *
add_row (NtmRankSpec *self, const char *key, const char *label, const char *text)
{
  NtmRankRow *row = g_new0 (NtmRankRow, 1);

  row->key = g_strdup (key);
  row->label = g_strdup (label);
  row->value_text = g_strdup (text);
  g_ptr_array_add (self->rows, row);
  return row;
}

/**
 * ntm_rank_spec_add_value:
 * @self: a chart
 * @key: of the unit
 * @label: its name
 * @value: its figure, finite
 * @value_text: (nullable): the figure as text
 *
 * Returns: (transfer none): the new row
 */
NtmRankRow *
ntm_rank_spec_add_value (NtmRankSpec *self, const char *key, const char *label, double value, const char *value_text)
{
  NtmRankRow *row = add_row (self, key, label, value_text);

  row->value = value;
  return row;
}

/**
 * ntm_rank_spec_add_no_data:
 * @self: a chart
 * @key: of the unit
 * @label: its name
 * @text: (nullable): that there is no figure, in words; drawn once
 *
 * Returns: (transfer none): the new row
 */
NtmRankRow *
ntm_rank_spec_add_no_data (NtmRankSpec *self, const char *key, const char *label, const char *text)
{
  NtmRankRow *row = add_row (self, key, label, text);

  row->no_data = TRUE;
  return row;
}

/**
 * ntm_rank_spec_set_target:
 * @self: a chart
 * @value: where the line stands
 * @label: (nullable): in words
 */
void
ntm_rank_spec_set_target (NtmRankSpec *self, double value, const char *label)
{
  self->has_target = TRUE;
  self->target_value = value;
  g_free (self->target_label);
  self->target_label = g_strdup (label);
}
