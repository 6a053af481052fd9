/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ntm-indicator-form.h"

#include <glib/gi18n.h>

#include "ntm-choice-row.h"
#include "ntm-document-group.h"
#include "ntm-edit-indicator.h"
#include "ntm-form-text.h"
#include "ntm-form-choices.h"
#include "ntm-view-words.h"

struct _NtmIndicatorForm
{
  NtmFormPage parent_instance;

  char *unit;      /* id: whose target is edited */
  char *target;    /* id, "" where there is none yet */

  NtmChoiceRow        *indicator;
  GtkEditable         *name_vi;
  GtkEditable         *name_en;
  GtkEditable         *unit_vi;
  GtkEditable         *unit_en;
  AdwComboRow         *direction;
  AdwActionRow        *decimals_row;
  GtkSpinButton       *decimals;
  AdwPreferencesGroup *target_group;
  AdwComboRow         *qualifier;
  GtkEditable         *value;
  GtkEditable         *period;
  NtmChoiceRow        *owner;
  NtmDocumentGroup    *source;
};

G_DEFINE_FINAL_TYPE (NtmIndicatorForm, ntm_indicator_form, NTM_TYPE_FORM_PAGE)

/* In the order of the row. */
static const NtmQualifier qualifiers[] = {
  NTM_QUALIFIER_AT_LEAST, NTM_QUALIFIER_AT_MOST, NTM_QUALIFIER_EQUAL, NTM_QUALIFIER_MORE, NTM_QUALIFIER_LESS, NTM_QUALIFIER_ABOUT,
};
static const NtmDirection directions[] = { NTM_DIRECTION_UP, NTM_DIRECTION_DOWN, NTM_DIRECTION_NONE };

static NtmNumberStyle
number_style (void)
{
  return ntm_lang_current () == NTM_LANG_VI ? NTM_NUMBER_VI : NTM_NUMBER_EN;
}

/* --- filling in ------------------------------------------------------------------------------- */

static void
select_qualifier (NtmIndicatorForm *self,
                  NtmQualifier      qualifier)
{
  for (guint i = 0; i < G_N_ELEMENTS (qualifiers); i++)
    if (qualifiers[i] == qualifier)
      adw_combo_row_set_selected (self->qualifier, i);
}

static void
select_direction (NtmIndicatorForm *self,
                  NtmDirection      direction)
{
  for (guint i = 0; i < G_N_ELEMENTS (directions); i++)
    if (directions[i] == direction)
      adw_combo_row_set_selected (self->direction, i);
}

/* A new target of what shall rise is a floor, of what shall fall a ceiling. */
static NtmQualifier
usual_qualifier (NtmDirection direction)
{
  return direction == NTM_DIRECTION_DOWN ? NTM_QUALIFIER_AT_MOST : NTM_QUALIFIER_AT_LEAST;
}

static void
show_target (NtmIndicatorForm   *self,
             const NtmIndicator *indicator,
             const NtmTarget    *target)
{
  NtmLang lang = ntm_lang_current ();
  g_autofree char *value = target == NULL ? g_strdup ("") : ntm_number_format (target->value, -1, lang);
  g_autofree char *period = target == NULL ? g_strdup ("") : ntm_form_show_period (target->period_text, lang);

  g_free (self->target);
  self->target = g_strdup (target == NULL ? "" : target->id);
  gtk_editable_set_text (self->value, value);
  gtk_editable_set_text (self->period, period);
  select_qualifier (self, target == NULL ? usual_qualifier (indicator->direction) : target->qualifier);
  ntm_choice_row_select (self->owner, target == NULL ? "" : target->owner);
  ntm_document_group_select (self->source, target == NULL ? "" : target->source);
}

static void
show_indicator (NtmIndicatorForm *self)
{
  NtmDesk *desk = ntm_form_page_get_desk (NTM_FORM_PAGE (self));
  NtmAtlas *atlas = ntm_desk_get_atlas (desk);
  const NtmIndicator *indicator = ntm_atlas_lookup (atlas, NTM_TABLE_INDICATOR, ntm_choice_row_get_id (self->indicator));
  const NtmUnit *unit = ntm_atlas_find_unit (atlas, self->unit);

  if (indicator == NULL)
    return;
  gtk_editable_set_text (self->name_vi, indicator->name_vi);
  gtk_editable_set_text (self->name_en, indicator->name_en);
  gtk_editable_set_text (self->unit_vi, indicator->unit_vi);
  gtk_editable_set_text (self->unit_en, indicator->unit_en);
  select_direction (self, indicator->direction);
  gtk_spin_button_set_value (self->decimals, (double) indicator->decimals);
  show_target (self, indicator, ntm_atlas_target_for (atlas, indicator->code, unit, ntm_desk_get_date (desk)));
  ntm_form_page_start (NTM_FORM_PAGE (self));
}

static void
indicator_chosen_cb (NtmIndicatorForm *self)
{
  show_indicator (self);
}

static void
fill_indicators (NtmIndicatorForm *self)
{
  NtmViewContext context = ntm_desk_get_context (ntm_form_page_get_desk (NTM_FORM_PAGE (self)));
  const GPtrArray *indicators = ntm_atlas_records (context.atlas, NTM_TABLE_INDICATOR);

  for (guint i = 0; i < indicators->len; i++)
    {
      const NtmIndicator *indicator = g_ptr_array_index (indicators, i);

      ntm_choice_row_add (self->indicator, indicator->code, ntm_view_indicator_name (&context, indicator),
                          ntm_view_indicator_unit (&context, indicator));
    }
}

/* --- reading ---------------------------------------------------------------------------------- */

/* "≥ 50" typed as the value says how it is meant, too. */
static gboolean
read_value (NtmIndicatorForm *self,
            NtmTargetEntry   *target,
            const char      **field,
            GError          **error)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->value)));
  NtmNumber number;

  target->value = NTM_NONE;
  target->qualifier = qualifiers[MIN (adw_combo_row_get_selected (self->qualifier), G_N_ELEMENTS (qualifiers) - 1)];
  if (*text == '\0')
    return TRUE;
  *field = "target.value";
  if (!ntm_number_parse (text, number_style (), &number, error))
    return FALSE;
  target->value = number.value;
  if (number.qualifier != NTM_QUALIFIER_EQUAL)
    target->qualifier = number.qualifier;
  *field = NULL;
  return TRUE;
}

static void
read_indicator (NtmIndicatorForm  *self,
                NtmIndicatorEntry *entry)
{
  guint direction = adw_combo_row_get_selected (self->direction);

  gtk_spin_button_update (self->decimals);
  *entry = (NtmIndicatorEntry) {
    .name_vi = gtk_editable_get_text (self->name_vi),
    .name_en = gtk_editable_get_text (self->name_en),
    .unit_vi = gtk_editable_get_text (self->unit_vi),
    .unit_en = gtk_editable_get_text (self->unit_en),
    .direction = directions[MIN (direction, G_N_ELEMENTS (directions) - 1)],
    .decimals = gtk_spin_button_get_value_as_int (self->decimals),
  };
}

static NtmEdit *
ntm_indicator_form_make_edit (NtmFormPage *page,
                              const char **field,
                              GError     **error)
{
  NtmIndicatorForm *self = NTM_INDICATOR_FORM (page);
  g_autofree char *period = NULL;
  NtmDocumentEntry document;
  NtmIndicatorEntry entry;
  NtmTargetEntry target = { .target = self->target, .unit = self->unit };
  gboolean is_new;

  if (!read_value (self, &target, field, error)
      || !ntm_form_page_read (page, "target.period", ntm_form_read_period, &period, field, error)
      || !ntm_document_group_read (self->source, &is_new, &document, field, error))
    return NULL;
  read_indicator (self, &entry);
  target.period = period;
  target.owner = ntm_choice_row_get_id (self->owner);
  target.source = ntm_document_group_get_id (self->source);
  target.new_source = is_new ? &document : NULL;
  return ntm_edit_new_indicator_change (ntm_desk_get_atlas (ntm_form_page_get_desk (page)),
                                        ntm_choice_row_get_id (self->indicator), &entry, &target, field, error);
}

static void
add_fields (NtmIndicatorForm *self)
{
  NtmFormPage *page = NTM_FORM_PAGE (self);

  ntm_form_page_add_field (page, "name_vi", GTK_WIDGET (self->name_vi));
  ntm_form_page_add_field (page, "name_en", GTK_WIDGET (self->name_en));
  ntm_form_page_add_field (page, "unit_vi", GTK_WIDGET (self->unit_vi));
  ntm_form_page_add_field (page, "unit_en", GTK_WIDGET (self->unit_en));
  ntm_form_page_add_field (page, "direction", GTK_WIDGET (self->direction));
  ntm_form_page_add_field (page, "decimals", GTK_WIDGET (self->decimals_row));
  ntm_form_page_add_field (page, "target.value", GTK_WIDGET (self->value));
  ntm_form_page_add_field (page, "target.qualifier", GTK_WIDGET (self->qualifier));
  ntm_form_page_add_field (page, "target.period", GTK_WIDGET (self->period));
  ntm_form_page_add_field (page, "target.owner", GTK_WIDGET (self->owner));
  ntm_document_group_attach (self->source, page, "target.source");
}

/* --- class ------------------------------------------------------------------------------------ */

static void
ntm_indicator_form_finalize (GObject *object)
{
  NtmIndicatorForm *self = NTM_INDICATOR_FORM (object);

  g_free (self->unit);
  g_free (self->target);
  G_OBJECT_CLASS (ntm_indicator_form_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *klass)
{
  gtk_widget_class_bind_template_child (klass, NtmIndicatorForm, indicator);
  gtk_widget_class_bind_template_child (klass, NtmIndicatorForm, name_vi);
  gtk_widget_class_bind_template_child (klass, NtmIndicatorForm, name_en);
  gtk_widget_class_bind_template_child (klass, NtmIndicatorForm, unit_vi);
  gtk_widget_class_bind_template_child (klass, NtmIndicatorForm, unit_en);
  gtk_widget_class_bind_template_child (klass, NtmIndicatorForm, direction);
  gtk_widget_class_bind_template_child (klass, NtmIndicatorForm, decimals_row);
  gtk_widget_class_bind_template_child (klass, NtmIndicatorForm, decimals);
  gtk_widget_class_bind_template_child (klass, NtmIndicatorForm, target_group);
  gtk_widget_class_bind_template_child (klass, NtmIndicatorForm, qualifier);
  gtk_widget_class_bind_template_child (klass, NtmIndicatorForm, value);
  gtk_widget_class_bind_template_child (klass, NtmIndicatorForm, period);
  gtk_widget_class_bind_template_child (klass, NtmIndicatorForm, owner);
  gtk_widget_class_bind_template_child (klass, NtmIndicatorForm, source);
}

static void
ntm_indicator_form_class_init (NtmIndicatorFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  NtmFormPageClass *page_class = NTM_FORM_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ntm_indicator_form_finalize;
  page_class->title = N_("Indicator");
  page_class->saved = N_("The indicator is changed");
  page_class->make_edit = ntm_indicator_form_make_edit;
  g_type_ensure (NTM_TYPE_CHOICE_ROW);
  g_type_ensure (NTM_TYPE_DOCUMENT_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/ntmatlas/NtmAtlas/ui/ntm-indicator-form.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, indicator_chosen_cb);
}

static void
ntm_indicator_form_init (NtmIndicatorForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_spin_button_set_range (self->decimals, 0, NTM_INDICATOR_MAX_DECIMALS);
}

static void
name_target_group (NtmIndicatorForm *self,
                   NtmDesk          *desk)
{
  g_autofree char *name = ntm_form_unit_name (desk, self->unit);
  g_autofree char *title = g_strdup_printf (_("Target of %s"), name);
  g_autofree char *markup = g_markup_escape_text (title, -1);

  adw_preferences_group_set_title (self->target_group, markup);
}

/**
 * ntm_indicator_form_new:
 * @desk: the window's file
 * @indicator: code of the indicator to begin with
 * @unit: id of the unit whose target is edited
 *
 * Returns: (transfer floating): the fields
 */
NtmFormPage *
ntm_indicator_form_new (NtmDesk    *desk,
                        const char *indicator,
                        const char *unit)
{
  NtmIndicatorForm *self = g_object_new (NTM_TYPE_INDICATOR_FORM, NULL);

  self->unit = g_strdup (unit);
  self->target = g_strdup ("");
  ntm_form_page_set_desk (NTM_FORM_PAGE (self), desk);
  fill_indicators (self);
  ntm_form_agencies_fill (self->owner, desk);
  add_fields (self);
  name_target_group (self, desk);
  ntm_choice_row_select (self->indicator, indicator);
  show_indicator (self);
  return NTM_FORM_PAGE (self);
}
