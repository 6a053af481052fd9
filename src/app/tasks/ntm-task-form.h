/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ntm-form-page.h"

G_BEGIN_DECLS

/**
 * NtmTaskForm:
 *
 * The fields of a new task or of one that is changed.
 */
#define NTM_TYPE_TASK_FORM (ntm_task_form_get_type ())
G_DECLARE_FINAL_TYPE (NtmTaskForm, ntm_task_form, NTM, TASK_FORM, NtmFormPage)

NtmFormPage *ntm_task_form_new    (NtmDesk *desk, const char *id, NtmDate at);
void         ntm_task_form_preset (NtmTaskForm *self, const char *agency, const char *unit);
const char  *ntm_task_form_get_id (NtmTaskForm *self);

G_END_DECLS
