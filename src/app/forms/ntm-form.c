/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ntm-form.h"

#include <glib/gi18n.h>

#include "ntm-dialogs.h"

struct _NtmForm
{
  AdwWindow parent_instance;

  NtmFormPage *page;

  GtkBox         *content;
  AdwWindowTitle *heading;
  GtkWidget      *save;
};

G_DEFINE_FINAL_TYPE (NtmForm, ntm_form, ADW_TYPE_WINDOW)

enum
{
  SAVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
save_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  NtmForm *self = NTM_FORM (widget);

  if (!ntm_form_page_save (self->page))
    return;
  g_signal_emit (self, signals[SAVED], 0, _(NTM_FORM_PAGE_GET_CLASS (self->page)->saved));
  gtk_window_close (GTK_WINDOW (self));
}

/* Escape must not cost a person what was typed; the Cancel button is meant to. */
static void
escape_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  if (!ntm_form_page_is_touched (NTM_FORM (widget)->page))
    gtk_window_close (GTK_WINDOW (widget));
  else
    gtk_widget_error_bell (widget);
}

/* In the first field, not on Cancel, which comes first. */
static void
ntm_form_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (ntm_form_parent_class)->map (widget);
  gtk_widget_child_focus (GTK_WIDGET (NTM_FORM (widget)->page), GTK_DIR_TAB_FORWARD);
}

static void
ntm_form_class_init (NtmFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[SAVED] = g_signal_new ("saved", NTM_TYPE_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  widget_class->map = ntm_form_map;
  gtk_widget_class_install_action (widget_class, "form.save", NULL, save_cb);
  gtk_widget_class_install_action (widget_class, "form.escape", NULL, escape_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "form.escape", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "form.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "form.save", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/ntmatlas/NtmAtlas/ui/ntm-form.ui");
  gtk_widget_class_bind_template_child (widget_class, NtmForm, content);
  gtk_widget_class_bind_template_child (widget_class, NtmForm, heading);
  gtk_widget_class_bind_template_child (widget_class, NtmForm, save);
}

static void
ntm_form_init (NtmForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ntm_form_new:
 * @parent: (nullable): the window in front of which it opens
 * @page: (transfer none): a page that was filled in
 *
 * Returns: (transfer none): the window, not yet shown, owned by GTK until it is closed
 */
NtmForm *
ntm_form_new (GtkWindow   *parent,
              NtmFormPage *page)
{
  const char *own = adw_preferences_page_get_title (ADW_PREFERENCES_PAGE (page));
  const char *title = own != NULL && *own != '\0' ? own : _(NTM_FORM_PAGE_GET_CLASS (page)->title);
  NtmForm *self = g_object_new (NTM_TYPE_FORM, "title", title, NULL);

  ntm_dialogs_attach (GTK_WINDOW (self), parent);
  self->page = page;
  adw_window_title_set_title (self->heading, title);
  gtk_widget_set_vexpand (GTK_WIDGET (page), TRUE);
  gtk_box_append (self->content, GTK_WIDGET (page));
  gtk_window_set_default_widget (GTK_WINDOW (self), self->save);
  ntm_form_page_start (page);
  return self;
}

/**
 * ntm_form_get_page:
 * @self: a form
 *
 * Returns: (transfer none): its fields
 */
NtmFormPage *
ntm_form_get_page (NtmForm *self)
{
  g_return_val_if_fail (NTM_IS_FORM (self), NULL);

  return self->page;
}

/**
 * ntm_form_set_save_label:
 * @self: a form
 * @label: what the button that saves says, with a mnemonic
 *
 * Calls saving by its name where it does more than save.
 */
void
ntm_form_set_save_label (NtmForm    *self,
                         const char *label)
{
  g_return_if_fail (NTM_IS_FORM (self));

  gtk_button_set_label (GTK_BUTTON (self->save), label);
}
