/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ntm-figure.h"

G_BEGIN_DECLS

/**
 * NtmDataTable:
 *
 * The figures of a picture as a table: for those who want to read them and for those who cannot see it.
 */
#define NTM_TYPE_DATA_TABLE (ntm_data_table_get_type ())
G_DECLARE_FINAL_TYPE (NtmDataTable, ntm_data_table, NTM, DATA_TABLE, GtkWidget)

GtkWidget *ntm_data_table_new        (void) G_GNUC_WARN_UNUSED_RESULT;
void       ntm_data_table_set_figure (NtmDataTable *self, NtmFigure *figure);
guint      ntm_data_table_get_n_rows (NtmDataTable *self);

G_END_DECLS
