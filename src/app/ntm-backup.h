/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ntm-desk.h"

G_BEGIN_DECLS

#define NTM_BACKUP_KEPT 10

/**
 * NtmBackup:
 *
 * Knows whether the file of a desk was changed since it was opened, and copies it when it is closed.
 */
#define NTM_TYPE_BACKUP (ntm_backup_get_type ())
G_DECLARE_FINAL_TYPE (NtmBackup, ntm_backup, NTM, BACKUP, GObject)

NtmBackup *ntm_backup_new        (NtmDesk *desk, GSettings *settings) G_GNUC_WARN_UNUSED_RESULT;
gboolean   ntm_backup_is_due     (NtmBackup *self);
gboolean   ntm_backup_on_close   (NtmBackup *self, GError **error);

char      *ntm_backup_write      (NtmStore *store, const char *folder, GDateTime *now, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void       ntm_backup_async      (NtmStore *store, const char *folder, gpointer source, GAsyncReadyCallback callback,
                                  gpointer user_data);
char      *ntm_backup_finish     (GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
