/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Colours come from the palette that also draws the printed list, so that a state looks the same in the
 * window and on paper. Rows are recycled: setting a chip must stay cheap.
 */

#include "config.h"

#include "ntm-task-chip.h"

#include <adwaita.h>

#include "ntm-look.h"
#include "ntm-mark.h"

#define ICON 14

struct _NtmTaskChip
{
  GtkWidget parent_instance;

  GtkWidget   *label;
  NtmTone      tone;
  NtmTaskShape shape;
  gboolean     has_icon;
};

G_DEFINE_FINAL_TYPE (NtmTaskChip, ntm_task_chip, GTK_TYPE_WIDGET)

static const NtmRole inks[] = { NTM_ROLE_NEUTRAL, NTM_ROLE_INFO, NTM_ROLE_SUCCESS, NTM_ROLE_WARNING, NTM_ROLE_ERROR };
static const NtmRole grounds[] = { NTM_ROLE_NEUTRAL_BG, NTM_ROLE_INFO_BG, NTM_ROLE_SUCCESS_BG, NTM_ROLE_WARNING_BG,
                                   NTM_ROLE_ERROR_BG };

static void
ntm_task_chip_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  NtmTaskChip *self = NTM_TASK_CHIP (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  NtmPalette *palette = ntm_look_get_palette ();
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));

  ntm_rounded_rectangle (cr, 0, 0, width, height, height / 2.);
  ntm_color_set (ntm_palette_get_color (palette, grounds[self->tone]), cr);
  cairo_fill (cr);
  if (self->has_icon)
    ntm_task_shape_draw (cr, self->shape, self->tone, 10 + ICON / 2., height / 2., ICON, palette);
  cairo_destroy (cr);
  gtk_widget_snapshot_child (widget, self->label, snapshot);
}

static void
colour (NtmTaskChip *self)
{
  ntm_task_label_colour (GTK_LABEL (self->label), inks[self->tone], PANGO_WEIGHT_BOLD);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
ntm_task_chip_dispose (GObject *object)
{
  NtmTaskChip *self = NTM_TASK_CHIP (object);

  g_clear_pointer (&self->label, gtk_widget_unparent);
  G_OBJECT_CLASS (ntm_task_chip_parent_class)->dispose (object);
}

static void
ntm_task_chip_class_init (NtmTaskChipClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ntm_task_chip_dispose;
  widget_class->snapshot = ntm_task_chip_snapshot;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "taskchip");
}

static void
ntm_task_chip_init (NtmTaskChip *self)
{
  self->label = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_margin_start (self->label, 10);
  gtk_widget_set_margin_end (self->label, 10);
  gtk_widget_set_margin_top (self->label, 2);
  gtk_widget_set_margin_bottom (self->label, 2);
  gtk_widget_add_css_class (self->label, "caption");
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (colour), self, G_CONNECT_SWAPPED);
}

/**
 * ntm_task_chip_new:
 *
 * Returns: (transfer floating): an empty chip
 */
GtkWidget *
ntm_task_chip_new (void)
{
  return g_object_new (NTM_TYPE_TASK_CHIP, NULL);
}

/**
 * ntm_task_chip_set:
 * @self: a chip
 * @text: its words
 * @tone: its colour
 *
 * Sets what the chip shows.
 */
void
ntm_task_chip_set (NtmTaskChip *self,
                   const char  *text,
                   NtmTone      tone)
{
  g_return_if_fail (NTM_IS_TASK_CHIP (self));

  self->tone = MIN ((guint) tone, G_N_ELEMENTS (inks) - 1);
  gtk_label_set_text (GTK_LABEL (self->label), text);
  colour (self);
}

/**
 * ntm_task_chip_set_icon:
 * @self: a chip
 * @shape: an icon
 *
 * Puts @shape before the words.
 */
void
ntm_task_chip_set_icon (NtmTaskChip *self,
                        NtmTaskShape shape)
{
  g_return_if_fail (NTM_IS_TASK_CHIP (self));

  self->shape = shape;
  self->has_icon = TRUE;
  gtk_widget_set_margin_start (self->label, 10 + ICON + 6);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * ntm_task_chip_get_text:
 * @self: a chip
 *
 * Returns: (transfer none): its words
 */
const char *
ntm_task_chip_get_text (NtmTaskChip *self)
{
  g_return_val_if_fail (NTM_IS_TASK_CHIP (self), NULL);

  return gtk_label_get_text (GTK_LABEL (self->label));
}

/**
 * ntm_task_label_colour:
 * @label: a label
 * @role: a colour of the palette
 * @weight: how bold
 *
 * Colours a text by the palette, which no style sheet knows.
 */
void
ntm_task_label_colour (GtkLabel   *label,
                       NtmRole     role,
                       PangoWeight weight)
{
  const NtmColor *ink = ntm_palette_get_color (ntm_look_get_palette (), role);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_foreground_new (ink->r * 65535, ink->g * 65535, ink->b * 65535));
  /* Without it the text takes the transparency of the style sheet, and too little contrast remains. */
  pango_attr_list_insert (attributes, pango_attr_foreground_alpha_new (G_MAXUINT16));
  pango_attr_list_insert (attributes, pango_attr_weight_new (weight));
  gtk_label_set_attributes (label, attributes);
}
