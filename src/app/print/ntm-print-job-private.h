/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the files of the job share: ntm-print-job.c (what, on which paper), -pages.c (laying out, drawing) and -twin.c
 * (the table behind a chart). */

#include "ntm-print-job.h"

G_BEGIN_DECLS

#define NTM_PRINT_MM (72 / 25.4)

typedef enum
{
  NTM_PRINT_FIGURE,
  NTM_PRINT_TABLE,
  NTM_PRINT_TASKS,
} NtmPrintPartKind;

/* What stands on a page, alone or below another. */
typedef struct
{
  NtmPrintPartKind kind;
  gpointer layout;   /* of tables and task lists; borrowed */
  guint    page;     /* of the layout */
  guint    sheet;    /* page of the paper, from 0 */
  double   y;        /* where it begins in the text area */
} NtmPrintPart;

struct _NtmPrintJob
{
  gatomicrefcount ref_count;

  char           *title;
  NtmFigure      *figure;      /* NULL: composed */
  char           *foot;        /* where from, of which day */
  NtmDrawStyle   *style;
  double          width, height;
  gboolean        with_table;
  GArray         *parts;       /* of NtmPrintPart, in order of pages; NULL: to be laid out */
  GPtrArray      *tables;      /* of NtmTableLayout */
  GPtrArray      *task_lists;  /* of NtmTaskListLayout */

  guint           n_composed;
  NtmDrawFunc     draw;
  gpointer        data;
  GDestroyNotify  destroy;
};

NtmTableSpec *_ntm_print_job_new_twin (const NtmPrintJob *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
