/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Inside src/draw only: what the files ntm-table-*.c share. */

#include "ntm-map-private.h"
#include "ntm-page-flow.h"
#include "ntm-table-drawing.h"
#include "ntm-text-box.h"

G_BEGIN_DECLS

/* In desk pixels. */
#define NTM_TABLE_PAD_X 7.0
#define NTM_TABLE_PAD_Y 4.5
#define NTM_TABLE_GLYPH 13.0

typedef struct
{
  NtmTextBox *text;
  double      indent;   /* of the glyph before it */
} NtmTableText;

struct _NtmTableLayout
{
  NtmTableSpec *spec;
  NtmDrawStyle *style;
  double        width, unit;
  double       *column_x;   /* n_columns + 1 */
  guint         n_columns;
  NtmTextBox   *title, *note, *empty;
  NtmTextBox  **heads;      /* title and subtitle of each column */
  NtmTextBox  **subheads;
  NtmTextBox  **groups;     /* at the first column of each group */
  double        group_height, head_height;
  NtmTableText *cells;      /* rows × columns */
  NtmFlowBlock *blocks;     /* rows, then the note or the word for empty */
  guint         n_blocks;
  NtmFlow       flow;
  guint         n_pages;
  double       *page_height;
  GPtrArray    *placed;     /* of GArray of NtmPlaced, by page */
};

const NtmTableColumn *ntm_table_get_column  (const NtmTableLayout *self, guint column);
double                ntm_table_inner_width (const NtmTableLayout *self, guint column);
gboolean              ntm_table_same_group  (const NtmTableLayout *self, guint a, guint b);
guint                 ntm_table_end_of_group (const NtmTableLayout *self, guint first);
double                ntm_table_head_top    (const NtmTableLayout *self, guint page);

G_END_DECLS
