/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Commands about a file as a whole: made, described, checked. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "ntm-bundle.h"
#include "ntm-cli.h"
#include "ntm-sample.h"

typedef gboolean (*FillFunc) (NtmCall *call, NtmStore *store, gconstpointer data, GError **error);

/* Makes the file named in the call. What could not be filled is removed: it was ours from the first byte. */
static NtmExit
make_file (NtmCall        *call,
           FillFunc        fill,
           gconstpointer   data,
           GError        **error)
{
  NtmStore *store = ntm_store_create (ntm_call_operand (call, 0), error);
  g_autofree char *path = NULL;
  gboolean filled;

  if (store == NULL)
    return NTM_EXIT_ERROR;
  path = g_strdup (ntm_store_get_path (store));
  filled = fill (call, store, data, error);
  ntm_store_free (store);
  if (filled)
    return NTM_EXIT_DONE;
  g_unlink (path);
  return NTM_EXIT_ERROR;
}

static gboolean
fill_with_nothing (NtmCall        *call,
                   NtmStore       *store,
                   gconstpointer   data,
                   GError        **error)
{
  return TRUE;
}

static gboolean
fill_with_bundle (NtmCall        *call,
                  NtmStore       *store,
                  gconstpointer   data,
                  GError        **error)
{
  g_autoptr (NtmEdit) edit = ntm_bundle_new_edit (error);

  return edit != NULL && ntm_store_fill (store, edit, error);
}

/**
 * ntm_run_new:
 * @call: `ntm new`
 * @error: return location
 *
 * Makes a file, empty unless the built-in data are asked for.
 *
 * Returns: the exit status
 */
NtmExit
ntm_run_new (NtmCall  *call,
             GError  **error)
{
  static const char *const words[] = { "empty", "hatinh", NULL };
  guint choice;

  if (!ntm_args_get_choice (call->args, "from", words, &choice, error))
    return NTM_EXIT_ERROR;
  return make_file (call, choice == 0 ? fill_with_nothing : fill_with_bundle, NULL, error);
}

static gboolean
fill_with_sample (NtmCall        *call,
                  NtmStore       *store,
                  gconstpointer   data,
                  GError        **error)
{
  const NtmSampleSpec *spec = data;
  g_autoptr (NtmEdit) registers = ntm_sample_new_registers (spec, error);

  if (registers == NULL || !ntm_store_fill (store, registers, error))
    return FALSE;
  for (guint i = 0; i < spec->indicators; i++)
    {
      g_autoptr (NtmEdit) observations = ntm_sample_new_observations (spec, i, error);

      if (observations == NULL || !ntm_store_fill (store, observations, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_sample_spec (const NtmArgs  *args,
                  NtmSampleSpec  *spec,
                  GError        **error)
{
  static const char *const needed[] = { "units", "indicators", "years" };
  guint seed;

  for (guint i = 0; i < G_N_ELEMENTS (needed); i++)
    if (!ntm_args_has (args, needed[i]))
      return ntm_usage_fail (error, _("The option --%s is missing."), needed[i]);
  if (!ntm_args_get_uint (args, "units", 1, NTM_SAMPLE_MAX_UNITS, 0, &spec->units, error) ||
      !ntm_args_get_uint (args, "indicators", 1, NTM_SAMPLE_MAX_INDICATORS, 0, &spec->indicators, error) ||
      !ntm_args_get_uint (args, "years", 1, NTM_SAMPLE_MAX_YEARS, 0, &spec->years, error) ||
      !ntm_args_get_uint (args, "vertices", NTM_SAMPLE_MIN_VERTICES, NTM_SAMPLE_MAX_VERTICES, 60, &spec->vertices, error) ||
      !ntm_args_get_uint (args, "seed", 0, G_MAXINT, 1, &seed, error))
    return FALSE;
  spec->seed = seed;
  return TRUE;
}

/**
 * ntm_run_sample:
 * @call: `ntm sample`
 * @error: return location
 *
 * Makes a file with generated data, which says so of itself.
 *
 * Returns: the exit status
 */
NtmExit
ntm_run_sample (NtmCall  *call,
                GError  **error)
{
  g_autoptr (GError) reason = NULL;
  NtmSampleSpec spec;

  if (!read_sample_spec (call->args, &spec, error))
    return NTM_EXIT_ERROR;
  if (!ntm_sample_check (&spec, &reason))
    {
      ntm_usage_fail (error, "%s", reason->message);
      return NTM_EXIT_ERROR;
    }
  return make_file (call, fill_with_sample, &spec, error);
}

static void
write_count (NtmCall    *call,
             const char *name,
             gint64      count)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, count);

  ntm_call_cells (call, name, number);
}

static gboolean
write_counts (NtmCall  *call,
              GError  **error)
{
  for (guint table = 0; table < NTM_N_TABLES; table++)
    {
      gint64 count;

      if (!ntm_store_count (call->store, table, &count, error))
        return FALSE;
      write_count (call, ntm_table_get (table)->name, count);
    }
  return TRUE;
}

static void
write_last_edit (NtmCall              *call,
                 const NtmJournalEdit *edit)
{
  ntm_call_cells (call, "last_edit_time", edit->time);
  ntm_call_cells (call, "last_edit_author", edit->author);
  ntm_call_cells (call, "last_edit_label", edit->label);
}

static const char *
title_of (NtmAtlas *atlas)
{
  const char *vi = ntm_atlas_meta (atlas, "title_vi");
  const char *en = ntm_atlas_meta (atlas, "title_en");

  return ntm_call_pick (vi != NULL ? vi : "", en);
}

/**
 * ntm_run_info:
 * @call: `ntm info`
 * @error: return location
 *
 * Says what a file is: keys and values, then for each table how many rows it has.
 *
 * Returns: the exit status
 */
NtmExit
ntm_run_info (NtmCall  *call,
              GError  **error)
{
  g_autofree char *path = g_filename_display_name (ntm_store_get_path (call->store));
  g_autofree char *date = ntm_iso_or_nothing (ntm_atlas_reference_date (call->atlas));
  g_autofree char *writer = ntm_store_dup_writer (call->store);
  g_auto (NtmJournalEdit) edit = { 0 };

  if (!ntm_store_last_edit (call->store, &edit, error))
    return NTM_EXIT_ERROR;
  ntm_call_cells (call, "key", "value");
  ntm_call_cells (call, "path", path);
  ntm_call_cells (call, "title", title_of (call->atlas));
  write_count (call, "schema_version", NTM_STORE_SCHEMA_VERSION);
  ntm_call_cells (call, "reference_date", date);
  ntm_call_cells (call, "sample", ntm_atlas_is_sample (call->atlas) ? "yes" : "no");
  ntm_call_cells (call, "writer", writer);
  write_last_edit (call, &edit);
  return write_counts (call, error) ? NTM_EXIT_DONE : NTM_EXIT_ERROR;
}

/**
 * ntm_run_check:
 * @call: `ntm check`
 * @error: return location
 *
 * Lists what is wrong with a file.
 *
 * Returns: the exit status, %NTM_EXIT_INPUT if anything is
 */
NtmExit
ntm_run_check (NtmCall  *call,
               GError  **error)
{
  g_autoptr (GPtrArray) issues = ntm_store_check (call->store, error);

  if (issues == NULL)
    return NTM_EXIT_ERROR;
  ntm_call_cells (call, "file", "line", "column", "value", "problem", "advice");
  for (guint i = 0; i < issues->len; i++)
    {
      const NtmIssue *issue = issues->pdata[i];
      g_autofree char *line = g_strdup_printf ("%u", issue->line);

      ntm_call_cells (call, issue->file, line, issue->column, issue->value, issue->problem, issue->advice);
    }
  if (issues->len == 0)
    return NTM_EXIT_DONE;
  ntm_call_say (ngettext ("There is %u problem.", "There are %u problems.", issues->len), issues->len);
  return NTM_EXIT_INPUT;
}
