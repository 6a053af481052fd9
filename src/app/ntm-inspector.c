/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ntm-inspector-private.h"

#include "ntm-follow.h"
#include "ntm-look.h"

G_DEFINE_FINAL_TYPE (NtmInspector, ntm_inspector, GTK_TYPE_WIDGET)

static void
open_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  gtk_show_uri (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, g_variant_get_string (parameter, NULL), GDK_CURRENT_TIME);
}

static void
update (NtmInspector *self)
{
  NtmAtlas *atlas = ntm_desk_get_atlas (self->desk);
  const NtmUnit *unit = ntm_desk_get_selected (self->desk);
  NtmViewContext context;

  if (unit == NULL && atlas != NULL)
    unit = ntm_atlas_province (atlas, ntm_desk_get_date (self->desk));
  gtk_widget_set_visible (self->content, unit != NULL);
  gtk_widget_set_visible (self->nothing, unit == NULL && atlas != NULL);
  if (unit == NULL)
    {
      g_clear_pointer (&self->facts, ntm_unit_facts_free);
      return;
    }
  context = ntm_desk_get_context (self->desk);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->history), "(ss)", unit->id, "");
  _ntm_inspector_take_facts (self, ntm_unit_facts_new (&context, unit, ntm_desk_get_task_day (self->desk)));
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
  gtk_widget_class_bind_template_child (widget_class, NtmInspector, nothing);
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
  gtk_widget_class_bind_template_child (widget_class, NtmInspector, tasks_day);
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
  ntm_follow_desk (desk, "dated", self, (NtmFollow) update);
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

  _ntm_inspector_finish (self);
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

  _ntm_inspector_finish (self);
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
  _ntm_inspector_queue_step (self);
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

  _ntm_inspector_finish (self);
  while (gtk_list_box_get_row_at_index (self->section_lists[section], (int) n) != NULL)
    n++;
  return n;
}
