/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How facts come into the inspector: its head at once, some rows of its lists with each frame. */

#include "config.h"

#include "ntm-inspector-private.h"

#include "ntm-inspector-rows.h"
#include "ntm-view-words.h"

#define MAX_ENTRIES 12   /* of a register; the requirements on a unit are shown all */
#define ROWS_A_FRAME 6

enum
{
  STEP_FIGURES,
  STEP_TASKS,
  STEP_SECTIONS,
  STEP_FINDINGS = STEP_SECTIONS + NTM_UNIT_N_SECTIONS,
  STEP_SOURCES,
  STEP_PLACE,
  N_STEPS
};

typedef GtkWidget *(*NewRow) (gconstpointer item);

static void
begin_list (GtkListBox *list,
            GtkWidget  *heading,
            gboolean    shown)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
  gtk_widget_set_visible (GTK_WIDGET (list), shown);
  gtk_widget_set_visible (heading, shown);
}

/* Adds the next rows of a list, which is hidden with its heading where there are none; %TRUE after the last. */
static gboolean
show_more (NtmInspector    *self,
           GtkListBox      *list,
           GtkWidget       *heading,
           const GPtrArray *items,
           NewRow           new_item)
{
  guint n = items == NULL ? 0 : items->len, until = MIN (n, self->n_rows + ROWS_A_FRAME);

  if (self->n_rows == 0)
    begin_list (list, heading, n > 0);
  for (; self->n_rows < until; self->n_rows++)
    gtk_list_box_append (list, new_item (g_ptr_array_index (items, self->n_rows)));
  return until == n;
}

static void
show_head (NtmInspector       *self,
           const NtmUnitFacts *facts)
{
  NtmStatus status = facts->standing.status;
  g_autofree char *n_tasks = g_strdup_printf ("%u", facts->n_tasks);

  gtk_label_set_text (self->heading, facts->name);
  gtk_label_set_text (self->summary, facts->summary);
  ntm_status_pill_set_mark (self->pill, (NtmMark) status, ntm_view_status_name (status));
  gtk_widget_set_visible (self->status_row, status != NTM_STATUS_NOT_APPLICABLE);
  gtk_label_set_text (self->since, facts->since);
  gtk_label_set_text (self->decision, facts->decision);
  gtk_widget_set_visible (GTK_WIDGET (self->decision), *facts->decision != '\0');
  gtk_label_set_text (self->tasks_count, n_tasks);
  gtk_label_set_text (self->tasks_day, facts->tasks_day);
  begin_list (self->goals, self->goals_heading, facts->goals->len > 0);
  for (guint i = 0; i < facts->goals->len; i++)
    gtk_list_box_append (self->goals, _ntm_inspector_new_goal_row (g_ptr_array_index (facts->goals, i)));
}

/* --- the rest, step by step -------------------------------------------------------------------- */

/* As show_more(), and after the last of @items how many of @n_all are left out. */
static gboolean
show_cut (NtmInspector    *self,
          GtkListBox      *list,
          GtkWidget       *heading,
          const GPtrArray *items,
          guint            n_all,
          NewRow           new_item)
{
  if (!show_more (self, list, heading, items, new_item))
    return FALSE;
  if (items != NULL && n_all > items->len)
    gtk_list_box_append (list, _ntm_inspector_new_rest_row (n_all - items->len));
  return TRUE;
}

static gboolean
show_section (NtmInspector  *self,
              NtmUnitSection section)
{
  GPtrArray *entries = self->facts->sections[section];
  guint n = entries == NULL ? 0 : entries->len;
  guint n_shown = section == NTM_UNIT_SECTION_LINES ? n : MIN (n, MAX_ENTRIES);
  GPtrArray shown = { .pdata = entries == NULL ? NULL : entries->pdata, .len = n_shown };

  return show_cut (self, self->section_lists[section], self->section_headings[section], &shown, n,
                   (NewRow) _ntm_inspector_new_entry_row);
}

static gboolean
show_figures (NtmInspector *self)
{
  const NtmUnitFacts *facts = self->facts;

  if (!show_more (self, self->figures, self->figures_heading, facts->figures, (NewRow) _ntm_inspector_new_figure_row))
    return FALSE;
  if (facts->n_figures > facts->figures->len)
    gtk_list_box_append (self->figures, _ntm_inspector_new_more_row (facts->n_figures - facts->figures->len));
  return TRUE;
}

static gboolean
show_tasks (NtmInspector *self)
{
  const NtmUnitFacts *facts = self->facts;

  if (!show_more (self, self->tasks, self->tasks_heading, facts->tasks, (NewRow) _ntm_inspector_new_task_row))
    return FALSE;
  if (facts->n_tasks > facts->tasks->len)
    gtk_list_box_append (self->tasks, _ntm_inspector_new_all_row (facts->n_tasks, facts->unit));
  return TRUE;
}

/* Does a frame's part of the step; %TRUE if it is done with. */
static gboolean
do_part (NtmInspector *self)
{
  const NtmUnitFacts *facts = self->facts;

  if (self->step == STEP_FIGURES)
    return show_figures (self);
  if (self->step == STEP_TASKS)
    return show_tasks (self);
  if (self->step < STEP_FINDINGS)
    return show_section (self, (NtmUnitSection) (self->step - STEP_SECTIONS));
  if (self->step == STEP_FINDINGS)
    return show_cut (self, self->findings, self->findings_heading, facts->findings, facts->n_findings,
                     (NewRow) _ntm_inspector_new_finding_row);
  if (self->step == STEP_SOURCES)
    return show_cut (self, self->sources, self->sources_heading, facts->papers, facts->n_papers,
                     (NewRow) _ntm_inspector_new_paper_row);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), self->place);
  return TRUE;
}

static void
take_step (NtmInspector *self)
{
  if (!do_part (self))
    return;
  self->n_rows = 0;
  if (++self->step == N_STEPS)
    g_clear_pointer (&self->facts, ntm_unit_facts_free);
}

static void
reveal (NtmInspector *self)
{
  GtkWidget *heading = self->section_headings[self->wanted];
  graphene_rect_t bounds;

  self->is_wanted = FALSE;
  if (!gtk_widget_get_mapped (heading))
    return;
  gtk_widget_child_focus (GTK_WIDGET (self->section_lists[self->wanted]), GTK_DIR_TAB_FORWARD);
  if (gtk_widget_compute_bounds (heading, self->content, &bounds))
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), bounds.origin.y);
}

/* What is to be revealed waits for the frame after the last step: only then all has its place. */
static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  NtmInspector *self = NTM_INSPECTOR (widget);

  if (self->facts != NULL)
    {
      take_step (self);
      return G_SOURCE_CONTINUE;
    }
  if (self->is_wanted)
    reveal (self);
  self->tick_id = 0;
  return G_SOURCE_REMOVE;
}

/* After what is still to be shown, or with the next frame. */
void
_ntm_inspector_queue_step (NtmInspector *self)
{
  if (self->tick_id == 0)
    self->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
}

/* Shows at once what is still to be shown. */
void
_ntm_inspector_finish (NtmInspector *self)
{
  while (self->facts != NULL)
    take_step (self);
}

static void
hide_rest (NtmInspector *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->figures), FALSE);
  gtk_widget_set_visible (self->figures_heading, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->tasks), FALSE);
  gtk_widget_set_visible (self->tasks_heading, FALSE);
  for (guint i = 0; i < NTM_UNIT_N_SECTIONS; i++)
    {
      gtk_widget_set_visible (GTK_WIDGET (self->section_lists[i]), FALSE);
      gtk_widget_set_visible (self->section_headings[i], FALSE);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->findings), FALSE);
  gtk_widget_set_visible (self->findings_heading, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->sources), FALSE);
  gtk_widget_set_visible (self->sources_heading, FALSE);
}

/*
 * A unit is told in up to sixty rows, which take longer to make than a frame has. What is at the top comes at once, some
 * rows with each of the next frames; what was told of another unit is hidden meanwhile, and the place read is found again.
 */
void
_ntm_inspector_take_facts (NtmInspector *self,
                           NtmUnitFacts *facts)
{
  show_head (self, facts);
  if (self->facts == NULL)
    self->place = gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (self->scroller));
  g_clear_pointer (&self->facts, ntm_unit_facts_free);
  self->facts = facts;
  self->step = STEP_FIGURES;
  self->n_rows = 0;
  hide_rest (self);
  _ntm_inspector_queue_step (self);
}
