/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The parts of the page and what they listen to. What they show is made up in ntm-map-page-show.c, the day
 * is minded in -time.c, commands are in -actions.c, pointer and keys in -input.c.
 */

#include "config.h"

#include "ntm-map-page-private.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

#include "ntm-blank-source.h"
#include "ntm-flow-layout.h"
#include "ntm-follow.h"
#include "ntm-look.h"

G_DEFINE_FINAL_TYPE (NtmMapPage, ntm_map_page, GTK_TYPE_WIDGET)

enum
{
  PROP_LEVEL = 1,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static gboolean
adapt_cb (gpointer user_data)
{
  NtmMapPage *self = user_data;

  self->room_id = 0;
  _ntm_map_page_show_cards (self);
  return G_SOURCE_REMOVE;
}

static void
resized_cb (NtmMapPage *self)
{
  if (self->room_id == 0)
    self->room_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, adapt_cb, self, NULL);
}

/* Another file: what the map was about means nothing there. */
static void
start_anew (NtmMapPage *self,
            NtmAtlas   *atlas)
{
  g_set_weak_pointer (&self->atlas, atlas);
  ntm_map_scope_clear (&self->scope);
  self->class_filter = 0;
  self->desk_date = NTM_DATE_MIN;
  g_hash_table_remove_all (self->shapes);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LEVEL]);
}

/* A theme or a district that an edit took away. */
static void
drop_missing (NtmMapPage *self,
              NtmAtlas   *atlas)
{
  if (self->scope.theme != NULL && ntm_atlas_resolve_indicator (atlas, self->scope.theme, NULL) == NULL)
    g_clear_pointer (&self->scope.theme, g_free);
  if (self->scope.parent != NULL && ntm_atlas_find_unit (atlas, self->scope.parent) == NULL)
    g_clear_pointer (&self->scope.parent, g_free);
}

/* The map follows the reference date; a day looked at stays through other changes. */
static void
desk_changed_cb (NtmMapPage *self)
{
  NtmAtlas *atlas = ntm_desk_get_atlas (self->desk);
  NtmDate date = ntm_desk_get_date (self->desk);

  if (atlas == NULL || atlas != self->atlas)
    start_anew (self, atlas);
  if (atlas != NULL)
    drop_missing (self, atlas);
  if (date != self->desk_date)
    {
      ntm_map_page_stop_playing (self);
      self->at = self->desk_date = date;
    }
  _ntm_map_page_update (self);
  _ntm_map_page_count_years (self);
}

static void
theme_chosen_cb (NtmMapPage *self,
                 const char *code)
{
  gtk_menu_button_popdown (self->theme_button);
  ntm_map_page_set_theme (self, code);
  ntm_map_page_focus (self);
}

/* Statuses are filtered by for all views, classes of an indicator only here. */
static void
legend_filtered_cb (NtmMapPage *self,
                    guint       filter)
{
  if (self->scope.theme == NULL)
    {
      ntm_desk_set_filter (self->desk, filter);
      return;
    }
  self->class_filter = filter;
  _ntm_map_page_update_filter (self);
}

static void
year_picked_cb (NtmMapPage *self,
                int         year)
{
  ntm_map_page_stop_playing (self);
  ntm_map_page_show_year (self, year);
}

/* Our painting knows no rotation; the gesture for it cannot be taken off the map. */
static void
rotation_cb (ShumateViewport *viewport)
{
  if (fabs (shumate_viewport_get_rotation (viewport)) > 0)
    shumate_viewport_set_rotation (viewport, 0);
}

static void
add_layer (NtmMapPage *self)
{
  self->layer = ntm_map_layer_new (shumate_map_get_viewport (self->map));
  g_signal_connect_object (self->layer, "resized", G_CALLBACK (resized_cb), self, G_CONNECT_SWAPPED);
  ntm_map_layer_add_card (self->layer, GTK_WIDGET (self->legend));
  ntm_map_layer_add_card (self->layer, GTK_WIDGET (self->published));
  ntm_map_layer_add_card (self->layer, self->zoom_card);
  ntm_map_layer_add_card (self->layer, self->heading_box);
  ntm_map_layer_add_card (self->layer, self->trail);
  shumate_map_add_layer (self->map, SHUMATE_LAYER (self->layer));
}

static void
add_map (NtmMapPage *self)
{
  g_autoptr (ShumateMapSource) source = ntm_blank_source_new ();
  ShumateViewport *viewport;

  self->map = g_object_new (SHUMATE_TYPE_MAP,
                            "accessible-role", GTK_ACCESSIBLE_ROLE_IMG,
                            "focusable", TRUE,
                            "hexpand", TRUE,
                            "vexpand", TRUE,
                            "zoom-on-double-click", FALSE,
                            NULL);
  viewport = shumate_map_get_viewport (self->map);
  shumate_viewport_set_reference_map_source (viewport, source);
  shumate_viewport_set_min_zoom_level (viewport, NTM_MAP_MIN_ZOOM);
  shumate_viewport_set_max_zoom_level (viewport, NTM_MAP_MAX_ZOOM);
  g_signal_connect (viewport, "notify::rotation", G_CALLBACK (rotation_cb), NULL);
  add_layer (self);
  gtk_overlay_set_child (self->overlay, GTK_WIDGET (self->map));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->map), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Map"), -1);
}

static void
style_changed_cb (NtmMapPage *self)
{
  if (self->desk != NULL)
    _ntm_map_page_update (self);
}

/* A page that is not seen does not play on. */
static void
ntm_map_page_unmap (GtkWidget *widget)
{
  ntm_map_page_stop_playing (NTM_MAP_PAGE (widget));
  _ntm_map_page_hide_tip (NTM_MAP_PAGE (widget));
  GTK_WIDGET_CLASS (ntm_map_page_parent_class)->unmap (widget);
}

static void
ntm_map_page_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  g_value_set_string (value, ntm_level_code (NTM_MAP_PAGE (object)->scope.level));
}

static void
ntm_map_page_set_property (GObject      *object,
                           guint         prop_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  const char *text = g_value_get_string (value);
  NtmLevel level;

  if (text != NULL && ntm_level_parse (text, &level) && (level == NTM_LEVEL_DISTRICT || level == NTM_LEVEL_COMMUNE))
    ntm_map_page_set_level (NTM_MAP_PAGE (object), level);
}

static void
ntm_map_page_dispose (GObject *object)
{
  NtmMapPage *self = NTM_MAP_PAGE (object);
  GtkWidget *child;

  g_clear_handle_id (&self->room_id, g_source_remove);
  g_clear_handle_id (&self->enter_id, g_source_remove);
  g_clear_handle_id (&self->hover_id, g_source_remove);
  g_clear_handle_id (&self->count_id, g_source_remove);
  g_clear_handle_id (&self->play_id, g_source_remove);
  g_clear_object (&self->desk);
  g_clear_weak_pointer (&self->atlas);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->spec, ntm_map_spec_unref);
  G_OBJECT_CLASS (ntm_map_page_parent_class)->dispose (object);
}

static void
ntm_map_page_finalize (GObject *object)
{
  NtmMapPage *self = NTM_MAP_PAGE (object);

  ntm_map_scope_clear (&self->scope);
  g_hash_table_unref (self->shapes);
  g_free (self->hover_key);
  g_free (self->entered);
  G_OBJECT_CLASS (ntm_map_page_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *klass)
{
  gtk_widget_class_bind_template_child (klass, NtmMapPage, theme_button);
  gtk_widget_class_bind_template_child (klass, NtmMapPage, theme_label);
  gtk_widget_class_bind_template_child (klass, NtmMapPage, themes);
  gtk_widget_class_bind_template_child (klass, NtmMapPage, level_button);
  gtk_widget_class_bind_template_child (klass, NtmMapPage, level_menu);
  gtk_widget_class_bind_template_child (klass, NtmMapPage, basis_button);
  gtk_widget_class_bind_template_child (klass, NtmMapPage, basis_menu);
  gtk_widget_class_bind_template_child (klass, NtmMapPage, export_button);
  gtk_widget_class_bind_template_child (klass, NtmMapPage, export_menu);
  gtk_widget_class_bind_template_child (klass, NtmMapPage, overlay);
  gtk_widget_class_bind_template_child (klass, NtmMapPage, trail);
  gtk_widget_class_bind_template_child (klass, NtmMapPage, trail_top);
  gtk_widget_class_bind_template_child (klass, NtmMapPage, trail_here);
  gtk_widget_class_bind_template_child (klass, NtmMapPage, heading_box);
  gtk_widget_class_bind_template_child (klass, NtmMapPage, heading);
  gtk_widget_class_bind_template_child (klass, NtmMapPage, subtitle);
  gtk_widget_class_bind_template_child (klass, NtmMapPage, legend);
  gtk_widget_class_bind_template_child (klass, NtmMapPage, published);
  gtk_widget_class_bind_template_child (klass, NtmMapPage, zoom_card);
  gtk_widget_class_bind_template_child (klass, NtmMapPage, tip);
  gtk_widget_class_bind_template_child (klass, NtmMapPage, message);
  gtk_widget_class_bind_template_child (klass, NtmMapPage, message_label);
  gtk_widget_class_bind_template_child (klass, NtmMapPage, message_button);
  gtk_widget_class_bind_template_child (klass, NtmMapPage, time_box);
  gtk_widget_class_bind_template_child (klass, NtmMapPage, play_button);
  gtk_widget_class_bind_template_child (klass, NtmMapPage, year_label);
  gtk_widget_class_bind_template_child (klass, NtmMapPage, day_label);
  gtk_widget_class_bind_template_child (klass, NtmMapPage, date_buttons);
  gtk_widget_class_bind_template_child (klass, NtmMapPage, strip);
}

static void
ntm_map_page_class_init (NtmMapPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ntm_map_page_dispose;
  object_class->finalize = ntm_map_page_finalize;
  object_class->get_property = ntm_map_page_get_property;
  object_class->set_property = ntm_map_page_set_property;
  widget_class->unmap = ntm_map_page_unmap;

  /**
   * NtmMapPage:level:
   *
   * "district" or "commune"; for the menu.
   */
  props[PROP_LEVEL] = g_param_spec_string ("level", NULL, NULL, NULL,
                                           G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (NTM_TYPE_FLOW_LAYOUT);
  g_type_ensure (NTM_TYPE_LEGEND_CARD);
  g_type_ensure (NTM_TYPE_INDICATOR_LIST);
  g_type_ensure (NTM_TYPE_YEAR_STRIP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/ntmatlas/NtmAtlas/ui/ntm-map-page.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, theme_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, legend_filtered_cb);
  gtk_widget_class_bind_template_callback (widget_class, year_picked_cb);
  _ntm_map_page_install_actions (widget_class);
}

static void
ntm_map_page_init (NtmMapPage *self)
{
  self->scope.level = NTM_LEVEL_DISTRICT;
  self->at = self->desk_date = NTM_DATE_MIN;
  self->shapes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) ntm_shapes_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  ntm_look_set_menu (self->level_button, self->level_menu);
  ntm_look_set_menu (self->basis_button, self->basis_menu);
  ntm_look_set_menu (self->export_button, self->export_menu);
  ntm_legend_card_set_clickable (self->legend, TRUE);
  add_map (self);
  _ntm_map_page_add_input (self);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (style_changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * ntm_map_page_set_desk:
 * @self: a page
 * @desk: what the window works on
 *
 * Shows the map of @desk. To be called once.
 */
void
ntm_map_page_set_desk (NtmMapPage *self,
                       NtmDesk    *desk)
{
  g_return_if_fail (NTM_IS_MAP_PAGE (self));
  g_return_if_fail (self->desk == NULL);

  self->desk = g_object_ref (desk);
  ntm_indicator_list_set_desk (self->themes, desk);
  ntm_indicator_list_set_first (self->themes, _("NTM status"));
  ntm_follow_desk (desk, "changed", self, (NtmFollow) desk_changed_cb);
  ntm_follow_desk (desk, "filtered", self, (NtmFollow) _ntm_map_page_update_filter);
  ntm_follow_desk (desk, "selected", self, (NtmFollow) _ntm_map_page_show_selected);
  desk_changed_cb (self);
}

/**
 * ntm_map_page_focus:
 * @self: a page
 *
 * Moves the keyboard to the map.
 */
void
ntm_map_page_focus (NtmMapPage *self)
{
  g_return_if_fail (NTM_IS_MAP_PAGE (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->map));
}

/**
 * ntm_map_page_get_layer:
 * @self: a page
 *
 * Returns: (transfer none): the layer with the units
 */
NtmMapLayer *
ntm_map_page_get_layer (NtmMapPage *self)
{
  g_return_val_if_fail (NTM_IS_MAP_PAGE (self), NULL);

  return self->layer;
}

/**
 * ntm_map_page_get_spec:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): what is drawn, %NULL where there is only a message
 */
NtmMapSpec *
ntm_map_page_get_spec (NtmMapPage *self)
{
  g_return_val_if_fail (NTM_IS_MAP_PAGE (self), NULL);

  return self->spec;
}

/**
 * ntm_map_page_get_legend:
 * @self: a page
 *
 * Returns: (transfer none): the legend
 */
NtmLegendCard *
ntm_map_page_get_legend (NtmMapPage *self)
{
  g_return_val_if_fail (NTM_IS_MAP_PAGE (self), NULL);

  return self->legend;
}

/**
 * ntm_map_page_get_strip:
 * @self: a page
 *
 * Returns: (transfer none): the years below the map
 */
NtmYearStrip *
ntm_map_page_get_strip (NtmMapPage *self)
{
  g_return_val_if_fail (NTM_IS_MAP_PAGE (self), NULL);

  return self->strip;
}

/**
 * ntm_map_page_get_themes:
 * @self: a page
 *
 * Returns: (transfer none): what the map can be coloured by
 */
NtmIndicatorList *
ntm_map_page_get_themes (NtmMapPage *self)
{
  g_return_val_if_fail (NTM_IS_MAP_PAGE (self), NULL);

  return self->themes;
}

/**
 * ntm_map_page_get_map:
 * @self: a page
 *
 * Returns: (transfer none): the widget that takes pointer and keys
 */
GtkWidget *
ntm_map_page_get_map (NtmMapPage *self)
{
  g_return_val_if_fail (NTM_IS_MAP_PAGE (self), NULL);

  return GTK_WIDGET (self->map);
}

/**
 * ntm_map_page_get_message:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): why there is no map, %NULL where there is one
 */
const char *
ntm_map_page_get_message (NtmMapPage *self)
{
  g_return_val_if_fail (NTM_IS_MAP_PAGE (self), NULL);

  return gtk_widget_get_visible (self->message) ? gtk_label_get_text (self->message_label) : NULL;
}

/**
 * ntm_map_page_get_tip:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): what is said of the unit under the pointer
 */
const char *
ntm_map_page_get_tip (NtmMapPage *self)
{
  g_return_val_if_fail (NTM_IS_MAP_PAGE (self), NULL);

  return gtk_widget_get_visible (GTK_WIDGET (self->tip)) ? gtk_label_get_text (self->tip) : NULL;
}
