/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ntm-class-swatch.h"

#include "ntm-look.h"
#include "ntm-mark.h"

#define WIDTH 26
#define HEIGHT 16
#define RADIUS 3

struct _NtmClassSwatch
{
  GtkWidget parent_instance;

  guint class_index;
  guint n_classes;
};

G_DEFINE_FINAL_TYPE (NtmClassSwatch, ntm_class_swatch, GTK_TYPE_WIDGET)

static void
ntm_class_swatch_measure (GtkWidget     *widget,
                          GtkOrientation orientation,
                          int            for_size,
                          int           *minimum,
                          int           *natural,
                          int           *minimum_baseline,
                          int           *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : HEIGHT;
}

static void
ntm_class_swatch_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  NtmClassSwatch *self = NTM_CLASS_SWATCH (widget);
  NtmPalette *palette = ntm_look_get_palette ();
  NtmColor fill = ntm_palette_get_class (palette, self->class_index, self->n_classes);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));

  ntm_rounded_rectangle (cr, 0.5, 0.5, width - 1, height - 1, RADIUS);
  ntm_color_set (&fill, cr);
  cairo_fill_preserve (cr);
  ntm_color_set (ntm_palette_get_color (palette, NTM_ROLE_CARD_BORDER), cr);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
ntm_class_swatch_class_init (NtmClassSwatchClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = ntm_class_swatch_measure;
  widget_class->snapshot = ntm_class_swatch_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
ntm_class_swatch_init (NtmClassSwatch *self)
{
  ntm_look_watch (GTK_WIDGET (self));
}

/**
 * ntm_class_swatch_new:
 * @class_index: a class, from 0
 * @n_classes: how many there are
 *
 * Returns: (transfer floating): a field in the colour of that class
 */
GtkWidget *
ntm_class_swatch_new (guint class_index,
                      guint n_classes)
{
  NtmClassSwatch *self = g_object_new (NTM_TYPE_CLASS_SWATCH, NULL);

  self->class_index = class_index;
  self->n_classes = n_classes;
  return GTK_WIDGET (self);
}
