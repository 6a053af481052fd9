/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What our own drawing in the window has in common with the desktop: light or dark, and the font. The two
 * palettes are kept with the style manager that chooses between them, because every row of the list needs
 * one, and so are the styles, because the fonts of a new one take milliseconds to load.
 */

#include "ntm-look.h"

#include <adwaita.h>

#define MAX_DRAWN_SCALE 2   /* of large text: larger, a drawing has no room but for its texts */

static NtmPalette *
lookup_palette (GObject    *manager,
                const char *key,
                NtmStyle    style)
{
  NtmPalette *palette = g_object_get_data (manager, key);

  if (palette == NULL)
    {
      palette = ntm_palette_new (style);
      g_object_set_data_full (manager, key, palette, (GDestroyNotify) ntm_palette_unref);
    }
  return palette;
}

static const NtmDrawStyle *
lookup_style (GObject    *manager,
              const char *key,
              NtmStyle    name)
{
  NtmDrawStyle *style = g_object_get_data (manager, key);

  if (style == NULL)
    {
      style = ntm_draw_style_new (name, NTM_MEDIUM_DESK, ntm_lang_current ());
      g_object_set_data_full (manager, key, style, (GDestroyNotify) ntm_draw_style_free);
    }
  return style;
}

/**
 * ntm_look_get_palette:
 *
 * Returns: (transfer none): the colours of the present style, light or dark
 */
NtmPalette *
ntm_look_get_palette (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  if (adw_style_manager_get_dark (manager))
    return lookup_palette (G_OBJECT (manager), "ntm-palette-dark", NTM_STYLE_DARK);
  return lookup_palette (G_OBJECT (manager), "ntm-palette-light", NTM_STYLE_LIGHT);
}

/**
 * ntm_look_get_text_scale:
 * @widget: a widget
 *
 * Returns: the desktop's "large text", as GTK gives it to its own widgets; at least 1
 */
double
ntm_look_get_text_scale (GtkWidget *widget)
{
  int dpi = -1;

  g_object_get (gtk_widget_get_settings (widget), "gtk-xft-dpi", &dpi, NULL);
  return dpi <= 0 ? 1 : MAX (1, dpi / (96.0 * 1024));
}

/**
 * ntm_look_new_style:
 * @widget: the widget that is drawn on
 *
 * Returns: (transfer full): a style for drawing on @widget: colours of the present style, the font of
 *   the desktop in its size, the language of the window
 */
NtmDrawStyle *
ntm_look_new_style (GtkWidget *widget)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  gboolean dark = adw_style_manager_get_dark (manager);
  NtmDrawStyle *style = ntm_draw_style_copy (dark ? lookup_style (G_OBJECT (manager), "ntm-style-dark", NTM_STYLE_DARK)
                                                  : lookup_style (G_OBJECT (manager), "ntm-style-light", NTM_STYLE_LIGHT));
  const PangoFontDescription *font = pango_context_get_font_description (gtk_widget_get_pango_context (widget));
  const char *family = font == NULL ? NULL : pango_font_description_get_family (font);

  style->scale = MIN (ntm_look_get_text_scale (widget), MAX_DRAWN_SCALE);
  if (family != NULL)
    {
      g_autofree char *families = g_strdup_printf ("%s,%s", family, style->family);
      ntm_draw_style_set_family (style, families);
    }
  return style;
}

/**
 * ntm_look_watch:
 * @widget: a widget that draws with the palette
 *
 * Draws @widget again whenever the style turns light or dark.
 */
void
ntm_look_watch (GtkWidget *widget)
{
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw), widget, G_CONNECT_SWAPPED);
}

/**
 * ntm_look_name_choice:
 * @choice: a drop-down with an accessible label
 *
 * Names the button inside, which is what has the focus and which GTK 4.8 leaves without a name.
 */
void
ntm_look_name_choice (GtkDropDown *choice)
{
  GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (choice));

  g_return_if_fail (GTK_IS_TOGGLE_BUTTON (button));

  gtk_accessible_update_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY, choice, NULL, -1);
}

/**
 * ntm_look_keep_place:
 * @list: a list view
 *
 * Tab comes back to the row it was left from; from GTK 4.12 on it would else come to the first, Shift+Tab to the last.
 */
void
ntm_look_keep_place (GtkWidget *list)
{
  enum { TAB_ITEM = 1 };  /* GTK_LIST_TAB_ITEM */

  if (g_object_class_find_property (G_OBJECT_GET_CLASS (list), "tab-behavior") != NULL)
    g_object_set (list, "tab-behavior", TAB_ITEM, NULL);
}

/*
 * The least width of a text that wraps. Without one a label finds the width at which no letter can be broken
 * off any more, by shaping its text in lines of one letter: most of the time to the first frame, once.
 */
#define MIN_CHARS 16

/**
 * ntm_look_new_label:
 * @text: what it says
 * @css_class: (nullable): how it looks
 *
 * Makes a label of running text: it begins at the left and is broken into lines.
 *
 * Returns: (transfer floating): the label
 */
GtkWidget *
ntm_look_new_label (const char *text,
                    const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), MIN_CHARS);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

#define MAX_SEARCH 200   /* characters: longer than any name */

/**
 * ntm_look_limit_search:
 * @search: a field of one line, such as a search entry
 *
 * Keeps no more of a text than a search can mean: laying out a whole table pasted by mistake, on one line,
 * would hold the window for seconds.
 */
void
ntm_look_limit_search (GtkEditable *search)
{
  gtk_text_set_max_length (GTK_TEXT (gtk_editable_get_delegate (search)), MAX_SEARCH);
}

static void
make_menu_cb (GtkMenuButton *button,
              gpointer       user_data)
{
  if (gtk_menu_button_get_menu_model (button) == NULL)
    gtk_menu_button_set_menu_model (button, G_MENU_MODEL (user_data));
}

/**
 * ntm_look_set_menu:
 * @button: a button
 * @menu: what it opens
 *
 * Gives @button a menu that is made when it is first opened: the widgets of a menu of ten items take as long as
 * those of a whole chart, and most menus are never opened.
 */
void
ntm_look_set_menu (GtkMenuButton *button,
                   GMenuModel    *menu)
{
  gtk_menu_button_set_create_popup_func (button, make_menu_cb, g_object_ref (menu), g_object_unref);
}
