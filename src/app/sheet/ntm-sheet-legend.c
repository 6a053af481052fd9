/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The legend draws its signs with the same colours and shapes as the cells have. */

#include "config.h"

#include "ntm-sheet-legend.h"

#include <glib/gi18n.h>

#include "ntm-look.h"
#include "ntm-mark.h"

#define SWATCH_WIDTH  20
#define SWATCH_HEIGHT 14
#define GAP           14

typedef enum
{
  SIGN_NO_DATA,
  SIGN_EDITED,
  SIGN_SOURCE,
  SIGN_NOTE,
  SIGN_DERIVED,
  SIGN_CONFLICT,
  SIGN_NOT_APPLICABLE,
  SIGN_NOT_VERIFIED,
  N_SIGNS,
} Sign;

static const char * const sign_names[N_SIGNS] = {
  N_("no data"),
  N_("own figure, source not given"),
  N_("has a source"),
  N_("has a note"),
  N_("computed or estimated"),
  N_("sources contradict"),
  N_("not applicable"),
  N_("not verified"),
};

struct _NtmSheetLegend
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (NtmSheetLegend, ntm_sheet_legend, GTK_TYPE_WIDGET)

static void
paint (cairo_t          *cr,
       const NtmPalette *palette,
       NtmRole           role)
{
  ntm_color_set (ntm_palette_get_color (palette, role), cr);
  cairo_fill (cr);
}

static void
draw_triangle (cairo_t          *cr,
               const NtmPalette *palette)
{
  cairo_move_to (cr, 10, 1);
  cairo_line_to (cr, 16, 12);
  cairo_line_to (cr, 4, 12);
  cairo_close_path (cr);
  paint (cr, palette, NTM_ROLE_WARNING);
  cairo_rectangle (cr, 9.3, 4.5, 1.4, 4);
  cairo_rectangle (cr, 9.3, 9.3, 1.4, 1.4);
  paint (cr, palette, NTM_ROLE_PAGE);
}

static void
draw_italic (cairo_t          *cr,
             GtkWidget        *widget,
             const NtmPalette *palette)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, "12");
  PangoAttrList *attributes = pango_attr_list_new ();
  int width, height;

  pango_attr_list_insert (attributes, pango_attr_style_new (PANGO_STYLE_ITALIC));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_get_pixel_size (layout, &width, &height);
  cairo_move_to (cr, (SWATCH_WIDTH - width) / 2.0, (SWATCH_HEIGHT - height) / 2.0);
  ntm_color_set (ntm_palette_get_color (palette, NTM_ROLE_SECONDARY), cr);
  pango_cairo_show_layout (cr, layout);
}

static void
draw_sign (cairo_t          *cr,
           GtkWidget        *widget,
           Sign              sign,
           const NtmPalette *palette)
{
  switch (sign)
    {
    case SIGN_EDITED:
      cairo_rectangle (cr, 0, 0, SWATCH_WIDTH, SWATCH_HEIGHT);
      paint (cr, palette, NTM_ROLE_WARNING_BG);
      cairo_rectangle (cr, 0, 0, 3, SWATCH_HEIGHT);
      paint (cr, palette, NTM_ROLE_RISK);
      break;
    case SIGN_SOURCE:
      cairo_move_to (cr, 9, 2);
      cairo_line_to (cr, 18, 2);
      cairo_line_to (cr, 18, 11);
      paint (cr, palette, NTM_ROLE_ACCENT);
      break;
    case SIGN_NOTE:
      cairo_move_to (cr, 9, 12);
      cairo_line_to (cr, 18, 12);
      cairo_line_to (cr, 18, 3);
      paint (cr, palette, NTM_ROLE_RISK);
      break;
    case SIGN_DERIVED: draw_italic (cr, widget, palette); break;
    case SIGN_CONFLICT: draw_triangle (cr, palette); break;
    case SIGN_NOT_VERIFIED:
      cairo_rectangle (cr, 0, 0, SWATCH_WIDTH, SWATCH_HEIGHT);
      ntm_mark_dotted_path (cr, ntm_palette_get_color (palette, NTM_ROLE_WARNING), 0.7);
      break;
    case SIGN_NOT_APPLICABLE:
    case SIGN_NO_DATA:
    default:
      ntm_mark_swatch (cr, sign == SIGN_NO_DATA ? NTM_MARK_NO_DATA : NTM_MARK_NOT_APPLICABLE, FALSE, 0, 0, SWATCH_WIDTH,
                       SWATCH_HEIGHT, 0.8, palette);
    }
}

static void
draw_cb (GtkDrawingArea *area,
         cairo_t        *cr,
         int             width,
         int             height,
         gpointer        user_data)
{
  cairo_translate (cr, (width - SWATCH_WIDTH) / 2, (height - SWATCH_HEIGHT) / 2);
  draw_sign (cr, GTK_WIDGET (area), GPOINTER_TO_INT (user_data), ntm_look_get_palette ());
}

static GtkWidget *
new_item (Sign sign)
{
  GtkWidget *item = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *swatch = g_object_new (GTK_TYPE_DRAWING_AREA, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  GtkWidget *label = gtk_label_new (_(sign_names[sign]));

  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (swatch), SWATCH_WIDTH);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (swatch), SWATCH_HEIGHT);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (swatch), draw_cb, GINT_TO_POINTER (sign), NULL);
  ntm_look_watch (swatch);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (GTK_BOX (item), swatch);
  gtk_box_append (GTK_BOX (item), label);
  return item;
}

static void
ntm_sheet_legend_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  *minimum = *natural = 0;
  for (GtkWidget *item = gtk_widget_get_first_child (widget); item != NULL; item = gtk_widget_get_next_sibling (item))
    {
      int min, nat;

      gtk_widget_measure (item, orientation, -1, &min, &nat, NULL, NULL);
      if (orientation == GTK_ORIENTATION_HORIZONTAL)
        *natural += nat + GAP;
      else
        *minimum = *natural = MAX (*natural, nat);
    }
}

/* What no longer fits is left out whole, not cut. */
static void
ntm_sheet_legend_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  int x = 0;

  for (GtkWidget *item = gtk_widget_get_first_child (widget); item != NULL; item = gtk_widget_get_next_sibling (item))
    {
      int natural;

      gtk_widget_measure (item, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
      gtk_widget_set_child_visible (item, x + natural <= width);
      gtk_widget_size_allocate (item, &(GtkAllocation) { x, 0, natural, height }, -1);
      x += natural + GAP;
    }
}

static void
ntm_sheet_legend_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (ntm_sheet_legend_parent_class)->dispose (object);
}

static void
ntm_sheet_legend_class_init (NtmSheetLegendClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ntm_sheet_legend_dispose;
  widget_class->measure = ntm_sheet_legend_measure;
  widget_class->size_allocate = ntm_sheet_legend_size_allocate;
}

static void
ntm_sheet_legend_init (NtmSheetLegend *self)
{
  for (int sign = 0; sign < N_SIGNS; sign++)
    gtk_widget_set_parent (new_item (sign), GTK_WIDGET (self));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}
