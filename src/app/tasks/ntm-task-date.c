/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Looking at another day changes nothing in the file and nothing in the other views; so that nobody takes one
 * for the other, the button says which day it is and looks different while it is not the window's.
 */

#include "config.h"

#include "ntm-task-date.h"

#include <glib/gi18n.h>

struct _NtmTaskDate
{
  GtkWidget parent_instance;

  NtmDate reference;
  NtmDate chosen;      /* NTM_DATE_MIN = the reference date */

  GtkMenuButton *button;
  GtkWidget     *popover;
  GtkWidget     *entry;
  GtkWidget     *follow;
  GtkWidget     *problem;
};

G_DEFINE_FINAL_TYPE (NtmTaskDate, ntm_task_date, GTK_TYPE_WIDGET)

static guint chosen_signal;

static void
show_problem (NtmTaskDate *self,
              const char  *text)
{
  gtk_label_set_text (GTK_LABEL (self->problem), text == NULL ? "" : text);
  gtk_widget_set_visible (self->problem, text != NULL);
  if (text == NULL)
    gtk_widget_remove_css_class (self->entry, "error");
  else
    gtk_widget_add_css_class (self->entry, "error");
}

static void
update (NtmTaskDate *self)
{
  NtmDate date = ntm_task_date_get (self);
  gboolean differs = date != self->reference;
  g_autofree char *day = ntm_date_format (date, ntm_lang_current ());
  g_autofree char *reference = ntm_date_format (self->reference, ntm_lang_current ());
  g_autofree char *label = g_strdup_printf (_("As of %s"), day);
  g_autofree char *tip = NULL;

  if (differs)
    tip = g_strdup_printf (_("The tasks are shown as of another day than the window, which shows %s"), reference);
  else
    tip = g_strdup (_("The tasks are shown as of the reference date of the window"));
  gtk_menu_button_set_label (self->button, label);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), tip);
  gtk_widget_set_sensitive (self->follow, differs);
  if (differs)
    gtk_widget_add_css_class (GTK_WIDGET (self), "differs");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "differs");
}

static void
choose (NtmTaskDate *self,
        NtmDate      date)
{
  gtk_popover_popdown (GTK_POPOVER (self->popover));
  ntm_task_date_choose (self, date);
  g_signal_emit (self, chosen_signal, 0);
}

static void
apply_cb (NtmTaskDate *self)
{
  g_autoptr (GError) error = NULL;
  NtmDate date;

  if (ntm_date_parse_people (gtk_editable_get_text (GTK_EDITABLE (self->entry)), ntm_lang_current (), &date, &error))
    choose (self, date);
  else
    show_problem (self, error->message);
}

static void
follow_cb (NtmTaskDate *self)
{
  choose (self, NTM_DATE_MIN);
}

static void
entry_changed_cb (NtmTaskDate *self)
{
  show_problem (self, NULL);
}

static void
popover_show_cb (NtmTaskDate *self)
{
  g_autofree char *text = ntm_date_format (ntm_task_date_get (self), ntm_lang_current ());

  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  show_problem (self, NULL);
  gtk_widget_grab_focus (self->entry);
}

static void
ntm_task_date_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (ntm_task_date_parent_class)->dispose (object);
}

static void
ntm_task_date_class_init (NtmTaskDateClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ntm_task_date_dispose;
  gtk_widget_class_set_css_name (widget_class, "taskdate");
  gtk_widget_class_set_template_from_resource (widget_class, "/org/ntmatlas/NtmAtlas/ui/ntm-task-date.ui");
  gtk_widget_class_bind_template_child (widget_class, NtmTaskDate, button);
  gtk_widget_class_bind_template_child (widget_class, NtmTaskDate, popover);
  gtk_widget_class_bind_template_child (widget_class, NtmTaskDate, entry);
  gtk_widget_class_bind_template_child (widget_class, NtmTaskDate, follow);
  gtk_widget_class_bind_template_child (widget_class, NtmTaskDate, problem);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
  gtk_widget_class_bind_template_callback (widget_class, follow_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, popover_show_cb);
  chosen_signal = g_signal_new ("chosen", NTM_TYPE_TASK_DATE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ntm_task_date_init (NtmTaskDate *self)
{
  self->chosen = NTM_DATE_MIN;
  self->reference = NTM_DATE_MIN;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ntm_task_date_set_reference:
 * @self: a button
 * @reference: the reference date of the window
 *
 * Sets the day that is shown as long as no other is chosen.
 */
void
ntm_task_date_set_reference (NtmTaskDate *self,
                             NtmDate      reference)
{
  g_return_if_fail (NTM_IS_TASK_DATE (self));

  self->reference = reference;
  update (self);
}

/**
 * ntm_task_date_choose:
 * @self: a button
 * @date: a day, or %NTM_DATE_MIN to follow the window
 *
 * Chooses the day without telling anybody.
 */
void
ntm_task_date_choose (NtmTaskDate *self,
                      NtmDate      date)
{
  g_return_if_fail (NTM_IS_TASK_DATE (self));

  self->chosen = date == self->reference ? NTM_DATE_MIN : date;
  update (self);
}

/**
 * ntm_task_date_get:
 * @self: a button
 *
 * Returns: the day the tasks are looked at
 */
NtmDate
ntm_task_date_get (NtmTaskDate *self)
{
  g_return_val_if_fail (NTM_IS_TASK_DATE (self), NTM_DATE_MIN);

  return self->chosen == NTM_DATE_MIN ? self->reference : self->chosen;
}
