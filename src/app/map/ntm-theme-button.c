/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The drop-down of GTK finds only beginnings, and with accents. Here "nuoc sach" finds "nước sạch"
 * anywhere in a name. The rows are made when the list opens for the first time after a change of the file;
 * there are about a hundred.
 */

#include "config.h"

#include "ntm-theme-button.h"

#include <glib/gi18n.h>

#include "ntm-text.h"
#include "ntm-topics.h"
#include "ntm-view-words.h"

struct _NtmThemeButton
{
  GtkWidget parent_instance;

  NtmAtlas *atlas;      /* NULL without a file */
  char     *needle;     /* folded, NULL: everything */
  gboolean  is_filled;

  GtkMenuButton *button;
  GtkLabel      *label;
  GtkEditable   *search;
  GtkListBox    *list;
};

G_DEFINE_FINAL_TYPE (NtmThemeButton, ntm_theme_button, GTK_TYPE_WIDGET)

static guint chosen_signal;

static const char *
text_of (GtkListBoxRow *row,
         const char    *key)
{
  return g_object_get_data (G_OBJECT (row), key);
}

static gboolean
is_found (GtkListBoxRow *row,
          gpointer       user_data)
{
  NtmThemeButton *self = user_data;

  return self->needle == NULL || ntm_text_matches (text_of (row, "folded"), self->needle);
}

static void
update_header (GtkListBoxRow *row,
               GtkListBoxRow *before,
               gpointer       user_data)
{
  const char *topic = text_of (row, "topic");
  GtkWidget *label = NULL;

  if (topic != NULL && (before == NULL || g_strcmp0 (text_of (before, "topic"), topic) != 0))
    {
      label = gtk_label_new (ntm_topic_name (topic));
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_widget_add_css_class (label, "ntm-list-topic");
    }
  gtk_list_box_row_set_header (row, label);
}

/* @code, @topic: (nullable): of the titles */
static void
add_row (NtmThemeButton *self,
         const char     *code,
         const char     *topic,
         const char     *name,
         const char     *words)
{
  GtkWidget *label = gtk_label_new (name);
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  g_object_set_data_full (G_OBJECT (row), "code", g_strdup (code), g_free);
  g_object_set_data_full (G_OBJECT (row), "topic", g_strdup (topic), g_free);
  g_object_set_data_full (G_OBJECT (row), "folded", ntm_text_fold (words), g_free);
  gtk_list_box_append (self->list, row);
}

static void
fill (NtmThemeButton *self)
{
  NtmViewContext context = { .atlas = self->atlas, .lang = ntm_lang_current () };
  g_autoptr (GPtrArray) indicators = NULL;
  GtkWidget *child;

  if (self->is_filled)
    return;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  self->is_filled = TRUE;
  add_row (self, NULL, NULL, _("NTM status"), _("NTM status"));
  indicators = self->atlas == NULL ? g_ptr_array_new () : ntm_topic_list_indicators (self->atlas);
  for (guint i = 0; i < indicators->len; i++)
    {
      const NtmIndicator *indicator = g_ptr_array_index (indicators, i);
      g_autofree char *measure = ntm_view_indicator_measure (&context, indicator);
      g_autofree char *words = g_strjoin (" ", indicator->name_vi, indicator->name_en, indicator->code,
                                          ntm_topic_name (indicator->topic), NULL);
      add_row (self, indicator->code, indicator->topic, measure, words);
    }
}

static void
choose (NtmThemeButton *self,
        GtkListBoxRow  *row)
{
  g_autofree char *code = g_strdup (text_of (row, "code"));

  gtk_menu_button_popdown (self->button);
  g_signal_emit (self, chosen_signal, 0, code);
}

static void
search_changed_cb (NtmThemeButton *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->search)));

  g_clear_pointer (&self->needle, g_free);
  if (*text != '\0')
    self->needle = ntm_text_fold (text);
  gtk_list_box_invalidate_filter (self->list);
  gtk_list_box_invalidate_headers (self->list);
}

static void
search_activated_cb (NtmThemeButton *self)
{
  ntm_theme_button_take_first (self);
}

static void
shown_cb (NtmThemeButton *self)
{
  fill (self);
  gtk_editable_set_text (self->search, "");
  search_changed_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
ntm_theme_button_dispose (GObject *object)
{
  NtmThemeButton *self = NTM_THEME_BUTTON (object);

  if (self->button != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->button));
  self->button = NULL;
  g_clear_object (&self->atlas);
  g_clear_pointer (&self->needle, g_free);
  G_OBJECT_CLASS (ntm_theme_button_parent_class)->dispose (object);
}

static void
ntm_theme_button_class_init (NtmThemeButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ntm_theme_button_dispose;

  /**
   * NtmThemeButton::chosen:
   * @code: (nullable): the indicator, %NULL for the titles
   *
   * A person chose what to colour by.
   */
  chosen_signal = g_signal_new ("chosen", NTM_TYPE_THEME_BUTTON, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/ntmatlas/NtmAtlas/ui/ntm-map-theme-button.ui");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_bind_template_child (widget_class, NtmThemeButton, button);
  gtk_widget_class_bind_template_child (widget_class, NtmThemeButton, label);
  gtk_widget_class_bind_template_child (widget_class, NtmThemeButton, search);
  gtk_widget_class_bind_template_child (widget_class, NtmThemeButton, list);
  gtk_widget_class_bind_template_callback (widget_class, choose);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, shown_cb);
}

static void
ntm_theme_button_init (NtmThemeButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_filter_func (self->list, is_found, self, NULL);
  gtk_list_box_set_header_func (self->list, update_header, NULL, NULL);
}

/**
 * ntm_theme_button_set_atlas:
 * @self: a button
 * @atlas: (nullable): the file, or %NULL for none
 *
 * Sets whose indicators are listed; to be called after every change of the file.
 */
void
ntm_theme_button_set_atlas (NtmThemeButton *self,
                            NtmAtlas       *atlas)
{
  g_return_if_fail (NTM_IS_THEME_BUTTON (self));

  g_set_object (&self->atlas, atlas);
  self->is_filled = FALSE;
}

/**
 * ntm_theme_button_set_chosen:
 * @self: a button
 * @code: (nullable): code of an indicator, %NULL for the titles
 *
 * Names on the button what the map is coloured by.
 */
void
ntm_theme_button_set_chosen (NtmThemeButton *self,
                             const char     *code)
{
  NtmViewContext context = { .atlas = self->atlas, .lang = ntm_lang_current () };
  const NtmIndicator *indicator = code == NULL || self->atlas == NULL ? NULL : ntm_atlas_resolve_indicator (self->atlas, code, NULL);
  g_autofree char *measure = indicator == NULL ? NULL : ntm_view_indicator_measure (&context, indicator);
  g_autofree char *text = NULL;

  g_return_if_fail (NTM_IS_THEME_BUTTON (self));

  /* Translators: what the units of the map are coloured by. */
  text = g_strdup_printf (_("Colour by: %s"), measure == NULL ? _("NTM status") : measure);
  gtk_label_set_text (self->label, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

/**
 * ntm_theme_button_search:
 * @self: a button
 * @needle: part of a name, code or topic, with or without accents
 *
 * Narrows the list as typing in the search field does.
 */
void
ntm_theme_button_search (NtmThemeButton *self,
                         const char     *needle)
{
  g_return_if_fail (NTM_IS_THEME_BUTTON (self));

  fill (self);
  gtk_editable_set_text (self->search, needle);
  search_changed_cb (self);
}

/**
 * ntm_theme_button_get_n_found:
 * @self: a button
 *
 * Returns: how many rows of the list are found
 */
guint
ntm_theme_button_get_n_found (NtmThemeButton *self)
{
  GtkListBoxRow *row;
  guint n = 0;

  g_return_val_if_fail (NTM_IS_THEME_BUTTON (self), 0);

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    n += is_found (row, self);
  return n;
}

/**
 * ntm_theme_button_take_first:
 * @self: a button
 *
 * Chooses the first row found, as Enter does in the search field.
 *
 * Returns: whether there was one
 */
gboolean
ntm_theme_button_take_first (NtmThemeButton *self)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (NTM_IS_THEME_BUTTON (self), FALSE);

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (is_found (row, self))
      {
        choose (self, row);
        return TRUE;
      }
  return FALSE;
}
