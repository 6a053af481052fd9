/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * `ntm`, the engine without a display: one table of commands, and what comes before and after a command
 * runs, the same for all: language, command line, file, exit status.
 */

#include "config.h"

#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "ntm-cli.h"
#include "ntm-error.h"
#include "ntm-text.h"
#include "ntm-tsv.h"

static const NtmCommand commands[] = {
  { "new", "FILE [--from hatinh|empty]", N_("Make a file"), "from", 1, 1, NTM_FILE_MAKE, ntm_run_new },
  { "info", "FILE", N_("What the file is and how much it holds"), "", 1, 1, NTM_FILE_READ, ntm_run_info },
  { "check", "FILE", N_("Look for damage and contradictions"), "", 1, 1, NTM_FILE_READ, ntm_run_check },
  { "set-date", "FILE DATE", N_("Set the reference date"), "", 2, 2, NTM_FILE_WRITE, ntm_run_set_date },
  { "units", "FILE [--level LEVEL] [--at DATE | --all]", N_("Administrative units"), "level at all", 1, 1, NTM_FILE_READ,
    ntm_run_units },
  { "titles", "FILE [--level LEVEL] [--at DATE] [--basis signed|year]", N_("Titles held by units"), "level at basis", 1, 1,
    NTM_FILE_READ, ntm_run_titles },
  { "indicators", "FILE [--at DATE]", N_("Indicators, each with its nearest target"), "at", 1, 1, NTM_FILE_READ,
    ntm_run_indicators },
  { "series", "FILE INDICATOR [--unit UNIT]...", N_("All values of an indicator"), "unit", 2, 2, NTM_FILE_READ,
    ntm_run_series },
  { "set", "FILE INDICATOR UNIT PERIOD VALUE [--kind KIND] [--source SOURCE] [--note NOTE]",
    N_("Enter a value: 3.01, \">= 50\", 81462/293534, or none, n/a, unverified"), "kind source note", 5, 5, NTM_FILE_WRITE,
    ntm_run_set },
  { "tasks", "FILE [--agency AGENCY] [--at DATE] [--overdue]", N_("Tasks and how late they are"), "agency at overdue", 1, 1,
    NTM_FILE_READ, ntm_run_tasks },
  { "map", "FILE [--theme THEME] [--at DATE] [--level LEVEL] [--basis BASIS] [--unit UNIT] -o OUT.png|.svg|.pdf",
    N_("Draw a map"), "theme at level basis unit output size style", 1, 1, NTM_FILE_READ, ntm_run_map },
  { "chart", "FILE trend|rank INDICATOR [--at DATE] [--level LEVEL] [--unit UNIT]... -o OUT.png|.svg|.pdf",
    N_("Draw a trend or a ranking"), "at level unit output size style", 3, 3, NTM_FILE_READ, ntm_run_chart },
  { "report", "FILE brief [--at DATE] [--basis BASIS] -o OUT.pdf [--png DIR]", N_("Write a report"), "at basis output png", 2, 2,
    NTM_FILE_READ, ntm_run_report },
  { "history", "FILE [--unit UNIT] [--indicator INDICATOR]", N_("Who changed what, and when"), "unit indicator", 1, 1,
    NTM_FILE_READ, ntm_run_history },
  { "undo", "FILE", N_("Take the last change back"), "", 1, 1, NTM_FILE_WRITE, ntm_run_undo },
  { "redo", "FILE", N_("Make the change taken back last again"), "", 1, 1, NTM_FILE_WRITE, ntm_run_redo },
  { "sample", "FILE --units N --indicators N --years N [--vertices N] [--seed S]",
    N_("Make a file with generated data, marked as such"), "units indicators years vertices seed", 1, 1, NTM_FILE_MAKE,
    ntm_run_sample },
};

static const NtmCommand *
find_command (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i].name, name))
      return &commands[i];
  return NULL;
}

static void
print_option (FILE       *out,
              const char *name)
{
  const NtmOption *option = ntm_option_find (name);
  g_autofree char *letter = option->letter != '\0' ? g_strdup_printf ("-%c, ", option->letter) : g_strdup ("    ");
  g_autofree char *form = g_strconcat (letter, "--", name, option->value != NULL ? " " : "",
                                       option->value != NULL ? option->value : "", NULL);

  fprintf (out, "  %-26s  %s\n", form, _(option->help));
}

static void
print_common_options (FILE *out)
{
  print_option (out, "lang");
  print_option (out, "help");
  print_option (out, "version");
}

static void
print_help (FILE *out)
{
  fprintf (out, "%s ntm %s\n\n%s\n\n%s\n", _("Usage:"), "COMMAND FILE [...]",
           _("Works with the files of NTM Atlas without a window. Tables are separated by tabs, with a header line."),
           _("Commands:"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    fprintf (out, "  %-12s%s\n", commands[i].name, _(commands[i].summary));
  fprintf (out, "\n%s\n", _("Options:"));
  print_common_options (out);
  fprintf (out, "\n%s\n%s\n", _("“ntm COMMAND --help” explains a command."),
           _("Exit status: 0 done, 1 wrong use, 2 the input is bad, 3 the system failed."));
}

static void
print_command_help (FILE             *out,
                    const NtmCommand *command)
{
  g_auto (GStrv) options = g_strsplit (command->options, " ", -1);

  fprintf (out, "%s ntm %s %s\n\n%s.\n\n%s\n", _("Usage:"), command->name, command->usage, _(command->summary), _("Options:"));
  for (char **option = options; *option != NULL; option++)
    if (**option != '\0')
      print_option (out, *option);
  print_common_options (out);
}

/* File names may hold any bytes; every other word is text. */
static gboolean
check_text (const NtmArgs *args,
            GError       **error)
{
  static const char *const texts[] = { "unit", "indicator", "source", "note", "agency", "theme", NULL };

  for (guint i = 2; i < ntm_args_get_n_operands (args); i++)
    if (!g_utf8_validate (ntm_args_get_operand (args, i), -1, NULL))
      return ntm_usage_fail (error, _("A word on the command line is not UTF-8 text."));
  for (guint i = 0; texts[i] != NULL; i++)
    for (guint j = 0; j < ntm_args_get_n (args, texts[i]); j++)
      if (!g_utf8_validate (ntm_args_get_nth (args, texts[i], j), -1, NULL))
        return ntm_usage_fail (error, _("The value of the option --%s is not UTF-8 text."), texts[i]);
  return TRUE;
}

static gboolean
check_call (const NtmCommand *command,
            const NtmArgs    *args,
            GError          **error)
{
  guint n_operands = ntm_args_get_n_operands (args) - 1;

  if (!ntm_args_allow (args, command->options, command->name, error))
    return FALSE;
  if (n_operands < command->min_operands || n_operands > command->max_operands)
    return ntm_usage_fail (error, n_operands < command->min_operands ? _("Something is missing. Write: ntm %s %s")
                                                                     : _("There are too many words. Write: ntm %s %s"),
                           command->name, command->usage);
  if (*ntm_args_get_operand (args, 1) == '\0')
    return ntm_usage_fail (error, _("The name of the file is empty."));
  return check_text (args, error);
}

static NtmExit
run_command (const NtmCommand *command,
             NtmCall          *call,
             GError          **error)
{
  g_autoptr (NtmStore) store = NULL;

  if (!check_call (command, call->args, error))
    return NTM_EXIT_ERROR;
  if (command->file != NTM_FILE_MAKE)
    {
      store = ntm_store_open (ntm_call_operand (call, 0),
                              command->file == NTM_FILE_READ ? NTM_STORE_READ_ONLY : NTM_STORE_WRITE, error);
      if (store == NULL)
        return NTM_EXIT_ERROR;
      call->store = store;
      call->atlas = ntm_store_get_atlas (store);
    }
  return command->run (call, error);
}

static NtmExit
run (NtmCall *call,
     GError **error)
{
  const char *name = ntm_args_get_operand (call->args, 0);
  const NtmCommand *command = name != NULL ? find_command (name) : NULL;

  if (name != NULL && command == NULL)
    {
      ntm_usage_fail (error, _("There is no command “%s”."), name);
      return NTM_EXIT_ERROR;
    }
  if (ntm_args_has (call->args, "version"))
    fprintf (call->out, "ntm %s\n", VERSION);
  else if (ntm_args_has (call->args, "help") && command != NULL)
    print_command_help (call->out, command);
  else if (ntm_args_has (call->args, "help"))
    print_help (call->out);
  else if (command != NULL)
    return run_command (command, call, error);
  else
    {
      ntm_usage_fail (error, _("Say what to do: ntm COMMAND FILE."));
      return NTM_EXIT_ERROR;
    }
  return NTM_EXIT_DONE;
}

static NtmExit
status_of_error (const GError *error)
{
  if (error->domain == NTM_USAGE_ERROR)
    return NTM_EXIT_USAGE;
  if (error->domain != NTM_ERROR)
    return NTM_EXIT_SYSTEM;
  switch (error->code)
    {
    case NTM_ERROR_LOCKED:
    case NTM_ERROR_READ_ONLY:
    case NTM_ERROR_NO_SPACE:
    case NTM_ERROR_SYSTEM:
      return NTM_EXIT_SYSTEM;
    default:
      return NTM_EXIT_INPUT;
    }
}

static NtmExit
report_error (const GError *error)
{
  NtmExit status = status_of_error (error);
  g_autofree char *text = g_utf8_make_valid (error->message, -1);

  ntm_call_say ("%s", text);
  if (status == NTM_EXIT_USAGE)
    ntm_call_say ("%s", _("“ntm --help” lists the commands, “ntm COMMAND --help” the options of one."));
  return status;
}

/* What reached standard output decides, whatever the command thought. */
static NtmExit
finish (FILE    *out,
        NtmExit  status)
{
  g_autoptr (GError) error = NULL;

  if (ntm_tsv_close (out, &error))
    return status;
  if (!g_error_matches (error, NTM_ERROR, NTM_ERROR_NOTHING))
    ntm_call_say ("%s", error->message);
  return NTM_EXIT_SYSTEM;
}

/*
 * A closed stream must not hand its number to a file of ours. Standard output is given what cannot be
 * written to, so that the loss is noticed.
 */
static void
occupy_standard_streams (void)
{
  static const int modes[] = { O_RDONLY, O_RDONLY, O_WRONLY };

  for (int fd = 0; fd < 3; fd++)
    if (fcntl (fd, F_GETFD) < 0 && open ("/dev/null", modes[fd]) != fd)
      _exit (NTM_EXIT_SYSTEM);
}

/* The language must be set before the first message, so also before the command line is understood. */
static gboolean
choose_language (char **argv)
{
  const char *wanted = NULL;

  for (guint i = 0; argv[i] != NULL && !g_str_equal (argv[i], "--"); i++)
    if (g_str_has_prefix (argv[i], "--lang="))
      wanted = argv[i] + strlen ("--lang=");
    else if (g_str_equal (argv[i], "--lang") && argv[i + 1] != NULL)
      wanted = argv[i + 1];
  if (wanted != NULL && !g_str_equal (wanted, "vi") && !g_str_equal (wanted, "en"))
    {
      ntm_lang_init (NULL, GETTEXT_PACKAGE);
      return FALSE;
    }
  ntm_lang_init (wanted, GETTEXT_PACKAGE);
  return TRUE;
}

static NtmExit
run_arguments (char   **argv,
               FILE    *out,
               GError **error)
{
  g_autoptr (NtmArgs) args = NULL;
  NtmCall call = { .out = out };

  if (!choose_language (argv))
    {
      ntm_usage_fail (error, _("The language is vi or en."));
      return NTM_EXIT_ERROR;
    }
  args = ntm_args_parse (argv, error);
  if (args == NULL)
    return NTM_EXIT_ERROR;
  call.args = args;
  return run (&call, error);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;
  NtmExit status;

  occupy_standard_streams ();
  signal (SIGPIPE, SIG_IGN);
  status = run_arguments (argc > 0 ? argv + 1 : argv, stdout, &error);
  if (error != NULL)
    status = report_error (error);
  return finish (stdout, status);
}
