/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the files of the line share: ntm-task-line.c (what it shows) and -draw.c (where, and what is drawn). */

#include "ntm-task-line.h"

G_BEGIN_DECLS

typedef enum
{
  SHOWS_TASK,
  SHOWS_GROUP,
  SHOWS_HEAD,
} Shows;

typedef enum
{
  TITLE,
  DUE,
  STATE,
  RESULT,
  PLACE,
  N_COLUMNS,
} Column;

struct _NtmTaskLine
{
  GtkWidget parent_instance;

  Shows        shows;
  gboolean     expanded;
  NtmTaskItem *item;
  GtkWidget   *columns[N_COLUMNS];
};

void _ntm_task_line_measure       (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                                   int *minimum_baseline, int *natural_baseline);
void _ntm_task_line_size_allocate (GtkWidget *widget, int width, int height, int baseline);
void _ntm_task_line_snapshot      (GtkWidget *widget, GtkSnapshot *snapshot);

G_END_DECLS
