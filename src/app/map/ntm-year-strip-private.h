/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the files of the strip share: ntm-year-strip.c (sizes, slider) and -draw.c. */

#include "ntm-year-strip.h"

G_BEGIN_DECLS

struct _NtmYearStrip
{
  GtkWidget parent_instance;

  int           first, last;
  NtmYearCounts counts[NTM_MAX_YEARS];
  GArray       *marks;      /* of NtmYearMark, may be NULL */
  NtmDate       date;
  double        position;   /* of the date, within the range */
  gboolean      is_low;
  int           scale_y;    /* where the slider begins */
  int           scale_height;
  int           right_room; /* for the last caption */

  GtkWidget *scale;
};

/* Heights of the rows. */
#define NTM_STRIP_CAPTION 16
#define NTM_STRIP_BARS 44
#define NTM_STRIP_BARS_LOW 24
#define NTM_STRIP_YEARS 17

double _ntm_year_strip_x    (NtmYearStrip *self, double position);
void   _ntm_year_strip_draw (NtmYearStrip *self, cairo_t *cr);

G_END_DECLS
