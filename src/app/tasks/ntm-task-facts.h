/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ntm-task-list.h"
#include "ntm-view-context.h"

G_BEGIN_DECLS

/**
 * NtmTaskEvent:
 *
 * A step in the life of a task: @when in words, what happened, and the id of the paper, if any.
 */
typedef struct
{
  NtmDate day;       /* NTM_DATE_MAX where it is yet to come or not known */
  char   *when;
  char   *text;
  char   *document;
  NtmTone tone;
  gboolean is_open;  /* has not happened */
} NtmTaskEvent;

/**
 * NtmTaskPaper:
 *
 * A document a task rests on: how it is cited, and where it can be read, "" if that is not known.
 */
typedef struct
{
  char *id, *text, *url;
} NtmTaskPaper;

/**
 * NtmTaskFacts:
 *
 * Everything the file says of a task by a day, in the language of the window. Texts may be "".
 */
typedef struct
{
  char      *id;
  char      *origin;        /* agency and paragraph */
  char      *detail;
  char      *exact;
  char      *cited;         /* the document and the paragraph in it */
  char      *source;        /* id of that document */
  char      *note;
  char      *unit;          /* id */
  char      *unit_name;
  char      *indicator;     /* its name and target */
  GPtrArray *partners;      /* (element-type utf8): other agencies with their part in it */
  GPtrArray *events;        /* (element-type NtmTaskEvent), by day */
  GPtrArray *papers;        /* (element-type NtmTaskPaper), each once */
  gboolean   is_closed;     /* by the file, whatever the day */
} NtmTaskFacts;

NtmTaskFacts *ntm_task_facts_new  (const NtmViewContext *ctx, const char *id) G_GNUC_WARN_UNUSED_RESULT;
void          ntm_task_facts_free (NtmTaskFacts *self);
gboolean      ntm_task_url_opens  (const char *url);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NtmTaskFacts, ntm_task_facts_free)

G_END_DECLS
