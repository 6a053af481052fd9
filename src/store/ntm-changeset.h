/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Inside src/store only. */

#include "ntm-store-private.h"

G_BEGIN_DECLS

/**
 * NtmChangesetRow:
 *
 * A row of a change-set, valid while the walk stands on it. @operation is `SQLITE_INSERT`, `SQLITE_UPDATE` or
 * `SQLITE_DELETE`. Columns are counted as in @columns.
 */
typedef struct
{
  sqlite3_changeset_iter *iter;
  int                     operation;
  NtmTableId              table;
  const NtmTable         *description;
  const NtmColumns       *columns;
} NtmChangesetRow;

typedef gboolean (*NtmChangesetFunc) (const NtmChangesetRow *item, gpointer data, GError **error);

gboolean       ntm_changeset_foreach   (NtmStore *store, GBytes *changeset, NtmChangesetFunc func, gpointer data, GError **error);
sqlite3_value *ntm_changeset_get_old   (const NtmChangesetRow *item, guint column);
sqlite3_value *ntm_changeset_get_new   (const NtmChangesetRow *item, guint column);
sqlite3_value *ntm_changeset_get_known (const NtmChangesetRow *item, guint column);
char          *ntm_changeset_dup_text  (const NtmChangesetRow *item, guint column, sqlite3_value *value);
char          *ntm_changeset_dup_key   (const NtmChangesetRow *item);
int            ntm_changeset_find_column (const NtmChangesetRow *item, const char *name);

G_END_DECLS
