/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Trends: what is a point and what is not, gaps, breaks, goals, and headlines that cannot lie. */

#include "config.h"

#include <string.h>

#include "ntm-trend-view.h"
#include "ntm-view-words.h"
#include "view-fixture.h"

static NtmTrendSpec *
make_trend (const ViewFixture *self, const char *indicator, const char *unit)
{
  const char *units[] = { unit, NULL };
  g_autoptr (GError) error = NULL;
  NtmTrendQuestion question = { .indicator = indicator, .units = unit ? units : NULL };
  NtmTrendSpec *spec = ntm_trend_view_new (&self->ctx, &question, &error);

  g_assert_no_error (error);
  return spec;
}

static GPtrArray *
points_of (const NtmTrendSpec *spec, guint series)
{
  return ((NtmTrendSeries *) g_ptr_array_index (spec->series, series))->points;
}

/* NULL where the trend has no point. */
static const NtmTrendPoint *
find_point (const NtmTrendSpec *spec, const char *iso)
{
  GPtrArray *points = points_of (spec, 0);

  for (guint i = 0; i < points->len; i++)
    if (((NtmTrendPoint *) g_ptr_array_index (points, i))->day == view_day (iso))
      return g_ptr_array_index (points, i);
  return NULL;
}

static const NtmTrendPoint *
get_point (const NtmTrendSpec *spec, const char *iso)
{
  const NtmTrendPoint *point = find_point (spec, iso);

  if (!point)
    g_error ("there is no point at %s", iso);
  return point;
}

static void
test_poverty (ViewFixture *self, gconstpointer data)
{
  g_autoptr (NtmTrendSpec) spec = make_trend (self, "poverty_rate", NULL);
  const NtmTrendMark *change = g_ptr_array_index (spec->breaks, 0);
  const NtmTrendMark *gap = g_ptr_array_index (spec->gaps, 0);

  view_assert_words (self, spec->title,
                     "Poverty: down to 3.01\u00a0%, 0.78\u00a0percentage points less than in 2022",
                     "Hộ nghèo còn 3,01\u00a0%, giảm 0,78\u00a0điểm % so với năm 2022");
  view_assert_words (self, get_point (spec, "2022-12-31")->sublabel, "derived", "suy ra");
  g_assert_true (get_point (spec, "2022-12-31")->hollow);
  g_assert_false (get_point (spec, "2023-12-31")->hollow);
  g_assert_cmpfloat (get_point (spec, "2023-12-31")->value, ==, 3.01);
  g_assert_null (find_point (spec, "2024-12-31"));
  g_assert_null (find_point (spec, "2010-12-31"));
  g_assert_nonnull (strstr (spec->subtitle, "2010"));
  g_assert_cmpuint (spec->breaks->len, ==, 1);
  g_assert_cmpint (change->day, ==, view_day ("2022-01-01"));
  view_assert_words (self, change->label, "New poverty line", "Đổi chuẩn nghèo");
  g_assert_cmpuint (spec->gaps->len, ==, 1);
  g_assert_cmpint (gap->day, ==, view_day ("2020-01-01"));
  g_assert_cmpint (gap->to, ==, view_day ("2021-12-31"));
  g_assert_false (spec->has_target);
  g_assert_true (spec->y_from_zero);
}

/* Two figures with a change of the poverty line between them are not compared. */
static void
test_break (ViewFixture *self, gconstpointer data)
{
  g_autoptr (NtmTrendSpec) before = NULL;
  g_autoptr (NtmTrendSpec) after = make_trend (self, "poverty_rate", NULL);

  view_assert_words (self, after->title, "Poverty: 3.79\u00a0% (end of 2022)", "Hộ nghèo: 3,79\u00a0% (cuối năm 2022)");
  self->ctx.at = view_day ("2021-06-30");
  before = make_trend (self, "poverty_rate", NULL);
  view_assert_words (self, before->title, "Poverty: 5.82\u00a0% (Sep 2019)", "Hộ nghèo: 5,82\u00a0% (9/2019)");
}

/* 81 462 of 293 534 households: a quotient, hollow; what it takes is how many times as fast. */
static void
test_water (ViewFixture *self, gconstpointer data)
{
  g_autoptr (NtmTrendSpec) spec = make_trend (self, "central_water_rate", NULL);
  const NtmTrendPoint *mid = get_point (spec, "2024-06-30");
  double value = 100.0 * 81462 / 293534;
  double required = (50 - value) / (view_day ("2025-12-31") - view_day ("2024-06-30"));
  double observed = (value - 24.5) / (view_day ("2024-06-30") - view_day ("2023-12-31"));

  g_assert_cmpint ((int) (required / observed * 10 + 0.5), ==, 23);
  view_assert_words (self, spec->title,
                     "Centralised clean water must rise 2.3 times as fast to reach 50\u00a0%",
                     "Nước sạch tập trung phải tăng nhanh gấp 2,3 lần để kịp 50\u00a0%");
  view_assert_words (self, mid->label, "27.8\u00a0%", "27,8\u00a0%");
  view_assert_words (self, mid->sublabel, "30 Jun 2024 · 81,462/293,534", "giữa năm 2024 · 81.462/293.534");
  g_assert_true (mid->hollow);
  g_assert_true (spec->has_target && spec->has_pace && spec->has_projection);
  g_assert_cmpfloat (spec->target_value, ==, 50);
  g_assert_cmpint (spec->target_qualifier, ==, NTM_QUALIFIER_AT_LEAST);
  g_assert_cmpint (spec->target_day, ==, view_day ("2025-12-31"));
  view_assert_words (self, spec->target_label, "Target for end of 2025: ≥\u00a050\u00a0%",
                     "Mục tiêu cuối năm 2025: ≥\u00a050\u00a0%");
  g_assert_cmpfloat_with_epsilon (spec->pace_from_value, value, 1e-5);
  g_assert_cmpfloat_with_epsilon (spec->projection_value,
                                  value + observed * (view_day ("2025-12-31") - view_day ("2024-06-30")), 0.05);
  g_assert_cmpuint (spec->references->len, ==, 1);
  g_assert_nonnull (strstr (spec->source, self->ctx.lang == NTM_LANG_EN ? "article 267822" : "267822"));
}

/* On the day of the notice there is one figure: a pace is required, none observed. */
static void
test_water_early (ViewFixture *self, gconstpointer data)
{
  g_autoptr (NtmTrendSpec) spec = make_trend (self, "central_water_rate", NULL);

  g_assert_cmpuint (points_of (spec, 0)->len, ==, 1);
  g_assert_true (spec->has_pace);
  g_assert_false (spec->has_projection);
  g_assert_cmpuint (spec->gaps->len, ==, 1);
  view_assert_words (self, spec->title,
                     "Centralised clean water must rise by 12.7\u00a0percentage points a year to reach 50\u00a0%",
                     "Nước sạch tập trung phải tăng 12,7\u00a0điểm %/năm để kịp 50\u00a0%");
}

/* A qualified figure is shown as stated, with the source's own word. */
static void
test_qualified (ViewFixture *self, gconstpointer data)
{
  g_autoptr (NtmTrendSpec) spec = make_trend (self, "sponsorship_total", NULL);
  GPtrArray *points = points_of (spec, 0);

  /* Not the half year beside the year. */
  g_assert_cmpuint (points->len, ==, 1);
  view_assert_words (self, get_point (spec, "2023-12-31")->label, "≈\u00a096", "gần\u00a096");
}

static void
test_several (ViewFixture *self, gconstpointer data)
{
  static const char *const units[] = { "446-0", "440-0", NULL };
  NtmTrendQuestion question = { .indicator = "poverty_rate", .units = units };
  g_autoptr (NtmTrendSpec) spec = ntm_trend_view_new (&self->ctx, &question, NULL);

  g_assert_cmpuint (spec->series->len, ==, 2);
  g_assert_cmpuint (points_of (spec, 0)->len, ==, 1);
  g_assert_cmpuint (points_of (spec, 1)->len, ==, 1);
  g_assert_false (spec->has_pace || spec->has_projection);
  view_assert_words (self, spec->title, "Poverty rate", "Tỷ lệ hộ nghèo");
}

static void
test_none (ViewFixture *self, gconstpointer data)
{
  g_autoptr (NtmTrendSpec) spec = make_trend (self, "poverty_rate", "444-0");
  g_autoptr (GError) error = NULL;
  NtmTrendQuestion question = { .indicator = "no-such-thing" };

  g_assert_cmpuint (points_of (spec, 0)->len, ==, 0);
  view_assert_words (self, spec->title, "Poverty: no data", "Hộ nghèo: chưa có số liệu");
  g_assert_nonnull (spec->empty);
  g_assert_null (ntm_trend_view_new (&self->ctx, &question, &error));
  g_assert_nonnull (error);
}

/* An Atlas of one unit and one indicator, so that each headline can be called forth. */
typedef struct
{
  const char *direction, *first, *second, *qualifier, *target, *en, *vi;
} Headline;

static const Headline headlines[] = {
  { "up", "40", "45", "=", "100",
    "Schools must rise 2.2 times as fast to reach 100\u00a0%", "Trường phải tăng nhanh gấp 2,2 lần để kịp 100\u00a0%" },
  { "up", "40", "75", "=", "100",
    "Schools will reach 100\u00a0% in time at the present pace", "Trường sẽ kịp 100\u00a0% nếu giữ nhịp độ hiện nay" },
  { "up", "40", "75", "=", "70",
    "Schools: 75\u00a0%, which meets the target ≥\u00a070\u00a0%", "Trường: 75\u00a0%, đạt mục tiêu ≥\u00a070\u00a0%" },
  { "up", "45", "40", "=", "100",
    "Schools must rise by 12.0\u00a0percentage points a year to reach 100\u00a0%",
    "Trường phải tăng 12,0\u00a0điểm %/năm để kịp 100\u00a0%" },
  { "up", "40", "45", "=", "",
    "Schools: up to 45\u00a0%, 5\u00a0percentage points more than in 2019",
    "Trường lên 45\u00a0%, tăng 5\u00a0điểm % so với năm 2019" },
  { "down", "45", "45", "=", "", "Schools: still 45\u00a0%, as in 2019", "Trường vẫn là 45\u00a0% như năm 2019" },
  { "up", "40", "45", "~", "", "Schools: ≈\u00a045\u00a0% (end of 2020)", "Trường: ≈\u00a045\u00a0% (cuối năm 2020)" },
};

static void
set_all (NtmRow *row, const char *first, ...)
{
  va_list args;

  va_start (args, first);
  for (const char *column = first; column; column = va_arg (args, const char *))
    g_assert_true (ntm_row_set (row, column, va_arg (args, const char *), NULL));
  va_end (args);
}

static NtmEdit *
build_small (const Headline *headline)
{
  NtmEdit *edit = ntm_edit_new ("");

  set_all (ntm_edit_write (edit, NTM_TABLE_META, "reference_date", NULL), "value", "2021-01-01", NULL);
  set_all (ntm_edit_write (edit, NTM_TABLE_UNIT, "1-0", NULL), "code", "1", "level", "province", NULL);
  set_all (ntm_edit_write (edit, NTM_TABLE_UNIT_STATE, "1-0", "", NULL), "type", "tỉnh", "name", "Tỉnh A",
           "short_name", "A", NULL);
  set_all (ntm_edit_write (edit, NTM_TABLE_INDICATOR, "schools", NULL), "name_vi", "Trường", "name_en", "Schools",
           "unit_vi", "%", "unit_en", "%", "direction", headline->direction, "kind", "stock", NULL);
  set_all (ntm_edit_write (edit, NTM_TABLE_OBSERVATION, "schools", "1-0", "2019", "reported", "", NULL), "value_e6",
           headline->first, "qualifier", "=", "state", "value", NULL);
  set_all (ntm_edit_write (edit, NTM_TABLE_OBSERVATION, "schools", "1-0", "2020", "reported", "", NULL), "value_e6",
           headline->second, "qualifier", headline->qualifier, "state", "value", NULL);
  /* A plan is no figure of what is. */
  set_all (ntm_edit_write (edit, NTM_TABLE_OBSERVATION, "schools", "1-0", "2018", "plan", "", NULL), "value_e6", "99",
           "qualifier", "=", "state", "value", NULL);
  if (*headline->target)
    set_all (ntm_edit_write (edit, NTM_TABLE_TARGET, "t", NULL), "unit", "1-0", "indicator", "schools", "value_e6",
             headline->target, "qualifier", ">=", "period", "2025", NULL);
  return edit;
}

static void
test_headlines (ViewFixture *self, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (headlines); i++)
    {
      g_autoptr (NtmEdit) edit = build_small (&headlines[i]);
      g_autoptr (NtmAtlas) atlas = view_fixture_new_atlas (edit);
      ViewFixture small = { .atlas = atlas, .ctx = ntm_view_context_new (atlas, self->ctx.lang) };
      g_autoptr (NtmTrendSpec) spec = make_trend (&small, "schools", NULL);

      view_assert_words (self, spec->title, headlines[i].en, headlines[i].vi);
      g_assert_cmpuint (points_of (spec, 0)->len, ==, 2);
    }
}

int
main (int argc, char **argv)
{
  view_test_init (&argc, &argv);
  view_add ("/trend-view/poverty", "2024-02-21", test_poverty);
  view_add ("/trend-view/break", "2022-12-31", test_break);
  view_add ("/trend-view/water", "2024-11-12", test_water);
  view_add ("/trend-view/water-early", "2024-02-21", test_water_early);
  view_add ("/trend-view/qualified", "2024-02-21", test_qualified);
  view_add ("/trend-view/several", "2021-12-31", test_several);
  view_add ("/trend-view/none", "2024-02-21", test_none);
  view_add ("/trend-view/headlines", NULL, test_headlines);
  return g_test_run ();
}
