/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ntm-task-list.h"

G_BEGIN_DECLS

/**
 * NtmTaskChip:
 *
 * A few words on a ground of the colour of their tone: the state of a task.
 */
#define NTM_TYPE_TASK_CHIP (ntm_task_chip_get_type ())
G_DECLARE_FINAL_TYPE (NtmTaskChip, ntm_task_chip, NTM, TASK_CHIP, GtkWidget)

GtkWidget  *ntm_task_chip_new      (void) G_GNUC_WARN_UNUSED_RESULT;
void        ntm_task_chip_set      (NtmTaskChip *self, const char *text, NtmTone tone);
void        ntm_task_chip_set_icon (NtmTaskChip *self, NtmTaskShape shape);
const char *ntm_task_chip_get_text (NtmTaskChip *self);
void        ntm_task_label_colour  (GtkLabel *label, NtmRole role, PangoWeight weight);

G_END_DECLS
