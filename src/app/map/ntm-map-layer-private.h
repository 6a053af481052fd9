/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the files of the layer share: ntm-map-layer.c, -paint.c and -view.c (finding, moving). */

#include "ntm-map-layer.h"
#include "ntm-map-picture.h"

G_BEGIN_DECLS

struct _NtmMapLayer
{
  ShumateLayer parent_instance;

  NtmMapSpec    *spec;
  NtmDrawStyle  *style;
  NtmPaint      *paints;       /* one for each shape */
  NtmMapNames   *names;
  NtmMapPicture *picture;      /* what covers the view, perhaps of an older colouring */
  NtmMapPicture *backdrop;
  guint          serial;       /* of the colouring */
  gboolean       is_painting;
  char          *selected;
  char          *hovered;
  GPtrArray     *cards;        /* of GtkWidget, not owned: what lies over the map */
  guint          settle_id;    /* timeout: the names are to be placed for the view at rest */
  gboolean       is_fitted;    /* the whole extent is shown, and shall be after a resize */
  gboolean       is_fitting;
  int            fit_width, fit_height;
  NtmBox         fit_cards[NTM_MAP_MAX_CARDS];  /* what lay over the map when it was fitted */
  guint          fit_id;       /* idle: to be fitted again, because other cards lie over it */
};

void     _ntm_map_layer_set_paints     (NtmMapLayer *self);
gboolean _ntm_map_layer_needs_picture  (NtmMapLayer *self);
void     _ntm_map_layer_start_painting (NtmMapLayer *self);

void     _ntm_map_layer_place_names    (NtmMapLayer *self, const NtmTransform *view);

G_END_DECLS
