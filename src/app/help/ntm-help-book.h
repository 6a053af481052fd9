/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NTM_HELP_PREFIX "/org/ntmatlas/NtmAtlas/help/"

/**
 * NtmHelpPage:
 * @id: its name in links and of its file
 * @blocks: (element-type NtmHelpBlock): what it says; the first block is its title
 * @plain: (element-type utf8): of each block, as it is read
 * @folded: (element-type utf8): the same, as it is searched
 *
 * A page of the manual.
 */
typedef struct
{
  const char *id;
  GPtrArray  *blocks;
  GPtrArray  *plain;
  GPtrArray  *folded;
} NtmHelpPage;

GPtrArray          *ntm_help_book_read   (void) G_GNUC_WARN_UNUSED_RESULT;
int                 ntm_help_page_find   (const NtmHelpPage *page, const char *needle);
const char * const *ntm_help_list_pages  (void);
const char         *ntm_help_page_for    (GtkWidget *widget);

G_END_DECLS
