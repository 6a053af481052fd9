/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ntm-edit.h"

G_BEGIN_DECLS

#define NTM_NAMED_POINT_PREFIX "point-"  /* of the keys of table meta that are points */
#define NTM_NAMED_POINT_MAX    100       /* characters */

/**
 * NtmNamedPoint:
 * @time: when it was named, in UTC, ISO 8601
 * @name: what it was named
 *
 * A point in the history that somebody has named, to ask later what changed since.
 */
typedef struct
{
  char *time, *name;
} NtmNamedPoint;

void       ntm_named_point_free (NtmNamedPoint *self);
GPtrArray *ntm_named_point_list (NtmAtlas *atlas) G_GNUC_WARN_UNUSED_RESULT;
NtmEdit   *ntm_edit_new_point   (NtmAtlas *atlas, const char *name, const char *time, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NtmNamedPoint, ntm_named_point_free)

G_END_DECLS
