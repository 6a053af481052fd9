/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/*
 * What the files of the page share: ntm-map-page.c (parts), -show.c (from state to widgets), -time.c (years),
 * -actions.c (commands) and -input.c (pointer and keys).
 */

#include "ntm-figure.h"
#include "ntm-map-page.h"

G_BEGIN_DECLS

#define NTM_MAP_MIN_ZOOM 5
#define NTM_MAP_MAX_ZOOM 16
#define NTM_MAP_ZOOM_STEP 0.5 /* of keys and buttons; the wheel has finer ones */

struct _NtmMapPage
{
  GtkWidget parent_instance;

  NtmDesk     *desk;
  NtmAtlas    *atlas;          /* weak: of the file the state below belongs to */
  NtmMapScope  scope;
  guint        class_filter;   /* of an indicator, a bit an entry of the legend; titles are filtered by the desk */
  NtmDate      at;             /* the day shown */
  NtmDate      desk_date;      /* the reference date when it was last looked at */

  ShumateMap  *map;
  NtmMapLayer *layer;
  NtmMapSpec  *spec;           /* NULL where there is only a message */
  GHashTable  *shapes;         /* by key: what was shown lately */

  double       press_x, press_y;
  double       hover_x, hover_y;
  char        *hover_key;
  char        *entered;        /* clicked twice, to be entered when idle */
  gboolean     is_stopped;     /* the press became a drag */
  gboolean     is_low;         /* a low window */
  guint        room_id;        /* idle: the cards are to be adapted to a new size */
  guint        enter_id;       /* idle: a district is to be entered */
  guint        hover_id;       /* timeout until the tip is shown */
  guint        count_id;       /* idle: years are being counted */
  guint        play_id;        /* timeout to the next year */

  GtkMenuButton  *theme_button;
  GtkLabel       *theme_label;
  NtmIndicatorList *themes;   /* in its popover */
  GtkMenuButton  *level_button;
  GMenuModel     *level_menu;
  GtkMenuButton  *basis_button;
  GMenuModel     *basis_menu;
  GtkMenuButton  *export_button;
  GMenuModel     *export_menu;
  GtkOverlay     *overlay;
  GtkWidget      *trail;
  GtkButton      *trail_top;
  GtkLabel       *trail_here;
  GtkWidget      *heading_box;
  GtkLabel       *heading;
  GtkLabel       *subtitle;
  NtmLegendCard  *legend;
  NtmLegendCard  *published;
  GtkWidget      *zoom_card;
  GtkLabel       *tip;
  GtkWidget      *message;
  GtkLabel       *message_label;
  GtkButton      *message_button;
  GtkWidget      *time_box;
  GtkButton      *play_button;
  GtkLabel       *year_label;
  GtkLabel       *day_label;
  GtkStack       *date_buttons;
  NtmYearStrip   *strip;
};

NtmViewContext _ntm_map_page_get_context (NtmMapPage *self);
NtmMapScopeAt  _ntm_map_page_get_scope   (NtmMapPage *self);

void       _ntm_map_page_update        (NtmMapPage *self);
void       _ntm_map_page_update_filter (NtmMapPage *self);
void       _ntm_map_page_show_selected (NtmMapPage *self);
void       _ntm_map_page_show_cards    (NtmMapPage *self);
NtmFigure *_ntm_map_page_new_figure    (NtmMapPage *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;
char      *_ntm_map_page_describe_unit (NtmMapPage *self, const char *id) G_GNUC_WARN_UNUSED_RESULT;

void       _ntm_map_page_count_years   (NtmMapPage *self);
void       _ntm_map_page_show_time     (NtmMapPage *self);
void       _ntm_map_page_look_at       (NtmMapPage *self, NtmDate date);
void       _ntm_map_page_step          (NtmMapPage *self, int years);
void       _ntm_map_page_toggle_play   (NtmMapPage *self);

void       _ntm_map_page_install_actions (GtkWidgetClass *klass);
void       _ntm_map_page_update_actions  (NtmMapPage *self);
void       _ntm_map_page_add_input       (NtmMapPage *self);
void       _ntm_map_page_hide_tip        (NtmMapPage *self);
void       _ntm_map_page_zoom_by         (NtmMapPage *self, double step);

G_END_DECLS
