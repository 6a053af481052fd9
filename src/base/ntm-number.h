/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ntm-decimal.h"
#include "ntm-lang.h"

G_BEGIN_DECLS

/**
 * NtmQualifier:
 *
 * How a stated figure stands to the true one: "gần" ~ or <, "hơn", "trên" >, "tối thiểu" >=.
 */
typedef enum
{
  NTM_QUALIFIER_EQUAL,
  NTM_QUALIFIER_ABOUT,
  NTM_QUALIFIER_LESS,
  NTM_QUALIFIER_MORE,
  NTM_QUALIFIER_AT_MOST,
  NTM_QUALIFIER_AT_LEAST,
} NtmQualifier;

/**
 * NtmNumber:
 *
 * A number as a person entered it: the value (percent when a ratio was typed), how it is qualified,
 * the word used, and numerator and denominator where it was typed as "81.462/293.534".
 */
typedef struct
{
  NtmDecimal   value;
  NtmQualifier qualifier;
  gboolean     is_ratio;
  NtmDecimal   numerator;
  NtmDecimal   denominator;
  char         word[32];  /* "gần", "hơn" ... or "" */
} NtmNumber;

/**
 * NtmNumberStyle:
 * @NTM_NUMBER_SCRIPT: '.' decimals, no grouping: files and the command line
 * @NTM_NUMBER_VI: 12.500 and 3,01
 * @NTM_NUMBER_EN: 12,500 and 3.01
 */
typedef enum
{
  NTM_NUMBER_SCRIPT,
  NTM_NUMBER_VI,
  NTM_NUMBER_EN,
} NtmNumberStyle;

gboolean      ntm_number_parse       (const char *text, NtmNumberStyle style, NtmNumber *out, GError **error);
char         *ntm_number_format      (NtmDecimal value, int decimals, NtmLang lang) G_GNUC_WARN_UNUSED_RESULT;
char         *ntm_number_format_unit (NtmDecimal value, int decimals, const char *unit, NtmLang lang) G_GNUC_WARN_UNUSED_RESULT;
gboolean      ntm_qualifier_parse    (const char *text, NtmQualifier *out);
const char   *ntm_qualifier_code     (NtmQualifier qualifier);
const char   *ntm_qualifier_sign     (NtmQualifier qualifier);
gboolean      ntm_qualifier_meets    (NtmQualifier wanted, NtmDecimal value, NtmDecimal threshold);

G_END_DECLS
