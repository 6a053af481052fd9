/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the files of the sheet share: ntm-sheet.c (the model), -layout (rows and columns), -cells (what is
 * shown), -words (what is said), -edit (what is typed), -read (how it is read), -note, -sort, -find, -sums and -print. */

#include "ntm-sheet.h"
#include "ntm-view-words.h"

G_BEGIN_DECLS

typedef struct
{
  const NtmUnit *unit;
  guint          depth;
  gboolean       can_expand, is_expanded;
} NtmSheetRow;

/* A column is a period of the one indicator, or an indicator at the one period or its latest. */
typedef struct
{
  const NtmIndicator *indicator;
  gboolean            is_latest;
  NtmPeriod           period;
} NtmSheetColumn;

struct _NtmSheet
{
  GObject parent_instance;

  NtmDesk     *desk;
  NtmSheetMode mode;
  char        *indicator;     /* code; "" = the first of the file */
  NtmLevel     level;
  gboolean     has_period;    /* of the mode of indicators; FALSE = latest */
  NtmPeriod    period;
  GArray      *added;         /* (element-type NtmPeriod): columns asked for, that may have no figure yet */
  char        *sort_key;      /* key of the column whose figures order the rows, "" for the names; NULL: as in the file */
  gboolean     sorts_down;    /* the largest first */
  GHashTable  *ranks;         /* id of a unit → its place among its like, since the rows were put in order */
  NtmDate      ranked_at;     /* the day of that order */
  GHashTable  *toggled;       /* ids of units that are open though the level says closed, or the reverse */

  GArray      *rows;          /* (element-type NtmSheetRow) */
  GArray      *columns;       /* (element-type NtmSheetColumn) */
};

void _ntm_sheet_build_rows     (NtmSheet *self);
void _ntm_sheet_build_columns  (NtmSheet *self);
void _ntm_sheet_toggle_row     (NtmSheet *self, guint row);
NtmPeriod _ntm_sheet_last_year (NtmSheet *self);
void _ntm_sheet_look_at        (NtmSheet *self, const NtmUnit *unit, const NtmSheetColumn *at, NtmSheetFacts *out);
char *_ntm_sheet_dup_column_key (NtmSheet *self, const NtmSheetColumn *column);

guint _ntm_sheet_sort          (NtmSheet *self, int column, guint row);
void  _ntm_sheet_sort_units    (NtmSheet *self, GPtrArray *units);
NtmGridSort _ntm_sheet_get_order (NtmSheet *self, const char *key);

char    *_ntm_sheet_dup_note   (NtmSheet *self, guint row, guint column);
gboolean _ntm_sheet_set_note   (NtmSheet *self, guint row, guint column, const char *note, GError **error);

void  _ntm_sheet_get_cell      (NtmSheet *self, guint row, guint column, NtmGridCell *out);
void  _ntm_sheet_get_column    (NtmSheet *self, guint column, NtmGridColumn *out);
void  _ntm_sheet_get_row       (NtmSheet *self, guint row, NtmGridRow *out);
char *_ntm_sheet_dup_edit_text (NtmSheet *self, guint row, guint column);

char *_ntm_sheet_describe_source (const NtmViewContext *context, const NtmObservation *observation);
const char *_ntm_sheet_kind_words (NtmKind kind);
char *_ntm_sheet_dup_spoken    (NtmSheet *self, guint row, guint column);
char *_ntm_sheet_dup_tooltip   (NtmSheet *self, guint row, guint column);

gboolean _ntm_sheet_read_text  (const char *text, NtmEntry *entry, GError **error);
gboolean _ntm_sheet_check_number (NtmSheet *self, const NtmSheetFacts *facts, const char *text, const NtmNumber *number,
                                 GError **error);
gboolean _ntm_sheet_check_marks (NtmSheet *self, const NtmSheetFacts *facts, const char *text, const NtmNumber *number,
                                 GError **error);
char    *_ntm_sheet_swap_marks (const char *text);

gboolean _ntm_sheet_can_edit   (NtmSheet *self, GError **error);
gboolean _ntm_sheet_set_texts  (NtmSheet *self, const NtmGridEntry *entries, guint n_entries, gboolean is_confirmed,
                                guint *bad, GError **error);
char    *_ntm_sheet_dup_fix    (NtmSheet *self, guint row, guint column, const char *text);

G_END_DECLS
