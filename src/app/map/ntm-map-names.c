/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Names of the map: set in type once, placed by ntm-map-names-place.c, drawn with every frame. */

#include "ntm-map-names-private.h"

#include <string.h>

#define HALO 2.5
#define DOT 2.6
#define MANY 16   /* units; their names are smaller */

static void
name_clear (gpointer data)
{
  NtmMapName *name = data;

  for (guint i = 0; i < G_N_ELEMENTS (name->settings); i++)
    g_clear_pointer (&name->settings[i], ntm_text_box_free);
  g_clear_pointer (&name->sublabel, ntm_text_box_free);
}

static void
around_clear (gpointer data)
{
  g_clear_pointer (&((NtmMapAround *) data)->text, ntm_text_box_free);
}

static double
extent_of (NtmMapNames      *self,
           const NtmMapName *name)
{
  NtmBox box = ntm_shapes_get_box (self->spec->shapes, name->item->shape);

  return (box.x_max - box.x_min) * (box.y_max - box.y_min);
}

static int
compare_names (gconstpointer a,
               gconstpointer b,
               gpointer      user_data)
{
  double first = extent_of (user_data, a), second = extent_of (user_data, b);

  return first > second ? -1 : first < second;
}

/* Where there are few units, a name that does not fit into its own may become smaller. */
static void
set_name (NtmMapNames *self,
          NtmMapName  *name)
{
  const NtmTextFlags flags = NTM_TEXT_BOLD | NTM_TEXT_CENTER;
  gboolean few = self->spec->items->len < MANY;
  const char *text = name->item->label;
  g_autofree char *lines = g_strdup (text);
  char *space = strchr (lines, ' ');

  name->settings[0] = ntm_text_box_new (self->style, few ? NTM_FONT_MAP : NTM_FONT_BODY, flags, text, 400);
  name->label = name->settings[0];
  if (!few)
    return;
  name->settings[1] = ntm_text_box_new (self->style, NTM_FONT_BODY, flags, text, 400);
  if (space == NULL)
    return;
  *space = '\n';
  name->settings[2] = ntm_text_box_new (self->style, NTM_FONT_BODY, flags, lines, 400);
}

static void
set_names (NtmMapNames *self)
{

  for (guint i = 0; i < self->spec->items->len; i++)
    {
      const NtmMapItem *item = g_ptr_array_index (self->spec->items, i);
      NtmMapName name = { .item = item };

      if (item->shape == NTM_SHAPES_NONE || item->label == NULL)
        continue;
      set_name (self, &name);
      if (item->sublabel != NULL)
        name.sublabel = ntm_text_box_new (self->style, NTM_FONT_CAPTION, NTM_TEXT_CENTER, item->sublabel, 400);
      g_array_append_val (self->names, name);
    }
  g_array_sort_with_data (self->names, compare_names, self);
}

static void
set_around (NtmMapNames *self)
{
  for (guint i = 0; i < self->spec->places->len; i++)
    {
      NtmMapAround around = { .place = g_ptr_array_index (self->spec->places, i) };
      g_autofree char *upper = g_utf8_strup (around.place->text, -1);

      around.text = ntm_text_box_new (self->style, NTM_FONT_BODY, NTM_TEXT_ITALIC | NTM_TEXT_SPACED, upper, 400);
      g_array_append_val (self->around, around);
    }
}

/**
 * ntm_map_names_new:
 * @spec: the map
 * @style: faces and colours
 *
 * Sets the names of @spec in type.
 *
 * Returns: (transfer full): names that are not placed yet
 */
NtmMapNames *
ntm_map_names_new (NtmMapSpec         *spec,
                   const NtmDrawStyle *style)
{
  NtmMapNames *self = g_new0 (NtmMapNames, 1);

  self->spec = ntm_map_spec_ref (spec);
  self->style = ntm_draw_style_copy (style);
  self->names = g_array_new (FALSE, FALSE, sizeof (NtmMapName));
  g_array_set_clear_func (self->names, name_clear);
  self->around = g_array_new (FALSE, FALSE, sizeof (NtmMapAround));
  g_array_set_clear_func (self->around, around_clear);
  set_names (self);
  set_around (self);
  return self;
}

/**
 * ntm_map_names_free:
 * @self: (nullable): names
 *
 * Frees @self.
 */
void
ntm_map_names_free (NtmMapNames *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->names);
  g_array_unref (self->around);
  ntm_draw_style_free (self->style);
  ntm_map_spec_unref (self->spec);
  g_free (self);
}

static void
draw_leader (const NtmMapName   *name,
             cairo_t            *cr,
             const NtmDrawStyle *style)
{
  const NtmColor *color = ntm_palette_get_color (style->palette, NTM_ROLE_LEADER);
  const NtmColor *halo = ntm_palette_get_color (style->palette, NTM_ROLE_SEA);
  NtmPoint end = _ntm_map_names_end_of_line (&name->box, name->anchor);

  ntm_color_set (color, cr);
  cairo_set_line_width (cr, 1);
  cairo_move_to (cr, name->anchor.x, name->anchor.y);
  cairo_line_to (cr, end.x, end.y);
  cairo_stroke (cr);
  cairo_arc (cr, name->anchor.x, name->anchor.y, DOT, 0, 2 * G_PI);
  cairo_fill_preserve (cr);
  ntm_color_set (halo, cr);
  cairo_stroke (cr);
}

static void
draw_lines (const NtmMapName *name,
            cairo_t          *cr,
            const NtmColor   *color,
            const NtmColor   *halo)
{
  double middle = (name->box.x_min + name->box.x_max) / 2;
  double y = name->box.y_min;

  ntm_text_box_draw_halo (name->label, cr, middle - name->label->width / 2, y, color, halo, HALO);
  y += name->label->height;
  if (name->with_sublabel)
    ntm_text_box_draw_halo (name->sublabel, cr, middle - name->sublabel->width / 2, y, color, halo, HALO);
}

static void
draw_name (NtmMapNames      *self,
           const NtmMapName *name,
           cairo_t          *cr)
{
  const NtmPalette *palette = self->style->palette;
  const NtmMapItem *item = name->item;
  const NtmColor *text = ntm_palette_get_color (palette, NTM_ROLE_TEXT);
  const NtmColor *sea = ntm_palette_get_color (palette, NTM_ROLE_SEA);
  const NtmMarkStyle *look = ntm_palette_get_mark (palette, item->mark);

  if (name->leader)
    draw_leader (name, cr, self->style);
  if (item->dimmed)
    {
      NtmColor faint = ntm_color_with_alpha (text, 0.55), no_halo = ntm_color_with_alpha (sea, 0);
      draw_lines (name, cr, &faint, &no_halo);
    }
  else if (!name->leader && item->fill == NTM_MAP_FILL_CLASS)
    {
      NtmColor fill = ntm_palette_get_class (palette, item->class_index, self->spec->n_classes);
      NtmColor on = ntm_palette_text_on (palette, &fill);
      draw_lines (name, cr, &on, &fill);
    }
  else if (name->leader || item->fill != NTM_MAP_FILL_MARK)
    draw_lines (name, cr, text, sea);
  else
    draw_lines (name, cr, &look->on, &look->fill);
}

/**
 * ntm_map_names_draw:
 * @self: names placed for the scale of @view
 * @cr: the widget
 * @view: from Web-Mercator to the widget
 * @width: of the widget
 * @height: of the widget
 *
 * Draws the names in sight; none lies under a card.
 */
void
ntm_map_names_draw (NtmMapNames        *self,
                    cairo_t            *cr,
                    const NtmTransform *view,
                    double              width,
                    double              height)
{
  NtmBox sight = { -view->x, -view->y, width - view->x, height - view->y };
  const NtmColor *faint = ntm_palette_get_color (self->style->palette, NTM_ROLE_PLACE);

  cairo_save (cr);
  cairo_translate (cr, view->x, view->y);
  for (guint i = 0; i < self->around->len; i++)
    {
      const NtmMapAround *around = &g_array_index (self->around, NtmMapAround, i);
      if (around->is_placed && ntm_box_overlaps (&around->box, &sight)
          && !_ntm_map_names_is_covered (self, &around->box, view->x, view->y))
        ntm_text_box_draw (around->text, cr, around->box.x_min, around->box.y_min, faint);
    }
  for (guint i = 0; i < self->names->len; i++)
    {
      const NtmMapName *name = &g_array_index (self->names, NtmMapName, i);
      if (name->is_placed && ntm_box_overlaps (&name->box, &sight)
          && !_ntm_map_names_is_covered (self, &name->box, view->x, view->y))
        draw_name (self, name, cr);
    }
  cairo_restore (cr);
}

/**
 * ntm_map_names_get_n_placed:
 * @self: names
 *
 * Returns: how many names of units have a place at the present scale
 */
guint
ntm_map_names_get_n_placed (NtmMapNames *self)
{
  guint n = 0;

  for (guint i = 0; i < self->names->len; i++)
    n += g_array_index (self->names, NtmMapName, i).is_placed;
  return n;
}

/**
 * ntm_map_names_get_box:
 * @self: names
 * @key: key of an item
 * @box: (out): where its name is, in pixels of the world at the present scale
 *
 * Returns: whether the name has a place
 */
gboolean
ntm_map_names_get_box (NtmMapNames *self,
                       const char  *key,
                       NtmBox      *box)
{
  for (guint i = 0; i < self->names->len; i++)
    {
      const NtmMapName *name = &g_array_index (self->names, NtmMapName, i);

      if (!name->is_placed || !g_str_equal (name->item->key, key))
        continue;
      *box = name->box;
      return TRUE;
    }
  return FALSE;
}
