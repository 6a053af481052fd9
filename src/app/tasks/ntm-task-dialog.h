/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ntm-desk.h"

G_BEGIN_DECLS

/**
 * NtmTaskDialog:
 *
 * Enters a new task or changes one. What is refused stays in the dialog with the reason. Signal: "saved"
 * with the id of the task.
 */
#define NTM_TYPE_TASK_DIALOG (ntm_task_dialog_get_type ())
G_DECLARE_FINAL_TYPE (NtmTaskDialog, ntm_task_dialog, NTM, TASK_DIALOG, AdwWindow)

NtmTaskDialog *ntm_task_dialog_new    (GtkWindow *parent, NtmDesk *desk, const char *id, NtmDate at);
void           ntm_task_dialog_preset (NtmTaskDialog *self, const char *agency, const char *unit);

G_END_DECLS
