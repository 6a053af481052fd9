/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * NtmCsv:
 *
 * A reader of RFC 4180 text in UTF-8: commas, quotes doubled inside quotes, LF or CRLF, a leading
 * byte-order mark skipped. The first record is the header. Text comes out composed (NFC).
 */
typedef struct _NtmCsv NtmCsv;

NtmCsv      *ntm_csv_new       (GBytes *bytes, const char *name, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void         ntm_csv_free      (NtmCsv *self);
const char * const *ntm_csv_get_header (NtmCsv *self);
int          ntm_csv_column    (NtmCsv *self, const char *name);
gboolean     ntm_csv_next      (NtmCsv *self, GError **error);
const char  *ntm_csv_get       (NtmCsv *self, int column);
guint        ntm_csv_get_line  (NtmCsv *self);
void         ntm_csv_append_row (GString *text, const char * const *cells);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NtmCsv, ntm_csv_free)

G_END_DECLS
