/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pointer and keys of the map. They come from the map widget, because its layers never see them. */

#include "config.h"

#include "ntm-map-page-private.h"

#include <math.h>

#include "ntm-view-words.h"

#define CLICK_DISTANCE 6.0   /* pixels; a pointer that moved farther has dragged */

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

/* A pan ends in "released" too, after "stopped". */
static void
released_cb (NtmMapPage *self,
             int         n_press,
             double      x,
             double      y)
{
  if (n_press != 1 || self->is_stopped || hypot (x - self->press_x, y - self->press_y) > CLICK_DISTANCE)
    return;
  ntm_desk_select (self->desk, ntm_map_layer_pick (self->layer, x, y));
}

static void
motion_cb (NtmMapPage *self,
           double      x,
           double      y)
{
  const char *key = ntm_map_layer_pick (self->layer, x, y);

  ntm_map_layer_set_hovered (self->layer, key);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self->map), key == NULL ? NULL : "pointer");
}

static void
leave_cb (NtmMapPage *self)
{
  ntm_map_layer_set_hovered (self->layer, NULL);
}

static char *
describe_unit (NtmMapPage *self,
               const char *id)
{
  NtmViewContext context = ntm_desk_get_context (self->desk);
  const NtmUnit *unit = ntm_atlas_find_unit (context.atlas, id);
  NtmStanding standing = ntm_desk_get_standing (self->desk, unit);
  g_autofree char *name = ntm_view_unit_name (&context, unit);
  const char *status = ntm_view_status_name (standing.status);
  const char *decision = standing.title == NULL ? "" : standing.title->decision;

  if (*decision == '\0')
    return g_strdup_printf ("%s\n%s", name, status);
  return g_strdup_printf ("%s\n%s · %s", name, status, decision);
}

static gboolean
query_tooltip_cb (NtmMapPage *self,
                  int         x,
                  int         y,
                  gboolean    keyboard_mode,
                  GtkTooltip *tooltip)
{
  const char *key = keyboard_mode ? NULL : ntm_map_layer_pick (self->layer, x, y);
  g_autofree char *text = NULL;

  if (key == NULL || ntm_desk_get_atlas (self->desk) == NULL)
    return FALSE;
  text = describe_unit (self, key);
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
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

static gboolean
key_pressed_cb (NtmMapPage     *self,
                guint           keyval,
                guint           keycode,
                GdkModifierType state)
{
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return FALSE;
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
    default:
      return FALSE;
    }
}

void
_ntm_map_page_add_input (NtmMapPage *self)
{
  GtkWidget *map = GTK_WIDGET (self->map);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect_swapped (click, "stopped", G_CALLBACK (stopped_cb), self);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (map, GTK_EVENT_CONTROLLER (click));
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (map, motion);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (map, keys);
  gtk_widget_set_has_tooltip (map, TRUE);
  g_signal_connect_swapped (map, "query-tooltip", G_CALLBACK (query_tooltip_cb), self);
}
