/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counts of titles against naive loops over the events, at dates where the answer changes. */

#include "config.h"

#include <string.h>

#include "ntm-standings.h"
#include "ntm-view-words.h"
#include "view-fixture.h"

static gboolean
may_have (const NtmUnit *unit, NtmDate at, const NtmTitleKind *kind)
{
  g_auto (GStrv) types = g_strsplit (kind->types, ";", -1);

  return g_strv_contains ((const char *const *) types, ntm_unit_state_at (unit, at)->type);
}

/* A naive oracle: the highest title of a unit by its own dates alone; a ward has none of a commune. */
static const NtmTitle *
highest_title (const ViewFixture *self, const NtmUnit *unit)
{
  const GPtrArray *titles = ntm_atlas_records (self->atlas, NTM_TABLE_TITLE);
  const NtmTitle *best = NULL;

  for (guint i = 0; i < titles->len; i++)
    {
      const NtmTitle *title = g_ptr_array_index (titles, i);
      NtmDate since;
      gboolean uncertain;

      if (!g_str_equal (title->unit, unit->id) || !ntm_title_since (title, self->ctx.basis, &since, &uncertain))
        continue;
      if (since > self->ctx.at || *title->revoked || !may_have (unit, self->ctx.at, title->title_kind))
        continue;
      if (!best || title->title_kind->rank > best->title_kind->rank)
        best = title;
    }
  return best;
}

static void
assert_counts (const ViewFixture *self, NtmLevel level)
{
  g_autoptr (GPtrArray) units = ntm_atlas_units_at (self->atlas, level, self->ctx.at);
  NtmStandingCounts counts = ntm_standings_count (&self->ctx, units);
  guint titled = 0, sum = 0, counted = 0;

  for (guint i = 0; i < units->len; i++)
    titled += highest_title (self, g_ptr_array_index (units, i)) != NULL;
  for (guint s = 0; s < NTM_N_STATUSES; s++)
    sum += counts.by_status[s];
  for (guint s = NTM_STATUS_STANDARD; s <= NTM_STATUS_URBAN; s++)
    counted += counts.by_status[s];
  g_assert_cmpuint (counts.n_units, ==, units->len);
  g_assert_cmpuint (sum, ==, units->len);
  g_assert_cmpuint (counted, ==, titled);
}

static void
test_counts (ViewFixture *self, gconstpointer data)
{
  static const char *const days[] = { "2018-12-09", "2018-12-10", "2021-12-31", "2023-12-31", "2024-02-21",
                                      "2024-12-31", "2025-03-01", "2025-08-01" };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      self->ctx.at = view_day (days[i]);
      for (NtmBasis basis = NTM_BASIS_SIGNED; basis <= NTM_BASIS_YEAR; basis++)
        {
          self->ctx.basis = basis;
          assert_counts (self, NTM_LEVEL_DISTRICT);
          assert_counts (self, NTM_LEVEL_COMMUNE);
        }
    }
}

static void
test_ladders (ViewFixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) districts = ntm_atlas_units_at (self->atlas, NTM_LEVEL_DISTRICT, self->ctx.at);
  g_autoptr (GPtrArray) communes = ntm_atlas_units_at (self->atlas, NTM_LEVEL_COMMUNE, self->ctx.at);
  g_autoptr (GPtrArray) wards = g_ptr_array_new ();

  for (guint i = 0; i < communes->len; i++)
    if (ntm_unit_is_urban (ntm_unit_state_at (g_ptr_array_index (communes, i), self->ctx.at)))
      g_ptr_array_add (wards, g_ptr_array_index (communes, i));
  g_assert_cmpuint (ntm_ladder_statuses (&self->ctx, districts), ==,
                    1u << NTM_STATUS_NOT_YET | 1u << NTM_STATUS_STANDARD | 1u << NTM_STATUS_ADVANCED
                    | 1u << NTM_STATUS_COMPLETED);
  g_assert_cmpuint (ntm_ladder_statuses (&self->ctx, communes), ==,
                    1u << NTM_STATUS_NOT_YET | 1u << NTM_STATUS_STANDARD | 1u << NTM_STATUS_ADVANCED
                    | 1u << NTM_STATUS_MODEL | 1u << NTM_STATUS_SMART | 1u << NTM_STATUS_URBAN);
  g_assert_cmpuint (wards->len, ==, 34);
  g_assert_cmpuint (ntm_ladder_statuses (&self->ctx, wards), ==, 1u << NTM_STATUS_NOT_YET | 1u << NTM_STATUS_URBAN);
}

static guint
count_commune_rank (const ViewFixture *self, gint64 rank)
{
  g_autoptr (GPtrArray) communes = ntm_atlas_units_at (self->atlas, NTM_LEVEL_COMMUNE, self->ctx.at);
  guint n = 0;

  for (guint i = 0; i < communes->len; i++)
    {
      const NtmTitle *title = highest_title (self, g_ptr_array_index (communes, i));

      n += title && g_str_equal (title->title_kind->ladder, "commune") && title->title_kind->rank >= rank;
    }
  return n;
}

/* Published 181, 60 and 15 stand beside what the file has decisions for. */
static void
test_published (ViewFixture *self, gconstpointer data)
{
  static const int stated[] = { 181, 60, 15 };
  g_autoptr (GArray) counts = ntm_published_counts (&self->ctx);

  g_assert_cmpuint (counts->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      const NtmPublishedCount *count = &g_array_index (counts, NtmPublishedCount, i);
      g_autofree char *sentence = ntm_published_sentence (&self->ctx, count);
      g_autofree char *counted = g_strdup_printf ("%u", count->counted);

      g_assert_cmpint (count->observation->shown, ==, stated[i] * NTM_DECIMAL_ONE);
      g_assert_cmpuint (count->counted, ==, count_commune_rank (self, (gint64) i + 1));
      g_assert_cmpint (count->differs, ==, (int) count->counted != stated[i]);
      if (count->differs)
        g_assert_nonnull (strstr (sentence, counted));
    }
}

static void
test_published_none (ViewFixture *self, gconstpointer data)
{
  g_autoptr (GArray) counts = ntm_published_counts (&self->ctx);

  g_assert_cmpuint (counts->len, ==, 0);
}

static void
test_sentence (ViewFixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) units = ntm_atlas_units_at (self->atlas, NTM_LEVEL_DISTRICT, self->ctx.at);
  NtmStandingCounts counts = ntm_standings_count (&self->ctx, units);
  g_autofree char *sentence = ntm_standings_sentence (&self->ctx, units, &counts);

  g_assert_cmpuint (counts.by_status[NTM_STATUS_STANDARD], ==, 7);
  g_assert_cmpuint (counts.by_status[NTM_STATUS_NOT_YET], ==, 5);
  view_assert_words (self, sentence,
                     "Of 13 districts, towns and cities: NTM standard 7, Not yet NTM 5, No decision in the file 1"
                     "; 2 of these to be verified.",
                     "Trong 13 huyện, thị xã, thành phố: Đạt chuẩn NTM 7, Chưa đạt chuẩn 5, Chưa có quyết định trong "
                     "tệp 1; trong đó 2 cần đối chiếu.");
}

static void
test_words (ViewFixture *self, gconstpointer data)
{
  const NtmUnit *town = ntm_atlas_find_unit (self->atlas, "449-20150411");
  const NtmIndicator *rate = ntm_atlas_lookup (self->atlas, NTM_TABLE_INDICATOR, "poverty_rate");
  g_autofree char *name = ntm_view_unit_name (&self->ctx, town);
  g_autofree char *end = ntm_view_date_words (&self->ctx, view_day ("2023-12-31"));
  g_autofree char *day = ntm_view_date_words (&self->ctx, view_day ("2024-02-21"));
  g_autofree char *month = ntm_view_part_date (&self->ctx, "2019-12");
  g_autofree char *odd = ntm_view_part_date (&self->ctx, "mùa thu");
  g_autofree char *points = ntm_view_difference (&self->ctx, rate, -780000);
  g_autofree char *pace = ntm_view_pace (&self->ctx, rate, -0.02);
  g_autofree char *notice = ntm_view_document_short (&self->ctx, "notice-2024-02-21");
  g_autofree char *page = ntm_view_document_short (&self->ctx, "page-baohatinh-219053");
  g_autofree char *unknown = ntm_view_document (&self->ctx, "no-such-document");

  view_assert_words (self, name, "Kỳ Anh town", "Thị xã Kỳ Anh");
  view_assert_words (self, end, "end of 2023", "cuối năm 2023");
  view_assert_words (self, day, "21 Feb 2024", "21/02/2024");
  view_assert_words (self, month, "Dec 2019", "12/2019");
  g_assert_cmpstr (odd, ==, "mùa thu");
  view_assert_words (self, points, "0.78\u00a0percentage points", "0,78\u00a0điểm %");
  view_assert_words (self, pace, "0.020\u00a0percentage points a year", "0,020\u00a0điểm %/năm");
  view_assert_words (self, notice, "Notice of 21 Feb 2024", "Thông báo 21/02/2024");
  view_assert_words (self, page, "Hà Tĩnh newspaper, article 219053", "Báo Hà Tĩnh, bài 219053");
  g_assert_cmpstr (unknown, ==, "no-such-document");
}

int
main (int argc, char **argv)
{
  view_test_init (&argc, &argv);
  view_add ("/standings/counts", NULL, test_counts);
  view_add ("/standings/ladders", "2023-12-31", test_ladders);
  view_add ("/standings/published", "2024-02-21", test_published);
  view_add ("/standings/published-none", "2010-01-01", test_published_none);
  view_add ("/standings/sentence", "2023-12-31", test_sentence);
  view_add ("/standings/words", NULL, test_words);
  return g_test_run ();
}
