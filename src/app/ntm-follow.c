/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Following the desk only while somebody looks: the desk changes with every figure that is entered, and what is
 * hidden would be made anew each time, for nobody, in the frame the person waits for.
 */

#include "config.h"

#include "ntm-follow.h"

typedef struct
{
  GtkWidget *widget;
  NtmFollow  update;
  gboolean   is_stale;
} Follower;

static void
changed_cb (NtmDesk  *desk,
            Follower *self)
{
  self->is_stale = !gtk_widget_get_mapped (self->widget);
  if (!self->is_stale)
    self->update (self->widget);
}

static void
map_cb (GtkWidget *widget,
        Follower  *self)
{
  if (!self->is_stale)
    return;
  self->is_stale = FALSE;
  self->update (widget);
}

/**
 * ntm_follow_desk:
 * @desk: what the window works on
 * @signal: a signal of it
 * @widget: (type GtkWidget): what shows something of it; until it is gone
 * @update: brings @widget up to date
 *
 * Calls @update at each @signal while @widget is mapped, and when it is mapped after one it did not see.
 */
void
ntm_follow_desk (NtmDesk    *desk,
                 const char *signal,
                 gpointer    widget,
                 NtmFollow   update)
{
  Follower *self;
  GClosure *closure;

  g_return_if_fail (NTM_IS_DESK (desk));
  g_return_if_fail (GTK_IS_WIDGET (widget));

  self = g_new0 (Follower, 1);
  self->widget = widget;
  self->update = update;
  closure = g_cclosure_new (G_CALLBACK (changed_cb), self, NULL);
  g_object_watch_closure (widget, closure);
  g_signal_connect_closure (desk, signal, closure, FALSE);
  g_signal_connect_data (widget, "map", G_CALLBACK (map_cb), self, (GClosureNotify) (void (*) (void)) g_free, 0);
}
