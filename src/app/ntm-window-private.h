/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the files of the window share: ntm-window.c, -actions.c (commands) and -file.c (opening). */

#include "ntm-date-button.h"
#include "ntm-inspector.h"
#include "ntm-map-page.h"
#include "ntm-unit-tree.h"
#include "ntm-window.h"

G_BEGIN_DECLS

struct _NtmWindow
{
  AdwApplicationWindow parent_instance;

  GSettings *settings;
  NtmDesk   *desk;
  GFile     *file;         /* open, being made, or refused; NULL before the first */

  AdwWindowTitle  *title;
  NtmDateButton   *date_button;
  GtkWidget       *undo_button;
  GtkWidget       *redo_button;
  GtkMenuButton   *menu_button;
  GtkWidget       *strip;
  GtkLabel        *strip_label;
  AdwToastOverlay *toasts;
  GtkStack        *stack;
  AdwStatusPage   *message;
  GtkWidget       *message_open;
  GtkPaned        *outer_paned;
  GtkPaned        *inner_paned;
  NtmUnitTree     *tree;
  NtmMapPage      *map_page;
  NtmInspector    *inspector;
  GMenu           *recent_menu;
};

void _ntm_window_init_actions   (NtmWindow *self);
void _ntm_window_update_actions (NtmWindow *self);
void _ntm_window_toast          (NtmWindow *self, const char *text, gboolean with_undo);
void _ntm_window_fill_recent    (NtmWindow *self);
void _ntm_window_reopen         (NtmWindow *self);

G_END_DECLS
