/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ntm-form-page.h"

G_BEGIN_DECLS

/**
 * NtmTitleForm:
 *
 * The fields of a title: a new one, or one that is corrected.
 */
#define NTM_TYPE_TITLE_FORM (ntm_title_form_get_type ())
G_DECLARE_FINAL_TYPE (NtmTitleForm, ntm_title_form, NTM, TITLE_FORM, NtmFormPage)

NtmFormPage *ntm_title_form_new (NtmDesk *desk, const char *unit, const char *title);

G_END_DECLS
