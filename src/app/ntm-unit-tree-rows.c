/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The rows of the list of units: which are open, and how many of them are there already. */

#include "config.h"

#include "ntm-unit-tree-private.h"

#include "ntm-unit-item.h"

/* Rows that come into the list in one frame, the first twice as many: a frame's time with all that is asked of them. */
#define N_ROWS 4

static GListModel *
create_children_cb (gpointer item,
                    gpointer user_data)
{
  NtmUnitTree *self = user_data;
  g_autoptr (GListModel) children = NULL;

  if (self->is_searching || ntm_unit_item_get_level (item) >= NTM_LEVEL_COMMUNE)
    return NULL;
  children = ntm_unit_items_new_children (self->desk, ntm_unit_item_get_id (item));
  return g_list_model_get_n_items (children) == 0 ? NULL : g_steal_pointer (&children);
}

/* Returns: (transfer full) (element-type utf8): ids of the units that are open */
GHashTable *
_ntm_unit_tree_list_expanded (NtmUnitTree *self)
{
  GHashTable *ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n = self->rows == NULL ? 0 : g_list_model_get_n_items (G_LIST_MODEL (self->rows));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GtkTreeListRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), i);
      g_autoptr (NtmUnitItem) item = gtk_tree_list_row_get_item (row);

      if (gtk_tree_list_row_get_expanded (row))
        g_hash_table_add (ids, g_strdup (ntm_unit_item_get_id (item)));
    }
  return ids;
}

/* Rows come in below the one that is opened, so the count grows while we walk. */
void
_ntm_unit_tree_expand (NtmUnitTree *self,
                       GHashTable  *ids)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->rows)); i++)
    {
      g_autoptr (GtkTreeListRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), i);
      g_autoptr (NtmUnitItem) item = gtk_tree_list_row_get_item (row);

      if (ntm_unit_item_get_level (item) == NTM_LEVEL_PROVINCE || g_hash_table_contains (ids, ntm_unit_item_get_id (item)))
        gtk_tree_list_row_set_expanded (row, TRUE);
    }
}

static gboolean
shows_all (NtmUnitTree *self)
{
  return gtk_slice_list_model_get_size (self->shown)
         >= g_list_model_get_n_items (gtk_slice_list_model_get_model (self->shown));
}

/* Whether less than a tenth of a screen is left below what is seen. */
static gboolean
is_near_end (NtmUnitTree *self)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->list));
  double seen = gtk_adjustment_get_value (adjustment) + gtk_adjustment_get_page_size (adjustment);

  return seen + gtk_adjustment_get_page_size (adjustment) / 10 >= gtk_adjustment_get_upper (adjustment);
}

static gboolean
grow_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  NtmUnitTree *self = NTM_UNIT_TREE (widget);

  if (shows_all (self) || !is_near_end (self))
    {
      self->grow_id = 0;
      return G_SOURCE_REMOVE;
    }
  gtk_slice_list_model_set_size (self->shown, gtk_slice_list_model_get_size (self->shown) + N_ROWS);
  _ntm_unit_tree_show_selected (self);
  return G_SOURCE_CONTINUE;
}

/* Also told while sizes are given out, when nothing may be added yet. */
void
_ntm_unit_tree_start_growing (NtmUnitTree *self)
{
  if (self->grow_id == 0 && self->shown != NULL && !shows_all (self))
    self->grow_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), grow_cb, NULL, NULL);
}

/*
 * A list view makes widgets for some two hundred rows, seen or not, and a letter may find as many units: more
 * than a screen full of them comes in only when they are scrolled to, so that typing never waits for them.
 */
void
_ntm_unit_tree_take_roots (NtmUnitTree *self,
                           GListModel  *roots)
{
  g_clear_object (&self->rows);
  g_clear_object (&self->shown);
  self->shown = gtk_slice_list_model_new (roots, 0, N_ROWS);
  self->rows = gtk_tree_list_model_new (g_object_ref (G_LIST_MODEL (self->shown)), FALSE, FALSE, create_children_cb, self, NULL);
  _ntm_unit_tree_start_growing (self);
}
