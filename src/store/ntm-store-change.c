/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the Atlas has to read again after a write. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ntm-changeset.h"
#include "ntm-sql.h"

/**
 * ntm_change_new:
 *
 * Returns: (transfer full): a change of nothing
 */
NtmChange *
ntm_change_new (void)
{
  NtmChange *self = g_new0 (NtmChange, 1);

  self->indicators = g_ptr_array_new_with_free_func (g_free);
  return self;
}

/**
 * ntm_change_free:
 * @self: (nullable) (transfer full): a change
 */
void
ntm_change_free (NtmChange *self)
{
  if (!self)
    return;
  g_ptr_array_unref (self->indicators);
  g_free (self);
}

/* Change-sets come in no order, so that every row is looked up. */
typedef struct
{
  guint32     tables;
  GHashTable *indicators;
} Notes;

static void
note (Notes *self, NtmTableId table, const char *indicator)
{
  self->tables |= 1u << table;
  if (table == NTM_TABLE_OBSERVATION && indicator && !g_hash_table_contains (self->indicators, indicator))
    g_hash_table_add (self->indicators, g_strdup (indicator));
}

static void
take_notes (NtmChange *self, Notes *notes)
{
  GHashTableIter iter;
  gpointer code;

  self->tables |= notes->tables;
  g_hash_table_iter_init (&iter, notes->indicators);
  while (g_hash_table_iter_next (&iter, &code, NULL))
    {
      g_hash_table_iter_steal (&iter);
      g_ptr_array_add (self->indicators, code);
    }
  g_hash_table_unref (notes->indicators);
}

static gboolean
note_item (const NtmChangesetRow *item, gpointer data, GError **error)
{
  int column = item->table == NTM_TABLE_OBSERVATION ? ntm_changeset_find_column (item, "indicator") : -1;
  sqlite3_value *code = column >= 0 ? ntm_changeset_get_known (item, (guint) column) : NULL;

  note (data, item->table, code ? (const char *) sqlite3_value_text (code) : NULL);
  return TRUE;
}

/**
 * ntm_change_add_changeset:
 * @self: a change of nothing
 * @store: the store
 * @changeset: a change-set of its tables
 * @error: return location for an error
 *
 * Says what a change-set touches.
 *
 * Returns: %TRUE, or %FALSE with %NTM_ERROR_FORMAT if the change-set is damaged
 */
gboolean
ntm_change_add_changeset (NtmChange *self, NtmStore *store, GBytes *changeset, GError **error)
{
  Notes notes = { 0, g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL) };
  gboolean ok = ntm_changeset_foreach (store, changeset, note_item, &notes, error);

  take_notes (self, &notes);
  /* The journal keeps no edit that changes nothing. */
  return ok && (self->tables != 0 || ntm_sql_fail (NULL, SQLITE_CORRUPT, error));
}

/**
 * ntm_change_add_edit:
 * @self: a change of nothing
 * @edit: an edit
 *
 * Says what an edit touches.
 */
void
ntm_change_add_edit (NtmChange *self, const NtmEdit *edit)
{
  Notes notes = { 0, g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL) };

  for (guint i = 0; i < ntm_edit_get_n_rows (edit); i++)
    {
      const NtmRow *row = ntm_edit_get_row (edit, i);

      note (&notes, row->table,
            row->table == NTM_TABLE_OBSERVATION ? ((const NtmObservation *) row->record)->indicator : NULL);
    }
  take_notes (self, &notes);
}

/**
 * ntm_store_reload:
 * @self: a store
 * @change: what was changed in the file
 * @error: return location for an error
 *
 * Lets the Atlas take over what was changed.
 *
 * Returns: %TRUE, or %FALSE with @error set; the change itself is in the file by then
 */
gboolean
ntm_store_reload (NtmStore *self, const NtmChange *change, GError **error)
{
  GError *local = NULL;

  if (ntm_atlas_reload (self->atlas, change, &local))
    return TRUE;
  ntm_sql_refuse (error, NTM_ERROR_SYSTEM,
                  _("The change was saved but could not be read back (%s). Close the file and open it again."),
                  local ? local->message : "");
  g_clear_error (&local);
  return FALSE;
}
