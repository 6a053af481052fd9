/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A minimum that does not depend on what stands in the window just now: a window manager is told the minimum of the
 * layout of today and refuses a width for which there would be another layout. The child itself always gets what
 * it asks for, as GTK demands.
 */

#include "config.h"

#include "ntm-fit-layout.h"

#define MIN_WIDTH 640   /* less is never needed: half of the smallest screen is 683 */

struct _NtmFitLayout
{
  GtkLayoutManager parent_instance;

  int floor;   /* the least width that is asked for, whatever the child needs */
};

enum
{
  ALLOCATING,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NtmFitLayout, ntm_fit_layout, GTK_TYPE_LAYOUT_MANAGER)

static int
get_minimum (GtkWidget     *child,
             GtkOrientation orientation,
             int            for_size)
{
  int minimum;

  gtk_widget_measure (child, orientation, for_size, &minimum, NULL, NULL, NULL);
  return minimum;
}

static GtkSizeRequestMode
ntm_fit_layout_get_request_mode (GtkLayoutManager *manager,
                                 GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
ntm_fit_layout_measure (GtkLayoutManager *manager,
                        GtkWidget        *widget,
                        GtkOrientation    orientation,
                        int               for_size,
                        int              *minimum,
                        int              *natural,
                        int              *minimum_baseline,
                        int              *natural_baseline)
{
  NtmFitLayout *self = NTM_FIT_LAYOUT (manager);
  GtkWidget *child = gtk_widget_get_first_child (widget);

  if (child == NULL)
    return;
  if (orientation == GTK_ORIENTATION_VERTICAL && for_size >= 0)
    for_size = MAX (for_size, get_minimum (child, GTK_ORIENTATION_HORIZONTAL, -1));
  else
    for_size = -1;
  gtk_widget_measure (child, orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = MIN (*minimum, self->floor);
}

static void
ntm_fit_layout_allocate (GtkLayoutManager *manager,
                         GtkWidget        *widget,
                         int               width,
                         int               height,
                         int               baseline)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);
  int child_width, child_height;

  if (child == NULL)
    return;
  child_width = MAX (width, get_minimum (child, GTK_ORIENTATION_HORIZONTAL, -1));
  child_height = MAX (height, get_minimum (child, GTK_ORIENTATION_VERTICAL, child_width));
  g_signal_emit (manager, signals[ALLOCATING], 0, width, child_width <= width);
  gtk_widget_allocate (child, child_width, child_height, -1, NULL);
}

static void
ntm_fit_layout_class_init (NtmFitLayoutClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  manager_class->get_request_mode = ntm_fit_layout_get_request_mode;
  manager_class->measure = ntm_fit_layout_measure;
  manager_class->allocate = ntm_fit_layout_allocate;
  signals[ALLOCATING] = g_signal_new ("allocating", NTM_TYPE_FIT_LAYOUT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_BOOLEAN);
}

static void
ntm_fit_layout_init (NtmFitLayout *self)
{
  self->floor = MIN_WIDTH;
}

/**
 * ntm_fit_layout_insist:
 * @self: a layout
 * @insists: whether what the child needs now is the least from now on, %FALSE for the usual width
 *
 * To be called when nothing is left that could give way, such as with very large text: then the window has to be as
 * wide as it needs to be.
 */
void
ntm_fit_layout_insist (NtmFitLayout *self,
                       gboolean      insists)
{
  GtkWidget *widget, *child;
  int needed = 0;

  g_return_if_fail (NTM_IS_FIT_LAYOUT (self));

  widget = gtk_layout_manager_get_widget (GTK_LAYOUT_MANAGER (self));
  child = widget == NULL ? NULL : gtk_widget_get_first_child (widget);
  if (insists && child != NULL)
    needed = get_minimum (child, GTK_ORIENTATION_HORIZONTAL, -1);
  if (MAX (needed, MIN_WIDTH) == self->floor)
    return;
  self->floor = MAX (needed, MIN_WIDTH);
  gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (self));
}
