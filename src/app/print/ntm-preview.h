/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ntm-preview-pages.h"

G_BEGIN_DECLS

/**
 * NtmPreview:
 *
 * A window with the pages as they will be printed: paper, orientation, zoom, then the printer or a PDF.
 */
#define NTM_TYPE_PREVIEW (ntm_preview_get_type ())
G_DECLARE_FINAL_TYPE (NtmPreview, ntm_preview, NTM, PREVIEW, AdwWindow)

GtkWidget       *ntm_preview_new         (GtkWindow *parent, NtmFigure *figure, NtmDesk *desk) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget       *ntm_preview_new_for_job (GtkWindow *parent, NtmPrintJob *job) G_GNUC_WARN_UNUSED_RESULT;
NtmPrintJob     *ntm_preview_get_job     (NtmPreview *self);
NtmPreviewPages *ntm_preview_get_pages   (NtmPreview *self);
const char      *ntm_preview_get_place   (NtmPreview *self);

G_END_DECLS
