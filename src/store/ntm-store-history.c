/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who changed what, and when. */

#include "config.h"

#include "ntm-sql.h"
#include "ntm-store-private.h"

/**
 * ntm_history_entry_free:
 * @self: (nullable) (transfer full): an entry
 */
void
ntm_history_entry_free (NtmHistoryEntry *self)
{
  if (!self)
    return;
  g_free (self->time);
  g_free (self->author);
  g_free (self->label);
  g_free (self->state);
  g_free (self->table);
  g_free (self->key);
  g_free (self->column);
  g_free (self->old);
  g_free (self->new_value);
  g_free (self);
}

static void
entry_free (gpointer entry)
{
  ntm_history_entry_free (entry);
}

static NtmHistoryEntry *
read_entry (sqlite3_stmt *statement)
{
  NtmHistoryEntry *self = g_new0 (NtmHistoryEntry, 1);

  self->edit = sqlite3_column_int64 (statement, 0);
  self->time = ntm_sql_dup_text (statement, 1);
  self->author = ntm_sql_dup_text (statement, 2);
  self->label = ntm_sql_dup_text (statement, 3);
  self->state = ntm_sql_dup_text (statement, 4);
  self->table = ntm_sql_dup_text (statement, 5);
  self->key = ntm_sql_dup_text (statement, 6);
  self->column = ntm_sql_dup_text (statement, 7);
  self->old = ntm_sql_dup_text (statement, 8);
  self->new_value = ntm_sql_dup_text (statement, 9);
  return self;
}

static char *
build_select (const char *unit, const char *indicator)
{
  return g_strconcat ("SELECT e.seq, e.time, e.author, e.label, e.state, v.tbl, v.key, v.col, v.old, v.new "
                      "FROM edit_value AS v JOIN edit AS e ON e.id = v.edit",
                      unit || indicator ? " WHERE " : "",
                      unit ? "v.unit = ?1" : "",
                      unit && indicator ? " AND " : "",
                      indicator ? "v.indicator = ?2" : "",
                      " ORDER BY e.seq DESC, v.seq", NULL);
}

/**
 * ntm_store_history:
 * @self: a store
 * @unit: (nullable): a unit's id, or %NULL for all
 * @indicator: (nullable): an indicator's code, or %NULL for all
 * @error: return location for an error
 *
 * Lists the values that edits changed, newest edit first and within one in the order written. Edits that were
 * undone or dropped are listed with that state. Names of columns are without `_e6`, decimals are written
 * with a point, bytes by their number.
 *
 * Returns: (transfer full) (element-type NtmHistoryEntry): the values, or %NULL with @error set
 */
GPtrArray *
ntm_store_history (NtmStore *self, const char *unit, const char *indicator, GError **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (entry_free);
  g_autoptr (sqlite3_stmt) statement = NULL;
  g_autofree char *sql = NULL;
  int rc;

  g_return_val_if_fail (self != NULL, NULL);

  sql = build_select (unit, indicator);
  statement = ntm_sql_prepare (self->db, sql, error);
  if (!statement)
    return NULL;
  if (unit)
    sqlite3_bind_text (statement, 1, unit, -1, SQLITE_STATIC);
  if (indicator)
    sqlite3_bind_text (statement, 2, indicator, -1, SQLITE_STATIC);
  while ((rc = sqlite3_step (statement)) == SQLITE_ROW)
    g_ptr_array_add (entries, read_entry (statement));
  return ntm_sql_done (self->db, rc, error) ? g_steal_pointer (&entries) : NULL;
}
