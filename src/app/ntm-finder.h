/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ntm-desk.h"

G_BEGIN_DECLS

/**
 * NtmFinder:
 *
 * A popover to find units, indicators, tasks and commands by name, and to go to what was found. Commands that
 * are not there or cannot be run now are left out.
 */
#define NTM_TYPE_FINDER (ntm_finder_get_type ())
G_DECLARE_FINAL_TYPE (NtmFinder, ntm_finder, NTM, FINDER, GtkPopover)

void  ntm_finder_set_desk (NtmFinder *self, NtmDesk *desk);
void  ntm_finder_prepare  (NtmFinder *self);
void  ntm_finder_search   (NtmFinder *self, const char *text);
guint ntm_finder_get_n    (NtmFinder *self);
char *ntm_finder_dup_row  (NtmFinder *self, guint index) G_GNUC_WARN_UNUSED_RESULT;
void  ntm_finder_activate (NtmFinder *self, guint index);

G_END_DECLS
