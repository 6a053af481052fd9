/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A drop-down of GTK finds only beginnings, and with accents. Here "nuoc sach" finds "nước sạch" anywhere
 * in a name. Rows are made when the list opens, and are few (about a hundred).
 */

#include "config.h"

#include "ntm-indicator-button.h"

#include <glib/gi18n.h>

#include "ntm-sheet.h"
#include "ntm-text.h"
#include "ntm-view-words.h"

struct _NtmIndicatorButton
{
  GtkWidget parent_instance;

  char *chosen;   /* code */
  char *needle;   /* folded */

  GtkMenuButton *button;
  GtkLabel      *label;
  GtkEditable   *search;
  GtkListBox    *list;
};

G_DEFINE_FINAL_TYPE (NtmIndicatorButton, ntm_indicator_button, GTK_TYPE_WIDGET)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *
row_text (GtkListBoxRow *row,
          const char    *key)
{
  return g_object_get_data (G_OBJECT (row), key);
}

static gboolean
filter_cb (GtkListBoxRow *row,
           gpointer       user_data)
{
  NtmIndicatorButton *self = user_data;

  return self->needle == NULL || ntm_text_matches (row_text (row, "folded"), self->needle);
}

static void
header_cb (GtkListBoxRow *row,
           GtkListBoxRow *before,
           gpointer       user_data)
{
  const char *topic = row_text (row, "topic");
  GtkWidget *label;

  if (before != NULL && g_strcmp0 (row_text (before, "topic"), topic) == 0)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  label = gtk_label_new (ntm_sheet_topic_name (topic));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_margin_start (label, 8);
  gtk_widget_set_margin_top (label, 6);
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_list_box_row_set_header (row, label);
}

static void
choose (NtmIndicatorButton *self,
        GtkListBoxRow      *row)
{
  g_autofree char *code = g_strdup (row_text (row, "code"));

  gtk_menu_button_popdown (self->button);
  ntm_indicator_button_set_chosen (self, code);
  g_signal_emit (self, signals[CHOSEN], 0, code);
}

static void
row_activated_cb (NtmIndicatorButton *self,
                  GtkListBoxRow      *row)
{
  choose (self, row);
}

static void
search_changed_cb (NtmIndicatorButton *self)
{
  g_free (self->needle);
  self->needle = ntm_text_fold (gtk_editable_get_text (self->search));
  gtk_list_box_invalidate_filter (self->list);
  gtk_list_box_invalidate_headers (self->list);
}

static void
shown_cb (NtmIndicatorButton *self)
{
  gtk_editable_set_text (self->search, "");
  search_changed_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
ntm_indicator_button_dispose (GObject *object)
{
  NtmIndicatorButton *self = NTM_INDICATOR_BUTTON (object);

  if (self->button != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->button));
  self->button = NULL;
  g_clear_pointer (&self->chosen, g_free);
  g_clear_pointer (&self->needle, g_free);
  G_OBJECT_CLASS (ntm_indicator_button_parent_class)->dispose (object);
}

static void
ntm_indicator_button_class_init (NtmIndicatorButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ntm_indicator_button_dispose;
  signals[CHOSEN] = g_signal_new ("chosen", NTM_TYPE_INDICATOR_BUTTON, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                  1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/ntmatlas/NtmAtlas/ui/ntm-sheet-indicator-button.ui");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_bind_template_child (widget_class, NtmIndicatorButton, button);
  gtk_widget_class_bind_template_child (widget_class, NtmIndicatorButton, label);
  gtk_widget_class_bind_template_child (widget_class, NtmIndicatorButton, search);
  gtk_widget_class_bind_template_child (widget_class, NtmIndicatorButton, list);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, ntm_indicator_button_take_first);
}

static void
ntm_indicator_button_init (NtmIndicatorButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_filter_func (self->list, filter_cb, self, NULL);
  gtk_list_box_set_header_func (self->list, header_cb, self, NULL);
}

static GtkWidget *
new_row (const NtmViewContext *context,
         const NtmIndicator   *indicator)
{
  g_autofree char *measure = ntm_view_indicator_measure (context, indicator);
  g_autofree char *all = g_strjoin (" ", indicator->name_vi, indicator->name_en, indicator->code, NULL);
  GtkWidget *label = gtk_label_new (measure);
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  g_object_set_data_full (G_OBJECT (row), "code", g_strdup (indicator->code), g_free);
  g_object_set_data_full (G_OBJECT (row), "topic", g_strdup (indicator->topic), g_free);
  g_object_set_data_full (G_OBJECT (row), "name", g_strdup (measure), g_free);
  g_object_set_data_full (G_OBJECT (row), "folded", ntm_text_fold (all), g_free);
  return row;
}

/**
 * ntm_indicator_button_fill:
 * @self: a button
 * @desk: whose file has the indicators
 *
 * Lists the indicators of the file.
 */
void
ntm_indicator_button_fill (NtmIndicatorButton *self,
                           NtmDesk            *desk)
{
  NtmViewContext context;
  g_autoptr (GPtrArray) indicators = NULL;
  GtkWidget *child;

  g_return_if_fail (NTM_IS_INDICATOR_BUTTON (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  if (ntm_desk_get_atlas (desk) == NULL)
    return;
  context = ntm_desk_get_context (desk);
  indicators = ntm_sheet_list_indicators (context.atlas);
  for (guint i = 0; i < indicators->len; i++)
    gtk_list_box_append (self->list, new_row (&context, indicators->pdata[i]));
}

/**
 * ntm_indicator_button_set_chosen:
 * @self: a button
 * @code: (nullable): the indicator to name on it
 */
void
ntm_indicator_button_set_chosen (NtmIndicatorButton *self,
                                 const char         *code)
{
  GtkListBoxRow *row;
  const char *name = _("Choose an indicator");

  g_free (self->chosen);
  self->chosen = g_strdup (code);
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (g_strcmp0 (row_text (row, "code"), code) == 0)
      {
        name = row_text (row, "name");
        gtk_list_box_select_row (self->list, row);
      }
  gtk_label_set_text (self->label, name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), name);
}

/**
 * ntm_indicator_button_search:
 * @self: a button
 * @needle: part of a name or code, with or without accents
 *
 * Types into the search field.
 */
void
ntm_indicator_button_search (NtmIndicatorButton *self,
                             const char         *needle)
{
  gtk_editable_set_text (self->search, needle);
  search_changed_cb (self);
}

/**
 * ntm_indicator_button_take_first:
 * @self: a button
 *
 * Chooses the first of the indicators found, as Enter does in the search field.
 */
void
ntm_indicator_button_take_first (NtmIndicatorButton *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (filter_cb (row, self))
      {
        choose (self, row);
        return;
      }
}
