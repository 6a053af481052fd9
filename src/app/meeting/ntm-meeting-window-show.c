/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What a meeting shows: which slide, of which unit, on which day, and what covers it. Slides are made anew
 * when the file, the style or the proportion of the screen changes; the number of the slide stays.
 */

#include "config.h"

#include "ntm-meeting-window-private.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define YEAR_MS    1200
#define FIRST_YEAR 2018   /* the first district was recognised at its end */

NtmViewContext
_ntm_meeting_window_get_context (NtmMeetingWindow *self)
{
  NtmViewContext context = ntm_desk_get_context (self->desk);

  if (self->year != 0)
    context.at = MIN (ntm_date_new (self->year, 12, 31), context.at);
  return context;
}

static guint
count_slides (NtmMeetingWindow *self)
{
  return self->deck == NULL ? 0 : ntm_slide_deck_get_n (self->deck);
}

void
_ntm_meeting_window_show_hint (NtmMeetingWindow *self)
{
  g_autofree char *text = NULL;

  if (self->keys.number > 0)
    text = g_strdup_printf (_("Slide %u"), self->keys.number);
  else if (self->frozen)
    text = g_strdup (_("Frozen"));
  gtk_label_set_text (self->hint, text == NULL ? "" : text);
  gtk_widget_set_visible (GTK_WIDGET (self->hint), text != NULL && self->cover_kind == NTM_COVER_NONE);
}

static NtmSlideView *
front_view (NtmMeetingWindow *self)
{
  GtkWidget *shown = gtk_stack_get_visible_child (self->stack);

  return shown == GTK_WIDGET (self->views[1]) ? self->views[1] : self->views[0];
}

/* @fade: to another slide; the same slide with new figures changes at once */
static void
show_slide (NtmMeetingWindow *self,
            gboolean          fade)
{
  NtmSlideView *view = front_view (self);

  if (fade)
    view = view == self->views[0] ? self->views[1] : self->views[0];
  ntm_slide_view_set (view, self->deck, self->slide);
  gtk_stack_set_transition_type (self->stack, fade ? GTK_STACK_TRANSITION_TYPE_CROSSFADE : GTK_STACK_TRANSITION_TYPE_NONE);
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (view));
  gtk_widget_grab_focus (GTK_WIDGET (view));   /* a screen reader reads what has the keyboard */
  _ntm_meeting_window_show_hint (self);
}

/* What has no slide is passed over: the slide stays. */
static void
find_wanted (NtmMeetingWindow *self)
{
  for (guint i = 0; self->wanted >= 0 && i < count_slides (self); i++)
    if ((int) ntm_slide_deck_get_kind (self->deck, i) == self->wanted)
      {
        self->slide = i;
        self->wanted = -1;
      }
  self->wanted = -1;
}

static void
make_deck (NtmMeetingWindow *self)
{
  NtmViewContext context = _ntm_meeting_window_get_context (self);
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());

  g_clear_pointer (&self->deck, ntm_slide_deck_unref);
  if (context.atlas == NULL || self->width == 0 || self->height == 0)
    return;
  self->deck = ntm_slide_deck_new (&context, ntm_desk_get_task_day (self->desk), self->unit,
                                   dark ? NTM_STYLE_DARK : NTM_STYLE_LIGHT, self->width, self->height);
  find_wanted (self);
  if (count_slides (self) > 0)
    self->slide = MIN (self->slide, count_slides (self) - 1);
}

/* The room for the slides has changed. */
void
_ntm_meeting_window_fit (NtmMeetingWindow *self)
{
  make_deck (self);
  ntm_slide_view_set (front_view (self), self->deck, self->slide);
}

void
_ntm_meeting_window_refresh (NtmMeetingWindow *self)
{
  make_deck (self);
  if (self->deck == NULL || count_slides (self) == 0)
    gtk_window_close (GTK_WINDOW (self));
  else if (ntm_meeting_window_is_overview (self))
    ntm_overview_fill (self->overview, self->deck, self->slide);
  else
    show_slide (self, FALSE);
}

void
_ntm_meeting_window_go_to (NtmMeetingWindow *self,
                           guint             slide)
{
  if (count_slides (self) == 0)
    return;
  slide = MIN (slide, count_slides (self) - 1);
  if (slide == self->slide && !ntm_meeting_window_is_overview (self))
    return;
  self->slide = slide;
  show_slide (self, TRUE);
}

void
_ntm_meeting_window_set_cover (NtmMeetingWindow *self,
                               NtmCover          cover)
{
  self->cover_kind = cover;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->cover), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  cover == NTM_COVER_WHITE ? _("White screen") : _("Black screen"), -1);
  gtk_widget_set_visible (self->cover, cover != NTM_COVER_NONE);
  gtk_widget_queue_draw (self->cover);
  _ntm_meeting_window_show_hint (self);
}

void
_ntm_meeting_window_set_overview (NtmMeetingWindow *self,
                                  gboolean          visible)
{
  if (self->deck == NULL)
    return;
  if (!visible)
    {
      show_slide (self, FALSE);
      ntm_overview_clear (self->overview);
      return;
    }
  gtk_stack_set_transition_type (self->stack, GTK_STACK_TRANSITION_TYPE_NONE);
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->overview));
  ntm_overview_fill (self->overview, self->deck, self->slide);
}

void
_ntm_meeting_window_set_frozen (NtmMeetingWindow *self,
                                gboolean          frozen)
{
  self->frozen = frozen;
  if (!frozen)
    _ntm_meeting_window_refresh (self);
  _ntm_meeting_window_show_hint (self);
}

void
_ntm_meeting_window_stop_years (NtmMeetingWindow *self)
{
  g_clear_handle_id (&self->years_id, g_source_remove);
  if (self->year == 0)
    return;
  self->year = 0;
  _ntm_meeting_window_refresh (self);
}

static gboolean
next_year_cb (gpointer user_data)
{
  NtmMeetingWindow *self = user_data;

  if (self->year < ntm_date_year (ntm_desk_get_date (self->desk)))
    {
      self->year++;
      _ntm_meeting_window_refresh (self);
      return G_SOURCE_CONTINUE;
    }
  self->years_id = 0;
  self->year = 0;
  _ntm_meeting_window_refresh (self);
  return G_SOURCE_REMOVE;
}

/* The map through the years up to the day of the desk; again stops it. Who does not want things to move gets the next
 * year with each press. */
void
_ntm_meeting_window_play_years (NtmMeetingWindow *self)
{
  gboolean is_playing = self->years_id != 0, animations;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-enable-animations", &animations, NULL);
  if (!animations && self->year != 0 && !self->frozen)
    {
      next_year_cb (self);
      return;
    }
  _ntm_meeting_window_stop_years (self);
  if (is_playing || self->frozen || self->deck == NULL || ntm_slide_deck_get_kind (self->deck, self->slide) != NTM_FIGURE_MAP
      || ntm_date_year (ntm_desk_get_date (self->desk)) <= FIRST_YEAR)
    return;
  self->year = FIRST_YEAR;
  _ntm_meeting_window_refresh (self);
  if (animations)
    self->years_id = g_timeout_add (YEAR_MS, next_year_cb, self);
}

/* Only a unit that has others in it has a map and tables of its own. */
void
_ntm_meeting_window_open_unit (NtmMeetingWindow *self,
                               const char       *id)
{
  NtmViewContext context = _ntm_meeting_window_get_context (self);
  const NtmUnit *unit = id == NULL || self->frozen ? NULL : ntm_atlas_find_unit (context.atlas, id);
  g_autoptr (GPtrArray) children = unit == NULL ? NULL : ntm_atlas_children (context.atlas, unit, context.at);

  if (children == NULL || children->len == 0 || unit->level == NTM_LEVEL_PROVINCE || g_strcmp0 (self->unit, id) == 0)
    return;
  g_free (self->unit);
  self->unit = g_strdup (unit->id);
  self->slide = 0;
  _ntm_meeting_window_refresh (self);
}

void
_ntm_meeting_window_go_up (NtmMeetingWindow *self)
{
  if (self->unit == NULL || self->frozen)
    return;
  g_clear_pointer (&self->unit, g_free);
  self->slide = 0;
  _ntm_meeting_window_refresh (self);
}

void
_ntm_meeting_window_open_selected (NtmMeetingWindow *self)
{
  const NtmUnit *unit = ntm_desk_get_selected (self->desk);

  _ntm_meeting_window_open_unit (self, unit == NULL ? NULL : unit->id);
}
