/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ntm-figure.h"

G_BEGIN_DECLS

/**
 * NtmSlideDeck:
 *
 * The slides of a meeting: map with large figures, trends, titles, overdue tasks. Long tables take several
 * slides with their heads repeated. It keeps words and drawings but no record: it may be shown on while the
 * file changes ("frozen").
 */
typedef struct _NtmSlideDeck NtmSlideDeck;

NtmSlideDeck *ntm_slide_deck_new       (const NtmViewContext *context, NtmDate task_day, const char *unit, NtmStyle colours,
                                        double width, double height) G_GNUC_WARN_UNUSED_RESULT;
NtmSlideDeck *ntm_slide_deck_ref       (NtmSlideDeck *self);
void          ntm_slide_deck_unref     (NtmSlideDeck *self);
guint         ntm_slide_deck_get_n     (const NtmSlideDeck *self);
NtmFigureKind ntm_slide_deck_get_kind  (const NtmSlideDeck *self, guint slide);
const char   *ntm_slide_deck_get_title (const NtmSlideDeck *self, guint slide);
char         *ntm_slide_deck_dup_text  (const NtmSlideDeck *self, guint slide) G_GNUC_WARN_UNUSED_RESULT;
double        ntm_slide_deck_get_text_size (const NtmSlideDeck *self, NtmFigureKind kind, NtmFont font, double width,
                                            double height);
void          ntm_slide_deck_draw      (const NtmSlideDeck *self, cairo_t *cr, guint slide, double width, double height);
const char   *ntm_slide_deck_pick      (const NtmSlideDeck *self, guint slide, double x, double y, double width, double height);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NtmSlideDeck, ntm_slide_deck_unref)

G_END_DECLS
