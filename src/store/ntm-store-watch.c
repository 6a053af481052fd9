/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Looking on while a file is opened, and stopping it. The rows are counted before they are loaded, so that
 * what is left can be told; SQLite asks now and then whether to go on, so that a check of the pages of a file
 * on a slow disk can be stopped as well. Bringing an older file up to date is not stopped half-way.
 */

#include "config.h"

#include "ntm-sql.h"
#include "ntm-store-private.h"

#define STEPS_BETWEEN 1000  /* instructions of SQLite: some microseconds */
#define ROWS_BETWEEN  500

static int
stop_cb (gpointer cancellable)
{
  return g_cancellable_is_cancelled (cancellable);
}

static gboolean
count_rows (NtmStore *self, GError **error)
{
  for (guint i = 0; i < NTM_N_TABLES; i++)
    {
      gint64 n;

      if (ntm_table_is_lazy ((NtmTableId) i) && !self->watch->everything)
        continue;
      if (!ntm_store_count (self, (NtmTableId) i, &n, error))
        return FALSE;
      if (i == NTM_TABLE_OBSERVATION)
        self->has_few_values = n <= NTM_STORE_FEW_VALUES;
      if (i != NTM_TABLE_OBSERVATION || self->has_few_values)
        self->n_rows += (guint64) n;
    }
  return TRUE;
}

/**
 * ntm_store_watch_begin:
 * @self: a store that is connected and about to be loaded
 * @watch: (nullable): who looks on
 * @error: return location for an error
 *
 * Lets @watch look on until ntm_store_watch_end().
 *
 * Returns: %FALSE with @error set if the rows cannot be counted
 */
gboolean
ntm_store_watch_begin (NtmStore *self, const NtmStoreWatch *watch, GError **error)
{
  if (!watch)
    return TRUE;
  self->watch = watch;
  if (watch->cancellable)
    sqlite3_progress_handler (self->db, STEPS_BETWEEN, stop_cb, watch->cancellable);
  return count_rows (self, error);
}

/**
 * ntm_store_watch_row:
 * @self: a store
 *
 * Counts a row that was loaded.
 */
void
ntm_store_watch_row (NtmStore *self)
{
  if (!self->watch)
    return;
  self->n_loaded++;
  if (self->watch->progress && (self->n_loaded % ROWS_BETWEEN == 0 || self->n_loaded == self->n_rows))
    self->watch->progress (self->n_loaded, self->n_rows, self->watch->user_data);
}

/**
 * ntm_store_watch_end:
 * @self: a store
 * @done: whether it was opened
 * @error: return location for an error, set already if it was not
 *
 * Nobody looks on any more.
 *
 * Returns: @done, or %FALSE with %G_IO_ERROR_CANCELLED in place of what came of being stopped
 */
gboolean
ntm_store_watch_end (NtmStore *self, gboolean done, GError **error)
{
  GCancellable *cancellable = self->watch ? self->watch->cancellable : NULL;

  if (self->db)
    sqlite3_progress_handler (self->db, 0, NULL, NULL);
  self->watch = NULL;
  if (!g_cancellable_is_cancelled (cancellable))
    return done;
  g_clear_error (error);
  g_cancellable_set_error_if_cancelled (cancellable, error);
  return FALSE;
}
