/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ntm-desk.h"

G_BEGIN_DECLS

/**
 * NtmUnitChoice:
 *
 * Which units are listed: the tree of all, or those below the province that are not yet recognised, or whose
 * title is still to be checked.
 */
typedef enum
{
  NTM_UNITS_ALL,
  NTM_UNITS_NOT_YET,
  NTM_UNITS_TO_VERIFY,
} NtmUnitChoice;

/**
 * NtmUnitTree:
 *
 * The units as a tree, with the sign of each one's title, and a search that needs no accents. It is the
 * twin of the map for the keyboard and for screen readers.
 */
#define NTM_TYPE_UNIT_TREE (ntm_unit_tree_get_type ())
G_DECLARE_FINAL_TYPE (NtmUnitTree, ntm_unit_tree, NTM, UNIT_TREE, GtkWidget)

void        ntm_unit_tree_set_desk     (NtmUnitTree *self, NtmDesk *desk);
void        ntm_unit_tree_start_search (NtmUnitTree *self);
void        ntm_unit_tree_search       (NtmUnitTree *self, const char *text);
GListModel *ntm_unit_tree_get_rows     (NtmUnitTree *self);
void        ntm_unit_tree_choose       (NtmUnitTree *self, NtmUnitChoice choice);

G_END_DECLS
