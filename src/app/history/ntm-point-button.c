/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ntm-point-button.h"

#include <glib/gi18n.h>

#include "ntm-edit-point.h"
#include "ntm-errors.h"

struct _NtmPointButton
{
  GtkWidget parent_instance;

  NtmDesk *desk;

  GtkPopover    *popover;
  GtkEntry      *entry;
  GtkLabel      *hint;
};

G_DEFINE_FINAL_TYPE (NtmPointButton, ntm_point_button, GTK_TYPE_WIDGET)

static void
set_hint (NtmPointButton *self,
          const char     *problem)
{
  gtk_label_set_text (self->hint, problem != NULL ? problem
                      : _("The name is written to the file. Later the history can be shown from this point on."));
  if (problem != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->hint), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->hint), "error");
}

static void
naming_cb (NtmPointButton *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  set_hint (self, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

/* What is wrong with the name, or with the file, is said where the name is typed. */
static void
name_cb (NtmPointButton *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *time = g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
  g_autoptr (GError) error = NULL;
  g_autofree char *reason = NULL;
  g_autoptr (NtmEdit) edit = ntm_edit_new_point (ntm_desk_get_atlas (self->desk), gtk_editable_get_text (GTK_EDITABLE (self->entry)),
                                                 time, &error);

  if (edit != NULL && ntm_desk_apply (self->desk, edit, &error))
    {
      gtk_popover_popdown (self->popover);
      return;
    }
  reason = ntm_error_dup_body (error);
  set_hint (self, reason);
}

static void
ntm_point_button_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&NTM_POINT_BUTTON (object)->desk);
  G_OBJECT_CLASS (ntm_point_button_parent_class)->dispose (object);
}

static void
ntm_point_button_class_init (NtmPointButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ntm_point_button_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/ntmatlas/NtmAtlas/ui/ntm-point-button.ui");
  gtk_widget_class_bind_template_child (widget_class, NtmPointButton, popover);
  gtk_widget_class_bind_template_child (widget_class, NtmPointButton, entry);
  gtk_widget_class_bind_template_child (widget_class, NtmPointButton, hint);
  gtk_widget_class_bind_template_callback (widget_class, name_cb);
  gtk_widget_class_bind_template_callback (widget_class, naming_cb);
}

static void
ntm_point_button_init (NtmPointButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ntm_point_button_set_desk:
 * @self: a button
 * @desk: what the window works on
 *
 * Names points of the file on @desk. To be called once.
 */
void
ntm_point_button_set_desk (NtmPointButton *self,
                           NtmDesk        *desk)
{
  g_return_if_fail (NTM_IS_POINT_BUTTON (self));
  g_return_if_fail (self->desk == NULL);

  self->desk = g_object_ref (desk);
}
