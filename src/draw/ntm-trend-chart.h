/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ntm-date.h"
#include "ntm-draw-style.h"
#include "ntm-number.h"
#include "ntm-placed.h"

G_BEGIN_DECLS

/**
 * NtmTrendPoint:
 *
 * A figure of a day. @hollow: derived or computed, not stated by the source.
 */
typedef struct
{
  char    *key;       /* nullable */
  NtmDate  day;
  double   value;
  char    *label;     /* the figure as text; nullable: no label */
  char    *sublabel;  /* nullable */
  gboolean hollow;
} NtmTrendPoint;

typedef struct
{
  char      *key;
  char      *name;     /* nullable; named in a legend when there are several series */
  GPtrArray *points;   /* of NtmTrendPoint, any order */
} NtmTrendSeries;

/**
 * NtmTrendMark:
 *
 * What is marked at a day beside the figures: a gap, which is hatched, a change of the definition, a tick of
 * the axis, a figure to compare with.
 */
typedef struct
{
  NtmDate  day;
  NtmDate  to;     /* of gaps: the day after the last */
  double   value;  /* of references */
  char    *label;  /* nullable */
} NtmTrendMark;

/**
 * NtmTrendSpec:
 *
 * One measure over time. No line crosses a gap or a break. Reference-counted; a layout keeps its spec
 * alive. Do not change a spec after it was laid out.
 */
typedef struct
{
  char      *title;             /* the finding; nullable, like all texts */
  char      *subtitle;          /* measure and unit */
  char      *unit;              /* not drawn: for accessibility and tooltips */
  char      *source;
  char      *empty;             /* what to say when there is no point at all */
  int        decimals;          /* of the y axis, -1: as few as its steps need */
  NtmDate    from, to;          /* x range; from >= to: what the contents need */
  double     y_min, y_max;      /* y_min >= y_max: what the contents need */
  gboolean   y_from_zero;       /* include zero (default TRUE) */
  gboolean   names_outside;     /* the series are named beside the drawing: no legend in it */
  GPtrArray *series;            /* of NtmTrendSeries */
  GPtrArray *gaps;              /* of NtmTrendMark, as the next three */
  GPtrArray *breaks;
  GPtrArray *ticks;             /* none: a tick on 31 December of each year */
  GPtrArray *references;
  gboolean   has_target;
  double     target_value;
  NtmQualifier target_qualifier;
  NtmDate    target_day;        /* NTM_DATE_MAX: no diamond */
  char      *target_label;
  gboolean   has_pace;          /* required pace, dotted */
  NtmDate    pace_from, pace_to;
  double     pace_from_value, pace_to_value;
  char      *pace_label;
  gboolean   has_projection;    /* from the last point, dashed */
  NtmDate    projection_day;
  double     projection_value;
  char      *projection_label;
  char      *projection_sublabel;
} NtmTrendSpec;

NtmTrendSpec      *ntm_trend_spec_new           (void) G_GNUC_WARN_UNUSED_RESULT;
NtmTrendSpec      *ntm_trend_spec_ref           (NtmTrendSpec *self);
void               ntm_trend_spec_unref         (NtmTrendSpec *self);
NtmTrendSeries    *ntm_trend_spec_add_series    (NtmTrendSpec *self, const char *key, const char *name);
NtmTrendPoint     *ntm_trend_series_add_point   (NtmTrendSeries *self, NtmDate day, double value, const char *label);
void               ntm_trend_spec_add_gap       (NtmTrendSpec *self, NtmDate from, NtmDate to, const char *label);
void               ntm_trend_spec_add_break     (NtmTrendSpec *self, NtmDate day, const char *label);
void               ntm_trend_spec_add_tick      (NtmTrendSpec *self, NtmDate day, const char *label);
void               ntm_trend_spec_add_reference (NtmTrendSpec *self, NtmDate day, double value, const char *label);
void               ntm_trend_spec_set_target    (NtmTrendSpec *self, double value, NtmQualifier qualifier, NtmDate day,
                                                 const char *label);
void               ntm_trend_spec_set_pace      (NtmTrendSpec *self, NtmDate from, double from_value, NtmDate to,
                                                 double to_value, const char *label);
void               ntm_trend_spec_set_projection (NtmTrendSpec *self, NtmDate day, double value, const char *label,
                                                  const char *sublabel);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NtmTrendSpec, ntm_trend_spec_unref)

typedef struct _NtmTrendLayout NtmTrendLayout;

NtmTrendLayout  *ntm_trend_layout_new        (NtmTrendSpec *spec, const NtmDrawStyle *style, double width, double height)
                                              G_GNUC_WARN_UNUSED_RESULT;
void             ntm_trend_layout_free       (NtmTrendLayout *self);
void             ntm_trend_layout_draw       (const NtmTrendLayout *self, cairo_t *cr);
const NtmPlaced *ntm_trend_layout_get_placed (const NtmTrendLayout *self, guint *n_placed);
guint            ntm_trend_layout_get_n_segments (const NtmTrendLayout *self, guint series);
double           ntm_trend_layout_x          (const NtmTrendLayout *self, NtmDate day);
double           ntm_trend_layout_y          (const NtmTrendLayout *self, double value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NtmTrendLayout, ntm_trend_layout_free)

G_END_DECLS
