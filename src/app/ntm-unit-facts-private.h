/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the files that collect the facts of a unit share. */

#include "ntm-sources.h"
#include "ntm-unit-facts.h"

G_BEGIN_DECLS

/* What is told of a unit: into which facts, on which day and in which language, and what it rests on. */
typedef struct
{
  NtmUnitFacts         *facts;
  const NtmViewContext *context;
  const NtmUnit        *unit;
  NtmSources           *sources;
} NtmUnitTelling;

void _ntm_unit_facts_add_goals    (NtmUnitFacts *self, const NtmViewContext *context, const NtmUnit *unit, NtmSources *sources);
void _ntm_unit_facts_add_figures  (NtmUnitFacts *self, const NtmViewContext *context, const NtmUnit *unit, NtmSources *sources);
void _ntm_unit_facts_add_tasks    (NtmUnitFacts *self, const NtmViewContext *context, const NtmUnit *unit, NtmDate day);
void _ntm_unit_facts_add_findings (NtmUnitFacts *self, const NtmViewContext *context, const NtmUnit *unit, NtmSources *sources);
void _ntm_unit_facts_add_lines    (const NtmUnitTelling *self);
void _ntm_unit_facts_add_registers (const NtmUnitTelling *self);
void _ntm_unit_facts_add_papers   (NtmUnitFacts *self, const NtmViewContext *context, const NtmSources *sources);

gboolean _ntm_unit_facts_is_said  (const NtmViewContext *context, const char *source);
void _ntm_unit_facts_append       (GString *text, const char *part);
void _ntm_unit_facts_add_entry    (NtmUnitFacts *self, NtmUnitSection section, const char *text, char *value, GString *detail,
                                   NtmUnitTone tone);

G_END_DECLS
