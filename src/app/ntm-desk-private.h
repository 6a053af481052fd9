/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the files of the desk share: ntm-desk.c (the state), -ask (what follows from it) and -write (changes of the file). */

#include "ntm-desk.h"

G_BEGIN_DECLS

gboolean _ntm_desk_end_write (NtmDesk *self, gboolean done, GError *own, GError **error);

G_END_DECLS
