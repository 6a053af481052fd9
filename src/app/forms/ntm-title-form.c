/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ntm-title-form.h"

#include <glib/gi18n.h>

#include "ntm-choice-row.h"
#include "ntm-document-group.h"
#include "ntm-edit-title.h"
#include "ntm-form-text.h"
#include "ntm-form-choices.h"

struct _NtmTitleForm
{
  NtmFormPage parent_instance;

  char      *title;       /* id of the title that is corrected, NULL: a new one */
  GPtrArray *kinds;       /* (element-type utf8), owned: codes in the order of the row */

  NtmChoiceRow     *unit;
  AdwComboRow      *kind;
  GtkEditable      *decision;
  GtkEditable      *signed_on;
  GtkEditable      *for_year;
  GtkEditable      *criteria_period;
  GtkEditable      *round;
  AdwComboRow      *certainty;
  GtkEditable      *note;
  NtmDocumentGroup *source;
};

G_DEFINE_FINAL_TYPE (NtmTitleForm, ntm_title_form, NTM_TYPE_FORM_PAGE)

static NtmAtlas *
get_atlas (NtmTitleForm *self)
{
  return ntm_desk_get_atlas (ntm_form_page_get_desk (NTM_FORM_PAGE (self)));
}

/* Only the titles that a unit of its type may be given. */
static void
fill_kinds (NtmTitleForm *self)
{
  const NtmUnit *unit = ntm_atlas_find_unit (get_atlas (self), ntm_choice_row_get_id (self->unit));
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GPtrArray) kinds = unit == NULL ? g_ptr_array_new () : ntm_title_kinds_for (get_atlas (self), unit);

  g_ptr_array_set_size (self->kinds, 0);
  for (guint i = 0; i < kinds->len; i++)
    {
      const NtmTitleKind *kind = g_ptr_array_index (kinds, i);

      g_ptr_array_add (self->kinds, g_strdup (kind->code));
      gtk_string_list_append (names, ntm_lang_pick (ntm_lang_current (), kind->name_vi, kind->name_en));
    }
  adw_combo_row_set_model (self->kind, G_LIST_MODEL (names));
}

static void
select_kind (NtmTitleForm *self,
             const char   *code)
{
  for (guint i = 0; i < self->kinds->len; i++)
    if (g_str_equal (g_ptr_array_index (self->kinds, i), code))
      adw_combo_row_set_selected (self->kind, i);
}

static void
unit_chosen_cb (NtmTitleForm *self)
{
  fill_kinds (self);
}

/* --- reading and filling in ------------------------------------------------------------------- */

static const char *
selected_kind (NtmTitleForm *self)
{
  guint i = adw_combo_row_get_selected (self->kind);

  return i < self->kinds->len ? g_ptr_array_index (self->kinds, i) : "";
}

static NtmEdit *
apply_entry (NtmTitleForm        *self,
             const NtmTitleEntry *entry,
             const char         **field,
             GError             **error)
{
  if (self->title != NULL)
    return ntm_edit_new_title_change (get_atlas (self), self->title, entry, field, error);
  return ntm_edit_new_title (get_atlas (self), entry, field, error);
}

static NtmEdit *
ntm_title_form_make_edit (NtmFormPage *page,
                          const char **field,
                          GError     **error)
{
  NtmTitleForm *self = NTM_TITLE_FORM (page);
  g_autofree char *signed_on = NULL;
  g_autofree char *criteria = NULL;
  NtmDocumentEntry document;
  NtmTitleEntry entry = { 0 };
  gboolean is_new;

  if (!ntm_form_page_read (page, "signed", ntm_form_read_when, &signed_on, field, error)
      || !ntm_form_page_read (page, "criteria_period", ntm_form_read_period, &criteria, field, error)
      || !ntm_document_group_read (self->source, &is_new, &document, field, error))
    return NULL;
  entry.unit = ntm_choice_row_get_id (self->unit);
  entry.kind = selected_kind (self);
  entry.criteria_period = criteria;
  entry.for_year = gtk_editable_get_text (self->for_year);
  entry.round = gtk_editable_get_text (self->round);
  entry.decision = gtk_editable_get_text (self->decision);
  entry.signed_on = signed_on;
  entry.is_unverified = adw_combo_row_get_selected (self->certainty) == 1;
  entry.source = ntm_document_group_get_id (self->source);
  entry.new_source = is_new ? &document : NULL;
  entry.note = gtk_editable_get_text (self->note);
  return apply_entry (self, &entry, field, error);
}

static void
show_title (NtmTitleForm   *self,
            const NtmTitle *title)
{
  g_autofree char *signed_on = ntm_form_show_when (title->signed_on, ntm_lang_current ());
  g_autofree char *criteria = ntm_form_show_period (title->criteria_period, ntm_lang_current ());

  select_kind (self, title->kind);
  gtk_editable_set_text (self->decision, title->decision);
  gtk_editable_set_text (self->signed_on, signed_on);
  gtk_editable_set_text (self->for_year, title->for_year);
  gtk_editable_set_text (self->criteria_period, criteria);
  gtk_editable_set_text (self->round, title->round);
  gtk_editable_set_text (self->note, title->note);
  adw_combo_row_set_selected (self->certainty, g_str_equal (title->certainty, "unverified") ? 1 : 0);
  ntm_document_group_select (self->source, title->source);
  gtk_widget_set_sensitive (GTK_WIDGET (self->unit), FALSE);
}

static void
add_fields (NtmTitleForm *self)
{
  NtmFormPage *page = NTM_FORM_PAGE (self);

  ntm_form_page_add_field (page, "unit", GTK_WIDGET (self->unit));
  ntm_form_page_add_field (page, "kind", GTK_WIDGET (self->kind));
  ntm_form_page_add_field (page, "decision", GTK_WIDGET (self->decision));
  ntm_form_page_add_field (page, "signed", GTK_WIDGET (self->signed_on));
  ntm_form_page_add_field (page, "for_year", GTK_WIDGET (self->for_year));
  ntm_form_page_add_field (page, "criteria_period", GTK_WIDGET (self->criteria_period));
  ntm_form_page_add_field (page, "round", GTK_WIDGET (self->round));
  ntm_form_page_add_field (page, "certainty", GTK_WIDGET (self->certainty));
  ntm_form_page_add_field (page, "note", GTK_WIDGET (self->note));
  ntm_document_group_attach (self->source, page, "source");
}

/* --- class ------------------------------------------------------------------------------------ */

static void
ntm_title_form_finalize (GObject *object)
{
  NtmTitleForm *self = NTM_TITLE_FORM (object);

  g_free (self->title);
  g_ptr_array_unref (self->kinds);
  G_OBJECT_CLASS (ntm_title_form_parent_class)->finalize (object);
}

static void
ntm_title_form_class_init (NtmTitleFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  NtmFormPageClass *page_class = NTM_FORM_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ntm_title_form_finalize;
  page_class->title = N_("Title");
  page_class->saved = N_("The title is in the file");
  page_class->make_edit = ntm_title_form_make_edit;
  g_type_ensure (NTM_TYPE_CHOICE_ROW);
  g_type_ensure (NTM_TYPE_DOCUMENT_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/ntmatlas/NtmAtlas/ui/ntm-title-form.ui");
  gtk_widget_class_bind_template_child (widget_class, NtmTitleForm, unit);
  gtk_widget_class_bind_template_child (widget_class, NtmTitleForm, kind);
  gtk_widget_class_bind_template_child (widget_class, NtmTitleForm, decision);
  gtk_widget_class_bind_template_child (widget_class, NtmTitleForm, signed_on);
  gtk_widget_class_bind_template_child (widget_class, NtmTitleForm, for_year);
  gtk_widget_class_bind_template_child (widget_class, NtmTitleForm, criteria_period);
  gtk_widget_class_bind_template_child (widget_class, NtmTitleForm, round);
  gtk_widget_class_bind_template_child (widget_class, NtmTitleForm, certainty);
  gtk_widget_class_bind_template_child (widget_class, NtmTitleForm, note);
  gtk_widget_class_bind_template_child (widget_class, NtmTitleForm, source);
  gtk_widget_class_bind_template_callback (widget_class, unit_chosen_cb);
}

static void
ntm_title_form_init (NtmTitleForm *self)
{
  self->kinds = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ntm_title_form_new:
 * @desk: the window's file
 * @unit: (nullable): id of the unit to begin with
 * @title: (nullable): id of a title to correct; %NULL for a new one
 *
 * Returns: (transfer floating): the fields
 */
NtmFormPage *
ntm_title_form_new (NtmDesk    *desk,
                    const char *unit,
                    const char *title)
{
  NtmTitleForm *self = g_object_new (NTM_TYPE_TITLE_FORM, NULL);
  const NtmTitle *record = NULL;

  if (title != NULL)
    record = ntm_atlas_lookup (ntm_desk_get_atlas (desk), NTM_TABLE_TITLE, title);
  ntm_form_page_set_desk (NTM_FORM_PAGE (self), desk);
  ntm_form_units_fill (self->unit, desk, NULL);
  add_fields (self);
  if (record != NULL)
    unit = record->unit;
  if (unit != NULL)
    ntm_choice_row_select (self->unit, unit);
  fill_kinds (self);
  if (record == NULL)
    return NTM_FORM_PAGE (self);
  self->title = g_strdup (title);
  show_title (self, record);
  return NTM_FORM_PAGE (self);
}
