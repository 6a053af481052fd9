/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the files of the inspector share: ntm-inspector.c (which unit) and -show (how its facts come into view). */

#include "ntm-inspector.h"
#include "ntm-status-pill.h"

G_BEGIN_DECLS

struct _NtmInspector
{
  GtkWidget parent_instance;

  NtmDesk *desk;

  GtkWidget     *nothing;    /* to tell: a file without units */
  GtkScrolledWindow *scroller;
  GtkWidget     *content;
  GtkLabel      *heading;
  GtkLabel      *summary;
  GtkWidget     *status_row;
  NtmStatusPill *pill;
  GtkLabel      *since;
  GtkLabel      *decision;
  GtkWidget     *goals_heading;
  GtkListBox    *goals;
  GtkWidget     *figures_heading;
  GtkListBox    *figures;
  GtkWidget     *tasks_heading;
  GtkLabel      *tasks_count;
  GtkLabel      *tasks_day;
  GtkListBox    *tasks;
  NtmUnitFacts *facts;       /* of which the lists from @step on are still to be shown; NULL when all are */
  guint         step;
  guint         n_rows;      /* of the list of that step that are there */
  guint         tick_id;     /* 0 without */
  double        place;       /* scrolled to before the unit changed */

  NtmUnitSection wanted;     /* to be brought before the eyes, if */
  gboolean       is_wanted;

  GtkBox        *sections;
  GtkWidget     *section_headings[NTM_UNIT_N_SECTIONS];
  GtkListBox    *section_lists[NTM_UNIT_N_SECTIONS];
  GtkWidget     *findings_heading;
  GtkListBox    *findings;
  GtkWidget     *sources_heading;
  GtkListBox    *sources;
  GtkWidget     *history;
};

void _ntm_inspector_take_facts (NtmInspector *self, NtmUnitFacts *facts);
void _ntm_inspector_finish     (NtmInspector *self);
void _ntm_inspector_queue_step (NtmInspector *self);

G_END_DECLS
