/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ntm-form-page.h"

G_BEGIN_DECLS

/**
 * NtmIndicatorForm:
 *
 * How an indicator is named and shown, and its target for one unit.
 */
#define NTM_TYPE_INDICATOR_FORM (ntm_indicator_form_get_type ())
G_DECLARE_FINAL_TYPE (NtmIndicatorForm, ntm_indicator_form, NTM, INDICATOR_FORM, NtmFormPage)

NtmFormPage *ntm_indicator_form_new (NtmDesk *desk, const char *indicator, const char *unit);

G_END_DECLS
