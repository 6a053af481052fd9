/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A new date is handed to the window as the action "win.set-date" with an ISO day: the button knows
 * nothing of files. A date that is not understood stays in the entry with the reason below it.
 */

#include "config.h"

#include "ntm-date-button.h"

#include <glib/gi18n.h>

#define FIRST_YEAR 2018
#define N_PRESETS 9

struct _NtmDateButton
{
  GtkWidget parent_instance;

  NtmDesk *desk;

  GtkMenuButton *button;
  GtkWidget     *popover;
  GtkWidget     *entry;
  GtkWidget     *apply;
  GtkWidget     *problem;
  GtkWidget     *presets;
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
  g_autofree char *iso = ntm_date_to_iso (date);

  gtk_popover_popdown (GTK_POPOVER (self->popover));
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
entry_changed_cb (NtmDateButton *self)
{
  show_problem (self, NULL);
}

static void
popover_show_cb (NtmDateButton *self)
{
  g_autofree char *text = ntm_date_format (ntm_desk_get_date (self->desk), ntm_lang_current ());

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
    }
}

static void
desk_changed_cb (NtmDateButton *self)
{
  NtmStore *store = ntm_desk_get_store (self->desk);
  g_autofree char *day = NULL;
  g_autofree char *text = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), store != NULL);
  if (store == NULL)
    return;
  day = ntm_date_format (ntm_desk_get_date (self->desk), ntm_lang_current ());
  text = g_strdup_printf (_("As of %s"), day);
  gtk_menu_button_set_label (self->button, text);
  gtk_widget_set_sensitive (GTK_WIDGET (self->button), !ntm_store_is_read_only (store));
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
  gtk_widget_class_bind_template_child (widget_class, NtmDateButton, button);
  gtk_widget_class_bind_template_child (widget_class, NtmDateButton, popover);
  gtk_widget_class_bind_template_child (widget_class, NtmDateButton, entry);
  gtk_widget_class_bind_template_child (widget_class, NtmDateButton, apply);
  gtk_widget_class_bind_template_child (widget_class, NtmDateButton, problem);
  gtk_widget_class_bind_template_child (widget_class, NtmDateButton, presets);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, popover_show_cb);
}

static void
ntm_date_button_init (NtmDateButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_presets (self);
}

/**
 * ntm_date_button_set_desk:
 * @self: a button
 * @desk: what the window works on
 *
 * Shows the reference date of @desk. To be called once.
 */
void
ntm_date_button_set_desk (NtmDateButton *self,
                          NtmDesk       *desk)
{
  g_return_if_fail (NTM_IS_DATE_BUTTON (self));
  g_return_if_fail (self->desk == NULL);

  self->desk = g_object_ref (desk);
  g_signal_connect_object (desk, "changed", G_CALLBACK (desk_changed_cb), self, G_CONNECT_SWAPPED);
  desk_changed_cb (self);
}
