/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Inside src/base only: what ntm-number.c needs of ntm-qualifier.c. */

#include "ntm-number.h"

G_BEGIN_DECLS

const char *ntm_qualifier_read (const char *text, NtmQualifier *out, const char **word);

G_END_DECLS
