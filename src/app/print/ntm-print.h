/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ntm-print-job.h"

G_BEGIN_DECLS

void               ntm_print_run             (GtkWindow *parent, NtmPrintJob *job, GtkPageSetup *setup);
GtkPrintOperation *ntm_print_new_operation   (NtmPrintJob *job, GtkPageSetup *setup) G_GNUC_WARN_UNUSED_RESULT;
GtkPageSetup      *ntm_print_new_page_setup  (void) G_GNUC_WARN_UNUSED_RESULT;
GtkPageSetup      *ntm_print_load_page_setup (void) G_GNUC_WARN_UNUSED_RESULT;
void               ntm_print_keep_page_setup (GtkPageSetup *setup);
void               ntm_print_keep_paper      (GtkPageSetup *setup);

G_END_DECLS
