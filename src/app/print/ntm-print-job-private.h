/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the files of the job share: ntm-print-job.c (what, on which paper) and -pages.c (laying out, drawing). */

#include "ntm-print-job.h"

G_BEGIN_DECLS

#define NTM_PRINT_MM (72 / 25.4)

typedef enum
{
  NTM_PRINT_FIGURE,
  NTM_PRINT_TABLE,
  NTM_PRINT_TASKS,
} NtmPrintPartKind;

/* What a page holds. */
typedef struct
{
  NtmPrintPartKind kind;
  gpointer layout;   /* of tables and task lists; borrowed */
  guint    page;     /* of the layout */
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
  GArray         *parts;       /* of NtmPrintPart, one for each page; NULL: to be laid out */
  GPtrArray      *tables;      /* of NtmTableLayout */
  GPtrArray      *task_lists;  /* of NtmTaskListLayout */

  guint           n_composed;
  NtmDrawFunc     draw;
  gpointer        data;
  GDestroyNotify  destroy;
};

G_END_DECLS
