/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ntm-inspector.h"

#include <glib/gi18n.h>

#include "ntm-follow.h"
#include "ntm-inspector-rows.h"
#include "ntm-look.h"
#include "ntm-status-pill.h"
#include "ntm-view-words.h"

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

struct _NtmInspector
{
  GtkWidget parent_instance;

  NtmDesk *desk;

  GtkScrolledWindow *scroller;
  GtkWidget     *content;
  GtkLabel      *heading;
  GtkLabel      *summary;
  GtkWidget     *status_row;
  NtmStatusPill *pill;
  GtkLabel      *since;
  GtkLabel      *decision;
  GtkWidget     *goals_heading;
  GtkListBox    *goals;
  GtkWidget     *figures_heading;
  GtkListBox    *figures;
  GtkWidget     *tasks_heading;
  GtkLabel      *tasks_count;
  GtkListBox    *tasks;
  NtmUnitFacts *facts;       /* of which the lists from @step on are still to be shown; NULL when all are */
  guint         step;
  guint         tick_id;     /* 0 without */
  double        place;       /* scrolled to before the unit changed */

  NtmUnitSection wanted;     /* to be brought before the eyes, if */
  gboolean       is_wanted;

  GtkBox        *sections;
  GtkWidget     *section_headings[NTM_UNIT_N_SECTIONS];
  GtkListBox    *section_lists[NTM_UNIT_N_SECTIONS];
  GtkWidget     *findings_heading;
  GtkListBox    *findings;
  GtkWidget     *sources_heading;
  GtkListBox    *sources;
  GtkWidget     *history;
};

G_DEFINE_FINAL_TYPE (NtmInspector, ntm_inspector, GTK_TYPE_WIDGET)

static void
open_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  gtk_show_uri (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, g_variant_get_string (parameter, NULL), GDK_CURRENT_TIME);
}

typedef GtkWidget *(*NewRow) (gconstpointer item);

/* Fills a list and hides it with its heading where there is nothing. */
static void
show_list (GtkListBox      *list,
           GtkWidget       *heading,
           const GPtrArray *items,
           NewRow           new_item)
{
  GtkListBoxRow *row;
  guint n = items == NULL ? 0 : items->len;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
  for (guint i = 0; i < n; i++)
    gtk_list_box_append (list, new_item (g_ptr_array_index (items, i)));
  gtk_widget_set_visible (GTK_WIDGET (list), n > 0);
  gtk_widget_set_visible (heading, n > 0);
}

static void
show_facts (NtmInspector       *self,
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
  show_list (self->goals, self->goals_heading, facts->goals, (NewRow) _ntm_inspector_new_goal_row);
}

/* --- the rest, step by step -------------------------------------------------------------------- */

static void
show_section (NtmInspector  *self,
              NtmUnitSection section)
{
  show_list (self->section_lists[section], self->section_headings[section], self->facts->sections[section],
             (NewRow) _ntm_inspector_new_entry_row);
}

static void
show_tasks (NtmInspector *self)
{
  const NtmUnitFacts *facts = self->facts;

  show_list (self->tasks, self->tasks_heading, facts->tasks, (NewRow) _ntm_inspector_new_task_row);
  if (facts->n_tasks > facts->tasks->len)
    gtk_list_box_append (self->tasks, _ntm_inspector_new_all_row (facts->n_tasks, facts->unit));
}

static void
take_step (NtmInspector *self)
{
  const NtmUnitFacts *facts = self->facts;

  if (self->step == STEP_FIGURES)
    show_list (self->figures, self->figures_heading, facts->figures, (NewRow) _ntm_inspector_new_figure_row);
  else if (self->step == STEP_TASKS)
    show_tasks (self);
  else if (self->step < STEP_FINDINGS)
    show_section (self, (NtmUnitSection) (self->step - STEP_SECTIONS));
  else if (self->step == STEP_FINDINGS)
    show_list (self->findings, self->findings_heading, facts->findings, (NewRow) _ntm_inspector_new_finding_row);
  else if (self->step == STEP_SOURCES)
    show_list (self->sources, self->sources_heading, facts->papers, (NewRow) _ntm_inspector_new_paper_row);
  else
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), self->place);
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

static void
queue_step (NtmInspector *self)
{
  if (self->tick_id == 0)
    self->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
}

static void
finish (NtmInspector *self)
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
 * A unit is told in up to sixty rows, which take longer to make than a frame has. What is at the top comes at once, a
 * list with each of the next frames; what was told of another unit is hidden meanwhile, and the place read is found again.
 */
static void
show_rest (NtmInspector *self,
           NtmUnitFacts *facts)
{
  if (self->facts == NULL)
    self->place = gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (self->scroller));
  g_clear_pointer (&self->facts, ntm_unit_facts_free);
  self->facts = facts;
  self->step = STEP_FIGURES;
  hide_rest (self);
  queue_step (self);
}

static void
update (NtmInspector *self)
{
  NtmAtlas *atlas = ntm_desk_get_atlas (self->desk);
  const NtmUnit *unit = ntm_desk_get_selected (self->desk);
  NtmViewContext context;
  NtmUnitFacts *facts;

  if (unit == NULL && atlas != NULL)
    unit = ntm_atlas_province (atlas, ntm_desk_get_date (self->desk));
  gtk_widget_set_visible (self->content, unit != NULL);
  if (unit == NULL)
    {
      g_clear_pointer (&self->facts, ntm_unit_facts_free);
      return;
    }
  context = ntm_desk_get_context (self->desk);
  facts = ntm_unit_facts_new (&context, unit);
  show_facts (self, facts);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->history), "(ss)", unit->id, "");
  show_rest (self, facts);
}

static void
ntm_inspector_dispose (GObject *object)
{
  NtmInspector *self = NTM_INSPECTOR (object);
  GtkWidget *child;

  g_clear_pointer (&self->facts, ntm_unit_facts_free);
  g_clear_object (&self->desk);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (ntm_inspector_parent_class)->dispose (object);
}

static void
ntm_inspector_class_init (NtmInspectorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ntm_inspector_dispose;
  g_type_ensure (NTM_TYPE_STATUS_PILL);
  gtk_widget_class_install_action (widget_class, "inspector.open", "s", open_cb);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/ntmatlas/NtmAtlas/ui/ntm-inspector.ui");
  gtk_widget_class_bind_template_child (widget_class, NtmInspector, scroller);
  gtk_widget_class_bind_template_child (widget_class, NtmInspector, content);
  gtk_widget_class_bind_template_child (widget_class, NtmInspector, heading);
  gtk_widget_class_bind_template_child (widget_class, NtmInspector, summary);
  gtk_widget_class_bind_template_child (widget_class, NtmInspector, status_row);
  gtk_widget_class_bind_template_child (widget_class, NtmInspector, pill);
  gtk_widget_class_bind_template_child (widget_class, NtmInspector, since);
  gtk_widget_class_bind_template_child (widget_class, NtmInspector, decision);
  gtk_widget_class_bind_template_child (widget_class, NtmInspector, goals_heading);
  gtk_widget_class_bind_template_child (widget_class, NtmInspector, goals);
  gtk_widget_class_bind_template_child (widget_class, NtmInspector, figures_heading);
  gtk_widget_class_bind_template_child (widget_class, NtmInspector, figures);
  gtk_widget_class_bind_template_child (widget_class, NtmInspector, tasks_heading);
  gtk_widget_class_bind_template_child (widget_class, NtmInspector, tasks_count);
  gtk_widget_class_bind_template_child (widget_class, NtmInspector, tasks);
  gtk_widget_class_bind_template_child (widget_class, NtmInspector, sections);
  gtk_widget_class_bind_template_child (widget_class, NtmInspector, findings_heading);
  gtk_widget_class_bind_template_child (widget_class, NtmInspector, findings);
  gtk_widget_class_bind_template_child (widget_class, NtmInspector, sources_heading);
  gtk_widget_class_bind_template_child (widget_class, NtmInspector, sources);
  gtk_widget_class_bind_template_child (widget_class, NtmInspector, history);
}

static void
add_section (NtmInspector  *self,
             NtmUnitSection section)
{
  const char *name = ntm_unit_section_name (section);
  GtkWidget *heading = ntm_look_new_label (name, "heading");
  GtkWidget *list = gtk_list_box_new ();

  gtk_widget_set_margin_top (heading, 12);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_box_append (self->sections, heading);
  gtk_box_append (self->sections, list);
  self->section_headings[section] = heading;
  self->section_lists[section] = GTK_LIST_BOX (list);
}

static void
ntm_inspector_init (NtmInspector *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < NTM_UNIT_N_SECTIONS; i++)
    add_section (self, (NtmUnitSection) i);
}

/**
 * ntm_inspector_set_desk:
 * @self: an inspector
 * @desk: what the window works on
 *
 * Describes the selected unit of @desk. To be called once.
 */
void
ntm_inspector_set_desk (NtmInspector *self,
                        NtmDesk      *desk)
{
  g_return_if_fail (NTM_IS_INSPECTOR (self));
  g_return_if_fail (self->desk == NULL);

  self->desk = g_object_ref (desk);
  ntm_follow_desk (desk, "changed", self, (NtmFollow) update);
  ntm_follow_desk (desk, "selected", self, (NtmFollow) update);
  update (self);
}

/**
 * ntm_inspector_get_name:
 * @self: an inspector
 *
 * Returns: (transfer none): the name of the unit described
 */
const char *
ntm_inspector_get_name (NtmInspector *self)
{
  g_return_val_if_fail (NTM_IS_INSPECTOR (self), NULL);

  return gtk_label_get_text (self->heading);
}

/**
 * ntm_inspector_get_status:
 * @self: an inspector
 *
 * Returns: (transfer none): the name of its status
 */
const char *
ntm_inspector_get_status (NtmInspector *self)
{
  g_return_val_if_fail (NTM_IS_INSPECTOR (self), NULL);

  return ntm_status_pill_get_name (self->pill);
}

/**
 * ntm_inspector_get_decision:
 * @self: an inspector
 *
 * Returns: (transfer none): what its title rests on
 */
const char *
ntm_inspector_get_decision (NtmInspector *self)
{
  g_return_val_if_fail (NTM_IS_INSPECTOR (self), NULL);

  return gtk_label_get_text (self->decision);
}

/**
 * ntm_inspector_get_n_figures:
 * @self: an inspector
 *
 * Returns: how many figures are listed
 */
guint
ntm_inspector_get_n_figures (NtmInspector *self)
{
  guint n = 0;

  g_return_val_if_fail (NTM_IS_INSPECTOR (self), 0);

  finish (self);
  while (gtk_list_box_get_row_at_index (self->figures, n) != NULL)
    n++;
  return n;
}

/**
 * ntm_inspector_get_n_tasks:
 * @self: an inspector
 *
 * Returns: how many tasks are listed
 */
guint
ntm_inspector_get_n_tasks (NtmInspector *self)
{
  guint n = 0;

  g_return_val_if_fail (NTM_IS_INSPECTOR (self), 0);

  finish (self);
  while (gtk_list_box_get_row_at_index (self->tasks, (int) n) != NULL)
    n++;
  return n;
}

/**
 * ntm_inspector_show_section:
 * @self: an inspector
 * @section: a section
 *
 * Brings what it says in @section before the eyes, and the keyboard there.
 */
void
ntm_inspector_show_section (NtmInspector  *self,
                            NtmUnitSection section)
{
  g_return_if_fail (NTM_IS_INSPECTOR (self) && section < NTM_UNIT_N_SECTIONS);

  self->wanted = section;
  self->is_wanted = TRUE;
  queue_step (self);
}

/**
 * ntm_inspector_get_n_entries:
 * @self: an inspector
 * @section: a section
 *
 * Returns: how many entries are listed in @section
 */
guint
ntm_inspector_get_n_entries (NtmInspector  *self,
                             NtmUnitSection section)
{
  guint n = 0;

  g_return_val_if_fail (NTM_IS_INSPECTOR (self) && section < NTM_UNIT_N_SECTIONS, 0);

  finish (self);
  while (gtk_list_box_get_row_at_index (self->section_lists[section], (int) n) != NULL)
    n++;
  return n;
}
