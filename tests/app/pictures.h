/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the files of the program that takes pictures share. */

#include "fixture.h"

G_BEGIN_DECLS

void pictures_save        (GtkWidget *widget, const char *name, const char *suffix);
void pictures_save_states (NtmWindow *window, const char *suffix);

G_END_DECLS
