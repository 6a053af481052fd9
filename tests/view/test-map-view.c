/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Maps: items and legend against a naive loop, names that two units share, themes, days without boundaries. */

#include "config.h"

#include <string.h>

#include "ntm-map-view.h"
#include "ntm-view-words.h"
#include "view-fixture.h"

static const NtmMapItem *
find_item (const NtmMapSpec *spec, const char *key)
{
  for (guint i = 0; i < spec->items->len; i++)
    {
      const NtmMapItem *item = g_ptr_array_index (spec->items, i);

      if (g_str_equal (item->key, key))
        return item;
    }
  g_error ("%s is not on the map", key);
}

/* NULL where the legend does not list it. */
static const NtmLegendEntry *
find_entry (const NtmMapSpec *spec, const char *key)
{
  const NtmLegend *legend = g_ptr_array_index (spec->legends, 0);

  for (guint i = 0; i < legend->entries->len; i++)
    {
      const NtmLegendEntry *entry = g_ptr_array_index (legend->entries, i);

      if (g_strcmp0 (entry->key, key) == 0)
        return entry;
    }
  return NULL;
}

static const char *
count_of (const NtmMapSpec *spec, const char *key)
{
  const NtmLegendEntry *entry = find_entry (spec, key);

  return entry ? entry->count : NULL;
}

static NtmMapSpec *
make_map (const ViewFixture *self, const char *theme, NtmLevel level, const char *parent)
{
  g_autoptr (GError) error = NULL;
  NtmMapQuestion question = { .theme = theme, .level = level, .parent = parent };
  NtmMapSpec *spec = ntm_map_view_new (&self->ctx, &question, &error);

  g_assert_no_error (error);
  return spec;
}

/* Every item has the mark of its unit's standing, and the legend counts them. */
static void
assert_map (const ViewFixture *self, const NtmMapSpec *spec)
{
  guint counts[NTM_N_STATUSES] = { 0 };

  for (guint i = 0; i < spec->items->len; i++)
    {
      const NtmMapItem *item = g_ptr_array_index (spec->items, i);
      const NtmUnit *unit = ntm_atlas_find_unit (self->atlas, item->key);
      NtmStanding standing = ntm_atlas_standing (self->atlas, unit, self->ctx.at, self->ctx.basis);

      g_assert_cmpint (item->fill, ==, NTM_MAP_FILL_MARK);
      g_assert_cmpint (item->mark, ==, (NtmMark) standing.status);
      g_assert_cmpint (item->uncertain, ==, standing.uncertain);
      counts[standing.status]++;
    }
  for (guint s = 0; s < NTM_N_STATUSES; s++)
    {
      const NtmLegendEntry *entry = find_entry (spec, ntm_status_code (s));

      if (entry)
        g_assert_cmpint (g_ascii_strtoll (entry->count, NULL, 10), ==, counts[s]);
      else
        g_assert_cmpuint (counts[s], ==, 0);
    }
}

static void
test_districts (ViewFixture *self, gconstpointer data)
{
  g_autoptr (NtmMapSpec) spec = make_map (self, NULL, NTM_LEVEL_DISTRICT, NULL);
  const NtmMapItem *first = find_item (spec, "442-0");
  const NtmMapItem *doubtful = find_item (spec, "441-0");

  g_assert_cmpuint (spec->items->len, ==, 13);
  assert_map (self, spec);
  view_assert_words (self, spec->title, "NTM status of districts", "Trạng thái NTM cấp huyện");
  view_assert_words (self, spec->subtitle, "End of 2023 · 13 districts, towns and cities",
                     "Cuối năm 2023 · 13 huyện, thị xã, thành phố");
  view_assert_words (self, spec->note, "generalised outline", "đường bao khái quát");
  g_assert_nonnull (spec->source);
  g_assert_cmpstr (first->label, ==, "Nghi Xuân");
  g_assert_cmpstr (first->sublabel, ==, "2018");
  g_assert_false (first->uncertain);
  g_assert_cmpstr (doubtful->sublabel, ==, "2021 ?");
  g_assert_true (doubtful->uncertain);
  g_assert_null (find_item (spec, "444-0")->sublabel);
  for (guint i = 0; i < spec->items->len; i++)
    g_assert_cmpuint (((NtmMapItem *) g_ptr_array_index (spec->items, i))->shape, !=, NTM_SHAPES_NONE);
}

/* Two units called Kỳ Anh; towns and cities always with their type. */
static void
test_labels (ViewFixture *self, gconstpointer data)
{
  g_autoptr (NtmMapSpec) spec = make_map (self, NULL, NTM_LEVEL_DISTRICT, NULL);
  g_autoptr (NtmMapSpec) communes = make_map (self, NULL, NTM_LEVEL_COMMUNE, "444-0");

  g_assert_cmpstr (find_item (spec, "447-0")->label, ==, "H. Kỳ Anh");
  g_assert_cmpstr (find_item (spec, "449-20150411")->label, ==, "TX. Kỳ Anh");
  g_assert_cmpstr (find_item (spec, "437-0")->label, ==, "TX. Hồng Lĩnh");
  g_assert_cmpstr (find_item (spec, "436-0")->label, ==, "TP. Hà Tĩnh");
  g_assert_cmpstr (find_item (spec, "443-0")->label, ==, "Can Lộc");
  g_assert_cmpstr (find_item (communes, "18496-0")->label, ==, "TT. Hương Khê");
}

/* The rungs of the ladder are listed with 0, silence only where it occurs; in the order of darkness. */
static void
test_legend (ViewFixture *self, gconstpointer data)
{
  g_autoptr (NtmMapSpec) spec = make_map (self, NTM_THEME_TITLE, NTM_LEVEL_DISTRICT, NULL);
  g_autoptr (NtmMapSpec) filtered = NULL;
  NtmMapQuestion question = { .level = NTM_LEVEL_DISTRICT, .only = 1u << NTM_STATUS_NOT_YET, .plain = TRUE };
  const NtmLegend *legend = g_ptr_array_index (spec->legends, 0);
  int last = -1;

  for (guint i = 0; i < legend->entries->len; i++)
    {
      const NtmLegendEntry *entry = g_ptr_array_index (legend->entries, i);

      g_assert_cmpint (entry->mark, >, last);
      last = (int) entry->mark;
    }
  g_assert_cmpstr (count_of (spec, "advanced"), ==, "0");
  g_assert_cmpstr (count_of (spec, "completed"), ==, "0");
  g_assert_null (find_entry (spec, "urban"));
  g_assert_null (find_entry (spec, "not_applicable"));
  g_assert_nonnull (legend->note);
  filtered = ntm_map_view_new (&self->ctx, &question, NULL);
  if (!filtered)
    g_error ("no map");
  g_assert_null (filtered->title);
  g_assert_cmpuint (filtered->legends->len, ==, 1);
  for (guint i = 0; i < filtered->items->len; i++)
    {
      const NtmMapItem *item = g_ptr_array_index (filtered->items, i);

      g_assert_cmpint (item->dimmed, ==, item->mark != NTM_MARK_NOT_YET);
    }
}

/* On 17/01/2024 the published totals come beside what the file has decisions for. */
static void
test_published (ViewFixture *self, gconstpointer data)
{
  g_autoptr (NtmMapSpec) spec = make_map (self, NULL, NTM_LEVEL_DISTRICT, NULL);
  const NtmLegend *card;

  g_assert_cmpuint (spec->legends->len, ==, 2);
  card = g_ptr_array_index (spec->legends, 1);
  g_assert_cmpuint (card->entries->len, ==, 3);
  g_assert_cmpstr (((NtmLegendEntry *) g_ptr_array_index (card->entries, 0))->count, ==, "181");
  g_assert_cmpstr (((NtmLegendEntry *) g_ptr_array_index (card->entries, 1))->count, ==, "60");
  g_assert_cmpstr (((NtmLegendEntry *) g_ptr_array_index (card->entries, 2))->count, ==, "15");
  g_assert_nonnull (card->note);
}

static void
test_communes (ViewFixture *self, gconstpointer data)
{
  g_autoptr (NtmMapSpec) all = make_map (self, NULL, NTM_LEVEL_COMMUNE, NULL);
  g_autoptr (NtmMapSpec) district = make_map (self, NULL, NTM_LEVEL_COMMUNE, "444-0");

  g_assert_cmpuint (all->items->len, ==, 216);
  assert_map (self, all);
  g_assert_cmpuint (district->items->len, ==, 21);
  assert_map (self, district);
  view_assert_words (self, all->note, "sketch, not boundaries", "sơ đồ, không phải ranh giới");
  view_assert_words (self, district->subtitle, "End of 2023 · 21 communes and townships · Hương Khê district",
                     "Cuối năm 2023 · 21 xã, thị trấn · Huyện Hương Khê");
}

static void
assert_refused (const ViewFixture *self, NtmLevel level, const char *parent, const char *en, const char *vi)
{
  g_autoptr (GError) error = NULL;
  NtmMapQuestion question = { .level = level, .parent = parent };

  g_assert_null (ntm_map_view_new (&self->ctx, &question, &error));
  g_assert_error (error, NTM_ERROR, NTM_ERROR_NOT_FOUND);
  view_assert_words (self, error->message, en, vi);
}

/* What is missing, what does not apply and what nobody checked look and read differently. */
static void
test_gaps (ViewFixture *self, gconstpointer data)
{
  static const struct { const char *unit, *state, *key; NtmMark mark; } gaps[] = {
    { "437-0", "no_data", "no-data", NTM_MARK_NO_DATA },
    { "439-0", "not_applicable", "not-applicable", NTM_MARK_NOT_APPLICABLE },
    { "440-0", "not_verified", "not-verified", NTM_MARK_NOT_VERIFIED },
    { "441-0", "not_verified", "not-verified", NTM_MARK_NOT_VERIFIED },
  };
  g_autoptr (NtmAtlas) atlas = NULL;
  g_autoptr (NtmMapSpec) spec = NULL;
  NtmRow *row = ntm_edit_write (self->edit, NTM_TABLE_OBSERVATION, "income_per_capita", "443-0", "2022", "reported", "x", NULL);

  g_assert_true (ntm_row_set (row, "value_e6", "51.5", NULL));
  g_assert_true (ntm_row_set (row, "state", "value", NULL));
  for (guint i = 0; i < G_N_ELEMENTS (gaps); i++)
    {
      row = ntm_edit_write (self->edit, NTM_TABLE_OBSERVATION, "income_per_capita", gaps[i].unit, "2022", "reported", "x", NULL);
      g_assert_true (ntm_row_set (row, "state", gaps[i].state, NULL));
    }
  atlas = view_fixture_new_atlas (self->edit);
  self->ctx.atlas = atlas;
  self->ctx.at = view_day ("2023-02-01");
  spec = make_map (self, "income_per_capita", NTM_LEVEL_DISTRICT, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (gaps); i++)
    {
      g_assert_cmpint (find_item (spec, gaps[i].unit)->fill, ==, NTM_MAP_FILL_MARK);
      g_assert_cmpint (find_item (spec, gaps[i].unit)->mark, ==, gaps[i].mark);
      g_assert_cmpint (find_entry (spec, gaps[i].key)->mark, ==, gaps[i].mark);
    }
  g_assert_cmpstr (count_of (spec, "no-data"), ==, "9");
  g_assert_cmpstr (count_of (spec, "not-applicable"), ==, "1");
  g_assert_cmpstr (count_of (spec, "not-verified"), ==, "2");
  view_assert_words (self, find_entry (spec, "not-verified")->label, "not verified", "chưa thẩm tra");
}

/* The areas in the file are all not verified: shown as such, with the figure, and not as missing. */
static void
test_not_verified (ViewFixture *self, gconstpointer data)
{
  g_autoptr (NtmMapSpec) spec = make_map (self, "area", NTM_LEVEL_DISTRICT, NULL);
  const NtmMapItem *item = find_item (spec, "443-0");

  g_assert_cmpint (item->mark, ==, NTM_MARK_NOT_VERIFIED);
  g_assert_nonnull (item->sublabel);
  g_assert_true (g_str_has_suffix (item->sublabel, "?"));
  g_assert_cmpstr (count_of (spec, "not-verified"), ==, "13");
  g_assert_null (find_entry (spec, "no-data"));
}

static guint
count_places (const NtmMapSpec *spec, const char *text)
{
  guint n = 0;

  for (guint i = 0; i < spec->places->len; i++)
    n += g_str_equal (((NtmMapPlace *) g_ptr_array_index (spec->places, i))->text, text);
  return n;
}

/* The names around come from the file, each on its days; nonsense is left out. */
static void
test_places (ViewFixture *self, gconstpointer data)
{
  static const char *const nonsense[] = { "", ";;;;;", "106.3", "nan;18.5;;;A;A", "inf;1e999;;;A;A", "106.3;18.5;x;;A;A", "106.3;18.5;;;;" };
  g_autoptr (NtmMapSpec) before = make_map (self, NULL, NTM_LEVEL_COMMUNE, NULL);
  g_autoptr (NtmMapSpec) after = NULL;
  g_autoptr (NtmMapSpec) odd = NULL;
  g_autoptr (NtmAtlas) atlas = NULL;

  g_assert_cmpuint (before->places->len, ==, 4);
  g_assert_cmpuint (count_places (before, "Quảng Bình"), ==, 1);
  g_assert_cmpuint (count_places (before, self->ctx.lang == NTM_LANG_EN ? "East Sea" : "Biển Đông"), ==, 1);
  self->ctx.at = view_day ("2025-07-01");
  after = make_map (self, NULL, NTM_LEVEL_COMMUNE, NULL);
  g_assert_cmpuint (count_places (after, "Quảng Bình"), ==, 0);
  g_assert_cmpuint (count_places (after, "Quảng Trị"), ==, 1);
  for (guint i = 0; i < G_N_ELEMENTS (nonsense); i++)
    {
      g_autofree char *key = g_strdup_printf ("map_place_9%u", i);

      g_assert_true (ntm_row_set (ntm_edit_write (self->edit, NTM_TABLE_META, key, NULL), "value", nonsense[i], NULL));
    }
  atlas = view_fixture_new_atlas (self->edit);
  self->ctx.atlas = atlas;
  odd = make_map (self, NULL, NTM_LEVEL_COMMUNE, NULL);
  g_assert_cmpuint (odd->places->len, ==, 4);
}

static void
test_days (ViewFixture *self, gconstpointer data)
{
  g_autoptr (NtmMapSpec) spec = NULL;

  self->ctx.at = view_day ("2019-12-31");
  assert_refused (self, NTM_LEVEL_COMMUNE, NULL,
                  "The file has no commune boundaries on 31 Dec 2019. Show the districts instead.",
                  "Tệp chưa có ranh giới cấp xã ngày 31/12/2019. Chọn xem cấp huyện.");
  self->ctx.at = view_day ("2025-07-01");
  assert_refused (self, NTM_LEVEL_DISTRICT, NULL,
                  "There are no districts on 1 Jul 2025. Show the communes instead.",
                  "Ngày 01/7/2025 không còn cấp huyện. Chọn xem cấp xã.");
  assert_refused (self, NTM_LEVEL_COMMUNE, "999-0", "There is no unit “999-0” in the file.",
                  "Tệp không có đơn vị “999-0”.");
  spec = make_map (self, NULL, NTM_LEVEL_COMMUNE, NULL);
  g_assert_cmpuint (spec->items->len, ==, 69);
  assert_map (self, spec);
}

static void
test_basis (ViewFixture *self, gconstpointer data)
{
  g_autoptr (NtmMapSpec) signed_map = make_map (self, NULL, NTM_LEVEL_DISTRICT, NULL);
  g_autoptr (NtmMapSpec) year_map = NULL;

  g_assert_cmpint (find_item (signed_map, "447-0")->mark, ==, NTM_MARK_NOT_YET);
  self->ctx.basis = NTM_BASIS_YEAR;
  year_map = make_map (self, NULL, NTM_LEVEL_DISTRICT, NULL);
  g_assert_cmpint (find_item (year_map, "447-0")->mark, ==, NTM_MARK_STANDARD);
  g_assert_cmpstr (find_item (year_map, "447-0")->sublabel, ==, "2023");
  g_assert_cmpstr (find_item (signed_map, "439-0")->sublabel, ==, "2022");
  g_assert_cmpstr (find_item (year_map, "439-0")->sublabel, ==, "2020");
  assert_map (self, year_map);
}

/* Seven districts have a figure of the first half of 2023; the others are hatched. */
static void
test_indicator (ViewFixture *self, gconstpointer data)
{
  g_autoptr (NtmMapSpec) spec = make_map (self, "sponsorship_locality", NTM_LEVEL_DISTRICT, NULL);
  guint counts[NTM_PALETTE_MAX_CLASSES] = { 0 };
  guint hatched = 0;

  for (guint i = 0; i < spec->items->len; i++)
    {
      const NtmMapItem *item = g_ptr_array_index (spec->items, i);

      if (item->fill == NTM_MAP_FILL_CLASS)
        counts[item->class_index]++;
      else
        {
          g_assert_cmpint (item->mark, ==, NTM_MARK_NO_DATA);
          g_assert_null (item->sublabel);
          hatched++;
        }
    }
  g_assert_cmpuint (hatched, ==, 6);
  g_assert_cmpuint (spec->n_classes, ==, 5);
  for (guint c = 0; c < spec->n_classes; c++)
    {
      g_autofree char *key = g_strdup_printf ("class-%u", c);

      g_assert_cmpint (g_ascii_strtoll (count_of (spec, key), NULL, 10), ==, counts[c]);
    }
  g_assert_cmpstr (count_of (spec, "no-data"), ==, "6");
  view_assert_words (self, find_item (spec, "443-0")->sublabel, "11.063", "11,063");
  g_assert_cmpuint (find_item (spec, "443-0")->class_index, ==, 4);
  g_assert_cmpuint (find_item (spec, "442-0")->class_index, ==, 0);
}

static void
test_indicator_gaps (ViewFixture *self, gconstpointer data)
{
  g_autoptr (NtmMapSpec) spec = make_map (self, "sponsorship_locality", NTM_LEVEL_DISTRICT, NULL);
  g_autoptr (GError) error = NULL;
  NtmMapQuestion question = { .theme = "no-such-thing", .level = NTM_LEVEL_DISTRICT };

  /* In 2020 none of the figures of 2023 is known, but the classes are those of all years. */
  g_assert_cmpuint (spec->n_classes, ==, 5);
  for (guint i = 0; i < spec->items->len; i++)
    g_assert_cmpint (((NtmMapItem *) g_ptr_array_index (spec->items, i))->mark, ==, NTM_MARK_NO_DATA);
  g_assert_null (ntm_map_view_new (&self->ctx, &question, &error));
  g_assert_nonnull (error);
}

static void
test_shapes_key (ViewFixture *self, gconstpointer data)
{
  g_autofree char *a = ntm_map_view_dup_shapes_key (&self->ctx, NTM_LEVEL_DISTRICT, NULL);
  g_autofree char *b = NULL;
  g_autofree char *c = NULL;
  g_autoptr (NtmShapes) shapes = ntm_map_view_new_shapes (&self->ctx, NTM_LEVEL_DISTRICT, NULL, NULL);
  NtmMapQuestion question = { .level = NTM_LEVEL_DISTRICT, .shapes = shapes };
  g_autoptr (NtmMapSpec) spec = ntm_map_view_new (&self->ctx, &question, NULL);

  g_assert_true (spec && spec->shapes == shapes);
  self->ctx.at = view_day ("2018-12-31");
  b = ntm_map_view_dup_shapes_key (&self->ctx, NTM_LEVEL_DISTRICT, NULL);
  self->ctx.at = view_day ("2025-01-01");
  c = ntm_map_view_dup_shapes_key (&self->ctx, NTM_LEVEL_DISTRICT, NULL);
  g_assert_cmpstr (a, ==, b);
  g_assert_cmpstr (a, !=, c);
}

/* A file of generated data says so on its map. */
static void
test_sample (ViewFixture *self, gconstpointer data)
{
  NtmRow *row = ntm_edit_write (self->edit, NTM_TABLE_META, "sample", NULL);
  g_autoptr (NtmAtlas) atlas = NULL;
  g_autoptr (NtmMapSpec) spec = NULL;
  ViewFixture other;

  g_assert_true (ntm_row_set (row, "value", "1", NULL));
  atlas = view_fixture_new_atlas (self->edit);
  other = *self;
  other.atlas = other.ctx.atlas = atlas;
  spec = make_map (&other, NULL, NTM_LEVEL_DISTRICT, NULL);
  view_assert_words (self, spec->note, "sample data · generalised outline", "dữ liệu minh hoạ · đường bao khái quát");
  g_assert_nonnull (strstr (spec->subtitle, self->ctx.lang == NTM_LANG_EN || !view_is_translated (self)
                                              ? "sample data" : "dữ liệu minh hoạ"));
}

/* A file without any unit is not a matter of the day. */
static void
test_empty (ViewFixture *self, gconstpointer data)
{
  g_autoptr (NtmEdit) edit = ntm_edit_new ("");
  g_autoptr (NtmAtlas) atlas = view_fixture_new_atlas (edit);
  g_autoptr (GError) error = NULL;
  NtmMapQuestion question = { .level = NTM_LEVEL_COMMUNE };
  NtmViewContext ctx = self->ctx;

  ctx.atlas = atlas;
  g_assert_null (ntm_map_view_new (&ctx, &question, &error));
  g_assert_error (error, NTM_ERROR, NTM_ERROR_NOT_FOUND);
  view_assert_words (self, error->message,
                     "This file has no units yet. Open another file, or make a new one with the built-in data.",
                     "Tệp này chưa có đơn vị nào. Mở tệp khác, hoặc tạo tệp mới với dữ liệu có sẵn.");
}

int
main (int argc, char **argv)
{
  view_test_init (&argc, &argv);
  view_add ("/map-view/districts", "2023-12-31", test_districts);
  view_add ("/map-view/labels", "2023-12-31", test_labels);
  view_add ("/map-view/legend", "2023-12-31", test_legend);
  view_add ("/map-view/published", "2024-02-21", test_published);
  view_add ("/map-view/communes", "2023-12-31", test_communes);
  view_add ("/map-view/days", NULL, test_days);
  view_add ("/map-view/basis", "2023-12-31", test_basis);
  view_add ("/map-view/indicator", "2023-12-31", test_indicator);
  view_add ("/map-view/indicator-gaps", "2020-12-31", test_indicator_gaps);
  view_add ("/map-view/gaps", NULL, test_gaps);
  view_add ("/map-view/not-verified", "2024-12-31", test_not_verified);
  view_add ("/map-view/places", "2023-12-31", test_places);
  view_add ("/map-view/shapes-key", "2023-12-31", test_shapes_key);
  view_add ("/map-view/sample", "2023-12-31", test_sample);
  view_add ("/map-view/empty", "2023-12-31", test_empty);
  return g_test_run ();
}
