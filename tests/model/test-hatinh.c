/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The built-in data of Hà Tĩnh seen through the Atlas: numbers that the official record states. */

#include "config.h"

#include <string.h>

#include "fixture.h"
#include "ntm-error.h"
#include "ntm-pace.h"
#include "ntm-task.h"

static const struct
{
  const char *at;
  guint       districts, communes;
} counts[] = {
  { "2019-06-30", 13, 262 }, { "2019-12-31", 13, 262 }, { "2020-01-01", 13, 216 }, { "2024-06-30", 13, 216 },
  { "2024-12-31", 13, 216 }, { "2025-01-01", 12, 209 }, { "2025-03-01", 12, 209 }, { "2025-06-30", 12, 209 },
  { "2025-07-01", 0, 69 },   { "2025-08-01", 0, 69 },
};

/* Also: every unit hangs below the province on every one of these days. */
static void
test_counts (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      NtmDate at = day (counts[i].at);
      g_autoptr (GPtrArray) districts = ntm_atlas_units_at (fixture->atlas, NTM_LEVEL_DISTRICT, at);
      g_autoptr (GPtrArray) communes = ntm_atlas_units_at (fixture->atlas, NTM_LEVEL_COMMUNE, at);
      const NtmUnit *province = ntm_atlas_province (fixture->atlas, at);
      g_autoptr (GPtrArray) below = ntm_atlas_children (fixture->atlas, province, at);
      guint n = 0;

      g_test_message ("%s", counts[i].at);
      g_assert_cmpint (districts->len, ==, counts[i].districts);
      g_assert_cmpint (communes->len, ==, counts[i].communes);
      for (guint j = 0; j < districts->len; j++)
        {
          g_autoptr (GPtrArray) children = ntm_atlas_children (fixture->atlas, districts->pdata[j], at);

          n += children->len;
        }
      g_assert_cmpint (n, ==, districts->len > 0 ? communes->len : 0);
      g_assert_cmpint (below->len, ==, districts->len > 0 ? districts->len : communes->len);
    }
}

/* The order of the office's lists: cities and towns first. */
static void
test_order (Fixture *fixture, gconstpointer data)
{
  static const char *const expected[] = {
    "Thành phố Hà Tĩnh", "Thị xã Hồng Lĩnh", "Thị xã Kỳ Anh", "Huyện Can Lộc", "Huyện Cẩm Xuyên", "Huyện Đức Thọ",
    "Huyện Hương Khê", "Huyện Hương Sơn", "Huyện Kỳ Anh", "Huyện Lộc Hà", "Huyện Nghi Xuân", "Huyện Thạch Hà",
    "Huyện Vũ Quang",
  };
  NtmDate at = day ("2024-02-21");
  g_autoptr (GPtrArray) districts = ntm_atlas_units_at (fixture->atlas, NTM_LEVEL_DISTRICT, at);

  g_assert_cmpint (districts->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < districts->len; i++)
    g_assert_cmpstr (ntm_unit_state_at (districts->pdata[i], at)->name, ==, expected[i]);
}

static const struct
{
  const char *at;
  NtmBasis    basis;
  const char *confirmed, *uncertain;   /* districts that hold the standard, by name */
} standards[] = {
  { "2018-12-09", NTM_BASIS_SIGNED, "", "" },
  { "2018-12-10", NTM_BASIS_SIGNED, "Nghi Xuân", "" },
  { "2023-12-31", NTM_BASIS_SIGNED, "Can Lộc, Cẩm Xuyên, Đức Thọ, Hương Sơn, Nghi Xuân", "Thạch Hà, Vũ Quang" },
  { "2024-02-20", NTM_BASIS_SIGNED, "Can Lộc, Cẩm Xuyên, Đức Thọ, Hương Sơn, Nghi Xuân", "Thạch Hà, Vũ Quang" },
  { "2024-02-21", NTM_BASIS_SIGNED, "Can Lộc, Cẩm Xuyên, Đức Thọ, Hương Sơn, Lộc Hà, Nghi Xuân", "Thạch Hà, Vũ Quang" },
  { "2024-08-15", NTM_BASIS_SIGNED, "Can Lộc, Cẩm Xuyên, Đức Thọ, Hương Sơn, Kỳ Anh, Lộc Hà, Nghi Xuân",
    "Thạch Hà, Vũ Quang" },
  { "2020-12-30", NTM_BASIS_YEAR, "Can Lộc, Nghi Xuân", "" },
  { "2020-12-31", NTM_BASIS_YEAR, "Can Lộc, Đức Thọ, Hương Sơn, Nghi Xuân", "Thạch Hà" },
  { "2023-12-31", NTM_BASIS_YEAR, "Can Lộc, Cẩm Xuyên, Đức Thọ, Hương Sơn, Kỳ Anh, Lộc Hà, Nghi Xuân",
    "Thạch Hà, Vũ Quang" },
};

static char *
list_standard (NtmAtlas *atlas, NtmDate at, NtmBasis basis, gboolean uncertain)
{
  g_autoptr (GPtrArray) districts = ntm_atlas_units_at (atlas, NTM_LEVEL_DISTRICT, at);
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < districts->len; i++)
    {
      NtmStanding standing = ntm_atlas_standing (atlas, districts->pdata[i], at, basis);

      if (standing.status == NTM_STATUS_STANDARD && standing.uncertain == uncertain)
        g_string_append_printf (list, "%s%s", list->len ? ", " : "",
                                ntm_unit_state_at (districts->pdata[i], at)->short_name);
    }
  return g_string_free (list, FALSE);
}

static void
test_districts (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (standards); i++)
    {
      NtmDate at = day (standards[i].at);
      g_autofree char *confirmed = list_standard (fixture->atlas, at, standards[i].basis, FALSE);
      g_autofree char *uncertain = list_standard (fixture->atlas, at, standards[i].basis, TRUE);

      g_test_message ("%s", standards[i].at);
      g_assert_cmpstr (confirmed, ==, standards[i].confirmed);
      g_assert_cmpstr (uncertain, ==, standards[i].uncertain);
    }
}

/* What the notice sets as a goal is "not yet"; silence about a town is not. */
static void
test_not_yet (Fixture *fixture, gconstpointer data)
{
  static const struct { const char *unit; NtmStatus status; } cases[] = {
    { "Huyện Hương Khê", NTM_STATUS_NOT_YET },   { "Huyện Kỳ Anh", NTM_STATUS_NOT_YET },
    { "Thị xã Kỳ Anh", NTM_STATUS_NOT_YET },     { "Thị xã Hồng Lĩnh", NTM_STATUS_NOT_YET },
    { "Thành phố Hà Tĩnh@2024-02-21", NTM_STATUS_NO_DECISION },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      const NtmUnit *unit = ntm_atlas_resolve_unit (fixture->atlas, cases[i].unit, &error);
      NtmStanding standing;

      g_assert_no_error (error);
      standing = ntm_atlas_standing (fixture->atlas, unit, day ("2024-02-21"), NTM_BASIS_SIGNED);
      g_assert_cmpstr (ntm_status_code (standing.status), ==, ntm_status_code (cases[i].status));
    }
}

static const struct
{
  const char  *id;
  NtmTaskState state;
  int          days;
} tasks[] = {
  { "t18-ho-so-tx-ky-anh", NTM_TASK_LATE, 85 },        /* before 30/6, done 23/9 */
  { "t20-ho-so-tx-hong-linh", NTM_TASK_OVERDUE, 93 },  /* before 30/6 */
  { "t21-ho-so-huong-khe", NTM_TASK_OVERDUE, 1 },      /* before 30/9, done 28/10 */
  { "t42-so-ket-do-thi", NTM_TASK_OVERDUE, 93 },       /* in the first half-year */
  { "t46-kien-toan-bo-may", NTM_TASK_OVERDUE, 184 },   /* before 31/3 */
  { "t36-nuoc-sach-tap-trung", NTM_TASK_OPEN, 456 },   /* by the end of 2025 */
  { "t16-ho-so-huyen-ky-anh", NTM_TASK_DONE, NTM_DAYS_NONE },
  { "t01-vao-cuoc", NTM_TASK_OPEN, NTM_DAYS_NONE },
};

static void
test_tasks (Fixture *fixture, gconstpointer data)
{
  const GPtrArray *all = ntm_atlas_records (fixture->atlas, NTM_TABLE_TASK);
  const NtmTask *dossier = ntm_atlas_lookup (fixture->atlas, NTM_TABLE_TASK, "t21-ho-so-huong-khe");
  guint overdue = 0;

  for (guint i = 0; i < G_N_ELEMENTS (tasks); i++)
    {
      const NtmTask *task = ntm_atlas_lookup (fixture->atlas, NTM_TABLE_TASK, tasks[i].id);
      NtmTaskStanding standing;

      g_test_message ("%s", tasks[i].id);
      g_assert_nonnull (task);
      standing = ntm_task_standing (task, day ("2024-10-01"));
      g_assert_cmpint (standing.state, ==, tasks[i].state);
      g_assert_cmpint (standing.days, ==, tasks[i].days);
    }
  for (guint i = 0; i < all->len; i++)
    overdue += ntm_task_standing (all->pdata[i], day ("2024-10-01")).state == NTM_TASK_OVERDUE;
  g_assert_cmpint (overdue, ==, 4);
  g_assert_cmpint (ntm_task_standing (dossier, day ("2024-10-28")).state, ==, NTM_TASK_LATE);
  g_assert_cmpint (ntm_task_standing (dossier, day ("2024-10-28")).days, ==, 28);
}

static void
test_water (Fixture *fixture, gconstpointer data)
{
  NtmDate at = day ("2024-10-01");
  const NtmUnit *province = ntm_atlas_province (fixture->atlas, at);
  const NtmTarget *target = ntm_atlas_target_for (fixture->atlas, "central_water_rate", province, at);
  g_autoptr (GError) error = NULL;
  const NtmSeries *series = ntm_atlas_series (fixture->atlas, "central_water_rate", &error);
  NtmPace pace;

  g_assert_no_error (error);
  g_assert_cmpint (target->value, ==, 50 * NTM_DECIMAL_ONE);
  g_assert_true (ntm_pace_compute (fixture->atlas, series, province, target, at, &pace));
  g_assert_cmpfloat_with_epsilon (pace.observed, 6.53, 0.01);
  g_assert_cmpfloat_with_epsilon (pace.required, 14.80, 0.01);
  g_assert_cmpfloat_with_epsilon (pace.projected, 37.56, 0.01);
  g_assert_false (pace.reaches);
  /* on the day of the notice only its own figure is known */
  g_assert_true (ntm_pace_compute (fixture->atlas, series, province, target, day ("2024-02-21"), &pace));
  g_assert_cmpfloat_with_epsilon (pace.last, 24.5, 1e-9);
}

static void
test_names (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (ntm_atlas_resolve_unit (fixture->atlas, "Kỳ Anh", &error));
  g_assert_error (error, NTM_ERROR, NTM_ERROR_AMBIGUOUS);
  g_assert_nonnull (strstr (error->message, "Huyện Kỳ Anh"));
  g_assert_nonnull (strstr (error->message, "Thị xã Kỳ Anh"));
  g_test_message ("%s", error->message);
  g_clear_error (&error);
  g_assert_null (ntm_atlas_resolve_unit (fixture->atlas, "18754", &error));
  g_assert_error (error, NTM_ERROR, NTM_ERROR_AMBIGUOUS);
  g_test_message ("%s", error->message);
  g_clear_error (&error);
  g_assert_null (ntm_atlas_resolve_unit (fixture->atlas, "Phường Trần Phú", &error));
  g_assert_error (error, NTM_ERROR, NTM_ERROR_AMBIGUOUS);
  g_test_message ("%s", error->message);
  g_assert_nonnull (ntm_atlas_resolve_unit (fixture->atlas, "Phường Trần Phú@2024-02-21", NULL));
}

/* The built-in data has nothing that the Atlas could not understand. */
static void
test_issues (Fixture *fixture, gconstpointer data)
{
  const GPtrArray *indicators = ntm_atlas_records (fixture->atlas, NTM_TABLE_INDICATOR);
  const GPtrArray *issues;

  for (guint i = 0; i < indicators->len; i++)
    g_assert_nonnull (ntm_atlas_series (fixture->atlas, ((NtmIndicator *) indicators->pdata[i])->code, NULL));
  issues = ntm_atlas_issues (fixture->atlas);
  for (guint i = 0; i < issues->len; i++)
    {
      const NtmIssue *issue = issues->pdata[i];

      g_test_message ("%s %s %s: %s", issue->file, issue->value, issue->column, issue->problem);
    }
  g_assert_cmpint (issues->len, ==, 0);
}

static void
add_test (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, fixture_set_up_hatinh, test, fixture_tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add_test ("/hatinh/counts", test_counts);
  add_test ("/hatinh/order", test_order);
  add_test ("/hatinh/districts", test_districts);
  add_test ("/hatinh/not-yet", test_not_yet);
  add_test ("/hatinh/tasks", test_tasks);
  add_test ("/hatinh/water", test_water);
  add_test ("/hatinh/names", test_names);
  add_test ("/hatinh/issues", test_issues);
  return g_test_run ();
}
