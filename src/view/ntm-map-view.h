/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ntm-map.h"
#include "ntm-sources.h"
#include "ntm-view-context.h"

G_BEGIN_DECLS

#define NTM_THEME_TITLE "title"

/**
 * NtmMapQuestion:
 * @theme: (nullable): %NTM_THEME_TITLE (also when %NULL) or the code of an indicator
 * @level: %NTM_LEVEL_DISTRICT or %NTM_LEVEL_COMMUNE
 * @parent: (nullable): id of a unit; only its descendants are shown
 * @selected: (nullable): id of the unit to outline
 * @only: statuses to keep bright, a bit per #NtmStatus, others are dimmed; 0 = all
 * @shapes: (nullable): shapes of an earlier map with the same ntm_map_view_dup_shapes_key()
 * @legend_place: where the legend goes
 * @plain: leave out title, subtitle and source, as a window shows them itself
 * @cited: (nullable): the documents the picture rests on are added to it
 *
 * What a map shall show. Zero-initialise it and set what is wanted.
 */
typedef struct
{
  const char    *theme;
  NtmLevel       level;
  const char    *parent;
  const char    *selected;
  guint          only;
  NtmShapes     *shapes;
  NtmLegendPlace legend_place;
  gboolean       plain;
  NtmSources    *cited;
} NtmMapQuestion;

NtmMapSpec *ntm_map_view_new           (const NtmViewContext *ctx, const NtmMapQuestion *question, GError **error)
                                        G_GNUC_WARN_UNUSED_RESULT;
NtmShapes  *ntm_map_view_new_shapes    (const NtmViewContext *ctx, NtmLevel level, const char *parent, GError **error)
                                        G_GNUC_WARN_UNUSED_RESULT;
char       *ntm_map_view_dup_shapes_key (const NtmViewContext *ctx, NtmLevel level, const char *parent)
                                        G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
