/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ntm-draw-style.h"
#include "ntm-map.h"
#include "ntm-rank-chart.h"
#include "ntm-shapes.h"
#include "ntm-table-drawing.h"
#include "ntm-task-list.h"
#include "ntm-trend-chart.h"

G_BEGIN_DECLS

/* Boundaries for tests, in degrees, keys and geometries of the same index. */
typedef struct
{
  GPtrArray *keys;
  GPtrArray *geometries;
} FixtureArea;

FixtureArea *fixture_area_new_grid   (guint columns, guint rows, guint points_per_side, guint32 seed);
FixtureArea *fixture_area_new_hexes  (guint columns, guint rows);
FixtureArea *fixture_area_new_csv    (const char *folder);
void         fixture_area_free       (FixtureArea *self);
NtmShapes   *fixture_area_make_shapes (const FixtureArea *self);

NtmMapSpec      *fixture_map_new    (const FixtureArea *area, gboolean classes);
NtmTrendSpec    *fixture_trend_new  (void);
NtmRankSpec     *fixture_rank_new   (guint n_values, guint n_missing);
NtmTableSpec    *fixture_table_new  (guint n_rows, gboolean boxed);
NtmTaskListSpec *fixture_tasks_new  (guint n_groups, guint rows_per_group);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FixtureArea, fixture_area_free)

G_END_DECLS
