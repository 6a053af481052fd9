/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Units in time, and what a person may type for them. */

#include "config.h"

#include <string.h>

#include "fixture.h"
#include "ntm-error.h"

static const char units[] =
  "id,code,level,valid_from,valid_to\n"
  "42-0,42,province,,\n"
  "436-0,436,district,,2025-01-01\n"
  "436-20250101,436,district,2025-01-01,2025-07-01\n"
  "437-0,437,district,,2025-07-01\n"
  "447-0,447,district,,2025-07-01\n"
  "449-20150411,449,district,2015-04-11,2025-07-01\n"
  "448-0,448,district,,2025-01-01\n"
  "100-0,100,commune,,\n"
  "101-0,101,commune,,\n"
  "102-0,102,commune,,\n"
  "103-0,103,commune,,\n"
  "104-0,104,commune,,\n"
  "105-0,105,commune,,\n";

static const char states[] =
  "unit,valid_from,valid_to,type,name,short_name,parent\n"
  "42-0,,,tỉnh,Tỉnh Hà Tĩnh,Hà Tĩnh,\n"
  "436-0,2007-06-12,2025-01-01,thành phố,Thành phố Hà Tĩnh,Hà Tĩnh,42-0\n" /* states may come in any order */
  "436-0,,2007-06-12,thị xã,Thị xã Hà Tĩnh,Hà Tĩnh,42-0\n"
  "436-20250101,2025-01-01,2025-07-01,thành phố,Thành phố Hà Tĩnh,Hà Tĩnh,42-0\n"
  "437-0,,2025-07-01,thị xã,Thị xã Hồng Lĩnh,Hồng Lĩnh,42-0\n"
  "447-0,,2025-07-01,huyện,Huyện Kỳ Anh,Kỳ Anh,42-0\n"
  "449-20150411,2015-04-11,2025-07-01,thị xã,Thị xã Kỳ Anh,Kỳ Anh,42-0\n"
  "448-0,,2025-01-01,huyện,Huyện Đức Thọ,Đức Thọ,42-0\n"
  "100-0,,,xã,Xã Ân Phú,Ân Phú,448-0\n"
  "101-0,,,thị trấn,Thị trấn Đức Thọ,Đức Thọ,448-0\n"
  "102-0,,,xã,Xã An Dũng,An Dũng,448-0\n"
  "103-0,,2015-01-01,xã,Xã Thạch Đỉnh,Thạch Đỉnh,448-0\n"
  "103-0,2015-01-01,,xã,Xã Thạch Định,Thạch Định,437-0\n"
  "104-0,,,xã,Xã Thạch Đình,Thạch Đình,448-0\n"
  "105-0,,,phường,Phường Zinh,Zinh,448-0\n";

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->store = csv_store_new ();
  csv_store_set (fixture->store, NTM_TABLE_UNIT, units);
  csv_store_set (fixture->store, NTM_TABLE_UNIT_STATE, states);
  fixture->atlas = csv_store_new_atlas (fixture->store);
}

static char *
join (GPtrArray *list)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < list->len; i++)
    g_string_append_printf (text, "%s%s", i ? " " : "", ((const NtmUnit *) list->pdata[i])->id);
  g_ptr_array_unref (list);
  return g_string_free (text, FALSE);
}

#define assert_list(list, expected)            \
  G_STMT_START                                 \
  {                                            \
    g_autofree char *joined = join (list);     \
    g_assert_cmpstr (joined, ==, expected);    \
  }                                            \
  G_STMT_END

static void
test_lists (Fixture *fixture, gconstpointer data)
{
  NtmAtlas *atlas = fixture->atlas;
  const NtmUnit *duc_tho = ntm_atlas_find_unit (atlas, "448-0");

  assert_list (ntm_atlas_units_at (atlas, NTM_LEVEL_DISTRICT, day ("2024-02-21")),
               "436-0 437-0 449-20150411 448-0 447-0");
  assert_list (ntm_atlas_units_at (atlas, NTM_LEVEL_DISTRICT, day ("2015-04-10")), "436-0 437-0 448-0 447-0");
  assert_list (ntm_atlas_units_at (atlas, NTM_LEVEL_DISTRICT, day ("2024-12-31")),
               "436-0 437-0 449-20150411 448-0 447-0");
  assert_list (ntm_atlas_units_at (atlas, NTM_LEVEL_DISTRICT, day ("2025-01-01")),
               "436-20250101 437-0 449-20150411 447-0");
  assert_list (ntm_atlas_units_at (atlas, NTM_LEVEL_DISTRICT, day ("2025-07-01")), "");
  /* wards and townships first; a comes before ă and â; đỉnh (hook) before định (dot below) */
  assert_list (ntm_atlas_children (atlas, duc_tho, day ("2014-12-31")), "101-0 105-0 102-0 100-0 104-0 103-0");
  assert_list (ntm_atlas_children (atlas, duc_tho, day ("2015-01-01")), "101-0 105-0 102-0 100-0 104-0");
  g_assert_cmpstr (ntm_atlas_province (atlas, day ("2024-01-01"))->id, ==, "42-0");
}

static void
test_states (Fixture *fixture, gconstpointer data)
{
  const NtmUnit *city = ntm_atlas_find_unit (fixture->atlas, "436-0");
  const NtmUnit *moved = ntm_atlas_find_unit (fixture->atlas, "103-0");

  g_assert_cmpstr (ntm_unit_state_at (city, day ("2007-06-11"))->type, ==, "thị xã");
  g_assert_cmpstr (ntm_unit_state_at (city, day ("2007-06-12"))->type, ==, "thành phố");
  g_assert_null (ntm_unit_state_at (city, day ("2025-01-01")));
  g_assert_cmpstr (ntm_unit_last_state (city)->type, ==, "thành phố");
  g_assert_true (ntm_unit_is_urban (ntm_unit_last_state (city)));
  g_assert_false (ntm_unit_is_urban (ntm_unit_last_state (moved)));
  g_assert_cmpstr (ntm_unit_state_at (moved, day ("2014-12-31"))->parent_unit->id, ==, "448-0");
  g_assert_cmpstr (ntm_unit_state_at (moved, day ("2015-01-01"))->parent_unit->id, ==, "437-0");
  g_assert_cmpstr (ntm_unit_last_state (moved)->folded, ==, "xa thach dinh");
  g_assert_cmpint (ntm_atlas_issues (fixture->atlas)->len, ==, 0);
}

static const struct
{
  const char *text, *id;   /* id NULL = refused with code */
  int         code;
  const char *said;        /* a part of the message */
} questions[] = {
  { "448-0", "448-0", 0, NULL },
  { " 448 ", "448-0", 0, NULL },
  { "436", NULL, NTM_ERROR_AMBIGUOUS, "436-20250101, from 2025-01-01 until 2025-07-01" },
  { "436@2024-12-31", "436-0", 0, NULL },
  { "436@2025-01-01", "436-20250101", 0, NULL },
  { "436@2025-07-01", NULL, NTM_ERROR_NOT_FOUND, "until 2025-01-01" },
  { "436@hôm nay", NULL, NTM_ERROR_INPUT, NULL },
  { "436@", NULL, NTM_ERROR_INPUT, NULL },
  { "@2024-01-01", NULL, NTM_ERROR_INPUT, NULL },
  { "", NULL, NTM_ERROR_INPUT, NULL },
  { "  ", NULL, NTM_ERROR_INPUT, NULL },
  { "\xff\xfe", NULL, NTM_ERROR_INPUT, NULL },
  { "Huyện Kỳ Anh", "447-0", 0, NULL },
  { "huyen ky anh", "447-0", 0, NULL },
  { "HUYỆN  KỲ ANH", "447-0", 0, NULL },
  { "Thị xã Kỳ Anh", "449-20150411", 0, NULL },
  { "Thi\xcc\xa3 xa\xcc\x83 Ky\xcc\x80 Anh", "449-20150411", 0, NULL }, /* NFD */
  { "Kỳ Anh", NULL, NTM_ERROR_AMBIGUOUS, "Huyện Kỳ Anh (447-0, until 2025-07-01); Thị xã Kỳ Anh (449-20150411" },
  { "Kỳ Anh@2024-02-21", NULL, NTM_ERROR_AMBIGUOUS, "447-0" },
  { "Kỳ Anh@2015-04-10", "447-0", 0, NULL },
  { "Hồng Lĩnh", "437-0", 0, NULL },
  { "hong linh", "437-0", 0, NULL },
  /* the province and the city, which was two units with that name */
  { "Hà Tĩnh", NULL, NTM_ERROR_AMBIGUOUS, "fits 3 units" },
  { "Thành phố Hà Tĩnh", NULL, NTM_ERROR_AMBIGUOUS, "fits 2 units" },
  { "Thành phố Hà Tĩnh@2025-06-30", "436-20250101", 0, NULL },
  { "Thị xã Hà Tĩnh", "436-0", 0, NULL },
  { "Thị xã Hà Tĩnh@2007-06-11", "436-0", 0, NULL },
  { "Thị xã Hà Tĩnh@2007-06-12", NULL, NTM_ERROR_NOT_FOUND, "on 2007-06-12" },
  /* across levels */
  { "Đức Thọ", NULL, NTM_ERROR_AMBIGUOUS, "Thị trấn Đức Thọ (101-0)" },
  /* spelled exactly one fits; without marks three names, two units */
  { "Xã Thạch Đình", "104-0", 0, NULL },
  { "Xã Thạch Đỉnh", "103-0", 0, NULL },
  { "Thạch Định", "103-0", 0, NULL },
  { "xa thach dinh", NULL, NTM_ERROR_AMBIGUOUS, "fits 2 units" },
  { "Huyện Kỳ Ank", NULL, NTM_ERROR_NOT_FOUND, "Huyện Kỳ Anh (447-0" },
  { "Đức", NULL, NTM_ERROR_NOT_FOUND, "Đức Thọ" },
  { "không có gì giống", NULL, NTM_ERROR_NOT_FOUND, "Type its id" },
};

static void
test_resolve (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    {
      g_autoptr (GError) error = NULL;
      const NtmUnit *unit = ntm_atlas_resolve_unit (fixture->atlas, questions[i].text, &error);

      g_test_message ("case %u: %s", i, error ? error->message : unit->id);
      if (questions[i].id)
        {
          g_assert_no_error (error);
          g_assert_cmpstr (unit->id, ==, questions[i].id);
          continue;
        }
      g_assert_null (unit);
      g_assert_error (error, NTM_ERROR, questions[i].code);
      if (questions[i].said)
        g_assert_nonnull (strstr (error->message, questions[i].said));
    }
}

/* Eleven wards of one name: eight are listed and three counted. */
static void
test_many (void)
{
  g_autoptr (CsvStore) store = csv_store_new ();
  g_autoptr (NtmAtlas) atlas = NULL;
  g_autoptr (GString) rows = g_string_new ("id,code,level,valid_from,valid_to\n");
  g_autoptr (GString) names = g_string_new ("unit,valid_from,valid_to,type,name,short_name,parent\n");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 11; i++)
    {
      g_string_append_printf (rows, "%u-0,%u,commune,,\n", 900 + i, 900 + i);
      g_string_append_printf (names, "%u-0,,,phường,Phường Trần Phú,Trần Phú,\n", 900 + i);
    }
  csv_store_set (store, NTM_TABLE_UNIT, rows->str);
  csv_store_set (store, NTM_TABLE_UNIT_STATE, names->str);
  atlas = csv_store_new_atlas (store);
  g_assert_null (ntm_atlas_resolve_unit (atlas, "Phường Trần Phú", &error));
  g_assert_error (error, NTM_ERROR, NTM_ERROR_AMBIGUOUS);
  g_assert_nonnull (strstr (error->message, "(907-0)"));
  g_assert_null (strstr (error->message, "(908-0)"));
  g_assert_nonnull (strstr (error->message, "and 3 more"));
}

static void
test_levels (void)
{
  NtmLevel level = NTM_LEVEL_VILLAGE;

  for (guint i = 0; i < NTM_N_LEVELS; i++)
    {
      g_assert_true (ntm_level_parse (ntm_level_code ((NtmLevel) i), &level));
      g_assert_cmpint (level, ==, i);
    }
  g_assert_false (ntm_level_parse ("Commune", &level));
  g_assert_cmpint (level, ==, NTM_LEVEL_VILLAGE);
}

/* Random strings: never a crash, and what is resolved is a unit of the Atlas. */
static void
test_noise (Fixture *fixture, gconstpointer data)
{
  static const char *const pieces[] = { "@", "436", "Kỳ", " ", "Anh", "2024-02-21", "\xe1", "đ", "-0", "\n", "xã" };

  for (guint i = 0; i < 2000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      const NtmUnit *unit;

      for (int n = g_test_rand_int_range (0, 7); n > 0; n--)
        g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      unit = ntm_atlas_resolve_unit (fixture->atlas, text->str, NULL);
      g_assert_true (!unit || ntm_atlas_find_unit (fixture->atlas, unit->id) == unit);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/units/lists", Fixture, NULL, set_up, test_lists, fixture_tear_down);
  g_test_add ("/units/states", Fixture, NULL, set_up, test_states, fixture_tear_down);
  g_test_add ("/units/resolve", Fixture, NULL, set_up, test_resolve, fixture_tear_down);
  g_test_add ("/units/noise", Fixture, NULL, set_up, test_noise, fixture_tear_down);
  g_test_add_func ("/units/many", test_many);
  g_test_add_func ("/units/levels", test_levels);
  return g_test_run ();
}
