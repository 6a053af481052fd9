/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * One form for both: a task is closed by a report that says so. A day before the task was given is refused
 * until the person says that it is right; the question appears only where it arises.
 */

#include "config.h"

#include "ntm-progress-dialog.h"

#include <glib/gi18n.h>

#include "ntm-edit-task.h"
#include "ntm-errors.h"

struct _NtmProgressDialog
{
  AdwWindow parent_instance;

  NtmDesk *desk;
  char    *id;
  gboolean closes;

  GtkWidget      *problem;
  GtkLabel       *problem_label;
  GtkLabel       *task_label;
  GtkEditable    *date_row;
  GtkEditable    *number_row;
  GtkEditable    *issuer_row;
  GtkEditable    *text_row;
  GtkCheckButton *even_before;
  GtkButton      *save;
};

G_DEFINE_FINAL_TYPE (NtmProgressDialog, ntm_progress_dialog, ADW_TYPE_WINDOW)

static guint saved_signal;

static void
clear_problem (NtmProgressDialog *self)
{
  gtk_widget_set_visible (self->problem, FALSE);
  gtk_widget_remove_css_class (GTK_WIDGET (self->date_row), "error");
}

static void
show_problem (NtmProgressDialog *self,
              GtkEditable       *where,
              const GError      *error)
{
  g_autofree char *body = ntm_error_dup_body (error);

  gtk_label_set_text (self->problem_label, body);
  gtk_widget_set_visible (self->problem, TRUE);
  if (where == NULL)
    return;
  gtk_widget_add_css_class (GTK_WIDGET (where), "error");
  gtk_widget_grab_focus (GTK_WIDGET (where));
}

static void
edited_cb (NtmProgressDialog *self)
{
  clear_problem (self);
}

static gboolean
read_date (NtmProgressDialog *self,
           NtmDate           *out,
           GError           **error)
{
  return ntm_date_parse_people (gtk_editable_get_text (self->date_row), ntm_lang_current (), out, error);
}

static const NtmTask *
find_task (NtmProgressDialog *self)
{
  NtmAtlas *atlas = ntm_desk_get_atlas (self->desk);

  return atlas == NULL ? NULL : ntm_atlas_lookup (atlas, NTM_TABLE_TASK, self->id);
}

static void
date_changed_cb (NtmProgressDialog *self)
{
  const NtmTask *task = self->desk == NULL ? NULL : find_task (self);
  NtmDate date;
  gboolean is_before = task != NULL && read_date (self, &date, NULL) && ntm_task_is_before_assigned (task, date);

  clear_problem (self);
  gtk_widget_set_visible (GTK_WIDGET (self->even_before), is_before);
  if (!is_before)
    gtk_check_button_set_active (self->even_before, FALSE);
}

static gboolean
save_report (NtmProgressDialog   *self,
             const NtmTaskReport *report,
             GError             **error)
{
  NtmAtlas *atlas = ntm_desk_get_atlas (self->desk);
  g_autoptr (NtmEdit) edit = NULL;

  if (self->closes)
    edit = ntm_edit_new_task_done (atlas, self->id, report, error);
  else
    edit = ntm_edit_new_task_report (atlas, self->id, report, error);
  return edit != NULL && ntm_store_apply (ntm_desk_get_store (self->desk), edit, error);
}

static void
save_action_cb (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  NtmProgressDialog *self = NTM_PROGRESS_DIALOG (widget);
  NtmTaskReport report = { .even_before = gtk_check_button_get_active (self->even_before) };
  g_autoptr (GError) error = NULL;

  clear_problem (self);
  if (ntm_desk_get_store (self->desk) == NULL)
    return;
  if (!read_date (self, &report.date, &error))
    {
      show_problem (self, self->date_row, error);
      return;
    }
  report.number = gtk_editable_get_text (self->number_row);
  report.issuer = gtk_editable_get_text (self->issuer_row);
  report.text_vi = gtk_editable_get_text (self->text_row);
  if (!save_report (self, &report, &error))
    {
      show_problem (self, NULL, error);
      return;
    }
  g_signal_emit (self, saved_signal, 0, self->id);
  gtk_window_close (GTK_WINDOW (self));
}

static void
ntm_progress_dialog_dispose (GObject *object)
{
  NtmProgressDialog *self = NTM_PROGRESS_DIALOG (object);

  g_clear_object (&self->desk);
  g_clear_pointer (&self->id, g_free);
  G_OBJECT_CLASS (ntm_progress_dialog_parent_class)->dispose (object);
}

static void
ntm_progress_dialog_class_init (NtmProgressDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ntm_progress_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/ntmatlas/NtmAtlas/ui/ntm-progress-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, NtmProgressDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, NtmProgressDialog, problem_label);
  gtk_widget_class_bind_template_child (widget_class, NtmProgressDialog, task_label);
  gtk_widget_class_bind_template_child (widget_class, NtmProgressDialog, date_row);
  gtk_widget_class_bind_template_child (widget_class, NtmProgressDialog, number_row);
  gtk_widget_class_bind_template_child (widget_class, NtmProgressDialog, issuer_row);
  gtk_widget_class_bind_template_child (widget_class, NtmProgressDialog, text_row);
  gtk_widget_class_bind_template_child (widget_class, NtmProgressDialog, even_before);
  gtk_widget_class_bind_template_child (widget_class, NtmProgressDialog, save);
  gtk_widget_class_bind_template_callback (widget_class, edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, date_changed_cb);
  gtk_widget_class_install_action (widget_class, "dialog.save", NULL, save_action_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "dialog.save", NULL);
  saved_signal = g_signal_new ("saved", NTM_TYPE_PROGRESS_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                               1, G_TYPE_STRING);
}

static void
ntm_progress_dialog_init (NtmProgressDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ntm_progress_dialog_new:
 * @parent: (nullable): the window that asks
 * @desk: what the window works on, with a file
 * @id: id of a task
 * @at: the day of the list, offered as the day of the report
 * @closes: whether the report says that the task is done
 *
 * Makes the dialog, not yet shown.
 *
 * Returns: (transfer none): the dialog, owned by GTK until it is closed
 */
NtmProgressDialog *
ntm_progress_dialog_new (GtkWindow  *parent,
                         NtmDesk    *desk,
                         const char *id,
                         NtmDate     at,
                         gboolean    closes)
{
  NtmProgressDialog *self = g_object_new (NTM_TYPE_PROGRESS_DIALOG, "transient-for", parent, NULL);
  g_autofree char *day = ntm_date_format (at, ntm_lang_current ());
  const NtmTask *task;

  self->desk = g_object_ref (desk);
  self->id = g_strdup (id);
  self->closes = closes;
  task = find_task (self);
  if (task != NULL)
    gtk_label_set_text (self->task_label, ntm_lang_pick (ntm_lang_current (), task->title_vi, task->title_en));
  gtk_window_set_title (GTK_WINDOW (self), closes ? _("Close the task") : _("Report progress"));
  gtk_button_set_label (self->save, closes ? C_("task", "_Close") : _("_Save"));
  gtk_editable_set_text (self->date_row, day);
  gtk_editable_select_region (self->date_row, 0, -1);
  gtk_widget_grab_focus (GTK_WIDGET (self->date_row));
  return self;
}
