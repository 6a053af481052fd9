/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * NtmGridEditor:
 *
 * The one editor of a grid: a line of text, and below it the reason when the text was refused, with what
 * would be taken instead.
 *
 * Signals: "finish" (an #NtmGridMove to make then; whether the text is confirmed), "cancel", "leave" (the
 * focus went elsewhere).
 */
#define NTM_TYPE_GRID_EDITOR (ntm_grid_editor_get_type ())
G_DECLARE_FINAL_TYPE (NtmGridEditor, ntm_grid_editor, NTM, GRID_EDITOR, GtkWidget)

NtmGridEditor *ntm_grid_editor_new        (void);
void           ntm_grid_editor_start      (NtmGridEditor *self, const char *text, gboolean by_typing);
const char    *ntm_grid_editor_get_text   (NtmGridEditor *self);
GtkText       *ntm_grid_editor_get_entry  (NtmGridEditor *self);
void           ntm_grid_editor_refuse     (NtmGridEditor *self, const GError *error, const char *fix, gboolean can_confirm);
void           ntm_grid_editor_accept     (NtmGridEditor *self);
void           ntm_grid_editor_stop       (NtmGridEditor *self);
gboolean       ntm_grid_editor_is_refused (NtmGridEditor *self);
const char    *ntm_grid_editor_get_reason (NtmGridEditor *self);
const char    *ntm_grid_editor_get_fix    (NtmGridEditor *self);
void           ntm_grid_editor_take_fix   (NtmGridEditor *self);

G_END_DECLS
