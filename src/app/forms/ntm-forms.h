/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ntm-form.h"

G_BEGIN_DECLS

/* The forms as the commands of a window open them. */

NtmForm *ntm_forms_add_title      (GtkWindow *parent, NtmDesk *desk);
NtmForm *ntm_forms_edit_title     (GtkWindow *parent, NtmDesk *desk, const char *title);
NtmForm *ntm_forms_revoke_title   (GtkWindow *parent, NtmDesk *desk);
NtmForm *ntm_forms_edit_indicator (GtkWindow *parent, NtmDesk *desk, const char *indicator);
NtmForm *ntm_forms_edit_unit      (GtkWindow *parent, NtmDesk *desk);

G_END_DECLS
