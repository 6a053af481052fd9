/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The cells in view. What lies behind the texts (hatches, tints, lines, corners) is one cairo node; texts
 * are nodes of their own, so that the renderer keeps their glyphs. Colours are chosen while drawing.
 */

#include "config.h"

#include "ntm-grid-private.h"

#include <adwaita.h>

#include "ntm-look.h"
#include "ntm-mark.h"

#define HATCH_TILE 9

typedef struct
{
  NtmGrid            *self;
  const NtmPalette   *palette;
  const NtmGridRange *visible;
  cairo_t            *cr;
  GtkSnapshot        *snapshot;
} Painter;

static const NtmColor *
role (const Painter *painter,
      NtmRole        color)
{
  return ntm_palette_get_color (painter->palette, color);
}

void
_ntm_grid_append_color (GtkSnapshot    *snapshot,
                        const NtmColor *color,
                        double          x,
                        double          y,
                        double          width,
                        double          height)
{
  GdkRGBA rgba = { (float) color->r, (float) color->g, (float) color->b, (float) color->a };

  gtk_snapshot_append_color (snapshot, &rgba, &GRAPHENE_RECT_INIT ((float) x, (float) y, (float) width, (float) height));
}

void
_ntm_grid_append_text (GtkSnapshot    *snapshot,
                       PangoLayout    *layout,
                       const NtmColor *color,
                       double          x,
                       double          y)
{
  GdkRGBA rgba = { (float) color->r, (float) color->g, (float) color->b, (float) color->a };

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) y));
  gtk_snapshot_append_layout (snapshot, layout, &rgba);
  gtk_snapshot_restore (snapshot);
}

/* Lines between cells; strong ones where the desktop asks for high contrast. */
NtmColor
_ntm_grid_line_color (const NtmPalette *palette)
{
  if (adw_style_manager_get_high_contrast (adw_style_manager_get_default ()))
    return ntm_color_with_alpha (ntm_palette_get_color (palette, NTM_ROLE_TEXT), 0.55);
  return *ntm_palette_get_color (palette, NTM_ROLE_RULE);
}

typedef void (*CellPainter) (const Painter *painter, const NtmGridDrawn *drawn, const GdkRectangle *area);

static void
for_each_cell (const Painter *painter,
               CellPainter    paint)
{
  const NtmGridRange *visible = painter->visible;

  for (guint row = visible->row; row < visible->row + visible->n_rows; row++)
    for (guint column = visible->column; column < visible->column + visible->n_columns; column++)
      {
        GdkRectangle area;

        _ntm_grid_get_area (painter->self, row, column, &area);
        paint (painter, _ntm_grid_get_drawn (painter->self, row, column), &area);
      }
}

static void
add_gap (const Painter      *painter,
         const NtmGridDrawn *drawn,
         const GdkRectangle *area)
{
  if (drawn->cell.state == NTM_GRID_NO_DATA)
    cairo_rectangle (painter->cr, area->x, area->y, area->width, area->height);
}

static void
stroke_hatch_tile (cairo_t        *cr,
                   const NtmColor *ink)
{
  ntm_color_set (ink, cr);
  cairo_set_line_width (cr, 1.1);
  for (int shift = -HATCH_TILE; shift <= HATCH_TILE; shift += HATCH_TILE)
    {
      cairo_move_to (cr, shift - 1, HATCH_TILE + 1);
      cairo_line_to (cr, shift + HATCH_TILE + 1, -1);
    }
  cairo_stroke (cr);
}

/* A small picture repeated is many times cheaper than lines under a clip of hundreds of cells. */
static cairo_pattern_t *
new_hatch (const Painter *painter)
{
  int scale = gtk_widget_get_scale_factor (GTK_WIDGET (painter->self));
  cairo_surface_t *tile = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, HATCH_TILE * scale, HATCH_TILE * scale);
  cairo_t *cr = cairo_create (tile);
  cairo_pattern_t *pattern;
  cairo_matrix_t matrix;
  GdkRectangle origin;
  NtmColor ink = ntm_color_mix (role (painter, NTM_ROLE_HATCH), role (painter, NTM_ROLE_HATCH_BG), 0.6);

  cairo_scale (cr, scale, scale);
  stroke_hatch_tile (cr, &ink);
  cairo_destroy (cr);
  pattern = cairo_pattern_create_for_surface (tile);
  cairo_surface_destroy (tile);
  cairo_pattern_set_extend (pattern, CAIRO_EXTEND_REPEAT);
  cairo_pattern_set_filter (pattern, CAIRO_FILTER_NEAREST);
  /* The hatch moves with the cells it lies on. */
  _ntm_grid_get_area (painter->self, 0, 0, &origin);
  cairo_matrix_init_scale (&matrix, scale, scale);
  cairo_matrix_translate (&matrix, -origin.x % HATCH_TILE, -origin.y % HATCH_TILE);
  cairo_pattern_set_matrix (pattern, &matrix);
  return pattern;
}

static void
paint_gaps (const Painter *painter)
{
  cairo_t *cr = painter->cr;
  cairo_pattern_t *hatch = new_hatch (painter);
  /* Most cells of most tables are gaps: paler than on a map, or the figures would drown. */
  NtmColor ground = ntm_color_mix (role (painter, NTM_ROLE_HATCH_BG), role (painter, NTM_ROLE_PAGE), 0.6);

  for_each_cell (painter, add_gap);
  ntm_color_set (&ground, cr);
  cairo_fill_preserve (cr);
  cairo_set_source (cr, hatch);
  cairo_fill (cr);
  cairo_pattern_destroy (hatch);
}

/* The upper corner tells of a source, the lower of a note: a cell may have both. */
static void
paint_corner (cairo_t            *cr,
              const GdkRectangle *area,
              gboolean            is_lower,
              const NtmColor     *color)
{
  int right = area->x + area->width - 1;
  int y = is_lower ? area->y + area->height - 1 : area->y;

  cairo_move_to (cr, right - 7, y);
  cairo_line_to (cr, right, y);
  cairo_line_to (cr, right, is_lower ? y - 7 : y + 7);
  cairo_close_path (cr);
  ntm_color_set (color, cr);
  cairo_fill (cr);
}

static void
paint_edited (const Painter      *painter,
              const GdkRectangle *area)
{
  cairo_rectangle (painter->cr, area->x, area->y, area->width - 1, area->height - 1);
  ntm_color_set (role (painter, NTM_ROLE_WARNING_BG), painter->cr);
  cairo_fill (painter->cr);
  cairo_rectangle (painter->cr, area->x, area->y, 3, area->height - 1);
  ntm_color_set (role (painter, NTM_ROLE_RISK), painter->cr);
  cairo_fill (painter->cr);
}

static void
paint_ground (const Painter      *painter,
              const NtmGridDrawn *drawn,
              const GdkRectangle *area)
{
  cairo_t *cr = painter->cr;
  const NtmMarkStyle *grey = ntm_palette_get_mark (painter->palette, NTM_MARK_NOT_APPLICABLE);

  if (drawn->cell.state == NTM_GRID_NOT_APPLICABLE)
    {
      cairo_rectangle (cr, area->x, area->y, area->width, area->height);
      ntm_color_set (&grey->fill, cr);
      cairo_fill (cr);
    }
  if (drawn->cell.flags & NTM_GRID_EDITED)
    paint_edited (painter, area);
  if (drawn->cell.state == NTM_GRID_NOT_VERIFIED)
    {
      cairo_rectangle (cr, area->x + 1, area->y + 1, area->width - 3, area->height - 3);
      ntm_mark_dotted_path (cr, role (painter, NTM_ROLE_WARNING), 0.7);
    }
}

static void
paint_sign (const Painter      *painter,
            const NtmGridDrawn *drawn,
            const GdkRectangle *area)
{
  if (drawn->cell.flags & NTM_GRID_HAS_SOURCE)
    paint_corner (painter->cr, area, FALSE, role (painter, NTM_ROLE_ACCENT));
  if (drawn->cell.flags & NTM_GRID_HAS_NOTE)
    paint_corner (painter->cr, area, TRUE, role (painter, NTM_ROLE_RISK));
}

static void
paint_lines (const Painter *painter,
             int            width,
             int            height)
{
  const NtmGridRange *visible = painter->visible;
  NtmColor color = _ntm_grid_line_color (painter->palette);
  GdkRectangle area;

  for (guint row = visible->row; row < visible->row + visible->n_rows; row++)
    {
      _ntm_grid_get_area (painter->self, row, visible->column + visible->n_columns - 1, &area);
      cairo_rectangle (painter->cr, 0, area.y + area.height - 1, MIN (width, area.x + area.width), 1);
    }
  for (guint column = visible->column; column < visible->column + visible->n_columns; column++)
    {
      _ntm_grid_get_area (painter->self, visible->row + visible->n_rows - 1, column, &area);
      cairo_rectangle (painter->cr, area.x + area.width - 1, 0, 1, MIN (height, area.y + area.height));
    }
  ntm_color_set (&color, painter->cr);
  cairo_fill (painter->cr);
}

/* Conflict: a triangle with an exclamation mark, drawn so that it does not depend on a font. */
static void
paint_conflict (cairo_t          *cr,
                const NtmPalette *palette,
                double            x,
                double            y)
{
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_move_to (cr, x + 6, y);
  cairo_line_to (cr, x + 12, y + 11);
  cairo_line_to (cr, x, y + 11);
  cairo_close_path (cr);
  ntm_color_set (ntm_palette_get_color (palette, NTM_ROLE_WARNING), cr);
  cairo_fill (cr);
  ntm_color_set (ntm_palette_get_color (palette, NTM_ROLE_PAGE), cr);
  cairo_rectangle (cr, x + 5.3, y + 3.5, 1.4, 4);
  cairo_rectangle (cr, x + 5.3, y + 8.3, 1.4, 1.4);
  cairo_fill (cr);
}

static void
paint_warning (const Painter      *painter,
               const NtmGridDrawn *drawn,
               const GdkRectangle *area)
{
  int width = 0;
  double x;

  if (!(drawn->cell.flags & NTM_GRID_CONFLICT))
    return;
  if (drawn->text != NULL)
    pango_layout_get_pixel_size (drawn->text, &width, NULL);
  x = area->x + area->width - NTM_GRID_PAD - width - 18;
  paint_conflict (painter->cr, painter->palette, MAX (x, area->x + 2), area->y + (area->height - 12) / 2.0);
}

static void
append_ground (Painter *painter,
               int      width,
               int      height)
{
  NtmGrid *self = painter->self;

  painter->cr = gtk_snapshot_append_cairo (painter->snapshot,
                                           &GRAPHENE_RECT_INIT (self->headings_width, self->metrics.heading_height,
                                                                width - self->headings_width,
                                                                height - self->metrics.heading_height));
  paint_gaps (painter);
  for_each_cell (painter, paint_ground);
  paint_lines (painter, width, height);
  for_each_cell (painter, paint_sign);
  for_each_cell (painter, paint_warning);
  cairo_destroy (painter->cr);
  painter->cr = NULL;
}

static const NtmColor *
text_color (const Painter     *painter,
            const NtmGridCell *cell)
{
  gboolean is_dim = (cell->flags & (NTM_GRID_DERIVED | NTM_GRID_LATER)) != 0 || cell->state == NTM_GRID_NOT_APPLICABLE;

  return role (painter, is_dim ? NTM_ROLE_SECONDARY : NTM_ROLE_TEXT);
}

static void
append_cell_text (const Painter      *painter,
                  const NtmGridDrawn *drawn,
                  const GdkRectangle *area)
{
  int width, height, tag_height;
  double x = area->x + NTM_GRID_PAD;
  int tag_width = 0;

  if (drawn->text == NULL)
    return;
  pango_layout_get_pixel_size (drawn->text, &width, &height);
  if (!drawn->cell.at_start)
    x = area->x + area->width - NTM_GRID_PAD - width;
  _ntm_grid_append_text (painter->snapshot, drawn->text, text_color (painter, &drawn->cell), x,
                         area->y + (area->height - height) / 2);
  if (drawn->tag == NULL)
    return;
  pango_layout_get_pixel_size (drawn->tag, &tag_width, &tag_height);
  /* No room: the bar above the table and the tooltip tell the period too. */
  if (tag_width + width + 3 * NTM_GRID_PAD / 2 <= area->width)
    _ntm_grid_append_text (painter->snapshot, drawn->tag, role (painter, NTM_ROLE_SECONDARY), area->x + 5,
                           area->y + (area->height - tag_height) / 2);
}

static void
append_frame (const Painter      *painter,
              const GdkRectangle *area,
              const NtmColor     *color,
              int                 thickness)
{
  int x = area->x - 1, y = area->y - 1, width = area->width + 1, height = area->height + 1;

  _ntm_grid_append_color (painter->snapshot, color, x, y, width, thickness);
  _ntm_grid_append_color (painter->snapshot, color, x, y + height - thickness, width, thickness);
  _ntm_grid_append_color (painter->snapshot, color, x, y, thickness, height);
  _ntm_grid_append_color (painter->snapshot, color, x + width - thickness, y, thickness, height);
}

static void
append_selection (const Painter *painter)
{
  NtmGrid *self = painter->self;
  NtmGridRange range = ntm_grid_cursor_get_range (&self->cursor);
  gboolean has_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;
  const NtmColor *accent = role (painter, has_focus ? NTM_ROLE_ACCENT : NTM_ROLE_SECONDARY);
  NtmColor tint = ntm_color_with_alpha (accent, 0.13);
  GdkRectangle first, last, all;

  if (range.n_rows == 0)
    return;
  _ntm_grid_get_area (self, range.row, range.column, &first);
  _ntm_grid_get_area (self, range.row + range.n_rows - 1, range.column + range.n_columns - 1, &last);
  gdk_rectangle_union (&first, &last, &all);
  if (range.n_rows > 1 || range.n_columns > 1)
    {
      _ntm_grid_append_color (painter->snapshot, &tint, all.x, all.y, all.width - 1, all.height - 1);
      append_frame (painter, &all, accent, 1);
    }
  _ntm_grid_get_area (self, self->cursor.row, self->cursor.column, &first);
  append_frame (painter, &first, accent, 2);
}

/* Draws the whole grid but the editor. */
void
_ntm_grid_snapshot (NtmGrid     *self,
                    GtkSnapshot *snapshot)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  NtmGridRange visible = _ntm_grid_visible_range (self);
  Painter painter = { self, ntm_look_get_palette (), &visible, NULL, snapshot };

  _ntm_grid_append_color (snapshot, role (&painter, NTM_ROLE_PAGE), 0, 0, width, height);
  if (self->model == NULL)
    return;
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (self->headings_width, self->metrics.heading_height,
                                                         MAX (0, width - self->headings_width),
                                                         MAX (0, height - self->metrics.heading_height)));
  if (visible.n_rows > 0)
    {
      append_ground (&painter, width, height);
      for_each_cell (&painter, append_cell_text);
      append_selection (&painter);
    }
  gtk_snapshot_pop (snapshot);
  _ntm_grid_snapshot_headings (self, snapshot, &visible);
  _ntm_grid_trim_cache (self, &visible);
}
