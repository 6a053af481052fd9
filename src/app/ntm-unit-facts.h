/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ntm-view-context.h"

G_BEGIN_DECLS

/**
 * NtmUnitFigure:
 *
 * A figure of a unit in words: what, how much, from when and where.
 */
typedef struct
{
  char    *name;
  char    *value;
  char    *detail;     /* period, source, target */
  gboolean is_missing; /* @value says so */
} NtmUnitFigure;

/**
 * NtmUnitFacts:
 *
 * What the inspector says of a unit on a day, in the language of the window.
 */
typedef struct
{
  char       *name;
  char       *summary;     /* code, number of units in it, area */
  NtmStanding standing;    /* its title lives until the next change of the file */
  char       *since;       /* may be "" */
  char       *decision;    /* may be "" */
  GPtrArray  *figures;     /* (element-type NtmUnitFigure) */
  char       *sources;     /* one a line, may be "" */
} NtmUnitFacts;

NtmUnitFacts *ntm_unit_facts_new  (const NtmViewContext *context, const NtmUnit *unit) G_GNUC_WARN_UNUSED_RESULT;
void          ntm_unit_facts_free (NtmUnitFacts *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NtmUnitFacts, ntm_unit_facts_free)

G_END_DECLS
