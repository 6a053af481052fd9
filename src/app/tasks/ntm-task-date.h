/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ntm-date.h"

G_BEGIN_DECLS

/**
 * NtmTaskDate:
 *
 * The day the tasks are looked at, which may be another than the reference date of the window. Signal:
 * "chosen" when a person chose one.
 */
#define NTM_TYPE_TASK_DATE (ntm_task_date_get_type ())
G_DECLARE_FINAL_TYPE (NtmTaskDate, ntm_task_date, NTM, TASK_DATE, GtkWidget)

void    ntm_task_date_set_reference (NtmTaskDate *self, NtmDate reference);
void    ntm_task_date_choose        (NtmTaskDate *self, NtmDate date);
NtmDate ntm_task_date_get           (NtmTaskDate *self);

G_END_DECLS
