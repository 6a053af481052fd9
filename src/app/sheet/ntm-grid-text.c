/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Blocks of cells as text, as spreadsheets put them on the clipboard: tabs between cells, lines between
 * rows, quotation marks around a cell that holds either, doubled inside.
 */

#include "config.h"

#include "ntm-grid-text.h"

#include <string.h>

/* Reads one cell; returns where it ends: at a tab, a line end or the end. */
static const char *
read_cell (const char *p,
           GString    *cell)
{
  gsize n;

  g_string_truncate (cell, 0);
  if (*p == '"')
    {
      const char *start = p++;

      while (*p != '\0' && (*p != '"' || p[1] == '"'))
        {
          g_string_append_c (cell, *p);
          p += *p == '"' ? 2 : 1;
        }
      if (*p == '"' && strchr ("\t\r\n", p[1]) != NULL)
        return p + 1;
      /* Not closed, or something behind it: the mark belongs to the text. */
      g_string_truncate (cell, 0);
      p = start;
    }
  n = strcspn (p, "\t\r\n");
  g_string_append_len (cell, p, (gssize) n);
  return p + n;
}

/**
 * ntm_grid_text_parse:
 * @tsv: text of the clipboard, UTF-8
 *
 * Takes a block of cells apart. Line ends may be LF, CRLF or CR; one at the very end adds no row.
 *
 * Returns: (transfer full) (element-type GStrv): the rows, which may differ in length; none for ""
 */
GPtrArray *
ntm_grid_text_parse (const char *tsv)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_autoptr (GString) cell = g_string_new (NULL);
  const char *p = tsv;

  while (*p != '\0')
    {
      GPtrArray *row = g_ptr_array_new ();

      for (;;)
        {
          p = read_cell (p, cell);
          g_ptr_array_add (row, g_strdup (cell->str));
          if (*p != '\t')
            break;
          p++;
        }
      if (*p == '\r')
        p++;
      if (*p == '\n')
        p++;
      g_ptr_array_add (row, NULL);
      g_ptr_array_add (rows, g_ptr_array_free (row, FALSE));
    }
  return rows;
}

static void
append_cell (GString    *out,
             const char *text)
{
  if (strpbrk (text, "\t\r\n") == NULL && *text != '"')
    {
      g_string_append (out, text);
      return;
    }
  g_string_append_c (out, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *p);
    }
  g_string_append_c (out, '"');
}

/**
 * ntm_grid_text_to_tsv:
 * @rows: (element-type GStrv): rows of cells
 *
 * Returns: (transfer full): the text for the clipboard; a single cell without a line end, so that it can
 *   be pasted into a line of text
 */
char *
ntm_grid_text_to_tsv (const GPtrArray *rows)
{
  GString *out = g_string_new (NULL);
  gboolean is_single = rows->len == 1 && g_strv_length (rows->pdata[0]) == 1;

  for (guint r = 0; r < rows->len; r++)
    {
      char **cells = rows->pdata[r];

      for (guint c = 0; cells[c] != NULL; c++)
        {
          if (c > 0)
            g_string_append_c (out, '\t');
          append_cell (out, cells[c]);
        }
      if (!is_single)
        g_string_append_c (out, '\n');
    }
  return g_string_free (out, FALSE);
}

/**
 * ntm_grid_text_to_html:
 * @rows: (element-type GStrv): rows of cells
 *
 * Returns: (transfer full): them as an HTML table, for programs that keep cells apart by it
 */
char *
ntm_grid_text_to_html (const GPtrArray *rows)
{
  GString *out = g_string_new ("<meta charset=\"utf-8\"><table>");

  for (guint r = 0; r < rows->len; r++)
    {
      char **cells = rows->pdata[r];

      g_string_append (out, "<tr>");
      for (guint c = 0; cells[c] != NULL; c++)
        {
          g_autofree char *escaped = g_markup_escape_text (cells[c], -1);

          g_string_append_printf (out, "<td>%s</td>", escaped);
        }
      g_string_append (out, "</tr>");
    }
  g_string_append (out, "</table>");
  return g_string_free (out, FALSE);
}
