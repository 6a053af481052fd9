/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The commands of the page. They work on the enlarged chart, else on the selected one.
 */

#include "config.h"

#include "ntm-charts-page-private.h"

#include "ntm-figure-output.h"
#include "ntm-preview.h"

static GtkWindow *
find_window (NtmChartsPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

static NtmChartCard *
find_card (NtmChartsPage *self)
{
  NtmChartCard *card = ntm_charts_page_get_enlarged (self);

  return card != NULL ? card : ntm_charts_page_get_selected (self);
}

static void
copy_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  NtmFigure *figure = ntm_charts_page_get_figure (NTM_CHARTS_PAGE (widget));

  if (figure != NULL)
    ntm_figure_output_copy (figure, widget);
}

static void
export_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  NtmChartsPage *self = NTM_CHARTS_PAGE (widget);
  NtmChartCard *card = find_card (self);

  if (card != NULL && ntm_chart_card_get_figure (card) != NULL && find_window (self) != NULL)
    ntm_figure_output_export (ntm_chart_card_get_figure (card), widget, ntm_chart_card_get_chart (card)->indicator,
                              g_variant_get_string (parameter, NULL));
}

static void
print_cb (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  NtmChartsPage *self = NTM_CHARTS_PAGE (widget);
  NtmFigure *figure = ntm_charts_page_get_figure (self);

  if (figure != NULL)
    gtk_window_present (GTK_WINDOW (ntm_preview_new (find_window (self), figure, self->desk)));
}

static void
enlarge_cb (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  NtmChartsPage *self = NTM_CHARTS_PAGE (widget);

  _ntm_charts_page_enlarge (self, ntm_charts_page_get_selected (self));
}

static void
shrink_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  _ntm_charts_page_shrink (NTM_CHARTS_PAGE (widget));
}

static void
replace_cb (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  NtmChartsPage *self = NTM_CHARTS_PAGE (widget);
  NtmChartCard *card = ntm_charts_page_get_selected (self);

  if (card == NULL)
    return;
  ntm_chart_picker_set_kind (self->picker, ntm_chart_card_get_chart (card)->kind);
  self->is_replacing = TRUE;
  gtk_menu_button_popup (self->add_button);
}

static void
menu_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  NtmChartCard *card = find_card (NTM_CHARTS_PAGE (widget));

  if (card != NULL)
    ntm_chart_card_popup_menu (card);
}

static void
move_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  _ntm_charts_page_change_board (NTM_CHARTS_PAGE (widget), g_variant_get_int32 (parameter));
}

static void
remove_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  _ntm_charts_page_change_board (NTM_CHARTS_PAGE (widget), 0);
}

static void
reset_cb (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  _ntm_charts_page_reset_board (NTM_CHARTS_PAGE (widget));
}

static void
install_keys (GtkWidgetClass *klass)
{
  /* The menu shows the last of them. */
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Insert, GDK_CONTROL_MASK, "charts.copy", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_c, GDK_CONTROL_MASK, "charts.copy", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Escape, 0, "charts.shrink", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Delete, 0, "charts.remove", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Menu, 0, "charts.menu", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_F10, GDK_SHIFT_MASK, "charts.menu", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Left, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "charts.move", "i", -1);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Right, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "charts.move", "i", 1);
}

void
_ntm_charts_page_install_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "charts.copy", NULL, copy_cb);
  gtk_widget_class_install_action (klass, "charts.export", "s", export_cb);
  gtk_widget_class_install_action (klass, "charts.print", NULL, print_cb);
  gtk_widget_class_install_action (klass, "charts.enlarge", NULL, enlarge_cb);
  gtk_widget_class_install_action (klass, "charts.shrink", NULL, shrink_cb);
  gtk_widget_class_install_action (klass, "charts.replace", NULL, replace_cb);
  gtk_widget_class_install_action (klass, "charts.move", "i", move_cb);
  gtk_widget_class_install_action (klass, "charts.remove", NULL, remove_cb);
  gtk_widget_class_install_action (klass, "charts.reset", NULL, reset_cb);
  gtk_widget_class_install_action (klass, "charts.menu", NULL, menu_cb);
  gtk_widget_class_install_property_action (klass, "charts.show-table", "show-table");
  install_keys (klass);
}

/* What can be done now: depends on whether a chart is selected, drawn, enlarged. */
void
_ntm_charts_page_update_actions (NtmChartsPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean is_enlarged = ntm_charts_page_get_enlarged (self) != NULL;
  gboolean is_selected = ntm_charts_page_get_selected (self) != NULL;
  gboolean is_drawn = ntm_charts_page_get_figure (self) != NULL;

  gtk_widget_action_set_enabled (widget, "charts.copy", is_drawn);
  gtk_widget_action_set_enabled (widget, "charts.export", is_drawn);
  gtk_widget_action_set_enabled (widget, "charts.print", is_drawn);
  gtk_widget_action_set_enabled (widget, "charts.enlarge", is_drawn && !is_enlarged);
  gtk_widget_action_set_enabled (widget, "charts.shrink", is_enlarged);
  gtk_widget_action_set_enabled (widget, "charts.replace", is_selected && !is_enlarged);
  gtk_widget_action_set_enabled (widget, "charts.move", is_selected && !is_enlarged);
  gtk_widget_action_set_enabled (widget, "charts.remove", is_selected && !is_enlarged);
  gtk_widget_set_sensitive (self->export_button, is_drawn);
}
