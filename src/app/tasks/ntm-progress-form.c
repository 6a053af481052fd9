/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * One form for both: a task is closed by a report that says so. A day before the task was given is refused
 * until the person says that it is right; the question appears only where it arises.
 */

#include "config.h"

#include "ntm-progress-form.h"

#include <glib/gi18n.h>

#include "ntm-edit-task.h"

struct _NtmProgressForm
{
  NtmFormPage parent_instance;

  char    *id;
  gboolean closes;

  GtkLabel       *task_label;
  GtkEditable    *date;
  GtkEditable    *number;
  GtkEditable    *issuer;
  GtkEditable    *text;
  GtkCheckButton *even_before;
};

G_DEFINE_FINAL_TYPE (NtmProgressForm, ntm_progress_form, NTM_TYPE_FORM_PAGE)

static NtmAtlas *
get_atlas (NtmProgressForm *self)
{
  NtmDesk *desk = ntm_form_page_get_desk (NTM_FORM_PAGE (self));

  return desk == NULL ? NULL : ntm_desk_get_atlas (desk);
}

static gboolean
is_before_assigned (NtmProgressForm *self,
                    NtmDate          date)
{
  NtmAtlas *atlas = get_atlas (self);
  const NtmTask *task = atlas == NULL ? NULL : ntm_atlas_lookup (atlas, NTM_TABLE_TASK, self->id);

  return task != NULL && ntm_task_is_before_assigned (task, date);
}

static void
date_changed_cb (NtmProgressForm *self)
{
  NtmDate date;
  gboolean is_before = ntm_date_parse_people (gtk_editable_get_text (self->date), ntm_lang_current (), &date, NULL)
                       && is_before_assigned (self, date);

  gtk_widget_set_visible (GTK_WIDGET (self->even_before), is_before);
  if (!is_before)
    gtk_check_button_set_active (self->even_before, FALSE);
}

static NtmEdit *
ntm_progress_form_make_edit (NtmFormPage *page,
                             const char **field,
                             GError     **error)
{
  NtmProgressForm *self = NTM_PROGRESS_FORM (page);
  NtmTaskReport report = { .even_before = gtk_check_button_get_active (self->even_before) };

  if (!ntm_form_page_read_day (page, "date", FALSE, &report.date, field, error))
    return NULL;
  report.number = gtk_editable_get_text (self->number);
  report.issuer = gtk_editable_get_text (self->issuer);
  report.text_vi = gtk_editable_get_text (self->text);
  if (self->closes)
    return ntm_edit_new_task_done (get_atlas (self), self->id, &report, field, error);
  return ntm_edit_new_task_report (get_atlas (self), self->id, &report, field, error);
}

static void
ntm_progress_form_finalize (GObject *object)
{
  g_free (NTM_PROGRESS_FORM (object)->id);
  G_OBJECT_CLASS (ntm_progress_form_parent_class)->finalize (object);
}

static void
ntm_progress_form_class_init (NtmProgressFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  NtmFormPageClass *page_class = NTM_FORM_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ntm_progress_form_finalize;
  page_class->title = N_("Report progress");
  page_class->saved = N_("The report was saved");
  page_class->make_edit = ntm_progress_form_make_edit;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/ntmatlas/NtmAtlas/ui/ntm-progress-form.ui");
  gtk_widget_class_bind_template_child (widget_class, NtmProgressForm, task_label);
  gtk_widget_class_bind_template_child (widget_class, NtmProgressForm, date);
  gtk_widget_class_bind_template_child (widget_class, NtmProgressForm, number);
  gtk_widget_class_bind_template_child (widget_class, NtmProgressForm, issuer);
  gtk_widget_class_bind_template_child (widget_class, NtmProgressForm, text);
  gtk_widget_class_bind_template_child (widget_class, NtmProgressForm, even_before);
  gtk_widget_class_bind_template_callback (widget_class, date_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, ntm_form_page_touch);
}

static void
ntm_progress_form_init (NtmProgressForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ntm_progress_form_new:
 * @desk: what the window works on, with a file
 * @id: id of a task of the file
 * @at: the day of the list, offered as the day of the report
 * @closes: whether the report says that the task is done
 *
 * Returns: (transfer floating): the fields
 */
NtmFormPage *
ntm_progress_form_new (NtmDesk    *desk,
                       const char *id,
                       NtmDate     at,
                       gboolean    closes)
{
  NtmProgressForm *self = g_object_new (NTM_TYPE_PROGRESS_FORM, NULL);
  NtmFormPage *page = NTM_FORM_PAGE (self);
  const NtmTask *task = ntm_atlas_lookup (ntm_desk_get_atlas (desk), NTM_TABLE_TASK, id);

  self->id = g_strdup (id);
  self->closes = closes;
  ntm_form_page_set_desk (page, desk);
  ntm_form_page_add_field (page, "date", GTK_WIDGET (self->date));
  ntm_form_page_add_field (page, "number", GTK_WIDGET (self->number));
  ntm_form_page_add_field (page, "issuer", GTK_WIDGET (self->issuer));
  ntm_form_page_add_field (page, "text_vi", GTK_WIDGET (self->text));
  if (task != NULL)
    gtk_label_set_text (self->task_label, ntm_lang_pick (ntm_lang_current (), task->title_vi, task->title_en));
  if (closes)
    adw_preferences_page_set_title (ADW_PREFERENCES_PAGE (self), _("Finish the task"));
  ntm_form_page_show_day (page, "date", at);
  gtk_editable_select_region (self->date, 0, -1);
  return page;
}
