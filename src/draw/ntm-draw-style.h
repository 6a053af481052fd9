/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "ntm-lang.h"
#include "ntm-palette.h"

G_BEGIN_DECLS

/**
 * NtmMedium:
 * @NTM_MEDIUM_DESK: one unit is a logical pixel of a desk screen
 * @NTM_MEDIUM_PROJECTOR: one unit is a pixel of a 1920 × 1080 projector; no text below 22
 * @NTM_MEDIUM_PRINT: one unit is a point (1/72 inch) on paper; a serif face
 */
typedef enum
{
  NTM_MEDIUM_DESK,
  NTM_MEDIUM_PROJECTOR,
  NTM_MEDIUM_PRINT,
  NTM_N_MEDIA,
} NtmMedium;

/**
 * NtmFont:
 *
 * The roles of text; size and weight follow the medium.
 */
typedef enum
{
  NTM_FONT_FIGURE,
  NTM_FONT_TITLE,
  NTM_FONT_SECTION,   /* titles of charts and cards */
  NTM_FONT_BODY,
  NTM_FONT_CELL,
  NTM_FONT_CAPTION,
  NTM_FONT_MAP,
  NTM_N_FONTS,
} NtmFont;

/**
 * NtmDrawStyle:
 *
 * What a layout needs to know besides its spec: colours, faces, sizes, language. Owns a Pango context,
 * so one style serves one thread at a time.
 */
typedef struct
{
  NtmPalette   *palette;
  NtmMedium     medium;
  double        scale;   /* all sizes are multiplied by it; 1 = as designed */
  NtmLang       lang;    /* formatting of axis numbers */
  char         *family;  /* comma-separated list of faces */
  PangoContext *pango;
} NtmDrawStyle;

NtmDrawStyle *ntm_draw_style_new        (NtmStyle style, NtmMedium medium, NtmLang lang) G_GNUC_WARN_UNUSED_RESULT;
NtmDrawStyle *ntm_draw_style_copy       (const NtmDrawStyle *self) G_GNUC_WARN_UNUSED_RESULT;
void          ntm_draw_style_free       (NtmDrawStyle *self);
void          ntm_draw_style_set_family (NtmDrawStyle *self, const char *family);
double        ntm_draw_style_font_size  (const NtmDrawStyle *self, NtmFont font);
double        ntm_draw_style_unit       (const NtmDrawStyle *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NtmDrawStyle, ntm_draw_style_free)

G_END_DECLS
