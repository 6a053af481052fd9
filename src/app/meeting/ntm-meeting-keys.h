/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gdk/gdk.h>

G_BEGIN_DECLS

/**
 * NtmMeetingCommand:
 *
 * What a key of a clicker or keyboard asks for.
 */
typedef enum
{
  NTM_MEETING_NOTHING,     /* a key that means nothing here */
  NTM_MEETING_DIGIT,       /* a number is being typed */
  NTM_MEETING_NEXT,
  NTM_MEETING_BACK,
  NTM_MEETING_FIRST,
  NTM_MEETING_LAST,
  NTM_MEETING_JUMP,        /* to the number that was typed */
  NTM_MEETING_BLACK,
  NTM_MEETING_WHITE,
  NTM_MEETING_FREEZE,
  NTM_MEETING_OVERVIEW,
  NTM_MEETING_OPEN,
  NTM_MEETING_UP,
  NTM_MEETING_YEARS,
  NTM_MEETING_END,
} NtmMeetingCommand;

/**
 * NtmMeetingKeys:
 * @number: what was typed of a number, 0 for none
 */
typedef struct
{
  guint number;
} NtmMeetingKeys;

NtmMeetingCommand ntm_meeting_keys_press (NtmMeetingKeys *self, guint keyval, GdkModifierType state, guint *slide);

G_END_DECLS
