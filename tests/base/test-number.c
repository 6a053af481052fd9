/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers as people type them and read them. */

#include <locale.h>
#include <string.h>

#include "ntm-error.h"
#include "ntm-number.h"

#define ROUNDS 20000
#define S NTM_NUMBER_SCRIPT
#define V NTM_NUMBER_VI
#define E NTM_NUMBER_EN

typedef struct
{
  NtmNumberStyle style;
  const char    *in;
  const char    *value; /* as ntm_decimal_to_string() writes it */
  NtmQualifier   qualifier;
  const char    *word;
} Good;

static const Good good[] = {
  { V, "12.500", "12500", 0, "" },
  { V, "3,01", "3.01", 0, "" },
  { V, "1.234.567,5", "1234567.5", 0, "" },
  { V, "12,500", "12.5", 0, "" },
  { V, "12500", "12500", 0, "" },
  { V, "12500,25", "12500.25", 0, "" },
  { V, "0,125", "0.125", 0, "" },
  { V, "3.010", "3010", 0, "" },
  { V, "-3,01", "-3.01", 0, "" },
  { V, "−3,01", "-3.01", 0, "" },
  { V, "+5", "5", 0, "" },
  { V, "  7 ", "7", 0, "" },
  { V, "\u00a0" "7\u202f", "7", 0, "" },
  { V, "12\u00a0" "500", "12500", 0, "" },
  { V, "1\u202f" "234\u202f" "567,5", "1234567.5", 0, "" },
  { V, "95 %", "95", 0, "" },
  { V, "95\u00a0%", "95", 0, "" },
  { V, "95%", "95", 0, "" },
  { V, "0,0000010", "0.000001", 0, "" },
  { V, "9.223.372.036.854,775807", "9223372036854.775807", 0, "" },
  { E, "12,500", "12500", 0, "" },
  { E, "3.01", "3.01", 0, "" },
  { E, "1,234,567.5", "1234567.5", 0, "" },
  { E, "12.500", "12.5", 0, "" },
  { S, "12.500", "12.5", 0, "" },
  { S, "12500", "12500", 0, "" },
  { S, "-0.5", "-0.5", 0, "" },
  { S, ">= 3.01", "3.01", NTM_QUALIFIER_AT_LEAST, "" },
  { S, "=5", "5", NTM_QUALIFIER_EQUAL, "" },
  { V, "~96", "96", NTM_QUALIFIER_ABOUT, "" },
  { V, "≈ 96", "96", NTM_QUALIFIER_ABOUT, "" },
  { V, "<5", "5", NTM_QUALIFIER_LESS, "" },
  { V, "> 5", "5", NTM_QUALIFIER_MORE, "" },
  { V, "<= 5", "5", NTM_QUALIFIER_AT_MOST, "" },
  { V, "≤5", "5", NTM_QUALIFIER_AT_MOST, "" },
  { V, "≥\u00a0" "95 %", "95", NTM_QUALIFIER_AT_LEAST, "" },
  { V, "> -5", "-5", NTM_QUALIFIER_MORE, "" },
  { V, "gần 96", "96", NTM_QUALIFIER_ABOUT, "gần" },
  { V, "GẦN 96%", "96", NTM_QUALIFIER_ABOUT, "gần" },
  { V, "ga\xcc\x82\xcc\x80n 96", "96", NTM_QUALIFIER_ABOUT, "gần" },
  { V, "gần\u00a0" "96", "96", NTM_QUALIFIER_ABOUT, "gần" },
  { V, "Khoảng 12.500", "12500", NTM_QUALIFIER_ABOUT, "khoảng" },
  { V, "hơn 12.500", "12500", NTM_QUALIFIER_MORE, "hơn" },
  { V, "Trên 50", "50", NTM_QUALIFIER_MORE, "trên" },
  { V, "dưới 3,5", "3.5", NTM_QUALIFIER_LESS, "dưới" },
  { V, "Tối  thiểu 95", "95", NTM_QUALIFIER_AT_LEAST, "tối thiểu" },
  { V, "ít nhất 2", "2", NTM_QUALIFIER_AT_LEAST, "ít nhất" },
  { V, "tối đa 2", "2", NTM_QUALIFIER_AT_MOST, "tối đa" },
  { V, "KHÔNG QUÁ 2,5%", "2.5", NTM_QUALIFIER_AT_MOST, "không quá" },
  { E, "Nearly 96", "96", NTM_QUALIFIER_ABOUT, "nearly" },
  { E, "about 96", "96", NTM_QUALIFIER_ABOUT, "about" },
  { E, "almost 96", "96", NTM_QUALIFIER_ABOUT, "almost" },
  { E, "over 1,000", "1000", NTM_QUALIFIER_MORE, "over" },
  { E, "More than 3", "3", NTM_QUALIFIER_MORE, "more than" },
  { E, "under 3", "3", NTM_QUALIFIER_LESS, "under" },
  { E, "less than 3", "3", NTM_QUALIFIER_LESS, "less than" },
  { E, "at least 3", "3", NTM_QUALIFIER_AT_LEAST, "at least" },
  { E, "at most 3", "3", NTM_QUALIFIER_AT_MOST, "at most" },
  { E, "hơn 3.01", "3.01", NTM_QUALIFIER_MORE, "hơn" },
};

static void
test_good (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *value = NULL;
      NtmNumber number;

      if (!ntm_number_parse (good[i].in, good[i].style, &number, &error))
        g_error ("“%s”: %s", good[i].in, error->message);
      value = ntm_decimal_to_string (number.value);
      g_assert_cmpstr (value, ==, good[i].value);
      g_assert_cmpint (number.qualifier, ==, good[i].qualifier);
      g_assert_cmpstr (number.word, ==, good[i].word);
      g_assert_false (number.is_ratio);
    }
}

static void
test_bad (void)
{
  static const struct
  {
    NtmNumberStyle style;
    const char    *in;
    int            error;
    const char    *says; /* part of the message; the sentences come untranslated */
  } cases[] = {
    { V, "", NTM_ERROR_INPUT, "no number" },
    { V, " \u00a0\t", NTM_ERROR_INPUT, "no number" },
    { V, "3.01", NTM_ERROR_INPUT, "Write “3,01”" },
    { V, "-3.01", NTM_ERROR_INPUT, "Write “-3,01”" },
    { V, "0.125", NTM_ERROR_INPUT, "Write “0,125”" },     /* not 125 */
    { V, "012.500", NTM_ERROR_INPUT, "Write “012,500”" },
    { V, "1.2345", NTM_ERROR_INPUT, "Write “1,2345”" },
    { V, "1234.567", NTM_ERROR_INPUT, "Write “1234,567”" },
    { V, "1,234,567", NTM_ERROR_INPUT, "Write “1.234.567”" },
    { V, "1,234.5", NTM_ERROR_INPUT, "Write “1.234,5”" },
    { V, "gần 3.01 %", NTM_ERROR_INPUT, "Write “3,01”" },
    { V, "1.23.456", NTM_ERROR_INPUT, "“1.23.456” is not a number" },
    { V, "12 500", NTM_ERROR_INPUT, "“12 500” is not a number" },
    { V, "3,", NTM_ERROR_INPUT, "is not a number" },
    { V, ",5", NTM_ERROR_INPUT, "is not a number" },
    { V, "abc", NTM_ERROR_INPUT, "“abc” is not a number" },
    { V, "đạt", NTM_ERROR_INPUT, "“đạt” is not a number" },
    { V, "gần", NTM_ERROR_INPUT, "is not a number" },
    { V, "gầnx 5", NTM_ERROR_INPUT, "is not a number" },
    { V, "gần hơn 5", NTM_ERROR_INPUT, "is not a number" },
    { V, ">", NTM_ERROR_INPUT, "is not a number" },
    { V, "-", NTM_ERROR_INPUT, "is not a number" },
    { V, "%", NTM_ERROR_INPUT, "is not a number" },
    { V, "5 %%", NTM_ERROR_INPUT, "is not a number" },
    { V, "--5", NTM_ERROR_INPUT, "is not a number" },
    { V, "5 xã", NTM_ERROR_INPUT, "is not a number" },
    { V, "47; 16; 14; 17", NTM_ERROR_INPUT, "is not a number" },
    { V, "1e5", NTM_ERROR_INPUT, "is not a number" },
    { V, "٣", NTM_ERROR_INPUT, "is not a number" },
    { V, "\xff\xfe", NTM_ERROR_INPUT, "is not a number" },
    { V, "9.223.372.036.854,775808", NTM_ERROR_RANGE, "too large" },
    { V, "99999999999999999999999999999999999999999999999", NTM_ERROR_RANGE, "too large" },
    { V, "0,1234567", NTM_ERROR_RANGE, "six decimals" },
    { E, "3,01", NTM_ERROR_INPUT, "Write “3.01”" },
    { E, "0,125", NTM_ERROR_INPUT, "Write “0.125”" },
    { E, "1.234.567", NTM_ERROR_INPUT, "Write “1,234,567”" },
    { E, "1.234,5", NTM_ERROR_INPUT, "Write “1,234.5”" },
    { S, "3,01", NTM_ERROR_INPUT, "Write “3.01”" },
    { S, "1.234.567", NTM_ERROR_INPUT, "Write “1234567”" },
    { S, "1,234.5", NTM_ERROR_INPUT, "Write “1234.5”" },
    { S, "12,500", NTM_ERROR_INPUT, "write “12.500” or “12500”" },
    { S, "12\u00a0" "500", NTM_ERROR_INPUT, "Write “12500”" },
    { S, "x", NTM_ERROR_INPUT, "“x” is not a number" },
    { V, "1/0", NTM_ERROR_RANGE, "more than 0" },
    { V, "1/-2", NTM_ERROR_RANGE, "more than 0" },
    { V, "1/", NTM_ERROR_INPUT, "is not a number" },
    { V, "/2", NTM_ERROR_INPUT, "is not a number" },
    { V, "21/02/2024", NTM_ERROR_INPUT, "is not a number" },
    { V, "9223372036854/0,000001", NTM_ERROR_RANGE, "too large" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      NtmNumber number, before;

      memset (&number, 0x5a, sizeof number);
      before = number;
      if (ntm_number_parse (cases[i].in, cases[i].style, &number, &error))
        g_error ("“%s” was read", cases[i].in);
      g_assert_error (error, NTM_ERROR, cases[i].error);
      if (!strstr (error->message, cases[i].says))
        g_error ("“%s”: “%s” does not say “%s”", cases[i].in, error->message, cases[i].says);
      g_assert_cmpmem (&number, sizeof number, &before, sizeof before);
    }
}

/* A message quotes a page of pasted text in one short line. */
static void
test_long_text (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  NtmNumber number;

  for (int i = 0; i < 100000; i++)
    g_string_append (text, "chữ\n");
  g_assert_false (ntm_number_parse (text->str, V, &number, &error));
  g_assert_error (error, NTM_ERROR, NTM_ERROR_INPUT);
  g_assert_cmpint (g_utf8_strlen (error->message, -1), <, 120);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_null (strchr (error->message, '\n'));
}

static void
test_ratio (void)
{
  static const struct
  {
    NtmNumberStyle style;
    const char    *in, *numerator, *denominator, *value;
    NtmQualifier   qualifier;
  } cases[] = {
    { V, "81.462/293.534", "81462", "293534", "27.752151", 0 },
    { E, "81,462 / 293,534", "81462", "293534", "27.752151", 0 },
    { S, "81462/293534", "81462", "293534", "27.752151", 0 },
    { V, "hơn 1/3 %", "1", "3", "33.333333", NTM_QUALIFIER_MORE },
    { V, "2/3", "2", "3", "66.666667", 0 },
    { V, "-1/8", "-1", "8", "-12.5", 0 },
    { V, "0/7", "0", "7", "0", 0 },
    { V, "1,5/3", "1.5", "3", "50", 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *numerator = NULL, *denominator = NULL, *value = NULL;
      NtmNumber number;

      ntm_number_parse (cases[i].in, cases[i].style, &number, &error);
      g_assert_no_error (error);
      numerator = ntm_decimal_to_string (number.numerator);
      denominator = ntm_decimal_to_string (number.denominator);
      value = ntm_decimal_to_string (number.value);
      g_assert_true (number.is_ratio);
      g_assert_cmpstr (numerator, ==, cases[i].numerator);
      g_assert_cmpstr (denominator, ==, cases[i].denominator);
      g_assert_cmpstr (value, ==, cases[i].value);
      g_assert_cmpint (number.qualifier, ==, cases[i].qualifier);
    }
}

static void
test_format (void)
{
  static const struct
  {
    NtmDecimal  value;
    int         decimals;
    const char *vi, *en;
  } cases[] = {
    { 12500000000, -1, "12.500", "12,500" },
    { 3010000, -1, "3,01", "3.01" },
    { -3010000, -1, "−3,01", "−3.01" },
    { 0, -1, "0", "0" },
    { 0, 2, "0,00", "0.00" },
    { 1, -1, "0,000001", "0.000001" },
    { -1, 0, "0", "0" },
    { -499999, 0, "0", "0" },
    { -500000, 0, "−1", "−1" },
    { 500000, 0, "1", "1" },
    { 2345000, 2, "2,35", "2.35" },
    { 2344999, 2, "2,34", "2.34" },
    { 999995000, 2, "1.000,00", "1,000.00" },
    { 999999999999, 3, "1.000.000,000", "1,000,000.000" },
    { 100000000, 1, "100,0", "100.0" },
    { 1234567500000, 6, "1.234.567,500000", "1,234,567.500000" },
    { 1234567500000, 99, "1.234.567,500000", "1,234,567.500000" },
    { G_MAXINT64, -1, "9.223.372.036.854,775807", "9,223,372,036,854.775807" },
    { G_MAXINT64, 0, "9.223.372.036.855", "9,223,372,036,855" },
    { G_MININT64, -1, "−9.223.372.036.854,775808", "−9,223,372,036,854.775808" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *vi = ntm_number_format (cases[i].value, cases[i].decimals, NTM_LANG_VI);
      g_autofree char *en = ntm_number_format (cases[i].value, cases[i].decimals, NTM_LANG_EN);

      g_assert_cmpstr (vi, ==, cases[i].vi);
      g_assert_cmpstr (en, ==, cases[i].en);
    }
}

static void
test_format_unit (void)
{
  g_autofree char *percent = ntm_number_format_unit (3010000, -1, "%", NTM_LANG_VI);
  g_autofree char *communes = ntm_number_format_unit (1181000000, 0, "communes", NTM_LANG_EN);
  g_autofree char *none = ntm_number_format_unit (5000000, 1, "", NTM_LANG_EN);
  g_autofree char *null = ntm_number_format_unit (5000000, 1, NULL, NTM_LANG_VI);

  g_assert_cmpstr (percent, ==, "3,01\u00a0%");
  g_assert_cmpstr (communes, ==, "1,181\u00a0communes");
  g_assert_cmpstr (none, ==, "5.0");
  g_assert_cmpstr (null, ==, "5,0");
}

/* What is printed can be typed again, in both languages and in scripts. */
static void
test_round_trip (void)
{
  GRand *rand = g_rand_new_with_seed (3);

  for (int i = 0; i < ROUNDS; i++)
    {
      guint64 bits = ((guint64) g_rand_int (rand) << 32) | g_rand_int (rand);
      NtmDecimal value = (gint64) (bits >> g_rand_int_range (rand, 1, 64)) * (g_rand_boolean (rand) ? 1 : -1);
      g_autofree char *vi = ntm_number_format_unit (value, -1, "%", NTM_LANG_VI);
      g_autofree char *en = ntm_number_format (value, -1, NTM_LANG_EN);
      g_autofree char *script = ntm_decimal_to_string (value);
      NtmNumber number;

      g_assert_true (ntm_number_parse (vi, V, &number, NULL) && number.value == value);
      g_assert_true (ntm_number_parse (en, E, &number, NULL) && number.value == value);
      g_assert_true (ntm_number_parse (script, S, &number, NULL) && number.value == value);
    }
  g_rand_free (rand);
}

static void
test_qualifier (void)
{
  static const struct
  {
    NtmQualifier qualifier;
    const char  *code, *sign, *word;
    gboolean     less, equal, more; /* whether 4, 5 and 6 meet "… 5" */
  } cases[] = {
    { NTM_QUALIFIER_EQUAL, "=", "", "=", FALSE, TRUE, FALSE },
    { NTM_QUALIFIER_ABOUT, "~", "≈\u00a0", "Gần", FALSE, TRUE, FALSE },
    { NTM_QUALIFIER_LESS, "<", "<\u00a0", "dưới", TRUE, FALSE, FALSE },
    { NTM_QUALIFIER_MORE, ">", ">\u00a0", " Hơn ", FALSE, FALSE, TRUE },
    { NTM_QUALIFIER_AT_MOST, "<=", "≤\u00a0", "at most", TRUE, TRUE, FALSE },
    { NTM_QUALIFIER_AT_LEAST, ">=", "≥\u00a0", "TỐI THIỂU", FALSE, TRUE, TRUE },
  };
  NtmQualifier out = NTM_QUALIFIER_LESS;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      NtmQualifier q = cases[i].qualifier;

      g_assert_cmpstr (ntm_qualifier_code (q), ==, cases[i].code);
      g_assert_cmpstr (ntm_qualifier_sign (q), ==, cases[i].sign);
      g_assert_true (ntm_qualifier_parse (cases[i].code, &out));
      g_assert_cmpint (out, ==, q);
      g_assert_true (ntm_qualifier_parse (cases[i].word, &out));
      g_assert_cmpint (out, ==, q);
      g_assert_cmpint (ntm_qualifier_meets (q, 4, 5), ==, cases[i].less);
      g_assert_cmpint (ntm_qualifier_meets (q, 5, 5), ==, cases[i].equal);
      g_assert_cmpint (ntm_qualifier_meets (q, 6, 5), ==, cases[i].more);
    }
  out = NTM_QUALIFIER_LESS;
  g_assert_false (ntm_qualifier_parse ("", &out));
  g_assert_false (ntm_qualifier_parse ("5", &out));
  g_assert_false (ntm_qualifier_parse ("gần đây", &out));
  g_assert_false (ntm_qualifier_parse ("=>", &out));
  g_assert_false (ntm_qualifier_parse ("\xff", &out));
  g_assert_cmpint (out, ==, NTM_QUALIFIER_LESS);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/number/good", test_good);
  g_test_add_func ("/number/bad", test_bad);
  g_test_add_func ("/number/long-text", test_long_text);
  g_test_add_func ("/number/ratio", test_ratio);
  g_test_add_func ("/number/format", test_format);
  g_test_add_func ("/number/format-unit", test_format_unit);
  g_test_add_func ("/number/round-trip", test_round_trip);
  g_test_add_func ("/number/qualifier", test_qualifier);
  return g_test_run ();
}
