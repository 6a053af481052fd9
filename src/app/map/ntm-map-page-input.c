/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Pointer and keys of the map. They come from the map widget, because its layers never see them. The tip is
 * a label of ours: those of GTK come half a second late.
 */

#include "config.h"

#include "ntm-map-page-private.h"

#include <math.h>

#define CLICK_DISTANCE 6.0   /* pixels; a pointer that moved farther has dragged */
#define TIP_MS 150
#define TIP_GAP 16

static void
pressed_cb (NtmMapPage *self,
            int         n_press,
            double      x,
            double      y)
{
  self->press_x = x;
  self->press_y = y;
  self->is_stopped = FALSE;
  gtk_widget_grab_focus (GTK_WIDGET (self->map));
}

static void
stopped_cb (NtmMapPage *self)
{
  self->is_stopped = TRUE;
}

static gboolean
enter_cb (gpointer user_data)
{
  NtmMapPage *self = user_data;
  g_autofree char *id = g_steal_pointer (&self->entered);

  self->enter_id = 0;
  ntm_map_page_drill (self, id);
  return G_SOURCE_REMOVE;
}

/* When the click is over: at its end the map puts its middle back to where it was at the beginning. */
static void
enter (NtmMapPage *self,
       const char *id)
{
  g_free (self->entered);
  self->entered = g_strdup (id);
  if (self->enter_id == 0)
    self->enter_id = g_idle_add (enter_cb, self);
}

/* A pan ends in "released" too, after "stopped". The second click of two enters what the first selected. */
static void
released_cb (NtmMapPage *self,
             int         n_press,
             double      x,
             double      y)
{
  const char *key;

  if (self->is_stopped || hypot (x - self->press_x, y - self->press_y) > CLICK_DISTANCE)
    return;
  key = ntm_map_layer_pick (self->layer, x, y);
  if (n_press == 1)
    ntm_desk_select (self->desk, key);
  else if (n_press == 2 && key != NULL)
    enter (self, key);
}

void
_ntm_map_page_hide_tip (NtmMapPage *self)
{
  g_clear_handle_id (&self->hover_id, g_source_remove);
  gtk_widget_set_visible (GTK_WIDGET (self->tip), FALSE);
}

/* Below and to the right of the pointer, on the other side where that is beyond the map. */
static void
place_tip (NtmMapPage *self)
{
  int width, height, x, y;
  int map_width = gtk_widget_get_width (GTK_WIDGET (self->map)), map_height = gtk_widget_get_height (GTK_WIDGET (self->map));

  gtk_widget_measure (GTK_WIDGET (self->tip), GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  gtk_widget_measure (GTK_WIDGET (self->tip), GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  x = (int) self->hover_x + TIP_GAP;
  y = (int) self->hover_y + TIP_GAP;
  if (x + width > map_width)
    x = (int) self->hover_x - TIP_GAP - width;
  if (y + height > map_height)
    y = (int) self->hover_y - TIP_GAP - height;
  gtk_widget_set_margin_start (GTK_WIDGET (self->tip), CLAMP (x, 0, G_MAXINT16));
  gtk_widget_set_margin_top (GTK_WIDGET (self->tip), CLAMP (y, 0, G_MAXINT16));
}

static gboolean
show_tip_cb (gpointer user_data)
{
  NtmMapPage *self = user_data;
  g_autofree char *text = NULL;

  self->hover_id = 0;
  if (self->hover_key == NULL || self->spec == NULL || ntm_desk_get_atlas (self->desk) == NULL)
    return G_SOURCE_REMOVE;
  text = _ntm_map_page_describe_unit (self, self->hover_key);
  gtk_label_set_text (self->tip, text);
  gtk_widget_set_visible (GTK_WIDGET (self->tip), TRUE);
  gtk_widget_set_margin_start (GTK_WIDGET (self->tip), 0);
  gtk_widget_set_margin_top (GTK_WIDGET (self->tip), 0);
  place_tip (self);
  return G_SOURCE_REMOVE;
}

static void
hover (NtmMapPage *self,
       const char *key)
{
  if (g_strcmp0 (key, self->hover_key) == 0)
    return;
  g_free (self->hover_key);
  self->hover_key = g_strdup (key);
  _ntm_map_page_hide_tip (self);
  ntm_map_layer_set_hovered (self->layer, key);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self->map), key == NULL ? NULL : "pointer");
  if (key != NULL)
    self->hover_id = g_timeout_add (TIP_MS, show_tip_cb, self);
}

static void
motion_cb (NtmMapPage *self,
           double      x,
           double      y)
{
  self->hover_x = x;
  self->hover_y = y;
  hover (self, ntm_map_layer_pick (self->layer, x, y));
}

static void
leave_cb (NtmMapPage *self)
{
  hover (self, NULL);
}

static void
move_selection (NtmMapPage *self,
                NtmTowards  towards)
{
  const NtmUnit *unit = ntm_desk_get_selected (self->desk);
  const char *key = ntm_map_layer_neighbour (self->layer, unit == NULL ? NULL : unit->id, towards);

  if (key != NULL)
    ntm_desk_select (self->desk, key);
}

/* At the middle of the view; libshumate's own steps are those of a wheel. */
void
_ntm_map_page_zoom_by (NtmMapPage *self,
                       double      step)
{
  ShumateViewport *viewport = shumate_map_get_viewport (self->map);
  double zoom = shumate_viewport_get_zoom_level (viewport) + step;

  shumate_viewport_set_zoom_level (viewport, CLAMP (zoom, NTM_MAP_MIN_ZOOM, NTM_MAP_MAX_ZOOM));
}

/* Escape is for the window, which clears the selection; only a filter of classes is ours alone. */
static gboolean
reset_classes (NtmMapPage *self)
{
  if (self->class_filter == 0)
    return FALSE;
  self->class_filter = 0;
  _ntm_map_page_update_filter (self);
  return TRUE;
}

static gboolean
handle_view_key (NtmMapPage *self,
                 guint       keyval)
{
  switch (keyval)
    {
    case GDK_KEY_plus:
    case GDK_KEY_equal:
    case GDK_KEY_KP_Add:
      _ntm_map_page_zoom_by (self, NTM_MAP_ZOOM_STEP);
      return TRUE;
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      _ntm_map_page_zoom_by (self, -NTM_MAP_ZOOM_STEP);
      return TRUE;
    case GDK_KEY_0:
    case GDK_KEY_KP_0:
      ntm_map_layer_fit (self->layer);
      return TRUE;
    case GDK_KEY_Page_Up:
    case GDK_KEY_Page_Down:
      ntm_map_page_stop_playing (self);
      _ntm_map_page_step (self, keyval == GDK_KEY_Page_Up ? -1 : 1);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
handle_unit_key (NtmMapPage *self,
                 guint       keyval)
{
  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      move_selection (self, NTM_TOWARDS_LEFT);
      return TRUE;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      move_selection (self, NTM_TOWARDS_RIGHT);
      return TRUE;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      move_selection (self, NTM_TOWARDS_UP);
      return TRUE;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      move_selection (self, NTM_TOWARDS_DOWN);
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      gtk_widget_activate_action (GTK_WIDGET (self), "map.drill", NULL);
      return TRUE;
    case GDK_KEY_Escape:
      return reset_classes (self);
    default:
      return FALSE;
    }
}

/* What the slider understands too. */
static gboolean
handle_common_key (NtmMapPage *self,
                   guint       keyval)
{
  if (keyval == GDK_KEY_space || keyval == GDK_KEY_KP_Space)
    _ntm_map_page_toggle_play (self);
  else if (keyval == GDK_KEY_BackSpace)
    ntm_map_page_go_up (self);
  else
    return FALSE;
  return TRUE;
}

static gboolean
key_pressed_cb (NtmMapPage     *self,
                guint           keyval,
                guint           keycode,
                GdkModifierType state)
{
  state &= GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK;
  if (state == GDK_CONTROL_MASK && (keyval == GDK_KEY_c || keyval == GDK_KEY_C))
    return gtk_widget_activate_action (GTK_WIDGET (self), "map.copy", NULL);
  if (state != 0 || ntm_desk_get_atlas (self->desk) == NULL)
    return FALSE;
  return handle_unit_key (self, keyval) || handle_view_key (self, keyval) || handle_common_key (self, keyval);
}

static gboolean
strip_key_pressed_cb (NtmMapPage     *self,
                      guint           keyval,
                      guint           keycode,
                      GdkModifierType state)
{
  return (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) == 0 && handle_common_key (self, keyval);
}

/* libshumate 1.0 zooms to a double click whatever "zoom-on-double-click" says, for some frames after it. */
static void
silence_clicks (GtkWidget *map)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (map);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_CLICK (controller))
        gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_NONE);
    }
}

void
_ntm_map_page_add_input (NtmMapPage *self)
{
  GtkWidget *map = GTK_WIDGET (self->map);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *strip_keys = gtk_event_controller_key_new ();

  silence_clicks (map);
  gtk_event_controller_set_name (GTK_EVENT_CONTROLLER (click), "ntm-click");
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect_swapped (click, "stopped", G_CALLBACK (stopped_cb), self);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (map, GTK_EVENT_CONTROLLER (click));
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (map, motion);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (map, keys);
  g_signal_connect_swapped (strip_keys, "key-pressed", G_CALLBACK (strip_key_pressed_cb), self);
  gtk_widget_add_controller (ntm_year_strip_get_scale (self->strip), strip_keys);
}
