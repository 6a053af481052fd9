/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Entries of the history as sentences, of rows that are in the file and of rows that are gone. */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "ntm-change-private.h"
#include "view-fixture.h"

#define POVERTY "poverty_rate 42-0 2023 reported notice-2024-02-21"

typedef struct
{
  NtmChangedValue values[4];
  const char *en_what, *en_subject, *en_change;
  const char *vi_what, *vi_subject, *vi_change;
} Case;

static const Case cases[] = {
  { { { "observation", POVERTY, "value", "3.79", "3.01", "42-0", "poverty_rate" } },
    "Figure changed", "Hà Tĩnh province · Poverty rate · end of 2023", "3.79\u00a0% → 3.01\u00a0%",
    "Sửa số liệu", "Tỉnh Hà Tĩnh · Tỷ lệ hộ nghèo · cuối năm 2023", "3,79\u00a0% → 3,01\u00a0%" },
  { { { "observation", POVERTY, "value", NULL, "3.01", "42-0", "poverty_rate" },
      { "observation", POVERTY, "note", NULL, "x", "42-0", "poverty_rate" } },
    "Figure entered", "Hà Tĩnh province · Poverty rate · end of 2023", "3.01\u00a0%",
    "Nhập số liệu", "Tỉnh Hà Tĩnh · Tỷ lệ hộ nghèo · cuối năm 2023", "3,01\u00a0%" },
  { { { "observation", "poverty_rate 42-0 2025 plan x", "value", "1000.5", NULL, "42-0", "poverty_rate" } },
    "Figure removed", "Hà Tĩnh province · Poverty rate · end of 2025 · planned", "1,000.5\u00a0% → no data",
    "Xoá số liệu", "Tỉnh Hà Tĩnh · Tỷ lệ hộ nghèo · cuối năm 2025 · kế hoạch", "1.000,5\u00a0% → chưa có số liệu" },
  /* Two figures, and the indicator is gone since. */
  { { { "observation", "gone 42-0 2023 reported x", "value", NULL, "3.01", "42-0", "gone" },
      { "observation", "gone 42-0 2022 reported x", "value", NULL, "3.02", "42-0", "gone" } },
    "Figure entered", "Hà Tĩnh province · 2023 and 1 more", "",
    "Nhập số liệu", "Tỉnh Hà Tĩnh · 2023 và 1 mục khác", "" },
  /* A title with its decision: the title is told. */
  { { { "document", "d9", "number", NULL, "9/QĐ-TTg", "", "" },
      { "title", "t9", "kind", NULL, "district_ntm", "444-0", "" }, { "title", "t9", "signed", NULL, "2024-08", "444-0", "" } },
    "Title added", "Hương Khê district · NTM district", "",
    "Thêm danh hiệu", "Huyện Hương Khê · Huyện đạt chuẩn NTM", "" },
  { { { "title", "t9", "revoked", "", "2024-08-01", "444-0", "" } },
    "Title revoked", "Hương Khê district", "1 Aug 2024", "Thu hồi danh hiệu", "Huyện Hương Khê", "01/8/2024" },
  { { { "task", "t9", "done", "", "2024-03-01", "", "" } },
    "Task finished", "", "1 Mar 2024", "Kết thúc nhiệm vụ", "", "01/3/2024" },
  { { { "task", "t9", "done", "2024-03-01", "", "", "" } },
    "Task reopened", "", "1 Mar 2024 → empty", "Mở lại nhiệm vụ", "", "01/3/2024 → trống" },
  { { { "task", "t9", "title_vi", NULL, "Họp giao ban", "", "" }, { "task", "t9", "title_en", NULL, "Meet weekly", "", "" } },
    "Task added", "Meet weekly", "", "Thêm nhiệm vụ", "Họp giao ban", "" },
  { { { "meta", "reference_date", "value", "2024-02-21", "2024-12-31", "", "" } },
    "Reference date changed", "", "21 Feb 2024 → 31 Dec 2024", "Đổi ngày tính đến", "", "21/02/2024 → 31/12/2024" },
  { { { "meta", "point-2024-02-21T08:00:00Z", "value", NULL, "Trước họp", "", "" } },
    "Point named", "Trước họp", "", "Đặt tên mốc", "Trước họp", "" },
  { { { "no_such_table", "1", "a", NULL, "b", "", "" } },
    "Data of the file changed", "a label", "b", "Sửa dữ liệu của tệp", "a label", "b" },
  { { { NULL } }, "New file filled", "a label", "", "Ghi dữ liệu ban đầu", "a label", "" },
};

static guint
count_values (const Case *c)
{
  guint n = 0;

  while (n < G_N_ELEMENTS (c->values) && c->values[n].table)
    n++;
  return n;
}

static void
test_summaries (ViewFixture *f, gconstpointer data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const Case *c = &cases[i];
      guint n = count_values (c);
      g_autoptr (NtmChangeSummary) summary = ntm_change_new_summary (&f->ctx, "a label", c->values, n, n);

      view_assert_words (f, summary->what, c->en_what, c->vi_what);
      view_assert_words (f, summary->subject, c->en_subject, c->vi_subject);
      view_assert_words (f, summary->change, c->en_change, c->vi_change);
    }
}

/* An edit of which only the beginning is known says so and tells no single change. */
static void
test_incomplete (ViewFixture *f, gconstpointer data)
{
  g_autoptr (NtmChangeSummary) summary = ntm_change_new_summary (&f->ctx, "", cases[0].values, 1, 1000000);

  view_assert_words (f, summary->subject, "Hà Tĩnh province · Poverty rate · end of 2023 and others",
                     "Tỉnh Hà Tĩnh · Tỷ lệ hộ nghèo · cuối năm 2023 và các mục khác");
  g_assert_cmpstr (summary->change, ==, "");
}

/* Every code, id and day of a row becomes what people call it. */
static void
test_lines (ViewFixture *f, gconstpointer data)
{
  static const NtmChangedValue values[] = {
    { "observation", POVERTY, "state", "no_data", "value", "42-0", "poverty_rate" },
    { "observation", POVERTY, "qualifier", "=", "~", "42-0", "poverty_rate" },
    { "observation", POVERTY, "preferred", "0", "1", "42-0", "poverty_rate" },
    { "target", "x", "value", "50", "60", "42-0", "central_water_rate" },
    { "target", "x", "title_kind", "", "district_advanced", "42-0", "central_water_rate" },
    { "unit_state", "444-0 2020-01-01", "type", "huyện", "thị xã", "444-0", "" },
    { "unit_state", "444-0 2020-01-01", "parent", "", "42-0", "444-0", "" },
    { "transfer", "444-0 444-0", "area_share", NULL, "0.25", "444-0", "" },
    { "title", "t9", "source", "", "notice-2024-02-21", "444-0", "" },
  };
  static const struct { const char *en, *vi; } wanted[] = {
    { "State of the figure: no data → a figure", "Tình trạng số liệu: chưa có số liệu → có số liệu" },
    { "How the figure is meant: = exactly → ≈ about", "Cách hiểu số liệu: = đúng bằng → ≈ khoảng" },
    { "Chosen among figures that differ: no → yes", "Được chọn giữa các số liệu khác nhau: không → có" },
    { "Value: 50\u00a0% → 60\u00a0%", "Giá trị: 50\u00a0% → 60\u00a0%" },
    { "Title: Advanced NTM district", "Danh hiệu: Huyện NTM nâng cao" },
    { "Type: district → town", "Loại: huyện → thị xã" },
    { "Belongs to: Hà Tĩnh province", "Trực thuộc: Tỉnh Hà Tĩnh" },
    { "Share of the area: 25\u00a0%", "Tỷ lệ diện tích: 25\u00a0%" },
    { "Source: Notice of 21 Feb 2024", "Nguồn: Thông báo 21/02/2024" },
  };
  g_autoptr (GPtrArray) lines = ntm_change_new_lines (&f->ctx, values, G_N_ELEMENTS (values));

  for (guint i = 0; i < lines->len; i++)
    {
      const NtmChangeLine *line = g_ptr_array_index (lines, i);
      g_autofree char *text = g_strdup_printf ("%s: %s", line->field, line->change);

      view_assert_words (f, text, wanted[i].en, wanted[i].vi);
      g_assert_true (g_str_has_suffix (line->spoken, text));
      g_assert_cmpint (line->is_first, ==, i == 0 || i == 3 || i == 5 || i == 7 || i == 8);
    }
}

/* What is still in the file can be gone to, what is not cannot. */
static void
test_places (ViewFixture *f, gconstpointer data)
{
  const GPtrArray *tasks = ntm_atlas_records (f->atlas, NTM_TABLE_TASK);
  const NtmTask *task = g_ptr_array_index (tasks, 0);
  g_autofree char *partner = g_strconcat (task->id, " so", NULL);
  const NtmChangedValue values[] = {
    { "observation", POVERTY, "value", NULL, "1", "42-0", "poverty_rate" },
    { "observation", "gone x-0 2023 reported n", "value", NULL, "1", "x-0", "gone" },
    { "task", task->id, "note", "", "a", "", "" },
    { "task_partner", partner, "task", NULL, task->id, "", "" },
    { "task_progress", "p9", "task", NULL, task->id, "", "" },
    { "task", "gone", "note", "", "a", "", "" },
  };
  g_autoptr (GPtrArray) lines = ntm_change_new_lines (&f->ctx, values, G_N_ELEMENTS (values));
  NtmChangeLine *const *line = (NtmChangeLine *const *) lines->pdata;

  g_assert_cmpstr (line[0]->unit, ==, "42-0");
  g_assert_cmpstr (line[0]->indicator, ==, "poverty_rate");
  g_assert_true (!line[1]->unit && !line[1]->indicator);
  for (guint i = 2; i < 5; i++)
    g_assert_cmpstr (line[i]->task, ==, task->id);
  g_assert_null (line[5]->task);
}

/* No column of the file is told by its name in the schema, and no table without what was done to it. */
static void
test_every_column (ViewFixture *f, gconstpointer data)
{
  for (guint id = 0; id < NTM_N_TABLES; id++)
    for (guint i = 0; i < ntm_table_get (id)->n_fields; i++)
      {
        const NtmTable *table = ntm_table_get (id);
        gboolean scaled = g_str_has_suffix (table->fields[i].column, "_e6");
        g_autofree char *column = g_strndup (table->fields[i].column, strlen (table->fields[i].column) - (scaled ? 3 : 0));
        NtmChangedValue value = { table->name, "k", column, "0", "x y", "", "" };
        g_autoptr (NtmChangeSummary) summary = ntm_change_new_summary (&f->ctx, "", &value, 1, 1);
        g_autoptr (GPtrArray) lines = ntm_change_new_lines (&f->ctx, &value, 1);

        g_assert_true (g_ascii_isupper (*_ntm_change_field_name (&value)) || f->ctx.lang == NTM_LANG_VI);
        g_assert_cmpstr (_ntm_change_field_name (&value), !=, column);
        g_assert_cmpstr (summary->what, !=, _("Data of the file changed"));
        g_assert_nonnull (strstr (((NtmChangeLine *) lines->pdata[0])->spoken, _ntm_change_field_name (&value)));
      }
}

/* What a damaged row is called: as in the history, as it stands where it has no name. */
static void
test_damaged_rows (ViewFixture *f, gconstpointer data)
{
  const NtmTask *task = ntm_atlas_records (f->atlas, NTM_TABLE_TASK)->pdata[0];
  g_autofree char *of_task = ntm_change_dup_place (&f->ctx, "task", task->id, "due");
  g_autofree char *of_figure = ntm_change_dup_place (&f->ctx, "observation", "poverty_rate 444-0 2023 reported doc", "value_e6");
  g_autofree char *of_nobody = ntm_change_dup_place (&f->ctx, "task", "gone", "");
  gboolean is_english = f->ctx.lang == NTM_LANG_EN;

  g_assert_true (g_str_has_prefix (of_task, is_english ? task->title_en : task->title_vi));
  g_assert_true (g_str_has_suffix (of_task, _("Day of the deadline")));
  g_assert_nonnull (strstr (of_figure, is_english ? "Hương Khê district · " : "Huyện Hương Khê · "));
  g_assert_true (g_str_has_suffix (of_figure, _("Value")));
  g_assert_cmpstr (of_nobody, ==, "gone");
}

int
main (int argc, char *argv[])
{
  view_test_init (&argc, &argv);
  view_add ("/view/change/summaries", NULL, test_summaries);
  view_add ("/view/change/incomplete", NULL, test_incomplete);
  view_add ("/view/change/lines", NULL, test_lines);
  view_add ("/view/change/places", NULL, test_places);
  view_add ("/view/change/every-column", NULL, test_every_column);
  view_add ("/view/change/damaged-rows", NULL, test_damaged_rows);
  return g_test_run ();
}
