/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ntm-revoke-form.h"

#include <glib/gi18n.h>

#include "ntm-edit-title.h"
#include "ntm-form-text.h"
#include "ntm-form-choices.h"

struct _NtmRevokeForm
{
  NtmFormPage parent_instance;

  GPtrArray *titles;   /* (element-type utf8), owned: ids in the order of the row */

  AdwPreferencesGroup *group;
  AdwComboRow         *title;
  GtkEditable         *day;
  GtkEditable         *decision;
  GtkEditable         *note;
};

G_DEFINE_FINAL_TYPE (NtmRevokeForm, ntm_revoke_form, NTM_TYPE_FORM_PAGE)

static gboolean
is_revocable (const NtmTitle *title,
              const char     *unit)
{
  return g_str_equal (title->unit, unit) && *title->revoked == '\0' && title->title_kind != NULL;
}

/* "NTM district · 840/QĐ-TTg · 15 Aug 2024" */
static char *
describe (const NtmTitle *title)
{
  NtmLang lang = ntm_lang_current ();
  g_autofree char *day = ntm_form_show_when (title->signed_on, lang);
  g_autoptr (GString) text = g_string_new (ntm_lang_pick (lang, title->title_kind->name_vi, title->title_kind->name_en));

  if (*title->decision != '\0')
    g_string_append_printf (text, " · %s", title->decision);
  if (*day != '\0' || *title->for_year != '\0')
    g_string_append_printf (text, " · %s", *day != '\0' ? day : title->for_year);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
fill_titles (NtmRevokeForm *self,
             const char    *unit)
{
  NtmDesk *desk = ntm_form_page_get_desk (NTM_FORM_PAGE (self));
  const GPtrArray *titles = ntm_atlas_records (ntm_desk_get_atlas (desk), NTM_TABLE_TITLE);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < titles->len; i++)
    {
      const NtmTitle *title = g_ptr_array_index (titles, i);

      if (!is_revocable (title, unit))
        continue;
      g_ptr_array_add (self->titles, g_strdup (title->id));
      gtk_string_list_take (names, describe (title));
    }
  adw_combo_row_set_model (self->title, G_LIST_MODEL (names));
}

static const NtmTitle *
selected_title (NtmRevokeForm *self)
{
  NtmDesk *desk = ntm_form_page_get_desk (NTM_FORM_PAGE (self));
  guint i = adw_combo_row_get_selected (self->title);

  if (desk == NULL || i >= self->titles->len)
    return NULL;
  return ntm_atlas_lookup (ntm_desk_get_atlas (desk), NTM_TABLE_TITLE, g_ptr_array_index (self->titles, i));
}

static void
title_selected_cb (NtmRevokeForm *self)
{
  const NtmTitle *title = selected_title (self);

  gtk_editable_set_text (self->note, title == NULL ? "" : title->note);
}

static NtmEdit *
ntm_revoke_form_make_edit (NtmFormPage *page,
                           const char **field,
                           GError     **error)
{
  NtmRevokeForm *self = NTM_REVOKE_FORM (page);
  const NtmTitle *title = selected_title (self);
  g_autofree char *day = NULL;
  NtmRevocation revocation = { 0 };

  if (!ntm_form_page_read (page, "revoked", ntm_form_read_when, &day, field, error))
    return NULL;
  revocation.day = day;
  revocation.decision = gtk_editable_get_text (self->decision);
  revocation.note = gtk_editable_get_text (self->note);
  return ntm_edit_new_title_revocation (ntm_desk_get_atlas (ntm_form_page_get_desk (page)), title == NULL ? "" : title->id,
                                        &revocation, field, error);
}

static void
ntm_revoke_form_finalize (GObject *object)
{
  g_ptr_array_unref (NTM_REVOKE_FORM (object)->titles);
  G_OBJECT_CLASS (ntm_revoke_form_parent_class)->finalize (object);
}

static void
ntm_revoke_form_class_init (NtmRevokeFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  NtmFormPageClass *page_class = NTM_FORM_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ntm_revoke_form_finalize;
  page_class->title = N_("Revoke a title");
  page_class->saved = N_("The title is revoked");
  page_class->make_edit = ntm_revoke_form_make_edit;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/ntmatlas/NtmAtlas/ui/ntm-revoke-form.ui");
  gtk_widget_class_bind_template_child (widget_class, NtmRevokeForm, group);
  gtk_widget_class_bind_template_child (widget_class, NtmRevokeForm, title);
  gtk_widget_class_bind_template_child (widget_class, NtmRevokeForm, day);
  gtk_widget_class_bind_template_child (widget_class, NtmRevokeForm, decision);
  gtk_widget_class_bind_template_child (widget_class, NtmRevokeForm, note);
  gtk_widget_class_bind_template_callback (widget_class, title_selected_cb);
}

static void
ntm_revoke_form_init (NtmRevokeForm *self)
{
  self->titles = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ntm_revoke_form_applies:
 * @desk: a desk
 * @unit: (nullable): id of a unit
 *
 * Returns: whether @unit has a title that could be revoked
 */
gboolean
ntm_revoke_form_applies (NtmDesk    *desk,
                         const char *unit)
{
  NtmAtlas *atlas = ntm_desk_get_atlas (desk);
  const GPtrArray *titles = atlas == NULL || unit == NULL ? NULL : ntm_atlas_records (atlas, NTM_TABLE_TITLE);

  for (guint i = 0; titles != NULL && i < titles->len; i++)
    if (is_revocable (g_ptr_array_index (titles, i), unit))
      return TRUE;
  return FALSE;
}

/**
 * ntm_revoke_form_new:
 * @desk: the window's file
 * @unit: id of a unit with a title
 *
 * Returns: (transfer floating): the fields
 */
NtmFormPage *
ntm_revoke_form_new (NtmDesk    *desk,
                     const char *unit)
{
  NtmRevokeForm *self = g_object_new (NTM_TYPE_REVOKE_FORM, NULL);
  NtmFormPage *page = NTM_FORM_PAGE (self);
  g_autofree char *name = ntm_form_unit_name (desk, unit);
  g_autofree char *markup = g_markup_escape_text (name, -1);

  ntm_form_page_set_desk (page, desk);
  adw_preferences_group_set_title (self->group, markup);
  fill_titles (self, unit);
  ntm_form_page_add_field (page, "kind", GTK_WIDGET (self->title));
  ntm_form_page_add_field (page, "revoked", GTK_WIDGET (self->day));
  ntm_form_page_add_field (page, "revoked_by", GTK_WIDGET (self->decision));
  ntm_form_page_add_field (page, "note", GTK_WIDGET (self->note));
  title_selected_cb (self);
  return page;
}
