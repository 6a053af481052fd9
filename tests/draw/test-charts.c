/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Layouts of charts: axes, gaps and breaks, order of bars, labels that keep clear of one another. */

#include <math.h>

#include "draw-fixture.h"
#include "ntm-text-box.h"
#include "ntm-ticks.h"
#include "ntm-timeline.h"

static void
check_overlaps (const NtmPlaced *placed, guint n, double width, double height)
{
  for (guint i = 0; i < n; i++)
    {
      if (placed[i].kind == NTM_PLACED_GAP || placed[i].kind == NTM_PLACED_POINT || placed[i].kind == NTM_PLACED_ROW)
        continue;
      g_test_message ("%d %s %g %g %g %g", placed[i].kind, placed[i].text, placed[i].x, placed[i].y, placed[i].width, placed[i].height);
      g_assert_cmpfloat (placed[i].x, >=, -1e-6);
      g_assert_cmpfloat (placed[i].y, >=, -1e-6);
      g_assert_cmpfloat (placed[i].x + placed[i].width, <=, width + 1e-6);
      g_assert_cmpfloat (placed[i].y + placed[i].height, <=, height + 1e-6);
      for (guint k = 0; k < i; k++)
        if (placed[k].kind != NTM_PLACED_GAP && placed[k].kind != NTM_PLACED_POINT && placed[k].kind != NTM_PLACED_ROW)
          g_assert_false (ntm_placed_overlap (&placed[i], &placed[k]));
    }
}

static void
test_ticks (void)
{
  static const struct { double min, max; guint max_ticks; double first, last, step; int decimals; } cases[] = {
    { 0, 7, 9, 0, 7, 1, 0 }, { 0, 55.1, 9, 0, 60, 10, 0 }, { 0, 100, 6, 0, 100, 20, 0 }, { 0, 100, 5, 0, 100, 25, 0 },
    { 0.1, 0.3, 5, 0.1, 0.3, 0.05, 2 }, { -3, 4, 9, -3, 4, 1, 0 }, { 96, 100, 9, 96, 100, 0.5, 1 }, { 0, 9, 5, 0, 10, 2.5, 1 },
    { 0, 1234567, 5, 0, 1500000, 500000, 0 }, { 5, 5, 5, 5, 5.5, 0.1, 1 }, { 0, 0, 5, 0, 1, 0.25, 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      NtmTicks ticks = ntm_ticks_new (cases[i].min, cases[i].max, cases[i].max_ticks);

      g_test_message ("%u: %g %g by %g, %u, %d", i, ticks.first, ticks.last, ticks.step, ticks.n, ticks.decimals);
      g_assert_cmpuint (ticks.n, <=, MAX (cases[i].max_ticks, 3));
      g_assert_cmpfloat (ticks.first, <=, cases[i].min + 1e-9);
      g_assert_cmpfloat (ticks.last, >=, cases[i].max - 1e-9);
      g_assert_cmpfloat_with_epsilon (ntm_ticks_at (&ticks, ticks.n - 1), ticks.last, fabs (ticks.step) * 1e-6);
      if (i < 9)
        {
          g_assert_cmpfloat_with_epsilon (ticks.first, cases[i].first, 1e-9);
          g_assert_cmpfloat_with_epsilon (ticks.last, cases[i].last, 1e-9);
          g_assert_cmpfloat_with_epsilon (ticks.step, cases[i].step, 1e-9);
          g_assert_cmpint (ticks.decimals, ==, cases[i].decimals);
        }
    }
  g_assert_cmpuint (ntm_ticks_new (NAN, 3, 5).n, ==, 2);
}

static void
test_trend (void)
{
  static const double sizes[][2] = { { 620, 430 }, { 1000, 600 }, { 360, 260 }, { 240, 170 } };

  for (guint s = 0; s < NTM_N_STYLES; s++)
    for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
      {
        g_autoptr(NtmDrawStyle) style = ntm_draw_style_new ((NtmStyle) s, s == NTM_STYLE_PRINT ? NTM_MEDIUM_PRINT : NTM_MEDIUM_DESK, NTM_LANG_VI);
        g_autoptr(NtmTrendSpec) spec = fixture_trend_new ();
        g_autoptr(NtmTrendLayout) layout = ntm_trend_layout_new (spec, style, sizes[i][0], sizes[i][1]);
        guint n;
        const NtmPlaced *placed = ntm_trend_layout_get_placed (layout, &n);

        check_overlaps (placed, n, sizes[i][0], sizes[i][1]);
        /* Points are given out of order; between the first and the second lies the gap. */
        g_assert_cmpuint (ntm_trend_layout_get_n_segments (layout, 0), ==, 1);
        g_assert_cmpfloat (ntm_trend_layout_x (layout, ntm_date_new (2021, 6, 30)), <, ntm_trend_layout_x (layout, ntm_date_new (2023, 12, 31)));
        g_assert_cmpfloat (ntm_trend_layout_y (layout, 50), <, ntm_trend_layout_y (layout, 27.8));
      }
}

/* At the size of a card every figure is labelled. */
static void
test_trend_labels (void)
{
  static const char * const wanted[] = { "24,5 %", "27,8 %", "14,0 %", "≈ 38 % nếu giữ nhịp", "cần 14,8 điểm %/năm", "Mục tiêu đến năm 2025: ≥ 50 %",
                                         "cả nước 55,1 % (cuối 2023)", "chưa có số liệu", "đổi cách tính" };
  g_autoptr(NtmDrawStyle) style = ntm_draw_style_new (NTM_STYLE_LIGHT, NTM_MEDIUM_DESK, NTM_LANG_VI);
  g_autoptr(NtmTrendSpec) spec = fixture_trend_new ();
  g_autoptr(NtmTrendLayout) layout = ntm_trend_layout_new (spec, style, 620, 430);
  guint n;
  const NtmPlaced *placed = ntm_trend_layout_get_placed (layout, &n);

  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      guint found = 0;

      for (guint k = 0; k < n; k++)
        found += placed[k].kind != NTM_PLACED_POINT && placed[k].kind != NTM_PLACED_GAP && g_strcmp0 (placed[k].text, wanted[i]) == 0;
      g_test_message ("%s", wanted[i]);
      g_assert_cmpuint (found, ==, 1);
    }
}

static guint
count_segments (const NtmDate *days, guint n_days, NtmDate gap_from, NtmDate gap_to, NtmDate break_day, double missing)
{
  g_autoptr(NtmDrawStyle) style = ntm_draw_style_new (NTM_STYLE_LIGHT, NTM_MEDIUM_DESK, NTM_LANG_EN);
  g_autoptr(NtmTrendSpec) spec = ntm_trend_spec_new ();
  g_autoptr(NtmTrendLayout) layout = NULL;
  NtmTrendSeries *series = ntm_trend_spec_add_series (spec, "s", NULL);

  for (guint i = 0; i < n_days; i++)
    ntm_trend_series_add_point (series, days[i], i == missing ? NAN : i, NULL);
  if (gap_to > gap_from)
    ntm_trend_spec_add_gap (spec, gap_from, gap_to, NULL);
  if (break_day > 0)
    ntm_trend_spec_add_break (spec, break_day, NULL);
  layout = ntm_trend_layout_new (spec, style, 500, 300);
  return ntm_trend_layout_get_n_segments (layout, 0);
}

static void
test_parted (void)
{
  NtmDate days[] = { ntm_date_new (2020, 12, 31), ntm_date_new (2021, 12, 31), ntm_date_new (2022, 12, 31), ntm_date_new (2023, 12, 31) };

  g_assert_cmpuint (count_segments (days, 4, 0, 0, 0, -1), ==, 3);
  g_assert_cmpuint (count_segments (days, 4, days[1] + 10, days[1] + 20, 0, -1), ==, 2);
  /* A gap that ends on the day of a point, or begins after it, does not part it from the next. */
  g_assert_cmpuint (count_segments (days, 4, days[0] - 30, days[0], 0, -1), ==, 3);
  g_assert_cmpuint (count_segments (days, 4, days[0] - 30, days[3] + 30, 0, -1), ==, 0);
  /* The new definition holds on its first day. */
  g_assert_cmpuint (count_segments (days, 4, 0, 0, days[2], -1), ==, 2);
  g_assert_cmpuint (count_segments (days, 4, 0, 0, days[2] + 1, -1), ==, 2);
  g_assert_cmpuint (count_segments (days, 4, 0, 0, days[0], -1), ==, 3);
  g_assert_cmpuint (count_segments (days, 4, 0, 0, days[3] + 1, -1), ==, 3);
  g_assert_cmpuint (count_segments (days, 4, 0, 0, 0, 1), ==, 1);
  g_assert_cmpuint (count_segments (days, 1, 0, 0, 0, -1), ==, 0);
}

static void
test_trend_empty (void)
{
  g_autoptr(NtmDrawStyle) style = ntm_draw_style_new (NTM_STYLE_LIGHT, NTM_MEDIUM_DESK, NTM_LANG_EN);
  g_autoptr(NtmTrendSpec) spec = ntm_trend_spec_new ();
  g_autoptr(NtmTrendLayout) layout = NULL;
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);

  ntm_spec_set (&spec->empty, "No figures for 2025");
  ntm_trend_spec_set_target (spec, 50, NTM_QUALIFIER_AT_LEAST, NTM_DATE_MAX, "Target");
  ntm_trend_spec_set_projection (spec, ntm_date_new (2025, 12, 31), 40, "projection", NULL);
  layout = ntm_trend_layout_new (spec, style, 300, 200);
  ntm_trend_layout_draw (layout, cr);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
test_many_series (void)
{
  g_autoptr(NtmDrawStyle) style = ntm_draw_style_new (NTM_STYLE_DARK, NTM_MEDIUM_DESK, NTM_LANG_VI);
  g_autoptr(NtmTrendSpec) spec = ntm_trend_spec_new ();
  g_autoptr(NtmTrendLayout) layout = NULL;
  const NtmPlaced *placed;
  guint n, n_points = 0;

  for (guint s = 0; s < 8; s++)
    {
      g_autofree char *name = g_strdup_printf ("Huyện số %u", s);
      NtmTrendSeries *series = ntm_trend_spec_add_series (spec, name, name);

      for (int year = 2012; year < 2025; year++)
        {
          g_autofree char *label = g_strdup_printf ("%u,%d", s, year % 10);

          ntm_trend_series_add_point (series, ntm_date_new (year, 12, 31), s * 4 + (year * 7 + (int) s * 3) % 11, label);
        }
    }
  layout = ntm_trend_layout_new (spec, style, 640, 420);
  placed = ntm_trend_layout_get_placed (layout, &n);
  check_overlaps (placed, n, 640, 420);
  for (guint i = 0; i < n; i++)
    n_points += placed[i].kind == NTM_PLACED_POINT;
  g_assert_cmpuint (n_points, ==, 8 * 13);
  for (guint s = 0; s < 8; s++)
    g_assert_cmpuint (ntm_trend_layout_get_n_segments (layout, s), ==, 12);
}

static void
test_rank (void)
{
  g_autoptr(NtmDrawStyle) style = ntm_draw_style_new (NTM_STYLE_LIGHT, NTM_MEDIUM_DESK, NTM_LANG_VI);

  for (int ascending = 0; ascending < 2; ascending++)
    {
      g_autoptr(NtmRankSpec) spec = fixture_rank_new (9, 4);
      g_autoptr(NtmRankLayout) layout = NULL;
      const NtmPlaced *placed;
      double before = ascending ? -1 : 1e9, y = -1;
      guint n, n_bars = 0, n_texts = 0;

      spec->ascending = ascending;
      ntm_rank_spec_set_target (spec, 9, "Mục tiêu 9 tỷ đồng");
      layout = ntm_rank_layout_new (spec, style, 620, 430);
      placed = ntm_rank_layout_get_placed (layout, &n);
      check_overlaps (placed, n, 620, 430);
      for (guint i = 0; i < n; i++)
        {
          const NtmRankRow *row = g_ptr_array_index (spec->rows, placed[i].index);

          n_texts += placed[i].kind == NTM_PLACED_LABEL && row->no_data;
          if (placed[i].kind != NTM_PLACED_BAR)
            continue;
          g_assert_cmpfloat (placed[i].y, >, y);
          y = placed[i].y;
          if (!row->no_data)
            {
              g_assert_cmpuint (n_bars, <, 9);
              g_assert_true (ascending ? placed[i].width >= before : placed[i].width <= before);
              before = placed[i].width;
            }
          else
            g_assert_cmpuint (n_bars, >=, 9);
          n_bars++;
        }
      g_assert_cmpuint (n_bars, ==, 13);
      g_assert_cmpuint (n_texts, ==, 1);
    }
}

/* Bars are in the ratio of their values, negative ones on the other side of zero. */
static void
test_rank_scale (void)
{
  static const double values[] = { 40, -20, 10, 0 };
  g_autoptr(NtmDrawStyle) style = ntm_draw_style_new (NTM_STYLE_LIGHT, NTM_MEDIUM_DESK, NTM_LANG_EN);
  g_autoptr(NtmRankSpec) spec = ntm_rank_spec_new ();
  g_autoptr(NtmRankLayout) layout = NULL;
  const NtmPlaced *placed;
  double zero = 0, unit = 0;
  guint n;

  for (guint i = 0; i < 4; i++)
    ntm_rank_spec_add_value (spec, "k", "name", values[i], "value");
  layout = ntm_rank_layout_new (spec, style, 400, 200);
  placed = ntm_rank_layout_get_placed (layout, &n);
  check_overlaps (placed, n, 400, 200);
  for (guint i = 0; i < n; i++)
    if (placed[i].kind == NTM_PLACED_BAR && values[placed[i].index] == 40)
      {
        zero = placed[i].x;
        unit = placed[i].width / 40;
      }
  g_assert_cmpfloat (unit, >, 0);
  for (guint i = 0; i < n; i++)
    {
      double value = placed[i].kind == NTM_PLACED_BAR ? values[placed[i].index] : 0;

      if (placed[i].kind != NTM_PLACED_BAR)
        continue;
      g_assert_cmpfloat_with_epsilon (placed[i].width, fabs (value) * unit, 1e-9);
      g_assert_cmpfloat_with_epsilon (placed[i].x, value < 0 ? zero + value * unit : zero, 1e-9);
    }
}

static void
test_rank_room (void)
{
  g_autoptr(NtmDrawStyle) style = ntm_draw_style_new (NTM_STYLE_LIGHT, NTM_MEDIUM_DESK, NTM_LANG_VI);
  g_autoptr(NtmRankSpec) spec = fixture_rank_new (220, 30);
  g_autoptr(NtmRankSpec) none = ntm_rank_spec_new ();
  double natural = ntm_rank_natural_height (spec, style, 600);
  g_autoptr(NtmRankLayout) full = ntm_rank_layout_new (spec, style, 600, natural), cut = ntm_rank_layout_new (spec, style, 600, 500);
  g_autoptr(NtmRankLayout) roomy = ntm_rank_layout_new (spec, style, 600, natural * 1.4);
  g_autoptr(NtmRankLayout) empty = ntm_rank_layout_new (none, style, 600, 300);
  const NtmPlaced *placed;
  guint n, n_rows = 0;

  g_assert_cmpuint (ntm_rank_layout_get_n_left_out (full), ==, 0);
  placed = ntm_rank_layout_get_placed (full, &n);
  check_overlaps (placed, n, 600, natural);
  for (guint i = 0; i < n; i++)
    if (placed[i].kind == NTM_PLACED_ROW)
      g_assert_cmpfloat_with_epsilon (placed[i].height, 24, 1e-6);
  placed = ntm_rank_layout_get_placed (roomy, &n);
  check_overlaps (placed, n, 600, natural * 1.4);
  for (guint i = 0; i < n; i++)
    if (placed[i].kind == NTM_PLACED_ROW)
      g_assert_cmpfloat (placed[i].height, >, 30);
  placed = ntm_rank_layout_get_placed (cut, &n);
  check_overlaps (placed, n, 600, 500);
  for (guint i = 0; i < n; i++)
    n_rows += placed[i].kind == NTM_PLACED_ROW;
  g_assert_cmpuint (n_rows + ntm_rank_layout_get_n_left_out (cut), ==, 250);
  g_assert_cmpuint (n_rows, >, 10);
  ntm_rank_layout_get_placed (empty, &n);
  g_assert_cmpuint (n, ==, 0);
}

static NtmTimelineSpec *
new_timeline (void)
{
  static const struct { const char *label; int due, done; } tasks[] = {
    { "Sở Nội vụ: phương án kiện toàn bộ máy điều phối NTM cấp huyện, xã, trình Uỷ ban nhân dân tỉnh", 40, -1 },
    { "Thị xã Kỳ Anh", 130, 215 }, { "Huyện Kỳ Anh", 250, 200 }, { "Đức Thọ", 314, -1 },
  };
  NtmTimelineSpec *spec = ntm_timeline_spec_new ();

  spec->from = ntm_date_new (2024, 2, 1);
  spec->to = ntm_date_new (2025, 2, 1);
  spec->at = spec->from + 284;
  spec->at_text = g_strdup ("12/11/2024");
  spec->due_text = g_strdup ("hạn");
  spec->done_text = g_strdup ("đã xong");
  spec->overdue_text = g_strdup ("quá hạn");
  spec->late_text = g_strdup ("muộn");
  spec->more = g_strdup ("và 12 việc khác có hạn");
  for (guint i = 0; i < 12; i++)
    {
      g_autofree char *text = g_strdup_printf ("%u/2024", i % 12 + 2);

      ntm_timeline_spec_add_tick (spec, spec->from + i * 30, text);
    }
  for (guint i = 0; i < G_N_ELEMENTS (tasks); i++)
    {
      NtmTimelineRow *row = ntm_timeline_spec_add_row (spec, tasks[i].label, tasks[i].label);

      row->given = spec->from + 20;
      row->due = spec->from + tasks[i].due;
      row->done = tasks[i].done < 0 ? NTM_DATE_MAX : spec->from + tasks[i].done;
    }
  return spec;
}

/* Days are where they belong in proportion, and no word meets another, down to half a narrow screen. */
static void
test_timeline (void)
{
  g_autoptr(NtmDrawStyle) style = ntm_draw_style_new (NTM_STYLE_LIGHT, NTM_MEDIUM_DESK, NTM_LANG_VI);
  g_autoptr(NtmTimelineSpec) spec = new_timeline ();
  double height = ntm_timeline_natural_height (spec, style);

  for (double width = 420; width < 2000; width += 370)
    {
      g_autoptr(NtmTimelineLayout) layout = ntm_timeline_layout_new (spec, style, width, height);
      double due[4] = { 0 }, given[4] = { 0 }, end[4] = { 0 }, a_day;
      const NtmPlaced *placed;
      guint n, n_words = 0, n_words_wanted = 2 + 4;   /* the day, at least one name of the axis, the legend */
      NtmPlaced words[64];

      placed = ntm_timeline_layout_get_placed (layout, &n);
      for (guint i = 0; i < n; i++)
        if (placed[i].kind == NTM_PLACED_POINT)
          due[placed[i].index] = placed[i].x;
        else if (placed[i].kind == NTM_PLACED_BAR)
          {
            given[placed[i].index] = placed[i].x;
            end[placed[i].index] = placed[i].x + placed[i].width;
          }
        else
          words[n_words++] = placed[i];
      check_overlaps (words, n_words, width, height);
      g_assert_cmpuint (n_words, >=, n_words_wanted + 2 * 4);
      a_day = (due[3] - due[0]) / (314 - 40);
      g_assert_cmpfloat (a_day, >, 0);
      for (guint i = 0; i < 4; i++)
        g_assert_cmpfloat_with_epsilon (given[i], due[0] - 20 * a_day, 1e-6);
      g_assert_cmpfloat_with_epsilon (end[0], due[0] + 244 * a_day, 1e-6);   /* not done: to the day */
      g_assert_cmpfloat_with_epsilon (end[1], due[1] + 85 * a_day, 1e-6);    /* 85 days late */
      g_assert_cmpfloat_with_epsilon (end[2], due[2] - 50 * a_day, 1e-6);
      g_assert_cmpfloat_with_epsilon (end[3], end[0], 1e-6);
      g_assert_cmpstr (ntm_placed_at (placed, n, 5, height / 2)->key, !=, NULL);
    }
}

/* The time after a deadline has the colour of its kind; before it nothing is red. */
static void
test_timeline_colours (void)
{
  g_autoptr(NtmDrawStyle) style = ntm_draw_style_new (NTM_STYLE_LIGHT, NTM_MEDIUM_DESK, NTM_LANG_VI);
  g_autoptr(NtmTimelineSpec) spec = new_timeline ();
  double height = ntm_timeline_natural_height (spec, style);
  g_autoptr(NtmTimelineLayout) layout = ntm_timeline_layout_new (spec, style, 1000, height);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 1000, (int) ceil (height));
  cairo_t *cr = cairo_create (surface);
  const NtmRole after[] = { NTM_ROLE_ERROR, NTM_ROLE_WARNING };
  const NtmPlaced *placed;
  guint n;

  ntm_timeline_layout_draw (layout, cr);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_flush (surface);
  placed = ntm_timeline_layout_get_placed (layout, &n);
  for (guint i = 0; i < n; i++)
    if (placed[i].kind == NTM_PLACED_POINT && placed[i].index < 2)
      for (int side = -1; side <= 1; side += 2)
        {
          const NtmColor *color = ntm_palette_get_color (style->palette, side < 0 ? NTM_ROLE_INFO : after[placed[i].index]);
          int x = (int) placed[i].x + side * 12, y = (int) placed[i].y;
          const guint32 *row = (const guint32 *) (gconstpointer) (cairo_image_surface_get_data (surface)
                                                                  + y * cairo_image_surface_get_stride (surface));

          g_assert_cmpfloat_with_epsilon (((row[x] >> 16) & 0xff) / 255., color->r, 0.01);
          g_assert_cmpfloat_with_epsilon (((row[x] >> 8) & 0xff) / 255., color->g, 0.01);
        }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/draw/ticks", test_ticks);
  g_test_add_func ("/draw/trend/layout", test_trend);
  g_test_add_func ("/draw/trend/labels", test_trend_labels);
  g_test_add_func ("/draw/trend/parted", test_parted);
  g_test_add_func ("/draw/trend/empty", test_trend_empty);
  g_test_add_func ("/draw/trend/many-series", test_many_series);
  g_test_add_func ("/draw/rank/order", test_rank);
  g_test_add_func ("/draw/rank/scale", test_rank_scale);
  g_test_add_func ("/draw/rank/room", test_rank_room);
  g_test_add_func ("/draw/timeline/layout", test_timeline);
  g_test_add_func ("/draw/timeline/colours", test_timeline_colours);
  return g_test_run ();
}
