/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ntm-edit-form.h"

G_BEGIN_DECLS

/**
 * NtmUnitNameEntry:
 *
 * What a unit is called from a day on.
 */
typedef struct
{
  NtmDate     from;
  const char *type;        /* huyện, thị xã ... of the level of the unit */
  const char *short_name;  /* Kỳ Anh: without the type */
  const char *note;        /* such as the number of the decision */
} NtmUnitNameEntry;

const char *const *ntm_unit_types_of (NtmLevel level);
NtmEdit *ntm_edit_new_unit_name      (NtmAtlas *atlas, const char *unit, const NtmUnitNameEntry *entry,
                                      const char **field, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
