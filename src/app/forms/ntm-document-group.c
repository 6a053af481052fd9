/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ntm-document-group.h"

#include <glib/gi18n.h>

#include "ntm-form-choices.h"
#include "ntm-form-text.h"

#define NEW_DOCUMENT "+"   /* no id: ids have letters */

struct _NtmDocumentGroup
{
  AdwPreferencesGroup parent_instance;

  NtmFormPage *page;     /* the page it is part of */
  char        *date;     /* ISO, of the last reading */

  NtmChoiceRow *choice;
  AdwComboRow  *kind;
  GtkEditable  *number;
  GtkEditable  *signed_on;
  GtkEditable  *issuer;
  GtkEditable  *name;
  GtkEditable  *url;
};

G_DEFINE_FINAL_TYPE (NtmDocumentGroup, ntm_document_group, ADW_TYPE_PREFERENCES_GROUP)

/* In the order of ntm_document_kinds(). */
static const char *const kind_names[] = {
  N_("Decision"), N_("Notice"), N_("Resolution"), N_("Official letter"), N_("Submission"), N_("Report"), N_("Web page"),
  N_("Legal document"),
};

static gboolean
is_new (NtmDocumentGroup *self)
{
  return g_str_equal (ntm_choice_row_get_id (self->choice), NEW_DOCUMENT);
}

static void
update_rows (NtmDocumentGroup *self)
{
  gboolean visible = is_new (self);
  gpointer rows[] = { self->kind, self->number, self->signed_on, self->issuer, self->name, self->url };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    gtk_widget_set_visible (rows[i], visible);
}

static void
chosen_cb (NtmDocumentGroup *self)
{
  update_rows (self);
  if (is_new (self))
    gtk_widget_grab_focus (GTK_WIDGET (self->number));
}

static void
fill_choices (NtmDocumentGroup *self)
{
  ntm_choice_row_clear (self->choice);
  ntm_choice_row_add (self->choice, "", _("No document"), NULL);
  ntm_choice_row_add (self->choice, NEW_DOCUMENT, _("New document…"), _("Not in the file yet"));
  ntm_form_documents_add (self->choice, ntm_form_page_get_desk (self->page));
}

static void
ntm_document_group_finalize (GObject *object)
{
  g_free (NTM_DOCUMENT_GROUP (object)->date);
  G_OBJECT_CLASS (ntm_document_group_parent_class)->finalize (object);
}

static void
ntm_document_group_class_init (NtmDocumentGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ntm_document_group_finalize;
  g_type_ensure (NTM_TYPE_CHOICE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/ntmatlas/NtmAtlas/ui/ntm-document-group.ui");
  gtk_widget_class_bind_template_child (widget_class, NtmDocumentGroup, choice);
  gtk_widget_class_bind_template_child (widget_class, NtmDocumentGroup, kind);
  gtk_widget_class_bind_template_child (widget_class, NtmDocumentGroup, number);
  gtk_widget_class_bind_template_child (widget_class, NtmDocumentGroup, signed_on);
  gtk_widget_class_bind_template_child (widget_class, NtmDocumentGroup, issuer);
  gtk_widget_class_bind_template_child (widget_class, NtmDocumentGroup, name);
  gtk_widget_class_bind_template_child (widget_class, NtmDocumentGroup, url);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
}

static void
ntm_document_group_init (NtmDocumentGroup *self)
{
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (kind_names); i++)
    gtk_string_list_append (kinds, _(kind_names[i]));
  adw_combo_row_set_model (self->kind, G_LIST_MODEL (kinds));
  update_rows (self);
}

/**
 * ntm_document_group_attach:
 * @self: a group
 * @page: the page it is part of, which has a desk
 * @column: the name of the field of the document's id
 *
 * Lists the documents of the file, the newest first, and makes the rows fields of @page.
 */
void
ntm_document_group_attach (NtmDocumentGroup *self,
                           NtmFormPage      *page,
                           const char       *column)
{
  g_return_if_fail (NTM_IS_DOCUMENT_GROUP (self) && NTM_IS_FORM_PAGE (page));

  self->page = page;
  fill_choices (self);
  ntm_choice_row_select (self->choice, "");
  update_rows (self);
  ntm_form_page_add_field (page, column, GTK_WIDGET (self->choice));
  ntm_form_page_add_field (page, "document.kind", GTK_WIDGET (self->kind));
  ntm_form_page_add_field (page, "document.number", GTK_WIDGET (self->number));
  ntm_form_page_add_field (page, "document.date", GTK_WIDGET (self->signed_on));
  ntm_form_page_add_field (page, "document.issuer", GTK_WIDGET (self->issuer));
  ntm_form_page_add_field (page, "document.title_vi", GTK_WIDGET (self->name));
  ntm_form_page_add_field (page, "document.url", GTK_WIDGET (self->url));
}

/**
 * ntm_document_group_select:
 * @self: a group
 * @document: id of a document, or ""
 */
void
ntm_document_group_select (NtmDocumentGroup *self,
                           const char       *document)
{
  g_return_if_fail (NTM_IS_DOCUMENT_GROUP (self));

  ntm_choice_row_select (self->choice, document);
  update_rows (self);
}

/**
 * ntm_document_group_start_new:
 * @self: a group
 *
 * Opens the fields of a new document.
 */
void
ntm_document_group_start_new (NtmDocumentGroup *self)
{
  g_return_if_fail (NTM_IS_DOCUMENT_GROUP (self));

  ntm_document_group_select (self, NEW_DOCUMENT);
}

/**
 * ntm_document_group_get_id:
 * @self: a group
 *
 * Returns: (transfer none): id of the document chosen, "" where there is none or it is new
 */
const char *
ntm_document_group_get_id (NtmDocumentGroup *self)
{
  g_return_val_if_fail (NTM_IS_DOCUMENT_GROUP (self), "");

  return is_new (self) ? "" : ntm_choice_row_get_id (self->choice);
}

/**
 * ntm_document_group_read:
 * @self: a group
 * @is_new_out: (out): whether a new document is entered
 * @out: (out): what was entered of it; its texts live until something is typed
 * @field: (out): the field that was refused
 * @error: return location for an error
 *
 * Returns: %FALSE if its date is not understood
 */
gboolean
ntm_document_group_read (NtmDocumentGroup *self,
                         gboolean         *is_new_out,
                         NtmDocumentEntry *out,
                         const char      **field,
                         GError          **error)
{
  g_return_val_if_fail (NTM_IS_DOCUMENT_GROUP (self), FALSE);

  *is_new_out = is_new (self);
  if (!*is_new_out)
    return TRUE;
  g_clear_pointer (&self->date, g_free);
  if (!ntm_form_page_read (self->page, "document.date", ntm_form_read_when, &self->date, field, error))
    return FALSE;
  *out = (NtmDocumentEntry) {
    .kind = ntm_document_kinds ()[adw_combo_row_get_selected (self->kind)],
    .number = gtk_editable_get_text (self->number),
    .date = self->date,
    .issuer = gtk_editable_get_text (self->issuer),
    .title_vi = gtk_editable_get_text (self->name),
    .url = gtk_editable_get_text (self->url),
  };
  return TRUE;
}
