/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is listed: the groups of the list, the deadlines above it, the figure that is printed. */

#include "config.h"

#include "ntm-tasks-page-private.h"

#include <glib/gi18n.h>

#include "ntm-text-box.h"
#include "ntm-timeline-view.h"

static void
show_nothing (NtmTasksPage *self)
{
  gboolean has_any = self->set != NULL && self->set->items->len > 0;
  gboolean is_searching = *gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0';

  gtk_widget_set_visible (self->clear_button, self->unit != NULL || (has_any && (is_searching || self->filter != NTM_TASK_ANY)));
  if (!has_any && self->unit != NULL)
    gtk_label_set_text (self->nothing, _("No task is about this unit."));
  else if (!has_any)
    gtk_label_set_text (self->nothing, _("No task was given by this day."));
  else if (is_searching)
    gtk_label_set_text (self->nothing, _("No task is found. Check the spelling or search for a part of the name."));
  else
    gtk_label_set_text (self->nothing, _("No task is in this state."));
}

/* What is printed and exported is what is listed, folded or not. */
static void
keep_listed (NtmTasksPage *self,
             GListModel   *groups)
{
  g_clear_pointer (&self->listed, g_hash_table_unref);
  self->listed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < g_list_model_get_n_items (groups); i++)
    {
      g_autoptr (NtmTaskItem) group = g_list_model_get_item (groups, i);
      GListModel *tasks = ntm_task_item_get_tasks (group);

      for (guint j = 0; j < g_list_model_get_n_items (tasks); j++)
        {
          g_autoptr (NtmTaskItem) task = g_list_model_get_item (tasks, j);

          g_hash_table_add (self->listed, g_strdup (ntm_task_item_get_key (task)));
        }
    }
}

/* Of what is listed, as far as there is room above the list. */
void
_ntm_tasks_page_update_timeline (NtmTasksPage *self)
{
  g_autoptr (NtmFigure) figure = NULL;
  g_autoptr (NtmTimelineSpec) spec = NULL;
  NtmViewContext ctx;

  if (self->set != NULL && self->has_timeline && self->timeline_rows > 0)
    {
      ctx = ntm_desk_get_task_context (self->desk);
      figure = ntm_tasks_page_new_figure (self);
      spec = ntm_timeline_view_new (&ctx, ntm_figure_get_spec (figure), self->timeline_rows);
    }
  ntm_task_timeline_set_spec (self->timeline, spec);
}

void
_ntm_tasks_page_update_list (NtmTasksPage *self)
{
  g_autoptr (GListModel) groups = NULL;
  NtmViewContext ctx;

  if (self->set == NULL)
    groups = G_LIST_MODEL (g_list_store_new (NTM_TYPE_TASK_ITEM));
  else
    {
      ctx = ntm_desk_get_task_context (self->desk);
      groups = ntm_task_set_group (self->set, &ctx, self->grouping, self->filter,
                                   gtk_editable_get_text (GTK_EDITABLE (self->search)));
    }
  ntm_tasks_list_set_groups (self->list, groups);
  keep_listed (self, groups);
  _ntm_tasks_page_update_timeline (self);
  show_nothing (self);
  gtk_stack_set_visible_child_name (self->stack, g_list_model_get_n_items (groups) == 0 ? "nothing" : "list");
}

void
_ntm_tasks_page_update (NtmTasksPage *self)
{
  gboolean has_file = ntm_desk_get_atlas (self->desk) != NULL;
  NtmViewContext ctx;

  g_clear_pointer (&self->set, ntm_task_set_free);
  gtk_widget_set_sensitive (GTK_WIDGET (self->paned), has_file);
  if (has_file)
    {
      ctx = ntm_desk_get_task_context (self->desk);
      if (self->unit != NULL && ntm_atlas_find_unit (ctx.atlas, self->unit) == NULL)
        g_clear_pointer (&self->unit, g_free);
      self->set = ntm_task_set_new (&ctx, self->unit, self->with_rules);
    }
  _ntm_tasks_page_show_chips (self);
  _ntm_tasks_page_update_list (self);
}

/**
 * ntm_tasks_page_show_unit:
 * @self: a page
 * @unit: (nullable): id of a unit, %NULL for all
 *
 * Lists only the tasks about @unit, all of them, until a chip takes it back.
 */
void
ntm_tasks_page_show_unit (NtmTasksPage *self,
                          const char   *unit)
{
  g_return_if_fail (NTM_IS_TASKS_PAGE (self));

  g_free (self->unit);
  self->unit = g_strdup (unit);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  g_action_group_change_action_state (G_ACTION_GROUP (self->actions), "filter", g_variant_new_string ("all"));
  _ntm_tasks_page_update (self);
}

/**
 * ntm_tasks_page_new_figure:
 * @self: a page on a desk with a file
 *
 * Returns: (transfer full): the tasks that are listed, agency by agency, as a figure to write
 */
NtmFigure *
ntm_tasks_page_new_figure (NtmTasksPage *self)
{
  NtmViewContext ctx = ntm_desk_get_task_context (self->desk);
  NtmTasksQuestion question = { .with_rules = self->with_rules, .unit = self->unit, .only = self->listed };

  return ntm_figure_new_tasks (&ctx, &question, NULL);
}

/* id of a task → its row; the rows are taken out of their groups */
static GHashTable *
take_rows (NtmTaskListSpec *spec)
{
  GHashTable *rows = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < spec->groups->len; i++)
    {
      NtmTaskGroup *group = g_ptr_array_index (spec->groups, i);

      while (group->rows->len > 0)
        {
          NtmTaskRow *row = g_ptr_array_steal_index (group->rows, group->rows->len - 1);

          /* Under another heading a row says itself whose task it is. */
          g_autofree char *title = g_strdup_printf ("%s\n%s", row->title, group->name);

          ntm_spec_set (&row->title, title);
          g_hash_table_insert (rows, row->key, row);
        }
    }
  return rows;
}

static void
add_listed_group (NtmTaskListSpec *spec,
                  NtmTaskItem     *group,
                  GHashTable      *rows)
{
  g_autofree char *count = ntm_task_item_dup_count (group);
  g_autofree char *badge = ntm_task_item_dup_badge (group);
  NtmTaskGroup *made = ntm_task_list_spec_add_group (spec, ntm_task_item_get_key (group), ntm_task_item_get_title (group),
                                                     count);
  GListModel *tasks = ntm_task_item_get_tasks (group);

  if (badge != NULL)
    ntm_spec_set (&made->badge, badge);
  made->badge_tone = NTM_TONE_ERROR;
  for (guint i = 0; i < g_list_model_get_n_items (tasks); i++)
    {
      g_autoptr (NtmTaskItem) task = g_list_model_get_item (tasks, i);
      const char *key = ntm_task_item_get_key (task);

      if (g_hash_table_contains (rows, key))
        g_ptr_array_add (made->rows, g_hash_table_lookup (rows, key));
      g_hash_table_remove (rows, key);
    }
}

/**
 * ntm_tasks_page_new_listed:
 * @self: a page on a desk with a file
 *
 * Returns: (transfer full): the tasks as they are listed, in their groups and order, as a figure to print
 */
NtmFigure *
ntm_tasks_page_new_listed (NtmTasksPage *self)
{
  NtmViewContext ctx = ntm_desk_get_task_context (self->desk);
  NtmFigure *figure = ntm_tasks_page_new_figure (self);
  NtmTaskListSpec *spec = figure == NULL ? NULL : ntm_figure_get_spec (figure);
  guint n = spec == NULL ? 0 : spec->groups->len;
  g_autoptr (GHashTable) rows = NULL;
  g_autoptr (GListModel) groups = NULL;

  if (self->grouping == NTM_TASKS_BY_AGENCY || n == 0)
    return figure;
  groups = ntm_task_set_group (self->set, &ctx, self->grouping, self->filter, gtk_editable_get_text (GTK_EDITABLE (self->search)));
  rows = take_rows (spec);
  for (guint i = 0; i < g_list_model_get_n_items (groups); i++)
    {
      g_autoptr (NtmTaskItem) group = g_list_model_get_item (groups, i);

      add_listed_group (spec, group, rows);
    }
  g_ptr_array_remove_range (spec->groups, 0, n);
  ntm_spec_set (&spec->title, self->grouping == NTM_TASKS_BY_DUE ? _("Tasks by deadline") : _("Tasks by unit"));
  return figure;
}
