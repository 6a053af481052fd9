/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ntm-desk.h"

G_BEGIN_DECLS

GtkWindow *ntm_issues_dialog_show (GtkWindow *parent, NtmDesk *desk);

G_END_DECLS
