/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Inside src/draw only: what the files ntm-rank-*.c share. */

#include "ntm-map-private.h"
#include "ntm-rank-chart.h"
#include "ntm-text-box.h"

G_BEGIN_DECLS

typedef struct
{
  const NtmRankRow *row;
  guint             index;   /* in the spec */
  NtmTextBox       *label;
  NtmTextBox       *value;   /* nullable */
  NtmRect           area;    /* the whole row */
  NtmRect           bar;
  double            value_x;
} NtmRankBar;

struct _NtmRankLayout
{
  NtmRankSpec  *spec;
  NtmDrawStyle *style;
  double        width, height, unit;
  NtmTextBox   *title, *subtitle, *source, *target, *more, *empty;
  NtmRect       title_rect, subtitle_rect, source_rect, target_rect, more_rect;
  NtmRect       plot;
  double        zero_x, target_x;
  GArray       *bars;   /* of NtmRankBar */
  guint         n_left_out;
  GArray       *placed;
};

G_END_DECLS
