/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How many rows of the list of tasks have come into it. */

#include "config.h"

#include "ntm-tasks-list-private.h"

/* Rows that come in at once, in one frame. */
#define N_ROWS 8

static gboolean
grow_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  NtmTasksList *self = NTM_TASKS_LIST (widget);
  guint size = gtk_slice_list_model_get_size (self->shown);

  if (size >= g_list_model_get_n_items (G_LIST_MODEL (self->rows)))
    {
      self->grow_id = 0;
      return G_SOURCE_REMOVE;
    }
  gtk_slice_list_model_set_size (self->shown, size + N_ROWS);
  return G_SOURCE_CONTINUE;
}

static void
start_growing (NtmTasksList *self)
{
  if (self->grow_id == 0)
    self->grow_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), grow_cb, NULL, NULL);
}

/*
 * A list view makes widgets for some two hundred rows, seen or not. The first time they come in frame by frame, from
 * the top; rows that were there are not waited for again, else the list could not be scrolled to where it was.
 */
void
_ntm_tasks_list_show_rows (NtmTasksList *self)
{
  guint size = self->shown == NULL ? N_ROWS : gtk_slice_list_model_get_size (self->shown);

  g_clear_object (&self->shown);
  self->shown = gtk_slice_list_model_new (g_object_ref (G_LIST_MODEL (self->rows)), 0, size);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->shown));
  /* Groups that are unfolded have more. */
  g_signal_connect_object (self->rows, "items-changed", G_CALLBACK (start_growing), self, G_CONNECT_SWAPPED);
  start_growing (self);
}

void
_ntm_tasks_list_select_row (NtmTasksList *self,
                            guint         position)
{
  if (position != GTK_INVALID_LIST_POSITION && position >= gtk_slice_list_model_get_size (self->shown))
    gtk_slice_list_model_set_size (self->shown, position + 1);
  gtk_single_selection_set_selected (self->selection, position);
}
