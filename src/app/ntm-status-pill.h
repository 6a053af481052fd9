/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ntm-palette.h"

G_BEGIN_DECLS

/**
 * NtmStatusPill:
 *
 * The name of a status on its own colour.
 */
#define NTM_TYPE_STATUS_PILL (ntm_status_pill_get_type ())
G_DECLARE_FINAL_TYPE (NtmStatusPill, ntm_status_pill, NTM, STATUS_PILL, GtkWidget)

void        ntm_status_pill_set_mark (NtmStatusPill *self, NtmMark mark, const char *name);
const char *ntm_status_pill_get_name (NtmStatusPill *self);

G_END_DECLS
