/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The drawing of the deadlines in the window: laid out for the width it has, asked where a row is. */

#include "config.h"

#include "ntm-task-timeline.h"

#include <glib/gi18n.h>

#include "ntm-look.h"

struct _NtmTaskTimeline
{
  GtkWidget parent_instance;

  NtmTimelineSpec *spec;   /* NULL: nothing to show */
};

G_DEFINE_FINAL_TYPE (NtmTaskTimeline, ntm_task_timeline, GTK_TYPE_WIDGET)

static guint picked_signal;

static NtmTimelineLayout *
new_layout (NtmTaskTimeline *self)
{
  g_autoptr (NtmDrawStyle) style = ntm_look_new_style (GTK_WIDGET (self));

  return ntm_timeline_layout_new (self->spec, style, gtk_widget_get_width (GTK_WIDGET (self)),
                                  gtk_widget_get_height (GTK_WIDGET (self)));
}

/* Returns: (nullable): the task whose row is at @y */
static const NtmTimelineRow *
find_row (NtmTaskTimeline *self,
          double           x,
          double           y)
{
  g_autoptr (NtmTimelineLayout) layout = self->spec == NULL ? NULL : new_layout (self);
  const NtmPlaced *placed, *row;
  guint n;

  if (layout == NULL)
    return NULL;
  placed = ntm_timeline_layout_get_placed (layout, &n);
  row = ntm_placed_at (placed, n, x, y);
  return row == NULL ? NULL : g_ptr_array_index (self->spec->rows, row->index);
}

static void
ntm_task_timeline_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  NtmTaskTimeline *self = NTM_TASK_TIMELINE (widget);
  g_autoptr (NtmDrawStyle) style = NULL;

  *minimum = *natural = 0;
  *minimum_baseline = *natural_baseline = -1;
  if (self->spec == NULL || orientation == GTK_ORIENTATION_HORIZONTAL)
    return;
  style = ntm_look_new_style (widget);
  *minimum = *natural = (int) (ntm_timeline_natural_height (self->spec, style) + 0.5);
}

static void
ntm_task_timeline_snapshot (GtkWidget   *widget,
                            GtkSnapshot *snapshot)
{
  NtmTaskTimeline *self = NTM_TASK_TIMELINE (widget);
  g_autoptr (NtmTimelineLayout) layout = NULL;
  cairo_t *cr;

  if (self->spec == NULL)
    return;
  layout = new_layout (self);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget),
                                                                 gtk_widget_get_height (widget)));
  ntm_timeline_layout_draw (layout, cr);
  cairo_destroy (cr);
}

static gboolean
ntm_task_timeline_query_tooltip (GtkWidget  *widget,
                                 int         x,
                                 int         y,
                                 gboolean    keyboard_tip,
                                 GtkTooltip *tooltip)
{
  const NtmTimelineRow *row = find_row (NTM_TASK_TIMELINE (widget), x, y);

  if (row == NULL || keyboard_tip)
    return FALSE;
  gtk_tooltip_set_text (tooltip, row->tip);
  return TRUE;
}

static void
released_cb (NtmTaskTimeline *self,
             int              n_press,
             double           x,
             double           y)
{
  const NtmTimelineRow *row = find_row (self, x, y);

  if (row != NULL)
    g_signal_emit (self, picked_signal, 0, row->key);
}

static void
ntm_task_timeline_dispose (GObject *object)
{
  g_clear_pointer (&NTM_TASK_TIMELINE (object)->spec, ntm_timeline_spec_unref);
  G_OBJECT_CLASS (ntm_task_timeline_parent_class)->dispose (object);
}

static void
ntm_task_timeline_class_init (NtmTaskTimelineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ntm_task_timeline_dispose;
  widget_class->measure = ntm_task_timeline_measure;
  widget_class->snapshot = ntm_task_timeline_snapshot;
  widget_class->query_tooltip = ntm_task_timeline_query_tooltip;
  gtk_widget_class_set_css_name (widget_class, "tasktimeline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  picked_signal = g_signal_new ("picked", NTM_TYPE_TASK_TIMELINE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                G_TYPE_STRING);
}

static void
ntm_task_timeline_init (NtmTaskTimeline *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  ntm_look_watch (GTK_WIDGET (self));
}

static char *
describe (const NtmTimelineSpec *spec)
{
  guint n_overdue = 0, n = spec->rows->len;
  g_autofree char *overdue = NULL;

  for (guint i = 0; i < n; i++)
    {
      const NtmTimelineRow *row = g_ptr_array_index (spec->rows, i);

      n_overdue += row->done == NTM_DATE_MAX && row->due <= spec->at;
    }
  overdue = g_strdup_printf (ngettext ("%u overdue", "%u overdue", n_overdue), n_overdue);
  /* Translators: the number of tasks, the number of those overdue, with the word. */
  return g_strdup_printf (ngettext ("Deadlines of %1$u task, %2$s; the list below says the same",
                                    "Deadlines of %1$u tasks, %2$s; the list below says the same", n), n, overdue);
}

/**
 * ntm_task_timeline_set_spec:
 * @self: a timeline
 * @spec: (nullable): what to show; a reference is taken
 *
 * Shows @spec, or takes no room.
 */
void
ntm_task_timeline_set_spec (NtmTaskTimeline *self,
                            NtmTimelineSpec *spec)
{
  g_autofree char *text = spec == NULL ? NULL : describe (spec);

  g_return_if_fail (NTM_IS_TASK_TIMELINE (self));

  g_clear_pointer (&self->spec, ntm_timeline_spec_unref);
  self->spec = spec == NULL ? NULL : ntm_timeline_spec_ref (spec);
  gtk_widget_set_visible (GTK_WIDGET (self), spec != NULL);
  if (text != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
