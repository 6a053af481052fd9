/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The sheet as a table for paper: as it is unfolded, without the columns in which no unit has a figure. */

#include "config.h"

#include "ntm-sheet-private.h"

#include <glib/gi18n.h>

#include "ntm-grid-model.h"
#include "ntm-sources.h"
#include "ntm-text-box.h"
#include "ntm-view-words.h"

#define MAX_SOURCES 12
#define UNIT_CHARS 20.0
#define MAX_CHARS  11.0   /* of a column of figures; longer headings break into lines */

static gboolean
has_figure (NtmSheet *self,
            guint     column)
{
  NtmSheetFacts facts;

  for (guint row = 0; row < self->rows->len; row++)
    if (ntm_sheet_look (self, row, column, &facts) && facts.observation != NULL)
      return TRUE;
  return FALSE;
}

static GArray *
list_columns (NtmSheet *self)
{
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint column = 0; column < self->columns->len; column++)
    if (has_figure (self, column))
      g_array_append_val (columns, column);
  return columns;
}

static void
add_headings (NtmSheet     *self,
              NtmTableSpec *spec,
              const GArray *columns)
{
  g_autofree char *corner = ntm_grid_model_dup_corner (NTM_GRID_MODEL (self));

  ntm_table_spec_add_column (spec, corner, NTM_ALIGN_LEFT, UNIT_CHARS);
  for (guint i = 0; i < columns->len; i++)
    {
      g_auto (NtmGridColumn) heading = { 0 };
      NtmTableColumn *column;

      ntm_grid_model_get_column (NTM_GRID_MODEL (self), g_array_index (columns, guint, i), &heading);
      column = ntm_table_spec_add_column (spec, heading.title, NTM_ALIGN_RIGHT, MIN (heading.chars * 0.65, MAX_CHARS));
      column->subtitle = g_steal_pointer (&heading.subtitle);
      column->group = g_steal_pointer (&heading.group);
    }
}

static void
add_cell (NtmSheet    *self,
          NtmTableRow *row,
          guint        place,
          guint        at,
          guint        column,
          NtmSources  *sources)
{
  g_auto (NtmGridCell) cell = { 0 };
  g_autofree char *text = NULL;
  NtmTableCell *printed;
  NtmSheetFacts facts;

  ntm_grid_model_get_cell (NTM_GRID_MODEL (self), at, column, &cell);
  /* What a tag says beside a figure on screen stands below it on paper. */
  text = cell.text == NULL || cell.tag == NULL ? g_strdup (cell.text) : g_strdup_printf ("%s\n(%s)", cell.text, cell.tag);
  printed = ntm_table_row_set (row, place, text);
  printed->hatch = cell.state == NTM_GRID_NO_DATA;
  printed->italic = (cell.flags & NTM_GRID_DERIVED) != 0;
  printed->tone = cell.flags & NTM_GRID_LATER ? NTM_CELL_SECONDARY : NTM_CELL_PLAIN;
  printed->bold = (cell.flags & NTM_GRID_BOLD) != 0;
  if (ntm_sheet_look (self, at, column, &facts) && facts.observation != NULL)
    ntm_sources_add (sources, facts.observation->source, facts.observation->place);
}

static void
add_row (NtmSheet     *self,
         NtmTableSpec *spec,
         guint         at,
         const GArray *columns,
         NtmSources   *sources)
{
  const NtmSheetRow *unit = &g_array_index (self->rows, NtmSheetRow, at);
  NtmTableRow *row = ntm_table_spec_add_row (spec, unit->unit->id);
  g_auto (NtmGridRow) heading = { 0 };
  g_autofree char *indented = NULL;
  NtmTableCell *cell;

  ntm_grid_model_get_row (NTM_GRID_MODEL (self), at, &heading);
  indented = g_strdup_printf ("%*s%s", (int) (heading.depth > 1 ? 3 * (heading.depth - 1) : 0), "", heading.title);
  cell = ntm_table_row_set (row, 0, indented);
  cell->bold = heading.is_bold;
  cell->has_mark = heading.mark >= 0;
  cell->mark = (NtmMark) MAX (heading.mark, 0);
  cell->uncertain = heading.is_uncertain;
  for (guint i = 0; i < columns->len; i++)
    add_cell (self, row, i + 1, at, g_array_index (columns, guint, i), sources);
}

static char *
dup_title (NtmSheet *self)
{
  NtmViewContext context = ntm_desk_get_context (self->desk);
  g_autofree char *period = NULL;

  if (self->mode == NTM_SHEET_YEARS)
    return ntm_view_indicator_measure (&context, ntm_sheet_get_indicator (self));
  if (self->has_period)
    {
      period = ntm_period_format (&self->period, ntm_lang_current ());
      /* Translators: title of a printed table; %s is a year or another period. */
      return g_strdup_printf (_("Figures of the units, %s"), period);
    }
  period = ntm_date_format (ntm_desk_get_date (self->desk), ntm_lang_current ());
  /* Translators: title of a printed table; %s is a day. */
  return g_strdup_printf (_("Latest figures of the units until %s"), period);
}

static char *
dup_note (NtmSheet         *self,
          const GArray     *columns,
          const NtmSources *sources)
{
  NtmViewContext context = ntm_desk_get_context (self->desk);
  g_autofree char *line = ntm_sources_to_line (sources, &context, MAX_SOURCES);
  guint n = self->columns->len - columns->len;
  g_autofree char *left = NULL;

  if (n == 0)
    return g_steal_pointer (&line);
  left = g_strdup_printf (ngettext ("%u column without a figure is left out.", "%u columns without a figure are left out.", n), n);
  return line == NULL || *line == '\0' ? g_steal_pointer (&left) : g_strdup_printf ("%s %s", left, line);
}

/**
 * ntm_sheet_new_table:
 * @self: a sheet
 *
 * Makes a table of what the sheet shows: its units as they are unfolded, the columns that have figures, and the
 * sources of these.
 *
 * Returns: (transfer full): the table; without columns or rows where there is no figure
 */
NtmTableSpec *
ntm_sheet_new_table (NtmSheet *self)
{
  NtmTableSpec *spec = ntm_table_spec_new ();
  g_autoptr (NtmSources) sources = ntm_sources_new ();
  g_autoptr (GArray) columns = NULL;
  g_autofree char *title = NULL;
  g_autofree char *note = NULL;

  g_return_val_if_fail (NTM_IS_SHEET (self), spec);

  columns = list_columns (self);
  spec->boxed = TRUE;
  ntm_spec_set (&spec->empty, _("No unit has a figure here"));
  if (ntm_sheet_get_indicator (self) == NULL)
    return spec;
  add_headings (self, spec, columns);
  for (guint row = 0; columns->len > 0 && row < self->rows->len; row++)
    add_row (self, spec, row, columns, sources);
  title = dup_title (self);
  note = dup_note (self, columns, sources);
  ntm_spec_set (&spec->title, title);
  ntm_spec_set (&spec->note, note);
  return spec;
}
