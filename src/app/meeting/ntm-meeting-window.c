/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The window of a meeting. Slides are made anew when the file, the style or the proportion of the screen
 * changes; the number of the slide stays. Two views take turns, so that one can fade into the other.
 */

#include "config.h"

#include "ntm-meeting-window.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "ntm-overview.h"
#include "ntm-slide-view.h"

#define FADE_MS         200
#define HIDE_POINTER_MS 2000
#define YEAR_MS         1200
#define FIRST_YEAR      2018   /* the first district was recognised at its end */

struct _NtmMeetingWindow
{
  GtkWindow parent_instance;

  NtmDesk        *desk;
  NtmSlideDeck   *deck;      /* NULL before the size is known */
  guint           slide;
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

G_DEFINE_FINAL_TYPE (NtmMeetingWindow, ntm_meeting_window, GTK_TYPE_WINDOW)

/* --- what is shown ---------------------------------------------------------------------------- */

static NtmViewContext
get_context (NtmMeetingWindow *self)
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

static void
show_hint (NtmMeetingWindow *self)
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
            gboolean    fade)
{
  NtmSlideView *view = front_view (self);

  if (fade)
    view = view == self->views[0] ? self->views[1] : self->views[0];
  ntm_slide_view_set (view, self->deck, self->slide);
  gtk_stack_set_transition_type (self->stack, fade ? GTK_STACK_TRANSITION_TYPE_CROSSFADE : GTK_STACK_TRANSITION_TYPE_NONE);
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (view));
  show_hint (self);
}

static void
make_deck (NtmMeetingWindow *self)
{
  NtmViewContext context = get_context (self);
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());

  g_clear_pointer (&self->deck, ntm_slide_deck_unref);
  if (context.atlas == NULL || self->width == 0 || self->height == 0)
    return;
  self->deck = ntm_slide_deck_new (&context, self->unit, dark ? NTM_STYLE_DARK : NTM_STYLE_LIGHT, self->width, self->height);
  if (count_slides (self) > 0)
    self->slide = MIN (self->slide, count_slides (self) - 1);
}

static void
refresh (NtmMeetingWindow *self)
{
  make_deck (self);
  if (self->deck == NULL || count_slides (self) == 0)
    gtk_window_close (GTK_WINDOW (self));
  else if (ntm_meeting_window_is_overview (self))
    ntm_overview_fill (self->overview, self->deck, self->slide);
  else
    show_slide (self, FALSE);
}

static void
changed_cb (NtmMeetingWindow *self)
{
  if (self->width != 0 && !self->frozen)
    refresh (self);
}

static void
style_changed_cb (NtmMeetingWindow *self)
{
  if (self->width != 0 && ntm_desk_get_atlas (self->desk) != NULL)
    refresh (self);
}

/* --- commands --------------------------------------------------------------------------------- */

static void
go_to (NtmMeetingWindow *self,
       guint       slide)
{
  if (count_slides (self) == 0)
    return;
  slide = MIN (slide, count_slides (self) - 1);
  if (slide == self->slide && !ntm_meeting_window_is_overview (self))
    return;
  self->slide = slide;
  show_slide (self, TRUE);
}

static void
set_cover (NtmMeetingWindow *self,
           NtmCover    cover)
{
  self->cover_kind = cover;
  gtk_widget_set_visible (self->cover, cover != NTM_COVER_NONE);
  gtk_widget_queue_draw (self->cover);
  show_hint (self);
}

static void
set_overview (NtmMeetingWindow *self,
              gboolean    visible)
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

static void
set_frozen (NtmMeetingWindow *self,
            gboolean    frozen)
{
  self->frozen = frozen;
  if (!frozen)
    refresh (self);
  show_hint (self);
}

static void
stop_years (NtmMeetingWindow *self)
{
  g_clear_handle_id (&self->years_id, g_source_remove);
  if (self->year == 0)
    return;
  self->year = 0;
  refresh (self);
}

static gboolean
next_year_cb (gpointer user_data)
{
  NtmMeetingWindow *self = user_data;

  if (self->year < ntm_date_year (ntm_desk_get_date (self->desk)))
    {
      self->year++;
      refresh (self);
      return G_SOURCE_CONTINUE;
    }
  self->years_id = 0;
  self->year = 0;
  refresh (self);
  return G_SOURCE_REMOVE;
}

/* The map through the years up to the day of the desk; again stops it. */
static void
play_years (NtmMeetingWindow *self)
{
  gboolean is_playing = self->years_id != 0;

  stop_years (self);
  if (is_playing || self->frozen || self->deck == NULL || ntm_slide_deck_get_kind (self->deck, self->slide) != NTM_FIGURE_MAP
      || ntm_date_year (ntm_desk_get_date (self->desk)) <= FIRST_YEAR)
    return;
  self->year = FIRST_YEAR;
  refresh (self);
  self->years_id = g_timeout_add (YEAR_MS, next_year_cb, self);
}

/* Only a unit that has others in it has a map and tables of its own. */
static void
open_unit (NtmMeetingWindow *self,
           const char *id)
{
  NtmViewContext context = get_context (self);
  const NtmUnit *unit = id == NULL || self->frozen ? NULL : ntm_atlas_find_unit (context.atlas, id);
  g_autoptr (GPtrArray) children = unit == NULL ? NULL : ntm_atlas_children (context.atlas, unit, context.at);

  if (children == NULL || children->len == 0 || unit->level == NTM_LEVEL_PROVINCE || g_strcmp0 (self->unit, id) == 0)
    return;
  g_free (self->unit);
  self->unit = g_strdup (unit->id);
  self->slide = 0;
  refresh (self);
}

static void
go_up (NtmMeetingWindow *self)
{
  if (self->unit == NULL || self->frozen)
    return;
  g_clear_pointer (&self->unit, g_free);
  self->slide = 0;
  refresh (self);
}

static void
open_selected (NtmMeetingWindow *self)
{
  const NtmUnit *unit = ntm_desk_get_selected (self->desk);

  open_unit (self, unit == NULL ? NULL : unit->id);
}

/* --- keys ------------------------------------------------------------------------------------- */

/* In the overview the arrows move the mark, Enter takes it, G and Escape leave. */
static gboolean
run_in_overview (NtmMeetingWindow       *self,
                 NtmMeetingCommand command,
                 guint             keyval)
{
  if (command == NTM_MEETING_OVERVIEW || command == NTM_MEETING_END)
    set_overview (self, FALSE);
  else if (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter || keyval == GDK_KEY_space)
    go_to (self, ntm_overview_get_current (self->overview));
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
lift_cover (NtmMeetingWindow       *self,
            NtmMeetingCommand command)
{
  if (self->cover_kind == NTM_COVER_NONE || command == NTM_MEETING_BLACK || command == NTM_MEETING_WHITE
      || command == NTM_MEETING_END)
    return FALSE;
  set_cover (self, NTM_COVER_NONE);
  return TRUE;
}

static void
turn (NtmMeetingWindow *self,
      int         step)
{
  stop_years (self);
  if (step > 0 || self->slide > 0)
    go_to (self, step > 0 ? self->slide + 1 : self->slide - 1);
}

static void
run (NtmMeetingWindow       *self,
     NtmMeetingCommand command,
     guint             number)
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
      stop_years (self);
      go_to (self, command == NTM_MEETING_FIRST ? 0 : command == NTM_MEETING_LAST ? G_MAXUINT : number - 1);
      break;
    case NTM_MEETING_BLACK:
      set_cover (self, self->cover_kind == NTM_COVER_BLACK ? NTM_COVER_NONE : NTM_COVER_BLACK);
      break;
    case NTM_MEETING_WHITE:
      set_cover (self, self->cover_kind == NTM_COVER_WHITE ? NTM_COVER_NONE : NTM_COVER_WHITE);
      break;
    case NTM_MEETING_FREEZE:
      set_frozen (self, !self->frozen);
      break;
    case NTM_MEETING_OVERVIEW:
      set_overview (self, TRUE);
      break;
    case NTM_MEETING_OPEN:
      open_selected (self);
      break;
    case NTM_MEETING_UP:
      go_up (self);
      break;
    case NTM_MEETING_YEARS:
      play_years (self);
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
key_pressed_cb (NtmMeetingWindow     *self,
                guint           keyval,
                guint           keycode,
                GdkModifierType state)
{
  return ntm_meeting_window_press (self, keyval, state);
}

/* --- pointer ---------------------------------------------------------------------------------- */

static gboolean
hide_pointer_cb (gpointer user_data)
{
  NtmMeetingWindow *self = user_data;

  self->pointer_id = 0;
  if (!ntm_meeting_window_is_overview (self))
    gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "none");
  return G_SOURCE_REMOVE;
}

static void
wait_for_pointer (NtmMeetingWindow *self)
{
  g_clear_handle_id (&self->pointer_id, g_source_remove);
  self->pointer_id = g_timeout_add (HIDE_POINTER_MS, hide_pointer_cb, self);
}

/* GTK also tells of motion when only what is under a resting pointer changes. */
static void
motion_cb (NtmMeetingWindow *self,
           double      x,
           double      y)
{
  if (x == self->pointer_x && y == self->pointer_y)
    return;
  self->pointer_x = x;
  self->pointer_y = y;
  gtk_widget_set_cursor (GTK_WIDGET (self), NULL);
  wait_for_pointer (self);
}

/* A click on a unit of the map opens it, a click elsewhere is the next slide. */
static void
pressed_cb (NtmMeetingWindow *self,
            int         n_press,
            double      x,
            double      y)
{
  const char *unit;

  if (ntm_meeting_window_is_overview (self) || self->deck == NULL)
    return;
  if (lift_cover (self, NTM_MEETING_NEXT))
    return;
  unit = ntm_slide_deck_pick (self->deck, self->slide, x, y, self->width, self->height);
  if (unit != NULL)
    open_unit (self, unit);
  else
    turn (self, 1);
}

/* --- window ----------------------------------------------------------------------------------- */

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
  if (self->frozen && self->deck != NULL)
    return;
  make_deck (self);
  ntm_slide_view_set (front_view (self), self->deck, self->slide);
}

static void
ntm_meeting_window_map (GtkWidget *widget)
{
  NtmMeetingWindow *self = NTM_MEETING_WINDOW (widget);
  GtkApplication *app = gtk_window_get_application (GTK_WINDOW (self));

  GTK_WIDGET_CLASS (ntm_meeting_window_parent_class)->map (widget);
  if (app != NULL && self->inhibit_id == 0)
    self->inhibit_id = gtk_application_inhibit (app, GTK_WINDOW (self), GTK_APPLICATION_INHIBIT_IDLE, _("A meeting is shown"));
  wait_for_pointer (self);
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
  gtk_widget_class_bind_template_callback (widget_class, go_to);
  gtk_widget_class_bind_template_callback (widget_class, motion_cb);
  gtk_widget_class_bind_template_callback (widget_class, pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
}

static void
ntm_meeting_window_init (NtmMeetingWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_stack_set_transition_duration (self->stack, FADE_MS);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self->cover), draw_cover, self, NULL);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (style_changed_cb), self, G_CONNECT_SWAPPED);
}

/* --- public ----------------------------------------------------------------------------------- */

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
  if (parent != NULL)
    {
      gtk_window_set_application (GTK_WINDOW (self), gtk_window_get_application (parent));
      gtk_window_set_transient_for (GTK_WINDOW (self), parent);
      gtk_window_set_destroy_with_parent (GTK_WINDOW (self), TRUE);
    }
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
ntm_meeting_window_press (NtmMeetingWindow     *self,
                   guint           keyval,
                   GdkModifierType state)
{
  NtmMeetingCommand command;
  guint number = 0;

  g_return_val_if_fail (NTM_IS_MEETING_WINDOW (self), FALSE);

  command = ntm_meeting_keys_press (&self->keys, keyval, state, &number);
  show_hint (self);
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

  return get_context (self).at;
}
