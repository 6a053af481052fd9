/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Comma-separated values: what is read, and what is refused on which line. */

#include <string.h>

#include "ntm-csv.h"
#include "ntm-error.h"

#define ROUNDS 2000

static NtmCsv *
open_text (const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return ntm_csv_new (bytes, "t.csv", error);
}

/* Reads all: fields joined by |, records ended by the line they began on and a newline; errors as !message. */
static char *
dump (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NtmCsv) csv = open_text (text, &error);
  GString *out = g_string_new (NULL);
  gboolean more = csv != NULL;
  guint n = csv ? g_strv_length ((char **) ntm_csv_get_header (csv)) : 0;

  for (guint i = 0; i < n; i++)
    g_string_append_printf (out, "%s%s", i ? "|" : "", ntm_csv_get_header (csv)[i]);
  while (more)
    {
      more = ntm_csv_next (csv, &error);
      for (guint i = 0; i < n && more; i++)
        g_string_append_printf (out, "%c%s", i ? '|' : '\n', ntm_csv_get (csv, (int) i));
      if (more)
        g_string_append_printf (out, " @%u", ntm_csv_get_line (csv));
      else
        g_assert_cmpstr (ntm_csv_get (csv, 0), ==, "");
      if (error)
        g_string_append_printf (out, "\n!%s", error->message);
      more = more || error;
      g_clear_error (&error);
    }
  if (!csv)
    g_string_append_printf (out, "!%s", error->message);
  g_assert_true (csv || error->code == NTM_ERROR_FORMAT);
  return g_string_free (out, FALSE);
}

static void
test_cases (void)
{
  static const struct
  {
    const char *in, *out; /* a trailing * stands for any rest */
  } cases[] = {
    { "a,b\n1,2\n", "a|b\n1|2 @2" },
    { "a,b\n1,2", "a|b\n1|2 @2" },
    { "a,b\r\n1,2\r\n3,4\r\n", "a|b\n1|2 @2\n3|4 @3" },
    { "\xef\xbb\xbf" "a,b\n1,2\n", "a|b\n1|2 @2" },
    { "a,b\n,\n", "a|b\n| @2" },
    { "a,b\n\"\",\"\"\n", "a|b\n| @2" },
    { "a\n\nx\n", "a\n @2\nx @3" },                      /* one column: an empty line is an empty field */
    { "a,b\n\n1,2\n\r\n\n3,4\n\n", "a|b\n1|2 @3\n3|4 @6" },
    { "a,b\n\"x, \"\"y\"\"\",z\n", "a|b\nx, \"y\"|z @2" },
    { "a,b\n\"1\n2\r\n3\",4\n5,6\n", "a|b\n1\n2\r\n3|4 @2\n5|6 @5" },
    { "a,b\n 1 , 2 \n", "a|b\n 1 | 2  @2" },
    { "a,b\nKy\xcc\x80 Anh,x\n", "a|b\nKỳ Anh|x @2" },     /* composed */
    { "\"a\nb\",c\n1,2\n", "a\nb|c\n1|2 @3" },
    { "a,b", "a|b" },
    { "a,b\n1\n2,3\n", "a|b\n!t.csv:2: *" },
    { "a,b\n1,2,3\n4,5\n", "a|b\n!t.csv:2: The record has 3 fields, but the header has 2.\n4|5 @3" },
    { "a,b\n1,2\n\"x,3\n4,5\n", "a|b\n1|2 @2\n!t.csv:3: *" },
    { "a,b\n1,2\n3,\"x\"y\n4,5\n", "a|b\n1|2 @2\n!t.csv:3: There is text behind*" },
    { "a,b\n1,2\n3,\"x\" \n4,5\n", "a|b\n1|2 @2\n!t.csv:3: There is text behind*" },
    { "a,b\n\"1\n2\"x,3\n4,5\n", "a|b\n!t.csv:3: There is text behind*" },
    { "a,b\nx\"y,2\n4,5\n", "a|b\n!t.csv:2: There is a quote inside*" },
    { "a,b\n1\r2,3\n4,5\n", "a|b\n!t.csv:2: There is a carriage return*" },
    { "a,b\n1,\"2\"\r", "a|b\n!t.csv:2: *" },
    { "", "!t.csv:1: The file is empty." },
    { "\xef\xbb\xbf", "!t.csv:1: The file is empty." },
    { "a,a\n", "!t.csv:1: Two columns have the name “a”." },
    { "a,\n", "!t.csv:1: Column 2 has no name in the first line." },
    { "\"a\n1,2\n", "!t.csv:1: A quote is opened*" },
    { "a,b\n1,2\n3,\xff\n", "!t.csv:3: The file is not UTF-8*" },
    { "a,b\n1,\xe1\xbb", "!t.csv:2: The file is not UTF-8*" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *out = dump (cases[i].in);

      if (!g_pattern_match_simple (cases[i].out, out))
        g_error ("case %" G_GSIZE_FORMAT ": “%s”, expected “%s”", i, out, cases[i].out);
    }
}

/* After any bad record the good ones behind it are still read. */
static void
test_goes_on (void)
{
  g_autofree char *out = dump ("a,b\n1\n\"x\"y,\n2,3\n4,\"5\n");

  g_assert_true (g_pattern_match_simple ("a|b\n!t.csv:2: *\n!t.csv:3: *\n2|3 @4\n!t.csv:5: *", out));
}

static void
test_nul (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new ("a,b\n1,2\nx\0y,3\n", 14);
  g_autoptr (GError) error = NULL;

  g_assert_null (ntm_csv_new (bytes, "t.csv", &error));
  g_assert_error (error, NTM_ERROR, NTM_ERROR_FORMAT);
  g_assert_true (g_str_has_prefix (error->message, "t.csv:3: "));
}

static void
test_columns (void)
{
  g_autoptr (NtmCsv) csv = open_text ("id,tên,\"x y\"\n1,2,3\n", NULL);

  g_assert_cmpint (ntm_csv_column (csv, "id"), ==, 0);
  g_assert_cmpint (ntm_csv_column (csv, "tên"), ==, 1);
  g_assert_cmpint (ntm_csv_column (csv, "x y"), ==, 2);
  g_assert_cmpint (ntm_csv_column (csv, "ID"), ==, -1);
  g_assert_cmpstr (ntm_csv_get (csv, 0), ==, "");
  g_assert_true (ntm_csv_next (csv, NULL));
  g_assert_cmpstr (ntm_csv_get (csv, 2), ==, "3");
  g_assert_cmpstr (ntm_csv_get (csv, -1), ==, "");
  g_assert_cmpstr (ntm_csv_get (csv, 3), ==, "");
  g_assert_false (ntm_csv_next (csv, NULL));
  g_assert_false (ntm_csv_next (csv, NULL));
}

static char *
random_field (GRand *rand)
{
  static const char *const pieces[] = { "a", ",", "\"", "\n", "\r\n", "ỳ", " ", "\"\"", "1" };
  GString *out = g_string_new (NULL);

  for (int n = g_rand_int_range (rand, 0, 6); n > 0; n--)
    g_string_append (out, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
  return g_string_free (out, FALSE);
}

static void
write_field (GString *out, GRand *rand, const char *field)
{
  gboolean plain = !strpbrk (field, ",\"\r\n") && g_rand_boolean (rand);

  if (plain)
    {
      g_string_append (out, field);
      return;
    }
  g_string_append_c (out, '"');
  for (const char *p = field; *p; p++)
    g_string_append_printf (out, *p == '"' ? "\"\"" : "%c", *p);
  g_string_append_c (out, '"');
}

/* Any fields come back from a writer of a few lines. */
static void
test_round_trip (void)
{
  GRand *rand = g_rand_new_with_seed (4180);

  for (int i = 0; i < ROUNDS; i++)
    {
      g_autoptr (GPtrArray) fields = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (GString) text = g_string_new ("h1,h2,h3\n");
      g_autoptr (NtmCsv) csv = NULL;
      guint n_records = (guint) g_rand_int_range (rand, 0, 5);

      for (guint f = 0; f < 3 * n_records; f++)
        {
          g_ptr_array_add (fields, random_field (rand));
          write_field (text, rand, g_ptr_array_index (fields, f));
          g_string_append (text, f % 3 < 2 ? "," : f + 1 == 3 * n_records && i % 2 ? "" : i % 3 ? "\n" : "\r\n");
        }
      csv = open_text (text->str, NULL);
      for (guint f = 0; f < fields->len; f++)
        {
          g_assert_true (f % 3 || ntm_csv_next (csv, NULL));
          g_assert_cmpstr (ntm_csv_get (csv, (int) (f % 3)), ==, g_ptr_array_index (fields, f));
        }
      g_assert_false (ntm_csv_next (csv, NULL));
    }
  g_rand_free (rand);
}

/* What we write ourselves is read back field by field, whatever stands in it. */
static void
test_written (void)
{
  static const char * const header[] = { "h1", "h2", "h3", NULL };
  GRand *rand = g_rand_new_with_seed (1180);

  for (int i = 0; i < ROUNDS; i++)
    {
      g_autoptr (GString) text = g_string_new ("\xef\xbb\xbf");
      g_autofree char *a = random_field (rand), *b = random_field (rand), *c = random_field (rand);
      const char * const cells[] = { a, b, c, NULL };
      g_autoptr (NtmCsv) csv = NULL;

      ntm_csv_append_row (text, header);
      ntm_csv_append_row (text, cells);
      csv = open_text (text->str, NULL);
      g_assert_true (ntm_csv_next (csv, NULL));
      for (int f = 0; f < 3; f++)
        g_assert_cmpstr (ntm_csv_get (csv, f), ==, cells[f]);
      g_assert_false (ntm_csv_next (csv, NULL));
    }
  g_rand_free (rand);
}

/* A large field of Vietnamese is read in one go, not again and again. */
static void
test_large (void)
{
  g_autoptr (GString) text = g_string_new ("a,b\n");
  g_autoptr (NtmCsv) csv = NULL;
  guint n = 0;

  while (text->len < 4000000)
    g_string_append (text, "Xã Kỳ Hưng,\"Thị xã, Kỳ Anh\"\n");
  csv = open_text (text->str, NULL);
  while (ntm_csv_next (csv, NULL))
    n++;
  g_assert_cmpuint (n, ==, (text->len - 4) / strlen ("Xã Kỳ Hưng,\"Thị xã, Kỳ Anh\"\n"));
  g_assert_cmpuint (ntm_csv_get_line (csv), ==, n + 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv/cases", test_cases);
  g_test_add_func ("/csv/goes-on", test_goes_on);
  g_test_add_func ("/csv/nul", test_nul);
  g_test_add_func ("/csv/columns", test_columns);
  g_test_add_func ("/csv/round-trip", test_round_trip);
  g_test_add_func ("/csv/written", test_written);
  g_test_add_func ("/csv/large", test_large);
  return g_test_run ();
}
