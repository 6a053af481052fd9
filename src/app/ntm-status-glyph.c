/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ntm-status-glyph.h"

#include "ntm-look.h"
#include "ntm-mark.h"

#define SIZE 16
#define SWATCH_WIDTH 26
#define DIAMETER 12

struct _NtmStatusGlyph
{
  GtkWidget parent_instance;

  NtmMark  mark;
  gboolean swatch;   /* the rounded field of a legend in place of the shape */
};

G_DEFINE_FINAL_TYPE (NtmStatusGlyph, ntm_status_glyph, GTK_TYPE_WIDGET)

static void
ntm_status_glyph_measure (GtkWidget     *widget,
                          GtkOrientation orientation,
                          int            for_size,
                          int           *minimum,
                          int           *natural,
                          int           *minimum_baseline,
                          int           *natural_baseline)
{
  gboolean wide = NTM_STATUS_GLYPH (widget)->swatch && orientation == GTK_ORIENTATION_HORIZONTAL;

  *minimum = *natural = wide ? SWATCH_WIDTH : SIZE;
}

static void
ntm_status_glyph_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  NtmStatusGlyph *self = NTM_STATUS_GLYPH (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));

  if (self->swatch)
    ntm_mark_swatch (cr, self->mark, FALSE, 0.5, 0.5, width - 1, height - 1, 1, ntm_look_get_palette ());
  else
    ntm_glyph_draw (cr, self->mark, FALSE, width / 2., height / 2., DIAMETER, ntm_look_get_palette ());
  cairo_destroy (cr);
}

static void
ntm_status_glyph_class_init (NtmStatusGlyphClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = ntm_status_glyph_measure;
  widget_class->snapshot = ntm_status_glyph_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
ntm_status_glyph_init (NtmStatusGlyph *self)
{
  self->mark = NTM_MARK_NO_DECISION;
  ntm_look_watch (GTK_WIDGET (self));
}

/**
 * ntm_status_glyph_new:
 *
 * Returns: (transfer floating): a glyph
 */
GtkWidget *
ntm_status_glyph_new (void)
{
  return g_object_new (NTM_TYPE_STATUS_GLYPH, NULL);
}

/**
 * ntm_status_glyph_set_mark:
 * @self: a glyph
 * @mark: what it stands for
 * @name: its name, for screen readers
 *
 * Sets what the glyph shows.
 */
void
ntm_status_glyph_set_mark (NtmStatusGlyph *self,
                           NtmMark         mark,
                           const char     *name)
{
  g_return_if_fail (NTM_IS_STATUS_GLYPH (self));

  self->mark = mark;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * ntm_status_glyph_set_swatch:
 * @self: a glyph
 * @swatch: whether to draw the field of a legend in place of the shape
 *
 * Turns the glyph into the field a unit is filled with on the map.
 */
void
ntm_status_glyph_set_swatch (NtmStatusGlyph *self,
                             gboolean        swatch)
{
  g_return_if_fail (NTM_IS_STATUS_GLYPH (self));

  self->swatch = swatch;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
