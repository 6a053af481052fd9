/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ntm-edit-form.h"
#include "ntm-form-page.h"

G_BEGIN_DECLS

/**
 * NtmDocumentGroup:
 *
 * The part of a form that says what a fact rests on: a document of the file, or a new one.
 */
#define NTM_TYPE_DOCUMENT_GROUP (ntm_document_group_get_type ())
G_DECLARE_FINAL_TYPE (NtmDocumentGroup, ntm_document_group, NTM, DOCUMENT_GROUP, AdwPreferencesGroup)

void        ntm_document_group_attach   (NtmDocumentGroup *self, NtmFormPage *page, const char *column);
void        ntm_document_group_select   (NtmDocumentGroup *self, const char *document);
void        ntm_document_group_start_new (NtmDocumentGroup *self);
const char *ntm_document_group_get_id   (NtmDocumentGroup *self);
gboolean    ntm_document_group_read     (NtmDocumentGroup *self, gboolean *is_new, NtmDocumentEntry *out,
                                         const char **field, GError **error);

G_END_DECLS
