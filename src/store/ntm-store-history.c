/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who changed what, and when. */

#include "config.h"

#include "ntm-sql.h"
#include "ntm-store-private.h"

#define EDIT_COLUMNS "e.seq, e.time, e.author, e.label, e.state"

/**
 * ntm_journal_edit_clear:
 * @self: an edit of the journal
 *
 * Frees its texts.
 */
void
ntm_journal_edit_clear (NtmJournalEdit *self)
{
  g_free (self->time);
  g_free (self->author);
  g_free (self->label);
  g_free (self->state);
  *self = (NtmJournalEdit) { 0 };
}

/**
 * ntm_history_entry_free:
 * @self: (nullable) (transfer full): an entry
 */
void
ntm_history_entry_free (NtmHistoryEntry *self)
{
  if (!self)
    return;
  ntm_journal_edit_clear (&self->edit);
  g_free (self->table);
  g_free (self->key);
  g_free (self->column);
  g_free (self->old);
  g_free (self->new_value);
  g_free (self->unit);
  g_free (self->indicator);
  g_free (self);
}

static void
entry_free (gpointer entry)
{
  ntm_history_entry_free (entry);
}

/* The columns with which each question for edits begins. */
static void
read_columns (sqlite3_stmt *statement, NtmJournalEdit *out)
{
  out->edit = sqlite3_column_int64 (statement, 0);
  out->time = ntm_sql_dup_text (statement, 1);
  out->author = ntm_sql_dup_text (statement, 2);
  out->label = ntm_sql_dup_text (statement, 3);
  out->state = ntm_sql_dup_text (statement, 4);
}

static NtmHistoryEntry *
read_entry (sqlite3_stmt *statement)
{
  NtmHistoryEntry *self = g_new0 (NtmHistoryEntry, 1);

  read_columns (statement, &self->edit);
  self->table = ntm_sql_dup_text (statement, 5);
  self->key = ntm_sql_dup_text (statement, 6);
  self->column = ntm_sql_dup_text (statement, 7);
  self->old = ntm_sql_dup_text (statement, 8);
  self->new_value = ntm_sql_dup_text (statement, 9);
  self->unit = ntm_sql_dup_text (statement, 10);
  self->indicator = ntm_sql_dup_text (statement, 11);
  return self;
}

#define SELECT_VALUES "SELECT " EDIT_COLUMNS ", v.tbl, v.key, v.col, v.old, v.new, v.unit, v.indicator " \
                      "FROM edit_value AS v JOIN edit AS e ON e.id = v.edit "

/* Which values of v are asked for. */
static const char *
value_filter (const char *unit, const char *indicator)
{
  if (unit && indicator)
    return "v.unit = ?1 AND v.indicator = ?2";
  if (unit)
    return "v.unit = ?1";
  return indicator ? "v.indicator = ?2" : "TRUE";
}

static void
bind_filter (sqlite3_stmt *statement, const char *unit, const char *indicator)
{
  if (unit)
    sqlite3_bind_text (statement, 1, unit, -1, SQLITE_STATIC);
  if (indicator)
    sqlite3_bind_text (statement, 2, indicator, -1, SQLITE_STATIC);
}

static GPtrArray *
read_entries (NtmStore *self, sqlite3_stmt *statement, GError **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (entry_free);
  int rc;

  while ((rc = sqlite3_step (statement)) == SQLITE_ROW)
    g_ptr_array_add (entries, read_entry (statement));
  return ntm_sql_done (self->db, rc, error) ? g_steal_pointer (&entries) : NULL;
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
  g_autoptr (sqlite3_stmt) statement = NULL;
  g_autofree char *sql = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  sql = g_strconcat (SELECT_VALUES "WHERE ", value_filter (unit, indicator), " ORDER BY e.seq DESC, v.seq", NULL);
  statement = ntm_sql_prepare (self->db, sql, error);
  if (!statement)
    return NULL;
  bind_filter (statement, unit, indicator);
  return read_entries (self, statement, error);
}

/**
 * ntm_store_list_values:
 * @self: a store
 * @edit: an edit of ntm_store_list_edits()
 * @query: what was asked for there
 * @max: how many values at most
 * @error: return location for an error
 *
 * Lists the values an edit changed, as ntm_store_history() does, in the order written.
 *
 * Returns: (transfer full) (element-type NtmHistoryEntry): the values, or %NULL with @error set
 */
GPtrArray *
ntm_store_list_values (NtmStore *self, gint64 edit, const NtmJournalQuery *query, guint max, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = NULL;
  g_autofree char *sql = NULL;

  g_return_val_if_fail (self != NULL && query != NULL, NULL);

  sql = g_strconcat (SELECT_VALUES "WHERE e.seq = ?3 AND ", value_filter (query->unit, query->indicator),
                     " ORDER BY v.seq LIMIT ?4", NULL);
  statement = ntm_sql_prepare (self->db, sql, error);
  if (!statement)
    return NULL;
  bind_filter (statement, query->unit, query->indicator);
  sqlite3_bind_int64 (statement, 3, edit);
  sqlite3_bind_int64 (statement, 4, max);
  return read_entries (self, statement, error);
}

/**
 * ntm_journal_edit_free:
 * @self: (nullable) (transfer full): an edit of the journal
 */
void
ntm_journal_edit_free (NtmJournalEdit *self)
{
  if (!self)
    return;
  ntm_journal_edit_clear (self);
  g_free (self);
}

/* Values are numbered from 1 on, so the last number is their count, found without counting a million. */
static char *
build_edits_select (const NtmJournalQuery *query)
{
  gboolean filters = query->unit || query->indicator;
  const char *filter = value_filter (query->unit, query->indicator);

  return g_strconcat ("SELECT " EDIT_COLUMNS ", (SELECT ",
                      filters ? "count (*)" : "coalesce (max (v.seq), 0)",
                      " FROM edit_value AS v WHERE v.edit = e.id AND ", filter,
                      ") FROM edit AS e WHERE e.seq > ?3 AND e.seq < ?4",
                      query->since ? " AND e.time >= ?5" : "",
                      query->author ? " AND e.author = ?6" : "",
                      filters ? " AND e.id IN (SELECT v.edit FROM edit_value AS v WHERE " : "",
                      filters ? filter : "", filters ? ")" : "",
                      " ORDER BY e.seq DESC LIMIT ?7", NULL);
}

static void
bind_query (sqlite3_stmt *statement, const NtmJournalQuery *query, guint max)
{
  bind_filter (statement, query->unit, query->indicator);
  sqlite3_bind_int64 (statement, 3, query->after);
  sqlite3_bind_int64 (statement, 4, query->before > 0 ? query->before : G_MAXINT64);
  if (query->since)
    sqlite3_bind_text (statement, 5, query->since, -1, SQLITE_STATIC);
  if (query->author)
    sqlite3_bind_text (statement, 6, query->author, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (statement, 7, max);
}

static NtmJournalEdit *
read_edit (sqlite3_stmt *statement)
{
  NtmJournalEdit *self = g_new0 (NtmJournalEdit, 1);

  read_columns (statement, self);
  self->n_values = sqlite3_column_int64 (statement, 5);
  return self;
}

/**
 * ntm_store_list_edits:
 * @self: a store
 * @query: which edits
 * @max: how many at most
 * @error: return location for an error
 *
 * Lists edits, newest first, also those that were undone. To be asked for a page at a time, with @before the
 * last one of the page before.
 *
 * Returns: (transfer full) (element-type NtmJournalEdit): the edits, or %NULL with @error set
 */
GPtrArray *
ntm_store_list_edits (NtmStore *self, const NtmJournalQuery *query, guint max, GError **error)
{
  g_autoptr (GPtrArray) edits = g_ptr_array_new_with_free_func ((GDestroyNotify) ntm_journal_edit_free);
  g_autoptr (sqlite3_stmt) statement = NULL;
  g_autofree char *sql = NULL;
  int rc;

  g_return_val_if_fail (self != NULL && query != NULL, NULL);

  sql = build_edits_select (query);
  statement = ntm_sql_prepare (self->db, sql, error);
  if (!statement)
    return NULL;
  bind_query (statement, query, max);
  while ((rc = sqlite3_step (statement)) == SQLITE_ROW)
    g_ptr_array_add (edits, read_edit (statement));
  return ntm_sql_done (self->db, rc, error) ? g_steal_pointer (&edits) : NULL;
}

/**
 * ntm_store_last_edit:
 * @self: a store
 * @out: (out caller-allocates): the edit, its values not counted; clear with ntm_journal_edit_clear()
 * @error: return location for an error
 *
 * Tells the newest edit that counts, be it the filling of a new file.
 *
 * Returns: %TRUE, or %FALSE with what the disk refused; without any edit the texts are %NULL
 */
gboolean
ntm_store_last_edit (NtmStore *self, NtmJournalEdit *out, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = NULL;
  int rc;

  g_return_val_if_fail (self != NULL && out != NULL, FALSE);

  *out = (NtmJournalEdit) { 0 };
  statement = ntm_sql_prepare (self->db, "SELECT " EDIT_COLUMNS " FROM edit AS e WHERE e.state = 'done' "
                               "ORDER BY e.seq DESC LIMIT 1", error);
  if (!statement)
    return FALSE;
  rc = sqlite3_step (statement);
  if (rc != SQLITE_ROW)
    return ntm_sql_done (self->db, rc, error);
  read_columns (statement, out);
  return TRUE;
}

/**
 * ntm_store_list_authors:
 * @self: a store
 * @error: return location for an error
 *
 * Returns: (transfer full) (array zero-terminated=1): who made edits, each once, or %NULL with @error set
 */
char **
ntm_store_list_authors (NtmStore *self, GError **error)
{
  g_autoptr (GStrvBuilder) authors = g_strv_builder_new ();
  g_autoptr (sqlite3_stmt) statement = NULL;
  int rc;

  g_return_val_if_fail (self != NULL, NULL);

  statement = ntm_sql_prepare (self->db, "SELECT DISTINCT author FROM edit ORDER BY author", error);
  if (!statement)
    return NULL;
  while ((rc = sqlite3_step (statement)) == SQLITE_ROW)
    {
      g_autofree char *author = ntm_sql_dup_text (statement, 0);

      g_strv_builder_add (authors, author);
    }
  return ntm_sql_done (self->db, rc, error) ? g_strv_builder_end (authors) : NULL;
}
