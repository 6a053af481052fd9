/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The built-in data: the CSV files under data/hatinh, compiled in, become the rows of a new file.
 *
 * A file is named after its table, `title.csv` or `document.pages.csv`, and its header names the
 * table's columns (without _e6). Files with a dash in their name are not tables: outline-*.csv and
 * commune-centres.csv are what the boundaries are drawn from (ntm-cells.c).
 */

#include "ntm-bundle.h"

#include "ntm-cells.h"
#include "ntm-csv.h"
#include "ntm-error.h"
#include "ntm-exchange-resources.h"

#define BUNDLE_PATH "/org/ntmatlas/exchange/hatinh/"

static NtmCsv *
open_csv (const char *name,
          GError    **error)
{
  g_autofree char *path = g_strconcat (BUNDLE_PATH, name, NULL);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (ntm_exchange_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  return bytes == NULL ? NULL : ntm_csv_new (bytes, name, error);
}

/* The columns the file fills: a name of the schema, or one that lacks only its _e6. */
static char **
find_columns (NtmCsv         *csv,
              const NtmTable *table,
              GError        **error)
{
  const char *const *header = ntm_csv_get_header (csv);
  g_autoptr (GStrvBuilder) columns = g_strv_builder_new ();

  for (guint i = 0; header[i] != NULL; i++)
    {
      g_autofree char *scaled = g_strconcat (header[i], "_e6", NULL);

      if (ntm_table_find_field (table, header[i]) != NULL)
        g_strv_builder_add (columns, header[i]);
      else if (ntm_table_find_field (table, scaled) != NULL)
        g_strv_builder_add (columns, scaled);
      else
        {
          g_set_error (error, NTM_ERROR, NTM_ERROR_FORMAT, "the table %s has no column “%s”", table->name, header[i]);
          return NULL;
        }
    }
  return g_strv_builder_end (columns);
}

/* An empty field of a number stays unset, so that a new row takes the column's default. */
static gboolean
read_row (NtmCsv   *csv,
          char    **columns,
          NtmRow   *row,
          GError  **error)
{
  const NtmTable *table = ntm_table_get (row->table);

  for (guint i = 0; columns[i] != NULL; i++)
    {
      const char *text = ntm_csv_get (csv, i);

      if (*text == '\0' && ntm_table_find_field (table, columns[i])->type != NTM_FIELD_TEXT)
        continue;
      if (!ntm_row_set (row, columns[i], text, error))
        {
          g_prefix_error (error, "line %u, column %s: ", ntm_csv_get_line (csv), columns[i]);
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
read_table (NtmEdit    *edit,
            const char *file,
            NtmTableId  table,
            GError    **error)
{
  g_autoptr (NtmCsv) csv = open_csv (file, error);
  g_auto (GStrv) columns = csv == NULL ? NULL : find_columns (csv, ntm_table_get (table), error);
  g_autoptr (GError) end = NULL;

  if (columns == NULL)
    return FALSE;
  while (ntm_csv_next (csv, &end))
    if (!read_row (csv, columns, ntm_edit_write (edit, table, NULL, NULL), error))
      return FALSE;
  if (end == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&end));
  return FALSE;
}

static gboolean
read_tables (NtmEdit *edit,
             GError **error)
{
  g_auto (GStrv) files = g_resource_enumerate_children (ntm_exchange_get_resource (), BUNDLE_PATH, G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  for (guint i = 0; files != NULL && files[i] != NULL; i++)
    {
      g_autofree char *name = g_strndup (files[i], strcspn (files[i], "."));
      NtmTableId table;

      if (strchr (name, '-') != NULL)
        continue;
      if (!ntm_table_find (name, &table))
        {
          g_set_error (error, NTM_ERROR, NTM_ERROR_FORMAT, "%s: there is no table “%s”", files[i], name);
          return FALSE;
        }
      if (!read_table (edit, files[i], table, error))
        {
          g_prefix_error (error, "%s: ", files[i]);
          return FALSE;
        }
    }
  return files != NULL;
}

/* An #NtmLoader over the rows, so that boundaries are drawn upon the same model as everything else. */
static GPtrArray *
load_records (gpointer    edit,
              NtmTableId  table,
              const char *indicator,
              const char *unit,
              GError    **error)
{
  GPtrArray *copies = g_ptr_array_new ();

  for (guint i = 0; i < ntm_edit_get_n_rows (edit); i++)
    {
      const NtmRow *row = ntm_edit_get_row (edit, i);

      if (row->table == table)
        g_ptr_array_add (copies, ntm_record_copy (ntm_table_get (table), row->record));
    }
  return copies;
}

static gboolean
add_boundaries (NtmEdit *edit,
                GError **error)
{
  g_autoptr (NtmAtlas) atlas = ntm_atlas_new (load_records, edit);
  g_autoptr (NtmCsv) arcs = open_csv ("outline-arcs.csv", error);
  g_autoptr (NtmCsv) rings = arcs == NULL ? NULL : open_csv ("outline-rings.csv", error);
  g_autoptr (NtmCsv) centres = rings == NULL ? NULL : open_csv ("commune-centres.csv", error);

  return centres != NULL && ntm_atlas_load (atlas, error) && ntm_cells_build (atlas, arcs, rings, centres, edit, error);
}

/**
 * ntm_bundle_new_edit:
 * @error: return location
 *
 * Makes the rows of the built-in file of Hà Tĩnh: the registers and figures as they stand in
 * data/hatinh, and the boundaries drawn from its outline and commune centres. For ntm_store_fill().
 *
 * Returns: (transfer full): the rows, or %NULL with %NTM_ERROR_FORMAT naming file, line and column
 */
NtmEdit *
ntm_bundle_new_edit (GError **error)
{
  g_autoptr (NtmEdit) edit = ntm_edit_new ("Built-in data");

  if (!read_tables (edit, error) || !add_boundaries (edit, error))
    return NULL;
  return g_steal_pointer (&edit);
}
