/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Generated boundaries and specs for the tests of drawing. */

#include "draw-fixture.h"

#include <math.h>
#include <string.h>

#include "ntm-csv.h"
#include "ntm-text-box.h"

#define WEST  105.2
#define NORTH 18.7
#define CELL  0.09

static FixtureArea *
new_area (void)
{
  FixtureArea *self = g_new0 (FixtureArea, 1);

  self->keys = g_ptr_array_new_with_free_func (g_free);
  self->geometries = g_ptr_array_new_with_free_func ((GDestroyNotify) ntm_geometry_free);
  return self;
}

static void
take_ring (FixtureArea *self, const char *key, GArray *points)
{
  guint starts[] = { 0, points->len };
  guint part = 0;

  g_ptr_array_add (self->keys, g_strdup (key));
  g_ptr_array_add (self->geometries, ntm_geometry_new ((NtmPoint *) (gpointer) points->data, starts, &part, 1));
  g_array_unref (points);
}

/* A number in [-1, 1] that depends on its arguments only: both owners of a vertex compute the same. */
static double
noise (guint32 a, guint32 b, guint32 seed)
{
  guint32 h = a * 2654435761u ^ b * 2246822519u ^ seed * 3266489917u;

  h ^= h >> 15;
  h *= 2246822519u;
  h ^= h >> 13;
  return h / 2147483647.5 - 1;
}

static NtmPoint
corner (guint column, guint row, guint32 seed)
{
  return (NtmPoint) { WEST + (column + 0.28 * noise (column, row, seed)) * CELL, NORTH - (row + 0.28 * noise (row, column, seed + 7)) * CELL };
}

/* Adds the points of a side without its end. Always computed from the lower corner, so that both neighbours agree. */
static void
add_side (GArray *points, guint c1, guint r1, guint c2, guint r2, guint n, guint32 seed)
{
  gboolean turned = c1 > c2 || (c1 == c2 && r1 > r2);
  guint ca = turned ? c2 : c1, ra = turned ? r2 : r1;
  NtmPoint a = corner (ca, ra, seed), b = turned ? corner (c1, r1, seed) : corner (c2, r2, seed);
  gboolean across = r1 == r2;

  for (guint i = 0; i < n; i++)
    {
      guint at = turned ? n - i : i;
      double t = at / (double) n;
      double wobble = at % n == 0 ? 0 : 0.06 * CELL * noise (ca * 1000 + at, ra * 2 + across, seed + 13) * sin (G_PI * t);
      NtmPoint point = { a.x + (b.x - a.x) * t + (across ? 0 : wobble), a.y + (b.y - a.y) * t + (across ? wobble : 0) };

      if (at == n)
        point = b;
      g_array_append_val (points, point);
    }
}

FixtureArea *
fixture_area_new_grid (guint columns, guint rows, guint points_per_side, guint32 seed)
{
  FixtureArea *self = new_area ();

  for (guint r = 0; r < rows; r++)
    for (guint c = 0; c < columns; c++)
      {
        GArray *points = g_array_new (FALSE, FALSE, sizeof (NtmPoint));
        g_autofree char *key = g_strdup_printf ("u%u", r * columns + c);

        add_side (points, c, r, c + 1, r, points_per_side, seed);
        add_side (points, c + 1, r, c + 1, r + 1, points_per_side, seed);
        add_side (points, c + 1, r + 1, c, r + 1, points_per_side, seed);
        add_side (points, c, r + 1, c, r, points_per_side, seed);
        take_ring (self, key, points);
      }

  return self;
}

FixtureArea *
fixture_area_new_hexes (guint columns, guint rows)
{
  static const int dx[] = { 0, 1, 1, 0, -1, -1 }, dy[] = { -2, -1, 1, 2, 1, -1 };
  FixtureArea *self = new_area ();

  for (guint r = 0; r < rows; r++)
    for (guint c = 0; c < columns; c++)
      {
        GArray *points = g_array_new (FALSE, FALSE, sizeof (NtmPoint));
        g_autofree char *key = g_strdup_printf ("h%u", r * columns + c);
        int cx = (int) (2 * c + r % 2), cy = (int) (3 * r);

        for (guint i = 0; i < 6; i++)
          {
            NtmPoint point = { WEST + (cx + dx[i]) * 0.05, NORTH - (cy + dy[i]) * 0.03 };

            g_array_append_val (points, point);
          }
        take_ring (self, key, points);
      }

  return self;
}

static NtmCsv *
open_csv (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *text = NULL;
  g_autoptr(GBytes) bytes = NULL;
  gsize length;

  if (!g_file_get_contents (path, &text, &length, NULL))
    return NULL;
  bytes = g_bytes_new_take (g_steal_pointer (&text), length);
  return ntm_csv_new (bytes, name, NULL);
}

static GHashTable *
read_arcs (const char *folder)
{
  g_autoptr(NtmCsv) csv = open_csv (folder, "outline-arcs.csv");
  GHashTable *arcs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);

  while (csv != NULL && ntm_csv_next (csv, NULL))
    {
      const char *name = ntm_csv_get (csv, ntm_csv_column (csv, "arc"));
      GArray *points = g_hash_table_lookup (arcs, name);
      NtmPoint point = { g_ascii_strtod (ntm_csv_get (csv, ntm_csv_column (csv, "lon")), NULL),
                         g_ascii_strtod (ntm_csv_get (csv, ntm_csv_column (csv, "lat")), NULL) };

      if (points == NULL)
        {
          points = g_array_new (FALSE, FALSE, sizeof (NtmPoint));
          g_hash_table_insert (arcs, g_strdup (name), points);
        }
      g_array_append_val (points, point);
    }

  return arcs;
}

static void
append_arc (GArray *ring, const GArray *arc, gboolean reversed)
{
  for (guint i = 0; i + 1 < arc->len; i++)
    g_array_append_val (ring, g_array_index (arc, NtmPoint, reversed ? arc->len - 1 - i : i));
}

typedef struct { GArray *points, *starts, *parts; } Outline;

static void
finish_unit (FixtureArea *self, char **unit, Outline *outline)
{
  if (*unit == NULL)
    return;

  g_array_append_val (outline->starts, outline->points->len);
  g_ptr_array_add (self->keys, g_steal_pointer (unit));
  g_ptr_array_add (self->geometries, ntm_geometry_new ((NtmPoint *) (gpointer) outline->points->data, (guint *) (gpointer) outline->starts->data,
                                                       (guint *) (gpointer) outline->parts->data, outline->parts->len));
  g_array_set_size (outline->points, 0);
  g_array_set_size (outline->starts, 0);
  g_array_set_size (outline->parts, 0);
}

/* The outline of the province's districts: rows unit, ring, seq, arc, reversed. NULL when it is not there. */
FixtureArea *
fixture_area_new_csv (const char *folder)
{
  g_autoptr(NtmCsv) csv = open_csv (folder, "outline-rings.csv");
  g_autoptr(GHashTable) arcs = read_arcs (folder);
  FixtureArea *self = new_area ();
  Outline outline = { g_array_new (FALSE, FALSE, sizeof (NtmPoint)), g_array_new (FALSE, FALSE, sizeof (guint)), g_array_new (FALSE, FALSE, sizeof (guint)) };
  char *unit = NULL;
  g_autofree char *ring = NULL;

  while (csv != NULL && ntm_csv_next (csv, NULL))
    {
      const char *next_unit = ntm_csv_get (csv, ntm_csv_column (csv, "unit")), *next_ring = ntm_csv_get (csv, ntm_csv_column (csv, "ring"));
      const GArray *arc = g_hash_table_lookup (arcs, ntm_csv_get (csv, ntm_csv_column (csv, "arc")));

      if (unit == NULL || !g_str_equal (unit, next_unit))
        {
          finish_unit (self, &unit, &outline);
          unit = g_strdup (next_unit);
          g_clear_pointer (&ring, g_free);
        }
      if (ring == NULL || !g_str_equal (ring, next_ring))
        {
          g_free (ring);
          ring = g_strdup (next_ring);
          g_array_append_val (outline.starts, outline.points->len);
          g_array_append_val (outline.parts, outline.parts->len);
        }
      if (arc != NULL)
        append_arc (outline.points, arc, *ntm_csv_get (csv, ntm_csv_column (csv, "reversed")) == '1');
    }
  finish_unit (self, &unit, &outline);
  g_array_unref (outline.points);
  g_array_unref (outline.starts);
  g_array_unref (outline.parts);
  if (self->keys->len == 0)
    g_clear_pointer (&self, fixture_area_free);
  return self;
}

void
fixture_area_free (FixtureArea *self)
{
  g_ptr_array_unref (self->keys);
  g_ptr_array_unref (self->geometries);
  g_free (self);
}

NtmShapes *
fixture_area_make_shapes (const FixtureArea *self)
{
  return ntm_shapes_new ((const char * const *) self->keys->pdata, (const NtmGeometry * const *) self->geometries->pdata, self->keys->len);
}

static const struct { const char *key, *name, *year; NtmMark mark; gboolean uncertain; } districts[] = {
  { "436", "TP. Hà Tĩnh", "cần đối chiếu", NTM_MARK_COMPLETED, TRUE },
  { "437", "TX. Hồng Lĩnh", NULL, NTM_MARK_NOT_YET, FALSE },
  { "439", "Hương Sơn", "2022", NTM_MARK_STANDARD, FALSE },
  { "440", "Đức Thọ", "2020", NTM_MARK_ADVANCED, FALSE },
  { "441", "Vũ Quang", "2021", NTM_MARK_STANDARD, TRUE },
  { "442", "Nghi Xuân", "2018", NTM_MARK_MODEL, FALSE },
  { "443", "Can Lộc", "2019", NTM_MARK_STANDARD, FALSE },
  { "444", "Hương Khê", NULL, NTM_MARK_NOT_YET, FALSE },
  { "445", "Thạch Hà", "2020", NTM_MARK_STANDARD, TRUE },
  { "446", "Cẩm Xuyên", "2021", NTM_MARK_STANDARD, FALSE },
  { "447", "H. Kỳ Anh", "2023", NTM_MARK_NO_DECISION, FALSE },
  { "448", "Lộc Hà", "2023", NTM_MARK_STANDARD, FALSE },
  { "449", "TX. Kỳ Anh", NULL, NTM_MARK_NOT_YET, FALSE },
};

NtmMapSpec *
fixture_map_new (const FixtureArea *area, gboolean classes)
{
  g_autoptr(NtmShapes) shapes = fixture_area_make_shapes (area);
  NtmMapSpec *spec = ntm_map_spec_new (shapes);
  NtmLegend *legend;

  for (guint i = 0; i < area->keys->len; i++)
    {
      const char *key = g_ptr_array_index (area->keys, i);
      guint d = i % G_N_ELEMENTS (districts);
      NtmMapItem *item;

      for (guint k = 0; k < G_N_ELEMENTS (districts); k++)
        if (g_str_equal (districts[k].key, key))
          d = k;
      item = ntm_map_spec_add_item (spec, key, districts[d].name, i);
      ntm_spec_set (&item->sublabel, districts[d].year);
      item->mark = districts[d].mark;
      item->uncertain = districts[d].uncertain;
      if (classes && i % 6 != 5)
        {
          item->fill = NTM_MAP_FILL_CLASS;
          item->class_index = i % 5;
        }
      else if (classes)
        item->mark = NTM_MARK_NO_DATA;
    }
  ntm_spec_set (&spec->title, "Trạng thái NTM cấp huyện");
  ntm_spec_set (&spec->subtitle, "Cuối năm 2023 · 13 huyện, thị xã, thành phố");
  ntm_spec_set (&spec->source, "Nguồn: Thông báo kết luận Hội nghị 21/02/2024, mục II");
  ntm_spec_set (&spec->note, "sơ đồ, không dùng để xác định ranh giới");
  legend = ntm_map_spec_add_legend (spec, "Chú giải");
  ntm_spec_set (&legend->note, "Viền chấm = cần đối chiếu số quyết định");
  if (classes)
    {
      static const char * const ranges[] = { "dưới 20 %", "20–35 %", "35–50 %", "50–65 %", "từ 65 %" };

      for (guint i = 0; i < 5; i++)
        ntm_legend_add_class (legend, ranges[i], i, ranges[i], "2");
      ntm_legend_add_mark (legend, "none", NTM_MARK_NO_DATA, "Chưa có số liệu", "3");
    }
  else
    {
      ntm_legend_add_mark (legend, "not-yet", NTM_MARK_NOT_YET, "Chưa đạt chuẩn", "3");
      ntm_legend_add_mark (legend, "standard", NTM_MARK_STANDARD, "Đạt chuẩn NTM", "6");
      ntm_legend_add_mark (legend, "advanced", NTM_MARK_ADVANCED, "NTM nâng cao", "1");
      ntm_legend_add_mark (legend, "model", NTM_MARK_MODEL, "NTM kiểu mẫu", "1");
      ntm_legend_add_mark (legend, "completed", NTM_MARK_COMPLETED, "Hoàn thành nhiệm vụ", "1");
      ntm_legend_add_mark (legend, "none", NTM_MARK_NO_DECISION, "Chưa có số liệu", "1");
    }
  ntm_map_spec_add_place (spec, "BIỂN ĐÔNG", 106.35, 18.45);
  ntm_map_spec_add_place (spec, "LÀO", 105.25, 18.2);
  spec->scale_bar = TRUE;
  return spec;
}

NtmTrendSpec *
fixture_trend_new (void)
{
  NtmTrendSpec *spec = ntm_trend_spec_new ();
  NtmTrendSeries *series = ntm_trend_spec_add_series (spec, "water", "Nước sạch");
  NtmTrendPoint *point;

  ntm_spec_set (&spec->title, "Nước sạch tập trung phải nhanh gấp 2,1 lần để kịp 50 %");
  ntm_spec_set (&spec->subtitle, "Hộ nông thôn dùng nước sạch từ công trình cấp nước tập trung (%)");
  ntm_spec_set (&spec->source, "Thông báo 21/02/2024, mục I, II.4; Báo Hà Tĩnh (giữa 2024; tạm tính 30/6/2024)");
  point = ntm_trend_series_add_point (series, ntm_date_new (2023, 12, 31), 24.5, "24,5 %");
  point->key = g_strdup ("a");
  point = ntm_trend_series_add_point (series, ntm_date_new (2024, 6, 30), 27.8, "27,8 %");
  point->key = g_strdup ("b");
  ntm_spec_set (&point->sublabel, "giữa 2024 · 81.462/293.534 hộ");
  point->hollow = TRUE;
  ntm_trend_series_add_point (series, ntm_date_new (2021, 6, 30), 14, "14,0 %");
  ntm_trend_spec_add_gap (spec, ntm_date_new (2021, 10, 1), ntm_date_new (2023, 9, 1), "chưa có số liệu");
  ntm_trend_spec_add_break (spec, ntm_date_new (2021, 10, 1), "đổi cách tính");
  ntm_trend_spec_add_reference (spec, ntm_date_new (2023, 12, 31), 55.1, "cả nước 55,1 % (cuối 2023)");
  ntm_trend_spec_set_target (spec, 50, NTM_QUALIFIER_AT_LEAST, ntm_date_new (2025, 12, 31), "Mục tiêu đến năm 2025: ≥ 50 %");
  ntm_trend_spec_set_pace (spec, ntm_date_new (2024, 6, 30), 27.8, ntm_date_new (2025, 12, 31), 50, "cần 14,8 điểm %/năm");
  ntm_trend_spec_set_projection (spec, ntm_date_new (2025, 12, 31), 38.3, "≈ 38 % nếu giữ nhịp", "ngoại suy 7,0 điểm %/năm");
  return spec;
}

NtmRankSpec *
fixture_rank_new (guint n_values, guint n_missing)
{
  NtmRankSpec *spec = ntm_rank_spec_new ();

  ntm_spec_set (&spec->title, "Can Lộc huy động nhiều nhất từ doanh nghiệp, con em xa quê");
  ntm_spec_set (&spec->subtitle, "Kinh phí đỡ đầu, tài trợ theo huyện, đầu năm – giữa năm 2023 (tỷ đồng)");
  ntm_spec_set (&spec->source, "Báo Hà Tĩnh, “kêu gọi trên 37 tỷ đồng đỡ đầu, tài trợ” (2023)");
  ntm_spec_set (&spec->more, "… và các đơn vị khác");
  for (guint i = 0; i < n_values; i++)
    {
      double value = 2 + 9 * (0.5 + 0.5 * noise (i, 3, 1));
      g_autofree char *key = g_strdup_printf ("r%u", i), *text = g_strdup_printf ("%.3f", value);

      ntm_rank_spec_add_value (spec, key, districts[i % 13].name, value, g_strdelimit (text, ".", ','))->highlighted = i == 2;
    }
  for (guint i = 0; i < n_missing; i++)
    {
      g_autofree char *key = g_strdup_printf ("m%u", i);

      ntm_rank_spec_add_no_data (spec, key, districts[(n_values + i) % 13].name, "chưa có số liệu");
    }
  return spec;
}

NtmTableSpec *
fixture_table_new (guint n_rows, gboolean boxed)
{
  static const char * const names[] = { "Xã đạt chuẩn NTM (lũy kế)", "Tỷ lệ hộ nghèo", "Hộ dùng nước sạch từ công trình cấp nước tập trung",
                                        "Hộ thu gom, xử lý nước thải sinh hoạt", "Phường, thị trấn đạt chuẩn đô thị văn minh" };
  NtmTableSpec *spec = ntm_table_spec_new ();

  ntm_spec_set (&spec->title, "Bảng 1. Một số chỉ tiêu chủ yếu năm 2023");
  ntm_spec_set (&spec->note, "Nguồn: Thông báo kết luận Hội nghị ngày 21/02/2024. Ô gạch chéo: chưa có số liệu của kỳ báo cáo.");
  spec->boxed = boxed;
  ntm_table_spec_add_column (spec, "TT", NTM_ALIGN_CENTER, 0.5);
  ntm_table_spec_add_column (spec, "Chỉ tiêu", NTM_ALIGN_LEFT, 4);
  ntm_table_spec_add_column (spec, "Trạng thái", NTM_ALIGN_LEFT, 2);
  ntm_spec_set (&ntm_table_spec_add_column (spec, "Kết quả", NTM_ALIGN_RIGHT, 1.4)->group, "Năm 2023");
  ntm_spec_set (&ntm_table_spec_add_column (spec, "Mục tiêu", NTM_ALIGN_RIGHT, 1.4)->group, "Năm 2023");
  for (guint i = 0; i < n_rows; i++)
    {
      g_autofree char *key = g_strdup_printf ("t%u", i), *number = g_strdup_printf ("%u", i + 1), *value = g_strdup_printf ("%u,%02u %%", 3 + i * 7 % 90, i * 37 % 100);
      NtmTableRow *row = ntm_table_spec_add_row (spec, key);
      NtmTableCell *cell;

      if (i % 9 == 0)
        {
          row->kind = NTM_ROW_SECTION;
          ntm_table_row_set (row, 0, i % 2 ? "II. Kinh tế và tổ chức sản xuất" : "I. Hạ tầng kinh tế – xã hội");
          continue;
        }
      ntm_table_row_set (row, 0, number);
      ntm_table_row_set (row, 1, names[i % 5]);
      cell = ntm_table_row_set (row, 2, i % 4 == 0 ? "Chưa đạt" : i % 4 == 1 ? "Đạt chuẩn" : i % 4 == 2 ? "Nâng cao" : "Kiểu mẫu");
      cell->has_mark = TRUE;
      cell->mark = (NtmMark) (i % 4);
      cell->uncertain = i % 7 == 0;
      cell = ntm_table_row_set (row, 3, i % 5 == 3 ? "chưa có" : value);
      cell->hatch = i % 5 == 3;
      ntm_table_row_set (row, 4, "≥ 50 % (2025)");
      if (i + 1 == n_rows)
        row->kind = NTM_ROW_TOTAL;
    }
  return spec;
}

NtmTaskListSpec *
fixture_tasks_new (guint n_groups, guint rows_per_group)
{
  static const char * const agencies[] = { "Sở Nội vụ", "UBND huyện, thị xã", "Sở Nông nghiệp và PTNT", "Sở Tài nguyên và Môi trường" };
  static const char * const titles[] = { "Phương án kiện toàn bộ máy điều phối cấp huyện, xã, báo cáo UBND tỉnh xem xét, quyết định", "SIPAS của tỉnh đạt tối thiểu 90 %",
                                         "Huyện Hương Khê: hồ sơ huyện NTM trình tỉnh thẩm tra", "Thu gom, xử lý nước thải sinh hoạt tối thiểu 35 % hộ" };
  NtmTaskListSpec *spec = ntm_task_list_spec_new ();

  ntm_spec_set (&spec->title, "Nhiệm vụ theo Thông báo kết luận ngày 21/02/2024");
  ntm_spec_set (&spec->subtitle, "Tính đến 12/11/2024");
  ntm_spec_set (&spec->head_title, "Nhiệm vụ");
  ntm_spec_set (&spec->head_deadline, "Hạn");
  ntm_spec_set (&spec->head_state, "Tình trạng");
  ntm_spec_set (&spec->head_result, "Kết quả gần nhất");
  ntm_spec_set (&spec->head_place, "Mục");
  ntm_spec_set (&spec->continued, "(tiếp)");
  for (guint g = 0; g < n_groups; g++)
    {
      NtmTaskGroup *group = ntm_task_list_spec_add_group (spec, agencies[g % 4], agencies[g % 4], "2 nhiệm vụ");

      ntm_spec_set (&group->badge, g % 2 == 0 ? "1 quá hạn" : NULL);
      group->badge_tone = NTM_TONE_ERROR;
      for (guint i = 0; i < rows_per_group; i++)
        {
          g_autofree char *key = g_strdup_printf ("g%u-%u", g, i);
          NtmTaskRow *row = ntm_task_group_add_row (group, key, titles[(g + i) % 4]);
          guint kind = (g + i) % 4;

          row->shape = kind == 0 ? NTM_TASK_SHAPE_OVERDUE : kind == 1 ? NTM_TASK_SHAPE_OPEN : kind == 2 ? NTM_TASK_SHAPE_LATE : NTM_TASK_SHAPE_DONE;
          row->tone = kind == 0 ? NTM_TONE_ERROR : kind == 1 ? NTM_TONE_INFO : kind == 2 ? NTM_TONE_WARNING : NTM_TONE_SUCCESS;
          ntm_spec_set (&row->deadline, kind == 1 ? "không nêu hạn" : "trước 30/9/2024");
          row->no_deadline = kind == 1;
          ntm_spec_set (&row->state, kind == 0 ? "quá hạn 226 ngày" : kind == 1 ? "đang làm" : kind == 2 ? "trình muộn 28 ngày" : "hoàn thành");
          ntm_spec_set (&row->result, kind == 0 ? "chưa có báo cáo" : kind == 1 ? "2023: 88,97 %" : "184/TTr-UBND, 28/10/2024");
          row->no_result = kind == 0;
          row->has_progress = kind == 1;
          row->progress = 0.97;
          ntm_spec_set (&row->place, "II.4");
        }
    }
  return spec;
}
