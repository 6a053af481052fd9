/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A change to be made, as rows of tables. Text is checked here, once, on its way to the file. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ntm-atlas-private.h"
#include "ntm-edit.h"
#include "ntm-error.h"
#include "ntm-text.h"

#define TEXT_MAX 20000 /* characters; the longest pasted paragraph of a notice has about 3000 */

struct _NtmEdit
{
  char      *label;
  GPtrArray *rows;   /* (element-type NtmRow), owned */
};

static void
free_row (gpointer data)
{
  NtmRow *row = data;

  ntm_record_free (ntm_table_get (row->table), row->record);
  g_free (row);
}

/**
 * ntm_edit_new:
 * @label: what the history calls the change, one line
 *
 * Returns: (transfer full): an edit without rows
 */
NtmEdit *
ntm_edit_new (const char *label)
{
  NtmEdit *self;

  g_return_val_if_fail (label != NULL, NULL);

  self = g_new0 (NtmEdit, 1);
  self->label = g_strdup (label);
  self->rows = g_ptr_array_new_with_free_func (free_row);
  return self;
}

/**
 * ntm_edit_free:
 * @self: (nullable) (transfer full): an edit
 */
void
ntm_edit_free (NtmEdit *self)
{
  if (!self)
    return;
  g_free (self->label);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

/**
 * ntm_edit_get_label:
 * @self: an edit
 *
 * Returns: (transfer none): its label
 */
const char *
ntm_edit_get_label (const NtmEdit *self)
{
  g_return_val_if_fail (self != NULL, "");

  return self->label;
}

/**
 * ntm_edit_get_n_rows:
 * @self: an edit
 *
 * Returns: how many rows it writes or deletes
 */
guint
ntm_edit_get_n_rows (const NtmEdit *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->rows->len;
}

/**
 * ntm_edit_get_row:
 * @self: an edit
 * @i: from 0
 *
 * Returns: (transfer none): a row, in the order in which they were added
 */
const NtmRow *
ntm_edit_get_row (const NtmEdit *self, guint i)
{
  g_return_val_if_fail (self != NULL && i < self->rows->len, NULL);

  return self->rows->pdata[i];
}

static NtmRow *
add_row (NtmEdit *self, NtmTableId id, gboolean is_delete, const char *first_key, va_list more)
{
  const NtmTable *table = ntm_table_get (id);
  NtmRow *row = g_new0 (NtmRow, 1);
  const char *key = first_key;

  row->table = id;
  row->is_delete = is_delete;
  row->record = ntm_record_new (table);
  g_ptr_array_add (self->rows, row);
  for (guint i = 0; first_key && i < table->n_keys; i++, key = va_arg (more, const char *))
    {
      g_autofree char *nfc = key ? ntm_text_nfc (key, -1, NULL) : NULL;

      /* Too few keys: a mistake of the caller, who could otherwise delete another row. */
      if (!key)
        g_error ("table %s has %u key columns, not %u", table->name, table->n_keys, i);
      row->set |= G_GUINT64_CONSTANT (1) << i;
      if (table->fields[i].type == NTM_FIELD_TEXT)
        ntm_record_set_text (table, row->record, i, nfc ? nfc : key);
      else
        ntm_record_set_int64 (table, row->record, i, g_ascii_strtoll (key, NULL, 10));
    }
  return row;
}

/**
 * ntm_edit_write:
 * @self: an edit
 * @table: a table
 * @first_key: (nullable): the first part of the key; %NULL if all its parts will be set as fields
 * @...: the other parts, as many as the key has, then %NULL; numbers as decimal text
 *
 * Adds a row to be written: changed if there is one of that key, else made.
 *
 * Returns: (transfer none): the row, for [func@Ntm.row_set]; it belongs to the edit
 */
NtmRow *
ntm_edit_write (NtmEdit *self, NtmTableId table, const char *first_key, ...)
{
  NtmRow *row;
  va_list more;

  g_return_val_if_fail (self != NULL && (guint) table < NTM_N_TABLES, NULL);

  va_start (more, first_key);
  row = add_row (self, table, FALSE, first_key, more);
  va_end (more);
  return row;
}

/**
 * ntm_edit_delete:
 * @self: an edit
 * @table: a table
 * @first_key: the first part of the key
 * @...: the other parts, as many as the key has, then %NULL
 *
 * Adds a row to be deleted.
 */
void
ntm_edit_delete (NtmEdit *self, NtmTableId table, const char *first_key, ...)
{
  va_list more;

  g_return_if_fail (self != NULL && (guint) table < NTM_N_TABLES && first_key != NULL);

  va_start (more, first_key);
  add_row (self, table, TRUE, first_key, more);
  va_end (more);
}

static gboolean
has_control (const char *text)
{
  for (const char *p = text; *p; p++)
    if (g_ascii_iscntrl (*p) && *p != '\n' && *p != '\t')
      return TRUE;
  return FALSE;
}

static gboolean
set_text (NtmRow *row, guint field, const char *text, GError **error)
{
  const NtmTable *table = ntm_table_get (row->table);
  g_autofree char *nfc = ntm_text_nfc (text, -1, error);

  if (!nfc)
    return FALSE;
  if (g_utf8_strlen (nfc, -1) > TEXT_MAX)
    {
      g_set_error (error, NTM_ERROR, NTM_ERROR_RANGE, _("The text for %s has more than %d characters. Shorten it."),
                   table->fields[field].column, TEXT_MAX);
      return FALSE;
    }
  if (has_control (nfc))
    {
      g_set_error (error, NTM_ERROR, NTM_ERROR_INPUT,
                   _("The text for %s holds a control character. Type it again without."), table->fields[field].column);
      return FALSE;
    }
  ntm_record_set_text (table, row->record, field, nfc);
  return TRUE;
}

static gboolean
set_number (NtmRow *row, guint field, const char *text, GError **error)
{
  const NtmTable *table = ntm_table_get (row->table);
  gint64 value = NTM_NONE;

  if (*text && table->fields[field].type == NTM_FIELD_DECIMAL && !ntm_decimal_parse (text, &value, error))
    return FALSE;
  if (*text && table->fields[field].type == NTM_FIELD_INTEGER &&
      !g_ascii_string_to_signed (text, 10, G_MININT64 + 1, G_MAXINT64, &value, NULL))
    {
      g_autofree char *quote = ntm_model_quote (text);

      g_set_error (error, NTM_ERROR, NTM_ERROR_INPUT, _("“%s” is not a whole number. Write it with digits only."),
                   quote);
      return FALSE;
    }
  ntm_record_set_int64 (table, row->record, field, value);
  return TRUE;
}

static gboolean
find_field (NtmRow *row, const char *column, guint *out)
{
  const NtmTable *table = ntm_table_get (row->table);
  const NtmField *field = ntm_table_find_field (table, column);

  if (field)
    *out = (guint) (field - table->fields);
  return field != NULL;
}

/**
 * ntm_row_set:
 * @row: a row of an edit
 * @column: a column as in the schema
 * @text: its value as files write it; "" is no number
 * @error: return location for an error
 *
 * Sets a field from text: text is composed (NFC) and must be free of control characters but new lines and
 * tabs; decimals have a point, whole numbers only digits and a sign.
 *
 * Returns: %TRUE, or %FALSE with %NTM_ERROR_INPUT or %NTM_ERROR_RANGE and the row unchanged
 */
gboolean
ntm_row_set (NtmRow *row, const char *column, const char *text, GError **error)
{
  NtmFieldType type;
  gboolean done;
  guint field;

  g_return_val_if_fail (row != NULL && column != NULL && text != NULL, FALSE);

  type = find_field (row, column, &field) ? ntm_table_get (row->table)->fields[field].type : NTM_FIELD_BYTES;
  if (type == NTM_FIELD_BYTES)
    {
      g_autofree char *quote = ntm_model_quote (column);

      g_set_error (error, NTM_ERROR, NTM_ERROR_INPUT, _("Table %s has no column “%s” that can be typed."),
                   ntm_table_get (row->table)->name, quote);
      return FALSE;
    }
  done = type == NTM_FIELD_TEXT ? set_text (row, field, text, error) : set_number (row, field, text, error);
  if (done)
    row->set |= G_GUINT64_CONSTANT (1) << field;
  return done;
}

/**
 * ntm_row_set_int64:
 * @row: a row of an edit
 * @column: an integer or decimal column as in the schema
 * @value: its value, a decimal times 10^6; %NTM_NONE for none
 */
void
ntm_row_set_int64 (NtmRow *row, const char *column, gint64 value)
{
  guint field;

  g_return_if_fail (row != NULL && column != NULL && find_field (row, column, &field));

  ntm_record_set_int64 (ntm_table_get (row->table), row->record, field, value);
  row->set |= G_GUINT64_CONSTANT (1) << field;
}

/**
 * ntm_row_set_bytes:
 * @row: a row of an edit
 * @column: a column of bytes as in the schema
 * @bytes: (nullable): its bytes, referenced
 */
void
ntm_row_set_bytes (NtmRow *row, const char *column, GBytes *bytes)
{
  guint field;

  g_return_if_fail (row != NULL && column != NULL && find_field (row, column, &field));

  ntm_record_set_bytes (ntm_table_get (row->table), row->record, field, bytes);
  row->set |= G_GUINT64_CONSTANT (1) << field;
}
