/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the files of the list share: ntm-tasks-list.c, -keys.c (keys and pointer) and -rows.c (what has come in). */

#include "ntm-tasks-list.h"

G_BEGIN_DECLS

struct _NtmTasksList
{
  GtkWidget parent_instance;

  GtkTreeListModel   *rows;
  GtkSliceListModel  *shown;       /* those of them that have come into the list */
  guint               grow_id;
  GtkSingleSelection *selection;
  GHashTable         *folded;      /* (element-type utf8): keys of groups */
  char               *selected;    /* key of the row, NULL for none */
  gboolean            is_syncing;
  gboolean            wants_focus;
  double              scroll;
  guint               restore_id;

  GtkWidget *scrolled;
  GtkWidget *list;
};

GtkTreeListRow *_ntm_tasks_list_row_at          (NtmTasksList *self, guint position);
void            _ntm_tasks_list_select_position (NtmTasksList *self, guint position);

void            _ntm_tasks_list_show_rows       (NtmTasksList *self);
void            _ntm_tasks_list_select_row      (NtmTasksList *self, guint position);

void            _ntm_tasks_list_watch_keys      (NtmTasksList *self);
void            _ntm_tasks_list_watch_line      (NtmTasksList *self, GtkWidget *line);

G_END_DECLS
