/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the map page is about: themes, levels, districts entered, filters, the picture as a file; by keys too. */

#include "config.h"

#include "fixture.h"

#include <math.h>
#include <string.h>


typedef struct
{
  NtmWindow  *window;
  NtmDesk    *desk;
  NtmMapPage *page;
  GtkWidget  *map;
} Fixture;

#define HUONG_KHE "444-0"

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  g_autofree char *path = fixture_new_file ("map-page.ntm");

  self->window = fixture_open (path);
  self->desk = self->window->desk;
  self->page = self->window->map_page;
  self->map = ntm_map_page_get_map (self->page);
  fixture_act (self->window, "win.set-date", "2024-02-21");
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  fixture_close (self->window);
}

/* A key as the map gets it. */
static gboolean
press (GtkWidget      *widget,
       guint           keyval,
       GdkModifierType state)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean handled = FALSE;

      if (!GTK_IS_EVENT_CONTROLLER_KEY (controller))
        continue;
      g_signal_emit_by_name (controller, "key-pressed", keyval, 0, state, &handled);
      if (handled)
        return TRUE;
    }
  return FALSE;
}

static guint
count_items (NtmMapSpec *spec,
             NtmMapFill  fill)
{
  guint n = 0;

  for (guint i = 0; i < spec->items->len; i++)
    n += ((const NtmMapItem *) g_ptr_array_index (spec->items, i))->fill == fill;
  return n;
}

static guint
count_dimmed (NtmMapSpec *spec)
{
  guint n = 0;

  for (guint i = 0; i < spec->items->len; i++)
    n += ((const NtmMapItem *) g_ptr_array_index (spec->items, i))->dimmed;
  return n;
}

/* An indicator of which some of the districts have a figure, and how many. */
static const char *
find_indicator (Fixture *self,
                guint   *n_with)
{
  const GPtrArray *indicators = ntm_atlas_records (ntm_desk_get_atlas (self->desk), NTM_TABLE_INDICATOR);
  const char *best = NULL;

  *n_with = 0;
  for (guint i = 0; i < indicators->len; i++)
    {
      const NtmIndicator *indicator = g_ptr_array_index (indicators, i);
      guint n;

      ntm_map_page_set_theme (self->page, indicator->code);
      g_assert_null (ntm_map_page_get_message (self->page));
      n = count_items (ntm_map_page_get_spec (self->page), NTM_MAP_FILL_CLASS);
      if (n > *n_with)
        {
          *n_with = n;
          best = indicator->code;
        }
    }
  return best;
}

/* Every indicator can be shown. Those with figures have classes, the gaps a hatch; the counts add up. */
static void
test_theme (Fixture      *self,
            gconstpointer data)
{
  NtmLegendCard *legend = ntm_map_page_get_legend (self->page);
  guint n_with, sum = 0;
  const char *code;
  NtmMapSpec *spec;

  ntm_desk_set_date (self->desk, ntm_date_new (2024, 12, 31), NULL);
  g_assert_nonnull (ntm_legend_card_get_count (legend, NTM_MARK_STANDARD));
  code = find_indicator (self, &n_with);
  g_assert_cmpuint (n_with, >, 1);
  ntm_map_page_set_theme (self->page, code);
  fixture_settle (self->window);
  spec = ntm_map_page_get_spec (self->page);
  g_assert_null (ntm_legend_card_get_count (legend, NTM_MARK_STANDARD));
  g_assert_cmpuint (spec->n_classes, >, 0);
  for (guint c = 0; c < spec->n_classes; c++)
    sum += (guint) g_ascii_strtoull (ntm_legend_card_get_count (legend, NTM_LEGEND_CLASS (c)), NULL, 10);
  g_assert_cmpuint (sum, ==, n_with);
  sum += (guint) g_ascii_strtoull (ntm_legend_card_get_count (legend, NTM_MARK_NO_DATA), NULL, 10);
  g_assert_cmpuint (sum, ==, spec->items->len);
  fixture_save_picture (GTK_WIDGET (self->window), "page-theme.png");
  ntm_map_page_set_theme (self->page, NULL);
  g_assert_nonnull (ntm_legend_card_get_count (legend, NTM_MARK_STANDARD));
}

/* Found without accents, anywhere in the name, in both languages, by topic. */
static void
test_theme_search (Fixture      *self,
                   gconstpointer data)
{
  NtmIndicatorList *themes = ntm_map_page_get_themes (self->page);
  guint n_all;

  ntm_indicator_list_search (themes, "");
  n_all = ntm_indicator_list_get_n_found (themes);
  g_assert_cmpuint (n_all, ==, ntm_atlas_records (ntm_desk_get_atlas (self->desk), NTM_TABLE_INDICATOR)->len + 1);
  g_assert_false (ntm_indicator_list_take_first (themes));
  ntm_indicator_list_search (themes, "can ngheo");
  g_assert_cmpuint (ntm_indicator_list_get_n_found (themes), >, 0);
  g_assert_cmpuint (ntm_indicator_list_get_n_found (themes), <, 10);
  g_assert_true (ntm_indicator_list_take_first (themes));
  g_assert_cmpstr (ntm_map_page_get_theme (self->page), !=, NULL);
  g_assert_true (g_str_has_prefix (ntm_map_page_get_theme (self->page), "near_po"));
  ntm_indicator_list_search (themes, "no such thing");
  g_assert_cmpuint (ntm_indicator_list_get_n_found (themes), ==, 0);
  g_assert_false (ntm_indicator_list_take_first (themes));
}

/* A click on a class dims the others, and only on this page. */
static void
test_class_filter (Fixture      *self,
                   gconstpointer data)
{
  NtmLegendCard *legend = ntm_map_page_get_legend (self->page);
  NtmMapSpec *spec;
  guint n_with, n_items, without;

  ntm_desk_set_date (self->desk, ntm_date_new (2024, 12, 31), NULL);
  ntm_map_page_set_theme (self->page, find_indicator (self, &n_with));
  n_items = ntm_map_page_get_spec (self->page)->items->len;
  without = n_items - n_with;
  ntm_legend_card_click (legend, NTM_MARK_NO_DATA, FALSE);
  spec = ntm_map_page_get_spec (self->page);
  g_assert_cmpuint (count_dimmed (spec), ==, n_items - without);
  g_assert_cmpuint (ntm_desk_get_filter (self->desk), ==, 0);
  ntm_legend_card_click (legend, NTM_LEGEND_CLASS (0), TRUE);
  g_assert_cmpuint (count_dimmed (ntm_map_page_get_spec (self->page)), <, n_with);
  g_assert_true (press (self->map, GDK_KEY_Escape, 0));
  g_assert_cmpuint (count_dimmed (ntm_map_page_get_spec (self->page)), ==, 0);
  /* A double click is two clicks. */
  ntm_legend_card_click (legend, NTM_LEGEND_CLASS (0), FALSE);
  ntm_legend_card_click (legend, NTM_LEGEND_CLASS (0), FALSE);
  g_assert_cmpuint (count_dimmed (ntm_map_page_get_spec (self->page)), ==, 0);
}

static void
test_filter (Fixture      *self,
             gconstpointer data)
{
  NtmLegendCard *legend = ntm_map_page_get_legend (self->page);
  guint n_not_yet = (guint) g_ascii_strtoull (ntm_legend_card_get_count (legend, NTM_MARK_NOT_YET), NULL, 10);

  ntm_legend_card_click (legend, NTM_MARK_NOT_YET, FALSE);
  g_assert_cmpuint (count_dimmed (ntm_map_page_get_spec (self->page)), ==, 13 - n_not_yet);
  g_assert_cmpuint (ntm_desk_get_filter (self->desk), ==, 1u << NTM_STATUS_NOT_YET);
  fixture_act (self->window, "win.clear", NULL);
  g_assert_cmpuint (count_dimmed (ntm_map_page_get_spec (self->page)), ==, 0);
}

/* Hương Khê has 20 communes and a township. Down by Enter, up by Backspace. */
static void
test_drill (Fixture      *self,
            gconstpointer data)
{
  NtmMapLayer *layer = ntm_map_page_get_layer (self->page);
  NtmTransform before = ntm_map_layer_get_view (layer);

  ntm_desk_select (self->desk, HUONG_KHE);
  g_assert_true (press (self->map, GDK_KEY_Return, 0));
  fixture_settle (self->window);
  g_assert_cmpstr (ntm_map_page_get_parent (self->page), ==, HUONG_KHE);
  g_assert_cmpuint (ntm_map_page_get_spec (self->page)->items->len, ==, 21);
  g_assert_cmpfloat (ntm_map_layer_get_view (layer).scale, >, before.scale * 1.5);
  fixture_save_picture (GTK_WIDGET (self->window), "page-drill.png");
  /* A commune has nothing below it. */
  g_assert_true (press (self->map, GDK_KEY_Right, 0));
  g_assert_cmpint (ntm_desk_get_selected (self->desk)->level, ==, NTM_LEVEL_COMMUNE);
  g_assert_false (ntm_map_page_drill (self->page, ntm_desk_get_selected (self->desk)->id));
  g_assert_true (press (self->map, GDK_KEY_BackSpace, 0));
  fixture_settle (self->window);
  g_assert_null (ntm_map_page_get_parent (self->page));
  g_assert_cmpuint (ntm_map_page_get_spec (self->page)->items->len, ==, 13);
  g_assert_cmpstr (ntm_desk_get_selected (self->desk)->id, ==, HUONG_KHE);
  g_assert_cmpfloat_with_epsilon (ntm_map_layer_get_view (layer).scale, before.scale, 1e-6 * before.scale);
}

static void
click_twice (Fixture *self,
             double   x,
             double   y)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (self->map);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      for (int n = 1; n <= 2 && GTK_IS_GESTURE_CLICK (controller)
                      && gtk_event_controller_get_propagation_phase (controller) != GTK_PHASE_NONE; n++)
        {
          g_signal_emit_by_name (controller, "pressed", n, x, y);
          g_signal_emit_by_name (controller, "released", n, x, y);
        }
    }
  fixture_spin (500);
  fixture_settle (self->window);
}

/* Two clicks enter the district under the pointer, which fits the view; two clicks on the sea do nothing. */
static void
test_double_click (Fixture      *self,
                   gconstpointer data)
{
  NtmMapLayer *layer = ntm_map_page_get_layer (self->page);
  NtmShapes *shapes = ntm_map_page_get_spec (self->page)->shapes;
  NtmPoint at = ntm_shapes_get_label_point (shapes, ntm_shapes_find (shapes, HUONG_KHE));
  NtmTransform view = ntm_map_layer_get_view (layer), fitted;

  click_twice (self, 2, 2);
  g_assert_null (ntm_map_page_get_parent (self->page));
  g_assert_cmpfloat_with_epsilon (ntm_map_layer_get_view (layer).scale, view.scale, 1e-6 * view.scale);
  click_twice (self, at.x * view.scale + view.x, at.y * view.scale + view.y);
  g_assert_cmpstr (ntm_map_page_get_parent (self->page), ==, HUONG_KHE);
  g_assert_cmpstr (ntm_desk_get_selected (self->desk)->id, ==, HUONG_KHE);
  view = ntm_map_layer_get_view (layer);
  ntm_map_layer_fit (layer);
  fitted = ntm_map_layer_get_view (layer);
  g_assert_cmpfloat_with_epsilon (view.scale, fitted.scale, 1e-6 * fitted.scale);
  g_assert_cmpfloat_with_epsilon (view.x, fitted.x, 1);
  g_assert_cmpfloat_with_epsilon (view.y, fitted.y, 1);
}

/* Where the city is merged it goes on under another id; where districts end, the map says so. */
static void
test_drill_over_years (Fixture      *self,
                       gconstpointer data)
{
  g_assert_true (ntm_map_page_drill (self->page, "436-0"));
  g_assert_cmpuint (ntm_map_page_get_spec (self->page)->items->len, ==, 15);
  ntm_desk_set_date (self->desk, ntm_date_new (2025, 1, 1), NULL);
  g_assert_null (ntm_map_page_get_message (self->page));
  g_assert_cmpuint (ntm_map_page_get_spec (self->page)->items->len, >, 15);
  ntm_desk_set_date (self->desk, ntm_date_new (2025, 7, 1), NULL);
  g_assert_nonnull (ntm_map_page_get_message (self->page));
  g_assert_null (ntm_map_page_get_spec (self->page));
  fixture_save_picture (GTK_WIDGET (self->window), "page-ended.png");
  gtk_widget_activate_action (GTK_WIDGET (self->page), "map.top", NULL);
  g_assert_null (ntm_map_page_get_message (self->page));
  g_assert_cmpuint (ntm_map_page_get_spec (self->page)->items->len, ==, 69);
}

/* Communes have no boundaries before 2020: a sentence and a way out, no empty map. */
static void
test_communes (Fixture      *self,
               gconstpointer data)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->page), "map.level", "s", "commune"));
  fixture_settle (self->window);
  g_assert_cmpint (ntm_map_page_get_level (self->page), ==, NTM_LEVEL_COMMUNE);
  g_assert_cmpuint (ntm_map_page_get_spec (self->page)->items->len, ==, 216);
  fixture_save_picture (GTK_WIDGET (self->window), "page-communes.png");
  ntm_map_page_show_year (self->page, 2019);
  fixture_settle (self->window);
  g_assert_nonnull (ntm_map_page_get_message (self->page));
  g_assert_nonnull (strstr (ntm_map_page_get_message (self->page), "2019"));
  fixture_save_picture (GTK_WIDGET (self->window), "page-before-2020.png");
  gtk_widget_activate_action (GTK_WIDGET (self->page), "map.top", NULL);
  g_assert_null (ntm_map_page_get_message (self->page));
  g_assert_cmpuint (ntm_map_page_get_spec (self->page)->items->len, ==, 13);
  /* The same from within a district. */
  ntm_map_page_show_year (self->page, 2020);
  g_assert_true (ntm_map_page_drill (self->page, HUONG_KHE));
  ntm_map_page_show_year (self->page, 2018);
  g_assert_nonnull (ntm_map_page_get_message (self->page));
  gtk_widget_activate_action (GTK_WIDGET (self->page), "map.top", NULL);
  g_assert_null (ntm_map_page_get_message (self->page));
}

static GPtrArray *
list_boxes (Fixture *self)
{
  const char *names[] = { "NtmLegendCard", NULL };
  GPtrArray *cards = g_ptr_array_new ();
  GtkWidget *overlay = gtk_widget_get_parent (self->map);

  for (GtkWidget *child = gtk_widget_get_first_child (overlay); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (child != self->map && gtk_widget_get_mapped (child) && (g_str_equal (G_OBJECT_TYPE_NAME (child), names[0]) || GTK_IS_BOX (child)))
      g_ptr_array_add (cards, child);
  return cards;
}

/* No name that is drawn lies under a card: at rest, after a pan, zoomed in. */
static void
assert_nothing_covered (Fixture *self)
{
  g_autoptr (GPtrArray) cards = list_boxes (self);
  NtmMapLayer *layer = ntm_map_page_get_layer (self->page);
  NtmMapSpec *spec = ntm_map_page_get_spec (self->page);
  NtmTransform view = ntm_map_layer_get_view (layer);
  guint n = 0;

  g_assert_cmpuint (cards->len, >=, 3);
  for (guint i = 0; i < spec->items->len; i++)
    {
      const NtmMapItem *item = g_ptr_array_index (spec->items, i);
      NtmBox box;

      if (!ntm_map_names_get_box (ntm_map_layer_get_names (layer), item->key, &box))
        continue;
      n++;
      for (guint k = 0; k < cards->len; k++)
        {
          graphene_rect_t card, name = GRAPHENE_RECT_INIT ((float) (box.x_min + view.x), (float) (box.y_min + view.y),
                                                          (float) (box.x_max - box.x_min), (float) (box.y_max - box.y_min));
          g_assert_true (gtk_widget_compute_bounds (g_ptr_array_index (cards, k), GTK_WIDGET (layer), &card));
          if (graphene_rect_intersection (&card, &name, NULL))
            g_error ("the name of %s is under a card", item->key);
        }
    }
  g_assert_cmpuint (n, >, 5);
}

static void
test_names_and_cards (Fixture      *self,
                      gconstpointer data)
{
  ShumateLocation *location = SHUMATE_LOCATION (shumate_map_get_viewport (SHUMATE_MAP (self->map)));

  assert_nothing_covered (self);
  for (int step = 0; step < 6; step++)
    {
      shumate_location_set_location (location, shumate_location_get_latitude (location) + 0.05,
                                     shumate_location_get_longitude (location) + 0.06);
      fixture_settle (self->window);
      assert_nothing_covered (self);
    }
  fixture_save_picture (GTK_WIDGET (self->window), "page-panned.png");
  gtk_widget_activate_action (GTK_WIDGET (self->page), "map.fit", NULL);
  gtk_widget_activate_action (GTK_WIDGET (self->page), "map.zoom-in", NULL);
  fixture_settle (self->window);
  assert_nothing_covered (self);
}

static void
assert_not_cut_off (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget))
    g_assert_false (pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (widget))));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    assert_not_cut_off (child);
}

/* On a small screen the legend is one line; at the level of communes that line would be too long. */
static void
test_low_legend (Fixture      *self,
                 gconstpointer data)
{
  GtkWidget *legend = GTK_WIDGET (ntm_map_page_get_legend (self->page));

  assert_not_cut_off (legend);
  ntm_map_page_set_level (self->page, NTM_LEVEL_COMMUNE);
  fixture_settle (self->window);
  assert_not_cut_off (legend);
}

/* The tip comes after a moment, says name, status and decision, and goes with the pointer. */
static void
test_tip (Fixture      *self,
          gconstpointer data)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (self->map);
  NtmMapLayer *layer = ntm_map_page_get_layer (self->page);
  NtmTransform view = ntm_map_layer_get_view (layer);
  NtmShapes *shapes = ntm_map_page_get_spec (self->page)->shapes;
  NtmPoint at = ntm_shapes_get_label_point (shapes, ntm_shapes_find (shapes, "439-0"));
  double x = at.x * view.scale + view.x, y = at.y * view.scale + view.y;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_EVENT_CONTROLLER_MOTION (controller))
        continue;
      g_signal_emit_by_name (controller, "motion", x, y);
      g_assert_null (ntm_map_page_get_tip (self->page));
      fixture_spin (250);
      g_assert_nonnull (ntm_map_page_get_tip (self->page));
      g_assert_nonnull (strstr (ntm_map_page_get_tip (self->page), "Hương Sơn"));
      g_assert_nonnull (strstr (ntm_map_page_get_tip (self->page), "525/QĐ-TTg"));
      fixture_save_picture (GTK_WIDGET (self->window), "page-tip.png");
      g_signal_emit_by_name (controller, "motion", 2., 2.);
      g_assert_null (ntm_map_page_get_tip (self->page));
      return;
    }
}

static void
assert_file_starts (const char *path,
                    const char *start,
                    gsize       min_size)
{
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize n;

  g_file_get_contents (path, &bytes, &n, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n, >, min_size);
  g_assert_cmpint (memcmp (bytes, start, strlen (start)), ==, 0);
}

static void
test_export (Fixture      *self,
             gconstpointer data)
{
  static const struct { const char *name, *start; } files[] = {
    { "map.png", "\211PNG" }, { "map.svg", "<?xml" }, { "map.pdf", "%PDF" },
  };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = fixture_dup_path (files[i].name);

      g_assert_true (ntm_map_page_write (self->page, path, &error));
      g_assert_no_error (error);
      assert_file_starts (path, files[i].start, 5000);
    }
  g_assert_false (ntm_map_page_write (self->page, "/nowhere/at/all.png", &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  /* A day without a map gives the sentence, not an empty file. */
  ntm_map_page_set_level (self->page, NTM_LEVEL_COMMUNE);
  ntm_map_page_show_year (self->page, 2018);
  g_assert_false (ntm_map_page_write (self->page, "/nowhere/at/all.png", &error));
  g_assert_nonnull (strstr (error->message, "2018"));
}

/* PNG, SVG and a table on the clipboard. */
static void
test_copy (Fixture      *self,
           gconstpointer data)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (self->map);
  GdkContentFormats *formats;

  g_assert_true (press (self->map, GDK_KEY_c, GDK_CONTROL_MASK));
  formats = gdk_clipboard_get_formats (clipboard);
  g_assert_true (gdk_content_formats_contain_mime_type (formats, "image/png"));
  g_assert_true (gdk_content_formats_contain_mime_type (formats, "image/svg+xml"));
  g_assert_true (gdk_content_formats_contain_gtype (formats, G_TYPE_STRING));
}

/* Arrow keys go from unit to unit and the label says where one is. */
static void
test_keys (Fixture      *self,
           gconstpointer data)
{
  ntm_desk_select (self->desk, HUONG_KHE);
  g_assert_true (press (self->map, GDK_KEY_Right, 0));
  g_assert_cmpstr (ntm_desk_get_selected (self->desk)->id, ==, "446-0");
  g_assert_false (press (self->map, GDK_KEY_Right, GDK_ALT_MASK));
  g_assert_false (press (self->map, GDK_KEY_x, 0));
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (self->map), GTK_ACCESSIBLE_ROLE_IMG);
  g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (self->map), GTK_ACCESSIBLE_PROPERTY_LABEL));
}

/* A closed file leaves an empty page, and another file starts with the titles of districts. */
static void
test_close_file (Fixture      *self,
                 gconstpointer data)
{
  NtmStore *store;
  g_autofree char *path = fixture_new_file ("other.ntm");
  g_autoptr (GError) error = NULL;

  ntm_map_page_set_theme (self->page, "poverty_rate");
  ntm_map_page_set_level (self->page, NTM_LEVEL_COMMUNE);
  ntm_desk_take_store (self->desk, NULL);
  g_assert_null (ntm_map_page_get_spec (self->page));
  g_assert_false (press (self->map, GDK_KEY_Right, 0));
  store = ntm_store_open (path, NTM_STORE_WRITE, &error);
  g_assert_no_error (error);
  ntm_desk_take_store (self->desk, store);
  g_assert_null (ntm_map_page_get_theme (self->page));
  g_assert_cmpint (ntm_map_page_get_level (self->page), ==, NTM_LEVEL_DISTRICT);
  g_assert_cmpuint (ntm_map_page_get_spec (self->page)->items->len, ==, 13);
}

int
main (int   argc,
      char *argv[])
{
  fixture_init (&argc, &argv);
#define ADD(path, function) g_test_add ("/app/map-page/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("theme", test_theme);
  ADD ("theme-search", test_theme_search);
  ADD ("class-filter", test_class_filter);
  ADD ("filter", test_filter);
  ADD ("drill", test_drill);
  ADD ("double-click", test_double_click);
  ADD ("drill-over-years", test_drill_over_years);
  ADD ("communes", test_communes);
  ADD ("names-and-cards", test_names_and_cards);
  ADD ("low-legend", test_low_legend);
  ADD ("tip", test_tip);
  ADD ("export", test_export);
  ADD ("copy", test_copy);
  ADD ("keys", test_keys);
  ADD ("close-file", test_close_file);
#undef ADD
  return fixture_run ();
}
