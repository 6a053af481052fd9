/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ntm-store.h"
#include "ntm-view-context.h"

G_BEGIN_DECLS

/**
 * NtmDesk:
 *
 * What one window works on: the open file, the unit selected in it, the statuses the legend filters by,
 * the basis titles are counted on and the day tasks are told of. The views of a window share it and know
 * nothing of each other.
 *
 * Signals: "changed" (data, reference date or basis; records handed out before are gone),
 * "selected" (the selected unit), "filtered" (the filter), "dated" (the day of the tasks), "written" (the file took
 * a change, or did not: ntm_desk_get_write_error()).
 */
#define NTM_TYPE_DESK (ntm_desk_get_type ())
G_DECLARE_FINAL_TYPE (NtmDesk, ntm_desk, NTM, DESK, GObject)

NtmDesk       *ntm_desk_new          (void) G_GNUC_WARN_UNUSED_RESULT;
void           ntm_desk_take_store   (NtmDesk *self, NtmStore *store);
NtmStore      *ntm_desk_get_store    (NtmDesk *self);
NtmAtlas      *ntm_desk_get_atlas    (NtmDesk *self);
NtmDate        ntm_desk_get_date     (NtmDesk *self);
NtmDate        ntm_desk_get_today    (NtmDesk *self);
NtmDate        ntm_desk_get_task_day (NtmDesk *self);
void           ntm_desk_set_task_day (NtmDesk *self, NtmDate day);
NtmBasis       ntm_desk_get_basis    (NtmDesk *self);
void           ntm_desk_set_basis    (NtmDesk *self, NtmBasis basis);
NtmViewContext ntm_desk_get_context  (NtmDesk *self);
NtmViewContext ntm_desk_get_task_context (NtmDesk *self);
NtmLevel       ntm_desk_get_level    (NtmDesk *self);
GPtrArray     *ntm_desk_dup_units    (NtmDesk *self) G_GNUC_WARN_UNUSED_RESULT;
NtmStanding    ntm_desk_get_standing (NtmDesk *self, const NtmUnit *unit);

const NtmUnit *ntm_desk_get_selected (NtmDesk *self);
void           ntm_desk_select       (NtmDesk *self, const char *id);

guint          ntm_desk_get_filter   (NtmDesk *self);
void           ntm_desk_set_filter   (NtmDesk *self, guint filter);
gboolean       ntm_desk_shows        (NtmDesk *self, NtmStatus status);

gboolean       ntm_desk_apply        (NtmDesk *self, const NtmEdit *edit, GError **error);
const GError  *ntm_desk_get_write_error (NtmDesk *self);
gboolean       ntm_desk_set_date     (NtmDesk *self, NtmDate date, GError **error);
gboolean       ntm_desk_undo         (NtmDesk *self, char **label, GError **error);
gboolean       ntm_desk_redo         (NtmDesk *self, char **label, GError **error);

G_END_DECLS
