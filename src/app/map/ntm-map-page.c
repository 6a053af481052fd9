/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The page asks `view` for the map of the desk and hands it to the layer and the legend. The same shapes
 * are used for as long as the boundaries are the same. Pointer and keys are in ntm-map-page-input.c.
 */

#include "config.h"

#include "ntm-map-page-private.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

#include "ntm-blank-source.h"
#include "ntm-look.h"
#include "ntm-map-view.h"
#include "ntm-standings.h"
#include "ntm-view-words.h"

#define ROOMY_WIDTH 860      /* narrower, only the legend stands over the map */
#define ROOMY_HEIGHT 720     /* lower, the legend is set tighter */

G_DEFINE_FINAL_TYPE (NtmMapPage, ntm_map_page, GTK_TYPE_WIDGET)

static void
update_shapes (NtmMapPage           *self,
               const NtmViewContext *context,
               NtmLevel              level)
{
  g_autofree char *key = ntm_map_view_dup_shapes_key (context, level, NULL);

  if (g_strcmp0 (key, self->shapes_key) == 0)
    return;
  g_clear_pointer (&self->shapes, ntm_shapes_unref);
  g_free (self->shapes_key);
  self->shapes_key = g_steal_pointer (&key);
  self->shapes = ntm_map_view_new_shapes (context, level, NULL, NULL);
}

static void
show_message (NtmMapPage *self,
              const char *text)
{
  gtk_label_set_text (GTK_LABEL (self->message), text == NULL ? "" : text);
  gtk_widget_set_visible (self->message, text != NULL);
}

/* What the picture says, for those who cannot see it. */
static void
describe (NtmMapPage           *self,
          const NtmViewContext *context)
{
  g_autoptr (GPtrArray) units = ntm_desk_dup_units (self->desk);
  NtmStandingCounts counts = ntm_standings_count (context, units);
  g_autofree char *sentence = ntm_standings_sentence (context, units, &counts);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->map), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, sentence, -1);
}

static NtmMapSpec *
new_spec (NtmMapPage           *self,
          const NtmViewContext *context,
          GError              **error)
{
  NtmMapQuestion question = {
    .level = ntm_desk_get_level (self->desk),
    .only = ntm_desk_get_filter (self->desk),
    .shapes = self->shapes,
  };

  return ntm_map_view_new (context, &question, error);
}

static void
show_spec (NtmMapPage *self,
           NtmMapSpec *spec)
{
  g_autoptr (NtmDrawStyle) style = ntm_look_new_style (GTK_WIDGET (self));

  ntm_map_layer_set_spec (self->layer, spec, style);
}

/* The cards must not hide the map where there is little room for it. */
static void
adapt_cards (NtmMapPage *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self->map)), height = gtk_widget_get_height (GTK_WIDGET (self->map));

  gtk_widget_set_visible (GTK_WIDGET (self->published), self->has_published && width >= ROOMY_WIDTH);
  if (height < ROOMY_HEIGHT)
    gtk_widget_add_css_class (GTK_WIDGET (self->legend), "compact");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->legend), "compact");
}

static gboolean
adapt_cards_cb (gpointer user_data)
{
  NtmMapPage *self = user_data;

  self->room_id = 0;
  adapt_cards (self);
  return G_SOURCE_REMOVE;
}

static void
resized_cb (NtmMapPage *self)
{
  if (self->room_id == 0)
    self->room_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, adapt_cards_cb, self, NULL);
}

static void
show_words (NtmMapPage *self,
            NtmMapSpec *spec)
{
  GPtrArray *legends = spec == NULL ? NULL : spec->legends;

  gtk_label_set_text (self->heading, spec == NULL || spec->title == NULL ? "" : spec->title);
  gtk_label_set_text (self->subtitle, spec == NULL || spec->subtitle == NULL ? "" : spec->subtitle);
  ntm_legend_card_show (self->legend, legends != NULL && legends->len > 0 ? g_ptr_array_index (legends, 0) : NULL);
  self->has_published = legends != NULL && legends->len > 1;
  ntm_legend_card_show (self->published, self->has_published ? g_ptr_array_index (legends, 1) : NULL);
  adapt_cards (self);
}

static void
show_selected (NtmMapPage *self)
{
  const NtmUnit *unit = ntm_desk_get_selected (self->desk);

  ntm_map_layer_set_selected (self->layer, unit == NULL ? NULL : unit->id);
  if (unit != NULL)
    ntm_map_layer_reveal (self->layer, unit->id);
}

static void
update_basis (NtmMapPage *self)
{
  g_autofree char *text = g_strdup_printf (_("Counted by: %s"), ntm_view_basis_name (ntm_desk_get_basis (self->desk)));

  gtk_menu_button_set_label (self->basis_button, text);
}

/* The legend stays as it is: the entry that was clicked must not vanish under the pointer. */
static void
update_filter (NtmMapPage *self)
{
  NtmViewContext context;
  g_autoptr (NtmMapSpec) spec = NULL;

  if (ntm_desk_get_atlas (self->desk) == NULL)
    return;
  context = ntm_desk_get_context (self->desk);
  spec = new_spec (self, &context, NULL);
  show_spec (self, spec);
}

static void
update (NtmMapPage *self)
{
  g_autoptr (NtmMapSpec) spec = NULL;
  g_autoptr (GError) error = NULL;
  NtmViewContext context;

  update_basis (self);
  if (ntm_desk_get_atlas (self->desk) == NULL)
    {
      show_spec (self, NULL);
      show_words (self, NULL);
      show_message (self, NULL);
      return;
    }
  context = ntm_desk_get_context (self->desk);
  update_shapes (self, &context, ntm_desk_get_level (self->desk));
  spec = new_spec (self, &context, &error);
  show_spec (self, spec);
  show_words (self, spec);
  show_message (self, spec == NULL ? error->message : NULL);
  describe (self, &context);
  show_selected (self);
}

static void
zoom_in_cb (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  _ntm_map_page_zoom_by (NTM_MAP_PAGE (widget), NTM_MAP_ZOOM_STEP);
}

static void
zoom_out_cb (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  _ntm_map_page_zoom_by (NTM_MAP_PAGE (widget), -NTM_MAP_ZOOM_STEP);
}

static void
fit_cb (GtkWidget  *widget,
        const char *action,
        GVariant   *parameter)
{
  ntm_map_layer_fit (NTM_MAP_PAGE (widget)->layer);
}

/* Our painting knows no rotation; the gesture for it cannot be taken off the map. */
static void
rotation_cb (ShumateViewport *viewport)
{
  if (fabs (shumate_viewport_get_rotation (viewport)) > 0)
    shumate_viewport_set_rotation (viewport, 0);
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
                            NULL);
  viewport = shumate_map_get_viewport (self->map);
  shumate_viewport_set_reference_map_source (viewport, source);
  shumate_viewport_set_min_zoom_level (viewport, NTM_MAP_MIN_ZOOM);
  shumate_viewport_set_max_zoom_level (viewport, NTM_MAP_MAX_ZOOM);
  g_signal_connect (viewport, "notify::rotation", G_CALLBACK (rotation_cb), NULL);
  self->layer = ntm_map_layer_new (viewport);
  g_signal_connect_object (self->layer, "resized", G_CALLBACK (resized_cb), self, G_CONNECT_SWAPPED);
  shumate_map_add_layer (self->map, SHUMATE_LAYER (self->layer));
  gtk_overlay_set_child (self->overlay, GTK_WIDGET (self->map));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->map), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Map of the units by title; the list of units holds the same"), -1);
}

static void
style_changed_cb (NtmMapPage *self)
{
  if (self->desk != NULL)
    update (self);
}

static void
ntm_map_page_dispose (GObject *object)
{
  NtmMapPage *self = NTM_MAP_PAGE (object);
  GtkWidget *child;

  g_clear_handle_id (&self->room_id, g_source_remove);
  g_clear_object (&self->desk);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->shapes, ntm_shapes_unref);
  g_clear_pointer (&self->shapes_key, g_free);
  G_OBJECT_CLASS (ntm_map_page_parent_class)->dispose (object);
}

static void
ntm_map_page_class_init (NtmMapPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ntm_map_page_dispose;
  g_type_ensure (NTM_TYPE_LEGEND_CARD);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/ntmatlas/NtmAtlas/ui/ntm-map-page.ui");
  gtk_widget_class_bind_template_child (widget_class, NtmMapPage, basis_button);
  gtk_widget_class_bind_template_child (widget_class, NtmMapPage, overlay);
  gtk_widget_class_bind_template_child (widget_class, NtmMapPage, heading);
  gtk_widget_class_bind_template_child (widget_class, NtmMapPage, subtitle);
  gtk_widget_class_bind_template_child (widget_class, NtmMapPage, legend);
  gtk_widget_class_bind_template_child (widget_class, NtmMapPage, published);
  gtk_widget_class_bind_template_child (widget_class, NtmMapPage, message);
  gtk_widget_class_install_action (widget_class, "map.zoom-in", NULL, zoom_in_cb);
  gtk_widget_class_install_action (widget_class, "map.zoom-out", NULL, zoom_out_cb);
  gtk_widget_class_install_action (widget_class, "map.fit", NULL, fit_cb);
}

static void
ntm_map_page_init (NtmMapPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
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
  ntm_legend_card_set_desk (self->legend, desk);
  g_signal_connect_object (desk, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "filtered", G_CALLBACK (update_filter), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "selected", G_CALLBACK (show_selected), self, G_CONNECT_SWAPPED);
  update (self);
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

  return gtk_widget_get_visible (self->message) ? gtk_label_get_text (GTK_LABEL (self->message)) : NULL;
}
