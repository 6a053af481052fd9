/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers as people read them. Integers all the way: what is printed is what is stored. */

#include "ntm-number.h"

#define MINUS          "\u2212"
#define NO_BREAK_SPACE "\u00a0"

static void
append_grouped (GString *out, guint64 whole, char separator)
{
  char digits[24];
  int n = g_snprintf (digits, sizeof digits, "%" G_GUINT64_FORMAT, whole);

  for (int i = 0; i < n; i++)
    {
      if (i > 0 && (n - i) % 3 == 0)
        g_string_append_c (out, separator);
      g_string_append_c (out, digits[i]);
    }
}

/* @fraction has @decimals digits. */
static void
append_fraction (GString *out, guint64 fraction, int decimals, char separator)
{
  if (decimals == 0)
    return;
  g_string_append_c (out, separator);
  g_string_append_printf (out, "%0*" G_GUINT64_FORMAT, decimals, fraction);
}

static int
count_decimals (guint64 size)
{
  int decimals = NTM_DECIMAL_DIGITS;

  for (; decimals > 0 && size % 10 == 0; decimals--)
    size /= 10;
  return decimals;
}

/**
 * ntm_number_format:
 * @value: a decimal
 * @decimals: how many decimals to show, 0 to 6, or -1 for as many as it has
 * @lang: the language
 *
 * Writes a number for people: "12.500", "−3,01" in Vietnamese, "12,500", "−3.01" in English, with a true
 * minus sign. Rounds half away from zero; what rounds to zero has no sign.
 *
 * Returns: (transfer full): the text
 */
char *
ntm_number_format (NtmDecimal value, int decimals, NtmLang lang)
{
  guint64 size = value < 0 ? 0 - (guint64) value : (guint64) value;
  GString *out = g_string_new (NULL);
  guint64 unit = 1; /* of the last digit shown, in millionths */
  guint64 per_one = NTM_DECIMAL_ONE;

  g_return_val_if_fail (decimals >= -1, g_string_free (out, FALSE));

  decimals = decimals < 0 ? count_decimals (size) : MIN (decimals, NTM_DECIMAL_DIGITS);
  for (int i = decimals; i < NTM_DECIMAL_DIGITS; i++)
    {
      unit *= 10;
      per_one /= 10;
    }
  size = (size + unit / 2) / unit;
  if (value < 0 && size > 0)
    g_string_append (out, MINUS);
  append_grouped (out, size / per_one, lang == NTM_LANG_VI ? '.' : ',');
  append_fraction (out, size % per_one, decimals, lang == NTM_LANG_VI ? ',' : '.');
  return g_string_free (out, FALSE);
}

/**
 * ntm_number_format_unit:
 * @value: a decimal
 * @decimals: as for [func@Ntm.number_format]
 * @unit: (nullable): a unit of measure, "%" or "xã"
 * @lang: the language
 *
 * Writes a number and its unit, which a line break does not part: "3,01 %".
 *
 * Returns: (transfer full): the text; the number alone if @unit is %NULL or empty
 */
char *
ntm_number_format_unit (NtmDecimal value, int decimals, const char *unit, NtmLang lang)
{
  g_autofree char *number = ntm_number_format (value, decimals, lang);

  if (!unit || !*unit)
    return g_steal_pointer (&number);
  return g_strconcat (number, NO_BREAK_SPACE, unit, NULL);
}
