/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * All tasks on a day and the lists made of them. A file has some fifty tasks, a few years of notices some
 * hundreds: lists are made anew rather than patched.
 */

#include "config.h"

#include "ntm-task-set.h"

#include <glib/gi18n.h>

#include "ntm-tasks-view.h"
#include "ntm-text.h"
#include "ntm-view-words.h"

/* A group to be: its heading and what it is sorted by. */
typedef struct
{
  NtmTaskItem *item;
  int          rank;
  char        *name;
  GPtrArray   *tasks;   /* (element-type NtmTaskItem) */
} Group;

static void
group_free (Group *group)
{
  g_object_unref (group->item);
  g_free (group->name);
  g_ptr_array_unref (group->tasks);
  g_free (group);
}

static void
add_row (NtmTaskSet           *self,
         const NtmViewContext *ctx,
         const NtmTaskRow     *row)
{
  const NtmTask *task = ntm_atlas_lookup (ctx->atlas, NTM_TABLE_TASK, row->key);
  NtmTaskItem *item = ntm_task_item_new (ctx, task, row);

  g_ptr_array_add (self->items, item);
  g_ptr_array_add (self->agencies, g_strdup (task->agency));
  self->n_by_state[ntm_task_item_get_state (item)]++;
}

/**
 * ntm_task_set_new:
 * @ctx: the context; its day decides the states
 * @unit: (nullable): id of a unit of the file; only tasks about it
 * @rules: also standing rules and reporting regimes
 *
 * Returns: (transfer full): the tasks given by that day
 */
NtmTaskSet *
ntm_task_set_new (const NtmViewContext *ctx,
                  const char           *unit,
                  gboolean              rules)
{
  NtmTaskSet *self = g_new0 (NtmTaskSet, 1);
  NtmTasksQuestion question = { .unit = unit, .with_rules = rules };
  g_autoptr (NtmTaskListSpec) spec = ntm_tasks_view_new (ctx, &question, NULL);

  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->agencies = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; spec != NULL && i < spec->groups->len; i++)
    {
      const NtmTaskGroup *group = g_ptr_array_index (spec->groups, i);

      for (guint j = 0; j < group->rows->len; j++)
        add_row (self, ctx, g_ptr_array_index (group->rows, j));
    }
  return self;
}

/**
 * ntm_task_set_free:
 * @self: (transfer full): a set
 */
void
ntm_task_set_free (NtmTaskSet *self)
{
  g_ptr_array_unref (self->items);
  g_ptr_array_unref (self->agencies);
  g_free (self);
}

/**
 * ntm_task_set_count:
 * @self: a set
 * @state: a state, or %NTM_TASK_ANY
 *
 * Returns: how many tasks are in @state
 */
guint
ntm_task_set_count (const NtmTaskSet *self,
                    NtmTaskState      state)
{
  return state == NTM_TASK_ANY ? self->items->len : self->n_by_state[state];
}

/* --- what a task is put under ------------------------------------------------------------------ */

static Group *
find_group (GPtrArray  *groups,
            GHashTable *by_key,
            const char *key,
            const char *name,
            int         rank)
{
  Group *group = g_hash_table_lookup (by_key, key);

  if (group != NULL)
    return group;
  group = g_new0 (Group, 1);
  group->item = ntm_task_item_new_group (key, name);
  group->rank = rank;
  group->name = g_strdup (name);
  group->tasks = g_ptr_array_new ();
  g_hash_table_insert (by_key, (char *) ntm_task_item_get_key (group->item), group);
  g_ptr_array_add (groups, group);
  return group;
}

/* Months, since a notice gives many deadlines of one month and few of one day. */
static char *
name_month (NtmDate  due,
            NtmLang  lang,
            int     *rank)
{
  g_autofree char *text = NULL;
  NtmPeriod period;
  int year, month;

  if (due == NTM_DATE_MAX)
    {
      *rank = G_MAXINT;
      return g_strdup (_("No deadline stated"));
    }
  ntm_date_split (due, &year, &month, NULL);
  *rank = year * 12 + month;
  text = g_strdup_printf ("%d-%02d", year, month);
  ntm_period_parse (text, &period, NULL);
  return ntm_period_format (&period, lang);
}

/* The province first, then larger units before smaller ones, then what has no unit. */
static char *
name_unit (const NtmViewContext *ctx,
           const NtmTask        *task,
           int                  *rank)
{
  const NtmUnit *unit = *task->unit == '\0' ? NULL : ntm_atlas_find_unit (ctx->atlas, task->unit);
  const char *scope = ntm_lang_pick (ctx->lang, task->scope_vi, task->scope_en);

  *rank = unit == NULL ? NTM_N_LEVELS + 1 : (int) unit->level;
  if (unit != NULL)
    return ntm_view_unit_name (ctx, unit);
  if (*scope == '\0')
    return g_strdup (_("No unit stated"));
  *rank = NTM_N_LEVELS;
  return g_strdup (scope);
}

static Group *
group_of (const NtmTaskSet     *self,
          const NtmViewContext *ctx,
          NtmTaskGrouping       grouping,
          guint                 i,
          GPtrArray            *groups,
          GHashTable           *by_key)
{
  NtmTaskItem *item = g_ptr_array_index (self->items, i);
  const NtmTask *task = ntm_atlas_lookup (ctx->atlas, NTM_TABLE_TASK, ntm_task_item_get_key (item));
  g_autofree char *name = NULL;
  int rank;

  if (grouping == NTM_TASKS_BY_AGENCY)
    return find_group (groups, by_key, g_ptr_array_index (self->agencies, i), ntm_task_item_get_agency (item), 0);
  if (grouping == NTM_TASKS_BY_DUE)
    name = name_month (ntm_task_item_get_due (item), ctx->lang, &rank);
  else
    name = name_unit (ctx, task, &rank);
  return find_group (groups, by_key, *name == '\0' ? "-" : name, name, rank);
}

static int
compare_groups_cb (gconstpointer a,
                   gconstpointer b,
                   gpointer      by_name)
{
  const Group *first = *(Group **) a, *second = *(Group **) b;

  if (first->rank != second->rank)
    return first->rank < second->rank ? -1 : 1;
  return by_name != NULL ? ntm_text_compare (first->name, second->name) : 0;
}

static int
compare_due_cb (gconstpointer a,
                gconstpointer b)
{
  NtmDate first = ntm_task_item_get_due (*(NtmTaskItem **) a), second = ntm_task_item_get_due (*(NtmTaskItem **) b);

  return (first > second) - (first < second);
}

/* --- the list ---------------------------------------------------------------------------------- */

static gboolean
is_wanted (NtmTaskItem *item,
           NtmTaskState state,
           const char  *folded)
{
  return (state == NTM_TASK_ANY || ntm_task_item_get_state (item) == state) && ntm_task_item_matches (item, folded);
}

static GListModel *
new_list (GPtrArray *groups)
{
  GListStore *list = g_list_store_new (NTM_TYPE_TASK_ITEM);

  for (guint i = 0; i < groups->len; i++)
    {
      Group *group = g_ptr_array_index (groups, i);

      for (guint j = 0; j < group->tasks->len; j++)
        ntm_task_item_add (group->item, g_ptr_array_index (group->tasks, j));
      g_list_store_append (list, group->item);
    }
  return G_LIST_MODEL (list);
}

/**
 * ntm_task_set_group:
 * @self: a set
 * @ctx: the context it was made in, still valid
 * @grouping: what to put together
 * @state: only tasks in this state, or %NTM_TASK_ANY
 * @needle: only tasks found by this, with or without accents; "" finds all
 *
 * Makes the list: agencies in the order of the file; months by time with their tasks by deadline; units
 * from large to small in Vietnamese order. Groups without a task are left out.
 *
 * Returns: (transfer full) (element-type NtmTaskItem): the groups with their tasks in them
 */
GListModel *
ntm_task_set_group (const NtmTaskSet     *self,
                    const NtmViewContext *ctx,
                    NtmTaskGrouping       grouping,
                    NtmTaskState          state,
                    const char           *needle)
{
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func ((GDestroyNotify) group_free);
  g_autoptr (GHashTable) by_key = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *stripped = g_strstrip (g_strdup (needle));
  g_autofree char *folded = ntm_text_fold (stripped);

  for (guint i = 0; i < self->items->len; i++)
    if (is_wanted (g_ptr_array_index (self->items, i), state, folded))
      g_ptr_array_add (group_of (self, ctx, grouping, i, groups, by_key)->tasks, g_ptr_array_index (self->items, i));
  for (guint i = 0; grouping == NTM_TASKS_BY_DUE && i < groups->len; i++)
    g_ptr_array_sort (((Group *) g_ptr_array_index (groups, i))->tasks, compare_due_cb);
  g_ptr_array_sort_with_data (groups, compare_groups_cb, grouping == NTM_TASKS_BY_UNIT ? groups : NULL);
  return new_list (groups);
}
