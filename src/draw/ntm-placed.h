/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * NtmPlacedKind:
 *
 * What a rectangle of a layout is.
 */
typedef enum
{
  NTM_PLACED_TITLE,
  NTM_PLACED_SUBTITLE,
  NTM_PLACED_SOURCE,
  NTM_PLACED_NOTE,
  NTM_PLACED_LABEL,         /* name of a unit, value at a point or bar */
  NTM_PLACED_LEADER_LABEL,  /* the same, outside and tied by a line */
  NTM_PLACED_LEGEND,        /* the whole card */
  NTM_PLACED_LEGEND_ENTRY,
  NTM_PLACED_AXIS_LABEL,
  NTM_PLACED_POINT,
  NTM_PLACED_BAR,
  NTM_PLACED_GAP,
  NTM_PLACED_HEADER,        /* table header, column or group heading */
  NTM_PLACED_ROW,
  NTM_PLACED_CELL,
  NTM_PLACED_SCALE_BAR,
} NtmPlacedKind;

/**
 * NtmPlaced:
 *
 * A rectangle of a layout with what it stands for: for hit testing, tooltips, accessibility and
 * tests. @key and @text may be %NULL and live as long as the layout. @index is the position of the
 * thing in its spec (the row, the point), @column that of a cell.
 */
typedef struct
{
  NtmPlacedKind kind;
  double        x, y, width, height;
  const char   *key;
  const char   *text;
  guint         index;
  guint         column;
} NtmPlaced;

const NtmPlaced *ntm_placed_at (const NtmPlaced *placed, guint n_placed, double x, double y);
gboolean         ntm_placed_overlap (const NtmPlaced *a, const NtmPlaced *b);

G_END_DECLS
