/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the files of the grid share: ntm-grid.c (widget), -follow (what the model
 * says), -select (active cell), -geometry (where things are), -place (what is where), -cache (texts laid
 * out), -draw, -keys, -pointer, -clipboard, -menu and -edit. */

#include "ntm-grid-editor.h"
#include "ntm-grid-note.h"
#include "ntm-grid.h"
#include "ntm-palette.h"

G_BEGIN_DECLS

/* Around the text of a cell, in pixels. */
#define NTM_GRID_PAD      8
#define NTM_GRID_MIN_WIDTH 40
/* Of the arrow that orders the rows, at the left of a heading. */
#define NTM_GRID_SORT_WIDTH 18
/* The column of row headings, where a column number is wanted. */
#define NTM_GRID_ROW_HEADINGS -1

typedef enum
{
  NTM_GRID_FONT_CELL,
  NTM_GRID_FONT_TITLE,
  NTM_GRID_FONT_CAPTION,
  NTM_GRID_FONT_TAG,
  NTM_GRID_N_FONTS,
} NtmGridFont;

/**
 * NtmGridMetrics:
 *
 * Sizes that follow the font, in pixels. @group_height is 0 without groups; @heading_height is that of
 * group and column headings together.
 */
typedef struct
{
  PangoFontDescription *fonts[NTM_GRID_N_FONTS];
  int                   line_height[NTM_GRID_N_FONTS];
  int                   digit_width;
  int                   row_height, group_height, heading_height;
  int                   indent;
} NtmGridMetrics;

/**
 * NtmGridDrawn:
 *
 * A cell, the texts of it laid out.
 */
typedef struct
{
  gint64       key;
  NtmGridCell  cell;
  PangoLayout *text;   /* NULL without */
  PangoLayout *tag;
  int          width;  /* the column had when @text was fitted, -1 = not fitted */
} NtmGridDrawn;

typedef struct
{
  gint64       key;
  NtmGridRow   row;
  PangoLayout *title;
} NtmGridDrawnRow;

typedef struct
{
  gint64        key;
  NtmGridColumn column;
  PangoLayout  *title;
  PangoLayout  *subtitle;
  PangoLayout  *group;
} NtmGridDrawnColumn;

typedef enum
{
  NTM_GRID_AT_NOTHING,
  NTM_GRID_AT_CELL,
  NTM_GRID_AT_ROW_HEADING,
  NTM_GRID_AT_EXPANDER,
  NTM_GRID_AT_COLUMN_HEADING,
  NTM_GRID_AT_COLUMN_EDGE,     /* column is the one left of it, or NTM_GRID_ROW_HEADINGS */
  NTM_GRID_AT_CORNER,
  NTM_GRID_AT_SORT,            /* column may be NTM_GRID_ROW_HEADINGS */
} NtmGridPart;

/**
 * NtmGridPlace:
 *
 * What is at a point.
 */
typedef struct
{
  NtmGridPart part;
  guint       row;
  int         column;
} NtmGridPlace;

struct _NtmGrid
{
  GtkWidget parent_instance;

  NtmGridModel  *model;
  NtmGridShape   shape;
  NtmGridCursor  cursor;

  GtkAdjustment *hadjustment;
  GtkAdjustment *vadjustment;
  guint          hscroll_policy : 1;
  guint          vscroll_policy : 1;

  PangoFontDescription *font;    /* of the style sheet, which the metrics are made from */
  NtmGridMetrics metrics;
  gboolean       has_metrics;
  GArray        *edges;          /* (element-type int) left edge of each column, and the end */
  GHashTable    *widths;         /* key of a column (owned), "" for row headings → width */
  int            headings_width; /* of row headings */

  GHashTable    *cells;          /* NtmGridDrawn by its key */
  GHashTable    *rows;           /* NtmGridDrawnRow */
  GHashTable    *columns;        /* NtmGridDrawnColumn */
  PangoLayout   *corner;

  GtkWidget     *mark;           /* stands for the active cell: it has the focus and a name */
  NtmGridEditor *editor;
  GtkWidget     *menu;           /* NULL: never asked for */
  GtkWidget     *note;           /* NULL: never asked for */
  char          *written;        /* row and column of the cell that the editor or the note is for, as the model calls them */
  gboolean       is_editing;
  gboolean       is_storing;
  gboolean       is_sorting;
  gboolean       follows_cursor; /* nobody scrolled away from the cursor since it moved */
  gboolean       is_scrolling;   /* the grid scrolls, not a person */

  int            drag_column;    /* whose edge is dragged */
  int            drag_width;
  NtmGridPart    drag_part;
  gboolean       is_resizing;
};

/* ntm-grid-geometry.c */
void          _ntm_grid_ensure_metrics (NtmGrid *self);
void          _ntm_grid_drop_metrics   (NtmGrid *self);
void          _ntm_grid_measure_columns (NtmGrid *self);
int           _ntm_grid_edge           (NtmGrid *self, guint column);
int           _ntm_grid_scrolled       (GtkAdjustment *adjustment);
int           _ntm_grid_column_width   (NtmGrid *self, int column);
void          _ntm_grid_set_column_width (NtmGrid *self, int column, int width);
void          _ntm_grid_fit_column     (NtmGrid *self, int column);
void          _ntm_grid_get_area       (NtmGrid *self, guint row, guint column, GdkRectangle *area);
NtmGridRange  _ntm_grid_visible_range  (NtmGrid *self);
NtmGridPlace  _ntm_grid_place_at       (NtmGrid *self, double x, double y);
guint         _ntm_grid_row_near       (NtmGrid *self, double y);
guint         _ntm_grid_column_near    (NtmGrid *self, double x);
guint         _ntm_grid_rows_per_page  (NtmGrid *self);
void          _ntm_grid_configure      (NtmGrid *self);
void          _ntm_grid_scroll_to      (NtmGrid *self, guint row, guint column);

int           _ntm_grid_sort_line      (NtmGrid *self);

/* ntm-grid-menu.c */
void          _ntm_grid_install_menu_actions (GtkWidgetClass *klass);
void          _ntm_grid_init_menu      (NtmGrid *self);
void          _ntm_grid_present_popovers (NtmGrid *self);
gboolean      _ntm_grid_has_popover    (NtmGrid *self);

/* ntm-grid-cache.c */
void                      _ntm_grid_init_cache   (NtmGrid *self);
void                      _ntm_grid_free_cache   (NtmGrid *self);
void                      _ntm_grid_drop_cache   (NtmGrid *self);
void                      _ntm_grid_trim_cache   (NtmGrid *self, const NtmGridRange *visible);
NtmGridDrawn             *_ntm_grid_get_drawn    (NtmGrid *self, guint row, guint column);
const NtmGridDrawnRow    *_ntm_grid_get_drawn_row (NtmGrid *self, guint row);
const NtmGridDrawnColumn *_ntm_grid_get_drawn_column (NtmGrid *self, guint column);

/* ntm-grid-draw.c, ntm-grid-draw-headings.c */
void _ntm_grid_snapshot          (NtmGrid *self, GtkSnapshot *snapshot);
void _ntm_grid_snapshot_headings (NtmGrid *self, GtkSnapshot *snapshot, const NtmGridRange *visible);
void _ntm_grid_append_text       (GtkSnapshot *snapshot, PangoLayout *layout, const NtmColor *color, double x, double y);
void _ntm_grid_append_color      (GtkSnapshot *snapshot, const NtmColor *color, double x, double y, double width, double height);
NtmColor _ntm_grid_line_color    (const NtmPalette *palette);

/* ntm-grid-select.c */
GtkWidget *_ntm_grid_new_mark (void);
void _ntm_grid_name_mark   (NtmGrid *self);
void _ntm_grid_move        (NtmGrid *self, NtmGridMove move, gboolean extend);
void _ntm_grid_moved       (NtmGrid *self);
void _ntm_grid_selected    (NtmGrid *self);

/* ntm-grid-follow.c */
void _ntm_grid_forget_drawn (NtmGrid *self);

/* ntm-grid.c */
void _ntm_grid_fail        (NtmGrid *self, const GError *error);
void _ntm_grid_queue_size  (NtmGrid *self);

/* ntm-grid-keys.c, -pointer.c, -clipboard.c, -edit.c */
void _ntm_grid_init_keys      (NtmGrid *self);
void _ntm_grid_init_pointer   (NtmGrid *self);
void _ntm_grid_install_clipboard_actions (GtkWidgetClass *klass);
void _ntm_grid_init_editor    (NtmGrid *self);
void _ntm_grid_allocate_editor (NtmGrid *self);
void _ntm_grid_delete         (NtmGrid *self);
void _ntm_grid_start_writing  (NtmGrid *self);
void _ntm_grid_stop_misplaced (NtmGrid *self);

G_END_DECLS
