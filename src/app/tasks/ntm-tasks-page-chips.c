/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The chips above the list: the unit it is confined to, and the states with their numbers. */

#include "config.h"

#include "ntm-tasks-page-private.h"

#include <glib/gi18n.h>

#include "ntm-view-words.h"

static const struct
{
  const char  *target;
  NtmTaskState state;
  const char  *name;
} chips[NTM_N_TASK_CHIPS] = {
  { "all", NTM_TASK_ANY, NC_("tasks", "All") },
  { "overdue", NTM_TASK_OVERDUE, NC_("tasks", "Overdue") },
  { "open", NTM_TASK_OPEN, NC_("tasks", "In progress") },
  { "late", NTM_TASK_LATE, NC_("tasks", "Finished late") },
  { "done", NTM_TASK_DONE, NC_("tasks", "Finished") },
};

static void
show_chip (NtmTasksPage *self,
           guint         i)
{
  const char *name = g_dpgettext2 (NULL, "tasks", chips[i].name);
  guint n = self->set == NULL ? 0 : ntm_task_set_count (self->set, chips[i].state);
  g_autofree char *escaped = g_markup_escape_text (name, -1);
  g_autofree char *markup = g_strdup_printf ("%s  <b>%u</b>", escaped, n);
  g_autofree char *count = g_strdup_printf (ngettext ("%u task", "%u tasks", n), n);
  g_autofree char *spoken = g_strdup_printf ("%s: %s", name, count);

  gtk_label_set_markup (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (self->chip[i]))), markup);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->chip[i]), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
show_unit (NtmTasksPage *self)
{
  NtmAtlas *atlas = ntm_desk_get_atlas (self->desk);
  const NtmUnit *unit = self->unit == NULL || atlas == NULL ? NULL : ntm_atlas_find_unit (atlas, self->unit);
  NtmViewContext ctx;
  g_autofree char *name = NULL;
  g_autofree char *spoken = NULL;

  gtk_widget_set_visible (self->unit_chip, unit != NULL);
  if (unit == NULL)
    return;
  ctx = ntm_desk_get_context (self->desk);
  name = ntm_view_unit_name (&ctx, unit);
  spoken = g_strdup_printf (_("Only the tasks about %s. List all"), name);
  gtk_label_set_text (self->unit_name, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->unit_chip), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

void
_ntm_tasks_page_show_chips (NtmTasksPage *self)
{
  show_unit (self);
  for (guint i = 0; i < NTM_N_TASK_CHIPS; i++)
    show_chip (self, i);
}

/* Only there while one unit is listed; a click lists all again. */
static void
add_unit_chip (NtmTasksPage *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->unit_name = GTK_LABEL (gtk_label_new (NULL));
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->unit_name));
  gtk_box_append (GTK_BOX (line), gtk_image_new_from_icon_name ("window-close-symbolic"));
  self->unit_chip = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->unit_chip), line);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->unit_chip), "tasks.clear");
  gtk_widget_set_tooltip_text (self->unit_chip, _("List the tasks of all units"));
  gtk_widget_add_css_class (self->unit_chip, "ntm-chip");
  gtk_widget_set_visible (self->unit_chip, FALSE);
  gtk_box_append (GTK_BOX (self->chips), self->unit_chip);
}

void
_ntm_tasks_page_add_chips (NtmTasksPage *self)
{
  add_unit_chip (self);
  for (guint i = 0; i < NTM_N_TASK_CHIPS; i++)
    {
      GtkWidget *chip = gtk_toggle_button_new ();

      gtk_button_set_child (GTK_BUTTON (chip), gtk_label_new (NULL));
      gtk_actionable_set_action_target (GTK_ACTIONABLE (chip), "s", chips[i].target);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (chip), "tasks.filter");
      gtk_widget_add_css_class (chip, "ntm-chip");
      gtk_box_append (GTK_BOX (self->chips), chip);
      self->chip[i] = chip;
    }
}
