/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The command line. All commands share one table of options, so that a command line can be taken apart
 * before its command is known and options may stand anywhere. What looks like a negative number is an
 * operand; after `--` everything is.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ntm-args.h"

G_DEFINE_QUARK (ntm-usage-error-quark, ntm_usage_error)

struct _NtmArgs
{
  GPtrArray *operands;   /* (element-type utf8) */
  GPtrArray *names;      /* (element-type utf8): option names as given, not owned */
  GPtrArray *values;     /* (element-type utf8): beside each name its value, "" for a flag */
};

static const NtmOption options[] = {
  { "help", 'h', NTM_OPTION_FLAG, NULL, N_("Show how a command is used") },
  { "version", 0, NTM_OPTION_FLAG, NULL, N_("Show the version") },
  { "lang", 0, NTM_OPTION_ONCE, "LANG", N_("Language of names and messages: vi or en") },
  { "from", 0, NTM_OPTION_ONCE, "DATA", N_("What the file begins with: hatinh (the built-in data) or empty (default)") },
  { "at", 0, NTM_OPTION_ONCE, "DATE", N_("Look at this day (YYYY-MM-DD) instead of the file’s reference date") },
  { "level", 0, NTM_OPTION_ONCE, "LEVEL", N_("province, district, commune or village") },
  { "all", 0, NTM_OPTION_FLAG, NULL, N_("Units of all time, each with its last name, type and parent") },
  { "basis", 0, NTM_OPTION_ONCE, "BASIS", N_("A title counts from its signing (signed, default) or for its year (year)") },
  { "unit", 0, NTM_OPTION_MANY, "UNIT", N_("A unit: its id, its code, or its full name with type; @DATE picks among reused ones") },
  { "indicator", 0, NTM_OPTION_ONCE, "INDICATOR", N_("An indicator: its code or its name") },
  { "kind", 0, NTM_OPTION_ONCE, "KIND", N_("plan, estimate, reported (default) or verified") },
  { "source", 0, NTM_OPTION_ONCE, "SOURCE", N_("Id of the document the value rests on") },
  { "note", 0, NTM_OPTION_ONCE, "NOTE", N_("A remark kept with the value") },
  { "agency", 0, NTM_OPTION_ONCE, "AGENCY", N_("Tasks of this agency: its id or its name") },
  { "overdue", 0, NTM_OPTION_FLAG, NULL, N_("Only what is not done and past its deadline") },
  { "theme", 0, NTM_OPTION_ONCE, "THEME", N_("What the map shows: title (default) or an indicator") },
  { "output", 'o', NTM_OPTION_ONCE, "OUT", N_("The file to write; its ending says the format") },
  { "size", 0, NTM_OPTION_ONCE, "WIDTHxHEIGHT", N_("Size of the drawing, in pixels, or points in PDF") },
  { "style", 0, NTM_OPTION_ONCE, "STYLE", N_("light (default), dark or print") },
  { "png", 0, NTM_OPTION_ONCE, "DIR", N_("Also write each page as a picture into this folder, which is made if missing") },
  { "units", 0, NTM_OPTION_ONCE, "N", N_("How many units to make, province and districts included") },
  { "indicators", 0, NTM_OPTION_ONCE, "N", N_("How many indicators to make") },
  { "years", 0, NTM_OPTION_ONCE, "N", N_("How many years of values to make") },
  { "vertices", 0, NTM_OPTION_ONCE, "N", N_("About how many points the boundary of a commune has (default 60)") },
  { "seed", 0, NTM_OPTION_ONCE, "S", N_("Another number makes other data, the same number the same (default 1)") },
};

static const NtmOption *
find_letter (char letter)
{
  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    if (options[i].letter == letter)
      return &options[i];
  return NULL;
}

static const NtmOption *
find_name (const char *name,
           gsize       length)
{
  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    if (strlen (options[i].name) == length && strncmp (options[i].name, name, length) == 0)
      return &options[i];
  return NULL;
}

static gboolean
fail_twice (const char *name,
            GError    **error)
{
  return ntm_usage_fail (error, _("The option --%s is given more than once."), name);
}

/* @attached is the value written in the same word, or NULL. */
static gboolean
add_option (NtmArgs         *self,
            const NtmOption *option,
            const char      *attached,
            char          ***rest,
            GError         **error)
{
  const char *value = attached;

  if (option->kind == NTM_OPTION_FLAG && attached != NULL)
    return ntm_usage_fail (error, _("The option --%s takes no value."), option->name);
  if (option->kind == NTM_OPTION_ONCE && ntm_args_has (self, option->name))
    return fail_twice (option->name, error);
  if (option->kind != NTM_OPTION_FLAG && value == NULL && (value = *++*rest) == NULL)
    {
      --*rest;
      return ntm_usage_fail (error, _("The option --%s needs a value: %s."), option->name, option->value);
    }
  g_ptr_array_add (self->names, (gpointer) option->name);
  g_ptr_array_add (self->values, g_strdup (value != NULL ? value : ""));
  return TRUE;
}

/* **@rest is a word that begins with a dash; left at the last word used. */
static gboolean
read_option (NtmArgs   *self,
             char    ***rest,
             GError   **error)
{
  const char *word = **rest;
  const char *equals = strchr (word, '=');
  const NtmOption *option;

  if (word[1] == '-')
    {
      option = find_name (word + 2, equals != NULL ? (gsize) (equals - word - 2) : strlen (word + 2));
      if (option != NULL)
        return add_option (self, option, equals != NULL ? equals + 1 : NULL, rest, error);
    }
  else if ((option = find_letter (word[1])) != NULL)
    return add_option (self, option, word[2] != '\0' ? word + 2 : NULL, rest, error);
  return ntm_usage_fail (error, _("There is no option “%s”."), word);
}

static gboolean
looks_like_option (const char *word)
{
  return word[0] == '-' && word[1] != '\0' && !g_ascii_isdigit (word[1]) && word[1] != '.';
}

/**
 * ntm_usage_fail:
 * @error: return location
 * @format: a translated sentence
 * @...: its parts
 *
 * Returns: always %FALSE, with %NTM_USAGE_ERROR
 */
gboolean
ntm_usage_fail (GError    **error,
                const char *format,
                ...)
{
  va_list args;

  va_start (args, format);
  g_propagate_error (error, g_error_new_valist (NTM_USAGE_ERROR, 0, format, args));
  va_end (args);
  return FALSE;
}

/**
 * ntm_option_find:
 * @name: an option's name, without dashes
 *
 * Returns: (transfer none) (nullable): the option
 */
const NtmOption *
ntm_option_find (const char *name)
{
  return find_name (name, strlen (name));
}

/**
 * ntm_args_parse:
 * @argv: (array zero-terminated=1): the words after the program's name
 * @error: return location
 *
 * Returns: (transfer full): the command line, or %NULL with %NTM_USAGE_ERROR
 */
NtmArgs *
ntm_args_parse (char   **argv,
                GError **error)
{
  g_autoptr (NtmArgs) self = g_new0 (NtmArgs, 1);
  gboolean only_operands = FALSE;

  self->operands = g_ptr_array_new_with_free_func (g_free);
  self->names = g_ptr_array_new ();
  self->values = g_ptr_array_new_with_free_func (g_free);

  for (char **word = argv; *word != NULL; word++)
    if (only_operands || !looks_like_option (*word))
      g_ptr_array_add (self->operands, g_strdup (*word));
    else if (g_str_equal (*word, "--"))
      only_operands = TRUE;
    else if (!read_option (self, &word, error))
      return NULL;
  return g_steal_pointer (&self);
}

/**
 * ntm_args_free:
 * @self: (nullable) (transfer full): a command line
 */
void
ntm_args_free (NtmArgs *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->operands);
  g_ptr_array_unref (self->names);
  g_ptr_array_unref (self->values);
  g_free (self);
}

/**
 * ntm_args_allow:
 * @self: a command line
 * @names: names of the options that make sense here, with spaces between them
 * @command: the command, for the message
 * @error: return location
 *
 * Returns: %FALSE with %NTM_USAGE_ERROR if another option was given
 */
gboolean
ntm_args_allow (const NtmArgs *self,
                const char    *names,
                const char    *command,
                GError       **error)
{
  g_auto (GStrv) allowed = g_strsplit (names, " ", -1);

  for (guint i = 0; i < self->names->len; i++)
    {
      const char *name = g_ptr_array_index (self->names, i);
      if (!g_strv_contains ((const char *const *) allowed, name) && !g_str_equal (name, "lang"))
        return ntm_usage_fail (error, _("The command “%s” has no option --%s."), command, name);
    }
  return TRUE;
}

/**
 * ntm_args_get_n_operands:
 * @self: a command line
 *
 * Returns: the number of words that are no options, the command among them
 */
guint
ntm_args_get_n_operands (const NtmArgs *self)
{
  return self->operands->len;
}

/**
 * ntm_args_get_operand:
 * @self: a command line
 * @i: from 0, the command
 *
 * Returns: (nullable): the word
 */
const char *
ntm_args_get_operand (const NtmArgs *self,
                      guint          i)
{
  return i < self->operands->len ? g_ptr_array_index (self->operands, i) : NULL;
}

/**
 * ntm_args_get_nth:
 * @self: a command line
 * @name: an option
 * @i: from 0
 *
 * Returns: (nullable): the value it was given the @i-th time
 */
const char *
ntm_args_get_nth (const NtmArgs *self,
                  const char    *name,
                  guint          i)
{
  for (guint j = 0; j < self->names->len; j++)
    if (g_str_equal (g_ptr_array_index (self->names, j), name) && i-- == 0)
      return g_ptr_array_index (self->values, j);
  return NULL;
}

/**
 * ntm_args_get_n:
 * @self: a command line
 * @name: an option
 *
 * Returns: how often it was given
 */
guint
ntm_args_get_n (const NtmArgs *self,
                const char    *name)
{
  guint n = 0;

  for (guint j = 0; j < self->names->len; j++)
    n += g_str_equal (g_ptr_array_index (self->names, j), name);
  return n;
}

/**
 * ntm_args_has:
 * @self: a command line
 * @name: an option
 *
 * Returns: whether it was given
 */
gboolean
ntm_args_has (const NtmArgs *self,
              const char    *name)
{
  return ntm_args_get_n (self, name) > 0;
}

/**
 * ntm_args_get:
 * @self: a command line
 * @name: an option with a value
 *
 * Returns: (nullable): the value
 */
const char *
ntm_args_get (const NtmArgs *self,
              const char    *name)
{
  return ntm_args_get_nth (self, name, 0);
}

/**
 * ntm_args_once:
 * @self: a command line
 * @name: an option that other commands take several times
 * @error: return location
 *
 * Returns: %FALSE with %NTM_USAGE_ERROR if it was given more than once
 */
gboolean
ntm_args_once (const NtmArgs *self,
               const char    *name,
               GError       **error)
{
  return ntm_args_get_n (self, name) <= 1 || fail_twice (name, error);
}
