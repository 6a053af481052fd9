/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ntm-draw-style.h"
#include "ntm-placed.h"

G_BEGIN_DECLS

typedef enum
{
  NTM_ALIGN_LEFT,
  NTM_ALIGN_CENTER,
  NTM_ALIGN_RIGHT,  /* figures: tabular */
} NtmAlign;

/**
 * NtmTableColumn:
 *
 * A column. Neighbouring columns of the same @group share a heading over theirs.
 */
typedef struct
{
  char    *title;
  char    *subtitle;  /* nullable */
  char    *group;     /* nullable */
  NtmAlign align;
  double   width;     /* relative to the others */
} NtmTableColumn;

typedef enum
{
  NTM_CELL_PLAIN,
  NTM_CELL_ERROR,
  NTM_CELL_WARNING,
  NTM_CELL_SUCCESS,
  NTM_CELL_SECONDARY,
} NtmCellTone;

typedef struct
{
  char       *text;       /* nullable */
  gboolean    has_mark;   /* glyph before the text */
  NtmMark     mark;
  gboolean    uncertain;
  gboolean    fill;       /* the whole cell in the mark's fill */
  gboolean    bold;
  gboolean    italic;
  gboolean    hatch;      /* no figure here */
  NtmCellTone tone;
} NtmTableCell;

typedef enum
{
  NTM_ROW_PLAIN,
  NTM_ROW_SECTION,  /* first cell over the whole width; stays with the row after it */
  NTM_ROW_TOTAL,
} NtmRowKind;

typedef struct
{
  char         *key;    /* nullable */
  NtmRowKind    kind;
  NtmTableCell *cells;  /* one for each column */
  guint         n_cells;
} NtmTableRow;

/**
 * NtmTableSpec:
 *
 * A table to draw over as many pages as it needs; the header is repeated on each. Reference-counted.
 */
typedef struct
{
  char      *title;         /* caption above the first page's header; nullable */
  char      *note;          /* under the last row; nullable */
  char      *empty;         /* what to say when there is no row */
  gboolean   boxed;         /* lines around every cell, as in official reports */
  GPtrArray *columns;       /* of NtmTableColumn */
  GPtrArray *rows;          /* of NtmTableRow */
} NtmTableSpec;

NtmTableSpec   *ntm_table_spec_new        (void) G_GNUC_WARN_UNUSED_RESULT;
NtmTableSpec   *ntm_table_spec_ref        (NtmTableSpec *self);
void            ntm_table_spec_unref      (NtmTableSpec *self);
NtmTableColumn *ntm_table_spec_add_column (NtmTableSpec *self, const char *title, NtmAlign align, double width);
NtmTableRow    *ntm_table_spec_add_row    (NtmTableSpec *self, const char *key);
NtmTableCell   *ntm_table_row_set         (NtmTableRow *row, guint column, const char *text);
GPtrArray      *ntm_table_spec_split      (NtmTableSpec *self, double room) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NtmTableSpec, ntm_table_spec_unref)

typedef struct _NtmTableLayout NtmTableLayout;

NtmTableLayout  *ntm_table_layout_new         (NtmTableSpec *spec, const NtmDrawStyle *style, double width,
                                               double page_height, double first_page_height) G_GNUC_WARN_UNUSED_RESULT;
void             ntm_table_layout_free        (NtmTableLayout *self);
guint            ntm_table_layout_get_n_pages (const NtmTableLayout *self);
double           ntm_table_layout_get_height  (const NtmTableLayout *self, guint page);
void             ntm_table_layout_draw        (const NtmTableLayout *self, cairo_t *cr, guint page);
const NtmPlaced *ntm_table_layout_get_placed  (const NtmTableLayout *self, guint page, guint *n_placed);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NtmTableLayout, ntm_table_layout_free)

G_END_DECLS
