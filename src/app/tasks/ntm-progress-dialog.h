/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ntm-desk.h"

G_BEGIN_DECLS

/**
 * NtmProgressDialog:
 *
 * Enters what was reported on a task, or closes it, with number and day of the paper. What is refused
 * stays in the dialog with the reason. Signal: "saved" with the id of the task.
 */
#define NTM_TYPE_PROGRESS_DIALOG (ntm_progress_dialog_get_type ())
G_DECLARE_FINAL_TYPE (NtmProgressDialog, ntm_progress_dialog, NTM, PROGRESS_DIALOG, AdwWindow)

NtmProgressDialog *ntm_progress_dialog_new (GtkWindow *parent, NtmDesk *desk, const char *id, NtmDate at, gboolean closes);

G_END_DECLS
