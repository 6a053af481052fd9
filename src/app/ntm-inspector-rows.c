/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The rows of the inspector: each from one thing told of a unit. */

#include "config.h"

#include "ntm-inspector-rows.h"

#include <glib/gi18n.h>

#include "ntm-look.h"
#include "ntm-sparkline.h"
#include "ntm-task-facts.h"

#define MAX_VALUE_CHARS 14   /* then a value is broken: its name needs the rest of the line */

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

/* What is said of a row: up to three things, of which some may be empty. */
static char *
join_spoken (const char *first,
             const char *second,
             const char *third)
{
  const char *parts[] = { first, second, third };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (*parts[i] != '\0')
      g_string_append_printf (text, "%s%s", text->len == 0 ? "" : ". ", parts[i]);
  return g_string_free (text, FALSE);
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

/* At the end of its line, on one line unless it is long. */
static void
place_value (GtkWidget *value)
{
  const char *text = gtk_label_get_text (GTK_LABEL (value));

  gtk_label_set_xalign (GTK_LABEL (value), 1);
  gtk_label_set_width_chars (GTK_LABEL (value), (int) MIN (g_utf8_strlen (text, -1), MAX_VALUE_CHARS));
  gtk_widget_set_valign (value, GTK_ALIGN_START);
}

/* Name and value on one line, where they are from and the line of past values below, then the target. */
GtkWidget *
_ntm_inspector_new_figure_row (const NtmUnitFigure *figure)
{
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *first = new_line (12);
  GtkWidget *second = new_line (12);
  GtkWidget *name = ntm_look_new_label (figure->name, NULL);
  GtkWidget *value = ntm_look_new_label (figure->value, figure->is_missing ? "ntm-missing" : "ntm-value");
  GtkWidget *detail = ntm_look_new_label (figure->detail, "ntm-figure-detail");
  g_autofree char *spoken = join_spoken (figure->name, figure->value, figure->detail);

  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_set_hexpand (detail, TRUE);
  place_value (value);
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
  return new_row (lines, spoken, *figure->code == '\0' ? NULL : "win.show-indicator", figure->code);
}

GtkWidget *
_ntm_inspector_new_goal_row (const NtmUnitGoal *goal)
{
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *spoken = join_spoken (goal->text, goal->detail, "");

  gtk_box_append (GTK_BOX (lines), ntm_look_new_label (goal->text, NULL));
  if (*goal->detail != '\0')
    gtk_box_append (GTK_BOX (lines), ntm_look_new_label (goal->detail, "ntm-figure-detail"));
  return new_row (lines, spoken, NULL, NULL);
}

GtkWidget *
_ntm_inspector_new_task_row (const NtmUnitTask *task)
{
  GtkWidget *line = new_line (10);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *image = gtk_image_new_from_icon_name (task->is_overdue ? "alarm-symbolic" : "ntm-task-open-symbolic");
  g_autofree char *when = *task->due == '\0' ? g_strdup (task->state) : g_strdup_printf ("%s · %s", task->due, task->state);
  g_autofree char *spoken = join_spoken (task->title, task->due, task->state);

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
new_value (const NtmUnitEntry *entry)
{
  GtkWidget *value = ntm_look_new_label (entry->value, entry->tone == NTM_UNIT_TONE_MISSING ? "ntm-missing" : "ntm-value");

  if (entry->tone == NTM_UNIT_TONE_WEAK)
    gtk_widget_add_css_class (value, "ntm-weak");
  if (entry->tone == NTM_UNIT_TONE_GOOD)
    gtk_widget_add_css_class (value, "ntm-good");
  place_value (value);
  return value;
}

/* The list holds those with a target first; all are in the table. */
GtkWidget *
_ntm_inspector_new_more_row (guint n_left_out)
{
  g_autofree char *text = g_strdup_printf (ngettext ("%u more figure in the table…", "%u more figures in the table…",
                                                     n_left_out), n_left_out);

  return new_row (ntm_look_new_label (text, NULL), text, "win.show-view", "table");
}

/* The list holds the most urgent ones; all are on the page of the tasks. */
GtkWidget *
_ntm_inspector_new_all_row (guint       n_tasks,
                            const char *unit)
{
  g_autofree char *text = g_strdup_printf (ngettext ("All tasks: %u not done…", "All tasks: %u not done…", n_tasks), n_tasks);

  return new_row (ntm_look_new_label (text, NULL), text, "win.show-unit-tasks", unit);
}

/* As a figure: what and how much side by side, the rest below; a statement has the line for itself. */
GtkWidget *
_ntm_inspector_new_entry_row (const NtmUnitEntry *entry)
{
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *first = new_line (12);
  GtkWidget *text = ntm_look_new_label (entry->text, NULL);
  g_autofree char *spoken = join_spoken (entry->text, entry->value, entry->detail);

  gtk_widget_set_hexpand (text, TRUE);
  append (first, text);
  if (*entry->value != '\0')
    append (first, new_value (entry));
  gtk_box_append (GTK_BOX (lines), first);
  if (*entry->detail != '\0')
    gtk_box_append (GTK_BOX (lines), ntm_look_new_label (entry->detail, "ntm-figure-detail"));
  return new_row (lines, spoken, NULL, NULL);
}

/* A list that is cut says so. */
GtkWidget *
_ntm_inspector_new_rest_row (guint n_left_out)
{
  g_autofree char *text = g_strdup_printf (ngettext ("And %u more in the file", "And %u more in the file", n_left_out),
                                           n_left_out);

  return new_row (ntm_look_new_label (text, "ntm-figure-detail"), text, NULL, NULL);
}

GtkWidget *
_ntm_inspector_new_finding_row (const NtmUnitFinding *finding)
{
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *judgement = ntm_look_new_label (finding->judgement, "caption-heading");
  g_autofree char *spoken = join_spoken (finding->judgement, finding->text, finding->place);

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
GtkWidget *
_ntm_inspector_new_paper_row (const NtmUnitPaper *paper)
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
