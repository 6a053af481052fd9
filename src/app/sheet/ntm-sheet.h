/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ntm-desk.h"
#include "ntm-table-drawing.h"
#include "ntm-grid-cursor.h"
#include "ntm-grid-model.h"

G_BEGIN_DECLS

typedef enum
{
  NTM_SHEET_YEARS,        /* units × periods of one indicator */
  NTM_SHEET_INDICATORS,   /* units × indicators at a period */
} NtmSheetMode;

/**
 * NtmSheetFacts:
 *
 * What a cell is about, and what it shows; the records live until the next change of the file.
 * @observation is %NULL in an empty cell; @period is then the one that a value typed there is for.
 */
typedef struct
{
  const NtmUnit        *unit;
  const NtmIndicator   *indicator;
  const NtmSeries      *series;       /* NULL if it could not be read */
  NtmPeriod             period;
  int                   index;        /* of @period in @series, -1 without */
  const NtmObservation *observation;
} NtmSheetFacts;

/**
 * NtmSheetSums:
 *
 * A selection counted. The figures are exact, @mean is rounded to 10^-6; @indicator is %NULL where the
 * selection holds several. Only what adds up has a sum: no rates, no unit beside one that contains it,
 * no states of several days.
 */
typedef struct
{
  guint               n_cells, n_values;
  const NtmIndicator *indicator;
  gboolean            has_sum, has_mean;
  NtmDecimal          sum, mean, minimum, maximum;
} NtmSheetSums;

/**
 * NtmSheet:
 *
 * The figures of a file as a table that can be typed into: a #NtmGridModel over the Atlas. What is typed
 * goes through the journal as a value of the office: kind "reported" (that of the office's own value, if
 * there is one), without source.
 */
#define NTM_TYPE_SHEET (ntm_sheet_get_type ())
G_DECLARE_FINAL_TYPE (NtmSheet, ntm_sheet, NTM, SHEET, GObject)

NtmSheet           *ntm_sheet_new            (NtmDesk *desk) G_GNUC_WARN_UNUSED_RESULT;
NtmSheetMode        ntm_sheet_get_mode       (NtmSheet *self);
void                ntm_sheet_set_mode       (NtmSheet *self, NtmSheetMode mode);
const NtmIndicator *ntm_sheet_get_indicator  (NtmSheet *self);
void                ntm_sheet_set_indicator  (NtmSheet *self, const char *code);
NtmLevel            ntm_sheet_get_level      (NtmSheet *self);
void                ntm_sheet_set_level      (NtmSheet *self, NtmLevel level);
void                ntm_sheet_set_period     (NtmSheet *self, const NtmPeriod *period);
gboolean            ntm_sheet_get_period     (NtmSheet *self, NtmPeriod *period);
void                ntm_sheet_add_period     (NtmSheet *self, const NtmPeriod *period);

gboolean            ntm_sheet_find_unit      (NtmSheet *self, const char *id, guint *row);
gboolean            ntm_sheet_find_indicator (NtmSheet *self, const char *code, guint *column);
guint               ntm_sheet_find_period    (NtmSheet *self, const NtmPeriod *period);
gboolean            ntm_sheet_find_figure    (NtmSheet *self, guint *row, guint *column);
gboolean            ntm_sheet_look           (NtmSheet *self, guint row, guint column, NtmSheetFacts *out);
NtmSheetSums        ntm_sheet_count          (NtmSheet *self, const NtmGridRange *range);
char               *ntm_sheet_dup_address    (NtmSheet *self, guint row, guint column) G_GNUC_WARN_UNUSED_RESULT;
char               *ntm_sheet_dup_origin     (NtmSheet *self, guint row, guint column) G_GNUC_WARN_UNUSED_RESULT;


NtmTableSpec       *ntm_sheet_new_table      (NtmSheet *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
