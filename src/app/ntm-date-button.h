/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ntm-desk.h"

G_BEGIN_DECLS

/**
 * NtmDateButton:
 *
 * The day something is shown as of, with a popover to change it: the reference date of the window, or the own
 * day of a view, which may be another. Signal: "chosen" when a person chose an own day.
 */
#define NTM_TYPE_DATE_BUTTON (ntm_date_button_get_type ())
G_DECLARE_FINAL_TYPE (NtmDateButton, ntm_date_button, NTM, DATE_BUTTON, GtkWidget)

void    ntm_date_button_set_desk  (NtmDateButton *self, NtmDesk *desk);
void    ntm_date_button_allow_own (NtmDateButton *self, const char *name, const char *hint);
void    ntm_date_button_choose    (NtmDateButton *self, NtmDate date);
NtmDate ntm_date_button_get_date  (NtmDateButton *self);

G_END_DECLS
