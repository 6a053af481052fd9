/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Copying and pasting blocks of cells, emptying them, and the actions for it. A block is pasted whole or
 * not at all, and is one step to undo.
 */

#include "config.h"

#include "ntm-grid-private.h"

#include <string.h>

#include <glib/gi18n.h>

#include "ntm-error.h"
#include "ntm-errors.h"
#include "ntm-grid-text.h"

/* Returns: (transfer full) (element-type GStrv): the texts of the selected cells */
static GPtrArray *
list_texts (NtmGrid *self)
{
  NtmGridRange range = ntm_grid_get_range (self);
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  for (guint r = 0; r < range.n_rows; r++)
    {
      char **cells = g_new0 (char *, range.n_columns + 1);

      for (guint c = 0; c < range.n_columns; c++)
        cells[c] = ntm_grid_model_dup_edit_text (self->model, range.row + r, range.column + c);
      g_ptr_array_add (rows, cells);
    }
  return rows;
}

/**
 * ntm_grid_dup_tsv:
 * @self: a grid
 *
 * Returns: (transfer full): the selected cells as other spreadsheets take them: tabs and lines
 */
char *
ntm_grid_dup_tsv (NtmGrid *self)
{
  g_autoptr (GPtrArray) rows = NULL;

  g_return_val_if_fail (NTM_IS_GRID (self), NULL);

  rows = list_texts (self);
  return ntm_grid_text_to_tsv (rows);
}

static void
copy_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  NtmGrid *self = NTM_GRID (widget);
  g_autoptr (GPtrArray) rows = list_texts (self);
  g_autofree char *tsv = ntm_grid_text_to_tsv (rows);
  char *html = ntm_grid_text_to_html (rows);
  g_autoptr (GBytes) bytes = g_bytes_new_take (html, strlen (html));
  GdkContentProvider *kinds[2] = {
    gdk_content_provider_new_typed (G_TYPE_STRING, tsv),
    gdk_content_provider_new_for_bytes ("text/html", bytes),
  };
  g_autoptr (GdkContentProvider) all = gdk_content_provider_new_union (kinds, 2);

  gdk_clipboard_set_content (gtk_widget_get_clipboard (widget), all);
}

/* Which cell of a block is meant, and that the others were not written either. */
static void
name_cell (NtmGrid            *self,
           const NtmGridEntry *entry,
           GError             *error)
{
  g_autofree char *message = g_steal_pointer (&error->message);
  g_auto (NtmGridRow) row = { 0 };
  g_auto (NtmGridColumn) column = { 0 };

  ntm_grid_model_get_row (self->model, entry->row, &row);
  ntm_grid_model_get_column (self->model, entry->column, &column);
  /* Translators: unit, year or indicator, and what is wrong with the text for that cell. */
  error->message = g_strdup_printf (_("%s, %s: %s No cell was written."), row.title, column.title, message);
}

/* The selection stays where the block begins: the mended block is pasted there again, not where the mistake was. */
static gboolean
store (NtmGrid *self,
       GArray  *entries)
{
  g_autoptr (GError) error = NULL;
  guint bad = 0;

  if (ntm_grid_model_set_texts (self->model, (const NtmGridEntry *) (gpointer) entries->data, entries->len, FALSE, &bad, &error))
    return TRUE;
  if (entries->len > 1 && bad < entries->len && !ntm_error_is_of_file (error))
    {
      const NtmGridEntry *entry = &g_array_index (entries, NtmGridEntry, bad);

      name_cell (self, entry, error);
      _ntm_grid_scroll_to (self, entry->row, entry->column);
    }
  _ntm_grid_fail (self, error);
  return FALSE;
}

void
_ntm_grid_delete (NtmGrid *self)
{
  NtmGridRange range = ntm_grid_get_range (self);
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (NtmGridEntry));

  for (guint r = 0; r < range.n_rows; r++)
    for (guint c = 0; c < range.n_columns; c++)
      {
        NtmGridEntry entry = { range.row + r, range.column + c, "" };

        g_array_append_val (entries, entry);
      }
  if (entries->len > 0)
    store (self, entries);
}

/* The first row of the selection into those below it; a single cell takes what is above it. */
static void
fill_down_cb (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  NtmGrid *self = NTM_GRID (widget);
  NtmGridRange range = ntm_grid_get_range (self);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (NtmGridEntry));
  guint from = range.n_rows > 1 ? range.row : range.row - 1;

  if (range.n_rows == 0 || (range.n_rows == 1 && range.row == 0))
    return;
  for (guint c = 0; c < range.n_columns; c++)
    {
      g_ptr_array_add (texts, ntm_grid_model_dup_edit_text (self->model, from, range.column + c));
      for (guint r = from + 1; r < range.row + range.n_rows; r++)
        {
          NtmGridEntry entry = { r, range.column + c, texts->pdata[c] };

          g_array_append_val (entries, entry);
        }
    }
  store (self, entries);
}

static guint
width_of (const GPtrArray *rows)
{
  guint width = 0;

  for (guint r = 0; r < rows->len; r++)
    width = MAX (width, g_strv_length (rows->pdata[r]));
  return width;
}

static gboolean
fail_to_paste (NtmGrid    *self,
               const char *message)
{
  g_autoptr (GError) error = g_error_new_literal (NTM_ERROR, NTM_ERROR_RANGE, message);

  _ntm_grid_fail (self, error);
  return FALSE;
}

/* A single cell fills the selection; a block goes right and down from the selection's first cell. */
static GArray *
spread (const GPtrArray    *rows,
        const NtmGridRange *range)
{
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (NtmGridEntry));
  gboolean is_single = rows->len == 1 && width_of (rows) == 1;
  guint n_rows = is_single ? range->n_rows : rows->len;

  for (guint r = 0; r < n_rows; r++)
    {
      char **cells = rows->pdata[is_single ? 0 : r];
      guint n_columns = is_single ? range->n_columns : g_strv_length (cells);

      for (guint c = 0; c < n_columns; c++)
        {
          NtmGridEntry entry = { range->row + r, range->column + c, cells[is_single ? 0 : c] };

          g_array_append_val (entries, entry);
        }
    }
  return entries;
}

/**
 * ntm_grid_paste_text:
 * @self: a grid
 * @tsv: cells as text, tabs and lines between them
 *
 * Writes a block of cells from the first selected one on; a single cell into all selected ones. A block
 * that does not fit or holds a text that is refused makes the grid emit "failed"; nothing is written then.
 *
 * Returns: whether it was written
 */
gboolean
ntm_grid_paste_text (NtmGrid    *self,
                     const char *tsv)
{
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GArray) entries = NULL;
  NtmGridRange range;

  g_return_val_if_fail (NTM_IS_GRID (self), FALSE);

  rows = ntm_grid_text_parse (tsv);
  range = ntm_grid_get_range (self);
  if (rows->len == 0 || range.n_rows == 0)
    return FALSE;
  if (range.row + rows->len > self->shape.n_rows || range.column + width_of (rows) > self->shape.n_columns)
    return fail_to_paste (self, _("The copied block is larger than the table from the selected cell on. Nothing was "
                                  "pasted. Select a cell further up or left."));
  entries = spread (rows, &range);
  if (!store (self, entries))
    return FALSE;
  if (rows->len > 1 || width_of (rows) > 1)
    {
      ntm_grid_cursor_place (&self->cursor, range.row, range.column);
      ntm_grid_cursor_extend_to (&self->cursor, range.row + rows->len - 1, range.column + width_of (rows) - 1);
      _ntm_grid_selected (self);
    }
  return TRUE;
}

static void
paste_read_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (NtmGrid) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, &error);

  /* A picture, say, is nothing for cells. */
  if (text == NULL)
    fail_to_paste (self, _("There is no text on the clipboard that could be pasted into cells."));
  else if (self->model != NULL && !self->is_editing)
    ntm_grid_paste_text (self, text);
}

static void
paste_cb (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), NULL, paste_read_cb, g_object_ref (widget));
}

static void
delete_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  _ntm_grid_delete (NTM_GRID (widget));
}

static void
cut_cb (GtkWidget  *widget,
        const char *action,
        GVariant   *parameter)
{
  copy_cb (widget, action, parameter);
  _ntm_grid_delete (NTM_GRID (widget));
}

static void
select_all_cb (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  NtmGrid *self = NTM_GRID (widget);

  ntm_grid_cursor_place (&self->cursor, 0, 0);
  ntm_grid_cursor_extend_to (&self->cursor, G_MAXUINT, G_MAXUINT);
  _ntm_grid_selected (self);
}

static void
edit_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  ntm_grid_start_edit (NTM_GRID (widget), NULL);
}

void
_ntm_grid_install_clipboard_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "grid.copy", NULL, copy_cb);
  gtk_widget_class_install_action (klass, "grid.cut", NULL, cut_cb);
  gtk_widget_class_install_action (klass, "grid.paste", NULL, paste_cb);
  gtk_widget_class_install_action (klass, "grid.delete", NULL, delete_cb);
  gtk_widget_class_install_action (klass, "grid.fill-down", NULL, fill_down_cb);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_d, GDK_CONTROL_MASK, "grid.fill-down", NULL);
  gtk_widget_class_install_action (klass, "grid.select-all", NULL, select_all_cb);
  gtk_widget_class_install_action (klass, "grid.edit", NULL, edit_cb);
  /* The menu shows the last of them. */
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Insert, GDK_CONTROL_MASK, "grid.copy", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_c, GDK_CONTROL_MASK, "grid.copy", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_x, GDK_CONTROL_MASK, "grid.cut", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Insert, GDK_SHIFT_MASK, "grid.paste", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_v, GDK_CONTROL_MASK, "grid.paste", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_a, GDK_CONTROL_MASK, "grid.select-all", NULL);
}
