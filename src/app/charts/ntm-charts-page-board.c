/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The board of the page: which charts it has is in the settings, for each file whose board was changed; it is changed
 * by writing those, which the cards then follow.
 */

#include "config.h"

#include "ntm-charts-page-private.h"

#define MAX_BOARDS 40   /* of files that are remembered */

static const char *
find_path (NtmChartsPage *self)
{
  NtmStore *store = ntm_desk_get_store (self->desk);

  return store == NULL ? "" : ntm_store_get_path (store);
}

/* Returns: (transfer full) (element-type NtmChart): the board of the file */
static GPtrArray *
load_board (NtmChartsPage *self)
{
  g_autoptr (GVariant) boards = g_settings_get_value (self->settings, "boards");
  g_autoptr (GVariant) fresh = g_settings_get_value (self->settings, "charts");

  for (gsize i = 0; i < g_variant_n_children (boards); i++)
    {
      g_autoptr (GVariant) charts = NULL;
      const char *path;

      g_variant_get_child (boards, i, "(&s@a(ss))", &path, &charts);
      if (g_str_equal (path, find_path (self)))
        return ntm_charts_parse (charts);
    }
  return ntm_charts_parse (fresh);
}

/* Those of other files stay, but not without end. @charts: (nullable): NULL for the board of a new file */
static void
keep_board (NtmChartsPage   *self,
            const GPtrArray *charts)
{
  g_autoptr (GVariant) boards = g_settings_get_value (self->settings, "boards");
  gsize n = g_variant_n_children (boards);
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(sa(ss))"));
  for (gsize i = n < MAX_BOARDS ? 0 : n - MAX_BOARDS + 1; i < n; i++)
    {
      g_autoptr (GVariant) board = g_variant_get_child_value (boards, i);
      const char *path;

      g_variant_get_child (board, 0, "&s", &path);
      if (!g_str_equal (path, find_path (self)))
        g_variant_builder_add_value (&builder, board);
    }
  if (charts != NULL)
    g_variant_builder_add (&builder, "(s@a(ss))", find_path (self), ntm_charts_to_variant (charts));
  g_settings_set_value (self->settings, "boards", g_variant_builder_end (&builder));
}

static NtmChartCard *
card_of (GtkFlowBoxChild *child)
{
  return child == NULL ? NULL : NTM_CHART_CARD (gtk_flow_box_child_get_child (child));
}

static void
wanted_cb (NtmChartsPage *self,
           NtmChartCard  *card)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (card));

  if (GTK_IS_FLOW_BOX_CHILD (parent))
    gtk_flow_box_select_child (self->board, GTK_FLOW_BOX_CHILD (parent));
}

static void
add_card (NtmChartsPage  *self,
          const NtmChart *chart)
{
  NtmChartCard *card = ntm_chart_card_new (self->desk, chart);

  g_signal_connect_object (card, "wanted", G_CALLBACK (wanted_cb), self, G_CONNECT_SWAPPED);
  gtk_flow_box_append (self->board, GTK_WIDGET (card));
  ntm_chart_card_set_show_table (card, self->show_table);
}

static guint
selected_index (NtmChartsPage *self)
{
  g_autoptr (GList) selected = gtk_flow_box_get_selected_children (self->board);

  return selected == NULL ? 0 : (guint) gtk_flow_box_child_get_index (selected->data);
}

/* A file without indicators has nothing that could be drawn. */
static gboolean
has_indicators (NtmChartsPage *self)
{
  NtmAtlas *atlas = ntm_desk_get_atlas (self->desk);

  return atlas != NULL && ntm_atlas_records (atlas, NTM_TABLE_INDICATOR)->len > 0;
}

/* Cards that stay keep their widgets; those at the end come and go. */
void
_ntm_charts_page_follow_settings (NtmChartsPage *self)
{
  g_autoptr (GPtrArray) charts = load_board (self);
  guint selected = selected_index (self);

  while (ntm_charts_page_get_n_cards (self) > charts->len)
    gtk_flow_box_remove (self->board, GTK_WIDGET (gtk_flow_box_get_child_at_index (self->board, (int) charts->len)));
  for (guint i = 0; i < charts->len; i++)
    {
      const NtmChart *chart = g_ptr_array_index (charts, i);
      NtmChartCard *card = ntm_charts_page_get_card (self, i);

      if (card == NULL)
        add_card (self, chart);
      else
        ntm_chart_card_set_chart (card, chart);
    }
  if (charts->len > 0)
    ntm_charts_page_select (self, MIN (selected, charts->len - 1));
  gtk_stack_set_visible_child_name (self->stack, !has_indicators (self) ? "nothing" : charts->len > 0 ? "board" : "empty");
  _ntm_charts_page_update_actions (self);
}

void
_ntm_charts_page_put_chart (NtmChartsPage  *self,
                            const NtmChart *picked)
{
  g_autoptr (GPtrArray) charts = load_board (self);
  guint selected = selected_index (self);

  if (self->is_replacing && selected < charts->len)
    {
      ntm_chart_free (g_ptr_array_index (charts, selected));
      g_ptr_array_index (charts, selected) = ntm_chart_copy (picked);
    }
  else
    g_ptr_array_add (charts, ntm_chart_copy (picked));
  keep_board (self, charts);
}

void
_ntm_charts_page_reset_board (NtmChartsPage *self)
{
  keep_board (self, NULL);
}

/* Changes the board: @step moves the selected chart, 0 takes it away. */
void
_ntm_charts_page_change_board (NtmChartsPage *self,
                               int            step)
{
  g_autoptr (GPtrArray) charts = load_board (self);
  NtmChartCard *card = ntm_charts_page_get_selected (self);
  int index, next;

  if (card == NULL)
    return;
  index = gtk_flow_box_child_get_index (GTK_FLOW_BOX_CHILD (gtk_widget_get_parent (GTK_WIDGET (card))));
  next = index + step;
  if (index >= (int) charts->len || next < 0 || next >= (int) charts->len)
    return;
  if (step == 0)
    g_ptr_array_remove_index (charts, (guint) index);
  else
    g_ptr_array_insert (charts, next, g_ptr_array_steal_index (charts, (guint) index));
  keep_board (self, charts);
  if (step != 0)
    ntm_charts_page_select (self, (guint) next);
}

void
_ntm_charts_page_enlarge (NtmChartsPage *self,
                          NtmChartCard  *card)
{
  NtmChartCard *large;

  if (card == NULL || ntm_chart_card_get_figure (card) == NULL)
    return;
  _ntm_charts_page_shrink (self);
  large = ntm_chart_card_new (self->desk, ntm_chart_card_get_chart (card));
  ntm_chart_card_set_whole (large, TRUE);
  ntm_chart_card_set_show_table (large, self->show_table);
  gtk_widget_set_hexpand (GTK_WIDGET (large), TRUE);
  gtk_box_append (self->single, GTK_WIDGET (large));
  gtk_widget_set_visible (self->back, TRUE);
  gtk_stack_set_visible_child_name (self->stack, "single");
  gtk_widget_grab_focus (GTK_WIDGET (ntm_chart_card_get_view (large)));
  _ntm_charts_page_update_actions (self);
}

void
_ntm_charts_page_shrink (NtmChartsPage *self)
{
  NtmChartCard *large = ntm_charts_page_get_enlarged (self);

  if (large == NULL)
    return;
  gtk_stack_set_visible_child_name (self->stack, "board");
  gtk_widget_set_visible (self->back, FALSE);
  gtk_box_remove (self->single, GTK_WIDGET (large));
  ntm_charts_page_focus (self);
  _ntm_charts_page_update_actions (self);
}

/**
 * ntm_charts_page_get_n_cards:
 * @self: a page
 *
 * Returns: how many charts the board holds; 0 as long as the page was not seen
 */
guint
ntm_charts_page_get_n_cards (NtmChartsPage *self)
{
  guint n = 0;

  g_return_val_if_fail (NTM_IS_CHARTS_PAGE (self), 0);

  while (gtk_flow_box_get_child_at_index (self->board, (int) n) != NULL)
    n++;
  return n;
}

/**
 * ntm_charts_page_get_card:
 * @self: a page
 * @index: from 0
 *
 * Returns: (transfer none) (nullable): the card at that place
 */
NtmChartCard *
ntm_charts_page_get_card (NtmChartsPage *self,
                          guint          index)
{
  g_return_val_if_fail (NTM_IS_CHARTS_PAGE (self), NULL);

  return card_of (gtk_flow_box_get_child_at_index (self->board, (int) index));
}

/**
 * ntm_charts_page_get_selected:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): the selected card of the board
 */
NtmChartCard *
ntm_charts_page_get_selected (NtmChartsPage *self)
{
  g_autoptr (GList) selected = NULL;

  g_return_val_if_fail (NTM_IS_CHARTS_PAGE (self), NULL);

  selected = gtk_flow_box_get_selected_children (self->board);
  return selected == NULL ? NULL : card_of (selected->data);
}

/**
 * ntm_charts_page_select:
 * @self: a page
 * @index: from 0
 *
 * Selects a card.
 */
void
ntm_charts_page_select (NtmChartsPage *self,
                        guint          index)
{
  GtkFlowBoxChild *child;

  g_return_if_fail (NTM_IS_CHARTS_PAGE (self));

  child = gtk_flow_box_get_child_at_index (self->board, (int) index);
  if (child != NULL)
    gtk_flow_box_select_child (self->board, child);
}
