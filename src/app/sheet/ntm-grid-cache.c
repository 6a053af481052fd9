/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Cells and headings that were drawn, with their texts laid out. Asking the model and shaping text is what
 * drawing costs, so both are done once while a cell is in view or near it. Layouts bear no colour: a
 * change of style keeps them.
 */

#include "config.h"

#include "ntm-grid-private.h"

static gint64
key_of (guint row,
        guint column)
{
  return ((gint64) row << 32) | column;
}

static void
free_drawn (gpointer data)
{
  NtmGridDrawn *drawn = data;

  ntm_grid_cell_clear (&drawn->cell);
  g_clear_object (&drawn->text);
  g_clear_object (&drawn->tag);
  g_free (drawn);
}

static void
free_drawn_row (gpointer data)
{
  NtmGridDrawnRow *drawn = data;

  ntm_grid_row_clear (&drawn->row);
  g_clear_object (&drawn->title);
  g_free (drawn);
}

static void
free_drawn_column (gpointer data)
{
  NtmGridDrawnColumn *drawn = data;

  ntm_grid_column_clear (&drawn->column);
  g_clear_object (&drawn->title);
  g_clear_object (&drawn->subtitle);
  g_clear_object (&drawn->group);
  g_free (drawn);
}

void
_ntm_grid_init_cache (NtmGrid *self)
{
  self->cells = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, free_drawn);
  self->rows = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, free_drawn_row);
  self->columns = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, free_drawn_column);
}

void
_ntm_grid_free_cache (NtmGrid *self)
{
  g_clear_pointer (&self->cells, g_hash_table_unref);
  g_clear_pointer (&self->rows, g_hash_table_unref);
  g_clear_pointer (&self->columns, g_hash_table_unref);
  g_clear_object (&self->corner);
}

void
_ntm_grid_drop_cache (NtmGrid *self)
{
  g_hash_table_remove_all (self->cells);
  g_hash_table_remove_all (self->rows);
  g_hash_table_remove_all (self->columns);
  g_clear_object (&self->corner);
}

static gboolean
is_far_cb (gpointer key,
           gpointer value,
           gpointer user_data)
{
  const NtmGridRange *near = user_data;
  gint64 at = *(const gint64 *) key;
  guint row = (guint) (at >> 32);
  guint column = (guint) (at & G_MAXUINT32);

  return row < near->row || row >= near->row + near->n_rows || column < near->column
         || column >= near->column + near->n_columns;
}

/* Forgets what is more than a page away, once that is worth it. */
void
_ntm_grid_trim_cache (NtmGrid            *self,
                      const NtmGridRange *visible)
{
  NtmGridRange near = *visible;
  guint n = visible->n_rows * visible->n_columns;

  if (g_hash_table_size (self->cells) > 6 * n + 200)
    {
      near.row -= MIN (near.row, visible->n_rows);
      near.n_rows *= 3;
      near.column -= MIN (near.column, visible->n_columns);
      near.n_columns *= 3;
      g_hash_table_foreach_remove (self->cells, is_far_cb, &near);
    }
  if (g_hash_table_size (self->rows) > 6 * visible->n_rows + 200)
    g_hash_table_remove_all (self->rows);
}

/* Digits of equal width, so that figures stand below each other. */
static PangoLayout *
new_layout (NtmGrid    *self,
            const char *text,
            NtmGridFont font,
            gboolean    is_bold,
            gboolean    is_italic)
{
  PangoLayout *layout;
  PangoAttrList *attributes;

  if (text == NULL || *text == '\0')
    return NULL;
  layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  attributes = pango_attr_list_new ();
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  if (is_bold)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  if (is_italic)
    pango_attr_list_insert (attributes, pango_attr_style_new (PANGO_STYLE_ITALIC));
  pango_layout_set_font_description (layout, self->metrics.fonts[font]);
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  return layout;
}

/*
 * A figure that does not fit is not shortened, which would make another figure of it, but replaced by
 * marks that say so. Words are shortened.
 */
static void
fit (NtmGridDrawn *drawn,
     int           width)
{
  int room = MAX (0, width - 2 * NTM_GRID_PAD);
  int natural;

  if (drawn->width == width || drawn->text == NULL)
    return;
  drawn->width = width;
  pango_layout_set_text (drawn->text, drawn->cell.text, -1);
  pango_layout_set_width (drawn->text, -1);
  pango_layout_get_pixel_size (drawn->text, &natural, NULL);
  if (natural <= room)
    return;
  if (drawn->cell.at_start)
    {
      pango_layout_set_ellipsize (drawn->text, PANGO_ELLIPSIZE_END);
      pango_layout_set_width (drawn->text, room * PANGO_SCALE);
    }
  else
    pango_layout_set_text (drawn->text, "###", -1);
}

/* The cell as it is to be drawn in the present width of its column. */
NtmGridDrawn *
_ntm_grid_get_drawn (NtmGrid *self,
                     guint    row,
                     guint    column)
{
  gint64 key = key_of (row, column);
  NtmGridDrawn *drawn = g_hash_table_lookup (self->cells, &key);

  if (drawn == NULL)
    {
      drawn = g_new0 (NtmGridDrawn, 1);
      drawn->key = key;
      drawn->width = -1;
      ntm_grid_model_get_cell (self->model, row, column, &drawn->cell);
      drawn->text = new_layout (self, drawn->cell.text, NTM_GRID_FONT_CELL, (drawn->cell.flags & NTM_GRID_BOLD) != 0,
                                (drawn->cell.flags & NTM_GRID_DERIVED) != 0);
      drawn->tag = new_layout (self, drawn->cell.tag, NTM_GRID_FONT_TAG, FALSE, FALSE);
      g_hash_table_insert (self->cells, &drawn->key, drawn);
    }
  fit (drawn, _ntm_grid_column_width (self, (int) column));
  return drawn;
}

const NtmGridDrawnRow *
_ntm_grid_get_drawn_row (NtmGrid *self,
                         guint    row)
{
  gint64 key = row;
  NtmGridDrawnRow *drawn = g_hash_table_lookup (self->rows, &key);

  if (drawn != NULL)
    return drawn;
  drawn = g_new0 (NtmGridDrawnRow, 1);
  drawn->key = key;
  ntm_grid_model_get_row (self->model, row, &drawn->row);
  drawn->title = new_layout (self, drawn->row.title, NTM_GRID_FONT_CELL, drawn->row.is_bold, FALSE);
  if (drawn->title != NULL)
    pango_layout_set_ellipsize (drawn->title, PANGO_ELLIPSIZE_END);
  g_hash_table_insert (self->rows, &drawn->key, drawn);
  return drawn;
}

static PangoLayout *
new_heading (NtmGrid    *self,
             const char *text,
             NtmGridFont font,
             guint       lines)
{
  PangoLayout *layout = new_layout (self, text, font, FALSE, FALSE);

  if (layout == NULL)
    return NULL;
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_height (layout, -(int) lines);
  return layout;
}

const NtmGridDrawnColumn *
_ntm_grid_get_drawn_column (NtmGrid *self,
                            guint    column)
{
  gint64 key = column;
  NtmGridDrawnColumn *drawn = g_hash_table_lookup (self->columns, &key);

  if (drawn != NULL)
    return drawn;
  drawn = g_new0 (NtmGridDrawnColumn, 1);
  drawn->key = key;
  ntm_grid_model_get_column (self->model, column, &drawn->column);
  drawn->title = new_heading (self, drawn->column.title, NTM_GRID_FONT_TITLE, self->shape.title_lines);
  drawn->subtitle = new_heading (self, drawn->column.subtitle, NTM_GRID_FONT_CAPTION, 1);
  drawn->group = new_heading (self, drawn->column.group, NTM_GRID_FONT_CAPTION, 1);
  g_hash_table_insert (self->columns, &drawn->key, drawn);
  return drawn;
}
