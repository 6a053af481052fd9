/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ntm-grid-model.h"

G_BEGIN_DECLS

/**
 * NtmGridNote:
 *
 * A popover in which the note of a figure is written. What is refused stays in it, with the reason.
 */
#define NTM_TYPE_GRID_NOTE (ntm_grid_note_get_type ())
G_DECLARE_FINAL_TYPE (NtmGridNote, ntm_grid_note, NTM, GRID_NOTE, GtkPopover)

GtkWidget  *ntm_grid_note_new      (void);
void        ntm_grid_note_start    (NtmGridNote *self, NtmGridModel *model, guint row, guint column);
void        ntm_grid_note_set_text (NtmGridNote *self, const char *text);
char       *ntm_grid_note_dup_text (NtmGridNote *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean    ntm_grid_note_save     (NtmGridNote *self);

G_END_DECLS
