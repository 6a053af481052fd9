/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a map shows. */

#include "ntm-map.h"

#include "ntm-text-box.h"

static void
free_item (gpointer data)
{
  NtmMapItem *item = data;

  g_free (item->key);
  g_free (item->label);
  g_free (item->short_label);
  g_free (item->sublabel);
  g_free (item);
}

static void
free_entry (gpointer data)
{
  NtmLegendEntry *entry = data;

  g_free (entry->key);
  g_free (entry->label);
  g_free (entry->count);
  g_free (entry);
}

static void
free_legend (gpointer data)
{
  NtmLegend *legend = data;

  g_free (legend->title);
  g_free (legend->hint);
  g_free (legend->note);
  g_ptr_array_unref (legend->entries);
  g_free (legend);
}

static void
free_place (gpointer data)
{
  NtmMapPlace *place = data;

  g_free (place->text);
  g_free (place);
}

/**
 * ntm_map_spec_new:
 * @shapes: boundaries; the map takes a reference
 *
 * Returns: (transfer full): a map of nothing yet
 */
NtmMapSpec *
ntm_map_spec_new (NtmShapes *shapes)
{
  NtmMapSpec *self = g_atomic_rc_box_new0 (NtmMapSpec);

  self->shapes = ntm_shapes_ref (shapes);
  self->items = g_ptr_array_new_with_free_func (free_item);
  self->legends = g_ptr_array_new_with_free_func (free_legend);
  self->places = g_ptr_array_new_with_free_func (free_place);
  self->n_classes = NTM_PALETTE_MAX_CLASSES;
  return self;
}

/**
 * ntm_map_spec_ref:
 * @self: a map
 *
 * Returns: (transfer full): @self with one more reference
 */
NtmMapSpec *
ntm_map_spec_ref (NtmMapSpec *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  NtmMapSpec *self = data;

  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->source);
  g_free (self->note);
  g_free (self->selected);
  ntm_shapes_unref (self->shapes);
  g_ptr_array_unref (self->items);
  g_ptr_array_unref (self->legends);
  g_ptr_array_unref (self->places);
}

/**
 * ntm_map_spec_unref:
 * @self: (transfer full): a map
 */
void
ntm_map_spec_unref (NtmMapSpec *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

/**
 * ntm_map_spec_add_item:
 * @self: a map
 * @key: of the unit
 * @label: its name
 * @shape: its boundary among the shapes, or %NTM_SHAPES_NONE
 *
 * Returns: (transfer none): the new item, without data until the caller says otherwise
 */
NtmMapItem *
ntm_map_spec_add_item (NtmMapSpec *self, const char *key, const char *label, guint shape)
{
  NtmMapItem *item = g_new0 (NtmMapItem, 1);

  item->key = g_strdup (key);
  item->label = g_strdup (label);
  item->shape = shape;
  item->fill = NTM_MAP_FILL_MARK;
  item->mark = NTM_MARK_NO_DATA;
  g_ptr_array_add (self->items, item);
  return item;
}

/**
 * ntm_map_spec_add_legend:
 * @self: a map
 * @title: (nullable): over its entries
 *
 * Returns: (transfer none): a new card
 */
NtmLegend *
ntm_map_spec_add_legend (NtmMapSpec *self, const char *title)
{
  NtmLegend *legend = g_new0 (NtmLegend, 1);

  legend->title = g_strdup (title);
  legend->entries = g_ptr_array_new_with_free_func (free_entry);
  g_ptr_array_add (self->legends, legend);
  return legend;
}

static NtmLegendEntry *
add_entry (NtmLegend *legend, const char *key, NtmMapFill fill, const char *label, const char *count)
{
  NtmLegendEntry *entry = g_new0 (NtmLegendEntry, 1);

  entry->key = g_strdup (key);
  entry->label = g_strdup (label);
  entry->count = g_strdup (count);
  entry->fill = fill;
  g_ptr_array_add (legend->entries, entry);
  return entry;
}

/**
 * ntm_legend_add_mark:
 * @self: a legend
 * @key: (nullable): of the entry
 * @mark: what it explains
 * @label: in words
 * @count: (nullable): how many there are, as text
 *
 * Returns: (transfer none): the new entry
 */
NtmLegendEntry *
ntm_legend_add_mark (NtmLegend *self, const char *key, NtmMark mark, const char *label, const char *count)
{
  NtmLegendEntry *entry = add_entry (self, key, NTM_MAP_FILL_MARK, label, count);

  entry->mark = mark;
  return entry;
}

/**
 * ntm_legend_add_class:
 * @self: a legend
 * @key: (nullable): of the entry
 * @class_index: which class, from 0
 * @label: its range in words
 * @count: (nullable): how many there are, as text
 *
 * Returns: (transfer none): the new entry
 */
NtmLegendEntry *
ntm_legend_add_class (NtmLegend *self, const char *key, guint class_index, const char *label, const char *count)
{
  NtmLegendEntry *entry = add_entry (self, key, NTM_MAP_FILL_CLASS, label, count);

  entry->class_index = class_index;
  entry->no_glyph = TRUE;
  return entry;
}

/**
 * ntm_legend_add_color:
 * @self: a legend
 * @key: (nullable): of the entry
 * @color: what it explains
 * @label: in words
 * @count: (nullable): how many there are, as text
 *
 * Returns: (transfer none): the new entry
 */
NtmLegendEntry *
ntm_legend_add_color (NtmLegend *self, const char *key, const NtmColor *color, const char *label, const char *count)
{
  NtmLegendEntry *entry = add_entry (self, key, NTM_MAP_FILL_COLOR, label, count);

  entry->color = *color;
  entry->no_glyph = TRUE;
  return entry;
}

/**
 * ntm_map_spec_add_place:
 * @self: a map
 * @text: name of a sea or a neighbour
 * @longitude: of its middle
 * @latitude: of its middle
 *
 * Returns: (transfer none): the new place
 */
NtmMapPlace *
ntm_map_spec_add_place (NtmMapSpec *self, const char *text, double longitude, double latitude)
{
  NtmMapPlace *place = g_new0 (NtmMapPlace, 1);

  place->text = g_strdup (text);
  place->longitude = longitude;
  place->latitude = latitude;
  g_ptr_array_add (self->places, place);
  return place;
}
