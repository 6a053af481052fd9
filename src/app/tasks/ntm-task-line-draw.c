/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Columns are laid out by the width of the line alone: all lines and the heads above them agree without
 * knowing of each other. Icon, hatch and bar are drawn.
 */

#include "config.h"

#include "ntm-task-line-private.h"

#include "ntm-look.h"
#include "ntm-mark.h"
#include "ntm-task-chip.h"

#define HEIGHT      36
#define ICON        16
#define ICON_WIDTH  40
#define GAP         12
#define BAR_WIDTH   84
#define BAR_NARROW  40 /* where the column is */
#define BAR_ROOM    220
#define BAR_HEIGHT  6

/* Widest lines first, for text of the usual size; 0 leaves the column out. The title takes the rest; the section, which
 * is also said of the selected task, gives way to it first. */
static const struct
{
  int line, due, state, result, place;
} layouts[] = {
  { 1200, 170, 190, 230, 88 },
  { 1040, 178, 184, 192, 88 },
  { 780, 178, 184, 192, 0 },
  { 580, 178, 184, 0, 0 },
  { 0, 0, 150, 0, 0 },
};

/* --- where things are -------------------------------------------------------------------------- */

static void
find_columns (GtkWidget *widget,
              int        width,
              int        starts[N_COLUMNS],
              int        widths[N_COLUMNS])
{
  double scale = ntm_look_get_text_scale (widget);
  guint i = 0;
  int x = width;

  while (width < layouts[i].line * scale)
    i++;
  widths[PLACE] = (int) (layouts[i].place * scale);
  widths[RESULT] = (int) (layouts[i].result * scale);
  widths[STATE] = (int) (layouts[i].state * scale);
  widths[DUE] = (int) (layouts[i].due * scale);
  for (int column = PLACE; column > TITLE; column--)
    {
      x -= widths[column];
      starts[column] = x;
    }
  starts[TITLE] = ICON_WIDTH;
  widths[TITLE] = MAX (x - ICON_WIDTH, 0);
}

static int
bar_width (int column)
{
  return column < BAR_ROOM ? BAR_NARROW : BAR_WIDTH;
}

static void
place_child (GtkWidget *child,
             int        x,
             int        width,
             int        height)
{
  GtkAllocation place = { x, 0, MAX (width, 0), height };

  gtk_widget_set_child_visible (child, width > 0);
  if (width <= 0)
    return;
  gtk_widget_size_allocate (child, &place, -1);
}

static int
natural_width (GtkWidget *child)
{
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  return natural;
}

/* Heading, number of tasks and badge one after the other; the heading gives way. */
static void
place_group (NtmTaskLine *self,
             int          width,
             int          height)
{
  int count = natural_width (self->columns[RESULT]);
  gboolean has_badge = gtk_widget_get_visible (self->columns[STATE]);
  int badge = has_badge ? natural_width (self->columns[STATE]) : 0;
  int room = width - 28 - count - badge - 2 * GAP;
  int title = MIN (natural_width (self->columns[TITLE]), MAX (room, 40));

  place_child (self->columns[TITLE], 28, title, height);
  place_child (self->columns[RESULT], 28 + title + GAP, count, height);
  place_child (self->columns[STATE], 28 + title + count + 2 * GAP, badge, height);
}

void
_ntm_task_line_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  NtmTaskLine *self = NTM_TASK_LINE (widget);
  const NtmTaskRow *row = self->item == NULL || self->shows != SHOWS_TASK ? NULL : ntm_task_item_get_row (self->item);
  int starts[N_COLUMNS], widths[N_COLUMNS];

  if (self->shows == SHOWS_GROUP)
    {
      place_group (self, width, height);
      return;
    }
  find_columns (widget, width, starts, widths);
  for (int column = TITLE; column < N_COLUMNS; column++)
    {
      int indent = column != RESULT || row == NULL ? 0 : row->has_progress ? bar_width (widths[RESULT]) + 8
                   : row->no_result ? 8 : 0;
      int room = widths[column] - GAP - indent;

      if (row != NULL && (column == STATE || (column == RESULT && row->no_result)))
        room = MIN (room, natural_width (self->columns[column]));
      place_child (self->columns[column], starts[column] + indent, room, height);
    }
}

void
_ntm_task_line_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  NtmTaskLine *self = NTM_TASK_LINE (widget);
  int height = 0;

  *minimum_baseline = *natural_baseline = -1;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 300;
      *natural = layouts[0].line;
      return;
    }
  for (int column = TITLE; column < N_COLUMNS; column++)
    {
      int one = 0;

      if (gtk_widget_get_visible (self->columns[column]))
        gtk_widget_measure (self->columns[column], GTK_ORIENTATION_VERTICAL, -1, &one, NULL, NULL, NULL);
      height = MAX (height, one);
    }
  *minimum = *natural = MAX (height, self->shows == SHOWS_HEAD ? 26 : HEIGHT);
}

/* --- what is drawn ----------------------------------------------------------------------------- */

static void
draw_bar (cairo_t          *cr,
          const NtmPalette *palette,
          double            part,
          int               x,
          int               width,
          int               height)
{
  double y = (height - BAR_HEIGHT) / 2.;

  ntm_rounded_rectangle (cr, x, y, width - 2, BAR_HEIGHT, BAR_HEIGHT / 2.);
  ntm_color_set (ntm_palette_get_color (palette, NTM_ROLE_RULE), cr);
  cairo_fill (cr);
  ntm_rounded_rectangle (cr, x, y, MAX (BAR_HEIGHT, (width - 2) * MIN (part, 1)), BAR_HEIGHT, BAR_HEIGHT / 2.);
  ntm_color_set (ntm_palette_get_color (palette, NTM_ROLE_BAR_STRONG), cr);
  cairo_fill (cr);
  cairo_rectangle (cr, x + width - 2, y - 3, 2, BAR_HEIGHT + 6);
  ntm_color_set (ntm_palette_get_color (palette, NTM_ROLE_TEXT), cr);
  cairo_fill (cr);
}

/* The hatch of a gap, paler than on maps because words are read on it. */
static void
draw_gap (cairo_t          *cr,
          const NtmPalette *palette,
          int               x,
          int               width,
          int               height)
{
  const NtmColor *ground = ntm_palette_get_color (palette, NTM_ROLE_HATCH_BG);

  ntm_hatch_rectangle (cr, x, height / 2. - 10, width, 20, 3, 1, palette);
  ntm_rounded_rectangle (cr, x, height / 2. - 10, width, 20, 3);
  cairo_set_source_rgba (cr, ground->r, ground->g, ground->b, 0.6);
  cairo_fill (cr);
}

static void
draw_task (NtmTaskLine *self,
           cairo_t     *cr,
           int          width,
           int          height)
{
  const NtmTaskRow *row = ntm_task_item_get_row (self->item);
  NtmPalette *palette = ntm_look_get_palette ();
  int starts[N_COLUMNS], widths[N_COLUMNS];

  find_columns (GTK_WIDGET (self), width, starts, widths);
  ntm_task_shape_draw (cr, row->shape, row->tone, 18, height / 2., ICON, palette);
  if (widths[RESULT] == 0)
    return;
  if (row->no_result)
    draw_gap (cr, palette, starts[RESULT], gtk_widget_get_width (self->columns[RESULT]) + 16, height);
  if (row->has_progress)
    draw_bar (cr, palette, row->progress, starts[RESULT], bar_width (widths[RESULT]), height);
}

static void
draw_arrow (NtmTaskLine *self,
            cairo_t     *cr,
            int          height)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  cairo_translate (cr, 14, height / 2.);
  cairo_rotate (cr, self->expanded ? 0 : rtl ? G_PI / 2 : -G_PI / 2);
  cairo_move_to (cr, -4.5, -2.2);
  cairo_line_to (cr, 4.5, -2.2);
  cairo_line_to (cr, 0, 3);
  cairo_close_path (cr);
  ntm_color_set (ntm_palette_get_color (ntm_look_get_palette (), NTM_ROLE_TEXT), cr);
  cairo_fill (cr);
}

void
_ntm_task_line_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  NtmTaskLine *self = NTM_TASK_LINE (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));

  if (self->shows == SHOWS_TASK && self->item != NULL)
    draw_task (self, cr, width, height);
  else if (self->shows == SHOWS_GROUP)
    draw_arrow (self, cr, height);
  cairo_destroy (cr);
  for (int column = TITLE; column < N_COLUMNS; column++)
    gtk_widget_snapshot_child (widget, self->columns[column], snapshot);
}
