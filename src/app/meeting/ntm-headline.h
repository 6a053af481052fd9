/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ntm-draw-style.h"
#include "ntm-view-context.h"

G_BEGIN_DECLS

/**
 * NtmHeadline:
 *
 * A figure to be read from the last row: how much, of what, from when and towards what.
 */
typedef struct
{
  char *value;
  char *name;
  char *detail;   /* may be "" */
} NtmHeadline;

GPtrArray *ntm_headlines_new  (const NtmViewContext *context, const NtmUnit *unit) G_GNUC_WARN_UNUSED_RESULT;
void       ntm_headlines_draw (const GPtrArray *headlines, cairo_t *cr, const NtmDrawStyle *style, double x, double y,
                               double width, double height);

G_END_DECLS
