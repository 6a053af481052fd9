/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A figure as rows of text: the table under a chart, what a screen reader reads, what the clipboard
 * takes. Made from the spec alone, so it says exactly what the picture says.
 */

#include "config.h"

#include <stdarg.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "ntm-figure.h"
#include "ntm-view-words.h"

/* Adds a row; the texts may be NULL and end with @end, writable so that no compiler makes it one with "". */
static char end[1];

static void
add_row (GPtrArray *rows, ...)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new ();
  const char *text;
  va_list args;

  va_start (args, rows);
  while ((text = va_arg (args, const char *)) != end)
    g_ptr_array_add (cells, g_strdup (text ? text : ""));
  va_end (args);
  g_ptr_array_add (cells, NULL);
  g_ptr_array_add (rows, g_ptr_array_steal (cells, NULL));
}

static const char *
legend_label (const NtmMapSpec *spec, const NtmMapItem *item)
{
  const NtmLegend *legend = spec->legends->len ? g_ptr_array_index (spec->legends, 0) : NULL;

  for (guint i = 0; legend && i < legend->entries->len; i++)
    {
      const NtmLegendEntry *entry = g_ptr_array_index (legend->entries, i);

      if (entry->fill != item->fill)
        continue;
      if (item->fill == NTM_MAP_FILL_MARK ? entry->mark == item->mark : entry->class_index == item->class_index)
        return entry->label;
    }
  return NULL;
}

static void
add_map (const NtmMapSpec *spec, GPtrArray *rows)
{
  add_row (rows, _("Unit"), _("Status"), _("Detail"), end);
  for (guint i = 0; i < spec->items->len; i++)
    {
      const NtmMapItem *item = g_ptr_array_index (spec->items, i);

      add_row (rows, item->label, legend_label (spec, item), item->sublabel, end);
    }
}

static void
add_trend (const NtmTrendSpec *spec, NtmLang lang, GPtrArray *rows)
{
  add_row (rows, _("Series"), _("Day"), _("Value"), _("Note"), end);
  for (guint i = 0; i < spec->series->len; i++)
    {
      const NtmTrendSeries *series = g_ptr_array_index (spec->series, i);

      for (guint j = 0; j < series->points->len; j++)
        {
          const NtmTrendPoint *point = g_ptr_array_index (series->points, j);
          g_autofree char *day = ntm_date_format (point->day, lang);

          add_row (rows, series->name, day, point->label, point->sublabel, end);
        }
    }
  if (spec->has_target && spec->target_label)
    add_row (rows, _("Target"), "", spec->target_label, "", end);
  if (spec->has_projection && spec->projection_label)
    {
      g_autofree char *day = ntm_date_format (spec->projection_day, lang);

      add_row (rows, _("Projection"), day, spec->projection_label, spec->projection_sublabel, end);
    }
}

static int
compare_ranks (gconstpointer a, gconstpointer b, gpointer data)
{
  const NtmRankRow *x = *(const NtmRankRow *const *) a;
  const NtmRankRow *y = *(const NtmRankRow *const *) b;
  const gboolean *ascending = data;
  int order = (x->value > y->value) - (x->value < y->value);

  if (x->no_data || y->no_data)
    return x->no_data - y->no_data;
  return *ascending ? order : -order;
}

/* Equal values share a place: 1, 2, 2, 4. */
static void
add_rank (const NtmRankSpec *spec, GPtrArray *rows)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  gboolean ascending = spec->ascending;
  guint place = 0;

  for (guint i = 0; i < spec->rows->len; i++)
    g_ptr_array_add (sorted, g_ptr_array_index (spec->rows, i));
  /* Merge sort: equal values stay in the order given. */
  g_ptr_array_sort_with_data (sorted, compare_ranks, &ascending);
  add_row (rows, _("Place"), _("Unit"), _("Value"), end);
  for (guint i = 0; i < sorted->len; i++)
    {
      const NtmRankRow *row = g_ptr_array_index (sorted, i);
      const NtmRankRow *before = i ? g_ptr_array_index (sorted, i - 1) : NULL;
      g_autofree char *text = NULL;

      if (!before || before->no_data || row->value != before->value)
        place = i + 1;
      text = row->no_data ? g_strdup ("") : g_strdup_printf ("%u", place);
      add_row (rows, text, row->label, row->value_text, end);
    }
}

static void
add_table (const NtmTableSpec *spec, GPtrArray *rows)
{
  g_autoptr (GStrvBuilder) head = g_strv_builder_new ();

  for (guint i = 0; i < spec->columns->len; i++)
    {
      const NtmTableColumn *column = g_ptr_array_index (spec->columns, i);

      g_strv_builder_add (head, column->title ? column->title : "");
    }
  g_ptr_array_add (rows, g_strv_builder_end (head));
  for (guint i = 0; i < spec->rows->len; i++)
    {
      const NtmTableRow *row = g_ptr_array_index (spec->rows, i);
      g_autoptr (GStrvBuilder) cells = g_strv_builder_new ();

      for (guint c = 0; c < row->n_cells; c++)
        g_strv_builder_add (cells, row->cells[c].text && *row->cells[c].text ? row->cells[c].text
                                   : row->cells[c].hatch                     ? ntm_view_no_data ()
                                                                             : "");
      g_ptr_array_add (rows, g_strv_builder_end (cells));
    }
}

static void
add_tasks (const NtmTaskListSpec *spec, GPtrArray *rows)
{
  add_row (rows, _("Agency"), spec->head_title, spec->head_deadline, spec->head_state, spec->head_result,
           spec->head_place, end);
  for (guint i = 0; i < spec->groups->len; i++)
    {
      const NtmTaskGroup *group = g_ptr_array_index (spec->groups, i);

      for (guint j = 0; j < group->rows->len; j++)
        {
          const NtmTaskRow *row = g_ptr_array_index (group->rows, j);

          add_row (rows, group->name, row->title, row->deadline, row->state, row->result, row->place, end);
        }
    }
}

/**
 * ntm_figure_to_rows:
 * @self: a figure
 *
 * Writes what it shows as a table of text, in the language of the process.
 *
 * Returns: (transfer full) (element-type GStrv): rows of equally many cells, the first is the header
 */
GPtrArray *
ntm_figure_to_rows (const NtmFigure *self)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  gconstpointer spec = ntm_figure_get_spec (self);

  switch (ntm_figure_get_kind (self))
    {
    case NTM_FIGURE_MAP:
      add_map (spec, rows);
      break;
    case NTM_FIGURE_TREND:
      add_trend (spec, ntm_lang_current (), rows);
      break;
    case NTM_FIGURE_RANK:
      add_rank (spec, rows);
      break;
    case NTM_FIGURE_TABLE:
      add_table (spec, rows);
      break;
    case NTM_FIGURE_TASKS:
    default:
      add_tasks (spec, rows);
    }
  return rows;
}

/**
 * ntm_figure_to_tsv:
 * @self: a figure
 *
 * Writes the rows of ntm_figure_to_rows() as lines of tab-separated cells, as spreadsheets paste them;
 * tabs and line ends inside a cell become spaces.
 *
 * Returns: (transfer full): the text
 */
char *
ntm_figure_to_tsv (const NtmFigure *self)
{
  g_autoptr (GPtrArray) rows = ntm_figure_to_rows (self);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      char **cells = g_ptr_array_index (rows, i);

      for (guint c = 0; cells[c]; c++)
        {
          g_strdelimit (cells[c], "\t\r\n", ' ');
          g_string_append_printf (text, "%s%s", c ? "\t" : "", cells[c]);
        }
      g_string_append_c (text, '\n');
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}
