/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ntm-notice.h"

#include <glib/gi18n.h>

struct _NtmNotice
{
  GtkWidget parent_instance;

  GtkImage  *image;
  GtkLabel  *label;
  GtkButton *button;
  GtkButton *close;
};

G_DEFINE_FINAL_TYPE (NtmNotice, ntm_notice, GTK_TYPE_WIDGET)

static guint dismissed_signal;

static void
close_cb (NtmNotice *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_signal_emit (self, dismissed_signal, 0);
}

static void
ntm_notice_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (ntm_notice_parent_class)->dispose (object);
}

static void
ntm_notice_class_init (NtmNoticeClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ntm_notice_dispose;
  dismissed_signal = g_signal_new ("dismissed", NTM_TYPE_NOTICE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_STATUS);
}

static void
ntm_notice_init (NtmNotice *self)
{
  self->image = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  self->label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "hexpand", TRUE, NULL);
  self->button = g_object_new (GTK_TYPE_BUTTON, "valign", GTK_ALIGN_CENTER, "visible", FALSE, NULL);
  self->close = g_object_new (GTK_TYPE_BUTTON, "valign", GTK_ALIGN_CENTER, "visible", FALSE, "icon-name",
                              "window-close-symbolic", "tooltip-text", _("Close this notice"), NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->close), "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->close), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Close this notice"), -1);
  g_signal_connect_swapped (self->close, "clicked", G_CALLBACK (close_cb), self);
  gtk_widget_set_parent (GTK_WIDGET (self->image), GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->label), GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->button), GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->close), GTK_WIDGET (self));
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), 12);
  gtk_widget_add_css_class (GTK_WIDGET (self), "ntm-strip");
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * ntm_notice_set_button:
 * @self: a notice
 * @label: what the button says
 * @action: the command it runs
 *
 * Gives the notice a button.
 */
void
ntm_notice_set_button (NtmNotice  *self,
                       const char *label,
                       const char *action)
{
  g_return_if_fail (NTM_IS_NOTICE (self));

  gtk_button_set_label (self->button, label);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), action);
  gtk_widget_set_visible (GTK_WIDGET (self->button), TRUE);
}

/**
 * ntm_notice_set_closing:
 * @self: a notice
 * @closing: whether it may be closed
 *
 * Gives the notice a button to close it, or takes it away.
 */
void
ntm_notice_set_closing (NtmNotice *self,
                        gboolean   closing)
{
  g_return_if_fail (NTM_IS_NOTICE (self));

  gtk_widget_set_visible (GTK_WIDGET (self->close), closing);
}

/**
 * ntm_notice_tell:
 * @self: a notice
 * @icon: name of a symbolic icon
 * @text: (nullable): whole sentences, or %NULL to hide the notice
 *
 * Shows @text.
 */
void
ntm_notice_tell (NtmNotice  *self,
                 const char *icon,
                 const char *text)
{
  g_return_if_fail (NTM_IS_NOTICE (self));

  gtk_image_set_from_icon_name (self->image, icon);
  gtk_label_set_text (self->label, text == NULL ? "" : text);
  gtk_widget_set_visible (GTK_WIDGET (self), text != NULL);
}

/**
 * ntm_notice_get_text:
 * @self: a notice
 *
 * Returns: (transfer none): what it says, "" while it is hidden
 */
const char *
ntm_notice_get_text (NtmNotice *self)
{
  g_return_val_if_fail (NTM_IS_NOTICE (self), "");

  return gtk_label_get_text (self->label);
}
