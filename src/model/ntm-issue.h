/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * NtmIssue:
 *
 * Something wrong in data from outside, told so that a person can mend it: where (file, line, column
 * name; line 0 = the whole file), the value found, what is wrong and what to do.
 */
typedef struct
{
  char *file;
  guint line;
  char *column, *value, *problem, *advice;
} NtmIssue;

NtmIssue *ntm_issue_new  (const char *file, guint line, const char *column, const char *value,
                          const char *problem, const char *advice) G_GNUC_WARN_UNUSED_RESULT;
void      ntm_issue_free (NtmIssue *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NtmIssue, ntm_issue_free)

G_END_DECLS
