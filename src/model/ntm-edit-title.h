/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ntm-edit-form.h"

G_BEGIN_DECLS

/**
 * NtmTitleEntry:
 *
 * What a person enters for a title. Texts that are %NULL count as empty; dates are ISO.
 */
typedef struct
{
  const char *unit;             /* id */
  const char *kind;             /* code of a title kind */
  const char *criteria_period;  /* 2021/2025, or empty */
  const char *for_year;         /* 2023, or empty */
  const char *round;            /* 1, or empty */
  const char *decision;         /* 840/QĐ-TTg, or empty where it is not known */
  const char *signed_on;        /* day, month or year, or empty */
  gboolean    is_unverified;    /* still to be checked against the decision */
  const char *source;           /* id of a document, or empty */
  const NtmDocumentEntry *new_source;  /* (nullable): a document to be added, instead of @source */
  const char *note;
} NtmTitleEntry;

/**
 * NtmRevocation:
 *
 * How a title ends.
 */
typedef struct
{
  const char *day;        /* ISO day, month or year: from then on it is not held */
  const char *decision;   /* number, or empty where it is not known */
  const char *note;       /* the whole note of the title */
} NtmRevocation;

void     ntm_title_entry_read     (const NtmTitle *title, NtmTitleEntry *out);
GPtrArray *ntm_title_kinds_for    (NtmAtlas *atlas, const NtmUnit *unit) G_GNUC_WARN_UNUSED_RESULT;
NtmEdit *ntm_edit_new_title       (NtmAtlas *atlas, const NtmTitleEntry *entry, const char **field, GError **error)
                                   G_GNUC_WARN_UNUSED_RESULT;
NtmEdit *ntm_edit_new_title_change (NtmAtlas *atlas, const char *title, const NtmTitleEntry *entry, const char **field,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;
NtmEdit *ntm_edit_new_title_revocation (NtmAtlas *atlas, const char *title, const NtmRevocation *revocation,
                                   const char **field, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
