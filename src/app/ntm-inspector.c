/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ntm-inspector.h"

#include <glib/gi18n.h>

#include "ntm-follow.h"
#include "ntm-look.h"
#include "ntm-sparkline.h"
#include "ntm-status-pill.h"
#include "ntm-task-facts.h"
#include "ntm-unit-facts.h"
#include "ntm-view-words.h"

struct _NtmInspector
{
  GtkWidget parent_instance;

  NtmDesk *desk;

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
  GtkWidget     *findings_heading;
  GtkListBox    *findings;
  GtkWidget     *sources_heading;
  GtkListBox    *sources;
  GtkWidget     *history;
};

G_DEFINE_FINAL_TYPE (NtmInspector, ntm_inspector, GTK_TYPE_WIDGET)

/*
 * Things side by side. In a grid, because a box asks a text for the width that goes with its height, and that
 * is found by wrapping it a dozen times.
 */
static GtkWidget *
new_line (int spacing)
{
  GtkWidget *line = gtk_grid_new ();

  gtk_grid_set_column_spacing (GTK_GRID (line), spacing);
  return line;
}

static void
append (GtkWidget *line,
        GtkWidget *child)
{
  GtkWidget *last = gtk_widget_get_last_child (line);

  gtk_grid_attach_next_to (GTK_GRID (line), child, last, GTK_POS_RIGHT, 1, 1);
}

/* A row of a list; what @action leads to is asked for by activating it. */
static GtkWidget *
new_row (GtkWidget  *content,
         const char *spoken,
         const char *action,
         const char *target)
{
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_widget_add_css_class (content, "ntm-figure");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), content);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), action != NULL);
  if (action != NULL && target != NULL)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), action);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  return row;
}

/* Name and value on one line, where they are from and the line of past values below, then the target. */
static GtkWidget *
new_figure_row (const NtmUnitFigure *figure)
{
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *first = new_line (12);
  GtkWidget *second = new_line (12);
  GtkWidget *name = ntm_look_new_label (figure->name, NULL);
  GtkWidget *value = ntm_look_new_label (figure->value, figure->is_missing ? "ntm-missing" : "ntm-value");
  GtkWidget *detail = ntm_look_new_label (figure->detail, "ntm-figure-detail");
  g_autofree char *spoken = g_strdup_printf ("%s: %s. %s", figure->name, figure->value, figure->detail);

  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_set_hexpand (detail, TRUE);
  gtk_label_set_wrap (GTK_LABEL (value), FALSE);
  gtk_label_set_width_chars (GTK_LABEL (value), -1);
  gtk_widget_set_valign (value, GTK_ALIGN_START);
  append (first, name);
  append (first, value);
  append (second, detail);
  if (figure->points->len > 1)
    append (second, ntm_sparkline_new (figure->points));
  gtk_box_append (GTK_BOX (lines), first);
  if (*figure->detail != '\0' || figure->points->len > 1)
    gtk_box_append (GTK_BOX (lines), second);
  if (figure->share >= 0)
    gtk_box_append (GTK_BOX (lines), ntm_target_bar_new (figure->share));
  return new_row (lines, spoken, "win.show-indicator", figure->code);
}

static GtkWidget *
new_goal_row (const NtmUnitGoal *goal)
{
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *spoken = g_strdup_printf ("%s. %s", goal->text, goal->detail);

  gtk_box_append (GTK_BOX (lines), ntm_look_new_label (goal->text, NULL));
  if (*goal->detail != '\0')
    gtk_box_append (GTK_BOX (lines), ntm_look_new_label (goal->detail, "ntm-figure-detail"));
  return new_row (lines, spoken, NULL, NULL);
}

static GtkWidget *
new_task_row (const NtmUnitTask *task)
{
  GtkWidget *line = new_line (10);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *image = gtk_image_new_from_icon_name (task->is_overdue ? "alarm-symbolic" : "ntm-task-open-symbolic");
  g_autofree char *when = *task->due == '\0' ? g_strdup (task->state) : g_strdup_printf ("%s · %s", task->due, task->state);
  g_autofree char *spoken = g_strdup_printf ("%s. %s. %s", task->title, task->due, task->state);

  gtk_widget_set_valign (image, GTK_ALIGN_START);
  if (task->is_overdue)
    gtk_widget_add_css_class (image, "ntm-late");
  gtk_box_append (GTK_BOX (lines), ntm_look_new_label (task->title, NULL));
  gtk_box_append (GTK_BOX (lines), ntm_look_new_label (when, task->is_overdue ? "ntm-late" : "ntm-figure-detail"));
  gtk_widget_set_hexpand (lines, TRUE);
  append (line, image);
  append (line, lines);
  return new_row (line, spoken, "win.show-task", task->id);
}

static GtkWidget *
new_finding_row (const NtmUnitFinding *finding)
{
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *judgement = ntm_look_new_label (finding->judgement, "caption-heading");
  g_autofree char *spoken = g_strdup_printf ("%s. %s. %s", finding->judgement, finding->text, finding->place);

  if (g_str_equal (finding->tone, "weak"))
    gtk_widget_add_css_class (judgement, "ntm-weak");
  if (g_str_equal (finding->tone, "good"))
    gtk_widget_add_css_class (judgement, "ntm-good");
  if (*finding->judgement != '\0')
    gtk_box_append (GTK_BOX (lines), judgement);
  gtk_box_append (GTK_BOX (lines), ntm_look_new_label (finding->text, NULL));
  if (*finding->place != '\0')
    gtk_box_append (GTK_BOX (lines), ntm_look_new_label (finding->place, "ntm-figure-detail"));
  return new_row (lines, spoken, NULL, NULL);
}

/* Only pages of the web are opened, whatever a file may hold. */
static GtkWidget *
new_paper_row (const NtmUnitPaper *paper)
{
  gboolean opens = ntm_task_url_opens (paper->url);
  GtkWidget *line = new_line (8);
  GtkWidget *label = ntm_look_new_label (paper->text, "ntm-figure-detail");
  GtkWidget *row;

  gtk_widget_set_hexpand (label, TRUE);
  append (line, gtk_image_new_from_icon_name ("text-x-generic-symbolic"));
  append (line, label);
  if (opens)
    append (line, gtk_image_new_from_icon_name ("adw-external-link-symbolic"));
  row = new_row (line, paper->text, opens ? "inspector.open" : NULL, paper->url);
  gtk_widget_set_tooltip_text (row, opens ? paper->url : NULL);
  return row;
}

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

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
  for (guint i = 0; i < items->len; i++)
    gtk_list_box_append (list, new_item (g_ptr_array_index (items, i)));
  gtk_widget_set_visible (GTK_WIDGET (list), items->len > 0);
  gtk_widget_set_visible (heading, items->len > 0);
}

/* The list holds the most urgent ones; all are on the page of the tasks. */
static void
add_all_tasks (NtmInspector       *self,
               const NtmUnitFacts *facts)
{
  g_autofree char *text = NULL;

  if (facts->n_tasks <= facts->tasks->len)
    return;
  text = g_strdup_printf (ngettext ("All tasks: %u not done…", "All tasks: %u not done…", facts->n_tasks), facts->n_tasks);
  gtk_list_box_append (self->tasks, new_row (ntm_look_new_label (text, NULL), text, "win.show-unit-tasks", facts->unit));
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
  show_list (self->goals, self->goals_heading, facts->goals, (NewRow) new_goal_row);
  show_list (self->figures, self->figures_heading, facts->figures, (NewRow) new_figure_row);
  show_list (self->tasks, self->tasks_heading, facts->tasks, (NewRow) new_task_row);
  add_all_tasks (self, facts);
  show_list (self->findings, self->findings_heading, facts->findings, (NewRow) new_finding_row);
  show_list (self->sources, self->sources_heading, facts->papers, (NewRow) new_paper_row);
  gtk_label_set_text (self->tasks_count, n_tasks);
}

static void
update (NtmInspector *self)
{
  NtmAtlas *atlas = ntm_desk_get_atlas (self->desk);
  const NtmUnit *unit = ntm_desk_get_selected (self->desk);
  NtmViewContext context;
  g_autoptr (NtmUnitFacts) facts = NULL;

  if (unit == NULL && atlas != NULL)
    unit = ntm_atlas_province (atlas, ntm_desk_get_date (self->desk));
  gtk_widget_set_visible (self->content, unit != NULL);
  if (unit == NULL)
    return;
  context = ntm_desk_get_context (self->desk);
  facts = ntm_unit_facts_new (&context, unit);
  show_facts (self, facts);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->history), "(ss)", unit->id, "");
}

static void
ntm_inspector_dispose (GObject *object)
{
  NtmInspector *self = NTM_INSPECTOR (object);
  GtkWidget *child;

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
  gtk_widget_class_bind_template_child (widget_class, NtmInspector, findings_heading);
  gtk_widget_class_bind_template_child (widget_class, NtmInspector, findings);
  gtk_widget_class_bind_template_child (widget_class, NtmInspector, sources_heading);
  gtk_widget_class_bind_template_child (widget_class, NtmInspector, sources);
  gtk_widget_class_bind_template_child (widget_class, NtmInspector, history);
}

static void
ntm_inspector_init (NtmInspector *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
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

  while (gtk_list_box_get_row_at_index (self->tasks, (int) n) != NULL)
    n++;
  return n;
}
