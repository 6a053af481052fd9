/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Inside src/model only: what the files ntm-edit-task*.c share. */

#include "ntm-edit-task.h"
#include "ntm-error.h"

G_BEGIN_DECLS

/* in characters */
#define NTM_TASK_TITLE_MAX 300
#define NTM_TASK_LINE_MAX  200
#define NTM_TASK_TEXT_MAX  2000

gboolean       ntm_task_refuse        (GError **error, NtmErrorCode code, char *message);
gboolean       ntm_task_name_field    (const char **field, const char *name, gboolean passed);
gboolean       ntm_task_refuse_before (NtmDate assigned, GError **error);
const char    *ntm_task_or_empty      (const char *text);
gboolean       ntm_task_is_blank      (const char *text);
char          *ntm_task_new_slug      (const char *text) G_GNUC_WARN_UNUSED_RESULT;
char          *ntm_task_new_id        (NtmAtlas *atlas, NtmTableId table, const char *stem) G_GNUC_WARN_UNUSED_RESULT;
char          *ntm_task_new_label     (const char *title, const char *what) G_GNUC_WARN_UNUSED_RESULT;
gboolean       ntm_task_check_day     (NtmDate date, GError **error);
gboolean       ntm_task_check_text    (const char *text, const char *column, int max, GError **error);
NtmDate        ntm_task_read_day      (const char *iso, NtmDate without);
const NtmTask *ntm_task_find          (NtmAtlas *atlas, const char *id, GError **error);

G_END_DECLS
