/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the files of the page share: ntm-map-page.c and -input.c (pointer and keys). */

#include "ntm-map-page.h"

G_BEGIN_DECLS

#define NTM_MAP_MIN_ZOOM 5
#define NTM_MAP_MAX_ZOOM 16
#define NTM_MAP_ZOOM_STEP 0.5 /* of keys and buttons; the wheel has finer ones */

struct _NtmMapPage
{
  GtkWidget parent_instance;

  NtmDesk     *desk;
  ShumateMap  *map;
  NtmMapLayer *layer;
  NtmShapes   *shapes;
  char        *shapes_key;
  double       press_x, press_y;
  gboolean     is_stopped;   /* the press became a drag */
  guint        room_id;      /* idle: the cards are to be adapted to a new size */
  gboolean     has_published;

  GtkMenuButton *basis_button;
  GtkOverlay    *overlay;
  GtkLabel      *heading;
  GtkLabel      *subtitle;
  NtmLegendCard *legend;
  NtmLegendCard *published;
  GtkWidget     *message;
};

void _ntm_map_page_add_input (NtmMapPage *self);
void _ntm_map_page_zoom_by   (NtmMapPage *self, double step);

G_END_DECLS
