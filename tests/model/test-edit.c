/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What may be entered, and what the edit then writes. */

#include "config.h"

#include <string.h>

#include "fixture.h"
#include "ntm-edit.h"
#include "ntm-error.h"

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->store = csv_store_new ();
  csv_store_set (fixture->store, NTM_TABLE_UNIT,
                 "id,code,level,valid_from,valid_to\n2-0,2,district,,2025-01-01\n3-20250101,3,district,2025-01-01,\n");
  csv_store_set (fixture->store, NTM_TABLE_UNIT_STATE,
                 "unit,valid_from,valid_to,type,name,short_name\n"
                 "2-0,,2025-01-01,huyện,Huyện B,B\n3-20250101,2025-01-01,,huyện,Huyện C,C\n");
  csv_store_set (fixture->store, NTM_TABLE_INDICATOR,
                 "code,name_vi,name_en,kind,minimum,maximum\nrate,a,a,stock,0,100\nfree,b,b,stock,,\n"
                 "low,c,c,stock,5,\nhigh,d,d,stock,,0.000001\n");
  fixture->atlas = csv_store_new_atlas (fixture->store);
}

static NtmEntry
make_entry (Fixture *fixture, const char *indicator, const char *unit, const char *period, const char *number)
{
  NtmEntry entry = { .kind = NTM_KIND_REPORTED, .state = NTM_STATE_VALUE };

  entry.indicator = ntm_atlas_lookup (fixture->atlas, NTM_TABLE_INDICATOR, indicator);
  entry.unit = ntm_atlas_find_unit (fixture->atlas, unit);
  g_assert_true (ntm_period_parse (period, &entry.period, NULL));
  if (number)
    g_assert_true (ntm_number_parse (number, NTM_NUMBER_SCRIPT, &entry.number, NULL));
  return entry;
}

static const struct
{
  const char *indicator, *unit, *period, *number;
  const char *said;   /* NULL = accepted */
} cases[] = {
  { "rate", "2-0", "2023", "0", NULL },
  { "rate", "2-0", "2023", "100", NULL },
  { "rate", "2-0", "2023", "100.000001", "0 to 100" },
  { "rate", "2-0", "2023", "-0.000001", "0 to 100" },
  /* rounds to 100 but is more, exactly */
  { "rate", "2-0", "2023", "1000000001/1000000000", "0 to 100" },
  { "rate", "2-0", "2023", "1000000000/1000000000", NULL },
  { "rate", "2-0", "2023", "81462/293534", NULL },
  { "free", "2-0", "2023", "-5000000", NULL },
  { "low", "2-0", "2023", "4.999999", "5 or more" },
  { "low", "2-0", "2023", "5", NULL },
  { "high", "2-0", "2023", "1", "0.000001 or less" },
  { "rate", "2-0", "2025", "1", "ended on 2025-01-01" },
  { "rate", "2-0", "2024-12-31", "1", NULL },
  { "rate", "2-0", "2021/2025", "1", NULL },
  { "rate", "3-20250101", "2024", "1", "began on 2025-01-01" },
  { "rate", "3-20250101", "2025-01-01", "1", NULL },
};

static void
test_entries (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      NtmEntry entry = make_entry (fixture, cases[i].indicator, cases[i].unit, cases[i].period, cases[i].number);
      g_autoptr (GError) error = NULL;
      g_autoptr (NtmEdit) edit = ntm_edit_new_observation (fixture->atlas, &entry, &error);

      g_test_message ("case %u: %s", i, error ? error->message : ntm_edit_get_label (edit));
      g_assert_cmpint (edit != NULL, ==, cases[i].said == NULL);
      if (!cases[i].said)
        continue;
      g_assert_error (error, NTM_ERROR, NTM_ERROR_RANGE);
      g_assert_nonnull (strstr (error->message, cases[i].said));
    }
}

static void
test_limits (Fixture *fixture, gconstpointer data)
{
  NtmEntry entry = make_entry (fixture, "rate", "2-0", "2023", "1/2");
  g_autofree char *full = g_strnfill (2000, 'x');
  g_autofree char *over = g_strnfill (2001, 'x');
  g_autoptr (GError) error = NULL;
  NtmIndicator gone = *entry.indicator;
  NtmEdit *edit;

  entry.note = full;
  edit = ntm_edit_new_observation (fixture->atlas, &entry, &error);
  g_assert_nonnull (edit);
  ntm_edit_free (edit);
  entry.note = over;
  g_assert_null (ntm_edit_new_observation (fixture->atlas, &entry, &error));
  g_assert_error (error, NTM_ERROR, NTM_ERROR_RANGE);
  g_clear_error (&error);
  entry.note = "bell \a";
  g_assert_null (ntm_edit_new_observation (fixture->atlas, &entry, &error));
  g_assert_error (error, NTM_ERROR, NTM_ERROR_INPUT);
  g_clear_error (&error);
  entry.note = "\xff";
  g_assert_null (ntm_edit_new_observation (fixture->atlas, &entry, &error));
  g_assert_error (error, NTM_ERROR, NTM_ERROR_INPUT);
  g_clear_error (&error);
  entry.note = NULL;
  entry.number.denominator = 0;
  g_assert_null (ntm_edit_new_observation (fixture->atlas, &entry, &error));
  g_assert_error (error, NTM_ERROR, NTM_ERROR_RANGE);
  g_clear_error (&error);
  gone.code = (char *) "gone";
  entry.indicator = &gone;
  g_assert_null (ntm_edit_new_observation (fixture->atlas, &entry, &error));
  g_assert_error (error, NTM_ERROR, NTM_ERROR_NOT_FOUND);
}

static gboolean
is_set (const NtmRow *row, const char *column)
{
  const NtmTable *table = ntm_table_get (row->table);

  return row->set >> (ntm_table_find_field (table, column) - table->fields) & 1;
}

static void
test_ratio_row (Fixture *fixture, gconstpointer data)
{
  NtmEntry entry = make_entry (fixture, "rate", "2-0", "2023-H1", "81462/293534");
  g_autoptr (GError) error = NULL;
  g_autoptr (NtmEdit) edit = ntm_edit_new_observation (fixture->atlas, &entry, &error);
  const NtmRow *row;
  const NtmObservation *record;
  g_autofree char *key = NULL;

  g_assert_no_error (error);
  g_assert_cmpint (ntm_edit_get_n_rows (edit), ==, 1);
  row = ntm_edit_get_row (edit, 0);
  record = row->record;
  key = ntm_record_dup_key (ntm_table_get (row->table), record);
  g_assert_cmpstr (key, ==, "rate 2-0 2023-H1 reported ");
  g_assert_true (record->value == NTM_NONE);
  g_assert_cmpint (record->numerator, ==, 81462 * NTM_DECIMAL_ONE);
  g_assert_cmpint (record->denominator, ==, 293534 * NTM_DECIMAL_ONE);
  g_assert_cmpstr (record->qualifier_code, ==, "=");
  g_assert_cmpstr (record->state_name, ==, "value");
  g_assert_true (is_set (row, "value_e6") && is_set (row, "source") && is_set (row, "state") && is_set (row, "words"));
  g_assert_false (is_set (row, "note") || is_set (row, "place") || is_set (row, "preferred"));
  g_assert_false (row->is_delete);
  g_assert_cmpstr (ntm_edit_get_label (edit), ==, "rate, Huyện B, 2023-H1: 81462/293534");
}

static void
test_state_row (Fixture *fixture, gconstpointer data)
{
  NtmEntry entry = make_entry (fixture, "rate", "2-0", "2023", "500"); /* the number is not looked at */
  g_autoptr (NtmEdit) edit = NULL;
  const NtmObservation *record;

  entry.state = NTM_STATE_NOT_APPLICABLE;
  entry.note = "e\xcc\x82"; /* NFD */
  edit = ntm_edit_new_observation (fixture->atlas, &entry, NULL);
  g_assert_nonnull (edit);
  record = ntm_edit_get_row (edit, 0)->record;
  g_assert_true (record->value == NTM_NONE && record->numerator == NTM_NONE);
  g_assert_cmpstr (record->state_name, ==, "not_applicable");
  g_assert_cmpstr (record->note, ==, "ê");
}

static void
test_words (Fixture *fixture, gconstpointer data)
{
  NtmEntry entry = make_entry (fixture, "rate", "2-0", "2023", NULL);
  g_autoptr (NtmEdit) edit = NULL;
  const NtmObservation *record;

  g_assert_true (ntm_number_parse ("gần 96", NTM_NUMBER_VI, &entry.number, NULL));
  edit = ntm_edit_new_observation (fixture->atlas, &entry, NULL);
  record = ntm_edit_get_row (edit, 0)->record;
  g_assert_cmpint (record->value, ==, 96 * NTM_DECIMAL_ONE);
  g_assert_cmpstr (record->qualifier_code, ==, "~");
  g_assert_cmpstr (record->words, ==, "gần");
}

static void
test_row_set (void)
{
  g_autoptr (NtmEdit) edit = ntm_edit_new ("test");
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_static ("wkb", 3);
  static const char *const bad[][2] = {
    { "area_e6", "1,5" }, { "area_e6", "1e3" }, { "area_e6", "1.0000001" }, { "people", "1.5" }, { "people", "12 000" },
    { "people", "99999999999999999999" }, { "area", "1" }, { "note", "\xff" }, { "note", "\x01" },
  };
  NtmRow *row = ntm_edit_write (edit, NTM_TABLE_UNIT, "2-0", NULL);
  const NtmUnit *unit = row->record;

  g_assert_true (ntm_row_set (row, "area_e6", "353.9", &error));
  g_assert_cmpint (unit->area, ==, 353900000);
  g_assert_true (ntm_row_set (row, "people", "-7", &error));
  g_assert_cmpint (unit->people, ==, -7);
  g_assert_true (ntm_row_set (row, "people", "", &error));
  g_assert_true (unit->people == NTM_NONE);
  g_assert_true (ntm_row_set (row, "note", "hai\ndòng", &error));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      guint64 before = row->set;

      g_test_message ("case %u: %s", i, bad[i][0]);
      g_assert_false (ntm_row_set (row, bad[i][0], bad[i][1], &error));
      g_assert_nonnull (error);
      g_clear_error (&error);
      g_assert_cmpuint (row->set, ==, before);
    }
  g_assert_cmpint (unit->area, ==, 353900000);
  g_assert_cmpstr (unit->note, ==, "hai\ndòng");
  row = ntm_edit_write (edit, NTM_TABLE_BOUNDARY, "2-0", "", NULL);
  g_assert_cmpuint (row->set, ==, 3);
  g_assert_false (ntm_row_set (row, "geometry", "x", NULL));
  ntm_row_set_bytes (row, "geometry", bytes);
  g_assert_true (((NtmBoundary *) row->record)->geometry == bytes);
  ntm_edit_delete (edit, NTM_TABLE_MEETING_PARTY, "m", "12", NULL);
  g_assert_cmpint (ntm_edit_get_n_rows (edit), ==, 3);
  g_assert_true (ntm_edit_get_row (edit, 2)->is_delete);
  g_assert_cmpint (((NtmMeetingParty *) ntm_edit_get_row (edit, 2)->record)->seq, ==, 12);
}

static void
test_reference_date (Fixture *fixture, gconstpointer data)
{
  static const struct { int year, month, day; gboolean good; } days[] = {
    { 1944, 12, 31, FALSE }, { 1945, 1, 1, TRUE }, { 2024, 2, 21, TRUE }, { 2100, 12, 31, TRUE }, { 2101, 1, 1, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (NtmEdit) edit = ntm_edit_new_reference_date (fixture->atlas,
                                                              ntm_date_new (days[i].year, days[i].month, days[i].day),
                                                              &error);

      g_assert_cmpint (edit != NULL, ==, days[i].good);
      if (!days[i].good)
        g_assert_error (error, NTM_ERROR, NTM_ERROR_RANGE);
      else if (days[i].year == 2024)
        g_assert_cmpstr (((NtmMeta *) ntm_edit_get_row (edit, 0)->record)->value, ==, "2024-02-21");
    }
  g_assert_null (ntm_edit_new_reference_date (fixture->atlas, NTM_DATE_MAX, NULL));
}

static void
test_missing_key (void)
{
  if (g_test_subprocess ())
    {
      ntm_edit_delete (ntm_edit_new ("x"), NTM_TABLE_UNIT_STATE, "2-0", NULL);
      return;
    }
  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_failed ();
  g_test_trap_assert_stderr ("*unit_state has 2 key columns*");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/edit/entries", Fixture, NULL, set_up, test_entries, fixture_tear_down);
  g_test_add ("/edit/limits", Fixture, NULL, set_up, test_limits, fixture_tear_down);
  g_test_add ("/edit/ratio-row", Fixture, NULL, set_up, test_ratio_row, fixture_tear_down);
  g_test_add ("/edit/state-row", Fixture, NULL, set_up, test_state_row, fixture_tear_down);
  g_test_add ("/edit/words", Fixture, NULL, set_up, test_words, fixture_tear_down);
  g_test_add ("/edit/reference-date", Fixture, NULL, set_up, test_reference_date, fixture_tear_down);
  g_test_add_func ("/edit/row-set", test_row_set);
  g_test_add_func ("/edit/missing-key", test_missing_key);
  return g_test_run ();
}
