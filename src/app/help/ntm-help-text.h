/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * NtmHelpKind:
 * @NTM_HELP_HEADING: a heading of @level 1 to 3
 * @NTM_HELP_PARAGRAPH: running text
 * @NTM_HELP_ITEM: an item of a list, its bullet or number in @mark
 * @NTM_HELP_CODE: lines that stand as they are
 * @NTM_HELP_PICTURE: a picture, its file in @target and what it shows as markup
 * @NTM_HELP_ROW: a row of a table; @level 1 for the first row of one, else 2
 *
 * What a block of a help page is.
 */
typedef enum
{
  NTM_HELP_HEADING,
  NTM_HELP_PARAGRAPH,
  NTM_HELP_ITEM,
  NTM_HELP_CODE,
  NTM_HELP_PICTURE,
  NTM_HELP_ROW,
} NtmHelpKind;

/**
 * NtmHelpBlock:
 * @kind: what it is
 * @level: of a heading or row, else 0
 * @mark: (nullable): before an item
 * @target: (nullable): file name of a picture
 * @cells: Pango markup, one string, of a row one for each column; `NULL`-terminated
 *
 * A block of a help page.
 */
typedef struct
{
  NtmHelpKind kind;
  int         level;
  char       *mark;
  char       *target;
  char      **cells;
} NtmHelpBlock;

GPtrArray *ntm_help_text_parse  (const char *text) G_GNUC_WARN_UNUSED_RESULT;
char      *ntm_help_text_markup (const char *text) G_GNUC_WARN_UNUSED_RESULT;
char      *ntm_help_block_plain (const NtmHelpBlock *block) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
