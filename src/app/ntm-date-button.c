/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A new reference date is handed to the window as the action "win.set-date" with an ISO day: the button does
 * not write. The day of the tasks changes nothing in the file and none of the figures: it is today until another
 * is chosen. So that nobody takes one for the other, the button says whose day it is and looks different while
 * it is not today. A date that is not understood stays in the entry with the reason below it.
 */

#include "config.h"

#include "ntm-date-button.h"

#include <glib/gi18n.h>

#include "ntm-look.h"

#define FIRST_YEAR 2018
#define N_PRESETS 9

struct _NtmDateButton
{
  GtkWidget parent_instance;

  NtmDesk *desk;
  gboolean is_of_tasks;   /* the day is not the reference date */

  GtkMenuButton *button;
  GtkWidget     *popover;
  GtkLabel      *hint;
  GtkWidget     *entry;
  GtkWidget     *problem;
  GtkWidget     *presets;
  GtkWidget     *own_box;
  GtkWidget     *today;
  GtkButton     *follow;
};

G_DEFINE_FINAL_TYPE (NtmDateButton, ntm_date_button, GTK_TYPE_WIDGET)

static void
show_problem (NtmDateButton *self,
              const char    *text)
{
  gtk_label_set_text (GTK_LABEL (self->problem), text == NULL ? "" : text);
  gtk_widget_set_visible (self->problem, text != NULL);
  if (text == NULL)
    gtk_widget_remove_css_class (self->entry, "error");
  else
    gtk_widget_add_css_class (self->entry, "error");
}

static void
choose_date (NtmDateButton *self,
             NtmDate        date)
{
  g_autofree char *iso = NULL;

  gtk_popover_popdown (GTK_POPOVER (self->popover));
  if (self->is_of_tasks)
    {
      ntm_desk_set_task_day (self->desk, date);
      return;
    }
  iso = ntm_date_to_iso (date);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.set-date", "s", iso);
}

static void
apply_cb (NtmDateButton *self)
{
  g_autoptr (GError) error = NULL;
  NtmDate date;

  if (ntm_date_parse_people (gtk_editable_get_text (GTK_EDITABLE (self->entry)), ntm_lang_current (), &date, &error))
    choose_date (self, date);
  else
    show_problem (self, error->message);
}

static void
today_cb (NtmDateButton *self)
{
  choose_date (self, NTM_DATE_MIN);
}

static void
follow_cb (NtmDateButton *self)
{
  choose_date (self, ntm_desk_get_date (self->desk));
}

static void
entry_changed_cb (NtmDateButton *self)
{
  show_problem (self, NULL);
}

static void
popover_show_cb (NtmDateButton *self)
{
  g_autofree char *text = ntm_date_format (ntm_date_button_get_date (self), ntm_lang_current ());

  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  show_problem (self, NULL);
  gtk_widget_grab_focus (self->entry);
}

static void
preset_cb (NtmDateButton *self,
           GtkWidget     *button)
{
  int year = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "year"));

  choose_date (self, ntm_date_new (year, 12, 31));
}

static void
add_presets (NtmDateButton *self)
{
  for (int year = FIRST_YEAR; year < FIRST_YEAR + N_PRESETS; year++)
    {
      g_autofree char *label = g_strdup_printf (_("end of %d"), year);
      GtkWidget *button = gtk_button_new_with_label (label);

      g_object_set_data (G_OBJECT (button), "year", GINT_TO_POINTER (year));
      g_signal_connect_swapped (button, "clicked", G_CALLBACK (preset_cb), self);
      gtk_flow_box_append (GTK_FLOW_BOX (self->presets), button);
      gtk_widget_set_focusable (gtk_widget_get_parent (button), FALSE);   /* one stop a year: its button */
    }
}

static void
show_difference (NtmDateButton *self)
{
  NtmDate reference = ntm_desk_get_date (self->desk);
  NtmDate shown = ntm_date_button_get_date (self);
  gboolean differs = shown != ntm_desk_get_today (self->desk);
  g_autofree char *day = ntm_date_format (reference, ntm_lang_current ());
  g_autofree char *tip = g_strdup_printf (_("The tasks as they stand on this day; map, figures and charts show %s"), day);
  g_autofree char *follow = g_strdup_printf (_("Same Day as the Map: %s"), day);

  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), tip);
  gtk_button_set_label (self->follow, follow);
  gtk_widget_set_sensitive (GTK_WIDGET (self->follow), shown != reference);
  gtk_widget_set_sensitive (self->today, differs);
  if (differs)
    gtk_widget_add_css_class (GTK_WIDGET (self), "differs");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "differs");
}

/* Two buttons in one window say whose day they are. */
static char *
dup_words (NtmDateButton *self)
{
  NtmDate shown = ntm_date_button_get_date (self);
  g_autofree char *day = ntm_date_format (shown, ntm_lang_current ());

  if (!self->is_of_tasks)
    return g_strdup_printf (_("As of %s"), day);
  if (shown == ntm_desk_get_today (self->desk))
    return g_strdup_printf (_("Tasks as of today, %s"), day);
  return g_strdup_printf (_("Tasks as of %s"), day);
}

static void
update (NtmDateButton *self)
{
  NtmStore *store = self->desk == NULL ? NULL : ntm_desk_get_store (self->desk);
  g_autofree char *text = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), store != NULL);
  if (store == NULL)
    return;
  text = dup_words (self);
  gtk_menu_button_set_label (self->button, text);
  gtk_widget_set_sensitive (GTK_WIDGET (self->button), self->is_of_tasks || !ntm_store_is_read_only (store));
  if (self->is_of_tasks)
    show_difference (self);
}

static void
ntm_date_button_dispose (GObject *object)
{
  NtmDateButton *self = NTM_DATE_BUTTON (object);
  GtkWidget *child;

  g_clear_object (&self->desk);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (ntm_date_button_parent_class)->dispose (object);
}

static void
ntm_date_button_class_init (NtmDateButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ntm_date_button_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/ntmatlas/NtmAtlas/ui/ntm-date-button.ui");
  gtk_widget_class_set_css_name (widget_class, "datebutton");
  gtk_widget_class_bind_template_child (widget_class, NtmDateButton, button);
  gtk_widget_class_bind_template_child (widget_class, NtmDateButton, popover);
  gtk_widget_class_bind_template_child (widget_class, NtmDateButton, hint);
  gtk_widget_class_bind_template_child (widget_class, NtmDateButton, entry);
  gtk_widget_class_bind_template_child (widget_class, NtmDateButton, problem);
  gtk_widget_class_bind_template_child (widget_class, NtmDateButton, presets);
  gtk_widget_class_bind_template_child (widget_class, NtmDateButton, own_box);
  gtk_widget_class_bind_template_child (widget_class, NtmDateButton, today);
  gtk_widget_class_bind_template_child (widget_class, NtmDateButton, follow);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
  gtk_widget_class_bind_template_callback (widget_class, today_cb);
  gtk_widget_class_bind_template_callback (widget_class, follow_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, popover_show_cb);
}

static void
ntm_date_button_init (NtmDateButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ntm_look_limit_search (GTK_EDITABLE (self->entry));
  add_presets (self);
}

/**
 * ntm_date_button_set_desk:
 * @self: a button
 * @desk: what the window works on
 *
 * Shows the reference date of @desk, or its day of the tasks. To be called once.
 */
void
ntm_date_button_set_desk (NtmDateButton *self,
                          NtmDesk       *desk)
{
  g_return_if_fail (NTM_IS_DATE_BUTTON (self));
  g_return_if_fail (self->desk == NULL);

  self->desk = g_object_ref (desk);
  g_signal_connect_object (desk, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "dated", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

/**
 * ntm_date_button_show_tasks:
 * @self: a button
 * @name: what the day is, for who cannot see
 * @hint: what choosing a day does
 *
 * Makes it the button of the day of the tasks: choosing another leaves the reference date as it is.
 */
void
ntm_date_button_show_tasks (NtmDateButton *self,
                            const char    *name,
                            const char    *hint)
{
  g_return_if_fail (NTM_IS_DATE_BUTTON (self));

  self->is_of_tasks = TRUE;
  gtk_label_set_text (self->hint, hint);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_visible (self->presets, FALSE);
  gtk_widget_set_visible (self->own_box, TRUE);
  update (self);
}

/**
 * ntm_date_button_get_date:
 * @self: a button with a desk
 *
 * Returns: the day shown
 */
NtmDate
ntm_date_button_get_date (NtmDateButton *self)
{
  g_return_val_if_fail (NTM_IS_DATE_BUTTON (self), NTM_DATE_MIN);

  return self->is_of_tasks ? ntm_desk_get_task_day (self->desk) : ntm_desk_get_date (self->desk);
}
