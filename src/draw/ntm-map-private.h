/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Inside src/draw only: what the files ntm-map-*.c share. */

#include "ntm-map.h"
#include "ntm-text-box.h"

G_BEGIN_DECLS

typedef struct { double x, y, width, height; } NtmRect;

typedef struct { guint x1, y1, x2, y2; } NtmCellRange;  /* half-open */

/**
 * NtmMapGrid:
 *
 * Who owns which place: square cells over the extent of the shapes, in Web-Mercator, each with the shape
 * at its middle. It does not depend on the transform, so a layout can try several.
 */
typedef struct
{
  NtmBox   extent;
  double   cell;
  guint    columns, rows;
  guint   *owner;  /* rows × columns, NTM_SHAPES_NONE: nobody */
  NtmCellRange *ranges;  /* of each shape */
  guint32 *land;   /* (rows + 1) × (columns + 1): how many cells above and left are owned */
} NtmMapGrid;

NtmMapGrid *ntm_map_grid_new         (const NtmShapes *shapes, const NtmPaint *paints, guint max_cells);
void        ntm_map_grid_free        (NtmMapGrid *self);
guint       ntm_map_grid_count_land  (const NtmMapGrid *self, const NtmTransform *transform, const NtmRect *rect);
gboolean    ntm_map_grid_find_inside (const NtmMapGrid *self, const NtmTransform *transform, guint shape,
                                      double width, double height, double share, double *x, double *y);

typedef struct
{
  NtmRect     rect;
  NtmTextBox *label;
  NtmTextBox *count;
  const NtmLegendEntry *entry;
} NtmLegendRow;

typedef struct
{
  const NtmLegend *legend;
  NtmRect          rect;
  gboolean         band;
  NtmTextBox      *title, *hint, *note;
  GArray          *rows;   /* of NtmLegendRow, places relative to rect */
} NtmMapLegend;

NtmMapLegend *ntm_map_legend_new  (const NtmLegend *legend, const NtmDrawStyle *style, double max_width, gboolean band);
void          ntm_map_legend_free (NtmMapLegend *self);
void          ntm_map_legend_draw (const NtmMapLegend *self, cairo_t *cr, const NtmDrawStyle *style, guint n_classes);

typedef struct
{
  guint       item;
  NtmTextBox *label;
  NtmTextBox *sublabel;  /* nullable */
  NtmRect     rect;
  gboolean    leader;
  double      anchor_x, anchor_y, end_x, end_y;
} NtmMapLabel;

struct _NtmMapLayout
{
  NtmMapSpec   *spec;
  NtmDrawStyle *style;
  double        width, height;
  double        unit;
  NtmRect       room;         /* for the map itself */
  NtmTransform  transform;
  NtmPaint     *paints;       /* by shape */
  guint        *item_of_shape;
  NtmMapGrid   *grid;
  NtmTextBox   *title, *subtitle, *source, *note, *scale_text;
  NtmRect       title_rect, subtitle_rect, source_rect, note_rect, scale_rect;
  double        scale_length;
  GPtrArray    *legends;      /* of NtmMapLegend */
  GArray       *labels;       /* of NtmMapLabel */
  GPtrArray    *place_texts;  /* of NtmTextBox */
  GArray       *place_rects;  /* of NtmRect; width 0: left out */
  guint         n_dropped;
  GArray       *placed;       /* of NtmPlaced */
};

gboolean ntm_rect_overlap        (const NtmRect *a, const NtmRect *b, double gap);
gboolean ntm_rect_within         (const NtmRect *inner, const NtmRect *outer);
gboolean ntm_rect_crosses        (const NtmRect *rect, double x1, double y1, double x2, double y2);
gboolean ntm_segments_cross      (const double *a, const double *b);
gboolean ntm_map_layout_rate_leader (const NtmMapLayout *self, const NtmMapLabel *label, const GArray *dots, double *cost);
void     ntm_map_layout_place_labels (NtmMapLayout *self);
void     ntm_map_layout_arrange  (NtmMapLayout *self);
gboolean ntm_map_layout_is_sea   (const NtmMapLayout *self, const NtmRect *rect, double gap);
gboolean ntm_map_layout_is_free  (const NtmMapLayout *self, const NtmRect *rect, double gap);

G_END_DECLS
