/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The figures behind a chart or map as a table. */

#include "config.h"

#include "ntm-print-job-private.h"

#include "ntm-text-box.h"

/* Wide enough for what stands in it, within reason. */
static double
column_width (const GPtrArray *rows,
              guint            column)
{
  glong longest = 4;

  for (guint i = 0; i < rows->len; i++)
    longest = MAX (longest, g_utf8_strlen (((char **) g_ptr_array_index (rows, i))[column], -1));
  return (double) MIN (longest, 36);
}

/* Returns: (transfer full): what is behind a chart or map, all of it */
NtmTableSpec *
_ntm_print_job_new_twin (const NtmPrintJob *self)
{
  NtmFigure *figure = self->figure;
  g_autoptr (GPtrArray) rows = ntm_figure_to_rows (figure);
  NtmTableSpec *spec = ntm_table_spec_new ();
  char **head = g_ptr_array_index (rows, 0);

  ntm_spec_set (&spec->title, ntm_figure_get_title (figure));
  ntm_spec_set (&spec->note, ntm_figure_get_source (figure));
  spec->boxed = TRUE;
  for (guint c = 0; head[c] != NULL; c++)
    ntm_table_spec_add_column (spec, head[c], NTM_ALIGN_LEFT, column_width (rows, c));
  for (guint i = 1; i < rows->len; i++)
    {
      char **cells = g_ptr_array_index (rows, i);
      NtmTableRow *row = ntm_table_spec_add_row (spec, NULL);

      for (guint c = 0; cells[c] != NULL; c++)
        ntm_table_row_set (row, c, cells[c]);
    }
  return spec;
}
