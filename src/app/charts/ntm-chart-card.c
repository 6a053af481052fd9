/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A card of the board. The finding, the measure and the sources are labels, so that they wrap beside the
 * buttons and can be read one by one; the picture is drawn without them. What they say is in ntm-chart-card-show.c.
 */

#include "config.h"

#include "ntm-chart-card-private.h"

#include "ntm-look.h"

G_DEFINE_FINAL_TYPE (NtmChartCard, ntm_chart_card, GTK_TYPE_WIDGET)

enum
{
  WANTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
legend_changed_cb (NtmChartCard *self)
{
  self->chart->shown = ntm_series_legend_get_shown (self->legend);
  ntm_chart_card_update (self);
}

static void
want (NtmChartCard *self)
{
  g_signal_emit (self, signals[WANTED], 0);
}

static void
enlarge_cb (NtmChartCard *self)
{
  want (self);
  gtk_widget_activate_action (GTK_WIDGET (self), "charts.enlarge", NULL);
}

static void
pressed_cb (NtmChartCard *self,
            int           n_press,
            double        x,
            double        y)
{
  want (self);
  ntm_chart_card_popup_menu (self);
}

static void
ntm_chart_card_dispose (GObject *object)
{
  NtmChartCard *self = NTM_CHART_CARD (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->chart, ntm_chart_free);
  G_OBJECT_CLASS (ntm_chart_card_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *klass)
{
  gtk_widget_class_bind_template_child (klass, NtmChartCard, title);
  gtk_widget_class_bind_template_child (klass, NtmChartCard, subtitle);
  gtk_widget_class_bind_template_child (klass, NtmChartCard, legend);
  gtk_widget_class_bind_template_child (klass, NtmChartCard, enlarge);
  gtk_widget_class_bind_template_child (klass, NtmChartCard, export_button);
  gtk_widget_class_bind_template_child (klass, NtmChartCard, menu_button);
  gtk_widget_class_bind_template_child (klass, NtmChartCard, export_menu);
  gtk_widget_class_bind_template_child (klass, NtmChartCard, card_menu);
  gtk_widget_class_bind_template_child (klass, NtmChartCard, stack);
  gtk_widget_class_bind_template_child (klass, NtmChartCard, scroller);
  gtk_widget_class_bind_template_child (klass, NtmChartCard, view);
  gtk_widget_class_bind_template_child (klass, NtmChartCard, table);
  gtk_widget_class_bind_template_child (klass, NtmChartCard, message);
  gtk_widget_class_bind_template_child (klass, NtmChartCard, foot);
  gtk_widget_class_bind_template_child (klass, NtmChartCard, source);
}

static void
ntm_chart_card_class_init (NtmChartCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ntm_chart_card_dispose;
  signals[WANTED] = g_signal_new ("wanted", NTM_TYPE_CHART_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (NTM_TYPE_DATA_TABLE);
  g_type_ensure (NTM_TYPE_FIGURE_VIEW);
  g_type_ensure (NTM_TYPE_SERIES_LEGEND);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/ntmatlas/NtmAtlas/ui/ntm-chart-card.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, enlarge_cb);
  gtk_widget_class_bind_template_callback (widget_class, legend_changed_cb);
}

static void
ntm_chart_card_init (NtmChartCard *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  ntm_look_set_menu (GTK_MENU_BUTTON (self->export_button), self->export_menu);
  ntm_look_set_menu (self->menu_button, self->card_menu);
  /* Whatever is used on the card, be it a button or a menu, the card is meant. */
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (want), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

/**
 * ntm_chart_card_new:
 * @desk: what the window works on
 * @chart: what to show
 *
 * Returns: (transfer floating): the card
 */
NtmChartCard *
ntm_chart_card_new (NtmDesk        *desk,
                    const NtmChart *chart)
{
  NtmChartCard *self = g_object_new (NTM_TYPE_CHART_CARD, NULL);

  self->desk = g_object_ref (desk);
  ntm_chart_card_set_chart (self, chart);
  return self;
}

/**
 * ntm_chart_card_get_chart:
 * @self: a card
 *
 * Returns: (transfer none): what it shows
 */
const NtmChart *
ntm_chart_card_get_chart (NtmChartCard *self)
{
  g_return_val_if_fail (NTM_IS_CHART_CARD (self), NULL);

  return self->chart;
}

/**
 * ntm_chart_card_set_chart:
 * @self: a card
 * @chart: what to show
 *
 * Shows another chart.
 */
void
ntm_chart_card_set_chart (NtmChartCard   *self,
                          const NtmChart *chart)
{
  NtmChart *copy;

  g_return_if_fail (NTM_IS_CHART_CARD (self));

  copy = ntm_chart_copy (chart);
  /* A card that stays what it was keeps what is hidden on it. */
  if (self->chart != NULL && self->chart->kind == chart->kind && g_str_equal (self->chart->indicator, chart->indicator))
    copy->shown = self->chart->shown;
  ntm_chart_free (self->chart);
  self->chart = copy;
  ntm_chart_card_update (self);
}

/**
 * ntm_chart_card_update:
 * @self: a card
 *
 * Draws the chart up again: after a change of the file, the day or the unit. Where that fails the card says
 * why.
 */
void
ntm_chart_card_update (NtmChartCard *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NtmFigure) figure = NULL;
  NtmFigure *plain = NULL;

  g_return_if_fail (NTM_IS_CHART_CARD (self));

  if (ntm_desk_get_atlas (self->desk) != NULL)
    figure = ntm_chart_new_figure (self->chart, self->desk, &plain, &error);
  if (figure != NULL)
    _ntm_chart_card_show_figure (self, figure, plain);
  else
    _ntm_chart_card_show_error (self, error);
  g_clear_pointer (&plain, ntm_figure_unref);
  _ntm_chart_card_show_legend (self);
  _ntm_chart_card_show_content (self);
}

/**
 * ntm_chart_card_set_show_table:
 * @self: a card
 * @show_table: whether to show the figures as a table
 */
void
ntm_chart_card_set_show_table (NtmChartCard *self,
                               gboolean      show_table)
{
  g_return_if_fail (NTM_IS_CHART_CARD (self));

  self->show_table = show_table;
  ntm_data_table_set_figure (self->table, show_table ? ntm_figure_view_get_figure (self->view) : NULL);
  _ntm_chart_card_show_content (self);
}

/**
 * ntm_chart_card_set_whole:
 * @self: a card
 * @whole: whether it is enlarged: long rankings scroll, the keyboard moves the crosshair
 */
void
ntm_chart_card_set_whole (NtmChartCard *self,
                          gboolean      whole)
{
  g_return_if_fail (NTM_IS_CHART_CARD (self));

  gtk_scrolled_window_set_policy (self->scroller, GTK_POLICY_NEVER, whole ? GTK_POLICY_AUTOMATIC : GTK_POLICY_NEVER);
  gtk_widget_set_focusable (GTK_WIDGET (self->scroller), whole);
  ntm_figure_view_set_whole (self->view, whole);
  gtk_widget_set_visible (self->enlarge, !whole);
}

/**
 * ntm_chart_card_popup_menu:
 * @self: a card
 *
 * Opens the menu of the card.
 */
void
ntm_chart_card_popup_menu (NtmChartCard *self)
{
  g_return_if_fail (NTM_IS_CHART_CARD (self));

  gtk_menu_button_popup (self->menu_button);
}

/**
 * ntm_chart_card_get_figure:
 * @self: a card
 *
 * Returns: (transfer none) (nullable): the figure with its titles, %NULL where it cannot be drawn
 */
NtmFigure *
ntm_chart_card_get_figure (NtmChartCard *self)
{
  g_return_val_if_fail (NTM_IS_CHART_CARD (self), NULL);

  return ntm_figure_view_get_figure (self->view);
}

/**
 * ntm_chart_card_get_view:
 * @self: a card
 *
 * Returns: (transfer none): the picture
 */
NtmFigureView *
ntm_chart_card_get_view (NtmChartCard *self)
{
  g_return_val_if_fail (NTM_IS_CHART_CARD (self), NULL);

  return self->view;
}

/**
 * ntm_chart_card_get_table:
 * @self: a card
 *
 * Returns: (transfer none): the table, empty while it is not shown
 */
NtmDataTable *
ntm_chart_card_get_table (NtmChartCard *self)
{
  g_return_val_if_fail (NTM_IS_CHART_CARD (self), NULL);

  return self->table;
}

/**
 * ntm_chart_card_get_title:
 * @self: a card
 *
 * Returns: (transfer none): the finding, or what went wrong
 */
const char *
ntm_chart_card_get_title (NtmChartCard *self)
{
  g_return_val_if_fail (NTM_IS_CHART_CARD (self), NULL);

  return gtk_label_get_text (self->title);
}

/**
 * ntm_chart_card_get_subtitle:
 * @self: a card
 *
 * Returns: (transfer none): measure and unit
 */
const char *
ntm_chart_card_get_subtitle (NtmChartCard *self)
{
  g_return_val_if_fail (NTM_IS_CHART_CARD (self), NULL);

  return gtk_label_get_text (self->subtitle);
}

/**
 * ntm_chart_card_get_source:
 * @self: a card
 *
 * Returns: (transfer none) (nullable): the sources, %NULL where there are none
 */
const char *
ntm_chart_card_get_source (NtmChartCard *self)
{
  g_return_val_if_fail (NTM_IS_CHART_CARD (self), NULL);

  return gtk_widget_get_visible (self->foot) ? gtk_label_get_text (self->source) : NULL;
}

/**
 * ntm_chart_card_get_message:
 * @self: a card
 *
 * Returns: (transfer none) (nullable): why there is no chart, %NULL where there is one
 */
const char *
ntm_chart_card_get_message (NtmChartCard *self)
{
  g_return_val_if_fail (NTM_IS_CHART_CARD (self), NULL);

  return ntm_figure_view_get_figure (self->view) == NULL ? gtk_label_get_text (self->message) : NULL;
}
