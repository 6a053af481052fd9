/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the files of the layer share: ntm-map-layer.c (painting) and -view.c (finding, moving). */

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
  gboolean       is_fitted;    /* the whole extent is shown, and shall be after a resize */
  gboolean       is_fitting;
  int            fit_width, fit_height;
};

G_END_DECLS
