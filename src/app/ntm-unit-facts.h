/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ntm-view-context.h"

G_BEGIN_DECLS

/**
 * NtmUnitPoint:
 *
 * A value of the past, for a small line: only drawn, never compared.
 */
typedef struct
{
  NtmDate day;
  double  value;
} NtmUnitPoint;

/**
 * NtmUnitFigure:
 *
 * A figure of a unit in words: what, how much, from when and where; and how it came to that.
 */
typedef struct
{
  char    *code;
  char    *name;
  char    *value;
  char    *detail;     /* period, source, target */
  gboolean is_missing; /* @value says so */
  double   share;      /* of the target that is reached, 0 to 1; -1 does not apply */
  GArray  *points;     /* (element-type NtmUnitPoint), oldest first */
} NtmUnitFigure;

/**
 * NtmUnitTask:
 *
 * A task of a unit that is not done: what, until when, how many days are left or past.
 */
typedef struct
{
  char    *id;
  char    *title;
  char    *due;        /* as worded, may be "" */
  char    *state;
  gboolean is_overdue;
} NtmUnitTask;

/**
 * NtmUnitFinding:
 *
 * A judgement on a unit and where it is from.
 */
typedef struct
{
  char *text;
  char *judgement;     /* may be "" */
  char *place;         /* may be "" */
  char *tone;          /* good, neutral, weak */
} NtmUnitFinding;

/**
 * NtmUnitGoal:
 *
 * What a unit shall become or achieve that no figure tells.
 */
typedef struct
{
  char *text;
  char *detail;        /* by when, whose it is */
} NtmUnitGoal;

/**
 * NtmUnitSection:
 *
 * What a unit may have more to say of; a section without entries is not shown.
 */
typedef enum
{
  NTM_UNIT_SECTION_LINES,
  NTM_UNIT_SECTION_URBAN,
  NTM_UNIT_SECTION_CAPITAL,
  NTM_UNIT_SECTION_SPONSORS,
  NTM_UNIT_SECTION_PROJECTS,
  NTM_UNIT_N_SECTIONS,
} NtmUnitSection;

typedef enum
{
  NTM_UNIT_TONE_NEUTRAL,
  NTM_UNIT_TONE_GOOD,
  NTM_UNIT_TONE_WEAK,
  NTM_UNIT_TONE_MISSING,
} NtmUnitTone;

/**
 * NtmUnitEntry:
 *
 * Something in a section: what, how much or how far, and below it what else is known, down to the source.
 */
typedef struct
{
  char       *text;
  char       *value;   /* may be "" */
  char       *detail;  /* may be "" */
  NtmUnitTone tone;    /* of @value */
} NtmUnitEntry;

/**
 * NtmUnitPaper:
 *
 * A document something said of a unit rests on, and its address, "" if it has none.
 */
typedef struct
{
  char *text;
  char *url;
} NtmUnitPaper;

/**
 * NtmUnitFacts:
 *
 * What the inspector says of a unit on a day, in the language of the window.
 */
typedef struct
{
  char       *unit;        /* its id */
  char       *name;
  char       *summary;     /* code, number of units in it, area */
  NtmStanding standing;    /* its title lives until the next change of the file */
  char       *since;       /* may be "" */
  char       *decision;    /* may be "" */
  GPtrArray  *goals;       /* (element-type NtmUnitGoal) */
  GPtrArray  *figures;     /* (element-type NtmUnitFigure) */
  guint       n_figures;   /* the file has, of which @figures are the first */
  GPtrArray  *tasks;       /* (element-type NtmUnitTask), the most urgent first */
  guint       n_tasks;     /* all that are not done, of which @tasks are the first */
  char       *tasks_day;   /* of which day they are */
  GPtrArray  *sections[NTM_UNIT_N_SECTIONS];   /* (element-type NtmUnitEntry), NULL where there is nothing */
  GPtrArray  *findings;    /* (element-type NtmUnitFinding) */
  guint       n_findings;  /* in the same way */
  GPtrArray  *papers;      /* (element-type NtmUnitPaper) */
  guint       n_papers;    /* in the same way */
} NtmUnitFacts;

NtmUnitFacts *ntm_unit_facts_new  (const NtmViewContext *context, const NtmUnit *unit, NtmDate task_day)
                                  G_GNUC_WARN_UNUSED_RESULT;
NtmUnitFacts *ntm_unit_facts_new_sections (const NtmViewContext *context, const NtmUnit *unit) G_GNUC_WARN_UNUSED_RESULT;
void          ntm_unit_facts_free (NtmUnitFacts *self);
const char   *ntm_unit_section_name (NtmUnitSection section);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NtmUnitFacts, ntm_unit_facts_free)

G_END_DECLS
