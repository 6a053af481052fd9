/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * From rows of an edit to the tables, for every table alike. A statement is compiled once for each
 * combination of table and fields set, so that a million equal rows cost one compilation. Parameter n
 * is always field n - 1 of the table, whichever fields a statement uses.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ntm-sql.h"
#include "ntm-store-private.h"
#include "ntm-text.h"

typedef struct
{
  guint64          set;
  NtmTableId       table;
  NtmStatementKind kind;
} StatementKey;

static guint
hash_key (gconstpointer key)
{
  const StatementKey *k = key;

  return (guint) (k->set ^ k->set >> 32) * 31 + (guint) k->table * 4 + (guint) k->kind;
}

static gboolean
keys_equal (gconstpointer a, gconstpointer b)
{
  const StatementKey *x = a, *y = b;

  return x->set == y->set && x->table == y->table && x->kind == y->kind;
}

static void
finalize (gpointer statement)
{
  sqlite3_finalize (statement);
}

/**
 * ntm_statements_new:
 *
 * Returns: (transfer full): an empty store of compiled statements
 */
GHashTable *
ntm_statements_new (void)
{
  return g_hash_table_new_full (hash_key, keys_equal, g_free, finalize);
}

static gboolean
is_set (guint64 set, guint field)
{
  return (set >> field & 1) != 0;
}

static guint64
key_bits (const NtmTable *table)
{
  return (G_GUINT64_CONSTANT (1) << table->n_keys) - 1;
}

/* Appends what stands for each field of @set, @format with the column and its parameter's number. */
static void
append_fields (GString *sql, const NtmTable *table, guint64 set, const char *separator, const char *form)
{
  gboolean first = TRUE;

  for (guint i = 0; i < table->n_fields; i++)
    {
      if (!is_set (set, i))
        continue;
      if (!first)
        g_string_append (sql, separator);
      first = FALSE;
      for (const char *p = form; *p; p++)
        if (*p == '$')
          ntm_sql_append_name (sql, table->fields[i].column);
        else if (*p == '#')
          g_string_append_printf (sql, "?%u", i + 1);
        else
          g_string_append_c (sql, *p);
    }
}

static void
append_where (GString *sql, const NtmTable *table)
{
  g_string_append (sql, " WHERE ");
  append_fields (sql, table, key_bits (table), " AND ", "$ = #");
}

static void
append_upsert (GString *sql, const NtmTable *table, guint64 set)
{
  guint64 values = set & ~key_bits (table);

  g_string_append_printf (sql, "INSERT INTO \"%s\" (", table->name);
  append_fields (sql, table, set, ", ", "$");
  g_string_append (sql, ") VALUES (");
  append_fields (sql, table, set, ", ", "#");
  g_string_append (sql, ") ON CONFLICT (");
  append_fields (sql, table, key_bits (table), ", ", "$");
  g_string_append (sql, values ? ") DO UPDATE SET " : ") DO NOTHING");
  append_fields (sql, table, values, ", ", "$ = excluded.$");
}

static char *
build_sql (const NtmTable *table, NtmStatementKind kind, guint64 set)
{
  GString *sql = g_string_new (NULL);
  guint64 values = set & ~key_bits (table);

  switch (kind)
    {
    case NTM_STATEMENT_UPSERT:
      append_upsert (sql, table, set);
      break;
    case NTM_STATEMENT_UPDATE:
      g_string_append_printf (sql, "UPDATE \"%s\" SET ", table->name);
      append_fields (sql, table, values ? values : key_bits (table), ", ", "$ = #");
      append_where (sql, table);
      break;
    case NTM_STATEMENT_DELETE:
      g_string_append_printf (sql, "DELETE FROM \"%s\"", table->name);
      append_where (sql, table);
      break;
    case NTM_STATEMENT_READ:
      g_string_append (sql, "SELECT ");
      append_fields (sql, table, set, ", ", "$");
      g_string_append_printf (sql, " FROM \"%s\"", table->name);
      append_where (sql, table);
      break;
    default:
      g_assert_not_reached ();
    }
  return g_string_free (sql, FALSE);
}

/**
 * ntm_store_statement:
 * @self: a store
 * @kind: what it does: write a row whether or not it exists, change one that exists, delete one, or read
 *   the fields @set of one
 * @table: a table
 * @set: a bit per field to be written or read
 * @error: return location for an error
 *
 * Returns: (transfer none): the statement, reset and without values, or %NULL with @error set
 */
sqlite3_stmt *
ntm_store_statement (NtmStore *self, NtmStatementKind kind, NtmTableId table, guint64 set, GError **error)
{
  StatementKey key = { set, table, kind };
  sqlite3_stmt *statement = g_hash_table_lookup (self->statements, &key);
  g_autofree char *sql = NULL;

  if (statement)
    return statement;
  sql = build_sql (ntm_table_get (table), kind, set);
  statement = ntm_sql_prepare (self->db, sql, error);
  if (statement)
    g_hash_table_insert (self->statements, g_memdup2 (&key, sizeof key), statement);
  return statement;
}

static gboolean
refuse_row (const NtmTable *table, gconstpointer record, const char *problem, GError **error)
{
  g_autofree char *key = ntm_record_dup_key (table, record);
  g_autofree char *valid = g_utf8_make_valid (key, -1);

  return ntm_sql_refuse (error, NTM_ERROR_INPUT,
                         _("The row “%s” of “%s” cannot be kept: %s. Nothing was changed; correct it and try again."),
                         valid, table->name, problem);
}

static gboolean
bind_text (sqlite3_stmt *statement, int place, const char *text, GError **error)
{
  char *nfc;

  if (g_str_is_ascii (text))
    {
      sqlite3_bind_text (statement, place, text, -1, SQLITE_STATIC);
      return TRUE;
    }
  nfc = ntm_text_nfc (text, -1, error);
  if (nfc)
    sqlite3_bind_text (statement, place, nfc, -1, g_free);
  return nfc != NULL;
}

static void
bind_int64 (sqlite3_stmt *statement, int place, gint64 value)
{
  if (value == NTM_NONE)
    sqlite3_bind_null (statement, place);
  else
    sqlite3_bind_int64 (statement, place, value);
}

static void
bind_bytes (sqlite3_stmt *statement, int place, GBytes *bytes)
{
  gsize size = 0;
  gconstpointer data = bytes ? g_bytes_get_data (bytes, &size) : NULL;

  if (!bytes)
    sqlite3_bind_null (statement, place);
  else if (size == 0)
    sqlite3_bind_zeroblob (statement, place, 0);
  else
    sqlite3_bind_blob64 (statement, place, data, size, SQLITE_STATIC);
}

static gboolean
bind_record (sqlite3_stmt *statement, const NtmTable *table, gconstpointer record, guint64 set, GError **error)
{
  for (guint i = 0; i < table->n_fields; i++)
    {
      const NtmField *field = &table->fields[i];
      int place = (int) i + 1;

      if (!is_set (set, i))
        continue;
      if (field->type == NTM_FIELD_BYTES)
        bind_bytes (statement, place, G_STRUCT_MEMBER (GBytes *, (gpointer) record, field->offset));
      else if (field->type != NTM_FIELD_TEXT)
        bind_int64 (statement, place, ntm_record_get_int64 (table, record, i));
      else if (!bind_text (statement, place, ntm_record_get_text (table, record, i), error))
        return FALSE;
    }
  return TRUE;
}

/* The values are those of the row, which may be gone when the statement is next used. */
static int
run (sqlite3_stmt *statement)
{
  int rc = sqlite3_step (statement);

  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);
  return rc;
}

static int
run_row (NtmStore *self, const NtmRow *row, NtmStatementKind kind, guint64 set, GError **error)
{
  sqlite3_stmt *statement = ntm_store_statement (self, kind, row->table, set, error);

  if (!statement)
    return SQLITE_ERROR;
  if (bind_record (statement, ntm_table_get (row->table), row->record, set, error))
    return run (statement);
  sqlite3_clear_bindings (statement);
  return SQLITE_ERROR;
}

static gboolean
fail_row (NtmStore *self, const NtmRow *row, int rc, const char *problem, GError **error)
{
  if ((rc & 0xff) == SQLITE_CONSTRAINT || (rc & 0xff) == SQLITE_MISMATCH)
    return refuse_row (ntm_table_get (row->table), row->record, problem, error);
  return ntm_sql_fail (self->db, rc, error);
}

/*
 * Inserting comes first because most rows are new. A row that exists may be written without the fields
 * that a new one needs; SQLite notices these before it notices the row, so then it is an update.
 */
static gboolean
upsert (NtmStore *self, const NtmRow *row, GError **error)
{
  g_autofree char *problem = NULL;
  GError *local = NULL;
  int rc = run_row (self, row, NTM_STATEMENT_UPSERT, row->set, &local);

  if (!local && rc == SQLITE_CONSTRAINT_NOTNULL)
    {
      int update;

      problem = g_strdup (sqlite3_errmsg (self->db));
      update = run_row (self, row, NTM_STATEMENT_UPDATE, row->set, &local);
      rc = update == SQLITE_DONE && sqlite3_changes (self->db) == 0 ? rc : update;
    }
  if (local)
    {
      g_propagate_error (error, local);
      return FALSE;
    }
  return rc == SQLITE_DONE || fail_row (self, row, rc, problem ? problem : sqlite3_errmsg (self->db), error);
}

/**
 * ntm_store_write_row:
 * @self: a store in a transaction
 * @row: a row to write or delete
 * @error: return location for an error
 *
 * Carries out one row of an edit. Text is composed (NFC) on its way.
 *
 * Returns: %TRUE, or %FALSE with %NTM_ERROR_INPUT if the tables do not take it, or what the disk refused
 */
gboolean
ntm_store_write_row (NtmStore *self, const NtmRow *row, GError **error)
{
  const NtmTable *table = ntm_table_get (row->table);
  GError *local = NULL;
  int rc;

  if ((row->set & key_bits (table)) != key_bits (table))
    return refuse_row (table, row->record, _("its key is not complete"), error);
  if (!row->is_delete)
    return upsert (self, row, error);
  rc = run_row (self, row, NTM_STATEMENT_DELETE, key_bits (table), &local);
  if (local)
    {
      g_propagate_error (error, local);
      return FALSE;
    }
  return rc == SQLITE_DONE || fail_row (self, row, rc, sqlite3_errmsg (self->db), error);
}
