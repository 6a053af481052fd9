/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "fixture.h"

/* The built-in data, from the text files. */
void
fixture_set_up_hatinh (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "hatinh", NULL);

  fixture->store = csv_store_new ();
  g_assert_true (csv_store_add_dir (fixture->store, path));
  fixture->atlas = csv_store_new_atlas (fixture->store);
}

void
fixture_tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->atlas);
  csv_store_free (fixture->store);
}

/* @iso: (nullable): a day, %NULL for one that is not known */
NtmDate
day (const char *iso)
{
  NtmDate date = NTM_DATE_MIN;

  if (iso != NULL)
    g_assert_true (ntm_date_parse (iso, &date, NULL));
  return date;
}
