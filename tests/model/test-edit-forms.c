/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Titles, indicators and names as a form enters them: what is refused beside which field, and what the
 * province looks like once the rows of an edit are in its tables. The rows are put in by a loader of this
 * test, not by the store.
 */

#include "config.h"

#include <string.h>

#include "fixture.h"
#include "ntm-edit-indicator.h"
#include "ntm-edit-title.h"
#include "ntm-edit-unit.h"
#include "ntm-error.h"

/* --- the tables after an edit ------------------------------------------------------------------ */

typedef struct
{
  CsvStore *store;
  NtmEdit  *edit;
} Edited;

static gboolean
has_key (const NtmTable *table, gconstpointer a, gconstpointer b)
{
  for (guint i = 0; i < table->n_keys; i++)
    if (table->fields[i].type == NTM_FIELD_TEXT
          ? !g_str_equal (ntm_record_get_text (table, a, i), ntm_record_get_text (table, b, i))
          : ntm_record_get_int64 (table, a, i) != ntm_record_get_int64 (table, b, i))
      return FALSE;
  return TRUE;
}

static void
put_row (GPtrArray *records, const NtmRow *row)
{
  const NtmTable *table = ntm_table_get (row->table);
  guint at = 0;

  while (at < records->len && !has_key (table, records->pdata[at], row->record))
    at++;
  if (row->is_delete)
    {
      g_assert_cmpuint (at, <, records->len);
      ntm_record_free (table, records->pdata[at]);
      g_ptr_array_remove_index (records, at);
      return;
    }
  if (at == records->len)
    g_ptr_array_add (records, ntm_record_new (table));
  for (guint i = 0; i < table->n_fields; i++)
    if (!(row->set & (G_GUINT64_CONSTANT (1) << i)))
      continue;
    else if (table->fields[i].type == NTM_FIELD_TEXT)
      ntm_record_set_text (table, records->pdata[at], i, ntm_record_get_text (table, row->record, i));
    else
      ntm_record_set_int64 (table, records->pdata[at], i, ntm_record_get_int64 (table, row->record, i));
}

static GPtrArray *
load_edited (gpointer data, NtmTableId table, const char *indicator, const char *unit, GError **error)
{
  Edited *self = data;
  GPtrArray *records = csv_store_load (self->store, table, indicator, unit, error);

  for (guint i = 0; records && i < ntm_edit_get_n_rows (self->edit); i++)
    if (ntm_edit_get_row (self->edit, i)->table == table)
      put_row (records, ntm_edit_get_row (self->edit, i));
  return records;
}

/* Returns: (transfer full): the Atlas of the file with the edit in it; it has no more issues than before */
static NtmAtlas *
new_edited (Fixture *fixture, Edited *edited)
{
  g_autoptr (GError) error = NULL;
  NtmAtlas *atlas = ntm_atlas_new (load_edited, edited);

  edited->store = fixture->store;
  ntm_atlas_load (atlas, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ntm_atlas_issues (atlas)->len, ==, ntm_atlas_issues (fixture->atlas)->len);
  return atlas;
}

static guint
count_fields (const NtmEdit *edit)
{
  guint n = 0;

  for (guint i = 0; i < ntm_edit_get_n_rows (edit); i++)
    for (guint64 set = ntm_edit_get_row (edit, i)->set; set; set &= set - 1)
      n++;
  return n;
}

static NtmStatus
standing (NtmAtlas *atlas, const char *unit, const char *at)
{
  return ntm_atlas_standing (atlas, ntm_atlas_find_unit (atlas, unit), day (at), NTM_BASIS_SIGNED).status;
}

/* --- titles ------------------------------------------------------------------------------------ */

static const NtmDocumentEntry paper = { .kind = "decision", .number = "99/QĐ-TTg", .date = "2024-09-30", .title_vi = "Công nhận" };
static const NtmDocumentEntry untitled = { .kind = "decision", .number = "99/QĐ-TTg", .date = "2024-09-30" };
static const NtmDocumentEntry known_paper = { .kind = "notice", .title_vi = "x", .date = "2024", .number = "" };

static const struct
{
  NtmTitleEntry entry;
  const char   *field;    /* NULL = accepted */
  NtmErrorCode  code;
} title_cases[] = {
  { { "444-0", "district_ntm", "2021/2025", "2024", "1", "99/QĐ-TTg", "2024-09-30", FALSE, "notice-2024-02-21" }, NULL },
  { { "444-0", "district_ntm", NULL, NULL, NULL, NULL, "2024-09", FALSE, "notice-2024-02-21" }, NULL },
  { { "444-0", "district_ntm", NULL, "2024", NULL, NULL, NULL, TRUE }, NULL },
  { { "444-0", "district_ntm", NULL, "2024", NULL, NULL, NULL, FALSE, NULL, &paper }, NULL },
  { { "444-0", "district_ntm", NULL, "2024", NULL, NULL, NULL, FALSE, NULL, &known_paper }, NULL },
  { { "444-0", "district_ntm", NULL, "2024", NULL, NULL, NULL, FALSE, NULL, &untitled }, "document.title_vi", NTM_ERROR_INPUT },
  { { "", "district_ntm", NULL, "2024", NULL, NULL, NULL, TRUE }, "unit", NTM_ERROR_INPUT },
  { { "444-0", NULL, NULL, "2024", NULL, NULL, NULL, TRUE }, "kind", NTM_ERROR_INPUT },
  { { "444-0", "commune_ntm", NULL, "2024", NULL, NULL, NULL, TRUE }, "kind", NTM_ERROR_INPUT },
  { { "444-0", "town_completed", NULL, "2024", NULL, NULL, NULL, TRUE }, "kind", NTM_ERROR_INPUT },
  { { "437-0", "town_completed", NULL, "2024", NULL, NULL, NULL, TRUE }, NULL },
  { { "444-0", "district_ntm", NULL, NULL, NULL, NULL, NULL, TRUE }, "signed", NTM_ERROR_INPUT },
  { { "444-0", "district_ntm", NULL, NULL, NULL, NULL, "30/9/2024", TRUE }, "signed", NTM_ERROR_INPUT },
  { { "444-0", "district_ntm", NULL, NULL, NULL, NULL, "2024-Q3", TRUE }, "signed", NTM_ERROR_INPUT },
  { { "444-0", "district_ntm", NULL, NULL, NULL, NULL, "1944-12-31", TRUE }, "signed", NTM_ERROR_RANGE },
  { { "444-0", "district_ntm", NULL, "2025", NULL, NULL, "2024-12-31", TRUE }, "signed", NTM_ERROR_RANGE },
  { { "444-0", "district_ntm", NULL, "2024", NULL, NULL, "2024-01-01", TRUE }, NULL },
  { { "444-0", "district_ntm", NULL, "2024-06", NULL, NULL, NULL, TRUE }, "for_year", NTM_ERROR_INPUT },
  { { "444-0", "district_ntm", "2021", "2024", NULL, NULL, NULL, TRUE }, "criteria_period", NTM_ERROR_INPUT },
  { { "444-0", "district_ntm", NULL, "2024", NULL, "chưa có", NULL, TRUE }, "decision", NTM_ERROR_INPUT },
  { { "444-0", "district_ntm", NULL, "2024", NULL, NULL, NULL, FALSE }, "source", NTM_ERROR_INPUT },
  { { "444-0", "district_ntm", NULL, "2024", NULL, NULL, NULL, TRUE, "no-such" }, "source", NTM_ERROR_NOT_FOUND },
  /* the last day of the districts, and the first without them; the years they touch */
  { { "444-0", "district_ntm", NULL, NULL, NULL, NULL, "2025-06-30", TRUE }, NULL },
  { { "444-0", "district_ntm", NULL, NULL, NULL, NULL, "2025-07-01", TRUE }, "signed", NTM_ERROR_RANGE },
  { { "444-0", "district_ntm", NULL, NULL, NULL, NULL, "2025", TRUE }, NULL },
  { { "449-20150411", "town_completed", NULL, NULL, NULL, NULL, "2015-04-10", TRUE }, "signed", NTM_ERROR_RANGE },
  /* Thị xã Hà Tĩnh became a city in 2007; both may be given the title of towns */
  { { "436-0", "district_ntm", NULL, "2020", NULL, NULL, NULL, TRUE }, "kind", NTM_ERROR_INPUT },
  /* the same title again: the number in other letters, the day, the year */
  { { "447-0", "district_ntm", NULL, NULL, NULL, "840/qđ-ttg ", "2024-08-20", TRUE }, "kind", NTM_ERROR_INPUT },
  { { "447-0", "district_ntm", NULL, NULL, NULL, "1/QĐ", "2024-08-15", TRUE }, "kind", NTM_ERROR_INPUT },
  { { "447-0", "district_ntm", NULL, "2023", NULL, "1/QĐ", "2024-08-16", TRUE }, "kind", NTM_ERROR_INPUT },
  { { "447-0", "district_advanced", NULL, "2023", NULL, "840/QĐ-TTg", "2024-08-15", TRUE }, NULL },
};

static void
test_titles (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (title_cases); i++)
    {
      g_autoptr (GError) error = NULL;
      const char *field = NULL;
      g_autoptr (NtmEdit) edit = ntm_edit_new_title (fixture->atlas, &title_cases[i].entry, &field, &error);

      g_test_message ("title %u: %s %s", i, field, error ? error->message : "accepted");
      g_assert_cmpstr (field, ==, title_cases[i].field);
      g_assert_true ((edit == NULL) == (title_cases[i].field != NULL));
      if (title_cases[i].field)
        g_assert_error (error, NTM_ERROR, (int) title_cases[i].code);
      else
        g_assert_no_error (error);
    }
}

/* Hương Khê is recognised on a day: "not yet" before it, standard on it; the paper is in the file too. */
static void
test_new_title (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  Edited edited = { NULL, ntm_edit_new_title (fixture->atlas, &(NtmTitleEntry) {
    .unit = "444-0", .kind = "district_ntm", .for_year = "2024", .decision = " 99/QĐ-TTg ", .signed_on = "2024-09-30",
    .new_source = &paper }, NULL, &error) };
  g_autoptr (NtmAtlas) atlas = NULL;
  NtmStanding then;

  g_assert_no_error (error);
  g_assert_cmpstr (ntm_edit_get_label (edited.edit), ==, "Huyện Hương Khê: district_ntm new 2024 99/QĐ-TTg");
  atlas = new_edited (fixture, &edited);
  g_assert_cmpint (standing (atlas, "444-0", "2024-09-29"), ==, NTM_STATUS_NOT_YET);
  then = ntm_atlas_standing (atlas, ntm_atlas_find_unit (atlas, "444-0"), day ("2024-09-30"), NTM_BASIS_SIGNED);
  g_assert_cmpint (then.status, ==, NTM_STATUS_STANDARD);
  g_assert_false (then.uncertain);
  g_assert_cmpstr (then.title->decision, ==, "99/QĐ-TTg");
  g_assert_true (g_str_has_prefix (then.title->id, "444-district_ntm-2024-"));
  g_assert_cmpstr (((const NtmDocument *) ntm_atlas_lookup (atlas, NTM_TABLE_DOCUMENT, then.title->source))->title_vi, ==,
                   "Công nhận");
  ntm_edit_free (edited.edit);
}

/* Every title of the file, read and written back, passes the checks and changes nothing. */
static void
test_titles_unchanged (Fixture *fixture, gconstpointer data)
{
  const GPtrArray *titles = ntm_atlas_records (fixture->atlas, NTM_TABLE_TITLE);

  g_assert_cmpuint (titles->len, >, 100);
  for (guint i = 0; i < titles->len; i++)
    {
      const NtmTitle *title = titles->pdata[i];
      g_autoptr (GError) error = NULL;
      g_autoptr (NtmEdit) edit = NULL;
      NtmTitleEntry entry;

      if (!*title->signed_on && !*title->for_year && !*title->recognised_by)
        continue;
      ntm_title_entry_read (title, &entry);
      edit = ntm_edit_new_title_change (fixture->atlas, title->id, &entry, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (count_fields (edit), ==, 1); /* the key */
    }
}

/* The number that was missing is found: only what differs is written, the rest of the row stays. */
static void
test_title_change (Fixture *fixture, gconstpointer data)
{
  const NtmTitle *title = ntm_atlas_lookup (fixture->atlas, NTM_TABLE_TITLE, "443-district_ntm-2019");
  g_autoptr (GError) error = NULL;
  g_autoptr (NtmAtlas) atlas = NULL;
  const NtmTitle *changed;
  NtmTitleEntry entry;
  Edited edited = { NULL, NULL };

  ntm_title_entry_read (title, &entry);
  entry.decision = "1/QĐ-TTg";
  entry.signed_on = "2019-12-05";
  edited.edit = ntm_edit_new_title_change (fixture->atlas, title->id, &entry, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_fields (edited.edit), ==, 3);
  atlas = new_edited (fixture, &edited);
  changed = ntm_atlas_lookup (atlas, NTM_TABLE_TITLE, title->id);
  g_assert_cmpstr (changed->decision, ==, "1/QĐ-TTg");
  g_assert_cmpstr (changed->criteria_period, ==, "2016/2020");
  g_assert_cmpint (standing (atlas, "443-0", "2019-12-04"), !=, NTM_STATUS_STANDARD);
  g_assert_cmpint (standing (atlas, "443-0", "2019-12-05"), ==, NTM_STATUS_STANDARD);
  ntm_edit_free (edited.edit);
}

static const struct
{
  NtmRevocation revocation;
  const char   *field;
} revocations[] = {
  { { "2022-05-01", "7/QĐ-TTg", "" }, NULL },
  { { "2022-05-01", "", "không còn giữ chuẩn" }, NULL },
  { { "2022", "7/QĐ-TTg", "" }, NULL },
  { { "", "7/QĐ-TTg", "" }, "revoked" },
  { { "1/5/2022", "7/QĐ-TTg", "" }, "revoked" },
  { { "2018-12-09", "7/QĐ-TTg", "" }, "revoked" },
  { { "2018-12-10", "7/QĐ-TTg", "" }, NULL },
};

static void
test_revocations (Fixture *fixture, gconstpointer data)
{
  const NtmTitle *title = ntm_atlas_lookup (fixture->atlas, NTM_TABLE_TITLE, "442-district_ntm-2018");
  NtmRevocation silent = { "2022-05-01", "", title->note };
  const char *field = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (revocations); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (NtmEdit) edit = NULL;

      field = NULL;
      edit = ntm_edit_new_title_revocation (fixture->atlas, title->id, &revocations[i].revocation, &field, &error);
      g_assert_cmpstr (field, ==, revocations[i].field);
      g_assert_true ((edit == NULL) == (revocations[i].field != NULL));
    }
  g_assert_null (ntm_edit_new_title_revocation (fixture->atlas, title->id, &silent, &field, NULL));
  g_assert_cmpstr (field, ==, "revoked_by");
}

/* Held until the day before, not on the day; it may not be revoked twice, but may be given again. */
static void
test_revoked (Fixture *fixture, gconstpointer data)
{
  NtmRevocation revocation = { "2022-05-01", "7/QĐ-TTg", "x" };
  NtmTitleEntry again = { "442-0", "district_ntm", NULL, "2018", NULL, "1709/QĐ-TTg", "2023-01-01", TRUE };
  Edited edited = { NULL, ntm_edit_new_title_revocation (fixture->atlas, "442-district_ntm-2018", &revocation, NULL, NULL) };
  g_autoptr (NtmAtlas) atlas = NULL;
  g_autoptr (NtmEdit) given = NULL;
  const char *field = NULL;

  g_assert_nonnull (edited.edit);
  atlas = new_edited (fixture, &edited);
  g_assert_cmpint (standing (atlas, "442-0", "2022-04-30"), ==, NTM_STATUS_STANDARD);
  g_assert_cmpint (standing (atlas, "442-0", "2022-05-01"), !=, NTM_STATUS_STANDARD);
  g_assert_null (ntm_edit_new_title_revocation (atlas, "442-district_ntm-2018", &revocation, &field, NULL));
  g_assert_cmpstr (field, ==, "revoked");
  given = ntm_edit_new_title (atlas, &again, NULL, NULL);
  g_assert_nonnull (given);
  ntm_edit_free (edited.edit);
}

static void
test_kinds (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) town = ntm_title_kinds_for (fixture->atlas, ntm_atlas_find_unit (fixture->atlas, "437-0"));
  g_autoptr (GPtrArray) district = ntm_title_kinds_for (fixture->atlas, ntm_atlas_find_unit (fixture->atlas, "444-0"));

  g_assert_cmpuint (town->len, ==, 1);
  g_assert_cmpstr (((NtmTitleKind *) town->pdata[0])->code, ==, "town_completed");
  g_assert_cmpuint (district->len, ==, 2);
  g_assert_cmpstr (((NtmTitleKind *) district->pdata[0])->code, ==, "district_ntm");
}

/* --- indicators -------------------------------------------------------------------------------- */

static void
test_indicators_unchanged (Fixture *fixture, gconstpointer data)
{
  const GPtrArray *indicators = ntm_atlas_records (fixture->atlas, NTM_TABLE_INDICATOR);

  g_assert_cmpuint (indicators->len, >, 60);
  for (guint i = 0; i < indicators->len; i++)
    {
      const NtmIndicator *indicator = indicators->pdata[i];
      const NtmTarget *target = ntm_atlas_target_for (fixture->atlas, indicator->code,
                                                      ntm_atlas_find_unit (fixture->atlas, "42-0"), day ("2024-02-21"));
      g_autoptr (GError) error = NULL;
      g_autoptr (NtmEdit) edit = NULL;
      NtmIndicatorEntry entry;
      NtmTargetEntry aim;

      ntm_indicator_entry_read (indicator, &entry);
      if (target)
        ntm_target_entry_read (target, &aim);
      edit = ntm_edit_new_indicator_change (fixture->atlas, indicator->code, &entry, target ? &aim : NULL, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (count_fields (edit), ==, target ? 2 : 1);
    }
}

static const struct
{
  const char *name_vi;
  int         decimals;
  NtmTargetEntry target;
  const char *field;
} indicator_cases[] = {
  { "Tỷ lệ hộ nghèo", 2, { .unit = "42-0", .value = 2 * NTM_DECIMAL_ONE, .period = "2025" }, NULL },
  { "Nghèo", 6, { .unit = "42-0", .value = NTM_NONE }, NULL },
  { " ", 2, { .value = NTM_NONE }, "name_vi" },
  { "TỶ LỆ HỘ CẬN NGHÈO", 2, { .value = NTM_NONE }, "name_vi" },
  { "a\nb", 2, { .value = NTM_NONE }, "name_vi" },
  { "Nghèo", 7, { .value = NTM_NONE }, "decimals" },
  { "Nghèo", -1, { .value = NTM_NONE }, "decimals" },
  { "Nghèo", 2, { .unit = "42-0", .value = 100 * NTM_DECIMAL_ONE + 1 }, "target.value" },
  { "Nghèo", 2, { .unit = "42-0", .value = 100 * NTM_DECIMAL_ONE }, NULL },
  { "Nghèo", 2, { .unit = "42-0", .value = -1 }, "target.value" },
  { "Nghèo", 2, { .unit = "42-0", .value = 0, .period = "năm sau" }, "target.period" },
  { "Nghèo", 2, { .unit = "42-0", .value = 0, .period = "2021/2025", .owner = "nobody" }, "target.owner" },
  { "Nghèo", 2, { .unit = "42-0", .value = 0, .source = "nothing" }, "target.source" },
  { "Nghèo", 2, { .unit = "nowhere", .value = 0 }, "target.unit" },
  { "Nghèo", 2, { .target = "nuoc-sach-2025", .value = 0 }, "target.value" },
};

static void
test_indicators (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (indicator_cases); i++)
    {
      NtmIndicatorEntry entry = { .name_vi = indicator_cases[i].name_vi, .decimals = indicator_cases[i].decimals };
      g_autoptr (GError) error = NULL;
      g_autoptr (NtmEdit) edit = NULL;
      const char *field = NULL;

      edit = ntm_edit_new_indicator_change (fixture->atlas, "poverty_rate", &entry, &indicator_cases[i].target, &field, &error);
      g_test_message ("indicator %u: %s %s", i, field, error ? error->message : "accepted");
      g_assert_cmpstr (field, ==, indicator_cases[i].field);
      g_assert_true ((edit == NULL) == (error != NULL));
    }
}

/* A target changed is the one that counts; one without a value is gone, and no other row with it. */
static void
test_target (Fixture *fixture, gconstpointer data)
{
  const NtmIndicator *water = ntm_atlas_lookup (fixture->atlas, NTM_TABLE_INDICATOR, "central_water_rate");
  guint n = ntm_atlas_records (fixture->atlas, NTM_TABLE_TARGET)->len;

  for (guint remove = 0; remove < 2; remove++)
    {
      g_autoptr (NtmAtlas) atlas = NULL;
      NtmIndicatorEntry entry;
      NtmTargetEntry aim;
      const NtmTarget *now;
      Edited edited = { NULL, NULL };

      ntm_indicator_entry_read (water, &entry);
      ntm_target_entry_read (ntm_atlas_lookup (fixture->atlas, NTM_TABLE_TARGET, "nuoc-sach-2025"), &aim);
      aim.value = remove ? NTM_NONE : 45500000;
      aim.qualifier = NTM_QUALIFIER_MORE;
      edited.edit = ntm_edit_new_indicator_change (fixture->atlas, water->code, &entry, &aim, NULL, NULL);
      g_assert_nonnull (edited.edit);
      atlas = new_edited (fixture, &edited);
      now = ntm_atlas_lookup (atlas, NTM_TABLE_TARGET, "nuoc-sach-2025");
      g_assert_cmpuint (ntm_atlas_records (atlas, NTM_TABLE_TARGET)->len, ==, n - remove);
      g_assert_true ((now == NULL) == (remove == 1));
      if (now)
        g_assert_cmpint (now->value, ==, 45500000);
      if (now)
        g_assert_cmpstr (now->scope_vi, ==, "khu vực nông thôn");
      ntm_edit_free (edited.edit);
    }
}

/* --- names of units ---------------------------------------------------------------------------- */

/* Type and short name of every state of the file make up its name: giving it again is refused as such. */
static void
test_names_unchanged (Fixture *fixture, gconstpointer data)
{
  const GPtrArray *states = ntm_atlas_records (fixture->atlas, NTM_TABLE_UNIT_STATE);
  guint n = 0;

  for (guint i = 0; i < states->len; i++)
    {
      const NtmUnitState *state = states->pdata[i];
      NtmUnitNameEntry entry = { state->valid.from, state->type, state->short_name, NULL };
      g_autoptr (GError) error = NULL;
      const char *field = NULL;

      if (entry.from == NTM_DATE_MIN)
        entry.from = MIN (day ("2015-04-11"), state->valid.to - 1);
      g_assert_null (ntm_edit_new_unit_name (fixture->atlas, state->unit, &entry, &field, &error));
      g_assert_cmpstr (field, ==, "short_name");
      g_test_message ("%s: %s", state->name, error->message);
      g_assert_nonnull (strstr (error->message, "already"));
      n++;
    }
  g_assert_cmpuint (n, >, 400);
}

static const struct
{
  const char *unit, *from, *type, *name, *field;
} name_cases[] = {
  { "444-0", "2024-05-01", "thị xã", "Hương Khê", NULL },
  { "444-0", "2024-05-01", "huyện", "Hương Khê Mới", NULL },
  { "444-0", "2024-05-01", "huyện", " Hương Khê ", "short_name" },
  { "444-0", "2024-05-01", "xã", "Hương Khê", "type" },
  { "444-0", "2024-05-01", "", "Hương Khê", "type" },
  { "444-0", "2024-05-01", "huyện", "", "short_name" },
  { "444-0", "2024-05-01", "thị xã", "Huyện Hương Khê", "short_name" },
  { "444-0", "2025-06-30", "thị xã", "Hương Khê", NULL },
  { "444-0", "2025-07-01", "thị xã", "Hương Khê", "valid_from" },
  { "448-20070222", "2007-02-21", "thị xã", "Lộc Hà", "valid_from" },
  { "448-20070222", "2007-02-22", "thị xã", "Lộc Hà", NULL },
  { "444-0", "1944-05-01", "thị xã", "Hương Khê", "valid_from" },
  /* huyện and thị xã Kỳ Anh live side by side; two thị xã Kỳ Anh may not */
  { "447-0", "2024-05-01", "thị xã", "Kỳ Anh", "short_name" },
  { "447-0", "2010-05-01", "huyện", "Kỳ Anh Bắc", NULL },
};

static void
test_names (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (name_cases); i++)
    {
      NtmUnitNameEntry entry = { day (name_cases[i].from), name_cases[i].type, name_cases[i].name, NULL };
      g_autoptr (GError) error = NULL;
      g_autoptr (NtmEdit) edit = NULL;
      const char *field = NULL;

      edit = ntm_edit_new_unit_name (fixture->atlas, name_cases[i].unit, &entry, &field, &error);
      g_test_message ("name %u: %s %s", i, field, error ? error->message : "accepted");
      g_assert_cmpstr (field, ==, name_cases[i].field);
      g_assert_true ((edit == NULL) == (error != NULL));
    }
}

/* The unit stays what it is: its life, its titles, its communes; only its name changes, on that day. */
static void
test_renamed (Fixture *fixture, gconstpointer data)
{
  NtmUnitNameEntry entry = { day ("2024-05-01"), "thị xã", "Nghi Xuân", "12/NQ" };
  Edited edited = { NULL, ntm_edit_new_unit_name (fixture->atlas, "442-0", &entry, NULL, NULL) };
  g_autoptr (NtmAtlas) atlas = NULL;
  g_autoptr (GPtrArray) communes = NULL;
  const NtmUnit *unit;

  g_assert_nonnull (edited.edit);
  atlas = new_edited (fixture, &edited);
  unit = ntm_atlas_find_unit (atlas, "442-0");
  g_assert_cmpuint (unit->states->len, ==, 2);
  g_assert_cmpstr (ntm_unit_state_at (unit, day ("2024-04-30"))->name, ==, "Huyện Nghi Xuân");
  g_assert_cmpstr (ntm_unit_state_at (unit, day ("2024-05-01"))->name, ==, "Thị xã Nghi Xuân");
  g_assert_cmpstr (ntm_unit_state_at (unit, day ("2024-05-01"))->note, ==, "12/NQ");
  g_assert_cmpint (ntm_unit_state_at (unit, day ("2024-05-01"))->valid.to, ==, day ("2025-07-01"));
  g_assert_true (ntm_unit_state_at (unit, day ("2024-05-01"))->parent_unit == ntm_atlas_find_unit (atlas, "42-0"));
  g_assert_cmpint (unit->life.to, ==, day ("2025-07-01"));
  communes = ntm_atlas_children (atlas, unit, day ("2024-05-01"));
  g_assert_cmpuint (communes->len, ==, 17);
  g_assert_cmpint (standing (atlas, "442-0", "2024-04-30"), ==, NTM_STATUS_STANDARD);
  g_assert_cmpint (standing (atlas, "442-0", "2024-05-01"), !=, NTM_STATUS_STANDARD); /* no title of towns */
  ntm_edit_free (edited.edit);
}

/* On its first day a state is put right in place. */
static void
test_name_corrected (Fixture *fixture, gconstpointer data)
{
  NtmUnitNameEntry entry = { day ("2007-02-22"), "huyện", "Lộc Hà Đông", "" };
  Edited edited = { NULL, ntm_edit_new_unit_name (fixture->atlas, "448-20070222", &entry, NULL, NULL) };
  g_autoptr (NtmAtlas) atlas = NULL;
  const NtmUnit *unit;

  g_assert_nonnull (edited.edit);
  atlas = new_edited (fixture, &edited);
  unit = ntm_atlas_find_unit (atlas, "448-20070222");
  g_assert_cmpuint (unit->states->len, ==, 1);
  g_assert_cmpstr (ntm_unit_last_state (unit)->name, ==, "Huyện Lộc Hà Đông");
  ntm_edit_free (edited.edit);
}

int
main (int argc, char *argv[])
{
  static const struct { const char *path; void (*run) (Fixture *, gconstpointer); } tests[] = {
    { "/edit-forms/titles", test_titles },
    { "/edit-forms/new-title", test_new_title },
    { "/edit-forms/titles-unchanged", test_titles_unchanged },
    { "/edit-forms/title-change", test_title_change },
    { "/edit-forms/revocations", test_revocations },
    { "/edit-forms/revoked", test_revoked },
    { "/edit-forms/kinds", test_kinds },
    { "/edit-forms/indicators", test_indicators },
    { "/edit-forms/indicators-unchanged", test_indicators_unchanged },
    { "/edit-forms/target", test_target },
    { "/edit-forms/names", test_names },
    { "/edit-forms/names-unchanged", test_names_unchanged },
    { "/edit-forms/renamed", test_renamed },
    { "/edit-forms/name-corrected", test_name_corrected },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, fixture_set_up_hatinh, tests[i].run, fixture_tear_down);
  return g_test_run ();
}
