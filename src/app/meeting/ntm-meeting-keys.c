/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The keys of a meeting. Clickers send Page Down and Page Up, some also "." or B for a black screen and F5
 * or Escape for their round button.
 */

#include "config.h"

#include "ntm-meeting-keys.h"

#define MAX_NUMBER 9999

typedef struct
{
  guint             keyval;   /* letters in lower case */
  NtmMeetingCommand command;
} Key;

static const Key keys[] = {
  { GDK_KEY_Page_Down, NTM_MEETING_NEXT }, { GDK_KEY_KP_Page_Down, NTM_MEETING_NEXT },
  { GDK_KEY_Right, NTM_MEETING_NEXT }, { GDK_KEY_KP_Right, NTM_MEETING_NEXT },
  { GDK_KEY_Down, NTM_MEETING_NEXT }, { GDK_KEY_KP_Down, NTM_MEETING_NEXT },
  { GDK_KEY_space, NTM_MEETING_NEXT }, { GDK_KEY_n, NTM_MEETING_NEXT },
  { GDK_KEY_Page_Up, NTM_MEETING_BACK }, { GDK_KEY_KP_Page_Up, NTM_MEETING_BACK },
  { GDK_KEY_Left, NTM_MEETING_BACK }, { GDK_KEY_KP_Left, NTM_MEETING_BACK },
  { GDK_KEY_Up, NTM_MEETING_BACK }, { GDK_KEY_KP_Up, NTM_MEETING_BACK },
  { GDK_KEY_BackSpace, NTM_MEETING_BACK }, { GDK_KEY_p, NTM_MEETING_BACK },
  { GDK_KEY_Home, NTM_MEETING_FIRST }, { GDK_KEY_KP_Home, NTM_MEETING_FIRST },
  { GDK_KEY_End, NTM_MEETING_LAST }, { GDK_KEY_KP_End, NTM_MEETING_LAST },
  { GDK_KEY_b, NTM_MEETING_BLACK }, { GDK_KEY_period, NTM_MEETING_BLACK }, { GDK_KEY_KP_Decimal, NTM_MEETING_BLACK },
  { GDK_KEY_w, NTM_MEETING_WHITE }, { GDK_KEY_f, NTM_MEETING_FREEZE }, { GDK_KEY_g, NTM_MEETING_OVERVIEW },
  { GDK_KEY_o, NTM_MEETING_OPEN }, { GDK_KEY_u, NTM_MEETING_UP }, { GDK_KEY_a, NTM_MEETING_YEARS },
  { GDK_KEY_Escape, NTM_MEETING_END }, { GDK_KEY_F5, NTM_MEETING_END },
};

static int
digit_of (guint keyval)
{
  if (keyval >= GDK_KEY_0 && keyval <= GDK_KEY_9)
    return (int) (keyval - GDK_KEY_0);
  if (keyval >= GDK_KEY_KP_0 && keyval <= GDK_KEY_KP_9)
    return (int) (keyval - GDK_KEY_KP_0);
  return -1;
}

static gboolean
is_enter (guint keyval)
{
  return keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter || keyval == GDK_KEY_ISO_Enter;
}

static NtmMeetingCommand
find_command (guint keyval)
{
  keyval = gdk_keyval_to_lower (keyval);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i].keyval == keyval)
      return keys[i].command;
  return NTM_MEETING_NOTHING;
}

/**
 * ntm_meeting_keys_press:
 * @self: what was typed so far; zero it to begin
 * @keyval: a key
 * @state: its modifiers; keys with Ctrl, Alt or Super mean nothing
 * @slide: (out): the number of the slide to jump to, from 1; set with %NTM_MEETING_JUMP
 *
 * Digits make a number, Enter after it jumps there, Backspace takes the last digit back; any other key
 * forgets it. Enter alone is the next slide.
 *
 * Returns: what to do
 */
NtmMeetingCommand
ntm_meeting_keys_press (NtmMeetingKeys  *self,
                        guint            keyval,
                        GdkModifierType  state,
                        guint           *slide)
{
  guint number = self->number;
  int digit = digit_of (keyval);

  if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK))
    return NTM_MEETING_NOTHING;
  if (digit >= 0)
    {
      self->number = number > MAX_NUMBER / 10 ? MAX_NUMBER : number * 10 + (guint) digit;
      return NTM_MEETING_DIGIT;
    }
  if (keyval == GDK_KEY_BackSpace && number > 0)
    {
      self->number = number / 10;
      return NTM_MEETING_DIGIT;
    }
  self->number = 0;
  if (!is_enter (keyval))
    return find_command (keyval);
  if (number == 0)
    return NTM_MEETING_NEXT;
  *slide = number;
  return NTM_MEETING_JUMP;
}
