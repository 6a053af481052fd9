/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ntm-desk.h"
#include "ntm-meeting-keys.h"
#include "ntm-slide-deck.h"

G_BEGIN_DECLS

/**
 * NtmMeetingWindow:
 *
 * Full screen for a meeting: the slides of a desk's file, one after another, with the keys of a clicker. They
 * follow the file unless they are frozen.
 */
#define NTM_TYPE_MEETING_WINDOW (ntm_meeting_window_get_type ())
G_DECLARE_FINAL_TYPE (NtmMeetingWindow, ntm_meeting_window, NTM, MEETING_WINDOW, GtkWindow)

typedef enum
{
  NTM_COVER_NONE,
  NTM_COVER_BLACK,
  NTM_COVER_WHITE,
} NtmCover;

NtmMeetingWindow *ntm_meeting_window_present     (GtkWindow *parent, NtmDesk *desk);
NtmMeetingWindow *ntm_meeting_window_new         (GtkWindow *parent, NtmDesk *desk);
gboolean          ntm_meeting_window_press       (NtmMeetingWindow *self, guint keyval, GdkModifierType state);
void              ntm_meeting_window_show_kind   (NtmMeetingWindow *self, NtmFigureKind kind);
guint             ntm_meeting_window_get_slide   (NtmMeetingWindow *self);
NtmSlideDeck     *ntm_meeting_window_get_deck    (NtmMeetingWindow *self);
NtmCover          ntm_meeting_window_get_cover   (NtmMeetingWindow *self);
gboolean          ntm_meeting_window_is_frozen   (NtmMeetingWindow *self);
gboolean          ntm_meeting_window_is_overview (NtmMeetingWindow *self);
const char       *ntm_meeting_window_get_unit    (NtmMeetingWindow *self);
NtmDate           ntm_meeting_window_get_date    (NtmMeetingWindow *self);

G_END_DECLS
