/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Pages to a printer, through the dialog of the desktop. The paper may still be changed there, so the pages
 * are laid out again when printing begins. Paper and printer are remembered.
 */

#include "config.h"

#include "ntm-print.h"

#include <glib/gi18n.h>

#include "ntm-dialogs.h"
#include "ntm-settings.h"

/**
 * ntm_print_new_page_setup:
 *
 * Returns: (transfer full): A4 upright
 */
GtkPageSetup *
ntm_print_new_page_setup (void)
{
  g_autoptr (GtkPaperSize) paper = gtk_paper_size_new (GTK_PAPER_NAME_A4);
  GtkPageSetup *setup = gtk_page_setup_new ();

  gtk_page_setup_set_paper_size_and_default_margins (setup, paper);
  return setup;
}

/**
 * ntm_print_load_page_setup:
 *
 * Returns: (transfer full): paper and orientation used last, at first A4 upright
 */
GtkPageSetup *
ntm_print_load_page_setup (void)
{
  g_autoptr (GSettings) settings = ntm_settings_new ();
  g_autoptr (GVariant) value = g_settings_get_value (settings, "page-setup");
  GtkPageSetup *setup = g_variant_n_children (value) > 0 ? gtk_page_setup_new_from_gvariant (value) : NULL;

  return setup != NULL ? setup : ntm_print_new_page_setup ();
}

/**
 * ntm_print_keep_page_setup:
 * @setup: paper and orientation
 *
 * Remembers them.
 */
void
ntm_print_keep_page_setup (GtkPageSetup *setup)
{
  g_autoptr (GSettings) settings = ntm_settings_new ();

  g_settings_set_value (settings, "page-setup", gtk_page_setup_to_gvariant (setup));
}

/**
 * ntm_print_keep_paper:
 * @setup: paper and orientation
 *
 * Remembers the paper; how it lies stays what was chosen last, for @setup may have been turned for one wide table.
 */
void
ntm_print_keep_paper (GtkPageSetup *setup)
{
  g_autoptr (GtkPageSetup) kept = ntm_print_load_page_setup ();

  gtk_page_setup_set_paper_size_and_default_margins (kept, gtk_page_setup_get_paper_size (setup));
  ntm_print_keep_page_setup (kept);
}

static GtkPrintSettings *
load_print_settings (void)
{
  g_autoptr (GSettings) settings = ntm_settings_new ();
  g_autoptr (GVariant) value = g_settings_get_value (settings, "print-settings");
  GtkPrintSettings *print_settings = gtk_print_settings_new_from_gvariant (value);

  return print_settings == NULL ? gtk_print_settings_new () : print_settings;
}

static void
keep_print_settings (GtkPrintSettings *print_settings)
{
  g_autoptr (GSettings) settings = ntm_settings_new ();

  g_settings_set_value (settings, "print-settings", gtk_print_settings_to_gvariant (print_settings));
}

static void
begin_cb (GtkPrintOperation *operation,
          GtkPrintContext   *context,
          gpointer           user_data)
{
  NtmPrintJob *job = user_data;
  GtkPageSetup *setup = gtk_print_context_get_page_setup (context);

  ntm_print_job_set_paper (job, gtk_page_setup_get_paper_width (setup, GTK_UNIT_POINTS),
                           gtk_page_setup_get_paper_height (setup, GTK_UNIT_POINTS));
  gtk_print_operation_set_n_pages (operation, (int) ntm_print_job_get_n_pages (job));
}

static void
draw_cb (GtkPrintOperation *operation,
         GtkPrintContext   *context,
         int                page,
         gpointer           user_data)
{
  ntm_print_job_draw_page (user_data, gtk_print_context_get_cairo_context (context), (guint) page);
}

static void
unref_job (gpointer  job,
           GClosure *closure)
{
  ntm_print_job_unref (job);
}

/**
 * ntm_print_new_operation:
 * @job: what to print; a reference is taken
 * @setup: on which paper
 *
 * Makes an operation that draws @job in points from the corner of the paper, without scaling.
 *
 * Returns: (transfer full): the operation, not yet run
 */
GtkPrintOperation *
ntm_print_new_operation (NtmPrintJob  *job,
                         GtkPageSetup *setup)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();

  gtk_print_operation_set_job_name (operation, ntm_print_job_get_title (job));
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_embed_page_setup (operation, !ntm_print_job_is_composed (job));
  g_signal_connect_data (operation, "begin-print", G_CALLBACK (begin_cb), ntm_print_job_ref (job), unref_job, 0);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_cb), job);
  return operation;
}

static void
show_error (GtkPrintOperation *operation,
            GtkWindow         *parent)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *body = NULL;

  gtk_print_operation_get_error (operation, &error);
  body = g_strdup_printf (_("Nothing was printed. Check that the printer is switched on and connected, or write a PDF. %s"),
                          error == NULL ? "" : error->message);
  ntm_dialogs_message (parent, _("Printing did not work"), body);
}

static void
done_cb (GtkPrintOperation      *operation,
         GtkPrintOperationResult result,
         gpointer                user_data)
{
  GtkWindow **parent = user_data;

  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    show_error (operation, *parent);
  if (result != GTK_PRINT_OPERATION_RESULT_APPLY)
    return;
  keep_print_settings (gtk_print_operation_get_print_settings (operation));
  if (gtk_print_operation_get_embed_page_setup (operation))
    ntm_print_keep_paper (gtk_print_operation_get_default_page_setup (operation));
}

/* The printer may refuse a job that the desktop has taken. */
static void
status_cb (GtkPrintOperation *operation,
           gpointer           user_data)
{
  GtkWindow **parent = user_data;

  if (gtk_print_operation_get_status (operation) == GTK_PRINT_STATUS_FINISHED_ABORTED)
    ntm_dialogs_message (*parent, _("The printer gave up"), gtk_print_operation_get_status_string (operation));
}

static void
free_parent (gpointer  data,
             GClosure *closure)
{
  GtkWindow **parent = data;

  g_clear_weak_pointer (parent);
  g_free (parent);
}

/**
 * ntm_print_run:
 * @parent: the window it belongs to
 * @job: what to print
 * @setup: on which paper
 *
 * Asks for a printer and prints. Goes on after the call; what goes wrong is shown over @parent.
 */
void
ntm_print_run (GtkWindow    *parent,
               NtmPrintJob  *job,
               GtkPageSetup *setup)
{
  g_autoptr (GtkPrintOperation) operation = ntm_print_new_operation (job, setup);
  g_autoptr (GtkPrintSettings) print_settings = load_print_settings ();
  GtkWindow **weak = g_new0 (GtkWindow *, 1);

  g_set_weak_pointer (weak, parent);
  gtk_print_operation_set_print_settings (operation, print_settings);
  gtk_print_operation_set_allow_async (operation, TRUE);
  gtk_print_operation_set_track_print_status (operation, TRUE);
  g_signal_connect_data (operation, "done", G_CALLBACK (done_cb), weak, free_parent, 0);
  g_signal_connect (operation, "status-changed", G_CALLBACK (status_cb), weak);
  /* GTK holds the operation for as long as it runs; the errors of the call also come with "done". */
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, NULL);
}
