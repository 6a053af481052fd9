/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ntm-edit.h"

G_BEGIN_DECLS

/**
 * NtmDueKind:
 * @NTM_DUE_NONE: no day is stated
 * @NTM_DUE_BEFORE: late from the day itself
 * @NTM_DUE_BY: late from the day after
 *
 * How a deadline is worded.
 */
typedef enum
{
  NTM_DUE_NONE,
  NTM_DUE_BEFORE,
  NTM_DUE_BY,
} NtmDueKind;

/**
 * NtmTaskEntry:
 *
 * What a person enters for a task. Texts that are %NULL count as empty. @assigned is %NTM_DATE_MIN where it
 * is not known; @due is only looked at where @due_kind asks for a day.
 */
typedef struct
{
  const char *title_vi, *title_en;
  const char *detail_vi, *detail_en;
  const char *exact;       /* the words of the document, pasted */
  const char *agency;      /* id */
  const char *unit;        /* id or empty */
  NtmDate     assigned;
  NtmDueKind  due_kind;
  NtmDate     due;
  const char *due_vi, *due_en;  /* the deadline as worded, where that says more than the day */
  const char *source;      /* id of a document or empty */
  const char *place;       /* paragraph of it */
  const char *note;
} NtmTaskEntry;

/**
 * NtmTaskReport:
 *
 * What an agency reported on a task, on the paper @number of the day @date if it has a number.
 */
typedef struct
{
  NtmDate     date;
  const char *text_vi, *text_en;
  const char *number;      /* 155/TTr-UBND, or empty */
  const char *issuer;      /* who signed the paper; used where the paper is new to the file */
  gboolean    even_before; /* the day may lie before the day the task was given */
} NtmTaskReport;

void         ntm_task_entry_read      (const NtmTask *task, NtmTaskEntry *out);
NtmEdit     *ntm_edit_new_task        (NtmAtlas *atlas, const NtmTaskEntry *entry, char **id, const char **field,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;
NtmEdit     *ntm_edit_new_task_change (NtmAtlas *atlas, const char *task, const NtmTaskEntry *entry, const char **field,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;
NtmEdit     *ntm_edit_new_task_report (NtmAtlas *atlas, const char *task, const NtmTaskReport *report, const char **field,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;
NtmEdit     *ntm_edit_new_task_done   (NtmAtlas *atlas, const char *task, const NtmTaskReport *report, const char **field,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;
NtmEdit     *ntm_edit_new_task_reopen (NtmAtlas *atlas, const char *task, GError **error) G_GNUC_WARN_UNUSED_RESULT;

gboolean     ntm_task_is_before_assigned (const NtmTask *task, NtmDate date);

G_END_DECLS
