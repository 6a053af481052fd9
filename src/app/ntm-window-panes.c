/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The views and the panes beside them. Which panes stand beside which view is kept in the settings. Where
 * the window is too narrow for a pane (ntm-window-width.c) it lies over the view instead: the inspector from the
 * moment a unit is selected, the list of units when it is asked for; both go with Escape. The keyboard never stays
 * in a pane that goes.
 */

#include "config.h"

#include "ntm-window-private.h"

static const char * const pane_names[NTM_N_PANES] = { "sidebar", "inspector" };
static const char * const action_names[NTM_N_PANES] = { "show-sidebar", "show-inspector" };

static GtkWidget *
get_pane (NtmWindow *self,
          NtmPane    pane)
{
  return pane == NTM_PANE_SIDEBAR ? GTK_WIDGET (self->tree) : GTK_WIDGET (self->inspector);
}

static GtkRevealer *
get_float (NtmWindow *self,
           NtmPane    pane)
{
  return pane == NTM_PANE_SIDEBAR ? self->sidebar_float : self->inspector_float;
}

/* --- what is kept ------------------------------------------------------------------------------ */

static char *
dup_key (NtmWindow *self,
         NtmPane    pane)
{
  const char *view = adw_view_stack_get_visible_child_name (self->views);

  return g_strdup_printf ("%s-%s", view == NULL ? "map" : view, pane_names[pane]);
}

static gboolean
is_wanted (NtmWindow *self,
           NtmPane    pane)
{
  g_auto (GStrv) kept = g_settings_get_strv (self->settings, "panes");
  g_autofree char *key = dup_key (self, pane);

  return g_strv_contains ((const char * const *) kept, key);
}

static void
keep_wanted (NtmWindow *self,
             NtmPane    pane,
             gboolean   wanted)
{
  g_auto (GStrv) kept = g_settings_get_strv (self->settings, "panes");
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *key = dup_key (self, pane);
  g_auto (GStrv) strv = NULL;

  for (guint i = 0; kept[i] != NULL; i++)
    if (!g_str_equal (kept[i], key))
      g_strv_builder_add (builder, kept[i]);
  if (wanted)
    g_strv_builder_add (builder, key);
  strv = g_strv_builder_end (builder);
  g_settings_set_strv (self->settings, "panes", (const char * const *) strv);
}

/* --- what is shown ----------------------------------------------------------------------------- */

static void
set_state (NtmWindow *self,
           NtmPane    pane)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), action_names[pane]);

  if (action != NULL)
    g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (_ntm_window_has_pane (self, pane)));
  /* The tasks have a day of their own; only what the inspector says is then still as of the reference date. */
  gtk_widget_set_visible (self->date_place, adw_view_stack_get_visible_child (self->views) != GTK_WIDGET (self->tasks_place)
                                            || _ntm_window_has_pane (self, NTM_PANE_INSPECTOR));
}

static gboolean
has_focus (NtmWindow *self,
           NtmPane    pane)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  return focus != NULL && gtk_widget_is_ancestor (focus, get_pane (self, pane));
}

/* What slides out is taken away when it is out, so that the keyboard cannot walk into it. */
static void
reveal (NtmWindow *self,
        NtmPane    pane,
        gboolean   shown)
{
  GtkRevealer *revealer = get_float (self, pane);

  if (shown)
    gtk_widget_set_visible (GTK_WIDGET (revealer), TRUE);
  else if (has_focus (self, pane))
    _ntm_window_focus_view (self);
  gtk_revealer_set_reveal_child (revealer, shown);
  if (!shown && !gtk_revealer_get_child_revealed (revealer))
    gtk_widget_set_visible (GTK_WIDGET (revealer), FALSE);
}

static void
revealed_cb (GtkRevealer *revealer)
{
  if (!gtk_revealer_get_reveal_child (revealer) && !gtk_revealer_get_child_revealed (revealer))
    gtk_widget_set_visible (GTK_WIDGET (revealer), FALSE);
}

gboolean
_ntm_window_has_pane (NtmWindow *self,
                      NtmPane    pane)
{
  if (self->is_floating[pane])
    return gtk_revealer_get_reveal_child (get_float (self, pane));
  return gtk_widget_get_visible (get_pane (self, pane));
}

static void
show_beside (NtmWindow *self,
             NtmPane    pane,
             gboolean   shown)
{
  if (!shown && has_focus (self, pane))
    _ntm_window_focus_view (self);
  self->is_placed = FALSE;
  gtk_widget_set_visible (get_pane (self, pane), shown);
}

static void
show_wanted (NtmWindow *self,
             NtmPane    pane)
{
  if (self->is_floating[pane])
    reveal (self, pane, FALSE);
  else
    show_beside (self, pane, is_wanted (self, pane));
  set_state (self, pane);
}

/* A pane beside a view stays as it was left; one over a view, where there is no room beside it, is only there for
 * the moment. */
void
_ntm_window_show_pane (NtmWindow *self,
                       NtmPane    pane,
                       gboolean   shown)
{
  if (!self->is_floating[pane])
    {
      keep_wanted (self, pane, shown);
      show_beside (self, pane, shown);
      _ntm_window_readapt (self);
    }
  if (self->is_floating[pane])
    reveal (self, pane, shown);
  set_state (self, pane);
}

static void
selected_cb (NtmWindow *self)
{
  gboolean any = ntm_desk_get_selected (self->desk) != NULL;

  if (self->is_floating[NTM_PANE_SIDEBAR] && any)
    reveal (self, NTM_PANE_SIDEBAR, FALSE);
  if (self->is_floating[NTM_PANE_INSPECTOR])
    reveal (self, NTM_PANE_INSPECTOR, any && is_wanted (self, NTM_PANE_INSPECTOR));
  set_state (self, NTM_PANE_SIDEBAR);
  set_state (self, NTM_PANE_INSPECTOR);
}

/* Whoever goes on in the view has done with the list of units that lies over it. */
static void
pressed_cb (NtmWindow *self)
{
  if (self->is_floating[NTM_PANE_SIDEBAR])
    reveal (self, NTM_PANE_SIDEBAR, FALSE);
  set_state (self, NTM_PANE_SIDEBAR);
}

static void
add_press (NtmWindow *self)
{
  GtkGesture *press = gtk_gesture_click_new ();

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (press), GTK_PHASE_CAPTURE);
  g_signal_connect_object (press, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->views), GTK_EVENT_CONTROLLER (press));
}

static void
view_changed_cb (NtmWindow *self)
{
  const char *view = adw_view_stack_get_visible_child_name (self->views);
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "show-view");

  if (view == NULL)
    return;
  _ntm_window_make_page (self);
  if (action != NULL)
    g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_string (view));
  show_wanted (self, NTM_PANE_SIDEBAR);
  show_wanted (self, NTM_PANE_INSPECTOR);
  _ntm_window_readapt (self);
}

/* --- beside or over the view ------------------------------------------------------------------- */

static void
dock (NtmWindow *self,
      NtmPane    pane)
{
  GtkWidget *widget = get_pane (self, pane);

  gtk_revealer_set_child (get_float (self, pane), NULL);
  gtk_widget_set_visible (GTK_WIDGET (get_float (self, pane)), FALSE);
  gtk_widget_remove_css_class (widget, "floating");
  if (pane == NTM_PANE_SIDEBAR)
    {
      gtk_paned_set_start_child (self->inner_paned, widget);
      gtk_paned_set_position (self->inner_paned, self->pane_widths[pane]);
    }
  else
    {
      gtk_widget_set_size_request (widget, self->pane_widths[pane], -1);
      gtk_paned_set_end_child (self->outer_paned, widget);
    }
}

static void
undock (NtmWindow *self,
        NtmPane    pane)
{
  GtkWidget *widget = get_pane (self, pane);

  if (pane == NTM_PANE_SIDEBAR)
    gtk_paned_set_start_child (self->inner_paned, NULL);
  else
    gtk_paned_set_end_child (self->outer_paned, NULL);
  gtk_widget_set_visible (widget, TRUE);
  gtk_widget_add_css_class (widget, "floating");
  gtk_revealer_set_child (get_float (self, pane), widget);
  reveal (self, pane, FALSE);
}

/* The keyboard stays where it is if the pane does. */
void
_ntm_window_float_pane (NtmWindow *self,
                        NtmPane    pane,
                        gboolean   floating)
{
  /* Held while it changes its parent. */
  G_GNUC_UNUSED g_autoptr (GtkWidget) widget = g_object_ref (get_pane (self, pane));
  GtkWidget *focus = has_focus (self, pane) ? gtk_window_get_focus (GTK_WINDOW (self)) : NULL;

  if (self->is_floating[pane] == floating)
    return;
  self->is_floating[pane] = floating;
  self->is_placed = FALSE;
  if (floating)
    undock (self, pane);
  else
    dock (self, pane);
  show_wanted (self, pane);
  if (focus == NULL)
    return;
  if (_ntm_window_has_pane (self, pane))
    gtk_widget_grab_focus (focus);
  else
    _ntm_window_focus_view (self);
}

/* --- keyboard ---------------------------------------------------------------------------------- */

/* To what a view is about rather than to the first button above it. */
void
_ntm_window_focus_view (NtmWindow *self)
{
  GtkWidget *view = adw_view_stack_get_visible_child (self->views);

  if (view == GTK_WIDGET (self->map_page))
    ntm_map_page_focus (self->map_page);
  else if (view == GTK_WIDGET (self->sheet_place))
    gtk_widget_grab_focus (GTK_WIDGET (ntm_sheet_page_get_grid (self->sheet_page)));
  else if (view == GTK_WIDGET (self->charts_place))
    ntm_charts_page_focus (self->charts_page);
  else
    ntm_tasks_page_focus (self->tasks_page);
}

static gboolean
enter_pane (NtmWindow *self,
            GtkWidget *pane)
{
  if (!gtk_widget_get_mapped (pane))
    return FALSE;
  if (pane != GTK_WIDGET (self->views))
    return gtk_widget_child_focus (pane, GTK_DIR_TAB_FORWARD);
  _ntm_window_focus_view (self);
  return TRUE;
}

/* From the pane the keyboard is in; panes that are hidden are passed over. From the header bar Tab leads to the
 * controls above the view, also where the view takes Tab for itself. */
void
_ntm_window_move_pane (NtmWindow *self,
                       int        step)
{
  GtkWidget *panes[] = { GTK_WIDGET (self->tree), GTK_WIDGET (self->views), GTK_WIDGET (self->inspector), self->header };
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  int n = G_N_ELEMENTS (panes), current = step > 0 ? n - 1 : 0;

  for (int i = 0; i < n; i++)
    if (focus != NULL && (focus == panes[i] || gtk_widget_is_ancestor (focus, panes[i])))
      current = i;
  for (int i = 1; i <= n; i++)
    if (enter_pane (self, panes[(current + step * i + n * n) % n]))
      return;
}

/* --- actions ----------------------------------------------------------------------------------- */

static void
change_pane (NtmWindow *self,
             NtmPane    pane,
             GVariant  *state)
{
  _ntm_window_show_pane (self, pane, g_variant_get_boolean (state));
  if (g_variant_get_boolean (state) && self->is_floating[pane])
    gtk_widget_child_focus (get_pane (self, pane), GTK_DIR_TAB_FORWARD);
}

static void
change_sidebar_cb (GSimpleAction *action,
                   GVariant      *state,
                   gpointer       self)
{
  change_pane (self, NTM_PANE_SIDEBAR, state);
}

static void
change_inspector_cb (GSimpleAction *action,
                     GVariant      *state,
                     gpointer       self)
{
  change_pane (self, NTM_PANE_INSPECTOR, state);
}

static void
change_view_cb (GSimpleAction *action,
                GVariant      *state,
                gpointer       user_data)
{
  NtmWindow *self = user_data;
  const char *name = g_variant_get_string (state, NULL);

  if (adw_view_stack_get_child_by_name (self->views, name) == NULL)
    return;
  adw_view_stack_set_visible_child_name (self->views, name);
  if (g_str_equal (gtk_stack_get_visible_child_name (self->stack), "content"))
    _ntm_window_focus_view (self);
}

void
_ntm_window_init_panes (NtmWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "show-sidebar", .state = "true", .change_state = change_sidebar_cb },
    { .name = "show-inspector", .state = "true", .change_state = change_inspector_cb },
    { .name = "show-view", .parameter_type = "s", .state = "'map'", .change_state = change_view_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_signal_connect_object (self->views, "notify::visible-child", G_CALLBACK (view_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->desk, "selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (self->sidebar_float, "notify::child-revealed", G_CALLBACK (revealed_cb), NULL);
  g_signal_connect (self->inspector_float, "notify::child-revealed", G_CALLBACK (revealed_cb), NULL);
  add_press (self);
  view_changed_cb (self);
}
