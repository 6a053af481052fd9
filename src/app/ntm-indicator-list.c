/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The drop-down of GTK finds only beginnings, and with accents. Here "nuoc sach" finds "nước sạch"
 * anywhere in a name. The rows are made whenever the list comes into view, so that they always are what the
 * file has; there are about a hundred.
 */

#include "config.h"

#include "ntm-indicator-list.h"

#include "ntm-look.h"
#include "ntm-text.h"
#include "ntm-topics.h"
#include "ntm-view-words.h"

struct _NtmIndicatorList
{
  GtkWidget parent_instance;

  NtmDesk *desk;
  char    *first;    /* what is listed before the indicators, NULL: nothing */
  char    *chosen;   /* code */
  char    *needle;   /* folded, NULL: everything */

  GtkWidget         *box;
  GtkSearchEntry    *search;
  GtkWidget         *nothing;
  GtkScrolledWindow *scroller;
  GtkListBox        *list;
};

G_DEFINE_FINAL_TYPE (NtmIndicatorList, ntm_indicator_list, GTK_TYPE_WIDGET)

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
  NtmIndicatorList *self = user_data;

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

static GtkWidget *
new_line (const char *name,
          const char *unit)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *left = gtk_label_new (name), *right = gtk_label_new (unit);

  gtk_label_set_xalign (GTK_LABEL (left), 0);
  gtk_label_set_wrap (GTK_LABEL (left), TRUE);
  gtk_widget_set_hexpand (left, TRUE);
  gtk_widget_add_css_class (right, "ntm-chart-caption");
  gtk_box_append (GTK_BOX (line), left);
  gtk_box_append (GTK_BOX (line), right);
  return line;
}

/* @code, @topic: (nullable): of what stands before the indicators */
static void
add_row (NtmIndicatorList *self,
         const char       *code,
         const char       *topic,
         const char       *words,
         const char       *name,
         const char       *unit)
{
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), new_line (name, unit));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (row), "code", g_strdup (code), g_free);
  g_object_set_data_full (G_OBJECT (row), "topic", g_strdup (topic), g_free);
  g_object_set_data_full (G_OBJECT (row), "folded", ntm_text_fold (words), g_free);
  gtk_list_box_append (self->list, row);
  if (g_strcmp0 (code, self->chosen) == 0)
    gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (row));
}

/* Found by either name, the code and the topic, whatever the language of the window. */
static void
add_indicator (NtmIndicatorList     *self,
               const NtmViewContext *context,
               const NtmIndicator   *indicator)
{
  g_autofree char *words = g_strjoin (" ", indicator->name_vi, indicator->name_en, indicator->code,
                                      ntm_topic_name (indicator->topic), NULL);

  add_row (self, indicator->code, indicator->topic, words,
           ntm_view_indicator_name (context, indicator), ntm_view_indicator_unit (context, indicator));
}

static void
fill (NtmIndicatorList *self)
{
  NtmViewContext context;
  g_autoptr (GPtrArray) indicators = NULL;
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  if (self->desk == NULL || ntm_desk_get_atlas (self->desk) == NULL)
    return;
  if (self->first != NULL)
    add_row (self, NULL, NULL, self->first, self->first, "");
  context = ntm_desk_get_context (self->desk);
  indicators = ntm_topic_list_indicators (context.atlas);
  for (guint i = 0; i < indicators->len; i++)
    add_indicator (self, &context, g_ptr_array_index (indicators, i));
}

static void
choose (NtmIndicatorList *self,
        GtkListBoxRow    *row)
{
  g_autofree char *code = g_strdup (text_of (row, "code"));

  g_signal_emit (self, chosen_signal, 0, code);
}

static void
search_changed_cb (NtmIndicatorList *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search))));

  g_clear_pointer (&self->needle, g_free);
  if (*text != '\0')
    self->needle = ntm_text_fold (text);
  gtk_list_box_invalidate_filter (self->list);
  gtk_list_box_invalidate_headers (self->list);
  gtk_widget_set_visible (self->nothing, ntm_indicator_list_get_n_found (self) == 0);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

static void
search_activated_cb (NtmIndicatorList *self)
{
  search_changed_cb (self);   /* Enter may come before the delay of the search is over */
  ntm_indicator_list_take_first (self);
}

/* The search keeps Escape for itself. */
static void
stop_search_cb (NtmIndicatorList *self)
{
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_POPOVER);

  if (popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (popover));
}

static void
ntm_indicator_list_map (GtkWidget *widget)
{
  NtmIndicatorList *self = NTM_INDICATOR_LIST (widget);

  ntm_indicator_list_search (self, "");
  GTK_WIDGET_CLASS (ntm_indicator_list_parent_class)->map (widget);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
ntm_indicator_list_dispose (GObject *object)
{
  NtmIndicatorList *self = NTM_INDICATOR_LIST (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->first, g_free);
  g_clear_pointer (&self->chosen, g_free);
  g_clear_pointer (&self->needle, g_free);
  G_OBJECT_CLASS (ntm_indicator_list_parent_class)->dispose (object);
}

static void
ntm_indicator_list_class_init (NtmIndicatorListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ntm_indicator_list_dispose;
  widget_class->map = ntm_indicator_list_map;

  /**
   * NtmIndicatorList::chosen:
   * @code: (nullable): the indicator, %NULL for what stands before them
   *
   * A person chose a row. Closing the popover is left to who owns it.
   */
  chosen_signal = g_signal_new ("chosen", NTM_TYPE_INDICATOR_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/ntmatlas/NtmAtlas/ui/ntm-indicator-list.ui");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_bind_template_child (widget_class, NtmIndicatorList, box);
  gtk_widget_class_bind_template_child (widget_class, NtmIndicatorList, search);
  gtk_widget_class_bind_template_child (widget_class, NtmIndicatorList, nothing);
  gtk_widget_class_bind_template_child (widget_class, NtmIndicatorList, scroller);
  gtk_widget_class_bind_template_child (widget_class, NtmIndicatorList, list);
  gtk_widget_class_bind_template_callback (widget_class, choose);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
}

static void
ntm_indicator_list_init (NtmIndicatorList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ntm_look_limit_search (GTK_EDITABLE (self->search));
  gtk_list_box_set_filter_func (self->list, is_found, self, NULL);
  gtk_list_box_set_header_func (self->list, update_header, NULL, NULL);
  gtk_search_entry_set_key_capture_widget (self->search, GTK_WIDGET (self));
}

/**
 * ntm_indicator_list_set_desk:
 * @self: a list
 * @desk: whose file has the indicators
 */
void
ntm_indicator_list_set_desk (NtmIndicatorList *self,
                             NtmDesk          *desk)
{
  g_return_if_fail (NTM_IS_INDICATOR_LIST (self));

  g_set_object (&self->desk, desk);
}

/**
 * ntm_indicator_list_set_first:
 * @self: a list
 * @name: what may be chosen instead of an indicator
 *
 * Lists @name before the indicators.
 */
void
ntm_indicator_list_set_first (NtmIndicatorList *self,
                              const char       *name)
{
  g_return_if_fail (NTM_IS_INDICATOR_LIST (self));

  g_free (self->first);
  self->first = g_strdup (name);
}

/**
 * ntm_indicator_list_set_chosen:
 * @self: a list
 * @code: (nullable): an indicator, or %NULL for what stands before them
 *
 * Sets the row that is marked when the list comes into view.
 */
void
ntm_indicator_list_set_chosen (NtmIndicatorList *self,
                               const char       *code)
{
  g_return_if_fail (NTM_IS_INDICATOR_LIST (self));

  g_free (self->chosen);
  self->chosen = g_strdup (code);
}

/**
 * ntm_indicator_list_search:
 * @self: a list
 * @needle: part of a name, code or topic, with or without accents
 *
 * Lists what the file has, narrowed as typing in the search field does.
 */
void
ntm_indicator_list_search (NtmIndicatorList *self,
                           const char       *needle)
{
  g_return_if_fail (NTM_IS_INDICATOR_LIST (self));

  fill (self);
  gtk_editable_set_text (GTK_EDITABLE (self->search), needle);
  search_changed_cb (self);
}

/**
 * ntm_indicator_list_get_n_found:
 * @self: a list
 *
 * Returns: how many rows are found
 */
guint
ntm_indicator_list_get_n_found (NtmIndicatorList *self)
{
  GtkListBoxRow *row;
  guint n = 0;

  g_return_val_if_fail (NTM_IS_INDICATOR_LIST (self), 0);

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    n += is_found (row, self);
  return n;
}

/**
 * ntm_indicator_list_take_first:
 * @self: a list
 *
 * Chooses the first row found, as Enter does in the search field; nothing while nothing is searched.
 *
 * Returns: whether there was one
 */
gboolean
ntm_indicator_list_take_first (NtmIndicatorList *self)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (NTM_IS_INDICATOR_LIST (self), FALSE);

  for (int i = 0; self->needle != NULL && (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (is_found (row, self))
      {
        choose (self, row);
        return TRUE;
      }
  return FALSE;
}
