/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ntm-grid-cursor.h"
#include "ntm-grid-model.h"

G_BEGIN_DECLS

/**
 * NtmGrid:
 *
 * A table to look at and to type into: headings that stay, cells drawn as they come into view, one editor
 * for all of them. It knows nothing of what the table is about. Put it into a #GtkScrolledWindow.
 *
 * Signals: "cursor-moved" (active cell or selection), "failed" (#GError: something pasted, deleted or
 * typed was refused and there is no editor to show it), "sources-wanted" (of the active cell).
 * Actions: `grid.copy`, `grid.cut`, `grid.paste`, `grid.fill-down`, `grid.delete`, `grid.select-all`, `grid.edit`,
 * `grid.note`, `grid.sources`, `grid.sort`, `grid.menu`.
 */
#define NTM_TYPE_GRID (ntm_grid_get_type ())
G_DECLARE_FINAL_TYPE (NtmGrid, ntm_grid, NTM, GRID, GtkWidget)

GtkWidget    *ntm_grid_new          (void);
void          ntm_grid_set_model    (NtmGrid *self, NtmGridModel *model);
NtmGridModel *ntm_grid_get_model    (NtmGrid *self);

void          ntm_grid_get_active   (NtmGrid *self, guint *row, guint *column);
NtmGridRange  ntm_grid_get_range    (NtmGrid *self);
void          ntm_grid_place        (NtmGrid *self, guint row, guint column);
void          ntm_grid_extend_to    (NtmGrid *self, guint row, guint column);

void          ntm_grid_sort         (NtmGrid *self, int column);

void          ntm_grid_start_edit   (NtmGrid *self, const char *text);
gboolean      ntm_grid_is_editing   (NtmGrid *self);
gboolean      ntm_grid_finish_edit  (NtmGrid *self);
void          ntm_grid_cancel_edit  (NtmGrid *self);

char         *ntm_grid_dup_tsv      (NtmGrid *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean      ntm_grid_paste_text   (NtmGrid *self, const char *tsv);

void          ntm_grid_get_cell_area (NtmGrid *self, guint row, guint column, GdkRectangle *area);
GtkWidget    *ntm_grid_get_mark     (NtmGrid *self);
GtkWidget    *ntm_grid_get_editor   (NtmGrid *self);
GtkWidget    *ntm_grid_get_note     (NtmGrid *self);

G_END_DECLS
