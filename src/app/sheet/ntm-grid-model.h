/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * NtmGridState:
 *
 * What a cell says; each looks different.
 */
typedef enum
{
  NTM_GRID_VALUE,
  NTM_GRID_NO_DATA,          /* hatch */
  NTM_GRID_NOT_APPLICABLE,   /* grey, a dash */
  NTM_GRID_NOT_VERIFIED,     /* dotted border, "?" */
} NtmGridState;

typedef enum
{
  NTM_GRID_DERIVED    = 1 << 0,   /* italic */
  NTM_GRID_CONFLICT   = 1 << 1,   /* warning sign */
  NTM_GRID_HAS_SOURCE = 1 << 2,   /* corner */
  NTM_GRID_EDITED     = 1 << 3,   /* tint and bar */
  NTM_GRID_BOLD       = 1 << 4,
  NTM_GRID_LATER      = 1 << 5,   /* dim: of a time after the day that is looked at */
  NTM_GRID_HAS_NOTE   = 1 << 6,   /* lower corner */
} NtmGridFlags;

/**
 * NtmGridSort:
 *
 * Whether a column orders the rows.
 */
typedef enum
{
  NTM_GRID_SORT_NONE,
  NTM_GRID_SORT_UP,      /* the smallest first */
  NTM_GRID_SORT_DOWN,
} NtmGridSort;

/**
 * NtmGridCell:
 * @state: what it says
 * @flags: a set of #NtmGridFlags
 * @at_start: text begins at the left, not at the right as numbers
 * @text: (nullable): what is shown
 * @tag: (nullable): a small note left of it, the period
 *
 * A cell as it is drawn. Owns its texts.
 */
typedef struct
{
  NtmGridState state;
  guint        flags;
  gboolean     at_start;
  char        *text;
  char        *tag;
} NtmGridCell;

/**
 * NtmGridColumn:
 * @key: stays the same while other columns come and go
 * @title: first line or lines of its heading
 * @subtitle: (nullable): last line of its heading
 * @group: (nullable): heading over neighbouring columns of the same group
 * @chars: width to begin with, in digits
 * @is_later: see %NTM_GRID_LATER
 * @sort: how it orders the rows
 *
 * The heading of a column. Owns its texts.
 */
typedef struct
{
  char    *key, *title, *subtitle, *group;
  guint    chars;
  gboolean is_later;
  NtmGridSort sort;
} NtmGridColumn;

/**
 * NtmGridRow:
 * @key: stays the same while other rows come and go
 * @title: its heading
 * @depth: how far it is indented
 * @mark: the sign before it, an `NtmMark`, or -1
 * @is_uncertain: the sign carries a question mark
 *
 * The heading of a row. Owns its texts.
 */
typedef struct
{
  char    *key, *title;
  guint    depth;
  int      mark;
  gboolean is_uncertain, is_bold, can_expand, is_expanded;
} NtmGridRow;

/**
 * NtmGridShape:
 * @title_lines: how many lines titles of columns may take, 1 or more
 * @can_sort: rows can be put in the order of a column
 * @sort: how the headings of rows order them
 *
 * How large a table is.
 */
typedef struct
{
  guint    n_rows, n_columns;
  gboolean has_groups;
  guint    title_lines;
  gboolean can_sort;
  NtmGridSort sort;
} NtmGridShape;

/**
 * NtmGridEntry:
 * @text: as typed or pasted; "" empties the cell
 *
 * What shall be in a cell.
 */
typedef struct
{
  guint       row, column;
  const char *text;
} NtmGridEntry;

#define NTM_TYPE_GRID_MODEL (ntm_grid_model_get_type ())
G_DECLARE_INTERFACE (NtmGridModel, ntm_grid_model, NTM, GRID_MODEL, GObject)

/**
 * NtmGridModelInterface:
 * @get_shape: how large it is
 * @get_cell: a cell; fills a zeroed struct
 * @get_column: the heading of a column; fills a zeroed struct
 * @get_row: the heading of a row; fills a zeroed struct
 * @dup_corner: (nullable): heading of the column of row headings
 * @dup_edit_text: the text editing begins with; it is also what is copied
 * @dup_spoken: a cell in words, for screen readers: "value, row, column"
 * @dup_tooltip: (nullable): what a pointer that rests on a cell learns
 * @can_edit: whether a cell may be changed, else the reason
 * @set_texts: changes cells as one step that can be undone, all or none; @bad is set to the entry that
 *   is refused. An error %NTM_ERROR_AMBIGUOUS is a question: with @is_confirmed the same text is taken
 * @dup_fix: (nullable): a text that would be taken in place of a refused one
 * @toggle_row: (nullable): opens or closes a row
 * @dup_note: (nullable): what is noted of the figure in a cell; %NULL for a cell without a figure
 * @set_note: (nullable): notes something of it as one step that can be undone, "" takes the note away
 * @sort: (nullable): puts the rows in the order of a column, -1 for their headings, the other way round the next
 *   time, then as they were; returns where @row is now
 *
 * A table that #NtmGrid can show and edit. Emits "changed" when anything may differ, "rows-changed"
 * (position, removed, added) when only rows came or went.
 */
struct _NtmGridModelInterface
{
  GTypeInterface parent_iface;

  void     (*get_shape)     (NtmGridModel *self, NtmGridShape *out);
  void     (*get_cell)      (NtmGridModel *self, guint row, guint column, NtmGridCell *out);
  void     (*get_column)    (NtmGridModel *self, guint column, NtmGridColumn *out);
  void     (*get_row)       (NtmGridModel *self, guint row, NtmGridRow *out);
  char    *(*dup_corner)    (NtmGridModel *self);
  char    *(*dup_edit_text) (NtmGridModel *self, guint row, guint column);
  char    *(*dup_spoken)    (NtmGridModel *self, guint row, guint column);
  char    *(*dup_tooltip)   (NtmGridModel *self, guint row, guint column);
  gboolean (*can_edit)      (NtmGridModel *self, guint row, guint column, GError **error);
  gboolean (*set_texts)     (NtmGridModel *self, const NtmGridEntry *entries, guint n_entries, gboolean is_confirmed,
                             guint *bad, GError **error);
  char    *(*dup_fix)       (NtmGridModel *self, guint row, guint column, const char *text);
  void     (*toggle_row)    (NtmGridModel *self, guint row);
  char    *(*dup_note)      (NtmGridModel *self, guint row, guint column);
  gboolean (*set_note)      (NtmGridModel *self, guint row, guint column, const char *note, GError **error);
  guint    (*sort)          (NtmGridModel *self, int column, guint row);
};

void     ntm_grid_cell_clear          (NtmGridCell *self);
void     ntm_grid_column_clear        (NtmGridColumn *self);
void     ntm_grid_row_clear           (NtmGridRow *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NtmGridCell, ntm_grid_cell_clear)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NtmGridColumn, ntm_grid_column_clear)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NtmGridRow, ntm_grid_row_clear)

NtmGridShape ntm_grid_model_get_shape (NtmGridModel *self);
void     ntm_grid_model_get_cell      (NtmGridModel *self, guint row, guint column, NtmGridCell *out);
void     ntm_grid_model_get_column    (NtmGridModel *self, guint column, NtmGridColumn *out);
void     ntm_grid_model_get_row       (NtmGridModel *self, guint row, NtmGridRow *out);
char    *ntm_grid_model_dup_corner    (NtmGridModel *self) G_GNUC_WARN_UNUSED_RESULT;
char    *ntm_grid_model_dup_edit_text (NtmGridModel *self, guint row, guint column) G_GNUC_WARN_UNUSED_RESULT;
char    *ntm_grid_model_dup_spoken    (NtmGridModel *self, guint row, guint column) G_GNUC_WARN_UNUSED_RESULT;
char    *ntm_grid_model_dup_tooltip   (NtmGridModel *self, guint row, guint column) G_GNUC_WARN_UNUSED_RESULT;
gboolean ntm_grid_model_can_edit      (NtmGridModel *self, guint row, guint column, GError **error);
gboolean ntm_grid_model_set_text      (NtmGridModel *self, guint row, guint column, const char *text, gboolean is_confirmed,
                                       GError **error);
gboolean ntm_grid_model_set_texts     (NtmGridModel *self, const NtmGridEntry *entries, guint n_entries,
                                       gboolean is_confirmed, guint *bad, GError **error);
char    *ntm_grid_model_dup_fix       (NtmGridModel *self, guint row, guint column, const char *text) G_GNUC_WARN_UNUSED_RESULT;
void     ntm_grid_model_toggle_row    (NtmGridModel *self, guint row);
char    *ntm_grid_model_dup_note      (NtmGridModel *self, guint row, guint column) G_GNUC_WARN_UNUSED_RESULT;
gboolean ntm_grid_model_set_note      (NtmGridModel *self, guint row, guint column, const char *note, GError **error);
guint    ntm_grid_model_sort          (NtmGridModel *self, int column, guint row);
void     ntm_grid_model_changed       (NtmGridModel *self);
void     ntm_grid_model_rows_changed  (NtmGridModel *self, guint position, guint removed, guint added);

G_END_DECLS
