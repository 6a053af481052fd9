/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * NtmDecimal:
 *
 * An exact decimal: the number times 10^6. Range about ±9.2 × 10^12.
 */
typedef gint64 NtmDecimal;

#define NTM_DECIMAL_ONE    G_GINT64_CONSTANT (1000000)
#define NTM_DECIMAL_DIGITS 6

gboolean ntm_decimal_parse   (const char *ascii, NtmDecimal *out, GError **error);
char    *ntm_decimal_to_string (NtmDecimal value) G_GNUC_WARN_UNUSED_RESULT;
gboolean ntm_decimal_add     (NtmDecimal a, NtmDecimal b, NtmDecimal *out);
gboolean ntm_decimal_sub     (NtmDecimal a, NtmDecimal b, NtmDecimal *out);
gboolean ntm_decimal_mul     (NtmDecimal a, NtmDecimal b, NtmDecimal *out);
gboolean ntm_decimal_div     (NtmDecimal a, NtmDecimal b, NtmDecimal *out);
gboolean ntm_decimal_percent (NtmDecimal numerator, NtmDecimal denominator, NtmDecimal *out);
int      ntm_decimal_compare_ratio (NtmDecimal numerator, NtmDecimal denominator, NtmDecimal percent);
NtmDecimal ntm_decimal_round (NtmDecimal value, int decimals);
double   ntm_decimal_to_double (NtmDecimal value);

G_END_DECLS
