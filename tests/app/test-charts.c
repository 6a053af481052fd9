/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The board of charts: what it says at first, how it follows the desk, what leaves it. */

#include "config.h"

#include "fixture.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#include "ntm-charts-page.h"
#include "ntm-figure-output.h"
#include "ntm-figure-probe.h"
#include "ntm-look.h"
#include "ntm-settings.h"

#define CAN_LOC "443-0"

typedef struct
{
  GtkWidget     *window;
  NtmChartsPage *page;
  NtmDesk       *desk;
  GSettings     *settings;
  char          *told;
} Fixture;

static void
tell_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  Fixture *self = user_data;

  g_free (self->told);
  self->told = g_variant_dup_string (parameter, NULL);
}

/* What a page says goes through the window around it. */
static void
add_tell (Fixture *self)
{
  static const GActionEntry entries[] = { { .name = "tell", .activate = tell_cb, .parameter_type = "s" } };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (self->window, "win", G_ACTION_GROUP (group));
}

static void
settle (Fixture *self)
{
  gtk_test_widget_wait_for_draw (self->window);
  fixture_spin (60);
}

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  g_autofree char *path = fixture_new_file ("charts.ntm");
  g_autoptr (GError) error = NULL;
  NtmStore *store = ntm_store_open (path, NTM_STORE_WRITE, &error);

  g_assert_no_error (error);
  self->settings = ntm_settings_new ();
  g_settings_reset (self->settings, "charts");
  g_settings_reset (self->settings, "boards");
  self->desk = ntm_desk_new ();
  ntm_desk_take_store (self->desk, store);
  self->page = g_object_new (NTM_TYPE_CHARTS_PAGE, NULL);
  ntm_charts_page_set_desk (self->page, self->desk, self->settings);
  self->window = g_object_new (ADW_TYPE_WINDOW, "content", self->page, "default-width", 1000, "default-height", 940, NULL);
  add_tell (self);
  g_assert_cmpuint (ntm_charts_page_get_n_cards (self->page), ==, 0);
  gtk_window_present (GTK_WINDOW (self->window));
  settle (self);
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  fixture_spin (20);
  ntm_desk_take_store (self->desk, NULL);
  g_assert_finalize_object (self->desk);
  g_object_unref (self->settings);
  g_free (self->told);
}

static void
act (Fixture    *self,
     const char *action,
     const char *format,
     ...)
{
  va_list args;
  GVariant *parameter = NULL;

  if (format != NULL)
    {
      va_start (args, format);
      parameter = g_variant_new_va (format, NULL, &args);
      va_end (args);
    }
  g_assert_true (gtk_widget_activate_action_variant (GTK_WIDGET (self->page), action, parameter));
  settle (self);
}

static gboolean
is_vietnamese (void)
{
  return ntm_lang_current () == NTM_LANG_VI;
}

static void
assert_has (const char *text,
            const char *en,
            const char *vi)
{
  const char *wanted = is_vietnamese () ? vi : en;

  if (text == NULL || strstr (text, wanted) == NULL)
    g_error ("“%s” is not in “%s”", wanted, text);
}

static NtmChartCard *
card_at (Fixture *self,
         guint    index)
{
  NtmChartCard *card = ntm_charts_page_get_card (self->page, index);

  g_assert_nonnull (card);
  return card;
}

static char *
rows_of (NtmChartCard *card)
{
  return ntm_figure_to_tsv (ntm_chart_card_get_figure (card));
}

/* The notice says: 3,79 % at the end of 2022, 3,01 % at the end of 2023. */
static void
test_default (Fixture      *self,
              gconstpointer data)
{
  NtmChartCard *poverty = card_at (self, 0);
  g_autofree char *rows = rows_of (poverty);

  g_assert_cmpuint (ntm_charts_page_get_n_cards (self->page), ==, 4);
  assert_has (ntm_chart_card_get_title (poverty), "3.01\u00a0%", "3,01\u00a0%");
  assert_has (ntm_chart_card_get_title (poverty), "0.78", "0,78");
  assert_has (rows, "3.79\u00a0%", "3,79\u00a0%");
  assert_has (ntm_chart_card_get_subtitle (poverty), "Hà Tĩnh", "Hà Tĩnh");
  assert_has (ntm_chart_card_get_source (poverty), "21 Feb 2024", "21/02/2024");
  g_assert_null (ntm_chart_card_get_message (poverty));
  g_assert_cmpint (ntm_chart_card_get_chart (card_at (self, 2))->kind, ==, NTM_CHART_RANK);
  for (guint i = 0; i < 4; i++)
    {
      g_assert_cmpstr (ntm_chart_card_get_title (card_at (self, i)), !=, "");
      g_assert_nonnull (ntm_chart_card_get_source (card_at (self, i)));
    }
  fixture_save_picture (self->window, is_vietnamese () ? "board-vi.png" : "board-en.png");
}

/* What a screen reader reads is what the picture shows. */
static void
test_accessible (Fixture      *self,
                 gconstpointer data)
{
  NtmChartCard *card = card_at (self, 0);
  NtmFigureView *view = ntm_chart_card_get_view (card);
  g_autofree char *rows = rows_of (card);

  g_strdelimit (rows, "\t", ' ');
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, ntm_chart_card_get_title (card));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, rows);
}

/* A district has its own charts; where nothing is known of it they say so and do not show the province. */
static void
test_unit (Fixture      *self,
           gconstpointer data)
{
  g_autofree char *province = g_strdup (ntm_chart_card_get_title (card_at (self, 0)));
  const NtmRankSpec *rank;
  guint n_highlighted = 0;

  ntm_desk_select (self->desk, CAN_LOC);
  settle (self);
  assert_has (ntm_chart_card_get_subtitle (card_at (self, 0)), "Can Lộc", "Can Lộc");
  g_assert_cmpstr (ntm_chart_card_get_title (card_at (self, 0)), !=, province);
  assert_has (ntm_chart_card_get_title (card_at (self, 0)), "no data", "chưa có số liệu");
  g_assert_null (ntm_chart_card_get_source (card_at (self, 0)));
  rank = ntm_figure_get_spec (ntm_chart_card_get_figure (card_at (self, 2)));
  for (guint i = 0; i < rank->rows->len; i++)
    {
      const NtmRankRow *row = g_ptr_array_index (rank->rows, i);

      n_highlighted += row->highlighted;
      g_assert_cmpint (row->highlighted, ==, strcmp (row->key, CAN_LOC) == 0);
    }
  g_assert_cmpuint (n_highlighted, ==, 1);
  g_assert_cmpuint (rank->rows->len, ==, 13);
  fixture_save_picture (self->window, is_vietnamese () ? "board-unit-vi.png" : "board-unit-en.png");
  ntm_desk_select (self->desk, NULL);
  settle (self);
  g_assert_cmpstr (ntm_chart_card_get_title (card_at (self, 0)), ==, province);
}

/* The day of the desk is the day of the charts: figures after it are not shown. */
static void
test_date (Fixture      *self,
           gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *rows = NULL;

  ntm_desk_set_date (self->desk, ntm_date_new (2025, 3, 1), &error);
  g_assert_no_error (error);
  settle (self);
  rows = rows_of (card_at (self, 0));
  assert_has (rows, "2.4\u00a0%", "2,4\u00a0%");
  fixture_save_picture (self->window, is_vietnamese () ? "board-2025-vi.png" : "board-2025-en.png");
}

/* One column where two would be too narrow. */
static void
test_columns (Fixture      *self,
              gconstpointer data)
{
  GtkAllocation first, second;

  gtk_widget_get_allocation (gtk_widget_get_parent (GTK_WIDGET (card_at (self, 0))), &first);
  gtk_widget_get_allocation (gtk_widget_get_parent (GTK_WIDGET (card_at (self, 1))), &second);
  g_assert_cmpint (first.y, ==, second.y);
  g_assert_cmpint (first.width, ==, second.width);
  g_assert_cmpint (first.width, >, 430);
  gtk_window_set_default_size (GTK_WINDOW (self->window), 720, 700);
  settle (self);
  fixture_spin (200);
  gtk_widget_get_allocation (gtk_widget_get_parent (GTK_WIDGET (card_at (self, 0))), &first);
  gtk_widget_get_allocation (gtk_widget_get_parent (GTK_WIDGET (card_at (self, 1))), &second);
  g_assert_cmpint (first.x, ==, second.x);
  g_assert_cmpint (second.y, >=, first.y + first.height);
  fixture_save_picture (self->window, is_vietnamese () ? "board-narrow-vi.png" : "board-narrow-en.png");
}

static void
test_table (Fixture      *self,
            gconstpointer data)
{
  NtmChartCard *card = card_at (self, 2);
  g_autoptr (GPtrArray) rows = ntm_figure_to_rows (ntm_chart_card_get_figure (card));

  g_assert_cmpuint (ntm_data_table_get_n_rows (ntm_chart_card_get_table (card)), ==, 0);
  act (self, "charts.show-table", NULL);
  g_assert_cmpuint (ntm_data_table_get_n_rows (ntm_chart_card_get_table (card)), ==, rows->len - 1);
  g_assert_cmpuint (rows->len, ==, 14);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (ntm_chart_card_get_table (card))));
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (ntm_chart_card_get_view (card))));
  fixture_save_picture (self->window, is_vietnamese () ? "board-table-vi.png" : "board-table-en.png");
  act (self, "charts.show-table", NULL);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (ntm_chart_card_get_view (card))));
}

static void
test_enlarge (Fixture      *self,
              gconstpointer data)
{
  NtmChartCard *large;

  ntm_charts_page_select (self->page, 1);
  /* As by Enter or a double click. */
  g_signal_emit_by_name (gtk_widget_get_parent (GTK_WIDGET (card_at (self, 1))), "activate");
  settle (self);
  large = ntm_charts_page_get_enlarged (self->page);
  g_assert_nonnull (large);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (large)));
  g_assert_cmpstr (ntm_chart_card_get_chart (large)->indicator, ==, "central_water_rate");
  g_assert_true (ntm_charts_page_get_figure (self->page) == ntm_chart_card_get_figure (large));
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (ntm_chart_card_get_view (large))));
  g_assert_true (ntm_figure_view_step (ntm_chart_card_get_view (large), -1));
  assert_has (ntm_figure_view_get_hint (ntm_chart_card_get_view (large)), "24.5\u00a0%", "24,5\u00a0%");
  settle (self);
  fixture_save_picture (self->window, is_vietnamese () ? "enlarged-vi.png" : "enlarged-en.png");
  act (self, "charts.shrink", NULL);
  g_assert_null (ntm_charts_page_get_enlarged (self->page));
}

/* The crosshair finds every point of the layout where the layout has it, and nothing above the plot. */
static void
test_hover (Fixture      *self,
            gconstpointer data)
{
  NtmChartCard *card = card_at (self, 0);
  NtmFigureView *view = ntm_chart_card_get_view (card);
  g_autoptr (NtmDrawStyle) style = ntm_look_new_style (GTK_WIDGET (view));
  g_autoptr (NtmFigureProbe) probe = ntm_figure_probe_new (ntm_chart_card_get_figure (card), style, 600, 400);
  NtmTrendLayout *layout = ntm_trend_layout_new (ntm_figure_get_spec (ntm_chart_card_get_figure (card)), style, 600, 400);
  guint n, n_points = 0;
  const NtmPlaced *placed = ntm_trend_layout_get_placed (layout, &n);

  for (guint i = 0; i < n; i++)
    {
      int found = ntm_figure_probe_find (probe, placed[i].x + placed[i].width / 2, placed[i].y + placed[i].height / 2);

      if (placed[i].kind != NTM_PLACED_POINT)
        continue;
      n_points++;
      g_assert_cmpint (found, >=, 0);
      g_assert_true (g_str_has_prefix (ntm_figure_probe_get (probe, (guint) found)->text, placed[i].text));
    }
  g_assert_cmpuint (ntm_figure_probe_get_n (probe), ==, n_points);
  g_assert_cmpuint (n_points, >=, 3);
  g_assert_cmpint (ntm_figure_probe_find (probe, 300, 2), ==, -1);
  ntm_trend_layout_free (layout);

  g_assert_null (ntm_figure_view_get_hint (view));
  ntm_figure_view_point_at (view, gtk_widget_get_width (GTK_WIDGET (view)) - 4, gtk_widget_get_height (GTK_WIDGET (view)) / 2.0);
  assert_has (ntm_figure_view_get_hint (view), "3.01\u00a0%", "3,01\u00a0%");
  fixture_save_picture (self->window, is_vietnamese () ? "board-hover-vi.png" : "board-hover-en.png");
  ntm_figure_view_point_at (view, 10, -50);
  g_assert_null (ntm_figure_view_get_hint (view));
}

/* The rows of a ranking are found one by one, top to bottom, as many as the card has room for. */
static void
test_hover_rank (Fixture      *self,
                 gconstpointer data)
{
  NtmChartCard *card = card_at (self, 2);
  NtmFigureView *view = ntm_chart_card_get_view (card);
  guint n = 0;

  g_assert_true (ntm_figure_view_step (view, 1));
  assert_has (ntm_figure_view_get_hint (view), "11.063", "11,063");
  assert_has (ntm_figure_view_get_hint (view), "Can Lộc", "Can Lộc");
  do
    n++;
  while (ntm_figure_view_step (view, 1));
  g_assert_cmpuint (n, <=, 13);
  g_assert_cmpuint (n, >, 7);   /* all that have a figure */
}

/* Found without marks, added at the end, kept in the settings. */
static void
test_add (Fixture      *self,
          gconstpointer data)
{
  NtmChartPicker *picker = ntm_charts_page_get_picker (self->page);
  NtmIndicatorList *list = ntm_chart_picker_get_indicators (picker);
  g_autoptr (GVariant) boards = NULL;
  g_autoptr (GVariant) kept = NULL;
  g_autoptr (GPtrArray) charts = NULL;
  const char *path;

  gtk_popover_popup (GTK_POPOVER (picker));
  settle (self);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (self->window)), GTK_WIDGET (list)));
  g_assert_cmpuint (ntm_indicator_list_get_n_found (list), ==, ntm_atlas_records (ntm_desk_get_atlas (self->desk), NTM_TABLE_INDICATOR)->len);
  fixture_save_picture (GTK_WIDGET (picker), is_vietnamese () ? "picker-vi.png" : "picker-en.png");
  ntm_indicator_list_search (list, "nuoc thai");
  g_assert_cmpuint (ntm_indicator_list_get_n_found (list), ==, 2);
  ntm_indicator_list_search (list, "ty le ho gia dinh thu gom");
  g_assert_cmpuint (ntm_indicator_list_get_n_found (list), ==, 1);
  g_assert_true (ntm_indicator_list_take_first (list));
  settle (self);
  g_assert_cmpuint (ntm_charts_page_get_n_cards (self->page), ==, 5);
  g_assert_true (ntm_charts_page_get_selected (self->page) == card_at (self, 4));
  boards = g_settings_get_value (self->settings, "boards");
  g_assert_cmpuint (g_variant_n_children (boards), ==, 1);
  g_variant_get_child (boards, 0, "(&s@a(ss))", &path, &kept);
  g_assert_cmpstr (path, ==, ntm_store_get_path (ntm_desk_get_store (self->desk)));
  charts = ntm_charts_parse (kept);
  g_assert_cmpuint (charts->len, ==, 5);
  g_assert_cmpstr (((NtmChart *) g_ptr_array_index (charts, 4))->indicator, ==, "wastewater_rate");
  g_assert_cmpint (((NtmChart *) g_ptr_array_index (charts, 4))->kind, ==, NTM_CHART_TREND);
}

/* Replacing keeps the place; moving, removing and restoring do what they say. */
static void
test_change (Fixture      *self,
             gconstpointer data)
{
  NtmChartPicker *picker = ntm_charts_page_get_picker (self->page);

  ntm_charts_page_select (self->page, 1);
  act (self, "charts.replace", NULL);
  ntm_chart_picker_set_kind (picker, NTM_CHART_RANK);
  ntm_indicator_list_search (ntm_chart_picker_get_indicators (picker), "ocop_4_star_new");
  g_assert_true (ntm_indicator_list_take_first (ntm_chart_picker_get_indicators (picker)));
  settle (self);
  g_assert_cmpuint (ntm_charts_page_get_n_cards (self->page), ==, 4);
  g_assert_cmpstr (ntm_chart_card_get_chart (card_at (self, 1))->indicator, ==, "ocop_4_star_new");
  g_assert_cmpint (ntm_chart_card_get_chart (card_at (self, 1))->kind, ==, NTM_CHART_RANK);

  ntm_charts_page_select (self->page, 1);
  act (self, "charts.move", "i", 1);
  g_assert_cmpstr (ntm_chart_card_get_chart (card_at (self, 2))->indicator, ==, "ocop_4_star_new");
  g_assert_cmpstr (ntm_chart_card_get_chart (card_at (self, 1))->indicator, ==, "sponsorship_locality");
  g_assert_true (ntm_charts_page_get_selected (self->page) == card_at (self, 2));
  act (self, "charts.remove", NULL);
  g_assert_cmpuint (ntm_charts_page_get_n_cards (self->page), ==, 3);
  for (guint i = 0; i < 3; i++)
    act (self, "charts.remove", NULL);
  g_assert_cmpuint (ntm_charts_page_get_n_cards (self->page), ==, 0);
  g_assert_null (ntm_charts_page_get_figure (self->page));
  fixture_save_picture (self->window, is_vietnamese () ? "board-empty-vi.png" : "board-empty-en.png");
  act (self, "charts.reset", NULL);
  g_assert_cmpuint (ntm_charts_page_get_n_cards (self->page), ==, 4);
}

static void
show_file (Fixture    *self,
           const char *path)
{
  g_autoptr (GError) error = NULL;
  NtmStore *store = ntm_store_open (path, NTM_STORE_WRITE, &error);

  g_assert_no_error (error);
  ntm_desk_take_store (self->desk, store);
  settle (self);
}

static const char *
shown_page (Fixture *self)
{
  GtkWidget *stack = gtk_widget_get_ancestor (GTK_WIDGET (ntm_charts_page_get_card (self->page, 0)), GTK_TYPE_STACK);

  return gtk_stack_get_visible_child_name (GTK_STACK (stack));
}

/* Each file has its board; a new one begins with that of the program; one without indicators says what to do. */
static void
test_boards (Fixture      *self,
             gconstpointer data)
{
  g_autofree char *first = g_strdup (ntm_store_get_path (ntm_desk_get_store (self->desk)));
  g_autofree char *second = fixture_new_file ("charts-2.ntm");
  g_autofree char *empty = fixture_dup_path ("charts-empty.ntm");
  NtmStore *store;

  act (self, "charts.remove", NULL);
  act (self, "charts.remove", NULL);
  g_assert_cmpuint (ntm_charts_page_get_n_cards (self->page), ==, 2);
  show_file (self, second);
  g_assert_cmpuint (ntm_charts_page_get_n_cards (self->page), ==, 4);
  act (self, "charts.remove", NULL);
  show_file (self, first);
  g_assert_cmpuint (ntm_charts_page_get_n_cards (self->page), ==, 2);
  show_file (self, second);
  g_assert_cmpuint (ntm_charts_page_get_n_cards (self->page), ==, 3);
  act (self, "charts.reset", NULL);
  g_assert_cmpuint (ntm_charts_page_get_n_cards (self->page), ==, 4);
  g_assert_cmpstr (shown_page (self), ==, "board");
  store = ntm_store_create (empty, NULL);
  ntm_desk_take_store (self->desk, store);
  settle (self);
  g_assert_cmpstr (shown_page (self), ==, "nothing");
  fixture_save_picture (self->window, is_vietnamese () ? "charts-nothing-vi.png" : "charts-nothing-en.png");
  show_file (self, first);
  g_assert_cmpstr (shown_page (self), ==, "board");
  g_remove (second);
  g_remove (empty);
}

static GtkWidget *
find_legend (GtkWidget *widget)
{
  GtkWidget *found = NTM_IS_SERIES_LEGEND (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_legend (child);
  return found;
}

static guint
count_series (Fixture *self,
              guint    index)
{
  const NtmTrendSpec *spec = ntm_figure_get_spec (ntm_chart_card_get_figure (card_at (self, index)));

  return spec->series->len;
}

/* A unit is drawn alone until the province is clicked in the legend; the last line stays. */
static void
test_legend (Fixture      *self,
             gconstpointer data)
{
  GtkWidget *legend = find_legend (GTK_WIDGET (card_at (self, 0)));
  GtkWidget *unit, *province;
  const NtmTrendSpec *spec;
  g_autofree char *alone = NULL;

  g_assert_false (gtk_widget_get_visible (legend));       /* the province itself */
  ntm_desk_select (self->desk, "444-0");
  settle (self);
  g_assert_true (gtk_widget_get_visible (legend));
  g_assert_false (gtk_widget_get_visible (find_legend (GTK_WIDGET (card_at (self, 2)))));   /* a ranking */
  unit = gtk_widget_get_first_child (legend);
  province = gtk_widget_get_next_sibling (unit);
  g_assert_cmpuint (count_series (self, 0), ==, 1);
  alone = g_strdup (ntm_chart_card_get_title (card_at (self, 0)));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (province), TRUE);
  settle (self);
  fixture_save_picture (self->window, is_vietnamese () ? "board-legend-vi.png" : "board-legend-en.png");
  g_assert_cmpuint (count_series (self, 0), ==, 2);
  g_assert_cmpuint (count_series (self, 1), ==, 1);       /* each card for itself */
  /* The unit has no figure; the line of the province still parts where the definition changed. */
  spec = ntm_figure_get_spec (ntm_chart_card_get_figure (card_at (self, 0)));
  g_assert_cmpuint (spec->breaks->len, ==, 2);   /* the poverty standards of 2016 and 2021 */
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (unit), FALSE);
  settle (self);
  g_assert_cmpuint (count_series (self, 0), ==, 1);
  g_assert_nonnull (strstr (ntm_chart_card_get_title (card_at (self, 0)), is_vietnamese () ? "3,01" : "3.01"));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (province), FALSE);
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (province)));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (unit), TRUE);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (province), FALSE);
  settle (self);
  g_assert_cmpstr (ntm_chart_card_get_title (card_at (self, 0)), ==, alone);
}

/* On a large screen the cards share the height. */
static void
test_height (Fixture      *self,
             gconstpointer data)
{
  int page_height, board_height = 0;

  gtk_window_set_default_size (GTK_WINDOW (self->window), 1400, 1000);
  settle (self);
  page_height = gtk_widget_get_height (GTK_WIDGET (self->page));
  for (guint i = 0; i < 4; i += 2)
    board_height += gtk_widget_get_height (GTK_WIDGET (card_at (self, i)));
  g_assert_cmpint (board_height, >, page_height - 140);
}

/* An indicator the file does not have: a sentence on the card, the others stay. */
static void
test_unknown (Fixture      *self,
              gconstpointer data)
{
  g_settings_set (self->settings, "charts", "a(ss)", NULL);
  settle (self);
  {
    GVariantBuilder builder;

    g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(ss)"));
    g_variant_builder_add (&builder, "(ss)", "trend", "no_such_indicator");
    g_variant_builder_add (&builder, "(ss)", "a_later_kind", "poverty_rate");
    g_variant_builder_add (&builder, "(ss)", "trend", "poverty_rate");
    g_settings_set_value (self->settings, "charts", g_variant_builder_end (&builder));
  }
  settle (self);
  g_assert_cmpuint (ntm_charts_page_get_n_cards (self->page), ==, 2);
  g_assert_nonnull (ntm_chart_card_get_message (card_at (self, 0)));
  g_assert_cmpstr (ntm_chart_card_get_message (card_at (self, 0)), !=, "");
  g_assert_null (ntm_charts_page_get_figure (self->page));
  g_assert_null (ntm_chart_card_get_message (card_at (self, 1)));
}

static void
assert_begins (const char *path,
               const char *bytes)
{
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  gsize n;

  g_file_get_contents (path, &contents, &n, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n, >, 2000);
  g_assert_cmpmem (contents, strlen (bytes), bytes, strlen (bytes));
}

/* Files of the three kinds, a picture twice as fine as the screen; a file that cannot be written is an error. */
static void
test_export (Fixture      *self,
             gconstpointer data)
{
  g_autofree char *png = fixture_dup_path ("chart.png"), *svg = fixture_dup_path ("chart.svg");
  g_autofree char *pdf = fixture_dup_path ("chart.pdf"), *other = fixture_dup_path ("chart.gif");
  g_autoptr (GError) error = NULL;
  cairo_surface_t *surface;

  ntm_charts_page_select (self->page, 1);
  g_assert_true (ntm_charts_page_export (self->page, png, &error));
  g_assert_true (ntm_charts_page_export (self->page, svg, &error));
  g_assert_true (ntm_charts_page_export (self->page, pdf, &error));
  g_assert_no_error (error);
  surface = cairo_image_surface_create_from_png (png);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  g_assert_cmpint (cairo_image_surface_get_width (surface), ==, 1440);
  cairo_surface_destroy (surface);
  assert_begins (svg, "<?xml");
  assert_begins (pdf, "%PDF-");
  g_assert_false (ntm_charts_page_export (self->page, other, &error));
  g_assert_error (error, NTM_ERROR, NTM_ERROR_INPUT);
  g_clear_error (&error);
  g_assert_false (ntm_charts_page_export (self->page, "/proc/no/chart.png", &error));
  g_assert_error (error, NTM_ERROR, NTM_ERROR_NOT_FOUND);
}

/* A name without an ending gets one, but not that of a file nobody agreed to replace. */
static void
test_ending (Fixture      *self,
             gconstpointer data)
{
  g_autofree char *there = fixture_dup_path ("there.png"), *stem = fixture_dup_path ("there");
  g_autofree char *kept = NULL, *added = NULL, *named = NULL;
  g_autoptr (GFile) there_file = g_file_new_for_path (there), stem_file = g_file_new_for_path (stem);
  g_autoptr (GFile) elsewhere = g_file_new_for_uri ("ntm-elsewhere://host/there.png");
  g_autoptr (GError) error = NULL;

  fixture_write (there, "x", 1);
  kept = ntm_figure_output_dup_path (stem_file, "png", NULL);
  added = ntm_figure_output_dup_path (stem_file, "svg", NULL);
  named = ntm_figure_output_dup_path (there_file, "svg", NULL);
  g_assert_null (ntm_figure_output_dup_path (elsewhere, "png", &error));
  g_assert_error (error, NTM_ERROR, NTM_ERROR_SYSTEM);
  g_assert_cmpstr (kept, ==, stem);
  g_assert_true (g_str_has_suffix (added, "there.svg"));
  g_assert_cmpstr (named, ==, there);
}

typedef struct
{
  GOutputStream *bytes;
  char          *text;
  gboolean       done;
} Pasted;

static void
spliced_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (GError) error = NULL;

  g_output_stream_splice_finish (G_OUTPUT_STREAM (source), result, &error);
  g_assert_no_error (error);
  ((Pasted *) data)->done = TRUE;
}

/* The clipboard is our own: it writes while we read, so both go on in the main loop. */
static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  Pasted *pasted = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GInputStream) stream = gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, NULL, &error);

  g_assert_no_error (error);
  g_output_stream_splice_async (pasted->bytes, stream, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET | G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE,
                                G_PRIORITY_DEFAULT, NULL, spliced_cb, pasted);
}

static void
text_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  Pasted *pasted = data;
  g_autoptr (GError) error = NULL;

  pasted->text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, &error);
  g_assert_no_error (error);
  pasted->done = TRUE;
}

static GBytes *
paste (GdkClipboard *clipboard,
       const char   *type)
{
  const char *types[] = { type, NULL };
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  Pasted pasted = { .bytes = stream };

  gdk_clipboard_read_async (clipboard, types, G_PRIORITY_DEFAULT, NULL, read_cb, &pasted);
  while (!pasted.done)
    g_main_context_iteration (NULL, TRUE);
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

/* What is pasted is what was copied, in all three forms. */
static void
test_copy (Fixture      *self,
           gconstpointer data)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self->page));
  g_autofree char *rows = NULL;
  g_autoptr (GBytes) png = NULL, svg = NULL;
  Pasted pasted = { 0 };

  ntm_charts_page_select (self->page, 2);
  act (self, "charts.copy", NULL);
  assert_has (self->told, "copied", "sao chép");
  rows = rows_of (card_at (self, 2));
  png = paste (clipboard, "image/png");
  svg = paste (clipboard, "image/svg+xml");
  g_assert_cmpuint (g_bytes_get_size (png), >, 2000);
  g_assert_cmpmem (g_bytes_get_data (png, NULL), 8, "\x89PNG\r\n\x1a\n", 8);
  g_assert_cmpuint (g_bytes_get_size (svg), >, 2000);
  g_assert_nonnull (g_strstr_len (g_bytes_get_data (svg, NULL), (gssize) g_bytes_get_size (svg), "<svg"));
  gdk_clipboard_read_text_async (clipboard, NULL, text_cb, &pasted);
  while (!pasted.done)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (pasted.text, ==, rows);
  g_free (pasted.text);
}

/* Nothing is drawn up for a page nobody sees. */
static void
test_hidden (Fixture      *self,
             gconstpointer data)
{
  g_autofree char *before = g_strdup (ntm_chart_card_get_subtitle (card_at (self, 0)));

  gtk_widget_set_visible (GTK_WIDGET (self->page), FALSE);
  ntm_desk_select (self->desk, CAN_LOC);
  fixture_spin (50);
  g_assert_cmpstr (ntm_chart_card_get_subtitle (card_at (self, 0)), ==, before);
  gtk_widget_set_visible (GTK_WIDGET (self->page), TRUE);
  settle (self);
  g_assert_cmpstr (ntm_chart_card_get_subtitle (card_at (self, 0)), !=, before);
}

/* Without a file the cards are blank, and nothing can be exported. */
static void
test_no_file (Fixture      *self,
              gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = fixture_dup_path ("none.png");

  ntm_desk_take_store (self->desk, NULL);
  settle (self);
  g_assert_null (ntm_charts_page_get_figure (self->page));
  g_assert_false (ntm_charts_page_export (self->page, path, &error));
  g_assert_error (error, NTM_ERROR, NTM_ERROR_NOT_FOUND);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_dark (Fixture      *self,
           gconstpointer data)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  GtkWidget *view = GTK_WIDGET (ntm_chart_card_get_view (card_at (self, 0)));
  guint32 light = fixture_get_pixel (view, 2, 2), dark;

  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_FORCE_DARK);
  settle (self);
  fixture_spin (300);
  dark = fixture_get_pixel (self->window, 30, 90);
  g_assert_cmpuint (dark & 0xff, <, 0x60);
  fixture_save_picture (self->window, is_vietnamese () ? "board-dark-vi.png" : "board-dark-en.png");
  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_FORCE_LIGHT);
  settle (self);
  g_assert_cmpuint (light, ==, fixture_get_pixel (view, 2, 2));
}

#define ADD(name, func) g_test_add ("/app/charts/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  fixture_init (&argc, &argv);
  ADD ("default", test_default);
  ADD ("accessible", test_accessible);
  ADD ("unit", test_unit);
  ADD ("date", test_date);
  ADD ("columns", test_columns);
  ADD ("table", test_table);
  ADD ("enlarge", test_enlarge);
  ADD ("hover", test_hover);
  ADD ("hover-rank", test_hover_rank);
  ADD ("add", test_add);
  ADD ("change", test_change);
  ADD ("boards", test_boards);
  ADD ("height", test_height);
  ADD ("legend", test_legend);
  ADD ("unknown", test_unknown);
  ADD ("export", test_export);
  ADD ("ending", test_ending);
  ADD ("copy", test_copy);
  ADD ("hidden", test_hidden);
  ADD ("no-file", test_no_file);
  ADD ("dark", test_dark);
  return fixture_run ();
}
