/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ntm-form-page.h"

G_BEGIN_DECLS

/**
 * NtmRevokeForm:
 *
 * How a title of a unit ends.
 */
#define NTM_TYPE_REVOKE_FORM (ntm_revoke_form_get_type ())
G_DECLARE_FINAL_TYPE (NtmRevokeForm, ntm_revoke_form, NTM, REVOKE_FORM, NtmFormPage)

gboolean     ntm_revoke_form_applies (NtmDesk *desk, const char *unit);
NtmFormPage *ntm_revoke_form_new     (NtmDesk *desk, const char *unit);

G_END_DECLS
