/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Comma-separated values, strictly by RFC 4180: a table that is not whole is refused with its line rather
 * than read askew. The text is composed (NFC) as a whole when it comes in; records are then read one by one
 * into one buffer, so that a table of a million rows costs its bytes only.
 */

#include "config.h"

#include <string.h>
#include <glib/gi18n-lib.h>

#include "ntm-csv.h"
#include "ntm-fail.h"
#include "ntm-text.h"

struct _NtmCsv
{
  char       *name;
  char       *text;
  const char *at;
  guint       line; /* of @at */
  guint       record_line;
  GStrv       header;
  guint       n_columns;
  GString    *buffer; /* the fields of the record, each ended by a NUL */
  GArray     *starts; /* gsize: where each field begins there */
};

/* Fails with the place in front: "units.csv:12: …". */
static gboolean
fail_at (NtmCsv *self, guint line, GError **error, const char *format, ...) G_GNUC_PRINTF (4, 5);

static gboolean
fail_at (NtmCsv *self, guint line, GError **error, const char *format, ...)
{
  g_autofree char *what = NULL;
  va_list args;

  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);
  return ntm_fail (error, NTM_ERROR_FORMAT, "%s:%u: %s", self->name, line, what);
}

static guint
count_lines (const char *text, gsize len)
{
  guint lines = 1;

  for (gsize i = 0; i < len; i++)
    lines += text[i] == '\n';
  return lines;
}

static gboolean
take_text (NtmCsv *self, GBytes *bytes, GError **error)
{
  gsize len;
  const char *data = g_bytes_get_data (bytes, &len);
  const char *end = NULL;
  g_autoptr (GError) local = NULL;

  if (len >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    {
      data += 3;
      len -= 3;
    }
  if (len == 0)
    return fail_at (self, 1, error, _("The file is empty."));
  if (!g_utf8_validate_len (data, len, &end))
    {
      guint line = count_lines (data, (gsize) (end - data));

      if (*end == '\0')
        return fail_at (self, line, error, _("The file holds a zero byte, so it is not text."));
      return fail_at (self, line, error, _("The file is not UTF-8 text. Save it as “CSV UTF-8” and try again."));
    }
  self->at = self->text = ntm_text_nfc (data, (gssize) len, &local);
  return self->text || fail_at (self, 1, error, "%s", local->message);
}

static void
end_field (NtmCsv *self)
{
  g_string_append_c (self->buffer, '\0');
}

static gsize
line_end_length (const char *p)
{
  return *p == '\n' ? 1 : p[0] == '\r' && p[1] == '\n' ? 2 : 0;
}

static gboolean
is_field_end (const char *p)
{
  return *p == ',' || *p == '\0' || line_end_length (p) > 0;
}

/* Goes on with the next line, after a record that cannot be read. */
static void
skip_line (NtmCsv *self)
{
  self->at += strcspn (self->at, "\n");
  if (*self->at == '\n')
    {
      self->at++;
      self->line++;
    }
}

/* Reads from the opening quote to behind the closing one. */
static gboolean
read_quoted (NtmCsv *self, GError **error)
{
  guint first_line = self->line;

  for (self->at++;; self->at++)
    {
      if (*self->at == '\0')
        return fail_at (self, first_line, error, _("A quote is opened on this line and never closed."));
      if (*self->at == '"' && *++self->at != '"')
        break;
      self->line += *self->at == '\n';
      g_string_append_c (self->buffer, *self->at);
    }
  if (is_field_end (self->at))
    return TRUE;
  fail_at (self, self->line, error, _("There is text behind a closing quote. Double the quotes inside a field."));
  skip_line (self);
  return FALSE;
}

static gboolean
read_plain (NtmCsv *self, GError **error)
{
  gsize len = strcspn (self->at, ",\r\n\"");

  g_string_append_len (self->buffer, self->at, (gssize) len);
  self->at += len;
  if (is_field_end (self->at))
    return TRUE;
  if (*self->at == '"')
    fail_at (self, self->line, error, _("There is a quote inside a field. Put the field in quotes and double it."));
  else
    fail_at (self, self->line, error, _("There is a carriage return inside a field. End lines with LF or CR LF."));
  skip_line (self);
  return FALSE;
}

/* Reads a record into the buffer. */
static gboolean
read_record (NtmCsv *self, GError **error)
{
  g_string_truncate (self->buffer, 0);
  g_array_set_size (self->starts, 0);
  self->record_line = self->line;
  for (;;)
    {
      gsize start = self->buffer->len;

      g_array_append_val (self->starts, start);
      if (*self->at == '"' ? !read_quoted (self, error) : !read_plain (self, error))
        return FALSE;
      end_field (self);
      if (*self->at != ',')
        break;
      self->at++;
    }
  if (*self->at != '\0')
    {
      self->at += line_end_length (self->at);
      self->line++;
    }
  return TRUE;
}

static const char *
field_at (NtmCsv *self, guint column)
{
  return self->buffer->str + g_array_index (self->starts, gsize, column);
}

static gboolean
check_header (NtmCsv *self, GError **error)
{
  for (guint i = 0; i < self->n_columns; i++)
    {
      if (*self->header[i] == '\0')
        return fail_at (self, 1, error, _("Column %u has no name in the first line."), i + 1);
      for (guint j = 0; j < i; j++)
        if (strcmp (self->header[i], self->header[j]) == 0)
          {
            g_autofree char *quote = ntm_fail_quote (self->header[i]);

            return fail_at (self, 1, error, _("Two columns have the name “%s”."), quote);
          }
    }
  return TRUE;
}

static gboolean
read_header (NtmCsv *self, GError **error)
{
  if (!read_record (self, error))
    return FALSE;
  self->n_columns = self->starts->len;
  self->header = g_new0 (char *, self->n_columns + 1);
  for (guint i = 0; i < self->n_columns; i++)
    self->header[i] = g_strdup (field_at (self, i));
  g_array_set_size (self->starts, 0);
  return check_header (self, error);
}

/**
 * ntm_csv_new:
 * @bytes: a whole file
 * @name: its name, for messages
 * @error: return location for an error
 *
 * Opens a table and reads its header. The text is composed (NFC) on the way.
 *
 * Returns: (transfer full): the reader, before the first record, or %NULL with %NTM_ERROR_FORMAT and
 *   `name:line:` in front of the message if the file is empty, is not UTF-8, holds a NUL, or its header
 *   has an empty or repeated name
 */
NtmCsv *
ntm_csv_new (GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (NtmCsv) self = g_new0 (NtmCsv, 1);

  g_return_val_if_fail (bytes != NULL && name != NULL, NULL);

  self->name = g_strdup (name);
  self->line = 1;
  self->buffer = g_string_new (NULL);
  self->starts = g_array_new (FALSE, FALSE, sizeof (gsize));
  if (!take_text (self, bytes, error) || !read_header (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * ntm_csv_free:
 * @self: (nullable) (transfer full): a reader
 *
 * Frees a reader with all its fields.
 */
void
ntm_csv_free (NtmCsv *self)
{
  if (!self)
    return;
  g_free (self->name);
  g_free (self->text);
  g_strfreev (self->header);
  g_string_free (self->buffer, TRUE);
  g_array_free (self->starts, TRUE);
  g_free (self);
}

/**
 * ntm_csv_get_header:
 * @self: a reader
 *
 * Returns: (transfer none) (array zero-terminated=1): the names of the columns
 */
const char * const *
ntm_csv_get_header (NtmCsv *self)
{
  return (const char *const *) self->header;
}

/**
 * ntm_csv_column:
 * @self: a reader
 * @name: the name of a column, in exact spelling
 *
 * Returns: its number from 0, or -1 if there is none
 */
int
ntm_csv_column (NtmCsv *self, const char *name)
{
  for (guint i = 0; i < self->n_columns; i++)
    if (strcmp (self->header[i], name) == 0)
      return (int) i;
  return -1;
}

/* In a table of several columns an empty line, as editors leave at the end, is no record. */
static void
skip_empty_lines (NtmCsv *self)
{
  while (self->n_columns > 1 && line_end_length (self->at) > 0)
    {
      self->at += line_end_length (self->at);
      self->line++;
    }
}

/**
 * ntm_csv_next:
 * @self: a reader
 * @error: return location for an error
 *
 * Goes to the next record. After an error the reader stands behind the bad record, so that a caller who
 * collects what is wrong may go on. Empty lines are skipped if there are several columns.
 *
 * Returns: %TRUE if there is one; %FALSE without an error at the end, %FALSE with %NTM_ERROR_FORMAT and
 *   `name:line:` in front of the message if the record is damaged or has another number of fields than
 *   the header
 */
gboolean
ntm_csv_next (NtmCsv *self, GError **error)
{
  guint n;

  g_return_val_if_fail (self != NULL, FALSE);

  skip_empty_lines (self);
  g_array_set_size (self->starts, 0);
  if (*self->at == '\0')
    return FALSE;
  if (!read_record (self, error))
    {
      g_array_set_size (self->starts, 0);
      return FALSE;
    }
  n = self->starts->len;
  if (n == self->n_columns)
    return TRUE;
  g_array_set_size (self->starts, 0);
  return fail_at (self, self->record_line, error, _("The record has %u fields, but the header has %u."),
                  n, self->n_columns);
}

/**
 * ntm_csv_get:
 * @self: a reader on a record
 * @column: a number from [method@Ntm.Csv.column]
 *
 * Returns: (transfer none): the field, valid until the next record is read; "" if @column is -1 or there
 *   is no record, so that a column may be missing from a file
 */
const char *
ntm_csv_get (NtmCsv *self, int column)
{
  if (column < 0 || (guint) column >= self->starts->len)
    return "";
  return field_at (self, (guint) column);
}

/**
 * ntm_csv_get_line:
 * @self: a reader
 *
 * Returns: the number from 1 of the line on which the record begins
 */
guint
ntm_csv_get_line (NtmCsv *self)
{
  return self->record_line;
}

static void
append_field (GString *text, const char *field)
{
  if (!strpbrk (field, ",\"\r\n"))
    {
      g_string_append (text, field);
      return;
    }
  g_string_append_c (text, '"');
  for (const char *c = field; *c; c++)
    {
      if (*c == '"')
        g_string_append_c (text, '"');
      g_string_append_c (text, *c);
    }
  g_string_append_c (text, '"');
}

/**
 * ntm_csv_append_row:
 * @text: what is written so far
 * @cells: (array zero-terminated=1): the fields of a record, one or more
 *
 * Writes a record as #NtmCsv reads it, ended as RFC 4180 says by CR and LF.
 */
void
ntm_csv_append_row (GString *text, const char * const *cells)
{
  g_return_if_fail (text != NULL && cells != NULL && cells[0] != NULL);

  for (guint i = 0; cells[i]; i++)
    {
      if (i > 0)
        g_string_append_c (text, ',');
      append_field (text, cells[i]);
    }
  /* An empty line would be no record. */
  if (!cells[1] && !*cells[0])
    g_string_append (text, "\"\"");
  g_string_append (text, "\r\n");
}
