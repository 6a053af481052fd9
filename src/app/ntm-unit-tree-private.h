/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the files of the list of units share: ntm-unit-tree.c (the widget) and -rows.c (which rows it has). */

#include "ntm-unit-tree.h"

G_BEGIN_DECLS

struct _NtmUnitTree
{
  GtkWidget parent_instance;

  NtmDesk            *desk;
  GtkSliceListModel  *shown;        /* of the units listed, what is in the rows already */
  GtkTreeListModel   *rows;
  guint               grow_id;      /* tick: more of them come in */
  GtkSingleSelection *selection;
  gboolean            is_syncing;   /* the selection is being set from the desk, not by a person */
  gboolean            is_searching; /* a flat list is shown */

  GtkWidget       *search;
  GtkToggleButton *all_chip;
  GtkToggleButton *not_yet_chip;
  GtkToggleButton *verify_chip;
  GtkStack        *stack;
  GtkWidget       *list;
};

void        _ntm_unit_tree_show_selected (NtmUnitTree *self);

GHashTable *_ntm_unit_tree_list_expanded (NtmUnitTree *self) G_GNUC_WARN_UNUSED_RESULT;
void        _ntm_unit_tree_expand        (NtmUnitTree *self, GHashTable *ids);
void        _ntm_unit_tree_take_roots    (NtmUnitTree *self, GListModel *roots);
void        _ntm_unit_tree_start_growing (NtmUnitTree *self);

G_END_DECLS
