/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ntm-draw-style.h"
#include "ntm-placed.h"
#include "ntm-shapes.h"

G_BEGIN_DECLS

/**
 * NtmMapFill:
 *
 * How an item or a legend entry is coloured: by a mark, by a class of a ramp, by a colour of its own.
 */
typedef enum
{
  NTM_MAP_FILL_MARK,
  NTM_MAP_FILL_CLASS,
  NTM_MAP_FILL_COLOR,
} NtmMapFill;

/**
 * NtmMapItem:
 *
 * A unit on the map. Texts are owned; set them with ntm_spec_set(). @priority decides who is labelled
 * when there is no room for all: higher first, then larger.
 */
typedef struct
{
  char      *key;
  char      *label;
  char      *short_label;  /* nullable: tried when @label does not fit */
  char      *sublabel;     /* nullable: second line */
  guint      shape;        /* index in the shapes, NTM_SHAPES_NONE: not drawn */
  NtmMapFill fill;
  NtmMark    mark;
  guint      class_index;
  NtmColor   color;
  gboolean   uncertain;
  gboolean   dimmed;
  int        priority;
} NtmMapItem;

typedef struct
{
  char      *key;
  char      *label;
  char      *count;        /* nullable */
  NtmMapFill fill;
  NtmMark    mark;
  guint      class_index;
  NtmColor   color;
  gboolean   no_glyph;     /* swatch only */
  gboolean   dimmed;
} NtmLegendEntry;

/**
 * NtmLegend:
 *
 * A card in a corner: title, hint beside it, entries, note under a rule. The first is the map's legend.
 */
typedef struct
{
  char      *title;        /* nullable */
  char      *hint;         /* nullable */
  char      *note;         /* nullable */
  GPtrArray *entries;      /* of NtmLegendEntry */
  gboolean   no_swatches;  /* glyphs only: a card of counts */
} NtmLegend;

/**
 * NtmMapPlace:
 *
 * The name of a sea or a neighbour at a place; left out where it would collide.
 */
typedef struct
{
  char  *text;
  double longitude, latitude;
} NtmMapPlace;

typedef enum
{
  NTM_LEGEND_AUTO,   /* a card in a free corner, else a band below */
  NTM_LEGEND_BELOW,  /* a band below, as in reports */
  NTM_LEGEND_NONE,
} NtmLegendPlace;

/**
 * NtmMapSpec:
 *
 * A map: what is on it, every word of it in the reader's language. Reference-counted; a layout keeps
 * its spec alive. Do not change a spec after it was laid out.
 */
typedef struct
{
  char          *title;       /* nullable, like all that follow */
  char          *subtitle;
  char          *source;
  char          *note;        /* such as "sơ đồ": the outline is a sketch */
  char          *selected;    /* key of the outlined item */
  NtmShapes     *shapes;
  GPtrArray     *items;       /* of NtmMapItem */
  GPtrArray     *legends;     /* of NtmLegend */
  GPtrArray     *places;      /* of NtmMapPlace */
  NtmLegendPlace legend_place;
  guint          n_classes;
  gboolean       no_labels;
  gboolean       scale_bar;
  gboolean       no_background;
} NtmMapSpec;

NtmMapSpec     *ntm_map_spec_new         (NtmShapes *shapes) G_GNUC_WARN_UNUSED_RESULT;
NtmMapSpec     *ntm_map_spec_ref         (NtmMapSpec *self);
void            ntm_map_spec_unref       (NtmMapSpec *self);
NtmMapItem     *ntm_map_spec_add_item    (NtmMapSpec *self, const char *key, const char *label, guint shape);
NtmLegend      *ntm_map_spec_add_legend  (NtmMapSpec *self, const char *title);
NtmLegendEntry *ntm_legend_add_mark      (NtmLegend *self, const char *key, NtmMark mark, const char *label, const char *count);
NtmLegendEntry *ntm_legend_add_class     (NtmLegend *self, const char *key, guint class_index, const char *label, const char *count);
NtmLegendEntry *ntm_legend_add_color     (NtmLegend *self, const char *key, const NtmColor *color, const char *label, const char *count);
NtmMapPlace    *ntm_map_spec_add_place   (NtmMapSpec *self, const char *text, double longitude, double latitude);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NtmMapSpec, ntm_map_spec_unref)

typedef struct _NtmMapLayout NtmMapLayout;

NtmMapLayout    *ntm_map_layout_new           (NtmMapSpec *spec, const NtmDrawStyle *style, double width, double height)
                                               G_GNUC_WARN_UNUSED_RESULT;
void             ntm_map_layout_free          (NtmMapLayout *self);
void             ntm_map_layout_draw          (const NtmMapLayout *self, cairo_t *cr);
const char      *ntm_map_layout_pick          (const NtmMapLayout *self, double x, double y);
const NtmPlaced *ntm_map_layout_get_placed    (const NtmMapLayout *self, guint *n_placed);
NtmTransform     ntm_map_layout_get_transform (const NtmMapLayout *self);
guint            ntm_map_layout_get_n_dropped (const NtmMapLayout *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NtmMapLayout, ntm_map_layout_free)

G_END_DECLS
