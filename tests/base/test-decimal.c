/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Exact decimals: the edges of the range, rounding, and shares against thresholds. */

#include <stdlib.h>
#include <string.h>

#include "ntm-decimal.h"
#include "ntm-error.h"

#define ROUNDS 100000

static void
test_parse (void)
{
  static const struct
  {
    const char *in;
    int         error; /* -1 = none */
    NtmDecimal  out;
    const char *back;  /* NULL = as @in */
  } cases[] = {
    { "0", -1, 0, NULL },
    { "-0", -1, 0, "0" },
    { "+12", -1, 12000000, "12" },
    { "3.01", -1, 3010000, NULL },
    { "-3.01", -1, -3010000, NULL },
    { "0.000001", -1, 1, NULL },
    { "-0.000001", -1, -1, NULL },
    { "007.50", -1, 7500000, "7.5" },
    { "1.0000000000000000000000", -1, 1000000, "1" },
    { "1.1234560", -1, 1123456, "1.123456" },
    { "9223372036854.775807", -1, G_MAXINT64, NULL },
    { "-9223372036854.775807", -1, -G_MAXINT64, NULL },
    { "0000000000000000000000000000000000000000000009", -1, 9000000, "9" },
    { "9223372036854.775808", NTM_ERROR_RANGE, 0, NULL },
    { "-9223372036854.775808", NTM_ERROR_RANGE, 0, NULL },
    { "9223372036855", NTM_ERROR_RANGE, 0, NULL },
    { "18446744073709551616", NTM_ERROR_RANGE, 0, NULL },
    { "340282366920938463463374607431768211456", NTM_ERROR_RANGE, 0, NULL },
    { "999999999999999999999999999999999999999999999999999999999999999999999999", NTM_ERROR_RANGE, 0, NULL },
    { "0.1234567", NTM_ERROR_RANGE, 0, NULL },
    { "0.00000000000000001", NTM_ERROR_RANGE, 0, NULL },
    { "", NTM_ERROR_INPUT, 0, NULL },
    { "-", NTM_ERROR_INPUT, 0, NULL },
    { "+-1", NTM_ERROR_INPUT, 0, NULL },
    { ".5", NTM_ERROR_INPUT, 0, NULL },
    { "5.", NTM_ERROR_INPUT, 0, NULL },
    { "1.2.3", NTM_ERROR_INPUT, 0, NULL },
    { "1,5", NTM_ERROR_INPUT, 0, NULL },
    { " 1", NTM_ERROR_INPUT, 0, NULL },
    { "1 ", NTM_ERROR_INPUT, 0, NULL },
    { "1e3", NTM_ERROR_INPUT, 0, NULL },
    { "0x10", NTM_ERROR_INPUT, 0, NULL },
    { "inf", NTM_ERROR_INPUT, 0, NULL },
    { "١٢", NTM_ERROR_INPUT, 0, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *back = NULL;
      NtmDecimal value = 42;
      gboolean ok = ntm_decimal_parse (cases[i].in, &value, &error);

      if (cases[i].error >= 0)
        {
          g_assert_false (ok);
          g_assert_error (error, NTM_ERROR, cases[i].error);
          g_assert_cmpint (value, ==, 42);
          continue;
        }
      g_assert_no_error (error);
      g_assert_cmpint (value, ==, cases[i].out);
      back = ntm_decimal_to_string (value);
      g_assert_cmpstr (back, ==, cases[i].back ? cases[i].back : cases[i].in);
    }
}

/* All sizes of numbers, by random bits. */
static NtmDecimal
random_decimal (GRand *rand)
{
  guint64 bits = ((guint64) g_rand_int (rand) << 32) | g_rand_int (rand);
  gint64 value = (gint64) (bits >> g_rand_int_range (rand, 1, 64));

  return g_rand_boolean (rand) ? -value : value;
}

static void
test_round_trip (void)
{
  GRand *rand = g_rand_new_with_seed (6);

  for (int i = 0; i < ROUNDS; i++)
    {
      NtmDecimal value = random_decimal (rand), back = 0;
      g_autofree char *text = ntm_decimal_to_string (value);

      g_assert_true (ntm_decimal_parse (text, &back, NULL));
      g_assert_cmpint (back, ==, value);
      /* The C library reads the same number, as near as a double holds it. */
      g_assert_cmpfloat_with_epsilon (g_ascii_strtod (text, NULL), ntm_decimal_to_double (value),
                                      1e-12 + ABS (ntm_decimal_to_double (value)) * 1e-15);
    }
  g_rand_free (rand);
}

/* Half away from zero, in 64 bits with small numbers. */
static gint64
naive_divide (gint64 a, gint64 b)
{
  gint64 twice = 2 * llabs (a) + llabs (b);
  gint64 q = twice / (2 * llabs (b));

  return (a < 0) != (b < 0) ? -q : q;
}

static void
test_small (void)
{
  GRand *rand = g_rand_new_with_seed (7);

  for (int i = 0; i < ROUNDS; i++)
    {
      gint64 a = g_rand_int_range (rand, -30000, 30000), b = g_rand_int_range (rand, -30000, 30000);
      NtmDecimal out;

      g_assert_true (ntm_decimal_add (a, b, &out));
      g_assert_cmpint (out, ==, a + b);
      g_assert_true (ntm_decimal_sub (a, b, &out));
      g_assert_cmpint (out, ==, a - b);
      g_assert_true (ntm_decimal_mul (a, b * 1000, &out));
      g_assert_cmpint (out, ==, naive_divide (a * b, 1000));
      g_assert_cmpint (ntm_decimal_div (a, b, &out), ==, b != 0);
      if (b == 0)
        continue;
      g_assert_cmpint (out, ==, naive_divide (a * 1000000, b));
      g_assert_true (ntm_decimal_percent (a, b, &out));
      g_assert_cmpint (out, ==, naive_divide (a * 100000000, b));
    }
  g_rand_free (rand);
}

static void
test_edges (void)
{
  NtmDecimal out = 42;

  g_assert_true (ntm_decimal_add (G_MAXINT64 - 1, 1, &out));
  g_assert_cmpint (out, ==, G_MAXINT64);
  g_assert_true (ntm_decimal_sub (-G_MAXINT64 + 1, 1, &out));
  g_assert_cmpint (out, ==, -G_MAXINT64);
  g_assert_true (ntm_decimal_mul (G_MAXINT64, NTM_DECIMAL_ONE, &out));
  g_assert_cmpint (out, ==, G_MAXINT64);
  g_assert_true (ntm_decimal_div (-G_MAXINT64, NTM_DECIMAL_ONE, &out));
  g_assert_cmpint (out, ==, -G_MAXINT64);
  g_assert_true (ntm_decimal_percent (G_MAXINT64, G_MAXINT64, &out));
  g_assert_cmpint (out, ==, 100 * NTM_DECIMAL_ONE);
  /* 9223372036854.775807 × 0.5 ends in half a millionth. */
  g_assert_true (ntm_decimal_mul (G_MAXINT64, NTM_DECIMAL_ONE / 2, &out));
  g_assert_cmpint (out, ==, G_MAXINT64 / 2 + 1);

  out = 42;
  g_assert_false (ntm_decimal_add (G_MAXINT64, 1, &out));
  g_assert_false (ntm_decimal_add (-G_MAXINT64, -1, &out));
  g_assert_false (ntm_decimal_sub (-G_MAXINT64, 1, &out));
  g_assert_false (ntm_decimal_mul (G_MAXINT64, 2 * NTM_DECIMAL_ONE, &out));
  g_assert_false (ntm_decimal_mul (G_MAXINT64, -G_MAXINT64, &out));
  g_assert_false (ntm_decimal_div (G_MAXINT64, 1, &out));
  g_assert_false (ntm_decimal_div (1, 0, &out));
  g_assert_false (ntm_decimal_percent (G_MAXINT64, 1, &out));
  g_assert_false (ntm_decimal_percent (0, 0, &out));
  g_assert_cmpint (out, ==, 42);
}

static void
test_compare_ratio (void)
{
  static const struct
  {
    const char *numerator, *denominator, *percent;
    int         order;
  } cases[] = {
    { "81462", "293534", "50", -1 },
    { "146767", "293534", "50", 0 },
    { "146768", "293534", "50", 1 },
    { "1", "3", "33.333333", 1 },       /* equal if rounded to six decimals */
    { "1", "3", "33.333334", -1 },
    { "2", "3", "66.666667", -1 },      /* equal if rounded */
    { "95", "100", "95", 0 },
    { "0.95", "1", "95", 0 },
    { "0", "5", "0", 0 },
    { "-1", "2", "-50", 0 },
    { "1", "-2", "-50", 0 },
    { "1", "-2", "-49", -1 },
    { "9223372036854.775807", "9223372036854.775807", "100", 0 },
    { "9223372036854.775806", "9223372036854.775807", "100", -1 },
    { "9223372036854.775807", "0.000001", "9223372036854.775807", 1 },
    { "0.000001", "9223372036854.775807", "0", 1 },
    { "0.000001", "9223372036854.775807", "9223372036854.775807", -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      NtmDecimal numerator = 0, denominator = 0, percent = 0;

      g_assert_true (ntm_decimal_parse (cases[i].numerator, &numerator, NULL));
      g_assert_true (ntm_decimal_parse (cases[i].denominator, &denominator, NULL));
      g_assert_true (ntm_decimal_parse (cases[i].percent, &percent, NULL));
      g_assert_cmpint (ntm_decimal_compare_ratio (numerator, denominator, percent), ==, cases[i].order);
    }
}

static void
test_round (void)
{
  static const struct
  {
    NtmDecimal in;
    int        decimals;
    NtmDecimal out;
  } cases[] = {
    { 2500000, 0, 3000000 },   { -2500000, 0, -3000000 },   { 2499999, 0, 2000000 },  { -2499999, 0, -2000000 },
    { 1005000, 2, 1010000 },   { 1004999, 2, 1000000 },     { -1005000, 2, -1010000 }, { 123456, 6, 123456 },
    { 123455, 5, 123460 },     { 123454, 5, 123450 },       { 123456, 9, 123456 },    { 1500000, -3, 2000000 },
    { 0, 0, 0 },               { 499999, 0, 0 },            { 999999, 3, 1000000 },
    { G_MAXINT64, 0, G_GINT64_CONSTANT (9223372036854000000) },   /* 9223372036855 does not fit */
    { -G_MAXINT64, 0, G_GINT64_CONSTANT (-9223372036854000000) },
    { G_MAXINT64, 2, G_GINT64_CONSTANT (9223372036854770000) },
    { G_MAXINT64, 6, G_MAXINT64 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (ntm_decimal_round (cases[i].in, cases[i].decimals), ==, cases[i].out);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/decimal/parse", test_parse);
  g_test_add_func ("/decimal/round-trip", test_round_trip);
  g_test_add_func ("/decimal/small", test_small);
  g_test_add_func ("/decimal/edges", test_edges);
  g_test_add_func ("/decimal/compare-ratio", test_compare_ratio);
  g_test_add_func ("/decimal/round", test_round);
  return g_test_run ();
}
