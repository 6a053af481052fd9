/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Pages of a job on a grey ground. The drawing of a page is kept until job, paper or zoom change; pages out
 * of sight are neither drawn nor kept waiting for.
 */

#include "config.h"

#include "ntm-preview-pages.h"

#include <glib/gi18n.h>
#include <math.h>

#define GAP      18.0
#define FIT_MAX  1.6    /* pixels for a point, fitted to the width */
#define FIT_MIN  0.2
#define ZOOM_MIN 0.25
#define ZOOM_MAX 6.0

struct _NtmPreviewPages
{
  GtkWidget parent_instance;

  NtmPrintJob   *job;
  GtkAdjustment *vertical;
  double         zoom;      /* pixels for a point; 0: as wide as there is room */
  double         drawn_at;  /* the zoom of @pictures */
  GPtrArray     *pictures;  /* of GskRenderNode, NULL where not drawn */
  guint          page;      /* in the middle */
};

G_DEFINE_FINAL_TYPE (NtmPreviewPages, ntm_preview_pages, GTK_TYPE_WIDGET)

enum
{
  TURNED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
unref_picture (gpointer picture)
{
  if (picture != NULL)
    gsk_render_node_unref (picture);
}

static guint
count_pages (NtmPreviewPages *self)
{
  return self->job == NULL ? 0 : ntm_print_job_get_n_pages (self->job);
}

static void
get_paper (NtmPreviewPages *self,
           double          *width,
           double          *height)
{
  *width = *height = 1;
  if (self->job != NULL)
    ntm_print_job_get_paper (self->job, width, height);
}

static double
zoom_for (NtmPreviewPages *self,
          double           room)
{
  double width, height;

  if (self->zoom > 0)
    return self->zoom;
  get_paper (self, &width, &height);
  return CLAMP ((room - 2 * GAP) / width, FIT_MIN, FIT_MAX);
}

static double
present_zoom (NtmPreviewPages *self)
{
  return zoom_for (self, gtk_widget_get_width (GTK_WIDGET (self)));
}

static double
page_step (NtmPreviewPages *self,
           double           zoom)
{
  double width, height;

  get_paper (self, &width, &height);
  return floor (height * zoom + GAP);
}

static void
forget_pictures (NtmPreviewPages *self)
{
  g_ptr_array_set_size (self->pictures, 0);
  g_ptr_array_set_size (self->pictures, (int) count_pages (self));
}

static GskRenderNode *
draw_page (NtmPreviewPages *self,
           guint            page,
           double           zoom)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  double width, height;
  cairo_t *cr;

  get_paper (self, &width, &height);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (-4, -2, (float) (width * zoom) + 8, (float) (height * zoom) + 8));
  cairo_set_source_rgba (cr, 0, 0, 0, 0.10);
  cairo_rectangle (cr, -2, 1, width * zoom + 4, height * zoom + 3);
  cairo_fill (cr);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_rectangle (cr, 0, 0, width * zoom, height * zoom);
  cairo_fill_preserve (cr);
  cairo_clip (cr);
  cairo_scale (cr, zoom, zoom);
  ntm_print_job_draw_page (self->job, cr, page);
  cairo_destroy (cr);
  return gtk_snapshot_free_to_node (snapshot);
}

static GskRenderNode *
ensure_picture (NtmPreviewPages *self,
                guint            page,
                double           zoom)
{
  if (g_ptr_array_index (self->pictures, page) == NULL)
    g_ptr_array_index (self->pictures, page) = draw_page (self, page, zoom);
  return g_ptr_array_index (self->pictures, page);
}

/* What of the widget is seen: all of it where nobody scrolls. */
static void
find_sight (NtmPreviewPages *self,
            double          *from,
            double          *to)
{
  *from = 0;
  *to = gtk_widget_get_height (GTK_WIDGET (self));
  if (self->vertical == NULL)
    return;
  *from = gtk_adjustment_get_value (self->vertical);
  *to = *from + gtk_adjustment_get_page_size (self->vertical);
}

static void
ntm_preview_pages_snapshot (GtkWidget   *widget,
                            GtkSnapshot *snapshot)
{
  NtmPreviewPages *self = NTM_PREVIEW_PAGES (widget);
  double zoom = present_zoom (self), step = page_step (self, zoom), from, to, width, height;

  if (self->drawn_at < zoom || self->drawn_at > zoom || self->pictures->len != count_pages (self))
    forget_pictures (self);
  self->drawn_at = zoom;
  find_sight (self, &from, &to);
  get_paper (self, &width, &height);
  for (guint i = 0; i < self->pictures->len; i++)
    {
      double y = GAP + i * step;

      if (y > to || y + step < from)
        continue;
      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) floor ((gtk_widget_get_width (widget) - width * zoom) / 2),
                                                              (float) y));
      gtk_snapshot_append_node (snapshot, ensure_picture (self, i, zoom));
      gtk_snapshot_restore (snapshot);
    }
}

static void
ntm_preview_pages_measure (GtkWidget     *widget,
                           GtkOrientation orientation,
                           int            for_size,
                           int           *minimum,
                           int           *natural,
                           int           *minimum_baseline,
                           int           *natural_baseline)
{
  NtmPreviewPages *self = NTM_PREVIEW_PAGES (widget);
  double width, height;

  get_paper (self, &width, &height);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = self->zoom > 0 ? (int) ceil (width * self->zoom + 2 * GAP) : 240;
      *natural = MAX (*minimum, (int) ceil (width + 2 * GAP));
      return;
    }
  *minimum = (int) ceil (GAP + count_pages (self) * page_step (self, zoom_for (self, for_size < 0 ? width : for_size)));
  *natural = *minimum;
}

static GtkSizeRequestMode
ntm_preview_pages_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
find_page (NtmPreviewPages *self)
{
  double from, to;
  guint n = count_pages (self), page = 0;

  find_sight (self, &from, &to);
  if (n > 0)
    page = (guint) CLAMP (floor (((from + to) / 2 - GAP) / MAX (page_step (self, present_zoom (self)), 1)), 0, (double) n - 1);
  if (page == self->page)
    return;
  self->page = page;
  g_signal_emit (self, signals[TURNED], 0);
}

static void
scrolled_cb (NtmPreviewPages *self)
{
  find_page (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
ntm_preview_pages_dispose (GObject *object)
{
  NtmPreviewPages *self = NTM_PREVIEW_PAGES (object);

  g_clear_object (&self->vertical);
  g_clear_pointer (&self->pictures, g_ptr_array_unref);
  g_clear_pointer (&self->job, ntm_print_job_unref);
  G_OBJECT_CLASS (ntm_preview_pages_parent_class)->dispose (object);
}

static void
ntm_preview_pages_class_init (NtmPreviewPagesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ntm_preview_pages_dispose;
  widget_class->snapshot = ntm_preview_pages_snapshot;
  widget_class->measure = ntm_preview_pages_measure;
  widget_class->get_request_mode = ntm_preview_pages_get_request_mode;
  signals[TURNED] = g_signal_new ("turned", NTM_TYPE_PREVIEW_PAGES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (widget_class, "preview-pages");
}

static void
ntm_preview_pages_init (NtmPreviewPages *self)
{
  self->pictures = g_ptr_array_new_with_free_func (unref_picture);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

/**
 * ntm_preview_pages_set_job:
 * @self: the pages
 * @job: what to show; a reference is taken
 */
void
ntm_preview_pages_set_job (NtmPreviewPages *self,
                           NtmPrintJob     *job)
{
  g_return_if_fail (NTM_IS_PREVIEW_PAGES (self));

  ntm_print_job_ref (job);
  ntm_print_job_unref (self->job);
  self->job = job;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, ntm_print_job_get_title (job), -1);
  ntm_preview_pages_update (self);
}

/**
 * ntm_preview_pages_set_adjustment:
 * @self: the pages
 * @vertical: what they are scrolled with
 */
void
ntm_preview_pages_set_adjustment (NtmPreviewPages *self,
                                  GtkAdjustment   *vertical)
{
  g_return_if_fail (NTM_IS_PREVIEW_PAGES (self));
  g_return_if_fail (self->vertical == NULL);

  self->vertical = g_object_ref (vertical);
  g_signal_connect_object (vertical, "value-changed", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (vertical, "changed", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
}

/**
 * ntm_preview_pages_update:
 * @self: the pages
 *
 * Draws the pages again: after a change of the job's paper or contents.
 */
void
ntm_preview_pages_update (NtmPreviewPages *self)
{
  g_return_if_fail (NTM_IS_PREVIEW_PAGES (self));

  forget_pictures (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  find_page (self);
}

/**
 * ntm_preview_pages_set_zoom:
 * @self: the pages
 * @zoom: pixels for a point, or 0 for as wide as there is room
 */
void
ntm_preview_pages_set_zoom (NtmPreviewPages *self,
                            double           zoom)
{
  g_return_if_fail (NTM_IS_PREVIEW_PAGES (self));

  self->zoom = zoom > 0 ? CLAMP (zoom, ZOOM_MIN, ZOOM_MAX) : 0;
  ntm_preview_pages_update (self);
}

/**
 * ntm_preview_pages_get_zoom:
 * @self: the pages
 *
 * Returns: pixels for a point, also where it is fitted
 */
double
ntm_preview_pages_get_zoom (NtmPreviewPages *self)
{
  g_return_val_if_fail (NTM_IS_PREVIEW_PAGES (self), 1);

  return present_zoom (self);
}

/**
 * ntm_preview_pages_get_page:
 * @self: the pages
 *
 * Returns: the page in the middle, from 0
 */
guint
ntm_preview_pages_get_page (NtmPreviewPages *self)
{
  g_return_val_if_fail (NTM_IS_PREVIEW_PAGES (self), 0);

  return self->page;
}

/**
 * ntm_preview_pages_show_page:
 * @self: the pages, in a scrolled window
 * @page: from 0
 *
 * Scrolls to the top of a page.
 */
void
ntm_preview_pages_show_page (NtmPreviewPages *self,
                             guint            page)
{
  g_return_if_fail (NTM_IS_PREVIEW_PAGES (self));

  if (self->vertical != NULL)
    gtk_adjustment_set_value (self->vertical, page * page_step (self, present_zoom (self)));
}

/**
 * ntm_preview_pages_get_n_drawn:
 * @self: the pages
 *
 * Returns: how many pages were drawn so far
 */
guint
ntm_preview_pages_get_n_drawn (NtmPreviewPages *self)
{
  guint n = 0;

  g_return_val_if_fail (NTM_IS_PREVIEW_PAGES (self), 0);

  for (guint i = 0; i < self->pictures->len; i++)
    n += g_ptr_array_index (self->pictures, i) != NULL;
  return n;
}
