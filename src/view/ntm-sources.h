/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ntm-view-context.h"

G_BEGIN_DECLS

/**
 * NtmSources:
 *
 * The documents a picture rests on, each once, in the order in which they were first cited, with the
 * paragraphs cited.
 */
typedef struct _NtmSources NtmSources;

NtmSources *ntm_sources_new     (void) G_GNUC_WARN_UNUSED_RESULT;
void        ntm_sources_free    (NtmSources *self);
void        ntm_sources_add     (NtmSources *self, const char *document, const char *place);
void        ntm_sources_add_all (NtmSources *self, const NtmSources *other);
guint       ntm_sources_get_n   (const NtmSources *self);
const char *ntm_sources_get     (const NtmSources *self, guint i);
char       *ntm_sources_to_line (const NtmSources *self, const NtmViewContext *ctx, guint max) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NtmSources, ntm_sources_free)

G_END_DECLS
