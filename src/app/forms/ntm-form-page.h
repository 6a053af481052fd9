/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ntm-desk.h"

G_BEGIN_DECLS

/**
 * NtmFormPage:
 *
 * The fields of a form. A field is a row with the name of the column it is for, so that a refusal can be
 * shown beside it.
 */
#define NTM_TYPE_FORM_PAGE (ntm_form_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (NtmFormPage, ntm_form_page, NTM, FORM_PAGE, AdwPreferencesPage)

/**
 * NtmFormPageClass:
 * @title: heading of the window, English, marked for translation; the property "title" of a page goes before it
 * @saved: what to say when it is saved, English, marked for translation
 * @make_edit: makes the change from what was entered; on failure sets the field and the error
 */
struct _NtmFormPageClass
{
  AdwPreferencesPageClass parent_class;

  const char *title;
  const char *saved;
  NtmEdit *(*make_edit) (NtmFormPage *self, const char **field, GError **error);
};

void       ntm_form_page_set_desk     (NtmFormPage *self, NtmDesk *desk);
NtmDesk   *ntm_form_page_get_desk     (NtmFormPage *self);
void       ntm_form_page_add_field    (NtmFormPage *self, const char *column, GtkWidget *row);
GtkWidget *ntm_form_page_get_field    (NtmFormPage *self, const char *column);
void       ntm_form_page_start        (NtmFormPage *self);
void       ntm_form_page_touch        (NtmFormPage *self);
gboolean   ntm_form_page_is_touched   (NtmFormPage *self);
gboolean   ntm_form_page_save         (NtmFormPage *self);
const char *ntm_form_page_get_problem (NtmFormPage *self);
GtkWidget *ntm_form_page_get_problem_field (NtmFormPage *self);
gboolean   ntm_form_page_read         (NtmFormPage *self, const char *column,
                                       gboolean (*read) (const char *, NtmLang, char **, GError **), char **out,
                                       const char **field, GError **error);
gboolean   ntm_form_page_read_day     (NtmFormPage *self, const char *column, gboolean may_be_empty, NtmDate *out,
                                       const char **field, GError **error);
void       ntm_form_page_show_day     (NtmFormPage *self, const char *column, NtmDate day);

G_END_DECLS
