/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading the change-sets of SQLite's session extension by the description of our tables. */

#include "config.h"

#include <string.h>

#include "ntm-changeset.h"
#include "ntm-sql.h"

/**
 * ntm_changeset_get_old:
 * @item: a row
 * @column: a column
 *
 * Returns: (transfer none) (nullable): the value before; %NULL where there was none or it did not change
 */
sqlite3_value *
ntm_changeset_get_old (const NtmChangesetRow *item, guint column)
{
  sqlite3_value *value = NULL;

  if (item->operation != SQLITE_INSERT)
    sqlite3changeset_old (item->iter, (int) column, &value);
  return value;
}

/**
 * ntm_changeset_get_new:
 * @item: a row
 * @column: a column
 *
 * Returns: (transfer none) (nullable): the value after; %NULL where there is none or it did not change
 */
sqlite3_value *
ntm_changeset_get_new (const NtmChangesetRow *item, guint column)
{
  sqlite3_value *value = NULL;

  if (item->operation != SQLITE_DELETE)
    sqlite3changeset_new (item->iter, (int) column, &value);
  return value;
}

/**
 * ntm_changeset_get_known:
 * @item: a row
 * @column: a column
 *
 * Returns: (transfer none) (nullable): the value after, else before. Known for every column of a row that is
 *   new or deleted, and for key columns
 */
sqlite3_value *
ntm_changeset_get_known (const NtmChangesetRow *item, guint column)
{
  sqlite3_value *value = ntm_changeset_get_new (item, column);

  return value ? value : ntm_changeset_get_old (item, column);
}

static gboolean
read_item (NtmStore *store, NtmChangesetRow *item, GError **error)
{
  const char *name;
  int n_columns;

  sqlite3changeset_op (item->iter, &name, &n_columns, &item->operation, NULL);
  if (!ntm_table_find (name, &item->table))
    return ntm_sql_fail (NULL, SQLITE_CORRUPT, error);
  item->description = ntm_table_get (item->table);
  item->columns = ntm_store_columns (store, item->table, error);
  if (!item->columns)
    return FALSE;
  return (guint) n_columns == item->columns->n_columns || ntm_sql_fail (NULL, SQLITE_CORRUPT, error);
}

/**
 * ntm_changeset_foreach:
 * @store: the store whose tables it is about
 * @changeset: a change-set
 * @func: (scope call): what to do with each row; %FALSE with an error ends it
 * @data: passed to @func
 * @error: return location for an error
 *
 * Walks over a change-set.
 *
 * Returns: %TRUE, or %FALSE with the error of @func or %NTM_ERROR_FORMAT if the change-set is damaged
 */
gboolean
ntm_changeset_foreach (NtmStore *store, GBytes *changeset, NtmChangesetFunc func, gpointer data, GError **error)
{
  gsize size;
  gconstpointer bytes = g_bytes_get_data (changeset, &size);
  NtmChangesetRow item = { NULL };
  gboolean ok = TRUE;
  int rc = sqlite3changeset_start (&item.iter, (int) size, (void *) bytes);

  if (rc != SQLITE_OK)
    return ntm_sql_fail (NULL, rc, error);
  while (ok && (rc = sqlite3changeset_next (item.iter)) == SQLITE_ROW)
    ok = read_item (store, &item, error) && func (&item, data, error);
  rc = sqlite3changeset_finalize (item.iter);
  return ok && (rc == SQLITE_OK || ntm_sql_fail (NULL, rc, error));
}

static char *
dup_value (sqlite3_value *value, NtmFieldType type)
{
  const char *text;

  switch (value ? sqlite3_value_type (value) : SQLITE_NULL)
    {
    case SQLITE_INTEGER:
      if (type == NTM_FIELD_DECIMAL)
        return ntm_decimal_to_string (sqlite3_value_int64 (value));
      return g_strdup_printf ("%" G_GINT64_FORMAT, (gint64) sqlite3_value_int64 (value));
    case SQLITE_TEXT:
      text = (const char *) sqlite3_value_text (value);
      return text ? g_utf8_make_valid (text, -1) : NULL;
    case SQLITE_BLOB:
      return g_strdup_printf ("%d bytes", sqlite3_value_bytes (value));
    default:
      return NULL;
    }
}

/**
 * ntm_changeset_dup_text:
 * @item: a row
 * @column: a column
 * @value: (nullable): its value before or after
 *
 * Returns: (transfer full) (nullable): the value as the history writes it: decimals as such, bytes by their
 *   number, %NULL for none
 */
char *
ntm_changeset_dup_text (const NtmChangesetRow *item, guint column, sqlite3_value *value)
{
  return dup_value (value, item->description->fields[item->columns->fields[column]].type);
}

/**
 * ntm_changeset_dup_key:
 * @item: a row
 *
 * Returns: (transfer full): its key as [func@Ntm.record_dup_key] writes it
 */
char *
ntm_changeset_dup_key (const NtmChangesetRow *item)
{
  GString *key = g_string_new (NULL);

  for (guint place = 1; place <= item->description->n_keys; place++)
    for (guint c = 0; c < item->columns->n_columns; c++)
      if (item->columns->key_place[c] == place)
        {
          g_autofree char *part = ntm_changeset_dup_text (item, c, ntm_changeset_get_known (item, c));

          g_string_append_printf (key, "%s%s", place > 1 ? " " : "", part ? part : "");
        }
  return g_string_free (key, FALSE);
}

/**
 * ntm_changeset_find_column:
 * @item: a row
 * @name: name of a column as in the schema
 *
 * Returns: its place in the row, or -1
 */
int
ntm_changeset_find_column (const NtmChangesetRow *item, const char *name)
{
  for (guint c = 0; c < item->columns->n_columns; c++)
    if (strcmp (item->columns->names[c], name) == 0)
      return (int) c;
  return -1;
}
