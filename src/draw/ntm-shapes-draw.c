/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Drawing shapes: items of the same look are filled many at a time; each border is stroked once, inner
 * borders first, coasts over them.
 */

#include "ntm-mark.h"
#include "ntm-shapes-private.h"

#include <math.h>
#include <stdlib.h>

#define DIMMED 0.35

/* Cairo's cost for each row of pixels grows with the square of what a path has there. */
#define ITEMS_AT_ONCE 128
#define ARCS_AT_ONCE  64

/* Above so many items in view each is a few pixels: rougher edges cannot be told. */
#define CROWD 2000

/* Cairo's fixed point ends at 2^23; boundaries far outside the picture may lie beyond. */
#define FAR 4.0e6

typedef struct { guint64 look; guint item; } Batch;

static void
project (const NtmTransform *transform, const NtmPoint *point, double *x, double *y)
{
  *x = CLAMP (point->x * transform->scale + transform->x, -FAR, FAR);
  *y = CLAMP (point->y * transform->scale + transform->y, -FAR, FAR);
}

static void
add_arc (const NtmShapes *self, cairo_t *cr, const NtmTransform *transform, const NtmShapesLevel *level, guint reference,
         gboolean begin)
{
  guint arc = reference / 2;
  guint first = level->start[arc];
  guint n = level->start[arc + 1] - first;

  for (guint i = begin ? 0 : 1; i < n; i++)
    {
      guint at = reference % 2 == 0 ? first + i : first + n - 1 - i;
      double x, y;

      project (transform, &self->topology->points[level->index[at]], &x, &y);
      if (i == 0)
        cairo_move_to (cr, x, y);
      else
        cairo_line_to (cr, x, y);
    }
}

static void
add_item (const NtmShapes *self, cairo_t *cr, const NtmTransform *transform, const NtmShapesLevel *level, guint item)
{
  const NtmTopology *topology = self->topology;

  for (guint ring = topology->item_ring[item]; ring < topology->item_ring[item + 1]; ring++)
    {
      guint first = topology->ring_start[ring];

      for (guint r = first; r < topology->ring_start[ring + 1]; r++)
        add_arc (self, cr, transform, level, topology->refs[r], r == first);
      cairo_close_path (cr);
    }
}

/**
 * ntm_shapes_add_path:
 * @self: shapes
 * @cr: its path gets the outline of @item, at the detail the scale needs
 * @transform: from Web-Mercator
 * @item: an item
 *
 * For outlines of what is selected or under the pointer.
 */
void
ntm_shapes_add_path (const NtmShapes *self, cairo_t *cr, const NtmTransform *transform, guint item)
{
  g_return_if_fail (item < self->topology->n_items);

  add_item (self, cr, transform, &self->levels[ntm_shapes_get_level (self, transform->scale)], item);
}

static NtmBox
unproject (const NtmTransform *transform, const NtmBox *box, double margin)
{
  return (NtmBox) {
    (box->x_min - margin - transform->x) / transform->scale, (box->y_min - margin - transform->y) / transform->scale,
    (box->x_max + margin - transform->x) / transform->scale, (box->y_max + margin - transform->y) / transform->scale,
  };
}

/* Equal numbers for equal looks. */
static guint64
encode_look (const NtmPaint *paint)
{
  guint64 look = (guint64) paint->kind << 56 | (guint64) (paint->dimmed != 0) << 48;

  if (paint->kind == NTM_PAINT_MARK)
    return look | paint->mark;

  return look | (guint64) lround (paint->color.r * 255) << 24 | (guint64) lround (paint->color.g * 255) << 16
         | (guint64) lround (paint->color.b * 255) << 8 | (guint64) lround (paint->color.a * 255);
}

static int
compare_batches (const void *a, const void *b)
{
  const Batch *x = a, *y = b;

  if (x->look != y->look)
    return x->look < y->look ? -1 : 1;

  return x->item < y->item ? -1 : x->item > y->item;
}

static GArray *
collect_visible (const NtmShapes *self, const NtmPaint *paints, const NtmBox *visible)
{
  GArray *batches = g_array_new (FALSE, FALSE, sizeof (Batch));

  for (guint i = 0; i < self->topology->n_items; i++)
    {
      Batch batch = { 0, i };

      if (paints[i].kind == NTM_PAINT_NONE || !ntm_box_overlaps (&self->item_boxes[i], visible))
        continue;
      batch.look = encode_look (&paints[i]);
      g_array_append_val (batches, batch);
    }
  if (batches->len > 1)
    qsort (batches->data, batches->len, sizeof (Batch), compare_batches);
  return batches;
}

static void
fill_path (cairo_t *cr, const NtmPaint *paint, double unit, const NtmPalette *palette)
{
  double alpha = paint->dimmed ? DIMMED : 1;
  const NtmMarkStyle *look = paint->kind == NTM_PAINT_MARK ? ntm_palette_get_mark (palette, paint->mark) : NULL;
  NtmColor fill = ntm_color_with_alpha (look != NULL ? &look->fill : &paint->color, alpha);

  ntm_color_set (&fill, cr);
  if (look == NULL || look->texture == NTM_TEXTURE_NONE)
    {
      cairo_fill (cr);
      return;
    }

  {
    NtmColor ink = ntm_color_with_alpha (&look->ink, alpha);

    cairo_fill_preserve (cr);
    ntm_mark_texture_path (cr, look->texture, &ink, unit);
  }
}

static void
fill_items (const NtmShapes *self, cairo_t *cr, const NtmTransform *transform, const NtmShapesLevel *level,
            const NtmPaint *paints, GArray *batches, const NtmShapesView *view, const NtmPalette *palette)
{
  /* Where one path ends and the next begins a seam would show, were there no border over it. */
  guint at_once = view->border_width > 0 ? ITEMS_AT_ONCE : G_MAXUINT;
  guint n = 0;

  for (guint i = 0; i < batches->len; i++)
    {
      const Batch *batch = &g_array_index (batches, Batch, i);

      add_item (self, cr, transform, level, batch->item);
      n++;
      if (n < at_once && i + 1 < batches->len && g_array_index (batches, Batch, i + 1).look == batch->look)
        continue;
      fill_path (cr, &paints[batch->item], view->unit, palette);
      n = 0;
    }
}

static gboolean
is_painted (const NtmPaint *paints, guint item)
{
  return item != NTM_TOPOLOGY_OUTSIDE && paints[item].kind != NTM_PAINT_NONE;
}

static void
stroke_arcs (const NtmShapes *self, cairo_t *cr, const NtmTransform *transform, const NtmShapesLevel *level,
             const NtmPaint *paints, const NtmBox *visible, gboolean coast, double width, const NtmColor *color)
{
  const NtmTopology *topology = self->topology;
  guint n = 0;

  if (width <= 0)
    return;

  cairo_set_line_width (cr, width);
  ntm_color_set (color, cr);
  for (guint a = 0; a < topology->n_arcs; a++)
    {
      gboolean left = is_painted (paints, topology->arc_left[a]);
      gboolean right = is_painted (paints, topology->arc_right[a]);

      if ((left && right) == coast || (!left && !right) || !ntm_box_overlaps (&self->arc_boxes[a], visible))
        continue;
      add_arc (self, cr, transform, level, a * 2, TRUE);
      if (++n % ARCS_AT_ONCE == 0)
        cairo_stroke (cr);
    }
  cairo_stroke (cr);
}

/* Too small for a strip of ground beside the dots. */
static gboolean
is_small (const NtmBox *box, double scale, double unit)
{
  return MIN (box->x_max - box->x_min, box->y_max - box->y_min) * scale < 45 * unit;
}

static void
stroke_uncertain (const NtmShapes *self, cairo_t *cr, const NtmTransform *transform, const NtmShapesLevel *level,
                  const NtmPaint *paints, GArray *batches, double unit, const NtmPalette *palette)
{
  for (guint i = 0; i < batches->len; i++)
    {
      guint item = g_array_index (batches, Batch, i).item;
      const NtmPaint *paint = &paints[item];
      NtmColor color, ground;

      if (!paint->uncertain)
        continue;
      ground = paint->kind == NTM_PAINT_MARK ? ntm_palette_get_mark (palette, paint->mark)->fill : paint->color;
      color = paint->kind == NTM_PAINT_MARK ? ntm_palette_get_mark (palette, paint->mark)->on
                                            : ntm_palette_text_on (palette, &paint->color);
      color = ntm_color_with_alpha (&color, paint->dimmed ? DIMMED : 1);
      add_item (self, cr, transform, level, item);
      if (paint->dimmed || is_small (&self->item_boxes[item], transform->scale, unit))
        ntm_mark_dotted_path (cr, &color, unit);
      else
        ntm_mark_inset_dotted_path (cr, &color, &ground, unit);
    }
}

/**
 * ntm_shapes_draw:
 * @self: shapes
 * @cr: where; nothing but the current path is changed
 * @transform: from Web-Mercator to units of @cr
 * @paints: (array): a paint for each item
 * @view: what part is needed, widths of borders
 * @palette: colours
 *
 * Draws all items that touch the clip of @view. Items are filled by the even-odd rule, those of one look
 * at once, so boundaries of one set must not overlap.
 */
void
ntm_shapes_draw (const NtmShapes *self, cairo_t *cr, const NtmTransform *transform, const NtmPaint *paints,
                 const NtmShapesView *view, const NtmPalette *palette)
{
  const NtmShapesLevel *level = &self->levels[ntm_shapes_get_level (self, transform->scale)];
  NtmBox visible = unproject (transform, &view->clip, MAX (view->border_width, view->coast_width));
  g_autoptr(GArray) batches = collect_visible (self, paints, &visible);

  cairo_save (cr);
  cairo_new_path (cr);
  cairo_rectangle (cr, view->clip.x_min, view->clip.y_min, view->clip.x_max - view->clip.x_min,
                   view->clip.y_max - view->clip.y_min);
  cairo_clip (cr);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  /* Round ends are dear and cannot be seen on hairlines. */
  cairo_set_line_join (cr, view->coast_width < 1.2 * view->unit ? CAIRO_LINE_JOIN_BEVEL : CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, view->coast_width < 1.2 * view->unit ? CAIRO_LINE_CAP_BUTT : CAIRO_LINE_CAP_ROUND);
  if (batches->len > CROWD)
    cairo_set_antialias (cr, CAIRO_ANTIALIAS_FAST);
  fill_items (self, cr, transform, level, paints, batches, view, palette);
  stroke_uncertain (self, cr, transform, level, paints, batches, view->unit, palette);
  stroke_arcs (self, cr, transform, level, paints, &visible, FALSE, view->border_width,
               ntm_palette_get_color (palette, NTM_ROLE_BORDER));
  stroke_arcs (self, cr, transform, level, paints, &visible, TRUE, view->coast_width,
               ntm_palette_get_color (palette, NTM_ROLE_COAST));
  cairo_restore (cr);
}
