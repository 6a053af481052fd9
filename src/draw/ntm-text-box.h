/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ntm-draw-style.h"

G_BEGIN_DECLS

/**
 * NtmTextFlags:
 *
 * Ways of setting a text beside its #NtmFont. Without %NTM_TEXT_WRAP a text that is too wide ends in an
 * ellipsis. %NTM_TEXT_TABULAR gives all figures the same width.
 */
typedef enum
{
  NTM_TEXT_PLAIN   = 0,
  NTM_TEXT_BOLD    = 1 << 0,
  NTM_TEXT_ITALIC  = 1 << 1,
  NTM_TEXT_TABULAR = 1 << 2,
  NTM_TEXT_WRAP    = 1 << 3,
  NTM_TEXT_CENTER  = 1 << 4,
  NTM_TEXT_RIGHT   = 1 << 5,
  NTM_TEXT_SPACED  = 1 << 6,  /* letter-spaced: names of seas */
  NTM_TEXT_SMALL   = 1 << 7,  /* one step smaller than the role */
} NtmTextFlags;

/**
 * NtmTextBox:
 *
 * A text set in type: its size in units of the style, and the ascent of the first line.
 */
typedef struct
{
  PangoLayout *pango;
  double       width;     /* of the ink box advance; <= the width asked for */
  double       height;
  double       baseline;
} NtmTextBox;

NtmTextBox *ntm_text_box_new        (const NtmDrawStyle *style, NtmFont font, NtmTextFlags flags, const char *text,
                                     double max_width) G_GNUC_WARN_UNUSED_RESULT;
void        ntm_text_box_free       (NtmTextBox *self);
void        ntm_text_box_draw       (const NtmTextBox *self, cairo_t *cr, double x, double y, const NtmColor *color);
void        ntm_text_box_draw_halo  (const NtmTextBox *self, cairo_t *cr, double x, double y, const NtmColor *color,
                                     const NtmColor *halo, double halo_width);
void        ntm_text_box_align      (NtmTextBox *self, NtmTextFlags flags);
double      ntm_text_box_longest_word (const NtmDrawStyle *style, NtmFont font, NtmTextFlags flags, const char *text);
gboolean    ntm_text_box_is_cut     (const NtmTextBox *self);

void        ntm_spec_set            (char **slot, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NtmTextBox, ntm_text_box_free)

G_END_DECLS
