/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The indicators of the file, some dozens to some hundreds, as a list under headings of topics. The list is
 * filled when it is opened, so it always holds what the file has.
 */

#include "config.h"

#include "ntm-chart-picker.h"

#include <glib/gi18n.h>

#include "ntm-text.h"
#include "ntm-view-words.h"

struct _NtmChartPicker
{
  GtkPopover parent_instance;

  NtmDesk  *desk;
  char     *needle;   /* folded; NULL: all */
  NtmChart *picked;   /* the last choice */

  GtkToggleButton *trend;
  GtkToggleButton *rank;
  GtkSearchEntry  *search;
  GtkScrolledWindow *scroller;
  GtkListBox      *list;
};

G_DEFINE_FINAL_TYPE (NtmChartPicker, ntm_chart_picker, GTK_TYPE_POPOVER)

enum
{
  PICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

typedef struct
{
  const char *code;
  const char *name;
} Topic;

/* In the order of the list; a topic the file adds comes after them under its own name. */
static const Topic topics[] = {
  { "title", N_("Titles") },
  { "poverty", N_("Poverty") },
  { "income", N_("Income") },
  { "water", N_("Clean water") },
  { "environment", N_("Environment") },
  { "infrastructure", N_("Infrastructure") },
  { "agriculture", N_("Agriculture") },
  { "ocop", N_("OCOP products") },
  { "capital", N_("Capital") },
  { "sponsorship", N_("Sponsorship") },
  { "urban", N_("Civilised urban areas") },
  { "village", N_("Villages") },
  { "social", N_("Social affairs") },
  { "administration", N_("Administration") },
  { "general", N_("Area and population") },
};

static guint
find_topic (const char *code)
{
  guint i = 0;

  while (i < G_N_ELEMENTS (topics) && g_strcmp0 (topics[i].code, code) != 0)
    i++;
  return i;
}

static const char *
name_topic (const char *code)
{
  guint i = find_topic (code);

  return i < G_N_ELEMENTS (topics) ? _(topics[i].name) : code;
}

static const char *
row_data (GtkListBoxRow *row,
          const char    *key)
{
  return g_object_get_data (G_OBJECT (row), key);
}

static gboolean
filter_cb (GtkListBoxRow *row,
           gpointer       user_data)
{
  NtmChartPicker *self = user_data;

  return self->needle == NULL || ntm_text_matches (row_data (row, "folded"), self->needle);
}

static void
header_cb (GtkListBoxRow *row,
           GtkListBoxRow *before,
           gpointer       user_data)
{
  const char *topic = row_data (row, "topic");
  GtkWidget *label;

  if (before != NULL && g_strcmp0 (topic, row_data (before, "topic")) == 0)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  label = gtk_label_new (name_topic (topic));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "ntm-chart-topic");
  gtk_list_box_row_set_header (row, label);
}

static GtkWidget *
new_line (const char *name,
          const char *unit)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *left = gtk_label_new (name), *right = gtk_label_new (unit);

  gtk_label_set_xalign (GTK_LABEL (left), 0);
  gtk_label_set_wrap (GTK_LABEL (left), TRUE);
  gtk_widget_set_hexpand (left, TRUE);
  gtk_widget_add_css_class (right, "ntm-chart-caption");
  gtk_box_append (GTK_BOX (box), left);
  gtk_box_append (GTK_BOX (box), right);
  return box;
}

/* Found by either name and by the code, whatever the language of the window. */
static char *
fold_names (const NtmIndicator *indicator)
{
  g_autofree char *all = g_strjoin (" ", indicator->name_vi, indicator->name_en, indicator->code, NULL);

  return ntm_text_fold (all);
}

static void
add_row (NtmChartPicker       *self,
         const NtmViewContext *context,
         const NtmIndicator   *indicator)
{
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), new_line (ntm_view_indicator_name (context, indicator),
                                                                ntm_view_indicator_unit (context, indicator)));
  g_object_set_data_full (G_OBJECT (row), "code", g_strdup (indicator->code), g_free);
  g_object_set_data_full (G_OBJECT (row), "topic", g_strdup (indicator->topic), g_free);
  g_object_set_data_full (G_OBJECT (row), "folded", fold_names (indicator), g_free);
  gtk_list_box_append (self->list, row);
}

static int
compare_indicators (gconstpointer a,
                    gconstpointer b,
                    gpointer      user_data)
{
  const NtmIndicator *x = *(const NtmIndicator * const *) a, *y = *(const NtmIndicator * const *) b;
  const NtmViewContext *context = user_data;
  guint topic_x = find_topic (x->topic), topic_y = find_topic (y->topic);

  if (topic_x != topic_y)
    return topic_x < topic_y ? -1 : 1;
  if (g_strcmp0 (x->topic, y->topic) != 0)
    return g_strcmp0 (x->topic, y->topic);
  return ntm_text_compare (ntm_view_indicator_name (context, x), ntm_view_indicator_name (context, y));
}

static void
fill (NtmChartPicker *self)
{
  NtmViewContext context;
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  const GPtrArray *records;
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  if (self->desk == NULL || ntm_desk_get_atlas (self->desk) == NULL)
    return;
  context = ntm_desk_get_context (self->desk);
  records = ntm_atlas_records (context.atlas, NTM_TABLE_INDICATOR);
  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (sorted, g_ptr_array_index (records, i));
  g_ptr_array_sort_with_data (sorted, compare_indicators, &context);
  for (guint i = 0; i < sorted->len; i++)
    add_row (self, &context, g_ptr_array_index (sorted, i));
}

static void
search_changed_cb (NtmChartPicker *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search))));

  g_clear_pointer (&self->needle, g_free);
  if (*text != '\0')
    self->needle = ntm_text_fold (text);
  gtk_list_box_invalidate_filter (self->list);
  gtk_list_box_invalidate_headers (self->list);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

static void
pick (NtmChartPicker *self,
      GtkListBoxRow  *row)
{
  NtmChartKind kind = gtk_toggle_button_get_active (self->rank) ? NTM_CHART_RANK : NTM_CHART_TREND;

  g_clear_pointer (&self->picked, ntm_chart_free);
  self->picked = ntm_chart_new (kind, row_data (row, "code"));
  g_signal_emit (self, signals[PICKED], 0);
  gtk_popover_popdown (GTK_POPOVER (self));
}

/* Enter in the search takes the first that is found. */
static void
search_activated_cb (NtmChartPicker *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (self->needle != NULL && filter_cb (row, self))
      {
        pick (self, row);
        return;
      }
}

static void
ntm_chart_picker_map (GtkWidget *widget)
{
  NtmChartPicker *self = NTM_CHART_PICKER (widget);

  fill (self);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  GTK_WIDGET_CLASS (ntm_chart_picker_parent_class)->map (widget);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
ntm_chart_picker_dispose (GObject *object)
{
  NtmChartPicker *self = NTM_CHART_PICKER (object);

  g_clear_object (&self->desk);
  g_clear_pointer (&self->needle, g_free);
  g_clear_pointer (&self->picked, ntm_chart_free);
  G_OBJECT_CLASS (ntm_chart_picker_parent_class)->dispose (object);
}

static void
ntm_chart_picker_class_init (NtmChartPickerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ntm_chart_picker_dispose;
  widget_class->map = ntm_chart_picker_map;
  signals[PICKED] = g_signal_new ("picked", NTM_TYPE_CHART_PICKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/ntmatlas/NtmAtlas/ui/ntm-chart-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, NtmChartPicker, trend);
  gtk_widget_class_bind_template_child (widget_class, NtmChartPicker, rank);
  gtk_widget_class_bind_template_child (widget_class, NtmChartPicker, search);
  gtk_widget_class_bind_template_child (widget_class, NtmChartPicker, scroller);
  gtk_widget_class_bind_template_child (widget_class, NtmChartPicker, list);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, pick);
}

static void
ntm_chart_picker_init (NtmChartPicker *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_filter_func (self->list, filter_cb, self, NULL);
  gtk_list_box_set_header_func (self->list, header_cb, NULL, NULL);
  gtk_search_entry_set_key_capture_widget (self->search, GTK_WIDGET (self));
}

/**
 * ntm_chart_picker_set_desk:
 * @self: a picker
 * @desk: what the window works on
 */
void
ntm_chart_picker_set_desk (NtmChartPicker *self,
                           NtmDesk        *desk)
{
  g_return_if_fail (NTM_IS_CHART_PICKER (self));

  g_set_object (&self->desk, desk);
}

/**
 * ntm_chart_picker_set_kind:
 * @self: a picker
 * @kind: the kind offered first
 */
void
ntm_chart_picker_set_kind (NtmChartPicker *self,
                           NtmChartKind    kind)
{
  g_return_if_fail (NTM_IS_CHART_PICKER (self));

  gtk_toggle_button_set_active (kind == NTM_CHART_RANK ? self->rank : self->trend, TRUE);
}

/**
 * ntm_chart_picker_search:
 * @self: a picker that is open
 * @text: what to look for
 *
 * Types a text into the search.
 */
void
ntm_chart_picker_search (NtmChartPicker *self,
                         const char     *text)
{
  g_return_if_fail (NTM_IS_CHART_PICKER (self));

  gtk_editable_set_text (GTK_EDITABLE (self->search), text);
}

/**
 * ntm_chart_picker_get_list:
 * @self: a picker
 *
 * Returns: (transfer none): the list
 */
GtkListBox *
ntm_chart_picker_get_list (NtmChartPicker *self)
{
  g_return_val_if_fail (NTM_IS_CHART_PICKER (self), NULL);

  return self->list;
}

/**
 * ntm_chart_picker_get_picked:
 * @self: a picker
 *
 * Returns: (transfer none) (nullable): the last chart chosen
 */
const NtmChart *
ntm_chart_picker_get_picked (NtmChartPicker *self)
{
  g_return_val_if_fail (NTM_IS_CHART_PICKER (self), NULL);

  return self->picked;
}
