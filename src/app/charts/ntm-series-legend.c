/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Buttons that stay down, so that keyboard and screen reader have them for nothing. */

#include "config.h"

#include "ntm-series-legend.h"

#include <adwaita.h>

#include "ntm-look.h"
#include "ntm-palette.h"

struct _NtmSeriesLegend
{
  GtkWidget parent_instance;

  char   **names;
  guint    shown;        /* a bit for each name */
  gboolean is_filling;
};

G_DEFINE_FINAL_TYPE (NtmSeriesLegend, ntm_series_legend, GTK_TYPE_WIDGET)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Colours go by the place among those shown, as in the drawing; what is hidden has none. */
static void
color_buttons (NtmSeriesLegend *self)
{
  const NtmPalette *palette = ntm_look_get_palette ();
  GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (self));
  guint place = 0;

  for (guint i = 0; button != NULL; i++, button = gtk_widget_get_next_sibling (button))
    {
      gboolean is_shown = (self->shown >> i & 1) != 0;
      NtmColor color = is_shown ? ntm_palette_get_series (palette, place++) : *ntm_palette_get_color (palette, NTM_ROLE_HATCH);
      g_autofree char *markup = g_markup_printf_escaped ("<span foreground='#%02x%02x%02x'>\u2501</span> %s", (guint) (color.r * 255 + 0.5),
                                                         (guint) (color.g * 255 + 0.5), (guint) (color.b * 255 + 0.5), self->names[i]);

      gtk_label_set_markup (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), markup);
    }
}

static void
toggled_cb (NtmSeriesLegend *self,
            GtkToggleButton *button)
{
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "index"));
  guint bit = 1u << index;

  if (self->is_filling)
    return;
  /* A chart of nothing says nothing. */
  if (self->shown == bit)
    {
      self->is_filling = TRUE;
      gtk_toggle_button_set_active (button, TRUE);
      self->is_filling = FALSE;
      return;
    }
  self->shown ^= bit;
  color_buttons (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
add_button (NtmSeriesLegend *self,
            guint            index)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "flat");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), (self->shown >> index & 1) != 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, self->names[index], -1);
  g_object_set_data (G_OBJECT (button), "index", GUINT_TO_POINTER (index));
  g_signal_connect_swapped (button, "toggled", G_CALLBACK (toggled_cb), self);
  gtk_widget_set_parent (button, GTK_WIDGET (self));
}

static void
remove_buttons (NtmSeriesLegend *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}

static void
ntm_series_legend_dispose (GObject *object)
{
  NtmSeriesLegend *self = NTM_SERIES_LEGEND (object);

  remove_buttons (self);
  g_clear_pointer (&self->names, g_strfreev);
  G_OBJECT_CLASS (ntm_series_legend_parent_class)->dispose (object);
}

static void
ntm_series_legend_class_init (NtmSeriesLegendClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ntm_series_legend_dispose;
  signals[CHANGED] = g_signal_new ("changed", NTM_TYPE_SERIES_LEGEND, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_css_name (widget_class, "series-legend");
}

static void
ntm_series_legend_init (NtmSeriesLegend *self)
{
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (color_buttons), self, G_CONNECT_SWAPPED);
}

/**
 * ntm_series_legend_set_series:
 * @self: a legend
 * @names: (array zero-terminated=1): of the series, at most 32; none: the legend is empty
 * @shown: a bit for each of them, the first the lowest
 *
 * Names the series anew.
 */
void
ntm_series_legend_set_series (NtmSeriesLegend    *self,
                              const char * const *names,
                              guint               shown)
{
  g_return_if_fail (NTM_IS_SERIES_LEGEND (self));

  self->shown = shown;
  /* Buttons that stay keep the keyboard. */
  if (self->names != NULL && g_strv_equal ((const char * const *) self->names, names))
    return;
  remove_buttons (self);
  g_strfreev (self->names);
  self->names = g_strdupv ((char **) names);
  for (guint i = 0; names[i] != NULL; i++)
    add_button (self, i);
  color_buttons (self);
}

/**
 * ntm_series_legend_get_shown:
 * @self: a legend
 *
 * Returns: a bit for each series that is shown
 */
guint
ntm_series_legend_get_shown (NtmSeriesLegend *self)
{
  g_return_val_if_fail (NTM_IS_SERIES_LEGEND (self), 0);

  return self->shown;
}
