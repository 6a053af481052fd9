/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * NtmTaskPicker:
 *
 * A button that shows one of many things by name and lets another be found by typing a part of its name,
 * accents optional.
 */
#define NTM_TYPE_TASK_PICKER (ntm_task_picker_get_type ())
G_DECLARE_FINAL_TYPE (NtmTaskPicker, ntm_task_picker, NTM, TASK_PICKER, GtkWidget)

void        ntm_task_picker_add        (NtmTaskPicker *self, const char *id, const char *name);
void        ntm_task_picker_choose     (NtmTaskPicker *self, const char *id);
const char *ntm_task_picker_get_chosen (NtmTaskPicker *self);
void        ntm_task_picker_search     (NtmTaskPicker *self, const char *text);
GListModel *ntm_task_picker_get_found  (NtmTaskPicker *self);

G_END_DECLS
