/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ntm-form.h"

#include <glib/gi18n.h>

#include "ntm-dialogs.h"
#include "ntm-notice.h"

struct _NtmForm
{
  AdwWindow parent_instance;

  NtmFormPage *page;
  gboolean     is_done;   /* saved, or left with Cancel */

  GtkBox         *content;
  AdwWindowTitle *heading;
  NtmNotice      *notice;
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
  self->is_done = TRUE;
  gtk_window_close (GTK_WINDOW (self));
}

static void
cancel_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  NTM_FORM (widget)->is_done = TRUE;
  gtk_window_close (GTK_WINDOW (widget));
}

static void
escape_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  gtk_window_close (GTK_WINDOW (widget));
}

/* Neither Escape nor closing the window must cost a person what was typed; the Cancel button is meant to. */
static gboolean
ntm_form_close_request (GtkWindow *window)
{
  NtmForm *self = NTM_FORM (window);

  if (self->is_done || !ntm_form_page_is_touched (self->page))
    return GTK_WINDOW_CLASS (ntm_form_parent_class)->close_request (window);
  ntm_notice_tell (self->notice, "dialog-warning-symbolic",
                   _("What is typed here is not stored yet. Save it with Ctrl+S, or press Cancel to leave without it."));
  gtk_widget_error_bell (GTK_WIDGET (self));
  gtk_window_present (window);
  return TRUE;
}

/* In the first field, not on Cancel, which comes first; where that is must be seen before a key is pressed. */
static void
ntm_form_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (ntm_form_parent_class)->map (widget);
  gtk_widget_child_focus (GTK_WIDGET (NTM_FORM (widget)->page), GTK_DIR_TAB_FORWARD);
  gtk_window_set_focus_visible (GTK_WINDOW (widget), TRUE);
}

static void
ntm_form_class_init (NtmFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[SAVED] = g_signal_new ("saved", NTM_TYPE_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  widget_class->map = ntm_form_map;
  GTK_WINDOW_CLASS (klass)->close_request = ntm_form_close_request;
  gtk_widget_class_install_action (widget_class, "form.save", NULL, save_cb);
  gtk_widget_class_install_action (widget_class, "form.cancel", NULL, cancel_cb);
  gtk_widget_class_install_action (widget_class, "form.escape", NULL, escape_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "form.escape", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "form.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "form.save", NULL);
  g_type_ensure (NTM_TYPE_NOTICE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/ntmatlas/NtmAtlas/ui/ntm-form.ui");
  gtk_widget_class_bind_template_child (widget_class, NtmForm, content);
  gtk_widget_class_bind_template_child (widget_class, NtmForm, heading);
  gtk_widget_class_bind_template_child (widget_class, NtmForm, notice);
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
 * ntm_form_leave:
 * @self: a form
 *
 * Closes @self, unless something was typed: then it comes to the front and says so.
 *
 * Returns: whether it is closed
 */
gboolean
ntm_form_leave (NtmForm *self)
{
  g_return_val_if_fail (NTM_IS_FORM (self), TRUE);

  if (!self->is_done && ntm_form_page_is_touched (self->page))
    {
      ntm_form_close_request (GTK_WINDOW (self));
      return FALSE;
    }
  gtk_window_close (GTK_WINDOW (self));
  return TRUE;
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
