/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * From the state of the page to what is seen. `view` is asked for the map of the day, and the layer, the
 * legend and the words get what it answers. Shapes are made once for each set of boundaries and kept, so
 * that a year more or less only changes colours.
 */

#include "config.h"

#include "ntm-map-page-private.h"

#include <glib/gi18n.h>

#include "ntm-look.h"
#include "ntm-map-view.h"
#include "ntm-standings.h"
#include "ntm-view-words.h"

#define MAX_SCALE 1.15   /* of large text: the names are large as they are, and all must find room */

#define ROOMY_WIDTH 860      /* narrower, only the legend stands over the map */
#define LOW_HEIGHT 750       /* of the page in a window 800 pixels high */
#define MAX_SHAPES 6         /* sets of boundaries kept */

NtmViewContext
_ntm_map_page_get_context (NtmMapPage *self)
{
  NtmViewContext context = ntm_desk_get_context (self->desk);

  context.at = self->at;
  return context;
}

NtmMapScopeAt
_ntm_map_page_get_scope (NtmMapPage *self)
{
  return ntm_map_scope_at (&self->scope, ntm_desk_get_atlas (self->desk), self->at);
}

/* Returns: (transfer none) (nullable): %NULL where the day has no boundaries; the view says so */
static NtmShapes *
find_shapes (NtmMapPage           *self,
             const NtmViewContext *context,
             NtmLevel              level,
             const char           *parent)
{
  g_autofree char *key = ntm_map_view_dup_shapes_key (context, level, parent);
  NtmShapes *shapes = g_hash_table_lookup (self->shapes, key);

  if (shapes != NULL)
    return shapes;
  shapes = ntm_map_view_new_shapes (context, level, parent, NULL);
  if (shapes == NULL)
    return NULL;
  if (g_hash_table_size (self->shapes) >= MAX_SHAPES)
    g_hash_table_remove_all (self->shapes);
  g_hash_table_insert (self->shapes, g_steal_pointer (&key), shapes);
  return shapes;
}

static void
dim_items (NtmMapPage *self,
           NtmMapSpec *spec)
{
  for (guint i = 0; i < spec->items->len; i++)
    {
      NtmMapItem *item = g_ptr_array_index (spec->items, i);
      guint bit = item->fill == NTM_MAP_FILL_CLASS ? NTM_LEGEND_CLASS (item->class_index) : (guint) item->mark;
      item->dimmed = (self->class_filter & (1u << bit)) == 0;
    }
}

static NtmMapSpec *
new_spec (NtmMapPage           *self,
          const NtmViewContext *context,
          const NtmMapScopeAt  *scope,
          GError              **error)
{
  const char *parent = scope->parent == NULL ? NULL : scope->parent->id;
  NtmMapQuestion question = {
    .theme = self->scope.theme,
    .level = scope->level,
    .parent = parent,
    .only = self->scope.theme == NULL ? ntm_desk_get_filter (self->desk) : 0,
    .shapes = find_shapes (self, context, scope->level, parent),
  };
  NtmMapSpec *spec = ntm_map_view_new (context, &question, error);

  if (spec != NULL && self->scope.theme != NULL && self->class_filter != 0)
    dim_items (self, spec);
  return spec;
}

static void
show_spec (NtmMapPage *self,
           NtmMapSpec *spec)
{
  g_autoptr (NtmDrawStyle) style = ntm_look_new_style (GTK_WIDGET (self));

  style->scale = MIN (style->scale, MAX_SCALE);
  g_clear_pointer (&self->spec, ntm_map_spec_unref);
  self->spec = spec == NULL ? NULL : ntm_map_spec_ref (spec);
  ntm_map_layer_set_spec (self->layer, spec, style);
}

/* The cards must not hide the map where there is little room for it. */
void
_ntm_map_page_show_cards (NtmMapPage *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self->map)), height = gtk_widget_get_height (GTK_WIDGET (self));
  GPtrArray *legends = self->spec == NULL ? NULL : self->spec->legends;
  guint n_classes = self->spec == NULL ? 0 : self->spec->n_classes;
  gboolean roomy = width >= ROOMY_WIDTH && legends != NULL && legends->len > 1;

  self->is_low = height > 0 && height < LOW_HEIGHT;
  ntm_legend_card_set_low (self->legend, self->is_low, width);
  ntm_legend_card_show (self->legend, legends != NULL && legends->len > 0 ? g_ptr_array_index (legends, 0) : NULL, n_classes);
  ntm_legend_card_set_filter (self->legend, self->scope.theme == NULL ? ntm_desk_get_filter (self->desk) : self->class_filter);
  ntm_legend_card_show (self->published, roomy ? g_ptr_array_index (legends, 1) : NULL, 0);
  ntm_year_strip_set_low (self->strip, self->is_low);
  gtk_widget_queue_draw (GTK_WIDGET (self->layer));
}

static void
show_words (NtmMapPage *self)
{
  gtk_label_set_text (self->heading, self->spec == NULL || self->spec->title == NULL ? "" : self->spec->title);
  gtk_label_set_text (self->subtitle, self->spec == NULL || self->spec->subtitle == NULL ? "" : self->spec->subtitle);
}

static const char *
name_level (NtmLevel level)
{
  return level == NTM_LEVEL_DISTRICT ? _("districts") : _("communes");
}

static void
show_theme (NtmMapPage *self)
{
  NtmViewContext context = ntm_desk_get_context (self->desk);
  const NtmIndicator *indicator = NULL;
  g_autofree char *measure = NULL;
  g_autofree char *text = NULL;

  if (self->scope.theme != NULL && context.atlas != NULL)
    indicator = ntm_atlas_resolve_indicator (context.atlas, self->scope.theme, NULL);
  measure = indicator == NULL ? NULL : ntm_view_indicator_measure (&context, indicator);
  /* Translators: what the units of the map are coloured by. */
  text = g_strdup_printf (_("Colour by: %s"), measure == NULL ? _("NTM status") : measure);
  gtk_label_set_text (self->theme_label, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->theme_button), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->theme_button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  ntm_indicator_list_set_chosen (self->themes, self->scope.theme);
}

static void
show_toolbar (NtmMapPage    *self,
              NtmMapScopeAt *scope)
{
  /* Translators: %s is “districts” or “communes”. */
  g_autofree char *level = g_strdup_printf (_("Level: %s"), name_level (scope->level));
  g_autofree char *basis = g_strdup_printf (_("Counted by: %s"), ntm_view_basis_name (ntm_desk_get_basis (self->desk)));

  show_theme (self);
  gtk_menu_button_set_label (self->level_button, level);
  gtk_menu_button_set_label (self->basis_button, basis);
  gtk_widget_set_visible (GTK_WIDGET (self->basis_button), self->scope.theme == NULL);
}

/* Below the heading, which is as high as the desktop's letters. */
static void
place_trail (NtmMapPage *self)
{
  int height;

  gtk_widget_measure (self->heading_box, GTK_ORIENTATION_VERTICAL, -1, NULL, &height, NULL, NULL);
  gtk_widget_set_margin_top (self->trail, gtk_widget_get_margin_top (self->heading_box) + height + 4);
}

static void
show_trail (NtmMapPage           *self,
            const NtmViewContext *context,
            const NtmMapScopeAt  *scope)
{
  const NtmUnit *province = ntm_atlas_province (context->atlas, context->at);
  const NtmUnit *here = scope->parent;
  g_autofree char *top_name = province == NULL ? g_strdup (_("Province")) : ntm_view_unit_name (context, province);
  g_autofree char *here_name = NULL;

  gtk_widget_set_visible (self->trail, self->scope.parent != NULL);
  if (self->scope.parent == NULL)
    return;
  if (here == NULL)
    here = ntm_atlas_find_unit (context->atlas, self->scope.parent);
  here_name = here == NULL ? g_strdup ("") : ntm_view_unit_name (context, here);
  gtk_button_set_label (self->trail_top, top_name);
  gtk_label_set_text (self->trail_here, here_name);
  place_trail (self);
}

static void
set_ended (NtmMapPage           *self,
           const NtmViewContext *context,
           GError              **error)
{
  const NtmUnit *unit = ntm_atlas_find_unit (context->atlas, self->scope.parent);
  g_autofree char *name = unit == NULL ? g_strdup (self->scope.parent) : ntm_view_unit_name (context, unit);
  g_autofree char *day = ntm_date_format (context->at, context->lang);

  g_set_error (error, NTM_ERROR, NTM_ERROR_NOT_FOUND, _("%1$s does not exist on %2$s."), name, day);
}

/* A way out of a day without a map: the districts where they have boundaries, else the whole province. A file without
 * any unit has no such day. */
static void
offer_other (NtmMapPage           *self,
             const NtmViewContext *context)
{
  gboolean districts = ntm_atlas_has_boundaries (context->atlas, NTM_LEVEL_DISTRICT, context->at);
  gboolean is_empty = ntm_atlas_records (context->atlas, NTM_TABLE_UNIT)->len == 0;

  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->message_button), is_empty ? "win.open" : "map.top");
  gtk_widget_set_visible (GTK_WIDGET (self->message_button), is_empty || districts || self->scope.parent != NULL);
  gtk_button_set_label (self->message_button, is_empty ? _("Open Another File…")
                                              : districts ? _("Show the Districts") : _("Show the Whole Province"));
}

static void
show_message (NtmMapPage           *self,
              const NtmViewContext *context,
              const GError         *error)
{
  gtk_widget_set_visible (self->message, error != NULL);
  if (error == NULL)
    return;
  gtk_label_set_text (self->message_label, error->message);
  offer_other (self, context);
}

/* What the picture says, for those who cannot see it. */
static void
describe (NtmMapPage           *self,
          const NtmViewContext *context)
{
  g_autoptr (GPtrArray) units = ntm_map_scope_dup_units (&self->scope, context->atlas, context->at);
  NtmStandingCounts counts = ntm_standings_count (context, units);
  g_autoptr (GString) text = NULL;
  const NtmLegend *legend;

  if (self->scope.theme == NULL)
    {
      g_autofree char *sentence = ntm_standings_sentence (context, units, &counts);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->map), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, sentence, -1);
      return;
    }
  text = g_string_new (NULL);
  legend = self->spec == NULL ? NULL : g_ptr_array_index (self->spec->legends, 0);
  for (guint i = 0; legend != NULL && i < legend->entries->len; i++)
    {
      const NtmLegendEntry *entry = g_ptr_array_index (legend->entries, i);
      g_string_append_printf (text, "%s%s: %s", i == 0 ? "" : "; ", entry->label, entry->count);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->map), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text->str, -1);
}

static const NtmMapItem *
find_item (NtmMapPage *self,
           const char *id)
{
  for (guint i = 0; self->spec != NULL && i < self->spec->items->len; i++)
    {
      const NtmMapItem *item = g_ptr_array_index (self->spec->items, i);
      if (g_str_equal (item->key, id))
        return item;
    }
  return NULL;
}

static char *
describe_title (const NtmViewContext *context,
                const NtmUnit        *unit)
{
  NtmStanding standing = ntm_atlas_standing (context->atlas, unit, context->at, context->basis);
  const char *status = ntm_view_status_name (standing.status);

  if (standing.title == NULL || *standing.title->decision == '\0')
    return g_strdup (status);
  return g_strdup_printf ("%s · %s", status, standing.title->decision);
}

/* Name, then status and decision or the figure: "Huyện Hương Sơn\nĐạt chuẩn NTM · 525/QĐ-TTg". */
char *
_ntm_map_page_describe_unit (NtmMapPage *self,
                             const char *id)
{
  NtmViewContext context = _ntm_map_page_get_context (self);
  const NtmUnit *unit = ntm_atlas_find_unit (context.atlas, id);
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  if (unit == NULL)
    return g_strdup ("");
  name = ntm_view_unit_name (&context, unit);
  if (self->scope.theme == NULL)
    text = describe_title (&context, unit);
  else
    {
      const NtmMapItem *item = find_item (self, id);
      text = g_strdup (item == NULL || item->sublabel == NULL ? ntm_view_no_data () : item->sublabel);
    }
  return g_strdup_printf ("%s\n%s", name, text);
}

static void
label_map (NtmMapPage *self)
{
  const NtmUnit *unit = ntm_desk_get_selected (self->desk);
  const char *title = gtk_label_get_text (self->heading), *subtitle = gtk_label_get_text (self->subtitle);
  g_autofree char *about = *subtitle == '\0' ? g_strdup (title) : g_strdup_printf ("%s, %s", title, subtitle);
  g_autofree char *selected = NULL;
  g_autofree char *text = NULL;

  if (*title == '\0')
    text = g_strdup (_("Map"));
  else if (unit == NULL || self->spec == NULL || find_item (self, unit->id) == NULL)
    /* Translators: what the map shows. The list of units at its side tells the same in words. */
    text = g_strdup_printf (_("Map: %s. The list of units holds the same."), about);
  else
    {
      selected = g_strdelimit (_ntm_map_page_describe_unit (self, unit->id), "\n", ',');
      /* Translators: what the map shows; the selected unit and what it is. */
      text = g_strdup_printf (_("Map: %1$s. Selected: %2$s"), about, selected);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->map), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

void
_ntm_map_page_show_selected (NtmMapPage *self)
{
  const NtmUnit *unit = ntm_desk_get_selected (self->desk);

  ntm_map_layer_set_selected (self->layer, unit == NULL ? NULL : unit->id);
  if (unit != NULL)
    ntm_map_layer_reveal (self->layer, unit->id);
  label_map (self);
  _ntm_map_page_update_actions (self);
}

/* The legend stays as it is: the entry that was clicked must not vanish under the pointer. */
void
_ntm_map_page_update_filter (NtmMapPage *self)
{
  NtmViewContext context;
  NtmMapScopeAt scope;
  g_autoptr (NtmMapSpec) spec = NULL;

  if (ntm_desk_get_atlas (self->desk) == NULL)
    return;
  context = _ntm_map_page_get_context (self);
  scope = _ntm_map_page_get_scope (self);
  spec = scope.is_ended ? NULL : new_spec (self, &context, &scope, NULL);
  show_spec (self, spec);
  ntm_legend_card_set_filter (self->legend, self->scope.theme == NULL ? ntm_desk_get_filter (self->desk) : self->class_filter);
}

static void
show_nothing (NtmMapPage *self)
{
  show_spec (self, NULL);
  show_words (self);
  _ntm_map_page_show_cards (self);
  gtk_widget_set_visible (self->message, FALSE);
  gtk_widget_set_visible (self->trail, FALSE);
  _ntm_map_page_update_actions (self);
}

void
_ntm_map_page_update (NtmMapPage *self)
{
  g_autoptr (NtmMapSpec) spec = NULL;
  g_autoptr (GError) error = NULL;
  NtmViewContext context;
  NtmMapScopeAt scope;

  _ntm_map_page_hide_tip (self);
  if (ntm_desk_get_atlas (self->desk) == NULL)
    {
      show_nothing (self);
      return;
    }
  context = _ntm_map_page_get_context (self);
  scope = _ntm_map_page_get_scope (self);
  if (scope.is_ended)
    set_ended (self, &context, &error);
  else
    spec = new_spec (self, &context, &scope, &error);
  show_toolbar (self, &scope);
  show_trail (self, &context, &scope);
  show_spec (self, spec);
  show_words (self);
  _ntm_map_page_show_cards (self);
  show_message (self, &context, error);
  describe (self, &context);
  _ntm_map_page_show_selected (self);
}

/* The map as it leaves the window: with title, legend and source, and what is selected. */
NtmFigure *
_ntm_map_page_new_figure (NtmMapPage *self,
                          GError    **error)
{
  NtmViewContext context = _ntm_map_page_get_context (self);
  NtmMapScopeAt scope = _ntm_map_page_get_scope (self);
  g_autoptr (NtmMapSpec) spec = NULL;

  if (scope.is_ended)
    set_ended (self, &context, error);
  else
    spec = new_spec (self, &context, &scope, error);
  return spec == NULL ? NULL : ntm_figure_new_for_map (spec);
}
