/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ntm-form-page.h"

G_BEGIN_DECLS

/**
 * NtmForm:
 *
 * A window with a form, in front of the window whose file it changes. It closes when it is saved, and emits
 * "saved" with a sentence that says so; refused, it stays open with the reason beside the field.
 */
#define NTM_TYPE_FORM (ntm_form_get_type ())
G_DECLARE_FINAL_TYPE (NtmForm, ntm_form, NTM, FORM, AdwWindow)

NtmForm     *ntm_form_new      (GtkWindow *parent, NtmFormPage *page);
NtmFormPage *ntm_form_get_page (NtmForm *self);
gboolean     ntm_form_leave    (NtmForm *self);
void         ntm_form_set_save_label (NtmForm *self, const char *label);

G_END_DECLS
