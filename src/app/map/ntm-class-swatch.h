/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * NtmClassSwatch:
 *
 * The field of a class of a graduated map in a legend. The name beside it says what it means.
 */
#define NTM_TYPE_CLASS_SWATCH (ntm_class_swatch_get_type ())
G_DECLARE_FINAL_TYPE (NtmClassSwatch, ntm_class_swatch, NTM, CLASS_SWATCH, GtkWidget)

GtkWidget *ntm_class_swatch_new (guint class_index, guint n_classes) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
