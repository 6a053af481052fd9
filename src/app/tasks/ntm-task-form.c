/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The wording of a deadline belongs to its day: whoever changes the day starts the wording anew.
 */

#include "config.h"

#include "ntm-task-form.h"

#include <glib/gi18n.h>

#include "ntm-edit-task.h"
#include "ntm-form-choices.h"

struct _NtmTaskForm
{
  NtmFormPage parent_instance;

  char    *id;          /* NULL for a new task */
  char    *new_id;      /* of the new task, once it was tried to save it */
  gboolean is_filling;

  GtkEditable   *title_vi;
  GtkEditable   *title_en;
  NtmChoiceRow  *agency;
  NtmChoiceRow  *unit;
  GtkEditable   *assigned;
  AdwComboRow   *due_kind;
  GtkEditable   *due;
  GtkEditable   *due_vi;
  GtkEditable   *due_en;
  NtmChoiceRow  *source;
  GtkEditable   *place;
  GtkEditable   *detail_vi;
  GtkEditable   *detail_en;
  GtkTextBuffer *exact;
  GtkEditable   *note;
};

G_DEFINE_FINAL_TYPE (NtmTaskForm, ntm_task_form, NTM_TYPE_FORM_PAGE)

static void
due_changed_cb (NtmTaskForm *self)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->due), adw_combo_row_get_selected (self->due_kind) != NTM_DUE_NONE);
  if (self->is_filling)
    return;
  gtk_editable_set_text (self->due_vi, "");
  gtk_editable_set_text (self->due_en, "");
}

static void
fill (NtmTaskForm        *self,
      const NtmTaskEntry *entry)
{
  NtmFormPage *page = NTM_FORM_PAGE (self);

  self->is_filling = TRUE;
  gtk_editable_set_text (self->title_vi, entry->title_vi);
  gtk_editable_set_text (self->title_en, entry->title_en);
  gtk_editable_set_text (self->detail_vi, entry->detail_vi);
  gtk_editable_set_text (self->detail_en, entry->detail_en);
  gtk_editable_set_text (self->place, entry->place);
  gtk_editable_set_text (self->note, entry->note);
  gtk_text_buffer_set_text (self->exact, entry->exact, -1);
  ntm_choice_row_select (self->agency, entry->agency);
  ntm_choice_row_select (self->unit, entry->unit);
  ntm_choice_row_select (self->source, entry->source);
  ntm_form_page_show_day (page, "assigned", entry->assigned);
  adw_combo_row_set_selected (self->due_kind, entry->due_kind);
  ntm_form_page_show_day (page, "due", entry->due_kind == NTM_DUE_NONE ? NTM_DATE_MAX : entry->due);
  gtk_editable_set_text (self->due_vi, entry->due_vi);
  gtk_editable_set_text (self->due_en, entry->due_en);
  due_changed_cb (self);
  self->is_filling = FALSE;
}

static void
fill_new (NtmTaskForm *self,
          NtmDate      at)
{
  NtmTaskEntry entry = { .title_vi = "", .title_en = "", .detail_vi = "", .detail_en = "", .exact = "", .agency = "",
                         .unit = "", .assigned = at, .due_vi = "", .due_en = "", .source = "", .place = "", .note = "" };

  fill (self, &entry);
}

/* --- saving ------------------------------------------------------------------------------------ */

static gboolean
read_entry (NtmTaskForm  *self,
            NtmTaskEntry *out,
            const char  **field,
            GError      **error)
{
  NtmFormPage *page = NTM_FORM_PAGE (self);

  *out = (NtmTaskEntry) {
    .title_vi = gtk_editable_get_text (self->title_vi),
    .title_en = gtk_editable_get_text (self->title_en),
    .detail_vi = gtk_editable_get_text (self->detail_vi),
    .detail_en = gtk_editable_get_text (self->detail_en),
    .agency = ntm_choice_row_get_id (self->agency),
    .unit = ntm_choice_row_get_id (self->unit),
    .assigned = NTM_DATE_MIN,
    .due_kind = adw_combo_row_get_selected (self->due_kind),
    .due = NTM_DATE_MAX,
    .due_vi = gtk_editable_get_text (self->due_vi),
    .due_en = gtk_editable_get_text (self->due_en),
    .source = ntm_choice_row_get_id (self->source),
    .place = gtk_editable_get_text (self->place),
    .note = gtk_editable_get_text (self->note),
  };
  return ntm_form_page_read_day (page, "assigned", TRUE, &out->assigned, field, error)
         && ntm_form_page_read_day (page, "due", out->due_kind == NTM_DUE_NONE, &out->due, field, error);
}

static NtmEdit *
ntm_task_form_make_edit (NtmFormPage *page,
                         const char **field,
                         GError     **error)
{
  NtmTaskForm *self = NTM_TASK_FORM (page);
  NtmAtlas *atlas = ntm_desk_get_atlas (ntm_form_page_get_desk (page));
  NtmTaskEntry entry;
  GtkTextIter start, end;
  g_autofree char *exact = NULL;

  if (!read_entry (self, &entry, field, error))
    return NULL;
  gtk_text_buffer_get_bounds (self->exact, &start, &end);
  entry.exact = exact = gtk_text_buffer_get_text (self->exact, &start, &end, FALSE);
  g_clear_pointer (&self->new_id, g_free);
  if (self->id == NULL)
    return ntm_edit_new_task (atlas, &entry, &self->new_id, field, error);
  return ntm_edit_new_task_change (atlas, self->id, &entry, field, error);
}

/* --- making ------------------------------------------------------------------------------------ */

static void
add_fields (NtmTaskForm *self)
{
  NtmFormPage *page = NTM_FORM_PAGE (self);

  ntm_form_page_add_field (page, "title_vi", GTK_WIDGET (self->title_vi));
  ntm_form_page_add_field (page, "title_en", GTK_WIDGET (self->title_en));
  ntm_form_page_add_field (page, "agency", GTK_WIDGET (self->agency));
  ntm_form_page_add_field (page, "unit", GTK_WIDGET (self->unit));
  ntm_form_page_add_field (page, "assigned", GTK_WIDGET (self->assigned));
  ntm_form_page_add_field (page, "due_kind", GTK_WIDGET (self->due_kind));
  ntm_form_page_add_field (page, "due", GTK_WIDGET (self->due));
  ntm_form_page_add_field (page, "due_vi", GTK_WIDGET (self->due_vi));
  ntm_form_page_add_field (page, "due_en", GTK_WIDGET (self->due_en));
  ntm_form_page_add_field (page, "source", GTK_WIDGET (self->source));
  ntm_form_page_add_field (page, "place", GTK_WIDGET (self->place));
  ntm_form_page_add_field (page, "detail_vi", GTK_WIDGET (self->detail_vi));
  ntm_form_page_add_field (page, "detail_en", GTK_WIDGET (self->detail_en));
  ntm_form_page_add_field (page, "note", GTK_WIDGET (self->note));
}

static void
ntm_task_form_finalize (GObject *object)
{
  NtmTaskForm *self = NTM_TASK_FORM (object);

  g_free (self->id);
  g_free (self->new_id);
  G_OBJECT_CLASS (ntm_task_form_parent_class)->finalize (object);
}

static void
ntm_task_form_class_init (NtmTaskFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  NtmFormPageClass *page_class = NTM_FORM_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ntm_task_form_finalize;
  page_class->title = N_("New task");
  page_class->saved = N_("The task was saved");
  page_class->make_edit = ntm_task_form_make_edit;
  g_type_ensure (NTM_TYPE_CHOICE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/ntmatlas/NtmAtlas/ui/ntm-task-form.ui");
  gtk_widget_class_bind_template_child (widget_class, NtmTaskForm, title_vi);
  gtk_widget_class_bind_template_child (widget_class, NtmTaskForm, title_en);
  gtk_widget_class_bind_template_child (widget_class, NtmTaskForm, agency);
  gtk_widget_class_bind_template_child (widget_class, NtmTaskForm, unit);
  gtk_widget_class_bind_template_child (widget_class, NtmTaskForm, assigned);
  gtk_widget_class_bind_template_child (widget_class, NtmTaskForm, due_kind);
  gtk_widget_class_bind_template_child (widget_class, NtmTaskForm, due);
  gtk_widget_class_bind_template_child (widget_class, NtmTaskForm, due_vi);
  gtk_widget_class_bind_template_child (widget_class, NtmTaskForm, due_en);
  gtk_widget_class_bind_template_child (widget_class, NtmTaskForm, source);
  gtk_widget_class_bind_template_child (widget_class, NtmTaskForm, place);
  gtk_widget_class_bind_template_child (widget_class, NtmTaskForm, detail_vi);
  gtk_widget_class_bind_template_child (widget_class, NtmTaskForm, detail_en);
  gtk_widget_class_bind_template_child (widget_class, NtmTaskForm, note);
  gtk_widget_class_bind_template_child (widget_class, NtmTaskForm, exact);
  gtk_widget_class_bind_template_callback (widget_class, due_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, ntm_form_page_touch);
}

static void
ntm_task_form_init (NtmTaskForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ntm_task_form_new:
 * @desk: what the window works on, with a file
 * @id: (nullable): id of the task to change, %NULL for a new one
 * @at: the day of the list; a new task is given on it
 *
 * Returns: (transfer floating): the fields
 */
NtmFormPage *
ntm_task_form_new (NtmDesk    *desk,
                   const char *id,
                   NtmDate     at)
{
  NtmTaskForm *self = g_object_new (NTM_TYPE_TASK_FORM, NULL);
  const NtmTask *task = id == NULL ? NULL : ntm_atlas_lookup (ntm_desk_get_atlas (desk), NTM_TABLE_TASK, id);
  NtmTaskEntry entry;

  ntm_form_page_set_desk (NTM_FORM_PAGE (self), desk);
  add_fields (self);
  ntm_form_agencies_fill (self->agency, desk);
  ntm_form_units_fill (self->unit, desk, _("No unit"));
  ntm_choice_row_add (self->source, "", _("No document"), NULL);
  ntm_form_documents_add (self->source, desk);
  if (task == NULL)
    {
      fill_new (self, at);
      return NTM_FORM_PAGE (self);
    }
  self->id = g_strdup (id);
  adw_preferences_page_set_title (ADW_PREFERENCES_PAGE (self), _("Change the task"));
  ntm_task_entry_read (task, &entry);
  fill (self, &entry);
  return NTM_FORM_PAGE (self);
}

/**
 * ntm_task_form_preset:
 * @self: a form for a new task
 * @agency: (nullable): id of an agency
 * @unit: (nullable): id of a unit
 *
 * Starts with what is selected already.
 */
void
ntm_task_form_preset (NtmTaskForm *self,
                      const char  *agency,
                      const char  *unit)
{
  g_return_if_fail (NTM_IS_TASK_FORM (self));

  if (agency != NULL)
    ntm_choice_row_select (self->agency, agency);
  if (unit != NULL)
    ntm_choice_row_select (self->unit, unit);
}

/**
 * ntm_task_form_get_id:
 * @self: a form that was saved
 *
 * Returns: (transfer none): id of the task
 */
const char *
ntm_task_form_get_id (NtmTaskForm *self)
{
  g_return_val_if_fail (NTM_IS_TASK_FORM (self), NULL);

  return self->id == NULL ? self->new_id : self->id;
}
