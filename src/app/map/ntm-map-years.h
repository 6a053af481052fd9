/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ntm-map-scope.h"
#include "ntm-palette.h"

G_BEGIN_DECLS

/* Parts of a bar: a mark, or a class after the marks. */
#define NTM_YEAR_CLASS(c) (NTM_N_MARKS + (c))
#define NTM_N_YEAR_PARTS  (NTM_N_MARKS + NTM_PALETTE_MAX_CLASSES)

/**
 * NtmYearCounts:
 *
 * How many units of a map are drawn in which way at the end of a year. Zero-initialised it is a year not
 * counted yet.
 */
typedef struct
{
  gboolean is_counted;
  guint    n_units;
  guint    n_classes;
  guint    parts[NTM_N_YEAR_PARTS];
} NtmYearCounts;

/**
 * NtmYearMark:
 *
 * A day on which the set of units becomes another one, and what it is from then on.
 */
typedef struct
{
  NtmDate  date;
  char    *text;
} NtmYearMark;

#define NTM_FIRST_YEAR 2015
#define NTM_MAX_YEARS  40

int           ntm_map_years_last      (NtmAtlas *atlas);
NtmDate       ntm_map_years_end       (int year);
double        ntm_map_years_position  (NtmDate date);
NtmYearCounts ntm_map_years_count     (const NtmViewContext *context, const NtmMapScope *scope, int year);
gboolean      ntm_map_years_has_data  (const NtmYearCounts *counts);
GArray       *ntm_map_years_new_marks (const NtmViewContext *context, const NtmMapScope *scope, int first, int last)
                                       G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
