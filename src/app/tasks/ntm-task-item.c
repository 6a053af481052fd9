/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A row of the list. What it says comes from the view of the tasks, so that the window, the page and `ntm`
 * use the same words; what it is found by is folded once.
 */

#include "config.h"

#include "ntm-task-item.h"

#include <glib/gi18n.h>

#include "ntm-text.h"
#include "ntm-view-words.h"

struct _NtmTaskItem
{
  GObject parent_instance;

  char        *key;       /* id of the task, or of the group */
  NtmTaskRow   row;       /* owned texts; only the title for a group */
  NtmTaskState state;
  NtmDate      due;       /* the day it is due, NTM_DATE_MAX without */
  char        *agency;    /* its name */
  char        *folded;    /* everything it may be found by */
  GListStore  *tasks;     /* of a group; NULL for a task */
};

G_DEFINE_FINAL_TYPE (NtmTaskItem, ntm_task_item, G_TYPE_OBJECT)

static void
ntm_task_item_finalize (GObject *object)
{
  NtmTaskItem *self = NTM_TASK_ITEM (object);

  g_free (self->key);
  g_free (self->row.title);
  g_free (self->row.deadline);
  g_free (self->row.state);
  g_free (self->row.result);
  g_free (self->row.place);
  g_free (self->agency);
  g_free (self->folded);
  g_clear_object (&self->tasks);
  G_OBJECT_CLASS (ntm_task_item_parent_class)->finalize (object);
}

static void
ntm_task_item_class_init (NtmTaskItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ntm_task_item_finalize;
}

static void
ntm_task_item_init (NtmTaskItem *self)
{
  self->due = NTM_DATE_MAX;
}

static char *
dup_text (const char *text)
{
  return g_strdup (text == NULL ? "" : text);
}

/* Both languages of the title: what was read in one is often searched in the other. Words for what is missing
 * would be found in almost every task. */
static char *
fold_all (const NtmViewContext *ctx,
          const NtmTask        *task,
          NtmTaskItem          *self)
{
  const NtmUnit *unit = *task->unit == '\0' ? NULL : ntm_atlas_find_unit (ctx->atlas, task->unit);
  g_autofree char *name = unit == NULL ? g_strdup ("") : ntm_view_unit_name (ctx, unit);
  const char *deadline = self->row.no_deadline ? "" : self->row.deadline;
  const char *result = self->row.no_result ? "" : self->row.result;
  g_autofree char *text = g_strjoin (" ", self->row.title, task->title_vi, task->title_en, self->agency, name,
                                     task->scope_vi, task->detail_vi, deadline, result, self->row.place, task->id, NULL);

  return ntm_text_fold (text);
}

/**
 * ntm_task_item_new:
 * @ctx: the context; its day decides the state
 * @task: a task of the file
 * @row: what the view says of it
 *
 * Returns: (transfer full): a row for @task
 */
NtmTaskItem *
ntm_task_item_new (const NtmViewContext *ctx,
                   const NtmTask        *task,
                   const NtmTaskRow     *row)
{
  NtmTaskItem *self = g_object_new (NTM_TYPE_TASK_ITEM, NULL);

  self->key = g_strdup (task->id);
  self->row = *row;
  self->row.key = self->key;
  self->row.title = dup_text (row->title);
  self->row.deadline = dup_text (row->deadline);
  self->row.state = dup_text (row->state);
  self->row.result = dup_text (row->result);
  self->row.place = dup_text (row->place);
  self->state = ntm_task_standing (task, ctx->at).state;
  self->due = task->due == NTM_DATE_MAX ? NTM_DATE_MAX : task->counted_from;
  self->agency = ntm_view_agency (ctx, task->agency);
  self->folded = fold_all (ctx, task, self);
  return self;
}

/**
 * ntm_task_item_new_group:
 * @key: what the group is known by when the list is made anew
 * @name: its heading
 *
 * Returns: (transfer full): a group without tasks
 */
NtmTaskItem *
ntm_task_item_new_group (const char *key,
                         const char *name)
{
  NtmTaskItem *self = g_object_new (NTM_TYPE_TASK_ITEM, NULL);

  self->key = g_strdup (key);
  self->row.title = g_strdup (name);
  self->tasks = g_list_store_new (NTM_TYPE_TASK_ITEM);
  return self;
}

/**
 * ntm_task_item_add:
 * @self: a group
 * @task: a task
 *
 * Puts @task at the end of the group.
 */
void
ntm_task_item_add (NtmTaskItem *self,
                   NtmTaskItem *task)
{
  g_return_if_fail (NTM_IS_TASK_ITEM (self) && self->tasks != NULL);

  g_list_store_append (self->tasks, task);
}

/**
 * ntm_task_item_is_group:
 * @self: a row
 *
 * Returns: whether it is the heading of a group
 */
gboolean
ntm_task_item_is_group (NtmTaskItem *self)
{
  g_return_val_if_fail (NTM_IS_TASK_ITEM (self), FALSE);

  return self->tasks != NULL;
}

/**
 * ntm_task_item_get_key:
 * @self: a row
 *
 * Returns: id of the task or key of the group
 */
const char *
ntm_task_item_get_key (NtmTaskItem *self)
{
  g_return_val_if_fail (NTM_IS_TASK_ITEM (self), NULL);

  return self->key;
}

/**
 * ntm_task_item_get_title:
 * @self: a row
 *
 * Returns: what is to be done, or the heading
 */
const char *
ntm_task_item_get_title (NtmTaskItem *self)
{
  g_return_val_if_fail (NTM_IS_TASK_ITEM (self), NULL);

  return self->row.title;
}

/**
 * ntm_task_item_get_tasks:
 * @self: a row
 *
 * Returns: (transfer none) (nullable) (element-type NtmTaskItem): the tasks of a group, %NULL for a task
 */
GListModel *
ntm_task_item_get_tasks (NtmTaskItem *self)
{
  g_return_val_if_fail (NTM_IS_TASK_ITEM (self), NULL);

  return self->tasks == NULL ? NULL : G_LIST_MODEL (self->tasks);
}

/**
 * ntm_task_item_dup_count:
 * @self: a group
 *
 * Returns: (transfer full): how many tasks it has, in words
 */
char *
ntm_task_item_dup_count (NtmTaskItem *self)
{
  guint n;

  g_return_val_if_fail (NTM_IS_TASK_ITEM (self) && self->tasks != NULL, NULL);

  n = g_list_model_get_n_items (G_LIST_MODEL (self->tasks));
  return g_strdup_printf (ngettext ("%u task", "%u tasks", n), n);
}

/**
 * ntm_task_item_dup_badge:
 * @self: a group
 *
 * Returns: (transfer full) (nullable): how many of its tasks are overdue, in words; %NULL for none
 */
char *
ntm_task_item_dup_badge (NtmTaskItem *self)
{
  guint n = 0;

  g_return_val_if_fail (NTM_IS_TASK_ITEM (self) && self->tasks != NULL, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->tasks)); i++)
    {
      g_autoptr (NtmTaskItem) task = g_list_model_get_item (G_LIST_MODEL (self->tasks), i);

      if (task->state == NTM_TASK_OVERDUE)
        n++;
    }
  return n == 0 ? NULL : g_strdup_printf (ngettext ("%u overdue", "%u overdue", n), n);
}

/**
 * ntm_task_item_get_row:
 * @self: a task
 *
 * Returns: (transfer none): what the list says of it
 */
const NtmTaskRow *
ntm_task_item_get_row (NtmTaskItem *self)
{
  g_return_val_if_fail (NTM_IS_TASK_ITEM (self), NULL);

  return &self->row;
}

/**
 * ntm_task_item_get_state:
 * @self: a task
 *
 * Returns: its state on the day of the list
 */
NtmTaskState
ntm_task_item_get_state (NtmTaskItem *self)
{
  g_return_val_if_fail (NTM_IS_TASK_ITEM (self), NTM_TASK_OPEN);

  return self->state;
}

/**
 * ntm_task_item_get_due:
 * @self: a task
 *
 * Returns: the day it is due as stated, %NTM_DATE_MAX without
 */
NtmDate
ntm_task_item_get_due (NtmTaskItem *self)
{
  g_return_val_if_fail (NTM_IS_TASK_ITEM (self), NTM_DATE_MAX);

  return self->due;
}

/**
 * ntm_task_item_get_agency:
 * @self: a task
 *
 * Returns: the name of the agency that has to do it
 */
const char *
ntm_task_item_get_agency (NtmTaskItem *self)
{
  g_return_val_if_fail (NTM_IS_TASK_ITEM (self), NULL);

  return self->agency;
}

/**
 * ntm_task_item_matches:
 * @self: a task
 * @folded: what is looked for, from [func@Ntm.text_fold]
 *
 * Returns: whether the search finds the task
 */
gboolean
ntm_task_item_matches (NtmTaskItem *self,
                       const char  *folded)
{
  g_return_val_if_fail (NTM_IS_TASK_ITEM (self) && self->tasks == NULL, FALSE);

  return ntm_text_matches (self->folded, folded);
}

/**
 * ntm_task_item_dup_spoken:
 * @self: a row
 *
 * Returns: (transfer full): everything the row shows as one sentence, for those who cannot see it
 */
char *
ntm_task_item_dup_spoken (NtmTaskItem *self)
{
  g_return_val_if_fail (NTM_IS_TASK_ITEM (self), NULL);

  if (self->tasks != NULL)
    {
      g_autofree char *count = ntm_task_item_dup_count (self);
      g_autofree char *badge = ntm_task_item_dup_badge (self);

      return g_strjoin (", ", self->row.title, count, badge, NULL);
    }
  /* Translators: title, agency, deadline, state and latest result of a task. */
  return g_strdup_printf (_("%1$s. Agency: %2$s. Deadline: %3$s. State: %4$s. Latest result: %5$s."), self->row.title,
                          self->agency, self->row.deadline, self->row.state, self->row.result);
}
