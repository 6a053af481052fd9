/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>

#include "fixture.h"

static void
remove_tree (const char *path)
{
  const char *name;
  GDir *dir = g_file_test (path, G_FILE_TEST_IS_SYMLINK) ? NULL : g_dir_open (path, 0, NULL);

  while (dir && (name = g_dir_read_name (dir)))
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  if (dir)
    g_dir_close (dir);
  g_remove (path);
}

void
fixture_set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("ntm-store-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "Hà Tĩnh #1?.ntm", NULL);
}

void
fixture_tear_down (Fixture *self, gconstpointer data)
{
  g_chmod (self->folder, 0700);
  remove_tree (self->folder);
  g_free (self->folder);
  g_free (self->path);
}

char *
fixture_path (Fixture *self, const char *name)
{
  return g_build_filename (self->folder, name, NULL);
}

static void
set (NtmRow *row, const char *column, const char *text)
{
  g_autoptr (GError) error = NULL;

  ntm_row_set (row, column, text, &error);
  g_assert_no_error (error);
}

static void
add_unit (NtmEdit *edit, const char *id, const char *level, const char *type, const char *name, const char *parent)
{
  NtmRow *row = ntm_edit_write (edit, NTM_TABLE_UNIT, id, NULL);

  set (row, "code", id);
  set (row, "level", level);
  row = ntm_edit_write (edit, NTM_TABLE_UNIT_STATE, id, "", NULL);
  set (row, "type", type);
  set (row, "name", name);
  set (row, "short_name", name);
  set (row, "parent", parent);
}

/* A province, two districts, one indicator, one document, one agency with a task. */
NtmEdit *
fixture_new_data (void)
{
  NtmEdit *edit = ntm_edit_new ("New file");
  NtmRow *row;

  set (ntm_edit_write (edit, NTM_TABLE_META, "reference_date", NULL), "value", "2024-02-21");
  row = ntm_edit_write (edit, NTM_TABLE_DOCUMENT, "notice", NULL);
  set (row, "kind", "notice");
  set (row, "title_vi", "Thông báo");
  row = ntm_edit_write (edit, NTM_TABLE_AGENCY, "so", NULL);
  set (row, "name_vi", "Sở Nông nghiệp");
  add_unit (edit, "42-0", "province", "tỉnh", "Tỉnh Hà Tĩnh", "");
  add_unit (edit, "440-0", "district", "huyện", "Huyện Đức Thọ", "42-0");
  add_unit (edit, "443-0", "district", "huyện", "Huyện Can Lộc", "42-0");
  row = ntm_edit_write (edit, NTM_TABLE_INDICATOR, "poverty_rate", NULL);
  set (row, "name_vi", "Tỷ lệ hộ nghèo");
  set (row, "name_en", "Poverty rate");
  set (row, "kind", "stock");
  row = ntm_edit_write (edit, NTM_TABLE_TASK, "t1", NULL);
  set (row, "title_vi", "Trình hồ sơ");
  set (row, "agency", "so");
  set (row, "unit", "440-0");
  return edit;
}

NtmEdit *
fixture_new_value (const char *unit, const char *period, const char *value)
{
  g_autofree char *label = g_strdup_printf ("%s %s = %s", unit, period, value);
  NtmEdit *edit = ntm_edit_new (label);

  set (ntm_edit_write (edit, NTM_TABLE_OBSERVATION, "poverty_rate", unit, period, "reported", "notice", NULL),
       "value_e6", value);
  return edit;
}

gboolean
fixture_apply_value (NtmStore *store, const char *unit, const char *period, const char *value, GError **error)
{
  g_autoptr (NtmEdit) edit = fixture_new_value (unit, period, value);

  return ntm_store_apply (store, edit, error);
}

/* Makes the file at self->path with the small data and closes it. */
void
fixture_make_file (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NtmEdit) edit = fixture_new_data ();
  g_autoptr (NtmStore) store = ntm_store_create (self->path, &error);

  g_assert_no_error (error);
  ntm_store_fill (store, edit, &error);
  g_assert_no_error (error);
}

NtmStore *
fixture_open (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  NtmStore *store = ntm_store_open (self->path, NTM_STORE_WRITE, &error);

  g_assert_no_error (error);
  g_assert_nonnull (store);
  return store;
}

static sqlite3 *
open_plain (const char *path)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  sqlite3_busy_timeout (db, 10000);
  return db;
}

/* Changes a file behind the back of the store. */
void
fixture_sql (const char *path, const char *sql)
{
  sqlite3 *db = open_plain (path);
  char *message = NULL;

  if (sqlite3_exec (db, sql, NULL, NULL, &message) != SQLITE_OK)
    g_error ("%s: %s", sql, message);
  sqlite3_close (db);
}

/* The rows of a query: columns joined by "|", rows by new lines, NULL as nothing. */
static char *
ask (sqlite3 *db, const char *sql)
{
  GString *text = g_string_new (NULL);
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (db));
  while (sqlite3_step (statement) == SQLITE_ROW)
    for (int i = 0; i < sqlite3_column_count (statement); i++)
      {
        const char *value = (const char *) sqlite3_column_text (statement, i);

        g_string_append_printf (text, "%s%s", value ? value : "", i + 1 < sqlite3_column_count (statement) ? "|" : "\n");
      }
  sqlite3_finalize (statement);
  g_string_truncate (text, text->len > 0 ? text->len - 1 : 0);
  return g_string_free (text, FALSE);
}

char *
fixture_ask (const char *path, const char *sql)
{
  sqlite3 *db = open_plain (path);
  char *answer = ask (db, sql);

  sqlite3_close (db);
  return answer;
}

/* All facts of a file as text, whatever its tables are called. */
char *
fixture_dump (const char *path)
{
  sqlite3 *db = open_plain (path);
  g_autofree char *list = ask (db, "SELECT name FROM sqlite_schema WHERE type = 'table' "
                                   "AND name NOT LIKE 'edit%' AND name NOT LIKE 'sqlite%' ORDER BY name");
  g_auto (GStrv) names = g_strsplit (list, "\n", -1);
  GString *dump = g_string_new (NULL);

  g_assert_cmpuint (g_strv_length (names), ==, NTM_N_TABLES);
  for (guint i = 0; names[i]; i++)
    {
      g_autofree char *columns_sql = g_strdup_printf ("SELECT group_concat ('quote (\"' || name || '\")', ' || '','' || ') "
                                                      "FROM pragma_table_info ('%s')", names[i]);
      g_autofree char *columns = ask (db, columns_sql);
      g_autofree char *sql = g_strdup_printf ("SELECT %s FROM \"%s\"", columns, names[i]);
      g_autofree char *rows = ask (db, sql);

      g_string_append_printf (dump, "# %s\n%s\n", names[i], rows);
    }
  sqlite3_close (db);
  return g_string_free (dump, FALSE);
}

char *
fixture_read (const char *path, gsize *size)
{
  g_autoptr (GError) error = NULL;
  char *bytes = NULL;

  g_file_get_contents (path, &bytes, size, &error);
  g_assert_no_error (error);
  return bytes;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* What is in the folder, sorted. */
GPtrArray *
fixture_list (Fixture *self)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  GDir *dir = g_dir_open (self->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)))
    g_ptr_array_add (names, g_strdup (name));
  g_dir_close (dir);
  g_ptr_array_sort (names, compare);
  return names;
}
