/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A figure in a window. The layout and the drawing are kept as long as size and look stay the same; what
 * the pointer points at is drawn over it.
 */

#include "config.h"

#include "ntm-figure-view.h"

#include <adwaita.h>
#include <math.h>

#include "ntm-figure-probe.h"
#include "ntm-look.h"

#define MIN_WIDTH   260
#define CARD_WIDTH  420
#define MIN_HEIGHT  250
#define CARD_HEIGHT 330
#define PROPORTION  0.58

struct _NtmFigureView
{
  GtkWidget parent_instance;

  NtmFigure      *figure;    /* what it is about */
  NtmFigure      *shown;     /* what is drawn: the same, maybe without its titles */
  NtmFigureProbe *probe;     /* @shown laid out for the present size; NULL: to be made */
  GskRenderNode  *picture;   /* drawn by @probe */
  int             pointed;   /* index of a mark, -1 none */
  gboolean        whole;
};

G_DEFINE_FINAL_TYPE (NtmFigureView, ntm_figure_view, GTK_TYPE_WIDGET)

static void
drop_layout (NtmFigureView *self)
{
  g_clear_pointer (&self->picture, gsk_render_node_unref);
  g_clear_pointer (&self->probe, ntm_figure_probe_free);
  self->pointed = -1;
}

static void
look_changed_cb (NtmFigureView *self)
{
  drop_layout (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static NtmFigureProbe *
ensure_probe (NtmFigureView *self)
{
  g_autoptr (NtmDrawStyle) style = NULL;
  int width = gtk_widget_get_width (GTK_WIDGET (self)), height = gtk_widget_get_height (GTK_WIDGET (self));

  if (self->probe != NULL || self->shown == NULL || width <= 0 || height <= 0)
    return self->probe;
  style = ntm_look_new_style (GTK_WIDGET (self));
  self->probe = ntm_figure_probe_new (self->shown, style, width, height);
  return self->probe;
}

static void
draw_picture (NtmFigureView         *self,
              const graphene_rect_t *bounds)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, bounds);

  ntm_figure_probe_draw (self->probe, cr);
  cairo_destroy (cr);
  self->picture = gtk_snapshot_free_to_node (snapshot);
}

static void
ntm_figure_view_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  NtmFigureView *self = NTM_FIGURE_VIEW (widget);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                               (float) gtk_widget_get_height (widget));
  cairo_t *cr;

  if (ensure_probe (self) == NULL)
    return;
  if (self->picture == NULL)
    draw_picture (self, &bounds);
  if (self->picture != NULL)
    gtk_snapshot_append_node (snapshot, self->picture);
  if (self->pointed < 0)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  ntm_figure_probe_draw_hint (self->probe, cr, (guint) self->pointed);
  cairo_destroy (cr);
}

static void
ntm_figure_view_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  drop_layout (NTM_FIGURE_VIEW (widget));
}

/* All of a long ranking, where it may scroll. */
static int
measure_whole (NtmFigureView *self,
               int            width)
{
  g_autoptr (NtmDrawStyle) style = NULL;

  if (!self->whole || self->shown == NULL || ntm_figure_get_kind (self->shown) == NTM_FIGURE_TREND)
    return MIN_HEIGHT;
  style = ntm_look_new_style (GTK_WIDGET (self));
  return (int) CLAMP (ntm_figure_get_height (self->shown, style, width < 0 ? CARD_WIDTH : width), MIN_HEIGHT, 30000);
}

static void
ntm_figure_view_measure (GtkWidget     *widget,
                         GtkOrientation orientation,
                         int            for_size,
                         int           *minimum,
                         int           *natural,
                         int           *minimum_baseline,
                         int           *natural_baseline)
{
  NtmFigureView *self = NTM_FIGURE_VIEW (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MIN_WIDTH;
      *natural = CARD_WIDTH;
      return;
    }
  *minimum = measure_whole (self, for_size);
  *natural = MAX (*minimum, for_size < 0 ? CARD_HEIGHT : CLAMP ((int) (for_size * PROPORTION), MIN_HEIGHT, CARD_HEIGHT));
}

static GtkSizeRequestMode
ntm_figure_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
point (NtmFigureView *self,
       int            index)
{
  if (index == self->pointed)
    return;
  self->pointed = index;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
leave_cb (NtmFigureView *self)
{
  point (self, -1);
}

static gboolean
key_pressed_cb (NtmFigureView  *self,
                guint           keyval,
                guint           keycode,
                GdkModifierType state)
{
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_SHIFT_MASK)) != 0)
    return FALSE;
  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return ntm_figure_view_step (self, -1);
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return ntm_figure_view_step (self, 1);
    default:
      return FALSE;
    }
}

static void
ntm_figure_view_dispose (GObject *object)
{
  NtmFigureView *self = NTM_FIGURE_VIEW (object);

  drop_layout (self);
  g_clear_pointer (&self->figure, ntm_figure_unref);
  g_clear_pointer (&self->shown, ntm_figure_unref);
  G_OBJECT_CLASS (ntm_figure_view_parent_class)->dispose (object);
}

static void
ntm_figure_view_class_init (NtmFigureViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ntm_figure_view_dispose;
  widget_class->snapshot = ntm_figure_view_snapshot;
  widget_class->size_allocate = ntm_figure_view_size_allocate;
  widget_class->measure = ntm_figure_view_measure;
  widget_class->get_request_mode = ntm_figure_view_get_request_mode;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (widget_class, "figure-view");
}

static void
ntm_figure_view_init (NtmFigureView *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->pointed = -1;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (ntm_figure_view_point_at), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (look_changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * ntm_figure_view_new:
 *
 * Returns: (transfer floating): a view without a figure
 */
GtkWidget *
ntm_figure_view_new (void)
{
  return g_object_new (NTM_TYPE_FIGURE_VIEW, NULL);
}

/* The title is the finding; the rows are the figures it rests on. */
static void
describe (NtmFigureView *self)
{
  g_autofree char *rows = self->figure == NULL ? g_strdup ("") : ntm_figure_to_tsv (self->figure);
  const char *title = self->figure == NULL ? NULL : ntm_figure_get_title (self->figure);

  g_strdelimit (rows, "\t", ' ');
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title == NULL ? "" : title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, rows,
                                  -1);
}

/**
 * ntm_figure_view_set_figure:
 * @self: a view
 * @figure: (nullable): the figure; a reference is taken
 * @shown: (nullable): what to draw in its place: the same without the titles that stand around the view
 *
 * Shows a figure.
 */
void
ntm_figure_view_set_figure (NtmFigureView *self,
                            NtmFigure     *figure,
                            NtmFigure     *shown)
{
  g_return_if_fail (NTM_IS_FIGURE_VIEW (self));

  if (shown == NULL)
    shown = figure;
  drop_layout (self);
  g_clear_pointer (&self->figure, ntm_figure_unref);
  g_clear_pointer (&self->shown, ntm_figure_unref);
  self->figure = figure == NULL ? NULL : ntm_figure_ref (figure);
  self->shown = shown == NULL ? NULL : ntm_figure_ref (shown);
  describe (self);
  if (self->whole)
    gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * ntm_figure_view_get_figure:
 * @self: a view
 *
 * Returns: (transfer none) (nullable): the figure it is about
 */
NtmFigure *
ntm_figure_view_get_figure (NtmFigureView *self)
{
  g_return_val_if_fail (NTM_IS_FIGURE_VIEW (self), NULL);

  return self->figure;
}

/**
 * ntm_figure_view_set_whole:
 * @self: a view
 * @whole: whether to ask for the height at which nothing is left out
 *
 * For a view that scrolls. Such a view also takes the keyboard: the arrow keys move the crosshair.
 */
void
ntm_figure_view_set_whole (NtmFigureView *self,
                           gboolean       whole)
{
  g_return_if_fail (NTM_IS_FIGURE_VIEW (self));

  self->whole = whole;
  gtk_widget_set_focusable (GTK_WIDGET (self), whole);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * ntm_figure_view_step:
 * @self: a view
 * @step: how many marks forward
 *
 * Moves the crosshair to the next mark, at first to the first or last.
 *
 * Returns: whether it moved
 */
gboolean
ntm_figure_view_step (NtmFigureView *self,
                      int            step)
{
  int n, next;

  g_return_val_if_fail (NTM_IS_FIGURE_VIEW (self), FALSE);

  if (ensure_probe (self) == NULL)
    return FALSE;
  n = (int) ntm_figure_probe_get_n (self->probe);
  next = self->pointed >= 0 ? self->pointed + step : step > 0 ? 0 : n - 1;
  if (next < 0 || next >= n)
    return FALSE;
  point (self, next);
  return TRUE;
}

/**
 * ntm_figure_view_point_at:
 * @self: a view
 * @x: in pixels of the view
 * @y: in pixels of the view
 *
 * Moves the crosshair to what is at a place; takes it away where there is nothing.
 */
void
ntm_figure_view_point_at (NtmFigureView *self,
                          double         x,
                          double         y)
{
  g_return_if_fail (NTM_IS_FIGURE_VIEW (self));

  if (ensure_probe (self) != NULL)
    point (self, ntm_figure_probe_find (self->probe, x, y));
}

/**
 * ntm_figure_view_get_hint:
 * @self: a view
 *
 * Returns: (transfer none) (nullable): what the crosshair says, %NULL when there is none
 */
const char *
ntm_figure_view_get_hint (NtmFigureView *self)
{
  g_return_val_if_fail (NTM_IS_FIGURE_VIEW (self), NULL);

  if (self->probe == NULL || self->pointed < 0)
    return NULL;
  return ntm_figure_probe_get (self->probe, (guint) self->pointed)->text;
}
