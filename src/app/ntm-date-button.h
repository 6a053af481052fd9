/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ntm-desk.h"

G_BEGIN_DECLS

/**
 * NtmDateButton:
 *
 * The day something is shown as of, with a popover to change it: the reference date of the window, or the day
 * of its tasks, which may be another.
 */
#define NTM_TYPE_DATE_BUTTON (ntm_date_button_get_type ())
G_DECLARE_FINAL_TYPE (NtmDateButton, ntm_date_button, NTM, DATE_BUTTON, GtkWidget)

void    ntm_date_button_set_desk  (NtmDateButton *self, NtmDesk *desk);
void    ntm_date_button_show_tasks (NtmDateButton *self, const char *name, const char *hint);
NtmDate ntm_date_button_get_date  (NtmDateButton *self);

G_END_DECLS
