/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The commands of the map: what it is about, a step down or up, the years, and the picture as a file. */

#include "config.h"

#include "ntm-map-page-private.h"

#include <glib/gi18n.h>

#include "ntm-dialogs.h"
#include "ntm-figure-output.h"

static GtkWindow *
find_window (NtmMapPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
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

static void
drill_cb (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  NtmMapPage *self = NTM_MAP_PAGE (widget);
  const NtmUnit *unit = ntm_desk_get_selected (self->desk);

  if (unit == NULL || !ntm_map_page_drill (self, unit->id))
    gtk_widget_error_bell (widget);
}

static void
up_cb (GtkWidget  *widget,
       const char *action,
       GVariant   *parameter)
{
  ntm_map_page_go_up (NTM_MAP_PAGE (widget));
}

/* What the button beside a message offers: the top of the map, and the districts where there are any. */
static void
top_cb (GtkWidget  *widget,
        const char *action,
        GVariant   *parameter)
{
  NtmMapPage *self = NTM_MAP_PAGE (widget);

  ntm_map_page_go_up (self);
  ntm_map_page_set_level (self, NTM_LEVEL_DISTRICT);
}

static void
play_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  _ntm_map_page_toggle_play (NTM_MAP_PAGE (widget));
}

static void
use_date_cb (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  NtmMapPage *self = NTM_MAP_PAGE (widget);
  g_autofree char *iso = ntm_date_to_iso (self->at);

  ntm_map_page_stop_playing (self);
  gtk_widget_activate_action (widget, "win.set-date", "s", iso);
}

static void
own_date_cb (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  NtmMapPage *self = NTM_MAP_PAGE (widget);

  ntm_map_page_stop_playing (self);
  _ntm_map_page_look_at (self, self->desk_date);
}

/* Returns: (transfer full) (nullable): the map as it is; where there is none it is said why */
static NtmFigure *
make_figure (NtmMapPage *self)
{
  g_autoptr (GError) error = NULL;
  NtmFigure *figure;

  if (ntm_desk_get_atlas (self->desk) == NULL || find_window (self) == NULL)
    return NULL;
  figure = _ntm_map_page_new_figure (self, &error);
  if (figure == NULL)
    ntm_dialogs_error (find_window (self), error);
  return figure;
}

static void
copy_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  g_autoptr (NtmFigure) figure = make_figure (NTM_MAP_PAGE (widget));

  if (figure != NULL)
    ntm_figure_output_copy (figure, widget);
}

static void
export_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  NtmMapPage *self = NTM_MAP_PAGE (widget);
  g_autoptr (NtmFigure) figure = NULL;
  g_autofree char *day = NULL;
  g_autofree char *stem = NULL;

  ntm_map_page_stop_playing (self);
  figure = make_figure (self);
  if (figure == NULL)
    return;
  day = ntm_date_to_iso (self->at);
  /* Translators: the beginning of the name of a file, without spaces. */
  stem = g_strdup_printf ("%s-%s-%s", _("map"), self->scope.theme == NULL ? "title" : self->scope.theme, day);
  ntm_figure_output_export (figure, widget, stem, g_variant_get_string (parameter, NULL));
}

void
_ntm_map_page_install_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "map.zoom-in", NULL, zoom_in_cb);
  gtk_widget_class_install_action (klass, "map.zoom-out", NULL, zoom_out_cb);
  gtk_widget_class_install_action (klass, "map.fit", NULL, fit_cb);
  gtk_widget_class_install_action (klass, "map.drill", NULL, drill_cb);
  gtk_widget_class_install_action (klass, "map.up", NULL, up_cb);
  gtk_widget_class_install_action (klass, "map.top", NULL, top_cb);
  gtk_widget_class_install_action (klass, "map.play", NULL, play_cb);
  gtk_widget_class_install_action (klass, "map.use-date", NULL, use_date_cb);
  gtk_widget_class_install_action (klass, "map.own-date", NULL, own_date_cb);
  gtk_widget_class_install_action (klass, "map.copy", NULL, copy_cb);
  gtk_widget_class_install_action (klass, "map.export", "s", export_cb);
  gtk_widget_class_install_property_action (klass, "map.level", "level");
}

/* Whether @unit has communes on the day shown that could be entered. */
static gboolean
can_drill (NtmMapPage    *self,
           const NtmUnit *unit)
{
  g_autoptr (GPtrArray) parts = NULL;

  if (unit == NULL || unit->level != NTM_LEVEL_DISTRICT || !ntm_interval_contains (&unit->life, self->at))
    return FALSE;
  parts = ntm_atlas_children (ntm_desk_get_atlas (self->desk), unit, self->at);
  return parts->len > 0;
}

void
_ntm_map_page_update_actions (NtmMapPage *self)
{
  NtmStore *store = ntm_desk_get_store (self->desk);
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_action_set_enabled (widget, "map.up", self->scope.parent != NULL);
  gtk_widget_action_set_enabled (widget, "map.use-date", store != NULL && !ntm_store_is_read_only (store));
  gtk_widget_action_set_enabled (widget, "map.copy", self->spec != NULL);
  gtk_widget_action_set_enabled (widget, "map.export", self->spec != NULL);
}

static void
change_scope (NtmMapPage *self)
{
  self->class_filter = 0;
  _ntm_map_page_update (self);
  _ntm_map_page_count_years (self);
}

/**
 * ntm_map_page_set_theme:
 * @self: a page
 * @indicator: (nullable): code of an indicator, %NULL for the titles
 *
 * Colours the map by @indicator.
 */
void
ntm_map_page_set_theme (NtmMapPage *self,
                        const char *indicator)
{
  g_autofree char *old = NULL;

  g_return_if_fail (NTM_IS_MAP_PAGE (self));

  if (g_strcmp0 (self->scope.theme, indicator) == 0)
    return;
  old = g_steal_pointer (&self->scope.theme);
  self->scope.theme = g_strdup (indicator);
  change_scope (self);
}

/**
 * ntm_map_page_get_theme:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): the indicator the map is coloured by, %NULL for the titles
 */
const char *
ntm_map_page_get_theme (NtmMapPage *self)
{
  g_return_val_if_fail (NTM_IS_MAP_PAGE (self), NULL);

  return self->scope.theme;
}

/**
 * ntm_map_page_set_level:
 * @self: a page
 * @level: %NTM_LEVEL_DISTRICT or %NTM_LEVEL_COMMUNE
 *
 * Shows the districts, or all communes. Asking for districts from within one leads out of it.
 */
void
ntm_map_page_set_level (NtmMapPage *self,
                        NtmLevel    level)
{
  gboolean leaves;

  g_return_if_fail (NTM_IS_MAP_PAGE (self));

  leaves = self->scope.parent != NULL && level == NTM_LEVEL_DISTRICT;
  if (self->scope.level == level && !leaves)
    return;
  self->scope.level = level;
  g_clear_pointer (&self->scope.parent, g_free);
  change_scope (self);
  ntm_map_layer_fit (self->layer);
  g_object_notify (G_OBJECT (self), "level");
}

/**
 * ntm_map_page_get_level:
 * @self: a page
 *
 * Returns: the level asked for; where there are no districts the communes are shown all the same
 */
NtmLevel
ntm_map_page_get_level (NtmMapPage *self)
{
  g_return_val_if_fail (NTM_IS_MAP_PAGE (self), NTM_LEVEL_DISTRICT);

  return self->scope.level;
}

/**
 * ntm_map_page_drill:
 * @self: a page
 * @id: id of a district
 *
 * Enters a district: the map shows its communes.
 *
 * Returns: %FALSE if it has none on the day shown; nothing has changed then
 */
gboolean
ntm_map_page_drill (NtmMapPage *self,
                    const char *id)
{
  NtmAtlas *atlas;

  g_return_val_if_fail (NTM_IS_MAP_PAGE (self), FALSE);

  atlas = ntm_desk_get_atlas (self->desk);
  if (atlas == NULL || self->scope.parent != NULL || !can_drill (self, ntm_atlas_find_unit (atlas, id)))
    return FALSE;
  self->scope.parent = g_strdup (id);
  change_scope (self);
  ntm_map_layer_fit (self->layer);
  return TRUE;
}

/**
 * ntm_map_page_go_up:
 * @self: a page
 *
 * Leaves the district that was entered, which becomes the selected unit if it is alive.
 */
void
ntm_map_page_go_up (NtmMapPage *self)
{
  g_autofree char *left = NULL;
  const NtmUnit *unit;

  g_return_if_fail (NTM_IS_MAP_PAGE (self));

  if (self->scope.parent == NULL)
    return;
  left = g_steal_pointer (&self->scope.parent);
  change_scope (self);
  ntm_map_layer_fit (self->layer);
  unit = ntm_atlas_find_unit (ntm_desk_get_atlas (self->desk), left);
  if (unit != NULL && ntm_interval_contains (&unit->life, ntm_desk_get_date (self->desk)))
    ntm_desk_select (self->desk, left);
}

/**
 * ntm_map_page_get_parent:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): id of the district that was entered
 */
const char *
ntm_map_page_get_parent (NtmMapPage *self)
{
  g_return_val_if_fail (NTM_IS_MAP_PAGE (self), NULL);

  return self->scope.parent;
}

/**
 * ntm_map_page_write:
 * @self: a page with a file
 * @path: where to; ends in .png, .svg or .pdf
 * @error: return location for a #GError
 *
 * Writes the map as it is shown, with title, legend and source.
 *
 * Returns: %FALSE with @error set if there is no map of the day or the file could not be written
 */
gboolean
ntm_map_page_write (NtmMapPage *self,
                    const char *path,
                    GError    **error)
{
  g_autoptr (NtmFigure) figure = NULL;

  g_return_val_if_fail (NTM_IS_MAP_PAGE (self) && ntm_desk_get_atlas (self->desk) != NULL, FALSE);

  figure = _ntm_map_page_new_figure (self, error);
  return figure != NULL && ntm_figure_output_write (figure, path, error);
}
