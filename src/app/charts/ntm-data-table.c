/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The rows of a figure in a read-only column view. Columns differ from figure to figure, so they are made
 * anew; a figure has from a few to some hundred rows of text.
 */

#include "config.h"

#include "ntm-data-table.h"

/* A row: its cells as text. */
#define NTM_TYPE_DATA_ROW (ntm_data_row_get_type ())
G_DECLARE_FINAL_TYPE (NtmDataRow, ntm_data_row, NTM, DATA_ROW, GObject)

struct _NtmDataRow
{
  GObject parent_instance;

  char **cells;
};

G_DEFINE_FINAL_TYPE (NtmDataRow, ntm_data_row, G_TYPE_OBJECT)

static void
ntm_data_row_finalize (GObject *object)
{
  g_strfreev (NTM_DATA_ROW (object)->cells);
  G_OBJECT_CLASS (ntm_data_row_parent_class)->finalize (object);
}

static void
ntm_data_row_class_init (NtmDataRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ntm_data_row_finalize;
}

static void
ntm_data_row_init (NtmDataRow *self)
{
}

struct _NtmDataTable
{
  GtkWidget parent_instance;

  GtkColumnView *view;
  GListStore    *rows;
};

G_DEFINE_FINAL_TYPE (NtmDataTable, ntm_data_table, GTK_TYPE_WIDGET)

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          gpointer                  column)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         gpointer                  column)
{
  NtmDataRow *row = gtk_list_item_get_item (item);
  GtkWidget *label = gtk_list_item_get_child (item);

  if (GPOINTER_TO_UINT (column) < g_strv_length (row->cells))
    gtk_label_set_text (GTK_LABEL (label), row->cells[GPOINTER_TO_UINT (column)]);
}

static void
add_column (NtmDataTable *self,
            guint           index,
            const char     *title)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = NULL;

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), GUINT_TO_POINTER (index));
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GUINT_TO_POINTER (index));
  column = gtk_column_view_column_new (title, factory);
  gtk_column_view_column_set_expand (column, TRUE);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_append_column (self->view, column);
}

static void
clear (NtmDataTable *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);

  g_list_store_remove_all (self->rows);
  while (g_list_model_get_n_items (columns) > 0)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);
      gtk_column_view_remove_column (self->view, column);
    }
}

static void
ntm_data_table_dispose (GObject *object)
{
  NtmDataTable *self = NTM_DATA_TABLE (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->rows);
  G_OBJECT_CLASS (ntm_data_table_parent_class)->dispose (object);
}

static void
ntm_data_table_class_init (NtmDataTableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ntm_data_table_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
ntm_data_table_init (NtmDataTable *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkNoSelection *model;

  self->rows = g_list_store_new (NTM_TYPE_DATA_ROW);
  model = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->rows)));
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (GTK_SELECTION_MODEL (model)));
  gtk_column_view_set_show_row_separators (self->view, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "data-table");
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "ntm-data-table");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->view));
  gtk_widget_set_focusable (scroller, FALSE);   /* the rows take the keyboard and scroll; without any there is nothing to */
  gtk_widget_set_parent (scroller, GTK_WIDGET (self));
}

/**
 * ntm_data_table_new:
 *
 * Returns: (transfer floating): an empty table
 */
GtkWidget *
ntm_data_table_new (void)
{
  return g_object_new (NTM_TYPE_DATA_TABLE, NULL);
}

/**
 * ntm_data_table_set_figure:
 * @self: a table
 * @figure: (nullable): a figure
 *
 * Shows the rows of ntm_figure_to_rows().
 */
void
ntm_data_table_set_figure (NtmDataTable *self,
                             NtmFigure      *figure)
{
  g_autoptr (GPtrArray) rows = NULL;
  char **head;

  g_return_if_fail (NTM_IS_DATA_TABLE (self));

  clear (self);
  if (figure == NULL)
    return;
  rows = ntm_figure_to_rows (figure);
  for (guint i = 1; i < rows->len; i++)
    {
      g_autoptr (NtmDataRow) row = g_object_new (NTM_TYPE_DATA_ROW, NULL);

      row->cells = g_strdupv (g_ptr_array_index (rows, i));
      g_list_store_append (self->rows, row);
    }
  head = g_ptr_array_index (rows, 0);
  for (guint i = 0; head[i] != NULL; i++)
    add_column (self, i, head[i]);
}

/**
 * ntm_data_table_get_n_rows:
 * @self: a table
 *
 * Returns: how many rows it has, without the header
 */
guint
ntm_data_table_get_n_rows (NtmDataTable *self)
{
  g_return_val_if_fail (NTM_IS_DATA_TABLE (self), 0);

  return g_list_model_get_n_items (G_LIST_MODEL (self->rows));
}
