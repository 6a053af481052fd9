/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a drawn task list shows. */

#include "ntm-task-list.h"

static void
free_row (gpointer data)
{
  NtmTaskRow *row = data;

  g_free (row->key);
  g_free (row->title);
  g_free (row->deadline);
  g_free (row->state);
  g_free (row->result);
  g_free (row->place);
  g_free (row);
}

static void
free_group (gpointer data)
{
  NtmTaskGroup *group = data;

  g_free (group->key);
  g_free (group->name);
  g_free (group->count);
  g_free (group->badge);
  g_ptr_array_unref (group->rows);
  g_free (group);
}

/**
 * ntm_task_list_spec_new:
 *
 * Returns: (transfer full): an empty list
 */
NtmTaskListSpec *
ntm_task_list_spec_new (void)
{
  NtmTaskListSpec *self = g_atomic_rc_box_new0 (NtmTaskListSpec);

  self->groups = g_ptr_array_new_with_free_func (free_group);
  return self;
}

/**
 * ntm_task_list_spec_ref:
 * @self: a list
 *
 * Returns: (transfer full): @self with one more reference
 */
NtmTaskListSpec *
ntm_task_list_spec_ref (NtmTaskListSpec *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  NtmTaskListSpec *self = data;
  char *texts[] = { self->title, self->subtitle, self->source, self->empty, self->head_title, self->head_deadline,
                    self->head_state, self->head_result, self->head_place, self->continued };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (texts[i]);
  g_ptr_array_unref (self->groups);
}

/**
 * ntm_task_list_spec_unref:
 * @self: (transfer full): a list
 */
void
ntm_task_list_spec_unref (NtmTaskListSpec *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

/**
 * ntm_task_list_spec_add_group:
 * @self: a list
 * @key: (nullable): of the agency
 * @name: its name
 * @count: (nullable): how many tasks, in words
 *
 * Returns: (transfer none): a group without tasks
 */
NtmTaskGroup *
ntm_task_list_spec_add_group (NtmTaskListSpec *self, const char *key, const char *name, const char *count)
{
  NtmTaskGroup *group = g_new0 (NtmTaskGroup, 1);

  group->key = g_strdup (key);
  group->name = g_strdup (name);
  group->count = g_strdup (count);
  group->rows = g_ptr_array_new_with_free_func (free_row);
  g_ptr_array_add (self->groups, group);
  return group;
}

/**
 * ntm_task_group_add_row:
 * @self: a group
 * @key: (nullable): of the task
 * @title: what is to be done
 *
 * Returns: (transfer none): the new task
 */
NtmTaskRow *
ntm_task_group_add_row (NtmTaskGroup *self, const char *key, const char *title)
{
  NtmTaskRow *row = g_new0 (NtmTaskRow, 1);

  row->key = g_strdup (key);
  row->title = g_strdup (title);
  g_ptr_array_add (self->rows, row);
  return row;
}
