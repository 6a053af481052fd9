/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The frame of the page: the board, which is in ntm-charts-page-board.c, and the enlarged chart. Charts are drawn up
 * when the page is seen, so that a window that starts on the map pays nothing for them. Commands are in
 * ntm-charts-page-actions.c.
 */

#include "config.h"

#include "ntm-charts-page-private.h"

#include <glib/gi18n.h>

#include "ntm-figure-output.h"
#include "ntm-flow-layout.h"
#include "ntm-look.h"
#include "ntm-view-words.h"

G_DEFINE_FINAL_TYPE (NtmChartsPage, ntm_charts_page, GTK_TYPE_WIDGET)

enum
{
  PROP_SHOW_TABLE = 1,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void
update_unit (NtmChartsPage *self)
{
  NtmAtlas *atlas = ntm_desk_get_atlas (self->desk);
  NtmViewContext context = ntm_desk_get_context (self->desk);
  const NtmUnit *unit = ntm_desk_get_selected (self->desk);
  g_autofree char *name = NULL;

  if (atlas != NULL && unit == NULL)
    unit = ntm_atlas_province (atlas, context.at);
  if (unit != NULL)
    name = ntm_view_unit_name (&context, unit);
  gtk_label_set_text (self->unit, name == NULL ? "" : name);
}

static void
update_enlarged (NtmChartsPage *self)
{
  NtmChartCard *card = ntm_charts_page_get_enlarged (self);

  if (card != NULL)
    ntm_chart_card_update (card);
  _ntm_charts_page_update_actions (self);
}

static void
update_cards (NtmChartsPage *self)
{
  NtmChartCard *card;

  for (guint i = 0; (card = ntm_charts_page_get_card (self, i)) != NULL; i++)
    ntm_chart_card_update (card);
  update_enlarged (self);
}

static void
show_board (NtmChartsPage *self)
{
  self->is_stale = FALSE;
  self->shown_store = ntm_desk_get_store (self->desk);
  update_unit (self);
  _ntm_charts_page_follow_settings (self);   /* the cards draw up their charts */
  update_enlarged (self);
}

static void
update (NtmChartsPage *self)
{
  self->is_stale = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (self->is_stale)
    return;
  /* Another file has another board, and may have nothing that could be drawn. */
  if (self->shown_store != ntm_desk_get_store (self->desk))
    {
      _ntm_charts_page_shrink (self);
      show_board (self);
    }
  update_unit (self);
  update_cards (self);
}

static void
settings_changed_cb (NtmChartsPage *self)
{
  _ntm_charts_page_shrink (self);
  self->is_stale = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (!self->is_stale)
    _ntm_charts_page_follow_settings (self);
}

static void
activated_cb (NtmChartsPage   *self,
              GtkFlowBoxChild *child)
{
  _ntm_charts_page_enlarge (self, ntm_charts_page_get_card (self, (guint) gtk_flow_box_child_get_index (child)));
}

static void
picked_cb (NtmChartsPage *self)
{
  gboolean is_new = !self->is_replacing;

  _ntm_charts_page_put_chart (self, ntm_chart_picker_get_picked (self->picker));
  if (is_new)
    ntm_charts_page_select (self, ntm_charts_page_get_n_cards (self) - 1);
}

static void
picker_closed_cb (NtmChartsPage *self)
{
  self->is_replacing = FALSE;
}

static void
ntm_charts_page_map (GtkWidget *widget)
{
  NtmChartsPage *self = NTM_CHARTS_PAGE (widget);

  GTK_WIDGET_CLASS (ntm_charts_page_parent_class)->map (widget);
  if (self->desk != NULL && self->is_stale)
    show_board (self);
}

static void
set_show_table (NtmChartsPage *self,
                gboolean       show_table)
{
  NtmChartCard *card;

  if (self->show_table == show_table)
    return;
  self->show_table = show_table;
  for (guint i = 0; (card = ntm_charts_page_get_card (self, i)) != NULL; i++)
    ntm_chart_card_set_show_table (card, show_table);
  card = ntm_charts_page_get_enlarged (self);
  if (card != NULL)
    ntm_chart_card_set_show_table (card, show_table);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SHOW_TABLE]);
}

static void
ntm_charts_page_get_property (GObject    *object,
                              guint       id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  if (id == PROP_SHOW_TABLE)
    g_value_set_boolean (value, NTM_CHARTS_PAGE (object)->show_table);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
ntm_charts_page_set_property (GObject      *object,
                              guint         id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  if (id == PROP_SHOW_TABLE)
    set_show_table (NTM_CHARTS_PAGE (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
ntm_charts_page_dispose (GObject *object)
{
  NtmChartsPage *self = NTM_CHARTS_PAGE (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->desk);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (ntm_charts_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *klass)
{
  gtk_widget_class_set_template_from_resource (klass, "/org/ntmatlas/NtmAtlas/ui/ntm-charts-page.ui");
  gtk_widget_class_bind_template_child (klass, NtmChartsPage, unit);
  gtk_widget_class_bind_template_child (klass, NtmChartsPage, add_button);
  gtk_widget_class_bind_template_child (klass, NtmChartsPage, picker);
  gtk_widget_class_bind_template_child (klass, NtmChartsPage, back);
  gtk_widget_class_bind_template_child (klass, NtmChartsPage, export_button);
  gtk_widget_class_bind_template_child (klass, NtmChartsPage, export_menu);
  gtk_widget_class_bind_template_child (klass, NtmChartsPage, stack);
  gtk_widget_class_bind_template_child (klass, NtmChartsPage, board);
  gtk_widget_class_bind_template_child (klass, NtmChartsPage, single);
  gtk_widget_class_bind_template_callback (klass, activated_cb);
  gtk_widget_class_bind_template_callback (klass, picked_cb);
  gtk_widget_class_bind_template_callback (klass, picker_closed_cb);
  gtk_widget_class_bind_template_callback (klass, _ntm_charts_page_update_actions);
}

static void
ntm_charts_page_class_init (NtmChartsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ntm_charts_page_dispose;
  object_class->get_property = ntm_charts_page_get_property;
  object_class->set_property = ntm_charts_page_set_property;
  widget_class->map = ntm_charts_page_map;
  props[PROP_SHOW_TABLE] = g_param_spec_boolean ("show-table", NULL, NULL, FALSE,
                                                 G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, props);
  g_type_ensure (NTM_TYPE_FLOW_LAYOUT);
  g_type_ensure (NTM_TYPE_CHART_PICKER);
  bind_template (widget_class);
  _ntm_charts_page_install_actions (widget_class);
}

static void
ntm_charts_page_init (NtmChartsPage *self)
{
  self->is_stale = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  ntm_look_set_menu (GTK_MENU_BUTTON (self->export_button), self->export_menu);
}

/**
 * ntm_charts_page_set_desk:
 * @self: a page
 * @desk: what the window works on
 * @settings: the settings of the program, which keep the board
 *
 * Shows the charts of @desk. To be called once.
 */
void
ntm_charts_page_set_desk (NtmChartsPage *self,
                          NtmDesk       *desk,
                          GSettings     *settings)
{
  g_return_if_fail (NTM_IS_CHARTS_PAGE (self));
  g_return_if_fail (self->desk == NULL);

  self->desk = g_object_ref (desk);
  self->settings = g_object_ref (settings);
  ntm_chart_picker_set_desk (self->picker, desk);
  g_signal_connect_object (desk, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "selected", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed::boards", G_CALLBACK (settings_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed::charts", G_CALLBACK (settings_changed_cb), self, G_CONNECT_SWAPPED);
  _ntm_charts_page_update_actions (self);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    show_board (self);
}

/**
 * ntm_charts_page_prepare:
 * @self: a page
 *
 * Draws up the charts before the page is seen.
 */
void
ntm_charts_page_prepare (NtmChartsPage *self)
{
  g_return_if_fail (NTM_IS_CHARTS_PAGE (self) && self->desk != NULL);

  if (self->is_stale)
    show_board (self);
}

/**
 * ntm_charts_page_focus:
 * @self: a page
 *
 * Moves the keyboard to the selected chart.
 */
void
ntm_charts_page_focus (NtmChartsPage *self)
{
  NtmChartCard *card;

  g_return_if_fail (NTM_IS_CHARTS_PAGE (self));

  card = ntm_charts_page_get_enlarged (self);
  if (card != NULL)
    {
      gtk_widget_grab_focus (GTK_WIDGET (ntm_chart_card_get_view (card)));
      return;
    }
  card = ntm_charts_page_get_selected (self);
  gtk_widget_grab_focus (card == NULL ? GTK_WIDGET (self->add_button) : gtk_widget_get_parent (GTK_WIDGET (card)));
}

/**
 * ntm_charts_page_get_figure:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): the figure of the enlarged or selected chart: what is printed
 */
NtmFigure *
ntm_charts_page_get_figure (NtmChartsPage *self)
{
  NtmChartCard *card;

  g_return_val_if_fail (NTM_IS_CHARTS_PAGE (self), NULL);

  card = ntm_charts_page_get_enlarged (self);
  if (card == NULL)
    card = ntm_charts_page_get_selected (self);
  return card == NULL ? NULL : ntm_chart_card_get_figure (card);
}

/**
 * ntm_charts_page_get_enlarged:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): the enlarged chart
 */
NtmChartCard *
ntm_charts_page_get_enlarged (NtmChartsPage *self)
{
  GtkWidget *child;

  g_return_val_if_fail (NTM_IS_CHARTS_PAGE (self), NULL);

  child = gtk_widget_get_first_child (GTK_WIDGET (self->single));
  return child == NULL ? NULL : NTM_CHART_CARD (child);
}

/**
 * ntm_charts_page_get_picker:
 * @self: a page
 *
 * Returns: (transfer none): what charts are added with
 */
NtmChartPicker *
ntm_charts_page_get_picker (NtmChartsPage *self)
{
  g_return_val_if_fail (NTM_IS_CHARTS_PAGE (self), NULL);

  return self->picker;
}

/**
 * ntm_charts_page_export:
 * @self: a page
 * @path: where to; ends in .png, .svg or .pdf
 * @error: return location for a #GError
 *
 * Writes the enlarged or selected chart.
 *
 * Returns: %FALSE with @error set if there is none (%NTM_ERROR_NOT_FOUND) or it cannot be written
 */
gboolean
ntm_charts_page_export (NtmChartsPage *self,
                        const char    *path,
                        GError       **error)
{
  NtmFigure *figure;

  g_return_val_if_fail (NTM_IS_CHARTS_PAGE (self), FALSE);

  figure = ntm_charts_page_get_figure (self);
  if (figure != NULL)
    return ntm_figure_output_write (figure, path, error);
  g_set_error (error, NTM_ERROR, NTM_ERROR_NOT_FOUND, "%s", _("There is no chart to export. Add one to the board first."));
  return FALSE;
}
