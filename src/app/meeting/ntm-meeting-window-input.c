/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What keys and pointer do in a meeting. */

#include "config.h"

#include "ntm-meeting-window-private.h"

#define HIDE_POINTER_MS 2000

/* In the overview the arrows move the mark, Enter takes it, G and Escape leave. */
static gboolean
run_in_overview (NtmMeetingWindow  *self,
                 NtmMeetingCommand  command,
                 guint              keyval)
{
  if (command == NTM_MEETING_OVERVIEW || command == NTM_MEETING_END)
    _ntm_meeting_window_set_overview (self, FALSE);
  else if (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter || keyval == GDK_KEY_space)
    _ntm_meeting_window_go_to (self, ntm_overview_get_current (self->overview));
  else if (keyval == GDK_KEY_Up || keyval == GDK_KEY_Down)
    return FALSE;
  else if (command == NTM_MEETING_NEXT || command == NTM_MEETING_BACK)
    ntm_overview_move (self->overview, command == NTM_MEETING_NEXT ? 1 : -1);
  else
    return FALSE;
  return TRUE;
}

/* The first key after a black or white screen brings the slide back; only Escape and the covers do more. */
static gboolean
lift_cover (NtmMeetingWindow  *self,
            NtmMeetingCommand  command)
{
  if (self->cover_kind == NTM_COVER_NONE || command == NTM_MEETING_BLACK || command == NTM_MEETING_WHITE
      || command == NTM_MEETING_END)
    return FALSE;
  _ntm_meeting_window_set_cover (self, NTM_COVER_NONE);
  return TRUE;
}

static void
turn (NtmMeetingWindow *self,
      int               step)
{
  _ntm_meeting_window_stop_years (self);
  if (step > 0 || self->slide > 0)
    _ntm_meeting_window_go_to (self, step > 0 ? self->slide + 1 : self->slide - 1);
}

static void
run (NtmMeetingWindow  *self,
     NtmMeetingCommand  command,
     guint              number)
{
  switch (command)
    {
    case NTM_MEETING_NEXT:
    case NTM_MEETING_BACK:
      turn (self, command == NTM_MEETING_NEXT ? 1 : -1);
      break;
    case NTM_MEETING_FIRST:
    case NTM_MEETING_LAST:
    case NTM_MEETING_JUMP:
      _ntm_meeting_window_stop_years (self);
      _ntm_meeting_window_go_to (self, command == NTM_MEETING_FIRST ? 0 : command == NTM_MEETING_LAST ? G_MAXUINT : number - 1);
      break;
    case NTM_MEETING_BLACK:
      _ntm_meeting_window_set_cover (self, self->cover_kind == NTM_COVER_BLACK ? NTM_COVER_NONE : NTM_COVER_BLACK);
      break;
    case NTM_MEETING_WHITE:
      _ntm_meeting_window_set_cover (self, self->cover_kind == NTM_COVER_WHITE ? NTM_COVER_NONE : NTM_COVER_WHITE);
      break;
    case NTM_MEETING_FREEZE:
      _ntm_meeting_window_set_frozen (self, !self->frozen);
      break;
    case NTM_MEETING_OVERVIEW:
      _ntm_meeting_window_set_overview (self, TRUE);
      break;
    case NTM_MEETING_OPEN:
      _ntm_meeting_window_open_selected (self);
      break;
    case NTM_MEETING_UP:
      _ntm_meeting_window_go_up (self);
      break;
    case NTM_MEETING_YEARS:
      _ntm_meeting_window_play_years (self);
      break;
    case NTM_MEETING_END:
      gtk_window_close (GTK_WINDOW (self));
      break;
    case NTM_MEETING_DIGIT:
    case NTM_MEETING_NOTHING:
    default:
      break;
    }
}

static gboolean
key_pressed_cb (NtmMeetingWindow *self,
                guint             keyval,
                guint             keycode,
                GdkModifierType   state)
{
  return ntm_meeting_window_press (self, keyval, state);
}

static gboolean
hide_pointer_cb (gpointer user_data)
{
  NtmMeetingWindow *self = user_data;

  self->pointer_id = 0;
  if (!ntm_meeting_window_is_overview (self))
    gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "none");
  return G_SOURCE_REMOVE;
}

void
_ntm_meeting_window_wait_for_pointer (NtmMeetingWindow *self)
{
  g_clear_handle_id (&self->pointer_id, g_source_remove);
  self->pointer_id = g_timeout_add (HIDE_POINTER_MS, hide_pointer_cb, self);
}

/* GTK also tells of motion when only what is under a resting pointer changes. */
static void
motion_cb (NtmMeetingWindow *self,
           double            x,
           double            y)
{
  if (x == self->pointer_x && y == self->pointer_y)
    return;
  self->pointer_x = x;
  self->pointer_y = y;
  gtk_widget_set_cursor (GTK_WIDGET (self), NULL);
  _ntm_meeting_window_wait_for_pointer (self);
}

/* A click on a unit of the map opens it, a click elsewhere is the next slide. */
static void
pressed_cb (NtmMeetingWindow *self,
            int               n_press,
            double            x,
            double            y)
{
  const char *unit;

  if (ntm_meeting_window_is_overview (self) || self->deck == NULL)
    return;
  if (lift_cover (self, NTM_MEETING_NEXT))
    return;
  unit = ntm_slide_deck_pick (self->deck, self->slide, x, y, self->width, self->height);
  if (unit != NULL)
    _ntm_meeting_window_open_unit (self, unit);
  else
    turn (self, 1);
}

static void
chosen_cb (NtmMeetingWindow *self,
           guint             slide)
{
  _ntm_meeting_window_go_to (self, slide);
}

/* Called once for the class, which has a template by then. */
void
_ntm_meeting_window_bind_input (GtkWidgetClass *klass)
{
  gtk_widget_class_bind_template_callback (klass, chosen_cb);
  gtk_widget_class_bind_template_callback (klass, motion_cb);
  gtk_widget_class_bind_template_callback (klass, pressed_cb);
  gtk_widget_class_bind_template_callback (klass, key_pressed_cb);
}

/**
 * ntm_meeting_window_press:
 * @self: a meeting
 * @keyval: a key
 * @state: its modifiers
 *
 * Does what the key asks for.
 *
 * Returns: whether it means something here
 */
gboolean
ntm_meeting_window_press (NtmMeetingWindow *self,
                          guint             keyval,
                          GdkModifierType   state)
{
  NtmMeetingCommand command;
  guint number = 0;

  g_return_val_if_fail (NTM_IS_MEETING_WINDOW (self), FALSE);

  command = ntm_meeting_keys_press (&self->keys, keyval, state, &number);
  _ntm_meeting_window_show_hint (self);
  if (command == NTM_MEETING_NOTHING)
    return FALSE;
  if (lift_cover (self, command))
    {
      self->keys.number = 0;
      return TRUE;
    }
  if (ntm_meeting_window_is_overview (self) && command != NTM_MEETING_JUMP && command != NTM_MEETING_DIGIT)
    return run_in_overview (self, command, keyval);
  run (self, command, number);
  return TRUE;
}
