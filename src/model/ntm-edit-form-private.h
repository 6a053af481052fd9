/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Inside src/model only: what checking a form of several fields has in common. */

#include "ntm-edit-form.h"
#include "ntm-error.h"

G_BEGIN_DECLS

/**
 * NtmFormCheck:
 * @field: (nullable): set to the field that was refused, a static string
 *
 * Where a refusal goes: the reason to @error, the field it stands beside to @field.
 */
typedef struct
{
  NtmAtlas    *atlas;
  const char **field;
  GError     **error;
} NtmFormCheck;

#define NTM_FORM_LINE_MAX 200  /* characters */
#define NTM_FORM_NOTE_MAX 2000

const char *ntm_form_or_empty   (const char *text);
gboolean    ntm_form_is_blank   (const char *text);
gboolean    ntm_form_refuse     (const NtmFormCheck *check, const char *field, NtmErrorCode code, char *message);
gboolean    ntm_form_check_line (const NtmFormCheck *check, const char *field, const char *text, int max);
gboolean    ntm_form_check_note (const NtmFormCheck *check, const char *field, const char *text);
gboolean    ntm_form_check_year (const NtmFormCheck *check, const char *field, NtmDate day);
gboolean    ntm_form_check_when (const NtmFormCheck *check, const char *field, const char *text, NtmPeriod *out);
gboolean    ntm_form_check_known (const NtmFormCheck *check, const char *field, NtmTableId table, const char *key);
gboolean    ntm_form_check_document (const NtmFormCheck *check, const NtmDocumentEntry *document);
char       *ntm_form_add_document (const NtmFormCheck *check, NtmEdit *edit, const NtmDocumentEntry *document)
                                  G_GNUC_WARN_UNUSED_RESULT;
gboolean    ntm_form_set_text   (NtmRow *row, gconstpointer old, const char *column, const char *text, GError **error);
void        ntm_form_set_number (NtmRow *row, gconstpointer old, const char *column, gint64 value);
char       *ntm_form_make_id    (NtmAtlas *atlas, NtmTableId table, const char *stem) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
