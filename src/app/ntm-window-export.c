/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What is on screen as a file of another kind: the map and the charts as pictures, by the commands of their
 * pages; the figures and the tasks as a table that every spreadsheet reads.
 */

#include "config.h"

#include "ntm-window-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ntm-csv.h"
#include "ntm-dialogs.h"
#include "ntm-figure-output.h"
#include "ntm-grid.h"
#include "ntm-number.h"
#include "ntm-sheet.h"
#include "ntm-write.h"

/* Without it, spreadsheets take the text for another encoding. */
#define BYTE_ORDER_MARK "\xef\xbb\xbf"

static void
append_cells (GString   *text,
              GPtrArray *cells)
{
  g_ptr_array_add (cells, NULL);
  ntm_csv_append_row (text, (const char * const *) cells->pdata);
}

static char *
dup_heading (NtmGridModel *model,
             guint         c)
{
  g_auto (NtmGridColumn) column = { 0 };
  g_autoptr (GString) text = g_string_new (NULL);
  const char *parts[3];

  ntm_grid_model_get_column (model, c, &column);
  parts[0] = column.group;
  parts[1] = column.title;
  parts[2] = column.subtitle;
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL && *parts[i] != '\0')
      g_string_append_printf (text, "%s%s", text->len == 0 ? "" : ", ", parts[i]);
  return g_strdelimit (g_strdup (text->str), "\n", ' ');
}

/* A number as machines read it; one with a word, such as “about 60”, as it stands. */
static char *
dup_plain (char *text)
{
  NtmNumberStyle style = ntm_lang_current () == NTM_LANG_VI ? NTM_NUMBER_VI : NTM_NUMBER_EN;
  g_autofree char *taken = text;
  NtmNumber number;

  if (*taken == '\0' || !ntm_number_parse (taken, style, &number, NULL) || number.is_ratio
      || number.qualifier != NTM_QUALIFIER_EQUAL || *number.word != '\0')
    return g_steal_pointer (&taken);
  return ntm_decimal_to_string (number.value);
}

/* The whole table as it is unfolded now. */
static char *
grid_to_csv (NtmGridModel *model)
{
  NtmGridShape shape = ntm_grid_model_get_shape (model);
  g_autoptr (GPtrArray) headings = g_ptr_array_new_with_free_func (g_free);
  char *corner = ntm_grid_model_dup_corner (model);
  GString *text = g_string_new (BYTE_ORDER_MARK);

  g_ptr_array_add (headings, corner == NULL ? g_strdup ("") : corner);
  for (guint c = 0; c < shape.n_columns; c++)
    g_ptr_array_add (headings, dup_heading (model, c));
  append_cells (text, headings);
  for (guint r = 0; r < shape.n_rows; r++)
    {
      g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
      g_auto (NtmGridRow) row = { 0 };

      ntm_grid_model_get_row (model, r, &row);
      g_ptr_array_add (cells, g_strdup (row.title));
      for (guint c = 0; c < shape.n_columns; c++)
        g_ptr_array_add (cells, dup_plain (ntm_grid_model_dup_edit_text (model, r, c)));
      append_cells (text, cells);
    }
  return g_string_free (text, FALSE);
}

static char *
figure_to_csv (NtmFigure *figure)
{
  g_autoptr (GPtrArray) rows = ntm_figure_to_rows (figure);
  GString *text = g_string_new (BYTE_ORDER_MARK);

  for (guint i = 0; i < rows->len; i++)
    ntm_csv_append_row (text, g_ptr_array_index (rows, i));
  return g_string_free (text, FALSE);
}

static void
write_chosen (GtkWindow *parent,
              GFile     *file,
              gpointer   user_data)
{
  NtmWindow *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = ntm_figure_output_dup_path (file, "csv", &error);
  g_autofree char *name = path == NULL ? NULL : g_filename_display_basename (path);
  g_autofree char *text = NULL;

  if (path == NULL || !ntm_write_file (path, self->export_text, strlen (self->export_text), &error))
    {
      ntm_dialogs_error (parent, error);
      return;
    }
  /* Translators: %s is the name of a file. */
  text = g_strdup_printf (_("The table was written to %s"), name);
  _ntm_window_toast (self, text, FALSE);
}

static void
save_table (NtmWindow  *self,
            char       *csv,
            const char *name)
{
  g_free (self->export_text);
  self->export_text = csv;
  ntm_dialogs_save_file (GTK_WINDOW (self), _("Export the table"), name, write_chosen, self);
}

static void
export_sheet (NtmWindow *self)
{
  NtmSheet *sheet = ntm_sheet_page_get_sheet (self->sheet_page);
  const NtmIndicator *indicator = ntm_sheet_get_indicator (sheet);
  g_autofree char *name = g_strdup_printf ("%s.csv", indicator == NULL ? "ntm" : indicator->code);

  save_table (self, grid_to_csv (NTM_GRID_MODEL (sheet)), name);
}

static void
export_tasks (NtmWindow *self)
{
  g_autoptr (NtmFigure) figure = ntm_tasks_page_new_figure (self->tasks_page);
  g_autofree char *day = ntm_date_to_iso (ntm_desk_get_task_day (self->desk));
  g_autofree char *name = NULL;

  /* Translators: the beginning of the name of a file, without spaces. */
  name = g_strdup_printf ("%s-%s.csv", _("tasks"), day);
  save_table (self, figure_to_csv (figure), name);
}

/* What is in front, in the format that most likely is wanted; the menus of the pages offer others. */
void
_ntm_window_export (NtmWindow *self)
{
  const char *view = adw_view_stack_get_visible_child_name (self->views);

  if (g_strcmp0 (view, "map") == 0)
    gtk_widget_activate_action (GTK_WIDGET (self->map_page), "map.export", "s", "png");
  else if (g_strcmp0 (view, "table") == 0)
    export_sheet (self);
  else if (g_strcmp0 (view, "tasks") == 0)
    export_tasks (self);
  else if (ntm_charts_page_get_figure (self->charts_page) == NULL)
    _ntm_window_toast (self, _("There is no chart to export"), FALSE);
  else
    gtk_widget_activate_action (GTK_WIDGET (self->charts_page), "charts.export", "s", "png");
}
