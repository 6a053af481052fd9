/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ntm-date.h"
#include "ntm-decimal.h"
#include "ntm-geometry.h"
#include "ntm-number.h"
#include "ntm-period.h"
#include "ntm-table.h"

G_BEGIN_DECLS

/*
 * The records of the file, one struct a table, members named as the columns (without _e6).
 * What follows a "derived" comment is computed when the record enters the Atlas and is not stored.
 * Records belong to the Atlas and live until its next "changed": hold ids, not pointers.
 */

typedef enum
{
  NTM_LEVEL_PROVINCE,
  NTM_LEVEL_DISTRICT,
  NTM_LEVEL_COMMUNE,
  NTM_LEVEL_VILLAGE,
  NTM_N_LEVELS,
} NtmLevel;

typedef struct { char *key, *value; } NtmMeta;

typedef struct
{
  char *id, *kind, *number, *date, *issuer, *title_vi, *title_en, *url, *certainty, *note;
} NtmDocument;

typedef struct { char *document; gint64 seq; char *name_vi, *name_en; } NtmDocumentRecipient;

typedef struct { char *id, *name_vi, *name_en, *short_vi, *short_en, *kind, *note; } NtmAgency;

typedef struct _NtmUnit NtmUnit;

typedef struct
{
  char *unit, *valid_from, *valid_to, *type, *name, *short_name, *parent, *note;
  /* derived */
  NtmInterval valid;
  NtmUnit    *parent_unit;   /* NULL for the province */
  char       *folded;        /* search key of the name */
} NtmUnitState;

typedef struct
{
  char *unit, *valid_from, *valid_to, *kind, *source;
  GBytes *geometry;
  /* derived */
  NtmInterval  valid;
  NtmGeometry *shape;        /* NULL if the bytes are damaged */
} NtmBoundary;

struct _NtmUnit
{
  char *id, *code, *level_name, *valid_from, *valid_to;
  NtmDecimal area;           /* km2, NTM_NONE unknown */
  gint64 people;
  char *basis_from, *basis_to, *note;
  /* derived */
  NtmLevel    level;
  NtmInterval life;
  guint       index;         /* row of NtmSeries matrices: place in ntm_atlas_units() */
  GPtrArray  *states;        /* (element-type NtmUnitState), by date, not owned */
};

typedef struct
{
  char *from_unit, *to_unit, *date;
  NtmDecimal area_share, people_share, households_share, area;
  gint64 people;
  char *basis, *note;
} NtmTransfer;

/**
 * NtmStatus:
 *
 * What a unit is coloured by, in order of darkness; the ladder decides which may occur.
 * %NTM_STATUS_NOT_YET is only given where the file itself says so: a first-rung title of the unit with
 * a later date, or a target that it shall reach one. Silence is %NTM_STATUS_NO_DECISION.
 */
typedef enum
{
  NTM_STATUS_NOT_YET,
  NTM_STATUS_STANDARD,
  NTM_STATUS_ADVANCED,
  NTM_STATUS_MODEL,
  NTM_STATUS_SMART,
  NTM_STATUS_COMPLETED,
  NTM_STATUS_URBAN,
  NTM_STATUS_NO_DECISION,
  NTM_STATUS_NOT_APPLICABLE,
  NTM_N_STATUSES,
} NtmStatus;

typedef struct
{
  char *code, *name_vi, *name_en, *level_name, *status_name, *ladder;
  gint64 rank;
  char *types;
  /* derived */
  NtmLevel  level;
  NtmStatus status;
} NtmTitleKind;

typedef struct
{
  char *id, *unit, *kind, *criteria_period, *for_year, *round, *decision, *signed_on, *recognised_by,
       *published, *field_vi, *field_en, *certainty, *revoked, *revoked_by, *source, *note;
  /* derived */
  const NtmTitleKind *title_kind;
} NtmTitle;

typedef enum { NTM_DIRECTION_NONE, NTM_DIRECTION_UP, NTM_DIRECTION_DOWN } NtmDirection;

typedef struct
{
  char *code, *name_vi, *name_en, *unit_vi, *unit_en, *direction_name, *kind;
  gint64 decimals;
  char *owner, *topic;
  NtmDecimal minimum, maximum;
  char *note;
  /* derived */
  NtmDirection direction;
  gboolean     is_flow;
} NtmIndicator;

/**
 * NtmState:
 *
 * What a cell says. Missing, not applicable and not verified are three different things and none is 0.
 */
typedef enum
{
  NTM_STATE_NO_DATA,
  NTM_STATE_VALUE,
  NTM_STATE_NOT_APPLICABLE,
  NTM_STATE_NOT_VERIFIED,
} NtmState;

typedef enum { NTM_KIND_PLAN, NTM_KIND_ESTIMATE, NTM_KIND_REPORTED, NTM_KIND_VERIFIED } NtmKind;

typedef struct
{
  char *indicator, *unit, *period_text, *kind_name, *source;
  NtmDecimal value;          /* NTM_NONE where only numerator and denominator are stored */
  char *qualifier_code, *words;
  NtmDecimal numerator, denominator;
  char *state_name, *place;
  gint64 is_derived, is_preferred;
  char *note;
  /* derived */
  NtmPeriod    period;
  NtmKind      kind;
  NtmState     state;
  NtmQualifier qualifier;
  NtmDecimal   shown;        /* value, or 100 × numerator / denominator rounded to 10^-6; NTM_NONE without */
} NtmObservation;

typedef struct
{
  char *indicator, *date_text, *note_vi, *note_en, *source;
  /* derived */
  NtmDate date;
} NtmSeriesBreak;

typedef struct
{
  char *id, *unit, *scope_vi, *scope_en, *indicator, *title_kind, *goal_vi, *goal_en;
  NtmDecimal value;
  char *qualifier_code, *period_text, *owner, *certainty, *source, *place, *note;
  /* derived */
  NtmQualifier qualifier;
  gboolean     has_period;
  NtmPeriod    period;
} NtmTarget;

typedef struct
{
  char *id, *title_vi, *title_en, *detail_vi, *detail_en, *exact, *agency, *unit, *scope_vi, *scope_en,
       *indicator, *criterion, *kind, *assigned, *due_text, *due_kind, *due_vi, *due_en, *done_text, *done_by,
       *source, *place, *note;
  /* derived */
  NtmDate due;               /* first day on which doing it is late; NTM_DATE_MAX without deadline */
  NtmDate counted_from;      /* the deadline from which days late are counted */
  NtmDate done;              /* NTM_DATE_MAX while not done */
} NtmTask;

typedef struct { char *task, *agency, *role; } NtmTaskPartner;
typedef struct { char *id, *task, *date, *text_vi, *text_en, *document, *source; } NtmTaskProgress;

typedef struct
{
  char *id, *unit, *scope_vi, *scope_en, *period, *indicator, *criterion, *tone, *judgement_vi, *judgement_en,
       *text_vi, *text_en, *source, *place, *note;
} NtmFinding;

typedef struct
{
  char *id, *date, *title_vi, *title_en, *chair_vi, *chair_en;
  NtmDecimal delegates;
  char *delegates_qualifier, *delegates_words;
  gint64 sites;
  char *procedure_vi, *procedure_en, *document, *source, *note;
} NtmMeeting;

typedef struct { char *meeting; gint64 seq; char *name_vi, *name_en; } NtmMeetingParty;

typedef struct
{
  char *id, *sponsor, *sponsor_vi, *sponsor_en, *unit, *scope_vi, *scope_en, *period;
  NtmDecimal amount;         /* million đồng */
  char *qualifier, *form, *purpose_vi, *purpose_en, *decision, *source, *place, *note;
} NtmSponsorship;

typedef struct
{
  char *id, *unit, *plan_year, *fund;
  NtmDecimal planned, disbursed;  /* billion đồng */
  char *qualifier;
  NtmDecimal rate;                /* % of the plan */
  char *as_of, *text_vi, *text_en, *agency, *source, *place, *note;
} NtmCapital;

typedef struct
{
  char *id, *kind, *name_vi, *name_en, *agency, *unit, *period, *step, *decision, *source, *place, *note_vi, *note_en;
} NtmProject;

typedef struct
{
  char *id, *name_vi, *name_en, *level, *title_kind, *decision, *valid_from, *valid_to, *note;
} NtmCriteriaSet;

typedef struct
{
  char *set_id, *criterion, *item;
  gint64 seq;
  char *name_vi, *name_en, *unit, *comparison, *threshold, *indicator, *owner, *decision, *certainty, *source, *note;
} NtmCriterion;

G_END_DECLS
