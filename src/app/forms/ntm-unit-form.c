/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ntm-unit-form.h"

#include <glib/gi18n.h>

#include "ntm-edit-unit.h"
#include "ntm-view-words.h"

struct _NtmUnitForm
{
  NtmFormPage parent_instance;

  char     *unit;   /* id */
  NtmLevel  level;

  AdwPreferencesGroup *names;
  GtkEditable         *from;
  AdwComboRow         *type;
  GtkEditable         *name;
  GtkEditable         *note;
};

G_DEFINE_FINAL_TYPE (NtmUnitForm, ntm_unit_form, NTM_TYPE_FORM_PAGE)

/* "from 22/02/2007 until 01/01/2025"; the last day is the day before, so the words are those of the file. */
static char *
describe_time (const NtmUnitState *state)
{
  NtmLang lang = ntm_lang_current ();
  g_autofree char *from = ntm_date_format (state->valid.from, lang);
  g_autofree char *to = ntm_date_format (state->valid.to, lang);

  if (*from == '\0' && *to == '\0')
    return g_strdup (_("since before the records"));
  if (*to == '\0')
    return g_strdup_printf (_("since %s"), from);
  if (*from == '\0')
    return g_strdup_printf (_("until before %s"), to);
  return g_strdup_printf (_("from %1$s until before %2$s"), from, to);
}

static void
list_names (NtmUnitForm   *self,
            const NtmUnit *unit)
{
  for (guint i = 0; i < unit->states->len; i++)
    {
      const NtmUnitState *state = g_ptr_array_index (unit->states, i);
      g_autofree char *time = describe_time (state);

      adw_preferences_group_add (self->names, g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", state->name,
                                                            "subtitle", time, NULL));
    }
}

static void
fill_types (NtmUnitForm        *self,
            const NtmUnitState *state)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  const char *const *types = ntm_unit_types_of (self->level);

  for (guint i = 0; types[i] != NULL; i++)
    {
      NtmUnitState one = { .type = (char *) types[i] };

      gtk_string_list_take (names, ntm_view_unit_type_name (&one));
    }
  adw_combo_row_set_model (self->type, G_LIST_MODEL (names));
  for (guint i = 0; types[i] != NULL; i++)
    if (g_str_equal (types[i], state->type))
      adw_combo_row_set_selected (self->type, i);
}

static gboolean
read_from (NtmUnitForm *self,
           NtmDate     *out,
           const char **field,
           GError     **error)
{
  if (ntm_date_parse_people (gtk_editable_get_text (self->from), ntm_lang_current (), out, error))
    return TRUE;
  *field = "valid_from";
  return FALSE;
}

static NtmEdit *
ntm_unit_form_make_edit (NtmFormPage *page,
                         const char **field,
                         GError     **error)
{
  NtmUnitForm *self = NTM_UNIT_FORM (page);
  NtmUnitNameEntry entry = { 0 };

  if (!read_from (self, &entry.from, field, error))
    return NULL;
  entry.type = ntm_unit_types_of (self->level)[adw_combo_row_get_selected (self->type)];
  entry.short_name = gtk_editable_get_text (self->name);
  entry.note = gtk_editable_get_text (self->note);
  return ntm_edit_new_unit_name (ntm_desk_get_atlas (ntm_form_page_get_desk (page)), self->unit, &entry, field, error);
}

static void
ntm_unit_form_finalize (GObject *object)
{
  g_free (NTM_UNIT_FORM (object)->unit);
  G_OBJECT_CLASS (ntm_unit_form_parent_class)->finalize (object);
}

static void
ntm_unit_form_class_init (NtmUnitFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  NtmFormPageClass *page_class = NTM_FORM_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ntm_unit_form_finalize;
  page_class->title = N_("Name of a unit");
  page_class->saved = N_("The unit has its new name");
  page_class->make_edit = ntm_unit_form_make_edit;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/ntmatlas/NtmAtlas/ui/ntm-unit-form.ui");
  gtk_widget_class_bind_template_child (widget_class, NtmUnitForm, names);
  gtk_widget_class_bind_template_child (widget_class, NtmUnitForm, from);
  gtk_widget_class_bind_template_child (widget_class, NtmUnitForm, type);
  gtk_widget_class_bind_template_child (widget_class, NtmUnitForm, name);
  gtk_widget_class_bind_template_child (widget_class, NtmUnitForm, note);
}

static void
ntm_unit_form_init (NtmUnitForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ntm_unit_form_new:
 * @desk: the window's file
 * @unit: id of a unit
 *
 * Returns: (transfer floating): the fields
 */
NtmFormPage *
ntm_unit_form_new (NtmDesk    *desk,
                   const char *unit)
{
  NtmUnitForm *self = g_object_new (NTM_TYPE_UNIT_FORM, NULL);
  NtmFormPage *page = NTM_FORM_PAGE (self);
  const NtmUnit *record = ntm_atlas_find_unit (ntm_desk_get_atlas (desk), unit);
  const NtmUnitState *state = ntm_unit_state_at (record, ntm_desk_get_date (desk));

  if (state == NULL)
    state = ntm_unit_last_state (record);
  self->unit = g_strdup (unit);
  self->level = record->level;
  ntm_form_page_set_desk (page, desk);
  list_names (self, record);
  fill_types (self, state);
  gtk_editable_set_text (self->name, state->short_name);
  ntm_form_page_add_field (page, "short_name", GTK_WIDGET (self->name));
  ntm_form_page_add_field (page, "type", GTK_WIDGET (self->type));
  ntm_form_page_add_field (page, "valid_from", GTK_WIDGET (self->from));
  ntm_form_page_add_field (page, "note", GTK_WIDGET (self->note));
  return page;
}
