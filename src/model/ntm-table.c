/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Records seen through the description of their table: made, filled, read and freed field by field, so
 * that loading, saving, history and import need no code per table.
 *
 * Most text of most records is empty. It is not allocated: members without text point to one empty
 * string, which is why text is only ever set with ntm_record_set_text().
 */

#include "config.h"

#include "ntm-records.h"

static char no_text[1] = "";

static char **
text_member (gconstpointer record, const NtmField *field)
{
  return &G_STRUCT_MEMBER (char *, (gpointer) record, field->offset);
}

static gint64 *
int64_member (gconstpointer record, const NtmField *field)
{
  return &G_STRUCT_MEMBER (gint64, (gpointer) record, field->offset);
}

static GBytes **
bytes_member (gconstpointer record, const NtmField *field)
{
  return &G_STRUCT_MEMBER (GBytes *, (gpointer) record, field->offset);
}

static gboolean
is_number (const NtmField *field)
{
  return field->type == NTM_FIELD_INTEGER || field->type == NTM_FIELD_DECIMAL;
}

/* What the Atlas derived and owns nowhere else. */
static void
free_derived (const NtmTable *table, gpointer record)
{
  if (table == ntm_table_get (NTM_TABLE_UNIT))
    g_clear_pointer (&((NtmUnit *) record)->states, g_ptr_array_unref);
  else if (table == ntm_table_get (NTM_TABLE_UNIT_STATE))
    g_clear_pointer (&((NtmUnitState *) record)->folded, g_free);
  else if (table == ntm_table_get (NTM_TABLE_BOUNDARY))
    g_clear_pointer (&((NtmBoundary *) record)->shape, ntm_geometry_free);
}

/**
 * ntm_table_is_lazy:
 * @id: a table
 *
 * Returns: whether its records are loaded when they are first asked for, and not with the file
 */
gboolean
ntm_table_is_lazy (NtmTableId id)
{
  return id == NTM_TABLE_OBSERVATION || id == NTM_TABLE_BOUNDARY;
}

/**
 * ntm_table_find:
 * @name: the name of a table as in the schema
 * @out: (out): the table
 *
 * Returns: %FALSE, with @out untouched, if no table of facts has that name
 */
gboolean
ntm_table_find (const char *name, NtmTableId *out)
{
  g_return_val_if_fail (name != NULL && out != NULL, FALSE);

  for (guint i = 0; i < NTM_N_TABLES; i++)
    if (g_str_equal (ntm_table_get ((NtmTableId) i)->name, name))
      {
        *out = (NtmTableId) i;
        return TRUE;
      }
  return FALSE;
}

/**
 * ntm_table_find_field:
 * @table: a table
 * @column: a column as in the schema, so `value_e6` and not `value`
 *
 * Returns: (nullable) (transfer none): the field; its place is its distance from `table->fields`
 */
const NtmField *
ntm_table_find_field (const NtmTable *table, const char *column)
{
  g_return_val_if_fail (table != NULL && column != NULL, NULL);

  for (guint i = 0; i < table->n_fields; i++)
    if (g_str_equal (table->fields[i].column, column))
      return &table->fields[i];
  return NULL;
}

/**
 * ntm_record_new:
 * @table: a table
 *
 * Makes a record: text is empty, numbers are %NTM_NONE, bytes and derived members are zero.
 *
 * Returns: (transfer full): the record, to be freed with [func@Ntm.record_free]
 */
gpointer
ntm_record_new (const NtmTable *table)
{
  gpointer record;

  g_return_val_if_fail (table != NULL, NULL);

  record = g_malloc0 (table->record_size);
  for (guint i = 0; i < table->n_fields; i++)
    if (table->fields[i].type == NTM_FIELD_TEXT)
      *text_member (record, &table->fields[i]) = no_text;
    else if (is_number (&table->fields[i]))
      *int64_member (record, &table->fields[i]) = NTM_NONE;
  return record;
}

static void
free_text (char *text)
{
  if (text != no_text)
    g_free (text);
}

/**
 * ntm_record_free:
 * @table: the table of the record
 * @record: (nullable) (transfer full): a record
 *
 * Frees a record with all it holds, what the Atlas derived included.
 */
void
ntm_record_free (const NtmTable *table, gpointer record)
{
  g_return_if_fail (table != NULL);

  if (!record)
    return;
  free_derived (table, record);
  for (guint i = 0; i < table->n_fields; i++)
    if (table->fields[i].type == NTM_FIELD_TEXT)
      free_text (*text_member (record, &table->fields[i]));
    else if (table->fields[i].type == NTM_FIELD_BYTES)
      g_bytes_unref (*bytes_member (record, &table->fields[i]));
  g_free (record);
}

/**
 * ntm_record_set_text:
 * @table: the table of the record
 * @record: a record
 * @field: the place of a text field
 * @text: (nullable): its text, copied; %NULL counts as ""
 */
void
ntm_record_set_text (const NtmTable *table, gpointer record, guint field, const char *text)
{
  char **member;

  g_return_if_fail (table != NULL && record != NULL && field < table->n_fields);
  g_return_if_fail (table->fields[field].type == NTM_FIELD_TEXT);

  member = text_member (record, &table->fields[field]);
  if (*member == text)
    return;
  free_text (*member);
  *member = text && *text ? g_strdup (text) : no_text;
}

/**
 * ntm_record_set_int64:
 * @table: the table of the record
 * @record: a record
 * @field: the place of an integer or decimal field
 * @value: its value, a decimal times 10^6; %NTM_NONE for none
 */
void
ntm_record_set_int64 (const NtmTable *table, gpointer record, guint field, gint64 value)
{
  g_return_if_fail (table != NULL && record != NULL && field < table->n_fields);
  g_return_if_fail (is_number (&table->fields[field]));

  *int64_member (record, &table->fields[field]) = value;
}

/**
 * ntm_record_set_bytes:
 * @table: the table of the record
 * @record: a record
 * @field: the place of a field of bytes
 * @bytes: (nullable): its bytes, referenced
 */
void
ntm_record_set_bytes (const NtmTable *table, gpointer record, guint field, GBytes *bytes)
{
  GBytes **member;

  g_return_if_fail (table != NULL && record != NULL && field < table->n_fields);
  g_return_if_fail (table->fields[field].type == NTM_FIELD_BYTES);

  member = bytes_member (record, &table->fields[field]);
  if (bytes)
    g_bytes_ref (bytes);
  g_bytes_unref (*member);
  *member = bytes;
}

/**
 * ntm_record_get_text:
 * @table: the table of the record
 * @record: a record
 * @field: the place of a text field
 *
 * Returns: (transfer none): its text, never %NULL
 */
const char *
ntm_record_get_text (const NtmTable *table, gconstpointer record, guint field)
{
  g_return_val_if_fail (table != NULL && record != NULL && field < table->n_fields, "");
  g_return_val_if_fail (table->fields[field].type == NTM_FIELD_TEXT, "");

  return *text_member (record, &table->fields[field]);
}

/**
 * ntm_record_get_int64:
 * @table: the table of the record
 * @record: a record
 * @field: the place of an integer or decimal field
 *
 * Returns: its value, a decimal times 10^6; %NTM_NONE for none
 */
gint64
ntm_record_get_int64 (const NtmTable *table, gconstpointer record, guint field)
{
  g_return_val_if_fail (table != NULL && record != NULL && field < table->n_fields, NTM_NONE);
  g_return_val_if_fail (is_number (&table->fields[field]), NTM_NONE);

  return *int64_member (record, &table->fields[field]);
}

/**
 * ntm_record_dup_key:
 * @table: the table of the record
 * @record: a record
 *
 * Makes the key by which the journal, issues and [method@Ntm.Atlas.lookup] name a record: the parts of its
 * primary key, one space between them. A part may be empty; "448-0 " is a state since before the records.
 *
 * Returns: (transfer full): the key
 */
char *
ntm_record_dup_key (const NtmTable *table, gconstpointer record)
{
  GString *key;

  g_return_val_if_fail (table != NULL && record != NULL, NULL);

  key = g_string_new (NULL);
  for (guint i = 0; i < table->n_keys; i++)
    {
      if (i > 0)
        g_string_append_c (key, ' ');
      if (is_number (&table->fields[i]))
        g_string_append_printf (key, "%" G_GINT64_FORMAT, ntm_record_get_int64 (table, record, i));
      else
        g_string_append (key, ntm_record_get_text (table, record, i));
    }
  return g_string_free (key, FALSE);
}

/**
 * ntm_record_copy:
 * @table: the table of the record
 * @record: a record
 *
 * Returns: (transfer full): a record with the same fields and nothing derived
 */
gpointer
ntm_record_copy (const NtmTable *table, gconstpointer record)
{
  gpointer copy = ntm_record_new (table);

  for (guint i = 0; i < table->n_fields; i++)
    if (table->fields[i].type == NTM_FIELD_TEXT)
      ntm_record_set_text (table, copy, i, ntm_record_get_text (table, record, i));
    else if (table->fields[i].type == NTM_FIELD_BYTES)
      ntm_record_set_bytes (table, copy, i, *bytes_member (record, &table->fields[i]));
    else
      ntm_record_set_int64 (table, copy, i, ntm_record_get_int64 (table, record, i));
  return copy;
}
