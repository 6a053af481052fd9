/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The language of the process and where its files lie. gettext is one setting of the whole process, so
 * the language it was set to is kept here as such too; all formatting takes its language as a parameter.
 */

#include "config.h"

#include <langinfo.h>
#include <libintl.h>
#include <locale.h>
#include <string.h>

#include "ntm-lang.h"

static NtmLang current = NTM_LANG_VI;

static gboolean
names_language (const char *locale, const char *code)
{
  gsize len = strlen (code);

  return g_ascii_strncasecmp (locale, code, len) == 0 && !g_ascii_isalpha (locale[len]);
}

/* Reads "vi", "en_GB.UTF-8" or a list "fr:en"; FALSE if it names neither language. */
static gboolean
find_language (const char *value, NtmLang *out)
{
  g_auto (GStrv) entries = g_strsplit (value, ":", -1);

  for (char **entry = entries; *entry; entry++)
    for (NtmLang lang = NTM_LANG_VI; lang <= NTM_LANG_EN; lang++)
      if (names_language (*entry, ntm_lang_code (lang)))
        {
          *out = lang;
          return TRUE;
        }
  return FALSE;
}

/* The first of the variables that is set decides, as in POSIX; what is not English is Vietnamese. */
static NtmLang
choose_by_system (void)
{
  static const char *const names[] = { "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG" };
  NtmLang lang = NTM_LANG_VI;

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *value = g_getenv (names[i]);

      if (!value || !*value)
        continue;
      find_language (value, &lang);
      break;
    }
  return lang;
}

static NtmLang
choose (const char *wanted)
{
  NtmLang lang;

  if (!wanted)
    wanted = g_getenv ("NTM_LANG");
  if (wanted && find_language (wanted, &lang))
    return lang;
  return choose_by_system ();
}

static char *
find_own_dir (void)
{
  g_autofree char *exe = g_file_read_link ("/proc/self/exe", NULL);

  return exe ? g_path_get_dirname (exe) : NULL;
}

/* The build folder, if the executable @dir is in src/cli, src/app or tests/base of one. */
static char *
find_build_dir (const char *dir)
{
  g_autofree char *root = g_build_filename (dir, "..", "..", NULL);
  g_autofree char *mark = g_build_filename (root, "meson-private", NULL);

  return g_file_test (mark, G_FILE_TEST_IS_DIR) ? g_canonicalize_filename (root, NULL) : NULL;
}

static gboolean
holds_translation (const char *dir, const char *domain)
{
  g_autofree char *file = g_strconcat (domain, ".mo", NULL);
  g_autofree char *path = g_build_filename (dir, "vi", "LC_MESSAGES", file, NULL);

  return g_file_test (path, G_FILE_TEST_IS_REGULAR);
}

static char *
find_locale_dir (const char *domain)
{
  g_autofree char *dir = find_own_dir ();
  g_autofree char *built = dir ? g_build_filename (dir, "..", "..", "po", NULL) : NULL;
  g_autofree char *installed = dir ? g_build_filename (dir, "..", "share", "locale", NULL) : NULL;

  if (built && holds_translation (built, domain))
    return g_canonicalize_filename (built, NULL);
  if (installed && holds_translation (installed, domain))
    return g_canonicalize_filename (installed, NULL);
  return g_strdup (LOCALEDIR);
}

/* gettext translates nothing in plain C nor, in newer C libraries, in C.UTF-8. */
static gboolean
set_messages (const char *name)
{
  const char *chosen = setlocale (LC_MESSAGES, name);

  return chosen && strcmp (chosen, "C") != 0 && strcmp (chosen, "POSIX") != 0 && !g_str_has_prefix (chosen, "C.");
}

/*
 * Any locale that is not C will do, since LANGUAGE says which translation is meant; a lean system has none.
 * Then C.UTF-8 is taken under another name: our data folder holds a link to it that is called vi_VN.
 */
static void
set_translating_locale (void)
{
  g_autofree char *data = NULL;
  g_autofree char *links = NULL;
  g_autofree char *before = NULL;

  if (set_messages ("") || set_messages ("vi_VN.UTF-8") || set_messages ("en_US.UTF-8"))
    return;
  data = ntm_lang_data_dir ();
  links = g_build_filename (data, "locale", NULL);
  before = g_strdup (g_getenv ("LOCPATH"));
  g_setenv ("LOCPATH", links, TRUE);
  if (!set_messages ("vi_VN.UTF-8"))
    setlocale (LC_MESSAGES, "C.UTF-8");
  if (before)
    g_setenv ("LOCPATH", before, TRUE);
  else
    g_unsetenv ("LOCPATH");
}

/*
 * Dates and sizes of the toolkit follow the desktop; numbers of C never do, since files are written with
 * them.
 */
static void
set_locale (NtmLang lang)
{
  setlocale (LC_ALL, "");
  setlocale (LC_NUMERIC, "C");
  if (strcmp (nl_langinfo (CODESET), "UTF-8") != 0)
    setlocale (LC_CTYPE, "C.UTF-8");
  /* Before setlocale(), which makes gettext forget what it found for the former language. */
  g_setenv ("LANGUAGE", ntm_lang_code (lang), TRUE);
  set_translating_locale ();
}

/**
 * ntm_lang_init:
 * @wanted: (nullable): "vi", "en" or "system"; %NULL for what the variable NTM_LANG says, else "system"
 * @domain: the gettext domain
 *
 * Sets the language of the process, first thing in main() and before the first translated text. "System"
 * is English where the desktop is English and Vietnamese everywhere else. Translations are taken from the
 * build folder when the program runs there, else from beside the program, else from where it was to be
 * installed; where none are found the texts are English and nothing else changes. Changes the variable
 * LANGUAGE, so no other thread may run. A program with GTK calls gtk_disable_setlocale() before
 * gtk_init(), which would undo the choice of number format.
 *
 * Returns: the language
 */
NtmLang
ntm_lang_init (const char *wanted, const char *domain)
{
  g_autofree char *dir = NULL;

  g_return_val_if_fail (domain != NULL, current);

  current = choose (wanted);
  set_locale (current);
  dir = find_locale_dir (domain);
  bindtextdomain (domain, dir);
  bind_textdomain_codeset (domain, "UTF-8");
  textdomain (domain);
  return current;
}

/**
 * ntm_lang_current:
 *
 * Returns: the language [func@Ntm.lang_init] chose; Vietnamese before that
 */
NtmLang
ntm_lang_current (void)
{
  return current;
}

/**
 * ntm_lang_code:
 * @lang: a language
 *
 * Returns: its code, "vi" or "en"
 */
const char *
ntm_lang_code (NtmLang lang)
{
  return lang == NTM_LANG_EN ? "en" : "vi";
}

/**
 * ntm_lang_data_dir:
 *
 * Finds the folder with the program's data files: `data` of the build folder when the program runs there,
 * else `share/ntm-atlas` beside the program, else where it was to be installed.
 *
 * Returns: (transfer full): the path, of a folder that might not exist
 */
char *
ntm_lang_data_dir (void)
{
  g_autofree char *dir = find_own_dir ();
  g_autofree char *build = dir ? find_build_dir (dir) : NULL;
  g_autofree char *installed = dir ? g_build_filename (dir, "..", "share", "ntm-atlas", NULL) : NULL;

  if (build)
    return g_build_filename (build, "data", NULL);
  if (installed && g_file_test (installed, G_FILE_TEST_IS_DIR))
    return g_canonicalize_filename (installed, NULL);
  return g_strdup (PKGDATADIR);
}

/**
 * ntm_lang_pick:
 * @lang: the language
 * @vi: a text in Vietnamese
 * @en: (nullable): the same in English
 *
 * Picks one of the two columns of a table.
 *
 * Returns: (transfer none): @en in English if there is one, else @vi
 */
const char *
ntm_lang_pick (NtmLang lang, const char *vi, const char *en)
{
  return lang == NTM_LANG_EN && en && *en ? en : vi;
}
