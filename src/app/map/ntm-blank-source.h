/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <shumate/shumate.h>

G_BEGIN_DECLS

/**
 * NtmBlankSource:
 *
 * A map source without pictures. libshumate needs one to know the projection; ours touches no network.
 */
#define NTM_TYPE_BLANK_SOURCE (ntm_blank_source_get_type ())
G_DECLARE_FINAL_TYPE (NtmBlankSource, ntm_blank_source, NTM, BLANK_SOURCE, ShumateMapSource)

ShumateMapSource *ntm_blank_source_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
