/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Each form starts with what is selected in the window; without a selection, with the province. */

#include "config.h"

#include "ntm-forms.h"

#include "ntm-indicator-form.h"
#include "ntm-revoke-form.h"
#include "ntm-title-form.h"
#include "ntm-unit-form.h"

static gboolean
may_write (NtmDesk *desk)
{
  NtmStore *store = ntm_desk_get_store (desk);

  return store != NULL && !ntm_store_is_read_only (store);
}

static const NtmUnit *
selected_or_province (NtmDesk *desk)
{
  const NtmUnit *unit = ntm_desk_get_selected (desk);

  return unit != NULL ? unit : ntm_atlas_province (ntm_desk_get_atlas (desk), ntm_desk_get_date (desk));
}

static NtmForm *
show (GtkWindow   *parent,
      NtmFormPage *page)
{
  NtmForm *form = ntm_form_new (parent, page);

  gtk_window_present (GTK_WINDOW (form));
  return form;
}

/**
 * ntm_forms_add_title:
 * @parent: (nullable): the window in front of which it opens
 * @desk: its desk
 *
 * Opens the form of a new title of the selected unit.
 *
 * Returns: (transfer none) (nullable): the form, %NULL where the file may not be written
 */
NtmForm *
ntm_forms_add_title (GtkWindow *parent,
                     NtmDesk   *desk)
{
  const NtmUnit *unit;

  if (!may_write (desk))
    return NULL;
  unit = ntm_desk_get_selected (desk);
  return show (parent, ntm_title_form_new (desk, unit == NULL ? NULL : unit->id, NULL));
}

/**
 * ntm_forms_edit_title:
 * @parent: (nullable): the window in front of which it opens
 * @desk: its desk
 * @title: id of a title
 *
 * Opens the form of a title to be corrected.
 *
 * Returns: (transfer none) (nullable): the form, %NULL where the file may not be written or has no such title
 */
NtmForm *
ntm_forms_edit_title (GtkWindow  *parent,
                      NtmDesk    *desk,
                      const char *title)
{
  if (!may_write (desk) || ntm_atlas_lookup (ntm_desk_get_atlas (desk), NTM_TABLE_TITLE, title) == NULL)
    return NULL;
  return show (parent, ntm_title_form_new (desk, NULL, title));
}

/**
 * ntm_forms_revoke_title:
 * @parent: (nullable): the window in front of which it opens
 * @desk: its desk
 *
 * Opens the form that revokes a title of the selected unit.
 *
 * Returns: (transfer none) (nullable): the form, %NULL where the file may not be written or the unit has no
 *   title
 */
NtmForm *
ntm_forms_revoke_title (GtkWindow *parent,
                        NtmDesk   *desk)
{
  const NtmUnit *unit = may_write (desk) ? ntm_desk_get_selected (desk) : NULL;

  if (unit == NULL || !ntm_revoke_form_applies (desk, unit->id))
    return NULL;
  return show (parent, ntm_revoke_form_new (desk, unit->id));
}

/**
 * ntm_forms_edit_indicator:
 * @parent: (nullable): the window in front of which it opens
 * @desk: its desk
 * @indicator: code of an indicator, or "" for the first of the file
 *
 * Opens the form of an indicator, with its target for the selected unit, else for the province.
 *
 * Returns: (transfer none) (nullable): the form, %NULL where the file may not be written or has no such
 *   indicator
 */
NtmForm *
ntm_forms_edit_indicator (GtkWindow  *parent,
                          NtmDesk    *desk,
                          const char *indicator)
{
  const GPtrArray *indicators;
  const NtmIndicator *record;
  const NtmUnit *unit;

  if (!may_write (desk))
    return NULL;
  indicators = ntm_atlas_records (ntm_desk_get_atlas (desk), NTM_TABLE_INDICATOR);
  record = *indicator != '\0' ? ntm_atlas_lookup (ntm_desk_get_atlas (desk), NTM_TABLE_INDICATOR, indicator)
           : indicators->len > 0 ? g_ptr_array_index (indicators, 0) : NULL;
  unit = selected_or_province (desk);
  if (record == NULL || unit == NULL)
    return NULL;
  return show (parent, ntm_indicator_form_new (desk, record->code, unit->id));
}

/**
 * ntm_forms_edit_unit:
 * @parent: (nullable): the window in front of which it opens
 * @desk: its desk
 *
 * Opens the form that renames the selected unit.
 *
 * Returns: (transfer none) (nullable): the form, %NULL where the file may not be written or nothing is
 *   selected
 */
NtmForm *
ntm_forms_edit_unit (GtkWindow *parent,
                     NtmDesk   *desk)
{
  const NtmUnit *unit = may_write (desk) ? ntm_desk_get_selected (desk) : NULL;

  if (unit == NULL || unit->states->len == 0)
    return NULL;
  return show (parent, ntm_unit_form_new (desk, unit->id));
}
