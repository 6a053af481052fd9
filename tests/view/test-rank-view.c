/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rankings: values, gaps that are not the last place, equal places, one period for all. */

#include "config.h"

#include <string.h>

#include "ntm-figure.h"
#include "ntm-rank-view.h"
#include "ntm-text.h"
#include "ntm-topics.h"
#include "ntm-view-words.h"
#include "view-fixture.h"

static const NtmRankRow *
find_row (const NtmRankSpec *spec, const char *key)
{
  for (guint i = 0; i < spec->rows->len; i++)
    {
      const NtmRankRow *row = g_ptr_array_index (spec->rows, i);

      if (g_str_equal (row->key, key))
        return row;
    }
  g_error ("%s is not listed", key);
}

static void
test_sponsors (ViewFixture *self, gconstpointer data)
{
  NtmRankQuestion question = {
    .indicator = "sponsorship_locality", .level = NTM_LEVEL_DISTRICT, .highlighted = "444-0",
  };
  g_autoptr (NtmRankSpec) spec = ntm_rank_view_new (&self->ctx, &question, NULL);
  guint n_values = 0;

  g_assert_cmpuint (spec->rows->len, ==, 13);
  for (guint i = 0; i < spec->rows->len; i++)
    {
      const NtmRankRow *row = g_ptr_array_index (spec->rows, i);

      n_values += !row->no_data;
      g_assert_cmpint (row->highlighted, ==, g_str_equal (row->key, "444-0"));
    }
  g_assert_cmpuint (n_values, ==, 7);
  g_assert_cmpfloat (find_row (spec, "443-0")->value, ==, 11.063);
  g_assert_true (find_row (spec, "439-0")->no_data);
  view_assert_words (self, find_row (spec, "439-0")->value_text, "no data", "chưa có số liệu");
  view_assert_words (self, find_row (spec, "447-0")->label, "Kỳ Anh district", "Huyện Kỳ Anh");
  g_assert_nonnull (strstr (spec->title, "Can Lộc"));
  g_assert_nonnull (spec->source);
  g_assert_false (spec->ascending);
}

/* In 2020 only Cẩm Xuyên has a poverty rate; the one of Đức Thọ of 2019 is not mixed in. */
static void
test_period (ViewFixture *self, gconstpointer data)
{
  NtmRankQuestion question = { .indicator = "poverty_rate", .level = NTM_LEVEL_DISTRICT };
  NtmPeriod period;
  g_autoptr (NtmRankSpec) newest = ntm_rank_view_new (&self->ctx, &question, NULL);
  g_autoptr (NtmRankSpec) asked = NULL;
  g_autoptr (NtmRankSpec) empty = NULL;

  g_assert_false (find_row (newest, "446-0")->no_data);
  g_assert_true (find_row (newest, "440-0")->no_data);
  view_assert_words (self, newest->title, "Poverty: only Cẩm Xuyên district has a figure, 3.41\u00a0%",
                     "Hộ nghèo: chỉ Huyện Cẩm Xuyên có số liệu, 3,41\u00a0%");
  g_assert_true (newest->ascending);
  g_assert_true (ntm_period_parse ("2019", &period, NULL));
  question.period = &period;
  asked = ntm_rank_view_new (&self->ctx, &question, NULL);
  g_assert_true (find_row (asked, "446-0")->no_data);
  g_assert_false (find_row (asked, "440-0")->no_data);
  g_assert_true (ntm_period_parse ("2022", &period, NULL));
  empty = ntm_rank_view_new (&self->ctx, &question, NULL);
  view_assert_words (self, empty->title, "Poverty: no data", "Hộ nghèo: chưa có số liệu");
}

/* The first half of 2023 is known from its last day on. */
static void
test_day (ViewFixture *self, gconstpointer data)
{
  NtmRankQuestion question = { .indicator = "sponsorship_locality", .level = NTM_LEVEL_DISTRICT };

  for (guint late = 0; late < 2; late++)
    {
      g_autoptr (NtmRankSpec) spec = NULL;

      self->ctx.at = view_day (late ? "2023-06-30" : "2023-06-29");
      spec = ntm_rank_view_new (&self->ctx, &question, NULL);
      g_assert_cmpint (find_row (spec, "443-0")->no_data, ==, !late);
    }
}

/* Equal values share a place in the table, and no one of them is called the best. */
static void
test_ties (ViewFixture *self, gconstpointer data)
{
  static const struct { const char *unit, *value; } values[] = {
    { "440-0", "7.5" }, { "441-0", "9" }, { "442-0", "9" }, { "443-0", "1" },
  };
  NtmRankQuestion question = { .indicator = "income_per_capita", .level = NTM_LEVEL_DISTRICT };
  g_autoptr (NtmAtlas) atlas = NULL;
  g_autoptr (NtmRankSpec) spec = NULL;
  g_autoptr (NtmFigure) figure = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  static const char *const places[] = { "1", "1", "3", "4" };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      NtmRow *row = ntm_edit_write (self->edit, NTM_TABLE_OBSERVATION, "income_per_capita", values[i].unit, "2030",
                                    "reported", "", NULL);

      g_assert_true (ntm_row_set (row, "value_e6", values[i].value, NULL));
      g_assert_true (ntm_row_set (row, "state", "value", NULL));
      g_assert_true (ntm_row_set (row, "qualifier", "=", NULL));
    }
  atlas = view_fixture_new_atlas (self->edit);
  self->ctx.atlas = atlas;
  question.period = &(NtmPeriod) { 0 };
  g_assert_true (ntm_period_parse ("2030", (NtmPeriod *) question.period, NULL));
  spec = ntm_rank_view_new (&self->ctx, &question, NULL);
  view_assert_words (self, spec->title,
                     "Income per capita: highest in 2 units, 9\u00a0million đồng a year each",
                     "Thu nhập bình quân: 2 đơn vị cùng cao nhất, 9\u00a0triệu đồng/năm");
  figure = ntm_figure_new_for_rank (spec);
  rows = ntm_figure_to_rows (figure);
  g_assert_cmpuint (rows->len, ==, 14);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    g_assert_cmpstr (((char **) g_ptr_array_index (rows, i + 1))[0], ==, places[i]);
  g_assert_cmpstr (((char **) g_ptr_array_index (rows, 5))[0], ==, "");
}

/* A unit without a bar says why: each reason in its own words. */
static void
test_gaps (ViewFixture *self, gconstpointer data)
{
  static const struct { const char *unit, *state; } states[] = {
    { "440-0", "not_applicable" }, { "441-0", "not_verified" }, { "442-0", "no_data" },
  };
  NtmPeriod period;
  NtmRankQuestion question = { .indicator = "income_per_capita", .level = NTM_LEVEL_DISTRICT, .period = &period };
  g_autoptr (NtmAtlas) atlas = NULL;
  g_autoptr (NtmRankSpec) spec = NULL;
  guint n_other = 0;

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    g_assert_true (ntm_row_set (ntm_edit_write (self->edit, NTM_TABLE_OBSERVATION, "income_per_capita", states[i].unit,
                                                "2030", "reported", "", NULL), "state", states[i].state, NULL));
  atlas = view_fixture_new_atlas (self->edit);
  self->ctx.atlas = atlas;
  g_assert_true (ntm_period_parse ("2030", &period, NULL));
  spec = ntm_rank_view_new (&self->ctx, &question, NULL);
  for (guint i = 0; i < spec->rows->len; i++)
    {
      const NtmRankRow *row = g_ptr_array_index (spec->rows, i);

      g_assert_true (row->no_data);
      if (g_str_equal (row->key, "440-0"))
        view_assert_words (self, row->value_text, "not applicable", "không áp dụng");
      else if (g_str_equal (row->key, "441-0"))
        view_assert_words (self, row->value_text, "not verified", "chưa thẩm tra");
      else
        n_other++;
    }
  g_assert_cmpuint (n_other, ==, 11);
}

static guint
count_topics (const GPtrArray *indicators)
{
  g_autoptr (GHashTable) topics = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < indicators->len; i++)
    g_hash_table_add (topics, (char *) ((const NtmIndicator *) indicators->pdata[i])->topic);
  return g_hash_table_size (topics);
}

/* Topic by topic in their fixed order, by name within one; the first is known without sorting. */
static void
test_topics (ViewFixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) list = ntm_topic_list_indicators (self->atlas);
  const NtmIndicator *last = NULL;
  guint n_topics = 0;

  g_assert_cmpuint (list->len, ==, ntm_atlas_records (self->atlas, NTM_TABLE_INDICATOR)->len);
  g_assert_true (ntm_topic_find_first (self->atlas) == list->pdata[0]);
  for (guint i = 0; i < list->len; i++)
    {
      const NtmIndicator *next = list->pdata[i];

      if (last != NULL && g_str_equal (last->topic, next->topic))
        g_assert_cmpint (ntm_text_compare (ntm_view_indicator_name (&self->ctx, last),
                                           ntm_view_indicator_name (&self->ctx, next)), <=, 0);
      else
        n_topics++;
      last = next;
    }
  g_assert_cmpstr (((const NtmIndicator *) list->pdata[0])->topic, ==, "title");
  g_assert_cmpuint (n_topics, ==, count_topics (list));
}

int
main (int argc, char **argv)
{
  view_test_init (&argc, &argv);
  view_add ("/rank-view/sponsors", "2023-12-31", test_sponsors);
  view_add ("/rank-view/period", "2024-02-21", test_period);
  view_add ("/rank-view/day", NULL, test_day);
  view_add ("/rank-view/gaps", "2024-02-21", test_gaps);
  view_add ("/rank-view/topics", NULL, test_topics);
  view_add ("/rank-view/ties", "2024-02-21", test_ties);
  return g_test_run ();
}
