/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ntm-sources.h"
#include "ntm-table-drawing.h"
#include "ntm-view-context.h"

G_BEGIN_DECLS

/**
 * NtmTitlesColumn:
 *
 * The columns of the table of titles, in this order.
 */
typedef enum
{
  NTM_TITLES_COLUMN_UNIT,
  NTM_TITLES_COLUMN_STATUS,
  NTM_TITLES_COLUMN_DECISION,
  NTM_TITLES_COLUMN_SIGNED,
  NTM_TITLES_COLUMN_YEAR,
  NTM_TITLES_COLUMN_CERTAINTY,
  NTM_TITLES_COLUMN_SOURCE,
  NTM_TITLES_N_COLUMNS,
} NtmTitlesColumn;

/**
 * NtmTitlesQuestion:
 * @level: %NTM_LEVEL_PROVINCE, %NTM_LEVEL_DISTRICT or %NTM_LEVEL_COMMUNE
 * @parent: (nullable): id of a unit; only its descendants are listed
 * @only_titled: leave out units without a title
 * @boxed: lines around every cell, as in official reports
 * @cited: (nullable): the documents the picture rests on are added to it
 *
 * What a table of titles shall list. Communes come under headings of their districts, where there are
 * districts.
 */
typedef struct
{
  NtmLevel    level;
  const char *parent;
  gboolean    only_titled;
  gboolean    boxed;
  NtmSources *cited;
} NtmTitlesQuestion;

NtmTableSpec *ntm_titles_view_new (const NtmViewContext *ctx, const NtmTitlesQuestion *question, GError **error)
                                   G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
