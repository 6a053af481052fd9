/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the files of the names share: ntm-map-names.c (setting, drawing) and -place.c. */

#include "ntm-map-names.h"
#include "ntm-text-box.h"

G_BEGIN_DECLS

typedef struct
{
  const NtmMapItem *item;
  NtmTextBox       *settings[3];  /* the name large, small, small in two lines; not all need be there */
  const NtmTextBox *label;        /* of these, the one placed */
  NtmTextBox       *sublabel;   /* NULL without */
  gboolean          is_placed;
  gboolean          with_sublabel;
  gboolean          leader;
  NtmBox            box;        /* world pixels */
  NtmPoint          anchor;     /* world pixels, where the line ends */
} NtmMapName;

typedef struct
{
  const NtmMapPlace *place;
  NtmTextBox        *text;
  gboolean           is_placed;
  NtmBox             box;
} NtmMapAround;

struct _NtmMapNames
{
  NtmMapSpec   *spec;
  NtmDrawStyle *style;
  GArray       *names;    /* of NtmMapName, most important first */
  GArray       *around;   /* of NtmMapAround */
  double        scale;    /* 0 = nothing is placed */
  double        x, y;     /* of the view they were placed for */
  double        width, height; /* of the widget, 0 = not known: any place will do */
  NtmBox        cards[NTM_MAP_MAX_CARDS];   /* pixels of the widget */
  guint         n_cards;
};

NtmPoint _ntm_map_names_end_of_line (const NtmBox *box, NtmPoint anchor);
gboolean _ntm_map_names_is_covered  (NtmMapNames *self, const NtmBox *box, double x, double y);

G_END_DECLS
