/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The schema a file must have: the text under data/sql, run once in memory and compared object by object
 * with what the file declares, apart from comments, spaces and quotes. What a file declares besides (a
 * view or index of someone's own, a trigger) is left alone; the connection never runs triggers and views.
 */

#include "config.h"

#include <string.h>
#include <glib/gi18n-lib.h>

#include "ntm-sql.h"
#include "ntm-store-private.h"

#define PREFIX "/org/ntmatlas/store/"

/**
 * ntm_schema_create_views:
 * @db: a connection to one of our files
 * @error: return location for an error
 *
 * Makes the views for people who open a file with other programs.
 *
 * Returns: %TRUE, or %FALSE with @error set
 */
gboolean
ntm_schema_create_views (sqlite3 *db, GError **error)
{
  return ntm_sql_exec_resource (db, PREFIX "views.sql", error);
}

/**
 * ntm_schema_create:
 * @db: a connection to an empty file
 * @error: return location for an error
 *
 * Makes the tables of facts and the journal.
 *
 * Returns: %TRUE, or %FALSE with @error set
 */
gboolean
ntm_schema_create (sqlite3 *db, GError **error)
{
  return ntm_sql_exec_resource (db, PREFIX "schema.sql", error)
         && ntm_sql_exec_resource (db, PREFIX "journal.sql", error);
}

/* Where the text that begins at @p ends: a quoted string with its quotes, or one character. */
static const char *
skip_text (const char *p)
{
  if (*p != '\'')
    return p + 1;
  p = strchr (p + 1, '\'');
  return p ? p + 1 : "";
}

static char *
normalise (const char *sql)
{
  GString *out = g_string_new (NULL);

  while (*sql)
    {
      const char *end;

      if (sql[0] == '-' && sql[1] == '-')
        sql += strcspn (sql, "\n");
      else if (*sql == '"' || g_ascii_isspace (*sql))
        sql++;
      else
        {
          end = skip_text (sql);
          end = *end ? end : sql + strlen (sql);
          g_string_append_len (out, sql, end - sql);
          sql = end;
        }
    }
  return g_string_free (out, FALSE);
}

/* "table unit" → normalised SQL */
static GHashTable *
read_objects (sqlite3 *db, GError **error)
{
  g_autoptr (GHashTable) objects = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (sqlite3_stmt) statement = ntm_sql_prepare (db,
    "SELECT type || ' ' || name, sql FROM sqlite_schema WHERE sql IS NOT NULL", error);
  int rc;

  if (!statement)
    return NULL;
  while ((rc = sqlite3_step (statement)) == SQLITE_ROW)
    {
      g_autofree char *name = ntm_sql_dup_text (statement, 0);
      g_autofree char *sql = ntm_sql_dup_text (statement, 1);

      if (name && sql)
        g_hash_table_replace (objects, g_steal_pointer (&name), normalise (sql));
    }
  return ntm_sql_done (db, rc, error) ? g_steal_pointer (&objects) : NULL;
}

static GHashTable *
read_expected (gboolean with_views, GError **error)
{
  g_autoptr (sqlite3) db = NULL;
  int rc = sqlite3_open (":memory:", &db);

  if (rc != SQLITE_OK)
    {
      ntm_sql_fail (db, rc, error);
      return NULL;
    }
  if (!ntm_schema_create (db, error) || (with_views && !ntm_schema_create_views (db, error)))
    return NULL;
  return read_objects (db, error);
}

/**
 * ntm_schema_matches:
 * @db: a connection
 * @path: its file, for messages
 * @error: return location for an error
 *
 * Compares the tables of a file with those it must have.
 *
 * Returns: %TRUE, or %FALSE with %NTM_ERROR_FORMAT if one is missing or declared otherwise
 */
gboolean
ntm_schema_matches (sqlite3 *db, const char *path, GError **error)
{
  g_autofree char *base = g_filename_display_basename (path);
  g_autoptr (GHashTable) expected = read_expected (FALSE, error);
  g_autoptr (GHashTable) found = expected ? read_objects (db, error) : NULL;
  GHashTableIter iter;
  gpointer name, sql;

  if (!found)
    return FALSE;
  g_hash_table_iter_init (&iter, expected);
  while (g_hash_table_iter_next (&iter, &name, &sql))
    if (g_strcmp0 (g_hash_table_lookup (found, name), sql) != 0)
      return ntm_sql_refuse (error, NTM_ERROR_FORMAT,
                             _("“%s” is damaged or was changed by another program: its part “%s” is not as it "
                               "should be. It was not changed; open a backup of it."), base, (char *) name);
  return TRUE;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * ntm_schema_strangers:
 * @db: a connection to one of our files
 * @error: return location for an error
 *
 * Lists what a file declares besides our tables and views.
 *
 * Returns: (transfer full) (element-type utf8): kind and name, such as "trigger t", sorted; or %NULL with
 *   @error set
 */
GPtrArray *
ntm_schema_strangers (sqlite3 *db, GError **error)
{
  g_autoptr (GHashTable) expected = read_expected (TRUE, error);
  g_autoptr (GHashTable) found = expected ? read_objects (db, error) : NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  GHashTableIter iter;
  gpointer name;

  if (!found)
    return NULL;
  g_hash_table_iter_init (&iter, found);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    if (!g_hash_table_contains (expected, name))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  return g_steal_pointer (&names);
}

/**
 * ntm_columns_free:
 * @self: (nullable) (transfer full): columns
 */
void
ntm_columns_free (NtmColumns *self)
{
  if (!self)
    return;
  for (guint i = 0; i < self->n_columns; i++)
    {
      g_free (self->names[i]);
      g_free (self->defaults[i]);
    }
  g_free (self->names);
  g_free (self->fields);
  g_free (self->key_place);
  g_free (self->defaults);
  g_free (self);
}

static char *
unquote (char *literal)
{
  gsize n = literal ? strlen (literal) : 0;

  if (n < 2 || *literal != '\'')
    return literal;
  literal[n - 1] = '\0';
  memmove (literal, literal + 1, n - 1);
  return literal;
}

static gboolean
add_column (NtmColumns *self, NtmTableId table, sqlite3_stmt *statement)
{
  g_autofree char *name = ntm_sql_dup_text (statement, 0);
  const NtmTable *description = ntm_table_get (table);
  const NtmField *field = ntm_table_find_field (description, name);
  guint i = self->n_columns;

  if (!field || i >= description->n_fields)
    return FALSE;
  self->names[i] = g_steal_pointer (&name);
  self->fields[i] = (guint) (field - description->fields);
  self->key_place[i] = (guint) sqlite3_column_int (statement, 2);
  self->defaults[i] = unquote (ntm_sql_dup_text (statement, 1));
  self->n_columns++;
  return TRUE;
}

static NtmColumns *
read_columns (sqlite3 *db, NtmTableId table, GError **error)
{
  g_autoptr (NtmColumns) self = g_new0 (NtmColumns, 1);
  const NtmTable *description = ntm_table_get (table);
  g_autoptr (sqlite3_stmt) statement = ntm_sql_prepare (db,
    "SELECT name, dflt_value, pk FROM pragma_table_info (?1) ORDER BY cid", error);
  int rc;

  if (!statement)
    return NULL;
  self->names = g_new0 (char *, description->n_fields);
  self->fields = g_new0 (guint, description->n_fields);
  self->key_place = g_new0 (guint, description->n_fields);
  self->defaults = g_new0 (char *, description->n_fields);
  sqlite3_bind_text (statement, 1, description->name, -1, SQLITE_STATIC);
  while ((rc = sqlite3_step (statement)) == SQLITE_ROW && add_column (self, table, statement))
    ;
  if (rc != SQLITE_DONE)
    {
      ntm_sql_fail (db, rc == SQLITE_ROW ? SQLITE_CORRUPT : rc, error);
      return NULL;
    }
  return g_steal_pointer (&self);
}

/**
 * ntm_store_columns:
 * @self: a store
 * @table: a table
 * @error: return location for an error
 *
 * Returns: (transfer none): the columns of a table in the order of change-sets, or %NULL with @error set
 */
const NtmColumns *
ntm_store_columns (NtmStore *self, NtmTableId table, GError **error)
{
  if (!self->columns[table])
    self->columns[table] = read_columns (self->db, table, error);
  return self->columns[table];
}
