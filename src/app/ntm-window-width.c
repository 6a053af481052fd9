/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What gives way in a narrow window: in the header bar the name of the file, the names of the views, at last a
 * button that is in the menu too; below it the panes beside the view, which then lie over it. Each step has a
 * width from which it is taken, and is taken earlier where texts are large.
 */

#include "config.h"

#include "ntm-look.h"
#include "ntm-window-private.h"

#define MIN_SIDEBAR   220
#define MAX_SIDEBAR   400
#define MIN_INSPECTOR 320
#define MAX_INSPECTOR 480
#define HEADER_GAPS   36    /* beside the switcher, and at the ends */
#define INSIST_AFTER  150   /* milliseconds */

typedef struct
{
  int    widths[NTM_MAX_STEPS];              /* narrower, the next step is taken; ends with 0 */
  int    texts[NTM_MAX_STEPS];               /* how much of that grows with the texts */
  void (*apply)   (NtmWindow *self, int n);  /* takes the first @n steps and no other */
  int  (*measure) (NtmWindow *self);         /* the width needed now */
} Ladder;

/* --- header bar -------------------------------------------------------------------------------- */

/* Name of the file (then only in the title of the window), names of the views beside their icons, switcher (then at
 * the bottom), the button of the meeting (then in the menu). */
static void
apply_header (NtmWindow *self,
              int        n)
{
  gtk_widget_set_visible (GTK_WIDGET (self->file_label), n < 1);
  adw_view_switcher_set_policy (self->switcher, n < 2 ? ADW_VIEW_SWITCHER_POLICY_WIDE : ADW_VIEW_SWITCHER_POLICY_NARROW);
  gtk_widget_set_visible (GTK_WIDGET (self->switcher), n < 3);
  adw_view_switcher_bar_set_reveal (self->switcher_bar, n >= 3);
  gtk_widget_set_visible (self->present_button, n < 4);
}

static int
get_natural (GtkWidget *widget)
{
  int natural = 0;

  if (widget != NULL)
    gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  return natural;
}

/* The natural width: a name that is cut is none. That of the whole bar would have the switcher in its very middle. */
static int
measure_header (NtmWindow *self)
{
  GtkWidget *box = gtk_widget_get_ancestor (GTK_WIDGET (self->switcher), GTK_TYPE_CENTER_BOX);

  if (box == NULL)
    return get_natural (self->header);
  return get_natural (gtk_center_box_get_start_widget (GTK_CENTER_BOX (box))) + get_natural (GTK_WIDGET (self->switcher))
         + get_natural (gtk_center_box_get_end_widget (GTK_CENTER_BOX (box))) + HEADER_GAPS;
}

static const Ladder header_ladder = { { 1500, 1240, 1000, 600 }, { 0 }, apply_header, measure_header };

/* --- panes ------------------------------------------------------------------------------------- */

/* 1330 is a screen of 1366 less the borders of a window. */
static void
apply_panes (NtmWindow *self,
             int        n)
{
  _ntm_window_float_pane (self, NTM_PANE_INSPECTOR, n >= 1);
  _ntm_window_float_pane (self, NTM_PANE_SIDEBAR, n >= 2);
}

static int
measure_panes (NtmWindow *self)
{
  int minimum;

  gtk_widget_measure (GTK_WIDGET (self->outer_paned), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  return minimum;
}

static const Ladder pane_ladder = { { 1330, 1100 }, { 700, 820 }, apply_panes, measure_panes };

/* --- steps ------------------------------------------------------------------------------------- */

/* Takes as many steps as @width asks for and the content needs. What a step more or less would need is remembered
 * in @needs, so that a step that was taken for want of room is not tried again at every pixel. */
static void
settle (NtmWindow    *self,
        const Ladder *ladder,
        int          *needs,
        int           width)
{
  double growth = ntm_look_get_text_scale (GTK_WIDGET (self)) - 1;

  for (int n = 0;; n++)
    {
      gboolean is_last = n == NTM_MAX_STEPS || ladder->widths[n] == 0;

      if (!is_last && (width < ladder->widths[n] + growth * ladder->texts[n] || needs[n] > width))
        continue;
      ladder->apply (self, n);
      needs[n] = ladder->measure (self);
      if (is_last || needs[n] <= width)
        return;
    }
}

/* What stands where in a window @width wide. */
void
_ntm_window_adapt (NtmWindow *self,
                   int        width)
{
  self->width = width;
  settle (self, &header_ladder, self->header_needs, width);
  settle (self, &pane_ladder, self->pane_needs, width);
}

/* Pages make themselves narrower a frame after they were given less: only what is too wide after that stays so. */
static gboolean
insist_cb (gpointer user_data)
{
  NtmWindow *self = user_data;

  self->insist_id = 0;
  self->is_tried = FALSE;
  ntm_fit_layout_insist (self->fit, TRUE);
  return G_SOURCE_REMOVE;
}

static gboolean
adapt_cb (gpointer user_data)
{
  NtmWindow *self = user_data;
  int width = gtk_widget_get_width (gtk_layout_manager_get_widget (GTK_LAYOUT_MANAGER (self->fit)));

  self->adapt_id = 0;
  _ntm_window_adapt (self, width);
  self->is_tried = !self->fits;
  if (self->is_tried)
    gtk_widget_queue_allocate (gtk_layout_manager_get_widget (GTK_LAYOUT_MANAGER (self->fit)));
  return G_SOURCE_REMOVE;
}

/* --- widths of the panes ----------------------------------------------------------------------- */

static void
note_width (NtmWindow *self,
            NtmPane    pane,
            GtkWidget *widget,
            int        min,
            int        max)
{
  if (!self->is_floating[pane] && gtk_widget_get_mapped (widget))
    self->pane_widths[pane] = CLAMP (gtk_widget_get_width (widget), min, max);
}

/*
 * GtkPaned takes the width of the window for grown by all that it grew since both its children were last there, so a
 * position is of no use to an inspector that comes back; and as long as no position is set, an end child gets its
 * minimum. So it comes with the width it had as its minimum; once it has it, it may shrink again.
 */
static gboolean
release_inspector_cb (gpointer user_data)
{
  NtmWindow *self = user_data;

  self->release_id = 0;
  gtk_paned_set_position (self->outer_paned, gtk_paned_get_position (self->outer_paned));
  gtk_widget_set_size_request (GTK_WIDGET (self->inspector), MIN_INSPECTOR, -1);
  return G_SOURCE_REMOVE;
}

/* Widths a pane was squeezed to for a frame, or had elsewhere, are not its own. */
static void
note_widths (NtmWindow *self)
{
  if (!self->is_placed)
    return;
  note_width (self, NTM_PANE_SIDEBAR, GTK_WIDGET (self->tree), MIN_SIDEBAR, MAX_SIDEBAR);
  note_width (self, NTM_PANE_INSPECTOR, GTK_WIDGET (self->inspector), MIN_INSPECTOR, MAX_INSPECTOR);
}

/* Told before sizes are given out. */
static void
allocating_cb (NtmWindow *self,
               int        width,
               gboolean   fits)
{
  int request;

  note_widths (self);
  self->fits = fits;
  if (fits || width != self->width)
    {
      self->is_tried = FALSE;
      g_clear_handle_id (&self->insist_id, g_source_remove);
    }
  if (self->is_tried && self->insist_id == 0)
    self->insist_id = g_timeout_add_full (G_PRIORITY_LOW, INSIST_AFTER, insist_cb, self, NULL);
  else if ((width != self->width || !fits) && self->adapt_id == 0 && self->insist_id == 0)
    self->adapt_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, adapt_cb, self, NULL);
  self->is_placed = self->adapt_id == 0;
  gtk_widget_get_size_request (GTK_WIDGET (self->inspector), &request, NULL);
  if (fits && request != MIN_INSPECTOR && self->release_id == 0 && !self->is_floating[NTM_PANE_INSPECTOR]
      && gtk_widget_get_mapped (GTK_WIDGET (self->inspector)))
    self->release_id = g_idle_add (release_inspector_cb, self);
}

/* The widths in the settings follow those of the panes while these stand beside the view. */
void
_ntm_window_keep_widths (NtmWindow *self)
{
  note_widths (self);
  g_settings_set_int (self->settings, "sidebar-width", self->pane_widths[NTM_PANE_SIDEBAR]);
  g_settings_set_int (self->settings, "inspector-width", self->pane_widths[NTM_PANE_INSPECTOR]);
}

/* Called when something else stands beside or in the view, and needs another width. */
void
_ntm_window_readapt (NtmWindow *self)
{
  memset (self->pane_needs, 0, sizeof self->pane_needs);
  ntm_fit_layout_insist (self->fit, FALSE);
  if (self->width > 0)
    _ntm_window_adapt (self, self->width);
}

/* A window that is not shown yet shall not grow to hold panes for which it has no room. */
static void
default_width_cb (NtmWindow *self)
{
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)) && !gtk_window_is_maximized (GTK_WINDOW (self)) && width > 0)
    _ntm_window_adapt (self, width);
}

/* The date in the header bar is none before a file is open. */
static void
desk_changed_cb (NtmWindow *self)
{
  if (self->width > 0)
    _ntm_window_adapt (self, self->width);
}

/* Larger texts need other widths, which are known once sizes are given out with them. */
static void
forget_needs_cb (NtmWindow *self)
{
  memset (self->header_needs, 0, sizeof self->header_needs);
  memset (self->pane_needs, 0, sizeof self->pane_needs);
  ntm_fit_layout_insist (self->fit, FALSE);
  self->width = 0;
}

void
_ntm_window_init_width (NtmWindow *self)
{
  self->pane_widths[NTM_PANE_SIDEBAR] = g_settings_get_int (self->settings, "sidebar-width");
  self->pane_widths[NTM_PANE_INSPECTOR] = g_settings_get_int (self->settings, "inspector-width");
  gtk_paned_set_position (self->inner_paned, self->pane_widths[NTM_PANE_SIDEBAR]);
  gtk_widget_set_size_request (GTK_WIDGET (self->inspector), self->pane_widths[NTM_PANE_INSPECTOR], -1);
  g_signal_connect_object (self->fit, "allocating", G_CALLBACK (allocating_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self, "notify::default-width", G_CALLBACK (default_width_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_widget_get_settings (GTK_WIDGET (self)), "notify::gtk-xft-dpi", G_CALLBACK (forget_needs_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->desk, "changed", G_CALLBACK (desk_changed_cb), self, G_CONNECT_SWAPPED);
  default_width_cb (self);
}
