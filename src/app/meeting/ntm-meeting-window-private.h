/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ntm-meeting-window.h"
#include "ntm-overview.h"
#include "ntm-slide-view.h"

G_BEGIN_DECLS

struct _NtmMeetingWindow
{
  GtkWindow parent_instance;

  NtmDesk        *desk;
  NtmSlideDeck   *deck;      /* NULL before the size is known */
  guint           slide;
  int             wanted;    /* NtmFigureKind of the slide to begin with, -1 once it is shown */
  char           *unit;      /* id of the unit that was opened, NULL: the province */
  NtmMeetingKeys  keys;
  NtmCover        cover_kind;
  gboolean        frozen;
  int             year;      /* of the years that are played, 0: the day of the desk */
  int             width, height;
  double          pointer_x, pointer_y;

  guint pointer_id, years_id, inhibit_id;

  GtkStack     *stack;       /* the two views and the overview */
  NtmSlideView *views[2];
  NtmOverview  *overview;
  GtkWidget    *cover;
  GtkLabel     *hint;
};

NtmViewContext _ntm_meeting_window_get_context      (NtmMeetingWindow *self);
void           _ntm_meeting_window_fit              (NtmMeetingWindow *self);
void           _ntm_meeting_window_refresh          (NtmMeetingWindow *self);
void           _ntm_meeting_window_show_hint        (NtmMeetingWindow *self);
void           _ntm_meeting_window_go_to            (NtmMeetingWindow *self, guint slide);
void           _ntm_meeting_window_set_cover        (NtmMeetingWindow *self, NtmCover cover);
void           _ntm_meeting_window_set_overview     (NtmMeetingWindow *self, gboolean visible);
void           _ntm_meeting_window_set_frozen       (NtmMeetingWindow *self, gboolean frozen);
void           _ntm_meeting_window_play_years       (NtmMeetingWindow *self);
void           _ntm_meeting_window_stop_years       (NtmMeetingWindow *self);
void           _ntm_meeting_window_open_unit        (NtmMeetingWindow *self, const char *id);
void           _ntm_meeting_window_open_selected    (NtmMeetingWindow *self);
void           _ntm_meeting_window_go_up            (NtmMeetingWindow *self);

void           _ntm_meeting_window_bind_input       (GtkWidgetClass *klass);
void           _ntm_meeting_window_wait_for_pointer (NtmMeetingWindow *self);

G_END_DECLS
