/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ntm-status-pill.h"

#include <adwaita.h>

#include "ntm-look.h"
#include "ntm-mark.h"

struct _NtmStatusPill
{
  GtkWidget parent_instance;

  GtkWidget *label;
  NtmMark    mark;
};

G_DEFINE_FINAL_TYPE (NtmStatusPill, ntm_status_pill, GTK_TYPE_WIDGET)

static void
ntm_status_pill_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  NtmStatusPill *self = NTM_STATUS_PILL (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  const NtmMarkStyle *look = ntm_palette_get_mark (ntm_look_get_palette (), self->mark);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));

  /* Without the texture of the map: a text has to be read on it. */
  ntm_rounded_rectangle (cr, 0.5, 0.5, width - 1, height - 1, (height - 1) / 2.);
  ntm_color_set (&look->fill, cr);
  cairo_fill_preserve (cr);
  ntm_color_set (look->texture == NTM_TEXTURE_NONE ? &look->fill : &look->ink, cr);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
  cairo_destroy (cr);
  gtk_widget_snapshot_child (widget, self->label, snapshot);
}

/* The colour of the text goes with the fill, so it cannot come from the style sheet. */
static void
colour_label (NtmStatusPill *self)
{
  const NtmColor *on = &ntm_palette_get_mark (ntm_look_get_palette (), self->mark)->on;
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_foreground_new (on->r * 65535, on->g * 65535, on->b * 65535));
  pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  gtk_label_set_attributes (GTK_LABEL (self->label), attributes);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
ntm_status_pill_dispose (GObject *object)
{
  NtmStatusPill *self = NTM_STATUS_PILL (object);

  g_clear_pointer (&self->label, gtk_widget_unparent);
  G_OBJECT_CLASS (ntm_status_pill_parent_class)->dispose (object);
}

static void
ntm_status_pill_class_init (NtmStatusPillClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ntm_status_pill_dispose;
  widget_class->snapshot = ntm_status_pill_snapshot;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
ntm_status_pill_init (NtmStatusPill *self)
{
  self->mark = NTM_MARK_NO_DECISION;
  self->label = gtk_label_new (NULL);
  /* Margins, not padding: the pill is drawn inside the padding. */
  gtk_widget_set_margin_start (self->label, 12);
  gtk_widget_set_margin_end (self->label, 12);
  gtk_widget_set_margin_top (self->label, 3);
  gtk_widget_set_margin_bottom (self->label, 3);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (colour_label), self, G_CONNECT_SWAPPED);
}

/**
 * ntm_status_pill_set_mark:
 * @self: a pill
 * @mark: its colour
 * @name: its text
 *
 * Sets what the pill shows.
 */
void
ntm_status_pill_set_mark (NtmStatusPill *self,
                          NtmMark        mark,
                          const char    *name)
{
  g_return_if_fail (NTM_IS_STATUS_PILL (self));

  self->mark = mark;
  gtk_label_set_text (GTK_LABEL (self->label), name);
  colour_label (self);
}

/**
 * ntm_status_pill_get_name:
 * @self: a pill
 *
 * Returns: (transfer none): its text
 */
const char *
ntm_status_pill_get_name (NtmStatusPill *self)
{
  g_return_val_if_fail (NTM_IS_STATUS_PILL (self), NULL);

  return gtk_label_get_text (GTK_LABEL (self->label));
}
