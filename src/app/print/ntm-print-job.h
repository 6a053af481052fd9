/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ntm-desk.h"
#include "ntm-figure.h"
#include "ntm-output.h"

G_BEGIN_DECLS

/**
 * NtmPrintJob:
 *
 * Pages for paper: a figure with its title, its sources, the day of its figures and page numbers, or pages
 * that were composed before. Printer, preview and PDF draw them with the same call. Lengths are points
 * (1/72 inch). Reference-counted, one thread.
 */
typedef struct _NtmPrintJob NtmPrintJob;

NtmPrintJob *ntm_print_job_new            (NtmFigure *figure, NtmDesk *desk) G_GNUC_WARN_UNUSED_RESULT;
NtmPrintJob *ntm_print_job_new_composed   (const char *title, guint n_pages, NtmDrawFunc draw, gpointer data,
                                           GDestroyNotify destroy) G_GNUC_WARN_UNUSED_RESULT;
NtmPrintJob *ntm_print_job_ref            (NtmPrintJob *self);
void         ntm_print_job_unref          (NtmPrintJob *self);
const char  *ntm_print_job_get_title      (NtmPrintJob *self);
gboolean     ntm_print_job_is_composed    (NtmPrintJob *self);
void         ntm_print_job_set_paper      (NtmPrintJob *self, double width, double height);
void         ntm_print_job_get_paper      (NtmPrintJob *self, double *width, double *height);
gboolean     ntm_print_job_gains_across   (NtmPrintJob *self);
void         ntm_print_job_set_with_table (NtmPrintJob *self, gboolean with_table);
gboolean     ntm_print_job_get_with_table (NtmPrintJob *self);
guint        ntm_print_job_get_n_pages    (NtmPrintJob *self);
void         ntm_print_job_draw_page      (NtmPrintJob *self, cairo_t *cr, guint page);
gboolean     ntm_print_job_write          (NtmPrintJob *self, const char *path, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NtmPrintJob, ntm_print_job_unref)

G_END_DECLS
