/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ntm-task.h"
#include "ntm-view-context.h"

G_BEGIN_DECLS

/* The words all views, the window and `ntm` share, so that one thing has one name. */

const char *ntm_view_status_name       (NtmStatus status);
const char *ntm_view_basis_name        (NtmBasis basis);
const char *ntm_view_no_data           (void);
const char *ntm_view_gap_name          (NtmState state);
char       *ntm_view_sample_note       (const NtmViewContext *ctx) G_GNUC_WARN_UNUSED_RESULT;

char       *ntm_view_unit_name         (const NtmViewContext *ctx, const NtmUnit *unit) G_GNUC_WARN_UNUSED_RESULT;
char       *ntm_view_unit_type_name    (const NtmUnitState *state) G_GNUC_WARN_UNUSED_RESULT;
char       *ntm_view_unit_map_label    (const NtmViewContext *ctx, const NtmUnit *unit, GHashTable *shared)
                                        G_GNUC_WARN_UNUSED_RESULT;
GHashTable *ntm_view_shared_names      (const NtmViewContext *ctx, const GPtrArray *units) G_GNUC_WARN_UNUSED_RESULT;
char       *ntm_view_count_units       (const NtmViewContext *ctx, const GPtrArray *units) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray  *ntm_view_units             (const NtmViewContext *ctx, NtmLevel level, const char *parent, GError **error)
                                        G_GNUC_WARN_UNUSED_RESULT;

char       *ntm_view_date_words        (const NtmViewContext *ctx, NtmDate date) G_GNUC_WARN_UNUSED_RESULT;
char       *ntm_view_part_date         (const NtmViewContext *ctx, const char *text) G_GNUC_WARN_UNUSED_RESULT;
char       *ntm_view_period_words      (const NtmViewContext *ctx, const NtmIndicator *indicator, const NtmPeriod *period)
                                        G_GNUC_WARN_UNUSED_RESULT;
char       *ntm_view_value             (const NtmViewContext *ctx, const NtmIndicator *indicator, NtmDecimal value)
                                        G_GNUC_WARN_UNUSED_RESULT;
char       *ntm_view_observation       (const NtmViewContext *ctx, const NtmIndicator *indicator,
                                        const NtmObservation *observation) G_GNUC_WARN_UNUSED_RESULT;
char       *ntm_view_figure            (const NtmViewContext *ctx, const NtmIndicator *indicator,
                                        const NtmObservation *observation) G_GNUC_WARN_UNUSED_RESULT;
char       *ntm_view_difference        (const NtmViewContext *ctx, const NtmIndicator *indicator, NtmDecimal difference)
                                        G_GNUC_WARN_UNUSED_RESULT;
char       *ntm_view_pace              (const NtmViewContext *ctx, const NtmIndicator *indicator, double per_year)
                                        G_GNUC_WARN_UNUSED_RESULT;
const char *ntm_view_indicator_name    (const NtmViewContext *ctx, const NtmIndicator *indicator);
const char *ntm_view_indicator_unit    (const NtmViewContext *ctx, const NtmIndicator *indicator);
char       *ntm_view_indicator_subject (const NtmViewContext *ctx, const NtmIndicator *indicator) G_GNUC_WARN_UNUSED_RESULT;
char       *ntm_view_indicator_measure (const NtmViewContext *ctx, const NtmIndicator *indicator) G_GNUC_WARN_UNUSED_RESULT;
char       *ntm_view_target            (const NtmViewContext *ctx, const NtmIndicator *indicator, const NtmTarget *target)
                                        G_GNUC_WARN_UNUSED_RESULT;

char       *ntm_view_document          (const NtmViewContext *ctx, const char *id) G_GNUC_WARN_UNUSED_RESULT;
char       *ntm_view_document_short    (const NtmViewContext *ctx, const char *id) G_GNUC_WARN_UNUSED_RESULT;

const char *ntm_view_section           (const char *place);
char       *ntm_view_place             (const char *place) G_GNUC_WARN_UNUSED_RESULT;

char       *ntm_view_task_state        (const NtmViewContext *ctx, const NtmTask *task, const NtmTaskStanding *standing)
                                        G_GNUC_WARN_UNUSED_RESULT;
char       *ntm_view_task_due          (const NtmViewContext *ctx, const NtmTask *task) G_GNUC_WARN_UNUSED_RESULT;
char       *ntm_view_agency            (const NtmViewContext *ctx, const char *id) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
