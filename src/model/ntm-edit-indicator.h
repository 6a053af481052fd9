/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ntm-edit-form.h"

G_BEGIN_DECLS

#define NTM_INDICATOR_MAX_DECIMALS NTM_DECIMAL_DIGITS

/**
 * NtmIndicatorEntry:
 *
 * What a person may change of an indicator. Its code stays, so that its figures stay.
 */
typedef struct
{
  const char  *name_vi, *name_en;
  const char  *unit_vi, *unit_en;
  NtmDirection direction;   /* which way is better */
  int          decimals;    /* shown, 0 to %NTM_INDICATOR_MAX_DECIMALS */
} NtmIndicatorEntry;

/**
 * NtmTargetEntry:
 *
 * The target of an indicator for a unit. Without a value there is none: one that is in the file is removed.
 */
typedef struct
{
  const char  *target;      /* id of the one to change, or empty for a new one */
  const char  *unit;        /* id; of a new one */
  NtmDecimal   value;       /* %NTM_NONE: no target */
  NtmQualifier qualifier;
  const char  *period;      /* 2025, 2021/2025 ..., or empty where no day is stated */
  const char  *owner;       /* id of an agency, or empty */
  const char  *source;      /* id of a document, or empty */
  const NtmDocumentEntry *new_source;  /* (nullable): a document to be added, instead of @source */
} NtmTargetEntry;

void     ntm_indicator_entry_read (const NtmIndicator *indicator, NtmIndicatorEntry *out);
void     ntm_target_entry_read    (const NtmTarget *target, NtmTargetEntry *out);
NtmEdit *ntm_edit_new_indicator_change (NtmAtlas *atlas, const char *indicator, const NtmIndicatorEntry *entry,
                                        const NtmTargetEntry *target, const char **field, GError **error)
                                        G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
