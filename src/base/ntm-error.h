/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * NTM_ERROR:
 *
 * Error domain of what the outside world can get wrong. Lower folders write English diagnostics that
 * say what is wrong, what was kept and what to do; the code tells the caller how to react.
 */
#define NTM_ERROR (ntm_error_quark ())
GQuark ntm_error_quark (void);

/**
 * NtmErrorCode:
 * @NTM_ERROR_INPUT: what was typed or read is not understood; ask again
 * @NTM_ERROR_AMBIGUOUS: several things fit; the message lists them
 * @NTM_ERROR_NOT_FOUND: nothing of that name
 * @NTM_ERROR_RANGE: a number or date out of its range, overflow included
 * @NTM_ERROR_FORMAT: the file is not one of ours, or is damaged
 * @NTM_ERROR_NEWER: the file was written by a newer version
 * @NTM_ERROR_LOCKED: another writer holds the file
 * @NTM_ERROR_READ_ONLY: the file cannot be written
 * @NTM_ERROR_NO_SPACE: the disk is full
 * @NTM_ERROR_SYSTEM: any other failure of disk, permission or memory
 * @NTM_ERROR_NOTHING: there is nothing to undo or redo
 */
typedef enum
{
  NTM_ERROR_INPUT,
  NTM_ERROR_AMBIGUOUS,
  NTM_ERROR_NOT_FOUND,
  NTM_ERROR_RANGE,
  NTM_ERROR_FORMAT,
  NTM_ERROR_NEWER,
  NTM_ERROR_LOCKED,
  NTM_ERROR_READ_ONLY,
  NTM_ERROR_NO_SPACE,
  NTM_ERROR_SYSTEM,
  NTM_ERROR_NOTHING,
} NtmErrorCode;

const char *ntm_error_tell_system (int number);

G_END_DECLS
