/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the files of the editor share: ntm-grid-editor.c (what is typed) and -refuse (why it was not taken). */

#include "ntm-grid-editor.h"

G_BEGIN_DECLS

struct _NtmGridEditor
{
  GtkWidget parent_instance;

  gboolean is_started;
  gboolean is_typed;    /* begun by typing: then arrows up and down end it */
  char    *fix;

  GtkText    *entry;
  GtkPopover *popover;
  GtkLabel   *heading;
  GtkLabel   *reason;
  GtkWidget  *fix_button;
  GtkLabel   *fix_label;
  GtkWidget  *keep_button;
};

void _ntm_grid_editor_finish (NtmGridEditor *self, int move, gboolean is_confirmed);

G_END_DECLS
