/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What the window makes after its first frame: the pages of the figures, the charts and the tasks, and the finder.
 * Together they are more widgets than all the rest, and the first frame shows none of them. The pages are made one
 * after the other while nothing else is to be done, so that the person who asks for one does not wait for it; one who
 * asks earlier has it at once.
 */

#include "config.h"

#include "ntm-window-private.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif

#define TRIM_SECONDS 3
#define PREPARE_AFTER 1000  /* milliseconds: the map is drawn, and looked at */
#define PREPARE_EVERY 150

static void
announced_cb (NtmWindow  *self,
              const char *text)
{
  _ntm_window_toast (self, text, TRUE);
}

static void
make_sheet_page (NtmWindow *self)
{
  self->sheet_page = g_object_new (NTM_TYPE_SHEET_PAGE, NULL);
  ntm_sheet_page_set_desk (self->sheet_page, self->desk);
  adw_bin_set_child (self->sheet_place, GTK_WIDGET (self->sheet_page));
}

static void
make_charts_page (NtmWindow *self)
{
  self->charts_page = g_object_new (NTM_TYPE_CHARTS_PAGE, NULL);
  ntm_charts_page_set_desk (self->charts_page, self->desk, self->settings);
  adw_bin_set_child (self->charts_place, GTK_WIDGET (self->charts_page));
}

static void
make_tasks_page (NtmWindow *self)
{
  self->tasks_page = g_object_new (NTM_TYPE_TASKS_PAGE, NULL);
  ntm_tasks_page_set_desk (self->tasks_page, self->desk);
  g_signal_connect_object (self->tasks_page, "announced", G_CALLBACK (announced_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (self->tasks_place, GTK_WIDGET (self->tasks_page));
}

/* What only the making of a page needed goes back to the system: a tenth of all, which glibc would keep. */
static gboolean
trim_cb (gpointer user_data)
{
  NTM_WINDOW (user_data)->trim_id = 0;
#ifdef __GLIBC__
  malloc_trim (0);
#endif
  return G_SOURCE_REMOVE;
}

void
_ntm_window_trim_later (NtmWindow *self)
{
  g_clear_handle_id (&self->trim_id, g_source_remove);
  self->trim_id = g_timeout_add_seconds_full (G_PRIORITY_LOW, TRIM_SECONDS, trim_cb, self, NULL);
}

/* The page of the view that is shown, where it was never shown before. */
void
_ntm_window_make_page (NtmWindow *self)
{
  GtkWidget *view = adw_view_stack_get_visible_child (self->views);

  /* Views also change while the window is taken apart. */
  if (self->desk == NULL)
    return;
  if (view == GTK_WIDGET (self->sheet_place) && self->sheet_page == NULL)
    make_sheet_page (self);
  else if (view == GTK_WIDGET (self->charts_place) && self->charts_page == NULL)
    make_charts_page (self);
  else if (view == GTK_WIDGET (self->tasks_place) && self->tasks_page == NULL)
    make_tasks_page (self);
  else
    return;
  _ntm_window_trim_later (self);
}

static void
prepare_sheet (NtmWindow *self)
{
  if (self->sheet_page == NULL)
    make_sheet_page (self);
}

static void
prepare_charts (NtmWindow *self)
{
  if (self->charts_page == NULL)
    make_charts_page (self);
}

static void
prepare_board (NtmWindow *self)
{
  ntm_charts_page_prepare (self->charts_page);
}

static void
prepare_tasks (NtmWindow *self)
{
  if (self->tasks_page == NULL)
    make_tasks_page (self);
}

static void
make_finder_cb (GtkMenuButton *button,
                gpointer       user_data)
{
  NtmWindow *self = user_data;

  if (self->finder != NULL)
    return;
  self->finder = g_object_new (NTM_TYPE_FINDER, NULL);
  ntm_finder_set_desk (self->finder, self->desk);
  gtk_menu_button_set_popover (button, GTK_WIDGET (self->finder));
}

static void
prepare_finder (NtmWindow *self)
{
  make_finder_cb (self->find_button, self);
  ntm_finder_prepare (self->finder);
}

/* Texts are laid out by asking for sizes, and sizes are kept. */
static void
prepare_sizes (NtmWindow *self)
{
  AdwBin *places[] = { self->sheet_place, self->charts_place, self->tasks_place };
  int width = gtk_widget_get_width (GTK_WIDGET (self->views));

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      int minimum;

      gtk_widget_measure (GTK_WIDGET (places[i]), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      gtk_widget_measure (GTK_WIDGET (places[i]), GTK_ORIENTATION_VERTICAL, MAX (minimum, width), NULL, NULL, NULL, NULL);
    }
}

/* A step at a time; what a person does comes first. */
static gboolean
prepare_cb (gpointer user_data)
{
  static void (* const steps[]) (NtmWindow *self) = { prepare_sheet, prepare_charts, prepare_board, prepare_tasks, prepare_finder,
                                                       prepare_sizes };
  NtmWindow *self = user_data;

  self->prepare_id = 0;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && self->opening == NULL)
    steps[self->n_prepared++] (self);
  if (self->n_prepared < G_N_ELEMENTS (steps))
    self->prepare_id = g_timeout_add_full (G_PRIORITY_LOW, PREPARE_EVERY, prepare_cb, self, NULL);
  else
    _ntm_window_trim_later (self);
  return G_SOURCE_REMOVE;
}

static void
start_preparing (NtmWindow *self)
{
  if (self->prepare_id == 0 && self->n_prepared == 0 && ntm_desk_get_atlas (self->desk) != NULL)
    self->prepare_id = g_timeout_add_full (G_PRIORITY_LOW, PREPARE_AFTER, prepare_cb, self, NULL);
}

void
_ntm_window_init_pages (NtmWindow *self)
{
  g_signal_connect_object (self->desk, "changed", G_CALLBACK (start_preparing), self, G_CONNECT_SWAPPED);
  gtk_menu_button_set_create_popup_func (self->find_button, make_finder_cb, self, NULL);
}
