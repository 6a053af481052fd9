/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The language of the process. Each case is a copy of this program in a folder laid out as a build or an
 * installation, run with its own variables; it reports what it found in one line.
 */

#include <langinfo.h>
#include <libintl.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <glib/gstdio.h>

#include "ntm-lang.h"

#define DOMAIN "ntm-lang-test"

typedef struct
{
  char *root;
  char *exe;
} Tree;

/* What the copy does: language, a translated word, a number of C, the character set, the data folder. */
static int
report (const char *wanted)
{
  NtmLang lang = ntm_lang_init (*wanted ? wanted : NULL, DOMAIN);
  g_autofree char *data = ntm_lang_data_dir ();

  g_assert_cmpint (lang, ==, ntm_lang_current ());
  printf ("%s|%s|%.1f|%s|%s", ntm_lang_code (lang), gettext ("Hello"), 0.5, nl_langinfo (CODESET), data);
  return 0;
}

static void
put_uint (GString *out, guint32 value)
{
  g_string_append_len (out, (const char *) &value, sizeof value);
}

/* A catalogue as msgfmt writes it: two tables of (length, offset), then the strings in order of the keys. */
static void
write_catalogue (const char *path)
{
  static const char *const texts[] = { "", "Hello", "Content-Type: text/plain; charset=UTF-8\n", "Xin chào" };
  g_autoptr (GString) out = g_string_new (NULL);
  g_autofree char *dir = g_path_get_dirname (path);
  guint32 offset = 28 + 4 * 8;

  put_uint (out, 0x950412de);
  put_uint (out, 0);
  put_uint (out, 2);
  put_uint (out, 28);
  put_uint (out, 28 + 2 * 8);
  put_uint (out, 0);
  put_uint (out, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      put_uint (out, (guint32) strlen (texts[i]));
      put_uint (out, offset);
      offset += (guint32) strlen (texts[i]) + 1;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    g_string_append_len (out, texts[i], (gssize) strlen (texts[i]) + 1);
  g_assert_cmpint (g_mkdir_with_parents (dir, 0755), ==, 0);
  g_assert_true (g_file_set_contents (path, out->str, (gssize) out->len, NULL));
}

static void
make_dir (const char *root, const char *path)
{
  g_autofree char *full = g_build_filename (root, path, NULL);

  g_assert_cmpint (g_mkdir_with_parents (full, 0755), ==, 0);
}

/* Copies this program to @path below a new folder. */
static Tree
new_tree (const char *path)
{
  g_autofree char *program = NULL;
  g_autofree char *made = g_dir_make_tmp ("ntm-lang-XXXXXX", NULL);
  g_autofree char *dir = g_path_get_dirname (path);
  gsize len;
  Tree tree;

  g_assert_nonnull (made);
  tree.root = realpath (made, NULL);
  tree.exe = g_build_filename (tree.root, path, NULL);
  make_dir (tree.root, dir);
  g_assert_true (g_file_get_contents ("/proc/self/exe", &program, &len, NULL));
  g_assert_true (g_file_set_contents_full (tree.exe, program, (gssize) len, G_FILE_SET_CONTENTS_NONE, 0755, NULL));
  return tree;
}

static void
add_catalogue (const Tree *tree, const char *dir)
{
  g_autofree char *path = g_build_filename (tree->root, dir, "vi", "LC_MESSAGES", DOMAIN ".mo", NULL);

  write_catalogue (path);
}

static void
free_tree (Tree *tree)
{
  const char *argv[] = { "rm", "-r", "--", tree->root, NULL };

  g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL));
  free (tree->root);
  g_free (tree->exe);
}

/* @variables: "NAME=value NAME=value". Returns the line the copy reports. */
static char *
run (const Tree *tree, const char *wanted, const char *variables)
{
  static const char *const cleared[] = { "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LC_NUMERIC", "LC_CTYPE", "LANG",
                                         "NTM_LANG" };
  const char *argv[] = { tree->exe, "--report", wanted, NULL };
  g_auto (GStrv) envp = g_get_environ ();
  g_auto (GStrv) pairs = g_strsplit (variables, " ", -1);
  g_autofree char *locales = g_build_filename (g_test_get_dir (G_TEST_BUILT), "..", "data", "locale", NULL);
  g_autoptr (GError) error = NULL;
  char *out = NULL;
  int status;

  /* The copies have no data folder; a lean system has no other locale that translates. */
  envp = g_environ_setenv (envp, "LOCPATH", locales, TRUE);
  for (gsize i = 0; i < G_N_ELEMENTS (cleared); i++)
    envp = g_environ_unsetenv (envp, cleared[i]);
  for (char **pair = pairs; *pair; pair++)
    {
      char *value = strchr (*pair, '=');

      if (!value)
        continue;
      *value = '\0';
      envp = g_environ_setenv (envp, *pair, value + 1, TRUE);
    }
  g_spawn_sync (NULL, (char **) argv, envp, G_SPAWN_DEFAULT, NULL, NULL, &out, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, NULL));
  return out;
}

static void
test_choice (void)
{
  static const struct
  {
    const char *wanted, *variables, *lang;
  } cases[] = {
    { "vi", "LANG=en_US.UTF-8", "vi" },
    { "en", "LANG=vi_VN", "en" },
    { "", "", "vi" },
    { "", "LANG=C", "vi" },
    { "", "LANG=POSIX LC_ALL=C", "vi" },
    { "", "LANG=C.UTF-8", "vi" },
    { "", "LANG=en_US.UTF-8", "en" },
    { "", "LANG=en", "en" },
    { "", "LANG=vi_VN.UTF-8", "vi" },
    { "", "LANG=fr_FR.UTF-8", "vi" },
    { "", "LANG=enm_XX", "vi" },                       /* Middle English is none of ours */
    { "", "LANG=en_GB LC_MESSAGES=vi_VN", "vi" },
    { "", "LC_MESSAGES=en_GB LC_ALL=vi_VN", "vi" },
    { "", "LANGUAGE=en LC_ALL=vi_VN", "en" },
    { "", "LANGUAGE=fr:en:vi LC_ALL=vi_VN", "en" },
    { "", "LANGUAGE= LANG=en_US", "en" },
    { "", "LC_ALL=C.UTF-8 LANG=en_US.UTF-8", "vi" },
    { "", "NTM_LANG=en LANG=vi_VN", "en" },
    { "", "NTM_LANG=vi LANG=en_US", "vi" },
    { "", "NTM_LANG=system LANG=en_US", "en" },
    { "", "NTM_LANG=xx LANG=en_US", "en" },
    { "system", "NTM_LANG=vi LANG=en_US", "en" },
    { "vi", "NTM_LANG=en", "vi" },
  };
  Tree tree = new_tree ("build/src/cli/ntm");

  add_catalogue (&tree, "build/po");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *out = run (&tree, cases[i].wanted, cases[i].variables);
      g_autofree char *expected = g_strdup_printf ("%s|%s|0.5|UTF-8|", cases[i].lang,
                                                   strcmp (cases[i].lang, "vi") == 0 ? "Xin chào" : "Hello");

      if (!g_str_has_prefix (out, expected))
        g_error ("“%s” with %s: %s", cases[i].wanted, cases[i].variables, out);
    }
  free_tree (&tree);
}

/* Where translations and data are found. %s in @data is the folder of the case. */
static void
test_places (void)
{
  static const struct
  {
    const char *exe, *catalogue, *made, *word, *data;
  } cases[] = {
    { "b/src/cli/ntm", "b/po", "b/meson-private", "Xin chào", "%s/b/data" },
    { "b/src/app/ntm-atlas", "b/po", "b/meson-private", "Xin chào", "%s/b/data" },
    { "b/tests/base/test-lang", "b/po", "b/meson-private", "Xin chào", "%s/b/data" },
    { "usr/bin/ntm", "usr/share/locale", "usr/share/ntm-atlas", "Xin chào", "%s/usr/share/ntm-atlas" },
    { "usr/bin/ntm", "usr/share/locale", "data", "Xin chào", NULL },     /* /data is not ours */
    { "usr/bin/ntm", "elsewhere", "usr/share", "Hello", NULL },
    { "alone", "elsewhere", "elsewhere", "Hello", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Tree tree = new_tree (cases[i].exe);
      g_autofree char *out = NULL;
      g_auto (GStrv) fields = NULL;

      add_catalogue (&tree, cases[i].catalogue);
      make_dir (tree.root, cases[i].made);
      out = run (&tree, "vi", "LANG=C");
      fields = g_strsplit (out, "|", -1);
      g_assert_cmpuint (g_strv_length (fields), ==, 5);
      g_assert_cmpstr (fields[1], ==, cases[i].word);
      if (cases[i].data)
        {
          g_assert_true (g_str_has_prefix (fields[4], tree.root));
          g_assert_cmpstr (fields[4] + strlen (tree.root), ==, cases[i].data + 2);
        }
      else
        g_assert_false (g_str_has_prefix (fields[4], tree.root));
      free_tree (&tree);
    }
}

static void
test_pick (void)
{
  g_assert_cmpstr (ntm_lang_pick (NTM_LANG_VI, "xã", "commune"), ==, "xã");
  g_assert_cmpstr (ntm_lang_pick (NTM_LANG_EN, "xã", "commune"), ==, "commune");
  g_assert_cmpstr (ntm_lang_pick (NTM_LANG_EN, "xã", ""), ==, "xã");
  g_assert_cmpstr (ntm_lang_pick (NTM_LANG_EN, "xã", NULL), ==, "xã");
  g_assert_cmpstr (ntm_lang_code (NTM_LANG_VI), ==, "vi");
  g_assert_cmpstr (ntm_lang_code (NTM_LANG_EN), ==, "en");
}

int
main (int argc, char **argv)
{
  if (argc == 3 && strcmp (argv[1], "--report") == 0)
    return report (argv[2]);
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lang/choice", test_choice);
  g_test_add_func ("/lang/places", test_places);
  g_test_add_func ("/lang/pick", test_pick);
  return g_test_run ();
}
