/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * NtmHelp:
 *
 * The window with the manual: pages with a search at the left, the chosen page at the right.
 */
#define NTM_TYPE_HELP (ntm_help_get_type ())
G_DECLARE_FINAL_TYPE (NtmHelp, ntm_help, NTM, HELP, AdwWindow)

NtmHelp            *ntm_help_show        (GtkWindow *parent, const char *page);
gboolean            ntm_help_open        (NtmHelp *self, const char *page);
const char         *ntm_help_get_page    (NtmHelp *self);
void                ntm_help_search      (NtmHelp *self, const char *text);

G_END_DECLS
