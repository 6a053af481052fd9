/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one error domain. Its codes are for the caller, its messages for people. */

#include "ntm-error.h"

/**
 * ntm_error_quark:
 *
 * Returns: the domain of all errors that are not GLib's own
 */
G_DEFINE_QUARK (ntm-error-quark, ntm_error)
