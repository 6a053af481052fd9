/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one error domain. Its codes are for the caller, its messages for people. */

#include "ntm-error.h"

#include "config.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

/**
 * ntm_error_quark:
 *
 * Returns: the domain of all errors that are not GLib's own
 */
G_DEFINE_QUARK (ntm-error-quark, ntm_error)

/**
 * ntm_error_tell_system:
 * @number: of an error of the system, errno
 *
 * Says what the system refused, to stand within a sentence. The words of the C library come in the language of the
 * system, which need not be ours; they are left to what people do not meet.
 *
 * Returns: (transfer none): the words, without a full stop
 */
const char *
ntm_error_tell_system (int number)
{
  static const struct { int number; const char *words; } known[] = {
    { EACCES, N_("permission is missing") },
    { EPERM, N_("permission is missing") },
    { EROFS, N_("the disk can only be read") },
    { ENOSPC, N_("the disk is full") },
    { EDQUOT, N_("the disk is full") },
    { ENOENT, N_("the folder is not there") },
    { ENOTDIR, N_("the folder is not there") },
    { ENAMETOOLONG, N_("the name is too long") },
    { EISDIR, N_("a folder has that name") },
    { EEXIST, N_("something of that name is there already") },
    { EIO, N_("the disk reports an error") },
    { EBUSY, N_("another program is using it") },
    { ETXTBSY, N_("another program is using it") },
    { EMFILE, N_("too many files are open") },
    { ENFILE, N_("too many files are open") },
    { ENOMEM, N_("there is too little memory") },
    { ELOOP, N_("its links lead in a circle") },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (known); i++)
    if (known[i].number == number)
      return _(known[i].words);
  return g_strerror (number);
}
