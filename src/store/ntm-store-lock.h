/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * NtmStoreLock:
 *
 * The right to write a file: `FILE-lock` beside it, locked, with the holder's name in it. Inside
 * src/store only.
 */
typedef struct _NtmStoreLock NtmStoreLock;

NtmStoreLock *ntm_store_lock_take (const char *path, const char *author, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean      ntm_store_lock_is_free (const char *path, GError **error);
int           ntm_store_lock_look (const char *path) G_GNUC_WARN_UNUSED_RESULT;
void          ntm_store_lock_name (NtmStoreLock *self, const char *author);
void          ntm_store_lock_free (NtmStoreLock *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NtmStoreLock, ntm_store_lock_free)

G_END_DECLS
