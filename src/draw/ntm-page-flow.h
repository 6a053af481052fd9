/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Inside src/draw only. */

#include <glib.h>

G_BEGIN_DECLS

/**
 * NtmFlowBlock:
 *
 * Something that does not break. @keep: not the last on a page, the next block must follow it.
 */
typedef struct
{
  double   height;
  gboolean keep;
  guint    page;  /* result */
  double   y;     /* result: from the top of the page */
} NtmFlowBlock;

/**
 * NtmFlow:
 *
 * Room on the pages. @head is what is repeated above the blocks of every page, @lead what stands above
 * it on the first one only.
 */
typedef struct
{
  double lead;
  double head;
  double first_page;
  double page;
} NtmFlow;

guint  ntm_page_flow (const NtmFlow *flow, NtmFlowBlock *blocks, guint n_blocks);

G_END_DECLS
