/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/*
 * What the files of the window share: ntm-window.c (parts), -actions.c (commands), -file.c (opening),
 * -reader.c (what others write), -copies.c (saving), -export.c, -pages.c (what is made when it is first shown), -panes.c (views and the
 * panes beside them), -width.c (what gives way in a narrow window), -show.c (leading to a thing), -forms.c (other windows) and -notices.c (strips).
 */

#include "ntm-backup.h"
#include "ntm-charts-page.h"
#include "ntm-date-button.h"
#include "ntm-finder.h"
#include "ntm-fit-layout.h"
#include "ntm-inspector.h"
#include "ntm-loading.h"
#include "ntm-map-page.h"
#include "ntm-notice.h"
#include "ntm-sheet-page.h"
#include "ntm-tasks-page.h"
#include "ntm-unit-tree.h"
#include "ntm-window.h"

G_BEGIN_DECLS

/**
 * NtmPane:
 *
 * What may stand beside a view.
 */
typedef enum
{
  NTM_PANE_SIDEBAR,
  NTM_PANE_INSPECTOR,
  NTM_N_PANES,
} NtmPane;

#define NTM_MAX_STEPS 4   /* of what gives way to a narrow window, one after the other */

struct _NtmWindow
{
  AdwApplicationWindow parent_instance;

  GSettings *settings;
  NtmDesk   *desk;
  NtmBackup *backup;
  gboolean   loss_told;         /* that the file has lost its place: the next close goes on */
  GError    *refused;           /* why the file is open for reading only, NULL where that is not known */
  guint      reader_id;         /* timeout: looks what others write while the file is only read, 0 without */
  gboolean   backup_failed;     /* and the person was told: the next close goes on */
  GFile     *file;              /* open, being opened or made, or refused; NULL before the first */
  GFile     *previous;          /* open while @file is being opened; else NULL */
  NtmOpening *opening;          /* of @file, or NULL */
  gboolean   is_moving;         /* @file is what is shown already, or a copy of it */
  char      *export_text;       /* waits for the name of its file */
  guint      prepare_id;        /* timeout: the next page is to be made, 0 without */
  guint      n_prepared;        /* steps of that */
  guint      trim_id;           /* timeout: memory is to be given back, 0 without */
  guint      adapt_id;          /* idle: the window is to be adapted to a new width */
  guint      insist_id;         /* timeout: is what was given still too narrow? */
  guint      release_id;        /* idle: the inspector has the width it was to have */
  gboolean   fits;              /* nothing was cut when sizes were given out last */
  gboolean   is_tried;          /* it was adapted, as nothing fitted at the width it has */
  gboolean   is_placed;         /* the panes beside the view have the widths they are to have */
  int        width;             /* the width adapted to, 0 at first */
  int        header_needs[NTM_MAX_STEPS + 1];   /* the width needed after each step, 0 where unknown */
  int        pane_needs[NTM_MAX_STEPS + 1];
  int        pane_widths[NTM_N_PANES];          /* beside the view, last or the next time */
  gboolean   is_floating[NTM_N_PANES];   /* over the view instead of beside it */

  NtmFitLayout     *fit;
  AdwViewSwitcher  *switcher;
  AdwViewSwitcherBar *switcher_bar;
  GtkLabel         *file_label;
  NtmDateButton    *date_button;
  GtkWidget        *date_place;
  GtkWidget        *undo_button;
  GtkWidget        *redo_button;
  GtkMenuButton    *find_button;
  NtmFinder        *finder;         /* NULL until it is first opened */
  GtkMenuButton    *menu_button;
  GtkWidget        *strip;
  GtkLabel         *strip_label;
  NtmNotice        *write_notice;
  NtmNotice        *sample_notice;
  NtmNotice        *issues_notice;
  NtmNotice        *welcome_notice;
  GtkWidget        *header;
  GtkWidget        *present_button;
  AdwToastOverlay  *toasts;
  AdwToast         *toast;          /* weak: the last one, NULL once it goes */
  gint64            toast_time;     /* when that came */
  NtmLoading       *loading;
  GtkStack         *stack;
  AdwStatusPage    *message;
  GtkWidget        *message_open;
  GtkRevealer      *sidebar_float;
  GtkRevealer      *inspector_float;
  GtkPaned         *outer_paned;
  GtkPaned         *inner_paned;
  NtmUnitTree      *tree;
  AdwViewStack     *views;
  AdwViewStackPage *tasks_view;
  NtmMapPage       *map_page;
  AdwBin           *sheet_place;
  AdwBin           *charts_place;
  AdwBin           *tasks_place;
  NtmSheetPage     *sheet_page;     /* NULL until the view is first shown, as the two below */
  NtmChartsPage    *charts_page;
  NtmTasksPage     *tasks_page;
  NtmInspector     *inspector;
  GMenu            *recent_menu;
};

void _ntm_window_init_actions   (NtmWindow *self);
void _ntm_window_update_actions (NtmWindow *self);
void _ntm_window_toast          (NtmWindow *self, const char *text, gboolean with_undo);
void _ntm_window_fill_recent    (NtmWindow *self);
void _ntm_window_reopen         (NtmWindow *self);
void _ntm_window_stop_opening   (NtmWindow *self);
void _ntm_window_init_reader    (NtmWindow *self);
void _ntm_window_look           (NtmWindow *self);
void _ntm_window_watch_writer   (NtmWindow *self, const GError *why);
void _ntm_window_save_copy      (NtmWindow *self);
void _ntm_window_export         (NtmWindow *self);
void _ntm_window_move_to        (NtmWindow *self, GFile *file);
void _ntm_window_tell_error     (NtmWindow *self, const GError *error);
void _ntm_window_add_drop       (NtmWindow *self);
gboolean _ntm_window_finish_edit (NtmWindow *self);
gboolean _ntm_window_may_close  (NtmWindow *self);

void _ntm_window_init_pages     (NtmWindow *self);
void _ntm_window_make_page      (NtmWindow *self);
void _ntm_window_trim_later     (NtmWindow *self);

void _ntm_window_init_panes     (NtmWindow *self);
void _ntm_window_float_pane     (NtmWindow *self, NtmPane pane, gboolean floating);
void _ntm_window_show_pane      (NtmWindow *self, NtmPane pane, gboolean shown);
gboolean _ntm_window_has_pane   (NtmWindow *self, NtmPane pane);
void _ntm_window_move_pane      (NtmWindow *self, int step);
void _ntm_window_focus_view     (NtmWindow *self);

void _ntm_window_init_width     (NtmWindow *self);
void _ntm_window_adapt          (NtmWindow *self, int width);
void _ntm_window_readapt        (NtmWindow *self);
void _ntm_window_keep_widths    (NtmWindow *self);

void _ntm_window_init_forms     (NtmWindow *self);
void _ntm_window_init_show      (NtmWindow *self);
void _ntm_window_init_notices   (NtmWindow *self);
void _ntm_window_update_notices (NtmWindow *self);

G_END_DECLS
