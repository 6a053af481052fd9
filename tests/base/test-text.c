/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text at the door and text for searching. */

#include <locale.h>
#include <string.h>

#include "ntm-error.h"
#include "ntm-text.h"

static void
test_nfc (void)
{
  static const struct
  {
    const char *in;
    gssize      len;
    const char *out; /* NULL = refused */
  } cases[] = {
    { "", -1, "" },
    { "", 0, "" },
    { "Kỳ Anh", -1, "Kỳ Anh" },
    { "Ky\xcc\x80 Anh", -1, "Kỳ Anh" },               /* NFD */
    { "Ha\xcc\x80 Ti\xcc\x83nh", -1, "Hà Tĩnh" },
    { "a\xcc\xa3\xcc\x82", -1, "ậ" },                 /* dot below, then circumflex */
    { "abc", 2, "ab" },
    { "ab\0c", 4, NULL },
    { "\0", 1, NULL },
    { "ab\xff", -1, NULL },
    { "\xc0\xaf", -1, NULL },                         /* overlong */
    { "\xed\xa0\x80", -1, NULL },                     /* surrogate */
    { "\xe1\xba", -1, NULL },                         /* cut in a letter */
    { "Kỳ", 3, NULL },                                /* cut by the length */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *out = ntm_text_nfc (cases[i].in, cases[i].len, &error);

      g_assert_cmpstr (out, ==, cases[i].out);
      if (cases[i].out)
        g_assert_no_error (error);
      else
        g_assert_error (error, NTM_ERROR, NTM_ERROR_INPUT);
      if (cases[i].len > 0 && memchr (cases[i].in, '\0', (gsize) cases[i].len))
        g_assert_true (error && strstr (error->message, "zero byte"));
    }
}

/* Long text is composed in pieces; the result is that of the whole, and comes in time. */
static void
test_nfc_long (void)
{
  static const char *const pieces[] = { "a", "e\xcc\x82", "\xcc\x81", "\xcc\xa3", "ữ", "o\xcc\x9b", "đ", " ", "\n",
                                        "\xe1\x84\x80\xe1\x85\xa1\xe1\x86\xa8" /* Hangul in parts */, "и\xcc\x86" };
  GRand *rand = g_rand_new_with_seed (5);
  g_autoptr (GString) huge = g_string_new (NULL);
  g_autofree char *composed = NULL;

  for (int i = 0; i < 300; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *out = NULL, *whole = NULL;

      for (int j = 0; j < 400; j++)
        g_string_append (text, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
      out = ntm_text_nfc (text->str, -1, NULL);
      whole = g_utf8_normalize (text->str, -1, G_NORMALIZE_NFC);
      g_assert_cmpstr (out, ==, whole);
      g_string_append (huge, text->str);
    }
  while (huge->len < 4000000)
    g_string_append (huge, "chữ\n");
  composed = ntm_text_nfc (huge->str, (gssize) huge->len, NULL);
  g_assert_true (g_str_has_suffix (composed, "chữ\nchữ\n"));
  g_rand_free (rand);
}

static void
test_nfc_marks (void)
{
  g_autoptr (GString) text = g_string_new ("a");
  g_autoptr (GError) error = NULL;
  g_autofree char *good = NULL;

  for (int i = 0; i < 64; i++)
    g_string_append (text, i % 2 ? "\xcc\x81" : "\xcc\xa3");
  good = ntm_text_nfc (text->str, -1, &error);
  g_assert_no_error (error);
  for (int i = 0; i < 500000; i++)
    g_string_append (text, i % 2 ? "\xcc\x81" : "\xcc\xa3");
  g_assert_null (ntm_text_nfc (text->str, -1, &error));
  g_assert_error (error, NTM_ERROR, NTM_ERROR_INPUT);
}

static void
test_fold (void)
{
  static const struct
  {
    const char *in, *out;
  } cases[] = {
    { "", "" },
    { " \t\n ", "" },
    { "Thành phố  HÀ TĨNH", "thanh pho ha tinh" },
    { "Đức Thọ", "duc tho" },
    { "  Kỳ\tAnh\r\n", "ky anh" },
    { "Ky\xcc\x80 Anh", "ky anh" },
    { "Ương ƯỚC ơ Ỗ", "uong uoc o o" },
    { "321/QĐ-TTg", "321/qd-ttg" },
    { "Hương\u00a0Khê", "huong khe" },
    { "Xã\u200b Kỳ", "xa ky" },
    { "ﬁle №5", "file no5" },
    { "a\xff" "b", "a\xef\xbf\xbd" "b" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *out = ntm_text_fold (cases[i].in);
      g_autofree char *again = ntm_text_fold (out);

      g_assert_cmpstr (out, ==, cases[i].out);
      g_assert_cmpstr (again, ==, out);
    }
}

/* Marks without end, of two classes in turn, cost no more than other text. */
static void
test_fold_marks (void)
{
  g_autoptr (GString) text = g_string_new ("Hà");
  g_autofree char *out = NULL;
  gint64 start = g_get_monotonic_time ();

  for (int i = 0; i < 500000; i++)
    g_string_append (text, i % 2 ? "\xcc\x81" : "\xcc\xa3");
  g_string_append (text, " Tĩnh");
  out = ntm_text_fold (text->str);
  g_assert_cmpstr (out, ==, "ha tinh");
  g_assert_cmpint (g_get_monotonic_time () - start, <, 5 * G_USEC_PER_SEC);
}

/* All letters of Vietnamese with all tones, in both cases and forms, become their ASCII letter. */
static void
test_fold_alphabet (void)
{
  static const char *const tones[] = { "", "\xcc\x80", "\xcc\x89", "\xcc\x83", "\xcc\x81", "\xcc\xa3" };
  static const struct
  {
    const char *letter, *folded;
  } vowels[] = { { "a", "a" }, { "ă", "a" }, { "â", "a" }, { "e", "e" }, { "ê", "e" }, { "i", "i" },
                 { "o", "o" }, { "ô", "o" }, { "ơ", "o" }, { "u", "u" }, { "ư", "u" }, { "y", "y" } };

  for (gsize v = 0; v < G_N_ELEMENTS (vowels); v++)
    for (gsize t = 0; t < G_N_ELEMENTS (tones); t++)
      {
        g_autofree char *apart = g_strconcat (vowels[v].letter, tones[t], NULL);
        g_autofree char *composed = ntm_text_nfc (apart, -1, NULL);
        g_autofree char *upper = g_utf8_strup (composed, -1);
        g_autofree char *fold_apart = ntm_text_fold (apart);
        g_autofree char *fold_composed = ntm_text_fold (composed);
        g_autofree char *fold_upper = ntm_text_fold (upper);

        g_assert_cmpint (g_utf8_strlen (composed, -1), ==, 1);
        g_assert_cmpstr (fold_apart, ==, vowels[v].folded);
        g_assert_cmpstr (fold_composed, ==, vowels[v].folded);
        g_assert_cmpstr (fold_upper, ==, vowels[v].folded);
      }
}

static void
test_matches (void)
{
  static const struct
  {
    const char *text, *needle;
    gboolean    found;
  } cases[] = {
    { "Kỳ Anh", "ky anh", TRUE },
    { "Thành phố Hà Tĩnh", "ha tinh", TRUE },
    { "Thành phố Hà Tĩnh", "TP Hà", FALSE },
    { "Thành phố Hà Tĩnh", "tinh ha", TRUE },    /* any order */
    { "Thành phố Hà Tĩnh", "ti tha", TRUE },     /* beginnings */
    { "Thành phố Hà Tĩnh", "inh", TRUE },        /* inside */
    { "Thành phố Hà Tĩnh", "inh ha", FALSE },    /* "inh" begins no word, and the whole is not inside */
    { "Thành phố Hà Tĩnh", "ha tinhh", FALSE },
    { "Huyện Lộc Hà", "loc ha", TRUE },
    { "Xã Kỳ Anh (cũ)", "cu ky", TRUE },         /* behind a bracket */
    { "Nông thôn – Đô thị", "do nong", TRUE },   /* behind a dash */
    { "47/NQ-HĐND", "hd 47", TRUE },
    { "", "", TRUE },
    { "Kỳ Anh", "", TRUE },
    { "", "k", FALSE },
    { "Hà", "ha ha", TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = ntm_text_fold (cases[i].text);
      g_autofree char *needle = ntm_text_fold (cases[i].needle);

      if (ntm_text_matches (text, needle) != cases[i].found)
        g_error ("“%s” in “%s”: expected %d", cases[i].needle, cases[i].text, cases[i].found);
    }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/nfc", test_nfc);
  g_test_add_func ("/text/nfc-long", test_nfc_long);
  g_test_add_func ("/text/nfc-marks", test_nfc_marks);
  g_test_add_func ("/text/fold", test_fold);
  g_test_add_func ("/text/fold-marks", test_fold_marks);
  g_test_add_func ("/text/fold-alphabet", test_fold_alphabet);
  g_test_add_func ("/text/matches", test_matches);
  return g_test_run ();
}
