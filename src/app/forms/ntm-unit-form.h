/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ntm-form-page.h"

G_BEGIN_DECLS

/**
 * NtmUnitForm:
 *
 * What a unit is called and what type it is, from a day on.
 */
#define NTM_TYPE_UNIT_FORM (ntm_unit_form_get_type ())
G_DECLARE_FINAL_TYPE (NtmUnitForm, ntm_unit_form, NTM, UNIT_FORM, NtmFormPage)

NtmFormPage *ntm_unit_form_new (NtmDesk *desk, const char *unit);

G_END_DECLS
