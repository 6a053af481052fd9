/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Inside src/app/meeting only: what a deck is made of. */

#include "ntm-slide-deck.h"

G_BEGIN_DECLS

/* A slide is laid out 1080 units high and as wide as the screen is in proportion. */
#define NTM_SLIDE_HEIGHT 1080.0
#define NTM_SLIDE_MARGIN 72.0
#define NTM_SLIDE_TOP    52.0
#define NTM_SLIDE_BOTTOM 30.0
#define NTM_SLIDE_FOOT   34.0    /* height of the line with source and number */

/**
 * NtmSlide:
 *
 * One slide: a page of a figure under a heading.
 */
typedef struct
{
  NtmFigure *figure;
  guint      page;
  char      *title, *subtitle, *source;   /* "" where there is none */
  GPtrArray *headlines;                   /* (nullable) (element-type NtmHeadline) */
} NtmSlide;

struct _NtmSlideDeck
{
  gatomicrefcount ref_count;
  GPtrArray      *slides;   /* (element-type NtmSlide), owned */
  NtmDrawStyle   *style;
  NtmDrawStyle   *large;    /* for charts and lists */
  char           *mark;     /* "sample data", or "" */
  double          width;    /* of a slide, in units */
};

/**
 * NtmSlideRoom:
 *
 * Where the parts of a slide are, in units.
 */
typedef struct
{
  double x, width;        /* of heading and foot */
  double body_y, body_height, body_width;
  double side_x, side_width;   /* large figures; 0 wide without */
  double foot_y;
} NtmSlideRoom;

NtmSlideRoom ntm_slide_room (const NtmSlideDeck *deck, const NtmSlide *slide);
const NtmDrawStyle *ntm_slide_style (const NtmSlideDeck *deck, NtmFigureKind kind);
double       ntm_slide_heading (const NtmSlideDeck *deck, const NtmSlide *slide, cairo_t *cr);

G_END_DECLS
