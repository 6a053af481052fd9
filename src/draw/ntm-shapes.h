/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ntm-geometry.h"
#include "ntm-palette.h"

G_BEGIN_DECLS

#define NTM_SHAPES_NONE G_MAXUINT

/**
 * NtmShapes:
 *
 * Boundaries of a set of items with their topology: borders that two items have in common are one arc,
 * simplified once, so that neighbours stay neighbours at every scale. Coordinates are Web-Mercator in
 * [0, 1], y down. Built once (about half a second for 2 million vertices), immutable and safe to read
 * from any thread.
 */
typedef struct _NtmShapes NtmShapes;

/**
 * NtmTransform:
 *
 * From Web-Mercator to units of the drawing: x × @scale + @x. At zoom z of a tile map @scale is 256 × 2^z.
 */
typedef struct { double scale, x, y; } NtmTransform;

typedef enum
{
  NTM_PAINT_NONE,   /* not filled */
  NTM_PAINT_MARK,
  NTM_PAINT_COLOR,
} NtmPaintKind;

/**
 * NtmPaint:
 *
 * How one item is filled. @dimmed fills at 35 %; @uncertain adds a dotted border inside.
 */
typedef struct
{
  NtmPaintKind kind;
  NtmMark      mark;
  NtmColor     color;
  gboolean     dimmed;
  gboolean     uncertain;
} NtmPaint;

/**
 * NtmShapesView:
 *
 * What part of the drawing is needed and how borders look; widths in units of the drawing.
 * @unit is the size of one desk pixel, for textures.
 */
typedef struct
{
  NtmBox clip;
  double border_width;
  double coast_width;
  double unit;
} NtmShapesView;

typedef enum
{
  NTM_TOWARDS_LEFT,
  NTM_TOWARDS_RIGHT,
  NTM_TOWARDS_UP,
  NTM_TOWARDS_DOWN,
} NtmTowards;

NtmShapes   *ntm_shapes_new             (const char * const *keys, const NtmGeometry * const *geometries, guint n_items)
                                         G_GNUC_WARN_UNUSED_RESULT;
NtmShapes   *ntm_shapes_ref             (NtmShapes *self);
void         ntm_shapes_unref           (NtmShapes *self);
guint        ntm_shapes_get_n_items     (const NtmShapes *self);
const char  *ntm_shapes_get_key         (const NtmShapes *self, guint item);
guint        ntm_shapes_find            (const NtmShapes *self, const char *key);
NtmBox       ntm_shapes_get_extent      (const NtmShapes *self);
NtmBox       ntm_shapes_get_box         (const NtmShapes *self, guint item);
NtmPoint     ntm_shapes_get_label_point (const NtmShapes *self, guint item);
guint        ntm_shapes_pick            (const NtmShapes *self, double x, double y);
gboolean     ntm_shapes_contains        (const NtmShapes *self, guint item, double x, double y);
guint        ntm_shapes_neighbour       (const NtmShapes *self, guint item, NtmTowards towards);
gboolean     ntm_shapes_are_adjacent    (const NtmShapes *self, guint a, guint b);
NtmTransform ntm_shapes_fit             (const NtmBox *extent, double x, double y, double width, double height);

void         ntm_shapes_draw            (const NtmShapes *self, cairo_t *cr, const NtmTransform *transform,
                                         const NtmPaint *paints, const NtmShapesView *view, const NtmPalette *palette);
void         ntm_shapes_add_path        (const NtmShapes *self, cairo_t *cr, const NtmTransform *transform, guint item);
guint        ntm_shapes_get_level       (const NtmShapes *self, double scale);
guint        ntm_shapes_get_n_levels    (const NtmShapes *self);
guint        ntm_shapes_get_n_arcs      (const NtmShapes *self);
NtmGeometry *ntm_shapes_simplify        (const NtmShapes *self, guint item, guint level) G_GNUC_WARN_UNUSED_RESULT;
guint        ntm_shapes_get_arc         (const NtmShapes *self, guint arc, guint level, NtmPoint *points, guint max_points,
                                         guint *left, guint *right);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NtmShapes, ntm_shapes_unref)

G_END_DECLS
