/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ntm-form-page.h"

G_BEGIN_DECLS

/**
 * NtmProgressForm:
 *
 * The fields of what was reported on a task, or of closing it, with number and day of the paper.
 */
#define NTM_TYPE_PROGRESS_FORM (ntm_progress_form_get_type ())
G_DECLARE_FINAL_TYPE (NtmProgressForm, ntm_progress_form, NTM, PROGRESS_FORM, NtmFormPage)

NtmFormPage *ntm_progress_form_new (NtmDesk *desk, const char *id, NtmDate at, gboolean closes);

G_END_DECLS
