/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ntm-atlas.h"

G_BEGIN_DECLS

/**
 * NtmEdit:
 *
 * A change to be made: a label for the history and a list of rows to write or delete. Built and
 * validated here, carried out by the store as one transaction.
 */
typedef struct _NtmEdit NtmEdit;

/**
 * NtmRow:
 *
 * One row of an edit: the key fields and, for a write, the fields to set; fields not named keep their
 * value in a row that exists and take the column's default in a new one.
 */
typedef struct
{
  NtmTableId  table;
  gboolean    is_delete;
  gpointer    record;     /* values, as the table's record */
  guint64     set;        /* a bit per field of the table that is set, keys included */
} NtmRow;

NtmEdit     *ntm_edit_new        (const char *label);
void         ntm_edit_free       (NtmEdit *self);
const char  *ntm_edit_get_label  (const NtmEdit *self);
guint        ntm_edit_get_n_rows (const NtmEdit *self);
const NtmRow *ntm_edit_get_row   (const NtmEdit *self, guint i);

NtmRow      *ntm_edit_write      (NtmEdit *self, NtmTableId table, const char *first_key, ...) G_GNUC_NULL_TERMINATED;
void         ntm_edit_delete     (NtmEdit *self, NtmTableId table, const char *first_key, ...) G_GNUC_NULL_TERMINATED;
gboolean     ntm_row_set         (NtmRow *row, const char *column, const char *text, GError **error);
void         ntm_row_set_int64   (NtmRow *row, const char *column, gint64 value);
void         ntm_row_set_bytes   (NtmRow *row, const char *column, GBytes *bytes);

/**
 * NtmEntry:
 *
 * What a person or a script enters for one cell.
 */
typedef struct
{
  const NtmIndicator *indicator;
  const NtmUnit      *unit;
  NtmPeriod           period;
  NtmKind             kind;
  const char         *source;    /* (nullable): document id */
  const char         *note;      /* (nullable) */
  NtmState            state;
  NtmNumber           number;    /* used when state is VALUE */
} NtmEntry;

NtmEdit     *ntm_edit_new_observation (NtmAtlas *atlas, const NtmEntry *entry, GError **error) G_GNUC_WARN_UNUSED_RESULT;
NtmEdit     *ntm_edit_new_reference_date (NtmAtlas *atlas, NtmDate date, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NtmEdit, ntm_edit_free)

G_END_DECLS
