/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Breaking rows into pages. */

#include "ntm-page-flow.h"

/* Height of a block with those it must not be parted from. */
static double
measure_kept (const NtmFlowBlock *blocks, guint n_blocks, guint first)
{
  double height = blocks[first].height;

  for (guint i = first; blocks[i].keep && i + 1 < n_blocks; i++)
    height += blocks[i + 1].height;

  return height;
}

/**
 * ntm_page_flow:
 * @flow: room
 * @blocks: (array length=n_blocks): their heights; get their places
 * @n_blocks: how many
 *
 * Puts blocks on pages in order. One that is higher than a page gets a page of its own and overflows.
 *
 * Returns: how many pages there are, at least 1
 */
guint
ntm_page_flow (const NtmFlow *flow, NtmFlowBlock *blocks, guint n_blocks)
{
  guint page = 0;
  double y = flow->lead + flow->head;
  double room = flow->first_page;
  gboolean fresh = TRUE;   /* nothing on this page yet */
  gboolean bound = FALSE;  /* the block before keeps this one */

  for (guint i = 0; i < n_blocks; i++)
    {
      double need = bound ? blocks[i].height : measure_kept (blocks, n_blocks, i);
      /* The first page may be the rest of one: nothing may fit there. */
      gboolean may_turn = !fresh || (page == 0 && flow->first_page < flow->page);

      if (y + need > room + 1e-6 && may_turn && !bound)
        {
          page++;
          y = flow->head;
          room = flow->page;
        }
      blocks[i].page = page;
      blocks[i].y = y;
      y += blocks[i].height;
      fresh = FALSE;
      bound = blocks[i].keep;
    }

  return page + 1;
}
