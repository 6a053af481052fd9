/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ntm-desk.h"

G_BEGIN_DECLS

/**
 * NtmUnitItem:
 *
 * A row of the list of units: what is shown of one unit on the reference date. Holds texts, not records,
 * so it may outlive a change of the file.
 */
#define NTM_TYPE_UNIT_ITEM (ntm_unit_item_get_type ())
G_DECLARE_FINAL_TYPE (NtmUnitItem, ntm_unit_item, NTM, UNIT_ITEM, GObject)

/**
 * NtmUnitTest:
 *
 * Whether a row belongs into a list.
 */
typedef gboolean (*NtmUnitTest) (NtmUnitItem *item);

NtmUnitItem *ntm_unit_item_new           (NtmDesk *desk, const NtmUnit *unit, gboolean with_parent) G_GNUC_WARN_UNUSED_RESULT;
const char  *ntm_unit_item_get_id        (NtmUnitItem *self);
const char  *ntm_unit_item_get_name      (NtmUnitItem *self);
const char  *ntm_unit_item_get_detail    (NtmUnitItem *self);
NtmStatus    ntm_unit_item_get_status    (NtmUnitItem *self);
gboolean     ntm_unit_item_is_uncertain  (NtmUnitItem *self);
NtmLevel     ntm_unit_item_get_level     (NtmUnitItem *self);
int          ntm_unit_item_compare       (NtmUnitItem *a, NtmUnitItem *b);
GListModel  *ntm_unit_items_new_children (NtmDesk *desk, const char *parent) G_GNUC_WARN_UNUSED_RESULT;
GListModel  *ntm_unit_items_new_found    (NtmDesk *desk, const char *needle) G_GNUC_WARN_UNUSED_RESULT;
GListModel  *ntm_unit_items_new_chosen   (NtmDesk *desk, NtmUnitTest test) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
