/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Inside src/model only: what the files of the Atlas share. */

#include "ntm-atlas.h"

G_BEGIN_DECLS

/* How units are found by name, in the order in which it is tried. */
enum
{
  NTM_NAMES_FULL,
  NTM_NAMES_FULL_FOLDED,
  NTM_NAMES_SHORT,
  NTM_NAMES_SHORT_FOLDED,
  NTM_N_NAMES,
};

struct _NtmAtlas
{
  GObject     parent_instance;

  NtmLoader   loader;
  gpointer    store;
  GPtrArray  *records[NTM_N_TABLES];  /* owned with their records; NULL = not loaded, observations always */
  GHashTable *by_key[NTM_N_TABLES];   /* key (owned) → record */
  GHashTable *series;                 /* indicator (owned) → NtmSeries (owned) */
  GPtrArray  *issues;                 /* (element-type NtmIssue), owned */
  NtmDate     reference_date;

  /* Groups of records, made when the records are derived; keys are borrowed from them. */
  GHashTable *units_coded;            /* code → NtmUnits */
  GHashTable *states_below;           /* unit id → NtmUnitStates in which it is the parent */
  GHashTable *titles_of;              /* unit id → NtmTitles */
  GHashTable *merged_from;            /* unit id → NtmTransfers into it */
  GHashTable *targets_of;             /* unit id or "" → NtmTargets */
  GHashTable *boundaries_of;          /* unit id → NtmBoundaries; NULL = boundaries not loaded */
  GHashTable *names[NTM_N_NAMES];     /* name (owned) → NtmUnitStates; NULL = not asked for yet */
};

GPtrArray   *ntm_atlas_load_table      (NtmAtlas *self, NtmTableId table, const char *indicator, const char *unit,
                                        GError **error);
void         ntm_atlas_derive          (NtmAtlas *self);
void         ntm_atlas_derive_boundaries (NtmAtlas *self);
void         ntm_atlas_forget_names    (NtmAtlas *self);
void         ntm_atlas_check_references (NtmAtlas *self);
void         ntm_atlas_add_issue       (NtmAtlas *self, NtmTableId table, gconstpointer record, const char *column,
                                        const char *problem, const char *advice);
void         ntm_atlas_forget_issues   (NtmAtlas *self, const char *table, const char *key_prefix);
GHashTable  *ntm_atlas_group           (const GPtrArray *records, gsize key_offset);
void         ntm_atlas_group_add       (GHashTable *groups, char *key, gpointer record);
gboolean     ntm_atlas_ensure_boundaries (NtmAtlas *self);
NtmLevel     ntm_atlas_read_level      (NtmAtlas *self, NtmTableId table, gconstpointer record, const char *text,
                                        NtmLevel fallback);
void         ntm_atlas_derive_titles   (NtmAtlas *self);
gboolean     ntm_title_read_day        (const char *text, NtmDate *day, gboolean *is_year);
gboolean     ntm_title_kind_applies    (const NtmTitleKind *kind, NtmLevel level, const char *type);
NtmSeries   *ntm_series_build          (NtmAtlas *atlas, const char *indicator, const NtmUnit *unit,
                                        GPtrArray *observations);
const NtmObservation *ntm_series_actual (const NtmSeries *self, const NtmUnit *unit, guint period);
char        *ntm_model_quote           (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
