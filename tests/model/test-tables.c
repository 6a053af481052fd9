/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The descriptions of the tables against the schema as SQLite understands it, and records through them. */

#include "config.h"

#include <sqlite3.h>
#include <string.h>

#include "ntm-records.h"

static sqlite3 *
open_schema (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "sql", "schema.sql", NULL);
  g_autofree char *sql = NULL;
  sqlite3 *db;

  g_assert_true (g_file_get_contents (path, &sql, NULL, NULL));
  g_assert_cmpint (sqlite3_open (":memory:", &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  return db;
}

static sqlite3_stmt *
query (sqlite3 *db, const char *sql, const char *argument)
{
  sqlite3_stmt *statement;

  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL), ==, SQLITE_OK);
  if (argument)
    sqlite3_bind_text (statement, 1, argument, -1, SQLITE_TRANSIENT);
  return statement;
}

static const char *
type_of (const NtmField *field)
{
  return field->type == NTM_FIELD_TEXT ? "TEXT" : field->type == NTM_FIELD_BYTES ? "BLOB" : "INTEGER";
}

/* One row of PRAGMA table_info: name, type, notnull, default, place in the primary key. */
static void
check_column (const NtmTable *table, guint *next_plain, sqlite3_stmt *row)
{
  const char *column = (const char *) sqlite3_column_text (row, 0);
  const NtmField *field = ntm_table_find_field (table, column);
  gboolean not_null = sqlite3_column_int (row, 2);
  int key = sqlite3_column_int (row, 4);

  g_test_message ("%s.%s", table->name, column);
  g_assert_nonnull (field);
  g_assert_cmpstr ((const char *) sqlite3_column_text (row, 1), ==, type_of (field));
  g_assert_cmpint (field->key, ==, key > 0);
  if (key > 0)
    g_assert_true (field == &table->fields[key - 1]);
  else
    g_assert_true (field == &table->fields[(*next_plain)++]);
  /* Text of a record is never NULL; a decimal may always be unknown. */
  if (field->type == NTM_FIELD_TEXT)
    g_assert_true (not_null);
  if (field->type == NTM_FIELD_DECIMAL)
    g_assert_false (not_null);
  g_assert_cmpint (field->type == NTM_FIELD_DECIMAL, ==, g_str_has_suffix (column, "_e6"));
}

static void
test_schema (void)
{
  sqlite3 *db = open_schema ();
  sqlite3_stmt *names = query (db, "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY rowid", NULL);
  guint n_tables = 0;

  while (sqlite3_step (names) == SQLITE_ROW)
    {
      const char *name = (const char *) sqlite3_column_text (names, 0);
      sqlite3_stmt *columns = query (db, "SELECT name, type, \"notnull\", dflt_value, pk FROM pragma_table_info (?)",
                                     name);
      const NtmTable *table;
      NtmTableId id;
      guint n_columns = 0, next_plain;

      g_assert_true (ntm_table_find (name, &id));
      g_assert_cmpint (id, ==, n_tables++);
      table = ntm_table_get (id);
      next_plain = table->n_keys;
      for (; sqlite3_step (columns) == SQLITE_ROW; n_columns++)
        check_column (table, &next_plain, columns);
      g_assert_cmpint (n_columns, ==, table->n_fields);
      g_assert_cmpint (next_plain, ==, table->n_fields);
      sqlite3_finalize (columns);
    }
  g_assert_cmpint (n_tables, ==, NTM_N_TABLES);
  sqlite3_finalize (names);
  sqlite3_close (db);
}

/* No member belongs to two columns, and all lie within the record. */
static void
test_offsets (void)
{
  for (guint i = 0; i < NTM_N_TABLES; i++)
    {
      const NtmTable *table = ntm_table_get ((NtmTableId) i);

      g_assert_cmpint (table->n_fields, <=, 64);
      for (guint j = 0; j < table->n_fields; j++)
        {
          g_assert_cmpint (table->fields[j].offset + 8, <=, table->record_size);
          for (guint k = 0; k < j; k++)
            g_assert_cmpint (table->fields[j].offset, !=, table->fields[k].offset);
        }
    }
}

static void
check_empty (const NtmTable *table, gpointer record, guint field)
{
  if (table->fields[field].type == NTM_FIELD_TEXT)
    g_assert_cmpstr (ntm_record_get_text (table, record, field), ==, "");
  else if (table->fields[field].type != NTM_FIELD_BYTES)
    g_assert_true (ntm_record_get_int64 (table, record, field) == NTM_NONE);
}

static void
fill (const NtmTable *table, gpointer record, guint field)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("wkb", 3);

  if (table->fields[field].type == NTM_FIELD_TEXT)
    ntm_record_set_text (table, record, field, table->fields[field].column);
  else if (table->fields[field].type == NTM_FIELD_BYTES)
    ntm_record_set_bytes (table, record, field, bytes);
  else
    ntm_record_set_int64 (table, record, field, (gint64) field + 1);
}

/* Every field of every table is set and read back, twice, so that old values are freed. */
static void
test_records (void)
{
  for (guint i = 0; i < NTM_N_TABLES; i++)
    {
      const NtmTable *table = ntm_table_get ((NtmTableId) i);
      gpointer record = ntm_record_new (table);

      for (guint j = 0; j < table->n_fields; j++)
        check_empty (table, record, j);
      for (guint round = 0; round < 2; round++)
        for (guint j = 0; j < table->n_fields; j++)
          fill (table, record, j);
      for (guint j = 0; j < table->n_fields; j++)
        if (table->fields[j].type == NTM_FIELD_TEXT)
          g_assert_cmpstr (ntm_record_get_text (table, record, j), ==, table->fields[j].column);
        else if (table->fields[j].type != NTM_FIELD_BYTES)
          g_assert_cmpint (ntm_record_get_int64 (table, record, j), ==, j + 1);
      ntm_record_free (table, record);
      ntm_record_free (table, NULL);
    }
}

static void
test_members (void)
{
  const NtmTable *table = ntm_table_get (NTM_TABLE_OBSERVATION);
  NtmObservation *record = ntm_record_new (table);
  g_autofree char *key = NULL;
  guint field = (guint) (ntm_table_find_field (table, "period") - table->fields);

  ntm_record_set_text (table, record, 0, "water");
  ntm_record_set_text (table, record, 1, "42-0");
  ntm_record_set_text (table, record, field, "2023");
  ntm_record_set_text (table, record, 3, "reported");
  g_assert_cmpstr (record->period_text, ==, "2023");
  key = ntm_record_dup_key (table, record);
  g_assert_cmpstr (key, ==, "water 42-0 2023 reported ");
  g_assert_null (ntm_table_find_field (table, "value"));
  ntm_record_set_text (table, record, 1, NULL);
  g_assert_cmpstr (record->unit, ==, "");
  ntm_record_free (table, record);
}

static void
test_number_key (void)
{
  const NtmTable *table = ntm_table_get (NTM_TABLE_MEETING_PARTY);
  gpointer record = ntm_record_new (table);
  g_autofree char *key = NULL;
  NtmTableId id = NTM_TABLE_META;

  ntm_record_set_text (table, record, 0, "m1");
  ntm_record_set_int64 (table, record, 1, 12);
  key = ntm_record_dup_key (table, record);
  g_assert_cmpstr (key, ==, "m1 12");
  ntm_record_free (table, record);
  g_assert_false (ntm_table_find ("journal", &id));
  g_assert_cmpint (id, ==, NTM_TABLE_META);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tables/schema", test_schema);
  g_test_add_func ("/tables/offsets", test_offsets);
  g_test_add_func ("/tables/records", test_records);
  g_test_add_func ("/tables/members", test_members);
  g_test_add_func ("/tables/number-key", test_number_key);
  return g_test_run ();
}
