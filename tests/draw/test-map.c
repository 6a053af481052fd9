/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Layouts of maps: nothing overlaps, everything is on the page, picking agrees with the shapes. */

#include <math.h>

#include "draw-fixture.h"
#include "ntm-map-private.h"
#include "ntm-mercator.h"
#include "ntm-text-box.h"

static gboolean
is_box (const NtmPlaced *placed)
{
  return placed->kind != NTM_PLACED_LEGEND_ENTRY;
}

static void
check_layout (const NtmMapLayout *layout, double width, double height)
{
  guint n;
  const NtmPlaced *placed = ntm_map_layout_get_placed (layout, &n);

  for (guint i = 0; i < n; i++)
    {
      g_test_message ("%d %s: %.1f %.1f %.1f %.1f", placed[i].kind, placed[i].text, placed[i].x, placed[i].y, placed[i].width, placed[i].height);
      g_assert_cmpfloat (placed[i].x, >=, -1e-6);
      g_assert_cmpfloat (placed[i].y, >=, -1e-6);
      g_assert_cmpfloat (placed[i].x + placed[i].width, <=, width + 1e-6);
      g_assert_cmpfloat (placed[i].y + placed[i].height, <=, height + 1e-6);
      for (guint k = 0; k < i; k++)
        if (is_box (&placed[i]) && is_box (&placed[k]))
          g_assert_false (ntm_placed_overlap (&placed[i], &placed[k]));
    }
}

/* Cards, texts and names with a leader stand on the sea. */
static void
check_sea (const NtmMapSpec *spec, const NtmMapLayout *layout)
{
  guint n;
  const NtmPlaced *placed = ntm_map_layout_get_placed (layout, &n);
  NtmTransform t = ntm_map_layout_get_transform (layout);

  for (guint i = 0; i < n; i++)
    {
      if (placed[i].kind == NTM_PLACED_LABEL)
        continue;
      for (double x = 0; x <= 1; x += 0.05)
        for (double y = 0; y <= 1; y += 0.1)
          g_assert_cmpuint (ntm_shapes_pick (spec->shapes, (placed[i].x + placed[i].width * x - t.x) / t.scale,
                                             (placed[i].y + placed[i].height * y - t.y) / t.scale), ==, NTM_SHAPES_NONE);
    }
}

/* A name inside lies for the most part on its own unit. */
static void
check_inside (const NtmMapSpec *spec, const NtmMapLayout *layout)
{
  guint n;
  const NtmPlaced *placed = ntm_map_layout_get_placed (layout, &n);
  NtmTransform t = ntm_map_layout_get_transform (layout);

  for (guint i = 0; i < n; i++)
    {
      const NtmMapItem *item;
      guint n_inside = 0;

      if (placed[i].kind != NTM_PLACED_LABEL)
        continue;
      item = g_ptr_array_index (spec->items, placed[i].index);
      for (guint s = 0; s < 200; s++)
        n_inside += ntm_shapes_contains (spec->shapes, item->shape, (placed[i].x + placed[i].width * (s % 20 + 0.5) / 20 - t.x) / t.scale,
                                         (placed[i].y + placed[i].height * (s / 20 + 0.5) / 10 - t.y) / t.scale);
      g_assert_cmpuint (n_inside, >=, 175);
    }
}

static FixtureArea *
open_outline (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "..", "..", "data", "hatinh", NULL);
  FixtureArea *area = fixture_area_new_csv (folder);

  return area != NULL ? area : fixture_area_new_grid (4, 3, 10, 1);
}

static void
test_province (void)
{
  static const double sizes[][2] = { { 970, 790 }, { 620, 430 }, { 1800, 900 }, { 420, 700 }, { 300, 220 }, { 90, 60 }, { 5, 5 } };
  g_autoptr(FixtureArea) area = open_outline ();

  for (guint s = 0; s < NTM_N_STYLES; s++)
    for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
      for (guint place = 0; place < 3; place++)
        {
          g_autoptr(NtmDrawStyle) style = ntm_draw_style_new ((NtmStyle) s, s == NTM_STYLE_PRINT ? NTM_MEDIUM_PRINT : NTM_MEDIUM_DESK, NTM_LANG_VI);
          g_autoptr(NtmMapSpec) spec = fixture_map_new (area, place == 1);
          g_autoptr(NtmMapLayout) layout = NULL;

          spec->legend_place = (NtmLegendPlace) place;
          layout = ntm_map_layout_new (spec, style, sizes[i][0], sizes[i][1]);
          if (sizes[i][0] < 300)
            continue;
          check_layout (layout, sizes[i][0], sizes[i][1]);
          check_sea (spec, layout);
          check_inside (spec, layout);
        }
}

static void
test_all_named (void)
{
  g_autoptr(FixtureArea) area = open_outline ();
  g_autoptr(NtmDrawStyle) style = ntm_draw_style_new (NTM_STYLE_LIGHT, NTM_MEDIUM_DESK, NTM_LANG_VI);
  g_autoptr(NtmMapSpec) spec = fixture_map_new (area, FALSE);
  g_autoptr(NtmMapLayout) layout = ntm_map_layout_new (spec, style, 970, 790);

  g_assert_cmpuint (ntm_map_layout_get_n_dropped (layout), ==, 0);
}

static void
test_many (void)
{
  g_autoptr(FixtureArea) area = fixture_area_new_grid (20, 15, 6, 3);
  g_autoptr(NtmDrawStyle) style = ntm_draw_style_new (NTM_STYLE_DARK, NTM_MEDIUM_DESK, NTM_LANG_VI);
  g_autoptr(NtmMapSpec) spec = fixture_map_new (area, FALSE);
  g_autoptr(NtmMapLayout) layout = NULL;

  layout = ntm_map_layout_new (spec, style, 900, 700);
  check_layout (layout, 900, 700);
  check_sea (spec, layout);
  check_inside (spec, layout);
  g_assert_cmpuint (ntm_map_layout_get_n_dropped (layout), <, 300);
}

static double
distance (const NtmMapLabel *line, const NtmMapLabel *dot)
{
  double best = G_MAXDOUBLE;

  for (guint k = 0; k <= 500; k++)
    best = MIN (best, hypot (line->anchor_x + (line->end_x - line->anchor_x) * k / 500 - dot->anchor_x,
                             line->anchor_y + (line->end_y - line->anchor_y) * k / 500 - dot->anchor_y));
  return best;
}

/* The line of a name misses the dots of the others, and all names still find a place. */
static void
test_leaders (void)
{
  g_autoptr(FixtureArea) area = open_outline ();
  g_autoptr(NtmDrawStyle) style = ntm_draw_style_new (NTM_STYLE_LIGHT, NTM_MEDIUM_DESK, NTM_LANG_VI);
  g_autoptr(NtmMapSpec) spec = fixture_map_new (area, FALSE);

  for (double width = 600; width <= 900; width += 20)
    {
      g_autoptr(NtmMapLayout) layout = ntm_map_layout_new (spec, style, width, width * 0.68);

      g_assert_cmpuint (ntm_map_layout_get_n_dropped (layout), ==, 0);
      for (guint i = 0; i < layout->labels->len; i++)
        for (guint k = 0; k < layout->labels->len; k++)
          {
            const NtmMapLabel *line = &g_array_index (layout->labels, NtmMapLabel, i);
            const NtmMapLabel *dot = &g_array_index (layout->labels, NtmMapLabel, k);

            if (i != k && line->leader && dot->leader)
              g_assert_cmpfloat (distance (line, dot), >, 5);
          }
    }
}

/* Among many small units only those that matter get a leader line. */
static void
test_priority (void)
{
  g_autoptr(FixtureArea) area = fixture_area_new_grid (12, 12, 2, 8);
  g_autoptr(NtmDrawStyle) style = ntm_draw_style_new (NTM_STYLE_LIGHT, NTM_MEDIUM_DESK, NTM_LANG_VI);

  for (int priority = 0; priority <= 5; priority += 5)
    {
      g_autoptr(NtmMapSpec) spec = fixture_map_new (area, FALSE);
      g_autoptr(NtmMapLayout) layout = NULL;
      NtmMapItem *item = g_ptr_array_index (spec->items, 5 * 12 + 11);
      const NtmPlaced *placed;
      guint n_leaders = 0, n;

      ntm_spec_set (&item->label, "Thị trấn Xuân An");
      item->priority = priority;
      /* Without it the map stays in the middle, with sea on both sides. */
      ntm_spec_set (&spec->title, NULL);
      ntm_spec_set (&spec->subtitle, NULL);
      spec->legend_place = NTM_LEGEND_NONE;
      layout = ntm_map_layout_new (spec, style, 1000, 480);
      placed = ntm_map_layout_get_placed (layout, &n);
      for (guint k = 0; k < n; k++)
        if (placed[k].kind == NTM_PLACED_LEADER_LABEL)
          {
            g_assert_cmpstr (placed[k].key, ==, item->key);
            n_leaders++;
          }
      g_assert_cmpuint (n_leaders, ==, priority > 0 ? 1 : 0);
      g_assert_cmpuint (ntm_map_layout_get_n_dropped (layout), >, 0);
    }
}

static void
test_pick (void)
{
  g_autoptr(FixtureArea) area = open_outline ();
  g_autoptr(NtmDrawStyle) style = ntm_draw_style_new (NTM_STYLE_LIGHT, NTM_MEDIUM_DESK, NTM_LANG_VI);
  g_autoptr(NtmMapSpec) spec = fixture_map_new (area, FALSE);
  g_autoptr(NtmMapLayout) layout = ntm_map_layout_new (spec, style, 970, 790);
  NtmTransform t = ntm_map_layout_get_transform (layout);
  guint n;
  const NtmPlaced *placed = ntm_map_layout_get_placed (layout, &n);

  for (guint i = 0; i < area->keys->len; i++)
    {
      NtmPoint point = ntm_shapes_get_label_point (spec->shapes, i);
      const char *key = ntm_map_layout_pick (layout, point.x * t.scale + t.x, point.y * t.scale + t.y);

      g_assert_cmpstr (key, ==, g_ptr_array_index (area->keys, i));
    }
  for (guint i = 0; i < n; i++)
    {
      const char *key = ntm_map_layout_pick (layout, placed[i].x + placed[i].width / 2, placed[i].y + placed[i].height / 2);

      if (placed[i].kind == NTM_PLACED_LABEL || placed[i].kind == NTM_PLACED_LEADER_LABEL)
        g_assert_cmpstr (key, ==, placed[i].key);
      else
        g_assert_null (key);
    }
  g_assert_null (ntm_map_layout_pick (layout, -5, -5));
}

/* Whatever the legend takes, the map stays in the picture and as large as it can be. */
static void
test_room (void)
{
  g_autoptr(FixtureArea) area = fixture_area_new_hexes (8, 6);
  g_autoptr(NtmDrawStyle) style = ntm_draw_style_new (NTM_STYLE_LIGHT, NTM_MEDIUM_DESK, NTM_LANG_VI);
  g_autoptr(NtmMapSpec) spec = fixture_map_new (area, FALSE);
  static const double sizes[][2] = { { 900, 500 }, { 500, 900 }, { 700, 700 } };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr(NtmMapLayout) layout = ntm_map_layout_new (spec, style, sizes[i][0], sizes[i][1]);
      NtmTransform t = ntm_map_layout_get_transform (layout);
      NtmBox extent = ntm_shapes_get_extent (spec->shapes);
      double w = (extent.x_max - extent.x_min) * t.scale, h = (extent.y_max - extent.y_min) * t.scale;

      g_assert_cmpfloat (extent.x_min * t.scale + t.x, >=, 0);
      g_assert_cmpfloat (extent.y_min * t.scale + t.y, >=, 0);
      g_assert_cmpfloat (extent.x_max * t.scale + t.x, <=, sizes[i][0]);
      g_assert_cmpfloat (extent.y_max * t.scale + t.y, <=, sizes[i][1]);
      g_assert_cmpfloat (MAX (w / sizes[i][0], h / sizes[i][1]), >=, 0.55);
      check_layout (layout, sizes[i][0], sizes[i][1]);
      check_sea (spec, layout);
    }
}

static void
test_empty (void)
{
  g_autoptr(NtmShapes) shapes = ntm_shapes_new (NULL, NULL, 0);
  g_autoptr(NtmMapSpec) spec = ntm_map_spec_new (shapes);
  g_autoptr(NtmDrawStyle) style = ntm_draw_style_new (NTM_STYLE_LIGHT, NTM_MEDIUM_DESK, NTM_LANG_VI);
  g_autoptr(NtmMapLayout) layout = NULL;
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);

  ntm_spec_set (&spec->title, "Chưa có ranh giới");
  ntm_map_spec_add_item (spec, "x", "Không có hình", NTM_SHAPES_NONE);
  spec->scale_bar = TRUE;
  layout = ntm_map_layout_new (spec, style, 400, 300);
  ntm_map_layout_draw (layout, cr);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  g_assert_null (ntm_map_layout_pick (layout, 200, 150));
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/draw/map/province", test_province);
  g_test_add_func ("/draw/map/all-named", test_all_named);
  g_test_add_func ("/draw/map/many", test_many);
  g_test_add_func ("/draw/map/leaders", test_leaders);
  g_test_add_func ("/draw/map/priority", test_priority);
  g_test_add_func ("/draw/map/pick", test_pick);
  g_test_add_func ("/draw/map/room", test_room);
  g_test_add_func ("/draw/map/empty", test_empty);
  return g_test_run ();
}
