/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What stands on a card: the figure, or why there is none. */

#include "config.h"

#include "ntm-chart-card-private.h"

#include <glib/gi18n.h>

#include "ntm-errors.h"

static void
set_label (GtkLabel   *label,
           const char *text)
{
  gtk_label_set_text (label, text == NULL ? "" : text);
}

/* To a screen reader the place on the board is called as the chart is. */
static void
name_place (NtmChartCard *self)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));

  if (GTK_IS_FLOW_BOX_CHILD (parent))
    gtk_accessible_update_property (GTK_ACCESSIBLE (parent), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    gtk_label_get_text (self->title), -1);
}

void
_ntm_chart_card_show_content (NtmChartCard *self)
{
  gboolean is_broken = ntm_figure_view_get_figure (self->view) == NULL;

  gtk_stack_set_visible_child_name (self->stack, is_broken ? "message" : self->show_table ? "table" : "picture");
  gtk_widget_set_sensitive (self->enlarge, !is_broken);
  gtk_widget_set_sensitive (self->export_button, !is_broken);
  name_place (self);
}

static const char *
find_subtitle (NtmFigure *figure)
{
  if (ntm_figure_get_kind (figure) == NTM_FIGURE_RANK)
    return ((const NtmRankSpec *) ntm_figure_get_spec (figure))->subtitle;
  return ((const NtmTrendSpec *) ntm_figure_get_spec (figure))->subtitle;
}

void
_ntm_chart_card_show_figure (NtmChartCard *self,
                             NtmFigure    *figure,
                             NtmFigure    *plain)
{
  const char *source = ntm_figure_get_source (figure);

  set_label (self->title, ntm_figure_get_title (figure));
  set_label (self->subtitle, find_subtitle (figure));
  set_label (self->source, source);
  gtk_widget_set_visible (self->foot, source != NULL && *source != '\0');
  ntm_figure_view_set_figure (self->view, figure, plain);
  ntm_data_table_set_figure (self->table, self->show_table ? figure : NULL);
}

/* @error: NULL when there is no file */
void
_ntm_chart_card_show_error (NtmChartCard *self,
                            const GError *error)
{
  gboolean unknown = g_error_matches (error, NTM_ERROR, NTM_ERROR_NOT_FOUND);
  g_autofree char *body = NULL;

  /* The board is of the program, so it may ask for what only other files have. */
  if (unknown)
    body = g_strdup (_("This file has no such indicator. Replace the chart or take it off the board."));
  else if (error != NULL)
    body = ntm_error_dup_body (error);
  set_label (self->title, unknown ? _("Not in this file") : error == NULL ? "" : ntm_error_heading (error));
  set_label (self->subtitle, self->chart->indicator);
  set_label (self->message, body);
  gtk_widget_set_visible (self->foot, FALSE);
  ntm_figure_view_set_figure (self->view, NULL, NULL);
  ntm_data_table_set_figure (self->table, NULL);
}

/* What the chart may show; the buttons are the truth of what it does show. */
void
_ntm_chart_card_show_legend (NtmChartCard *self)
{
  g_auto (GStrv) names = ntm_chart_dup_series (self->chart, self->desk);

  ntm_series_legend_set_series (self->legend, (const char * const *) names, self->chart->shown);
  gtk_widget_set_visible (GTK_WIDGET (self->legend), names[0] != NULL);
}
