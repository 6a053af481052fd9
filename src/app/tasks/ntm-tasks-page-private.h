/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the files of the page share: ntm-tasks-page.c, -chips.c, -list.c, -room.c and ntm-tasks-actions.c. */

#include "ntm-date-button.h"
#include "ntm-task-detail.h"
#include "ntm-task-set.h"
#include "ntm-task-timeline.h"
#include "ntm-tasks-page.h"

G_BEGIN_DECLS

/* All, then the states in the order of the chips. */
#define NTM_N_TASK_CHIPS 5

struct _NtmTasksPage
{
  GtkWidget parent_instance;

  NtmDesk            *desk;
  NtmTaskSet         *set;        /* NULL without a file */
  NtmTaskGrouping     grouping;
  NtmTaskState        filter;     /* NTM_TASK_ANY = all */
  gboolean            with_rules;
  char               *unit;       /* only tasks about it; NULL = all */
  GHashTable         *listed;     /* (element-type utf8): ids of the tasks in the list */
  gboolean            is_narrow;
  guint               timeline_rows;   /* for how many there is room */
  gboolean            has_timeline;    /* is wanted */
  guint               adapt_id;
  GSimpleActionGroup *actions;

  GtkPaned      *paned;
  GtkWidget     *search;
  GtkMenuButton *more_button;
  GMenuModel    *more_menu;
  GtkWidget     *add_button;
  NtmDateButton *date;
  GtkWidget     *chips;
  GtkWidget     *chip[NTM_N_TASK_CHIPS];
  GtkWidget     *unit_chip;
  GtkLabel      *unit_name;
  NtmTaskTimeline *timeline;
  GtkWidget     *head_box;
  GtkStack      *stack;
  GtkLabel      *nothing;
  GtkWidget     *clear_button;
  NtmTasksList  *list;
  NtmTaskDetail *detail;
  GtkWidget     *popover;         /* holds the detail while there is no room beside the list */
};

void        _ntm_tasks_page_init_actions   (NtmTasksPage *self);
void        _ntm_tasks_page_update_actions (NtmTasksPage *self);
void        _ntm_tasks_page_update_list    (NtmTasksPage *self);
void        _ntm_tasks_page_update         (NtmTasksPage *self);
void        _ntm_tasks_page_announce       (NtmTasksPage *self, const char *text);
void        _ntm_tasks_page_tell           (NtmTasksPage *self, const char *text);
void        _ntm_tasks_page_show_detail    (NtmTasksPage *self);
const char *_ntm_tasks_page_get_task       (NtmTasksPage *self);
char       *_ntm_tasks_page_dup_read_only  (NtmTasksPage *self) G_GNUC_WARN_UNUSED_RESULT;

void        _ntm_tasks_page_update_timeline (NtmTasksPage *self);
void        _ntm_tasks_page_add_chips      (NtmTasksPage *self);
void        _ntm_tasks_page_show_chips     (NtmTasksPage *self);
void        _ntm_tasks_page_add_popover    (NtmTasksPage *self);
void        _ntm_tasks_page_update_room    (NtmTasksPage *self);
void        _ntm_tasks_page_size_allocate  (GtkWidget *widget, int width, int height, int baseline);
void        _ntm_tasks_page_measure        (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                                            int *minimum_baseline, int *natural_baseline);
GtkSizeRequestMode _ntm_tasks_page_get_request_mode (GtkWidget *widget);

G_END_DECLS
