/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One thing wrong in data from outside, told so that a person can mend it. */

#include "config.h"

#include "ntm-issue.h"

static char *
dup_or_empty (const char *text)
{
  return g_strdup (text ? text : "");
}

/**
 * ntm_issue_new:
 * @file: the file, or the table for data that is in our own file
 * @line: its line, 0 for none
 * @column: (nullable): name of the column
 * @value: (nullable): what was found there, or the key of the row
 * @problem: what is wrong, a sentence
 * @advice: (nullable): what to do, a sentence
 *
 * Makes an issue. Members that are not given are "".
 *
 * Returns: (transfer full): the issue
 */
NtmIssue *
ntm_issue_new (const char *file, guint line, const char *column, const char *value,
               const char *problem, const char *advice)
{
  NtmIssue *self = g_new0 (NtmIssue, 1);

  self->file = dup_or_empty (file);
  self->line = line;
  self->column = dup_or_empty (column);
  self->value = dup_or_empty (value);
  self->problem = dup_or_empty (problem);
  self->advice = dup_or_empty (advice);
  return self;
}

/**
 * ntm_issue_free:
 * @self: (nullable) (transfer full): an issue
 */
void
ntm_issue_free (NtmIssue *self)
{
  if (!self)
    return;
  g_free (self->file);
  g_free (self->column);
  g_free (self->value);
  g_free (self->problem);
  g_free (self->advice);
  g_free (self);
}
