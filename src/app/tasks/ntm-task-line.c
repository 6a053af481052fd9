/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A line has the same five children whatever it shows, so that recycling it changes texts only; icon, hatch
 * and bar are drawn. Columns are laid out by the width of the line alone: all lines and the heads above them
 * agree without knowing of each other.
 */

#include "config.h"

#include "ntm-task-line.h"

#include <adwaita.h>
#include <glib/gi18n.h>

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

typedef enum
{
  SHOWS_TASK,
  SHOWS_GROUP,
  SHOWS_HEAD,
} Shows;

typedef enum
{
  TITLE,
  DUE,
  STATE,
  RESULT,
  PLACE,
  N_COLUMNS,
} Column;

/* Widest lines first; 0 leaves the column out. The title takes the rest. */
static const struct
{
  int line, due, state, result, place;
} layouts[] = {
  { 1080, 190, 186, 240, 62 },
  { 900, 165, 172, 190, 62 },
  { 760, 165, 172, 170, 0 },
  { 560, 165, 172, 0, 0 },
  { 0, 0, 150, 0, 0 },
};

struct _NtmTaskLine
{
  GtkWidget parent_instance;

  Shows        shows;
  gboolean     expanded;
  NtmTaskItem *item;
  GtkWidget   *columns[N_COLUMNS];
};

G_DEFINE_FINAL_TYPE (NtmTaskLine, ntm_task_line, GTK_TYPE_WIDGET)

/* --- where things are -------------------------------------------------------------------------- */

static void
find_columns (int width,
              int starts[N_COLUMNS],
              int widths[N_COLUMNS])
{
  guint i = 0;
  int x = width;

  while (width < layouts[i].line)
    i++;
  widths[PLACE] = layouts[i].place;
  widths[RESULT] = layouts[i].result;
  widths[STATE] = layouts[i].state;
  widths[DUE] = layouts[i].due;
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

static void
ntm_task_line_size_allocate (GtkWidget *widget,
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
  find_columns (width, starts, widths);
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

static void
ntm_task_line_measure (GtkWidget     *widget,
                       GtkOrientation orientation,
                       int            for_size,
                       int           *minimum,
                       int           *natural,
                       int           *minimum_baseline,
                       int           *natural_baseline)
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

  find_columns (width, starts, widths);
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

static void
ntm_task_line_snapshot (GtkWidget   *widget,
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
  GTK_WIDGET_CLASS (ntm_task_line_parent_class)->snapshot (widget, snapshot);
}

/* --- what it shows ----------------------------------------------------------------------------- */

static void
set_text (NtmTaskLine *self,
          Column       column,
          const char  *text)
{
  gtk_label_set_text (GTK_LABEL (self->columns[column]), text);
  gtk_widget_set_visible (self->columns[column], text != NULL && *text != '\0');
}

static void
set_chip (NtmTaskLine *self,
          const char  *text,
          NtmTone      tone)
{
  gtk_widget_set_visible (self->columns[STATE], text != NULL);
  if (text != NULL)
    ntm_task_chip_set (NTM_TASK_CHIP (self->columns[STATE]), text, tone);
}

static void
set_look (NtmTaskLine *self)
{
  const NtmTaskRow *row = self->item == NULL ? NULL : ntm_task_item_get_row (self->item);
  gboolean is_task = self->shows == SHOWS_TASK && row != NULL;
  NtmRole plain = self->shows == SHOWS_HEAD ? NTM_ROLE_SECONDARY : NTM_ROLE_TEXT;

  ntm_task_label_colour (GTK_LABEL (self->columns[TITLE]), plain,
                         self->shows == SHOWS_GROUP ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  ntm_task_label_colour (GTK_LABEL (self->columns[DUE]), is_task && row->no_deadline ? NTM_ROLE_SECONDARY : plain,
                         is_task && !row->no_deadline ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  ntm_task_label_colour (GTK_LABEL (self->columns[RESULT]), is_task && !row->no_result ? plain : NTM_ROLE_SECONDARY,
                         PANGO_WEIGHT_NORMAL);
  ntm_task_label_colour (GTK_LABEL (self->columns[PLACE]), NTM_ROLE_SECONDARY, PANGO_WEIGHT_NORMAL);
  if (self->shows == SHOWS_HEAD)
    ntm_task_label_colour (GTK_LABEL (self->columns[STATE]), plain, PANGO_WEIGHT_NORMAL);
}

static void
describe (NtmTaskLine *self)
{
  g_autofree char *spoken = self->item == NULL ? NULL : ntm_task_item_dup_spoken (self->item);
  GtkWidget *list_row = gtk_widget_get_parent (GTK_WIDGET (self));

  if (spoken == NULL)
    return;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  /* The line is read, but the keyboard is on the row of the list around it. */
  if (list_row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (list_row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
show_group (NtmTaskLine *self)
{
  g_autofree char *count = ntm_task_item_dup_count (self->item);
  g_autofree char *badge = ntm_task_item_dup_badge (self->item);

  set_text (self, TITLE, ntm_task_item_get_title (self->item));
  set_text (self, DUE, "");
  set_text (self, RESULT, count);
  set_text (self, PLACE, "");
  set_chip (self, badge, NTM_TONE_ERROR);
}

static void
show_task (NtmTaskLine *self)
{
  const NtmTaskRow *row = ntm_task_item_get_row (self->item);

  set_text (self, TITLE, row->title);
  set_text (self, DUE, row->deadline);
  set_text (self, RESULT, row->result);
  set_text (self, PLACE, row->place);
  set_chip (self, row->state, row->tone);
}

/* A text that does not fit is read in full under the pointer. */
static gboolean
query_tooltip_cb (NtmTaskLine *self,
                  int          x,
                  int          y,
                  gboolean     keyboard_mode,
                  GtkTooltip  *tooltip)
{
  for (int column = TITLE; column < N_COLUMNS; column++)
    {
      GtkWidget *child = self->columns[column];
      graphene_rect_t bounds;
      PangoLayout *layout;

      if (!GTK_IS_LABEL (child) || !gtk_widget_get_child_visible (child) || !gtk_widget_get_visible (child))
        continue;
      layout = gtk_label_get_layout (GTK_LABEL (child));
      if (!gtk_widget_compute_bounds (child, GTK_WIDGET (self), &bounds) || !pango_layout_is_ellipsized (layout))
        continue;
      if (!keyboard_mode && (x < bounds.origin.x || x > bounds.origin.x + bounds.size.width))
        continue;
      gtk_tooltip_set_text (tooltip, gtk_label_get_text (GTK_LABEL (child)));
      return TRUE;
    }
  return FALSE;
}

static void
ntm_task_line_dispose (GObject *object)
{
  NtmTaskLine *self = NTM_TASK_LINE (object);

  for (int column = TITLE; column < N_COLUMNS; column++)
    g_clear_pointer (&self->columns[column], gtk_widget_unparent);
  g_clear_object (&self->item);
  G_OBJECT_CLASS (ntm_task_line_parent_class)->dispose (object);
}

static void
ntm_task_line_class_init (NtmTaskLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ntm_task_line_dispose;
  widget_class->measure = ntm_task_line_measure;
  widget_class->size_allocate = ntm_task_line_size_allocate;
  widget_class->snapshot = ntm_task_line_snapshot;
  gtk_widget_class_set_css_name (widget_class, "taskline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
style_changed_cb (NtmTaskLine *self)
{
  set_look (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static GtkWidget *
new_label (NtmTaskLine *self)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_parent (label, GTK_WIDGET (self));
  return label;
}

static void
ntm_task_line_init (NtmTaskLine *self)
{
  for (int column = TITLE; column < N_COLUMNS; column++)
    if (column != STATE)
      self->columns[column] = new_label (self);
  self->columns[STATE] = ntm_task_chip_new ();
  gtk_widget_set_parent (self->columns[STATE], GTK_WIDGET (self));
  gtk_widget_add_css_class (self->columns[PLACE], "caption");
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (style_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * ntm_task_line_new:
 *
 * Returns: (transfer floating): an empty line
 */
GtkWidget *
ntm_task_line_new (void)
{
  return g_object_new (NTM_TYPE_TASK_LINE, NULL);
}

/**
 * ntm_task_line_set_item:
 * @self: a line
 * @item: a task or a group
 * @expanded: whether the tasks of the group are shown
 *
 * Shows @item. To be called with the line in its list.
 */
void
ntm_task_line_set_item (NtmTaskLine *self,
                        NtmTaskItem *item,
                        gboolean     expanded)
{
  g_return_if_fail (NTM_IS_TASK_LINE (self) && NTM_IS_TASK_ITEM (item));

  g_set_object (&self->item, item);
  self->shows = ntm_task_item_is_group (item) ? SHOWS_GROUP : SHOWS_TASK;
  self->expanded = expanded;
  if (self->shows == SHOWS_GROUP)
    show_group (self);
  else
    show_task (self);
  set_look (self);
  describe (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * ntm_task_line_set_head:
 * @self: a line
 *
 * Shows the heads of the columns.
 */
void
ntm_task_line_set_head (NtmTaskLine *self)
{
  g_return_if_fail (NTM_IS_TASK_LINE (self));

  self->shows = SHOWS_HEAD;
  set_text (self, TITLE, _("Task"));
  set_text (self, DUE, _("Deadline"));
  set_text (self, RESULT, _("Latest result"));
  set_text (self, PLACE, C_("part of a document", "Section"));
  g_clear_pointer (&self->columns[STATE], gtk_widget_unparent);
  self->columns[STATE] = new_label (self);
  set_text (self, STATE, _("State"));
  set_look (self);
}
