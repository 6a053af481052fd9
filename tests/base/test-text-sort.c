/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The order of names, against ICU's collator for Vietnamese as the oracle. */

#include <locale.h>
#include <string.h>
#include <unicode/ucol.h>

#include "ntm-csv.h"
#include "ntm-text.h"

#define PAIRS 250000

static UCollator *
open_icu (void)
{
  UErrorCode status = U_ZERO_ERROR;
  UCollator *icu = ucol_open ("vi", &status);

  g_assert_true (U_SUCCESS (status));
  ucol_setAttribute (icu, UCOL_NORMALIZATION_MODE, UCOL_ON, &status);
  g_assert_true (U_SUCCESS (status));
  return icu;
}

static int
sign (int x)
{
  return (x > 0) - (x < 0);
}

static void
check_pair (UCollator *icu, const char *a, const char *b)
{
  UErrorCode status = U_ZERO_ERROR;
  int expected = ucol_strcollUTF8 (icu, a, -1, b, -1, &status);
  int order = sign (ntm_text_compare (a, b));

  g_assert_true (U_SUCCESS (status));
  if (order != expected)
    g_error ("“%s” and “%s”: %d, but ICU says %d", a, b, order, expected);
}

static void
append_random (GString *out, GRand *rand, const char *const *pieces)
{
  g_string_append (out, pieces[g_rand_int_range (rand, 0, (gint32) g_strv_length ((char **) pieces))]);
}

/* A vowel with several tone marks and perhaps one that makes another letter, in any order. */
static void
append_heap (GString *out, GRand *rand)
{
  static const char *const vowels[] = { "a", "e", "i", "o", "u", "y", "A", "E", "I", "O", "U", "Y", NULL };
  static const char *const tones[] = { "", "\xcc\x80", "\xcc\x89", "\xcc\x83", "\xcc\x81", "\xcc\xa3", NULL };
  static const char *const letter_marks[] = { "", "\xcc\x86", "\xcc\x82", "\xcc\x9b", NULL };
  int at = g_rand_int_range (rand, 0, 3);

  append_random (out, rand, vowels);
  for (int i = 0; i < 3; i++)
    append_random (out, rand, i == at ? letter_marks : tones);
}

/*
 * A letter, digit or sign, often with a tone mark. Not the middle dot, which ICU joins to an l before it, and no
 * curly quotes, which change places between versions of ICU.
 */
static void
append_any (GString *out, GRand *rand, gboolean wild)
{
  static const char *const vowels[] = { "a", "ă", "â", "e", "ê", "i", "o", "ô", "ơ", "u", "ư", "y", "A", "Ă", "Â",
                                        "E", "Ê", "I", "O", "Ô", "Ơ", "U", "Ư", "Y", NULL };
  static const char *const others[] = { "b", "c", "d", "đ", "g", "h", "k", "l", "m", "n", "p", "q", "r", "s", "t",
                                        "v", "x", "f", "j", "w", "z", "B", "D", "Đ", "H", "K", "N", "T", "X", "Z",
                                        "0", "1", "2", "9", "00", " ", " ", "  ", "-", ",", ".", "(", ")", "[", "]",
                                        "/", "_", ";", ":", "!", "?", "'", "\"", "{", "}", "@", "*", "\\", "&", "#",
                                        "%", "`", "^", "+", "<", "=", ">", "|", "~", "$", "–", "—",
                                        "≤", "≥", "₫", "€", "°", "±", "×", "÷", "…", "•", "\u00a0",
                                        NULL };
  static const char *const tones[] = { "", "", "\xcc\x80", "\xcc\x89", "\xcc\x83", "\xcc\x81", "\xcc\xa3", NULL };
  if (g_rand_boolean (rand))
    {
      append_random (out, rand, others);
      return;
    }
  if (wild)
    {
      append_heap (out, rand);
      return;
    }
  append_random (out, rand, vowels);
  append_random (out, rand, tones);
}

static char *
random_text (GRand *rand, gboolean wild)
{
  GString *out = g_string_new (NULL);
  int len = g_rand_int_range (rand, 0, 7);

  for (int i = 0; i < len; i++)
    append_any (out, rand, wild);
  return g_string_free (out, FALSE);
}

/* A text that differs little: one letter in another case, or with another tone, or another letter. */
static char *
near_text (GRand *rand, const char *text, gboolean wild)
{
  GString *out = g_string_new (NULL);
  glong len = g_utf8_strlen (text, -1);
  glong at = len > 0 ? g_rand_int_range (rand, 0, (gint32) len) : 0;

  for (const char *p = text; *p; p = g_utf8_next_char (p), at--)
    {
      gunichar c = g_utf8_get_char (p);

      if (at != 0)
        g_string_append_unichar (out, c);
      else if (g_rand_boolean (rand))
        g_string_append_unichar (out, g_unichar_isupper (c) ? g_unichar_tolower (c) : g_unichar_toupper (c));
      else
        append_any (out, rand, wild);
    }
  return g_string_free (out, FALSE);
}

static void
check_random_pairs (gboolean wild, guint32 seed)
{
  GRand *rand = g_rand_new_with_seed (seed);
  UCollator *icu = open_icu ();

  for (int i = 0; i < PAIRS / 2; i++)
    {
      g_autofree char *a = random_text (rand, wild);
      g_autofree char *b = g_rand_int_range (rand, 0, 4) == 0 ? random_text (rand, wild) : near_text (rand, a, wild);
      g_autofree char *a_composed = g_utf8_normalize (a, -1, G_NORMALIZE_NFC);

      check_pair (icu, a, b);
      if (i % 4 == 0)
        g_assert_cmpint (ntm_text_compare (a, a_composed), ==, 0);
    }
  ucol_close (icu);
  g_rand_free (rand);
}

static void
test_random (void)
{
  check_random_pairs (FALSE, 20240221);
}

/* With heaps of marks in any order, as only a hostile file has them. */
static void
test_random_marks (void)
{
  check_random_pairs (TRUE, 1709);
}

/* Every pair of single letters and signs. */
static void
test_letters (void)
{
  static const char all[] = " _-–—,;:!?….·'‘’\"“”«»()[]{}§@*/\\&#%‰•`^°→+±÷×<=>|~−≈≤≥$₫€0123456789"
                            "aAăĂâÂbBcCdDđĐeEêÊfFgGhHiIjJkKlLmMnNoOôÔơƠpPqQrRsStTuUưƯvVwWxXyYzZ";
  UCollator *icu = open_icu ();

  for (const char *a = all; *a; a = g_utf8_next_char (a))
    for (const char *b = all; *b; b = g_utf8_next_char (b))
      {
        g_autofree char *one = g_strndup (a, (gsize) (g_utf8_next_char (a) - a));
        g_autofree char *two = g_strndup (b, (gsize) (g_utf8_next_char (b) - b));

        check_pair (icu, one, two);
      }
  ucol_close (icu);
}

static void
test_known_order (void)
{
  static const char *const names[] = { "Can Lộc", "Cẩm Xuyên", "Dương", "Đức Thọ", "Hà Tĩnh",
                                       "Hồng Lĩnh", "Hương Khê", "Hương Sơn" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (names); j++)
      g_assert_cmpint (sign (ntm_text_compare (names[i], names[j])), ==, (i > j) - (i < j));
}

/* Keys are what SQLite and strcmp() can order: ASCII, no zero byte; foreign letters come last. */
static void
test_keys (void)
{
  static const char *const texts[] = { "", "Kỳ Anh", "\x01\x7f", "Москва", "東京", "ø", "\xff\xfe", "😀" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *key = ntm_text_sort_key (texts[i]);

      g_assert_true (g_str_is_ascii (key));
    }
  g_assert_cmpint (ntm_text_compare ("z", "ø"), <, 0);
  g_assert_cmpint (ntm_text_compare ("Ỵ", "東京"), <, 0);
  g_assert_cmpint (ntm_text_compare ("東京", "東亰"), !=, 0);
  g_assert_cmpint (ntm_text_compare ("a", "a\u200b"), ==, 0);
}

static char *
find_unit_states (void)
{
  g_autofree char *near = g_test_build_filename (G_TEST_DIST, "..", "data", "hatinh", "unit_state.csv", NULL);

  if (g_file_test (near, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&near);
  return g_test_build_filename (G_TEST_DIST, "..", "..", "data", "hatinh", "unit_state.csv", NULL);
}

static GPtrArray *
read_names (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NtmCsv) csv = ntm_csv_new (bytes, "unit_state.csv", &error);
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  g_assert_no_error (error);
  while (ntm_csv_next (csv, &error))
    {
      g_ptr_array_add (names, g_strdup (ntm_csv_get (csv, ntm_csv_column (csv, "name"))));
      g_ptr_array_add (names, g_strdup (ntm_csv_get (csv, ntm_csv_column (csv, "short_name"))));
    }
  g_assert_no_error (error);
  return names;
}

/* Each name of the province against 100 others. */
static void
test_units (void)
{
  g_autofree char *path = find_unit_states ();
  g_autofree char *text = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GPtrArray) names = NULL;
  UCollator *icu;
  gsize len;

  if (!g_file_get_contents (path, &text, &len, NULL))
    {
      g_test_skip ("There is no list of units here.");
      return;
    }
  bytes = g_bytes_new_static (text, len);
  names = read_names (bytes);
  g_assert_cmpuint (names->len, >, 400);
  icu = open_icu ();
  for (guint i = 0; i < names->len; i++)
    for (guint j = i; j < i + 100; j++)
      check_pair (icu, g_ptr_array_index (names, i), g_ptr_array_index (names, (j * 7) % names->len));
  ucol_close (icu);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text-sort/known-order", test_known_order);
  g_test_add_func ("/text-sort/keys", test_keys);
  g_test_add_func ("/text-sort/letters", test_letters);
  g_test_add_func ("/text-sort/random", test_random);
  g_test_add_func ("/text-sort/random-marks", test_random_marks);
  g_test_add_func ("/text-sort/units", test_units);
  return g_test_run ();
}
