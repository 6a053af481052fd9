/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Inside src/draw only: what the files ntm-trend-*.c share. */

#include "ntm-map-private.h"
#include "ntm-text-box.h"
#include "ntm-ticks.h"
#include "ntm-trend-chart.h"

G_BEGIN_DECLS

/* A stretch of line between two points. */
typedef struct
{
  double x1, y1, x2, y2;
  guint  series;
} NtmTrendSegment;

/* A figure on the chart, its point in units of the drawing. */
typedef struct
{
  const NtmTrendPoint *point;
  double x, y;
  guint  series;
  guint  index;
} NtmTrendDot;

typedef struct
{
  NtmTextBox *text;
  NtmTextBox *subtext;  /* nullable */
  NtmRect     rect;
  double      align;    /* of its lines in rect: 0 left, 0.5 middle, 1 right */
  gboolean    pill;     /* on a rounded ground: over the hatch */
  NtmColor    color;
  NtmColor    subcolor;
  NtmPlacedKind kind;
  const char *key;
  const char *string;
  guint       index;
} NtmTrendLabel;

typedef struct
{
  NtmTextBox *text;
  double      x;      /* of the swatch */
  double      y;
  guint       series;
} NtmTrendName;

struct _NtmTrendLayout
{
  NtmTrendSpec *spec;
  NtmDrawStyle *style;
  double        width, height, unit;
  NtmRect       plot;
  NtmDate       from, to;
  NtmTicks      y_axis;
  NtmTextBox   *title, *subtitle, *source, *empty;
  NtmRect       title_rect, subtitle_rect, source_rect;
  GArray       *y_labels;   /* of NtmTrendLabel */
  GArray       *x_labels;   /* of NtmTrendLabel */
  GArray       *x_ticks;    /* of double */
  GArray       *names;      /* of NtmTrendName */
  GArray       *dots;       /* of NtmTrendDot, by series, then day */
  GArray       *segments;   /* of NtmTrendSegment */
  GArray       *labels;     /* of NtmTrendLabel */
  gboolean      projection_line;
  gboolean      pace_line;
  const NtmTrendDot *last;  /* where the projection begins; in dots */
  GArray       *placed;
};

#define NTM_TREND_FORBIDDEN 1e9

void     ntm_trend_find_ranges  (NtmTrendLayout *self);
void     ntm_trend_set_y_labels (NtmTrendLayout *self);
void     ntm_trend_set_x_labels (NtmTrendLayout *self);
double   ntm_trend_cost_of_place (const NtmTrendLayout *self, const NtmRect *rect);
gboolean ntm_trend_is_parted    (const NtmTrendSpec *spec, NtmDate a, NtmDate b);
void     ntm_trend_place_labels (NtmTrendLayout *self);

G_END_DECLS
