/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ntm-color.h"

G_BEGIN_DECLS

/**
 * NtmStyle:
 * @NTM_STYLE_LIGHT: screens in daylight
 * @NTM_STYLE_DARK: screens in the dark style
 * @NTM_STYLE_PRINT: paper: white sea, dark borders, textures that survive a black-and-white printer
 */
typedef enum
{
  NTM_STYLE_LIGHT,
  NTM_STYLE_DARK,
  NTM_STYLE_PRINT,
  NTM_N_STYLES,
} NtmStyle;

/**
 * NtmMark:
 *
 * What a shape, a swatch or a glyph stands for. The first nine are the statuses in the order of the
 * model, so that a status may be cast to a mark; lightness falls from %NTM_MARK_NOT_YET to
 * %NTM_MARK_MODEL.
 */
typedef enum
{
  NTM_MARK_NOT_YET,
  NTM_MARK_STANDARD,
  NTM_MARK_ADVANCED,
  NTM_MARK_MODEL,
  NTM_MARK_SMART,
  NTM_MARK_COMPLETED,
  NTM_MARK_URBAN,
  NTM_MARK_NO_DECISION,
  NTM_MARK_NOT_APPLICABLE,
  NTM_MARK_NO_DATA,
  NTM_MARK_NOT_VERIFIED,  /* indicators: told, but not checked */
  NTM_MARK_MET,       /* criteria: met */
  NTM_MARK_JUST_MET,  /* criteria: met, barely */
  NTM_MARK_NOT_MET,   /* criteria: not met */
  NTM_N_MARKS,
} NtmMark;

/**
 * NtmTexture:
 *
 * What is drawn over a fill so that colour never works alone.
 */
typedef enum
{
  NTM_TEXTURE_NONE,
  NTM_TEXTURE_HATCH,  /* diagonal, fine: no figure here */
  NTM_TEXTURE_LINES,  /* 45 degrees, bold: print */
  NTM_TEXTURE_DOTS,
} NtmTexture;

/**
 * NtmGlyph:
 *
 * The shape of a mark.
 */
typedef enum
{
  NTM_GLYPH_NONE,
  NTM_GLYPH_RING,
  NTM_GLYPH_DISC,
  NTM_GLYPH_TRIANGLE,
  NTM_GLYPH_STAR,
  NTM_GLYPH_STAR_RING,
  NTM_GLYPH_SQUARE,
  NTM_GLYPH_PENTAGON,
  NTM_GLYPH_DASHED_RING,
  NTM_GLYPH_DASH,
  NTM_GLYPH_CHECK,
  NTM_GLYPH_TILDE,
  NTM_GLYPH_CROSS,
} NtmGlyph;

/**
 * NtmMarkStyle:
 *
 * How a mark looks: @fill under @texture in @ink, @on for text over it, @text for its name on the page
 * background, @outline around its glyph.
 */
typedef struct
{
  NtmColor   fill;
  NtmColor   ink;
  NtmColor   on;
  NtmColor   text;
  NtmColor   outline;
  NtmTexture texture;
  NtmGlyph   glyph;
} NtmMarkStyle;

/**
 * NtmRole:
 *
 * The colours that are no marks.
 */
typedef enum
{
  NTM_ROLE_PAGE,          /* behind charts and tables */
  NTM_ROLE_CARD,
  NTM_ROLE_CARD_BORDER,
  NTM_ROLE_TEXT,
  NTM_ROLE_SECONDARY,
  NTM_ROLE_ACCENT,        /* selection outline */
  NTM_ROLE_ACCENT_TEXT,
  NTM_ROLE_ERROR,
  NTM_ROLE_ERROR_BG,
  NTM_ROLE_WARNING,
  NTM_ROLE_WARNING_BG,
  NTM_ROLE_SUCCESS,
  NTM_ROLE_SUCCESS_BG,
  NTM_ROLE_INFO,
  NTM_ROLE_INFO_BG,
  NTM_ROLE_NEUTRAL,
  NTM_ROLE_NEUTRAL_BG,
  NTM_ROLE_SEA,
  NTM_ROLE_BORDER,        /* between two units */
  NTM_ROLE_COAST,         /* between a unit and nothing */
  NTM_ROLE_LEADER,
  NTM_ROLE_PLACE,         /* names of seas and neighbours */
  NTM_ROLE_GRID,
  NTM_ROLE_AXIS,
  NTM_ROLE_RULE,          /* thin lines of tables */
  NTM_ROLE_HEAD_BG,       /* table header, section rows */
  NTM_ROLE_HATCH,         /* lines of the hatch of gaps */
  NTM_ROLE_HATCH_BG,
  NTM_ROLE_BAR,
  NTM_ROLE_BAR_STRONG,    /* the highlighted bar */
  NTM_ROLE_TARGET,
  NTM_ROLE_RISK,          /* projection, at risk */
  NTM_ROLE_RISK_TEXT,
  NTM_N_ROLES,
} NtmRole;

#define NTM_PALETTE_MAX_CLASSES 5
#define NTM_PALETTE_N_SERIES    6

/**
 * NtmPalette:
 *
 * A set of colours, immutable and safe to read from any thread.
 */
typedef struct _NtmPalette NtmPalette;

NtmPalette         *ntm_palette_new        (NtmStyle style) G_GNUC_WARN_UNUSED_RESULT;
NtmPalette         *ntm_palette_parse      (NtmStyle style, const char *text, GError **error) G_GNUC_WARN_UNUSED_RESULT;
NtmPalette         *ntm_palette_ref        (NtmPalette *self);
void                ntm_palette_unref      (NtmPalette *self);
NtmStyle            ntm_palette_get_style  (const NtmPalette *self);
const NtmMarkStyle *ntm_palette_get_mark   (const NtmPalette *self, NtmMark mark);
const NtmColor     *ntm_palette_get_color  (const NtmPalette *self, NtmRole role);
NtmColor            ntm_palette_get_class  (const NtmPalette *self, guint index, guint n_classes);
NtmColor            ntm_palette_get_series (const NtmPalette *self, guint index);
NtmColor            ntm_palette_text_on    (const NtmPalette *self, const NtmColor *fill);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NtmPalette, ntm_palette_unref)

G_END_DECLS
