/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a change-set says to people: one row of edit_value per value. Of a new or a deleted row only what
 * differs from the defaults is told: an observation is one value, not fourteen. A row of nothing but its
 * key is told by its first key column.
 */

#include "config.h"

#include <string.h>

#include "ntm-changeset.h"
#include "ntm-sql.h"

/* A change of another column does not carry it: the row has it. */
static char *
read_current (NtmStore *store, const NtmChangesetRow *item, guint column)
{
  guint64 set = G_GUINT64_CONSTANT (1) << item->columns->fields[column];
  sqlite3_stmt *statement = ntm_store_statement (store, NTM_STATEMENT_READ, item->table, set, NULL);
  char *text = NULL;

  if (!statement)
    return NULL;
  for (guint c = 0; c < item->columns->n_columns; c++)
    if (item->columns->key_place[c] > 0)
      sqlite3_bind_value (statement, (int) item->columns->fields[c] + 1, ntm_changeset_get_known (item, c));
  if (sqlite3_step (statement) == SQLITE_ROW)
    text = ntm_sql_dup_text (statement, 0);
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);
  return text;
}

static char *
dup_place (NtmStore *store, const NtmChangesetRow *item, const char *name)
{
  int column = ntm_changeset_find_column (item, name);
  sqlite3_value *value;

  if (column < 0)
    return NULL;
  value = ntm_changeset_get_known (item, (guint) column);
  return value ? ntm_changeset_dup_text (item, (guint) column, value) : read_current (store, item, (guint) column);
}

/* The column that says which unit a row is about. */
static const char *
unit_column (NtmTableId table)
{
  switch (table)
    {
    case NTM_TABLE_UNIT:
      return "id";
    case NTM_TABLE_TRANSFER:
      return "to_unit";
    case NTM_TABLE_CRITERION:
      return "";  /* its "unit" is a unit of measure */
    default:
      return "unit";
    }
}

typedef struct
{
  NtmStore     *store;
  const char   *edit;
  sqlite3_stmt *insert;
  gint64        seq;
  /* of the row being told */
  char *key, *unit, *indicator;
} Writer;

static gboolean
add_value (Writer *self, const NtmChangesetRow *item, guint column, const char *old, const char *new_value, GError **error)
{
  const char *name = item->columns->names[column];
  gsize n = strlen (name) - (g_str_has_suffix (name, "_e6") ? 3 : 0);
  int rc;

  sqlite3_bind_int64 (self->insert, 2, self->seq++);
  sqlite3_bind_text (self->insert, 3, item->description->name, -1, SQLITE_STATIC);
  sqlite3_bind_text (self->insert, 4, self->key, -1, SQLITE_STATIC);
  sqlite3_bind_text (self->insert, 5, name, (int) n, SQLITE_STATIC);
  sqlite3_bind_text (self->insert, 6, old, -1, SQLITE_STATIC);
  sqlite3_bind_text (self->insert, 7, new_value, -1, SQLITE_STATIC);
  sqlite3_bind_text (self->insert, 8, self->unit ? self->unit : "", -1, SQLITE_STATIC);
  sqlite3_bind_text (self->insert, 9, self->indicator ? self->indicator : "", -1, SQLITE_STATIC);
  rc = sqlite3_step (self->insert);
  sqlite3_reset (self->insert);
  return ntm_sql_done (self->store->db, rc, error);
}

static gboolean
is_told (const NtmChangesetRow *item, guint column, const char *text)
{
  return item->columns->key_place[column] == 0 && text && *text
         && g_strcmp0 (text, item->columns->defaults[column]) != 0;
}

static gboolean
tell_update (Writer *self, const NtmChangesetRow *item, GError **error)
{
  for (guint c = 0; c < item->columns->n_columns; c++)
    {
      sqlite3_value *value = ntm_changeset_get_new (item, c);
      g_autofree char *old = NULL, *new_value = NULL;

      if (!value || item->columns->key_place[c] > 0)
        continue;
      old = ntm_changeset_dup_text (item, c, ntm_changeset_get_old (item, c));
      new_value = ntm_changeset_dup_text (item, c, value);
      if (!add_value (self, item, c, old, new_value, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
tell_whole (Writer *self, const NtmChangesetRow *item, GError **error)
{
  gboolean is_new = item->operation == SQLITE_INSERT;
  gint64 before = self->seq;
  guint key = 0;

  for (guint c = 0; c < item->columns->n_columns; c++)
    {
      g_autofree char *text = ntm_changeset_dup_text (item, c, ntm_changeset_get_known (item, c));

      key = item->columns->key_place[c] == 1 ? c : key;
      if (is_told (item, c, text) && !add_value (self, item, c, is_new ? NULL : text, is_new ? text : NULL, error))
        return FALSE;
    }
  if (self->seq == before)
    {
      g_autofree char *text = ntm_changeset_dup_text (item, key, ntm_changeset_get_known (item, key));

      return add_value (self, item, key, is_new ? NULL : text, is_new ? text : NULL, error);
    }
  return TRUE;
}

static gboolean
tell_item (const NtmChangesetRow *item, gpointer data, GError **error)
{
  Writer *self = data;
  gboolean ok;

  self->key = ntm_changeset_dup_key (item);
  self->unit = dup_place (self->store, item, unit_column (item->table));
  self->indicator = dup_place (self->store, item, item->table == NTM_TABLE_INDICATOR ? "code" : "indicator");
  ok = item->operation == SQLITE_UPDATE ? tell_update (self, item, error) : tell_whole (self, item, error);
  g_clear_pointer (&self->key, g_free);
  g_clear_pointer (&self->unit, g_free);
  g_clear_pointer (&self->indicator, g_free);
  return ok;
}

/**
 * ntm_journal_add_values:
 * @self: a store in the transaction that made the change-set
 * @edit: id of the edit
 * @changeset: its change-set
 * @error: return location for an error
 *
 * Writes the values of an edit for the history: decimals as such, bytes by their number, names of columns
 * without `_e6`.
 *
 * Returns: %TRUE, or %FALSE with @error set
 */
gboolean
ntm_journal_add_values (NtmStore *self, const char *edit, GBytes *changeset, GError **error)
{
  g_autoptr (sqlite3_stmt) insert = ntm_sql_prepare (self->db,
    "INSERT INTO edit_value (edit, seq, tbl, key, col, old, new, unit, indicator) "
    "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)", error);
  Writer writer = { self, edit, insert, 1, NULL, NULL, NULL };

  if (!insert)
    return FALSE;
  sqlite3_bind_text (insert, 1, edit, -1, SQLITE_STATIC);
  return ntm_changeset_foreach (self, changeset, tell_item, &writer, error);
}
