/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What others do to a file that is only read here: what they wrote since, and whether they still write. */

#include "config.h"

#include <stdlib.h>

#include "ntm-sql.h"
#include "ntm-store-private.h"

/**
 * ntm_store_note_version:
 * @self: a store that is connected
 * @error: return location for an error
 *
 * Notes what the file holds now: what others write from now on counts as new.
 *
 * Returns: %FALSE with what the disk refused
 */
gboolean
ntm_store_note_version (NtmStore *self, GError **error)
{
  return ntm_sql_int64 (self->db, "PRAGMA data_version", &self->data_version, error);
}

/* In one transaction, so that all tables are of one moment. Whoever listens to the Atlas reads in it as well. */
static gboolean
take_over (NtmStore *self, gboolean *changed, GError **error)
{
  NtmChange change = { .tables = G_MAXUINT32 };
  gint64 version;

  if (!ntm_sql_int64 (self->db, "PRAGMA data_version", &version, error))
    return FALSE;
  *changed = version != self->data_version;
  if (*changed && !ntm_atlas_reload (self->atlas, &change, error))
    return FALSE;
  self->data_version = version;
  return TRUE;
}

/**
 * ntm_store_refresh:
 * @self: a store
 * @changed: (out): whether others have written since the file was opened or refreshed
 * @error: return location for an error
 *
 * Lets the Atlas take over what others have written. Costs some microseconds while nothing was, and waits for
 * nobody: what is being written just now is left for the next time.
 *
 * Returns: %TRUE, or %FALSE with what the disk refused; the Atlas is then as before
 */
gboolean
ntm_store_refresh (NtmStore *self, gboolean *changed, GError **error)
{
  g_autoptr (GError) own = NULL;
  gboolean done;

  g_return_val_if_fail (self != NULL && changed != NULL, FALSE);

  *changed = FALSE;
  sqlite3_busy_timeout (self->db, 0);
  done = ntm_sql_exec (self->db, "BEGIN", &own) && take_over (self, changed, &own);
  ntm_store_rollback (self);
  sqlite3_busy_timeout (self->db, NTM_STORE_BUSY_MS);
  if (done)
    return TRUE;
  *changed = FALSE;
  if (g_error_matches (own, NTM_ERROR, NTM_ERROR_LOCKED))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&own));
  return FALSE;
}

/**
 * ntm_store_check_writer:
 * @self: a store that is open for reading only
 * @error: return location for an error
 *
 * Looks whether anybody writes the file.
 *
 * Returns: %TRUE if nobody does, or %FALSE with %NTM_ERROR_LOCKED, which names who
 */
gboolean
ntm_store_check_writer (NtmStore *self, GError **error)
{
  char *real;
  gboolean is_free;

  g_return_val_if_fail (self != NULL, FALSE);

  real = realpath (self->path, NULL);
  is_free = ntm_store_lock_is_free (real ? real : self->path, error);
  free (real);
  return is_free;
}
