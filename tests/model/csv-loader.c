/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A store for tests that reads CSV. Anything it cannot read is an error of the test. */

#include "config.h"

#include <string.h>

#include "csv-loader.h"
#include "ntm-csv.h"
#include "ntm-error.h"

CsvStore *
csv_store_new (void)
{
  CsvStore *self = g_new0 (CsvStore, 1);

  self->failing = -1;
  for (guint i = 0; i < NTM_N_TABLES; i++)
    self->texts[i] = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  return self;
}

void
csv_store_free (CsvStore *self)
{
  for (guint i = 0; i < NTM_N_TABLES; i++)
    g_ptr_array_unref (self->texts[i]);
  g_free (self);
}

/* Replaces the rows of a table. */
void
csv_store_set (CsvStore *self, NtmTableId table, const char *csv)
{
  g_ptr_array_set_size (self->texts[table], 0);
  g_ptr_array_add (self->texts[table], g_bytes_new (csv, strlen (csv)));
}

/* Adds the CSV files of a folder that are tables; FALSE if there is no folder. */
gboolean
csv_store_add_dir (CsvStore *self, const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir && (name = g_dir_read_name (dir)))
    {
      g_autofree char *table_name = g_strndup (name, strcspn (name, "."));
      g_autofree char *file = g_build_filename (path, name, NULL);
      NtmTableId table;
      char *text;
      gsize length;

      if (!g_str_has_suffix (name, ".csv") || !ntm_table_find (table_name, &table))
        continue;
      g_assert_true (g_file_get_contents (file, &text, &length, NULL));
      g_ptr_array_add (self->texts[table], g_bytes_new_take (text, length));
    }
  return dir != NULL;
}

static guint
find_field (const NtmTable *table, const char *column)
{
  g_autofree char *scaled = g_strconcat (column, "_e6", NULL);
  const NtmField *field = ntm_table_find_field (table, column);

  if (!field)
    field = ntm_table_find_field (table, scaled);
  if (!field)
    g_error ("no column %s in table %s", column, table->name);
  return (guint) (field - table->fields);
}

static void
set_field (const NtmTable *table, gpointer record, guint field, const char *text)
{
  g_autoptr (GError) error = NULL;
  gint64 number = NTM_NONE;

  if (table->fields[field].type == NTM_FIELD_TEXT)
    {
      ntm_record_set_text (table, record, field, text);
      return;
    }
  if (table->fields[field].type == NTM_FIELD_BYTES)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

      ntm_record_set_bytes (table, record, field, bytes);
      return;
    }
  if (*text && table->fields[field].type == NTM_FIELD_DECIMAL)
    ntm_decimal_parse (text, &number, &error);
  else if (*text)
    g_ascii_string_to_signed (text, 10, -G_MAXINT64, G_MAXINT64, &number, &error);
  g_assert_no_error (error);
  ntm_record_set_int64 (table, record, field, number);
}

static void
read_rows (GBytes *bytes, const NtmTable *table, const char *indicator, const char *unit, GPtrArray *records)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NtmCsv) csv = ntm_csv_new (bytes, table->name, &error);

  g_assert_no_error (error);
  while (ntm_csv_next (csv, &error))
    {
      gpointer record = ntm_record_new (table);

      for (int i = 0; ntm_csv_get_header (csv)[i]; i++)
        set_field (table, record, find_field (table, ntm_csv_get_header (csv)[i]), ntm_csv_get (csv, i));
      if ((!indicator || g_str_equal (ntm_record_get_text (table, record, 0), indicator))
          && (!unit || g_str_equal (ntm_record_get_text (table, record, 1), unit)))
        g_ptr_array_add (records, record);
      else
        ntm_record_free (table, record);
    }
  g_assert_no_error (error);
}

/* The NtmLoader. */
GPtrArray *
csv_store_load (gpointer data, NtmTableId table, const char *indicator, const char *unit, GError **error)
{
  CsvStore *self = data;
  GPtrArray *records;

  self->loads[table]++;
  if (self->failing == (int) table)
    {
      g_set_error_literal (error, NTM_ERROR, NTM_ERROR_SYSTEM, "the disk is gone");
      return NULL;
    }
  records = g_ptr_array_new ();
  for (guint i = 0; i < self->texts[table]->len; i++)
    read_rows (self->texts[table]->pdata[i], ntm_table_get (table), indicator, unit, records);
  return records;
}

NtmAtlas *
csv_store_new_atlas (CsvStore *self)
{
  g_autoptr (GError) error = NULL;
  NtmAtlas *atlas = ntm_atlas_new (csv_store_load, self);

  ntm_atlas_load (atlas, &error);
  g_assert_no_error (error);
  return atlas;
}
