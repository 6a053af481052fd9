/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "ntm-store.h"

G_BEGIN_DECLS

/**
 * NtmOpening:
 *
 * A file being opened on another thread: for writing, else for reading.
 */
#define NTM_TYPE_OPENING (ntm_opening_get_type ())
G_DECLARE_FINAL_TYPE (NtmOpening, ntm_opening, NTM, OPENING, GObject)

NtmOpening *ntm_opening_new          (const char *path) G_GNUC_WARN_UNUSED_RESULT;
void        ntm_opening_start        (NtmOpening *self, GAsyncReadyCallback callback, gpointer user_data);
NtmStore   *ntm_opening_finish       (NtmOpening *self, GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;
const GError *ntm_opening_get_refused (NtmOpening *self);
void        ntm_opening_cancel       (NtmOpening *self);
gint64      ntm_opening_get_progress (NtmOpening *self, guint *done, guint *total);

G_END_DECLS
