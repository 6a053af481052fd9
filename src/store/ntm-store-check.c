/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Everything that can be wrong in a file that opens: damage, rows that refer to nothing, values that
 * cannot be understood. Each finding says where it is, so that a person can mend it.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ntm-sql.h"
#include "ntm-store-private.h"

/* Columns that name a document, or nothing; the schema cannot say so because of the "or nothing". */
static const struct { NtmTableId table; const char *column; } document_columns[] = {
  { NTM_TABLE_BOUNDARY, "source" }, { NTM_TABLE_TITLE, "source" }, { NTM_TABLE_OBSERVATION, "source" },
  { NTM_TABLE_SERIES_BREAK, "source" }, { NTM_TABLE_TARGET, "source" }, { NTM_TABLE_TASK, "source" },
  { NTM_TABLE_TASK, "done_by" }, { NTM_TABLE_TASK_PROGRESS, "document" }, { NTM_TABLE_TASK_PROGRESS, "source" },
  { NTM_TABLE_FINDING, "source" }, { NTM_TABLE_MEETING, "document" }, { NTM_TABLE_MEETING, "source" },
  { NTM_TABLE_SPONSORSHIP, "source" }, { NTM_TABLE_CAPITAL, "source" }, { NTM_TABLE_PROJECT, "decision" },
  { NTM_TABLE_PROJECT, "source" }, { NTM_TABLE_CRITERION, "source" },
};

static void
issue_free (gpointer issue)
{
  ntm_issue_free (issue);
}

static void
add (GPtrArray *issues, const char *file, const char *column, const char *value, const char *problem, const char *advice)
{
  g_ptr_array_add (issues, ntm_issue_new (file, 0, column, value, problem, advice));
}

static gboolean
add_damage (NtmStore *self, GPtrArray *issues, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = ntm_sql_prepare (self->db, "PRAGMA integrity_check (100)", error);
  g_autofree char *name = g_filename_display_basename (self->path);
  int rc;

  if (!statement)
    return FALSE;
  while ((rc = sqlite3_step (statement)) == SQLITE_ROW)
    {
      g_autofree char *found = ntm_sql_dup_text (statement, 0);

      if (g_strcmp0 (found, "ok") != 0)
        add (issues, name, NULL, found, _("The file is damaged."), _("Open a backup of it."));
    }
  if ((rc & 0xff) == SQLITE_CORRUPT)
    {
      add (issues, name, NULL, sqlite3_errmsg (self->db), _("The file is damaged."), _("Open a backup of it."));
      return TRUE;
    }
  return ntm_sql_done (self->db, rc, error);
}

static gboolean
add_strangers (NtmStore *self, GPtrArray *issues, GError **error)
{
  g_autoptr (GPtrArray) names = ntm_schema_strangers (self->db, error);
  g_autofree char *file = g_filename_display_basename (self->path);

  if (!names)
    return FALSE;
  for (guint i = 0; i < names->len; i++)
    add (issues, file, NULL, names->pdata[i], _("Another program has put this into the file. It is not used."),
         _("Remove it with that program if nobody needs it."));
  return TRUE;
}

/* Expressions for the key of a row, its parts joined as ntm_record_dup_key() does. */
static char *
build_key (const NtmTable *table, const char *alias)
{
  GString *sql = g_string_new (NULL);

  for (guint i = 0; i < table->n_keys; i++)
    g_string_append_printf (sql, "%s%s.\"%s\"", i > 0 ? " || ' ' || " : "", alias, table->fields[i].column);
  return g_string_free (sql, FALSE);
}

static gboolean
add_unknown_documents (NtmStore *self, NtmTableId id, const char *column, GPtrArray *issues, GError **error)
{
  const NtmTable *table = ntm_table_get (id);
  g_autofree char *key = build_key (table, "t");
  g_autofree char *sql = g_strdup_printf (
    "SELECT %s, t.\"%s\" FROM \"%s\" AS t WHERE t.\"%s\" <> '' "
    "AND NOT EXISTS (SELECT 1 FROM document AS d WHERE d.id = t.\"%s\")", key, column, table->name, column, column);
  g_autoptr (sqlite3_stmt) statement = ntm_sql_prepare (self->db, sql, error);
  int rc;

  if (!statement)
    return FALSE;
  while ((rc = sqlite3_step (statement)) == SQLITE_ROW)
    {
      g_autofree char *value = ntm_sql_dup_text (statement, 0);
      g_autofree char *document = ntm_sql_dup_text (statement, 1);
      g_autofree char *problem = g_strdup_printf (_("“%s” is not in table document."), document);

      add (issues, table->name, column, value, problem, _("Correct it, or add the document."));
    }
  return ntm_sql_done (self->db, rc, error);
}

/*
 * Half-open intervals, '' at either end = unbounded. Each pair is told once, by its later boundary. Names
 * that overlap are told by the Atlas.
 */
static gboolean
add_overlaps (NtmStore *self, GPtrArray *issues, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = ntm_sql_prepare (self->db,
    "SELECT b.unit || ' ' || b.valid_from, a.valid_from, a.valid_to FROM boundary AS a JOIN boundary AS b "
    "ON b.unit = a.unit AND b.valid_from > a.valid_from WHERE a.valid_to = '' OR a.valid_to > b.valid_from", error);
  int rc;

  if (!statement)
    return FALSE;
  while ((rc = sqlite3_step (statement)) == SQLITE_ROW)
    {
      g_autofree char *key = ntm_sql_dup_text (statement, 0);
      g_autofree char *from = ntm_sql_dup_text (statement, 1);
      g_autofree char *to = ntm_sql_dup_text (statement, 2);
      g_autofree char *problem = g_strdup_printf (
        _("The boundary holds on days on which another one of the unit holds, from “%s” to “%s”."), from, to);

      add (issues, "boundary", "valid_from", key, problem,
           _("End the earlier one on the day on which the later one begins."));
    }
  return ntm_sql_done (self->db, rc, error);
}

static gboolean
add_broken_references (NtmStore *self, GPtrArray *issues, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = ntm_sql_prepare (self->db,
    "SELECT c.\"table\", f.\"from\", c.parent, count (*) FROM pragma_foreign_key_check AS c "
    "JOIN pragma_foreign_key_list (c.\"table\") AS f ON f.id = c.fkid GROUP BY 1, 2, 3", error);
  int rc;

  if (!statement)
    return FALSE;
  while ((rc = sqlite3_step (statement)) == SQLITE_ROW)
    {
      g_autofree char *table = ntm_sql_dup_text (statement, 0);
      g_autofree char *column = ntm_sql_dup_text (statement, 1);
      g_autofree char *parent = ntm_sql_dup_text (statement, 2);
      int n = sqlite3_column_int (statement, 3);
      g_autofree char *problem = g_strdup_printf (
        ngettext ("%d row refers to something that table %s does not hold.",
                  "%d rows refer to something that table %s does not hold.", (gulong) n), n, parent);

      add (issues, table, column, NULL, problem, _("Add what is referred to, or delete the rows."));
    }
  return ntm_sql_done (self->db, rc, error);
}

static gboolean
load_all (NtmStore *self, GError **error)
{
  const GPtrArray *indicators = ntm_atlas_records (self->atlas, NTM_TABLE_INDICATOR);

  ntm_atlas_records (self->atlas, NTM_TABLE_BOUNDARY);
  for (guint i = 0; i < indicators->len; i++)
    if (!ntm_atlas_series (self->atlas, ((const NtmIndicator *) indicators->pdata[i])->code, error))
      return FALSE;
  return TRUE;
}

static gboolean
add_misunderstood (NtmStore *self, GPtrArray *issues, GError **error)
{
  const GPtrArray *found;

  if (!load_all (self, error))
    return FALSE;
  found = ntm_atlas_issues (self->atlas);
  for (guint i = 0; i < found->len; i++)
    {
      const NtmIssue *issue = found->pdata[i];

      g_ptr_array_add (issues, ntm_issue_new (issue->file, issue->line, issue->column, issue->value,
                                              issue->problem, issue->advice));
    }
  return TRUE;
}

/**
 * ntm_store_check:
 * @self: a store
 * @error: return location for an error
 *
 * Looks at everything in the file: every page, every reference between rows, every value. Loads all
 * boundaries and observations for that. In an issue, file is the table (or the name of the file) and value
 * the key of the row.
 *
 * Returns: (transfer full) (element-type NtmIssue): what is wrong, nothing for a good file; or %NULL with
 *   @error set if the check could not be made
 */
GPtrArray *
ntm_store_check (NtmStore *self, GError **error)
{
  g_autoptr (GPtrArray) issues = g_ptr_array_new_with_free_func (issue_free);

  g_return_val_if_fail (self != NULL, NULL);

  if (!add_damage (self, issues, error))
    return NULL;
  if (issues->len > 0)  /* what a damaged file says of its rows is not worth telling */
    return g_steal_pointer (&issues);
  if (!add_strangers (self, issues, error)
      || !add_broken_references (self, issues, error)
      || !add_overlaps (self, issues, error))
    return NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (document_columns); i++)
    if (!add_unknown_documents (self, document_columns[i].table, document_columns[i].column, issues, error))
      return NULL;
  return add_misunderstood (self, issues, error) ? g_steal_pointer (&issues) : NULL;
}
