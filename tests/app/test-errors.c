/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every error a person can meet has a heading and a body, in Vietnamese, and no two codes of ours share one. */

#include "config.h"

#include "fixture.h"

#include "ntm-error.h"
#include "ntm-errors.h"

static void
test_own (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (int code = NTM_ERROR_INPUT; code <= NTM_ERROR_NOTHING; code++)
    {
      g_autoptr (GError) error = g_error_new (NTM_ERROR, code, "what the lower folder said %d", code);
      g_autofree char *body = ntm_error_dup_body (error);
      const char *heading = ntm_error_heading (error);

      g_assert_cmpuint (g_utf8_strlen (heading, -1), >, 10);
      g_assert_false (g_str_is_ascii (heading));   /* Vietnamese is never plain ASCII for this long */
      g_assert_true (g_hash_table_add (seen, (gpointer) heading));
      g_assert_cmpstr (body, ==, error->message);
    }
}

static void
test_foreign (void)
{
  static const struct { int domain, code; const char *same_as; } cases[] = {
    { 0, G_FILE_ERROR_NOENT, "missing" },
    { 1, G_IO_ERROR_NOT_FOUND, "missing" },
    { 0, G_FILE_ERROR_ACCES, "permission" },
    { 0, G_FILE_ERROR_PERM, "permission" },
    { 1, G_IO_ERROR_PERMISSION_DENIED, "permission" },
    { 0, G_FILE_ERROR_NOSPC, "space" },
    { 1, G_IO_ERROR_NO_SPACE, "space" },
    { 1, G_IO_ERROR_FAILED, "other" },
    { 0, 4711, "other" },
  };
  g_autoptr (GHashTable) headings = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = g_error_new_literal (cases[i].domain == 0 ? G_FILE_ERROR : G_IO_ERROR, cases[i].code, "xyzzy");
      g_autofree char *body = ntm_error_dup_body (error);
      const char *known = g_hash_table_lookup (headings, cases[i].same_as);

      g_assert_nonnull (g_strstr_len (body, -1, "xyzzy"));
      if (known != NULL)
        g_assert_cmpstr (known, ==, ntm_error_heading (error));
      g_hash_table_insert (headings, (gpointer) cases[i].same_as, (gpointer) ntm_error_heading (error));
    }
  g_assert_cmpuint (g_hash_table_size (headings), ==, 4);
}

/* A code we do not know yet must not read behind the table. */
static void
test_unknown_code (void)
{
  g_autoptr (GError) high = g_error_new_literal (NTM_ERROR, 999, "later");
  g_autoptr (GError) low = g_error_new_literal (NTM_ERROR, -1, "earlier");

  g_assert_nonnull (ntm_error_heading (high));
  g_assert_cmpstr (ntm_error_heading (high), ==, ntm_error_heading (low));
}

int
main (int   argc,
      char *argv[])
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/app/errors/own", test_own);
  g_test_add_func ("/app/errors/foreign", test_foreign);
  g_test_add_func ("/app/errors/unknown-code", test_unknown_code);
  return fixture_run ();
}
