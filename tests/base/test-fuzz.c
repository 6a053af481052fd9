/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * All parsers of the folder meet text and bytes that were good once: 20 000 mutations each. Whatever comes,
 * they answer with a value that holds what it promises, or with an error and nothing changed.
 */

#include <math.h>
#include <string.h>

#include "ntm-csv.h"
#include "ntm-error.h"
#include "ntm-geometry.h"
#include "ntm-number.h"
#include "ntm-period.h"
#include "ntm-text.h"

#define ROUNDS 20000

static GRand *
new_rand (void)
{
  return g_rand_new_with_seed (20240228);
}

/* Changes, removes, doubles or inserts some bytes, among them those that parsers look for. */
static void
mutate (GByteArray *bytes, GRand *rand, const char *spice)
{
  int n = g_rand_int_range (rand, 1, 5);

  for (; n > 0; n--)
    {
      guint at = bytes->len ? (guint) g_rand_int_range (rand, 0, (gint32) bytes->len) : 0;
      guint8 byte = g_rand_boolean (rand) ? (guint8) spice[g_rand_int_range (rand, 0, (gint32) strlen (spice))]
                                          : (guint8) g_rand_int (rand);
      guint length = (guint) g_rand_int_range (rand, 1, 9);
      int what = g_rand_int_range (rand, 0, 5);

      if (bytes->len == 0 || what == 0)
        {
          g_byte_array_append (bytes, &byte, 1);
          memmove (bytes->data + at + 1, bytes->data + at, bytes->len - at - 1);
          bytes->data[at] = byte;
        }
      else if (what == 1)
        bytes->data[at] = byte;
      else if (what == 2)
        bytes->data[at] ^= (guint8) (1u << g_rand_int_range (rand, 0, 8));
      else if (what == 3)
        g_byte_array_remove_range (bytes, at, MIN (bytes->len - at, length));
      else if (bytes->len < 4096)
        {
          g_autofree guint8 *copy = g_memdup2 (bytes->data + at, bytes->len - at);

          g_byte_array_append (bytes, copy, bytes->len - at);
        }
    }
}

/* A mutation of one of @seeds, as a string without NUL. */
static char *
mutated_text (GRand *rand, const char *const *seeds, const char *spice)
{
  const char *seed = seeds[g_rand_int_range (rand, 0, (gint32) g_strv_length ((char **) seeds))];
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  g_byte_array_append (bytes, (const guint8 *) seed, (guint) strlen (seed));
  mutate (bytes, rand, spice);
  return g_strndup ((const char *) bytes->data, bytes->len);
}

static void
check_error (const GError *error)
{
  g_assert_true (error && error->domain == NTM_ERROR);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_cmpuint (strlen (error->message), <, 600);
}

static void
test_number (void)
{
  static const char *const seeds[] = { "1.234.567,5", "≥\u00a0" "95 %", "gần 96", "81.462/293.534", "Không quá 3,01%",
                                       "−12\u202f" "500", "at least 1,000.25", "9223372036854.775807", NULL };
  GRand *rand = new_rand ();
  int good = 0;

  for (int i = 0; i < ROUNDS; i++)
    {
      g_autofree char *text = mutated_text (rand, seeds, "0123456789.,/-%~<>= \xc2\xa0");
      NtmNumberStyle style = (NtmNumberStyle) (i % 3);
      g_autoptr (GError) error = NULL;
      g_autofree char *back = NULL;
      NtmNumber number, again;

      memset (&number, 0x5a, sizeof number);
      again = number;
      if (!ntm_number_parse (text, style, &number, &error))
        {
          check_error (error);
          g_assert_cmpmem (&number, sizeof number, &again, sizeof again);
          continue;
        }
      good++;
      g_assert_true (number.denominator > 0 || !number.is_ratio);
      back = style == NTM_NUMBER_SCRIPT ? ntm_decimal_to_string (number.value)
                                        : ntm_number_format (number.value, -1, style == NTM_NUMBER_EN);
      g_assert_true (ntm_number_parse (back, style, &again, NULL));
      g_assert_cmpint (again.value, ==, number.value);
    }
  g_assert_cmpint (good, >, ROUNDS / 100);
  g_rand_free (rand);
}

static void
test_date (void)
{
  static const char *const seeds[] = { "2024-02-21", "21/02/2024", "21 Feb 2024", "30-6-2024", "9999-12-31", NULL };
  GRand *rand = new_rand ();
  int good = 0;

  for (int i = 0; i < ROUNDS; i++)
    {
      g_autofree char *text = mutated_text (rand, seeds, "0123456789/-. ");
      NtmLang lang = (NtmLang) (i % 2);
      g_autoptr (GError) error = NULL, strict = NULL;
      g_autofree char *back = NULL, *iso = NULL;
      NtmDate date = 42, again = 42;

      if (!ntm_date_parse (text, &again, &strict))
        {
          check_error (strict);
          g_assert_cmpint (again, ==, 42);
        }
      if (!ntm_date_parse_people (text, lang, &date, &error))
        {
          check_error (error);
          g_assert_cmpint (date, ==, 42);
          continue;
        }
      good++;
      back = ntm_date_format (date, lang);
      g_assert_true (ntm_date_parse_people (back, lang, &again, NULL) && again == date);
      iso = ntm_date_to_iso (date);
      g_assert_true (ntm_date_parse (iso, &again, NULL) && again == date);
    }
  g_assert_cmpint (good, >, ROUNDS / 100);
  g_rand_free (rand);
}

static void
test_period (void)
{
  static const char *const seeds[] = { "2023", "2023-H1", "2023-Q1", "2023-06", "2024-02-17", "2021/2025", NULL };
  GRand *rand = new_rand ();
  int good = 0;

  for (int i = 0; i < ROUNDS; i++)
    {
      g_autofree char *text = mutated_text (rand, seeds, "0123456789/-HQ");
      g_autoptr (GError) error = NULL;
      g_autofree char *back = NULL, *shown = NULL;
      NtmPeriod period;

      if (!ntm_period_parse (text, &period, &error))
        {
          check_error (error);
          continue;
        }
      good++;
      back = ntm_period_to_string (&period);
      shown = ntm_period_format (&period, (NtmLang) (i % 2));
      g_assert_cmpstr (back, ==, text);
      g_assert_cmpstr (shown, !=, "");
      g_assert_cmpint (period.days.from, <, period.days.to);
    }
  g_assert_cmpint (good, >, ROUNDS / 100);
  g_rand_free (rand);
}

static void
check_records (NtmCsv *csv)
{
  guint n = g_strv_length ((char **) ntm_csv_get_header (csv));
  guint line = 0;

  for (;;)
    {
      g_autoptr (GError) error = NULL;

      if (ntm_csv_next (csv, &error))
        {
          for (guint i = 0; i < n; i++)
            g_assert_true (g_utf8_validate (ntm_csv_get (csv, (int) i), -1, NULL));
          g_assert_cmpuint (ntm_csv_get_line (csv), >, line);
          line = ntm_csv_get_line (csv);
          continue;
        }
      if (!error)
        return;
      check_error (error);
    }
}

static void
test_csv (void)
{
  static const char *const seeds[] = { "a,b\n1,2\n\"x, \"\"y\"\"\",\"2\n3\"\n,\n",
                                       "\xef\xbb\xbf" "id,tên\r\n1,Kỳ Anh\r\n2,\r\n",
                                       "a\n\nb\n", NULL };
  GRand *rand = new_rand ();
  int good = 0;

  for (int i = 0; i < ROUNDS; i++)
    {
      const char *seed = seeds[i % 3];
      g_autoptr (GByteArray) data = g_byte_array_new ();
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (NtmCsv) csv = NULL;

      g_byte_array_append (data, (const guint8 *) seed, (guint) strlen (seed));
      mutate (data, rand, "\",\n\r\"ab ");
      bytes = g_bytes_new (data->data, data->len);
      csv = ntm_csv_new (bytes, "fuzz.csv", &error);
      if (!csv)
        {
          g_assert_error (error, NTM_ERROR, NTM_ERROR_FORMAT);
          check_error (error);
          continue;
        }
      good++;
      check_records (csv);
    }
  g_assert_cmpint (good, >, ROUNDS / 10);
  g_rand_free (rand);
}

static GByteArray *
new_wkb (GRand *rand)
{
  const NtmPoint points[] = { { 0, 0 }, { 10, 0 }, { 10, 10 }, { 2, 2 }, { 8, 2 }, { 8, 8 },
                              { 20, 0 }, { 24, 0 }, { 24, 4 } };
  const guint starts[] = { 0, 3, 6, 9 }, parts[] = { 0, 0, 1 };
  g_autoptr (NtmGeometry) g = ntm_geometry_new (points, starts, parts, (guint) g_rand_int_range (rand, 1, 4));

  return g_bytes_unref_to_array (ntm_geometry_to_wkb (g));
}

static void
test_wkb (void)
{
  GRand *rand = new_rand ();
  int good = 0;

  for (int i = 0; i < ROUNDS; i++)
    {
      g_autoptr (GByteArray) data = new_wkb (rand);
      g_autoptr (GError) error = NULL;
      g_autoptr (NtmGeometry) g = NULL, again = NULL;
      g_autoptr (GBytes) bytes = NULL, back = NULL;
      NtmPoint label;

      mutate (data, rand, "\x01\x03\x06\x7f\xff\x80\x40");
      bytes = g_bytes_new (data->data, data->len);
      g = ntm_geometry_from_wkb (bytes, &error);
      if (!g)
        {
          check_error (error);
          continue;
        }
      good++;
      for (guint p = 0; p < g->n_points; p++)
        g_assert_true (isfinite (g->points[p].x) && isfinite (g->points[p].y));
      back = ntm_geometry_to_wkb (g);
      again = ntm_geometry_from_wkb (back, NULL);
      g_assert_cmpmem (again->points, again->n_points * sizeof (NtmPoint), g->points, g->n_points * sizeof (NtmPoint));
      label = ntm_geometry_label_point (g);
      ntm_geometry_contains (g, label.x, label.y);
      ntm_geometry_area (g);
    }
  g_assert_cmpint (good, >, ROUNDS / 100);
  g_rand_free (rand);
}

static void
test_text (void)
{
  static const char *const seeds[] = { "Thành phố Hà Tĩnh", "Ky\xcc\x80 Anh", "Đức Thọ (cũ)", "\xed\xa0\x80", NULL };
  GRand *rand = new_rand ();

  for (int i = 0; i < ROUNDS; i++)
    {
      g_autofree char *text = mutated_text (rand, seeds, " \xcc\x80\xcc\xa3\xcc\x9b\xe1\xba");
      g_autofree char *folded = ntm_text_fold (text);
      g_autofree char *again = ntm_text_fold (folded);
      g_autofree char *key = ntm_text_sort_key (text);
      g_autoptr (GError) error = NULL;
      g_autofree char *nfc = ntm_text_nfc (text, -1, &error);

      g_assert_cmpstr (folded, ==, again);
      g_assert_true (g_str_is_ascii (key));
      g_assert_true (ntm_text_matches (folded, folded));
      if (nfc)
        g_assert_cmpint (ntm_text_compare (nfc, text), ==, 0);
      else
        check_error (error);
    }
  g_rand_free (rand);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fuzz/number", test_number);
  g_test_add_func ("/fuzz/date", test_date);
  g_test_add_func ("/fuzz/period", test_period);
  g_test_add_func ("/fuzz/csv", test_csv);
  g_test_add_func ("/fuzz/wkb", test_wkb);
  g_test_add_func ("/fuzz/text", test_text);
  return g_test_run ();
}
