/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "ntm-issue.h"
#include "ntm-records.h"
#include "ntm-series.h"

G_BEGIN_DECLS

/**
 * NtmBasis:
 *
 * From which day a title counts: the day it was signed, or the end of the year it is for.
 */
typedef enum
{
  NTM_BASIS_SIGNED,
  NTM_BASIS_YEAR,
} NtmBasis;

/**
 * NtmStanding:
 *
 * The answer to "what is this unit at this date": its status, the title that gives it (NULL if none),
 * since when, and whether that rests on something still to be checked.
 */
typedef struct
{
  NtmStatus       status;
  const NtmTitle *title;
  NtmDate         since;
  gboolean        uncertain;
} NtmStanding;

/**
 * NtmAtlas:
 *
 * The file in memory: registers as arrays of records, observations per indicator loaded when first
 * asked for. Only the store fills it. Emits "changed" (#NtmChange) after each edit, undo or redo; the
 * records handed out before are gone then. One thread.
 */
#define NTM_TYPE_ATLAS (ntm_atlas_get_type ())
G_DECLARE_FINAL_TYPE (NtmAtlas, ntm_atlas, NTM, ATLAS, GObject)

/**
 * NtmChange:
 *
 * What an edit touched: a bit per #NtmTableId, and the indicators whose observations changed.
 */
typedef struct
{
  guint32    tables;
  GPtrArray *indicators;   /* (element-type utf8) */
} NtmChange;

/**
 * NtmLoader:
 *
 * How the Atlas asks the store for what it has not loaded yet: records of @table; for observations, of one
 * @indicator and, where @unit is not %NULL, of one unit. Returns: (transfer full): records, or %NULL with @error set.
 */
typedef GPtrArray *(*NtmLoader) (gpointer store, NtmTableId table, const char *indicator, const char *unit, GError **error);

NtmAtlas           *ntm_atlas_new            (NtmLoader loader, gpointer store);
gboolean            ntm_atlas_load           (NtmAtlas *self, GError **error);
gboolean            ntm_atlas_reload         (NtmAtlas *self, const NtmChange *change, GError **error);
const GPtrArray    *ntm_atlas_records        (NtmAtlas *self, NtmTableId table);
gconstpointer       ntm_atlas_lookup         (NtmAtlas *self, NtmTableId table, const char *key);
const char         *ntm_atlas_meta           (NtmAtlas *self, const char *key);
gboolean            ntm_atlas_is_sample      (NtmAtlas *self);
NtmDate             ntm_atlas_reference_date (NtmAtlas *self);
const GPtrArray    *ntm_atlas_issues         (NtmAtlas *self);
const NtmSeries    *ntm_atlas_series         (NtmAtlas *self, const char *indicator, GError **error);
NtmSeries          *ntm_atlas_dup_row        (NtmAtlas *self, const char *indicator, const NtmUnit *unit, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* units */
const GPtrArray    *ntm_atlas_units          (NtmAtlas *self);
const NtmUnit      *ntm_atlas_find_unit      (NtmAtlas *self, const char *id);
const NtmUnit      *ntm_atlas_resolve_unit   (NtmAtlas *self, const char *text, GError **error);
GPtrArray          *ntm_atlas_units_at       (NtmAtlas *self, NtmLevel level, NtmDate at) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray          *ntm_atlas_children       (NtmAtlas *self, const NtmUnit *parent, NtmDate at) G_GNUC_WARN_UNUSED_RESULT;
const NtmUnit      *ntm_atlas_province       (NtmAtlas *self, NtmDate at);
const NtmUnitState *ntm_unit_state_at        (const NtmUnit *unit, NtmDate at);
const NtmUnitState *ntm_unit_last_state      (const NtmUnit *unit);
gboolean            ntm_unit_is_urban        (const NtmUnitState *state);
gboolean            ntm_level_parse          (const char *text, NtmLevel *out);
const char         *ntm_level_code           (NtmLevel level);
const NtmBoundary  *ntm_atlas_boundary_at    (NtmAtlas *self, const NtmUnit *unit, NtmDate at);
gboolean            ntm_atlas_has_boundaries (NtmAtlas *self, NtmLevel level, NtmDate at);

/* titles */
gboolean            ntm_title_since          (const NtmTitle *title, NtmBasis basis, NtmDate *since, gboolean *uncertain);
GPtrArray          *ntm_atlas_titles_at      (NtmAtlas *self, const NtmUnit *unit, NtmDate at, NtmBasis basis) G_GNUC_WARN_UNUSED_RESULT;
NtmStanding         ntm_atlas_standing       (NtmAtlas *self, const NtmUnit *unit, NtmDate at, NtmBasis basis);
const char         *ntm_status_code          (NtmStatus status);

/* indicators */
const NtmIndicator *ntm_atlas_resolve_indicator (NtmAtlas *self, const char *text, GError **error);
const NtmTarget    *ntm_atlas_target_for     (NtmAtlas *self, const char *indicator, const NtmUnit *unit, NtmDate at);
const char         *ntm_kind_code            (NtmKind kind);
const char         *ntm_state_code           (NtmState state);

G_END_DECLS
