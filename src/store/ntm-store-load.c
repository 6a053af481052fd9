/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * From rows to records, for every table alike. The file may come from anywhere: text that is not UTF-8 is
 * repaired, a value of another type than the column's counts as none.
 */

#include "config.h"

#include "ntm-sql.h"
#include "ntm-store-private.h"

static char *
build_select (const NtmTable *table, gboolean of_indicator, gboolean of_unit)
{
  GString *sql = g_string_new ("SELECT ");

  for (guint i = 0; i < table->n_fields; i++)
    {
      if (i > 0)
        g_string_append (sql, ", ");
      ntm_sql_append_name (sql, table->fields[i].column);
    }
  g_string_append (sql, " FROM ");
  ntm_sql_append_name (sql, table->name);
  if (of_indicator)
    g_string_append (sql, " WHERE \"indicator\" = ?1");
  if (of_unit)
    g_string_append (sql, " AND \"unit\" = ?2");
  g_string_append (sql, " ORDER BY ");
  for (guint i = 0; i < table->n_keys; i++)
    {
      if (i > 0)
        g_string_append (sql, ", ");
      ntm_sql_append_name (sql, table->fields[i].column);
    }
  return g_string_free (sql, FALSE);
}

static void
read_text (const NtmTable *table, gpointer record, guint field, sqlite3_stmt *statement)
{
  const char *text = (const char *) sqlite3_column_text (statement, (int) field);
  g_autofree char *valid = NULL;

  if (text && !g_utf8_validate (text, -1, NULL))
    text = valid = g_utf8_make_valid (text, -1);
  ntm_record_set_text (table, record, field, text);
}

static void
read_bytes (const NtmTable *table, gpointer record, guint field, sqlite3_stmt *statement)
{
  gconstpointer data = sqlite3_column_blob (statement, (int) field);
  g_autoptr (GBytes) bytes = g_bytes_new (data, (gsize) sqlite3_column_bytes (statement, (int) field));

  ntm_record_set_bytes (table, record, field, bytes);
}

static gpointer
read_record (const NtmTable *table, sqlite3_stmt *statement)
{
  gpointer record = ntm_record_new (table);

  for (guint i = 0; i < table->n_fields; i++)
    {
      int found = sqlite3_column_type (statement, (int) i);

      switch (table->fields[i].type)
        {
        case NTM_FIELD_TEXT:
          if (found == SQLITE_TEXT)
            read_text (table, record, i, statement);
          break;
        case NTM_FIELD_INTEGER:
        case NTM_FIELD_DECIMAL:
          if (found == SQLITE_INTEGER)
            ntm_record_set_int64 (table, record, i, sqlite3_column_int64 (statement, (int) i));
          break;
        case NTM_FIELD_BYTES:
          if (found == SQLITE_BLOB)
            read_bytes (table, record, i, statement);
          break;
        default:
          g_assert_not_reached ();
        }
    }
  return record;
}

static GPtrArray *
read_records (NtmStore *self, const NtmTable *table, sqlite3_stmt *statement, GError **error)
{
  GPtrArray *records = g_ptr_array_new ();
  int rc;

  while ((rc = sqlite3_step (statement)) == SQLITE_ROW)
    {
      g_ptr_array_add (records, read_record (table, statement));
      ntm_store_watch_row (self);
    }
  if (ntm_sql_done (self->db, rc, error))
    return records;
  for (guint i = 0; i < records->len; i++)
    ntm_record_free (table, records->pdata[i]);
  g_ptr_array_unref (records);
  return NULL;
}

/* Asked for once an indicator by whoever describes a unit, so the query is compiled once. */
static GPtrArray *
load_row (NtmStore *self, const char *indicator, const char *unit, GError **error)
{
  const NtmTable *table = ntm_table_get (NTM_TABLE_OBSERVATION);
  GPtrArray *records;

  if (!self->row_query)
    {
      g_autofree char *sql = build_select (table, TRUE, TRUE);

      self->row_query = ntm_sql_prepare (self->db, sql, error);
    }
  if (!self->row_query)
    return NULL;
  sqlite3_bind_text (self->row_query, 1, indicator, -1, SQLITE_STATIC);
  sqlite3_bind_text (self->row_query, 2, unit, -1, SQLITE_STATIC);
  records = read_records (self, table, self->row_query, error);
  sqlite3_reset (self->row_query);
  sqlite3_clear_bindings (self->row_query);
  return records;
}

/**
 * ntm_store_load:
 * @store: a #NtmStore
 * @id: a table
 * @indicator: (nullable): for observations, those of one indicator
 * @unit: (nullable): with @indicator, those of one unit
 * @error: return location for an error
 *
 * Reads the records of a table, by primary key: the #NtmLoader of the Atlas.
 *
 * Returns: (transfer full): the records, which the caller frees with [func@Ntm.record_free]; or %NULL with
 *   @error set
 */
GPtrArray *
ntm_store_load (gpointer store, NtmTableId id, const char *indicator, const char *unit, GError **error)
{
  NtmStore *self = store;
  const NtmTable *table = ntm_table_get (id);
  g_autofree char *sql = NULL;
  g_autoptr (sqlite3_stmt) statement = NULL;

  if (unit)
    return load_row (self, indicator, unit, error);
  sql = build_select (table, indicator != NULL, FALSE);
  statement = ntm_sql_prepare (self->db, sql, error);
  if (!statement)
    return NULL;
  if (indicator)
    sqlite3_bind_text (statement, 1, indicator, -1, SQLITE_STATIC);
  return read_records (self, table, statement, error);
}
