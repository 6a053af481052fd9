/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Tab-separated tables on a stream: one line a row, LF, UTF-8, nothing quoted. A tab or line end inside
 * a value becomes a space, so that a reader may split at tabs without thinking. Errors of the stream
 * are kept by it and asked for once, when it is closed.
 */

#include "config.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

#include "ntm-error.h"
#include "ntm-tsv.h"

static void
write_cell (FILE       *out,
            const char *cell)
{
  for (const char *p = cell; *p != '\0'; p++)
    putc (g_ascii_iscntrl (*p) ? ' ' : *p, out);
}

/**
 * ntm_tsv_row:
 * @out: a stream
 * @cells: (array length=n_cells) (element-type utf8): the row; a %NULL is written as nothing
 * @n_cells: number of columns
 *
 * Writes one line. Control characters become spaces.
 */
void
ntm_tsv_row (FILE              *out,
             const char *const *cells,
             guint              n_cells)
{
  for (guint i = 0; i < n_cells; i++)
    {
      if (i > 0)
        putc ('\t', out);
      write_cell (out, cells[i] != NULL ? cells[i] : "");
    }
  putc ('\n', out);
}

/**
 * ntm_tsv_close:
 * @out: (transfer full): a stream; closed in any case
 * @error: return location
 *
 * Closes the stream and tells whether all that was written arrived.
 *
 * Returns: %FALSE with %NTM_ERROR_SYSTEM, or %NTM_ERROR_NOTHING if the reader of a pipe went away,
 *   which nobody needs to be told
 */
gboolean
ntm_tsv_close (FILE    *out,
               GError **error)
{
  gboolean failed = fflush (out) != 0;
  int reason = errno;

  /* A stream whose earlier write failed flushes nothing and succeeds; only its flag remembers. */
  if (!failed && ferror (out))
    {
      failed = TRUE;
      reason = errno != 0 ? errno : EIO;
    }
  if (fclose (out) != 0 && !failed)
    {
      failed = TRUE;
      reason = errno;
    }
  if (!failed)
    return TRUE;
  g_set_error (error, NTM_ERROR, reason == EPIPE ? NTM_ERROR_NOTHING : NTM_ERROR_SYSTEM,
               _("The output could not be written: %s."), ntm_error_tell_system (reason));
  return FALSE;
}
