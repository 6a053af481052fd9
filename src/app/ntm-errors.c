/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The one place where an error of the lower folders is told to a person. What our own folders report is a
 * whole sentence with advice already; it gets a heading by its code. Errors of other libraries are known
 * by domain and code, and their own words only follow as a detail.
 */

#include "config.h"

#include "ntm-errors.h"

#include <gio/gio.h>
#include <glib/gi18n.h>

#include "ntm-error.h"

typedef struct
{
  const char *heading;
  const char *body;
} Advice;

/* In the order of NtmErrorCode. */
static const char * const own_headings[] = {
  [NTM_ERROR_INPUT] = N_("This entry is not understood"),
  [NTM_ERROR_AMBIGUOUS] = N_("Several things have this name"),
  [NTM_ERROR_NOT_FOUND] = N_("This was not found"),
  [NTM_ERROR_RANGE] = N_("This value is out of range"),
  [NTM_ERROR_FORMAT] = N_("This file cannot be opened"),
  [NTM_ERROR_NEWER] = N_("This file was written by a newer version"),
  [NTM_ERROR_LOCKED] = N_("Somebody else is working on this file"),
  [NTM_ERROR_READ_ONLY] = N_("This file cannot be written"),
  [NTM_ERROR_NO_SPACE] = N_("The disk is full"),
  [NTM_ERROR_SYSTEM] = N_("The file could not be read or written"),
  [NTM_ERROR_NOTHING] = N_("There is nothing to undo or redo"),
};

static const Advice no_such_file = {
  N_("This file does not exist"),
  N_("It was moved, renamed or deleted, or its drive is not connected. Choose another file.") };

static const Advice no_permission = {
  N_("You do not have the permission to open this file"),
  N_("Ask its owner or the administrator, or open a copy of it.") };

static const Advice no_space = {
  N_("The disk is full"),
  N_("Nothing was changed in the file. Make room on the disk and do it again.") };

static const Advice stopped = {
  N_("Opening was cancelled"),
  N_("Nothing was changed in the file. Choose it again or another one.") };

static const Advice anything_else = {
  N_("This did not work"),
  N_("Nothing was changed in the file. Do it again; if it fails again, pass on the words below.") };

static const Advice *
find_foreign_advice (const GError *error)
{
  if (g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOENT) || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return &no_such_file;
  if (g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_ACCES) || g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_PERM)
      || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    return &no_permission;
  if (g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOSPC) || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    return &no_space;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return &stopped;
  return &anything_else;
}

static gboolean
is_own (const GError *error)
{
  return error->domain == NTM_ERROR && error->code >= 0 && error->code < (int) G_N_ELEMENTS (own_headings);
}

/**
 * ntm_error_heading:
 * @error: an error of any folder or library
 *
 * Returns: what happened, in a few words of the language of the window
 */
const char *
ntm_error_heading (const GError *error)
{
  g_return_val_if_fail (error != NULL, NULL);

  return is_own (error) ? _(own_headings[error->code]) : _(find_foreign_advice (error)->heading);
}

/**
 * ntm_error_dup_body:
 * @error: an error of any folder or library
 *
 * Returns: (transfer full): why it happened and what to do about it, in the language of the window
 */
char *
ntm_error_dup_body (const GError *error)
{
  g_return_val_if_fail (error != NULL, NULL);

  if (is_own (error))
    return g_strdup (error->message);
  if (*error->message == '\0')
    return g_strdup (_(find_foreign_advice (error)->body));
  return g_strdup_printf ("%s\n\n%s", _(find_foreign_advice (error)->body), error->message);
}

/**
 * ntm_error_is_of_file:
 * @error: what kept a change from being stored
 *
 * Tells a file that cannot be written, be it full, locked, gone or damaged, from a change that is refused
 * for what it says.
 *
 * Returns: whether another file would take the change
 */
gboolean
ntm_error_is_of_file (const GError *error)
{
  g_return_val_if_fail (error != NULL, FALSE);

  if (error->domain != NTM_ERROR)
    return error->domain == G_IO_ERROR || error->domain == G_FILE_ERROR;
  return error->code == NTM_ERROR_FORMAT || error->code == NTM_ERROR_LOCKED
         || error->code == NTM_ERROR_READ_ONLY || error->code == NTM_ERROR_NO_SPACE || error->code == NTM_ERROR_SYSTEM;
}
