/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Exact decimals as integers scaled by 10^6. Results that are not exact are rounded half away from zero,
 * as the reports of the province do by hand. Intermediate results have 128 bits: 100 × 10^6 × 2^63 and
 * 2^63 × 2^63 both fit. G_MININT64 is not a value, so that every value has a negative.
 */

#include "config.h"

#include <string.h>
#include <glib/gi18n-lib.h>

#include "ntm-decimal.h"
#include "ntm-fail.h"

__extension__ typedef __int128 Wide;

static const gint64 powers[NTM_DECIMAL_DIGITS + 1] = { 1, 10, 100, 1000, 10000, 100000, 1000000 };

static gboolean
narrow (Wide wide, NtmDecimal *out)
{
  if (wide > G_MAXINT64 || wide < -G_MAXINT64)
    return FALSE;
  *out = (NtmDecimal) wide;
  return TRUE;
}

static gboolean
divide (Wide a, Wide b, NtmDecimal *out)
{
  gboolean negative = (a < 0) != (b < 0);
  Wide q, r;

  if (b == 0)
    return FALSE;
  a = a < 0 ? -a : a;
  b = b < 0 ? -b : b;
  q = a / b;
  r = a % b;
  if (r >= b - r)
    q++;
  return narrow (negative ? -q : q, out);
}

static gboolean
fail_too_large (const char *ascii, GError **error)
{
  g_autofree char *quote = ntm_fail_quote (ascii);

  return ntm_fail (error, NTM_ERROR_RANGE, _("The number “%s” is too large."), quote);
}

static gboolean
fail_too_fine (const char *ascii, GError **error)
{
  g_autofree char *quote = ntm_fail_quote (ascii);

  return ntm_fail (error, NTM_ERROR_RANGE,
                   _("The number “%s” has more than six decimals. Round it to six."), quote);
}

/* Reads digits into @value; stops before it overflows. */
static gboolean
read_digits (const char **p, Wide *value)
{
  for (; g_ascii_isdigit (**p); (*p)++)
    {
      *value = *value * 10 + (**p - '0');
      if (*value > G_MAXINT64)
        return FALSE;
    }
  return TRUE;
}

/**
 * ntm_decimal_parse:
 * @ascii: an optional sign, digits, and perhaps a point and digits; nothing else
 * @out: (out): the number
 * @error: return location for an error
 *
 * Reads a decimal as files and commands write it. Zeros behind the sixth decimal are allowed.
 *
 * Returns: %TRUE, or %FALSE with %NTM_ERROR_INPUT if it is not such a number, %NTM_ERROR_RANGE if it
 *   is too large or has more than six decimals; @out is then untouched
 */
gboolean
ntm_decimal_parse (const char *ascii, NtmDecimal *out, GError **error)
{
  const char *start, *digits, *fraction = "";
  gsize n_digits, n_fraction = 0, n_kept;
  Wide value = 0;

  g_return_val_if_fail (ascii != NULL && out != NULL, FALSE);

  start = digits = ascii + (*ascii == '-' || *ascii == '+');
  n_digits = strspn (digits, "0123456789");
  if (digits[n_digits] == '.')
    {
      fraction = digits + n_digits + 1;
      n_fraction = strspn (fraction, "0123456789");
    }
  if (n_digits == 0 || (digits[n_digits] == '.' ? n_fraction == 0 || fraction[n_fraction] : digits[n_digits]))
    {
      g_autofree char *quote = ntm_fail_quote (ascii);

      return ntm_fail (error, NTM_ERROR_INPUT,
                       _("“%s” is not a number. Write it like 12500 or 3.01."), quote);
    }

  for (n_kept = n_fraction; n_kept > 0 && fraction[n_kept - 1] == '0'; n_kept--)
    ;
  if (n_kept > NTM_DECIMAL_DIGITS)
    return fail_too_fine (ascii, error);
  if (!read_digits (&start, &value))
    return fail_too_large (ascii, error);
  for (gsize i = 0; i < NTM_DECIMAL_DIGITS; i++)
    value = value * 10 + (i < n_kept ? fraction[i] - '0' : 0);
  if (!narrow (*ascii == '-' ? -value : value, out))
    return fail_too_large (ascii, error);
  return TRUE;
}

/**
 * ntm_decimal_to_string:
 * @value: a decimal
 *
 * Writes a decimal for files: a point, no grouping, as many decimals as needed.
 *
 * Returns: (transfer full): the text that [func@Ntm.decimal_parse] reads back
 */
char *
ntm_decimal_to_string (NtmDecimal value)
{
  guint64 size = value < 0 ? 0 - (guint64) value : (guint64) value;
  guint64 fraction = size % NTM_DECIMAL_ONE;
  char *text = g_strdup_printf ("%s%" G_GUINT64_FORMAT ".%06" G_GUINT64_FORMAT, value < 0 ? "-" : "",
                                size / NTM_DECIMAL_ONE, fraction);
  gsize len = strlen (text);

  while (text[len - 1] == '0')
    len--;
  if (text[len - 1] == '.')
    len--;
  text[len] = '\0';
  return text;
}

/**
 * ntm_decimal_add:
 * @a: a decimal
 * @b: another one
 * @out: (out): their sum
 *
 * Returns: %FALSE, with @out untouched, if the sum is out of range
 */
gboolean
ntm_decimal_add (NtmDecimal a, NtmDecimal b, NtmDecimal *out)
{
  return narrow ((Wide) a + b, out);
}

/**
 * ntm_decimal_sub:
 * @a: a decimal
 * @b: another one
 * @out: (out): @a less @b
 *
 * Returns: %FALSE, with @out untouched, if the difference is out of range
 */
gboolean
ntm_decimal_sub (NtmDecimal a, NtmDecimal b, NtmDecimal *out)
{
  return narrow ((Wide) a - b, out);
}

/**
 * ntm_decimal_mul:
 * @a: a decimal
 * @b: another one
 * @out: (out): their product, rounded half away from zero to six decimals
 *
 * Returns: %FALSE, with @out untouched, if the product is out of range
 */
gboolean
ntm_decimal_mul (NtmDecimal a, NtmDecimal b, NtmDecimal *out)
{
  return divide ((Wide) a * b, NTM_DECIMAL_ONE, out);
}

/**
 * ntm_decimal_div:
 * @a: a decimal
 * @b: another one
 * @out: (out): @a over @b, rounded half away from zero to six decimals
 *
 * Returns: %FALSE, with @out untouched, if @b is 0 or the quotient is out of range
 */
gboolean
ntm_decimal_div (NtmDecimal a, NtmDecimal b, NtmDecimal *out)
{
  return divide ((Wide) a * NTM_DECIMAL_ONE, b, out);
}

/**
 * ntm_decimal_percent:
 * @numerator: the part
 * @denominator: the whole
 * @out: (out): the share in percent, rounded half away from zero to six decimals
 *
 * For showing. A status is decided with [func@Ntm.decimal_compare_ratio], which does not round.
 *
 * Returns: %FALSE, with @out untouched, if @denominator is 0 or the share is out of range
 */
gboolean
ntm_decimal_percent (NtmDecimal numerator, NtmDecimal denominator, NtmDecimal *out)
{
  return divide ((Wide) numerator * 100 * NTM_DECIMAL_ONE, denominator, out);
}

/**
 * ntm_decimal_compare_ratio:
 * @numerator: the part
 * @denominator: the whole, not 0
 * @percent: a threshold in percent
 *
 * Compares a share with a threshold exactly: 1 of 3 is more than 33.333333 %.
 *
 * Returns: -1, 0 or 1, as 100 × @numerator / @denominator is less than, equal to or more than @percent
 */
int
ntm_decimal_compare_ratio (NtmDecimal numerator, NtmDecimal denominator, NtmDecimal percent)
{
  Wide share = (Wide) numerator * 100 * NTM_DECIMAL_ONE;
  Wide wanted = (Wide) percent * denominator;
  int order = (share > wanted) - (share < wanted);

  g_return_val_if_fail (denominator != 0, 0);

  return denominator < 0 ? -order : order;
}

/**
 * ntm_decimal_round:
 * @value: a decimal
 * @decimals: how many decimals to keep; less than 0 counts as 0, more than 6 as 6
 *
 * Rounds half away from zero. Within half a unit of the end of the range, where the rounded number would
 * not fit, it is cut instead.
 *
 * Returns: the rounded number
 */
NtmDecimal
ntm_decimal_round (NtmDecimal value, int decimals)
{
  gint64 step = powers[NTM_DECIMAL_DIGITS - CLAMP (decimals, 0, NTM_DECIMAL_DIGITS)];
  Wide half = value < 0 ? -(step / 2) : step / 2;
  NtmDecimal rounded;

  if (!narrow (((Wide) value + half) / step * step, &rounded))
    return value / step * step;
  return rounded;
}

/**
 * ntm_decimal_to_double:
 * @value: a decimal
 *
 * For drawing only: a status is never decided with it.
 *
 * Returns: the nearest floating-point number
 */
double
ntm_decimal_to_double (NtmDecimal value)
{
  return (double) value / NTM_DECIMAL_ONE;
}
