/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From which day titles count, and what a unit is on a day. */

#include "config.h"

#include <string.h>

#include "fixture.h"

static const char kinds[] =
  "code,name_vi,name_en,level,status,ladder,rank,types\n"
  "c1,Đạt chuẩn,Standard,commune,standard,commune,1,xã\n"
  "c2,Nâng cao,Advanced,commune,advanced,commune,2,xã\n"
  "c3,Kiểu mẫu,Model,commune,model,commune,3,xã\n"
  "u1,Đô thị văn minh,Urban,commune,urban,urban,1,phường;thị trấn\n"
  "d1,Huyện đạt chuẩn,District,district,standard,district,1,huyện\n"
  "d2,Huyện nâng cao,Advanced district,district,advanced,district,2,huyện\n"
  "t1,Hoàn thành,Completed,district,completed,district,1,thị xã; thành phố\n";

static const char units[] =
  "id,code,level,valid_from,valid_to\n"
  "1-0,1,province,,\n"
  "2-0,2,district,,\n"
  "3-0,3,district,,\n"
  "10-0,10,commune,,\n"
  "11-0,11,commune,,\n"
  "12-0,12,commune,,2020-01-01\n"
  "13-0,13,commune,,\n"
  "14-0,14,commune,,\n"
  "15-0,15,commune,,\n"
  "16-0,16,commune,,\n"
  "17-0,17,commune,,\n"
  "18-20200101,18,commune,2020-01-01,\n";

static const char states[] =
  "unit,valid_from,valid_to,type,name,short_name,parent\n"
  "1-0,,,tỉnh,Tỉnh A,A,\n"
  "2-0,,,huyện,Huyện B,B,1-0\n"
  "3-0,,,thành phố,Thành phố C,C,1-0\n"
  "10-0,,,xã,Xã D,D,2-0\n"
  "11-0,,2021-06-01,xã,Xã E,E,2-0\n"
  "11-0,2021-06-01,,thị trấn,Thị trấn E,E,2-0\n"
  "12-0,,,xã,Xã F,F,2-0\n"
  "13-0,,,xã,Xã G,G,2-0\n"
  "14-0,,,xã,Xã H,H,2-0\n"
  "15-0,,,xã,Xã I,I,2-0\n"
  "16-0,,,xã,Xã K,K,2-0\n"
  "17-0,,,xã,Xã L,L,2-0\n"
  "18-20200101,2020-01-01,,xã,Xã M,M,2-0\n";

static const char transfers[] =
  "from_unit,to_unit,date\n"
  "12-0,18-20200101,2020-01-01\n";

static const char titles[] =
  "id,unit,kind,for_year,signed,recognised_by,certainty,revoked\n"
  "10a,10-0,c1,2014,2015-02-10,,confirmed,\n"
  "10b,10-0,c2,2019,2019,,confirmed,\n"
  "10c,10-0,c3,2021,2022-03,,confirmed,2023-05-01\n"
  "11a,11-0,c1,2018,2019-01-15,,confirmed,\n"
  "12a,12-0,c1,2017,2018-01-15,,confirmed,\n"
  "13a,13-0,c1,2022,2023-01-20,,unverified,\n"
  "14a,14-0,c1,,,2024-02-21,confirmed,\n"
  "16a,16-0,c2,2022,2023-01-20,,confirmed,\n"
  "17a,17-0,c1,2015,2016-01-20,,confirmed,2018-01-01\n"
  "18a,18-20200101,c1,2023,2023-12-20,,confirmed,\n"
  "2a,2-0,d1,2020,2022-04-27,,confirmed,\n"
  "2b,2-0,d2,2024,,,confirmed,\n"
  "3a,3-0,t1,2023,2024-08-15,,,\n";

static const char targets[] =
  "id,unit,indicator,title_kind,period,certainty\n"
  "x,15-0,,c1,2025,unverified\n"
  "y,16-0,,c3,2025,confirmed\n";

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->store = csv_store_new ();
  csv_store_set (fixture->store, NTM_TABLE_TITLE_KIND, kinds);
  csv_store_set (fixture->store, NTM_TABLE_UNIT, units);
  csv_store_set (fixture->store, NTM_TABLE_UNIT_STATE, states);
  csv_store_set (fixture->store, NTM_TABLE_TRANSFER, transfers);
  csv_store_set (fixture->store, NTM_TABLE_TITLE, titles);
  csv_store_set (fixture->store, NTM_TABLE_TARGET, targets);
  fixture->atlas = csv_store_new_atlas (fixture->store);
}

static const struct
{
  const char *title, *signed_since;
  gboolean    signed_uncertain;
  const char *year_since;
  gboolean    year_uncertain;
} sinces[] = {
  { "10a", "2015-02-10", FALSE, "2014-12-31", FALSE },
  { "10b", "2019-12-31", TRUE, "2019-12-31", FALSE },
  { "10c", "2022-03-31", FALSE, "2021-12-31", FALSE },
  { "13a", "2023-01-20", TRUE, "2022-12-31", TRUE },
  { "14a", "2024-02-21", FALSE, "2024-02-21", FALSE },
  { "2b", "2024-12-31", TRUE, "2024-12-31", FALSE },
};

static void
test_since (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (sinces); i++)
    {
      const NtmTitle *title = ntm_atlas_lookup (fixture->atlas, NTM_TABLE_TITLE, sinces[i].title);
      gboolean uncertain;
      NtmDate since;

      g_test_message ("%s", sinces[i].title);
      g_assert_true (ntm_title_since (title, NTM_BASIS_SIGNED, &since, &uncertain));
      g_assert_cmpint (since, ==, day (sinces[i].signed_since));
      g_assert_cmpint (uncertain, ==, sinces[i].signed_uncertain);
      g_assert_true (ntm_title_since (title, NTM_BASIS_YEAR, &since, &uncertain));
      g_assert_cmpint (since, ==, day (sinces[i].year_since));
      g_assert_cmpint (uncertain, ==, sinces[i].year_uncertain);
    }
}

static const struct
{
  const char *unit, *at;
  NtmBasis    basis;
  NtmStatus   status;
  const char *title;
  gboolean    uncertain;
} standings[] = {
  { "18-20200101", "2022-01-01", NTM_BASIS_SIGNED, NTM_STATUS_NO_DECISION, NULL, FALSE },
  { "18-20200101", "2023-12-20", NTM_BASIS_SIGNED, NTM_STATUS_STANDARD, "18a", FALSE },
  { "10-0", "2015-02-09", NTM_BASIS_SIGNED, NTM_STATUS_NOT_YET, NULL, FALSE },
  { "10-0", "2015-02-10", NTM_BASIS_SIGNED, NTM_STATUS_STANDARD, "10a", FALSE },
  { "10-0", "2014-12-31", NTM_BASIS_YEAR, NTM_STATUS_STANDARD, "10a", FALSE },
  { "10-0", "2014-12-30", NTM_BASIS_YEAR, NTM_STATUS_NOT_YET, NULL, FALSE },
  { "10-0", "2019-12-30", NTM_BASIS_SIGNED, NTM_STATUS_STANDARD, "10a", FALSE },
  { "10-0", "2019-12-31", NTM_BASIS_SIGNED, NTM_STATUS_ADVANCED, "10b", TRUE },
  { "10-0", "2022-03-31", NTM_BASIS_SIGNED, NTM_STATUS_MODEL, "10c", FALSE },
  { "10-0", "2023-04-30", NTM_BASIS_SIGNED, NTM_STATUS_MODEL, "10c", FALSE },
  { "10-0", "2023-05-01", NTM_BASIS_SIGNED, NTM_STATUS_ADVANCED, "10b", TRUE }, /* revoked: half-open */
  /* as a township the title of a commune no longer applies */
  { "11-0", "2021-05-31", NTM_BASIS_SIGNED, NTM_STATUS_STANDARD, "11a", FALSE },
  { "11-0", "2021-06-01", NTM_BASIS_SIGNED, NTM_STATUS_NO_DECISION, NULL, FALSE },
  { "12-0", "2019-12-31", NTM_BASIS_SIGNED, NTM_STATUS_STANDARD, "12a", FALSE },
  { "12-0", "2020-01-01", NTM_BASIS_SIGNED, NTM_STATUS_NOT_APPLICABLE, NULL, FALSE },
  { "13-0", "2023-01-19", NTM_BASIS_SIGNED, NTM_STATUS_NOT_YET, NULL, TRUE },
  { "13-0", "2023-01-20", NTM_BASIS_SIGNED, NTM_STATUS_STANDARD, "13a", TRUE },
  { "15-0", "2024-02-21", NTM_BASIS_SIGNED, NTM_STATUS_NOT_YET, NULL, TRUE },
  /* a later second title and a target for the third say nothing about the first */
  { "16-0", "2022-02-21", NTM_BASIS_SIGNED, NTM_STATUS_NO_DECISION, NULL, FALSE },
  { "16-0", "2023-01-20", NTM_BASIS_SIGNED, NTM_STATUS_ADVANCED, "16a", FALSE },
  /* after it was revoked the file says nothing */
  { "17-0", "2017-12-31", NTM_BASIS_SIGNED, NTM_STATUS_STANDARD, "17a", FALSE },
  { "17-0", "2018-01-01", NTM_BASIS_SIGNED, NTM_STATUS_NO_DECISION, NULL, FALSE },
  { "2-0", "2021-12-31", NTM_BASIS_SIGNED, NTM_STATUS_NOT_YET, NULL, FALSE },
  { "2-0", "2021-12-31", NTM_BASIS_YEAR, NTM_STATUS_STANDARD, "2a", FALSE },
  { "3-0", "2024-02-21", NTM_BASIS_SIGNED, NTM_STATUS_NOT_YET, NULL, FALSE },
  { "3-0", "2024-02-21", NTM_BASIS_YEAR, NTM_STATUS_COMPLETED, "3a", FALSE },
  { "1-0", "2024-02-21", NTM_BASIS_SIGNED, NTM_STATUS_NOT_APPLICABLE, NULL, FALSE },
};

static void
test_standing (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (standings); i++)
    {
      const NtmUnit *unit = ntm_atlas_find_unit (fixture->atlas, standings[i].unit);
      NtmStanding standing = ntm_atlas_standing (fixture->atlas, unit, day (standings[i].at), standings[i].basis);

      g_test_message ("%s on %s", standings[i].unit, standings[i].at);
      g_assert_cmpstr (ntm_status_code (standing.status), ==, ntm_status_code (standings[i].status));
      g_assert_cmpstr (standing.title ? standing.title->id : NULL, ==, standings[i].title);
      g_assert_cmpint (standing.uncertain, ==, standings[i].uncertain);
      g_assert_cmpint (standing.since == NTM_DATE_MIN, ==, standings[i].title == NULL);
    }
}

static void
test_titles_at (Fixture *fixture, gconstpointer data)
{
  const NtmUnit *unit = ntm_atlas_find_unit (fixture->atlas, "10-0");
  const NtmUnit *ended = ntm_atlas_find_unit (fixture->atlas, "12-0");
  g_autoptr (GPtrArray) held = ntm_atlas_titles_at (fixture->atlas, unit, day ("2022-12-31"), NTM_BASIS_SIGNED);
  g_autoptr (GPtrArray) none = ntm_atlas_titles_at (fixture->atlas, ended, day ("2022-12-31"), NTM_BASIS_SIGNED);

  g_assert_cmpint (held->len, ==, 3);
  g_assert_cmpstr (((NtmTitle *) held->pdata[0])->id, ==, "10c");
  g_assert_cmpstr (((NtmTitle *) held->pdata[1])->id, ==, "10b");
  g_assert_cmpstr (((NtmTitle *) held->pdata[2])->id, ==, "10a");
  g_assert_cmpint (none->len, ==, 0);
}

/* What cannot be read never counts and is told. */
static void
test_bad_rows (void)
{
  g_autoptr (CsvStore) store = csv_store_new ();
  g_autoptr (NtmAtlas) atlas = NULL;
  g_autoptr (GPtrArray) held = NULL;
  const NtmUnit *unit;

  csv_store_set (store, NTM_TABLE_TITLE_KIND, kinds);
  csv_store_set (store, NTM_TABLE_UNIT, units);
  csv_store_set (store, NTM_TABLE_UNIT_STATE, states);
  csv_store_set (store, NTM_TABLE_TITLE,
                 "id,unit,kind,for_year,signed\n"
                 "a,10-0,no_such,2020,\n"
                 "b,99-0,c1,2020,\n"
                 "c,10-0,c1,,\n"
                 "d,10-0,c1,,2021/2025\n");
  atlas = csv_store_new_atlas (store);
  unit = ntm_atlas_find_unit (atlas, "10-0");
  held = ntm_atlas_titles_at (atlas, unit, day ("2030-01-01"), NTM_BASIS_SIGNED);
  g_assert_cmpint (held->len, ==, 0);
  g_assert_cmpint (ntm_atlas_records (atlas, NTM_TABLE_TITLE)->len, ==, 4);
  /* kind of a, unit of b, no date of c, bad and hence no date of d */
  g_assert_cmpint (ntm_atlas_issues (atlas)->len, ==, 5);
  g_assert_cmpint (ntm_atlas_standing (atlas, unit, day ("2030-01-01"), NTM_BASIS_SIGNED).status, ==,
                   NTM_STATUS_NO_DECISION);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/titles/since", Fixture, NULL, set_up, test_since, fixture_tear_down);
  g_test_add ("/titles/standing", Fixture, NULL, set_up, test_standing, fixture_tear_down);
  g_test_add ("/titles/titles-at", Fixture, NULL, set_up, test_titles_at, fixture_tear_down);
  g_test_add_func ("/titles/bad-rows", test_bad_rows);
  return g_test_run ();
}
