/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Inside src/store only: SQLite with GError. */

#include <glib.h>
#include <sqlite3.h>

#include "ntm-error.h"

G_BEGIN_DECLS

G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3, sqlite3_close_v2)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3_stmt, sqlite3_finalize)

gboolean      ntm_sql_refuse   (GError **error, NtmErrorCode code, const char *format, ...) G_GNUC_PRINTF (3, 4);
gboolean      ntm_sql_fail     (sqlite3 *db, int rc, GError **error);
gboolean      ntm_sql_exec     (sqlite3 *db, const char *sql, GError **error);
sqlite3_stmt *ntm_sql_prepare  (sqlite3 *db, const char *sql, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean      ntm_sql_done     (sqlite3 *db, int rc, GError **error);
gboolean      ntm_sql_int64    (sqlite3 *db, const char *sql, gint64 *out, GError **error);
char         *ntm_sql_dup_text (sqlite3_stmt *statement, int column) G_GNUC_WARN_UNUSED_RESULT;
gboolean      ntm_sql_exec_resource (sqlite3 *db, const char *resource, GError **error);
void          ntm_sql_append_name (GString *sql, const char *name);

G_END_DECLS
