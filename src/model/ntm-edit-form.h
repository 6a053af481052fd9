/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ntm-edit.h"

G_BEGIN_DECLS

/**
 * NtmDocumentEntry:
 *
 * A document that is not in the file yet, entered together with the fact that rests on it. Texts that are
 * %NULL count as empty.
 */
typedef struct
{
  const char *kind;       /* notice, decision, resolution, official_letter, submission, report, page, legal */
  const char *number;     /* 840/QĐ-TTg, or empty */
  const char *date;       /* ISO day, month or year, or empty */
  const char *issuer;
  const char *title_vi;
  const char *url;
} NtmDocumentEntry;

const char *const *ntm_document_kinds (void);

G_END_DECLS
