/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The task beside the list: in a pane where there is room for it, else in a popover. Without one the list has it all. */

#include "config.h"

#include "ntm-look.h"
#include "ntm-tasks-page-private.h"

#define ROOMY_WIDTH 980 /* from here the detail stands beside the list */
#define ROOMY_TEXTS 628 /* how much of that grows with the texts: what the detail leaves to the list */
#define LOW_HEIGHT  620 /* lower, the list needs what the deadlines above it would take */
#define HIGH_HEIGHT 880
#define FEW_ROWS    5
#define MORE_ROWS   8

static guint
timeline_rows (int height)
{
  return height < LOW_HEIGHT ? 0 : height < HIGH_HEIGHT ? FEW_ROWS : MORE_ROWS;
}

static gboolean
is_narrow (NtmTasksPage *self,
           int           width)
{
  return width < ROOMY_WIDTH + ROOMY_TEXTS * (ntm_look_get_text_scale (GTK_WIDGET (self)) - 1);
}

void
_ntm_tasks_page_add_popover (NtmTasksPage *self)
{
  self->popover = gtk_popover_new ();
  gtk_popover_set_position (GTK_POPOVER (self->popover), GTK_POS_BOTTOM);
  gtk_widget_set_size_request (self->popover, 380, -1);
  gtk_widget_add_css_class (self->popover, "ntm-task-popover");
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self->list));
}

void
_ntm_tasks_page_show_detail (NtmTasksPage *self)
{
  GdkRectangle row;

  if (!self->is_narrow)
    {
      gtk_widget_child_focus (GTK_WIDGET (self->detail), GTK_DIR_TAB_FORWARD);
      return;
    }
  if (ntm_tasks_list_find_row (self->list, &row))
    {
      gboolean is_low = row.y > gtk_widget_get_height (GTK_WIDGET (self->list)) / 2;

      gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), &row);
      gtk_popover_set_position (GTK_POPOVER (self->popover), is_low ? GTK_POS_TOP : GTK_POS_BOTTOM);
    }
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

void
_ntm_tasks_page_update_room (NtmTasksPage *self)
{
  gboolean any = _ntm_tasks_page_get_task (self) != NULL;

  if (!self->is_narrow)
    gtk_paned_set_end_child (self->paned, any ? GTK_WIDGET (self->detail) : NULL);
  else if (!any)
    gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static gboolean
adapt_cb (gpointer user_data)
{
  NtmTasksPage *self = user_data;
  GtkWidget *detail = GTK_WIDGET (self->detail);
  gboolean narrow = is_narrow (self, gtk_widget_get_width (GTK_WIDGET (self)));
  guint rows = timeline_rows (gtk_widget_get_height (GTK_WIDGET (self)));

  self->adapt_id = 0;
  if (rows != self->timeline_rows)
    {
      self->timeline_rows = rows;
      _ntm_tasks_page_update_timeline (self);
    }
  if (narrow == self->is_narrow)
    return G_SOURCE_REMOVE;
  self->is_narrow = narrow;
  gtk_popover_popdown (GTK_POPOVER (self->popover));
  g_object_ref (detail);
  if (narrow)
    {
      gtk_paned_set_end_child (self->paned, NULL);
      gtk_popover_set_child (GTK_POPOVER (self->popover), detail);
    }
  else
    gtk_popover_set_child (GTK_POPOVER (self->popover), NULL);
  g_object_unref (detail);
  _ntm_tasks_page_update_room (self);
  return G_SOURCE_REMOVE;
}

void
_ntm_tasks_page_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  NtmTasksPage *self = NTM_TASKS_PAGE (widget);

  gtk_widget_size_allocate (GTK_WIDGET (self->paned), &(GtkAllocation) { 0, 0, width, height }, baseline);
  if ((is_narrow (self, width) != self->is_narrow || timeline_rows (height) != self->timeline_rows) && self->adapt_id == 0)
    self->adapt_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, adapt_cb, self, NULL);
}

/* What stands beside the list must not hold the page wide: it leaves when the page gets narrow. */
void
_ntm_tasks_page_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  NtmTasksPage *self = NTM_TASKS_PAGE (widget);
  GtkWidget *list_side = gtk_paned_get_start_child (self->paned);

  *minimum_baseline = *natural_baseline = -1;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    gtk_widget_measure (list_side, orientation, -1, minimum, natural, NULL, NULL);
  else
    {
      int least;

      gtk_widget_measure (GTK_WIDGET (self->paned), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      gtk_widget_measure (GTK_WIDGET (self->paned), orientation, for_size < 0 ? -1 : MAX (for_size, least), minimum, natural, NULL, NULL);
    }
}

/* The lines of the toolbar depend on the width. */
GtkSizeRequestMode
_ntm_tasks_page_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}
