/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The slider is a GtkScale, so that keys and screen readers know it; the bars stand over its years. The
 * end of a year is at the number of the year, any other day in proportion before it.
 */

#include "config.h"

#include "ntm-year-strip-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "ntm-look.h"

#define MIN_WIDTH 260
#define SIDE 24
#define MAX_RIGHT_ROOM 190

G_DEFINE_FINAL_TYPE (NtmYearStrip, ntm_year_strip, GTK_TYPE_WIDGET)

static guint picked_signal;

/* The place of a position; the trough of the slider runs from the first year to the last. */
double
_ntm_year_strip_x (NtmYearStrip *self,
                   double        position)
{
  GdkRectangle trough;
  double x, y;

  gtk_range_get_range_rect (GTK_RANGE (self->scale), &trough);
  if (!gtk_widget_translate_coordinates (self->scale, GTK_WIDGET (self), trough.x, trough.y, &x, &y))
    return 0;
  return x + trough.width * (position - self->first) / MAX (1, self->last - self->first);
}

static void
pick (NtmYearStrip *self,
      int           year)
{
  year = CLAMP (year, self->first, self->last);
  if (self->date != ntm_map_years_end (year))
    g_signal_emit (self, picked_signal, 0, year);
}

/* The slider rests only on ends of years, and where set_date() puts it. */
static gboolean
change_value_cb (NtmYearStrip *self,
                 GtkScrollType scroll,
                 double        value)
{
  switch (scroll)
    {
    case GTK_SCROLL_STEP_BACKWARD:
    case GTK_SCROLL_STEP_LEFT:
    case GTK_SCROLL_STEP_DOWN:
    case GTK_SCROLL_PAGE_BACKWARD:
    case GTK_SCROLL_PAGE_LEFT:
    case GTK_SCROLL_PAGE_DOWN:
      pick (self, (int) ceil (self->position) - 1);
      break;
    case GTK_SCROLL_STEP_FORWARD:
    case GTK_SCROLL_STEP_RIGHT:
    case GTK_SCROLL_STEP_UP:
    case GTK_SCROLL_PAGE_FORWARD:
    case GTK_SCROLL_PAGE_RIGHT:
    case GTK_SCROLL_PAGE_UP:
      pick (self, (int) floor (self->position) + 1);
      break;
    default:
      pick (self, (int) lround (value));
      break;
    }
  return TRUE;
}

static void
pressed_cb (NtmYearStrip *self,
            int           n_press,
            double        x,
            double        y)
{
  double step = _ntm_year_strip_x (self, self->first + 1) - _ntm_year_strip_x (self, self->first);

  if (step > 0)
    pick (self, self->first + (int) lround ((x - _ntm_year_strip_x (self, self->first)) / step));
}

static void
ntm_year_strip_measure (GtkWidget     *widget,
                        GtkOrientation orientation,
                        int            for_size,
                        int           *minimum,
                        int           *natural,
                        int           *minimum_baseline,
                        int           *natural_baseline)
{
  NtmYearStrip *self = NTM_YEAR_STRIP (widget);
  int scale;

  *minimum = *natural = MIN_WIDTH;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    return;
  gtk_widget_measure (self->scale, orientation, -1, &scale, NULL, NULL, NULL);
  *minimum = *natural = NTM_STRIP_CAPTION + (self->is_low ? NTM_STRIP_BARS_LOW : NTM_STRIP_BARS) + scale + NTM_STRIP_YEARS;
}

/* The caption of the last line stands to its right, beyond the last bar if need be. */
static int
measure_right_room (NtmYearStrip *self,
                    int           width)
{
  const NtmYearMark *mark;
  g_autoptr (PangoLayout) layout = NULL;
  double step = (double) (width - 3 * SIDE) / MAX (1, self->last - self->first);
  int caption;

  if (self->marks == NULL || self->marks->len == 0)
    return SIDE;
  mark = &g_array_index (self->marks, NtmYearMark, self->marks->len - 1);
  layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), mark->text);
  pango_layout_get_pixel_size (layout, &caption, NULL);
  return CLAMP (caption - (int) (step * (self->last - ntm_map_years_position (mark->date))), SIDE, MIN (MAX_RIGHT_ROOM, width / 4));
}

static void
ntm_year_strip_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  NtmYearStrip *self = NTM_YEAR_STRIP (widget);
  graphene_point_t origin;

  gtk_widget_measure (self->scale, GTK_ORIENTATION_VERTICAL, -1, &self->scale_height, NULL, NULL, NULL);
  self->scale_y = NTM_STRIP_CAPTION + (self->is_low ? NTM_STRIP_BARS_LOW : NTM_STRIP_BARS);
  graphene_point_init (&origin, 0, self->scale_y);
  self->right_room = measure_right_room (self, width);
  gtk_widget_allocate (self->scale, MAX (1, width - self->right_room), self->scale_height, -1,
                       gsk_transform_translate (NULL, &origin));
}

static void
ntm_year_strip_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  NtmYearStrip *self = NTM_YEAR_STRIP (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  cairo_t *cr;

  if (self->first < self->last && width > 0 && height > 0)
    {
      cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
      _ntm_year_strip_draw (self, cr);
      cairo_destroy (cr);
    }
  gtk_widget_snapshot_child (widget, self->scale, snapshot);
}

static void
ntm_year_strip_dispose (GObject *object)
{
  NtmYearStrip *self = NTM_YEAR_STRIP (object);

  if (self->scale != NULL)
    gtk_widget_unparent (self->scale);
  self->scale = NULL;
  g_clear_pointer (&self->marks, g_array_unref);
  G_OBJECT_CLASS (ntm_year_strip_parent_class)->dispose (object);
}

static void
ntm_year_strip_class_init (NtmYearStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ntm_year_strip_dispose;
  widget_class->measure = ntm_year_strip_measure;
  widget_class->size_allocate = ntm_year_strip_size_allocate;
  widget_class->snapshot = ntm_year_strip_snapshot;
  gtk_widget_class_set_css_name (widget_class, "year-strip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);

  /**
   * NtmYearStrip::picked:
   * @year: a year of the strip
   *
   * A person moved to the end of @year.
   */
  picked_signal = g_signal_new ("picked", NTM_TYPE_YEAR_STRIP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
ntm_year_strip_init (NtmYearStrip *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->right_room = SIDE;
  self->scale = gtk_scale_new_with_range (GTK_ORIENTATION_HORIZONTAL, NTM_FIRST_YEAR, NTM_FIRST_YEAR + 1, 1);
  gtk_scale_set_draw_value (GTK_SCALE (self->scale), FALSE);
  gtk_range_set_round_digits (GTK_RANGE (self->scale), -1);
  gtk_widget_set_parent (self->scale, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scale), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Year shown on the map"), -1);
  g_signal_connect_swapped (self->scale, "change-value", G_CALLBACK (change_value_cb), self);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  ntm_look_watch (GTK_WIDGET (self));
}

/**
 * ntm_year_strip_set_range:
 * @self: a strip
 * @first: the first year
 * @last: the last year, at most %NTM_MAX_YEARS years in all
 *
 * Sets the years, none of which is counted yet. A strip of one year is empty.
 */
void
ntm_year_strip_set_range (NtmYearStrip *self,
                          int           first,
                          int           last)
{
  g_return_if_fail (NTM_IS_YEAR_STRIP (self));
  g_return_if_fail (first <= last && last - first < NTM_MAX_YEARS);

  memset (self->counts, 0, sizeof self->counts);
  self->first = first;
  self->last = last;
  gtk_range_set_range (GTK_RANGE (self->scale), first, MAX (last, first + 1));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * ntm_year_strip_get_first:
 * @self: a strip
 *
 * Returns: the first year
 */
int
ntm_year_strip_get_first (NtmYearStrip *self)
{
  g_return_val_if_fail (NTM_IS_YEAR_STRIP (self), 0);

  return self->first;
}

/**
 * ntm_year_strip_get_last:
 * @self: a strip
 *
 * Returns: the last year
 */
int
ntm_year_strip_get_last (NtmYearStrip *self)
{
  g_return_val_if_fail (NTM_IS_YEAR_STRIP (self), 0);

  return self->last;
}

/**
 * ntm_year_strip_set_date:
 * @self: a strip
 * @date: the day that is shown
 * @words: that day in words, for screen readers
 *
 * Puts the slider on @date, or on the end of the strip next to it.
 */
void
ntm_year_strip_set_date (NtmYearStrip *self,
                         NtmDate       date,
                         const char   *words)
{
  g_return_if_fail (NTM_IS_YEAR_STRIP (self));

  self->date = date;
  self->position = CLAMP (ntm_map_years_position (date), self->first, self->last);
  gtk_range_set_value (GTK_RANGE (self->scale), self->position);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scale), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, words, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * ntm_year_strip_set_counts:
 * @self: a strip
 * @year: a year of it
 * @counts: what there is at its end
 *
 * Sets the bar of @year.
 */
void
ntm_year_strip_set_counts (NtmYearStrip        *self,
                           int                  year,
                           const NtmYearCounts *counts)
{
  g_return_if_fail (NTM_IS_YEAR_STRIP (self));
  g_return_if_fail (year >= self->first && year <= self->last);

  self->counts[year - self->first] = *counts;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * ntm_year_strip_get_counts:
 * @self: a strip
 * @year: a year of it
 *
 * Returns: (transfer none): what its bar shows; not counted yet after a change of the range
 */
const NtmYearCounts *
ntm_year_strip_get_counts (NtmYearStrip *self,
                           int           year)
{
  g_return_val_if_fail (NTM_IS_YEAR_STRIP (self), NULL);
  g_return_val_if_fail (year >= self->first && year <= self->last, NULL);

  return &self->counts[year - self->first];
}

/**
 * ntm_year_strip_take_marks:
 * @self: a strip
 * @marks: (transfer full) (element-type NtmYearMark): days on which units become others, in order
 *
 * Sets the dashed lines.
 */
void
ntm_year_strip_take_marks (NtmYearStrip *self,
                           GArray       *marks)
{
  g_return_if_fail (NTM_IS_YEAR_STRIP (self));

  g_clear_pointer (&self->marks, g_array_unref);
  self->marks = marks;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * ntm_year_strip_get_marks:
 * @self: a strip
 *
 * Returns: (transfer none) (nullable) (element-type NtmYearMark): the dashed lines
 */
const GArray *
ntm_year_strip_get_marks (NtmYearStrip *self)
{
  g_return_val_if_fail (NTM_IS_YEAR_STRIP (self), NULL);

  return self->marks;
}

/**
 * ntm_year_strip_set_low:
 * @self: a strip
 * @low: whether the bars are low, for low windows
 */
void
ntm_year_strip_set_low (NtmYearStrip *self,
                        gboolean      low)
{
  g_return_if_fail (NTM_IS_YEAR_STRIP (self));

  if (self->is_low == low)
    return;
  self->is_low = low;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * ntm_year_strip_get_scale:
 * @self: a strip
 *
 * Returns: (transfer none): the slider, which takes the keys
 */
GtkWidget *
ntm_year_strip_get_scale (NtmYearStrip *self)
{
  g_return_val_if_fail (NTM_IS_YEAR_STRIP (self), NULL);

  return self->scale;
}
