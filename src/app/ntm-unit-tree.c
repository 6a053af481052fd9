/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Browsing shows a tree below the province; searching, or choosing only some units by the buttons above, shows
 * those found as a flat list. Both are the same list view over another model (ntm-unit-tree-rows.c). Selecting a row
 * selects the unit on the desk and the other way round.
 */

#include "config.h"

#include "ntm-unit-tree-private.h"

#include <glib/gi18n.h>

#include "ntm-flow-layout.h"
#include "ntm-follow.h"
#include "ntm-look.h"
#include "ntm-unit-item.h"
#include "ntm-unit-row.h"

G_DEFINE_FINAL_TYPE (NtmUnitTree, ntm_unit_tree, GTK_TYPE_WIDGET)

static NtmUnitItem *
item_at (NtmUnitTree *self,
         guint        position)
{
  g_autoptr (GtkTreeListRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), position);

  return row == NULL ? NULL : gtk_tree_list_row_get_item (row);
}

void
_ntm_unit_tree_show_selected (NtmUnitTree *self)
{
  const NtmUnit *unit = self->desk == NULL ? NULL : ntm_desk_get_selected (self->desk);
  guint n = self->rows == NULL ? 0 : g_list_model_get_n_items (G_LIST_MODEL (self->rows));
  guint found = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; unit != NULL && i < n && found == GTK_INVALID_LIST_POSITION; i++)
    {
      g_autoptr (NtmUnitItem) item = item_at (self, i);
      if (g_str_equal (ntm_unit_item_get_id (item), unit->id))
        found = i;
    }
  if (found == gtk_single_selection_get_selected (self->selection))
    return;
  self->is_syncing = TRUE;
  gtk_single_selection_set_selected (self->selection, found);
  self->is_syncing = FALSE;
  /* Rows that come in while a person scrolls shall not take the list elsewhere. */
  if (found != GTK_INVALID_LIST_POSITION && gtk_widget_get_mapped (self->list) && self->grow_id == 0)
    gtk_widget_activate_action (self->list, "list.scroll-to-item", "u", found);
}

static gboolean
is_not_yet (NtmUnitItem *item)
{
  return ntm_unit_item_get_status (item) == NTM_STATUS_NOT_YET;
}

static void
label_chip (NtmUnitTree     *self,
            GtkToggleButton *chip,
            const char      *words,
            NtmUnitTest      test)
{
  g_autoptr (GListModel) chosen = ntm_unit_items_new_chosen (self->desk, test);
  g_autofree char *label = g_strdup_printf ("%s %u", words, g_list_model_get_n_items (chosen));

  gtk_button_set_label (GTK_BUTTON (chip), label);
}

static void
label_chips (NtmUnitTree *self)
{
  gtk_button_set_label (GTK_BUTTON (self->all_chip), C_("units", "All"));
  label_chip (self, self->not_yet_chip, C_("units", "Not yet"), is_not_yet);
  label_chip (self, self->verify_chip, C_("units", "To verify"), ntm_unit_item_is_uncertain);
}

static GListModel *
new_roots (NtmUnitTree *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search));
  g_autofree char *needle = g_strstrip (g_strdup (text));

  self->is_searching = *needle != '\0' || !gtk_toggle_button_get_active (self->all_chip);
  if (*needle != '\0')
    return ntm_unit_items_new_found (self->desk, needle);
  if (gtk_toggle_button_get_active (self->not_yet_chip))
    return ntm_unit_items_new_chosen (self->desk, is_not_yet);
  if (gtk_toggle_button_get_active (self->verify_chip))
    return ntm_unit_items_new_chosen (self->desk, ntm_unit_item_is_uncertain);
  return ntm_unit_items_new_children (self->desk, NULL);
}

static void
rebuild (NtmUnitTree *self)
{
  gboolean was_searching = self->is_searching, empty;
  g_autoptr (GHashTable) expanded = was_searching ? g_hash_table_new (g_str_hash, g_str_equal)
                                                       : _ntm_unit_tree_list_expanded (self);

  _ntm_unit_tree_take_roots (self, new_roots (self));
  empty = g_list_model_get_n_items (G_LIST_MODEL (self->rows)) == 0 && self->is_searching;
  if (!self->is_searching)
    _ntm_unit_tree_expand (self, expanded);
  self->is_syncing = TRUE;
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->rows));
  self->is_syncing = FALSE;
  gtk_stack_set_visible_child_name (self->stack, empty ? "nothing" : "list");
  _ntm_unit_tree_show_selected (self);
}

static void
selection_changed_cb (NtmUnitTree *self)
{
  g_autoptr (NtmUnitItem) item = NULL;
  guint position = gtk_single_selection_get_selected (self->selection);

  if (self->is_syncing || position == GTK_INVALID_LIST_POSITION)
    return;
  item = item_at (self, position);
  if (item != NULL)
    ntm_desk_select (self->desk, ntm_unit_item_get_id (item));
}

static void
search_changed_cb (NtmUnitTree *self)
{
  if (self->desk != NULL)
    rebuild (self);
}

static void
changed_cb (NtmUnitTree *self)
{
  label_chips (self);
  rebuild (self);
}

/* Told of the button that goes out as well as of the one that comes in. */
static void
chip_toggled_cb (NtmUnitTree     *self,
                 GtkToggleButton *chip)
{
  if (self->desk != NULL && gtk_toggle_button_get_active (chip))
    rebuild (self);
}

static void
show_all_cb (NtmUnitTree *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_toggle_button_set_active (self->all_chip, TRUE);
  rebuild (self);
}

static void
search_activate_cb (NtmUnitTree *self)
{
  search_changed_cb (self);   /* Enter may come before the delay of the search is over */
  if (self->is_searching && g_list_model_get_n_items (G_LIST_MODEL (self->rows)) > 0)
    gtk_single_selection_set_selected (self->selection, 0);
}

static void
stop_search_cb (NtmUnitTree *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_widget_child_focus (self->list, GTK_DIR_TAB_FORWARD);
}

static void
init_list (NtmUnitTree *self)
{
  g_autoptr (GtkListItemFactory) factory = ntm_unit_row_new_factory ();
  GtkAdjustment *adjustment;

  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (GTK_LIST_VIEW (self->list), factory);
  gtk_list_view_set_model (GTK_LIST_VIEW (self->list), GTK_SELECTION_MODEL (self->selection));
  ntm_look_keep_place (self->list);
  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->list));
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (_ntm_unit_tree_start_growing), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (_ntm_unit_tree_start_growing), self, G_CONNECT_SWAPPED);
}

static void
ntm_unit_tree_dispose (GObject *object)
{
  NtmUnitTree *self = NTM_UNIT_TREE (object);
  GtkWidget *child;

  g_clear_object (&self->rows);
  g_clear_object (&self->shown);
  g_clear_object (&self->selection);
  g_clear_object (&self->desk);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (ntm_unit_tree_parent_class)->dispose (object);
}

/* Before GTK 4.12 a list view leads Tab through all its rows. The list is the last thing here. */
static gboolean
ntm_unit_tree_focus (GtkWidget        *widget,
                     GtkDirectionType  direction)
{
  NtmUnitTree *self = NTM_UNIT_TREE (widget);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  gboolean is_in_list = focus != NULL && gtk_widget_is_ancestor (focus, self->list);

  if (is_in_list && direction == GTK_DIR_TAB_FORWARD)
    return FALSE;
  if (is_in_list && direction == GTK_DIR_TAB_BACKWARD)
    return gtk_widget_grab_focus (GTK_WIDGET (self->verify_chip));
  return GTK_WIDGET_CLASS (ntm_unit_tree_parent_class)->focus (widget, direction);
}

static void
ntm_unit_tree_class_init (NtmUnitTreeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ntm_unit_tree_dispose;
  widget_class->focus = ntm_unit_tree_focus;
  g_type_ensure (NTM_TYPE_FLOW_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/ntmatlas/NtmAtlas/ui/ntm-unit-tree.ui");
  gtk_widget_class_bind_template_child (widget_class, NtmUnitTree, search);
  gtk_widget_class_bind_template_child (widget_class, NtmUnitTree, stack);
  gtk_widget_class_bind_template_child (widget_class, NtmUnitTree, list);
  gtk_widget_class_bind_template_child (widget_class, NtmUnitTree, all_chip);
  gtk_widget_class_bind_template_child (widget_class, NtmUnitTree, not_yet_chip);
  gtk_widget_class_bind_template_child (widget_class, NtmUnitTree, verify_chip);
  gtk_widget_class_bind_template_callback (widget_class, chip_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_all_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
}

static void
ntm_unit_tree_init (NtmUnitTree *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ntm_look_limit_search (GTK_EDITABLE (self->search));
  init_list (self);
}

/**
 * ntm_unit_tree_set_desk:
 * @self: a tree
 * @desk: what the window works on
 *
 * Lists the units of @desk. To be called once.
 */
void
ntm_unit_tree_set_desk (NtmUnitTree *self,
                        NtmDesk     *desk)
{
  g_return_if_fail (NTM_IS_UNIT_TREE (self));
  g_return_if_fail (self->desk == NULL);

  self->desk = g_object_ref (desk);
  ntm_follow_desk (desk, "changed", self, (NtmFollow) changed_cb);
  g_signal_connect_object (desk, "selected", G_CALLBACK (_ntm_unit_tree_show_selected), self, G_CONNECT_SWAPPED);
  label_chips (self);
}

/**
 * ntm_unit_tree_start_search:
 * @self: a tree
 *
 * Moves the keyboard to the search.
 */
void
ntm_unit_tree_start_search (NtmUnitTree *self)
{
  g_return_if_fail (NTM_IS_UNIT_TREE (self));

  gtk_widget_grab_focus (self->search);
}

/**
 * ntm_unit_tree_search:
 * @self: a tree
 * @text: a part of a name, "" to browse
 *
 * Searches for @text at once.
 */
void
ntm_unit_tree_search (NtmUnitTree *self,
                      const char  *text)
{
  g_return_if_fail (NTM_IS_UNIT_TREE (self));

  gtk_editable_set_text (GTK_EDITABLE (self->search), text);
  search_changed_cb (self);
}

/**
 * ntm_unit_tree_get_rows:
 * @self: a tree
 *
 * Returns: (transfer none) (nullable) (element-type GtkTreeListRow): the rows shown
 */
GListModel *
ntm_unit_tree_get_rows (NtmUnitTree *self)
{
  g_return_val_if_fail (NTM_IS_UNIT_TREE (self), NULL);

  return G_LIST_MODEL (self->rows);
}

/**
 * ntm_unit_tree_choose:
 * @self: a tree
 * @choice: which units to list
 *
 * Does what the buttons above the list do.
 */
void
ntm_unit_tree_choose (NtmUnitTree  *self,
                      NtmUnitChoice choice)
{
  GtkToggleButton *chips[] = { self->all_chip, self->not_yet_chip, self->verify_chip };

  g_return_if_fail (NTM_IS_UNIT_TREE (self) && choice < G_N_ELEMENTS (chips));

  gtk_toggle_button_set_active (chips[choice], TRUE);
}
