/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The window of a meeting: full screen, on the other screen if there is one. What it shows is in
 * ntm-meeting-window-show.c, its keys and the pointer in ntm-meeting-window-input.c. Two views take turns, so
 * that one can fade into the other.
 */

#include "config.h"

#include "ntm-meeting-window-private.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "ntm-dialogs.h"

#define FADE_MS 200

G_DEFINE_FINAL_TYPE (NtmMeetingWindow, ntm_meeting_window, GTK_TYPE_WINDOW)

static void
changed_cb (NtmMeetingWindow *self)
{
  if (self->width != 0 && !self->frozen)
    _ntm_meeting_window_refresh (self);
}

static void
style_changed_cb (NtmMeetingWindow *self)
{
  if (self->width != 0 && ntm_desk_get_atlas (self->desk) != NULL)
    _ntm_meeting_window_refresh (self);
}

static void
draw_cover (GtkDrawingArea *area,
            cairo_t        *cr,
            int             width,
            int             height,
            gpointer        user_data)
{
  double grey = ((NtmMeetingWindow *) user_data)->cover_kind == NTM_COVER_WHITE ? 1 : 0;

  cairo_set_source_rgb (cr, grey, grey, grey);
  cairo_paint (cr);
}

static void
ntm_meeting_window_size_allocate (GtkWidget *widget,
                                  int        width,
                                  int        height,
                                  int        baseline)
{
  NtmMeetingWindow *self = NTM_MEETING_WINDOW (widget);

  GTK_WIDGET_CLASS (ntm_meeting_window_parent_class)->size_allocate (widget, width, height, baseline);
  if (self->width == width && self->height == height)
    return;
  self->width = width;
  self->height = height;
  if (!self->frozen || self->deck == NULL)
    _ntm_meeting_window_fit (self);
}

static void
ntm_meeting_window_map (GtkWidget *widget)
{
  NtmMeetingWindow *self = NTM_MEETING_WINDOW (widget);
  GtkApplication *app = gtk_window_get_application (GTK_WINDOW (self));

  GTK_WIDGET_CLASS (ntm_meeting_window_parent_class)->map (widget);
  if (app != NULL && self->inhibit_id == 0)
    self->inhibit_id = gtk_application_inhibit (app, GTK_WINDOW (self), GTK_APPLICATION_INHIBIT_IDLE, _("A meeting is shown"));
  _ntm_meeting_window_wait_for_pointer (self);
}

static void
ntm_meeting_window_unmap (GtkWidget *widget)
{
  NtmMeetingWindow *self = NTM_MEETING_WINDOW (widget);
  GtkApplication *app = gtk_window_get_application (GTK_WINDOW (self));

  if (app != NULL && self->inhibit_id != 0)
    gtk_application_uninhibit (app, self->inhibit_id);
  self->inhibit_id = 0;
  g_clear_handle_id (&self->pointer_id, g_source_remove);
  g_clear_handle_id (&self->years_id, g_source_remove);
  GTK_WIDGET_CLASS (ntm_meeting_window_parent_class)->unmap (widget);
}

static void
ntm_meeting_window_dispose (GObject *object)
{
  NtmMeetingWindow *self = NTM_MEETING_WINDOW (object);

  g_clear_handle_id (&self->pointer_id, g_source_remove);
  g_clear_handle_id (&self->years_id, g_source_remove);
  if (self->desk != NULL)
    g_signal_handlers_disconnect_by_data (self->desk, self);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->deck, ntm_slide_deck_unref);
  g_clear_pointer (&self->unit, g_free);
  G_OBJECT_CLASS (ntm_meeting_window_parent_class)->dispose (object);
}

static void
ntm_meeting_window_class_init (NtmMeetingWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ntm_meeting_window_dispose;
  widget_class->size_allocate = ntm_meeting_window_size_allocate;
  widget_class->map = ntm_meeting_window_map;
  widget_class->unmap = ntm_meeting_window_unmap;
  g_type_ensure (NTM_TYPE_OVERVIEW);
  g_type_ensure (NTM_TYPE_SLIDE_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/ntmatlas/NtmAtlas/ui/ntm-meeting-window.ui");
  gtk_widget_class_bind_template_child (widget_class, NtmMeetingWindow, stack);
  gtk_widget_class_bind_template_child_full (widget_class, "view_a", FALSE, G_STRUCT_OFFSET (NtmMeetingWindow, views[0]));
  gtk_widget_class_bind_template_child_full (widget_class, "view_b", FALSE, G_STRUCT_OFFSET (NtmMeetingWindow, views[1]));
  gtk_widget_class_bind_template_child (widget_class, NtmMeetingWindow, overview);
  gtk_widget_class_bind_template_child (widget_class, NtmMeetingWindow, cover);
  gtk_widget_class_bind_template_child (widget_class, NtmMeetingWindow, hint);
  _ntm_meeting_window_bind_input (widget_class);
}

static void
ntm_meeting_window_init (NtmMeetingWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_stack_set_transition_duration (self->stack, FADE_MS);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self->cover), draw_cover, self, NULL);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (style_changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * ntm_meeting_window_new:
 * @parent: (nullable): the window whose file is shown
 * @desk: its desk, with a file
 *
 * Returns: (transfer none): the window, not yet shown, owned by GTK until it is closed
 */
NtmMeetingWindow *
ntm_meeting_window_new (GtkWindow *parent,
                        NtmDesk   *desk)
{
  NtmMeetingWindow *self;

  g_return_val_if_fail (NTM_IS_DESK (desk), NULL);

  self = g_object_new (NTM_TYPE_MEETING_WINDOW, NULL);
  self->desk = g_object_ref (desk);
  self->wanted = -1;
  ntm_dialogs_attach (GTK_WINDOW (self), parent);
  g_signal_connect_object (desk, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/* With a second screen the slides go there, and the window stays for who speaks. */
static GdkMonitor *
find_other_monitor (GtkWindow *parent)
{
  GdkDisplay *display = gtk_widget_get_display (GTK_WIDGET (parent));
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (parent));
  GdkMonitor *own = surface == NULL ? NULL : gdk_display_get_monitor_at_surface (display, surface);
  GListModel *monitors = gdk_display_get_monitors (display);

  for (guint i = 0; i < g_list_model_get_n_items (monitors); i++)
    {
      g_autoptr (GdkMonitor) monitor = g_list_model_get_item (monitors, i);

      if (monitor != own)
        return monitor;   /* the display keeps it */
    }
  return NULL;
}

/**
 * ntm_meeting_window_present:
 * @parent: the window whose file is shown
 * @desk: its desk
 *
 * Shows the slides full screen, on another screen than @parent is on if there is one.
 *
 * Returns: (transfer none) (nullable): the window, %NULL where there is no file
 */
NtmMeetingWindow *
ntm_meeting_window_present (GtkWindow *parent,
                            NtmDesk   *desk)
{
  GdkMonitor *monitor;
  NtmMeetingWindow *self;

  g_return_val_if_fail (GTK_IS_WINDOW (parent) && NTM_IS_DESK (desk), NULL);

  if (ntm_desk_get_atlas (desk) == NULL)
    return NULL;
  self = ntm_meeting_window_new (parent, desk);
  monitor = find_other_monitor (parent);
  if (monitor != NULL)
    {
      gtk_window_set_transient_for (GTK_WINDOW (self), NULL);
      g_signal_connect_object (parent, "destroy", G_CALLBACK (gtk_window_destroy), self, G_CONNECT_SWAPPED);
      gtk_window_fullscreen_on_monitor (GTK_WINDOW (self), monitor);
    }
  else
    gtk_window_fullscreen (GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (self));
  return self;
}

/**
 * ntm_meeting_window_show_kind:
 * @self: a meeting
 * @kind: what is to be shown
 *
 * Goes to the first slide of that kind, at the latest when the slides are made.
 */
void
ntm_meeting_window_show_kind (NtmMeetingWindow *self,
                              NtmFigureKind     kind)
{
  g_return_if_fail (NTM_IS_MEETING_WINDOW (self));

  self->wanted = (int) kind;
  if (self->deck != NULL)
    _ntm_meeting_window_refresh (self);
}

/**
 * ntm_meeting_window_get_slide:
 * @self: a meeting
 *
 * Returns: the slide that is shown, from 0
 */
guint
ntm_meeting_window_get_slide (NtmMeetingWindow *self)
{
  g_return_val_if_fail (NTM_IS_MEETING_WINDOW (self), 0);

  return self->slide;
}

/**
 * ntm_meeting_window_get_deck:
 * @self: a meeting
 *
 * Returns: (transfer none) (nullable): its slides, %NULL before it is shown
 */
NtmSlideDeck *
ntm_meeting_window_get_deck (NtmMeetingWindow *self)
{
  g_return_val_if_fail (NTM_IS_MEETING_WINDOW (self), NULL);

  return self->deck;
}

/**
 * ntm_meeting_window_get_cover:
 * @self: a meeting
 *
 * Returns: whether the screen is black or white
 */
NtmCover
ntm_meeting_window_get_cover (NtmMeetingWindow *self)
{
  g_return_val_if_fail (NTM_IS_MEETING_WINDOW (self), NTM_COVER_NONE);

  return self->cover_kind;
}

/**
 * ntm_meeting_window_is_frozen:
 * @self: a meeting
 *
 * Returns: whether changes of the file are not shown
 */
gboolean
ntm_meeting_window_is_frozen (NtmMeetingWindow *self)
{
  g_return_val_if_fail (NTM_IS_MEETING_WINDOW (self), FALSE);

  return self->frozen;
}

/**
 * ntm_meeting_window_is_overview:
 * @self: a meeting
 *
 * Returns: whether all slides are shown small
 */
gboolean
ntm_meeting_window_is_overview (NtmMeetingWindow *self)
{
  g_return_val_if_fail (NTM_IS_MEETING_WINDOW (self), FALSE);

  return self->stack != NULL && gtk_stack_get_visible_child (self->stack) == GTK_WIDGET (self->overview);
}

/**
 * ntm_meeting_window_get_unit:
 * @self: a meeting
 *
 * Returns: (transfer none) (nullable): id of the unit that was opened, %NULL for the province
 */
const char *
ntm_meeting_window_get_unit (NtmMeetingWindow *self)
{
  g_return_val_if_fail (NTM_IS_MEETING_WINDOW (self), NULL);

  return self->unit;
}

/**
 * ntm_meeting_window_get_date:
 * @self: a meeting
 *
 * Returns: the day the slides are of: that of the desk, or of the year that is played
 */
NtmDate
ntm_meeting_window_get_date (NtmMeetingWindow *self)
{
  g_return_val_if_fail (NTM_IS_MEETING_WINDOW (self), NTM_DATE_MIN);

  return _ntm_meeting_window_get_context (self).at;
}
