/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be said of a file without loading its observations: how much it holds, who changes it. */

#include "config.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "ntm-sql.h"
#include "ntm-store-private.h"

#define TEXT_MAX 1024

/**
 * ntm_store_count:
 * @self: a store
 * @table: a table
 * @out: (out): how many rows it has
 * @error: return location for an error
 *
 * Counts rows in the file, observations included, without loading them.
 *
 * Returns: %TRUE, or %FALSE with what the disk refused
 */
gboolean
ntm_store_count (NtmStore *self, NtmTableId table, gint64 *out, GError **error)
{
  g_autoptr (GString) sql = g_string_new ("SELECT count (*) FROM ");

  g_return_val_if_fail (self != NULL && (guint) table < NTM_N_TABLES && out != NULL, FALSE);

  ntm_sql_append_name (sql, ntm_table_get (table)->name);
  return ntm_sql_int64 (self->db, sql->str, out, error);
}

/**
 * ntm_store_dup_writer:
 * @self: a store
 *
 * Returns: (transfer full) (nullable): who has the file open for writing, in one line; %NULL if nobody
 */
char *
ntm_store_dup_writer (NtmStore *self)
{
  char text[TEXT_MAX + 1];
  char *real;
  int fd;
  gssize n;

  g_return_val_if_fail (self != NULL, NULL);

  real = realpath (self->path, NULL);
  fd = ntm_store_lock_look (real ? real : self->path);
  free (real);
  if (fd < 0)
    return NULL;
  n = pread (fd, text, TEXT_MAX, 0);
  close (fd);
  if (n < 0)
    return NULL;
  text[n] = '\0';
  text[strcspn (text, "\r\n")] = '\0';
  return g_utf8_make_valid (text, -1);
}
