/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ntm-print-job.h"

G_BEGIN_DECLS

/**
 * NtmPreviewPages:
 *
 * Pages one below the other, as on a desk. Only those in sight are drawn, each once. To be put into a
 * scrolled window. Emits "turned" when another page comes into the middle.
 */
#define NTM_TYPE_PREVIEW_PAGES (ntm_preview_pages_get_type ())
G_DECLARE_FINAL_TYPE (NtmPreviewPages, ntm_preview_pages, NTM, PREVIEW_PAGES, GtkWidget)

void   ntm_preview_pages_set_job        (NtmPreviewPages *self, NtmPrintJob *job);
void   ntm_preview_pages_set_adjustment (NtmPreviewPages *self, GtkAdjustment *vertical);
void   ntm_preview_pages_update         (NtmPreviewPages *self);
void   ntm_preview_pages_set_zoom       (NtmPreviewPages *self, double zoom);
double ntm_preview_pages_get_zoom       (NtmPreviewPages *self);
guint  ntm_preview_pages_get_page       (NtmPreviewPages *self);
void   ntm_preview_pages_show_page      (NtmPreviewPages *self, guint page);
guint  ntm_preview_pages_get_n_drawn    (NtmPreviewPages *self);

G_END_DECLS
